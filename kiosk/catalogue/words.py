"""Text as the search sees it: folded words, the heart of a name, and its rank among the found."""

import re
import zlib

from kiosk.catalogue.procedure import Level
from kiosk.text import fold

LONGEST_QUERY = 200
MOST_WORDS = 16

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"[0-9]\.[0-9]{6}")
_FINAL_Y = re.compile(r"(?:(?<=[b-df-hj-np-tv-xz])|(?<=qu))y(?![^\W_])")

OPENING = "thu tuc "
"""What opens every fourth name and tells nothing."""


def words(text: str) -> list[str]:
    """The words of a text without accents, case and punctuation; ``ky`` as ``ki``.

    After a consonant a final y and i sound the same, and people write either.
    """
    return _WORD.findall(_FINAL_Y.sub("i", fold(text)))


def ends_finished(text: str) -> bool:
    """Whether the last word typed cannot go on: a final y does not (``ky`` is not ``kinh``)."""
    typed = _WORD.findall(fold(text))
    return bool(typed) and _FINAL_Y.search(typed[-1]) is not None


def heart(name: str) -> str:
    """A name's words in one line without the ``Thủ tục`` that opens every fourth one."""
    return " ".join(words(name)).removeprefix(OPENING)


_LONGEST = (1 << 12) - 1
_LEVELS = {Level.WARD: 0, Level.PROVINCE: 1, Level.UNKNOWN: 2, Level.MINISTRY: 3}
_ODD_CODES = 255


def rank_key(code: str, folded_name: str, level: Level, *, offered: bool, turn: int = 0) -> int:
    """The rank of a procedure among equally good matches, as one number: the smaller the better.

    What the office offers first, then a shorter name, then wards' procedures, then the code.
    National codes (``1.001193``) never share a number; for an odd code that meets a taken number
    the caller takes the next ``turn`` (up to 254).
    """
    digits = "".join(letter for letter in code if letter in "0123456789")[:7]
    regular = _CODE.fullmatch(code) is not None
    odd = 0 if regular else 1 + (zlib.crc32(code.encode()) + turn) % _ODD_CODES
    key = int(not offered) << 12 | min(len(folded_name), _LONGEST)
    key = key << 2 | _LEVELS[level]
    key = key << 24 | int(digits or "0")
    return key << 8 | odd


def has_regular_code(code: str) -> bool:
    """Whether a code is of the national pattern, so that its rank is its own."""
    return _CODE.fullmatch(code) is not None
