"""A request is carried out once, and a unit holds together or never was."""

import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from kiosk.ids import new_id
from kiosk.office.signing_in import SetPin, SignIn, set_pin, sign_in
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import print_jobs, schema
from kiosk.storage.store import Store
from kiosk.storage.units import WriteUnit
from tests.fixtures.store import KIOSK, OFFICER

PROJECT = Path(__file__).resolve().parents[2]

ASK_AGAIN = """
import sys
from pathlib import Path
import msgspec
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.opening import open_store
from tests.fixtures.store import KIOSK, SteppingClock
store = open_store(Path(sys.argv[1]), SteppingClock())
print(msgspec.json.encode(store.do(take_number, TakeNumber("HT"), KIOSK, sys.argv[2])).decode())
store.close()
"""


def lines_in(store: Store, *tables: str) -> dict[str, int]:
    with store.engine.connect() as conn:
        return {
            name: conn.execute(
                select(func.count()).select_from(schema.metadata.tables[name])
            ).scalar_one()
            for name in tables or tuple(schema.metadata.tables)
        }


def test_another_process_gets_the_stored_answer(store: Store, store_file: Path) -> None:
    request = new_id()
    first = store.do(take_number, TakeNumber("HT"), KIOSK, request)
    before = lines_in(store)
    told = subprocess.run(
        [sys.executable, "-c", ASK_AGAIN, str(store_file), request],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    assert msgspec.json.decode(told.stdout, type=NumberTaken) == first
    assert lines_in(store) == before


def test_an_id_in_capitals_is_the_same_id(store: Store) -> None:
    request = new_id()
    first = store.do(take_number, TakeNumber("HT"), KIOSK, request)
    assert store.do(take_number, TakeNumber("HT"), KIOSK, request.upper()) == first


def test_other_content_or_another_act_under_the_same_id_is_refused(store: Store) -> None:
    request = new_id()
    store.do(take_number, TakeNumber("HT"), KIOSK, request)
    before = lines_in(store)
    for act, wish in (
        (take_number, TakeNumber("CT")),
        (take_number, TakeNumber("HT", "elderly")),
        (sign_in, SignIn(1, "CV01", "246801")),
    ):
        with pytest.raises(Refused) as refusal:
            store.do(act, wish, KIOSK, request)  # type: ignore[arg-type]
        assert refusal.value.code == "request.other_content"
    assert lines_in(store) == before


@pytest.mark.parametrize("request_id", ["", "1", "not-an-id", "'; DROP TABLE ticket; --"])
def test_an_id_that_is_none_is_refused(store: Store, request_id: str) -> None:
    with pytest.raises(Refused) as refusal:
        store.do(take_number, TakeNumber("HT"), KIOSK, request_id)
    assert refusal.value.code == "id.malformed"


def test_a_refused_request_may_be_asked_again(store: Store) -> None:
    request = new_id()
    with pytest.raises(Refused):
        store.do(take_number, TakeNumber("Thủy lợi"), KIOSK, request)
    assert store.do(take_number, TakeNumber("HT"), KIOSK, request).number == 1


@dataclass(frozen=True, slots=True)
class Note:
    """A wish of the tests."""

    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """What came of it."""

    text: str


def note_and_refuse(unit: WriteUnit, wish: Note) -> Noted:
    """Leaves traces, then declines."""
    unit.audit("note", wish.text)
    unit.next_number("note", "2026")
    raise Refused("note.refused", keep=wish.text == "keep")


def note_and_break(unit: WriteUnit, wish: Note) -> Noted:
    """Does all that a unit can do, then fails as a bug does."""
    print_jobs.owe(unit, kind="ticket80", title="x", subject=wish.text, paper=b"{}")
    unit.audit("note", wish.text)
    unit.next_number("note", "2026")
    raise ZeroDivisionError


def note_twice(unit: WriteUnit, wish: Note) -> Noted:
    """Adds a line whose key is taken."""
    for _ in range(2):
        unit.add(schema.everyday_word, folded=wish.text, said="a", codes="[]", means="[]")
    return Noted(wish.text)


def note_inside_taking(unit: WriteUnit, wish: TakeNumber) -> NumberTaken:
    """Takes a number, then fails."""
    take_number(unit, wish)
    raise ZeroDivisionError


def test_only_a_refusal_that_says_so_keeps_its_traces(store: Store) -> None:
    before = lines_in(store)
    with pytest.raises(Refused):
        store.do(note_and_refuse, Note("leave"), KIOSK)
    assert lines_in(store) == before
    with pytest.raises(Refused):
        store.do(note_and_refuse, Note("keep"), KIOSK)
    assert lines_in(store, "audit_line")["audit_line"] == before["audit_line"] + 1
    assert lines_in(store, "command_record") == {"command_record": before["command_record"]}


def test_a_unit_that_breaks_leaves_nothing(store: Store) -> None:
    before = lines_in(store)
    with pytest.raises(ZeroDivisionError):
        store.do(note_and_break, Note("x"), KIOSK)
    assert lines_in(store) == before


def test_a_unit_that_breaks_uses_up_no_number(store: Store) -> None:
    assert store.do(take_number, TakeNumber("HT"), KIOSK).number == 1
    with pytest.raises(ZeroDivisionError):
        store.do(note_inside_taking, TakeNumber("HT"), KIOSK)
    assert store.do(take_number, TakeNumber("HT"), KIOSK).number == 2
    with store.read() as look:
        assert [t.number for t in tickets_of_day(look)] == [1, 2]


def test_series_count_on_their_own_and_together(store: Store) -> None:
    with store.write(KIOSK) as unit:
        assert unit.next_numbers("2026", "a", "b") == (1, 1)
        assert unit.next_number("b", "2026") == 2
        assert unit.next_numbers("2026", "b", "a") == (3, 2)
        assert unit.next_number("a", "2027") == 1


def test_no_pin_is_written_down_in_any_form(store: Store, store_file: Path) -> None:
    wrong, right, new = "864209", "246801", "731954"
    with pytest.raises(Refused):
        store.do(sign_in, SignIn(1, "CV01", wrong), OFFICER, new_id())
    store.do(sign_in, SignIn(1, "CV01", right), OFFICER, new_id())
    store.do(set_pin, SetPin("CV01", new), OFFICER, new_id())
    with store.engine.connect() as conn:
        for name in schema.metadata.tables:
            everything = str(conn.execute(text(f"SELECT * FROM {name}")).all())
            for pin in (wrong, right, new):
                assert pin not in everything, f"{pin} in {name}"
        digests = set(conn.execute(select(schema.command_record.c.digest)).scalars())
    assert guesses(digests, range(200_000, 260_000)) == []
    raw = store_file.read_bytes() + store_file.with_name(store_file.name + "-wal").read_bytes()
    for pin in (wrong, right, new):
        assert pin.encode() not in raw


def guesses(digests: set[str], pins: range) -> list[str]:
    """The PINs whose signing in would have one of these digests: a short secret can be tried out."""
    found = []
    for pin in pins:
        content = msgspec.json.encode(SignIn(1, "CV01", f"{pin:06d}"))
        if hashlib.sha256(b"office.sign_in\0" + content).hexdigest() in digests:
            found.append(f"{pin:06d}")
    return found


def test_a_line_that_is_refused_is_told_as_every_other_statement(store: Store) -> None:
    first = store.do(take_number, TakeNumber("HT"), KIOSK)
    with pytest.raises(IntegrityError), store.write(KIOSK) as unit:
        unit.add(schema.store_fact, name="x", value=None)
    with pytest.raises(IntegrityError):
        store.do(note_twice, Note("a"), KIOSK)
    with store.read() as look:
        assert [t.id for t in tickets_of_day(look)] == [first.ticket_id]
        assert look.rows(select(schema.everyday_word)) == []
