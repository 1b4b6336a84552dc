"""The reception that is being entered: its request, its ticket, what is kept of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.clock import office_day
from kiosk.ids import new_id
from kiosk.ui.counter.receive.drafts import Draft
from kiosk.ui.counter.receive.form import Form, is_empty
from kiosk.ui.words import clock_time, day_short

if TYPE_CHECKING:
    from kiosk.queue.model import Ticket


@dataclass(frozen=True, slots=True)
class Entry:
    """One reception. ``request_id`` stays the same until it succeeds, however often it is tried.

    ``asked`` is what was sent when the answer did not come (values of a dossier file).
    """

    request_id: str
    ticket_id: str | None = None
    ticket_label: str = ""
    asked: tuple[dict[str, Any], ...] = ()

    def unanswered(self, values: dict[str, Any]) -> "Entry":
        """The entry after an attempt whose outcome is not known."""
        if values in self.asked:
            return self
        return replace(self, asked=(*self.asked, values))

    def draft(self, form: Form, now: datetime) -> Draft:
        """What is kept of it."""
        return Draft(
            request_id=self.request_id,
            saved_at=now,
            form=form,
            ticket_id=self.ticket_id,
            ticket_label=self.ticket_label,
            asked=self.asked,
        )


def new_entry(ticket: "Ticket | None") -> Entry:
    """A reception that begins."""
    if ticket is None:
        return Entry(new_id())
    return Entry(new_id(), ticket.id, ticket.label)


def resumed(draft: Draft, beside: Entry, now: datetime) -> Entry:
    """The reception a draft was of. Its ticket holds for its day; after that the present one's."""
    same_day = office_day(draft.saved_at) == office_day(now)
    ticket = draft if draft.ticket_id and same_day else beside
    return Entry(draft.request_id, ticket.ticket_id, ticket.ticket_label, draft.asked)


def worth_offering(draft: Draft | None) -> bool:
    """Whether there is anything in a draft that somebody would miss."""
    return draft is not None and not is_empty(draft.form)


def offer_said(draft: Draft, now: datetime) -> str:
    """``Có hồ sơ đang nhập dở lúc 09:21, số HT-015: Nguyễn Văn An.``"""
    said = f"Có hồ sơ đang nhập dở lúc {clock_time(draft.saved_at)}"
    saved_on = office_day(draft.saved_at)
    if saved_on != office_day(now):
        said += f" ngày {day_short(saved_on)}"
    if draft.ticket_label:
        said += f", số {draft.ticket_label}"
    name = draft.form.applicant.name.strip()
    return f"{said}: {name}." if name else f"{said}."
