"""What citizens answered, in figures, so that nobody can tell whose answer it was.

NĐ 61/2018/NĐ-CP art. 27(3). A question's answers are told in bundles of whole days: a bundle is
told once it holds :data:`LEAST` answers, and today's never. So whoever looks every day, or watches
the kiosk meanwhile, never sees a figure move by fewer people than that.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy import bindparam, select

from kiosk.ratings.asked import asked_now
from kiosk.ratings.questionnaire import Question, Questionnaire
from kiosk.storage.schema import evaluation_tally
from kiosk.storage.units import ReadUnit

LEAST = 5
"""Fewer answers could tell who gave which."""


@dataclass(frozen=True, slots=True)
class AnswersCounted:
    """A question, and how often each of its answers was given, in the order of the questionnaire.

    Where there are too few to be told all counts are 0.
    """

    question: Question
    counts: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many answers are told."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is told of the days from ``since`` to ``until``, both included."""

    since: date
    until: date
    asked: Questionnaire
    questions: tuple[AnswersCounted, ...]

    @property
    def satisfaction(self) -> AnswersCounted:
        """The question that figures go by."""
        wanted = self.asked.satisfaction
        return next(each for each in self.questions if each.question.code == wanted)

    @property
    def share(self) -> float | None:
        """Per cent content with the service; None where too few have answered."""
        counted = self.satisfaction
        if not counted.answered:
            return None
        pairs = zip(counted.question.answers, counted.counts, strict=True)
        return 100 * sum(many for answer, many in pairs if answer.satisfied) / counted.answered


def span_told(today: date) -> tuple[date, date]:
    """The days whose answers are told on ``today``: the month of yesterday, up to yesterday."""
    yesterday = today - timedelta(days=1)
    return yesterday.replace(day=1), yesterday


def opinions(unit: ReadUnit, since: date, until: date) -> Opinions:
    """What citizens answered to what is asked now; ``until`` is a day that is over."""
    asked = asked_now(unit)
    rows = unit.rows(_DAYS, code=asked.code, since=since, until=until)
    told = {
        question: _bundled([(row.day, row.answer, row.many) for row in found])
        for question, found in groupby(rows, key=lambda row: str(row.question))
    }
    return Opinions(
        since,
        until,
        asked,
        tuple(
            AnswersCounted(
                each, tuple(told.get(each.code, Counter())[one.code] for one in each.answers)
            )
            for each in asked.questions
        ),
    )


def _bundled(lines: list[tuple[date, str, int]]) -> Counter[str]:
    """One question's answers, day by day: those in bundles that are large enough."""
    told: Counter[str] = Counter()
    bundle: Counter[str] = Counter()
    for _, of_day in groupby(lines, key=lambda line: line[0]):
        for _, answer, many in of_day:
            bundle[answer] += many
        if bundle.total() >= LEAST:
            told += bundle
            bundle = Counter()
    return told


_DAYS = (
    select(
        evaluation_tally.c.day,
        evaluation_tally.c.question,
        evaluation_tally.c.answer,
        evaluation_tally.c.many,
    )
    .where(
        evaluation_tally.c.questionnaire == bindparam("code"),
        evaluation_tally.c.day.between(bindparam("since"), bindparam("until")),
    )
    .order_by(evaluation_tally.c.question, evaluation_tally.c.day, evaluation_tally.c.answer)
)
