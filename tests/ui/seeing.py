"""What a person meets on a window: names, roles, order, ink. By looking at the window itself.

For every window, once it is shown: ``nameless(window) == []``, ``jumps(window) == []``,
``faint(window) == []``; ``told(window)`` is the whole screen as text, for comparing.
"""

import itertools
from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget

from kiosk.ui.frames.desk import Rail
from kiosk.ui.parts.press import Pressable
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.parts.table import Table
from kiosk.ui.theme.contrast import contrast
from tests.ui.clipping import heading_of, texts_of

LEAST_CONTRAST = 4.5
_NOT_A_CONTROL = {QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Window}
_HAIR = 2
_ENLARGED = 2


def visible(root: QWidget) -> Iterator[QWidget]:
    """All that can be used on the window, parents before children: a question covers the rest."""
    cover = _cover(root)
    for widget in (cover, *cover.findChildren(QWidget)):
        if widget.isVisibleTo(root) and not _scrolled_away(widget, root):
            yield widget


def _cover(root: QWidget) -> QWidget:
    return next((sheet for sheet in root.findChildren(Sheet) if sheet.isVisibleTo(root)), root)


def _scrolled_away(widget: QWidget, root: QWidget) -> bool:
    return not _place(widget, root).intersects(_shown(widget, root))


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab stops, in its order, from the first stop on."""
    found: list[QWidget] = []
    cover = _cover(root)
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        usable = by_tab and widget.isEnabled() and widget.isVisibleTo(root)
        if usable and widget.focusProxy() is None and cover.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def nameless(root: QWidget) -> list[str]:
    """Controls without a name, or without a role that says what they are."""
    troubles = []
    for widget in visible(root):
        control = isinstance(widget, QAbstractButton | QLineEdit) or (
            bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget is not root
        )
        if not control or widget.focusProxy() is not None:
            continue
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        if not name.strip():
            troubles.append(f"{_named(widget)} has no name")
        if (role := role_of(widget)) in _NOT_A_CONTROL:
            troubles.append(f"{_named(widget)} is only a {role.name}")
    return troubles


def role_of(widget: QWidget) -> QAccessible.Role:
    """What a widget is to a screen reader."""
    return QAccessible.queryAccessibleInterface(widget).role()


def jumps(root: QWidget) -> list[str]:
    """Where Tab goes against the order of reading: up without going right, or left in a line."""
    troubles = []
    order = stops(root)
    for before, after in itertools.pairwise(order):
        together = _area_of(before, root) is _area_of(after, root)
        place = _place if together else _reached
        here, there = place(before, root), place(after, root)
        if isinstance(after.parentWidget(), Rail) and not isinstance(before.parentWidget(), Rail):
            # The places of a desk come after the page that one works on.
            continue
        above = there.bottom() <= here.top() + _HAIR and there.left() < here.right() - _HAIR
        in_line = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > _HAIR
        left = in_line and there.right() <= here.left() + _HAIR
        if above or left:
            troubles.append(
                f"from {_named(before)} at {_at(here)} Tab goes {'up' if above else 'back'} "
                f"to {_named(after)} at {_at(there)}"
            )
    return troubles


def faint(root: QWidget, least: float = LEAST_CONTRAST) -> list[str]:
    """Texts whose ink stands out too little from their ground, measured on the picture."""
    picture = seen(root)
    troubles = []
    for widget in visible(root):
        for prose, room in texts_of(widget):
            text = prose.plain
            whole = _place(widget, root).intersected(_moved(room, widget, root))
            box = whole.intersected(_shown(widget, root))
            if box.width() < 4 or box.height() < 4 or not text.strip():
                continue
            if box.height() < min(16, whole.height() / 2):
                # A sliver of what is scrolled away need not show a letter.
                continue
            ratio = _contrast_in(picture, box)
            if ratio < least:
                troubles.append(f"{_named(widget)} {text[:40]!r}: {ratio:.1f}")
    return troubles


def seen(root: QWidget) -> Image.Image:
    """The window as a picture, enlarged so that thin strokes show their full ink."""
    image = QImage(root.size() * _ENLARGED, QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(_ENLARGED)
    root.render(image)
    width, height, line = image.width(), image.height(), image.bytesPerLine()
    return Image.frombuffer("RGB", (width, height), bytes(image.constBits()), "raw", "RGB", line)


def _contrast_in(picture: Image.Image, box: QRect) -> float:
    edges = (box.left(), box.top(), box.right() + 1, box.bottom() + 1)
    part = picture.crop(tuple(edge * _ENLARGED for edge in edges))  # type: ignore[arg-type]  # four
    colours = part.getcolors(part.width * part.height) or []
    ground = _hex(max(colours)[1])
    # A letter's middle is a few pixels at least; single ones are its soft edge.
    return max(contrast(ground, _hex(colour)) for count, colour in colours if count > 1)


def _hex(colour: object) -> str:
    assert isinstance(colour, tuple)
    return "#{:02X}{:02X}{:02X}".format(*colour[:3])


def told(root: QWidget) -> str:
    """The screen as text: what stands where, what it says and in which state it is."""
    return "".join(_lines(root, root, 0))


def _lines(widget: QWidget, root: QWidget, depth: int) -> Iterator[str]:
    said = _said(widget)
    if said or widget is root or isinstance(widget, Pressable | QLineEdit):
        yield f"{'  ' * depth}{type(widget).__name__} {_at(_place(widget, root))}{said}\n"
        depth += 1
    if isinstance(widget, Table):
        yield from _rows(widget, depth)
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    shown = [child for child in children if child.isVisibleTo(root) and not child.isWindow()]
    for child in sorted(shown, key=lambda one: (one.y(), one.x())):
        yield from _lines(child, root, depth)


def _rows(table: Table[object], depth: int) -> Iterator[str]:
    """A table's headings, each with its place and width, and under them its rows."""
    head, titles = table.horizontalHeader(), [each.title for each in table.rows_model.columns]
    lines: dict[int, dict[str, str]] = {}
    for prose, room in table.texts():
        heading = head.isVisible() and room.top() < head.height()
        place = f" {room.left():.0f}+{room.width():.0f}" if heading else ""
        line = lines.setdefault(round(room.center().y()), dict.fromkeys(titles, ""))
        line[heading_of(table, room)] = f"{prose.plain}{place}"
    for line in lines.values():
        yield f"{'  ' * depth}| {' | '.join(line.values())}\n"


def _said(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return f" “{widget.text()}”" if widget.text() else ""
    parts = []
    if isinstance(widget, QLineEdit):
        parts.append(f"= {widget.text()!r}")
    written = [] if isinstance(widget, Table) else [prose.plain for prose, _ in texts_of(widget)]
    parts += [f"“{text}”" for text in written if not _typed(widget, text)]
    name = widget.accessibleName()
    if name and name not in " ".join(parts):
        parts.append(f"[{name}]")
    if widget.accessibleDescription():
        parts.append(f"({widget.accessibleDescription()})")
    if isinstance(widget, QAbstractButton) and widget.isChecked():
        parts.append("on")
    if parts and not widget.isEnabled():
        parts.append("off")
    if widget.hasFocus():
        parts.append("<focus>")
    return "".join(f" {part}" for part in parts)


def _typed(widget: QWidget, text: str) -> bool:
    return isinstance(widget, QLineEdit) and text == widget.displayText()


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _moved(room: QRectF, widget: QWidget, root: QWidget) -> QRect:
    return room.toRect().translated(widget.mapTo(root, QPoint(0, 0)))


def _shown(widget: QWidget, root: QWidget) -> QRect:
    """The part of the window in which the widget can be seen: what scrolls is cut by its area."""
    room = root.rect()
    up = widget.parentWidget()
    while up is not None and up is not root:
        if isinstance(up, QAbstractScrollArea):
            room = room.intersected(_place(up.viewport(), root))
        up = up.parentWidget()
    return room


def _area_of(widget: QWidget, root: QWidget) -> QAbstractScrollArea | None:
    """What the widget scrolls in, if in anything."""
    up = widget.parentWidget()
    while up is not None and up is not root:
        if isinstance(up, QAbstractScrollArea):
            return up
        up = up.parentWidget()
    return None


def _reached(widget: QWidget, root: QWidget) -> QRect:
    """Where the widget is once Tab has come to it: what scrolls is brought into its area."""
    place, room = _place(widget, root), _shown(widget, root)
    down = max(0, room.top() - place.top()) - max(0, place.bottom() - room.bottom())
    return place.translated(0, down)


def _at(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()}×{box.height()}"


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__}({widget.accessibleName()[:40]!r})"
