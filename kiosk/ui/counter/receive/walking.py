"""From card to card without passing through every field: where the next thing to enter stands."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.receive.body import ReceiveBody
from kiosk.ui.counter.receive.form import Form

PAPERS = "papers.open"
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_TABBED = Qt.FocusReason.TabFocusReason


def place_to_enter(form: Form, *, asks_case: bool) -> str:
    """Where the hand goes once the procedure is chosen: what the card filled in is passed over.

    The telephone stands on no card, and the office needs it; then come the papers.
    """
    if asks_case and not form.case:
        return "case"
    person = form.applicant
    number = "tax_code" if form.of_organisation else "id_number"
    for where in ("name", number, "phone"):
        if not getattr(person, where).strip():
            return f"applicant.{where}"
    return PAPERS


class CardWalk(QObject):
    """Page Down and Page Up go to the next card and to the one before."""

    def __init__(self, body: ReceiveBody) -> None:
        super().__init__(body)
        self._body = body
        body.cards.installEventFilter(self)

    def go(self, where: str) -> None:
        """Put the focus into a place; with nothing to tick the papers stand for their last line."""
        body = self._body
        target = body.papers.first_open() if where == PAPERS else body.place(where)
        (target or body.place("papers")).setFocus(_TABBED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        by = _PAGES.get(Qt.Key(event.key()))
        if by is None or event.modifiers():
            return False
        self._step(by)
        return True

    def _step(self, by: int) -> None:
        body, here = self._body, self._body.window().focusWidget()
        cards: tuple[QWidget, ...] = (body.procedure, body.person, body.papers, body.terms)
        at = next((n for n, card in enumerate(cards) if card.isAncestorOf(here)), None)
        doors = ("procedure", "applicant.name", PAPERS, "channel")
        if at is not None and 0 <= at + by < len(doors):
            self.go(doors[at + by])
        elif at is not None and by > 0:
            body.submit.setFocus(_TABBED)
