"""Somebody who was called in vain comes back at the kiosk: asked once, however often it is pressed."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.citizen.patience import Patience
from kiosk.ui.citizen.session import Session
from kiosk.ui.citizen.ticket_place import TicketPlace, about_return, about_ticket, place_of
from kiosk.ui.language import Language
from kiosk.ui.parts.sheet import Question
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.queue.calling import TicketMoved
    from kiosk.queue.coming_back import ComeBack
    from kiosk.storage.commands import UseCase

log = logging.getLogger(__name__)


class Kiosk(Protocol):
    """The window, as far as coming back needs it."""

    session: Session
    idle: Patience
    language: Language

    def start(self) -> None:
        """Show the fields."""

    def tell(self, question: Question, wanted: Callable[[], None] | None = None) -> None:
        """Say something that stays until it is read; ``wanted``: what its wanted answer does."""

    def unread(self, error: BaseException) -> None:
        """The store could not be read. Raises what is no refusal."""


class Returning:
    """One number, from its place in the queue to its coming back."""

    def __init__(self, kiosk: Kiosk, owner: QObject, workplace: Workplace) -> None:
        self._kiosk, self._owner, self._workplace = kiosk, owner, workplace
        self._request = new_id()
        self._ticket = ""

    def ask(self, said: str) -> None:
        """Say where a number stands."""
        self._read(said, self._on_place)

    def _read(self, said: str, done: "Callable[[TicketPlace | None], None]") -> None:
        self._workplace.read(
            lambda unit: place_of(unit, said), done, self._on_no_answer, owner=self._owner
        )

    def _on_place(self, place: TicketPlace | None) -> None:
        question, act = about_ticket(place, self._kiosk.language)
        self._ticket = place.ticket if place is not None else ""
        wanted = {"back": self._come_back, "new": self._kiosk.start, "": None}[act]
        self._kiosk.tell(question, wanted)

    def _come_back(self) -> None:
        kiosk = self._kiosk
        if kiosk.session.busy or self._workplace.station is None:
            kiosk.tell(_not_back(kiosk.language), self._come_back)
            return
        kiosk.session = replace(kiosk.session, busy=True)
        kiosk.idle.stop()
        self._workplace.do(
            _coming_back(self._ticket),
            lambda _moved: self._after(self._on_back),
            self._on_refused,
            request_id=self._request,
            owner=self._owner,
        )

    def _after(self, done: "Callable[[TicketPlace | None], None]") -> None:
        self._kiosk.session = replace(self._kiosk.session, busy=False)
        self._read(self._ticket, done)

    def _on_back(self, place: TicketPlace | None) -> None:
        self._kiosk.tell(about_return(place, self._kiosk.language))

    def _on_refused(self, error: BaseException) -> None:
        kiosk = self._kiosk
        if isinstance(error, Refused) and error.code.startswith(("ticket.", "queue.")):
            # Meanwhile the number went on: what is so now says why.
            self._after(self._on_place)
            return
        kiosk.session = replace(kiosk.session, busy=False)
        kiosk.tell(_not_back(kiosk.language), self._come_back)
        if not isinstance(error, Refused):
            raise error
        log.warning("nobody came back: %s", error)

    def _on_no_answer(self, error: BaseException) -> None:
        self._kiosk.unread(error)
        if isinstance(error, Refused):
            self._kiosk.tell(unanswered(self._kiosk.language))


def unanswered(language: Language) -> Question:
    """The store did not answer."""
    tr = language.tr
    return Question(
        tr("Chưa tra cứu được"),
        tr("Số và hồ sơ của Ông/Bà vẫn được giữ. Mời Ông/Bà hỏi bàn hướng dẫn."),
        tr("Đã hiểu"),
    )


def _not_back(language: Language) -> Question:
    tr = language.tr
    return Question(
        tr("Chưa trở lại hàng được"),
        tr("Số của Ông/Bà vẫn được giữ. Mời Ông/Bà bấm lại, hoặc báo bàn hướng dẫn."),
        tr("Đã hiểu"),
        tr("Thử lại"),
    )


def _coming_back(
    ticket: str,
) -> "Callable[[], tuple[UseCase[ComeBack, TicketMoved], ComeBack]]":
    def plan() -> "tuple[UseCase[ComeBack, TicketMoved], ComeBack]":
        from kiosk.queue.coming_back import ComeBack, come_back

        return come_back, ComeBack(ticket)

    return plan
