"""What stands behind a figure, line by line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.clock import office_day
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time, day_and_time, decimal, number
from kiosk.ui.words import day as day_words

if TYPE_CHECKING:
    from kiosk.dossiers.figures import DossierCounted
    from kiosk.dossiers.steps_at_work import StepAtWork
    from kiosk.queue.model import Ticket
    from kiosk.ratings.figures import AnswersCounted, Opinions
    from kiosk.scans.reading import DossierOnPaper, ShareDigitised

TITLES = {
    "taken": "Lượt lấy số hôm nay",
    "received": "Hồ sơ tiếp nhận hôm nay",
    "returned": "Kết quả đã trả hôm nay",
    "late": "Kết quả chậm hẹn trong tháng này",
    "due": "Hồ sơ, bước quy trình quá hạn và đến hạn hôm nay",
}
_STEP_LATE = Pill("Bước trễ", "alert", "err")
_STEP_SOON = Pill("Bước đến hạn hôm nay", "clock", "warn")
_TICKETS = {
    "waiting": Pill("Đang chờ", "clock", "act"),
    "called": Pill("Đang gọi", "volume", "warn"),
    "serving": Pill("Đang phục vụ", "users", "act"),
    "done": Pill("Đã xong", "check", "ok"),
    "no_show": Pill("Vắng mặt", "userx", "muted"),
}


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One line: number or code, what it is about, the day or hour, how it stands."""

    code: str
    about: str
    at: str
    state: Pill


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer to one question; ``question`` stands on its first line only."""

    code: str
    question: str
    answer: str
    many: str
    share: str


Line = TypeVar("Line", bound=ListedRow | AnswerRow)


@dataclass(frozen=True, slots=True)
class Listed(Generic[Line]):
    """The lines behind a figure, and a note on them."""

    title: str
    rows: tuple[Line, ...]
    note: str = ""


def list_tickets(tickets: "Iterable[Ticket]", fields: Mapping[str, str]) -> Listed[ListedRow]:
    """Today's numbers, the newest first; ``fields``: the name of each field by its prefix."""
    rows = [
        ListedRow(
            one.label,
            fields.get(one.field, one.field),
            f"lấy lúc {clock_time(one.issued_at)}",
            _TICKETS[str(one.state.value)],
        )
        for one in tickets
    ]
    return Listed(TITLES["taken"], tuple(reversed(rows)))


def list_dossiers(
    figure: str,
    dossiers: "Iterable[DossierCounted]",
    today: date,
    steps: "Iterable[StepAtWork]" = (),
) -> Listed[ListedRow]:
    """The dossiers behind a figure; those of which only a step presses stand after the others."""
    rows = tuple(
        ListedRow(one.code, one.procedure, _at(figure, one), _state(one, today)) for one in dossiers
    )
    there = {row.code for row in rows}
    return Listed(TITLES[figure], (*rows, *(_step(one) for one in steps if one.code not in there)))


def _step(one: "StepAtWork") -> ListedRow:
    state = _STEP_LATE if one.step.late else _STEP_SOON
    about = f"{one.words} ở {one.step.responsible} · {one.procedure_name}"
    return ListedRow(one.code, about, f"bước hạn {day_and_time(one.due_at)}", state)


def list_papers(dossiers: "Iterable[DossierOnPaper]", share: "ShareDigitised") -> Listed[ListedRow]:
    """The dossiers of which not all papers are digitised, and the figure itself."""
    rows = tuple(
        ListedRow(
            one.code,
            one.procedure_name,
            f"nhận {day_and_time(one.received_at)}",
            Pill(f"Chưa quét {one.papers - one.digitised}/{one.papers}", "scan", "warn"),
        )
        for one in dossiers
    )
    return Listed(
        f"Hồ sơ chưa số hóa hết giấy tờ, tháng {share.until:%m/%Y}",
        rows,
        f"{len(rows)} hồ sơ. Nhận từ {day_words(share.since)} đến {day_words(share.until)}: đã số hóa "
        f"{number(share.digitised)}/{number(share.papers)} giấy tờ; {number(share.scanned_dossiers)}/"
        f"{number(share.dossiers)} hồ sơ có bản quét.",
    )


def list_answers(told: "Opinions", least: int) -> Listed[AnswerRow]:
    """What citizens answered; a question with too few answers tells none."""
    rows = tuple(line for each in told.questions for line in _answers(each, least))
    return Listed(
        f"Ý kiến người dân trong tháng {told.until:%m/%Y}",
        rows,
        f"Đến hết ngày {day_words(told.until)}. Phiếu của hôm nay, và những ngày gần đây chưa đủ "
        f"{least} phiếu, được cộng sau, để không ai biết ai trả lời thế nào.",
    )


def _answers(counted: "AnswersCounted", least: int) -> Iterator[AnswerRow]:
    for at, answer in enumerate(counted.question.answers):
        code = f"{counted.question.code}.{answer.code}"
        question = counted.question.line if at == 0 else ""
        many, share = number(counted.counts[at]), ""
        if counted.answered:
            share = f"{decimal(100 * counted.counts[at] / counted.answered)}%"
        else:
            many = f"chưa đủ {least} phiếu" if at == 0 else ""
        yield AnswerRow(code, question, answer.text, many, share)


def _at(figure: str, one: "DossierCounted") -> str:
    if figure == "received":
        return f"nhận lúc {clock_time(one.received_at)}"
    if figure == "returned" and one.returned_at is not None:
        return f"trả lúc {clock_time(one.returned_at)}"
    if figure == "late" and one.ready_at is not None:
        return f"xong {day_and_time(one.ready_at)}"
    return f"hẹn {day_words(office_day(one.due_at))}" if one.due_at is not None else "chưa hẹn ngày"


def _state(one: "DossierCounted", today: date) -> Pill:
    if one.due_at is None:
        return Pill("Chưa hẹn ngày", "cal", "muted")
    appointed = office_day(one.due_at)
    finished = office_day(one.ready_at) if one.ready_at is not None else None
    if (finished or today) > appointed:
        return Pill("Quá hạn", "alert", "err")
    if finished is not None:
        return Pill("Đúng hạn", "check", "ok")
    if appointed == today:
        return Pill("Đến hạn hôm nay", "clock", "warn")
    return Pill("Còn hạn", "clock", "act")
