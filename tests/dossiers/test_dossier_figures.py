"""The dossiers' figures of a day, a month and the last working days."""

from datetime import date

from kiosk.dossiers.figures import (
    DAYS_SHOWN,
    DossierFigures,
    OnTime,
    dossier_figures,
    dossiers_behind,
)
from kiosk.dossiers.life import MoveDossier, mark_ready, return_result
from kiosk.dossiers.returning import ReturnResult
from kiosk.storage.store import Store
from tests.fixtures.dossiers import AT_ONCE, BUILDING, SINGLE_STATUS, receive
from tests.fixtures.store import OFFICER, SteppingClock


def figures(store: Store) -> DossierFigures:
    with store.read() as unit:
        return dossier_figures(unit)


def behind(store: Store, figure: str) -> list[str]:
    with store.read() as unit:
        return [one.code for one in dossiers_behind(unit, figure)]


def at(clock: SteppingClock, day: str, hour: str = "09:24") -> None:
    clock.set(f"2026-{day}T{hour}+07:00")


def test_nothing_yet(dossier_store: Store) -> None:
    told = figures(dossier_store)
    assert (told.received, told.returned, told.to_collect, told.overdue) == (0, 0, 0, 0)
    assert told.month.share is None
    assert len(told.days) == DAYS_SHOWN
    assert told.days[-1] == (date(2026, 11, 23), OnTime(0, 0))
    assert told.target == 97


def test_a_dossier_through_its_days(dossier_store: Store, clock: SteppingClock) -> None:
    store = dossier_store
    code = receive(
        store, procedure=SINGLE_STATUS
    ).code  # three working days: Friday 27/11, for the 24th is a holiday
    online = receive(store, procedure=AT_ONCE, channel="online").code
    receive(store, procedure=BUILDING, case="NO")
    told = figures(store)
    assert (told.received, told.online, told.postal) == (3, 1, 0)
    assert told.due_today == 1
    assert behind(store, "due") == [online]
    assert len(behind(store, "received")) == 3

    at(clock, "11-27", "16:50")
    told = figures(store)
    assert (told.received, told.overdue, told.due_today) == (0, 1, 1)
    store.do(mark_ready, MoveDossier(code), OFFICER)
    store.do(mark_ready, MoveDossier(online), OFFICER)
    told = figures(store)
    assert (told.to_collect, told.overdue, told.due_today) == (2, 0, 0)
    assert told.month == OnTime(2, 1)
    assert told.days[-1] == (date(2026, 11, 27), OnTime(2, 1))
    assert behind(store, "late") == [online]
    store.do(return_result, ReturnResult(code), OFFICER)
    told = figures(store)
    assert (told.returned, told.to_collect) == (1, 1)
    assert behind(store, "returned") == [code]

    at(clock, "12-01")
    told = figures(store)
    assert told.month.all == 0
    assert dict(told.days)[date(2026, 11, 27)] == OnTime(2, 1)


def test_on_time_goes_by_the_day_not_the_hour(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store, procedure=SINGLE_STATUS).code
    at(clock, "11-27", "21:00")
    assert figures(dossier_store).overdue == 0
    dossier_store.do(mark_ready, MoveDossier(code), OFFICER)
    assert figures(dossier_store).month == OnTime(1, 1)
    assert behind(dossier_store, "late") == []


def test_days_without_work_are_left_out(dossier_store: Store) -> None:
    days = [day for day, _ in figures(dossier_store).days]
    assert all(day.weekday() < 5 for day in days)
    assert days == sorted(days)
