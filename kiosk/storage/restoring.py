"""Putting a copy in force, so that nothing that was handed out is handed out again."""

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pysqlite3

from kiosk.clock import Clock, local
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.backup import check, copy_of, free_name, opened, pour, require_sound
from kiosk.storage.failures import known_failure
from kiosk.storage.types import stored_moment
from kiosk.storage.units import Actor


@dataclass(frozen=True, slots=True)
class Lacking:
    """What the replaced store had and the copy has not."""

    tickets: int
    dossiers: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy now in force, and where the store it replaced was put.

    ``last_change`` is the newest change the copy knows of. ``lacking`` is None where there was no
    store before, or none of this office that could be read: then what was handed out since the
    copy is not known, and its numbers may come out again.
    """

    from_file: str
    last_change: datetime | None
    replaced: str | None
    lacking: Lacking | None


def restore(copy: Path, store_file: Path, clock: Clock, by: Actor) -> Restored:
    """Put a copy in force, through SQLite: windows that are open see it at their next look.

    The copy is checked first; the store that it replaces is copied aside. Number series go on
    where the replaced store stood, so that no ticket or dossier code is given out twice. When it
    fails, the store in force and the folder are as they were.

    Raises :class:`Refused`: ``restore.missing``, ``restore.not_a_store``, ``restore.damaged``,
    ``store.newer``, ``store.disk_full``, ``store.busy``.
    """
    if not copy.is_file():
        raise Refused("restore.missing", file=str(copy))
    _require_restorable(copy)
    ready = store_file.with_name(f"{store_file.name}.restoring-{os.getpid()}")
    try:
        ready.unlink(missing_ok=True)
        copy_of(copy, ready)
        return _put_in_force(copy, ready, store_file, clock, by)
    except pysqlite3.DatabaseError as error:
        raise known_failure(error, store_file) or error from error
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)


def _put_in_force(copy: Path, ready: Path, store_file: Path, clock: Clock, by: Actor) -> Restored:
    replaced, readable = _kept_aside(store_file, clock)
    try:
        last_change = _last_change(ready)
        lacking = _carry_on(ready, replaced) if replaced is not None and readable else None
        done = Restored(str(copy), last_change, str(replaced) if replaced else None, lacking)
        _write_down(ready, done, clock, by)
        if store_file.exists():
            pour(ready, store_file)
        else:
            copy_of(ready, store_file)
    except BaseException:
        # The store in force is still whole: SQLite takes back a pour that fails.
        if replaced is not None and readable:
            replaced.unlink(missing_ok=True)
        elif replaced is not None:
            _move(replaced, store_file)
        raise
    require_sound(store_file)
    return done


def _kept_aside(store_file: Path, clock: Clock) -> tuple[Path | None, bool]:
    """Where the store in force was copied to, or moved to when it cannot be read."""
    if not store_file.exists():
        return None, False
    stamp = local(clock.now()).strftime("%Y%m%d-%H%M%S")
    replaced = free_name(store_file.with_name(f"{store_file.name}.replaced-{stamp}"))
    try:
        copy_of(store_file, replaced)
    except Refused as refusal:
        if refusal.code != "store.corrupt":
            raise
        _move(store_file, replaced)
        return replaced, False
    return replaced, True


def _move(file: Path, target: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(target.with_name(target.name + ending))


def _carry_on(ready: Path, replaced: Path) -> Lacking | None:
    """Let the series of ``ready`` go on where ``replaced`` stood; None for another office's."""
    with opened(ready) as conn:
        conn.execute("ATTACH ? AS old", (f"{replaced.resolve().as_uri()}?mode=ro",))
        here, there = (_office(conn, name) for name in ("main", "old"))
        if here != there:
            return None
        conn.execute(
            "INSERT INTO main.number_series (office_id, scope, period, last)"
            " SELECT office_id, scope, period, last FROM old.number_series WHERE true"
            " ON CONFLICT (office_id, scope, period)"
            " DO UPDATE SET last = max(last, excluded.last)"
        )
        return Lacking(_missing(conn, "ticket"), _missing(conn, "dossier"))


def _office(conn: Any, place: str) -> str | None:
    with contextlib.suppress(pysqlite3.OperationalError):  # not a store of ours
        row = conn.execute(f"SELECT id FROM {place}.office").fetchone()
        return str(row[0]) if row else None
    return None


def _missing(conn: Any, table: str) -> int:
    (count,) = conn.execute(
        f"SELECT count(*) FROM old.{table} WHERE id NOT IN (SELECT id FROM main.{table})"
    ).fetchone()
    return int(count)


def _last_change(file: Path) -> datetime | None:
    with opened(file, "ro") as conn:
        (at,) = conn.execute("SELECT max(at) FROM audit_line").fetchone()
    return datetime.fromisoformat(at) if at else None


def _write_down(ready: Path, done: Restored, clock: Clock, by: Actor) -> None:
    with opened(ready) as conn:
        conn.execute(
            "INSERT INTO audit_line"
            " (id, at, officer, station, act, subject, details, request_id)"
            " VALUES (?, ?, ?, ?, 'store.restore', 'store', ?, ?)",
            (
                new_id(),
                stored_moment(clock.now()),
                by.officer,
                by.station,
                msgspec.json.encode(done).decode(),
                new_id(),
            ),
        )


def _require_restorable(copy: Path) -> None:
    try:
        with opened(copy, "ro") as conn:
            revision = conn.execute("SELECT version_num FROM alembic_version").fetchone()
            offices = conn.execute("SELECT count(*) FROM office").fetchone()
    except pysqlite3.DatabaseError as error:
        raise Refused("restore.not_a_store", file=str(copy)) from error
    if revision is None or offices is None or offices[0] != 1:
        raise Refused("restore.not_a_store", file=str(copy))
    if check(copy):
        raise Refused("restore.damaged", file=str(copy))
    if str(revision[0]) not in schema.REVISIONS:
        raise Refused("store.newer", revision=str(revision[0]))
