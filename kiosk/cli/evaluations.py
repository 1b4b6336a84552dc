"""``kiosk evaluation …``: how citizens say they were served"""

import argparse
from collections.abc import Iterator
from datetime import date
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, say
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import (
    LEAST,
    AnswersCounted,
    Satisfaction,
    answers_counted,
    satisfaction,
    span_told,
)
from kiosk.ratings.questionnaire import Questionnaire, questionnaire
from kiosk.refusal import Refused


def give(args: argparse.Namespace) -> None:
    """``evaluation give QUESTION=ANSWER…``: by the codes of the questionnaire"""
    asked = questionnaire()
    answers = tuple(_answer(asked, said) for said in args.answers)
    with at_work(args) as work:
        fact = work.do(give_evaluation, GiveEvaluation(asked.code, answers))
    say(args, {"questionnaire": fact.questionnaire}, f"Đã ghi phiếu, {len(answers)} câu trả lời.")


def show(args: argparse.Namespace) -> None:
    """``evaluation show [--month YEAR-MONTH]``: sheets count from the day after they were given"""
    with at_work(args) as work, work.store.read() as unit:
        since, until = _span(args.month, unit.day)
        found = satisfaction(unit, since, until)
        counted = answers_counted(unit, since, until)
    document = {
        "first_day": since.isoformat(),
        "last_day": until.isoformat(),
        "sheets": found.sheets,
        "satisfied_percent": _rounded(found.share),
        "questions": [_document(each) for each in counted],
    }
    say(args, document, *_lines(since, until, found, counted))


def _answer(asked: Questionnaire, said: str) -> tuple[str, str]:
    """One answer. Raises :class:`Refused` ``evaluation.which``."""
    code, _, answer = said.partition("=")
    question = asked.question(code)
    if question is None or question.answer(answer) is None:
        choice = [each.code for each in (question.answers if question else asked.questions)]
        raise Refused("evaluation.which", said=said[:60], choice=choice)
    return code, answer


def _span(said: str | None, today: date) -> tuple[date, date]:
    """The month that is asked for, up to yesterday. Raises :class:`Refused` ``evaluation.month``."""
    latest = span_told(today)
    if said is None:
        return latest
    try:
        first = date.fromisoformat(f"{said}-01")
    except ValueError:
        raise Refused("evaluation.month", text=said[:40]) from None
    if first > latest[0]:
        raise Refused("evaluation.month_ahead", text=said[:40])
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    # Asked on the first day of the month after, the whole month is told.
    return span_told(min(following, today))


def _document(each: AnswersCounted) -> dict[str, Any]:
    counts = each.counts
    return {
        "code": each.question.code,
        "question": " ".join(each.question.text.split()),
        "answers": None
        if counts is None
        else {
            answer.code: many for answer, many in zip(each.question.answers, counts, strict=True)
        },
    }


def _lines(
    since: date, until: date, found: Satisfaction, counted: tuple[AnswersCounted, ...]
) -> Iterator[str]:
    yield f"{found.sheets} phiếu từ {day_words(since)} đến hết {day_words(until)}."
    if found.share is not None:
        yield f"Rất hài lòng và hài lòng: {_percent(found.share)} trên {found.answered} phiếu."
    for each in counted:
        yield " ".join(each.question.text.split())
        if each.counts is None:
            yield f"  chưa đủ {LEAST} phiếu"
            continue
        for answer, many in zip(each.question.answers, each.counts, strict=True):
            yield f"  {answer.text}: {many} ({_percent(100 * many / each.answered)})"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 1)


def _percent(share: float) -> str:
    return f"{share:.1f}%".replace(".", ",")
