"""A dossier: its head, its date, its papers, its log, and what can be done with it now."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.dossier_acts_card import ROOMS, ActsCard
from kiosk.ui.counter.dossier_foot import FEES, TELL, FootCard
from kiosk.ui.counter.dossier_props import DossierProps, PaperLine
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.ring import Ring, RingFace
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.event_log import EventLog
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row, height_at
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.pill import StatusPill
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight
_NAMES = ("Chủ hồ sơ", "Người nộp")


class HeadCard(Card):
    """Code, states, register line; below them the procedure, and the people."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 4, (24, 18, 24, 18), self)
        top = column.nest(Row(look, 16))
        self.code = Label(look, "", "code", wrap=False)
        top.add(self.code, align=_MIDDLE)
        self._pills = top.nest(Row(look, 12))
        top.fill()
        self._register = Label(look, "", "input", "ink_2", wrap=False)
        top.add(self._register, align=_MIDDLE)
        self._procedure = column.add(Label(look, "", "input", marked=True, elide=True))
        self._facts = column.nest(Row(look, 32))

    def set_props(self, props: DossierProps) -> None:
        """Show these props."""
        self.code.setText(props.code)
        self._register.setText(props.register)
        self._procedure.setText(_fact("Thủ tục", props.procedure))
        _clear(self._pills)
        for pill in props.pills:
            self._pills.add(StatusPill(self.look, pill), align=_MIDDLE)
        _clear(self._facts)
        for name, value in props.facts:
            text = _fact(name, value)
            # A long name ends with …; a telephone or a number is never cut.
            elide = name in _NAMES
            self._facts.add(Label(self.look, text, "input", marked=True, wrap=False, elide=elide))
        self._facts.fill()


def _fact(name: str, value: str) -> str:
    return f"{name}  **{value}**"


class DueCard(Card):
    """The ring, the date in words, and the sentence how it was counted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 8, (24, 12, 24, 12), self)
        top = column.nest(Row(look, 8))
        top.add(Label(look, "Thời hạn", "h2", wrap=False), align=_MIDDLE)
        top.fill()
        self._words = Label(look, "", "body", "ink", weight=700, wrap=False)
        top.add(self._words, align=_MIDDLE)
        row = column.nest(Row(look, 20))
        self.ring = row.add(Ring(look, RingFace(0, "", "", "act")), align=_MIDDLE)
        words = row.nest(Column(look, 2), 1)
        words.fill()
        words.add(Label(look, "Hẹn trả kết quả", "body", "ink_2"))
        self._day = words.add(Label(look, "", "h1"))
        self._date = words.add(Label(look, "", "h1"))
        self._time = words.add(Label(look, "", "input", "ink_2"))
        words.fill()
        column.add(Rule(look))
        self._reason = column.add(Label(look, "", "body", "ink_2"))

    def set_props(self, props: DossierProps) -> None:
        """Show these props."""
        self._words.setText(props.due_words)
        self._words.set_tone(props.due_tone)
        self.ring.set_face(props.ring)
        say(self._day, props.due_day)
        say(self._date, props.due_date)
        say(self._time, props.due_time)
        say(self._reason, props.due_reason)


class PapersCard(Card):
    """The papers of the dossier; they scroll where there are many."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 8, (24, 16, 12, 16), self)
        top = column.nest(Row(look, 8, (0, 0, 12, 0)))
        top.add(Label(look, "Giấy tờ", "h2", wrap=False), 1, _MIDDLE)
        self._note = Label(look, "", "body", "ink_2", align=_RIGHT, wrap=False)
        top.add(self._note, align=_MIDDLE)
        inside = Box(look)
        self._lines = Column(look, 0, (0, 0, 12, 0), inside)
        column.add(ScrollBox(look, inside), 1)
        scan = column.nest(Row(look, 0, (0, 0, 12, 0)))
        self.scan = scan.add(DeskButton(look, "Quét thêm giấy tờ", "scan", "Ctrl Q"), 1)

    def set_props(self, props: DossierProps) -> None:
        """Show these props."""
        self._note.setText(props.papers_note)
        _clear(self._lines)
        for at, paper in enumerate(props.papers):
            if at:
                self._lines.add(Rule(self.look))
            self._lines.add(self._line(paper))
        if not props.papers:
            self._lines.add(Label(self.look, "Không có giấy tờ kèm theo.", "body", "ink_2"))
        self._lines.fill()

    def _line(self, paper: PaperLine) -> QWidget:
        look = self.look
        line = Box(look)
        line.setAccessibleName(f"{paper.name}, {paper.kind}, {paper.count}")
        row = Row(look, 12, (0, 7, 0, 7), line)
        row.add(Icon(look, "doc", 20, "act"), align=_TOP)
        words = row.nest(Column(look), 1)
        words.add(Label(look, paper.name, "body", weight=600))
        words.add(Label(look, f"{paper.kind} · {paper.count}", "caption", "ink_2"))
        if paper.pages:
            row.add(Label(look, paper.pages, "body", "ink_2", wrap=False), align=_TOP)
        return line


class DossierPage(Box):
    """``asked`` carries the key of an act."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.props: DossierProps | None = None
        whole = Column(look, 16, (16, 16, 16, 16), self)
        self.head = whole.add(HeadCard(look))
        across = whole.nest(Row(look, 16), 1)
        left_box = Box(look, width=336)
        left = Column(look, 16, (0, 0, 0, 0), left_box)
        self.due = left.add(DueCard(look))
        self.papers = left.add(PapersCard(look), 1)
        across.add(left_box)
        between = across.nest(Column(look, 16), 1)
        middle = between.add(Card(look), 1)
        column = Column(look, 16, (24, 16, 12, 12), middle)
        top = column.nest(Row(look, 8, (0, 0, 12, 0)))
        top.add(Label(look, "Diễn biến hồ sơ", "h2", wrap=False), 1, _MIDDLE)
        note = "Không sửa, không xóa được"
        top.add(Label(look, note, "caption", "ink_2", align=_RIGHT, wrap=False), align=_MIDDLE)
        self.log = column.add(EventLog(look), 1)
        foot = between.nest(Row(look, 16))
        self.fees = foot.add(FootCard(look, "Phí, lệ phí", FEES), 1)
        self.told = foot.add(FootCard(look, "Báo tin", TELL), 1)
        right_box = Box(look)
        right = Column(look, 16, (0, 0, 0, 0), right_box)
        self.reply = right.add(ReplyLine(look))
        self._lost = right.add(Notice(look, "warn", "alert", ""))
        self._advice = right.add(Notice(look, "warn", "alert", ""))
        self.acts = right.add(ActsCard(look))
        right.fill()
        self.side = across.add(ScrollBox(look, right_box))
        self._right = right
        self.side.installEventFilter(self)
        bar = self.side.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: right.set_margins((0, 0, 6 if most else 0, 0)))
        self._size_side()
        self.papers.scan.clicked.connect(lambda: self.asked.emit("Ctrl Q"))
        for card in (self.acts, self.fees, self.told):
            card.asked.connect(self.asked)

    def wear(self, look: Look) -> None:
        super().wear(look)
        self._size_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.side and event.type() == QEvent.Type.Resize:
            self._fit_acts()
        return False

    def _size_side(self) -> None:
        self.side.setFixedWidth(self.look.px(352))

    def _fit_acts(self) -> None:
        """As roomy as can be without that some could only be seen by scrolling."""
        for room in ROOMS:
            self.acts.set_room(room)
            self._right.invalidate()
            if height_at(self._right, self.look.px(352)) <= self.side.height():
                break

    def set_props(self, props: DossierProps) -> None:
        """Show these props; another dossier than before starts without an answer line."""
        if props == self.props:
            return
        if self.props is None or self.props.code != props.code:
            self.reply.say("")
        self.props = props
        self.head.set_props(props)
        self.due.set_props(props)
        self.papers.set_props(props)
        self.log.set_rows(props.log)
        self._lost.setVisible(bool(props.lost.title))
        self._lost.set_words(props.lost.title, props.lost.text)
        self._advice.setVisible(bool(props.advice.title))
        self._advice.set_words(props.advice.title, props.advice.text)
        self.acts.set_props(props)
        self._fit_acts()
        self.fees.say(props.fee)
        self.told.say(props.told, props.tell_reason)


def _clear(line: Row | Column) -> None:
    while (item := line.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
