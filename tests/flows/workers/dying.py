"""Work that may be killed at any moment, and what it tells before and after each request.

Every worker keeps a log of its own. It writes down the id of a request before it asks, and the
answer after the call has returned, each line flushed to the disk: what stands there as answered
was acknowledged to somebody. A worker that finds a request without an answer asks it again first.
"""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

from kiosk.clock import office_day
from kiosk.dossiers.checking import checked
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.ids import new_id
from kiosk.paths import StationFolder
from kiosk.printing import papers  # noqa: F401 - loaded before the fork
from kiosk.printing.doors import FolderPrinter
from kiosk.printing.spool import drain
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import a_form
from tests.fixtures.store import SteppingClock

BY = Actor("MAY1", "CV01")
ROLES = ("take", "call", "receive", "print")


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of a worker's log: a request asked, or the answer to it."""

    request: str
    answer: Any = None


def lines(log: Path) -> list[Line]:
    """A worker's log; a last line that the kill cut short does not count."""
    if not log.exists():
        return []
    whole, _, _ = log.read_bytes().rpartition(b"\n")
    return [msgspec.json.decode(line, type=Line) for line in whole.splitlines()]


def work(role: str, home: Path, acts: int, at_work: Connection | None = None) -> None:
    """Act ``acts`` times (0: only finish what was asked); killed at any moment.

    ``at_work`` is told when the store is open.
    """
    store = open_store(StationFolder(home).store, SteppingClock())
    if at_work is not None:
        at_work.send(role)
    if role == "print":
        for _ in range(max(acts, 1)):
            _print(store, home)
    else:
        _act(store, home / f"{role}.log", _REQUESTS[role], acts)
    store.close()


def _act(store: Store, log: Path, ask: Callable[[Store, str], Any], acts: int) -> None:
    told = lines(log)
    answered = {line.request for line in told if line.answer is not None}
    open_requests = [line.request for line in told if line.request not in answered]
    with log.open("r+b" if log.exists() else "wb") as file:
        file.truncate(sum(len(_encoded(line)) for line in told))
        file.seek(0, os.SEEK_END)

        def note(line: Line) -> None:
            file.write(_encoded(line))
            file.flush()
            os.fsync(file.fileno())

        for request in open_requests[-1:]:
            note(Line(request, ask(store, request)))
        for _ in range(acts):
            request = new_id()
            note(Line(request))
            note(Line(request, ask(store, request)))


def _encoded(line: Line) -> bytes:
    return msgspec.json.encode(line) + b"\n"


def _take(store: Store, request: str) -> Any:
    return store.do(take_number, TakeNumber("HT"), BY, request)


def _call(store: Store, request: str) -> Any:
    return store.do(call_next, AtCounter(1), BY, request)


def _receive(store: Store, request: str) -> Any:
    # A form has one content for ever: the same request is asked with the same words.
    form = checked(a_form(), office_day(store.clock.now()))
    return store.do(receive_dossier, ReceiveDossier(form), BY, request)


def _print(store: Store, home: Path) -> None:
    folder = StationFolder(home)
    drain(store, BY, folder, lambda _: FolderPrinter(folder.printed))


_REQUESTS: dict[str, Callable[[Store, str], Any]] = {
    "take": _take,
    "call": _call,
    "receive": _receive,
}
