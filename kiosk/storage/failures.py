"""What the database says when it cannot, in the program's own words."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.refusal import Refused

SIGNS = (
    ("database or disk is full", "store.disk_full"),
    ("disk i/o error", "store.disk_error"),
    ("no space left", "store.disk_full"),
    ("attempt to write a readonly database", "store.read_only"),
    ("read-only file system", "store.read_only"),
    ("permission denied", "store.read_only"),
    ("unable to open database file", "store.disk_error"),
    ("database is locked", "store.busy"),
    ("database disk image is malformed", "store.corrupt"),
    ("malformed database schema", "store.corrupt"),
    ("file is not a database", "store.corrupt"),
    ("connection to server", "store.unreachable"),
    ("connection refused", "store.unreachable"),
    ("terminating connection", "store.unreachable"),
    ("server closed the connection", "store.unreachable"),
    ("could not connect", "store.unreachable"),
    ("failed to resolve host", "store.unreachable"),
    ("connection timeout expired", "store.unreachable"),
    ("connection is lost", "store.unreachable"),
)


LEAST_ROOM = 256 * 1024
"""Bytes without which SQLite cannot even make its side files."""


def known_failure(error: BaseException, file: Path | None = None) -> Refused | None:
    """The refusal that a database error stands for; None when it is a bug of ours.

    On a full disk SQLite may speak of the disk in general, so the room beside ``file`` decides.
    """
    told = str(getattr(error, "orig", None) or error).lower()
    for sign, code in SIGNS:
        if sign in told:
            full = code == "store.disk_error" and file is not None and is_full(file.parent)
            return Refused("store.disk_full" if full else code)
    return None


def is_full(folder: Path) -> bool:
    """Whether the disk under a folder has no room left."""
    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False


@contextmanager
def said_plainly(file: Path | None = None) -> Iterator[None]:
    """Turns known database failures into refusals; others pass through as the bugs they are.

    ``file`` is the store's, where it is one.

    Raises :class:`Refused` ``store.*``.
    """
    try:
        yield
    except (DBAPIError, OSError) as error:
        refusal = known_failure(error, file)
        if refusal is None:
            raise
        raise refusal from error
