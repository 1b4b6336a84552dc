"""The words of the simulation and of what it judges."""

import argparse
import re

from kiosk.cli.parser_parts import Commands, add_command

PROFILES = ("ward", "centre", "rush")
MOST_DAYS, MOST_COUNTERS = 250, 40


def add_simulation(commands: Commands) -> None:
    """Add the command."""
    made = add_command(
        commands,
        "simulate",
        "simulation:run",
        "sống thử nhiều ngày của một văn phòng, kiểm tra mọi quy tắc; kho dữ liệu riêng, xong thì xóa",
    )
    made.add_argument("--profile", choices=PROFILES, default="ward", help="văn phòng nào")
    made.add_argument("--days", type=_days, default=5, metavar="N", help="số ngày làm việc")
    made.add_argument("--seed", type=int, default=1, metavar="S", help="cùng số thì cùng kết quả")
    made.add_argument(
        "--faults", action="store_true", help="cả máy chết, kho bận, hỏng máy in, sai đồng hồ"
    )
    made.add_argument(
        "--counters", type=_range, metavar="4..12", help="so sánh từng số quầy vào lúc đông nhất"
    )


def _days(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"“{text}” phải là số ngày từ 1 đến {MOST_DAYS}")
    return int(text)


def _range(text: str) -> range:
    match = re.fullmatch(r"([0-9]{1,2})(?:\.\.([0-9]{1,2}))?", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{text}” không phải 4..12 hay 8")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last <= MOST_COUNTERS:
        raise argparse.ArgumentTypeError(f"“{text}” phải từ 1 đến {MOST_COUNTERS}, nhỏ trước")
    return range(first, last + 1)
