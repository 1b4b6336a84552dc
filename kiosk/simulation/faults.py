"""What goes wrong in an office, done on purpose: the same faults at the same minutes for a seed."""

import random
from collections import deque
from datetime import date, datetime, timedelta
from typing import TypeVar

from kiosk.clock import at_office, office_day
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.simulation.hands import Act, Hands, rule_broken
from kiosk.simulation.premises import DOOR, Premises
from kiosk.simulation.victim import Mortuary
from kiosk.simulation.watch import Watch
from kiosk.storage.commands import UseCase, command_name
from kiosk.storage.units import Actor

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")

KILL, BUSY, PRINTER, BACK, MIDNIGHT, TOMORROW = (
    "kill",
    "busy",
    "printer",
    "clock_back",
    "clock_midnight",
    "clock_tomorrow",
)
_A_DAY = {KILL: 3, BUSY: 2, PRINTER: 1, BACK: 1, MIDNIGHT: 0.5, TOMORROW: 0.25}
"""How often each happens in a day."""
_FIRST, _LAST = (7, 45), (16, 30)
_KILLED_WITHIN_S = 0.08
_QUEUE = "queue."


class ClumsyHands(Hands):
    """Hands to which faults happen. What was begun is done again, as a station does, until done."""

    def __init__(self, place: Premises, watch: Watch, seed: int) -> None:
        super().__init__(place, watch, seed)
        self._mortuary = Mortuary(place.file)
        self._due: deque[tuple[datetime, str]] = deque()
        self._no_printer_until: datetime | None = None
        self._right_at: datetime | None = None
        self._rouse: Act = _nobody
        self._dice = random.Random(f"faults {seed}")  # noqa: S311 - plays, no secret

    def begin(self, day: date, rouse: Act) -> None:
        first, last = at_office(day, *_FIRST), at_office(day, *_LAST)
        due: list[tuple[datetime, str]] = []
        for kind, often in _A_DAY.items():
            many = int(often) + (self._dice.random() < often % 1)
            due += [(first + (last - first) * self._dice.random(), kind) for _ in range(many)]
        self._due, self._rouse = deque(sorted(due)), rouse
        self._no_printer_until = None

    def at(self, moment: datetime) -> None:
        super().at(moment)
        if self._right_at is not None and moment >= self._right_at:
            self._set_right()
        while self._due and self._due[0][0] <= moment and self._due[0][1] not in (KILL, BUSY):
            self._go_wrong(self._due.popleft()[1])

    def over(self) -> None:
        owed = self.watch.papers_owed()
        if owed:
            raise rule_broken(f"{owed} phiếu còn nợ", "hết ngày", self.seed, self.truth)

    def print_all(self) -> None:
        until = self._no_printer_until
        if until is None or self.truth >= until:
            super().print_all()

    def _carry_out(self, use_case: UseCase[Wish, Fact], wish: Wish, by: Actor) -> Fact:
        fault = ""
        if self._due and self._due[0][0] <= self.truth and command_name(use_case)[:6] == _QUEUE:
            fault = self._due.popleft()[1]
        request = new_id()
        if fault == KILL:
            self._count(KILL)
            after = self._dice.random() * _KILLED_WITHIN_S
            self._mortuary.kill_at(self.place.clock.at, use_case, wish, by, request, after)
            self.look(f"kill -9 {use_case.__name__} {wish}")
        elif fault == BUSY:
            self._refused_while_busy(use_case, wish, by, request)
        return self.place.store.do(use_case, wish, by, request)

    def _refused_while_busy(
        self, use_case: UseCase[Wish, Fact], wish: Wish, by: Actor, request: str
    ) -> None:
        self._count(BUSY)
        with self.place.store.write(DOOR):
            try:
                self.place.store.do(use_case, wish, by, request)
            except Refused as refusal:
                if refusal.code != "store.busy":
                    raise
            else:
                raise rule_broken("hai lượt ghi cùng lúc", str(wish), self.seed, self.truth)
        self.look(f"store.busy {use_case.__name__} {wish}")

    def _go_wrong(self, kind: str) -> None:
        self._count(kind)
        minutes = self._dice.uniform(3, 20)
        if kind == PRINTER:
            self._no_printer_until = self.truth + timedelta(minutes=3 * minutes)
            return
        if self._right_at is not None:
            return
        self._right_at = self.truth + timedelta(minutes=minutes)
        if kind == BACK:
            self.wrong = -timedelta(minutes=self._dice.uniform(1, 10))
        elif kind == TOMORROW:
            self.wrong = timedelta(days=1)
        else:
            midnight = at_office(office_day(self.truth) + timedelta(days=1))
            self.wrong = midnight + timedelta(minutes=5) - self.truth
        super().at(self.truth)

    def _set_right(self) -> None:
        """The clock is put right. Who sat idle sees the numbers that it had closed wait again."""
        self.wrong, self._right_at = timedelta(), None
        super().at(self.truth)
        self._rouse()

    def _count(self, kind: str) -> None:
        self.faults[kind] = self.faults.get(kind, 0) + 1


def _nobody() -> None:
    """Nobody is there yet."""
