"""The kiosk's patience: it is shown, it asks near its end, and then the session is over."""

from kiosk.ui.frames.kiosk import KioskFrame
from kiosk.ui.idle import IdleWatch
from kiosk.ui.theme.tokens import IDLE


class Patience(IdleWatch):
    """Counts down for one window; ``ran_out`` when nobody has touched it for too long."""

    def __init__(self, kiosk: KioskFrame) -> None:
        super().__init__(kiosk)
        self._kiosk = kiosk
        self.left.connect(self._show)
        self.asked.connect(self._ask)

    def _show(self, seconds: int) -> None:
        self._kiosk.set_idle(seconds, self.share)
        if self._kiosk.asking is not None:
            self._kiosk.asking.set_text(self._words(seconds))

    def _ask(self) -> None:
        kiosk = self._kiosk
        if kiosk.at_home:
            return
        from kiosk.ui.parts.sheet import Question

        tr = kiosk.language.tr
        question = Question(
            tr("Ông/Bà còn xem không?"),
            self._words(IDLE["ask_at"]),
            tr("Về trang đầu"),
            tr("Xem tiếp"),
        )
        sheet = kiosk.ask(question)
        sheet.answered.connect(self._answered)
        sheet.touched_beside.connect(self._touched_beside)

    def _words(self, seconds: int) -> str:
        tr = self._kiosk.language.tr
        return tr("Màn hình tự về trang đầu sau **{seconds}** giây.", seconds=seconds)

    def _answered(self, stay: bool) -> None:
        if stay:
            self.touch()
        else:
            self._kiosk.home_asked.emit()

    def _touched_beside(self) -> None:
        """Whoever touches the page is still there."""
        if self._kiosk.asking is not None:
            self._kiosk.asking.answer(True)
