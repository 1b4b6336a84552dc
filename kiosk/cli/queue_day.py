"""``kiosk queue …``: the queue as a whole, and the end of its day."""

import argparse

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.queue.day_end import CloseDay, close_day
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office


def pause(args: argparse.Namespace) -> None:
    """``queue pause``"""
    with at_work(args) as work:
        paused = work.do(pause_office, PauseOffice(args.why))
    say(args, {"paused": True, "why": paused.why}, f"Văn phòng tạm dừng tiếp nhận: {paused.why}")


def resume(args: argparse.Namespace) -> None:
    """``queue resume``"""
    with at_work(args) as work:
        work.do(resume_office, ResumeOffice())
    say(args, {"paused": False}, "Văn phòng tiếp nhận trở lại.")


def close(args: argparse.Namespace) -> None:
    """``queue close-day``"""
    with at_work(args) as work:
        closed = work.do(close_day, CloseDay(args.early))
    say(
        args,
        {"waiting": closed.waiting, "at_counters": closed.at_counters},
        f"Đã kết thúc ngày: {closed.waiting} số chưa gọi, {closed.at_counters} số còn ở quầy; "
        "các số này không tính vào số liệu.",
    )
