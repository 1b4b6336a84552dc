"""Rows, columns and grids whose lengths are those of the design note and follow the scale."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from kiosk.ui.theme.look import Look

Margins = tuple[float, float, float, float]
NO_MARGINS: Margins = (0, 0, 0, 0)
W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLayout)


class _Line(QBoxLayout):
    """A box layout that remembers its lengths at scale 1 (margins: left, top, right, bottom)."""

    def __init__(
        self,
        look: Look,
        direction: QBoxLayout.Direction,
        spacing: float,
        margins: Margins,
        parent: QWidget | None,
    ) -> None:
        super().__init__(direction)
        self._spacing, self._margins = spacing, margins
        self._gaps: list[tuple[QSpacerItem, float]] = []
        self._look = look
        self.wear(look)
        if parent is not None:
            parent.setLayout(self)

    def add(self, widget: W, stretch: int = 0, align: Qt.AlignmentFlag | None = None) -> W:
        """Add a widget and give it back."""
        if align is None:
            self.addWidget(widget, stretch)
        else:
            self.addWidget(widget, stretch, align)
        return widget

    def nest(self, layout: L, stretch: int = 0) -> L:
        """Add a layout and give it back."""
        self.addLayout(layout, stretch)
        return layout

    def gap(self, length: float) -> None:
        """Add a fixed empty length of the design note."""
        spacer = QSpacerItem(0, 0)
        self._gaps.append((spacer, length))
        self._size_gap(spacer, length)
        self.addSpacerItem(spacer)

    def fill(self, stretch: int = 1) -> None:
        """Add empty room that takes what is left over."""
        self.addStretch(stretch)

    def set_margins(self, margins: Margins) -> None:
        """Change the margins (lengths of the design note)."""
        self._margins = margins
        self.wear(self._look)

    def wear(self, look: Look) -> None:
        self._look = look
        self.setSpacing(look.px(self._spacing))
        self.setContentsMargins(*(look.px(each) for each in self._margins))
        for spacer, length in self._gaps:
            self._size_gap(spacer, length)
        self.invalidate()

    def _size_gap(self, spacer: QSpacerItem, length: float) -> None:
        size = self._look.px(length)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self.direction() == QBoxLayout.Direction.TopToBottom:
            spacer.changeSize(0, size, free, fixed)
        else:
            spacer.changeSize(size, 0, fixed, free)


class Column(_Line):
    """Things under each other."""

    def __init__(
        self,
        look: Look,
        spacing: float = 0,
        margins: Margins = NO_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, QBoxLayout.Direction.TopToBottom, spacing, margins, parent)


class Row(_Line):
    """Things beside each other."""

    def __init__(
        self,
        look: Look,
        spacing: float = 0,
        margins: Margins = NO_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, QBoxLayout.Direction.LeftToRight, spacing, margins, parent)


class Grid(QGridLayout):
    """Things in rows and columns of equal gaps."""

    def __init__(
        self,
        look: Look,
        spacing: float = 0,
        margins: Margins = NO_MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._spacing, self._margins = spacing, margins
        self.wear(look)
        if parent is not None:
            parent.setLayout(self)

    def wear(self, look: Look) -> None:
        self.setSpacing(look.px(self._spacing))
        self.setContentsMargins(*(look.px(each) for each in self._margins))
        self.invalidate()


class Box(QWidget):
    """A plain container; a width or height given in lengths of the design note stays fixed."""

    def __init__(
        self,
        look: Look,
        *,
        width: float | None = None,
        height: float | None = None,
        min_height: float | None = None,
    ) -> None:
        super().__init__()
        self._width, self._height, self._min_height = width, height, min_height
        self.look = look
        Box.wear(self, look)

    def wear(self, look: Look) -> None:
        self.look = look
        if self._width is not None:
            self.setFixedWidth(look.px(self._width))
        if self._height is not None:
            self.setFixedHeight(look.px(self._height))
        if self._min_height is not None:
            self.setMinimumHeight(look.px(self._min_height))


def height_at(layout: QLayout, width: int) -> int:
    """How high a layout wants to be at a width, whether or not anything in it wraps."""
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


def let_through(widget: QWidget) -> None:
    """Let every click inside ``widget`` reach it, whatever child it falls on."""
    for child in widget.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
