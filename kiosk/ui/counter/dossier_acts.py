"""Opening a dossier and moving it on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.dossier_acts_card import NAMED
from kiosk.ui.counter.dossier_page import DossierPage
from kiosk.ui.counter.dossier_props import READY, START
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.queue_acts import QueueActs
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.parts.sheet import Question

if TYPE_CHECKING:
    from kiosk.dossiers.life import DossierMoved, MoveDossier, ReturnResult
    from kiosk.dossiers.reprinting import ReprintSlip, SlipOwed
    from kiosk.storage.commands import UseCase
    from kiosk.storage.print_jobs import OwedAgain, PrintAgain
    from kiosk.storage.units import ReadUnit

_DONE = {START: "Đã chuyển giải quyết hồ sơ", READY: "Đã ghi nhận kết quả hồ sơ"}


class DossierActs(QObject):
    """The counter's acts upon dossiers; ``queue`` lends its rests against double presses."""

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

        def plan() -> "tuple[UseCase[MoveDossier, DossierMoved], MoveDossier]":
            from kiosk.ui.counter import work

            return work.starting(code) if text == START else work.readying(code)

        def told(fact: "DossierMoved") -> None:
            self._host.notify(f"{_DONE[text]} {fact.code}.")

        if self._asking.act(f"{text}:{code}", plan, told, self._host.refuse):
            self._queue.rest("F9").start()
            self._host.say("")

    def hand_out(self) -> None:
        """F12: the result is given out; asked once, with the name of who takes it."""
        props, card = self._page.props, self._page.acts
        if props is None or props.return_reason:
            return
        if card.to == NAMED and not card.named:
            card.ask_name()
            return
        code, to, name = props.code, card.to, card.named
        question = Question(
            "Trả kết quả hồ sơ này?",
            f"Hồ sơ **{code}**. Trả cho {card.to_words}. Ghi rồi thì không sửa được.",
            "Chưa trả",
            "Trả kết quả",
        )
        self._host.ask(question).answered.connect(
            lambda wanted: self._hand_out(code, to, name) if wanted else None
        )

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

    def print_again(self, job: str) -> None:
        """A paper that did not come out, once more."""

        def plan() -> "tuple[UseCase[PrintAgain, OwedAgain], PrintAgain]":
            from kiosk.ui.counter import work

            return work.printing_again(job)

        self._asking.act(
            f"print:{job}",
            plan,
            lambda _: self._host.notify("Đang in lại."),
            self._host.refuse,
        )

    def _hand_out(self, code: str, to: str, name: str) -> None:
        def plan() -> "tuple[UseCase[ReturnResult, DossierMoved], ReturnResult]":
            from kiosk.ui.counter import work

            return work.returning(code, to, name)

        def told(fact: "DossierMoved") -> None:
            self._host.notify(f"Đã trả kết quả hồ sơ {fact.code}.")

        if self._asking.act(f"return:{code}:{to}:{name}", plan, told, self._host.refuse):
            self._host.say("")
