"""Calling, calling again, absent, serving, done: one press each, never two by accident."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.parts.sheet import Question

if TYPE_CHECKING:
    from kiosk.queue.calling import AtCounter, NextCalled, TicketMoved
    from kiosk.queue.model import Ticket
    from kiosk.storage.commands import UseCase

    Moving = tuple[UseCase[AtCounter, TicketMoved], AtCounter]
    Calling = tuple[UseCase[AtCounter, NextCalled], AtCounter]

REST_MS = 2_000


class QueueActs(QObject):
    """The counter's acts upon the queue.

    ``rest`` runs for two seconds after a call or a step: the same key pressed again meanwhile is
    the same press. It is a timer and not the clock's time, for a sample office's clock may stand.
    """

    def __init__(self, host: Host, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._asking = host, asking
        self._number = asking.number
        self._rests: dict[str, QTimer] = {}

    def rest(self, key: str) -> QTimer:
        """The timer during which ``key`` is not heard again."""
        if key not in self._rests:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(REST_MS)
            self._rests[key] = timer
        return self._rests[key]

    def close(self) -> None:
        """Stop the timers."""
        for timer in self._rests.values():
            timer.stop()

    def call_next(self) -> None:
        """F2: the next number; the one before is done."""
        number = self._number

        def plan() -> "Calling":
            from kiosk.ui.counter import work

            return work.calling(number)

        if not self.rest("F2").isActive() and self._asking.act(
            "call", plan, self._called, self._host.refuse
        ):
            self.rest("F2").start()
            self._host.say("")

    def recall(self) -> None:
        """F3: the number once more, or the one that was reported absent."""
        number = self._number

        def plan() -> "Moving":
            from kiosk.ui.counter import work

            return work.recalling(number)

        def told(fact: "TicketMoved") -> None:
            self._host.notify(f"Đã gọi lại {fact.ticket.label}, lần {fact.ticket.calls}.")

        if not self.rest("F3").isActive() and self._asking.act(
            "recall", plan, told, self._host.refuse
        ):
            self.rest("F3").start()
            self._host.say("")

    def absent(self) -> None:
        """F4: nobody came; asked once."""
        ticket = self._active()
        if ticket is None:
            return
        question = Question(
            f"Số {ticket.label} vắng mặt?",
            f"Đã gọi {ticket.calls} lần. Số này ra khỏi hàng chờ; F3 gọi lại được ngay sau đó.",
            "Chờ thêm",
            "Báo vắng mặt",
        )
        self._host.ask(question).answered.connect(self._absent)

    def step(self) -> None:
        """F9: the person has come; pressed later: the person is done."""
        ticket = self._active()
        if ticket is None or self.rest("F9").isActive():
            return
        number, serving = self._number, ticket.state == "serving"

        def plan() -> "Moving":
            from kiosk.ui.counter import work

            return work.finishing(number) if serving else work.serving(number)

        def told(fact: "TicketMoved") -> None:
            words = "Đã hoàn thành" if serving else "Bắt đầu phục vụ"
            self._host.notify(f"{words} {fact.ticket.label}.")

        name = f"{'finish' if serving else 'serve'}:{ticket.id}"
        if self._asking.act(name, plan, told, self._host.refuse):
            self.rest("F9").start()
            self._host.say("")

    def _active(self) -> "Ticket | None":
        seen = self._host.seen
        return seen.queue.active if seen is not None else None

    def _absent(self, wanted: bool) -> None:
        if not wanted:
            return
        number = self._number

        def plan() -> "Moving":
            from kiosk.ui.counter import work

            return work.missing(number)

        def told(fact: "TicketMoved") -> None:
            self._host.notify(f"Đã ghi {fact.ticket.label} vắng mặt.")

        if self._asking.act("absent", plan, told, self._host.refuse):
            self._host.say("")

    def _called(self, fact: "NextCalled") -> None:
        self._host.show_main()
        if fact.ticket is None:
            self._host.notify(fact.reason)
            return
        self._host.notify(f"Đã gọi {fact.ticket.label}: {fact.reason}.")
