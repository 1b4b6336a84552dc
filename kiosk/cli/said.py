"""Reading what was typed after an option: a day, a paper that is missing."""

import re
from collections.abc import Iterable
from datetime import date

from kiosk.dossiers.letters import MissingPaper
from kiosk.refusal import Refused

_COUNTED = re.compile(r"(.+)=([0-9]{1,9})(?:,([0-9]{1,9}))?(?:,([0-9]{1,9}))?", re.DOTALL)


def day_said(text: str) -> date:
    """The day written ``2026-11-23``. Raises :class:`Refused` ``date.malformed``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("date.malformed", text=text[:80]) from None


def papers_said(texts: Iterable[str]) -> tuple[MissingPaper, ...]:
    """What is missing, one text a paper: ``Tờ khai=1,0,2: chưa ký`` (originals, certified copies,
    copies). Without counts one original is meant.

    Raises :class:`Refused` ``supplement.unreadable`` (``said``).
    """
    return tuple(_paper(text) for text in texts)


def _paper(text: str) -> MissingPaper:
    called, _, what = text.partition(": ")
    called = called.strip().removesuffix(":")
    counted = _COUNTED.fullmatch(called)
    if counted is not None:
        originals, certified, copies = (int(each or 0) for each in counted.groups()[1:])
        return MissingPaper(counted[1].strip(), originals, certified, copies, what.strip())
    if not called.strip() or "=" in called:
        raise Refused("supplement.unreadable", said=text[:80])
    return MissingPaper(called.strip(), originals=1, what=what.strip())
