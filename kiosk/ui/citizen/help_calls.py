"""Calling staff to the kiosk: by itself when a slip stays out, or because somebody presses."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.refusal import Refused
from kiosk.ui.citizen import work
from kiosk.ui.citizen.session import Session, paper_shown
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.office.staff_calls import StaffCall

log = logging.getLogger(__name__)

ASKED = "asked"


class Kiosk(Protocol):
    """The window, as far as calling staff needs it."""

    session: Session

    def refresh_page(self) -> None:
        """Show what is so now."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What was called for; ``id`` is empty until the store has it."""

    cause: str
    id: str = ""


class HelpCalls:
    """The calls of one person's visit. They outlive the visit: staff end them."""

    def __init__(self, kiosk: Kiosk, owner: QObject, workplace: Workplace) -> None:
        self._kiosk, self._owner, self._workplace = kiosk, owner, workplace
        self._made: list[_Made] = []

    def forget(self) -> None:
        """The person has left."""
        self._made = []

    def see(self) -> None:
        """Call by itself, once, when the slip of the number does not come out."""
        session = self._kiosk.session
        if session.taken is None or any(one.cause != ASKED for one in self._made):
            return
        if paper_shown(session.paper, session.waited) == "none":
            self._call(session.paper.cause or "printer", session.taken.label)

    def ask(self) -> None:
        """Somebody wants help, now."""
        session = self._kiosk.session
        if not any(one.cause == ASKED for one in self._made):
            self._call(ASKED, session.taken.label if session.taken is not None else "")

    def refresh(self) -> None:
        """See whether a counter has shown the calls."""
        known = tuple(one.id for one in self._made if one.id)
        if known:
            self._workplace.read(
                lambda unit: work.calls_seen(unit, known),
                self._on_seen,
                self._on_unread,
                owner=self._owner,
            )

    def _call(self, cause: str, about: str) -> None:
        if self._workplace.station is None:
            return
        self._made.append(_Made(cause))
        if cause == ASKED:
            self._show(asked=True)
        self._workplace.do(
            work.calling_staff(cause, about),
            lambda call: self._on_called(cause, call),
            lambda error: self._on_not_called(cause, error),
            owner=self._owner,
        )

    def _on_called(self, cause: str, call: "StaffCall") -> None:
        if any(one.cause == cause for one in self._made):
            self._made = [
                _Made(cause, call.id) if one.cause == cause else one for one in self._made
            ]
            if call.seen_at is not None:
                self._on_seen(call.seen_at)

    def _on_not_called(self, cause: str, error: BaseException) -> None:
        """Nobody knows of it: the page goes on asking to tell the reception desk."""
        if cause == ASKED:
            self._made = [one for one in self._made if one.cause != ASKED]
            self._show(asked=False)
        self._on_unread(error)

    def _on_seen(self, seen_at: datetime | None) -> None:
        if self._made:
            self._show(told_at=seen_at)

    def _show(self, **changed: object) -> None:
        kiosk = self._kiosk
        shown = replace(kiosk.session.help, **changed)  # type: ignore[arg-type]
        kiosk.session = replace(kiosk.session, help=shown)
        kiosk.refresh_page()

    def _on_unread(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        log.info("staff were not called: %s", error.code)
