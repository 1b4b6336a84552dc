"""The number a citizen has taken, shown as the slip it is printed on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.parts.card import Rule, card_edge
from kiosk.ui.parts.label import Label, sentence
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import smooth
from kiosk.ui.theme.tokens import RADIUS

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_NOTCH_R = 24
_SHORT = 14


@dataclass(frozen=True, slots=True)
class TicketFact:
    """A figure at the card's foot: ``Người chờ trước / 5 / người``."""

    caption: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TicketFace:
    """What the card says. ``counters`` are the counters' names; ``either`` stands between them."""

    caption: str
    number: str
    field: str
    counters_caption: str
    counters: tuple[str, ...]
    either: str
    facts: tuple[TicketFact, ...]


class TicketCard(QWidget):
    """984×864 with a notch on both sides and a dashed line at 448; other measures for a variant."""

    HEIGHT, HEIGHT_LARGE = 864, 920
    NOTCH_AT, NOTCH_AT_LARGE = 448, 448

    def __init__(self, look: Look, face: TicketFace) -> None:
        super().__init__()
        self.look = look
        whole = Column(look, 0, (0, 0, 0, 0), self)
        self._upper = Box(look)
        self._lower = Box(look)
        self._fill_upper(look, face)
        self._fill_lower(look, face)
        whole.add(self._upper)
        whole.add(self._lower, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        counters = f" {face.either} ".join(face.counters)
        facts = [f"{fact.caption} {fact.value} {fact.unit}" for fact in face.facts]
        self.setAccessibleName(
            sentence(
                f"{face.caption} {face.number}",
                face.field,
                f"{face.counters_caption} {counters}",
                *facts,
            )
        )
        self.wear(look)

    def _fill_upper(self, look: Look, face: TicketFace) -> None:
        column = Column(look, 0, (24, 32, 24, 28), self._upper)
        column.add(Label(look, face.caption, "label", "ink_2", weight=400, align=_CENTRE))
        column.fill()
        column.add(Label(look, face.number, "number", align=_CENTRE, wrap=False))
        column.fill()
        column.add(Label(look, face.field, "button", align=_CENTRE))

    def _fill_lower(self, look: Look, face: TicketFace) -> None:
        column = Column(look, 0, (26, 40, 26, 28), self._lower)
        column.add(Label(look, face.counters_caption, "label", "ink_2", weight=400, align=_CENTRE))
        column.fill()
        column.nest(self._counters(look, face))
        column.fill()
        column.add(Rule(look, width=2))
        column.gap(28)
        facts = column.nest(Row(look, 0))
        for at, fact in enumerate(face.facts):
            if at:
                facts.add(Rule(look, width=2, upright=True))
            facts.nest(self._fact(look, fact), 1)

    def _counters(self, look: Look, face: TicketFace) -> Row:
        names = list(face.counters)
        role = self._counter_role(names)
        row = Row(look, 28)
        row.fill()
        if len(names) > 3:
            row.add(Label(look, f" {face.either} ".join(names), "tile", align=_CENTRE), 8)
        else:
            for at, name in enumerate(names):
                if at:
                    either = Label(look, face.either, "tile", "ink_2", weight=400, wrap=False)
                    row.add(either, align=Qt.AlignmentFlag.AlignVCenter)
                row.add(Label(look, name, role, wrap=False))
        row.fill()
        return row

    def _counter_role(self, names: list[str]) -> str:
        return "counter" if len(names) <= 2 and len("".join(names)) <= _SHORT else "h1"

    def _fact(self, look: Look, fact: TicketFact) -> Column:
        column = Column(look, 4, (8, 0, 8, 0))
        column.add(Label(look, fact.caption, "body", "ink_2", align=_CENTRE))
        line = Row(look, 8)
        line.fill()
        bottom = Qt.AlignmentFlag.AlignBottom
        line.add(Label(look, fact.value, "button", wrap=False), align=bottom)
        if fact.unit:
            unit = Label(look, fact.unit, "body", "ink_2", weight=600, wrap=False)
            line.add(unit, align=bottom)
        line.fill()
        column.nest(line)
        return column

    def wear(self, look: Look) -> None:
        self.look = look
        notch = self.NOTCH_AT_LARGE if look.large else self.NOTCH_AT
        self._upper.setMinimumHeight(look.px(notch))
        self.setMinimumHeight(look.px(self.HEIGHT_LARGE if look.large else self.HEIGHT))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = smooth(QPainter(self))
        edge = look.px(card_edge(look))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        middle, notch = float(self._upper.height()), look.px(_NOTCH_R)
        shape = QPainterPath()
        radius = look.px(RADIUS["kiosk_card"])
        shape.addRoundedRect(box, radius, radius)
        for x in (box.left(), box.right()):
            hole = QPainterPath()
            hole.addEllipse(QPointF(x, middle), notch, notch)
            shape = shape.subtracted(hole)
        painter.setPen(QPen(look.colour("line"), edge))
        painter.setBrush(look.colour("surface"))
        painter.drawPath(shape)
        pen = QPen(look.colour("line"), look.px(4))
        pen.setDashPattern([2.5, 1.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        inset = notch + look.px(6)
        painter.drawLine(QPointF(box.left() + inset, middle), QPointF(box.right() - inset, middle))
        painter.end()
