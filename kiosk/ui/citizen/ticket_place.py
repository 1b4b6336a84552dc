"""Where a number stands that somebody holds before the scanner, and what is said of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from kiosk.clock import office_day
from kiosk.ui.citizen.view import counter_name
from kiosk.ui.language import Language
from kiosk.ui.parts.sheet import Question
from kiosk.ui.words import day as day_words
from kiosk.ui.words import minutes_range

if TYPE_CHECKING:
    from kiosk.office.model import Office
    from kiosk.queue.model import Ticket
    from kiosk.storage.units import ReadUnit

Standing = Literal[
    "waiting", "held", "at_counter", "missed", "late", "missed_again", "done", "over"
]
"""Waits; a counter holds it; is called or served; was called in vain, and may come back; came too
late for that; came back once before; is done; its day is over."""

Act = Literal["", "back", "new"]
"""What the wanted answer does: nothing, wait again, take another number."""


@dataclass(frozen=True, slots=True)
class TicketPlace:
    """Where a number stands: nobody's name, nothing of its field.

    ``ahead``: who of its field comes before it; ``counter``: where it is called or held;
    ``minutes``: how long it may still come back, or could have; ``paused``: the office pauses.
    """

    label: str
    standing: Standing
    day: date
    ahead: int = 0
    counters: tuple[str, ...] = ()
    counter: str = ""
    wait: tuple[int, int] | None = None
    minutes: int = 0
    paused: bool = False
    ticket: str = ""


def place_of(unit: "ReadUnit", said: str) -> TicketPlace | None:
    """Where a number stands, by the id on its slip or, of today, by what people read on it."""
    from kiosk.office.reading import office_now
    from kiosk.queue.views import find_ticket
    from kiosk.queue.waits import shown_range, wait_of
    from kiosk.refusal import Refused

    try:
        found = find_ticket(unit, said)
    except Refused:
        return None
    office = office_now(unit)
    standing, minutes = _standing(found, office, unit.now, unit.day)
    waits = standing == "waiting"
    paused = office.pause is not None
    return TicketPlace(
        label=found.label,
        standing=standing,
        day=office_day(found.issued_at),
        ahead=_ahead(unit, found) if waits else 0,
        counters=_counters(found, office) if waits else (),
        counter=_counter(found, office),
        wait=shown_range(wait_of(unit, found)) if waits and not paused else None,
        minutes=minutes,
        paused=paused,
        ticket=found.id,
    )


def _standing(found: "Ticket", office: "Office", now: datetime, day: date) -> tuple[Standing, int]:
    from kiosk.queue.coming_back import MOST_RETURNS
    from kiosk.queue.model import TicketState

    allowed = office.rules.no_show_return_minutes
    if office_day(found.issued_at) != day or found.state is TicketState.EXPIRED:
        return "over", 0
    if found.state is TicketState.DONE:
        return "done", 0
    if found.state in (TicketState.CALLED, TicketState.SERVING):
        return "at_counter", 0
    if found.state is TicketState.WAITING:
        return ("waiting" if found.held_by is None else "held"), 0
    if found.returns >= MOST_RETURNS:
        return "missed_again", allowed
    gone = now - (found.ended_at or found.issued_at)
    left = timedelta(minutes=allowed) - gone
    if left < timedelta():
        return "late", allowed
    return "missed", max(1, -(-int(left.total_seconds()) // 60))


def _ahead(unit: "ReadUnit", found: "Ticket") -> int:
    from kiosk.queue.model import TicketState
    from kiosk.queue.views import tickets_of_day

    own = (not found.priority, found.arrival)
    return sum(
        (not one.priority, one.arrival) < own
        for one in tickets_of_day(unit)
        if one.field == found.field and one.state is TicketState.WAITING and one.held_by is None
    )


def _counters(found: "Ticket", office: "Office") -> tuple[str, ...]:
    if found.only_at is not None:
        return (office.find_counter(found.only_at).name,)
    return tuple(each.name for each in office.counters_serving(office.find_field(found.field)))


def _counter(found: "Ticket", office: "Office") -> str:
    number = found.counter or found.held_by
    return office.find_counter(number).name if number else ""


def about_ticket(place: TicketPlace | None, language: Language) -> tuple[Question, Act]:
    """What is said of a number, and what the wanted answer does."""
    tr = language.tr
    understood = tr("Đã hiểu")
    if place is None:
        return Question(
            tr("Không tìm thấy số này"),
            tr("Phiếu có thể của ngày khác. Mời Ông/Bà lấy số mới, hoặc hỏi bàn hướng dẫn."),
            understood,
        ), ""
    title = tr("Số {number}", number=place.label)
    if place.standing == "missed" and not place.paused:
        return Question(title, _said(place, language), tr("Để sau"), tr("Trở lại hàng")), "back"
    if place.standing in ("late", "missed_again", "over"):
        return Question(title, _said(place, language), understood, tr("Lấy số mới")), "new"
    return Question(title, _said(place, language), understood), ""


def about_return(place: TicketPlace | None, language: Language) -> Question:
    """Somebody waits again: where, and for how long."""
    tr = language.tr
    if place is None or place.standing != "waiting":
        return about_ticket(place, language)[0]
    title = tr("Số {number} đã trở lại hàng", number=place.label)
    return Question(title, _said(place, language), tr("Đã hiểu"))


def _said(place: TicketPlace, language: Language) -> str:
    tr = language.tr
    counter = counter_name(place.counter, language)
    if place.standing == "waiting":
        return _waits(place, language)
    if place.standing == "missed" and place.paused:
        return tr(
            "Số này đã được gọi mà chưa thấy Ông/Bà đến. Văn phòng đang tạm dừng. "
            "Mời Ông/Bà báo bàn hướng dẫn."
        )
    if place.standing == "missed":
        return language.trn(
            "Số này đã được gọi mà chưa thấy Ông/Bà đến. Trong **{n} phút** nữa, "
            "Ông/Bà còn trở lại hàng được một lần, giữ nguyên chỗ.",
            "Số này đã được gọi mà chưa thấy Ông/Bà đến. Trong **{n} phút** nữa, "
            "Ông/Bà còn trở lại hàng được một lần, giữ nguyên chỗ.",
            place.minutes,
        )
    return {
        "held": tr(
            "**{counter}** đang giữ số này và sẽ gọi lại. Mời Ông/Bà chờ gần quầy.", counter=counter
        ),
        "at_counter": tr("Số này đã được gọi. Mời Ông/Bà đến **{counter}**.", counter=counter),
        "late": language.trn(
            "Số này được gọi đã hơn {n} phút nên không còn giữ chỗ. Mời Ông/Bà lấy số mới.",
            "Số này được gọi đã hơn {n} phút nên không còn giữ chỗ. Mời Ông/Bà lấy số mới.",
            place.minutes,
        ),
        "missed_again": tr(
            "Số này đã trở lại hàng một lần rồi nên không trở lại lần nữa. Mời Ông/Bà lấy số mới."
        ),
        "over": tr(
            "Số này của ngày {day}, ngày ấy đã khép lại. Mời Ông/Bà lấy số mới.",
            day=day_words(place.day),
        ),
    }.get(place.standing, tr("Số này đã được phục vụ xong."))


def _waits(place: TicketPlace, language: Language) -> str:
    tr = language.tr
    either = f" {tr('hoặc')} "
    counters = either.join(counter_name(name, language) for name in place.counters)
    text = language.trn(
        "Trước Ông/Bà còn **{n} người**.", "Trước Ông/Bà còn **{n} người**.", place.ahead
    )
    if not place.ahead:
        text = tr("Trong lĩnh vực này, Ông/Bà là **người tiếp theo**.")
    if place.paused:
        text += " " + tr("Văn phòng đang tạm dừng gọi số. Ông/Bà vẫn giữ chỗ.")
    if place.wait is not None:
        minutes = minutes_range(*place.wait)
        text += " " + tr("Dự kiến chờ **{minutes}** phút.", minutes=minutes)
    return text + "\n" + tr("Mời Ông/Bà chờ gọi đến {counters}.", counters=counters)
