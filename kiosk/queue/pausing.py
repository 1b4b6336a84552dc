"""The whole office pauses, and goes on: no numbers, no calls, and a sentence for who stands there."""

from dataclasses import dataclass

from sqlalchemy import update

from kiosk.office.managers import only_manager
from kiosk.office.model import Office
from kiosk.office.named import good_name
from kiosk.office.reading import office_changed, office_held
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.units import WriteUnit

LONGEST_WHY = 200


@dataclass(frozen=True, slots=True)
class PauseOffice:
    """Pause everything at once; ``why`` is shown to citizens (``Mất điện, mời Ông/Bà chờ``)."""

    why: str


@dataclass(frozen=True, slots=True)
class ResumeOffice:
    """Go on; ``note``: what was the matter, for the log."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class OfficePaused:
    """Whether the office pauses now, and why."""

    paused: bool
    why: str


def pause_office(unit: WriteUnit, wish: PauseOffice) -> OfficePaused:
    """Stop giving and calling numbers; who waits keeps their place, who is served stays served.

    The manager's window asks for a manager's PIN before.

    Raises :class:`Refused`: ``person.may_not_manage``, ``pause.why_needed`` (``most``),
    ``pause.already``.
    """
    only_manager(unit)
    if office_held(unit).pause is not None:
        raise Refused("pause.already")
    why = good_name(wish.why, LONGEST_WHY)
    if why is None:
        raise Refused("pause.why_needed", most=LONGEST_WHY)
    _set(unit, unit.now, why)
    unit.audit("office.paused", unit.office_id, why=why)
    return OfficePaused(True, why)


def resume_office(unit: WriteUnit, wish: ResumeOffice) -> OfficePaused:
    """Give and call numbers again.

    Raises :class:`Refused`: ``person.may_not_manage``, ``pause.none``.
    """
    only_manager(unit)
    before = office_held(unit).pause
    if before is None:
        raise Refused("pause.none")
    _set(unit, None, None)
    note = good_name(wish.note, LONGEST_WHY, may_be_empty=True) or ""
    unit.audit("office.resumed", unit.office_id, paused_at=before.since, note=note)
    return OfficePaused(False, "")


def require_no_pause(office: Office) -> None:
    """Raises :class:`Refused` ``queue.paused`` (``why``, ``since``) while the office pauses."""
    if office.pause is not None:
        raise Refused("queue.paused", why=office.pause.why, since=office.pause.since)


def _set(unit: WriteUnit, since: object, why: str | None) -> None:
    unit.run(update(schema.office).values(paused_at=since, paused_why=why))
    office_changed(unit)
