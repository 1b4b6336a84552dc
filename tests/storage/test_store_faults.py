"""A store that cannot be used: each fault is told by its name, and nothing is half-written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pysqlite3
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from kiosk.clock import FrozenClock
from kiosk.ids import new_id
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.backup import check, copy_of
from kiosk.storage.failures import SIGNS, known_failure
from kiosk.storage.migrate import make_store
from kiosk.storage.opening import open_store
from kiosk.storage.restoring import restore
from kiosk.storage.store import Store
from tests.fixtures.store import FOUNDED, KIOSK, SteppingClock

CLOCK = FrozenClock(FOUNDED)


def refused(location: Path) -> Refused:
    with pytest.raises(Refused) as refusal:
        open_store(location, CLOCK).close()
    return refusal.value


def change(file: Path, statement: str) -> None:
    with closing(pysqlite3.connect(file)) as conn:
        conn.execute(statement)
        conn.commit()


def test_a_missing_store_is_not_made(tmp_path: Path) -> None:
    missing = tmp_path / "store.sqlite3"
    assert refused(missing).code == "store.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_newer_store_is_left_alone(store_file: Path) -> None:
    change(store_file, "UPDATE alembic_version SET version_num = '9999'")
    before = store_file.read_bytes()
    refusal = refused(store_file)
    assert (refusal.code, refusal.details["revision"]) == ("store.newer", "9999")
    assert store_file.read_bytes() == before


@pytest.mark.parametrize("made", ["CREATE TABLE note (text)", "CREATE TABLE alembic_version (v)"])
def test_another_programs_database_is_left_alone(tmp_path: Path, made: str) -> None:
    file = tmp_path / "store.sqlite3"
    change(file, made)
    assert refused(file).code == "store.foreign"
    with closing(pysqlite3.connect(file)) as conn:
        assert conn.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


@pytest.mark.parametrize(
    "content", [b"not a database, but a letter to the office " * 99, b"\0" * 8192]
)
def test_a_file_of_garbage_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "store.sqlite3"
    file.write_bytes(content)
    assert refused(file).code == "store.corrupt"
    assert file.read_bytes() == content


def test_an_empty_file_is_no_store(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    file.touch()
    assert refused(file).code == "store.foreign"


def test_a_store_without_an_office_says_so(tmp_path: Path) -> None:
    with closing(make_store(tmp_path / "store.sqlite3", CLOCK)) as store:
        with pytest.raises(Refused) as refusal, store.read():
            pass
        assert refusal.value.code == "office.missing"
        with pytest.raises(Refused) as refusal:
            store.do(take_number, TakeNumber("HT"), KIOSK)
        assert refusal.value.code == "office.missing"


def test_a_damaged_page_is_found_and_told(store_file: Path, clock: SteppingClock) -> None:
    """The page of the tickets' own tree is overwritten, as a dying disk would."""
    with closing(pysqlite3.connect(store_file)) as conn:
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        (root,) = conn.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ticket'"
        ).fetchone()
    with store_file.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    assert check(store_file) != []
    with closing(open_store(store_file, clock)) as store:
        with pytest.raises(Refused) as refusal:
            store.do(take_number, TakeNumber("HT"), KIOSK)
        assert refusal.value.code == "store.corrupt"
        with pytest.raises(Refused) as refusal, store.read() as look:
            look.rows(select(schema.ticket))
        assert refusal.value.code == "store.corrupt"
    with pytest.raises(Refused) as refusal:
        copy_of(store_file, store_file.with_name("copy"))
    assert refusal.value.code == "store.corrupt"
    assert not store_file.with_name("copy").exists()


def test_a_store_held_too_long_is_busy(
    store_file: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.storage.engine.BUSY_MS", 20)
    with (
        closing(open_store(store_file, clock)) as store,
        closing(pysqlite3.connect(store_file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused) as refusal:
            store.do(take_number, TakeNumber("HT"), KIOSK)
        assert refusal.value.code == "store.busy"
        with store.read() as look:
            assert tickets_of_day(look) == (), "readers are not held up"
        other.execute("ROLLBACK")
        assert store.do(take_number, TakeNumber("HT"), KIOSK).number == 1


def fill_up(disk: Path) -> None:
    """Leave no room on a disk."""
    filler = os.open(disk / "filler", os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while os.write(filler, b"x" * 4096):
            pass
    os.close(filler)


def take_until_refused(store: Store) -> tuple[list[NumberTaken], str, Refused]:
    """What was taken, the request that was refused, and why."""
    taken: list[NumberTaken] = []
    for _ in range(5000):
        asked = new_id()
        try:
            taken.append(store.do(take_number, TakeNumber("HT"), KIOSK, asked))
        except Refused as refusal:
            return taken, asked, refusal
    raise AssertionError("5000 numbers were taken, and none refused")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, so small that it is soon full; only root may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if not sys.platform.startswith("linux") or mount is None:
        pytest.skip("a disk of its own can be mounted on Linux only")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"may not mount a disk here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk_refuses_and_keeps_what_was_acknowledged(
    small_disk: Path, store_file: Path, clock: SteppingClock
) -> None:
    file = small_disk / "store.sqlite3"
    shutil.copy(store_file, file)
    with closing(open_store(file, clock)) as store:
        taken = [store.do(take_number, TakeNumber("HT"), KIOSK)]
        fill_up(small_disk)
        more, asked, refusal = take_until_refused(store)
        taken += more
        assert refusal.code == "store.disk_full"
        with pytest.raises(Refused) as uncopied:
            copy_of(file, small_disk / "copy.sqlite3")
        assert uncopied.value.code == "store.disk_full"
        (small_disk / "filler").unlink()
        assert not [f for f in small_disk.iterdir() if "copy" in f.name]
        again = store.do(take_number, TakeNumber("HT"), KIOSK, asked)
        assert again.number == len(taken) + 1
        with store.read() as look:
            assert [t.id for t in tickets_of_day(look)] == [
                *(t.ticket_id for t in taken),
                again.ticket_id,
            ]
    assert check(file) == []


def test_a_restore_onto_a_full_disk_leaves_the_store_as_it_was(
    small_disk: Path, store_file: Path, clock: SteppingClock
) -> None:
    file = small_disk / "store.sqlite3"
    shutil.copy(store_file, file)
    with closing(open_store(store_file, clock)) as store:
        for _ in range(50):
            store.do(take_number, TakeNumber("HT"), KIOSK)
    before = file.read_bytes()
    fill_up(small_disk)
    with pytest.raises(Refused) as refusal:
        restore(store_file, file, clock, KIOSK)
    assert refusal.value.code == "store.disk_full"
    assert file.read_bytes() == before
    assert {file.name for file in small_disk.iterdir()} == {"store.sqlite3", "filler"}


def test_a_store_on_a_full_disk_is_not_called_broken(
    small_disk: Path, store_file: Path, clock: SteppingClock
) -> None:
    file = small_disk / "store.sqlite3"
    shutil.copy(store_file, file)
    fill_up(small_disk)
    assert refused(file).code == "store.disk_full"


@pytest.mark.parametrize("told", ["disk I/O error", "unable to open database file"])
@pytest.mark.parametrize(("free", "code"), [(4096, "store.disk_full"), (10**9, "store.disk_error")])
def test_without_room_for_side_files_the_disk_is_full_not_broken(
    told: str, free: int, code: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def usage(_folder: Path) -> tuple[int, int, int]:
        return shutil._ntuple_diskusage(10**9, 10**9 - free, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    error = OperationalError("SELECT 1", {}, pysqlite3.OperationalError(told))
    with pytest.raises(Refused) as refusal, store.read():
        raise error
    assert refusal.value.code == code


def test_no_store_is_half_made_on_a_full_disk(small_disk: Path) -> None:
    fill_up(small_disk)
    with pytest.raises(Refused) as refusal:
        make_store(small_disk / "store.sqlite3", CLOCK)
    assert refusal.value.code == "store.disk_full"
    assert [file.name for file in small_disk.iterdir()] == ["filler"]


def test_a_store_that_may_not_be_written(
    small_disk: Path, store_file: Path, clock: SteppingClock
) -> None:
    file = small_disk / "store.sqlite3"
    shutil.copy(store_file, file)
    with closing(open_store(file, clock)) as store:
        store.do(take_number, TakeNumber("HT"), KIOSK)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = file.read_bytes()
    with pytest.raises(Refused) as refusal, closing(open_store(file, clock)) as store:
        store.do(take_number, TakeNumber("HT"), KIOSK)
    assert refusal.value.code == "store.read_only"
    with pytest.raises(Refused) as refusal:
        make_store(small_disk / "new" / "store.sqlite3", CLOCK)
    assert refusal.value.code == "store.read_only"
    with pytest.raises(Refused) as refusal:
        copy_of(store_file, small_disk / "copy.sqlite3")
    assert refusal.value.code == "backup.unwritable"
    assert file.read_bytes() == before


def test_nothing_is_written_when_the_pages_run_out(store: Store) -> None:
    """The same as a full disk, for machines where no disk can be mounted."""
    with store.engine.connect() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 1")
        (pages,) = conn.exec_driver_sql("PRAGMA max_page_count").one()
    assert pages > 1, "never below what is there"
    taken, asked, refusal = take_until_refused(store)
    assert refusal.code == "store.disk_full"
    with store.read() as look:
        assert [t.id for t in tickets_of_day(look)] == [t.ticket_id for t in taken]
    with store.engine.connect() as conn:
        conn.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert store.do(take_number, TakeNumber("HT"), KIOSK, asked).number == len(taken) + 1


@pytest.mark.parametrize(("sign", "code"), SIGNS)
def test_each_sign_is_recognised_inside_sqlalchemys_error(sign: str, code: str) -> None:
    error = OperationalError("SELECT 1", {}, pysqlite3.OperationalError(sign.upper()))
    refusal = known_failure(error)
    assert refusal is not None
    assert refusal.code == code


def test_a_bug_is_not_taken_for_a_fault(store: Store) -> None:
    with pytest.raises(OperationalError, match="no such column"), store.read() as look:
        look.conn.exec_driver_sql("SELECT lunch FROM ticket")
