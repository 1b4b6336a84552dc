"""The A5 sheet of the forms: its margins, and the two columns of its head. Lengths are mm."""

WIDTH, HEIGHT = 148.0, 210.0
LEFT, RIGHT, TOP, BOTTOM = 10.0, 138.0, 8.0, 204.0
MIDDLE_LEFT, MIDDLE_RIGHT = 36.0, 103.2
"""Where the two columns of the head are centred."""

STRIP_HEIGHT = 2.6
SHEET_LIMIT = BOTTOM - STRIP_HEIGHT - 1.6
"""Nothing of the body is set below this."""
