"""Whatever three counters do with their numbers: nobody is lost, doubled or called by a stranger."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next, finish, mark_no_show, recall, start_serving
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.passing import PassOn, hold, pass_on
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import counter_queue, tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

COUNTERS = (1, 2, 3)
SERVES = {1: {"Hộ tịch"}, 2: {"Hộ tịch", "Chứng thực"}, 3: {"Chứng thực"}}
ACTIVE = (TicketState.CALLED, TicketState.SERVING)
Step = tuple[str, int, int]

steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "take",
                "next",
                "next",
                "next",
                "hold",
                "hold",
                "field",
                "counter",
                "this",
                "again",
                "serve",
                "end",
            ]
        ),
        st.sampled_from(COUNTERS),
        st.integers(0, 7),
    ),
    min_size=12,
    max_size=30,
)


def _do(store: Store, step: Step, known: tuple[Ticket, ...]) -> None:
    what, counter, choice = step
    at = AtCounter(counter)
    any_one = known[choice % len(known)].id if known else "HT-999"
    acts: dict[str, Callable[[], object]] = {
        "take": lambda: store.do(take_number, TakeNumber(("HT", "CT")[choice % 2]), KIOSK),
        "next": lambda: store.do(call_next, at, OFFICER),
        "hold": lambda: store.do(hold, at, OFFICER),
        "field": lambda: store.do(
            pass_on, PassOn(counter, to_field=("HT", "CT")[choice % 2]), OFFICER
        ),
        "counter": lambda: store.do(pass_on, PassOn(counter, to_counter=1 + choice % 3), OFFICER),
        "this": lambda: store.do(
            call_this, CallThis(counter, any_one, "lý do" if choice % 2 else ""), OFFICER
        ),
        "again": lambda: store.do(recall, at, OFFICER),
        "serve": lambda: store.do(start_serving, at, OFFICER),
        "end": lambda: store.do((finish, mark_no_show)[choice % 2], at, OFFICER),
    }
    with suppress(Refused):
        acts[what]()


def _all(store: Store) -> tuple[Ticket, ...]:
    with store.read() as unit:
        return tickets_of_day(unit)


def _check(store: Store, before: tuple[Ticket, ...], step: Step) -> None:
    after = _all(store)
    was = {one.id: one for one in before}
    assert [one.id for one in after][: len(before)] == [one.id for one in before]
    assert [one.label for one in after][: len(before)] == [one.label for one in before]
    active = [one.counter for one in after if one.state in ACTIVE]
    assert len(active) == len(set(active)), "a counter has one ticket at a time"
    for one in after:
        assert not (one.held_by and one.only_at)
        if one.held_by or one.only_at:
            assert one.state is TicketState.WAITING
        old = was.get(one.id)
        if step[0] == "next" and old and old.state is TicketState.WAITING and one.state in ACTIVE:
            assert old.held_by is None, "a held number is called by nobody by itself"
            assert old.only_at in (None, step[1])
            assert old.only_at or old.field in SERVES[step[1]]
    with store.read() as unit:
        places = [office_now(unit).find_counter(number) for number in COUNTERS]
        seen = {place.number: counter_queue(unit, place, 50) for place in places}
    for one in after:
        if one.state is not TicketState.WAITING:
            continue
        if one.held_by:
            assert [n for n in COUNTERS if one in seen[n].held] == [one.held_by]
            assert not any(one in seen[n].upcoming for n in COUNTERS)
        else:
            ways = {one.only_at} if one.only_at else {n for n in SERVES if one.field in SERVES[n]}
            assert {n for n in COUNTERS if one in seen[n].upcoming} == ways


def _drain(store: Store) -> None:
    """The day ends: each counter calls what it holds, and then whoever waits."""
    for counter in COUNTERS:
        with store.read() as unit:
            held = counter_queue(unit, office_now(unit).find_counter(counter)).held
        for one in held:
            store.do(call_this, CallThis(counter, one.id), OFFICER)
        while store.do(call_next, AtCounter(counter), OFFICER).ticket is not None:
            continue


@settings(max_examples=25, deadline=None)
@given(steps=steps)
def test_nobody_is_lost_whatever_the_counters_do(founded_file: Path, steps: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite3"
        shutil.copy(founded_file, file)
        store = open_store(file, SteppingClock())
        try:
            for _ in range(3):
                for field in ("HT", "CT"):
                    store.do(take_number, TakeNumber(field), KIOSK)
            for step in steps:
                before = _all(store)
                _do(store, step, before)
                _check(store, before, step)
            _drain(store)
            ended = {one.state for one in _all(store)}
        finally:
            store.close()
    assert ended <= {TicketState.DONE, TicketState.NO_SHOW}
