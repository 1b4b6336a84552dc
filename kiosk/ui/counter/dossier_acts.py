"""Opening a dossier and moving it on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.clock import local
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.dossier_page import DossierPage
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.life_keys import READY, RESTART, START
from kiosk.ui.counter.life_words import handed
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.return_props import ReturnEntry
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.words import day

if TYPE_CHECKING:
    from kiosk.dossiers.handing_over import ControlOwed, PrintControl
    from kiosk.dossiers.moving import DossierMoved
    from kiosk.dossiers.reprinting import ReprintSlip, SlipOwed
    from kiosk.dossiers.returning import ReturnResult
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit

_DONE = {START: "Đã chuyển giải quyết hồ sơ", READY: "Đã ghi nhận kết quả hồ sơ"}


def _done(step: str, fact: "DossierMoved") -> str:
    if step != RESTART:
        return f"{_DONE[step]} {fact.code}."
    due = f", hẹn trả {day(local(fact.due_at).date())}" if fact.due_at is not None else ""
    return f"Đã nhận đủ giấy tờ{due}. Đang in giấy hẹn mới."


class DossierActs(QObject):
    """The counter's acts upon dossiers; ``queue`` lends its rests against double presses.

    ``given_out`` carries the code of a dossier whose result was handed back.
    """

    given_out = Signal(str)

    def __init__(
        self, host: Host, asking: Asking, page: DossierPage, queue: QueueActs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._host, self._asking, self._page, self._queue = host, asking, page, queue

    def read(self, code: str, done: Callable[[DossierSeen], None]) -> None:
        """Read the dossier that is shown once more."""

        def look(unit: "ReadUnit") -> DossierSeen:
            from kiosk.ui.counter import work

            return work.dossier(unit, code)

        self._asking.read(look, done, self._host.refuse)

    def step(self) -> None:
        """F9: to those who decide; later: the result is there."""
        props = self._page.props
        if props is None or props.step_reason or self._queue.rest("F9").isActive():
            return
        code, text = props.code, props.step_text

        def plan() -> "tuple[UseCase[Any, DossierMoved], Any]":
            from kiosk.ui.counter import life_work, work

            if text == RESTART:
                return life_work.restarting(code)
            return work.starting(code) if text == START else work.readying(code)

        def told(fact: "DossierMoved") -> None:
            self._host.notify(_done(text, fact))

        if self._asking.act(f"{text}:{code}", plan, told, self._host.refuse):
            self._queue.rest("F9").start()
            self._host.say("")

    def give_out(self, code: str, state: str, entry: ReturnEntry) -> None:
        """F9 of the page where a result is handed back: it is written down, for good."""

        def plan() -> "tuple[UseCase[ReturnResult, DossierMoved], ReturnResult]":
            from kiosk.ui.counter import work

            return work.returning(code, entry)

        def told(fact: "DossierMoved") -> None:
            also = f" Đang in giấy trả lại bản chính số {fact.letter}." if fact.letter else ""
            self._host.notify(f"{handed(state).done} hồ sơ {fact.code}.{also}")
            self.given_out.emit(fact.code)

        if self._asking.act(f"return:{code}:{entry}", plan, told, self._host.refuse):
            self._host.say("")

    def reprint(self, code: str) -> None:
        """Ctrl P: the slip once more, marked as a reprint."""
        if not code:
            return

        def plan() -> "tuple[UseCase[ReprintSlip, SlipOwed], ReprintSlip]":
            from kiosk.ui.counter import work

            return work.reprinting(code)

        def told(fact: "SlipOwed") -> None:
            self._host.notify(f"Đang in lại giấy hẹn {fact.code}.")

        if self._asking.act(f"reprint:{code}", plan, told, self._host.refuse):
            self._host.say("")

    def control(self, code: str) -> None:
        """Ctrl K: the control sheet as it stands now."""

        def plan() -> "tuple[UseCase[PrintControl, ControlOwed], PrintControl]":
            from kiosk.ui.counter import life_work

            return life_work.controlling(code)

        def told(fact: "ControlOwed") -> None:
            self._host.notify(f"Đang in phiếu kiểm soát {fact.code}.")

        if self._asking.act(f"control:{code}", plan, told, self._host.refuse):
            self._host.say("")
