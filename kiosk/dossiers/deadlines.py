"""When a result is due: the appointed day, counted day by day, and the sentence that explains it.

Civil Code 91/2015/QH13: the day of reception does not count (Đ147(2), (3)), hours start at the
moment (Đ147(1)), a period ends with its last day and moves to the next working day when that day
is none (Đ148(5)). NĐ 61/2018 Đ18(2) and NĐ 23/2015 Đ7 give the 15:00 rule. A day ends with the
last session of the office that counts for deadlines.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from kiosk.catalogue.limits import LimitUnit, TimeLimit, limit_in_words
from kiosk.clock import at_office, local
from kiosk.office.calendar import DayKind, WorkingCalendar
from kiosk.refusal import Refused

FIFTEEN = time(15)
"""After this a dossier is forwarded on the next working day (NĐ 61/2018 Đ18(2))."""

_YEARS = range(1900, 3000)
_NAMED_DAYS = 3
_DAY = timedelta(days=1)
_FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day from reception to result: does it count towards the limit, and why."""

    date: date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """When the result is due (UTC), every day from reception (first) to due day (last), and why."""

    due_at: datetime
    days: tuple[CountedDay, ...]
    reason: str


def due_date(
    received_at: datetime,
    limit: TimeLimit,
    calendar: WorkingCalendar,
    *,
    after_cutoff_counts_as_next_day: bool = False,
    cutoff: time = FIFTEEN,
) -> DueDate:
    """Count the time limit of a dossier received at ``received_at`` (aware).

    A limit "in the day" ends with the day of reception, or with the next working day when the
    dossier came at ``cutoff`` or later, after the last session or on a day off. With
    ``after_cutoff_counts_as_next_day`` a limit of one day or more starts from there too; hours
    never do. Raises :class:`Refused` ``deadline.reception_absurd`` (year outside 1900 to 2999) or
    ``calendar.no_working_day``.
    """
    if received_at.tzinfo is None:
        raise ValueError("received_at must be aware")
    if received_at.year not in _YEARS:
        raise Refused("deadline.reception_absurd", received_at=received_at.isoformat())
    received = local(received_at).replace(tzinfo=None)
    if limit.unit is LimitUnit.HOUR:
        return _in_hours(received, limit, calendar)
    if limit.in_the_day:
        return _in_the_day(received, calendar, cutoff)
    days = [CountedDay(received.date(), False, "ngày nhận")]
    opening = "Tính từ ngày kế tiếp"
    if after_cutoff_counts_as_next_day:
        start, moved = _taken_up(received, calendar, cutoff)
        if moved:
            days += _between(days[-1].date, start, calendar)
            days.append(CountedDay(start, False, "tính như ngày nhận"))
            opening = f"{moved} nên tính từ sau ngày {start:%d/%m}"
    if limit.unit is LimitUnit.WORKING_DAY:
        days += _working_days(days[-1].date, limit.amount, calendar)
        return _closed(days, opening, calendar)
    days += _calendar_days(days[-1].date, limit)
    last = days[-1].date
    due = calendar.first_working_day(last)
    clauses = [f"{opening}, gồm cả ngày nghỉ"]
    if due != last:
        why = calendar.verdict(last).why
        days[-1] = CountedDay(last, True, f"{days[-1].why}, {why}")
        days += _between(last, due, calendar)
        days.append(CountedDay(due, False, "ngày làm việc kế tiếp"))
        clauses.append(f"ngày cuối {last:%d/%m} ({why}) chuyển sang ngày làm việc kế tiếp")
    return _due(days, clauses + _on_the_last_day(due, calendar), calendar)


def appointed(
    received_at: datetime, counted: DueDate, day: date, why: str, calendar: WorkingCalendar
) -> DueDate:
    """The due date when the officer appoints another ``day`` than the one that was counted.

    Raises :class:`Refused`: ``due.day_off``, ``due.past`` (before the reception, or over by then),
    ``due.too_far`` (more than a year beyond the counted day).
    """
    received, by_rule = local(received_at), counted.days[-1].date
    if day > by_rule + _FURTHEST:
        raise Refused("due.too_far", day=day)
    closing = calendar.closing(day)
    if closing is None and day >= received.date():
        raise Refused("due.day_off", day=day)
    due_at = at_office(day, closing.hour, closing.minute) if closing is not None else received_at
    if day < received.date() or due_at <= received_at:
        raise Refused("due.past", day=day)
    days = [one for one in counted.days if one.date < day]
    days += _between(days[-1].date, day, calendar) if days else []
    days.append(CountedDay(day, False, "hẹn trả"))
    reason = f"Cán bộ hẹn lại: {why.rstrip('. ')}; theo quy định là {by_rule:%d/%m/%Y}."
    return DueDate(due_at, tuple(days), reason)


def _in_the_day(received: datetime, calendar: WorkingCalendar, cutoff: time) -> DueDate:
    due, moved = _taken_up(received, calendar, cutoff)
    days = [CountedDay(received.date(), False, "ngày nhận")]
    if not moved:
        return _due(days, ["Trả kết quả trong ngày nhận"], calendar)
    days += _between(received.date(), due, calendar)
    days.append(CountedDay(due, False, "ngày làm việc kế tiếp"))
    return _closed(days, f"{moved}, trả kết quả trong ngày làm việc kế tiếp", calendar)


def _in_hours(received: datetime, limit: TimeLimit, calendar: WorkingCalendar) -> DueDate:
    """Working hours, from the minute of reception, as the slip prints it."""
    asked = received.replace(second=0, microsecond=0)
    day, left = asked.date(), timedelta(hours=limit.amount)
    began: datetime | None = None
    finish = asked
    days: list[CountedDay] = []
    while True:
        spent = timedelta()
        for opens, closes in calendar.deadline_sessions(day):
            begin = max(datetime.combine(day, opens), asked)
            taken = min(datetime.combine(day, closes) - begin, left)
            if taken <= timedelta():
                continue
            began = began or begin
            finish = begin + taken
            spent, left = spent + taken, left - taken
        days.append(_hours_day(day, spent, calendar, received=day == asked.date()))
        if not left:
            break
        following = calendar.first_working_day(day + _DAY)
        days += _between(day, following, calendar)
        day = following
    opening = "Tính theo giờ làm việc, từ lúc nhận"
    if began and began != asked:
        opening = f"Nhận ngoài giờ làm việc, tính từ {began:%H:%M} ngày {began:%d/%m}"
    due_at = at_office(finish.date(), finish.hour, finish.minute)
    return _due(days, [opening, *_skipped(days, calendar)], calendar, due_at)


def _hours_day(
    day: date, spent: timedelta, calendar: WorkingCalendar, *, received: bool
) -> CountedDay:
    hours, minutes = divmod(spent // timedelta(minutes=1), 60)
    counted = " ".join(f"{n:02d} {unit}" for n, unit in ((hours, "giờ"), (minutes, "phút")) if n)
    if received:
        return CountedDay(day, bool(spent), f"ngày nhận, {counted}" if counted else "ngày nhận")
    return CountedDay(day, bool(spent), counted or calendar.verdict(day).why)


def _taken_up(received: datetime, calendar: WorkingCalendar, cutoff: time) -> tuple[date, str]:
    """The working day on which the dossier is taken up, and why it is not the day of reception."""
    day = received.date()
    closing = calendar.closing(day)
    if closing is None:
        moved = "Nhận vào ngày nghỉ"
    elif received.time() >= closing:
        moved = "Nhận sau giờ làm việc"
    elif received.time() >= cutoff:
        minutes = f" {cutoff.minute:02d} phút" if cutoff.minute else ""
        moved = f"Nhận sau {cutoff.hour:02d} giờ{minutes}"
    else:
        return day, ""
    return calendar.first_working_day(day + _DAY), moved


def _working_days(start: date, amount: int, calendar: WorkingCalendar) -> Iterator[CountedDay]:
    for number in range(1, amount + 1):
        day = calendar.first_working_day(start + _DAY)
        yield from _between(start, day, calendar)
        special = f", {calendar.verdict(day).why}" if calendar.row(day) else ""
        yield CountedDay(day, True, f"ngày {number}{special}")
        start = day


def _calendar_days(start: date, limit: TimeLimit) -> Iterator[CountedDay]:
    last = start + limit.amount * _DAY
    if limit.unit is LimitUnit.MONTH:
        last = _months_later(start, limit.amount)
    length = (last - start).days
    for number in range(1, length):
        yield CountedDay(start + number * _DAY, True, f"ngày {number}")
    full = f", tròn {limit_in_words(limit)}" if limit.unit is LimitUnit.MONTH else ""
    yield CountedDay(last, True, f"ngày {length}{full}")


def _months_later(day: date, amount: int) -> date:
    """The same day of a later month, or that month's last day where it has none (Đ148(4))."""
    years, month = divmod(day.month - 1 + amount, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _between(after: date, until: date, calendar: WorkingCalendar) -> Iterator[CountedDay]:
    """The days strictly between two dates, none of which counts."""
    for number in range(1, (until - after).days):
        day = after + number * _DAY
        yield CountedDay(day, False, calendar.verdict(day).why)


def _closed(days: Sequence[CountedDay], opening: str, calendar: WorkingCalendar) -> DueDate:
    clauses = [opening, *_skipped(days, calendar), *_on_the_last_day(days[-1].date, calendar)]
    return _due(days, clauses, calendar)


def _due(
    days: Sequence[CountedDay],
    clauses: list[str],
    calendar: WorkingCalendar,
    due_at: datetime | None = None,
) -> DueDate:
    first, last = days[0].date, days[-1].date
    if due_at is None:
        closing = calendar.closing(last) or time.min
        due_at = at_office(last, closing.hour, closing.minute)
    years = calendar.unconfirmed_years(first, last)
    bare = [year for year in years if year not in calendar.drafted]
    loose = [year for year in years if year in calendar.drafted]
    warnings = [f"lịch năm {_years(loose)} chưa được xác nhận"] if loose else []
    if bare:
        warnings.append(f"lịch năm {_years(bare)} chưa nhập đủ, mới tính các ngày lễ cố định")
    return DueDate(due_at, tuple(days), "; ".join(clauses + warnings) + ".")


def _skipped(days: Sequence[CountedDay], calendar: WorkingCalendar) -> Iterator[str]:
    """The days off on the way: three by name, the others by number."""
    year = days[0].date.year
    passed = [row.date for row in days[1:] if calendar.closing(row.date) is None]
    holidays = [day for day in passed if _is_holiday(day, calendar)]
    weekly = len(passed) - len(holidays)
    parts = [f"{_named(holidays, year)} nghỉ lễ"] if holidays else []
    parts += [f"{_number(weekly)} ngày nghỉ hằng tuần"] if weekly else []
    if parts:
        yield f"{', cùng '.join(parts)}, không tính"
    made_up = [row.date for row in days[1:] if _kind(row.date, calendar) is DayKind.EXTRA_WORK]
    if made_up:
        yield f"{_named(made_up, year)} làm bù, có tính"


def _on_the_last_day(due: date, calendar: WorkingCalendar) -> list[str]:
    half = _kind(due, calendar) is DayKind.HALF
    return [f"{due:%d/%m} chỉ làm việc buổi sáng"] if half else []


def _is_holiday(day: date, calendar: WorkingCalendar) -> bool:
    """Whether the day is off by a row of the calendar, though its weekday is a working one."""
    weekdays = {s.weekday for s in calendar.sessions if s.counts_for_deadline}
    return _kind(day, calendar) is DayKind.OFF and day.weekday() in weekdays


def _kind(day: date, calendar: WorkingCalendar) -> DayKind | None:
    row = calendar.row(day)
    return row.kind if row else None


def _named(days: Sequence[date], year: int) -> str:
    named = ", ".join(
        f"{day:%d/%m}" if day.year == year else f"{day:%d/%m/%Y}" for day in days[:_NAMED_DAYS]
    )
    more = len(days) - _NAMED_DAYS
    return f"{named} và {_number(more)} ngày khác" if more > 0 else named


def _number(amount: int) -> str:
    """``02``, ``14``, ``1.468``: as official papers write numbers."""
    return f"{amount:02,d}".replace(",", ".")


def _years(years: Sequence[int]) -> str:
    """``2027`` or, for several, ``2026, 2028–2031``."""
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def put_off(due_at: datetime, working_days: int, calendar: WorkingCalendar) -> datetime:
    """A due date moved on by working days, at the hour the office closes then.

    Raises :class:`Refused` ``calendar.no_working_day``.
    """
    day = local(due_at).date()
    if not working_days:
        return due_at
    for _ in range(working_days):
        day = calendar.first_working_day(day + _DAY)
    closing = calendar.closing(day) or time.min
    return at_office(day, closing.hour, closing.minute)
