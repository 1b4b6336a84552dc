"""A long column that scrolls, with a bar one can see."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kiosk.ui.parts.layouts import height_at
from kiosk.ui.theme.look import Look


class ScrollBox(QScrollArea):
    """Scrolls ``inside`` up and down, never sideways; it has no frame and no ground of its own."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.wear(look)

    def wear(self, look: Look) -> None:
        self.verticalScrollBar().setSingleStep(look.px(40))


class CappedScroll(ScrollBox):
    """As high as what is inside, up to a height it is given; only beyond that does it scroll."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        self._most: int | None = None
        self._inside = inside
        super().__init__(look, inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inside.installEventFilter(self)

    @property
    def whole(self) -> int:
        """The height at which nothing scrolls."""
        layout = self._inside.layout()
        assert layout is not None
        return height_at(layout, max(1, self.viewport().width()))

    @property
    def shown(self) -> int:
        """The height it claims."""
        return self.whole if self._most is None else min(self.whole, self._most)

    def set_most(self, most: int | None) -> None:
        """Let it be no higher than ``most`` pixels; None: as high as it likes."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.shown)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
