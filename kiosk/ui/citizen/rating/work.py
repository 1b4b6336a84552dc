"""What an evaluation asks of the store. It runs in the store's lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.ratings.evaluations import EvaluationGiven, GiveEvaluation
    from kiosk.storage.commands import UseCase


def giving(
    questionnaire: str, answers: tuple[tuple[str, str], ...]
) -> "Callable[[], tuple[UseCase[GiveEvaluation, EvaluationGiven], GiveEvaluation]]":
    """The plan of writing the answers down."""

    def plan() -> "tuple[UseCase[GiveEvaluation, EvaluationGiven], GiveEvaluation]":
        from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation

        return give_evaluation, GiveEvaluation(questionnaire, answers)

    return plan
