"""Is any text cut, does any part lie over another? By geometry, over all visible widgets.

For every window: ``assert troubles(window) == []`` once it is shown.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from kiosk.ui.counter.receive.result_list import ResultList
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.parts.toast import Toast
from kiosk.ui.theme.prose import Prose

_OVER = (Sheet, Toast, ResultList)
_HAIR = 1.5


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
        for prose, room in _texts(widget):
            where = f"{type(widget).__name__} {prose.plain!r}"
            if prose.longest_word() > room.width() + _HAIR:
                yield f"{where}: a word is wider than its room ({room.width():.0f})"
            needed = prose.lay(room.width())
            if needed > room.height() + _HAIR:
                yield f"{where}: needs {needed:.0f} px, has {room.height():.0f}"


def _texts(widget: QWidget) -> list[tuple[Prose, QRectF]]:
    if isinstance(widget, Label):
        return [] if widget.elide or not widget.text() else [(widget.prose, QRectF(widget.rect()))]
    if isinstance(widget, QLabel) and widget.text():
        font = widget.font()
        return [(Prose(widget.text(), font, widget.fontMetrics().height()), QRectF(widget.rect()))]
    texts = getattr(widget, "texts", None)
    return list(texts()) if texts is not None else []


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
