"""``kiosk register``"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.cli.whole_file import whole_file
from kiosk.dossiers.letters import RegisterHead, RegisterLine
from kiosk.dossiers.register import RegisterWish, register_heads, register_lines
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit

PDF, SPREADSHEET = ".pdf", ".xlsx"
_TOLD_EVERY = 200


def write(args: argparse.Namespace) -> None:
    """``register --year Y [--field PREFIX] --out FILE``: as PDF or spreadsheet, by its ending"""
    target = Path(args.out)
    if target.suffix.lower() not in (PDF, SPREADSHEET):
        raise Refused("register.unknown_ending", file=args.out, known=[PDF, SPREADSHEET])
    wish = RegisterWish(args.year, args.field)
    with whole_file(target) as part, at_work(args) as work, work.store.read() as unit:
        heads = register_heads(unit, wish)
        if target.suffix.lower() == PDF:
            _pdf(part, unit, wish, heads)
        else:
            _spreadsheet(part, unit, wish, heads)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    count, volumes = heads[0].year_count, len(heads)
    say(
        args,
        {"file": str(target), "year": args.year, "volumes": volumes, "dossiers": count},
        f"Đã ghi {target}: {count} hồ sơ, {volumes} quyển.",
    )


def _pdf(part: Path, unit: ReadUnit, wish: RegisterWish, heads: tuple[RegisterHead, ...]) -> None:
    from kiosk.printing.books import register_pdf

    told = _Progress(heads[0].year_count)
    with part.open("wb") as out, ExitStack() as reading:

        def lines(head: RegisterHead) -> Iterator[RegisterLine]:
            return told.passing(reading.enter_context(closing(register_lines(unit, wish, head))))

        register_pdf(out, heads[0], ((head, lines(head)) for head in heads))


def _spreadsheet(
    part: Path, unit: ReadUnit, wish: RegisterWish, heads: tuple[RegisterHead, ...]
) -> None:
    from kiosk.printing.ledger_sheets import register_sheet

    told = _Progress(heads[0].year_count)
    with closing(register_lines(unit, wish)) as lines:
        register_sheet(part, heads[-1], told.passing(lines))


class _Progress:
    """Tells on stderr how many dossiers have passed, where a person reads it."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._passed = 0

    def passing(self, lines: Iterable[RegisterLine]) -> Iterator[RegisterLine]:
        """The same lines, counted as they go by."""
        for line in lines:
            yield line
            self._passed += 1
            if self._passed % _TOLD_EVERY == 0 and sys.stderr.isatty():
                told = f"\rĐã ghi {self._passed}/{self._of} hồ sơ…"
                print(told, end="", file=sys.stderr, flush=True)
