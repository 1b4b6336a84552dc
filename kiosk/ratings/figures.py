"""What citizens answered, in figures.

Below :data:`LEAST` answers nothing is told, and a sheet counts from the day after: whoever watches
the kiosk and the figures at once must not see what somebody has just answered
(NĐ 61/2018/NĐ-CP art. 27(3)).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam, func, select

from kiosk.ratings.questionnaire import Question, questionnaire
from kiosk.storage.schema import evaluation, evaluation_answer
from kiosk.storage.units import ReadUnit

LEAST = 5
"""Fewer sheets could tell who answered what."""


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Sheets of a span, answers to the question on satisfaction, and how many were content."""

    sheets: int
    answered: int
    satisfied: int

    @property
    def share(self) -> float | None:
        """Per cent content; None below :data:`LEAST` answers."""
        return 100 * self.satisfied / self.answered if self.answered >= LEAST else None


@dataclass(frozen=True, slots=True)
class AnswersCounted:
    """A question, and how often each of its answers was given, in the order of the questionnaire.

    ``counts`` is None below :data:`LEAST` answers.
    """

    question: Question
    answered: int
    counts: tuple[int, ...] | None


def span_told(today: date) -> tuple[date, date]:
    """The days whose sheets are told on ``today``: the month of yesterday, up to yesterday."""
    yesterday = today - timedelta(days=1)
    return yesterday.replace(day=1), yesterday


def satisfaction(unit: ReadUnit, since: date, until: date) -> Satisfaction:
    """How content citizens were from ``since`` to ``until``, both included.

    Sheets of an older questionnaire count too, where their answers have the same codes.
    """
    asked = questionnaire()
    counts = _counts(unit, since, until).get(asked.satisfaction, {})
    sheets = unit.row(_SHEETS, since=since, until=until)
    return Satisfaction(
        sheets=sheets.many if sheets is not None else 0,
        answered=sum(counts.values()),
        satisfied=sum(many for code, many in counts.items() if code in asked.satisfied),
    )


def answers_counted(unit: ReadUnit, since: date, until: date) -> tuple[AnswersCounted, ...]:
    """Every question with its answers, from ``since`` to ``until``, both included."""
    asked, found = questionnaire(), _counts(unit, since, until)
    return tuple(_counted(question, found.get(question.code, {})) for question in asked.questions)


def _counted(question: Question, counts: dict[str, int]) -> AnswersCounted:
    each = tuple(counts.get(answer.code, 0) for answer in question.answers)
    return AnswersCounted(question, sum(each), each if sum(each) >= LEAST else None)


def _counts(unit: ReadUnit, since: date, until: date) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in unit.rows(_ANSWERS, since=since, until=until):
        found.setdefault(row.question, {})[row.answer] = row.many
    return found


_SPAN = evaluation.c.day.between(bindparam("since"), bindparam("until"))
_SHEETS = select(func.count().label("many")).select_from(evaluation).where(_SPAN)
_ANSWERS = (
    select(evaluation_answer.c.question, evaluation_answer.c.answer, func.count().label("many"))
    .join_from(evaluation_answer, evaluation)
    .where(_SPAN)
    .group_by(evaluation_answer.c.question, evaluation_answer.c.answer)
)
