"""What the overview asks of the store. Imported only in the store's lane."""

from pathlib import Path

from kiosk.dossiers.figures import dossier_figures, dossiers_behind
from kiosk.dossiers.steps_at_work import pressing_steps
from kiosk.office.reading import office_now
from kiosk.queue.day_end import CloseDay, DayClosed, close_day
from kiosk.queue.figures import queue_figures
from kiosk.queue.pausing import (
    OfficePaused,
    PauseOffice,
    ResumeOffice,
    pause_office,
    resume_office,
)
from kiosk.queue.views import tickets_of_day, unserved
from kiosk.ratings.figures import LEAST, Opinions, opinions, span_told
from kiosk.refusal import Refused
from kiosk.scans.reading import not_digitised, share_digitised
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.devices import work as devices
from kiosk.ui.admin.overview.listed import (
    AnswerRow,
    Listed,
    ListedRow,
    list_answers,
    list_dossiers,
    list_papers,
    list_tickets,
)
from kiosk.ui.admin.overview.props import SCANS, OverviewSeen, SlowSeen


def look(unit: ReadUnit, store_file: Path | None) -> OverviewSeen:
    """The office at the moment of ``unit``."""
    seen = devices.look(unit, store_file)
    office = office_now(unit)
    return OverviewSeen(
        unit.now,
        queue_figures(unit),
        dossier_figures(unit),
        seen,
        _opinions(unit),
        office.pause,
        unserved(unit),
        office.calendar.today_hours(unit.day) if office.calendar.is_open(unit.now) else "",
    )


def pausing(why: str) -> tuple[UseCase[PauseOffice, OfficePaused], PauseOffice]:
    """The whole office pauses."""
    return pause_office, PauseOffice(why)


def resuming() -> tuple[UseCase[ResumeOffice, OfficePaused], ResumeOffice]:
    """It goes on."""
    return resume_office, ResumeOffice()


def closing(*, early: bool) -> tuple[UseCase[CloseDay, DayClosed], CloseDay]:
    """The queue's day ends."""
    return close_day, CloseDay(early)


def _opinions(unit: ReadUnit) -> Opinions | None:
    try:
        return opinions(unit, *span_told(unit.day))
    except Refused:
        # ``kiosk doctor`` tells what is wrong with the questionnaire.
        return None


def look_slowly(unit: ReadUnit) -> SlowSeen:
    """What takes long to count: this month's papers, the steps of all that is decided on."""
    return SlowSeen(share_digitised(unit, unit.day.replace(day=1)), pressing_steps(unit))


def answers(unit: ReadUnit) -> Listed[AnswerRow]:
    """What stands behind the figure of satisfaction."""
    return list_answers(opinions(unit, *span_told(unit.day)), LEAST)


def listed(unit: ReadUnit, figure: str) -> Listed[ListedRow]:
    """What stands behind a figure."""
    if figure == "taken":
        fields = {field.prefix: field.name for field in office_now(unit).fields}
        return list_tickets(tickets_of_day(unit), fields)
    if figure == SCANS:
        since = unit.day.replace(day=1)
        return list_papers(not_digitised(unit, since), share_digitised(unit, since))
    steps = pressing_steps(unit) if figure == "due" else ()
    return list_dossiers(figure, dossiers_behind(unit, figure), unit.day, steps)
