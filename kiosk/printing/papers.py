"""From what a print job carries to the PDF that is printed."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from kiosk.catalogue.papers_list import PAPERS80, PapersSlip
from kiosk.dossiers.letters import (
    ApologyLetter,
    ControlSheet,
    HandoverList,
    OriginalsReceipt,
    RefusalLetter,
    StopLetter,
    SupplementLetter,
)
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.dossiers.takings import TAKINGS, TakingsList
from kiosk.office.legal import FormKind, legal_profile
from kiosk.printing.books import handover_pdf, takings_pdf
from kiosk.printing.fonts import Face
from kiosk.printing.form01 import form01_pages, form01_title
from kiosk.printing.letter import letter_pages, letter_title
from kiosk.printing.letter_values import AnyLetter
from kiosk.printing.papers_list import papers_list_pages, papers_list_title
from kiosk.printing.pdf import write_pdf
from kiosk.printing.ticket import ticket_pages, ticket_title
from kiosk.printing.typography import printable
from kiosk.queue.slips import TicketSlip
from kiosk.refusal import Refused

TICKET80 = "ticket80"
FORM01 = "form01"

LETTERS: Mapping[FormKind, type[AnyLetter]] = {
    FormKind.SUPPLEMENT: SupplementLetter,
    FormKind.REFUSAL: RefusalLetter,
    FormKind.APOLOGY: ApologyLetter,
    FormKind.STOP: StopLetter,
    FormKind.CONTROL: ControlSheet,
    FormKind.ORIGINALS: OriginalsReceipt,
}
"""The papers of a dossier's life by what they are for: the kind of their print jobs."""

_BEFORE_ANY_DOSSIER = (FormKind.SUPPLEMENT, FormKind.REFUSAL)
"""What may be handed out at the counter, with no dossier and so no code."""

_Slip = TypeVar("_Slip")


def render(kind: str, values_json: bytes | str, *, copies: int, reprint: bool) -> bytes:
    """The paper of this kind with these values, as PDF; equal values give equal bytes.

    ``values_json`` is the slip of the kind (:class:`TicketSlip`, :class:`AppointmentSlip`,
    :class:`PapersSlip`), its letter (:data:`LETTERS`) or its list (:class:`HandoverList`,
    :class:`TakingsList`) as ``msgspec`` writes it. ``reprint``
    marks every sheet "bản in lại".

    Raises :class:`Refused`: ``paper.unknown_kind`` (``kind``), ``paper.unreadable`` (``kind``)
    when the values are not a slip of this kind or it has no code and should have one, and what the
    layout refuses: ``font.missing``, ``font.glyph_missing``, ``form.not_in_profile``,
    ``form.no_text``, ``form.unreadable_text``, ``barcode.bad_text``, ``barcode.too_long``.
    :class:`ValueError` for fewer than one copy.
    """
    if copies < 1:
        raise ValueError(f"copies: {copies}")
    if kind == TICKET80:
        return ticket_pdf(_decode(kind, values_json, TicketSlip), copies=copies, reprint=reprint)
    if kind == FORM01:
        slip = _decode(kind, values_json, AppointmentSlip)
        if not slip.code:
            raise Refused("paper.unreadable", kind=kind)
        return form01_pdf(slip, copies=copies, reprint=reprint)
    if kind == PAPERS80:
        slip80 = _decode(kind, values_json, PapersSlip)
        return papers_list_pdf(slip80, copies=copies, reprint=reprint)
    if kind in LETTERS:
        return _letter(FormKind(kind), values_json, copies=copies, reprint=reprint)
    if kind == FormKind.HANDOVER:
        given = _decode(kind, values_json, HandoverList)
        return handover_pdf(given, copies=copies, reprint=reprint)
    if kind == TAKINGS:
        return takings_pdf(
            (_decode(kind, values_json, TakingsList),), copies=copies, reprint=reprint
        )
    raise Refused("paper.unknown_kind", kind=kind)


def ticket_pdf(slip: TicketSlip, *, copies: int = 1, reprint: bool = False) -> bytes:
    """The 80 mm ticket as PDF; refuses as :func:`render` does."""
    return write_pdf(
        ticket_pages(slip, copies=copies, reprint=reprint),
        title=ticket_title(slip),
        author=printable(slip.office_name),
        first_face=Face.SANS,
    )


def papers_list_pdf(slip: PapersSlip, *, copies: int = 1, reprint: bool = False) -> bytes:
    """The 80 mm list of a procedure's papers as PDF; refuses as :func:`render` does."""
    return write_pdf(
        papers_list_pages(slip, copies=copies, reprint=reprint),
        title=papers_list_title(slip),
        author=printable(slip.office_name),
        first_face=Face.SANS,
    )


def form01_pdf(slip: AppointmentSlip, *, copies: int = 2, reprint: bool = False) -> bytes:
    """Mẫu số 01 on A5 as PDF, every copy with all its sheets; refuses as :func:`render` does.

    Unlike there, a slip without a code is taken, as a preview.
    """
    return write_pdf(
        form01_pages(slip, copies=copies, reprint=reprint),
        title=form01_title(slip),
        author=printable(slip.office_name),
        first_face=Face.SERIF,
    )


def letter_pdf(
    kind: FormKind, letter: AnyLetter, *, copies: int | None = None, reprint: bool = False
) -> bytes:
    """A paper of a dossier's life on A5 as PDF, every copy with all its sheets, as many copies as
    its legal profile says unless told; refuses as :func:`render` does, and as
    :func:`kiosk.office.legal.legal_profile`."""
    if copies is None:
        copies = legal_profile(letter.profile).form(kind).copies
    return write_pdf(
        letter_pages(kind, letter, copies=copies, reprint=reprint),
        title=letter_title(kind, letter),
        author=printable(letter.office_name),
        first_face=Face.SERIF,
    )


def _letter(kind: FormKind, values_json: bytes | str, *, copies: int, reprint: bool) -> bytes:
    letter = _decode(kind, values_json, LETTERS[kind])
    if not letter.code and kind not in _BEFORE_ANY_DOSSIER:
        raise Refused("paper.unreadable", kind=kind.value)
    return letter_pdf(kind, letter, copies=copies, reprint=reprint)


def _decode(kind: str, values_json: bytes | str, slip: type[_Slip]) -> _Slip:
    try:
        return msgspec.json.decode(values_json, type=slip)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused("paper.unreadable", kind=kind) from None
