"""The schema that migrations make, beside the schema that the code declares."""

import re
from pathlib import Path

import pysqlite3
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError

from kiosk.dossiers.ending import EndDossier, refuse
from kiosk.dossiers.fees import TakeFee, take_fee
from kiosk.dossiers.telling import MarkTold, mark_told
from kiosk.ids import new_id
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next, finish, recall
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import board, counter_queue
from kiosk.storage import dialect, migrate, print_jobs, schema
from kiosk.storage.engine import sqlite_engine
from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import KIOSK, OFFICER


def declared_here(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Leaves out the word index of the catalogue, which is SQLite's own and not in ``metadata``."""
    return kind != "table" or not str(name).startswith(dialect.SEARCH_TABLE)


def test_the_migrations_make_what_is_declared(store: Store) -> None:
    with store.engine.connect() as conn:
        context = MigrationContext.configure(
            conn, opts={"include_object": declared_here, "compare_type": True}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_every_table_and_index_is_written_alike(store: Store, tmp_path: Path) -> None:
    """``compare_metadata`` sees no CHECK and no WHERE of an index; the text of the DDL does."""
    fresh = tmp_path / "declared.sqlite3"
    pysqlite3.connect(fresh).close()
    engine = sqlite_engine(fresh)
    with engine.begin() as conn:
        schema.metadata.create_all(conn)
    assert ddl(store.engine) == ddl(engine)
    engine.dispose()


def ddl(engine: Engine) -> dict[str, list[str]]:
    """The parts of each statement that made a table or an index, in no order."""
    with engine.connect() as conn:
        made = conn.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')")
        ).all()
    return {
        name: sorted(
            " ".join(part.split()).removesuffix(" )")
            for part in re.split(r",\s*\n|,? CONSTRAINT ", _as_declared(sql))
        )
        for name, sql in made
        if sql and not name.startswith((dialect.SEARCH_TABLE, "alembic_version"))
    }


def _as_declared(sql: str) -> str:
    """A statement as if the columns that a migration added had been there from the beginning."""
    kind = r"\w+ [A-Z]+(?:\(\d+\))?(?: DEFAULT (?:\d+|'') NOT NULL)?"
    added = rf", ({kind})(?= CONSTRAINT \w+ REFERENCES|[,)])"
    sql = re.sub(added, r",\n\1", sql)
    reference = r"\n(\w+) (VARCHAR\(36\)) CONSTRAINT (\w+) REFERENCES (\w+ \(\w+\))"
    return re.sub(reference, r"\n\1 \2,\nCONSTRAINT \3 FOREIGN KEY(\1) REFERENCES \4", sql)


def test_the_program_speaks_the_newest_migration(store: Store) -> None:
    assert ScriptDirectory(str(migrate.MIGRATIONS)).get_current_head() == schema.HEAD
    with store.engine.connect() as conn:
        assert MigrationContext.configure(conn).get_current_revision() == schema.HEAD


@pytest.mark.parametrize("table", dialect.APPEND_ONLY)
def test_what_was_written_down_stays(dossier_store: Store, table: str) -> None:
    store = dossier_store
    fill(store)
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id"):
        with pytest.raises(IntegrityError, match="append-only"), store.engine.begin() as conn:
            conn.execute(text(statement))


def fill(store: Store) -> None:
    """At least one line in every append-only table."""
    store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(finish, AtCounter(1), OFFICER)
    code = receive(store).code
    store.do(take_fee, TakeFee(code, 15_000, "AA-001"), OFFICER)
    store.do(refuse, EndDossier(code, "thử"), OFFICER)
    store.do(mark_told, MarkTold(code), OFFICER)


def test_taking_calling_showing_and_printing_read_no_whole_table(store: Store) -> None:
    """Tickets and papers gather for years; what happens a hundred times a day must not grow."""
    asked: list[tuple[str, object]] = []

    def note(_: object, __: object, sql: str, values: object, *___: object) -> None:
        asked.append((sql, values))

    for engine in (store.engine, store._writing):
        event.listen(engine, "before_cursor_execute", note)
    store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(take_number, TakeNumber("HT", "elderly"), KIOSK)
    for act in (call_next, recall, call_next):
        store.do(act, AtCounter(1), OFFICER)
    with store.write(KIOSK) as unit:
        print_jobs.claim_next(unit, "KIOSK1", new_id())
    with store.read() as look:
        board(look)
        counter_queue(look, office_now(look).find_counter(1))
        print_jobs.any_owed(look, "KIOSK1")
        print_jobs.left_in_hand(look, "KIOSK1", new_id())
        print_jobs.listed(look, station="KIOSK1", unsettled=True)
        driver = look.conn.connection.driver_connection
        assert driver is not None
        plans = {
            sql: [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            for sql, values in asked
        }
    slow = {
        sql: steps
        for sql, steps in plans.items()
        if any(
            re.fullmatch(
                r"SCAN (ticket|print_job|ticket_call|audit_line)\b(?! USING INDEX (ix|uq)).*", s
            )
            for s in steps
        )
    }
    assert slow == {}
    assert len(plans) > 15


def test_no_statement_of_the_counters_is_planned_anew_each_time(store: Store) -> None:
    """SQLite plans a statement again at every run when its LIMIT is a bound value."""
    asked: list[str] = []
    event.listen(
        store._writing, "before_cursor_execute", lambda _, __, sql, *___: asked.append(sql)
    )
    store.do(take_number, TakeNumber("HT"), KIOSK)
    for act in (call_next, recall):
        store.do(act, AtCounter(1), OFFICER)
    assert [sql for sql in asked if "LIMIT ?" in sql] == []
