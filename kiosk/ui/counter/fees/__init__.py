"""Fees at the counter: taken, waived, taken back."""
