"""The people of the office: who works, where, and their PINs."""
