"""What the placeholders of a letter's wording stand for."""

from datetime import datetime

from kiosk.dossiers.letters import (
    ApologyLetter,
    ControlSheet,
    OriginalsReceipt,
    RefusalLetter,
    StopLetter,
    SupplementLetter,
)
from kiosk.printing import figures
from kiosk.printing.typography import printable

AnyLetter = (
    SupplementLetter | RefusalLetter | ApologyLetter | StopLetter | ControlSheet | OriginalsReceipt
)

_PHONES = ("phone", "officer_phone", "hotline")


def letter_values(letter: AnyLetter) -> dict[str, str]:
    """The texts of a letter by the names of its values.

    A moment ``due_at`` is also ``due_day`` (``ngày 03 tháng 02 năm 2026``) and ``due_date`` (the
    same without its first word). What is true or false is ``1`` or empty; an apology for neither a
    mistake nor lost papers is one for being ``late``.
    """
    texts: dict[str, str] = {}
    for name in letter.__struct_fields__:
        value = getattr(letter, name)
        stem = name.removesuffix("_at")
        if isinstance(value, str):
            texts[name] = figures.spaced_phone(value) if name in _PHONES else value
        elif isinstance(value, bool):
            texts[name] = "1" if value else ""
        elif isinstance(value, datetime):
            day = figures.day_long(value)
            texts[name] = figures.moment_long(value)
            texts[f"{stem}_day"], texts[f"{stem}_date"] = day, day.removeprefix("ngày ")
        elif value is None:
            texts |= {name: "", f"{stem}_day": "", f"{stem}_date": ""}
    if isinstance(letter, ApologyLetter):
        texts["late"] = "" if letter.mistake or letter.lost_papers else "1"
    return {name: printable(text) for name, text in texts.items()}
