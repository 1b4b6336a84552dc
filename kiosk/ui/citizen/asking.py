"""Asking for a number: once for each wish, however often the answer is lost."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from kiosk.clock import Clock
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.citizen import work
from kiosk.ui.citizen.patience import Patience
from kiosk.ui.citizen.sentences import spoken
from kiosk.ui.citizen.session import Session
from kiosk.ui.citizen.view import TakenView
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.queue.taking import NumberTaken

log = logging.getLogger(__name__)

_EXPECTED = (
    "ticket.office_closed",
    "ticket.field_full",
    "queue.paused",
    "field.not_served",
    "field.unknown",
    "priority.unknown",
)


class Kiosk(Protocol):
    """The window, as far as asking for a number needs it."""

    clock: Clock
    session: Session
    idle: Patience

    def show_session(self, session: Session) -> None:
        """Show another page, with its patience from the beginning."""

    def refresh_page(self) -> None:
        """Show what is so now."""

    def refresh(self) -> None:
        """Read anew what the store says."""

    def number_taken(self) -> None:
        """A number was given: what was done before is over."""


class Asking:
    """Holds the wish under way: asked again, it is the same request.

    ``speak`` says a number given aloud, where the station has a voice and wants it used.
    """

    speak: Callable[[str], None] | None = None

    def __init__(self, kiosk: Kiosk, owner: QObject, workplace: Workplace) -> None:
        self._kiosk, self._owner, self._workplace = kiosk, owner, workplace
        self._asked: tuple[str, str, str] | None = None

    def forget(self) -> None:
        """The person has left: the next wish is another one."""
        self._asked = None

    def take(self) -> None:
        """Ask for the number; for the same wish again with the same request."""
        kiosk = self._kiosk
        wish = (kiosk.session.choice.field, kiosk.session.choice.group)
        if kiosk.session.busy or self._workplace.station is None:
            return
        if self._asked is None or self._asked[:2] != wish:
            self._asked = (*wish, new_id())
        kiosk.session = replace(kiosk.session, busy=True, error=None)
        kiosk.idle.stop()
        kiosk.refresh_page()
        self._workplace.do(
            work.taking(*wish),
            self._on_taken,
            self._on_not_taken,
            request_id=self._asked[2],
            owner=self._owner,
        )

    def _on_taken(self, fact: "NumberTaken") -> None:
        kiosk = self._kiosk
        taken = TakenView(
            ticket=fact.ticket_id,
            label=fact.label,
            field=fact.field,
            counters=fact.counters,
            people_ahead=fact.people_ahead,
            priority=fact.priority,
            print_job=fact.print_job,
            at=kiosk.clock.now(),
            wait=fact.wait_minutes,
        )
        self.forget()
        kiosk.number_taken()
        kiosk.show_session(Session(step="taken", taken=taken))
        if self.speak is not None:
            self.speak(spoken(taken))
        kiosk.refresh()

    def _on_not_taken(self, error: BaseException) -> None:
        kiosk = self._kiosk
        kiosk.show_session(replace(kiosk.session, step="choose", busy=False, error=error))
        kiosk.refresh()
        if not isinstance(error, Refused):
            raise error
        if error.code not in _EXPECTED:
            log.warning("no number was given: %s", error)
