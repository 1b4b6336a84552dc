"""The desk's table: frozen rows in, lines out; a state is a pill, a long text ends with …."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from kiosk.ui.parts.pill import Pill, draw_pill, pill_size, pill_text
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.prose import MiddleLine, OneLine, Prose

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TableColumn(Generic[R]):
    """A column: its title, what it says of a row, its width (0 takes what is left over); ``end``:
    the end of its text must be read, a long one has … in the middle."""

    title: str
    text: Callable[[R], str]
    width: int = 0
    bold: bool = False
    pill: Callable[[R], Pill | None] | None = None
    end: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of frozen values behind a table."""

    def __init__(self, columns: Sequence[TableColumn[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(f"{each.title} {each.text(row)}" for each in self.columns)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _Cell(QStyledItemDelegate):
    """Paints a cell: ground by state, the bar of the chosen row, text or pill."""

    def __init__(self, table: "Table[R]") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = self._table
        look = table.look
        painter.save()
        smooth(painter)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = index.row() == table.hovered
        ground = "act_tint" if chosen else "surface_2" if over else "surface"
        painter.fillRect(rect, look.colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if chosen and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), look.px(4), rect.height())
            painter.fillRect(bar, look.colour("act"))
        table.draw_cell(painter, QRectF(rect), index)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            text = str(index.data() or "")
            QToolTip.showText(event.globalPos(), text if self._table.is_cut(index) else "", view)
            return True
        return super().helpEvent(event, view, option, index)


class Table(QTableView, Generic[R]):
    """Rows to move along with ↑ ↓ and to open with Enter or a double click.

    ``key`` names a row, so that the chosen one stays chosen when the rows are read anew.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        columns: Sequence[TableColumn[R]],
        key: Callable[[R], str],
        empty: str = "",
    ) -> None:
        super().__init__()
        self.look = look
        self.hovered = -1
        self._key, self._empty = key, empty
        self.rows_model: RowsModel[R] = RowsModel(columns)
        self.rows_model.setParent(self)
        self.setModel(self.rows_model)
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._pick)
        self.wear(look)

    @property
    def side(self) -> int:
        """The room at the left of a cell's text, in pixels."""
        return self.look.px(16)

    @property
    def current(self) -> R | None:
        """The chosen row."""
        at = self.currentIndex().row()
        rows = self.rows_model.rows
        return rows[at] if 0 <= at < len(rows) else None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; what was chosen stays chosen if it is still there."""
        if tuple(rows) == self.rows_model.rows:
            return
        before = self.current
        chosen = self._key(before) if before is not None else None
        self.selectionModel().blockSignals(True)
        self.rows_model.set_rows(rows)
        self.selectionModel().blockSignals(False)
        keys = [self._key(row) for row in rows]
        if chosen in keys:
            self.selectRow(keys.index(chosen))
        elif rows:
            self.selectRow(0)

    @property
    def empty(self) -> str:
        """What is said when there are no rows."""
        return self._empty

    def set_empty(self, sentence: str) -> None:
        """What is said when there are no rows."""
        self._empty = sentence
        self.viewport().update()

    def choose(self, key: str) -> None:
        """Choose the row of that key, if it is there."""
        for at, row in enumerate(self.rows_model.rows):
            if self._key(row) == key:
                self.selectRow(at)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What is painted, headings first, each with its room: for tests of clipping."""
        return [*self._headings(), *self._cells()]

    def draw_cell(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Paint the text or the pill of a cell."""
        pill, inner = self._pill(index), self._inner(box)
        if pill is not None:
            draw_pill(painter, inner, self.look, pill)
        else:
            self._cell(index).paint(painter, inner, self.look.colour("ink"))

    def prose(self, column: TableColumn[R], text: str) -> OneLine:
        """A cell's text as it is set."""
        weight = 600 if column.bold else 400
        line = MiddleLine if column.end else OneLine
        return line(text, self.look.font("body", weight), self.look.line("body"))

    def is_cut(self, index: Index) -> bool:
        """Whether a cell's text is longer than its room (it then has a tool tip)."""
        pill, room = self._pill(index), self._inner(QRectF(self.visualRect(index))).width()
        if pill is not None:
            return pill_size(self.look, pill).width() > room
        return self._cell(index).is_cut(room)

    def wear(self, look: Look) -> None:
        self.look = look
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.px(44))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setFixedHeight(look.px(36))
        self.setFont(look.font("body"))
        self.horizontalHeader().setFont(look.font("caption", 600))
        self._share_out()
        self.viewport().update()

    def set_row_height(self, height: float) -> None:
        """Another row height (design length): 40 on small screens."""
        self.verticalHeader().setDefaultSectionSize(self.look.px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows_model.rows or not self._empty:
            return
        painter = smooth(QPainter(self.viewport()))
        prose, box = self._nothing()
        look = self.look
        prose.paint(painter, box, look.colour("ink_2"), Qt.AlignmentFlag.AlignHCenter, middle=False)
        painter.end()

    def _nothing(self) -> tuple[Prose, QRectF]:
        look = self.look
        box = QRectF(self.viewport().rect()).adjusted(look.px(24), look.px(24), -look.px(24), 0)
        return Prose(self._empty, look.font("input"), look.line("input")), box

    def _headings(self) -> list[tuple[Prose, QRectF]]:
        head, look = self.horizontalHeader(), self.look
        font, line = look.font("caption", 600), look.line("caption")
        found: list[tuple[Prose, QRectF]] = []
        for at, column in enumerate(self.rows_model.columns if head.isVisible() else ()):
            left, wide = head.x() + head.sectionViewportPosition(at), head.sectionSize(at)
            room = QRectF(left + self.side, head.y(), wide - self.side, head.height())
            found += [(OneLine(column.title, font, line), room)] if column.title else []
        return found

    def _cells(self) -> list[tuple[Prose, QRectF]]:
        view = self.viewport()
        if not self.rows_model.rows:
            nothing, box = self._nothing()
            return [(nothing, box.translated(view.pos()))] if self._empty else []
        found: list[tuple[Prose, QRectF]] = []
        for row in range(len(self.rows_model.rows)):
            for at in range(len(self.rows_model.columns)):
                index = self.rows_model.index(row, at)
                place = self.visualRect(index)
                if not view.rect().contains(place.center()):
                    continue
                pill, inner = self._pill(index), self._inner(QRectF(place.translated(view.pos())))
                text = pill_text(self.look, pill, inner) if pill else (self._cell(index), inner)
                found += [text] if text[0].plain else []
        return found

    def _pill(self, index: Index) -> Pill | None:
        column = self.rows_model.columns[index.column()]
        return column.pill(self.rows_model.rows[index.row()]) if column.pill else None

    def _cell(self, index: Index) -> OneLine:
        return self.prose(self.rows_model.columns[index.column()], str(index.data() or ""))

    def _inner(self, cell: QRectF) -> QRectF:
        return cell.adjusted(self.side, 0, -self.side / 4, 0)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows_model.rows[index.row()])

    def _pick(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.rows_model.rows):
            self.picked.emit(self.rows_model.rows[now.row()])

    def _share_out(self) -> None:
        columns = self.rows_model.columns
        fixed = sum(self.look.px(column.width) for column in columns if column.width)
        open_ended = sum(1 for column in columns if not column.width)
        spare = max(0, self.viewport().width() - fixed)
        for at, column in enumerate(columns):
            wide = self.look.px(column.width) if column.width else spare // max(1, open_ended)
            self.setColumnWidth(at, wide)
