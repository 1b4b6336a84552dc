"""The kiosk's patience: how long a page stays when nobody touches it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk.ui.theme.tokens import IDLE

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Counts seconds from the last touch anywhere in the program.

    ``left`` tells the seconds left each second and after a touch, ``asked`` that it is time to
    ask, ``ran_out`` that the session ends. It counts ticks, so a clock that stands still or
    jumps does not matter.
    """

    left = Signal(int)
    asked = Signal()
    ran_out = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole = self._left = 0
        self._counting = self._by_hand = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def share(self) -> float:
        """What part of the time is left, 1 to 0."""
        return self._left / self._whole if self._whole else 0.0

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._counting

    def pass_by_hand(self) -> None:
        """From now on a second passes only by :meth:`tick`: for a day that moves its own time."""
        self._by_hand = True
        self._timer.stop()

    def start(self, seconds: int) -> None:
        """Begin anew with so many seconds."""
        self._whole = self._left = seconds
        application = QApplication.instance()
        if application is not None and not self.running:
            application.installEventFilter(self)
        self._counting = True
        if not self._by_hand:
            self._timer.start()
        self.left.emit(self._left)

    def stop(self) -> None:
        """Stop counting (home, or closing)."""
        self._counting = False
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def touch(self) -> None:
        """Somebody is there: count from the beginning."""
        if self.running:
            self._left = self._whole
            self.left.emit(self._left)

    def tick(self) -> None:
        """One second has passed."""
        self._left = max(0, self._left - 1)
        self.left.emit(self._left)
        if self._left == 0:
            self.stop()
            self.ran_out.emit()
        elif self._left == IDLE["ask_at"]:
            self.asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._left < self._whole:
            self.touch()
        return False
