"""Evaluations: what somebody answered, without anything that tells who it was.

NĐ 61/2018/NĐ-CP art. 27(3) asks to keep the respondent confidential. So a sheet holds its day and
its answers: no hour, no station, no officer, no number, no dossier; its key is drawn by lot and
orders the table; and neither the audit line nor the record of the request tells the answers.
"""

import secrets
from dataclasses import dataclass, replace

from kiosk.ratings.questionnaire import questionnaire
from kiosk.refusal import Refused
from kiosk.storage.schema import evaluation, evaluation_answer
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
    """An evaluation was written down."""

    questionnaire: str


def give_evaluation(unit: WriteUnit, wish: GiveEvaluation) -> EvaluationGiven:
    """Write the answers down.

    Raises :class:`Refused`: ``evaluation.empty`` where nothing was answered,
    ``evaluation.unknown`` for questions or answers that are not asked here.
    """
    if not wish.answers:
        raise Refused("evaluation.empty")
    _check(wish)
    sheet = secrets.token_hex(16)
    unit.add(evaluation, id=sheet, questionnaire=wish.questionnaire, day=unit.day)
    for question, answer in wish.answers:
        unit.add(evaluation_answer, evaluation_id=sheet, question=question, answer=answer)
    unit.audit("evaluation.given", f"questionnaire:{wish.questionnaire}")
    return EvaluationGiven(wish.questionnaire)


def _check(wish: GiveEvaluation) -> None:
    asked = questionnaire()
    questions = [question for question, _ in wish.answers]
    known = all(
        (question := asked.question(code)) is not None and question.answer(answer) is not None
        for code, answer in wish.answers
    )
    if wish.questionnaire != asked.code or not known or len(set(questions)) < len(questions):
        raise Refused("evaluation.unknown", questionnaire=wish.questionnaire[:40])
