"""Print jobs in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.refusal import Refused
    from kiosk.storage.print_jobs import PrintJob

_STATES = {
    "owed": Pill("Chờ in", "clock", "act"),
    "sending": Pill("Đang in", "printer", "act"),
    "printed": Pill("Đã in", "check", "ok"),
    "failed": Pill("Hỏng", "alert", "err"),
    "unknown": Pill("Chưa rõ", "help", "warn"),
}
FILTERS = (
    ("open", "Cần xem", ("owed", "sending", "failed", "unknown")),
    ("owed", "Chờ in", ("owed", "sending")),
    ("failed", "Hỏng", ("failed",)),
    ("unknown", "Chưa rõ", ("unknown",)),
    ("printed", "Đã in", ("printed",)),
)
EMPTY = {
    "open": "Mọi tờ đã in xong.",
    "owed": "Không có tờ nào chờ in.",
    "failed": "Không có tờ nào hỏng.",
    "unknown": "Không có tờ nào chưa rõ.",
    "printed": "Chưa in tờ nào.",
}
_WAITS = "Đang chờ ra ở máy của nó"


@dataclass(frozen=True, slots=True)
class PrintSeen:
    """A paper, the last time it was owed again, and the stations that can print such a one."""

    job: "PrintJob"
    again: "PrintJob | None"
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One line. ``shut``: why it cannot be printed again now; ``asks``: a person must look first."""

    job: str
    kind: str
    title: str
    station: str
    owed: str
    state: Pill
    why: str
    shut: str
    others: tuple[str, ...]
    asks: bool


def derive_prints(
    seen: tuple[PrintSeen, ...], wanted: str, sentence: "Callable[[Refused], str]"
) -> tuple[PrintRow, ...]:
    """The lines of the filter ``wanted``, in the order they came.

    What was owed again since is no longer failed or unknown: only its newest paper counts.
    """
    states = next(states for key, _, states in FILTERS if key == wanted)
    return tuple(
        _row(each, sentence) for each in seen if each.job.state in states and not _replaced(each)
    )


def count_prints(seen: tuple[PrintSeen, ...]) -> tuple[Option, ...]:
    """The filters with how many each holds."""
    standing = [each.job.state for each in seen if not _replaced(each)]
    return tuple(
        Option(key, text, sum(state in states for state in standing))
        for key, text, states in FILTERS
    )


def _replaced(each: PrintSeen) -> bool:
    return each.again is not None and each.job.state in ("failed", "unknown")


def _row(each: PrintSeen, sentence: "Callable[[Refused], str]") -> PrintRow:
    job = each.job
    state = _STATES[job.state]
    if job.state == "printed" and job.is_reprint:
        state = Pill("Đã in lại", "check", "ok")
    return PrintRow(
        job=job.id,
        kind=job.kind,
        title=job.title,
        station=job.station,
        owed=day_and_time(job.owed_at),
        state=state,
        why=_why(job, sentence),
        shut=_WAITS if job.state in ("owed", "sending") else "",
        others=each.others,
        asks=job.state == "unknown",
    )


def _why(job: "PrintJob", sentence: "Callable[[Refused], str]") -> str:
    if job.refusal is not None:
        return sentence(job.refusal)
    if job.state == "printed" and job.settled_at is not None:
        return f"{job.copies} bản, ra lúc {day_and_time(job.settled_at)}."
    if job.state == "owed":
        return "Giấy tự ra khi chương trình ở máy ấy chạy."
    return ""
