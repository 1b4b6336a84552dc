"""Scans at a counter: files in the station's folder, a scanner of paper and air, a dialog that answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from kiosk.refusal import Refused
from kiosk.scans.progress import Progress, Steps
from kiosk.scans.scanner import Device, ScanAsked
from kiosk.ui.counter.scans.room import ScansRoom
from kiosk.ui.counter.scans.stack_room import StackRoom
from tests.scans.stack_kit import as_pdf, paper, scanned, slip_pages
from tests.ui.counter.counter_kit import AtCounter

DPI = 150


@dataclass
class FakeScanner:
    """Hands out blank pages, or has something to say against it."""

    pages: int = 2
    broken: Refused | None = None
    asked: list[tuple[str, ScanAsked]] = field(default_factory=list)

    def devices(self) -> tuple[Device, ...]:
        return (Device("fake:0", "Máy quét thử"),)

    def scan(self, device: str, asked: ScanAsked, folder: Path) -> Steps[tuple[Path, ...]]:
        self.asked.append((device, asked))
        made = []
        for number in range(self.pages):
            made.append(folder / f"p{number}.jpg")
            Image.new("L", (300, 400), 250).save(made[-1])
            yield Progress("scan", number + 1, 0)
        if self.broken is not None:
            raise self.broken
        return tuple(made)


def at_hand(counter: AtCounter, place: str) -> FakeScanner:
    """The page of scans that is shown, with a scanner, and a file dialog that only says it came."""
    scanner = FakeScanner()
    bringing = room(counter).bringing if place == "scans" else stack_room(counter).bringing
    bringing.scanner = lambda: scanner
    bringing.ask_file = lambda _: counter.window.say("Chọn một tệp.")
    bringing.tell_scanner()
    bringing.rested.emit()
    return scanner


def room(counter: AtCounter) -> ScansRoom:
    """The room of a dossier's scans."""
    made = counter.window.scans.dossier
    assert made is not None
    return made


def stack_room(counter: AtCounter) -> StackRoom:
    """The room of stacks."""
    made = counter.window.scans.stack
    assert made is not None
    return made


def seconds(counter: AtCounter, count: int = 4) -> None:
    """Seconds go by: the folder is looked at."""
    for _ in range(count):
        counter.window.ticked.emit()
        counter.settle()


def put(counter: AtCounter, name: str, content: bytes) -> Path:
    """A file in the station's folder, as a scanner's program writes it."""
    file = counter.folder.inbox / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def blank(pages: int, shade: int = 200) -> bytes:
    """A scan of small empty pages."""
    return as_pdf([Image.new("L", (300 + n, 400), shade) for n in range(pages)], DPI)


def stack(codes: Sequence[str], papers: int = 1) -> list[Image.Image]:
    """A dossier's slip and some papers, one dossier after the other, as a scanner sees them."""
    pages = [
        page
        for code in codes
        for page in (
            *slip_pages(code, DPI),
            *(paper(f"{code[-4:]} {n}", DPI) for n in range(papers)),
        )
    ]
    return [scanned(page) for page in pages]
