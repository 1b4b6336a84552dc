"""``kiosk ticket …``"""

import argparse
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.queue import calling
from kiosk.queue.calling import AtCounter, TicketMoved
from kiosk.queue.coming_back import ComeBack, come_back
from kiosk.queue.leaving_counter import put_back_here, release_kept
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.passing import PassOn, hold, pass_on
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.storage.commands import UseCase

STATE_WORDS = {
    TicketState.WAITING: "đang chờ",
    TicketState.CALLED: "đang gọi",
    TicketState.SERVING: "đang phục vụ",
    TicketState.DONE: "đã xong",
    TicketState.NO_SHOW: "vắng mặt",
    TicketState.EXPIRED: "hết ngày",
}


def take(args: argparse.Namespace) -> None:
    """``ticket take``"""
    with at_work(args) as work:
        taken = work.do(take_number, TakeNumber(args.field, args.priority))
    say(
        args,
        {
            "ticket": {
                "id": taken.ticket_id,
                "label": taken.label,
                "field": taken.field,
                "number": taken.number,
                "state": TicketState.WAITING.value,
                "people_ahead": taken.people_ahead,
            },
            "print_job": taken.print_job,
        },
        f"{taken.label}  {taken.field}  trước: {taken.people_ahead} người  "
        f"{' hoặc '.join(taken.counters)}",
    )


def next(args: argparse.Namespace) -> None:  # noqa: A001 - the command's own word
    """``ticket next``"""
    with at_work(args) as work:
        called = work.do(calling.call_next, AtCounter(args.counter))
    document = {"ticket": called.ticket and _told(called.ticket), "reason": called.reason}
    label = called.ticket.label if called.ticket else "–"
    say(args, document, f"{label}  Quầy {args.counter}  {called.reason}")


def call(args: argparse.Namespace) -> None:
    """``ticket call``"""
    with at_work(args) as work:
        called = work.do(call_this, CallThis(args.counter, args.ticket, args.reason or ""))
    assert called.ticket is not None
    document = {"ticket": _told(called.ticket), "reason": called.reason}
    say(args, document, f"{called.ticket.label}  Quầy {args.counter}  {called.reason}")


def pass_(args: argparse.Namespace) -> None:
    """``ticket pass``"""
    with at_work(args) as work:
        passed = work.do(pass_on, PassOn(args.counter, args.to_field, args.to_counter))
    document = {"ticket": _told(passed.ticket), "to": passed.to}
    say(args, document, f"{passed.ticket.label}  chuyển đến {passed.to}, giữ nguyên số")


def hold_(args: argparse.Namespace) -> None:
    """``ticket hold``"""
    with at_work(args) as work:
        held = work.do(hold, AtCounter(args.counter)).ticket
    say(args, {"ticket": _told(held)}, f"{held.label}  Quầy {args.counter}  tạm giữ")


def recall(args: argparse.Namespace) -> None:
    """``ticket recall``"""
    _move(args, calling.recall)


def serve(args: argparse.Namespace) -> None:
    """``ticket serve``"""
    _move(args, calling.start_serving)


def finish(args: argparse.Namespace) -> None:
    """``ticket finish``"""
    _move(args, calling.finish)


def no_show(args: argparse.Namespace) -> None:
    """``ticket no-show``"""
    _move(args, calling.mark_no_show)


def back(args: argparse.Namespace) -> None:
    """``ticket back``"""
    with at_work(args) as work:
        again = work.do(come_back, ComeBack(args.ticket)).ticket
    say(args, {"ticket": _told(again)}, f"{again.label}  trở lại hàng, giữ nguyên chỗ")


def put_back(args: argparse.Namespace) -> None:
    """``ticket put-back``"""
    with at_work(args) as work:
        again = work.do(put_back_here, AtCounter(args.counter)).ticket
    say(args, {"ticket": _told(again)}, f"{again.label}  chờ lại trong hàng, giữ nguyên chỗ")


def release(args: argparse.Namespace) -> None:
    """``ticket release``"""
    with at_work(args) as work:
        labels = work.do(release_kept, AtCounter(args.counter)).labels
    say(args, {"released": list(labels)}, f"Quầy khác gọi được: {', '.join(labels)}")


def listed(args: argparse.Namespace) -> None:
    """``ticket list``"""
    with at_work(args) as work, work.store.read() as unit:
        found = tickets_of_day(unit)
    say(
        args,
        {
            "tickets": [
                {"id": t.id, "label": t.label, "state": t.state.value, "counter": t.counter}
                for t in found
            ]
        },
        *(
            f"{t.label}  {t.field}  {STATE_WORDS[t.state]}"
            + (f"  Quầy {t.counter}" if t.counter else "")
            for t in found
        ),
    )


def _move(args: argparse.Namespace, act: UseCase[AtCounter, TicketMoved]) -> None:
    with at_work(args) as work:
        moved = work.do(act, AtCounter(args.counter)).ticket
    say(
        args,
        {"ticket": _told(moved)},
        f"{moved.label}  Quầy {moved.counter}  {STATE_WORDS[moved.state]}",
    )


def _told(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "label": ticket.label,
        "field": ticket.field,
        "number": ticket.number,
        "state": ticket.state.value,
        "counter": ticket.counter,
        "priority": ticket.priority,
        "calls": ticket.calls,
    }
