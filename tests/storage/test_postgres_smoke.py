"""Every use-case on PostgreSQL gives the same facts as on SQLite."""

import ast
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import kiosk
from kiosk.ids import new_id
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from tests.fixtures.postgres import Database
from tests.fixtures.store import KIOSK, SteppingClock, found
from tests.flows.races import complaints, found_office, run
from tests.storage.journey import Diary, a_day

pytestmark = pytest.mark.postgres


@pytest.fixture
def hub(new_database: Database, clock: SteppingClock) -> Iterator[Store]:
    """The small office on a PostgreSQL of its own."""
    url = new_database()
    found(url, clock).close()
    store = open_store(url, clock)
    yield store
    store.close()


def use_cases() -> set[str]:
    """Every function of the program that is carried out for a wish."""
    names = set()
    for file in Path(kiosk.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and len(node.args.args) == 2:
                unit, wish = node.args.args
                kind = unit.annotation and ast.unparse(unit.annotation)
                if kind == "WriteUnit" and wish.arg == "wish" and not node.name.startswith("_"):
                    names.add(node.name)
    return names


def test_a_day_is_the_same_day_on_both(
    hub: Store, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    diaries: list[Diary] = []
    for name, one in (("sqlite", store), ("postgres", hub)):
        clock.set("2026-11-23T09:24+07:00")
        diaries.append(a_day(one, clock, tmp_path / name))
    here, there = (diary.told() for diary in diaries)
    for mine, theirs in zip(here, there, strict=True):
        assert mine == theirs
    assert diaries[0].done == use_cases(), "each use-case is in the day"


def test_the_migrations_make_what_is_declared_here_too(hub: Store) -> None:
    with hub.engine.connect() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_lines_written_down_stay(hub: Store) -> None:
    hub.do(take_number, TakeNumber("HT"), KIOSK)
    for statement in ("DELETE FROM audit_line", "UPDATE audit_line SET act = 'x'"):
        with pytest.raises(DBAPIError, match="append-only"), hub.engine.begin() as conn:
            conn.execute(text(statement))


def test_the_same_request_at_the_same_moment_is_carried_out_once(hub: Store) -> None:
    request, together = new_id(), threading.Barrier(4)
    told: list[object] = []

    def ask() -> None:
        together.wait()
        told.append(hub.do(take_number, TakeNumber("HT"), KIOSK, request))

    askers = [threading.Thread(target=ask) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(told) == 4
    assert len({str(fact) for fact in told}) == 1
    with hub.read() as look:
        assert look.conn.execute(text("SELECT count(*) FROM ticket")).scalar_one() == 1


def test_a_change_of_another_is_noticed(hub: Store, clock: SteppingClock) -> None:
    before = hub.change_counter()
    assert hub.change_counter() == before
    url = hub.engine.url.render_as_string(hide_password=False)
    with closing(open_store(url, clock)) as other:
        other.do(take_number, TakeNumber("HT"), KIOSK)
    assert hub.change_counter() != before


def test_a_connection_that_was_cut_is_told_and_made_anew(hub: Store) -> None:
    hub.change_counter()
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with hub.engine.connect() as conn:
        conn.execute(cut)
    with pytest.raises(Refused) as refusal:
        hub.change_counter()
    assert refusal.value.code == "store.unreachable"
    assert hub.change_counter() > 0
    assert hub.do(take_number, TakeNumber("HT"), KIOSK).number == 1


def test_a_hub_that_is_not_there_says_so(tmp_path: Path, clock: SteppingClock) -> None:
    with pytest.raises(Refused) as refusal:
        open_store(f"postgresql+psycopg://postgres@/office?host={tmp_path}", clock)
    assert refusal.value.code == "store.unreachable"


def test_an_empty_database_is_no_store(new_database: Database, clock: SteppingClock) -> None:
    with pytest.raises(Refused) as refusal:
        open_store(new_database(), clock)
    assert refusal.value.code == "store.foreign"


@pytest.mark.processes
def test_four_callers_never_call_one_number_twice(new_database: Database) -> None:
    url = new_database()
    found_office(url)
    assert complaints(run(url, takers=2, total=200), url, 200) == []
