"""Where a scan or a typed text leads, by its content alone."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.refusal import Refused
from kiosk.text import fold, has_control, squeeze

if TYPE_CHECKING:
    from kiosk.dossiers.identity import CardRead

LONGEST_TYPED = 80
_TICKET_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_FIGURES = re.compile(r"(?:\+84|[0-9])[0-9 .-]{2,}")
_BAR = "|"


@dataclass(frozen=True, slots=True)
class ToDossier:
    """A dossier's code, in its canonical form."""

    code: str


@dataclass(frozen=True, slots=True)
class ToTicket:
    """A ticket, by the id in its QR or by the label people read."""

    said: str


@dataclass(frozen=True, slots=True)
class ToReception:
    """A citizen's card."""

    card: "CardRead"


@dataclass(frozen=True, slots=True)
class ToSearch:
    """Part of a name, of a code or of a telephone number."""

    text: str


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Nothing we know: ``refusal`` says why, and does not repeat what was scanned."""

    refusal: Refused


Route = ToDossier | ToTicket | ToReception | ToSearch | Nowhere


def route(text: str) -> Route:
    """What a scanned or typed text is.

    Slip, citizen's card (fields between bars), ticket; else what a person types to search:
    letters alone are a name, figures alone part of a code or of a telephone number. A mixture of both that is none of
    these is a barcode that was misread.
    """
    # Imported here, not above: the rooms bring the store's library, and the frame paints first.
    from kiosk.dossiers.codes import parse_code
    from kiosk.dossiers.identity import read_card
    from kiosk.queue.model import parse_label

    bare = text.strip()
    if _BAR in bare:
        try:
            return ToReception(read_card(bare))
        except Refused as refusal:
            return Nowhere(refusal)
    code = parse_code(bare)
    if code is not None:
        return ToDossier(code)
    if _TICKET_ID.fullmatch(bare):
        return ToTicket(bare.lower())
    if len(bare) > LONGEST_TYPED or has_control(bare):
        return Nowhere(Refused("barcode.unreadable"))
    said = squeeze(bare)
    if parse_label(said) is not None:
        return ToTicket(said)
    if _FIGURES.fullmatch(said) or _is_name(said):
        return ToSearch(said)
    if _is_garbled(said):
        return Nowhere(Refused("barcode.garbled"))
    return Nowhere(Refused("barcode.unreadable"))


def _is_garbled(said: str) -> bool:
    """A Vietnamese typing program makes letters of ours out of figures: ``d9`` becomes ``đ``."""
    figures = sum(1 for letter in said if letter.isdigit())
    ours = any(letter.isalpha() and fold(letter) != letter.lower() for letter in said)
    return figures >= 4 and ours and all(fold(letter).isascii() for letter in said)


def _is_name(said: str) -> bool:
    letters = sum(1 for letter in said if letter.isalpha())
    return letters >= 2 and all(letter.isalpha() or letter in " '’.-" for letter in said)
