"""The table of dossiers: which lines stand under which tab, and what a line says."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.clock import local
from kiosk.ui.counter.demand_words import demand_pill
from kiosk.ui.counter.minutes import days_since
from kiosk.ui.counter.seen import MOST_LINES, Found, Seen
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import day, day_and_time, day_short

if TYPE_CHECKING:
    from kiosk.dossiers.pressing import Pressure
    from kiosk.dossiers.progress import DueStatus
    from kiosk.dossiers.reading import DossierLine

TODAY, OVERDUE, SOON, READY = "today", "overdue", "soon", "ready"
RETURNED, WAITING, FOUND = "returned", "waiting", "found"
TABS = (TODAY, OVERDUE, SOON, READY, RETURNED, WAITING, FOUND)
_NAMES = {
    TODAY: "Cần làm hôm nay",
    OVERDUE: "Quá hạn",
    SOON: "Sắp đến hạn",
    READY: "Chờ trả",
    RETURNED: "Đã trả",
    WAITING: "Chờ bổ sung",
}
_EMPTY = {
    TODAY: "Hôm nay không còn việc gì phải làm.",
    OVERDUE: "Không có hồ sơ quá hạn.",
    SOON: "Không có hồ sơ nào sắp đến hạn.",
    READY: "Không có kết quả nào chờ trả.",
    RETURNED: "Chưa trả kết quả nào.",
    WAITING: "Không có hồ sơ nào chờ bổ sung.",
    FOUND: "Không có hồ sơ nào khớp.",
}


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the table as it is read."""

    code: str
    procedure: str
    applicant: str
    due: str
    state: Pill


@dataclass(frozen=True, slots=True)
class LinesProps:
    """The tabs, the one shown, its lines, and what to say where there are none."""

    tabs: tuple[Option, ...]
    current: str
    rows: tuple[LineRow, ...]
    empty: str
    note: str


def derive_lines(seen: Seen | None, found: Found | None, current: str, now: datetime) -> LinesProps:
    """The table under a tab; a search that is gone falls back to today's work."""
    if current == FOUND and found is None:
        current = TODAY
    if seen is None:
        names = tuple(Option(tab, name) for tab, name in _NAMES.items())
        return LinesProps(names, current, (), "Đang mở sổ dữ liệu.", "")
    under = {
        tab: tuple(line for line in seen.lines if is_under(line)) for tab, is_under in _IS.items()
    }
    under[TODAY] = _by_demand(seen)
    under[RETURNED] = seen.returned
    under[WAITING] = tuple(sorted(under[WAITING], key=lambda line: _waits_since(line, now)))
    tabs = tuple(Option(tab, name, len(under[tab])) for tab, name in _NAMES.items())
    if found is not None:
        under[FOUND] = found.lines
        tabs += (Option(FOUND, "Tìm thấy", len(found.lines)),)
    source = seen.returned if current == RETURNED else seen.lines
    full = current != FOUND and len(source) >= MOST_LINES
    return LinesProps(
        tabs=tabs,
        current=current,
        rows=tuple(
            line_row(line, now, current, seen.demands.get(line.id, ())) for line in under[current]
        ),
        empty=_EMPTY[current],
        note=f"Tìm “{_short(found.text)}”; Esc bỏ tìm."
        if current == FOUND and found is not None
        else f"Chỉ hiện {MOST_LINES} hồ sơ; gõ tên, số điện thoại hoặc mã để tìm hồ sơ khác."
        if full
        else "",
    )


def line_row(
    line: "DossierLine",
    now: datetime,
    tab: str = "",
    pressing: "tuple[Pressure, ...]" = (),
) -> LineRow:
    """A dossier as a line; one that waits for its citizen tells since when instead of its date, and
    under its own tab for how long; what the law demands today stands instead of the days left."""
    since = line.waiting_since
    return LineRow(
        code=line.code,
        procedure=line.procedure_name,
        applicant=line.applicant,
        due=f"từ {day_short(local(since).date())}" if since else due_words(line.due_at, now),
        state=waiting_pill(since, now)
        if since and tab == WAITING
        else demand_pill(pressing, now) or state_pill(line.state, line.due),
    )


def waiting_pill(since: datetime, now: datetime) -> Pill:
    """How long a citizen has been awaited: ``Chờ 3 ngày``."""
    days = days_since(since, now)
    return Pill(f"Chờ {days} ngày" if days else "Từ hôm nay", "list", "warn")


def due_words(due_at: datetime | None, now: datetime) -> str:
    """``23/11 17:00`` on that very day, else ``25/11/2026``."""
    if due_at is None:
        return "—"
    appointed = local(due_at).date()
    return day_and_time(due_at) if appointed == local(now).date() else day(appointed)


def state_pill(state: str, due: "DueStatus") -> Pill:
    """Where a dossier stands, in one word: a result that is there outweighs the date."""
    if state == "returned":
        return Pill("Đã trả", "check", "muted")
    if state == "result_ready":
        return Pill("Có kết quả", "check", "ok")
    if state in _PILLS:
        return _PILLS[state]
    return due_pill(due)


_PILLS = {
    "supplementing": Pill("Chờ bổ sung", "list", "warn"),
    "withdrawing": Pill("Xin rút", "back", "warn"),
    "refused": Pill("Bị từ chối", "close", "err"),
    "stopped": Pill("Đã dừng", "pause", "muted"),
}
_RANKS = (
    "overdue",
    "due_today",
    "result_or_apology",
    "step_late",
    "forward",
    "step_due_today",
    "answer_withdrawal",
    "due_soon",
    "find_papers",
)
"""The demands, the most pressing first, as :mod:`kiosk.dossiers.pressing` has them."""
_TO_GIVE_OUT = ("result_ready", "refused", "stopped")
_AT_THE_COUNTER = ("received", "withdrawing", *_TO_GIVE_OUT)


def due_pill(due: "DueStatus", *, full: bool = False) -> Pill:
    """How a dossier stands with its date; ``full`` where there is room to say working days."""
    words = due.full_words if full else due.words
    if due.kind == "overdue":
        return Pill(words, "alert", "err")
    if due.kind == "soon":
        return Pill(words, "clock", "warn")
    if due.kind == "ahead":
        return Pill(words, "send", "act")
    return Pill(words, "clock", "muted")


def _by_demand(seen: Seen) -> "tuple[DossierLine, ...]":
    """Today's work, in the order of what the law demands first; the rest as it is due."""
    pressing = seen.demands
    ranks = {demand: place for place, demand in enumerate(_RANKS)}
    lines = [line for line in seen.lines if is_for_today(line) or _demanded(pressing.get(line.id))]
    last = len(ranks)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                ranks.get(pressing[line.id][0].demand, last) if line.id in pressing else last
            ),
        )
    )


def _demanded(pressing: "tuple[Pressure, ...] | None") -> bool:
    return any(one.demand != "await_supplement" for one in pressing or ())


def is_for_today(line: "DossierLine") -> bool:
    """To hand on, to give out, or due within one working day."""
    return line.state in _AT_THE_COUNTER or line.due.kind in ("overdue", "soon")


def _is_overdue(line: "DossierLine") -> bool:
    return line.due.kind == "overdue"


def _is_soon(line: "DossierLine") -> bool:
    return line.due.kind == "soon"


def _is_ready(line: "DossierLine") -> bool:
    return line.state in _TO_GIVE_OUT


def _is_waiting(line: "DossierLine") -> bool:
    return line.state == "supplementing"


def _waits_since(line: "DossierLine", now: datetime) -> datetime:
    return line.waiting_since or now


def _short(text: str) -> str:
    return text if len(text) <= 16 else f"{text[:15]}…"


_IS = {
    TODAY: is_for_today,
    OVERDUE: _is_overdue,
    SOON: _is_soon,
    READY: _is_ready,
    WAITING: _is_waiting,
}
