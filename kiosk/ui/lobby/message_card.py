"""A message where the newest call stands otherwise: nothing called yet, or nothing heard."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import MessageProps
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, sentence
from kiosk.ui.parts.layouts import Column
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.tokens import RADIUS


class _Headline(Label):
    """82 px, as on the board: the scale of the hall has nothing between 68 and 112."""

    def __init__(self, look: Look, *args: Any, **more: Any) -> None:
        super().__init__(_larger(look), *args, **more)

    def wear(self, look: Look) -> None:
        super().wear(_larger(look))


def _larger(look: Look) -> Look:
    return look.scaled(look.scale * 82 / 68)


class MessageCard(QWidget):
    """Icon, headline, one sentence; amber where something is wrong. It never flashes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._props: MessageProps | None = None
        self._icon = Icon(look, "", 96, "act")
        self._headline = _Headline(look, "", "recent", weight=800)
        self._sentence = Label(look, "", "counter", weight=600)
        column = Column(look, 12, (72, 32, 48, 32), self)
        column.fill()
        column.add(self._icon, align=Qt.AlignmentFlag.AlignLeft)
        column.gap(12)
        column.add(self._headline)
        column.add(self._sentence)
        column.fill()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def props(self) -> MessageProps | None:
        """The message shown."""
        return self._props

    def show_message(self, props: MessageProps) -> None:
        """Show a message."""
        if props == self._props:
            return
        self._props = props
        self._icon.set_icon(props.icon, "warn" if props.warns else "act")
        self._headline.setText(props.headline)
        self._sentence.setText(props.sentence)
        self.setAccessibleName(sentence(props.headline, props.sentence))
        self._fit()
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where many counters leave little room, the words go before the picture."""
        width = self.width() - self.look.px(72 + 48)
        words = self._headline.heightForWidth(width) + self._sentence.heightForWidth(width)
        picture = self.look.px(96 + 2 * 12)
        room = self.height() - self.look.px(2 * 32 + 2 * 12)
        self._icon.setVisible(room >= words + picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look = self.look
        warns = self._props is not None and self._props.warns
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("warn_tint" if warns else "surface"),
            edge=look.colour("warn" if warns else "line"),
            width=look.px(6 if warns else 2),
            radius=look.px(RADIUS["tv"]),
        )
        painter.end()
