"""Names that a manager types: one form, and what no name may be."""

from kiosk.text import has_control, squeeze, unprintable


def good_name(said: str, most: int, *, may_be_empty: bool = False) -> str | None:
    """The name in its one form; None where it is empty, too long, or no paper can print it."""
    name = squeeze(said)
    if (not name and not may_be_empty) or len(name) > most:
        return None
    return None if has_control(name) or unprintable(name) else name
