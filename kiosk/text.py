"""Vietnamese text: one normal form, a folded form to compare by, the letters papers can print."""

import re
import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "d"})
# What the fonts of our papers all draw, small and capital: Latin as Europe and Việt Nam write it,
# the tone marks that stand alone, the usual punctuation, currency and number signs.
_NOT_ON_PAPER = re.compile(
    "[^ -~\u00a0-\u017fƠơƯưǺ-ǿȘ-ț\u0300\u0301\u0303\u0309\u0323Ẁ-ẅẠ-ỹ"
    "–—―‘’‚“”„†‡•…‰′″‹›⁄⁴-⁹€₫℅ℓ№™⅛⅜⅝⅞√−∞≈≠≤≥]"
)


def nfc(text: str) -> str:
    """The composed form (NFC) in which all text is stored, shown and printed."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """NFC with every run of white space made one space and the ends trimmed."""
    return " ".join(nfc(text).split())


def fold(text: str) -> str:
    """Lower case without accents, đ as d: what an officer types in a hurry."""
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_D))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def has_control(text: str) -> bool:
    """Whether a character is in it that no keyboard types: controls, unassigned, lone surrogates."""
    return any(unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"} for letter in text)


def unprintable(text: str) -> str:
    """The first letter that the fonts of our papers lack; empty where all can be printed.

    White space and invisible marks are no letters: paper leaves them out.
    """
    for found in _NOT_ON_PAPER.finditer(nfc(text)):
        letter = found[0]
        if not letter.isspace() and unicodedata.category(letter) != "Cf":
            return letter
    return ""


def code_point(letter: str) -> str:
    """How Unicode numbers a letter: ``U+1F600``."""
    return f"U+{ord(letter):04X}"
