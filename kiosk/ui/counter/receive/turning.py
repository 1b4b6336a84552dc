"""A letter instead of a reception: F10 asks for what is missing, F11 refuses; one paper, no dossier."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.clock import Clock, office_day
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.counter.life_seen import ActEntry
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.asks import Asks
from kiosk.ui.counter.receive.body import ReceiveBody
from kiosk.ui.counter.receive.form import Form, application_values
from kiosk.ui.counter.receive.turning_props import (
    REFUSAL,
    SUPPLEMENT,
    Kind,
    TurningProps,
    TurningSeen,
    derive_turning,
    first_entry,
    papers_to_ask,
)
from kiosk.ui.parts.sheet import Question
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.turning_away import TurnedAway

_TABBED = Qt.FocusReason.TabFocusReason
_Begun = tuple[Kind, Form, ActEntry]


class Turning(QObject):
    """The letter's side of the page. ``kind`` is empty while none is being written.

    ``opened`` and ``left`` tell that the page shows the letter or the cards; ``changed``: by
    hand; ``looked``: the rules said something of it; ``turned`` carries
    the fact, :class:`~kiosk.dossiers.turning_away.TurnedAway`; ``unfit``: what was entered in the
    cards was refused; ``asking`` carries a question for a sheet and what to do when it is wanted.
    """

    opened = Signal()
    left = Signal()
    changed = Signal()
    looked = Signal()
    turned = Signal(object)
    unfit = Signal(object)
    asking = Signal(object, object)

    def __init__(
        self, body: ReceiveBody, asks: Asks, workplace: Workplace, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._body, self._asks = body, asks
        self._workplace, self._clock = workplace, clock
        self.kind: Kind | None = None
        self.officer: str | None = None
        self.sending = False
        self._form = Form()
        self._seen = TurningSeen()
        self._begun: _Begun | None = None
        self._request: tuple[object, str] | None = None
        self._drawn: tuple[object, int] | None = None
        self._focus_before: QWidget | None = None
        body.letter.changed.connect(self._on_changed)
        body.back.clicked.connect(self.close)

    @property
    def dirty(self) -> bool:
        """Whether anything was entered that the cards do not tell by themselves."""
        return self.kind is not None and self.entry() != first_entry(self._form)

    def entry(self) -> ActEntry:
        """What was entered of the letter."""
        return self._body.letter.entry()

    def put_back(self, entry: ActEntry) -> None:
        """Show what was entered before."""
        self._body.letter.show_entry(entry)

    def open(self, kind: Kind, form: Form) -> None:
        """Write a letter for the form as it stands. What was begun for it stands there again."""
        self.kind, self._form, self._seen = kind, form, TurningSeen()
        letter = self._body.letter
        letter.missing.offer(papers_to_ask(form) if kind == SUPPLEMENT else ())
        begun = self._begun
        same = begun is not None and begun[:2] == (kind, form)
        entry = begun[2] if begun is not None and same else ActEntry()
        if not same and kind == SUPPLEMENT:
            entry = first_entry(form)
        letter.show_entry(entry)
        self._drawn = None
        self._body.show_letter(self.props())
        self.opened.emit()
        self.paint()
        self.look()
        letter.first().setFocus(_TABBED)

    def close(self) -> None:
        """Back to the cards; what was entered is remembered while they stay as they are."""
        if self.kind is None or self.sending:
            return
        self._begun = (self.kind, self._form, self.entry())
        self._end()
        self._body.place("papers").setFocus(_TABBED)

    def drop(self) -> None:
        """Nothing of it is wanted any more."""
        self._begun = self._request = None
        if self.kind is not None:
            self._end()

    def props(self) -> TurningProps:
        """What follows from what was entered."""
        assert self.kind is not None
        return derive_turning(self.kind, self._form, self.entry(), self._seen)

    def paint(self) -> None:
        """Show what follows from what was entered."""
        if self.kind is None:
            return
        props, body = self.props(), self._body
        body.letter.set_props(props.act)
        body.submit.set_reason(props.act.shut)
        body.preview.show_about(props.words.preview, props.size, *props.notes)
        if props.preview:
            self._drawn = None
            body.preview.sheet.say(props.preview)

    def look(self) -> None:
        """Ask what the rules say of the letter as it stands."""
        if self.kind is None:
            return
        asked = (self.kind, self._form)

        def looked(seen: TurningSeen) -> None:
            if (self.kind, self._form) == asked:
                self._seen = seen
                self.paint()
                self.draw()
                self.looked.emit()

        values = application_values(self._form)
        self._asks.turning(
            self.kind,
            values,
            self.entry(),
            self.officer,
            looked,
            lambda refusal: looked(TurningSeen(refused=refusal)),
        )

    def draw(self) -> None:
        """Draw the letter, if it is shown and another one than before."""
        letter, sheet = self._seen.letter, self._body.preview.sheet
        wanted = (letter, round((sheet.width() - 2) * self._body.devicePixelRatioF()))
        kind = self.kind
        if letter is None or kind is None or wanted == self._drawn or not self._body.preview_shown:
            return

        def drawn(image: QImage, sheets: int) -> None:
            if self.kind == kind and self._seen.letter is not None:
                self._drawn = wanted
                self._body.preview.show_sheets(image, sheets, self._seen.copies)

        self._asks.letter_picture(
            kind, letter, wanted[1], drawn, lambda refusal: sheet.say(sentence(refusal))
        )

    def submit(self) -> None:
        """F9: the letter is written down and printed. A refusal asks once whether it is meant."""
        if self.kind is None or self.sending or self.props().act.shut:
            return
        if self.kind != REFUSAL:
            self._send()
            return
        name = " ".join(self._form.applicant.name.split())
        question = Question(
            said.REFUSE_TITLE,
            said.REFUSE_TEXT.format(name=name, procedure=self._form.procedure),
            "Chưa từ chối",
            "Từ chối, in phiếu",
        )
        self.asking.emit(question, self._send)

    def _send(self) -> None:
        kind, entry = self.kind, self.entry()
        if kind is None or self.sending:
            return
        values = application_values(self._form)
        content = (kind, values, entry)
        if self._request is None or self._request[0] != content:
            self._request = (content, new_id())
        self.sending = True
        self._focus_before = self._body.window().focusWidget()
        self._body.letter.setEnabled(False)
        self._body.submit.set_busy(self.props().words.busy)
        self._body.banner.drop()
        today = office_day(self._clock.now())

        def plan() -> Any:
            from kiosk.ui.counter.receive import turning_work

            return turning_work.turning(kind, values, entry, today)

        try:
            self._workplace.do(
                plan,
                self._done,
                self._failed,
                officer=self.officer,
                request_id=self._request[1],
                owner=self,
            )
        except Refused as refusal:
            # The store is not open yet.
            self._failed(refusal)

    def _done(self, fact: "TurnedAway") -> None:
        self._rest()
        self.turned.emit(fact)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        if not isinstance(error, Refused) or error.code == "store.unreachable":
            self._body.banner.say(said.LETTER_NOT_KNOWN)
            if not isinstance(error, Refused):
                raise error
            return
        if error.code.startswith("store."):
            self._body.banner.say(f"{sentence(error)} {said.STILL_HERE}")
            return
        self._request = None
        if error.code == "dossier.unfit":
            self.close()
            self.unfit.emit(error)
            return
        self._body.banner.say(sentence(error))
        self.look()

    def _rest(self) -> None:
        self.sending = False
        self._body.letter.setEnabled(True)
        self._body.submit.set_busy("")
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    def _end(self) -> None:
        self.kind, self._seen, self._drawn = None, TurningSeen(), None
        self._body.show_cards()
        self.left.emit()

    def _on_changed(self) -> None:
        self.paint()
        self.changed.emit()
