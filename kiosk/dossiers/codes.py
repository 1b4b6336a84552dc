"""Dossier codes, register entries and look-up secrets (TT 01/2018/TT-VPCP Điều 10 and 19)."""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from itertools import product

from kiosk.office.model import Office
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit
from kiosk.text import nfc

LAST_OF_DAY = 9999
"""XXXX has four digits: there is no code after this one on the same day."""

SECRET_DIGITS = 6
_LONGEST_SCAN = 80

_CODE = re.compile(
    r"([0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}|[A-Z][0-9]{2}(?:\.[0-9]{2,3}){1,4})"
    r"[-.]([0-9]{6})[-.]([0-9]{4,7})"
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """Where a dossier stands in the Sổ theo dõi hồ sơ: entries run on from volume to volume."""

    year: int
    volume: int
    entry: int


def parse_code(scanned: str) -> str | None:
    """The dossier code in a scanned or typed text, or None when it is none.

    Spaces and lower case do not matter; both official forms and both separators are known
    (``000.17.22.H56-210531-0001``, ``H15.50.05.13-261008-0975``, ``000.00.06.G04.190701.0501``),
    with up to seven figures for dossiers of the ministries' portals. What comes back has hyphens.
    """
    if len(scanned) > _LONGEST_SCAN:
        return None
    bare = "".join(nfc(scanned).split()).upper().translate(_DASHES)
    match = _CODE.fullmatch(bare)
    return "-".join(match.groups()) if match else None


def issuer_of(code: str) -> str:
    """The unit code in a code as :func:`parse_code` gives it: who received the dossier."""
    return code.rsplit("-", 2)[0]


def spellings(code: str) -> tuple[str, ...]:
    """A code as :func:`parse_code` gives it, with every separator an office may issue."""
    return tuple(
        f"{parts[0]}{first}{parts[1]}{second}{parts[2]}"
        for parts in [code.rsplit("-", 2)]
        for first, second in product("-.", repeat=2)
    )


def code_of(pattern: str, unit_code: str, day: date, number: int) -> str:
    """The code by the office's pattern, e.g. ``{unit}-{yymmdd}-{nnnn}``.

    Raises :class:`Refused` ``dossier.codes_used_up`` past 9999, and ``dossier.code_illegal`` when
    unit code and pattern make something that is no legal code.
    """
    if number > LAST_OF_DAY:
        raise Refused("dossier.codes_used_up", day=day, last=LAST_OF_DAY)
    code = (
        pattern.replace("{unit}", unit_code)
        .replace("{yymmdd}", f"{day:%y%m%d}")
        .replace("{nnnn}", f"{number:04d}")
    )
    canonical = parse_code(code)
    if canonical is None or code not in spellings(canonical):
        raise Refused("dossier.code_illegal", made=code[:80])
    return code


def next_code(unit: WriteUnit, office: Office) -> str:
    """The next code of the office's day; a code once given never comes back.

    Raises :class:`Refused` as :func:`code_of` does; the number is then not used up.
    """
    number = unit.next_number(f"code:{office.unit_code}", unit.day.isoformat())
    return code_of(office.profile.code_pattern, office.unit_code, unit.day, number)


def next_entry(unit: WriteUnit, office: Office) -> RegisterPlace:
    """The next line of this year's register (from 1 each year, TT 01/2018 Điều 10 khoản 2)."""
    year = unit.day.year
    entry = unit.next_number("register", str(year))
    return RegisterPlace(year, volume_of(entry, office.rules.entries_per_volume), entry)


def volume_of(entry: int, entries_per_volume: int) -> int:
    """The volume (quyển) that holds an entry."""
    return (entry - 1) // entries_per_volume + 1


def new_secret() -> str:
    """A look-up secret (mã tra cứu) of six digits, for the slip and a number pad."""
    return f"{secrets.randbelow(10**SECRET_DIGITS):0{SECRET_DIGITS}d}"
