"""``kiosk register``"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.dossiers.letters import RegisterLine
from kiosk.dossiers.register import RegisterWish
from kiosk.printing.register_files import PDF, SPREADSHEET, write_register
from kiosk.refusal import Refused
from kiosk.whole_file import whole_file

_TOLD_EVERY = 200


def write(args: argparse.Namespace) -> None:
    """``register --year Y [--field PREFIX] --out FILE``: as PDF or spreadsheet, by its ending"""
    target = Path(args.out)
    if target.suffix.lower() not in (PDF, SPREADSHEET):
        raise Refused("register.unknown_ending", file=args.out, known=[PDF, SPREADSHEET])
    wish = RegisterWish(args.year, args.field)
    with whole_file(target) as part, at_work(args) as work, work.store.read() as unit:
        fact = write_register(part, unit, wish, _Progress().passing)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    say(
        args,
        {
            "file": str(target),
            "year": args.year,
            "volumes": fact.volumes,
            "dossiers": fact.dossiers,
        },
        f"Đã ghi {target}: {fact.dossiers} hồ sơ, {fact.volumes} quyển.",
    )


class _Progress:
    """Tells on stderr how many dossiers have passed, where a person reads it."""

    def __init__(self) -> None:
        self._passed = 0

    def passing(self, lines: Iterable[RegisterLine], of: int) -> Iterator[RegisterLine]:
        """The same lines, counted as they go by."""
        for line in lines:
            yield line
            self._passed += 1
            if self._passed % _TOLD_EVERY == 0 and sys.stderr.isatty():
                told = f"\rĐã ghi {self._passed}/{of} hồ sơ…"
                print(told, end="", file=sys.stderr, flush=True)
