"""Following a dossier: its code, how far it is, and with the look-up secret what it is about."""
