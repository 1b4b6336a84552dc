"""Our own keyboard on the screen: letters and figures, enough for a search without accents."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from kiosk.ui.language import Language
from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

LETTERS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")
FIGURES = ("1234567890", "-./,()", "")
GAP = 8


class TextKey(Pressable):
    """One key, 96 high, or 80 when ``low``. A tap leaves the focus in the field."""

    def __init__(
        self, look: Look, text: str, name: str, icon: str = "", *, low: bool = False
    ) -> None:
        super().__init__(look, text)
        self._icon, self._low = icon, low
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def coat(self) -> Coat:
        edge = card_edge(self.look)
        if self.isDown():
            return Coat("act", "act", "on_act", edge)
        return Coat("surface" if len(self.text()) == 1 else "muted", "line", "ink", edge)

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"])

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(80 if self._low else 96))

    def minimumSizeHint(self) -> QSize:
        wide = int(self._lead() + self._prose().natural_width()) + 2 * self.look.px(8)
        return QSize(wide, self.sizeHint().height())

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), self._boxes()[1])] if self.text() else []

    def draw(self, painter: QPainter, coat: Coat) -> None:
        icon, words = self._boxes()
        if self._icon:
            draw_icon(painter, self._icon, icon, self.ink(coat))
        if self.text():
            self._prose().paint(painter, words, self.ink(coat), Qt.AlignmentFlag.AlignHCenter)

    def _prose(self) -> Prose:
        role = "button" if len(self.text()) == 1 else "label"
        look = self.look
        return Prose(self.text(), look.font(role, 600), look.line(role))

    def _lead(self) -> float:
        if not self._icon:
            return 0
        return self.look.px(36) + (self.look.px(16) if self.text() else 0)

    def _boxes(self) -> tuple[QRectF, QRectF]:
        size = self.look.px(36)
        wide = self._prose().natural_width() + 1 if self.text() else 0
        left = (self.width() - self._lead() - wide) / 2
        top = (self.height() - size) / 2
        return (
            QRectF(left, top, size, size),
            QRectF(left + self._lead(), 0, wide, self.height()),
        )


class TextKeyboard(QWidget):
    """``typed`` carries a small letter, a figure, a mark or a space."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()
    hidden = Signal()

    def __init__(self, look: Look, language: Language, *, low: bool = False) -> None:
        super().__init__()
        self.look, self._language, self._low = look, language, low
        self.keys: dict[str, TextKey] = {}
        self.in_order: list[TextKey] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._layers = QStackedLayout()
        whole = Column(look, 0, (48, 20, 48, 36) if not low else (64, 14, 64, 14), self)
        whole.nest(self._layers)
        for rows, other in ((LETTERS, "123"), (FIGURES, "ABC")):
            self._layers.addWidget(self._layer(rows, other))

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("well"))
        painter.end()

    def _layer(self, rows: tuple[str, ...], other: str) -> QWidget:
        tr, look = self._language.tr, self.look
        layer = QWidget()
        column = Column(look, GAP, parent=layer)
        for at, row in enumerate(rows):
            line = column.nest(Row(look, GAP))
            spare = 10 - len(row) if at < 2 else 0
            if spare:
                line.fill(spare)
            if at == 2:
                switch = self._key(line, 3, other, other)
                switch.clicked.connect(self._switch)
            for letter in row:
                key = self._key(line, 2, letter, letter)
                key.clicked.connect(lambda _=False, key=key: self.typed.emit(key.text().lower()))
            if at == 2:
                if not row:
                    line.fill(14)
                erase = self._key(line, 3, "", tr("Xóa một chữ"), "bksp")
                erase.clicked.connect(self.erased)
            if spare:
                line.fill(spare)
        line = column.nest(Row(look, GAP))
        clear = self._key(line, 5, tr("Xóa hết"), tr("Xóa hết"), "close")
        clear.clicked.connect(self.cleared)
        space = self._key(line, 10, tr("Dấu cách"), tr("Dấu cách"))
        space.clicked.connect(lambda: self.typed.emit(" "))
        hide = self._key(line, 5, tr("Ẩn phím"), tr("Ẩn phím"), "kbd")
        hide.clicked.connect(self.hidden)
        return layer

    def _key(self, line: Row, share: int, text: str, name: str, icon: str = "") -> TextKey:
        key = TextKey(self.look, text, name, icon, low=self._low)
        self.keys.setdefault(name, key)
        self.in_order.append(key)
        return line.add(key, share)

    def _switch(self) -> None:
        self._layers.setCurrentIndex(1 - self._layers.currentIndex())
