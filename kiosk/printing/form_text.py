"""The wording of a form as data: one TOML file for each legal profile, editable by the office."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from kiosk.paths import RESOURCES
from kiosk.printing.typography import Span, Style
from kiosk.refusal import Refused
from kiosk.text import nfc

_TOKENS = re.compile(r"(\*{1,2})|\{([a-z_]+)\}|([^*{]+|\{)")
_OPEN_INSIDE = "…" * 8


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of the form: cells beside each other where they fit.

    ``only_with`` names a value without which the line is left out.
    """

    cells: tuple[str, ...]
    only_with: str = ""


@dataclass(frozen=True, slots=True)
class PapersTable:
    """The words of the table of papers: four column heads and the row of an empty table."""

    heads: tuple[str, str, str, str]
    none: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose signature, how it is to be given, and the name printed under it."""

    role: str
    how: str
    name: str


@dataclass(frozen=True, slots=True)
class FormText:
    """All words of a form.

    In them ``{applicant_name}`` stands for a value, ``*…*`` is bold and ``**…**`` bold and larger.
    ``id_number`` and ``passport_number`` are what ``{id_label}`` becomes.
    """

    number: str
    version: str
    country: str
    motto: str
    place_and_day: str
    code_label: str
    title: str
    id_number: str
    passport_number: str
    before_papers: tuple[FormLine, ...]
    papers: PapersTable
    after_papers: tuple[FormLine, ...]
    signatures: tuple[Signature, Signature]
    foot: tuple[str, ...]
    copies: tuple[str, ...]
    further_copy: str
    page: str
    continued: str
    reprint: str
    sample: str


@dataclass(frozen=True, slots=True)
class Manner:
    """The styles a marked-up text is set in."""

    plain: Style
    bold: Style
    large: Style


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its values filled in; ``open`` when its last value is empty and wants dots."""

    spans: tuple[Span, ...]
    open: bool


@cache
def form_text(profile: str, form: str) -> FormText:
    """The wording of a form (``"01"``) under a legal profile.

    Raises :class:`Refused` ``form.no_text`` (``profile``, ``form``) when there is none, and
    ``form.unreadable_text`` (the same) when the file is not as it should be.
    """
    if not re.fullmatch(r"[A-Za-z0-9_]+", profile):
        raise Refused("form.no_text", profile=profile[:40], form=form)
    path = RESOURCES / "forms" / profile.lower() / f"{form}.toml"
    try:
        return msgspec.toml.decode(nfc(path.read_text("utf-8")), type=FormText)
    except FileNotFoundError:
        raise Refused("form.no_text", profile=profile, form=form) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("form.unreadable_text", profile=profile, form=form) from None


def fill(template: str, values: Mapping[str, str], manner: Manner) -> Cell:
    """A template with its values in: marks in a value are text like any other.

    A placeholder nobody knows stays as it is written, so that it is seen.
    """
    spans: list[Span] = []
    style = manner.plain
    is_open = False
    pending = ""
    for stars, name, words in _TOKENS.findall(template):
        if stars:
            wanted = manner.bold if stars == "*" else manner.large
            style = manner.plain if style == wanted else wanted
        elif name:
            value = values.get(name, f"{{{name}}}")
            is_open = not value
            pending = "" if value else _OPEN_INSIDE
            if value:
                spans.append(Span(value, style))
        else:
            if is_open:
                spans.append(Span(pending, manner.plain))
            is_open = False
            spans.append(Span(words, style))
    return Cell(tuple(spans), is_open)
