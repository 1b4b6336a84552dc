"""A notice that stays: a card with icon, heading and sentence, or a strip across the window."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.card import Card, CardKind
from kiosk.ui.parts.icon_box import Disc, Icon
from kiosk.ui.parts.label import Label, say, sentence
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

NoticeKind = Literal["hint", "warn", "ok"]

_TONES: dict[str, str] = {"hint": "gold_ink", "warn": "warn", "ok": "ok"}


class Notice(Card):
    """A tinted card: what is so, and what to do. At the kiosk its icon stands in a disc."""

    def __init__(self, look: Look, kind: NoticeKind, icon: str, title: str, text: str = "") -> None:
        card: CardKind = kind
        super().__init__(look, card)
        tone = _TONES[kind]
        desk = look.board == "desk"
        self._lead: Icon | None = None
        self._title = Label(look, title, "h2" if desk else "button", tone if desk else "ink")
        self._text = Label(look, text, "body", "ink_2", weight=400, marked=True)
        if desk:
            column = Column(look, 6, (20, 16, 20, 18), self)
            top = column.nest(Row(look, 12))
            top.add(Icon(look, icon, 22, tone), align=Qt.AlignmentFlag.AlignTop)
            top.add(self._title, 1)
            column.add(self._text)
        else:
            row = Row(look, 32, (40, 32, 40, 32), self)
            self._lead = row.add(self._sign(look, icon, tone), align=Qt.AlignmentFlag.AlignVCenter)
            words = row.nest(Column(look, 4), 1)
            words.fill()
            words.add(self._title)
            words.add(self._text)
            words.fill()
        self.set_words(title, text)

    @property
    def disc(self) -> Disc | None:
        """The disc at the kiosk's hint."""
        return self._lead if isinstance(self._lead, Disc) else None

    def _sign(self, look: Look, icon: str, tone: str) -> Icon:
        """A hint points with a disc; a warning shows its icon alone, as large as the disc's."""
        if tone == "warn":
            return Icon(look, icon, 72, tone)
        return Disc(look, icon, 96, fill=tone)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        say(self._title, title)
        say(self._text, text)
        self.setAccessibleName(sentence(title, text))


class Strip(QWidget):
    """An amber line across the window: ``Mất kết nối máy chủ từ 09:20. …``."""

    def __init__(self, look: Look, icon: str = "alert") -> None:
        super().__init__()
        self.look = look
        self._text = Label(look, "", "body", "warn", weight=600)
        row = Row(look, 10, (16, 8, 16, 8), self)
        row.add(Icon(look, icon, 18, "warn"), align=Qt.AlignmentFlag.AlignVCenter)
        row.add(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when it is hidden."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the strip."""
        self._text.setText(text)
        self.setVisible(bool(text))
        self.setAccessibleName(text)

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self.look
        painter.fillRect(self.rect(), look.colour("warn_tint"))
        line = QRectF(0, self.height() - look.px(1), self.width(), look.px(1))
        painter.fillRect(line, look.colour("warn_line"))
        painter.end()
