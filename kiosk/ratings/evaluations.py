"""Evaluations: answers that are added up, and nothing that tells whose they were.

NĐ 61/2018/NĐ-CP art. 27(3) asks to keep the respondent confidential. So no sheet is kept: each
answer only makes the day's number of such answers one more. Neither the audit line nor the record
of the request tells what was answered.
"""

from dataclasses import dataclass, replace

from sqlalchemy import bindparam

from kiosk.ratings.asked import asked_now
from kiosk.refusal import Refused
from kiosk.storage.schema import evaluation_tally
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class GiveEvaluation:
    """Somebody has answered: the questionnaire's code, and question and answer by their codes.

    Questions that were passed over are left out.
    """

    questionnaire: str
    answers: tuple[tuple[str, str], ...]

    def without_secret(self) -> "GiveEvaluation":
        """The wish as the record of requests may know it: a digest of so few answers is no veil."""
        return replace(self, answers=())


@dataclass(frozen=True, slots=True)
class EvaluationGiven:
    """An evaluation was added up."""

    questionnaire: str


def give_evaluation(unit: WriteUnit, wish: GiveEvaluation) -> EvaluationGiven:
    """Add the answers to those of today.

    Raises :class:`Refused`: ``evaluation.empty`` where nothing was answered,
    ``evaluation.unknown`` for questions or answers that are not asked now.
    """
    if not wish.answers:
        raise Refused("evaluation.empty")
    _check(unit, wish)
    unit.one_at_a_time()
    for question, answer in wish.answers:
        place = {
            "day": unit.day,
            "questionnaire": wish.questionnaire,
            "question": question,
            "answer": answer,
        }
        named = {f"the_{name}": value for name, value in place.items()}
        if not unit.run(_ONE_MORE, **named):
            unit.add(evaluation_tally, **place, many=1)
    unit.audit("evaluation.given", f"questionnaire:{wish.questionnaire}")
    return EvaluationGiven(wish.questionnaire)


def _check(unit: WriteUnit, wish: GiveEvaluation) -> None:
    asked = asked_now(unit)
    questions = [question for question, _ in wish.answers]
    known = all(
        (question := asked.question(code)) is not None and question.answer(answer) is not None
        for code, answer in wish.answers
    )
    if wish.questionnaire != asked.code or not known or len(set(questions)) < len(questions):
        raise Refused("evaluation.unknown", questionnaire=wish.questionnaire[:40])


_TALLY = evaluation_tally.c
_ONE_MORE = (
    evaluation_tally.update()
    .where(
        _TALLY.day == bindparam("the_day"),
        _TALLY.questionnaire == bindparam("the_questionnaire"),
        _TALLY.question == bindparam("the_question"),
        _TALLY.answer == bindparam("the_answer"),
    )
    .values(many=_TALLY.many + 1)
)
