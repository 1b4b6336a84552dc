"""The kiosk's lower bar: five places that never change their order."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.language import Language, other
from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import KIOSK_BAR_H, KIOSK_BAR_WIDE_H, RADIUS

PlaceKey = Literal["back", "home", "large", "contrast", "language"]
PLACES: tuple[tuple[PlaceKey, str], ...] = (
    ("back", "back"),
    ("home", "home"),
    ("large", "type"),
    ("contrast", "contrast"),
    ("language", "globe"),
)


class Place(Pressable):
    """One place: icon over its word (184×112), or beside it where the screen lies (80 high)."""

    def __init__(self, look: Look, icon: str, *, wide: bool) -> None:
        super().__init__(look)
        self._icon, self._wide = icon, wide
        self.on = False
        self._also = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_word(self, word: str, also: str = "") -> None:
        """Change the word; there stays room for ``also``, what it says in the other language."""
        self._also = also
        self.setText(word)
        self.setAccessibleName(word)
        self.restated()

    def set_on(self, on: bool) -> None:
        """Fill it while what it switches is on."""
        self.on = on
        self.update()

    def coat(self) -> Coat:
        if not self.isEnabled():
            return Coat("surface_2", "line_strong", "ink_3", 2, dashed=True)
        if self.on:
            return Coat("act_press" if self.isDown() else "act", "line", "on_act", 2)
        return Coat("act_tint" if self.isDown() else "surface", "line", "ink", card_edge(self.look))

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"])

    def sizeHint(self) -> QSize:
        look = self.look
        if self._wide:
            words = max(self._prose(word).natural_width() for word in (self.text(), self._also))
            wide = int(words) + 1 + look.px(36 + 32 + 16 + 36)
            return QSize(wide, look.px(80))
        return QSize(look.px(184), look.px(148 if look.large else 112))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), self._boxes()[1])]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        icon, words = self._boxes()
        draw_icon(painter, self._icon, icon, self.ink(coat))
        align = Qt.AlignmentFlag.AlignLeft if self._wide else Qt.AlignmentFlag.AlignHCenter
        self._prose().paint(painter, words, self.ink(coat), align)

    def _prose(self, word: str = "") -> Prose:
        look = self.look
        return Prose(word or self.text(), look.font("caption", 600), look.line("caption"))

    def _boxes(self) -> tuple[QRectF, QRectF]:
        look, width, height = self.look, self.width(), self.height()
        size = look.px(32 if self._wide else 36)
        if self._wide:
            left = look.px(36)
            words = left + size + look.px(16)
            box = QRectF(left, (height - size) / 2, size, size)
            return box, QRectF(words, 0, width - words - look.px(16), height)
        prose = self._prose()
        room = float(width - 2 * look.px(8))
        block = size + look.px(6) + prose.lay(room)
        top = (height - block) / 2
        box = QRectF((width - size) / 2, top, size, size)
        return box, QRectF(look.px(8), top + size + look.px(6), room, prose.lay(room))


class KioskBar(QWidget):
    """Quay lại · Về trang đầu · Chữ lớn · Tương phản · English.

    On the home page the first two places hold the opening hours. ``pressed`` tells the place.
    """

    pressed = Signal(str)

    def __init__(self, look: Look, language: Language, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self._wide = wide
        side = 64 if wide else 48
        row = Row(look, 16, (side, 0, side, 0), self)
        self._hours_title = Label(look, "", "caption", weight=700)
        self._hours = Label(look, "", "caption", "ink_2")
        self._words = QWidget()
        words = Column(look, 0, (0, 0, 0, 0), self._words)
        words.fill()
        words.add(self._hours_title)
        words.add(self._hours)
        words.fill()
        row.add(self._words, 1)
        self.places: dict[PlaceKey, Place] = {}
        for key, icon in PLACES:
            place = self.places[key] = Place(look, icon, wide=wide)
            if key == "large":
                row.fill(1 if wide else 0)
            row.add(place, align=Qt.AlignmentFlag.AlignVCenter)
            place.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
        self.set_language(language)
        self.set_home(False)
        self.wear(look)

    def set_language(self, language: Language) -> None:
        """Speak another language; the last place names the one it changes to."""
        words, others = _words(language), _words(other(language))
        for key, place in self.places.items():
            place.set_word(words[key], others[key])

    def set_home(self, home: bool) -> None:
        """Show the opening hours in the first two places, or the places themselves."""
        self._words.setVisible(home)
        for key in ("back", "home"):
            self.places[key].setVisible(not home)

    def set_hours(self, title: str, hours: str) -> None:
        """The opening hours of the day."""
        self._hours_title.setText(title)
        self._hours.setText(hours)

    def set_on(self, *, large: bool, contrast: bool) -> None:
        """Fill the places whose setting is on."""
        self.places["large"].set_on(large)
        self.places["contrast"].set_on(contrast)

    def wear(self, look: Look) -> None:
        self.look = look
        height = KIOSK_BAR_WIDE_H if self._wide else KIOSK_BAR_H + (36 if look.large else 0)
        self.setFixedHeight(look.px(height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("surface"))
        painter.fillRect(0, 0, self.width(), self.look.px(2), self.look.colour("line"))
        painter.end()


def _words(language: Language) -> dict[PlaceKey, str]:
    return {
        "back": language.tr("Quay lại"),
        "home": language.tr("Về trang đầu"),
        "large": language.tr("Chữ lớn"),
        "contrast": language.tr("Tương phản"),
        "language": "English" if language.code == "vi" else "Tiếng Việt",
    }
