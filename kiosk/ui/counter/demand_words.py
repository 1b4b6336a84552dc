"""What the law demands of a dossier today, in the words of the counter: a pill, and advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time

if TYPE_CHECKING:
    from kiosk.dossiers.pressing import Pressure
    from kiosk.dossiers.reading import DossierView

LINE_PILLS: Mapping[str, Pill] = {
    "result_or_apology": Pill("Trả hoặc hẹn lại", "mail", "warn"),
    "step_late": Pill("Bước xử lý trễ", "alert", "warn"),
    "step_due_today": Pill("Bước hết hạn nay", "clock", "warn"),
    "find_papers": Pill("Thất lạc giấy tờ", "alert", "err"),
}
"""The demands that a date or a state does not tell by itself."""
_LATE_FORWARD = Pill("Chuyển ngay", "send", "err")
_TITLES = {
    "due_today": "Trả kết quả hôm nay",
    "result_or_apology": "Hôm nay là ngày cuối hẹn lại",
    "forward": "Chuyển giải quyết muộn",
    "due_soon": "Sắp đến hạn trả kết quả",
}
_WAYS = {
    "overdue": " Hỏi bộ phận giải quyết.",
    "result_or_apology": " (Ctrl L)",
    "forward": " (F9)",
}
_OF_THEIR_OWN = ("find_papers", "await_supplement", "answer_withdrawal")
"""What stands on the page already: in a box of its own, or as what the state waits for."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A warning that something must happen; without a title there is none."""

    title: str = ""
    text: str = ""


def demand_pill(pressures: "tuple[Pressure, ...]", now: datetime) -> Pill | None:
    """What a line of the table says instead of its date; None where the date says it."""
    first = pressures[0] if pressures else None
    if first is None:
        return None
    if first.demand == "forward":
        return _LATE_FORWARD if now > first.at else None
    return LINE_PILLS.get(first.demand)


def derive_demands(pressures: "tuple[Pressure, ...]", view: "DossierView", now: datetime) -> Advice:
    """All that presses, the most pressing first: its title, then a sentence for each."""
    told = [
        one
        for one in pressures
        if one.demand not in _OF_THEIR_OWN and (one.demand != "forward" or now > one.at)
    ]
    if not told:
        return Advice()
    return Advice(_title(told[0], view), " ".join(_said(one) for one in told))


def _title(one: "Pressure", view: "DossierView") -> str:
    if one.demand == "overdue":
        return f"Hồ sơ đã {view.due.full_words.lower()}"
    if one.demand in ("step_late", "step_due_today"):
        step = one.words.split(" ở ", maxsplit=1)[0]
        late = one.demand == "step_late"
        return f"{step} đã trễ" if late else f"{step} đến hạn hôm nay"
    if one.demand == "due_today" and view.due.words.startswith("Quá giờ"):
        return f"{view.due.words}: hẹn lúc {clock_time(one.at)}"
    return _TITLES[one.demand]


def _said(one: "Pressure") -> str:
    words = one.words
    if one.demand == "overdue":
        words = words.split(": ", maxsplit=1)[-1]
    way = _WAYS.get(one.demand, "")
    ends = f"{way}." if way.startswith(" (") else f".{way}"
    return f"{words[:1].upper()}{words[1:]}{ends}"
