"""Checking what an officer gives with an act: reasons, lists of papers, days."""

from collections.abc import Iterable
from datetime import date, datetime

from kiosk.clock import at_office
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.letters import MissingPaper
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.directory import find_person
from kiosk.office.managers import MANAGING_ROLES
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit

MOST_PAPERS = 40
MOST_OF_A_PAPER = 99


def needed_text(key: str, said: str) -> str:
    """A text that must be there.

    Raises :class:`Refused` ``act.reason_needed`` (``part``: ``key``), ``dossier.unfit``.
    """
    sound = checked_text(key, said)
    if not sound:
        raise Refused("act.reason_needed", part=key)
    return sound


def checked_papers(papers: Iterable[MissingPaper]) -> tuple[MissingPaper, ...]:
    """What is missing, each line with a name.

    Raises :class:`Refused`: ``supplement.nothing``, ``supplement.too_many`` (``most``),
    ``supplement.absurd_count`` (``most``), ``dossier.unfit``.
    """
    sound = []
    for paper in papers:
        name, what = checked_text("papers", paper.name), checked_text("papers", paper.what)
        counts = (paper.originals, paper.certified, paper.copies)
        if not all(0 <= count <= MOST_OF_A_PAPER for count in counts):
            raise Refused("supplement.absurd_count", most=MOST_OF_A_PAPER)
        if name:
            sound.append(MissingPaper(name, *counts, what))
    if not sound:
        raise Refused("supplement.nothing")
    if len(sound) > MOST_PAPERS:
        raise Refused("supplement.too_many", most=MOST_PAPERS)
    return tuple(sound)


def usual_reason(papers: Iterable[MissingPaper]) -> str:
    """The reason on the paper where the officer gave none: a request without one is no request."""
    if all(paper.what for paper in papers):
        return "như ghi ở từng giấy tờ nêu trên"
    return "hồ sơ chưa có đủ các giấy tờ nêu trên"


def working_day_end(day: date, calendar: WorkingCalendar) -> datetime:
    """When a working day ends. Raises :class:`Refused` ``due.day_off`` (``day``)."""
    closing = calendar.closing(day)
    if closing is None:
        raise Refused("due.day_off", day=day)
    return at_office(day, closing.hour, closing.minute)


def acts_as_manager(unit: WriteUnit) -> bool:
    """Whether whoever acts may make an exception."""
    return bool(unit.by.officer) and find_person(unit, str(unit.by.officer)).role in MANAGING_ROLES
