"""Identity numbers, telephone numbers and the text on a citizen's card: plain rules, no store.

A scanned card is a quick way to fill in a form. It proves nobody's identity: the code can be
copied.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.refusal import Refused
from kiosk.text import fold, has_control, nfc, squeeze

_REGISTERED_AT = re.compile(
    "0(?:0[12468]|1[0124579]|2[024567]|3[013-8]|4[0245689]|5[12468]|6[024678]|7[024579]|8[0234679]"
    "|9[1-6])|[1-9][0-9]{2}"
)
"""Where a birth was registered: one of the 63 provinces of 2016, or from 100 on a country."""

LONGEST_CARD = 2000
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_OLD_CARD_DIGITS, _DIGITS = 9, 12


class Sex(StrEnum):
    """As the card says it."""

    MALE = "male"
    FEMALE = "female"


class CardKind(StrEnum):
    """Which card was scanned: căn cước công dân (2021), or căn cước (from 1/7/2024)."""

    CCCD = "cccd"
    CAN_CUOC = "can_cuoc"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value: the code of a sentence, and the number that belongs in it."""

    code: str
    digits: int | None = None


@dataclass(frozen=True, slots=True)
class CardRead:
    """What a citizen's card says. ``doubts`` are codes of things that a person should look at."""

    kind: CardKind
    id_number: str
    old_id_number: str | None
    name: str
    birth_date: date | None
    sex: Sex | None
    address: str
    issued_on: date | None
    doubts: tuple[str, ...]


def bare_id_number(text: str) -> str:
    """The number without the spaces, dots and hyphens people write in it; letters upper-case."""
    return re.sub(r"[\s.\-]", "", nfc(text)).upper()


def id_number_fault(number: str) -> Fault | None:
    """Why a bare number is none of: căn cước (12 digits), CMND (9), passport (``B1234567``)."""
    if re.fullmatch(r"[0-9]+", number):
        if len(number) in (_OLD_CARD_DIGITS, _DIGITS):
            return None
        return Fault("id_number.length", len(number))
    return None if re.fullmatch(r"[A-Z][0-9]{7}", number) else Fault("id_number.malformed")


def id_number_doubts(number: str, birth_date: date | None, sex: Sex | None) -> tuple[str, ...]:
    """What does not agree inside a sound number, or with the person (TT 59/2021/TT-BCA Điều 4).

    Only ever a warning: sex and year of birth may have been corrected by law after the number
    was given.
    """
    if not re.fullmatch(r"[0-9]+", number):
        return ()
    if len(number) == _OLD_CARD_DIGITS:
        return ("id_number.old_card",)
    doubts = []
    if not _REGISTERED_AT.fullmatch(number[:3]):
        doubts.append("id_number.province")
    century, is_woman = divmod(int(number[3]), 2)
    if sex is not None and (sex is Sex.FEMALE) != bool(is_woman):
        doubts.append("id_number.sex")
    if birth_date is not None and birth_date.year != 1900 + 100 * century + int(number[4:6]):
        doubts.append("id_number.birth_year")
    return tuple(doubts)


def normal_tax_code(text: str) -> str | None:
    """A tax or enterprise code as it is written: ten figures, of a branch three more behind a
    hyphen (``0100109106-001``); None when it is none."""
    bare = re.sub(r"[\s.\-]", "", nfc(text))
    if not re.fullmatch(r"[0-9]{10}(?:[0-9]{3})?", bare):
        return None
    return f"{bare[:10]}-{bare[10:]}" if len(bare) > 10 else bare


def tax_code_doubts(code: str) -> tuple[str, ...]:
    """What does not agree within a sound code: its tenth figure follows from the nine before.

    Only ever a warning: the rule is common knowledge, no law that we have read.
    """
    total = sum(int(figure) * weight for figure, weight in zip(code, _TAX_WEIGHTS, strict=False))
    return () if int(code[9]) == 10 - total % 11 else ("tax_code.check",)


def normal_phone(text: str) -> str | None:
    """A telephone number as E.164 (``+84912345678``), or None when it is not one.

    Mobile numbers have ten digits and landlines ten or eleven, beginning with 02; a number abroad
    must be written with its ``+``.
    """
    bare = re.sub(r"[\s.\-()]", "", nfc(text))
    own = re.fullmatch(r"(?:\+84|0084|84|0)((?:[35789][0-9]|2[0-9]{1,2})[0-9]{7})", bare)
    if own:
        return f"+84{own[1]}"
    abroad = re.fullmatch(r"\+(?!84|0)[0-9]{7,15}", bare)
    return bare if abroad else None


def display_phone(number: str) -> str:
    """An E.164 number as people read it: ``0912 345 678``, ``0200 355 5100``, ``024 3825 1234``."""
    if not number.startswith("+84"):
        return number
    digits = "0" + number.removeprefix("+84")
    area = 3 if digits.startswith(("024", "028")) else 4
    rest = digits[area:]
    half = len(rest) // 2
    return f"{digits[:area]} {rest[:half]} {rest[half:]}"


def looks_like_card(text: str) -> bool:
    """Whether a scan is the text of a citizen's card: twelve digits and a bar."""
    return re.match(r"\s*[0-9]{12}\|", text) is not None


def read_card(text: str) -> CardRead:
    """The text of a card's QR code: seven fields, or ten and more since 1/7/2024.

    Scanners type like a keyboard, and a Vietnamese input method that is switched on garbles what
    they type: the doubt ``card.garbled`` says that the words do not look right. What the fields
    after the seventh hold is not published; they are left alone.

    Raises :class:`Refused` ``card.unreadable`` (``why``: ``fields``, ``id_number`` or ``name``);
    what was scanned is never in it.
    """
    fields = [squeeze(field) for field in text[:LONGEST_CARD].strip().split("|")]
    if len(fields) not in (6, 7) and len(fields) < 10:
        raise Refused("card.unreadable", why="fields")
    number, old_number, name, birth, sex, address, issued = [*fields, ""][:7]
    if not re.fullmatch(r"[0-9]{12}", number):
        raise Refused("card.unreadable", why="id_number")
    if not any(letter.isalpha() for letter in name):
        raise Refused("card.unreadable", why="name")
    birth_date, issued_on, known_sex = _card_day(birth), _card_day(issued), _SEXES.get(fold(sex))
    doubts = list(id_number_doubts(number, birth_date, known_sex))
    if not (_is_vietnamese_name(name) and _is_sound(address)):
        doubts.append("card.garbled")
    if None in (birth_date, issued_on, known_sex) or not address:
        doubts.append("card.incomplete")
    return CardRead(
        kind=CardKind.CCCD if len(fields) < 10 else CardKind.CAN_CUOC,
        id_number=number,
        old_id_number=old_number if id_number_fault(old_number) is None else None,
        name=name,
        birth_date=birth_date,
        sex=known_sex,
        address=re.sub(r"\s*,(?:[\s,]|-(?=\s|,))*", ", ", address).strip(" ,"),
        issued_on=issued_on,
        doubts=tuple(doubts),
    )


def _card_day(text: str) -> date | None:
    match = re.fullmatch(r"([0-9]{2})([0-9]{2})([0-9]{4})", text)
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def _is_vietnamese_name(name: str) -> bool:
    return all(fold(letter).isascii() and letter not in _NOT_OURS for letter in name) and (
        re.fullmatch(r"[^\W\d_]+(?:[ '.\-]+[^\W\d_]+)*\.?", name) is not None
    )


def _is_sound(text: str) -> bool:
    return not has_control(text) and not any(sign in text for sign in _GARBLE)


_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}
_NOT_OURS = frozenset("ÄäËëÏïÖöÜüŸÿÅåÇçÎîÛûŠšŽž")
_GARBLE = ("\ufffd", "?", "á»", "áº", "Æ°", "Ä‘", "Ã¡", "»", "¼", "½", "¿", "¡", "§")
