"""What is seen of a dossier's scans, and of the files that wait to be filed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.scans.inbox import Waiting
    from kiosk.scans.pages import ScanFile
    from kiosk.scans.piles import Heap
    from kiosk.scans.reading import ScanView


@dataclass(frozen=True, slots=True)
class ScansSeen:
    """The scans of a dossier, replaced ones too, in their order; ``papers``: what it holds."""

    code: str
    procedure: str
    papers: tuple[str, ...]
    scans: "tuple[ScanView, ...]"


@dataclass(frozen=True, slots=True)
class InboxSeen:
    """The files that wait in the station's folder, the newest first."""

    folder: str
    files: "tuple[Waiting, ...]"


@dataclass(frozen=True, slots=True)
class StackSeen:
    """A stack that was looked through: nothing of it is filed. ``why``: what did not fit."""

    source: "ScanFile"
    heaps: "tuple[Heap, ...]"
    why: str
