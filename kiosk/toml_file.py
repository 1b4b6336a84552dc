"""Reading a TOML file that a person wrote, and telling that person what is wrong with it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import Meta

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
    """Values are missing or absurd; each of ``args`` says where and why, in Vietnamese."""

    def __str__(self) -> str:
        return "; ".join(self.args)


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
    """The values as a frozen ``kind``.

    A ``Meta`` of a field tells how it is spoken of: its ``title``, in ``description`` how it is
    written, and for a list ``extra={"by": …}``, the part by which one item is known.

    Raises :class:`WrongTomlError` with everything that is wrong.
    """
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        what, where = _told(error)
        whole = f"{where}: {what}" if where else what
        raise WrongTomlError(*(_wrong(found, kind) or [whole])) from error


def wrong_said(error: msgspec.ValidationError) -> str:
    """What does not fit, and where, in Vietnamese."""
    what, where = _told(error)
    return f"{where.lstrip('.')}: {what}" if where else what


def _wrong(found: Any, kind: Any, place: str = "") -> list[str]:
    """What keeps ``found`` from being a ``kind``; ``place`` is said before each part of it."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    owner = f"{place.rstrip('.: ')}: " if place else ""
    wrong = []
    if kind.__struct_config__.forbid_unknown_fields:
        wrong += [f"{owner}{_unknown(name, list(fields))}" for name in found if name not in fields]
    for name, field in fields.items():
        title, _ = _spoken_of(field.type)
        if name in found:
            wrong += _wrong_part(found[name], field.type, place, name)
        elif field.required:
            wrong.append(
                f"{owner}chưa có {title} ({name})" if title else f"{owner}thiếu mục {name}"
            )
    return wrong


def _wrong_part(found: Any, kind: Any, place: str, name: str) -> list[str]:
    title, notes = _spoken_of(kind)
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if isinstance(found, dict) and _is_struct(plain):
        return _wrong(found, plain, f"{title}: " if title else f"{place}{name}.")
    items = get_args(plain)
    if isinstance(found, list) and get_origin(plain) is tuple and _is_struct(items[0]):
        wrong = []
        for nth, item in enumerate(found):
            if isinstance(item, dict):
                wrong += _wrong(item, items[0], _item(item, nth, kind) or f"{place}{name}[{nth}].")
            else:
                wrong.append(f"{place}{name}[{nth}]: phải là nhóm mục")
        return wrong
    try:
        msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        what, where = _told(error)
        if title and found == "":
            return [f"{place}chưa có {title} ({name}){notes}"]
        part = f"{title} ({name})" if title else name
        return [f"{place}{part}{where}: {what}{notes}"]
    return []


def _item(item: dict[str, Any], nth: int, kind: Any) -> str:
    """One item of a list that has a title: by what it is known, or by its place."""
    title, _ = _spoken_of(kind)
    by = next((note.extra["by"] for note in _notes(kind) if note.extra), "")
    if not title:
        return ""
    known = item.get(by)
    if isinstance(known, str | int) and known != "":
        return f"{title} {known}: "
    return f"{title} (mục thứ {nth + 1}): "


def _spoken_of(kind: Any) -> tuple[str, str]:
    title = next((note.title for note in _notes(kind) if note.title), "")
    written = next((note.description for note in _notes(kind) if note.description), "")
    return title, f"; {written}" if written else ""


def _notes(kind: Any) -> Iterator[Meta]:
    if get_origin(kind) is Annotated:
        yield from (note for note in get_args(kind)[1:] if isinstance(note, Meta))


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    meant = get_close_matches(name, known, 1)
    return f"không có mục {name}" + (f" (ý là {meant[0]}?)" if meant else "")


def _told(error: msgspec.ValidationError) -> tuple[str, str]:
    """What msgspec says of a value, for the person who wrote it, and where in it."""
    what, _, where = str(error).partition(" - at ")
    place = where.strip("`").removeprefix("$").removeprefix(".")
    for pattern, words in _WRONG:
        if match := re.fullmatch(pattern, what):
            return words(match), place
    return what, place


def _kind(name: str) -> str:
    return " hoặc ".join(_KINDS.get(part, part) for part in name.split(" | ") if part != "null")
