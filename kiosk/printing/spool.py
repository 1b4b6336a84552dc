"""The spool: takes owed papers in hand one by one, renders them, sends them, says how it ended.

One spool works for a machine at a time, whoever holds the lock file; when its process dies the
system lets go of the lock, and the next spool finds what was left in hand.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from filelock import FileLock, Timeout

from kiosk.ids import new_id
from kiosk.paths import StationFolder
from kiosk.printing.doors import Printer
from kiosk.printing.papers import render
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.system_words import why_not

PrinterOf = Callable[[str], Printer]
"""The printer for a kind of paper."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What a spool did: the jobs printed, and those that stay with a reason."""

    printed: tuple[str, ...]
    kept: tuple[str, ...]


def drain(store: Store, by: Actor, folder: StationFolder, printer_of: PrinterOf) -> Drained:
    """Print everything this station owes.

    A paper that cannot be printed stays, with the reason, and the next one is tried. A job that a
    dead spool left in hand goes out again only where that cannot make a second paper; otherwise
    it becomes ``unknown`` and a person decides.

    Raises :class:`Refused` ``print.busy`` when another spool works for this machine,
    ``print.lock_unwritable``, ``store.*``.
    """
    with spool_lock(folder):
        return _drain(store, by, printer_of)


def spool_lock(folder: StationFolder) -> AbstractContextManager[object]:
    """Hold the machine's spool.

    On entering raises :class:`Refused` ``print.busy``, ``print.lock_unwritable``.
    """
    return _Held(FileLock(folder.root / "spool.lock"))


class _Held(AbstractContextManager[object]):
    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def __enter__(self) -> object:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise Refused("print.busy") from None
        except OSError as error:
            raise Refused(
                "print.lock_unwritable", file=self._lock.lock_file, why=why_not(error)
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _drain(store: Store, by: Actor, printer_of: PrinterOf) -> Drained:
    holder = new_id()
    printed: list[str] = []
    kept: list[str] = []
    for left in _left(store, by, holder):
        if printer_of(left.kind).repeatable:
            _print(store, by, holder, left, printer_of, printed, kept)
        else:
            _settle(store, by, holder, left, "unknown", Refused("printer.interrupted"))
            kept.append(left.id)
    while (job := _claim(store, by, holder)) is not None:
        _print(store, by, holder, job, printer_of, printed, kept)
    return Drained(tuple(printed), tuple(kept))


def _left(store: Store, by: Actor, holder: str) -> list[PrintJob]:
    with store.read() as look:
        left = print_jobs.left_in_hand(look, by.station, holder)
    if left:
        with store.write(by) as unit:
            for job in left:
                print_jobs.take_over(unit, job.id, holder)
    return left


def _claim(store: Store, by: Actor, holder: str) -> PrintJob | None:
    with store.read() as look:
        if not print_jobs.any_owed(look, by.station):
            return None
    with store.write(by) as unit:
        return print_jobs.claim_next(unit, by.station, holder)


def _print(
    store: Store,
    by: Actor,
    holder: str,
    job: PrintJob,
    printer_of: PrinterOf,
    printed: list[str],
    kept: list[str],
) -> None:
    try:
        pdf = render(job.kind, job.paper, copies=job.copies, reprint=job.is_reprint)
        printer_of(job.kind).send(job, pdf)
    except Refused as refusal:
        _settle(store, by, holder, job, "failed", refusal)
        kept.append(job.id)
    except BaseException:
        _settle(store, by, holder, job, "failed", Refused("print.bug"))
        raise
    else:
        _settle(store, by, holder, job, "printed", None)
        printed.append(job.id)


def _settle(
    store: Store, by: Actor, holder: str, job: PrintJob, outcome: str, why: Refused | None
) -> None:
    with store.write(by) as unit:
        print_jobs.settle(unit, job.id, holder, outcome, why)
