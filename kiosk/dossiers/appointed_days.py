"""The days a dossier's citizen was told of, as its log keeps them: pure."""

from collections.abc import Iterable
from datetime import datetime

from kiosk.dossiers.model import Act
from kiosk.dossiers.reading import DossierEvent

_APPOINTING = (Act.RECEIVE, Act.RESTART, Act.EXTEND, Act.CORRECT)


def first_appointed(log: Iterable[DossierEvent]) -> datetime | None:
    """The day that was appointed at the reception, whatever came after."""
    return next(iter(_days(log)), None)


def last_appointed(log: Iterable[DossierEvent]) -> datetime | None:
    """The day that was appointed last, also where none holds any more."""
    days = _days(log)
    return days[-1] if days else None


def _days(log: Iterable[DossierEvent]) -> list[datetime]:
    return [
        datetime.fromisoformat(event.details["due_at"])
        for event in log
        if event.act in _APPOINTING and event.details.get("due_at")
    ]
