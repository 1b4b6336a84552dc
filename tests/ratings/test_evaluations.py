"""Evaluations: added up once, told by nobody, told in bundles of five answers."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.ids import new_id
from kiosk.ratings.evaluations import EvaluationGiven, GiveEvaluation, give_evaluation
from kiosk.ratings.figures import LEAST, Opinions, _bundled, opinions, span_told
from kiosk.ratings.questionnaire import usual_questionnaire
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, SteppingClock

ASKED = usual_questionnaire()
ALL_BEST = tuple((each.code, each.answers[0].code) for each in ASKED.questions)


def give(store: Store, *answers: tuple[str, str]) -> None:
    store.do(give_evaluation, GiveEvaluation(ASKED.code, answers), KIOSK)


def seen(store: Store) -> Opinions:
    with store.read() as unit:
        return opinions(unit, unit.day.replace(day=1), unit.day)


def counts(store: Store, question: str) -> tuple[int, ...]:
    return next(each.counts for each in seen(store).questions if each.question.code == question)


def test_below_five_answers_nothing_is_told(store: Store) -> None:
    for _ in range(LEAST - 1):
        give(store, ("attitude", "satisfied"))
    give(store, ("costs", "no"))
    assert (seen(store).share, counts(store, "attitude")) == (None, (0, 0, 0))
    give(store, ("attitude", "dissatisfied"))
    assert seen(store).share == pytest.approx(80.0)
    assert counts(store, "attitude") == (0, 4, 1)
    assert counts(store, "costs") == (0, 0)


def test_one_more_answer_on_another_day_moves_no_figure(store: Store, clock: SteppingClock) -> None:
    """Whoever looks every day would else read that one answer off the difference."""
    for _ in range(LEAST):
        give(store, ("attitude", "satisfied"))
    before = counts(store, "attitude")
    for _ in range(LEAST - 1):
        clock.at += timedelta(days=1)
        give(store, ("attitude", "dissatisfied"))
        assert counts(store, "attitude") == before
    clock.at += timedelta(days=1)
    give(store, ("attitude", "very_satisfied"))
    assert counts(store, "attitude") == (1, LEAST, LEAST - 1)


@given(
    st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 9), min_size=1), max_size=12)
)
def test_what_is_told_grows_by_five_or_not_at_all(days: list[dict[str, int]]) -> None:
    first = date(2026, 11, 1)
    lines = [
        (first + timedelta(days=at), answer, many)
        for at, of_day in enumerate(days)
        for answer, many in sorted(of_day.items())
    ]
    told = [
        _bundled([line for line in lines if line[0] < first + timedelta(days=at)])
        for at in range(len(days) + 1)
    ]
    for one, next_one in pairwise(told):
        grown = next_one.total() - one.total()
        assert grown == 0 or grown >= LEAST
        assert all(next_one[answer] >= many for answer, many in one.items())
    given_in_all = sum(many for _, _, many in lines)
    assert given_in_all - LEAST < told[-1].total() <= given_in_all


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
    for _ in range(LEAST):
        give(store, *ALL_BEST)
    clock.at += timedelta(days=1)
    with store.read() as unit:
        assert opinions(unit, unit.day, unit.day).share is None
        assert opinions(unit, *span_told(unit.day)).share == 100


def test_asked_again_it_is_added_once(store: Store) -> None:
    for _ in range(LEAST - 1):
        give(store, *ALL_BEST)
    request = new_id()
    for _ in range(3):
        wish = GiveEvaluation(ASKED.code, ALL_BEST)
        assert store.do(give_evaluation, wish, KIOSK, request) == EvaluationGiven(ASKED.code)
    assert counts(store, "attitude") == (LEAST, 0, 0)


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
    with store.engine.connect() as conn:
        assert conn.execute(text("SELECT count(*) FROM evaluation_tally")).scalar_one() == 0


def test_nothing_in_the_store_tells_who_answered_what(store: Store) -> None:
    """Sums beside days; hour and place of an evaluation without its answers."""
    for answer in ("satisfied", "dissatisfied", "satisfied"):
        give(store, ("attitude", answer))
    with store.engine.connect() as conn:
        kept = conn.execute(text("SELECT * FROM evaluation_tally ORDER BY answer")).mappings()
        assert [dict(row) for row in kept] == [
            {
                "day": "2026-11-23",
                "questionnaire": ASKED.code,
                "question": "attitude",
                "answer": answer,
                "many": many,
            }
            for answer, many in (("dissatisfied", 1), ("satisfied", 2))
        ]
        told = conn.execute(
            text(
                "SELECT act || subject || details FROM audit_line WHERE act = 'evaluation.given' "
                "UNION ALL SELECT answer FROM command_record "
                "WHERE command = 'ratings.give_evaluation'"
            )
        ).scalars()
        said = list(told)
        digests = conn.execute(
            text("SELECT digest FROM command_record WHERE command = 'ratings.give_evaluation'")
        ).scalars()
        # The same digest whatever was answered: it is no key to the answers.
        assert len(set(digests)) == 1
    assert len(said) == 6
    assert not any("satisfied" in line for line in said)
