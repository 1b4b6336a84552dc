"""Papers scanned at the counter: which dossier each page belongs to, and keeping them there."""
