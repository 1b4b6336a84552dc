"""The form that may end in a letter instead of a dossier: F10 asks for papers, F11 refuses."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.clock import Clock
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.drafted import DraftedForm
from kiosk.ui.counter.receive.outlook import Problem
from kiosk.ui.counter.receive.turning import Turning
from kiosk.ui.counter.receive.turning_props import REFUSAL, SUPPLEMENT, Kind, turning_shut
from kiosk.ui.theme.look import Look
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.dossiers.turning_away import TurnedAway
    from kiosk.queue.model import Ticket


class TurnableForm(DraftedForm):
    """``turned`` carries the fact, :class:`~kiosk.dossiers.turning_away.TurnedAway`; ``asking`` a
    question for a sheet, and what to do when it is wanted."""

    turned = Signal(object)
    asking = Signal(object, object)

    def __init__(
        self, look: Look, workplace: Workplace, counter: int, clock: Clock, drafts: Path
    ) -> None:
        super().__init__(look, workplace, counter, clock, drafts)
        self.turning = Turning(self.body, self._asks, workplace, clock, self)
        self._connect_letter()

    def is_sending(self) -> bool:
        """Whether a dossier or a letter is being written now."""
        return self._sending or self.turning.sending

    def turn_away(self, kind: Kind) -> None:
        """F10, F11: papers that are not taken in. It must be known whose they are, and for what."""
        if self.is_sending() or self.waits or self.turning.kind == kind:
            return
        self.turning.close()
        form = self.filling.form()
        if turning_shut(form) or any(_of_person(one) for one in self.outlook.problems):
            self.show_all_faults()
            why = turning_shut(form) or said.MEND_PERSON
            self.tell(said.LETTER_SHUT[kind].format(why=why))
            return
        self.save_draft()
        self.body.banner.drop()
        self.turning.open(kind, form)

    def _connect_letter(self) -> None:
        turning = self.turning
        self.body.refuse.clicked.connect(lambda: self.turn_away(REFUSAL))
        self.body.supplement.clicked.connect(lambda: self.turn_away(SUPPLEMENT))
        turning.opened.connect(self.rebuilt)
        turning.changed.connect(self.pause.start)
        turning.looked.connect(self.painted)
        turning.changed.connect(self.painted)
        turning.left.connect(self._on_letter_closed)
        turning.turned.connect(self._on_turned)
        turning.asking.connect(self.asking)

    def _on_letter_closed(self) -> None:
        self._drawn = None
        self.paint()
        self.draw_slip()

    def _on_turned(self, fact: "TurnedAway") -> None:
        """The one who fetches what is missing comes back: what was entered waits for them."""
        kept = self.turning.kind == SUPPLEMENT and self.save_draft() and self._put_aside()
        if not kept:
            self._drafts.delete()
        self._wipe(None)
        self.turned.emit(fact)

    def set_officer(self, code: str | None, name: str = "") -> None:
        self.turning.officer = code
        super().set_officer(code, name)

    def paint(self) -> None:
        if self.turning.kind is None:
            super().paint()
        else:
            self.turning.paint()
            self.painted.emit()

    def look_again(self) -> None:
        if self.turning.kind is None:
            super().look_again()
        else:
            self.turning.look()

    def draw_slip(self) -> None:
        if self.turning.kind is None:
            super().draw_slip()
        else:
            self.turning.draw()

    def _wipe(self, ticket: "Ticket | None") -> None:
        self.turning.drop()
        super()._wipe(ticket)


def _of_person(problem: Problem) -> bool:
    return str(problem["where"]).partition(".")[0] in ("applicant", "procedure")
