"""The register and the hand-over list as spreadsheets, with real days and numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from kiosk.dossiers.letters import HandoverLine, HandoverList, RegisterHead, RegisterLine
from kiosk.printing.handover import list_values
from kiosk.printing.ledger_text import (
    LedgerText,
    SheetColumnText,
    filled,
    handover_text,
    register_text,
)
from kiosk.printing.ledger_values import counted
from kiosk.printing.spreadsheet import Sheet, SheetColumn, Value, write_sheet
from kiosk.printing.typography import printable
from kiosk.refusal import Refused

_PLACE = "place_in_list"
_TWO_FIGURES = frozenset({"volume", "entry", _PLACE, "sets"})
_LONGEST_NAME = 31
"""So many letters has the name of a sheet at most."""


def register_sheet(target: Path, head: RegisterHead, lines: Iterable[RegisterLine]) -> int:
    """Write a year's register, all volumes on one sheet; the lines are read as they are written.

    Raises :class:`Refused` ``form.no_text``, ``form.unreadable_text``; :class:`OSError`.
    """
    words = register_text(head.profile)
    _checked(words, "register", head.profile, RegisterLine)
    title = f"{words.title} – Năm {head.year}"
    whose = head.field_name or words.every_field
    above = [
        title,
        f"{head.office_parent} – {head.office_name}",
        f"Lĩnh vực: {whose}. Tổng số: {counted(head.year_count)} hồ sơ",
    ]
    sheet = _sheet(words, f"Sổ {head.year}", above, head.office_name, sample=head.sample)
    return write_sheet(target, sheet, (_row(words.sheet, line) for line in lines))


def handover_sheet(target: Path, given: HandoverList) -> int:
    """Write a hand-over list. Refuses as :func:`register_sheet` does."""
    words = handover_text(given.profile)
    _checked(words, "handover", given.profile, HandoverLine)
    values = list_values(given)
    above = [
        words.title,
        f"{given.office_parent} – {given.office_name}",
        filled(words.number, values),
        *(filled(line, values).replace("*", "") for line in words.before),
    ]
    sheet = _sheet(words, words.title.capitalize(), above, given.office_name, sample=given.sample)
    rows = (
        _row(words.sheet, line, place_in_list=number)
        for number, line in enumerate(given.lines, start=1)
    )
    return write_sheet(target, sheet, rows)


def _sheet(
    words: LedgerText, name: str, above: Sequence[str], author: str, *, sample: bool
) -> Sheet:
    stamp = [words.sample] if sample else []
    columns = [
        SheetColumn(text.head, text.width, "00" if text.value in _TWO_FIGURES else "0")
        for text in words.sheet
    ]
    lines = [printable(line) for line in (*above, *stamp)]
    return Sheet(name[:_LONGEST_NAME], lines, columns, printable(author), words.page)


def _row(
    columns: Sequence[SheetColumnText],
    line: RegisterLine | HandoverLine,
    place_in_list: int | None = None,
) -> list[Value]:
    """A column without a value of its own (a signature) stays empty, to be filled in."""
    return [
        place_in_list if text.value == _PLACE else getattr(line, text.value) if text.value else None
        for text in columns
    ]


def _checked(words: LedgerText, form: str, profile: str, line: type[Any]) -> None:
    """That every column of the spreadsheet names a value of the line."""
    known = {"", _PLACE, *(field.name for field in fields(line))}
    if not known.issuperset(text.value for text in words.sheet):
        raise Refused("form.unreadable_text", profile=profile, form=form)
