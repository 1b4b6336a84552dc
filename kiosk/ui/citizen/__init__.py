"""The kiosk in the hall: a citizen chooses a field and takes a number."""
