"""One of several processes that take or call numbers at the same time.

``racing.py found STORE`` makes the office (four counters that serve the same two fields).
``racing.py take STORE COUNT`` and ``racing.py call STORE COUNTER TOTAL`` say ``ready``, wait for a
line on stdin, work, and print one JSON list of what they were told.
"""

import os
import sys
from pathlib import Path
from threading import Event

import msgspec
from sqlalchemy import text

from kiosk.office.plan import CounterPlan
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import PLAN, SteppingClock, found
from tests.flows.races import COUNTERS, Called, Taken


def office(location: str) -> None:
    """Found the office of the race."""
    counters = tuple(
        CounterPlan(number=number, name=f"Quầy {number}", fields=("HT", "CT"))
        for number in COUNTERS
    )
    found(
        _location(location),
        SteppingClock(),
        msgspec.structs.replace(PLAN, counters=counters, people=()),
    ).close()


def take(store: Store, count: int) -> list[Taken]:
    """Take numbers, by turns of one field and the other, some of them with priority."""
    by = Actor(f"KIOSK{os.getpid()}")
    told: list[Taken] = []
    while len(told) < count:
        turn = len(told)
        wish = TakeNumber("CT" if turn % 3 == 0 else "HT", "elderly" if turn % 7 == 0 else None)
        fact = store.do(take_number, wish, by)
        told.append(Taken(fact.ticket_id, fact.label))
    return told


def call(store: Store, counter: int, total: int) -> list[Called]:
    """Call until all ``total`` numbers of the day are taken and nobody waits any more."""
    by = Actor(f"QUAY{counter}")
    told: list[Called] = []
    while True:
        with store.read() as look:
            day = look.row(_PROGRESS)
        if day is not None and day.waiting:
            fact = store.do(call_next, AtCounter(counter), by)
            if fact.ticket is not None:
                told.append(Called(fact.ticket.id, fact.ticket.label, counter))
        elif day is not None and day.taken >= total:
            return told
        else:
            _PAUSE.wait(0.002)


_PAUSE = Event()
_PROGRESS = text(
    "SELECT count(*) AS taken, count(*) FILTER (WHERE state = 'waiting') AS waiting FROM ticket"
)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _location(text: str) -> Path | str:
    return text if text.startswith("postgresql") else Path(text)


def main(role: str, location: str, *numbers: str) -> None:
    """Do what the command line says."""
    if role == "found":
        return office(location)
    store = open_store(_location(location), SteppingClock())
    _say("ready")
    sys.stdin.readline()
    told: list[Taken] | list[Called]
    try:
        told = (take if role == "take" else call)(store, *map(int, numbers))
    except Refused as refusal:
        sys.exit(str(refusal))
    _say(msgspec.json.encode(told).decode())
    store.close()
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
