"""An evaluation under way: answered touch by touch, written down at its end or not at all."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.ids import new_id
from kiosk.ui.citizen.errand import Errand, Host
from kiosk.ui.citizen.rating import work
from kiosk.ui.citizen.rating.asking import (
    Ending,
    EndProps,
    QuestionProps,
    Sheet,
    coded,
    derive_end,
    derive_question,
)
from kiosk.ui.citizen.rating.end_page import EndPage
from kiosk.ui.citizen.rating.question_page import QuestionPage
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import DUR, IDLE

if TYPE_CHECKING:
    from kiosk.ratings.questionnaire import Questionnaire


class RatingErrand(Errand):
    """One question after the other; the answer given is seen for a moment before the next slides in.

    What is asked stays the same to the end, whatever the office asks from now on.
    """

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.sheet = Sheet()
        self._found: Questionnaire | None = None
        self._request = new_id()
        self._pause = QTimer()
        self._pause.setSingleShot(True)
        self._pause.setInterval(DUR["answer"])
        self._pause.timeout.connect(self._go_on)

    @property
    def patience(self) -> int:
        return IDLE["thanks" if self.sheet.ending in ("given", "nothing") else "rating"]

    def props(self, known: Known, screen: Screen) -> QuestionProps | EndProps:
        if self._found is None:
            # The way here is barred while nothing can be asked.
            assert known.view is not None
            self._found = known.view.asked
        if not self.sheet.ending:
            return derive_question(self._asked, self.sheet, screen.language, large=screen.large)
        return derive_end(self.sheet, screen.language)

    def page(self, look: Look, props: Any, *, wide: bool) -> QWidget:
        if isinstance(props, QuestionProps):
            question = QuestionPage(look, props, wide=wide)
            question.answered.connect(self._answer)
            question.passed_over.connect(lambda: self._answer(""))
            return question
        end = EndPage(look, props, wide=wide)
        end.pressed.connect(self._end_pressed)
        return end

    @property
    def _asked(self) -> "Questionnaire":
        assert self._found is not None
        return self._found

    def back(self) -> bool:
        if self.sheet.sending:
            # After the last touch it is given: the thanks are on their way.
            return True
        if self.sheet.ending or self.sheet.at == 0:
            return False
        self._pause.stop()
        self.sheet = replace(self.sheet, at=self.sheet.at - 1)
        return True

    def scanned(self, text: str) -> bool:
        """Answers are not thrown away for a scan; on the last page it is taken as on the first."""
        if self.sheet.ending and not self.sheet.sending:
            return False
        tr = self.host.language.tr
        self.host.notify(tr("Mời Ông/Bà trả lời xong, hoặc về trang đầu, rồi quét lại."))
        self.host.touched()
        return True

    def second(self) -> None:
        if self.sheet.sending:
            self.sheet = replace(self.sheet, late=True)

    def settle(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._go_on()

    def end(self) -> None:
        self._pause.stop()
        self.sheet = Sheet()

    def _answer(self, code: str) -> None:
        taken = not self._pause.isActive() and not self.sheet.sending
        if taken:
            self.sheet = self.sheet.with_answer(code)
        self.host.refresh_page()
        if taken and code:
            self._pause.start()
        elif taken:
            self._go_on()

    def _go_on(self) -> None:
        if self.sheet.at + 1 < len(self._asked.questions):
            self.sheet = replace(self.sheet, at=self.sheet.at + 1)
            self.host.turn()
        elif self.sheet.answers:
            self._send()
        else:
            self._finish("nothing")

    def _send(self) -> None:
        """Write it down; asked again, it is the same request."""
        self.sheet = replace(self.sheet, sending=True, late=False)
        self.host.do(
            work.giving(self._asked.code, coded(self._asked, self.sheet)),
            lambda _given: self._finish("given"),
            lambda _error: self._finish("failed"),
            request_id=self._request,
        )

    def _finish(self, ending: Ending) -> None:
        failures = self.sheet.failures + (ending == "failed")
        self.sheet = replace(self.sheet, ending=ending, sending=False, failures=failures)
        self.host.turn()

    def _end_pressed(self) -> None:
        if self.sheet.ending == "failed":
            self._send()
        else:
            self.host.go_home()
