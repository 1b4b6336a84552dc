"""The opening sessions in the manager's hand: guarded, followed at once, promises kept."""

from dataclasses import astuple, fields, replace
from datetime import date, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.office.calendar import WorkingCalendar
from kiosk.office.hours_keeping import ChangeHours, change_hours
from kiosk.office.reading import office_now
from kiosk.office.week import MOST_A_DAY, SessionEntry, Sessions, Week, week_of
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, opening_session
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, SteppingClock

MONDAY = date(2026, 11, 23)
EMPTY = Week()


def session(opens: str, closes: str, *, public: bool = True, counts: bool = True) -> SessionEntry:
    return SessionEntry(time.fromisoformat(opens), time.fromisoformat(closes), public, counts)


MORNING = session("07:30", "11:30")
AFTERNOON = session("13:30", "17:00")


def kept(store: Store) -> Week:
    with store.read() as unit:
        return week_of(office_now(unit).calendar.sessions)


def test_a_change_is_kept_followed_and_taken_back(store: Store) -> None:
    before = kept(store)
    summer = (session("14:00", "17:30"), session("07:00", "11:00"))
    fact = store.do(change_hours, ChangeHours(replace(before, monday=summer), before), MANAGER)
    assert fact.days == (1,)
    assert fact.entry == kept(store) == replace(before, monday=tuple(sorted(summer)))
    with store.read() as unit:
        assert office_now(unit).calendar.today_hours(MONDAY) == "07:00 – 11:00, 14:00 – 17:30"
    store.do(change_hours, ChangeHours(before, fact.entry), MANAGER)
    assert kept(store) == before


def test_only_the_days_that_changed_are_written_and_told(store: Store) -> None:
    def keys() -> dict[str, int]:
        with store.read() as unit:
            return {row.id: row.weekday for row in unit.rows(select(opening_session))}

    before, rows = kept(store), keys()
    wanted = replace(before, wednesday=(MORNING,), sunday=(MORNING,))
    assert store.do(change_hours, ChangeHours(wanted, before), MANAGER).days == (3, 7)
    assert {key for key, day in rows.items() if day != 3} <= set(keys())
    with store.read() as unit:
        line = unit.rows(select(audit_line).where(audit_line.c.act == "hours.changed"))[-1]
    told = msgspec.json.decode(line.details, type=dict[str, dict[str, Sessions]])
    assert told == {
        "before": {"3": before.wednesday, "7": ()},
        "after": {"3": (MORNING,), "7": (MORNING,)},
    }


def test_two_managers_at_once(store: Store) -> None:
    seen = kept(store)
    store.do(change_hours, ChangeHours(replace(seen, monday=()), seen), MANAGER)
    with pytest.raises(Refused, match=r"hours\.changed_meanwhile"):
        store.do(change_hours, ChangeHours(replace(seen, friday=()), seen), MANAGER)
    assert kept(store) == replace(seen, monday=())


@pytest.mark.parametrize(
    ("week", "code"),
    [
        (EMPTY, "hours.never_open"),
        (Week(monday=(replace(MORNING, public=False),)), "hours.never_open"),
        (Week(saturday=(replace(MORNING, counts=False),)), "hours.no_working_day"),
        (Week(monday=(session("11:30", "07:30"),)), "hours.reversed"),
        (Week(monday=(session("07:30", "07:30"),)), "hours.reversed"),
        (Week(monday=(session("07:30:30", "11:30"),)), "calendar.session_malformed"),
        (Week(monday=(replace(MORNING, public=False, counts=False),)), "hours.idle"),
        (Week(monday=(MORNING, session("11:00", "12:00"))), "calendar.sessions_overlap"),
        (Week(monday=(MORNING, MORNING)), "calendar.sessions_overlap"),
        (
            Week(monday=tuple(session(f"0{h}:00", f"0{h}:30") for h in range(MOST_A_DAY + 1))),
            "hours.too_many",
        ),
    ],
)  # fmt: skip
def test_what_is_no_week_is_refused(store: Store, week: Week, code: str) -> None:
    before = kept(store)
    with pytest.raises(Refused) as refusal:
        store.do(change_hours, ChangeHours(week, before), MANAGER)
    assert refusal.value.code == code
    assert kept(store) == before


def test_sessions_that_touch_and_those_for_different_ends_stand_together(store: Store) -> None:
    inside = session("08:00", "11:00", counts=False)
    counting = replace(MORNING, public=False)
    touching = session("11:30", "12:00")
    week = Week(monday=(counting, inside, touching))
    assert store.do(change_hours, ChangeHours(week, kept(store)), MANAGER).entry == week


def test_the_door_closes_and_opens_with_the_hours(store: Store, clock: SteppingClock) -> None:
    before = kept(store)
    first = store.do(take_number, TakeNumber("HT"), KIOSK)
    closed = replace(before, monday=(session("10:00", "11:00"),))
    store.do(change_hours, ChangeHours(closed, before), MANAGER)
    with pytest.raises(Refused, match=r"ticket\.office_closed"):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    clock.set("2026-11-23T10:00+07:00")
    second = store.do(take_number, TakeNumber("HT"), KIOSK)
    assert second.number == first.number + 1


minutes = st.integers(0, 24 * 60 - 1).map(lambda m: time(m // 60, m % 60))
days = st.lists(
    st.builds(SessionEntry, minutes, minutes, st.booleans(), st.booleans()), max_size=4
).map(tuple)


@given(st.builds(Week, **{each.name: days for each in fields(Week)}))
def test_whatever_is_kept_makes_a_calendar_and_comes_back_the_same(week: Week) -> None:
    from kiosk.office.hours_keeping import good_week

    try:
        good = good_week(week)
    except Refused:
        return
    assert [sorted(day) for day in week.days] == [list(day) for day in good.days]
    assert week_of(good.sessions) == good == good_week(good)
    calendar = WorkingCalendar(good.sessions, {})
    for which in (calendar.public_sessions, calendar.deadline_sessions):
        found = [hours for at in range(7) for hours in which(MONDAY.replace(day=23 + at))]
        assert found
        assert all(opens < closes for opens, closes in found)


@given(days.filter(lambda day: all(one.opens < one.closes for one in day)))
def test_a_week_and_its_sessions_are_two_ways_to_say_the_same(day: Sessions) -> None:
    week = Week(tuesday=tuple(sorted(day)))
    assert week_of(week.sessions) == week
    assert astuple(week)[1] == tuple(astuple(one) for one in sorted(day))
