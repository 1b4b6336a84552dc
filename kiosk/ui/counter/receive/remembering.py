"""Offering what somebody handed in last time: plain rules."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.ui.counter.receive.form import ORGANISATION, PersonEntry
from kiosk.ui.words import day
from kiosk.ui.words import phone as spaced_phone

if TYPE_CHECKING:
    from kiosk.dossiers.last_time import LastTime

_WHOLE = 12


def asked_about(person: PersonEntry) -> tuple[str, str]:
    """Number and name to ask with; empty ones while either is not whole. Of an organisation the
    tax code alone is asked with."""
    if person.kind == ORGANISATION:
        code = re.sub(r"[\s.\-]", "", person.tax_code)
        return (code, "") if re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?", code) else ("", "")
    number, name = re.sub(r"[\s.\-]", "", person.id_number), " ".join(person.name.split())
    return (number, name) if len(number) == _WHOLE and number.isdigit() and name else ("", "")


def filled_up(person: PersonEntry, last: "LastTime") -> PersonEntry:
    """The person with what is still empty filled in as last time; what was entered stays."""
    before = last.applicant
    born = day(before.birth_date) if before.birth_date else ""
    if person.kind == ORGANISATION:
        named = person.name if person.name.strip() else before.name
        return replace(_reached(person, last), name=named)
    return replace(
        _reached(person, last),
        birth_date=person.birth_date or born,
        sex=person.sex or (before.sex.value if before.sex else ""),
    )


def _reached(person: PersonEntry, last: "LastTime") -> PersonEntry:
    from kiosk.dossiers.identity import display_phone

    before = last.applicant
    return replace(
        person,
        address=person.address or before.address,
        phone=person.phone or spaced_phone(display_phone(before.phone or "")),
        email=person.email or before.email or "",
    )


def offer(person: PersonEntry, last: "LastTime | None") -> str:
    """``Điền như lần trước 12/10/2026``; empty where nothing would be filled in."""
    if last is None or filled_up(person, last) == person:
        return ""
    return f"Điền như lần trước {day(last.on)}"
