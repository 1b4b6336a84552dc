"""A paper that another station prints, and what became of the papers of a day."""

import pytest

from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintElsewhere, print_elsewhere
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import SteppingClock

HERE, THERE = Actor("QUAY1", "CV01"), Actor("QUAY2", "CV02")


def paper(store: Store, by: Actor, outcome: str = "", kind: str = "form01") -> str:
    """A paper owed, and how its sending ended."""
    with store.write(by) as unit:
        job = print_jobs.owe(unit, kind=kind, title="Giấy hẹn", subject="d", paper=b"{}")
        if outcome:
            print_jobs.claim_next(unit, by.station, "spool")
            why = None if outcome == "printed" else Refused("printer.gone", printer="A5")
            print_jobs.settle(unit, job, "spool", outcome, why)
    return job


def test_it_is_owed_at_the_other_station_as_a_reprint(store: Store) -> None:
    paper(store, THERE, "printed")
    failed = paper(store, HERE, "failed")
    again = store.do(print_elsewhere, PrintElsewhere(failed, "QUAY2"), HERE)
    with store.read() as unit:
        job = print_jobs.one(unit, again.job)
        assert (job.station, job.is_reprint, job.state) == ("QUAY2", True, "owed")
        here = print_jobs.of_today(unit, "QUAY1")
        assert print_jobs.since_then(unit, here) == {failed: job}
        assert print_jobs.listed(unit, station="QUAY1", unsettled=True) == []


@pytest.mark.parametrize(
    ("station", "outcome", "code"),
    [
        ("QUAY9", "failed", "print.no_such_station"),
        ("QUAY2", "", "print.still_owed"),
    ],
)
def test_where_nobody_prints_nothing_is_sent(
    store: Store, station: str, outcome: str, code: str
) -> None:
    paper(store, THERE, "printed")
    job = paper(store, HERE, outcome)
    with pytest.raises(Refused) as refusal:
        store.do(print_elsewhere, PrintElsewhere(job, station), HERE)
    assert refusal.value.code == code


def test_only_who_printed_that_kind_today_counts(store: Store, clock: SteppingClock) -> None:
    paper(store, THERE, "printed")
    paper(store, Actor("KIOSK1"), "printed", kind="ticket")
    paper(store, Actor("QUAY3"), "failed")
    with store.read() as unit:
        assert print_jobs.printing_stations(unit, "form01") == ("QUAY2",)
    clock.set("2026-11-24T08:00+07:00")
    with store.read() as unit:
        assert print_jobs.printing_stations(unit, "form01") == ()


def test_a_day_keeps_what_was_left_of_before(store: Store, clock: SteppingClock) -> None:
    paper(store, HERE, "printed")
    left = paper(store, HERE, "failed")
    clock.set("2026-11-24T08:00+07:00")
    new = paper(store, HERE, "printed")
    with store.read() as unit:
        assert [job.id for job in print_jobs.of_today(unit, "QUAY1")] == [new, left]


def test_a_look_at_today_does_not_read_all_papers_ever_printed(store: Store) -> None:
    """Both are asked at every change the counter sees; an office prints for years."""
    for query in (print_jobs._PRINTED_SINCE_DAWN, print_jobs._OWED_SINCE_DAWN):
        spelled = str(query.compile(dialect=store.engine.dialect))
        with store.engine.connect() as conn:
            values = ("x",) * spelled.count("?")
            plan = conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {spelled}", values).all()
        assert "SEARCH print_job USING INDEX ix_print_job_owed_at" in plan[0][3]


def test_a_letter_goes_where_a_slip_came_out(store: Store) -> None:
    """They leave by the same printer, so what came out there tells of both."""
    paper(store, THERE, "printed", kind="form01")
    paper(store, Actor("QUAY3"), "printed", kind="apology")
    paper(store, Actor("KIOSK1"), "printed", kind="ticket80")
    failed = paper(store, HERE, "failed", kind="supplement")
    with store.read() as unit:
        assert print_jobs.printing_stations(unit, "supplement") == ("QUAY3", "QUAY2")
    again = store.do(print_elsewhere, PrintElsewhere(failed, "QUAY3"), HERE)
    with store.read() as unit:
        assert print_jobs.one(unit, again.job).station == "QUAY3"
