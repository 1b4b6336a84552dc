"""An older store is copied aside and brought up to date; a failed migration changes nothing.

There is one migration so far. The next one is made up here: the program's own migrations and one
more, in a folder of the test.
"""

import shutil
import threading
from contextlib import closing
from pathlib import Path

import pysqlite3
import pytest

from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import migrate, schema
from kiosk.storage.backup import check
from kiosk.storage.opening import open_store
from tests.fixtures.store import KIOSK, SteppingClock

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"

def upgrade() -> None:
    op.create_table("note", sa.Column("text", sa.Text()))
    op.execute("INSERT INTO note SELECT label FROM (SELECT series AS label FROM ticket)")
    {more}
"""


def revision_of(file: Path) -> str:
    with closing(pysqlite3.connect(file)) as conn:
        return str(conn.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def tables_of(file: Path) -> set[str]:
    with closing(pysqlite3.connect(file)) as conn:
        return {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}


@pytest.fixture
def old_store(store_file: Path, clock: SteppingClock) -> Path:
    """A store of today's program, with a ticket in it; soon it will be an older one."""
    with closing(open_store(store_file, clock)) as store:
        store.do(take_number, TakeNumber("HT"), KIOSK)
    return store_file


@pytest.fixture
def newer_program(old_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program with one migration more than the one that made ``old_store``."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return add_migration(folder, monkeypatch, more="pass")


def add_migration(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> Path:
    (folder / "versions" / "later.py").write_text(
        NEXT.format(revision="9000", before=schema.HEAD, more=more)
    )
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "HEAD", "9000")
    return folder


def asides(file: Path) -> list[Path]:
    return sorted(file.parent.glob(f"{file.name}.before-*"))


@pytest.mark.usefixtures("newer_program")
def test_an_older_store_is_copied_aside_and_brought_up_to_date(
    old_store: Path, clock: SteppingClock
) -> None:
    before = revision_of(old_store)
    with closing(open_store(old_store, clock)) as store, store.read() as look:
        assert [t.label for t in tickets_of_day(look)] == ["HT-001"]
        assert look.conn.exec_driver_sql("SELECT text FROM note").scalars().all() == ["HT"]
    assert revision_of(old_store) == "9000"
    (aside,) = asides(old_store)
    assert aside.name == f"{old_store.name}.before-{before}-20261123-092400"
    assert revision_of(aside) == before
    assert "note" not in tables_of(aside)
    assert check(aside) == []
    assert aside.stat().st_mode & 0o777 == 0o600


def test_a_store_of_today_is_not_copied(old_store: Path, clock: SteppingClock) -> None:
    open_store(old_store, clock).close()
    assert asides(old_store) == []


def test_a_migration_that_fails_half_way_leaves_the_store_as_it_was(
    old_store: Path,
    newer_program: Path,
    clock: SteppingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    before = revision_of(old_store)
    add_migration(newer_program, monkeypatch, more='raise ValueError("half way")')
    with pytest.raises(ValueError, match="half way"):
        open_store(old_store, clock)
    assert revision_of(old_store) == before
    assert "note" not in tables_of(old_store)
    monkeypatch.undo()
    with closing(open_store(old_store, clock)) as store, store.read() as look:
        assert len(tickets_of_day(look)) == 1


@pytest.mark.usefixtures("newer_program")
def test_windows_that_open_at_once_migrate_once(old_store: Path, clock: SteppingClock) -> None:
    failures: list[BaseException] = []
    together = threading.Barrier(3)

    def open_it() -> None:
        together.wait()
        try:
            open_store(old_store, clock).close()
        except Exception as error:  # noqa: BLE001 - told by the main thread
            failures.append(error)

    windows = [threading.Thread(target=open_it) for _ in range(3)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert failures == []
    assert revision_of(old_store) == "9000"
    assert len(asides(old_store)) == 1


@pytest.mark.usefixtures("newer_program")
def test_no_migration_without_a_copy(
    old_store: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise Refused("store.disk_full")

    before = revision_of(old_store)
    monkeypatch.setattr(migrate, "copy_of", no_room)
    with pytest.raises(Refused) as refusal:
        open_store(old_store, clock)
    assert refusal.value.code == "store.disk_full"
    assert revision_of(old_store) == before
