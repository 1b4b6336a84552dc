"""What is said when a number is called, word by word, in Vietnamese.

A number is said digit by digit ("không một sáu"), its letters by their names; a counter is said as
one number ("hai mươi mốt").
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["two", "one"]


@dataclass(frozen=True, slots=True)
class Word:
    """One clip: its file's name without ``.wav``, the word as one writes and as one says it."""

    file: str
    written: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one breath: the chime, then the words. ``brisk``: others wait behind it."""

    tone: Tone
    words: tuple[Word, ...] = ()
    brisk: bool = False


INVITE = Word("kinh-moi-so", "kính mời số", "kính mời số")
INVITE_SHORT = Word("moi-so", "mời số", "mời số")
TO_COUNTER = Word("den-quay", "đến quầy", "đến quầy")
AT_COUNTER = Word("quay", "quầy", "quầy")

_LETTERS = {
    "A": "a",
    "B": "bê",
    "C": "xê",
    "D": "dê",
    "E": "e",
    "F": "ép phờ",
    "G": "giê",
    "H": "hát",
    "I": "i",
    "J": "gi",
    "K": "ca",
    "L": "e lờ",
    "M": "em mờ",
    "N": "en nờ",
    "O": "o",
    "P": "pê",
    "Q": "quy",
    "R": "e rờ",
    "S": "ét sì",
    "T": "tê",
    "U": "u",
    "V": "vê",
    "W": "vê kép",
    "X": "ích xì",
    "Y": "i dài",
    "Z": "dét",
}
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")

LETTERS = {each: Word(f"chu-{each.lower()}", each, said) for each, said in _LETTERS.items()}
DIGITS = tuple(Word(f"so-{value}", said, said) for value, said in enumerate(_DIGITS))
TEN = Word("so-10", "mười", "mười")
TENS = Word("muoi", "mươi", "mươi")
ONE_MORE = Word("mot-sau-muoi", "mốt", "mốt")
FOUR_MORE = Word("tu", "tư", "tư")
FIVE_MORE = Word("lam", "lăm", "lăm")
HUNDRED = Word("tram", "trăm", "trăm")
AND = Word("linh", "linh", "linh")

WORDS = (
    INVITE,
    INVITE_SHORT,
    TO_COUNTER,
    AT_COUNTER,
    *DIGITS,
    TEN,
    TENS,
    ONE_MORE,
    FOUR_MORE,
    FIVE_MORE,
    HUNDRED,
    AND,
    *LETTERS.values(),
)
"""Every word that a call may need; an office that records its own voice records these."""


def label_words(label: str) -> tuple[Word, ...]:
    """A ticket's label, each letter and each digit by its name: ``HT-016``, ``CT-1000``."""
    return tuple(
        DIGITS[int(each)] if each in "0123456789" else LETTERS[each]
        for each in label.upper()
        if each in LETTERS or each in "0123456789"
    )


def counter_words(number: int) -> tuple[Word, ...]:
    """A counter's number as one says it: 1 to 999; beyond that digit by digit."""
    if number > 999:
        return tuple(DIGITS[int(each)] for each in str(number))
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _under_hundred(rest)
    first = (DIGITS[hundreds], HUNDRED)
    if not rest:
        return first
    if rest < 10:
        return (*first, AND, FOUR_MORE if rest == 4 else DIGITS[rest])
    return (*first, *_under_hundred(rest))


def _under_hundred(number: int) -> tuple[Word, ...]:
    if number < 10:
        return (DIGITS[number],)
    tens, ones = divmod(number, 10)
    start = (TEN,) if tens == 1 else (DIGITS[tens], TENS)
    if not ones:
        return start
    if ones == 5:
        return (*start, FIVE_MORE)
    if tens > 1 and ones in (1, 4):
        return (*start, ONE_MORE if ones == 1 else FOUR_MORE)
    return (*start, DIGITS[ones])


def full_call(label: str, counter: int) -> Utterance:
    """Two tones, then ``Kính mời số H T không một sáu đến quầy một``."""
    return Utterance("two", (INVITE, *label_words(label), TO_COUNTER, *counter_words(counter)))


def short_call(label: str, counter: int) -> Utterance:
    """One tone, then ``mời số H T không một sáu quầy một``: for the time when many wait."""
    words = (INVITE_SHORT, *label_words(label), AT_COUNTER, *counter_words(counter))
    return Utterance("one", words, brisk=True)


def written(utterance: Utterance) -> str:
    """The words as one writes them: for the log and the command line."""
    told = " ".join(word.written for word in utterance.words)
    return told[:1].upper() + told[1:]


def spoken(utterance: Utterance) -> str:
    """The words as a reading voice must get them: letters by their names."""
    return " ".join(word.spoken for word in utterance.words)


def syllables(utterance: Utterance) -> int:
    """How many syllables are said."""
    return len(spoken(utterance).split())
