"""A fee in a line of the list: the record's own words, or fewer of them. Pure.

The page of the procedure shows the whole text; here a shorter one is said in whole words, never cut.
"""

import re

from kiosk.ui.language import Language

_PHRASE_ENDS = re.compile(r";|\.(?=\s|$)|\n")
_COUNCIL = re.compile(r"^Theo nghị quyết của HĐND (\w+)")


def fee_forms(fee: str, language: Language) -> tuple[str, ...]:
    """What may be said of a fee, the longest first; the last one fits everywhere."""
    whole = _spaced(fee)
    first = _spaced(_PHRASE_ENDS.split(fee.strip(), maxsplit=1)[0])
    if first.endswith(":"):
        first = ""
    brief = first.replace("Hội đồng nhân dân", "HĐND")
    council = _COUNCIL.match(brief)
    forms = (
        whole,
        first,
        brief,
        brief.partition(", ")[0],
        f"Theo HĐND {council[1]}" if council else "",
        language.tr("Chạm để xem"),
    )
    return tuple(dict.fromkeys(form for form in forms if form))


def _spaced(text: str) -> str:
    return " ".join(text.split())
