"""One day of the invented office, from the first officer to the closed day."""

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kiosk.office.signing_in import SignIn, SignOut, sign_in, sign_out
from kiosk.queue.calling import (
    AtCounter,
    call_next,
    finish,
    mark_no_show,
    recall,
    start_serving,
)
from kiosk.queue.coming_back import ComeBack, come_back
from kiosk.queue.day_end import CloseDay, close_day
from kiosk.queue.model import Ticket
from kiosk.queue.passing import PassOn, hold, pass_on
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.simulation.desks import Desk, Guest
from kiosk.simulation.hands import Hands
from kiosk.simulation.people import Visitor, moment
from kiosk.simulation.premises import DOOR
from kiosk.simulation.profile import PIN, Profile, officer_of
from kiosk.storage.units import Actor

_PRINTS_EVERY = timedelta(minutes=30)
_TO_COUNTER, _OUT_OF_TURN, _CALLS_AT_ONCE = 0.3, 0.004, 0.6
_WHY = "người cao tuổi đi một mình"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day, who comes, and how slow everybody is on it."""

    day: date
    visitors: tuple[Visitor, ...]
    pace: float


class Day:
    """A day under way. Everything chance decides is drawn from ``dice``."""

    def __init__(
        self, profile: Profile, desks: list[Desk], hands: Hands, plan: DayPlan, dice: random.Random
    ) -> None:
        self._profile, self._desks, self._hands = profile, desks, hands
        self._plan_of_day, self._dice = plan, dice
        self._agenda: list[tuple[datetime, int, Callable[..., None], tuple[Any, ...]]] = []
        self._order = itertools.count()
        self._guests: dict[str, Guest] = {}
        self._standing: dict[str, str] = {}
        self.refused = 0

    def run(self) -> None:
        """Live the day through.

        Raises :class:`Refused` ``simulation.rule_broken``.
        """
        self._open()
        while self._agenda:
            at, _, act, what = heapq.heappop(self._agenda)
            self._hands.at(max(at, self._hands.truth))
            act(*what)

    def rouse(self) -> None:
        """Whoever sits idle looks whether somebody waits."""
        for desk in self._desks:
            if desk.idle:
                desk.idle = False
                self._soon(self._seconds(3, 15), self._call, desk)

    def _open(self) -> None:
        day, sessions = self._plan_of_day.day, self._profile.sessions
        for visitor in self._plan_of_day.visitors:
            self._plan(visitor.at, self._arrive, visitor, 0)
        for desk in self._desks:
            life = self._profile.counters[desk.number - 1]
            desk.rests = [moment(day, at) for at in life.rests_at]
            for which in life.sessions:
                opens, closes = (moment(day, wall) for wall in sessions[which])
                late = timedelta(minutes=self._dice.random() * self._profile.sits_late_minutes)
                self._plan(opens + late, self._sit, desk, closes)
                self._plan(closes, self._close, desk)
        first, last = moment(day, sessions[0][0]), moment(day, sessions[-1][1])
        printed = first
        while printed < last:
            printed += _PRINTS_EVERY
            self._plan(printed, self._hands.print_all)
        over = last + timedelta(minutes=self._profile.stays_minutes + 75)
        self._plan(over, self._end_day)

    # The people

    def _arrive(self, visitor: Visitor, tries: int) -> None:
        try:
            taken = self._hands.do(take_number, TakeNumber(visitor.field, visitor.group), DOOR)
        except Refused as refusal:
            self._only(refusal, "ticket.office_closed", "queue.paused")
            if tries < _TRIES:
                self._soon(timedelta(minutes=3), self._arrive, visitor, tries + 1)
            else:
                self.refused += 1
            return
        guest = Guest(visitor, taken.ticket_id, taken.label, visitor.minutes, visitor.shows)
        self._guests[taken.ticket_id] = guest
        self._waits(taken.ticket_id, visitor.field)

    def _waits(self, ticket_id: str, prefix: str) -> None:
        self._standing[ticket_id] = prefix
        idle = [desk for desk in self._desks if desk.idle and prefix in desk.fields]
        if idle:
            self._wake(self._dice.choice(idle))

    def _wake(self, desk: Desk) -> None:
        if desk.idle:
            desk.idle = False
            self._soon(self._seconds(6, 30), self._call, desk)

    def _return(self, guest: Guest) -> None:
        guest.here = True
        try:
            self._hands.do(come_back, ComeBack(guest.ticket_id), DOOR)
        except Refused as refusal:
            self._only(
                refusal,
                "ticket.back_too_late",
                "ticket.not_missed",
                "ticket.of_other_day",
                "ticket.came_back_before",
            )
            return
        self._waits(guest.ticket_id, guest.visitor.field)

    # The officers

    def _sit(self, desk: Desk, closes: datetime) -> None:
        who = officer_of(desk.number)
        self._hands.do(sign_in, SignIn(desk.number, who, PIN), self._by(desk))
        desk.sitting, desk.ends, desk.sat_since = True, closes, self._hands.truth
        self._call(desk)

    def _close(self, desk: Desk) -> None:
        if desk.idle:
            self._leave(desk)

    def _leave(self, desk: Desk) -> None:
        if desk.guest is not None:
            self._try(finish, AtCounter(desk.number), desk)
            desk.free(self._hands.truth)
        self._hands.do(sign_out, SignOut(desk.number), self._by(desk))
        desk.stand_up(self._hands.truth)

    def _rest(self, desk: Desk) -> None:
        ends = desk.ends
        self._leave(desk)
        minutes = self._profile.counters[desk.number - 1].rest_minutes
        if ends is not None and self._hands.truth < ends:
            self._soon(timedelta(minutes=minutes), self._sit, desk, ends)

    def _call(self, desk: Desk) -> None:
        if not desk.sitting or desk.ends is None:
            return
        now = self._hands.truth
        if now > desk.ends + timedelta(minutes=self._profile.stays_minutes):
            self._leave(desk)
            return
        if desk.rests and desk.rests[0] <= now < desk.ends:
            desk.rests.pop(0)
            self._rest(desk)
            return
        ticket = self._next(desk)
        desk.free(now)
        if ticket is None:
            desk.idle = True
            if now >= desk.ends:
                self._leave(desk)
            return
        desk.called_at = now
        self._standing.pop(ticket.id, None)
        guest = desk.guest = self._guests.get(ticket.id) or _stranger(ticket)
        if guest.here:
            self._soon(timedelta(minutes=guest.visitor.walks), self._serve, desk, guest)
        else:
            self._soon(self._seconds(50, 80), self._recall, desk, guest)

    def _next(self, desk: Desk) -> Ticket | None:
        at, by = AtCounter(desk.number), self._by(desk)
        if desk.back:
            wanted = CallThis(desk.number, desk.back.popleft())
        elif self._dice.random() < _OUT_OF_TURN:
            wanted = CallThis(desk.number, self._somebody(desk), _WHY)
        else:
            return self._hands.do(call_next, at, by).ticket
        try:
            return self._hands.do(call_this, wanted, by).ticket
        except Refused as refusal:
            self._only(
                refusal,
                "ticket.not_callable",
                "ticket.unknown",
                "ticket.of_other_day",
                "ticket.reason_needed",
            )
            return self._hands.do(call_next, at, by).ticket

    def _somebody(self, desk: Desk) -> str:
        mine = [one for one, prefix in self._standing.items() if prefix in desk.fields]
        return self._dice.choice(mine) if mine else "HT-000"

    def _recall(self, desk: Desk, guest: Guest) -> None:
        self._try(recall, AtCounter(desk.number), desk)
        self._soon(self._seconds(50, 80), self._miss, desk, guest)

    def _miss(self, desk: Desk, guest: Guest) -> None:
        self._try(mark_no_show, AtCounter(desk.number), desk)
        desk.free(self._hands.truth)
        if guest.visitor.returns_after is not None:
            self._soon(timedelta(minutes=guest.visitor.returns_after), self._return, guest)
        self._soon(self._seconds(4, 20), self._call, desk)

    def _serve(self, desk: Desk, guest: Guest) -> None:
        self._try(start_serving, AtCounter(desk.number), desk)
        minutes = guest.left * desk.slow * self._plan_of_day.pace
        if guest.visitor.away is not None and not guest.was_away:
            guest.left /= 2
            self._soon(timedelta(minutes=minutes / 2), self._hold, desk, guest)
        else:
            self._soon(timedelta(minutes=minutes), self._part, desk, guest)

    def _hold(self, desk: Desk, guest: Guest) -> None:
        guest.was_away = True
        held = self._try(hold, AtCounter(desk.number), desk)
        desk.free(self._hands.truth)
        if held and guest.visitor.away is not None:
            self._soon(timedelta(minutes=guest.visitor.away), self._is_back, desk, guest)
        self._soon(self._seconds(4, 20), self._call, desk)

    def _is_back(self, desk: Desk, guest: Guest) -> None:
        desk.back.append(guest.ticket_id)
        self._wake(desk)

    def _part(self, desk: Desk, guest: Guest) -> None:
        to = guest.visitor.passes_to
        if to and not guest.passed:
            self._pass(desk, guest, to)
        elif self._dice.random() < _CALLS_AT_ONCE:
            self._soon(self._seconds(5, 40), self._call, desk)
        else:
            self._try(finish, AtCounter(desk.number), desk)
            desk.free(self._hands.truth)
            self._soon(self._seconds(5, 40), self._call, desk)

    def _pass(self, desk: Desk, guest: Guest, to: str) -> None:
        guest.passed, guest.left = True, guest.visitor.more
        others = [
            one for one in self._desks if one.sitting and to in one.fields and one is not desk
        ]
        wish = PassOn(desk.number, to_field=to)
        if others and self._dice.random() < _TO_COUNTER:
            wish = PassOn(desk.number, to_counter=self._dice.choice(others).number)
        passed = self._try(pass_on, wish, desk)
        desk.free(self._hands.truth)
        if passed and wish.to_counter is not None:
            self._wake(self._desks[wish.to_counter - 1])
        elif passed:
            self._waits(guest.ticket_id, to)
        self._soon(self._seconds(5, 30), self._call, desk)

    def _end_day(self) -> None:
        for desk in self._desks:
            if desk.sitting:
                self._leave(desk)
        self._hands.do(close_day, CloseDay(), Actor("DIEU-HANH"))
        self._hands.print_all()
        self._agenda.clear()

    # Planning

    def _try(self, use_case: Any, wish: Any, desk: Desk) -> bool:
        """Do it, unless a wrong clock has closed the number meanwhile."""
        try:
            self._hands.do(use_case, wish, self._by(desk))
        except Refused as refusal:
            self._only(refusal, "ticket.none_active", "ticket.recall_limit")
            return False
        return True

    def _only(self, refusal: Refused, *known: str) -> None:
        if refusal.code not in known:
            raise refusal

    def _plan(self, at: datetime, act: Callable[..., None], *what: Any) -> None:
        heapq.heappush(self._agenda, (at, next(self._order), act, what))

    def _soon(self, after: timedelta, act: Callable[..., None], *what: Any) -> None:
        self._plan(self._hands.truth + after, act, *what)

    def _seconds(self, least: int, most: int) -> timedelta:
        return timedelta(seconds=self._dice.randint(least, most))

    def _by(self, desk: Desk) -> Actor:
        return Actor(f"QUAY-{desk.number}", officer_of(desk.number))


def _stranger(ticket: Ticket) -> Guest:
    """Somebody with a number that a wrong clock gave on another day: they are not here."""
    visitor = Visitor(ticket.issued_at, "", None, 1.0, 0.5, shows=False)
    return Guest(visitor, ticket.id, ticket.label, 1.0, here=False)
