"""The form while it is being filled in: what the rules say of it is looked at all along."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.refusal import Refused
from kiosk.ui.counter.receive.asks import Asks
from kiosk.ui.counter.receive.body import ReceiveBody
from kiosk.ui.counter.receive.filling import Filling
from kiosk.ui.counter.receive.form import Form, PersonEntry, application_values
from kiosk.ui.counter.receive.outlook import Hit, Outlook
from kiosk.ui.counter.receive.props import ReceiveProps, derive
from kiosk.ui.counter.receive.remembering import asked_about, filled_up, offer
from kiosk.ui.counter.receive.turning_props import CHOOSE_PROCEDURE
from kiosk.ui.counter.receive.walking import CardWalk, place_to_enter
from kiosk.ui.parts.layouts import Box, Column
from kiosk.ui.theme.look import Look
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure
    from kiosk.dossiers.last_time import LastTime

PAUSE_MS = 300


class LiveForm(Box):
    """The cards and the slip beside them, alive; nothing is sent from here.

    ``rebuilt``: there are other widgets in the cards; ``painted``: the page shows what follows
    from the form as it stands.
    """

    rebuilt = Signal()
    painted = Signal()

    def __init__(self, look: Look, workplace: Workplace) -> None:
        super().__init__(look)
        self.body = ReceiveBody(look)
        self.filling = Filling(self.body)
        self.field = ""
        self.ticket_id: str | None = None
        self.officer: str | None = None
        self.waits = False
        self.walk = CardWalk(self.body)
        self._asks = Asks(workplace, self)
        self._round = 0
        self._outlook = Outlook()
        self._touched: frozenset[str] = frozenset()
        self._tried = False
        self._editing = ""
        self._last: LastTime | None = None
        self._asked_about = ("", "")
        self._drawn: tuple[object, int] | None = None
        Column(look, 0, (0, 0, 0, 0), self).add(self.body, 1)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.on_pause)
        self._connect_cards()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def on_pause(self) -> None:
        """A pause in typing: see what the rules say, draw the slip."""
        self.pause.stop()
        self.look_again()

    def start_anew(self) -> None:
        """Empty every card."""
        self.pause.stop()
        self._round += 1
        self._last, self._asked_about = None, ("", "")
        self._outlook = Outlook()
        self._touched, self._tried, self._editing = frozenset(), False, ""
        self.filling.set_procedure(None, "")
        self.filling.show(Form())
        self.paint()

    def take_up(self, form: Form) -> None:
        """Show a form that was kept, and its procedure as it is published now."""

        def known(procedure: "Procedure") -> None:
            self.filling.set_procedure(procedure, form.case)
            self.paint()
            self.filling.show(form)
            self.rebuilt.emit()
            self.on_pause()

        self.filling.show(form)
        self.paint()
        if form.procedure:
            self._asks.procedure(form.procedure, known, self._on_no_procedure)

    def show_applicant(self, person: PersonEntry) -> None:
        """Show another person in the second card; the other cards stay."""
        self.body.person.show_form(replace(self.filling.form(), applicant=person))
        self.paint()

    def put_back(self, form: Form, searched: str) -> None:
        """Show the form as it stood before, what was being searched with it."""
        self.filling.show(form)
        self.body.procedure.edit.setText(searched)
        self.body.procedure.close_list()
        self._editing = ""
        self.rebuilt.emit()
        self.paint()

    def show_all_faults(self, outlook: Outlook | None = None) -> None:
        """Say everything that is wrong, also where nobody has been yet, and go to the first."""
        self._tried, self._editing = True, ""
        if outlook is not None:
            self._outlook = outlook
        self.paint()
        first = self.body.first_place(self.props().errors)
        if not first and not self.filling.form().procedure:
            first = "procedure"
            self.body.procedure.set_error(f"{CHOOSE_PROCEDURE}.")
        missing = self.body.papers.first_missing()
        if not first and missing is not None:
            missing.setFocus(Qt.FocusReason.TabFocusReason)
        if first:
            self.body.place(first).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def outlook(self) -> Outlook:
        """What the rules said last."""
        return self._outlook

    def props(self) -> ReceiveProps:
        """What follows from the form as it stands."""
        return derive(
            self.filling.form(),
            self.filling.procedure,
            self._outlook,
            shown=None if self._tried else self._touched,
            editing=self._editing,
        )

    def paint(self) -> None:
        """Show what follows from the form as it stands."""
        props = self.props()
        self.filling.paint(props, self.body.terms.sets.value)
        self.body.person.offer_last_time(offer(self.filling.form().applicant, self._last))
        if props.preview:
            self._drawn = None
        self.painted.emit()

    def look_again(self) -> None:
        """Ask what the rules say of the form as it stands."""
        if self.waits:
            return
        self._remember()
        asked_in = self._round

        def looked(outlook: Outlook) -> None:
            if asked_in == self._round:
                self._outlook = outlook
                self.paint()
                self.draw_slip()

        values = application_values(self.filling.form(), self.ticket_id)
        self._asks.outlook(
            values, self.officer, looked, lambda refusal: looked(Outlook(refused=refusal))
        )

    def _remember(self) -> None:
        """Look for what this person handed in last time, once for each number and name."""
        person = self.filling.form().applicant
        about = asked_about(person)
        if about != self._asked_about:
            self._asked_about, self._last = about, None

            def found(last: "LastTime | None") -> None:
                if about == self._asked_about:
                    self._last = last
                    self.paint()

            if about[0]:
                self._asks.last_time(*about, found, lambda _: None)

    def _fill_as_last_time(self) -> None:
        if self._last is not None:
            self.show_applicant(filled_up(self.filling.form().applicant, self._last))
            self.body.place("applicant.phone").setFocus(Qt.FocusReason.TabFocusReason)
            self.on_pause()

    def draw_slip(self) -> None:
        """Draw the slip, if it is shown and another one than before."""
        slip, sheet = self._outlook.slip, self.body.preview.sheet
        wanted = (slip, round((sheet.width() - 2) * self.devicePixelRatioF()))
        if slip is None or wanted == self._drawn or not self.body.preview_shown:
            return
        if not self.props().prints:
            return

        def drawn(image: QImage, sheets: int) -> None:
            if self._outlook.slip is not None and self.props().prints:
                self._drawn = wanted
                self.body.preview.show_picture(image, sheets)

        self._asks.picture(slip, wanted[1], drawn, lambda refusal: sheet.say(sentence(refusal)))

    def set_officer(self, code: str | None, name: str = "") -> None:
        """Who acts from now on."""
        if code != self.officer:
            self.officer = code
            self.look_again()

    def toggle_preview(self) -> None:
        """Ctrl+I: show or hide the slip."""
        self.body.preview_wanted = not self.body.preview_shown
        self.arrange()

    def arrange(self) -> None:
        """Stand everything as the size of the page allows."""
        self.body.arrange(self.size())
        self.draw_slip()
        self.paint()

    def wear(self, look: Look) -> None:
        super().wear(look)
        # The parts have their new sizes only once all of them are dressed.
        QTimer.singleShot(0, self, self.arrange)

    def foot(self) -> int:
        """The height, in pixels, of the acts at the foot: a short notice stands above them."""
        return self.body.submit.height() + self.look.px(24)

    def minimumSizeHint(self) -> QSize:
        # Small enough for the window to shrink; then the slip makes room by itself.
        return QSize(self.look.px(640), self.look.px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What is typed into is in sight."""
        if new is not None and self.body.cards.isAncestorOf(new):
            self.body.bring_to_sight(new)

    def _connect_cards(self) -> None:
        body = self.body
        body.procedure.searched.connect(self._on_searched)
        body.procedure.picked.connect(self._on_picked)
        body.procedure.case_chosen.connect(lambda _: self._on_case())
        body.person.last_time.clicked.connect(self._fill_as_last_time)
        for card in (body.person, body.papers, body.terms):
            card.changed.connect(self._on_changed)
        body.papers.changed.connect(self.rebuilt)
        for card in (body.person, body.terms):
            card.began.connect(self._on_began)
            card.left.connect(self._on_left_field)
        body.terms.terms_changed.connect(self._on_terms)

    def _on_changed(self) -> None:
        self.paint()
        self.pause.start()

    def _on_began(self, where: str) -> None:
        self._editing = where

    def _on_left_field(self, where: str) -> None:
        self._touched |= {where}
        if self._editing == where:
            self._editing = ""
        self.on_pause()

    def _on_terms(self) -> None:
        self.filling.terms_chosen()
        self.paint()
        self.look_again()
        self.pause.start()

    def _on_case(self) -> None:
        self.filling.case_chosen()
        self.rebuilt.emit()
        self._on_terms()

    def _on_searched(self, typed: str) -> None:
        def found(hits: tuple[Hit, ...]) -> None:
            self.body.procedure.show_hits(typed, hits)

        self._asks.hits(typed, self.field, found, self._on_no_procedure)

    def _on_picked(self, code: str) -> None:
        def chosen(procedure: "Procedure") -> None:
            self.filling.choose(procedure)
            self.rebuilt.emit()
            self._on_terms()
            form = self.filling.form()
            self.walk.go(place_to_enter(form, asks_case=self.body.procedure.asks_case))

        self._asks.procedure(code, chosen, self._on_no_procedure)

    def _on_no_procedure(self, refusal: Refused) -> None:
        self.body.procedure.set_error(sentence(refusal))
