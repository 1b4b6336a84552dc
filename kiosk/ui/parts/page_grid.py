"""Pages as small pictures, side by side: to move along, to mark several, to look at one closely."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, draw_focus_ring, smooth
from kiosk.ui.theme.prose import OneLine
from kiosk.ui.theme.tokens import RADIUS

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WIDE, HIGH = 132, 172
"""A small picture's room (design lengths); under it a line of words."""

_A4 = 2**0.5
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class PageCell:
    """A page: ``key`` names its picture, ``turn`` is clockwise, in degrees; ``more`` stands under
    its words in a grid of two lines."""

    key: int
    words: str
    turn: int = 0
    more: str = ""


class _Cells(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.cells: tuple[PageCell, ...] = ()

    def set_cells(self, cells: tuple[PageCell, ...]) -> None:
        self.beginResetModel()
        self.cells = cells
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if index.isValid() and role in words:
            return self.cells[index.row()].words
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, grid: "PageGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        smooth(painter)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._grid.draw(painter, QRectF(option.rect), index.row(), chosen=chosen)
        painter.restore()


class PageGrid(QListView):
    """``picked``: another page is the current one; ``marked_changed``: others are marked;
    ``moved``: Ctrl and an arrow, to move the marked pages; ``looked``: looked at closely, or no
    more (Enter)."""

    picked = Signal(int)
    marked_changed = Signal()
    moved = Signal(int)
    looked = Signal(bool)

    def __init__(
        self,
        look: Look,
        name: str,
        empty: str = "",
        *,
        size: tuple[int, int] = (WIDE, HIGH),
        lines: int = 1,
    ) -> None:
        super().__init__()
        self.look = look
        self._design, self._lines = size, lines
        self.closely = False
        self._empty = empty
        self._pictures: dict[int, QImage] = {}
        self._large: tuple[int, QImage] | None = None
        self._cells = _Cells()
        self._cells.setParent(self)
        self.setModel(self._cells)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._pick)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        self.doubleClicked.connect(lambda _: self.look_closely(not self.closely))
        self.wear(look)

    @property
    def cells(self) -> tuple[PageCell, ...]:
        """What is shown."""
        return self._cells.cells

    @property
    def at(self) -> int:
        """The place of the current page, from 0; -1 where there is none."""
        return self.currentIndex().row()

    @property
    def current(self) -> PageCell | None:
        """The current page."""
        return self.cells[self.at] if 0 <= self.at < len(self.cells) else None

    @property
    def marked(self) -> tuple[int, ...]:
        """The places of the marked pages, in order, from 0."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

    def set_cells(self, cells: Sequence[PageCell], marked: Sequence[int] = (0,)) -> None:
        """Show these pages; where they are others than before, ``marked`` says which are marked."""
        cells = tuple(cells)
        if cells == self._cells.cells:
            return
        self._cells.set_cells(cells)
        self.mark(marked)
        self.looked.emit(self.closely)

    def mark(self, places: Sequence[int]) -> None:
        """Mark these pages; the first is the current one."""
        model, chosen = self.selectionModel(), QItemSelectionModel.SelectionFlag
        places = [place for place in places if 0 <= place < len(self.cells)]
        model.clearSelection()
        for place in places:
            model.select(self._cells.index(place), chosen.Select)
        if places:
            model.setCurrentIndex(self._cells.index(places[0]), chosen.Select)
            self.scrollTo(self._cells.index(places[0]))

    def set_picture(self, key: int, picture: QImage, *, large: bool = False) -> None:
        """The picture of a page has come."""
        if large:
            self._large = (key, picture)
        else:
            self._pictures[key] = picture
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Other pages come: their keys mean other pictures."""
        self._pictures, self._large = {}, None
        self.viewport().update()

    def set_empty(self, sentence: str) -> None:
        """What is said where there are no pages."""
        self._empty = sentence
        self.viewport().update()

    def look_closely(self, closely: bool) -> None:
        """Show one page as large as there is room, or all of them small again."""
        if closely != self.closely:
            self.closely = closely
            self._size()
            self.scrollTo(self.currentIndex())
            self.looked.emit(closely)

    def room(self) -> tuple[int, int]:
        """How many pixels a picture may have."""
        if self.closely:
            return self.viewport().width() - self.look.px(
                24
            ), self.gridSize().height() - self._foot()
        return self.look.px(self._design[0]), self.look.px(self._design[1])

    def draw(self, painter: QPainter, box: QRectF, row: int, *, chosen: bool) -> None:
        """Paint one page."""
        look, cell = self.look, self.cells[row]
        gap = look.px(5)
        whole = box.adjusted(gap, gap, -gap, -gap)
        edge, fill = ("act", "act_tint") if chosen else ("line", "surface_2")
        draw_card(
            painter,
            whole,
            fill=look.colour(fill),
            edge=look.colour(edge),
            width=look.px(2 if chosen else 1),
            radius=look.px(RADIUS["desk_btn"]),
        )
        foot = self._foot() - gap
        room = whole.adjusted(gap, gap, -gap, -foot)
        self._draw_picture(painter, room, cell)
        for words, line in self._written(whole.adjusted(gap, 0, -gap, 0), cell, foot):
            words.paint(painter, line, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus() and row == self.at:
            draw_focus_ring(painter, whole, look, look.px(RADIUS["desk_btn"]))

    def texts(self) -> list[tuple[OneLine, QRectF]]:
        """What is written and its room: for tests of clipping."""
        view, gap = self.viewport(), self.look.px(5)
        if not self.cells:
            return [self._nothing()] if self._empty else []
        found: list[tuple[OneLine, QRectF]] = []
        for row, cell in enumerate(self.cells):
            box = QRectF(self.visualRect(self._cells.index(row)).translated(view.pos()))
            if view.geometry().contains(box.toRect()):
                whole = box.adjusted(2 * gap, gap, -2 * gap, -gap)
                found += self._written(whole, cell, self._foot() - gap)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(Qt.Key(event.key()))
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        if step is not None and ctrl:
            self.moved.emit(step)
        elif self.closely and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar.setValue(bar.value() + (step or 0) * 2 * bar.singleStep())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.look_closely(not self.closely)
        elif ctrl and event.key() != Qt.Key.Key_A:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are a scan's, not a search."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFont(look.font("caption", 600))
        self.verticalScrollBar().setSingleStep(look.px(40))
        self._size()
        self.viewport().update()

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self.cells and self._empty:
            painter = smooth(QPainter(self.viewport()))
            words, box = self._nothing()
            painter.translate(-self.viewport().pos())
            words.paint(painter, box, self.look.colour("ink_2"), Qt.AlignmentFlag.AlignHCenter)
            painter.end()

    def _size(self) -> None:
        look, foot = self.look, self._foot()
        size = QSize(look.px(self._design[0] + 20), look.px(self._design[1] + 20) + foot)
        if self.closely:
            wide = max(1, self.viewport().width() - 1)
            size = QSize(wide, round(wide * _A4) + foot)
        if size != self.gridSize():
            self.setGridSize(size)

    def _foot(self) -> int:
        return self.look.px(10 + 18 * self._lines)

    def _written(self, whole: QRectF, cell: PageCell, foot: float) -> list[tuple[OneLine, QRectF]]:
        """The words of a page, each in its line under the picture."""
        look, high = self.look, (foot - self.look.px(4)) / self._lines
        texts = ((cell.words, 600), (cell.more, 400))[: self._lines]
        return [
            (
                OneLine(text, look.font("caption", weight), look.line("caption")),
                QRectF(whole.left(), whole.bottom() - foot + at * high, whole.width(), high),
            )
            for at, (text, weight) in enumerate(texts)
            if text
        ]

    def _nothing(self) -> tuple[OneLine, QRectF]:
        view, look = self.viewport(), self.look
        box = QRectF(view.geometry()).adjusted(look.px(12), look.px(24), -look.px(12), 0)
        box.setHeight(look.line("body") + look.px(4))
        return OneLine(self._empty, look.font("body"), look.line("body")), box

    def _draw_picture(self, painter: QPainter, room: QRectF, cell: PageCell) -> None:
        picture = self._pictures.get(cell.key)
        if self.closely and self._large is not None and self._large[0] == cell.key:
            picture = self._large[1]
        if picture is None or picture.isNull():
            return
        if cell.turn:
            picture = picture.transformed(QTransform().rotate(cell.turn))
        size = picture.deviceIndependentSize()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.drawImage(place, picture)
        painter.setPen(self.look.colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _pick(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.row())
