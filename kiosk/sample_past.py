"""What lies behind the sample office: weeks of invented work, done through the real use-cases.

An office on show needs a past: figures of four weeks, dossiers that are due today, people who
wait. Nothing is written here that an officer could not have done; only the clock is moved.
"""

import heapq
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from kiosk.clock import MovedClock, at_office, office_day
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.sample_people import invented

if TYPE_CHECKING:
    from kiosk.office.model import Counter, Office
    from kiosk.sample_lives import Planned
    from kiosk.storage.store import Store

DOOR, FIRST_COUNTER = "KI-OT-1", "QUAY-1"
"""The machines of the past: numbers come from the door, slips from the first counter."""

_PROCEDURES = {
    "HT": ("1.004873", "2.000635", "1.004884", "1.004837", "1.001193"),
    "CT": ("2.000815", "2.000884"),
    "DD": ("1.013833", "1.013992"),
    "CU": ("1.004194", "1.004222"),
    "XD": ("1.013226", "1.013227"),
    "KD": ("1.001612", "2.000720"),
    "XH": ("1.001699", "1.010833"),
}
_SHARES = {"HT": 26, "CT": 24, "DD": 16, "CU": 14, "XD": 7, "KD": 6, "XH": 7}
_HALF_HOURS = (9, 12, 14, 13, 10, 8, 5, 3, 0, 0, 0, 0, 9, 11, 9, 7, 5, 3, 1)
"""Arrivals in each half hour from 07:30: many in the morning, none at noon."""
_FIRST_HALF_HOUR = time(7, 30)
_SHARE_ASKED, _SHARE_SKIPPED = 0.5, 0.05
"""How many say at the kiosk how they were served, and how often a question is passed over."""
_LIKELY = {"ok": 62, "act": 35, "warn": 4}
"""How likely an answer is, by whether it is a good one."""
_LEFT_BEFORE = timedelta(minutes=30)
"""Longer than anybody is served: a counter that is being left is empty in the end."""
_FOLLOWS = "CV01"
"""Who sees a dossier through after its reception."""
_LAST_STEP = (16, 50)
"""What would happen to a dossier later in a day happens the next morning."""
_OFFICERS_LIMIT = "10wd"
"""What the officer decides where no limit is published."""


@dataclass(frozen=True, slots=True)
class PastLived:
    """What was done: days of work, numbers taken and dossiers received."""

    days: int
    tickets: int
    dossiers: int


@dataclass
class _Day:
    """A day under way: what is yet to happen, and which counters have nobody before them."""

    counters: "tuple[Counter, ...]"
    idle: dict[int, bool] = field(default_factory=dict)
    leaving: frozenset[int] = frozenset()
    leave_at: datetime | None = None
    agenda: list[tuple[datetime, int, str, Any]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=itertools.count)

    def plan(self, at: datetime, what: str, which: Any) -> None:
        heapq.heappush(self.agenda, (at, next(self.order), what, which))


def live_past(
    store: "Store",
    clock: MovedClock,
    now: datetime,
    *,
    days: int = 20,
    a_day: int = 40,
    today: int = 150,
    left: frozenset[int] = frozenset(),
    seed: int = 127,
) -> PastLived:
    """Live through ``days`` working days before ``now`` and today's hours up to ``now``.

    ``store`` must go by ``clock``. About ``a_day`` people come each day; today it would be
    ``today`` if the day were over. Whoever works at the counters ``left`` has just finished with
    somebody and gone, so nobody is called there. The same seed
    gives the same past.
    """
    past = _Past(store, clock, seed)
    worked = list(_working_days(past.office, office_day(now), days))
    for day in worked:
        past.live(day, at_office(day, 23), a_day)
    past.live(office_day(now), now, today, left)
    clock.at = now
    return PastLived(len(worked), past.tickets, past.dossiers)


def _working_days(office: "Office", today: date, count: int) -> list[date]:
    days: list[date] = []
    day = today
    while len(days) < count:
        day -= timedelta(1)
        if office.calendar.public_sessions(day):
            days.append(day)
    return days[::-1]


class _Past:
    def __init__(self, store: "Store", clock: MovedClock, seed: int) -> None:
        from kiosk.office.reading import office_now
        from kiosk.sample_lives import Lives
        from kiosk.storage.units import Actor

        self._store, self._clock = store, clock
        with store.read() as unit:
            self.office = office_now(unit)
        self._chance = random.Random(seed)  # noqa: S311 - invented people, no secret
        # Opinions have their own dice: they change nothing of who comes when.
        self._opinions = random.Random(f"opinions {seed}")  # noqa: S311 - invented too
        self._lives = Lives(store, self.office, Actor(FIRST_COUNTER, _FOLLOWS), seed)
        self.tickets = self.dossiers = 0
        self._later: list[tuple[datetime, int, str, str]] = []
        self._order = itertools.count()

    def live(
        self, day: date, until: datetime, people: int, left: frozenset[int] = frozenset()
    ) -> None:
        """One day to which about ``people`` come, up to ``until``."""
        staffed = self.office.counters
        at_work = _Day(staffed, {counter.number: True for counter in staffed})
        at_work.leaving, at_work.leave_at = left, until - _LEFT_BEFORE
        for moment in self._arrivals(day, people):
            at_work.plan(moment, "arrive", self._a_field())
        while self._later and self._later[0][0] <= at_office(day, *_LAST_STEP):
            moment, _, code, what = heapq.heappop(self._later)
            at_work.plan(max(moment, at_office(day, 7, 40)), "live", (code, what))
        while at_work.agenda and at_work.agenda[0][0] <= until:
            self._clock.at, _, what, which = heapq.heappop(at_work.agenda)
            getattr(self, f"_{what}")(at_work, which)
        for moment, _, what, which in at_work.agenda:
            if what == "live":
                self._plan_later(moment + timedelta(days=1), *which)
        self._settle_papers()

    def _arrivals(self, day: date, people: int) -> list[datetime]:
        start = at_office(day, _FIRST_HALF_HOUR.hour, _FIRST_HALF_HOUR.minute)
        sure = self._chance.choices(
            range(len(_HALF_HOURS)),
            _HALF_HOURS,
            k=round(people * self._chance.uniform(0.85, 1.15)),
        )
        moments = sorted(
            start + timedelta(minutes=30 * slot, seconds=self._chance.randrange(1800))
            for slot in sure
        )
        return [moment for moment in moments if self.office.calendar.is_open(moment)]

    def _a_field(self) -> str:
        return self._chance.choices(list(_SHARES), list(_SHARES.values()))[0]

    def _do(self, use_case: object, wish: object, officer: str | None = None) -> object:
        from kiosk.storage.units import Actor

        station = DOOR if officer is None else FIRST_COUNTER
        return self._store.do(use_case, wish, Actor(station, officer), new_id())  # type: ignore[arg-type]

    # What happens in the hall

    def _arrive(self, day: _Day, prefix: str) -> None:
        from kiosk.queue.taking import TakeNumber, take_number

        group = "cao_tuoi_75" if self._chance.random() < 0.08 else None
        self._do(take_number, TakeNumber(prefix, group))
        self.tickets += 1
        for counter in day.counters:
            if day.idle[counter.number] and prefix in counter.fields:
                day.idle[counter.number] = False
                soon = timedelta(seconds=self._chance.randrange(8, 30))
                day.plan(self._clock.at + soon, "call", counter.number)
                return

    def _call(self, day: _Day, number: int) -> None:
        from kiosk.queue.calling import AtCounter, NextCalled, call_next

        if number in day.leaving and day.leave_at is not None and self._clock.at >= day.leave_at:
            self._leave(day, number)
            return
        fact = self._do(call_next, AtCounter(number))
        assert isinstance(fact, NextCalled)
        if fact.ticket is None:
            day.idle[number] = True
            return
        if self._chance.random() < 0.05:
            day.plan(self._clock.at + timedelta(minutes=3), "miss", number)
        else:
            comes = timedelta(seconds=self._chance.randrange(15, 70))
            day.plan(self._clock.at + comes, "serve", (number, fact.ticket.label))

    def _leave(self, day: _Day, number: int) -> None:
        from kiosk.queue.calling import AtCounter, finish

        day.idle[number] = False
        try:
            self._do(finish, AtCounter(number))
        except Refused as refusal:
            if refusal.code != "ticket.none_active":
                raise

    def _miss(self, day: _Day, number: int) -> None:
        from kiosk.queue.calling import AtCounter, mark_no_show

        self._do(mark_no_show, AtCounter(number))
        self._call(day, number)

    def _serve(self, day: _Day, who: tuple[int, str]) -> None:
        from kiosk.queue.calling import AtCounter, start_serving

        number, label = who
        self._do(start_serving, AtCounter(number))
        takes = timedelta(seconds=int(self._chance.triangular(240, 1500, 540)))
        end = self._clock.at + takes
        if self._chance.random() < 0.45:
            day.plan(end - timedelta(seconds=60), "receive", (number, label))
        day.plan(end, "call", number)

    def _receive(self, day: _Day, who: tuple[int, str]) -> None:
        from kiosk.dossiers.application import Application, Paper
        from kiosk.dossiers.model import SubmissionChannel
        from kiosk.dossiers.receiving import DossierReceived, ReceiveDossier, receive_dossier

        number, label = who
        prefix = label.partition("-")[0]
        application = Application(
            procedure=self._chance.choice(_PROCEDURES[prefix]),
            channel=SubmissionChannel.DIRECT,
            sets=1,
            applicant=invented(self._chance),
            papers=(Paper(name="Tờ khai theo mẫu"), Paper(name="Căn cước", originals=0)),
            ticket=label,
        )
        officer = f"CV0{number}"
        try:
            fact = self._do(receive_dossier, ReceiveDossier(application, number), officer)
        except Refused as refusal:
            if refusal.code != "dossier.limit_needed":
                raise
            decided = replace(application, limit=_OFFICERS_LIMIT)
            fact = self._do(receive_dossier, ReceiveDossier(decided, number), officer)
        assert isinstance(fact, DossierReceived)
        self.dossiers += 1
        self._lives.pay(fact.code, officer)
        self._plan_life(day, fact.code, fact.due_at)

    def _plan_life(self, day: _Day, code: str, due_at: datetime) -> None:
        """Most results come before they are due, few late; some wait for their owner."""
        started = self._clock.at + timedelta(minutes=self._chance.randrange(5, 40))
        late = self._chance.random() < 0.03
        share = self._chance.uniform(0.3, 0.85)
        ready = due_at + timedelta(days=2) if late else started + (due_at - started) * share
        ready = max(ready, started + timedelta(minutes=2))
        given = ready + timedelta(hours=self._chance.randrange(1, 50))
        self._follow(day, code, self._lives.begin(started, due_at, ready, given))

    def _follow(self, day: _Day, code: str, planned: "Planned") -> None:
        for moment, what in planned:
            if moment <= at_office(office_day(self._clock.at), *_LAST_STEP):
                day.plan(moment, "live", (code, what))
            else:
                self._plan_later(moment, code, what)

    def _plan_later(self, moment: datetime, code: str, what: str) -> None:
        heapq.heappush(self._later, (moment, next(self._order), code, what))

    def _live(self, day: _Day, what: tuple[str, str]) -> None:
        code, step = what
        self._follow(day, code, self._lives.live(code, step))
        if step == "give" and self._opinions.random() < _SHARE_ASKED:
            self._evaluate()

    def _evaluate(self) -> None:
        from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
        from kiosk.ratings.questionnaire import usual_questionnaire

        asked = usual_questionnaire()
        answers = []
        for question in asked.questions:
            weights = [_LIKELY[answer.tone] for answer in question.answers]
            answer = self._opinions.choices(question.answers, weights)[0]
            if self._opinions.random() >= _SHARE_SKIPPED:
                answers.append((question.code, answer.code))
        if answers:
            self._do(give_evaluation, GiveEvaluation(asked.code, tuple(answers)))

    def _settle_papers(self) -> None:
        """The papers of the past came out of printers that this machine does not have."""
        from kiosk.storage import print_jobs
        from kiosk.storage.units import Actor

        holder = new_id()
        for station in (DOOR, FIRST_COUNTER):
            with self._store.write(Actor(station)) as unit:
                while (job := print_jobs.claim_next(unit, station, holder)) is not None:
                    print_jobs.settle(unit, job.id, holder, "printed", None)
