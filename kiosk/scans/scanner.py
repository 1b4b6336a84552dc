"""A scanner at the counter, where there is one: what it is asked, and what it may answer.

Nothing in the program needs one: papers come as well from files and from the watched folder.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.scans.inbox import SCANNED
from kiosk.scans.keeping import keep_pictures, write_new
from kiosk.scans.progress import Steps
from kiosk.system_words import why_not


@dataclass(frozen=True, slots=True)
class Device:
    """A scanner: ``key`` is what it is called by, ``name`` what people know it by."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ScanAsked:
    """How to scan: how finely, in colour or grey, all of the feeder or the one sheet on the glass."""

    dpi: int = 200
    colour: bool = False
    feeder: bool = True


class Scanner(Protocol):
    """The door to scanners."""

    def devices(self) -> tuple[Device, ...]:
        """Those that answer now, none where there are none.

        Raises :class:`Refused` ``scanner.no_program``, ``scanner.silent``.
        """

    def scan(self, device: str, asked: ScanAsked, folder: Path) -> Steps[tuple[Path, ...]]:
        """Scan sheet after sheet into ``folder``; a JPEG a page, in order. Closing stops it.

        Raises :class:`Refused`: ``scanner.no_program``, ``scanner.feeder_empty``,
        ``scanner.jammed``, ``scanner.cover_open``, ``scanner.busy``, ``scanner.gone``,
        ``scanner.not_allowed``, ``scanner.no_feeder``, ``scanner.failed``.
        """


def chosen(found: tuple[Device, ...], wanted: str) -> Device:
    """The device of that key, else the first.

    Raises :class:`Refused` ``scanner.none``; ``scanner.gone`` where the wanted one is not there.
    """
    if not found:
        raise Refused("scanner.none")
    if not wanted:
        return found[0]
    for device in found:
        if device.key == wanted:
            return device
    raise Refused("scanner.gone", device=wanted)


def scanned(
    scanner: Scanner, device: str, asked: ScanAsked, *, inbox: Path, now: datetime, work: Path
) -> Steps[Path]:
    """Scan into one PDF in ``scanned`` of the inbox: nothing is lost if it cannot be filed at once.

    ``work`` is an empty folder for the single pages. Raises :class:`Refused` as
    :meth:`Scanner.scan`, and ``scan.not_a_scan``, ``scan.unwritable``.
    """
    pages = yield from scanner.scan(device, asked, work)
    if not pages:
        raise Refused("scanner.feeder_empty")
    content = keep_pictures(pages)
    folder = inbox / SCANNED
    stem, turn = f"quet-{local(now):%Y%m%d-%H%M%S}", 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{stem}.pdf"
        while target.exists():
            turn += 1
            target = folder / f"{stem}-{turn}.pdf"
        part = target.with_suffix(".part")
        write_new(part, content)
        part.replace(target)
    except OSError as error:
        raise Refused("scan.unwritable", folder=str(folder), why=why_not(error)) from error
    return target
