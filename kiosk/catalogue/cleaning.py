"""Cleaning what the portal writes: any JSON value in, plain Vietnamese text or numbers out."""

import html
import re
import unicodedata
from collections.abc import Iterator

from kiosk.text import nfc

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|u|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|a|font|sup|sub)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKING_TAG = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")
_BULLET = re.compile(r"^(?:[-–—+*•·o]\s+|[-–—+*•·]+\s*|\(?\d+(?:\.\d+)*[.)]\s+|[a-zđ]\)\s+)+")


def text_of(value: object) -> str:
    """One line of NFC text without markup, invisible letters and line breaks; "" for nothing."""
    return " ".join(_plain(value).split())


def lines_of(value: object) -> str:
    """The same with its line breaks: each line trimmed, no empty ones."""
    lines = (" ".join(line.split()) for line in _plain(value).splitlines())
    return "\n".join(line for line in lines if line)


def name_of_paper(value: object) -> str:
    """A paper's or a group's name without the list's bullet before and the mark after it."""
    return _BULLET.sub("", text_of(value)).rstrip(" ;:").strip()


def whole_number(value: object) -> int | None:
    """A number of the record: 5, 5.0, "05"; None for anything else, and for what no int64 holds."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        stripped = value.strip()
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", stripped):
            return None
        return int(stripped)
    if isinstance(value, float):
        if not value.is_integer() or abs(value) >= 10**18:
            return None
        return int(value)
    if isinstance(value, int) and abs(value) < 10**18:
        return value
    return None


def members(value: object, name: str) -> object:
    """``value[name]`` of a JSON object; None for anything that is not one or lacks it."""
    return value.get(name) if isinstance(value, dict) else None


def listed(value: object) -> list[object]:
    """The elements of a JSON list; a lone object counts as a list of one, anything else as none."""
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def names_of(value: object) -> tuple[str, ...]:
    """The distinct names in a list of texts or of objects with a ``name``, in order."""
    found: dict[str, None] = {}
    for one in value if isinstance(value, list) else [value]:
        name = text_of(members(one, "name") if isinstance(one, dict) else one)
        if name:
            found.setdefault(name)
    return tuple(found)


def first_text(*values: object) -> str:
    """The first of the values that says something, as one line."""
    return next((text for text in map(text_of, values) if text), "")


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say (``Không``, ``Không có thông tin``)."""
    return text.strip(" .-").casefold() in _NOTHING


_NOTHING = {
    "",
    "không",
    "không có",
    "không quy định",
    "không có thông tin",
    "không có yêu cầu, điều kiện",
    "không có yêu cầu điều kiện",
    "null",
    "none",
}


def _plain(value: object) -> str:
    if isinstance(value, str):
        text = value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            text = str(value)
        except ValueError:
            return ""
    else:
        return ""
    if "<" in text:
        text = _TAG.sub(" ", _BREAKING_TAG.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    text = nfc(text)
    if text.isprintable() or text.translate(_WHITE).isprintable():
        return text
    return "".join(_seen(text))


_WHITE = str.maketrans(dict.fromkeys("\n\r\t\u00a0", " "))


def _seen(text: str) -> Iterator[str]:
    for letter in text:
        category = unicodedata.category(letter)
        if letter in "\n\r\t" or category not in _UNSEEN:
            yield letter
        elif category in _BREAKS:
            yield "\n"


_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_UNSEEN = _BREAKS | {"Cf", "Cs", "Co", "Cn"}
