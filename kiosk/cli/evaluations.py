"""``kiosk evaluation …``: how citizens say they were served"""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, say
from kiosk.ratings.asked import AskThis, ask_this, asked_now
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import LEAST, AnswersCounted, Opinions, opinions, span_told
from kiosk.ratings.questionnaire import Questionnaire, read_questionnaire
from kiosk.refusal import Refused


def ask(args: argparse.Namespace) -> None:
    """``evaluation ask FILE``: the office's own questionnaire, for every kiosk"""
    new = read_questionnaire(Path(args.file))
    with at_work(args) as work:
        fact = work.do(ask_this, AskThis(new))
    say(
        args,
        {"before": fact.before, "now": fact.now},
        f"Từ nay hỏi theo phiếu {fact.now}, {len(new.questions)} câu; trước đó là {fact.before}.",
        "Các ki-ốt dùng phiếu mới từ người tiếp theo.",
    )


def give(args: argparse.Namespace) -> None:
    """``evaluation give QUESTION=ANSWER…``: by the codes of the questionnaire"""
    with at_work(args) as work:
        with work.store.read() as unit:
            asked = asked_now(unit)
        answers = tuple(_answer(asked, said) for said in args.answers)
        fact = work.do(give_evaluation, GiveEvaluation(asked.code, answers))
    say(args, {"questionnaire": fact.questionnaire}, f"Đã ghi phiếu, {len(answers)} câu trả lời.")


def show(args: argparse.Namespace) -> None:
    """``evaluation show [--month YEAR-MONTH]``: answers count from the day after they were given"""
    with at_work(args) as work, work.store.read() as unit:
        told = opinions(unit, *_span(args.month, unit.day))
    document = {
        "first_day": told.since.isoformat(),
        "last_day": told.until.isoformat(),
        "questionnaire": told.asked.code,
        "satisfied_percent": None if told.share is None else round(told.share, 1),
        "questions": [_document(each) for each in told.questions],
    }
    say(args, document, *_lines(told))


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
    pairs = zip(each.question.answers, each.counts, strict=True)
    return {
        "code": each.question.code,
        "question": each.question.line,
        "answers": {answer.code: many for answer, many in pairs} if each.answered else None,
    }


def _lines(told: Opinions) -> Iterator[str]:
    yield f"Từ {day_words(told.since)} đến hết {day_words(told.until)}, phiếu {told.asked.code}."
    if told.share is not None:
        counted = told.satisfaction
        said = f"{_percent(told.share)} trên {counted.answered} phiếu."
        yield f"{told.asked.content_words}: {said}"
    for each in told.questions:
        yield each.question.line
        if not each.answered:
            yield f"  chưa đủ {LEAST} phiếu"
            continue
        for answer, many in zip(each.question.answers, each.counts, strict=True):
            yield f"  {answer.text}: {many} ({_percent(100 * many / each.answered)})"


def _percent(share: float) -> str:
    return f"{share:.1f}%".replace(".", ",")
