"""The day appointed at the reception is told whatever came after, beside the one that counts."""

from datetime import date, datetime

from kiosk.cli.dossier_told import lines
from kiosk.clock import parse_moment
from kiosk.dossiers.letters import RegisterLine
from kiosk.dossiers.model import Act
from kiosk.dossiers.register import RegisterWish, register_lines
from kiosk.storage.store import Store
from tests.dossiers.acting import do, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

FIRST = parse_moment("2026-11-27T17:00+07:00")
AGAIN = date(2026, 12, 10)


def registered(store: Store) -> RegisterLine:
    with store.read() as unit:
        (line,) = register_lines(unit, RegisterWish(2026))
    return line


def at(text: str) -> datetime:
    return parse_moment(f"2026-{text}T17:00+07:00")


def told(store: Store, code: str) -> str:
    return next(line for line in lines(seen(store, code)) if line.startswith("Nhận:"))


def test_after_another_day_and_a_supplement(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.EXTEND, code, day=AGAIN)
    assert "(ngày hẹn đầu, để tính đúng hạn: 17:00 ngày 27/11/2026)" in told(dossier_store, code)
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    assert seen(dossier_store, code).events[-1].details["due_before"] == "2026-12-10T10:00:00Z"
    clock.set("2026-11-30T09:00+07:00")
    do(dossier_store, Act.RESTART, code)
    found = seen(dossier_store, code)
    assert (found.first_due_at, found.original_due_at) == (FIRST, at("12-03"))
    assert "(hẹn lần đầu: 17:00 ngày 27/11/2026)" in told(dossier_store, code)
    assert registered(dossier_store).note == "Hẹn lần đầu: 27/11/2026"


def test_going_on_counts_from_the_day_it_is_judged_by(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.EXTEND, code, day=AGAIN)
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    clock.set("2026-11-25T09:00+07:00")
    do(dossier_store, Act.RESTART, code)
    (waited,) = seen(dossier_store, code).pauses
    assert (waited.due_before, waited.due_shifted) == (at("12-10"), at("11-30"))


def test_the_register_of_one_that_waits(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.EXTEND, code, day=AGAIN)
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    line = registered(dossier_store)
    assert line.due_at is None
    assert line.note == "Chờ bổ sung; Hẹn lần đầu: 27/11/2026; Hẹn lại: 10/12/2026"


def test_the_register_tells_papers_given_back_once_they_are(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.STOP, code)
    line = registered(dossier_store)
    assert (line.note, line.due_at) == ("Dừng giải quyết", FIRST)
    do(dossier_store, Act.RETURN, code)
    assert registered(dossier_store).note == "Dừng giải quyết, trả lại giấy tờ"


def test_stopped_while_it_waited(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    do(dossier_store, Act.STOP, code)
    said = [line for line in lines(seen(dossier_store, code)) if "Chờ bổ sung từ" in line]
    assert said[0].endswith("hồ sơ dừng khi đang chờ")
