"""Copies of the store: an office lives on one disk.

A copy is made online, through SQLite's own backup, while the counters work.
"""

import contextlib
import errno
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pysqlite3

from kiosk.clock import Clock, office_day
from kiosk.refusal import Refused
from kiosk.storage.engine import BUSY_MS
from kiosk.storage.failures import known_failure
from kiosk.system_words import why_not


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy of the store that was written and read back whole."""

    file: str
    bytes: int


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
        pour(store_file, part)
        _make_single_file(part)
        require_sound(part)
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    except pysqlite3.DatabaseError as error:
        raise known_failure(error, target) or error from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Refused("store.disk_full") from error
        raise Refused("backup.unwritable", file=str(target), why=why_not(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return CopyMade(str(target), target.stat().st_size)


def daily_copy(store_file: Path, folder: Path, clock: Clock, keep_days: int) -> CopyMade | None:
    """Today's copy, unless it was made already; copies older than ``keep_days`` days go.

    The newest ``keep_days`` copies stay whatever their days: a machine whose clock is wrong must
    not lose its copies. What a copy left that was cut off on an earlier day goes too.

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
    dated = sorted((day, file) for file in folder.glob("store-*.sqlite3") if (day := day_of(file)))
    for day, old in dated[: -max(keep_days, 1)]:
        if (today - day).days >= keep_days:
            old.unlink(missing_ok=True)
    for cut_off in folder.glob("store-*.part"):
        if not cut_off.name.startswith(target.name):
            cut_off.unlink(missing_ok=True)
    return made


def check(store_file: Path) -> list[str]:
    """What SQLite finds wrong with a file: an empty list for a sound one."""
    try:
        with opened(store_file, "ro") as conn:
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


def opened(file: Path, mode: str = "rw") -> Any:
    """A connection of its own to a SQLite file, for a ``with``."""
    uri = f"{file.resolve().as_uri()}?mode={mode}"
    return contextlib.closing(
        pysqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None)
    )


def pour(source: Path, target: Path) -> None:
    """Replace the whole content of ``target`` by that of ``source``, or nothing of it."""
    # All pages in one step: a copy made in steps starts anew at every write of another process.
    with opened(source) as giving, opened(target) as taking:
        giving.backup(taking, pages=-1)


def _make_single_file(file: Path) -> None:
    with opened(file) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")


def require_sound(file: Path) -> None:
    """Raises :class:`Refused` ``store.corrupt`` for a file in which SQLite finds something."""
    if check(file):
        raise Refused("store.corrupt", file=str(file))


def _flush(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
