"""Scans at the counter: the papers of a dossier, and stacks of several dossiers."""
