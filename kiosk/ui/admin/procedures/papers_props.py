"""The list of papers while it is changed: pure."""

from dataclasses import replace
from typing import TypeVar

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.props import PaperLine
from kiosk.ui.parts.choice import Option

L = TypeVar("L")
KINDS = (
    Option("submit", "Nộp"),
    Option("present", "Xuất trình"),
    Option("note", "Ghi chú, không phải giấy tờ"),
)
NEED = (Option("yes", "Bắt buộc"), Option("no", "Khi cần"))
_MOST_COPIES = 99
_LONGEST = 2000


def count_typed(text: str) -> int:
    """A number of copies; an empty line is none.

    Raises :class:`Refused` ``paper.count``.
    """
    said = text.strip() or "0"
    if not (said.isascii() and said.isdigit() and len(said) <= _FIGURES):
        raise Refused("paper.count", most=_MOST_COPIES)
    return int(said)


def with_line(lines: tuple[PaperLine, ...], at: int, line: PaperLine) -> tuple[PaperLine, ...]:
    """The list with another paper at that place; at its end one more.

    Raises :class:`Refused` ``paper.name`` for an empty or overlong name.
    """
    if not line.name.strip() or len(line.name) > _LONGEST:
        raise Refused("paper.name", most=_LONGEST)
    return (*lines[:at], replace(line, name=" ".join(line.name.split())), *lines[at + 1 :])


def without_line(lines: tuple[PaperLine, ...], at: int) -> tuple[PaperLine, ...]:
    """The list without the paper at that place."""
    return lines[:at] + lines[at + 1 :]


def moved(lines: tuple[L, ...], at: int, by: int) -> tuple[L, ...]:
    """The list with that line some places further; as it is where there is no such place."""
    to = at + by
    if not (0 <= at < len(lines) and 0 <= to < len(lines)):
        return lines
    rest = [*lines[:at], *lines[at + 1 :]]
    return (*rest[:to], lines[at], *rest[to:])


_FIGURES = 2
