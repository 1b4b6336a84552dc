"""The papers of a dossier to look at again, by kind or by the number of their form."""

from dataclasses import dataclass

import msgspec

from kiosk.dossiers.appointment import FORM_01
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.issuing import LETTERS, last_letter
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


def kept_paper(unit: ReadUnit, scanned: str, said: str) -> KeptPaper:
    """The form called so (``supplement``, ``02``) under the decree of a dossier's reception.

    Slip and letters word for word as they went out, of several the last; the control sheet as it
    stands now.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``slip.unknown_form``,
    ``slip.none_yet`` (``form``), ``slip.missing``, ``legal.*``.
    """
    row = dossier_row(unit, scanned)
    form = legal_profile(row.legal_profile).form_called(said)
    if form.kind is FormKind.APPOINTMENT:
        slip = msgspec.json.encode(slip_of(unit, row.code))
        return KeptPaper(row.code, form, FORM_01, slip)
    if form.kind is FormKind.CONTROL:
        sheet = msgspec.json.encode(control_sheet(unit, row.code))
        return KeptPaper(row.code, form, form.kind.value, sheet)
    letter = last_letter(unit, row.id, form.kind) if form.kind in LETTERS else None
    if letter is None:
        raise Refused("slip.none_yet", dossier=row.code, form=form.name)
    return KeptPaper(row.code, form, form.kind.value, msgspec.json.encode(letter))
