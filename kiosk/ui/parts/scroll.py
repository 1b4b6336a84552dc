"""A long column that scrolls, with a bar one can see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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
