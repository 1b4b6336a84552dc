"""Receiving a dossier at the counter: one page, four cards, the slip beside them (F7, F9)."""
