"""What a scan at the kiosk means, and what is said about it. The text itself is kept nowhere."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.ui.citizen.view import counter_name
from kiosk.ui.language import Language
from kiosk.ui.parts.sheet import Question
from kiosk.ui.words import minutes_range

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_TICKET_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ON_SCREEN = re.compile(r"([A-Z]{1,4}-\d{3,6});.*", re.DOTALL)
_CARD_FIELDS = 3

Strange = Literal["card", "unknown"]


@dataclass(frozen=True, slots=True)
class DossierScan:
    """A dossier's code, in its canonical form."""

    code: str


@dataclass(frozen=True, slots=True)
class TicketScan:
    """A ticket: the id in its code, or the number that people read."""

    said: str


@dataclass(frozen=True, slots=True)
class StrangeScan:
    """Nothing that the kiosk answers: a citizen's card, or anything else."""

    kind: Strange


Scan = DossierScan | TicketScan | StrangeScan


def meaning(text: str) -> Scan:
    """What a scanned text is. Nothing of a card is read, not even whether it is whole."""
    # Imported here, not above: the rooms bring the store's library, and the frame paints first.
    from kiosk.dossiers.codes import parse_code
    from kiosk.queue.model import parse_label

    bare = text.strip()
    if bare.count("|") >= _CARD_FIELDS:
        return StrangeScan("card")
    if (code := parse_code(bare)) is not None:
        return DossierScan(code)
    if _TICKET_ID.fullmatch(bare):
        return TicketScan(bare.lower())
    if (shown := _ON_SCREEN.fullmatch(bare)) is not None:
        return TicketScan(shown[1])
    if parse_label(bare) is not None:
        return TicketScan(bare)
    return StrangeScan("unknown")


@dataclass(frozen=True, slots=True)
class TicketPlace:
    """Where a ticket stands: nobody's name, nothing of its field.

    ``ahead``: who of its field comes before it; ``counter``: where it is called.
    """

    label: str
    state: str
    ahead: int
    counters: tuple[str, ...]
    counter: str
    wait: tuple[int, int] | None


def place_of(unit: "ReadUnit", said: str) -> TicketPlace | None:
    """Where a ticket of today stands; None where there is none such today."""
    from kiosk.office.reading import office_now
    from kiosk.queue.model import TicketState
    from kiosk.queue.views import find_ticket, tickets_of_day
    from kiosk.queue.waits import shown_range, wait_of
    from kiosk.refusal import Refused

    try:
        found = find_ticket(unit, said)
    except Refused:
        return None
    today = tickets_of_day(unit)
    at = next((place for place, one in enumerate(today) if one.id == found.id), None)
    if at is None:
        return None
    office = office_now(unit)
    field = next(each for each in office.fields if each.name == found.field)
    waiting = [
        (not one.priority, place)
        for place, one in enumerate(today)
        if one.field == found.field and one.state is TicketState.WAITING
    ]
    ahead = sum(1 for other in waiting if other < (not found.priority, at))
    counter = office.find_counter(found.counter).name if found.counter else ""
    return TicketPlace(
        found.label,
        found.state.value,
        ahead,
        tuple(each.name for each in office.counters_serving(field)),
        counter,
        shown_range(wait_of(unit, found)),
    )


def about_ticket(place: TicketPlace | None, language: Language) -> Question:
    """What is said of a ticket that somebody holds before the scanner."""
    tr = language.tr
    if place is None:
        return Question(
            tr("Không tìm thấy số này"),
            tr("Phiếu có thể của ngày khác. Mời Ông/Bà lấy số mới, hoặc hỏi bàn hướng dẫn."),
            tr("Đã hiểu"),
        )
    title = tr("Số {number}", number=place.label)
    either = f" {tr('hoặc')} "
    counters = either.join(counter_name(name, language) for name in place.counters)
    called = counter_name(place.counter, language)
    if place.state == "waiting":
        text = language.trn(
            "Trước Ông/Bà còn **{n} người**.", "Trước Ông/Bà còn **{n} người**.", place.ahead
        )
        if not place.ahead:
            text = tr("Trong lĩnh vực này, Ông/Bà là **người tiếp theo**.")
        if place.wait is not None:
            minutes = minutes_range(*place.wait)
            text += " " + tr("Dự kiến chờ **{minutes}** phút.", minutes=minutes)
        text += "\n" + tr("Mời Ông/Bà chờ gọi đến {counters}.", counters=counters)
    elif place.state in ("called", "serving"):
        text = tr("Số này đã được gọi. Mời Ông/Bà đến **{counter}**.", counter=called)
    elif place.state == "no_show":
        text = tr("Số này đã được gọi mà chưa thấy đến. Mời Ông/Bà báo bàn hướng dẫn.")
    else:
        text = tr("Số này đã được phục vụ xong.")
    return Question(title, text, tr("Đã hiểu"))


def about_strange(kind: Strange, language: Language) -> Question:
    """What is said of a scan that the kiosk does not answer, with what to do instead."""
    tr = language.tr
    if kind == "card":
        return Question(
            tr("Thẻ căn cước"),
            tr(
                "Ki-ốt không đọc và không giữ thông tin trên thẻ. "
                "Mời Ông/Bà lấy số, rồi đưa thẻ cho cán bộ tại quầy."
            ),
            tr("Đã hiểu"),
        )
    return Question(
        tr("Không đọc được mã"),
        tr(
            "Mời Ông/Bà đưa mã trên giấy hẹn hoặc phiếu số vào máy đọc và giữ yên, "
            "hoặc hỏi bàn hướng dẫn."
        ),
        tr("Đã hiểu"),
    )


def unanswered(language: Language) -> Question:
    """The store did not answer."""
    tr = language.tr
    return Question(
        tr("Chưa tra cứu được"),
        tr("Số và hồ sơ của Ông/Bà vẫn được giữ. Mời Ông/Bà hỏi bàn hướng dẫn."),
        tr("Đã hiểu"),
    )
