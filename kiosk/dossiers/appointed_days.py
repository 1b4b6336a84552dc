"""The days a dossier's citizen was told of, as its log keeps them: pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol

from kiosk.dossiers.model import Act

APPOINTING = (Act.RECEIVE, Act.RESTART, Act.EXTEND, Act.CORRECT)


class Logged(Protocol):
    """A line of a dossier's log."""

    @property
    def act(self) -> Act: ...
    @property
    def details(self) -> Mapping[str, Any]: ...


def first_appointed(log: Iterable[Logged]) -> datetime | None:
    """The day that was appointed at the reception, whatever came after."""
    return next(iter(_days(log)), None)


def last_appointed(log: Iterable[Logged]) -> datetime | None:
    """The day that was appointed last, also where none holds any more."""
    days = _days(log)
    return days[-1] if days else None


def _days(log: Iterable[Logged]) -> list[datetime]:
    return [
        datetime.fromisoformat(event.details["due_at"])
        for event in log
        if event.act in APPOINTING and event.details.get("due_at")
    ]
