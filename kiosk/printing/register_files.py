"""The register of a year as a file: for printing, or as a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.dossiers.letters import RegisterHead, RegisterLine
from kiosk.dossiers.register import RegisterWish, register_heads, register_lines
from kiosk.refusal import Refused
from kiosk.storage.units import ReadUnit

PDF, SPREADSHEET = ".pdf", ".xlsx"

Passing = Callable[[Iterable[RegisterLine], int], Iterator[RegisterLine]]
"""Hands lines on as they are written, and hears how many the year has: to tell how far it has come,
or to raise where somebody wants it stopped."""


@dataclass(frozen=True, slots=True)
class RegisterWritten:
    """How many dossiers in how many volumes."""

    dossiers: int
    volumes: int


def write_register(
    part: Path, unit: ReadUnit, wish: RegisterWish, passing: Passing
) -> RegisterWritten:
    """Write the register into the file, as its ending says; a few hundred lines at a time stand in
    memory.

    Raises :class:`Refused`: ``register.unknown_ending`` (``file``, ``known``), what
    :func:`kiosk.dossiers.register.register_heads` refuses, and what the layout refuses.
    """
    ending = part.suffix.lower()
    if ending not in (PDF, SPREADSHEET):
        raise Refused("register.unknown_ending", file=part.name, known=[PDF, SPREADSHEET])
    heads = register_heads(unit, wish)
    count = heads[0].year_count
    if ending == PDF:
        _pdf(part, unit, wish, heads, passing)
    else:
        from kiosk.printing.ledger_sheets import register_sheet

        with closing(register_lines(unit, wish)) as lines:
            register_sheet(part, heads[-1], passing(lines, count))
    return RegisterWritten(count, len(heads))


def _pdf(
    part: Path,
    unit: ReadUnit,
    wish: RegisterWish,
    heads: tuple[RegisterHead, ...],
    passing: Passing,
) -> None:
    from kiosk.printing.books import register_pdf

    with part.open("wb") as out, ExitStack() as reading:

        def lines(head: RegisterHead) -> Iterator[RegisterLine]:
            found = reading.enter_context(closing(register_lines(unit, wish, head)))
            return passing(found, heads[0].year_count)

        register_pdf(out, heads[0], ((head, lines(head)) for head in heads))
