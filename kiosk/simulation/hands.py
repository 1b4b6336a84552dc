"""Whatever anybody does in the invented office goes through here: done, then looked at."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

from kiosk.clock import office_day
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.simulation.premises import DOOR, Premises
from kiosk.simulation.watch import RuleBrokenError, Watch
from kiosk.storage import print_jobs
from kiosk.storage.commands import UseCase
from kiosk.storage.units import Actor

Act = Callable[[], None]
Wish = TypeVar("Wish")
Fact = TypeVar("Fact")


class Hands:
    """Carries out use-cases on the real store at simulated moments.

    ``truth`` is what a right clock would say; the store's clock may be ``wrong`` by some time.
    """

    def __init__(self, place: Premises, watch: Watch, seed: int) -> None:
        self.place, self.watch, self.seed = place, watch, seed
        self.truth = place.clock.at
        self.wrong = timedelta()
        self.done = 0
        self.faults: dict[str, int] = {}

    def begin(self, day: date, rouse: Act) -> None:
        """A day begins; ``rouse`` makes whoever sits idle look again whether somebody waits."""

    def over(self) -> None:
        """The day is over."""

    def at(self, moment: datetime) -> None:
        """It is that time now."""
        self.truth = moment
        self.place.clock.at = moment + self.wrong

    def do(self, use_case: UseCase[Wish, Fact], wish: Wish, by: Actor) -> Fact:
        """Carry out a use-case and look at what it did.

        Raises :class:`Refused` as the use-case does, and ``simulation.rule_broken``.
        """
        self.done += 1
        try:
            return self._carry_out(use_case, wish, by)
        finally:
            self.look(f"{use_case.__name__} {wish}")

    def look(self, what: str) -> None:
        """Let the watch see what ``what`` has done. Raises ``simulation.rule_broken``."""
        now = self.place.clock.at
        try:
            self.watch.look(now, office_day(now))
        except RuleBrokenError as broken:
            raise rule_broken(str(broken), what, self.seed, self.truth) from broken

    def print_all(self) -> None:
        """The printer pays off what is owed."""
        holder = new_id()
        with self.place.store.write(DOOR) as unit:
            while (job := print_jobs.claim_next(unit, DOOR.station, holder)) is not None:
                print_jobs.settle(unit, job.id, holder, "printed", None)

    def _carry_out(self, use_case: UseCase[Wish, Fact], wish: Wish, by: Actor) -> Fact:
        return self.place.store.do(use_case, wish, by, new_id())


def rule_broken(rule: str, what: str, seed: int, at: datetime) -> Refused:
    """The refusal that ends a simulation: what was broken, by what, and when."""
    return Refused("simulation.rule_broken", rule=rule, event=what, seed=seed, at=at)
