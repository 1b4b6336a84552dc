"""What moves on a kiosk's screen: a page slides in, an arrow points twice. Then all is still."""

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QObject,
    QPoint,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme.tokens import DUR

_TWICE = 2
STILL = "still"
"""The program's property that says: nothing moves on this machine (reduced motion)."""


def moves() -> bool:
    """Whether anything may move: not where nobody looks, not where somebody asked for rest."""
    program = QGuiApplication.instance()
    if program is None or QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    return not program.property(STILL)


class Slide(QWidget):
    """A page's picture that slides the last 24 px to its place and then gives way to the page.

    Only the picture moves: the page is laid out and painted once. What is pressed meanwhile
    reaches the page. A page that changes size or goes away ends it.
    """

    def __init__(self, page: QWidget, ground: QColor, way: int) -> None:
        super().__init__(page.parentWidget())
        self._page, self._ground, self._way = page, ground, way
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(page.geometry())
        self._picture = page.grab()
        self._run = QVariantAnimation(self)
        self._run.setStartValue(1.0)
        self._run.setEndValue(0.0)
        self._run.setDuration(DUR["slide"])
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(lambda _: self.update())
        self._run.finished.connect(self.end)
        page.installEventFilter(self)
        page.destroyed.connect(self.end)
        self.show()
        self.raise_()
        self._run.start()

    @property
    def running(self) -> bool:
        """Whether the picture is still on its way."""
        return self._run.state() == QAbstractAnimation.State.Running

    def end(self) -> None:
        """Show the page itself now."""
        self._run.stop()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self.end()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        at = round(self._way * float(self._run.currentValue()))
        painter.drawPixmap(QPoint(at, 0), self._picture)
        painter.end()


class Nudge(QVariantAnimation):
    """Moves a widget so many pixels down and back, twice, and then lets it rest."""

    def __init__(self, widget: QWidget, way: int) -> None:
        super().__init__(widget)
        self._widget, self._way = widget, way
        self._rest, self._moved = widget.y(), 0
        self.setStartValue(0.0)
        self.setKeyValueAt(0.5, 1.0)
        self.setEndValue(0.0)
        self.setDuration(4 * DUR["slide"])
        self.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.setLoopCount(_TWICE)
        self.valueChanged.connect(self._move)
        self.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)

    def _move(self, share: float) -> None:
        widget = self._widget
        if widget.y() != self._rest + self._moved:
            # A layout has put it somewhere: that is where it rests.
            self._rest = widget.y()
        self._moved = round(self._way * share)
        widget.move(widget.x(), self._rest + self._moved)
