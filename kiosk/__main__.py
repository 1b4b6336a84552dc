"""``python -m kiosk``: the same as the ``kiosk`` command."""

from kiosk.cli import entry

if __name__ == "__main__":
    entry()
