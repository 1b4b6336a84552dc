"""What the database says when it cannot, in the program's own words."""

from collections.abc import Iterator
from contextlib import contextmanager

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
    ("connection is lost", "store.unreachable"),
)


def known_failure(error: BaseException) -> Refused | None:
    """The refusal that a database error stands for; None when it is a bug of ours."""
    told = str(getattr(error, "orig", None) or error).lower()
    for sign, code in SIGNS:
        if sign in told:
            return Refused(code)
    return None


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turns known database failures into refusals; others pass through as the bugs they are.

    Raises :class:`Refused` ``store.*``.
    """
    try:
        yield
    except (DBAPIError, OSError) as error:
        refusal = known_failure(error)
        if refusal is None:
            raise
        raise refusal from error
