"""The page's widgets and how they stand: cards in a column, the slip beside them, the acts below."""

import itertools
from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.counter.act_form import ActForm
from kiosk.ui.counter.receive.banner import Banner
from kiosk.ui.counter.receive.bits import MIDDLE, QuietLink
from kiosk.ui.counter.receive.papers_card import PapersCard
from kiosk.ui.counter.receive.person_card import PersonCard
from kiosk.ui.counter.receive.preview import ABOUT_SLIP, PreviewPanel
from kiosk.ui.counter.receive.procedure_card import ProcedureCard
from kiosk.ui.counter.receive.said import WAITING
from kiosk.ui.counter.receive.terms_card import TermsCard
from kiosk.ui.counter.receive.turning_props import TurningProps
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row, height_at
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.theme.look import Look

_LOW = 760
_ROOM_FOR_PREVIEW = 1320
_ROOM_FOR_TWO = 1100
_CARDS = 888 + 32
_LEAST_LIST = 88
SUBMIT, SUBMIT_ONLY = "Tiếp nhận và in giấy hẹn", "Tiếp nhận, không in giấy hẹn"
REFUSE, SUPPLEMENT = "Từ chối tiếp nhận", "Yêu cầu bổ sung"
TITLE = "Tiếp nhận hồ sơ"


class ReceiveBody(Box):
    """Everything that is painted; it decides nothing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        whole = Row(look, 0, (0, 0, 0, 0), self)
        self._left = left = whole.nest(Column(look, 8, (16, 14, 16, 16)), 1)
        top = left.add(Box(look, min_height=34))
        head = Row(look, 14, (0, 0, 0, 0), top)
        self._title = head.add(Label(look, TITLE, "h1", wrap=False), align=MIDDLE)
        self.ticket = head.add(StatusPill(look, Pill("", "ticket", "act")), align=MIDDLE)
        self.waiting = head.add(QuietLink(look, "", "folder"), align=MIDDLE)
        self.waiting.hide()
        self._about = head.add(
            Label(look, "", "input", "ink_2", marked=True, elide=True), 1, MIDDLE
        )
        self._about.hide()
        self._saved = head.add(Label(look, "", "caption", "ink_2", middle=True), 1)
        ready = Pill("Sẵn sàng quét căn cước, giấy tờ", "scan", "ok")
        self._ready = head.add(StatusPill(look, ready), align=MIDDLE)
        self.banner = left.add(Banner(look))
        self.cards = Box(look)
        self._column = column = Column(look, 8, (0, 0, 0, 0), self.cards)
        self.procedure = column.add(ProcedureCard(look))
        self.person = column.add(PersonCard(look))
        self._lower = column.nest(Row(look, 8))
        self.papers = self._lower.add(PapersCard(look), 1)
        self.terms = self._lower.add(TermsCard(look), 1)
        column.fill()
        self.scrolled = ScrollBox(look, self.cards)
        left.add(self.scrolled, 1)
        self.letter = ActForm(look)
        self._letter = left.add(ScrollBox(look, self.letter), 1)
        self._letter.hide()
        acts = left.nest(Row(look, 12, (0, 4, 0, 0)))
        self.refuse = acts.add(DeskButton(look, REFUSE, "", "F11", "danger"))
        self.supplement = acts.add(DeskButton(look, SUPPLEMENT, "", "F10"))
        self.back = acts.add(DeskButton(look, "Quay lại tiếp nhận", "", "Esc"))
        self.back.hide()
        acts.fill()
        self.submit = acts.add(DeskButton(look, SUBMIT, "printer", "F9", "primary", "main"))
        self.preview = PreviewPanel(look)
        whole.add(self.preview)
        self.procedure.list.setParent(self)
        bar = self.scrolled.verticalScrollBar()
        bar.valueChanged.connect(self.procedure.place_list)
        bar.rangeChanged.connect(
            lambda _, most: self._column.set_margins((0, 0, 6 if most else 0, 0))
        )
        self.preview_wanted: bool | None = None
        self._lacking = False
        self.cards.installEventFilter(self)
        self.scrolled.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share_room()
        return super().eventFilter(watched, event)

    @property
    def preview_shown(self) -> bool:
        """Whether the slip stands beside the cards."""
        return not self.preview.isHidden()

    @property
    def letter_shown(self) -> bool:
        """Whether a letter is being written in place of the cards."""
        return not self._letter.isHidden()

    def show_letter(self, props: TurningProps) -> None:
        """A letter in place of the cards."""
        self._title.setText(props.words.title)
        self._about.setText(props.about)
        self.submit.set_text(props.words.submit)
        self._swap(letter=True)
        self._letter.verticalScrollBar().setValue(0)
        self.set_tab_order()

    def show_cards(self) -> None:
        """The cards again."""
        self._title.setText(TITLE)
        self.submit.set_text(SUBMIT)
        self._swap(letter=False)
        self.preview.show_about(*ABOUT_SLIP)
        self.set_tab_order()

    def set_acts(self, shut: str, *, lacking: bool) -> None:
        """Say why no letter can be written yet, and mark the one that is called for."""
        self.refuse.set_reason(shut)
        self.supplement.set_reason(shut)
        if lacking != self._lacking:
            self._lacking = lacking
            self.supplement.set_kind("primary" if lacking else "outline")

    def _swap(self, *, letter: bool) -> None:
        for widget in (self._letter, self._about, self.back):
            widget.setVisible(letter)
        for other in (self.scrolled, self._ready, self.refuse, self.supplement):
            other.setVisible(not letter)
        self._saved.setVisible(not letter)

    def show_ticket(self, label: str) -> None:
        """Show which ticket the dossier is received for."""
        if label:
            self.ticket.set_pill(Pill(label, "ticket", "act"))
        self.ticket.setVisible(bool(label))

    def show_waiting(self, count: int) -> None:
        """Show how many receptions were put aside for later."""
        self.waiting.set_text(WAITING.format(count=count))
        self.waiting.setVisible(count > 0)

    def say_saved(self, sentence: str, *, well: bool = True) -> None:
        """Say beside the acts what became of the draft."""
        say(self._saved, sentence)
        self._saved.set_tone("ink_2" if well else "warn")
        self._saved.setVisible(not self.letter_shown)

    @property
    def saved_said(self) -> str:
        """What is said of the draft."""
        return self._saved.text()

    def arrange(self, size: QSize) -> None:
        """Fit the cards into a page of ``size`` pixels."""
        look = self.look
        low = size.height() < look.px(_LOW)
        wanted = self.preview_wanted
        shown = size.width() >= look.px(_ROOM_FOR_PREVIEW) if wanted is None else wanted
        self.preview.setVisible(shown)
        if shown:
            self.preview.set_room(size.width() - look.px(_CARDS), size.height())
        left = size.width() - (self.preview.width() if shown else 0)
        self.submit.setMinimumWidth(look.px(440 if left >= look.px(_CARDS) else 330))
        beside = low and left >= look.px(_ROOM_FOR_TWO)
        direction = QBoxLayout.Direction
        self._lower.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.terms.set_upright(beside)
        self.procedure.set_compact(low)
        self.procedure.place_list()

    def bring_to_sight(self, widget: QWidget) -> None:
        """Scroll to something in the cards, or in the letter."""
        if self.letter.isAncestorOf(widget):
            self._letter.ensureWidgetVisible(widget, 0, self.look.px(24))
            return
        self.papers.bring_to_sight(widget)
        self.scrolled.ensureWidgetVisible(widget, 0, self.look.px(24))

    def _share_room(self) -> None:
        """Leave the papers what room the other cards leave, so that the due day stays in sight."""
        view, papers = self.scrolled.viewport(), self.papers
        listed = papers.scrolled
        card = papers.layout()
        assert card is not None
        above = height_at(self._column, view.width())
        around = height_at(card, papers.width()) - listed.shown
        if self._lower.direction() == QBoxLayout.Direction.LeftToRight:
            above -= height_at(self._lower, view.width())
        else:
            above -= around + listed.shown
        listed.set_most(max(self.look.px(_LEAST_LIST), view.height() - above - around))

    def set_tab_order(self) -> None:
        """Let Tab go in reading order."""
        fields = self.person.fields
        order: list[QWidget] = [
            self.waiting,
            *self.banner.buttons.values(),
            self.procedure.edit,
            self.procedure.case,
            self.person.last_time,
            fields["applicant.name"].edit,
            fields["applicant.id_number"].edit,
            fields["applicant.tax_code"].edit,
            fields["applicant.birth_date"].edit,
            self.person.sex.box,
            fields["applicant.address"].edit,
            fields["applicant.phone"].edit,
            fields["applicant.email"].edit,
            self.person.by.box,
            *(
                fields[f"submitter.{part}"].edit
                for part in ("name", "id_number", "phone", "position", "relation")
            ),
            *self.papers.focus_order(),
            *self.terms.focus_order(),
            *self.letter.focus_order(),
            self.refuse,
            self.supplement,
            self.back,
            self.submit,
        ]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def place(self, where: str) -> QWidget:
        """The widget in which the value at ``where`` is entered."""
        if where in self.person.fields:
            return self.person.fields[where].edit
        known: dict[str, QWidget] = {
            "procedure": self.procedure.edit,
            "case": self.procedure.case,
            "applicant.sex": self.person.sex.box,
            "submitter": self.person.by.box,
            "papers": self.papers.add,
            "channel": self.terms.channel,
            "fee": self.terms.fee,
            "limit": self.terms.amount,
            "due.day": self.terms.due_day,
            "due.reason": self.terms.due_reason,
            "foreign_code": self.terms.foreign,
            "deliver_to": self.terms.deliver,
        }
        return known.get(where, self.procedure.edit)

    def first_place(self, errors: Collection[str]) -> str:
        """The first place, in reading order, among those that have an error."""
        order = (
            "procedure",
            "case",
            *self.person.fields,
            "papers",
            "foreign_code",
            "deliver_to",
            "fee",
            "limit",
            "due.day",
            "due.reason",
        )
        return next((where for where in order if where in errors), "")
