"""Somebody who was called in vain stands at the counter: back into the line, or called at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question
from kiosk.ui.words import clock_time

if TYPE_CHECKING:
    from kiosk.queue.calling import TicketMoved
    from kiosk.queue.coming_back import ComeBack
    from kiosk.queue.model import Ticket
    from kiosk.storage.commands import UseCase

KEY, WORD = "F10", "Trở lại hàng"
BACK, IN_LINE = "back", "Trở lại hàng, giữ nguyên chỗ"
NOBODY_MISSED = "Không có số nào vắng mặt còn trở lại được."


class Returns(QObject):
    """F10, and what a scan of a missed number offers."""

    def __init__(self, host: Host, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._asking = host, asking

    def open(self) -> None:
        """F10: choose among the numbers that were called in vain and may come back."""
        seen = self._host.seen
        if seen is None or not seen.missed:
            self._host.say(NOBODY_MISSED)
            return
        question = Question(
            "Số nào trở lại hàng?",
            "Người đến muộn giữ nguyên chỗ: số được gọi tiếp theo trong diện của mình.",
            "Quay lại",
        )
        options = tuple(Option(one.label, missed_words(one)) for one in seen.missed)
        self._host.ask_choice(question, options).chosen.connect(self.come_back)

    def come_back(self, label: str) -> None:
        """Let a number wait again."""

        def plan() -> "tuple[UseCase[ComeBack, TicketMoved], ComeBack]":
            from kiosk.ui.counter import work

            return work.coming_back(label)

        def told(fact: "TicketMoved") -> None:
            self._host.notify(f"{fact.ticket.label} trở lại hàng, giữ nguyên chỗ.")

        if self._asking.act(f"back:{label}", plan, told, self._host.refuse):
            self._host.say("")


def missed_words(ticket: "Ticket") -> str:
    """``HT-016 · Hộ tịch · gọi 09:10``"""
    called = f" · gọi {clock_time(ticket.called_at)}" if ticket.called_at is not None else ""
    return f"{ticket.label} · {ticket.field}{called}"
