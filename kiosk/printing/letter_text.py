"""The wording and the tables of a letter as data: what its TOML file may say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Annotated, Literal

from msgspec import Meta

from kiosk.office.legal import FormKind
from kiosk.printing.form_text import FormLine, FormText, Signature, form_text

_NO_VALUES: Mapping[str, str] = MappingProxyType({})

Shown = Literal["row", "name", "what", "name_and_what", "originals", "certified", "copies"]
"""What a column tells of a paper: its row, its name, what is wrong with it, how many of a kind."""


@dataclass(frozen=True, slots=True)
class PapersColumn:
    """A column of the table of papers: its head, what it shows, its width (mm, or any measure:
    the columns share the width of the sheet), the words over it and its neighbours."""

    head: str
    shows: Shown
    width: Annotated[float, Meta(gt=0)]
    over: str = ""


@dataclass(frozen=True, slots=True)
class LetterPapers:
    """The table of papers, and the words of its only row where there are none."""

    columns: Annotated[tuple[PapersColumn, ...], Meta(min_length=1)]
    none: str


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The head of a column; a line break is one on paper. ``hint``: in italics below."""

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class HandoverWords:
    """The words of the table of hand-overs: who gives, who receives, the two boxes to sign in, and
    the two lines of a time that is still to be written."""

    heads: tuple[HeadWords, HeadWords, HeadWords, HeadWords]
    giver: str
    receiver: str
    boxes: tuple[str, str]
    blank_time: tuple[str, str]


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """What the paper is titled instead, where it has a value."""

    text: str
    only_with: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận: who gets a copy."""

    head: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText(FormText):
    """All words of a letter: lines, a table where the form has one, lines, signatures."""

    titles: tuple[OtherTitle, ...] = ()
    before: tuple[FormLine, ...]
    papers: LetterPapers | None = None
    handovers: HandoverWords | None = None
    after: tuple[FormLine, ...] = ()
    recipients: Recipients | None = None
    signatures: Annotated[tuple[Signature, ...], Meta(max_length=2)] = ()


def letter_text(profile: str, kind: FormKind, values: Mapping[str, str] = _NO_VALUES) -> LetterText:
    """The wording of a letter, with the title that these values ask for; refuses as
    :func:`kiosk.printing.form_text.form_text` does."""
    words = form_text(profile, kind, LetterText)
    fitting = (other.text for other in words.titles if values.get(other.only_with))
    return replace(words, title=next(fitting, words.title))
