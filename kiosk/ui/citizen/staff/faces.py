"""People on the page: the card of a head, the line of an officer, the disc with the initial."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.ui.citizen.staff.listing import PersonFace
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card
from kiosk.ui.theme.prose import Prose

_MIDDLE, _CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


class InitialDisc(Icon):
    """A letter in a disc: red for heads, tinted for officers. The name beside it is read out."""

    def __init__(self, look: Look, letter: str, size: float, *, head: bool) -> None:
        self._letter, self._head = letter, head
        super().__init__(look, "", size)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The letter, in the whole disc: for tests of clipping."""
        # The disc keeps its size, so its letter does too.
        still = Look(self.look.board, self.look.theme, self.look.scale)
        role = "tile" if self._head else "body"
        letter = Prose(self._letter, still.font(role, 700), still.line(role))
        return [(letter, QRectF(self.rect()))]

    def draw(self, painter: QPainter, box: QRectF) -> None:
        look, head = self.look, self._head
        outlined = look.contrasting
        draw_card(
            painter,
            box,
            fill=look.colour("red" if head else "act_tint"),
            edge=look.colour("gold" if head else "line") if outlined else None,
            width=look.px(3) if outlined else 0,
            radius=box.width() / 2,
        )
        for letter, room in self.texts():
            letter.paint(painter, room, look.colour("on_red" if head else "act"), _CENTRE)


class HeadCard(Card):
    """A head of the office, with a gold edge."""

    def __init__(self, look: Look, face: PersonFace, *, low: bool) -> None:
        super().__init__(look, "head")
        side = 20 if low else 35
        row = Row(look, 24, (28, side, 28, side), self)
        row.add(InitialDisc(look, face.initial, 104, head=True), align=_MIDDLE)
        words = row.nest(Column(look), 1)
        words.fill()
        words.add(Label(look, face.name, "label", weight=700))
        words.add(Label(look, face.work, "body", "ink_2"))
        if face.phone:
            line = words.nest(Row(look, 12))
            line.add(Icon(look, "phone", 26, "act"), align=_MIDDLE)
            line.add(Label(look, face.phone, "body", weight=600), 1)
        words.fill()


class OfficerLine(Box):
    """An officer: who and for what at the left, where and by which telephone at the right."""

    def __init__(self, look: Look, face: PersonFace, height: float) -> None:
        super().__init__(look, min_height=height)
        row = Row(look, 24, (28, 4, 28, 4), self)
        row.add(InitialDisc(look, face.initial, 72, head=face.head), align=_MIDDLE)
        words = row.nest(Column(look), 1)
        words.fill()
        words.add(Label(look, face.name, "label", weight=700))
        words.add(Label(look, face.work, "body", "ink_2"))
        words.fill()
        where = row.nest(Column(look))
        where.fill()
        if face.counter:
            where.add(Label(look, face.counter, "label", weight=700, align=_RIGHT, wrap=False))
        if face.phone:
            where.add(Label(look, face.phone, "body", "ink_2", align=_RIGHT, wrap=False))
        where.fill()
