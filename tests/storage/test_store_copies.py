"""Backup and restore: an office lives on one disk."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pysqlite3
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import select

from kiosk.clock import office_day
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import restoring, schema
from kiosk.storage.backup import check, copy_of, daily_copy, day_of
from kiosk.storage.migrate import MIGRATIONS
from kiosk.storage.opening import open_store
from kiosk.storage.restoring import Lacking, restore
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, SteppingClock, found

PROJECT = Path(__file__).resolve().parents[2]

TAKES = """
import sys
from pathlib import Path
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.opening import open_store
from tests.fixtures.store import KIOSK, SteppingClock
store = open_store(Path(sys.argv[1]), SteppingClock())
while True:
    print(store.do(take_number, TakeNumber("HT"), KIOSK).label, flush=True)
"""

COUNTS = """
import sys
from pathlib import Path
from kiosk.queue.views import tickets_of_day
from kiosk.storage.opening import open_store
from tests.fixtures.store import SteppingClock
store = open_store(Path(sys.argv[1]), SteppingClock())
for _ in iter(sys.stdin.readline, ""):
    with store.read() as look:
        print(len(tickets_of_day(look)), store.change_counter(), flush=True)
store.close()
"""


@contextmanager
def running(script: str, file: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(file)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def labels(file: Path) -> list[str]:
    with closing(open_store(file, SteppingClock())) as store, store.read() as look:
        return [ticket.label for ticket in tickets_of_day(look)]


def take(store: Store, count: int = 1) -> None:
    for _ in range(count):
        store.do(take_number, TakeNumber("HT"), KIOSK)


def said(process: subprocess.Popen[str], lines: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(lines)]


@pytest.mark.processes
def test_a_copy_made_during_writes_restores_to_a_sound_store(
    store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    with running(TAKES, store_file) as writer:
        copies = []
        for turn in range(5):
            acknowledged = said(writer, 20)
            copy = tmp_path / f"copy-{turn}.sqlite3"
            made = copy_of(store_file, copy)
            copies.append((copy, acknowledged[-1]))
            assert made.bytes == copy.stat().st_size
            assert check(copy) == []
    for turn, (copy, last) in enumerate(copies):
        place = tmp_path / f"place-{turn}" / "store.sqlite3"
        assert restore(copy, place, clock, KIOSK).replaced is None
        assert check(place) == []
        found = labels(place)
        assert last in found, "what was acknowledged before the copy began is in it"
        assert found == [f"HT-{number:03d}" for number in range(1, len(found) + 1)]
    assert int(copies[-1][1].removeprefix("HT-")) >= 100


@pytest.mark.processes
def test_a_restore_is_seen_by_whoever_has_the_store_open(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    take(store, 2)
    copy_of(store_file, tmp_path / "copy")
    take(store, 3)
    with running(COUNTS, store_file) as other:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        count, moved = said(other, 1)[0].split()
        here = store.change_counter()
        assert count == "5"
        done = restore(tmp_path / "copy", store_file, clock, KIOSK)
        other.stdin.write("\n")
        other.stdin.flush()
        again, moved_since = said(other, 1)[0].split()
        assert again == "2"
        assert moved_since != moved
        assert store.change_counter() != here
    assert done.replaced is not None
    assert len(labels(Path(done.replaced))) == 5
    take(store)
    assert labels(store_file) == ["HT-001", "HT-002", "HT-006"], "no number is given out twice"
    with store.engine.connect() as conn:
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def garbage(file: Path, good: Path) -> str:
    file.write_bytes(b"Kinh gui Ong/Ba " * 4000)
    return "restore.not_a_store"


def empty(file: Path, good: Path) -> str:
    file.touch()
    return "restore.not_a_store"


def too_old(file: Path, good: Path) -> str:
    shutil.copy(good, file)
    with closing(pysqlite3.connect(file)) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '0000_past'")
        conn.commit()
    return "store.newer"


def another_program(file: Path, good: Path) -> str:
    with closing(pysqlite3.connect(file)) as conn:
        conn.execute("CREATE TABLE alembic_version (version_num)")
        conn.execute("INSERT INTO alembic_version VALUES ('0001')")
        conn.commit()
    return "restore.not_a_store"


def without_an_office(file: Path, good: Path) -> str:
    shutil.copy(good, file)
    with closing(pysqlite3.connect(file)) as conn:
        conn.execute("DELETE FROM office")
        conn.commit()
    return "restore.not_a_store"


def newer(file: Path, good: Path) -> str:
    shutil.copy(good, file)
    with closing(pysqlite3.connect(file)) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
        conn.commit()
    return "store.newer"


def damaged(file: Path, good: Path) -> str:
    shutil.copy(good, file)
    with closing(pysqlite3.connect(good)) as conn:
        (size,) = conn.execute("PRAGMA page_size").fetchone()
        (root,) = conn.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_audit_line_subject'"
        ).fetchone()
    with file.open("r+b") as pages:
        pages.seek((root - 1) * size)
        pages.write(b"\xff" * size)
    return "restore.damaged"


def cut_short(file: Path, good: Path) -> str:
    file.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    return "restore."


def missing(file: Path, good: Path) -> str:
    return "restore.missing"


@pytest.mark.parametrize(
    "spoil",
    [
        garbage,
        empty,
        another_program,
        without_an_office,
        newer,
        too_old,
        damaged,
        cut_short,
        missing,
    ],
    ids=lambda spoil: spoil.__name__,
)
def test_a_bad_copy_replaces_nothing(
    spoil: object, store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    assert callable(spoil)
    take(store, 2)
    store.close()
    copy_of(store_file, tmp_path / "good")
    code = spoil(tmp_path / "bad", tmp_path / "good")
    before = store_file.read_bytes()
    with pytest.raises(Refused) as refusal:
        restore(tmp_path / "bad", store_file, clock, KIOSK)
    assert refusal.value.code.startswith(code)
    assert store_file.read_bytes() == before
    assert list(tmp_path.glob("*.replaced-*")) == []


def test_a_corrupt_store_is_put_aside_whole(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    take(store, 2)
    store.close()
    copy_of(store_file, tmp_path / "copy")
    store_file.write_bytes(b"\0" * 9000)
    done = restore(tmp_path / "copy", store_file, clock, KIOSK)
    assert done.replaced is not None
    assert Path(done.replaced).read_bytes() == b"\0" * 9000
    assert done.lacking is None
    assert labels(store_file) == ["HT-001", "HT-002"]


def test_two_restores_in_one_second_keep_both_stores(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    copy_of(store_file, tmp_path / "copy")
    take(store)
    first = restore(tmp_path / "copy", store_file, clock, KIOSK)
    take(store, 2)
    second = restore(tmp_path / "copy", store_file, clock, KIOSK)
    assert first.replaced
    assert second.replaced
    assert [len(labels(Path(name))) for name in (first.replaced, second.replaced)] == [1, 2]


def test_a_restore_says_what_the_copy_lacks_and_writes_it_down(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    take(store, 2)
    copied = clock.now()
    copy_of(store_file, tmp_path / "copy")
    clock.set("2026-11-23T10:00+07:00")
    take(store, 3)
    done = restore(tmp_path / "copy", store_file, clock, KIOSK)
    assert (done.last_change, done.lacking) == (copied, Lacking(tickets=3, dossiers=0))
    with store.read() as look:
        line = look.row(select(schema.audit_line).where(schema.audit_line.c.act == "store.restore"))
        assert line is not None
        assert (line.at, line.station) == (clock.now(), KIOSK.station)
        assert '"tickets":3' in line.details
        assert str(tmp_path / "copy") in line.details
    assert check(store_file) == []


def test_a_newer_copy_keeps_its_own_series(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    copy_of(store_file, tmp_path / "first")
    take(store, 4)
    copy_of(store_file, tmp_path / "second")
    restore(tmp_path / "first", store_file, clock, KIOSK)
    assert restore(tmp_path / "second", store_file, clock, KIOSK).lacking == Lacking(0, 0)
    take(store)
    assert labels(store_file)[-1] == "HT-005"


def test_the_series_of_another_office_are_not_carried_on(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    copy_of(store_file, tmp_path / "copy")
    other = tmp_path / "other" / "store.sqlite3"
    with closing(found(other, clock)) as theirs:
        take(theirs, 3)
    assert restore(tmp_path / "copy", other, clock, KIOSK).lacking is None
    with closing(open_store(other, clock)) as here:
        take(here)
    assert labels(other) == ["HT-001"]


def test_a_restore_that_fails_leaves_nothing_behind(
    store: Store,
    store_file: Path,
    tmp_path: Path,
    clock: SteppingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(store, 2)
    copy_of(store_file, tmp_path / "copy")
    take(store)
    before = {file.name for file in tmp_path.iterdir()}

    def full(source: Path, target: Path) -> None:
        raise pysqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(restoring, "pour", full)
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            restore(tmp_path / "copy", store_file, clock, KIOSK)
        assert refusal.value.code == "store.disk_full"
    assert {file.name for file in tmp_path.iterdir()} == before
    assert len(labels(store_file)) == 3


def test_a_corrupt_store_comes_back_when_the_copy_cannot_be_put_in_its_place(
    store_file: Path, tmp_path: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_of(store_file, tmp_path / "copy")
    store_file.write_bytes(b"\0" * 9000)

    def full(*_: object) -> None:
        raise Refused("store.disk_full")

    monkeypatch.setattr(restoring, "_write_down", full)
    with pytest.raises(Refused):
        restore(tmp_path / "copy", store_file, clock, KIOSK)
    assert store_file.read_bytes() == b"\0" * 9000
    assert {file.name for file in tmp_path.iterdir()} == {"copy", "store.sqlite3"}


def test_the_known_schemas_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert (
        tuple(script.revision for script in reversed(list(scripts.walk_revisions())))
        == schema.REVISIONS
    )


def test_a_copy_never_overwrites(store: Store, store_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Kính gửi")
    with pytest.raises(Refused) as refusal:
        copy_of(store_file, target)
    assert refusal.value.code == "backup.target_exists"
    assert target.read_text() == "Kính gửi"
    with pytest.raises(Refused) as refusal:
        copy_of(tmp_path / "none", tmp_path / "copy")
    assert refusal.value.code == "store.missing"
    with pytest.raises(Refused) as refusal:
        copy_of(store_file, target / "copy")
    assert refusal.value.code == "backup.unwritable"


def test_a_copy_is_one_private_file(store: Store, store_file: Path, tmp_path: Path) -> None:
    take(store)
    folder = tmp_path / "copies"
    copy_of(store_file, folder / "copy")
    assert [file.name for file in folder.iterdir()] == ["copy"]
    assert (folder / "copy").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_store_and_its_side_files_are_private(tmp_path: Path, clock: SteppingClock) -> None:
    from kiosk.storage.migrate import make_store

    folder = tmp_path / "station"
    with closing(make_store(folder / "store.sqlite3", clock)) as store, store.engine.connect():
        modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert set(modes) == {"store.sqlite3", "store.sqlite3-wal", "store.sqlite3-shm"}
    assert set(modes.values()) == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_daily_copies_are_kept_for_some_days(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    folder = tmp_path / "backups"
    for day in ("23", "24", "25", "26", "27"):
        clock.set(f"2026-11-{day}T08:00+07:00")
        made = daily_copy(store_file, folder, clock, keep_days=3)
        assert made is not None
        assert day_of(Path(made.file)) == office_day(clock.now())
        clock.set(f"2026-11-{day}T17:00+07:00")
        assert daily_copy(store_file, folder, clock, keep_days=3) is None
    (folder / "ghi-chú.txt").write_text("giữ lại")
    (folder / "store-cũ.sqlite3").write_text("giữ lại")
    (folder / "store-2026-11-28.sqlite3.4321.part").write_text("cut off")
    clock.set("2026-12-07T08:00+07:00")
    daily_copy(store_file, folder, clock, keep_days=2)
    assert sorted(file.name for file in folder.iterdir()) == [
        "ghi-chú.txt",
        "store-2026-11-27.sqlite3",
        "store-2026-12-07.sqlite3",
        "store-cũ.sqlite3",
    ]


def test_a_wrong_clock_takes_no_copies_away(
    store: Store, store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    folder = tmp_path / "backups"
    for day in ("2026-11-23", "2026-11-24", "2035-01-01", "1970-01-02", "2026-11-25"):
        clock.set(f"{day}T08:00+07:00")
        assert daily_copy(store_file, folder, clock, keep_days=4) is not None
        assert (folder / f"store-{day}.sqlite3").exists()
    assert sorted(file.stem.removeprefix("store-") for file in folder.iterdir()) == [
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
        "2035-01-01",
    ]


def test_no_old_copy_goes_before_the_new_one_is_there(
    store_file: Path, tmp_path: Path, clock: SteppingClock
) -> None:
    folder = tmp_path / "backups"
    daily_copy(store_file, folder, clock, keep_days=2)
    store_file.write_bytes(b"\xff" * 9000)
    clock.set("2026-12-20T08:00+07:00")
    with pytest.raises(Refused) as refusal:
        daily_copy(store_file, folder, clock, keep_days=2)
    assert refusal.value.code == "store.corrupt"
    assert [file.name for file in folder.iterdir()] == ["store-2026-11-23.sqlite3"]
