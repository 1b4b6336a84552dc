"""What somebody typed, taken apart: codes in it, words that only wish, runs that may be sayings."""

import re

from kiosk.text import fold

LONGEST_RUN = 8
"""Words of the longest everyday word looked for inside what was typed."""

MOST_KEPT = 6
"""Words of which some are left out where all of them find nothing."""

_NAMED = re.compile(r"(?:(?:tthc|ma|so|thu tuc)[\s:.-]+)*")
_CODE = re.compile(r"[0-9][0-9.A-Za-z-]*")
_SPACED = re.compile(r"[0-9][0-9.,\s-]*")
_SHORTEST_UNDOTTED = 4
_DIGITS = 7

_WISHING = frozenset(
    ["lam", "xin", "toi", "muon", "can", "cho", "di", "nop", "lay", "hoi", "thu", "tuc"]
)
_FILLING = _WISHING | {"cap", "doi", "lai", "giay", "to", "moi", "bao", "ve", "viec", "ho", "so"}


def codes_typed(typed: str) -> tuple[str, ...]:
    """The codes that may be meant, the surest first; none when words were typed.

    ``TTHC 1.004222``, ``1.004 222`` and ``1004222`` all mean ``1.004222``.
    """
    named = _NAMED.match(fold(typed))
    typed = typed[named.end() :] if named and len(fold(typed)) == len(typed) else typed
    codes = [typed] if _CODE.fullmatch(typed) else []
    if _SPACED.fullmatch(typed):
        digits = "".join(letter for letter in typed if letter in "0123456789")
        if len(digits) < len(typed) and "." not in typed:
            codes.append(digits)
        if _SHORTEST_UNDOTTED <= len(digits) <= _DIGITS:
            codes.append(f"{digits[0]}.{digits[1:]}")
    return tuple(dict.fromkeys(codes))


def after_wishing(said: list[str]) -> list[str]:
    """The words after those that only say "I would like"."""
    start = next((place for place, word in enumerate(said) if word not in _WISHING), len(said))
    return said[start:]


def without_wishing(said: list[str]) -> list[str]:
    """The words that do not only say "I would like", wherever those stand."""
    return [word for word in said if word not in _WISHING]


def runs(said: list[str]) -> list[str]:
    """Every run of words, the longest first, the earlier before the later."""
    longest = min(len(said), LONGEST_RUN)
    return [
        " ".join(said[start : start + length])
        for length in range(longest, 0, -1)
        for start in range(len(said) - length + 1)
    ]


def with_fewer(said: list[str]) -> list[list[list[str]]]:
    """The runs of words with one word left out, with two, and so on: never fewer than half, nor one.

    Only the first :data:`MOST_KEPT` words count: who types more says what they want at the start.
    """
    kept = said[:MOST_KEPT]
    least = max(2, (len(kept) + 1) // 2)
    longest = len(kept) - 1 if kept == said else len(kept)
    return [
        [kept[start : start + length] for start in range(len(kept) - length + 1)]
        for length in range(longest, least - 1, -1)
    ]


def is_the_point(run: str, said: list[str]) -> bool:
    """Whether a run is what the words are about: the rest of them is filling, or shorter."""
    within = run.split()
    rest = list(said)
    for word in within:
        rest.remove(word)
    rest = [word for word in rest if word not in _FILLING]
    return len(rest) < len(within)
