"""Everyday words as the page shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.catalogue.everyday import EverydayWord


@dataclass(frozen=True, slots=True)
class WordRow:
    """A saying, the codes it stands for, the words of names it means; ``target`` says all that."""

    said: str
    codes: tuple[str, ...]
    means: tuple[str, ...]
    target: str = ""


def derive_words(listed: "Iterable[EverydayWord]", names: Mapping[str, str]) -> tuple[WordRow, ...]:
    """The lines of the list; ``names`` are those of the known procedures, by code."""
    return tuple(WordRow(one.said, one.codes, one.means, _target(one, names)) for one in listed)


def _target(one: "EverydayWord", names: Mapping[str, str]) -> str:
    codes = (f"{code} {names.get(code, _UNKNOWN)}" for code in one.codes)
    return "; ".join((*codes, *(f"tên có chữ “{each}”" for each in one.means)))


_UNKNOWN = "(chưa có trong danh mục)"


def parts_of(typed: str) -> tuple[str, ...]:
    """``1.004873, 1.001193`` as typed: what stands between commas."""
    return tuple(part for part in (" ".join(each.split()) for each in typed.split(",")) if part)
