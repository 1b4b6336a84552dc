"""A day of the sample office through the real windows, by hand: nothing here knows a shortcut.

Every step is a click on what is shown or a key that is pressed; the store and the spool are the
real ones. It is what ``kiosk demo --headless`` shows, and what the tests of all screens look at.
"""
