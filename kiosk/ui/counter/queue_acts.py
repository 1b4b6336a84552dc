"""Calling, calling again, absent, serving, done: one press each, never two by accident."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.counter import returns
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.landing import called_since, gone_since, served_since
from kiosk.ui.counter.passing import REASONS, pass_options, pass_question
from kiosk.ui.counter.returns import Returns
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.queue.calling import AtCounter, NextCalled, TicketMoved
    from kiosk.queue.model import Ticket
    from kiosk.queue.passing import PassOn, TicketPassed
    from kiosk.queue.picking import CallThis, Pick
    from kiosk.storage.commands import UseCase

    Passing = tuple[UseCase[PassOn, TicketPassed], PassOn]
    Picking = tuple[UseCase[CallThis, NextCalled], CallThis]
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
        self.returns = Returns(host, asking, self)

    def rest(self, key: str) -> QTimer:
        """The timer during which ``key`` is not heard again."""
        if key not in self._rests:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(REST_MS)
            self._rests[key] = timer
        return self._rests[key]

    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys do with the counter's ticket."""
        return {
            "F3": self.recall,
            "F4": self.absent,
            "F5": self.pass_on,
            "F6": self.hold,
            "F9": self.step,
            returns.KEY: self.returns.open,
        }

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

        sign = called_since(self._active())
        if not self.rest("F2").isActive() and self._asking.act(
            "call", plan, self._called, self._host.refuse, sign=sign
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

    def pass_on(self) -> None:
        """F5: the person goes to another field or counter and keeps the number."""
        ticket, seen = self._active(), self._host.seen
        if ticket is None or seen is None:
            return
        options = pass_options(seen, ticket, self._number)
        self._host.ask_choice(pass_question(ticket, options), options).chosen.connect(self._pass_to)

    def hold(self) -> None:
        """F6: keep the number back for a moment; without a number, the held one comes back."""
        seen = self._host.seen
        if self.rest("F6").isActive() or seen is None:
            return
        ticket = seen.queue.active
        if ticket is None:
            if seen.queue.held:
                self._call_this(seen.queue.held[0].id, "")
                self.rest("F6").start()
            return
        number = self._number

        def plan() -> "Moving":
            from kiosk.ui.counter import work

            return work.holding(number)

        def told(fact: "TicketMoved") -> None:
            self._host.notify(
                f"Đang giữ {fact.ticket.label}. Bấm F6 để gọi lại khi người đó có mặt."
            )

        sign = gone_since(ticket, "Đã giữ")
        if self._asking.act("hold", plan, told, self._host.refuse, sign=sign):
            self.rest("F6").start()
            self._host.say("")

    def pick(self, pick: "Pick") -> None:
        """A ticket was scanned: call it, after asking why where it is not its turn."""
        if not pick.needs_reason:
            self._call_this(pick.ticket.id, "")
            return
        ticket = pick.ticket
        turn = f"Đang đến lượt {pick.next_label}. " if pick.next_label else ""
        held = f"Quầy {ticket.held_by} đang giữ số này. " if ticket.held_by else ""
        absent = _of_the_absent(pick)
        question = Question(
            f"Gọi {ticket.label} ({ticket.field}) ngoài lượt?",
            f"{turn}{held}{absent}Bấm số của lý do rồi Enter; lý do được ghi lại.",
            "Không gọi",
        )

        back = (Option(returns.BACK, returns.IN_LINE),) if pick.back else ()

        def call(key: str) -> None:
            if key == returns.BACK:
                self.returns.come_back(ticket.label)
                return
            reason = next(option.text for option in REASONS if option.key == key)
            self._call_this(ticket.id, reason)

        self._host.ask_choice(question, (*back, *REASONS)).chosen.connect(call)

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
        sign = gone_since(ticket, "Đã hoàn thành") if serving else served_since(ticket)
        if self._asking.act(name, plan, told, self._host.refuse, sign=sign):
            self.rest("F9").start()
            self._host.say("")

    def _active(self) -> "Ticket | None":
        seen = self._host.seen
        return seen.queue.active if seen is not None else None

    def _pass_to(self, key: str) -> None:
        number = self._number
        kind, _, where = key.partition(":")

        def plan() -> "Passing":
            from kiosk.ui.counter import work

            if kind == "field":
                return work.passing(number, where, None)
            return work.passing(number, None, int(where))

        def told(fact: "TicketPassed") -> None:
            self._host.notify(f"Đã chuyển {fact.ticket.label} đến {fact.to}; số giữ nguyên.")

        ticket = self._active()
        sign = gone_since(ticket, "Đã chuyển") if ticket is not None else None
        if self._asking.act(f"pass:{key}", plan, told, self._host.refuse, sign=sign):
            self._host.say("")

    def _call_this(self, ticket_id: str, reason: str) -> None:
        number = self._number

        def plan() -> "Picking":
            from kiosk.ui.counter import work

            return work.picking(number, ticket_id, reason)

        sign = called_since(self._active())
        name = f"pick:{ticket_id}"
        if self._asking.act(name, plan, self._called, self._host.refuse, sign=sign):
            self.rest("F2").start()
            self._host.say("")

    def _absent(self, wanted: bool) -> None:
        if not wanted:
            return
        number = self._number

        def plan() -> "Moving":
            from kiosk.ui.counter import work

            return work.missing(number)

        def told(fact: "TicketMoved") -> None:
            self._host.notify(f"Đã ghi {fact.ticket.label} vắng mặt.")

        ticket = self._active()
        sign = gone_since(ticket, "Đã ghi vắng mặt") if ticket is not None else None
        if self._asking.act("absent", plan, told, self._host.refuse, sign=sign):
            self._host.say("")

    def _called(self, fact: "NextCalled") -> None:
        self._host.show_main()
        before = self._active()
        ended = ""
        if before is not None and before.id == fact.finished:
            ended = f" {before.label} ghi là đã xong."
        if fact.ticket is None:
            self._host.notify(f"{fact.reason}{ended}")
            return
        self._host.notify(f"Đã gọi {fact.ticket.label}: {fact.reason}.{ended}")


def _of_the_absent(pick: "Pick") -> str:
    """What is told of a number that was called in vain."""
    if pick.back:
        return "Số này đã báo vắng mặt: cho trở lại hàng, hoặc gọi ngay và ghi lý do. "
    if pick.why_not_back is not None:
        return f"{sentence(pick.why_not_back)} Cần gọi ngay thì ghi lý do. "
    return ""
