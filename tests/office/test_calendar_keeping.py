"""The manager's hand on the calendar."""

from datetime import date

import pytest
from sqlalchemy import select

from kiosk.office.calendar import BY_HAND, DayKind, WorkingCalendar
from kiosk.office.calendar_keeping import (
    ConfirmYear,
    DaySet,
    SetDay,
    YearConfirmed,
    confirm_year,
    set_day,
)
from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import KIOSK, SteppingClock

MANAGER = Actor("QUAY1", "QL01")
WEDNESDAY = date(2026, 12, 9)
SATURDAY = date(2026, 12, 12)


def office(store: Store) -> Office:
    with store.read() as look:
        return office_now(look)


def put(store: Store, day: date, kind: str, name: str = "Ngày của văn phòng") -> DaySet:
    return store.do(set_day, SetDay(day, kind, name), MANAGER)


def test_a_day_off_closes_the_office_and_does_not_count(store: Store, clock: SteppingClock) -> None:
    assert office(store).calendar.verdict(WEDNESDAY).counts
    assert put(store, WEDNESDAY, "off", "  Nghỉ   bù ") == DaySet(WEDNESDAY, "off", None)
    kept = office(store).calendar.days[WEDNESDAY]
    assert (kept.kind, kept.name, kept.source, kept.confirmed) == (
        DayKind.OFF,
        "Nghỉ bù",
        BY_HAND,
        True,
    )
    assert not office(store).calendar.verdict(WEDNESDAY).counts
    clock.set("2026-12-09T09:00+07:00")
    with pytest.raises(Refused) as refusal:
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert refusal.value.code == "ticket.office_closed"


def test_a_day_made_up_for_opens_it(store: Store) -> None:
    assert not office(store).calendar.verdict(SATURDAY).counts
    put(store, SATURDAY, "extra_work", "Làm bù")
    assert office(store).calendar.verdict(SATURDAY).counts


def test_every_change_says_what_was_there_before(store: Store) -> None:
    befores = [
        put(store, WEDNESDAY, kind).before for kind in ("off", "half", "normal", "normal", "off")
    ]
    assert befores == [None, "off", "half", None, None]
    put(store, WEDNESDAY, "normal")
    assert WEDNESDAY not in office(store).calendar.days


def test_a_seeded_holiday_can_be_taken_back(store: Store) -> None:
    new_year = date(2027, 1, 1)
    assert not office(store).calendar.verdict(new_year).counts
    assert put(store, new_year, "normal").before == "off"
    assert office(store).calendar.verdict(new_year).counts


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        ("holiday", "Nghỉ", "calendar.unknown_kind"),
        ("", "Nghỉ", "calendar.unknown_kind"),
        ("off", "", "calendar.day_needs_name"),
        ("half", " \t ", "calendar.day_needs_name"),
    ],
)
def test_what_is_no_day_changes_nothing(store: Store, kind: str, name: str, code: str) -> None:
    before = office(store)
    with pytest.raises(Refused) as refusal:
        put(store, WEDNESDAY, kind, name)
    assert refusal.value.code == code
    assert office(store) is before


@pytest.mark.parametrize(
    ("day", "name", "code"),
    [
        (WEDNESDAY, "Nghỉ\x1b[31m", "calendar.name_malformed"),
        (WEDNESDAY, "N" * 121, "calendar.name_malformed"),
        (date(1, 1, 1), "Nghỉ", "calendar.year_out_of_range"),
        (date(9999, 12, 31), "Nghỉ", "calendar.year_out_of_range"),
    ],
)
def test_what_no_calendar_holds_is_refused(store: Store, day: date, name: str, code: str) -> None:
    before = office(store)
    with pytest.raises(Refused) as refusal:
        put(store, day, "off", name)
    assert refusal.value.code == code
    assert office(store) is before


def test_confirming_a_year_leaves_the_others(store: Store) -> None:
    calendar = office(store).calendar
    in_2026 = [day for day in calendar.days if day.year == 2026]
    assert calendar.unconfirmed_years(date(2026, 1, 1), date(2027, 12, 31)) == (2026, 2027)
    fact = store.do(confirm_year, ConfirmYear(2026), MANAGER)
    assert fact == YearConfirmed(2026, len(in_2026))
    assert office(store).calendar.unconfirmed_years(date(2026, 1, 1), date(2027, 12, 31)) == (2027,)
    assert store.do(confirm_year, ConfirmYear(2026), MANAGER).days == 0


def test_one_day_set_vouches_for_no_year(store: Store) -> None:
    span = (date(2026, 12, 1), date(2026, 12, 31))
    assert not [day for day in office(store).calendar.days if span[0] <= day <= span[1]]
    put(store, WEDNESDAY, "off")
    assert office(store).calendar.unconfirmed_years(*span) == (2026,)
    put(store, date(2031, 12, 24), "off")
    far = (date(2031, 12, 1), date(2031, 12, 31))
    assert office(store).calendar.unconfirmed_years(*far) == (2031,)
    fact = store.do(confirm_year, ConfirmYear(2031), MANAGER)
    assert fact.days == 5, "the fixed holidays were written down"
    calendar = office(store).calendar
    assert calendar.unconfirmed_years(*far) == ()
    assert calendar.days[date(2031, 11, 24)].name == "Ngày Văn hóa Việt Nam"


def test_the_laws_fixed_holidays_hold_in_years_that_nobody_drafted(store: Store) -> None:
    fixed = [(1, 1), (4, 30), (5, 1), (9, 2), (11, 24)]
    put(store, date(2031, 1, 1), "off", "Nghỉ theo văn phòng")
    calendar = office(store).calendar
    for year in (2031, 2099):
        assert all(not calendar.public_sessions(date(year, *each)) for each in fixed)
        assert all(calendar.row(date(year, *each)) for each in fixed)
    assert calendar.row(date(2031, 1, 1)) == calendar.days[date(2031, 1, 1)]
    assert WorkingCalendar((), {}).row(date(2025, 11, 24)) is None
    with pytest.raises(Refused) as refusal:
        put(store, date(2031, 5, 1), "normal")
    assert refusal.value.code == "calendar.fixed_holiday"
    put(store, date(2031, 5, 1), "extra_work", "Làm việc ngày lễ")
    assert office(store).calendar.verdict(date(2031, 5, 1)).counts


def test_a_year_without_days_cannot_be_confirmed(store: Store) -> None:
    with pytest.raises(Refused) as refusal:
        store.do(confirm_year, ConfirmYear(2035), MANAGER)
    assert (refusal.value.code, refusal.value.details) == ("calendar.empty_year", {"year": 2035})


def test_each_change_moves_the_office_and_is_written_down(store: Store) -> None:
    revision = office(store).revision
    put(store, WEDNESDAY, "off")
    store.do(confirm_year, ConfirmYear(2026), MANAGER)
    assert office(store).revision == revision + 2
    line = schema.audit_line.c
    with store.read() as look:
        written = [
            (row.act, row.subject, row.officer)
            for row in look.rows(select(line.act, line.subject, line.officer).order_by(line.id))
        ]
    assert written[1:] == [
        ("calendar.day_set", "calendar:2026-12-09", "QL01"),
        ("calendar.confirmed", "calendar:2026", "QL01"),
    ]
