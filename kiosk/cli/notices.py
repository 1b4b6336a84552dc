"""``kiosk notice …``: what the waiting hall is told"""

import argparse
from datetime import date
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, say
from kiosk.office.notices import (
    AddNotice,
    ChangeNotice,
    Notice,
    OrderNotices,
    PutBackNotice,
    WithdrawNotice,
    add_notice,
    change_notice,
    find_notice,
    notices,
    order_notices,
    put_back_notice,
    withdraw_notice,
)
from kiosk.refusal import Refused

ALWAYS = "always"


def add(args: argparse.Namespace) -> None:
    """``notice add TEXT [--from DAY] [--to DAY]``"""
    first, last = _day(args.first, None), _day(args.last, None)
    with at_work(args) as work:
        done = work.do(add_notice, AddNotice(args.text, first, last))
        today = _today(work)
    say(args, {"notice": _document(done, today)}, f"Đã thêm thông báo {_line(done, today)}")


def listed(args: argparse.Namespace) -> None:
    """``notice list [--all]``: without ``--all`` neither what is over nor what was taken away"""
    with at_work(args) as work, work.store.read() as unit:
        today = unit.day
        found = [
            one for one in notices(unit) if args.all or (one.active and not one.over_on(today))
        ]
    say(
        args,
        {"notices": [_document(one, today) for one in found]},
        *([_line(one, today) for one in found] or ["Chưa có thông báo nào."]),
    )


def change(args: argparse.Namespace) -> None:
    """``notice change NOTICE``: what is not named stays"""
    with at_work(args) as work:
        with work.store.read() as unit:
            known, today = find_notice(unit, args.notice), unit.day
        wish = ChangeNotice(
            known.id,
            known.text if args.text is None else args.text,
            _day(args.first, known.first_day),
            _day(args.last, known.last_day),
        )
        done = work.do(change_notice, wish)
    say(
        args,
        {"before": _document(done.before, today), "notice": _document(done.after, today)},
        f"Đã sửa thông báo {_line(done.after, today)}",
        f"  trước đó: {_line(done.before, today)}",
    )


def order(args: argparse.Namespace) -> None:
    """``notice order NOTICE…``"""
    with at_work(args) as work:
        done = work.do(order_notices, OrderNotices(tuple(args.notices)))
        with work.store.read() as unit:
            found, today = notices(unit), unit.day
    say(
        args,
        {"before": done.before, "after": done.after},
        "Đã xếp lại thông báo:",
        *(_line(one, today) for one in found if one.active),
    )


def withdraw(args: argparse.Namespace) -> None:
    """``notice withdraw NOTICE``"""
    with at_work(args) as work:
        done = work.do(withdraw_notice, WithdrawNotice(args.notice))
        today = _today(work)
    say(
        args,
        {"notice": _document(done, today)},
        f"Đã gỡ thông báo {_line(done, today)}",
        f"  dùng lại: kiosk notice put-back {done.number}",
    )


def put_back(args: argparse.Namespace) -> None:
    """``notice put-back NOTICE``"""
    with at_work(args) as work:
        done = work.do(put_back_notice, PutBackNotice(args.notice))
        today = _today(work)
    say(args, {"notice": _document(done, today)}, f"Đã dùng lại thông báo {_line(done, today)}")


def _today(work: Any) -> date:
    with work.store.read() as unit:
        day: date = unit.day
        return day


def _day(said: str | None, unsaid: date | None) -> date | None:
    if said is None:
        return unsaid
    if said == ALWAYS:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused("notice.day_malformed", text=said[:80]) from None


def _document(one: Notice, today: date) -> dict[str, Any]:
    return {
        "id": one.id,
        "number": one.number,
        "text": one.text,
        "first_day": one.first_day.isoformat() if one.first_day else None,
        "last_day": one.last_day.isoformat() if one.last_day else None,
        "active": one.active,
        "shown_today": one.shown_on(today),
    }


def _line(one: Notice, today: date) -> str:
    return f"{one.number}  {one.text}  ({_state(one, today)})"


def _state(one: Notice, today: date) -> str:
    if not one.active:
        return "đã gỡ"
    if one.over_on(today):
        return f"đã hết ngày {day_words(one.last_day or today)}"
    if not one.shown_on(today):
        return f"từ {day_words(one.first_day or today)}"
    return f"đang hiện, đến hết {day_words(one.last_day)}" if one.last_day else "đang hiện"
