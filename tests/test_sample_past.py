"""The past of the sample office: lived through the real use-cases, the same each time."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from kiosk.clock import MovedClock, parse_moment
from kiosk.paths import StationFolder
from kiosk.ratings.figures import opinions
from kiosk.sample_past import PastLived, live_past
from kiosk.setting_up import make_office
from kiosk.storage.opening import open_store
from kiosk.storage.schema import (
    audit_line,
    dossier,
    letter,
    payment,
    print_job,
    telling,
    ticket,
)
from kiosk.storage.store import Store

NOW = parse_moment("2026-11-23T09:24+07:00")


def lived(folder: StationFolder) -> tuple[Store, PastLived]:
    clock = MovedClock(NOW - timedelta(days=30))
    make_office(folder, None, clock)
    store = open_store(folder.store, clock)
    done = live_past(store, clock, NOW, days=3, a_day=25, today=90, left=frozenset({1}))
    assert clock.now() == NOW
    return store, done


@pytest.fixture
def past(tmp_path_factory: pytest.TempPathFactory) -> StationFolder:
    return StationFolder(tmp_path_factory.mktemp("past"))


def test_people_wait_are_served_and_have_left(past: StationFolder) -> None:
    store, done = lived(past)
    with store.read() as unit:
        counted = unit.conn.execute(
            select(ticket.c.state, func.count()).where(ticket.c.day == unit.day).group_by("state")
        )
        states = {row[0]: row[1] for row in counted}
        all_tickets = unit.conn.execute(select(func.count()).select_from(ticket)).scalar_one()
        dossiers = unit.conn.execute(select(func.count()).select_from(dossier)).scalar_one()
        owed = unit.conn.execute(
            select(func.count()).select_from(print_job).where(print_job.c.state != "printed")
        ).scalar_one()
        told = unit.conn.execute(select(func.count()).select_from(audit_line)).scalar_one()
        said = opinions(unit, unit.day - timedelta(days=30), unit.day)
        busy = unit.conn.execute(
            select(ticket.c.counter_id).where(ticket.c.state.in_(("called", "serving")))
        ).all()
    store.close()
    assert {"waiting", "done"} <= set(states)
    assert (done.days, done.tickets, done.dossiers) == (3, all_tickets, dossiers)
    assert owed == 0
    assert said.share is not None
    assert said.share > 80
    # Hardly anybody pays beyond the rules, in an office on show.
    assert said.questions[-1].counts[1] <= 2
    assert told > all_tickets + dossiers
    assert len(busy) == len(set(busy)) <= 7


def test_the_same_seed_gives_the_same_past(
    past: StationFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one, first = lived(past)
    other, second = lived(StationFolder(tmp_path_factory.mktemp("again")))
    with one.read() as here, other.read() as there:
        names = [
            unit.conn.execute(select(dossier.c.code, dossier.c.applicant_name)).all()
            for unit in (here, there)
        ]
    one.close()
    other.close()
    assert first == second
    assert names[0] == names[1]


def test_dossiers_have_met_every_fate(past: StationFolder) -> None:
    clock = MovedClock(NOW - timedelta(days=60))
    make_office(past, None, clock)
    store = open_store(past.store, clock)
    live_past(store, clock, NOW, days=15, a_day=40, today=60)
    with store.read() as unit:
        letters = unit.conn.execute(select(letter.c.kind).distinct()).scalars()
        known = unit.conn.execute(select(dossier.c.state).distinct()).scalars()
        paid = unit.conn.execute(select(payment.c.kind).distinct()).scalars()
        told = unit.conn.execute(select(func.count()).select_from(telling)).scalar_one()
        assert {"supplement", "refusal", "apology", "stop"} <= set(letters)
        assert {"processing", "supplementing", "result_ready", "returned"} <= set(known)
        assert {"paid", "waived"} <= set(paid)
    store.close()
    assert told > 50
