"""The wording of registers and lists as data: columns, titles, closing words, signatures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosk.office.legal import FormKind
from kiosk.printing.form_text import Signature, shaped_words, words_in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnText:
    """A column on paper: its head, its number in the form, what stands in it.

    ``lines`` are set one below the other, those that come out empty are left out. ``width`` is the
    column's share of the sheet. Neighbours of one ``group`` stand under a common head.
    """

    head: str
    width: float
    lines: tuple[str, ...]
    mark: str = ""
    group: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumnText:
    """A column of the spreadsheet; ``width`` in letters."""

    value: str
    head: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerText:
    """What registers and lists have in common; ``running`` stands above every sheet's table."""

    version: str
    country: str
    motto: str
    sample: str
    numbered: str
    page: str
    title: str
    running: str
    place_and_day: str
    columns: tuple[ColumnText, ...]
    sheet: tuple[SheetColumnText, ...]
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterText(LedgerText):
    """The words of the Sổ theo dõi hồ sơ: its cover, and how a volume ends."""

    cover: tuple[str, ...]
    cover_foot: tuple[str, ...]
    every_field: str
    runs_on: tuple[str, ...]
    closed: tuple[str, ...]
    still_open: tuple[str, ...]
    place_and_no_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverText(LedgerText):
    """The words of the Danh sách bàn giao hồ sơ."""

    number: str
    before: tuple[str, ...]
    total: str
    copies: tuple[str, ...]
    further_copy: str
    reprint: str


_Words = TypeVar("_Words", RegisterText, HandoverText)


def register_text(profile: str) -> RegisterText:
    """The register's wording; refuses as :func:`kiosk.printing.form_text.form_text` does."""
    words: RegisterText = _ledger_text(profile, FormKind.REGISTER, RegisterText)
    return words


def handover_text(profile: str) -> HandoverText:
    """The hand-over list's wording; refuses as :func:`kiosk.printing.form_text.form_text` does."""
    words: HandoverText = _ledger_text(profile, FormKind.HANDOVER, HandoverText)
    return words


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its values in; a placeholder nobody knows stays as it is written."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)


_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def _ledger_text(profile: str, form: FormKind, kind: type[_Words]) -> _Words:
    return shaped_words(profile, form, words_in_force(profile, form.value), kind)
