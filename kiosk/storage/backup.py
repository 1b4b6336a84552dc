"""Copies of the store: an office lives on one disk.

A copy is made online, through SQLite's own backup, while the counters work. A copy is checked
before it replaces anything, and what it replaces is kept beside it.
"""

import contextlib
import errno
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pysqlite3

from kiosk.clock import Clock, local, office_day
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.engine import BUSY_MS
from kiosk.storage.failures import known_failure


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy of the store that was written and read back whole."""

    file: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy now in force, and where the store it replaced was put."""

    from_file: str
    replaced: str | None


def copy_of(store_file: Path, target: Path) -> CopyMade:
    """Write a consistent copy of the store to ``target`` while others write to the store.

    Raises :class:`Refused`: ``store.missing``, ``backup.target_exists``, ``store.disk_full``,
    ``store.corrupt``, ``backup.unwritable``.
    """
    if not store_file.exists():
        raise Refused("store.missing", file=str(store_file))
    if target.exists():
        raise Refused("backup.target_exists", file=str(target))
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _pour(store_file, part)
        _make_single_file(part)
        _require_sound(part)
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    except pysqlite3.DatabaseError as error:
        raise known_failure(error) or error from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Refused("store.disk_full") from error
        raise Refused("backup.unwritable", file=str(target), why=error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return CopyMade(str(target), target.stat().st_size)


def restore(copy: Path, store_file: Path, clock: Clock) -> Restored:
    """Put a copy in force, through SQLite: windows that are open see it at their next look.

    The copy is checked first; the store that it replaces is copied aside.

    Raises :class:`Refused`: ``restore.missing``, ``restore.not_a_store``, ``restore.damaged``,
    ``store.newer``, ``store.disk_full``, ``store.busy``.
    """
    if not copy.is_file():
        raise Refused("restore.missing", file=str(copy))
    _require_restorable(copy)
    replaced: Path | None = None
    try:
        if store_file.exists():
            stamp = local(clock.now()).strftime("%Y%m%d-%H%M%S")
            replaced = free_name(store_file.with_name(f"{store_file.name}.replaced-{stamp}"))
            try:
                copy_of(store_file, replaced)
            except Refused as refusal:
                if refusal.code != "store.corrupt":
                    raise
                _put_aside(store_file, replaced)
        if store_file.exists():
            _pour(copy, store_file)
            _require_sound(store_file)
        else:
            copy_of(copy, store_file)
    except pysqlite3.DatabaseError as error:
        raise known_failure(error) or error from error
    return Restored(str(copy), str(replaced) if replaced else None)


def daily_copy(store_file: Path, folder: Path, clock: Clock, keep_days: int) -> CopyMade | None:
    """Today's copy, unless it was made already; copies older than ``keep_days`` days go.

    So does what a copy left that was cut off on an earlier day.

    Raises :class:`Refused` as :func:`copy_of` does.
    """
    today = office_day(clock.now())
    target = folder / f"store-{today.isoformat()}.sqlite3"
    if target.exists():
        return None
    try:
        made = copy_of(store_file, target)
    except Refused as refusal:
        if refusal.code == "backup.target_exists":
            return None
        raise
    for old in sorted(folder.glob("store-*.sqlite3")):
        day = day_of(old)
        if day is not None and (today - day).days >= keep_days:
            old.unlink(missing_ok=True)
    for cut_off in folder.glob("store-*.part"):
        if not cut_off.name.startswith(target.name):
            cut_off.unlink(missing_ok=True)
    return made


def check(store_file: Path) -> list[str]:
    """What SQLite finds wrong with a file: an empty list for a sound one."""
    try:
        with _opened(store_file, "ro") as conn:
            found = [str(row[0]) for row in conn.execute("PRAGMA integrity_check(20)")]
            if found == ["ok"]:
                found = [f"{row[0]}: {row[2]}" for row in conn.execute("PRAGMA foreign_key_check")]
            return found
    except pysqlite3.DatabaseError as error:
        return [str(error)]


def day_of(file: Path) -> date | None:
    """The day of a daily copy, by its name."""
    with contextlib.suppress(ValueError):
        return date.fromisoformat(file.stem.removeprefix("store-"))
    return None


def free_name(wanted: Path) -> Path:
    """``wanted``, or the next name like it that no file has."""
    name, turn = wanted, 1
    while name.exists():
        turn += 1
        name = wanted.with_name(f"{wanted.name}-{turn}")
    return name


def _put_aside(store_file: Path, target: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part = store_file.with_name(store_file.name + ending)
        if part.exists():
            part.replace(target.with_name(target.name + ending))


def _opened(file: Path, mode: str = "rw") -> Any:
    uri = f"{file.resolve().as_uri()}?mode={mode}"
    return contextlib.closing(
        pysqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None)
    )


def _pour(source: Path, target: Path) -> None:
    # All pages in one step: a copy made in steps starts anew at every write of another process.
    with _opened(source) as giving, _opened(target) as taking:
        giving.backup(taking, pages=-1)


def _make_single_file(file: Path) -> None:
    with _opened(file) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")


def _require_sound(file: Path) -> None:
    if check(file):
        raise Refused("store.corrupt", file=str(file))


def _require_restorable(copy: Path) -> None:
    try:
        with _opened(copy, "ro") as conn:
            revision = conn.execute("SELECT version_num FROM alembic_version").fetchone()
            offices = conn.execute("SELECT count(*) FROM office").fetchone()
    except pysqlite3.DatabaseError as error:
        raise Refused("restore.not_a_store", file=str(copy)) from error
    if revision is None or offices is None or offices[0] != 1:
        raise Refused("restore.not_a_store", file=str(copy))
    if check(copy):
        raise Refused("restore.damaged", file=str(copy))
    if str(revision[0]) > schema.HEAD:
        raise Refused("store.newer", revision=str(revision[0]))


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
