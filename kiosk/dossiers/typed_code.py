"""What a citizen means who types a dossier's code by hand: read tolerantly."""

import re
from functools import cache

from kiosk.dossiers.codes import parse_code
from kiosk.text import nfc

_LONGEST = 80
_GAP = "[^0-9A-Z]*"
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1"})


def code_meant(typed: str, unit_code: str) -> str:
    """The code that ``typed`` most likely means; the text itself where it can mean none.

    A whole code of any official form is taken as it is. Of this office's own codes the unit code,
    the dots and the dashes may be missing or be other marks, and the number may lack its leading
    zeros: ``261123 42``, ``2611230042``, ``h99 12 08 261123 0042``. O, I and L are read as the
    figures they look like.
    """
    if len(typed) > _LONGEST or parse_code(typed) is not None:
        return typed
    found = _own(unit_code).fullmatch(nfc(typed).upper().translate(_MISTAKEN))
    return f"{unit_code}-{found[1]}-{found[2].zfill(4)}" if found else typed


@cache
def _own(unit_code: str) -> re.Pattern[str]:
    """This office's own codes, whatever stands between their letters and figures."""
    letters = [letter for letter in unit_code.upper().translate(_MISTAKEN) if letter.isalnum()]
    unit = _GAP.join(map(re.escape, letters))
    return re.compile(f"{_GAP}(?:{unit})?{_GAP}([0-9]{{6}}){_GAP}([0-9]{{1,7}}){_GAP}")
