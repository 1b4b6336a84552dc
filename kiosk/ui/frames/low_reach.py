"""Everything to press in the lower part of a standing screen: for wheelchair users and children."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.language import Language
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

LOW_FROM = 640
"""Nothing to press stands above this line (design px of 1920)."""

_STEP = 0.8
"""The part of what is seen that one press moves on."""


class LowRoom(QWidget):
    """Room for a page below :data:`LOW_FROM`; what does not fit is reached by two arrows.

    The arrows are there while something lies out of sight; Page up and Page down do the same.
    """

    def __init__(self, look: Look, language: Language) -> None:
        super().__init__()
        self.look = look
        inside = Box(look)
        self.room = Column(look, 0, (0, 0, 0, 0), inside)
        self.body = ScrollBox(look, inside)
        self.up = BigButton(look, language.tr("Xem phía trên"), "up", "outline", "small")
        self.down = BigButton(look, language.tr("Xem phía dưới"), "down", "outline", "small")
        self.up.clicked.connect(lambda: self.move_on(-1))
        self.down.clicked.connect(lambda: self.move_on(1))
        self.arrows = Box(look)
        row = Row(look, 16, (48, 12, 48, 12), self.arrows)
        row.add(self.up, 1)
        row.add(self.down, 1)
        column = Column(look, 0, (0, 0, 0, 0), self)
        column.add(self.body, 1)
        column.add(self.arrows)
        # Their room stays: whether they are there must not change what they are there for.
        keeps = self.arrows.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.arrows.setSizePolicy(keeps)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Ignored)
        bar = self.body.verticalScrollBar()
        bar.rangeChanged.connect(self._ranged)
        bar.valueChanged.connect(self._ranged)
        self.body.viewport().installEventFilter(self)
        self._ranged()

    def wear(self, look: Look) -> None:
        self.look = look

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        for button, words in (
            (self.up, language.tr("Xem phía trên")),
            (self.down, language.tr("Xem phía dưới")),
        ):
            button.set_text(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.look.px(400))

    def move_on(self, way: int) -> None:
        """Move on (1) or back (-1) by most of what is seen."""
        bar = self.body.verticalScrollBar()
        bar.setValue(bar.value() + round(way * self.body.viewport().height() * _STEP))

    def to_top(self) -> None:
        """Show a page from its beginning."""
        self.body.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.move_on(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._ranged()
        return False

    def _ranged(self) -> None:
        bar = self.body.verticalScrollBar()
        self.arrows.setVisible(bar.maximum() > 0)
        self.up.setEnabled(bar.value() > 0)
        self.down.setEnabled(bar.value() < bar.maximum())
