"""The papers of a dossier to look at again, by kind or by the number of their form."""

from dataclasses import dataclass

import msgspec

from kiosk.clock import local
from kiosk.dossiers.appointment import FORM_01
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.issuing import LETTERS, last_letter, letters_of, numbered_letter
from kiosk.dossiers.reprinting import slip_of
from kiosk.office.legal import FormKind, FormOfProfile, legal_profile
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper of a dossier: its form, and what it says, as a print job carries it (``kind``)."""

    code: str
    form: FormOfProfile
    kind: str
    content: bytes


def kept_paper(
    unit: ReadUnit,
    scanned: str,
    said: str,
    *,
    number: int | None = None,
    year: int | None = None,
) -> KeptPaper:
    """The form called so (``supplement``, ``02``) under the decree of a dossier's reception.

    Slip and letters word for word as they went out, of several letters the last or the one with
    that ``number`` (of that ``year``, where two years have one); the control sheet as it stands now.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``slip.unknown_form``,
    ``slip.none_yet`` (``form``), ``slip.no_such_number`` (``form``, ``number``, ``known``),
    ``slip.not_numbered`` (``form``), ``slip.missing``, ``legal.*``.
    """
    row = dossier_row(unit, scanned)
    form = legal_profile(row.legal_profile).form_called(said)
    if number is not None and form.kind not in LETTERS:
        raise Refused("slip.not_numbered", form=form.name)
    if form.kind is FormKind.APPOINTMENT:
        slip = msgspec.json.encode(slip_of(unit, row.code))
        return KeptPaper(row.code, form, FORM_01, slip)
    if form.kind is FormKind.CONTROL:
        sheet = msgspec.json.encode(control_sheet(unit, row.code))
        return KeptPaper(row.code, form, form.kind.value, sheet)
    letter = last_letter(unit, row.id, form.kind) if form.kind in LETTERS else None
    if letter is None:
        raise Refused("slip.none_yet", dossier=row.code, form=form.name)
    if number is not None:
        letter = numbered_letter(unit, row.id, form.kind, number, year)
    if letter is None:
        written = [one for one in letters_of(unit, row.id) if one.kind is form.kind]
        known = [f"{one.printed} ({local(one.issued_at).year})" for one in written]
        raise Refused("slip.no_such_number", form=form.name, number=number, known=known)
    return KeptPaper(row.code, form, form.kind.value, msgspec.json.encode(letter))
