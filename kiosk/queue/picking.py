"""Calling one very number: the next one, one that is held, or, with a reason, any other."""

from dataclasses import dataclass

from kiosk.clock import office_day
from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.queue.calling import NextCalled
from kiosk.queue.coming_back import why_not_back
from kiosk.queue.day_end import begin_day
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.moving import CALL, SET_RUN, announce, choose_here, end, here, moved
from kiosk.queue.pausing import require_no_pause
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import has_control, squeeze

LONGEST_REASON = 160
HELD = "gọi lại số tạm giữ"
OUT_OF_TURN = "ngoài lượt"
_CALLABLE = (TicketState.WAITING, TicketState.NO_SHOW)


@dataclass(frozen=True, slots=True)
class CallThis:
    """The wish for one ticket, by id or label; ``reason`` is needed where it is not its turn."""

    counter: int
    ticket: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """A ticket as a counter may call it.

    ``can_call``: it waits, or was reported absent. ``needs_reason``: it is not its turn here.
    ``next_label``: whose turn it is; None when nobody waits. ``today``: it was taken today.
    ``back``: it was called in vain and may wait again; ``why_not_back``: why a missed one may not.
    """

    ticket: Ticket
    today: bool
    can_call: bool
    needs_reason: bool
    next_label: str | None
    back: bool = False
    why_not_back: Refused | None = None


def call_this(unit: WriteUnit, wish: CallThis) -> NextCalled:
    """Call one very ticket to a counter; the ticket it had is finished first.

    No reason is needed for the ticket whose turn it is, nor for one that this counter holds. The
    reason is kept with the call.

    Raises :class:`Refused`: ``counter.unknown``, ``ticket.unknown``, ``ticket.of_other_day``,
    ``ticket.not_callable``, ``ticket.reason_needed``, ``ticket.reason_unfit``, ``queue.paused``.
    """
    office = office_now(unit)
    counter = office.find_counter(wish.counter)
    reason = squeeze(wish.reason)
    if len(reason) > LONGEST_REASON or has_control(reason):
        raise Refused("ticket.reason_unfit", longest=LONGEST_REASON)
    require_no_pause(office)
    begin_day(unit)
    wanted = find_ticket(unit, wish.ticket)
    if not _is_of_today(unit, wanted):
        raise Refused("ticket.of_other_day", label=wanted.label, day=office_day(wanted.issued_at))
    if wanted.state not in _CALLABLE:
        raise Refused("ticket.not_callable", label=wanted.label)
    at_hand = here(unit, counter)
    choice = choose_here(unit, office, at_hand)
    in_turn = choice is not None and choice.ticket_id == wanted.id
    if not (in_turn or wanted.held_by == counter.number or reason):
        raise Refused("ticket.reason_needed", label=wanted.label)
    if at_hand.active is not None:
        end(unit, at_hand.active, TicketState.DONE)
    why = f"{OUT_OF_TURN}: {reason}" if reason else HELD
    if in_turn and choice is not None:
        why = choice.reason
        unit.run(SET_RUN, at_counter=counter.id, new_run=choice.priority_run)
    called = moved(unit, CALL, wanted.id, at_counter=counter.id, why=why)
    announce(unit, called, counter)
    unit.audit(
        "ticket.called",
        called.id,
        counter=counter.number,
        reason=why,
        finished=at_hand.active,
        back_from_no_show=wanted.state is TicketState.NO_SHOW,
    )
    return NextCalled(called, why, at_hand.active)


def look_at(unit: ReadUnit, counter: Counter, wanted: Ticket, upcoming: tuple[Ticket, ...]) -> Pick:
    """How ``wanted`` stands for a counter at which ``upcoming`` are the next ones."""
    today = _is_of_today(unit, wanted)
    in_turn = bool(upcoming) and upcoming[0].id == wanted.id
    missed = today and wanted.state is TicketState.NO_SHOW
    minutes = office_now(unit).rules.no_show_return_minutes
    refusal = why_not_back(wanted, unit.day, unit.now, minutes) if missed else None
    return Pick(
        ticket=wanted,
        today=today,
        can_call=today and wanted.state in _CALLABLE,
        needs_reason=not (in_turn or wanted.held_by == counter.number),
        next_label=upcoming[0].label if upcoming else None,
        back=missed and refusal is None,
        why_not_back=refusal,
    )


def _is_of_today(unit: ReadUnit, wanted: Ticket) -> bool:
    return office_day(wanted.issued_at) == unit.day
