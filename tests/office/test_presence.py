"""Faces that say they live: one line each, nothing in requests or audit, stale after 90 seconds."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from kiosk.office.presence import (
    STALE_AFTER,
    Alive,
    ForgetStation,
    Presence,
    forget_station,
    presences,
    tell_alive,
)
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, command_record
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import OFFICER, SteppingClock


def alive(store: Store, station: str, face: str = "citizen", counter: int | None = None) -> None:
    with store.write(Actor(station)) as unit:
        tell_alive(unit, Alive(face, counter, unit.now, {"ticket80": "XP-80"}))


def seen(store: Store) -> tuple[Presence, ...]:
    with store.read() as unit:
        return presences(unit)


def lines(store: Store) -> tuple[int, int]:
    with store.read() as unit:
        tables = (command_record, audit_line)
        counts = [unit.rows(select(func.count()).select_from(table))[0][0] for table in tables]
        return counts[0], counts[1]


def test_a_face_has_one_line_however_often_it_tells(store: Store, clock: SteppingClock) -> None:
    before = lines(store)
    alive(store, "SANH")
    clock.set("2026-11-23T09:25+07:00")
    alive(store, "SANH")
    (one,) = seen(store)
    assert (one.station, one.face, one.printers) == ("SANH", "citizen", {"ticket80": "XP-80"})
    assert one.seen_at == clock.now()
    assert lines(store) == before


def test_two_faces_of_a_machine_and_two_machines_stand_apart(store: Store) -> None:
    alive(store, "SANH")
    alive(store, "SANH", "lobby")
    alive(store, "QUAY1", "counter", 1)
    assert [(one.station, one.face, one.counter) for one in seen(store)] == [
        ("QUAY1", "counter", 1),
        ("SANH", "citizen", None),
        ("SANH", "lobby", None),
    ]


def test_it_is_stale_after_ninety_seconds(store: Store, clock: SteppingClock) -> None:
    alive(store, "SANH")
    (one,) = seen(store)
    assert not one.stale(clock.now() + STALE_AFTER)
    assert one.stale(clock.now() + STALE_AFTER + timedelta(seconds=1))


def test_a_machine_in_use_stays_on_the_list(store: Store, clock: SteppingClock) -> None:
    alive(store, "SANH")
    with pytest.raises(Refused) as caught:
        store.do(forget_station, ForgetStation("SANH"), OFFICER)
    assert caught.value.code == "station.alive"
    clock.set("2026-11-23T09:30+07:00")
    store.do(forget_station, ForgetStation("SANH"), OFFICER)
    assert seen(store) == ()
    with store.read() as unit:
        acts = [row.act for row in unit.rows(select(audit_line.c.act))]
    assert "station.forgotten" in acts


def test_a_machine_nobody_knows_cannot_be_forgotten(store: Store) -> None:
    with pytest.raises(Refused) as caught:
        store.do(forget_station, ForgetStation("KHO"), OFFICER)
    assert caught.value.code == "station.unknown"
