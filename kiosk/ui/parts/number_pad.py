"""A pad of digits, and the boxes in which a secret number appears."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.field import is_large
from kiosk.ui.parts.layouts import Grid
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

ERASE = "⌫"
CLEAR = "clear"
_MASK_AFTER_MS = 1000
_DOT = "•"


class PadKey(Pressable):
    """One key: 96 high at the kiosk, 56 at the desk, unless another height is given.

    A tap leaves the keyboard's focus where it is: in the boxes that the key types into.
    """

    def __init__(
        self, look: Look, text: str, name: str = "", icon: str = "", *, height: float = 0
    ) -> None:
        super().__init__(look, text)
        self._icon, self._height = icon, height or (96 if is_large(look) else 56)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def coat(self) -> Coat:
        edge = card_edge(self.look)
        if not self.isEnabled():
            return Coat("surface_2", "line_strong", "ink_3", edge, dashed=True)
        if self.isDown():
            return Coat("act", "act", "on_act", edge)
        return Coat("surface" if self.text().isdigit() else "muted", "line", "ink", edge)

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"] if is_large(self.look) else RADIUS["desk_btn"])

    def sizeHint(self) -> QSize:
        height = self.look.px(self._height)
        wide = int(self._prose().natural_width()) + 2 * self.look.px(12)
        return QSize(max(height, wide), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [] if self._icon else [(self._prose(), QRectF(self.rect()))]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        box = QRectF(self.rect())
        if self._icon:
            side = self.look.px(40 if is_large(self.look) else 22)
            place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            draw_icon(painter, self._icon, place, self.ink(coat))
            return
        self._prose().paint(painter, box, self.ink(coat), Qt.AlignmentFlag.AlignHCenter)

    def _prose(self) -> Prose:
        large = is_large(self.look)
        digit = self.text().isdigit()
        role = ("button" if large else "h1") if digit else ("label" if large else "body")
        return Prose(self.text(), self.look.font(role, 700 if digit else 600), self.look.line(role))


class NumberPad(QWidget):
    """1–9, clear, 0, erase. ``typed`` carries a digit; ``key_height`` replaces the usual one."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()

    def __init__(
        self,
        look: Look,
        clear: str = "Xóa",
        erase: str = "Xóa một số",
        *,
        key_height: float = 0,
    ) -> None:
        super().__init__()
        high = key_height
        grid = Grid(look, 12 if is_large(look) else 8, (0, 0, 0, 0), self)
        self.keys: dict[str, PadKey] = {}
        for at, digit in enumerate("123456789"):
            self._put(grid, PadKey(look, digit, height=high), digit, at // 3, at % 3)
        self._put(grid, PadKey(look, clear, height=high), CLEAR, 3, 0)
        self._put(grid, PadKey(look, "0", height=high), "0", 3, 1)
        self._put(grid, PadKey(look, "", erase, "bksp", height=high), ERASE, 3, 2)

    def _put(self, grid: Grid, key: PadKey, what: str, row: int, column: int) -> None:
        self.keys[what] = key
        grid.addWidget(key, row, column)
        grid.setColumnStretch(column, 1)
        if what == CLEAR:
            key.clicked.connect(self.cleared)
        elif what == ERASE:
            key.clicked.connect(self.erased)
        else:
            key.clicked.connect(lambda: self.typed.emit(what))


class CodeBoxes(QWidget):
    """As many boxes as the number has digits; typed by keys or pad.

    All but the last digit are masked, the last one after a second; with ``secret`` every digit
    is masked at once. ``completed`` carries the whole number.
    """

    accessible_role = QAccessible.Role.EditableText

    completed = Signal(str)
    changed = Signal(str)

    def __init__(self, look: Look, name: str, length: int = 6, *, secret: bool = False) -> None:
        super().__init__()
        self.look = look
        self._digits, self._length, self._secret = "", length, secret
        self._wrong = False
        self._masked = secret
        self._mask = QTimer(self)
        self._mask.setSingleShot(True)
        self._mask.setInterval(_MASK_AFTER_MS)
        self._mask.timeout.connect(self.hide_digits)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def digits(self) -> str:
        """What has been typed."""
        return self._digits

    def join(self, pad: NumberPad) -> None:
        """Let ``pad`` type into these boxes."""
        pad.typed.connect(self.type)
        pad.erased.connect(self.erase)
        pad.cleared.connect(self.clear)

    def type(self, digit: str) -> None:
        """Add a digit, if there is a box left."""
        if len(self._digits) < self._length and digit.isascii() and digit.isdigit():
            self._set(self._digits + digit)
            if len(self._digits) == self._length:
                self.completed.emit(self._digits)

    def erase(self) -> None:
        """Take the last digit back."""
        self._set(self._digits[:-1])

    def clear(self) -> None:
        """Empty all boxes."""
        self._set("")

    def put(self, digits: str) -> None:
        """Show what was typed before, hidden; nothing is told of it."""
        self._digits, self._masked = digits[: self._length], True
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Show the boxes as wrong until something is typed."""
        self._wrong = wrong
        self.update()

    def hide_digits(self) -> None:
        """Hide the last digit too."""
        self._masked = True
        self.update()

    def shown(self) -> str:
        """What the boxes show: dots, and perhaps the last digit."""
        if not self._digits:
            return ""
        last = _DOT if self._masked else self._digits[-1]
        return _DOT * (len(self._digits) - 1) + last

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in "0123456789":
            self.type(event.text())
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        side = self.look.px(104 if is_large(self.look) else 52)
        gap = self.look.px(16 if is_large(self.look) else 8)
        return QSize(self._length * (side + gap) - gap, side)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The digit that is not hidden yet, and its box: for tests of clipping."""
        look, shown = self.look, self.shown()
        role = "button" if is_large(look) else "h1"
        return [
            (Prose(digit, look.font(role), look.line(role)), self._box(at))
            for at, digit in enumerate(shown)
            if digit != _DOT
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, large = self.look, is_large(self.look)
        shown = self.shown()
        for at in range(self._length):
            box = self._box(at)
            here = self.hasFocus() and at == len(self._digits)
            tone = "err" if self._wrong else "act" if here else "line_strong"
            thick = (4 if large else 2) if here or self._wrong else (3 if large else 1)
            draw_card(
                painter,
                box,
                fill=look.colour("surface" if self.isEnabled() else "surface_2"),
                edge=look.colour(tone),
                width=look.px(thick),
                radius=look.px(RADIUS["kiosk_key"] if large else RADIUS["desk_btn"]),
                dashed=not self.isEnabled(),
            )
            if shown[at : at + 1] == _DOT:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("ink"))
                dot = look.px(11 if large else 6)
                painter.drawEllipse(box.center(), dot, dot)
            elif here:
                bar = QRectF(box.center().x() - 1, box.height() * 0.25, 2, box.height() * 0.5)
                painter.fillRect(bar, look.colour("act"))
        for prose, box in self.texts():
            prose.paint(painter, box, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def _box(self, at: int) -> QRectF:
        gap = self.look.px(16 if is_large(self.look) else 8)
        side = (self.width() - gap * (self._length - 1)) / self._length
        return QRectF(at * (side + gap), 0, side, self.height())

    def _set(self, digits: str) -> None:
        if digits == self._digits:
            return
        grown = len(digits) > len(self._digits)
        self._digits = digits
        self._wrong = False
        self._masked = self._secret or not grown
        if self._masked:
            self._mask.stop()
        else:
            self._mask.start()
        self.update()
        self.changed.emit(digits)
