"""``kiosk process …``: the internal process of a procedure"""

import argparse
from collections.abc import Iterable

from kiosk.catalogue.limits import limit_in_words, parse_limit
from kiosk.catalogue.reading import procedure
from kiosk.cli.at_work import at_work
from kiosk.cli.output import day_words, say
from kiosk.cli.said import day_said
from kiosk.dossiers.process import (
    ProcessSet,
    ProcessStep,
    SetProcess,
    process_on,
    processes_of,
    set_process,
)
from kiosk.refusal import Refused


def set_(args: argparse.Namespace) -> None:
    """``process set PROCEDURE --step "NAME | WHO | LIMIT" … [--from DAY]``; no steps: none"""
    steps = tuple(_step(said, place) for place, said in enumerate(args.step, start=1))
    first_day = day_said(args.first) if args.first else None
    with at_work(args) as work:
        fact = work.do(set_process, SetProcess(args.procedure, steps, first_day))
    _say_set(args, fact)


def show(args: argparse.Namespace) -> None:
    """``process show PROCEDURE [--on DAY]``"""
    with at_work(args) as work, work.store.read() as unit:
        on = day_said(args.on) if args.on else unit.day
        found = procedure(unit, args.procedure)
        steps = process_on(unit, found.code, on)
    document = {"procedure": found.code, "on": on.isoformat(), "steps": _documents(steps)}
    say(args, document, f"{found.code} {found.name}, ngày {day_words(on)}:", *_lines(steps))


def copy(args: argparse.Namespace) -> None:
    """``process copy FROM TO [--from DAY]``: the steps of today, for another procedure"""
    first_day = day_said(args.first) if args.first else None
    with at_work(args) as work:
        with work.store.read() as unit:
            given = procedure(unit, args.given)
            steps = process_on(unit, given.code, unit.day)
        if not steps:
            raise Refused("process.none", procedure=given.code)
        fact = work.do(set_process, SetProcess(args.procedure, steps, first_day))
    _say_set(args, fact)


def listed(args: argparse.Namespace) -> None:
    """``process list PROCEDURE``: all that was set, the latest day first"""
    with at_work(args) as work, work.store.read() as unit:
        found = procedure(unit, args.procedure)
        all_set = processes_of(unit, found.code)
    document = {
        "procedure": found.code,
        "processes": [
            {"first_day": one.first_day.isoformat(), "steps": _documents(one.steps)}
            for one in all_set
        ],
    }
    lines = [
        line
        for one in all_set
        for line in (f"Từ ngày {day_words(one.first_day)}:", *_lines(one.steps))
    ]
    say(args, document, f"{found.code} {found.name}", *(lines or _lines(())))


def _say_set(args: argparse.Namespace, fact: ProcessSet) -> None:
    told = [f"Quy trình của {fact.procedure}, từ ngày {day_words(fact.first_day)}:"]
    if fact.longer_than_limit:
        told.append("Chú ý: tổng thời gian các bước dài hơn thời hạn của thủ tục.")
    document = {
        "procedure": fact.procedure,
        "first_day": fact.first_day.isoformat(),
        "steps": _documents(fact.steps),
        "longer_than_limit": fact.longer_than_limit,
    }
    say(args, document, *told, *_lines(fact.steps))


def _step(said: str, place: int) -> ProcessStep:
    """Raises :class:`Refused` ``process.step_unreadable`` (``place``, ``said``)."""
    parts = [part.strip() for part in said.split("|")]
    if len(parts) != 3:
        raise Refused("process.step_unreadable", place=place, said=said[:80])
    return ProcessStep(*parts)


def _documents(steps: Iterable[ProcessStep]) -> list[dict[str, str]]:
    return [
        {"name": step.name, "responsible": step.responsible, "limit": step.limit} for step in steps
    ]


def _lines(steps: tuple[ProcessStep, ...]) -> list[str]:
    if not steps:
        return ["  không có quy trình nội bộ"]
    return [
        f"  {place}. {step.name}  {step.responsible}  {limit_in_words(parse_limit(step.limit))}"
        for place, step in enumerate(steps, start=1)
    ]
