"""Sending a reception to the store, and finding out what became of it when no answer came."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.refusal import Refused
from kiosk.ui.counter.receive.entry import Entry
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.dossiers.receiving import DossierReceived

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who is told what.

    ``received``: this very dossier is in. ``earlier``: an attempt before, whose answer had not
    come, had put it in with what was entered then. ``refused``: nothing was written.
    ``unanswered``: nobody knows.
    """

    received: "Callable[[DossierReceived], None]"
    earlier: "Callable[[DossierReceived], None]"
    refused: Callable[[Refused], None]
    unanswered: Callable[[Values, BaseException], None]


@dataclass(frozen=True, slots=True)
class Sending:
    """Sends with one request id, so that a second try never makes a second dossier."""

    workplace: Workplace
    owner: QObject
    counter: int
    outcome: Outcome

    def send(self, entry: Entry, values: Values, officer: str | None, today: date) -> None:
        """Ask the store to receive a dossier."""

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused) or error.code.startswith("store."):
                self.outcome.unanswered(values, error)
            elif error.code == "request.other_content" and entry.asked:
                self._find_earlier(entry, officer, today, error)
            else:
                self.outcome.refused(error)

        self._do(entry, values, officer, today, self.outcome.received, failed)

    def _find_earlier(
        self, entry: Entry, officer: str | None, today: date, refusal: Refused
    ) -> None:
        """Ask with each of the earlier contents, the newest first, which one was carried out."""
        *before, values = entry.asked
        left = Entry(entry.request_id, entry.ticket_id, entry.ticket_label, tuple(before))

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused) or error.code.startswith("store."):
                self.outcome.unanswered(values, error)
            elif left.asked:
                self._find_earlier(left, officer, today, refusal)
            else:
                self.outcome.refused(refusal)

        self._do(entry, values, officer, today, self.outcome.earlier, failed)

    def _do(
        self,
        entry: Entry,
        values: Values,
        officer: str | None,
        today: date,
        done: "Callable[[DossierReceived], None]",
        failed: Callable[[BaseException], None],
    ) -> None:
        def plan() -> Any:
            from kiosk.ui.counter.receive import work

            return work.receiving(values, self.counter, today)

        try:
            self.workplace.do(
                plan,
                done,
                failed,
                officer=officer,
                request_id=entry.request_id,
                owner=self.owner,
            )
        except Refused as refusal:
            # The store is not open yet.
            failed(refusal)
