"""This station's papers of today, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.refusal import Refused
    from kiosk.storage.print_jobs import PrintJob

NONE_YET = "Hôm nay máy này chưa in giấy nào."
_STATES = {
    "owed": Pill("Chờ in", "clock", "act"),
    "sending": Pill("Đang in", "printer", "act"),
    "printed": Pill("Đã in", "check", "ok"),
    "failed": Pill("Chưa in được", "alert", "err"),
    "unknown": Pill("Không rõ", "help", "warn"),
}
_WAITS = "Giấy này đang chờ ra; chưa cần in lại."


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """A paper of this station, the last time it was owed again, and who else can print it."""

    job: "PrintJob"
    again: "PrintJob | None" = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobRow:
    """One line: what, when, how it stands, why. ``shut``: why it cannot be printed again now."""

    job: str
    title: str
    owed: str
    state: Pill
    why: str
    shut: str
    others: tuple[str, ...]
    lost: bool


def derive_jobs(
    papers: tuple[PaperSeen, ...], station: str, sentence: "Callable[[Refused], str]"
) -> tuple[JobRow, ...]:
    """The lines, in the order they came."""
    return tuple(_row(paper, station, sentence) for paper in papers)


def _row(paper: PaperSeen, station: str, sentence: "Callable[[Refused], str]") -> JobRow:
    job = paper.job
    state = _STATES[job.state]
    if job.state == "printed" and job.is_reprint:
        state = Pill("Đã in lại", "check", "ok")
    lost = job.state in ("failed", "unknown") and paper.again is None
    return JobRow(
        job=job.id,
        title=job.title,
        owed=day_and_time(job.owed_at),
        state=state,
        why=_why(paper, station, sentence),
        shut=_WAITS if job.state in ("owed", "sending") else "",
        others=tuple(other for other in paper.others if other != station),
        lost=lost,
    )


def _why(paper: PaperSeen, station: str, sentence: "Callable[[Refused], str]") -> str:
    job, again = paper.job, paper.again
    if again is not None:
        where = "" if again.station == station else f" ở máy {again.station}"
        if again.state == "printed" and again.settled_at is not None:
            return f"Đã in lại{where} lúc {day_and_time(again.settled_at)}."
        if again.state in ("owed", "sending"):
            return f"Đang chờ in lại{where}."
        return f"In lại{where} cũng chưa được."
    if job.refusal is not None:
        return sentence(job.refusal)
    if job.state == "printed" and job.settled_at is not None:
        return f"{job.copies} bản, ra lúc {day_and_time(job.settled_at)}."
    return ""
