"""``kiosk simulate``: days of an invented office, and what they teach."""

import argparse
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from kiosk.cli.accuracy import accuracy_document, accuracy_lines
from kiosk.cli.output import say
from kiosk.simulation.figures import ORDINARY, PRIORITY, Figures
from kiosk.simulation.planning import options, plot
from kiosk.simulation.profile import read_profile
from kiosk.simulation.run import Wish, simulate

_CLASSES = {ORDINARY: "thường", PRIORITY: "ưu tiên"}
_FAULTS = {
    "kill": "máy chết",
    "busy": "kho bận",
    "printer": "hỏng máy in",
    "clock_back": "đồng hồ lùi",
    "clock_midnight": "đồng hồ qua nửa đêm",
    "clock_tomorrow": "đồng hồ nhanh một ngày",
}


def run(args: argparse.Namespace) -> None:
    """``simulate``"""
    wish = Wish(read_profile(args.profile), args.days, args.seed, args.faults)
    asked = {"profile": args.profile, "days": args.days, "seed": args.seed, "faults": args.faults}
    if args.counters is not None:
        _compare(args, wish, asked)
        return
    figures = simulate(wish, _progress(args.days, "ngày"))
    document = {**asked, **_document(figures)}
    say(args, document, *_lines(args, figures))


def _compare(args: argparse.Namespace, wish: Wish, asked: dict[str, Any]) -> None:
    found = options(wish, args.counters, _progress(args.counters[-1], "quầy"))
    say(
        args,
        {**asked, "counters": [msgspec.to_builtins(_asdict(one)) for one in found]},
        f"{args.profile}, {args.days} ngày, hạt giống {args.seed}: thời gian chờ (phút) của nửa giờ đông nhất",
        "quầy  lúc     một nửa  chín phần mười  rảnh  còn lại cuối ngày",
        *(
            f"{one.counters:4d}  {one.worst or '-':5}  {one.p50:8.0f}  {one.p90:14.0f}"
            f"  {one.idle:4.0%}  {one.left_over:d}"
            for one in found
        ),
        "",
        "Một nửa số người (█) và chín phần mười (░) chờ không quá, phút:",
        *plot(found),
    )


def _asdict(one: Any) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(one)
    return {key: _rounded(value) for key, value in built.items()}


def _document(figures: Figures) -> dict[str, Any]:
    told: dict[str, Any] = {
        key: value
        for key, value in msgspec.to_builtins(figures).items()
        if key not in ("accuracy", "days")
    }
    told["accuracy"] = None if figures.accuracy is None else accuracy_document(figures.accuracy)
    told["worst_half_hour"] = figures.worst
    rounded: dict[str, Any] = _rounded(told)
    return rounded


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return value


def _lines(args: argparse.Namespace, figures: Figures) -> Iterable[str]:
    yield (
        f"{args.profile}, {figures.days} ngày, {figures.counters} quầy, hạt giống {args.seed}: "
        f"{figures.taken} số, {figures.served} đã phục vụ, {figures.no_shows} vắng mặt, "
        f"{figures.expired} còn lại cuối ngày, {figures.refused} không lấy được số"
    )
    for kind, waits in figures.waits.items():
        yield (
            f"Chờ, {_CLASSES[kind]}: một nửa không quá {waits.p50:.0f} phút, chín phần mười không quá "
            f"{waits.p90:.0f}, lâu nhất {waits.longest:.0f} ({waits.people} người)"
        )
    if figures.worst:
        worst = figures.half_hours[figures.worst]
        yield f"Đông nhất lúc {figures.worst}: {worst.p50:.0f} phút và {worst.p90:.0f} phút"
    yield f"Cán bộ rảnh {figures.idle:.0%} thời gian ngồi quầy"
    yield from accuracy_lines(figures.accuracy)
    if figures.faults:
        told = ", ".join(
            f"{_FAULTS[kind]} {figures.faults[kind]}" for kind in sorted(figures.faults)
        )
        yield f"Sự cố đã gây ra: {told}"
    yield f"{figures.acts} việc đã làm, sau mỗi việc mọi quy tắc đều đúng"


def _progress(whole: int, what: str) -> Any:
    """Tells a person at a terminal how far it is; nobody else."""
    if not (sys.stderr and sys.stderr.isatty()):
        return None

    def told(done: int) -> None:
        sys.stderr.write(f"\r{what} {done}/{whole} ")
        sys.stderr.flush()

    return told
