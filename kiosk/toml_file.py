"""Reading a TOML file that a person wrote, and telling that person what is wrong with it."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kiosk.system_words import why_not
from kiosk.text import nfc

T = TypeVar("T")

_KINDS = {
    "str": "chữ",
    "int": "số nguyên",
    "float": "số",
    "bool": "true hoặc false",
    "array": "danh sách",
    "object": "nhóm mục",
}
_WRONG: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"Object missing required field `(.+?)`", lambda m: f"thiếu mục {m[1]}"),
    (r"Object contains unknown field `(.+?)`", lambda m: f"không có mục {m[1]}"),
    (
        r"Expected `(.+?)`, got `(.+?)`",
        lambda m: f"phải là {_kind(m[1])}, không phải {_kind(m[2])}",
    ),
    (r"Expected `str` of length >= 1", lambda _: "không được để trống"),
    (r"Expected `str` of length <= (\d+)", lambda m: f"dài quá {m[1]} ký tự"),
    (r"Expected `float` >= ([\d.]+)", lambda m: f"phải từ {m[1]} trở lên"),
    (r"Expected `float` <= ([\d.]+)", lambda m: f"phải từ {m[1]} trở xuống"),
    (r"Expected `int` >= (\d+)", lambda m: f"phải từ {m[1]} trở lên"),
    (r"Expected `int` <= (\d+)", lambda m: f"phải từ {m[1]} trở xuống"),
    (r"Expected `str` matching regex .*", lambda _: "chưa đúng mẫu"),
    (r"Invalid enum value (.+)", lambda m: f"không dùng được giá trị {m[1]}"),
)


class UnreadableTomlError(Exception):
    """The file is not there, cannot be opened, or is not TOML; the text says which."""


class UnopenedTomlError(UnreadableTomlError):
    """The file, or a folder on the way to it, cannot be opened; nothing is wrong inside."""


class WrongTomlError(Exception):
    """A value is missing or absurd; the text says where and why, in Vietnamese."""


def read_toml(file: Path) -> dict[str, Any]:
    """What a TOML file holds, all text in NFC.

    Raises :class:`FileNotFoundError` and :class:`UnreadableTomlError`.
    """
    try:
        return tomllib.loads(nfc(file.read_text("utf-8-sig")))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnopenedTomlError(why_not(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableTomlError("không phải chữ UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"dòng {place[1]}, cột {place[2]}" if place else "cuối tệp"
        raise UnreadableTomlError(f"viết chưa đúng ở {where}") from error


def shaped(found: dict[str, Any], kind: type[T]) -> T:
    """The values as a frozen ``kind``. Raises :class:`WrongTomlError`."""
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        raise WrongTomlError(in_vietnamese(str(error))) from error


def in_vietnamese(told: str) -> str:
    """What msgspec says of a value, for the person who wrote it."""
    what, _, where = told.partition(" - at ")
    place = where.strip("`").removeprefix("$").removeprefix(".")
    for pattern, words in _WRONG:
        if match := re.fullmatch(pattern, what):
            return f"{place}: {words(match)}" if place else words(match)
    return told


def _kind(name: str) -> str:
    return " hoặc ".join(_KINDS.get(part, part) for part in name.split(" | ") if part != "null")
