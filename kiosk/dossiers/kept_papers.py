"""The papers of a dossier to look at again, by kind or by the number of their form."""

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row

from kiosk.clock import local
from kiosk.dossiers.appointment import FORM_01
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.issuing import LETTERS, last_letter, letters_of, numbered_letter
from kiosk.dossiers.letters import HandoverList
from kiosk.dossiers.reading import events_of
from kiosk.dossiers.reprinting import slip_of
from kiosk.office.legal import FormKind, FormOfProfile, legal_profile
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
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
    that ``number`` (of that ``year``, where two years have one); so the list of the batch that the
    dossier was handed over with; the control sheet as it stands now.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``slip.unknown_form``,
    ``slip.none_yet`` (``form``), ``slip.no_such_number`` (``form``, ``number``, ``known``),
    ``slip.not_numbered`` (``form``), ``slip.missing``, ``legal.*``.
    """
    row = dossier_row(unit, scanned)
    form = legal_profile(row.legal_profile).form_called(said)
    if form.kind is FormKind.HANDOVER:
        return _handover_list(unit, row, form, number, year)
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


def _handover_list(
    unit: ReadUnit, row: Row[Any], form: FormOfProfile, number: int | None, year: int | None
) -> KeptPaper:
    """The list that a dossier stands on, whichever dossier of its batch was the first."""
    handed = [event for event in events_of(unit, row.id) if event.details.get("list")]
    if not handed:
        raise Refused("slip.none_yet", dossier=row.code, form=form.name)
    papers = [print_jobs.one(unit, event.details["list"]).paper for event in handed]
    lists = [msgspec.json.decode(paper, type=HandoverList) for paper in papers]
    fitting = [
        one
        for one in lists
        if number is None
        or (
            (int(one.number.partition("/")[0]) == number)
            and year in (None, local(one.issued_at).year)
        )
    ]
    if not fitting:
        known = [f"{one.number} ({local(one.issued_at).year})" for one in lists]
        raise Refused("slip.no_such_number", form=form.name, number=number, known=known)
    return KeptPaper(row.code, form, form.kind.value, msgspec.json.encode(fitting[-1]))
