"""The line into which a dossier's code is typed, by the pad under it or by a keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.citizen.status.asking import CodeFace
from kiosk.ui.parts.layouts import Column, Grid
from kiosk.ui.parts.number_pad import NumberPad, PadKey
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

_SIDE = 32
_FURTHER = "HG.-"
"""Provinces' codes begin with H, ministries' with G; what else there is, a scan reads."""


class CodeLine(QWidget):
    """What stands there already, what is typed, and in grey what is missing.

    ``typed`` carries a key's letter; ``erased``, ``cleared``, ``submitted``: what was pressed.
    """

    accessible_role = QAccessible.Role.EditableText

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()
    submitted = Signal()

    def __init__(self, look: Look, face: CodeFace) -> None:
        super().__init__()
        self.look, self._face = look, face
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_face(face)

    @property
    def face(self) -> CodeFace:
        """What is shown."""
        return self._face

    def set_face(self, face: CodeFace) -> None:
        """Show what is typed now."""
        self._face = face
        self.setAccessibleName(face.name)
        self.setAccessibleDescription(face.head + face.typed)
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = sum(prose.natural_width() for prose, _ in self._parts())
        return QSize(int(wide) + 1 + 2 * self.look.px(_SIDE), self.look.px(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(320), self.look.px(104))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.erased.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif text and (text.isalnum() or text in ".-"):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The texts painted and their rooms: for tests of clipping."""
        left = float(self.look.px(_SIDE))
        found = []
        for prose, _ in self._parts():
            wide = prose.natural_width() + 1
            room = min(wide, self.width() - self.look.px(_SIDE) / 2 - left)
            found.append((prose, QRectF(left, 0, room, self.height())))
            left += prose.natural_width()
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, here = self.look, self.hasFocus()
        tone = "err" if self._face.wrong else "act" if here else "line_strong"
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("surface"),
            edge=look.colour(tone),
            width=look.px(4 if here or self._face.wrong else 3),
            radius=look.px(RADIUS["kiosk_key"]),
        )
        caret = 0.0
        for (prose, room), (_, ink) in zip(self.texts(), self._parts(), strict=True):
            prose.paint(painter, room, look.colour(ink))
            if ink != "ink_3":
                caret = room.left() + prose.natural_width()
        if here:
            left = max(caret, float(look.px(_SIDE)))
            high = self.height() * 0.5
            bar = QRectF(left, (self.height() - high) / 2, look.px(2), high)
            painter.fillRect(bar, look.colour("act"))
        painter.end()

    def _parts(self) -> list[tuple[Prose, str]]:
        look, face = self.look, self._face
        told = ((face.head, "ink_2", 400), (face.typed, "ink", 700), (face.missing, "ink_3", 400))
        return [
            (Prose(text, look.font("tile", weight), look.line("tile")), ink)
            for text, ink, weight in told
            if text
        ]


class CodePad(QWidget):
    """The digits; for codes of other forms also the letters and marks they have."""

    typed = Signal(str)

    def __init__(
        self, look: Look, clear: str, erase: str, *, free: bool, key_height: float
    ) -> None:
        super().__init__()
        column = Column(look, 12, parent=self)
        self.numbers = column.add(NumberPad(look, clear, erase, key_height=key_height))
        self.numbers.typed.connect(self.typed)
        self.further: dict[str, PadKey] = {}
        if free:
            grid = column.nest(Grid(look, 12))
            for at, letter in enumerate(_FURTHER):
                key = PadKey(look, letter, height=key_height)
                key.clicked.connect(lambda _=False, said=letter: self.typed.emit(said))
                grid.addWidget(key, 0, at)
                grid.setColumnStretch(at, 1)
                self.further[letter] = key

    @property
    def keys(self) -> tuple[PadKey, ...]:
        """All keys, in the order of reading."""
        return (*self.numbers.keys.values(), *self.further.values())
