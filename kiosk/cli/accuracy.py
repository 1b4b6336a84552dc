"""``kiosk queue accuracy``: how good the promised waits were."""

import argparse
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, say
from kiosk.clock import local, parse_moment
from kiosk.queue.accuracy import Accuracy, Rule, accuracy
from kiosk.refusal import Refused

_DAYS = 28


def show(args: argparse.Namespace) -> None:
    """``queue accuracy``"""
    with at_work(args) as work, work.store.read() as unit:
        until = _day(args.until) or unit.day - timedelta(days=1)
        since = _day(args.since) or until - timedelta(days=_DAYS - 1)
        if since > until:
            raise Refused("accuracy.days", since=since, until=until)
        found = accuracy(unit, since, until)
    say(
        args,
        {
            "since": since.isoformat(),
            "until": until.isoformat(),
            "accuracy": None if found is None else accuracy_document(found),
        },
        f"Từ {day_words(since)} đến {day_words(until)}:",
        *accuracy_lines(found),
    )


def accuracy_document(found: Accuracy) -> dict[str, Any]:
    """The accuracy for ``--json``; times in minutes."""

    def rule(one: Rule) -> dict[str, float]:
        return {"median_error": round(one.error, 2), "bias": round(one.bias, 2)}

    return {
        "promises": found.promises,
        "covered": round(found.covered, 4),
        "ours": rule(found.ours),
        "zms": rule(found.zms),
        "people_ahead": rule(found.ahead),
        "mean_visit": round(found.mean_visit, 2),
        "better_than_zms": round(found.better, 4),
    }


def accuracy_lines(found: Accuracy | None) -> Iterable[str]:
    """The accuracy for a person."""
    if found is None:
        yield "Chưa có số nào được báo trước thời gian chờ."
        return
    yield (
        f"Dự báo thời gian chờ: {found.promises} số, {found.covered:.0%} được gọi trong khoảng đã báo "
        "(khoảng giữa, mong đợi 60%)"
    )
    for name, rule in (
        ("của chương trình", found.ours),
        ("số người trước × trung bình / số quầy (ZMS)", found.zms),
        ("số người trước × trung bình", found.ahead),
    ):
        yield f"  {name}: sai {rule.error:.1f} phút (trung vị), lệch {rule.bias:+.1f} phút"
    yield f"  sai ít hơn cách của ZMS {found.better:.0%}"


def _day(text: str | None) -> date | None:
    return None if text is None else local(parse_moment(text)).date()
