"""The wording of forms as data: a TOML file for each legal profile and kind of form, which the
office may edit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import msgspec

from kiosk.office.legal import FormKind, legal_profile, profile_codes
from kiosk.paths import RESOURCES
from kiosk.printing.own_words import own_file, own_words, wrong_own
from kiosk.printing.typography import Span, Style
from kiosk.refusal import Refused
from kiosk.text import nfc
from kiosk.toml_file import wrong_said

_COMMON = "common"
_TOKENS = re.compile(r"(\*{1,2})|\{([a-z_]+)\}|([^*{]+|\{)")
_OPEN_INSIDE = "…" * 8


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of the form: cells beside each other where they fit.

    ``only_with`` names a value without which the line is left out, ``unless`` one with which it
    is. ``manner``: from the margin, or as running text (justified, its beginning set in), or in
    the middle.
    """

    cells: tuple[str, ...]
    only_with: str = ""
    unless: str = ""
    manner: Literal["line", "running", "middle"] = "line"

    def stands(self, values: Mapping[str, str]) -> bool:
        """Whether the line is printed with these values."""
        wanted = not self.only_with or bool(values.get(self.only_with))
        return wanted and not (self.unless and values.get(self.unless))


@dataclass(frozen=True, slots=True)
class PapersTable:
    """The words of the table of papers: four column heads and the row of an empty table."""

    heads: tuple[str, str, str, str]
    none: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose signature, how it is to be given, and the name printed under it.

    ``otherwise`` is whose it is where the values do not tell.
    """

    role: str
    how: str
    name: str
    otherwise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormText:
    """The words every form has.

    In them ``{applicant_name}`` stands for a value, ``*…*`` is bold and ``**…**`` bold and larger.
    ``number`` comes from the legal profile: ``Mẫu số 01``, or the form's name where it has none.
    ``issuer`` are the body above and the one that issues the paper; ``number_line`` is the line of
    the paper's own number, where the form has one.
    """

    number: str
    version: str
    country: str
    motto: str
    place_and_day: str
    issuer: tuple[str, str]
    number_line: str = ""
    code_label: str
    title: str
    foot: tuple[str, ...]
    copies: tuple[str, ...]
    further_copy: str
    page: str
    continued: str
    reprint: str
    sample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentText(FormText):
    """The words of Mẫu số 01.

    ``id_number``, ``passport_number`` and ``tax_code`` are what ``{id_label}`` becomes.
    """

    id_number: str
    passport_number: str
    tax_code: str
    before_papers: tuple[FormLine, ...]
    papers: PapersTable
    after_papers: tuple[FormLine, ...]
    signatures: tuple[Signature, Signature]


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


_Words = TypeVar("_Words", bound=FormText)
T = TypeVar("T")


def form_text(profile: str, kind: FormKind, shape: type[_Words]) -> _Words:
    """The wording of a form under a legal profile.

    It is ``resources/forms/<profile>/<kind>.toml`` over ``common.toml``, what all forms of the
    profile have in common, each below the office's own (:mod:`kiosk.printing.own_words`).

    Raises :class:`Refused` ``form.not_in_profile`` where the decree has no such paper,
    ``form.no_text`` (``profile``, ``form``: the file's name) when there is no wording for it,
    ``form.unreadable_text`` (the same) when a file is not as it should be,
    ``form.own_wrong`` (``file``, ``why``) when the office's own is not, and ``legal.unreadable``.
    """
    common = words_in_force(profile, _COMMON)
    form = legal_profile(profile).form(kind)
    number = f"Mẫu số {form.number}" if form.number else form.name
    words = {**common, **words_in_force(profile, kind.value), "number": number}
    return shaped_words(profile, kind, words, shape)


def words_in_force(profile: str, name: str) -> dict[str, object]:
    """The words of a file as they came, below those of the office.

    Raises :class:`Refused` ``form.no_text``, ``form.unreadable_text``, ``form.own_wrong``.
    """
    came = written_words(profile, name)
    common = written_words(profile, _COMMON) if name != _COMMON else {}
    return {**came, **own_words(profile, name, {*came, *common})}


def shaped_words(profile: str, kind: FormKind, words: dict[str, object], shape: type[T]) -> T:
    """The words as ``shape``; where they do not fit, the office's own file is named if there is one.

    Raises :class:`Refused` ``form.unreadable_text``, ``form.own_wrong``.
    """
    try:
        return msgspec.convert(words, shape)
    except msgspec.ValidationError as error:
        for name in (kind.value, _COMMON):
            file = own_file(profile, name)
            if file is not None and file.exists():
                raise wrong_own(profile, name, wrong_said(error)) from None
        raise Refused("form.unreadable_text", profile=profile, form=kind.value) from None


@cache
def written_words(profile: str, name: str) -> dict[str, object]:
    """What ``resources/forms/<profile>/<name>.toml`` holds.

    Raises :class:`Refused` ``form.no_text``, ``form.unreadable_text``.
    """
    if profile not in profile_codes():
        raise Refused("form.no_text", profile=profile[:40], form=name)
    path = RESOURCES / "forms" / profile.lower() / f"{name}.toml"
    try:
        return msgspec.toml.decode(nfc(path.read_text("utf-8")), type=dict[str, object])
    except FileNotFoundError:
        raise Refused("form.no_text", profile=profile, form=name) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("form.unreadable_text", profile=profile, form=name) from None


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
