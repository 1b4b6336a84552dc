"""Vietnamese text: one normal form, and a folded form to compare by."""

import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "d"})


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
