"""Which papers of a dossier are lost now, as its log tells it: pure rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from kiosk.dossiers.application import Paper
from kiosk.dossiers.model import Act

WHOLE = "Toàn bộ giấy tờ của hồ sơ"
"""What is lost of a dossier that keeps no list of papers."""


@dataclass(frozen=True, slots=True)
class LostPapers:
    """Papers that are neither found nor replaced yet, and since when the first of them is lost."""

    names: tuple[str, ...]
    since: datetime


class Logged(Protocol):
    """A line of a dossier's log, as far as it is looked at here."""

    @property
    def act(self) -> Act: ...

    @property
    def at(self) -> datetime: ...

    @property
    def details(self) -> Mapping[str, Any]: ...


def kept_names(papers: Iterable[Paper]) -> tuple[str, ...]:
    """What the office keeps of a dossier and so may lose: what was only shown it never had."""
    return tuple(paper.name for paper in papers if paper.originals or paper.copies) or (WHOLE,)


def lost_now(log: Iterable[Logged]) -> LostPapers | None:
    """What is lost after all that happened; None where nothing is.

    A loss that was written down without the papers' names is one of all of them.
    """
    since: dict[str, datetime] = {}
    for line in log:
        names = line.details.get("papers") or [WHOLE]
        if line.act is Act.LOSE:
            for name in names:
                since.setdefault(str(name), line.at)
        elif line.act is Act.FIND:
            for name in names:
                since.pop(str(name), None)
    return LostPapers(tuple(since), min(since.values())) if since else None
