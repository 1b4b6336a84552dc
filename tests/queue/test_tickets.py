"""The queue through its use-cases, on a real store."""

import msgspec
import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from kiosk.ids import new_id
from kiosk.office.reading import office_now
from kiosk.queue.calling import (
    AtCounter,
    NextCalled,
    call_next,
    finish,
    mark_no_show,
    recall,
    start_serving,
)
from kiosk.queue.model import TicketState, label_of, parse_label
from kiosk.queue.slips import TicketSlip
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.queue.views import board, counter_queue, find_ticket, newest_calls, tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import print_jobs, schema
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def take(store: Store, field: str = "HT", priority: str | None = None) -> NumberTaken:
    return store.do(take_number, TakeNumber(field, priority), KIOSK)


def call(store: Store, counter: int = 1) -> NextCalled:
    return store.do(call_next, AtCounter(counter), OFFICER)


def test_numbers_rise_per_field_and_say_who_is_ahead(store: Store) -> None:
    taken = [take(store), take(store, "Hộ tịch"), take(store, "chung thuc"), take(store, "ht")]
    assert [t.label for t in taken] == ["HT-001", "HT-002", "CT-001", "HT-003"]
    assert [t.people_ahead for t in taken] == [0, 1, 0, 2]
    assert taken[0].counters == ("Quầy 1", "Quầy 2")


def test_numbers_restart_with_the_office_day(store: Store, clock: SteppingClock) -> None:
    take(store)
    clock.set("2026-11-25T07:31+07:00")
    assert take(store).label == "HT-001"


def test_the_paper_is_owed_with_the_number(store: Store) -> None:
    taken = take(store, priority="elderly")
    with store.read() as unit:
        (job,) = print_jobs.of_subject(unit, taken.ticket_id)
    slip = msgspec.json.decode(job.paper, type=TicketSlip)
    assert (job.id, job.state, job.station) == (taken.print_job, "owed", "KIOSK1")
    assert (slip.label, slip.priority, slip.people_ahead) == ("HT-001", True, 0)
    for reason in ("elderly", "tuổi"):
        assert reason not in job.paper, "the reason of a priority is never printed"


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (TakeNumber("Thủy lợi"), "field.unknown"),
        (TakeNumber("XD"), "field.not_served"),
        (TakeNumber("HT", "vip"), "priority.unknown"),
    ],
)
def test_what_cannot_be_taken(store: Store, wish: TakeNumber, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        store.do(take_number, wish, KIOSK)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "at", ["2026-11-23T11:30+07:00", "2026-11-23T06:00+07:00", "2026-11-24T09:00+07:00"]
)
def test_no_number_outside_hours_or_on_a_holiday(
    store: Store, clock: SteppingClock, at: str
) -> None:
    clock.set(at)
    with pytest.raises(Refused) as refusal:
        take(store)
    assert refusal.value.code == "ticket.office_closed"
    assert refusal.value.details["next_opening"] is not None
    with store.read() as unit:
        assert tickets_of_day(unit) == ()


def test_next_goes_by_number_even_when_the_clock_ran_backwards(
    store: Store, clock: SteppingClock
) -> None:
    take(store)
    clock.set("2026-11-23T08:00+07:00")
    take(store)
    called = [call(store).ticket, call(store).ticket]
    assert [t.label for t in called if t] == ["HT-001", "HT-002"]


def test_next_finishes_what_the_counter_had(store: Store) -> None:
    take(store)
    take(store)
    first = call(store)
    second = call(store)
    assert first.ticket is not None
    assert second.finished == first.ticket.id
    with store.read() as unit:
        states = [t.state for t in tickets_of_day(unit)]
    assert states == [TicketState.DONE, TicketState.CALLED]


def test_next_with_nobody_waiting_still_finishes(store: Store) -> None:
    take(store)
    call(store)
    nobody = call(store)
    assert (nobody.ticket, nobody.reason) == (None, "Chưa có người chờ.")
    with store.read() as unit:
        assert [t.state for t in tickets_of_day(unit)] == [TicketState.DONE]


def test_a_counter_calls_only_what_it_serves(store: Store) -> None:
    take(store, "CT")
    assert call(store, 1).ticket is None
    called = call(store, 2).ticket
    assert called is not None
    assert called.label == "CT-001"


def test_over_fields_arrival_decides_not_the_number(store: Store) -> None:
    for field in ("CT", "CT", "HT"):
        take(store, field)
    labels = [call(store, 2).ticket for _ in range(3)]
    assert [t.label for t in labels if t] == ["CT-001", "CT-002", "HT-001"]


def test_priority_goes_first_but_never_for_ever(store: Store) -> None:
    take(store)
    take(store)
    for group in ("elderly", "elderly", "disabled", "elderly"):
        take(store, priority=group)
    order = [call(store) for _ in range(6)]
    assert [fact.ticket.label for fact in order if fact.ticket] == [
        "HT-005",
        "HT-003",
        "HT-001",
        "HT-004",
        "HT-006",
        "HT-002",
    ]
    assert order[0].reason.startswith("ưu tiên")
    assert order[2].reason.startswith("xen kẽ sau 2 số ưu tiên")


def test_recall_has_a_limit_and_a_no_show_can_come_back(store: Store) -> None:
    take(store)
    call(store)
    for turn in (2, 3, 4):
        assert store.do(recall, AtCounter(1), OFFICER).ticket.calls == turn
    with pytest.raises(Refused) as refusal:
        store.do(recall, AtCounter(1), OFFICER)
    assert refusal.value.code == "ticket.recall_limit"
    store.do(mark_no_show, AtCounter(1), OFFICER)
    assert store.do(recall, AtCounter(1), OFFICER).ticket.state is TicketState.CALLED


def test_serving_starts_once_and_ends_the_calling(store: Store) -> None:
    take(store)
    call(store)
    served = store.do(start_serving, AtCounter(1), OFFICER).ticket
    assert served.state is TicketState.SERVING
    assert store.do(start_serving, AtCounter(1), OFFICER).ticket == served
    for act in (recall, mark_no_show):
        with pytest.raises(Refused) as refusal:
            store.do(act, AtCounter(1), OFFICER)
        assert refusal.value.code == "ticket.already_serving"
    assert store.do(finish, AtCounter(1), OFFICER).ticket.state is TicketState.DONE
    with pytest.raises(Refused) as refusal:
        store.do(finish, AtCounter(1), OFFICER)
    assert refusal.value.code == "ticket.none_active"


def test_the_same_request_is_answered_alike_and_other_content_is_refused(store: Store) -> None:
    request = new_id()
    first = store.do(take_number, TakeNumber("HT"), KIOSK, request)
    assert store.do(take_number, TakeNumber("HT"), KIOSK, request) == first
    with pytest.raises(Refused) as refusal:
        store.do(take_number, TakeNumber("CT"), KIOSK, request)
    assert refusal.value.code == "request.other_content"
    asked = new_id()
    called = store.do(call_next, AtCounter(1), OFFICER, asked)
    assert store.do(call_next, AtCounter(1), OFFICER, asked) == called
    with store.read() as unit:
        assert len(tickets_of_day(unit)) == 1


def test_the_database_itself_refuses_twins(store: Store) -> None:
    take(store)
    take(store)
    with store.engine.begin() as conn:
        row = conn.execute(select(schema.ticket)).first()
    assert row is not None
    twin = dict(row._mapping) | {"id": new_id(), "arrival": 99}
    with pytest.raises(IntegrityError), store.engine.begin() as conn:
        conn.execute(insert(schema.ticket), twin)
    with store.read() as unit:
        ids = [t.id for t in tickets_of_day(unit)]
    call(store)
    with store.read() as unit:
        counter = office_now(unit).find_counter(1)
    second_call = (
        update(schema.ticket)
        .where(schema.ticket.c.id == ids[1])
        .values(state="called", counter_id=counter.id, called_at=store.clock.now())
    )
    with pytest.raises(IntegrityError), store.engine.begin() as conn:
        conn.execute(second_call)


def test_every_change_is_written_down_beside_it(store: Store) -> None:
    take(store)
    call(store)
    store.do(finish, AtCounter(1), OFFICER)
    line = schema.audit_line
    with store.read() as unit:
        acts = [row.act for row in unit.rows(select(line.c.act).order_by(line.c.id))]
    assert acts[1:] == ["ticket.taken", "ticket.called", "ticket.finished"]
    for statement in (update(line).values(act="x"), line.delete()):
        with pytest.raises(IntegrityError, match="append-only"), store.engine.begin() as conn:
            conn.execute(statement)


def test_the_board_knows_numbers_and_counters_only(store: Store) -> None:
    take(store)
    take(store, "CT")
    call(store, 1)
    call(store, 3)
    store.do(recall, AtCounter(1), OFFICER)
    with store.read() as unit:
        shown = board(unit)
        queue = counter_queue(unit, office_now(unit).find_counter(1))
        calls = newest_calls(unit)
    assert [(c.label, c.counter, c.turn) for c in calls] == [
        ("HT-001", 1, 2),
        ("CT-001", 3, 1),
        ("HT-001", 1, 1),
    ]
    assert [(c.number, c.label, c.state) for c in shown.counters] == [
        (1, "HT-001", "called"),
        (2, None, None),
        (3, "CT-001", "called"),
    ]
    assert queue.active is not None
    assert queue.waiting_here == 0


def test_a_ticket_is_found_by_label_and_by_id(store: Store) -> None:
    taken = take(store)
    with store.read() as unit:
        assert find_ticket(unit, " ht 1 ").id == taken.ticket_id
        assert find_ticket(unit, taken.ticket_id.upper()).label == "HT-001"
        with pytest.raises(Refused) as refusal:
            find_ticket(unit, "HT-777")
    assert refusal.value.code == "ticket.unknown"


@pytest.mark.parametrize(
    ("series", "number", "label"),
    [("HT", 1, "HT-001"), ("CT", 999, "CT-999"), ("K", 1000, "K-1000")],
)
def test_labels_grow_past_999(series: str, number: int, label: str) -> None:
    assert label_of(series, number) == label
    assert parse_label(label) == (series, number)
