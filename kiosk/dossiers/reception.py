"""A reception as it stands at the counter: all that is known before a code is given."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.reading import procedure as find_procedure
from kiosk.dossiers.application import Application
from kiosk.dossiers.checking import checked
from kiosk.dossiers.codes import RegisterPlace
from kiosk.dossiers.events import Signatory, signatory
from kiosk.dossiers.terms import Terms, terms_of
from kiosk.office.legal import LegalProfile
from kiosk.office.model import Office
from kiosk.office.reading import office_now, profile_now
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit


@dataclass(frozen=True, slots=True)
class Reception:
    """A checked application, the procedure it is for, its terms, who takes it in when,
    and the decree in force on that day."""

    office: Office
    procedure: Procedure
    application: Application
    terms: Terms
    received_at: datetime
    by: Signatory
    profile: LegalProfile


@dataclass(frozen=True, slots=True)
class Issued:
    """What a dossier is given at its reception: key, code, register line, look-up secret."""

    id: str
    code: str
    place: RegisterPlace
    secret: str


def prepare(unit: ReadUnit, application: Application, officer: str | None) -> Reception:
    """The reception that an application would be now; nothing is written.

    Raises :class:`Refused`: ``dossier.unfit`` (``problems``), ``procedure.unknown``,
    ``procedure.not_offered``, ``case.unknown``, ``dossier.case_needed``,
    ``dossier.limit_needed``, ``calendar.no_working_day``, ``person.unknown``,
    ``legal.*``.
    """
    sound = checked(msgspec.to_builtins(application), unit.day)
    procedure = find_procedure(unit, sound.procedure)
    if not procedure.offered:
        raise Refused("procedure.not_offered", procedure=procedure.code, name=procedure.name)
    office = office_now(unit)
    return Reception(
        office=office,
        procedure=procedure,
        application=sound,
        terms=terms_of(office, procedure, sound, unit.now),
        received_at=unit.now,
        by=signatory(unit, officer),
        profile=profile_now(unit),
    )
