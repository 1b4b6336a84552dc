"""What presses of a dossier today, and what the law demands of it: pure rules."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from kiosk.clock import local, office_day
from kiosk.dossiers.forwarding import forward_by, forward_words
from kiosk.dossiers.lost import LostPapers
from kiosk.dossiers.model import RUNNING_STATES, DossierState
from kiosk.dossiers.progress import working_day_counter
from kiosk.dossiers.steps_at_work import StepAtWork
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.legal import ProfileRules

PRESSING_STATES = (*RUNNING_STATES, DossierState.SUPPLEMENTING, DossierState.CORRECTING)
_DAY = timedelta(days=1)


class Demand(StrEnum):
    """What is to be done, the most pressing first."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    RESULT_OR_APOLOGY = "result_or_apology"
    STEP_LATE = "step_late"
    FORWARD = "forward"
    STEP_DUE_TODAY = "step_due_today"
    ANSWER_WITHDRAWAL = "answer_withdrawal"
    DUE_SOON = "due_soon"
    FIND_PAPERS = "find_papers"
    AWAIT_SUPPLEMENT = "await_supplement"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules ask of a dossier: ``complete_at`` is its reception, or when what was missing
    had come; the next two tell since when it waits for its citizen, or for an answer, then what of
    its papers is lost; ``step`` is the one of its process that is late or ends today."""

    state: DossierState
    complete_at: datetime
    due_at: datetime | None
    extensions: int = 0
    waiting_since: datetime | None = None
    withdrawn_at: datetime | None = None
    lost: LostPapers | None = None
    step: StepAtWork | None = None


@dataclass(frozen=True, slots=True)
class Pressure:
    """One thing that presses: until when, or since when, in ``at``.

    ``apology_by``: the last day on which another day may still be appointed, None where that is
    over or not possible. ``days``: working days left, or gone by since; None where none count.
    """

    demand: Demand
    at: datetime
    words: str
    apology_by: date | None = None
    days: int | None = None


def pressures(
    standing: Standing,
    now: datetime,
    calendar: WorkingCalendar,
    rules: ProfileRules,
    *,
    cutoff: time,
    within: int = 1,
) -> tuple[Pressure, ...]:
    """What presses of a dossier at ``now``, the most pressing first.

    A result that is due within so many working days; or, as long as that is allowed, the apology
    that appoints another day, at the latest one day before (NĐ 61/2018/NĐ-CP Điều 19 khoản 9):
    where that day is a day off, on the last working day before it. Forwarding on the very day,
    or in the next session after 15:00 (Điều 18 khoản 2). What waits for its citizen, or for an
    answer to its citizen, always. A step of its process that ends today, or is late. Nothing in the
    other states, but for lost papers, which press in every state until they are there again (Điều
    21).
    """
    if standing.state not in PRESSING_STATES:
        return _lost(standing)
    found = [
        *_result(standing, now, calendar, rules, within),
        *_forwarding(standing, now, calendar, cutoff),
        *_waiting(standing),
        *_step(standing),
        *_lost(standing),
    ]
    return tuple(sorted(found, key=lambda one: ORDER[one.demand]))


def last_day_to_apologise(
    due_at: datetime, today: date, calendar: WorkingCalendar, rules: ProfileRules
) -> date | None:
    """The last working day on which another day may be appointed, or a day off after it when that
    is today; None once it is over."""
    last = office_day(due_at) - timedelta(days=rules.extension_days_before)
    if today > last:
        return None
    while last > today and not calendar.deadline_sessions(last):
        last -= _DAY
    return last


def _result(
    standing: Standing,
    now: datetime,
    calendar: WorkingCalendar,
    rules: ProfileRules,
    within: int,
) -> tuple[Pressure, ...]:
    due = standing.due_at
    if due is None or standing.state is DossierState.SUPPLEMENTING:
        return ()
    today, appointed = office_day(now), office_day(due)
    count = working_day_counter(calendar)
    if today > appointed:
        gone = count(appointed, today)
        told = f"Quá hạn {gone} ngày làm việc" if gone else "Quá hạn"
        words = f"{told}: trả kết quả ngay, không hẹn lại được nữa"
        return (Pressure(Demand.OVERDUE, due, words, days=gone),)
    if today == appointed:
        words = f"Trả kết quả trước {_said(due)}, không hẹn lại được nữa"
        return (Pressure(Demand.DUE_TODAY, due, words, days=0),)
    left = count(today, appointed)
    allowed = (
        standing.state in (DossierState.RECEIVED, DossierState.PROCESSING)
        and standing.extensions < rules.extensions_at_most
    )
    by = last_day_to_apologise(due, today, calendar, rules) if allowed else None
    told = f"Có kết quả trước {_said(due)}"
    if by == today:
        words = f"{told}; không kịp thì lập phiếu xin lỗi, hẹn lại ngay hôm nay, ngày cuối"
        return (Pressure(Demand.RESULT_OR_APOLOGY, due, words, by, left),)
    if left > within:
        return ()
    words = f"{told}, không hẹn lại được nữa"
    if by is not None:
        words = f"{told}; không kịp thì lập phiếu xin lỗi, hẹn lại chậm nhất {by:%d/%m/%Y}"
    return (Pressure(Demand.DUE_SOON, due, words, by, left),)


def _forwarding(
    standing: Standing, now: datetime, calendar: WorkingCalendar, cutoff: time
) -> tuple[Pressure, ...]:
    if standing.state is not DossierState.RECEIVED:
        return ()
    until = forward_by(standing.complete_at, cutoff, calendar)
    if office_day(until) > office_day(now):
        return ()
    words = f"Chuyển giải quyết {forward_words(standing.complete_at, until)}"
    if now > until:
        words = f"Chuyển giải quyết ngay: lẽ ra chậm nhất {_said(until)}"
    return (Pressure(Demand.FORWARD, until, words),)


def _waiting(standing: Standing) -> tuple[Pressure, ...]:
    if standing.state is DossierState.SUPPLEMENTING and standing.waiting_since:
        words = f"Chờ giấy tờ bổ sung từ {_said(standing.waiting_since)}"
        return (Pressure(Demand.AWAIT_SUPPLEMENT, standing.waiting_since, words),)
    if standing.state is DossierState.WITHDRAWING and standing.withdrawn_at:
        words = f"Người nộp xin rút từ {_said(standing.withdrawn_at)}: dừng, hoặc giải quyết tiếp"
        return (Pressure(Demand.ANSWER_WITHDRAWAL, standing.withdrawn_at, words),)
    return ()


def _step(standing: Standing) -> tuple[Pressure, ...]:
    found = standing.step
    if found is None:
        return ()
    where = found.step.responsible
    if found.step.late:
        words = f"{found.words} ở {where} đã trễ từ {_said(found.due_at)}"
        return (Pressure(Demand.STEP_LATE, found.due_at, words),)
    words = f"{found.words} ở {where} phải xong trước {_said(found.due_at)}"
    return (Pressure(Demand.STEP_DUE_TODAY, found.due_at, words),)


def _lost(standing: Standing) -> tuple[Pressure, ...]:
    gone = standing.lost
    if gone is None:
        return ()
    words = f"Thất lạc từ {_said(gone.since)}: {'; '.join(gone.names)}. Tìm lại hoặc làm lại, rồi ghi đã có lại giấy tờ"
    return (Pressure(Demand.FIND_PAPERS, gone.since, words),)


def _said(moment: datetime) -> str:
    return local(moment).strftime("%H:%M ngày %d/%m/%Y")


ORDER = {demand: place for place, demand in enumerate(Demand)}
