"""Evaluations: written once, told by nobody, counted from five on."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from kiosk.ids import new_id
from kiosk.ratings.evaluations import EvaluationGiven, GiveEvaluation, give_evaluation
from kiosk.ratings.figures import (
    LEAST,
    AnswersCounted,
    Satisfaction,
    answers_counted,
    satisfaction,
    span_told,
)
from kiosk.ratings.questionnaire import questionnaire
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, SteppingClock

ASKED = questionnaire()
ALL_BEST = tuple((each.code, each.answers[0].code) for each in ASKED.questions)


def give(store: Store, *answers: tuple[str, str]) -> None:
    store.do(give_evaluation, GiveEvaluation(ASKED.code, answers), KIOSK)


def seen(store: Store) -> Satisfaction:
    with store.read() as unit:
        return satisfaction(unit, unit.day, unit.day)


def counted(store: Store) -> dict[str, AnswersCounted]:
    with store.read() as unit:
        return {each.question.code: each for each in answers_counted(unit, unit.day, unit.day)}


def test_below_five_answers_nothing_is_told(store: Store) -> None:
    for _ in range(LEAST - 1):
        give(store, ("attitude", "satisfied"))
    give(store, ("costs", "no"))
    found = seen(store)
    assert (found.sheets, found.answered, found.share) == (LEAST, LEAST - 1, None)
    assert counted(store)["attitude"].counts is None
    give(store, ("attitude", "dissatisfied"))
    assert seen(store).share == pytest.approx(80.0)
    assert counted(store)["attitude"].counts == (0, 4, 1)
    assert counted(store)["costs"].counts is None


@pytest.mark.parametrize(
    ("today", "since", "until"),
    [
        ("2026-11-23", "2026-11-01", "2026-11-22"),
        ("2026-11-02", "2026-11-01", "2026-11-01"),
        ("2026-12-01", "2026-11-01", "2026-11-30"),
    ],
)
def test_today_is_told_from_tomorrow_on(today: str, since: str, until: str) -> None:
    told = span_told(date.fromisoformat(today))
    assert told == (date.fromisoformat(since), date.fromisoformat(until))


def test_only_the_days_asked_for_count(store: Store, clock: SteppingClock) -> None:
    with store.read() as unit:
        first = unit.day
    give(store, *ALL_BEST)
    clock.at += timedelta(days=1)
    give(store, *ALL_BEST)
    assert seen(store).sheets == 1
    with store.read() as unit:
        assert satisfaction(unit, first, unit.day).sheets == 2
        assert satisfaction(unit, *span_told(unit.day)).sheets == 1


def test_asked_again_it_is_written_once(store: Store) -> None:
    request = new_id()
    wish = GiveEvaluation(ASKED.code, ALL_BEST)
    for _ in range(2):
        fact = store.do(give_evaluation, wish, KIOSK, request)
        assert fact == EvaluationGiven(ASKED.code)
    assert seen(store).sheets == 1


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (GiveEvaluation(ASKED.code, ()), "evaluation.empty"),
        (GiveEvaluation("other", ALL_BEST), "evaluation.unknown"),
        (GiveEvaluation(ASKED.code, (("weather", "fine"),)), "evaluation.unknown"),
        (GiveEvaluation(ASKED.code, (("attitude", "fine"),)), "evaluation.unknown"),
        (GiveEvaluation(ASKED.code, (*ALL_BEST, ("costs", "yes"))), "evaluation.unknown"),
    ],
)
def test_what_is_not_asked_is_not_written(store: Store, wish: GiveEvaluation, code: str) -> None:
    with pytest.raises(Refused) as refused:
        store.do(give_evaluation, wish, KIOSK)
    assert refused.value.code == code
    assert seen(store).sheets == 0


def test_nothing_in_the_store_tells_who_answered_what(store: Store) -> None:
    """No hour, no place, no order beside the answers; no answers beside hour and place."""
    for answer in ("satisfied", "dissatisfied"):
        give(store, ("attitude", answer))
    with store.engine.connect() as conn:
        columns = {
            name: {row.name for row in conn.execute(text(f"PRAGMA table_info({name})"))}
            for name in ("evaluation", "evaluation_answer")
        }
        assert columns == {
            "evaluation": {"id", "questionnaire", "day"},
            "evaluation_answer": {"evaluation_id", "question", "answer"},
        }
        made = conn.execute(
            text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name LIKE 'evaluation%'")
        ).scalars()
        assert all("WITHOUT ROWID" in sql for sql in made)
        told = conn.execute(
            text(
                "SELECT act || subject || details FROM audit_line WHERE act = 'evaluation.given' "
                "UNION ALL SELECT digest || answer FROM command_record "
                "WHERE command = 'ratings.give_evaluation'"
            )
        ).scalars()
        said = list(told)
        # UNION ALL: both kept their lines.
        digests = conn.execute(
            text("SELECT digest FROM command_record WHERE command = 'ratings.give_evaluation'")
        ).scalars()
        # The same digest whatever was answered: it is no key to the answers.
        assert len(set(digests)) == 1
    assert len(said) == 4
    assert not any("satisfied" in line for line in said)
