"""Papers of this station that did not come out, as the amber line tells them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.refusal import Refused
    from kiosk.storage.print_jobs import PrintJob


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that did not come out, or of which nobody knows."""

    job: str
    title: str
    owed: str
    state: Pill
    why: str


def derive_papers(seen: Seen | None, sentence: "Callable[[Refused], str]") -> tuple[PaperRow, ...]:
    """The papers to look after, the newest first."""
    if seen is None:
        return ()
    return tuple(_row(job, sentence) for job in seen.unprinted)


def _row(job: "PrintJob", sentence: "Callable[[Refused], str]") -> PaperRow:
    unknown = job.state == "unknown"
    state = Pill("Không rõ", "help", "warn") if unknown else Pill("Chưa in được", "alert", "err")
    why = sentence(job.refusal) if job.refusal is not None else ""
    return PaperRow(job.id, job.title, day_and_time(job.owed_at), state, why)


def papers_strip(papers: tuple[PaperRow, ...]) -> str:
    """The amber line for them; empty when all is printed."""
    if not papers:
        return ""
    more = f" và {len(papers) - 1} giấy khác" if len(papers) > 1 else ""
    return f"Chưa in được: {papers[0].title}{more}. Bấm Ctrl R để xem lý do và in lại."
