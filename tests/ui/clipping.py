"""Is any text cut, does any part lie over another? By geometry, over all visible widgets.

For every window: ``assert troubles(window) == []`` once it is shown.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QWidget

from kiosk.ui.counter.receive.result_list import ResultList
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.parts.table import Table
from kiosk.ui.parts.toast import Toast
from kiosk.ui.theme.prose import OneLine, Prose

_OVER = (Sheet, Toast, ResultList)
_HAIR = 1.5
MAY_BE_SHORT = (
    "Bars ",
    "ChoiceBox Trường hợp",
    "Label Chủ hồ sơ  ",
    "Label Người nộp  ",
    "Label Phí, lệ phí: ",
    "Label Đang chờ: ",
    "LineEdit Họ và tên",
    "LineEdit Nơi nhận phản ánh, kiến nghị",
    "LineEdit Phí, lệ phí",
    "LineEdit Tên văn phòng",
    "LineEdit Địa chỉ",
    "ProcedureEdit Thủ tục",
    "ProcedureRow ",
    "SteadyBox Trường hợp",
    "Table Các diện ưu tiên: Tiếng Anh",
    "Table Các lĩnh vực: Tiếng Anh",
    "Table Các phần của thủ tục: Đang dùng",
    "Table Cách gọi hằng ngày: Chỉ đến",
    "Table Cán bộ: Chức danh",
    "Table Cán bộ: Lĩnh vực",
    "Table Giấy in của máy này hôm nay: Ghi chú",
    "Table Giấy in: Ghi chú",
    "Table Hồ sơ: Người nộp",
    "Table Hồ sơ: Thủ tục",
)
"""Where a text may end with …: it stands whole in the tool tip, or on the page it opens."""


def troubles(root: QWidget) -> list[str]:
    """What is wrong, each with the widget it is wrong at."""
    QCoreApplication.processEvents()
    return [*_cut(root), *_overlapping(root), *_sticking_out(root)]


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root):
            yield widget


def _cut(root: QWidget) -> Iterator[str]:
    for widget in _visible(root):
        for prose, room in texts_of(widget):
            where = f"{type(widget).__name__} {prose.plain!r}"
            place, width = _place(widget, room), room.width()
            if isinstance(prose, OneLine):
                if prose.is_cut(width) and not place.startswith(MAY_BE_SHORT):
                    yield f"{where}: ends with … at {place!r}"
                width = max(width, prose.natural_width())
            elif prose.longest_word() > width + _HAIR:
                yield f"{where}: a word is wider than its room ({room.width():.0f})"
            needed = prose.lay(width)
            if needed > room.height() + _HAIR:
                yield f"{where}: needs {needed:.0f} px, has {room.height():.0f}"


def texts_of(widget: QWidget) -> list[tuple[Prose, QRectF]]:
    """Every text that a widget paints itself, whole, with the room it has."""
    if (texts := getattr(widget, "texts", None)) is not None:
        return list(texts())
    if isinstance(widget, QLabel | QLineEdit) and widget.text():
        font = widget.font()
        return [(Prose(widget.text(), font, widget.fontMetrics().height()), QRectF(widget.rect()))]
    return []


def _place(widget: QWidget, room: QRectF) -> str:
    name = f"{type(widget).__name__} {widget.accessibleName()}"
    return f"{name}: {heading_of(widget, room)}" if isinstance(widget, Table) else name


def heading_of(table: Table[object], room: QRectF) -> str:
    """The heading above a cell."""
    at = table.columnAt(int(room.left()))
    return table.rows_model.columns[at].title if at >= 0 else ""


def _overlapping(root: QWidget) -> Iterator[str]:
    for parent in _visible(root):
        if isinstance(parent, QAbstractScrollArea):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and not isinstance(child, _OVER)
            if child.isVisibleTo(root) and not child.isWindow()
        ]
        for one, other in combinations(children, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 1 and shared.height() > 1:
                yield f"{_name(one)} lies over {_name(other)} by {shared.width()}×{shared.height()}"


def _sticking_out(root: QWidget) -> Iterator[str]:
    for widget in _visible(root):
        parent = widget.parentWidget()
        if widget is root or parent is None or widget.isWindow() or isinstance(widget, _OVER):
            continue
        if _scrolled(widget, root):
            continue
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        inside = QRect(parent.mapTo(root, QPoint(0, 0)), parent.size()).adjusted(-1, -1, 1, 1)
        if place.isValid() and not inside.contains(place):
            yield f"{_name(widget)} sticks out of {_name(parent)}: {place} in {inside}"


def _scrolled(widget: QWidget, root: QWidget) -> bool:
    up = widget.parentWidget()
    while up is not None and up is not root:
        if isinstance(up, QAbstractScrollArea):
            return True
        up = up.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__}({widget.accessibleName()[:40]!r})"
