"""What the kiosk asks of the store. Everything here runs in the store's lane."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.refusal import Refused
from kiosk.ui.citizen.view import (
    CallView,
    Cause,
    FieldView,
    GroupView,
    KioskView,
    PaperView,
    PauseView,
    TakenView,
)
from kiosk.ui.words import day_and_clock

if TYPE_CHECKING:
    from kiosk.office.staff_calls import CallStaff, StaffCall
    from kiosk.queue.taking import NumberTaken, TakeNumber
    from kiosk.ratings.questionnaire import Questionnaire
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit

CALLS = 4


def look(unit: "ReadUnit") -> KioskView:
    """The office as the kiosk shows it, read at once."""
    from kiosk.clock import at_office
    from kiosk.office.reading import office_now
    from kiosk.queue.daily_limits import fields_full
    from kiosk.queue.views import fields_waiting, newest_calls
    from kiosk.queue.waits import expected, shown_range

    office = office_now(unit)
    look_ahead, full, pause = expected(unit), fields_full(unit), office.pause
    calls: dict[str, CallView] = {}
    for call in newest_calls(unit):
        calls.setdefault(call.label, CallView(call.label, call.counter_name))
    return KioskView(
        authority=office.profile.parent,
        office=office.profile.short_name or office.profile.name,
        sample=office.sample,
        hours=office.calendar.today_hours(unit.day),
        open=office.calendar.is_open(unit.now),
        next_opening=office.calendar.next_opening(unit.now),
        fields=tuple(
            FieldView(
                each.prefix,
                each.name,
                each.name_en,
                each.icon,
                each.counters,
                each.waiting,
                shown_range(look_ahead.wait(each.prefix, waiting=each.waiting)),
                bool(each.counters) and not look_ahead.counters_for(each.prefix),
                each.prefix in full,
                shown_range(look_ahead.wait(each.prefix, priority=True)),
            )
            for each in fields_waiting(unit)
        ),
        groups=tuple(
            GroupView(group.code, group.name, group.name_en)
            for group in office.priority_groups
            if group.active
        ),
        calls=tuple(calls.values())[:CALLS],
        asked=_asked(unit),
        pause=None if pause is None else PauseView(pause.since, pause.why),
        next_day=office.calendar.next_opening(at_office(unit.day + timedelta(days=1))),
    )


def _asked(unit: "ReadUnit") -> "Questionnaire | None":
    from kiosk.ratings.asked import asked_now

    try:
        return asked_now(unit)
    except Refused:
        # ``kiosk doctor`` tells what is wrong with the file.
        return None


def taking(
    field: str, group: str
) -> "Callable[[], tuple[UseCase[TakeNumber, NumberTaken], TakeNumber]]":
    """The plan of taking a number; ``group`` is empty without a declared priority."""

    def plan() -> "tuple[UseCase[TakeNumber, NumberTaken], TakeNumber]":
        from kiosk.queue.taking import TakeNumber, take_number

        return take_number, TakeNumber(field, group or None)

    return plan


def calling_staff(
    cause: str, about: str
) -> "Callable[[], tuple[UseCase[CallStaff, StaffCall], CallStaff]]":
    """The plan of calling somebody to this kiosk."""

    def plan() -> "tuple[UseCase[CallStaff, StaffCall], CallStaff]":
        from kiosk.office.staff_calls import CallStaff, call_staff

        return call_staff, CallStaff(cause, about)

    return plan


def calls_seen(unit: "ReadUnit", calls: tuple[str, ...]) -> datetime | None:
    """When a counter first showed one of these calls; None while none did."""
    from kiosk.office.staff_calls import find_call

    found = [find_call(unit, call) for call in calls]
    seen = [one.seen_at for one in found if one is not None and one.seen_at is not None]
    return min(seen, default=None)


def paper_of(unit: "ReadUnit", taken: TakenView, *, to_file: bool) -> PaperView:
    """How the printing of a ticket's slip stands, and the code that stands in for it.

    The code holds number, time and counters only, for whoever takes a picture of it.
    ``to_file``: this machine prints into a folder. In a sample office that stands for paper.
    """
    from kiosk.office.reading import office_now
    from kiosk.printing.barcodes import qr_matrix
    from kiosk.storage.print_jobs import one

    job = one(unit, taken.print_job)
    state = job.state
    if state == "printed" and to_file and not office_now(unit).sample:
        state = "filed"
    said = (taken.label, day_and_clock(taken.at), ", ".join(taken.counters))
    return PaperView(state, cause_of(job.refusal), qr_matrix("; ".join(said)))


def cause_of(refusal: Refused | None) -> Cause:
    """What a printer told of its paper; most tell nothing."""
    told = str(refusal.details.get("why", "")).casefold() if refusal is not None else ""
    if "hết giấy" in told:
        return "paper"
    return "jam" if "kẹt giấy" in told else ""
