"""A day as people type it."""

import re
from datetime import date

_DATE = re.compile(r"\s*(\d{1,2})[/.\- ]?(\d{1,2})[/.\- ]?(\d{4})\s*")


def typed_day(text: str) -> date | None:
    """``30/11/2026`` or ``30112026`` as a day; None while it is none."""
    match = _DATE.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None
