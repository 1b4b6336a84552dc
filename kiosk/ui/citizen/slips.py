"""The ticket card's variants: for a lying screen, and to be photographed when there is no paper."""

from PySide6.QtCore import Qt

from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Margins, Row
from kiosk.ui.parts.qr_code import Matrix, QrCode
from kiosk.ui.parts.ticket_card import TicketCard, TicketFace
from kiosk.ui.theme.look import Look

_CENTRE, _MIDDLE = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignVCenter
_SHORT = 14


class WideTicketCard(TicketCard):
    """The card of a lying screen: the counters beside their caption."""

    HEIGHT, HEIGHT_LARGE = 660, 710
    NOTCH_AT, NOTCH_AT_LARGE = 396, 416

    def _fill_upper(self, look: Look, face: TicketFace) -> None:
        column = Column(look, 0, (24, 20, 24, 16), self._upper)
        column.add(Label(look, face.caption, "label", "ink_2", weight=400, align=_CENTRE))
        column.fill()
        column.add(Label(look, face.number, "number", align=_CENTRE, wrap=False))
        column.fill()
        column.add(Label(look, face.field, "tile", align=_CENTRE))

    def _fill_lower(self, look: Look, face: TicketFace) -> None:
        column = Column(look, 0, (26, 20, 26, 20), self._lower)
        column.fill()
        line = column.nest(Row(look, 28))
        line.fill()
        caption = Label(look, face.counters_caption, "label", "ink_2", weight=400, wrap=False)
        line.add(caption, align=_MIDDLE)
        line.nest(self._counters(look, face))
        line.fill()
        column.fill()
        column.add(Rule(look, width=2))
        column.gap(20)
        facts = column.nest(Row(look, 0))
        for at, fact in enumerate(face.facts):
            if at:
                facts.add(Rule(look, width=2, upright=True))
            facts.nest(self._fact(look, fact), 1)

    def _counter_role(self, names: list[str]) -> str:
        return "h1" if len(names) <= 2 and len("".join(names)) <= _SHORT else "button"


class PhotoCard(TicketCard):
    """The card without paper: below the number a code and the words that ask for a picture."""

    HEIGHT, HEIGHT_LARGE = 838, 880
    NOTCH_AT, NOTCH_AT_LARGE = 420, 440
    UPPER: Margins = (24, 28, 24, 20)
    LOWER: Margins = (48, 28, 40, 24)
    QR, ADVICE, GAP, WHERE = 332, "tile", 20, "tile"

    def __init__(self, look: Look, face: TicketFace, qr: Matrix, advice: str) -> None:
        self._qr, self._advice = qr, advice
        super().__init__(look, face)

    def _fill_upper(self, look: Look, face: TicketFace) -> None:
        column = Column(look, 0, self.UPPER, self._upper)
        column.add(Label(look, face.caption, "label", "ink_2", weight=400, align=_CENTRE))
        column.fill()
        column.add(Label(look, face.number, "number", align=_CENTRE, wrap=False))
        column.fill()
        counters = f" {face.either} ".join(face.counters)
        where = f"{face.field}  ·  {counters}"
        column.add(Label(look, where, self.WHERE, weight=700, align=_CENTRE, middle=True))

    def _fill_lower(self, look: Look, face: TicketFace) -> None:
        row = Row(look, 48, self.LOWER, self._lower)
        if self._qr:
            row.add(QrCode(look, self._qr, face.number, self.QR), align=_MIDDLE)
        words = row.nest(Column(look, 0), 1)
        words.fill()
        line = words.nest(Row(look, 20))
        line.add(Icon(look, "camera", 48, "act"), align=Qt.AlignmentFlag.AlignTop)
        line.add(Label(look, self._advice, self.ADVICE, weight=700), 1)
        words.gap(self.GAP)
        words.add(Rule(look, width=2))
        words.gap(self.GAP)
        for fact in face.facts:
            said = f"{fact.caption}: **{fact.value} {fact.unit}".rstrip() + "**"
            words.add(Label(look, said, "label", "ink_2", weight=400, marked=True))
        words.fill()


class WidePhotoCard(PhotoCard):
    """The card without paper on a lying screen."""

    HEIGHT, HEIGHT_LARGE = 660, 700
    NOTCH_AT, NOTCH_AT_LARGE = 380, 392
    UPPER = (24, 12, 24, 8)
    LOWER = (48, 16, 40, 12)
    QR, ADVICE, GAP, WHERE = 250, "label", 12, "label"
