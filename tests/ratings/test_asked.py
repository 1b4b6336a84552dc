"""The office's own questionnaire: one for all machines, its answers counted under its code."""

from pathlib import Path

import msgspec
import pytest

from kiosk.ratings import questionnaire as forms
from kiosk.ratings.asked import AskedFrom, AskThis, ask_this, asked_now
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import opinions
from kiosk.ratings.questionnaire import Questionnaire, usual_questionnaire
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

USUAL = usual_questionnaire()
OWN = msgspec.structs.replace(USUAL, code="own-1", questions=USUAL.questions[:2])
OTHER = msgspec.structs.replace(OWN, questions=USUAL.questions[1:3])


def asked(store: Store) -> Questionnaire:
    with store.read() as unit:
        return asked_now(unit)


def test_the_usual_until_there_is_another(store: Store, clock: SteppingClock) -> None:
    assert asked(store) == USUAL
    assert store.do(ask_this, AskThis(OWN), OFFICER) == AskedFrom(USUAL.code, "own-1")
    assert asked(store) == OWN
    clock.at = clock.at.replace(hour=clock.at.hour + 1)
    store.do(ask_this, AskThis(USUAL), OFFICER)
    assert asked(store) == USUAL
    clock.at = clock.at.replace(hour=clock.at.hour + 1)
    store.do(ask_this, AskThis(OWN), OFFICER)
    assert asked(store) == OWN


@pytest.mark.parametrize("other", [OTHER, msgspec.structs.replace(OWN, code=USUAL.code)])
def test_other_questions_need_another_code(store: Store, other: Questionnaire) -> None:
    store.do(ask_this, AskThis(OWN), OFFICER)
    with pytest.raises(Refused) as refused:
        store.do(ask_this, AskThis(other), OFFICER)
    assert refused.value.code == "questionnaire.code_used"
    assert asked(store) == OWN


def test_answers_are_counted_under_their_own_questionnaire(
    store: Store, clock: SteppingClock
) -> None:
    answers = (("attitude", "dissatisfied"),)
    for _ in range(5):
        store.do(give_evaluation, GiveEvaluation(USUAL.code, answers), KIOSK)
    store.do(ask_this, AskThis(OWN), OFFICER)
    with pytest.raises(Refused):
        # Begun before the change; the answers may mean something else by now.
        store.do(give_evaluation, GiveEvaluation(USUAL.code, answers), KIOSK)
    with store.read() as unit:
        told = opinions(unit, unit.day, unit.day)
    assert (told.asked, told.share) == (OWN, None)


def test_a_store_with_its_own_does_without_the_usual(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store.do(ask_this, AskThis(OWN), OFFICER)
    forms.usual_questionnaire.cache_clear()
    monkeypatch.setattr(forms, "FILE", tmp_path / "gone.toml")
    try:
        assert asked(store) == OWN
    finally:
        forms.usual_questionnaire.cache_clear()
