"""The office itself: its profile, its opening sessions, what it has decided."""
