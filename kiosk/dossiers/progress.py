"""How a dossier stands with its due date: pure rules over days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from kiosk.clock import office_day
from kiosk.dossiers.model import DossierState
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.legal import legal_profile

_DAY = timedelta(days=1)


class Timeliness(StrEnum):
    """How a result came: trước hạn, đúng hạn, quá hạn."""

    EARLY = "early"
    ON_TIME = "on_time"
    OVERDUE = "overdue"


class DueKind(StrEnum):
    """What a screen colours by: nothing to press for, one working day or less, past its day."""

    AHEAD = "ahead"
    SOON = "soon"
    OVERDUE = "overdue"
    FINISHED = "finished"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DueStatus:
    """Where a dossier stands with its due date.

    ``days`` are working days: those left, or those gone by since; None where none are counted.
    """

    kind: DueKind
    words: str
    days: int | None

    @property
    def full_words(self) -> str:
        """The same where there is room to say which days are counted: working days."""
        return (
            f"{self.words} làm việc" if self.days and self.words.endswith(" ngày") else self.words
        )


def timeliness(ready_at: datetime, due_at: datetime) -> Timeliness:
    """How a result that was ready then came: by the day, whatever the hour.

    What counts is when the agency finished, not when the citizen fetched it: the national test is
    ``NgayKetThucXuLy <= NgayHenTra``.
    """
    finished, appointed = office_day(ready_at), office_day(due_at)
    if finished < appointed:
        return Timeliness.EARLY
    return Timeliness.ON_TIME if finished == appointed else Timeliness.OVERDUE


def timeliness_of(ready_at: datetime | None, due_at: datetime | None) -> Timeliness | None:
    """The same, or None while the result is not ready or no day was appointed."""
    return timeliness(ready_at, due_at) if ready_at and due_at else None


def asked_too_often(row: Any) -> bool:
    """Whether a dossier's row was sent back for papers more often than its decree allows, those
    before the reception among them. A manager may do that; it counts as late all the same."""
    return int(row.requests) > legal_profile(row.legal_profile).rules.requests_at_most


def came_of(row: Any, **changes: Any) -> Timeliness | None:
    """How what came of a dossier counts, by its row and the ``changes`` about to be written to it.

    By the day it is judged by; late in any case where papers were asked for too often. None while
    there is no result or no day was appointed.
    """
    ready_at = changes.get("ready_at", row.ready_at)
    came = timeliness_of(ready_at, changes.get("original_due_at", row.original_due_at))
    return Timeliness.OVERDUE if came is not None and asked_too_often(row) else came


def due_status(
    due_at: datetime | None,
    ready_at: datetime | None,
    now: datetime,
    working_days: Callable[[date, date], int],
) -> DueStatus:
    """Where a dossier stands at ``now``; ``working_days`` counts those after one day up to another.

    On its very day a dossier is not overdue yet, even after the appointed hour.
    """
    came = timeliness_of(ready_at, due_at)
    if came is not None:
        return DueStatus(DueKind.FINISHED, _CAME[came], None)
    if ready_at is not None or due_at is None:
        return DueStatus(DueKind.NONE, "Chưa hẹn ngày", None)
    today, appointed = office_day(now), office_day(due_at)
    if today > appointed:
        gone = working_days(appointed, today)
        return DueStatus(DueKind.OVERDUE, f"Quá {gone} ngày" if gone else "Quá hạn", gone)
    if today == appointed:
        words = "Đến hạn hôm nay" if now <= due_at else "Quá giờ hẹn hôm nay"
        return DueStatus(DueKind.SOON, words, 0)
    left = working_days(today, appointed)
    return DueStatus(DueKind.SOON if left <= 1 else DueKind.AHEAD, f"Còn {left} ngày", left)


def standing(row: Any, now: datetime, working_days: Callable[[date, date], int]) -> DueStatus:
    """Where a dossier's row stands: in time as by the day appointed first, pressing as by the last.

    While it waits for its citizen, or after it was stopped, nothing presses; what was stopped has
    a moment of being ready only where it was late by then.
    """
    state = DossierState(row.state)
    if state is DossierState.SUPPLEMENTING:
        return DueStatus(DueKind.NONE, "Chờ bổ sung", None)
    came = came_of(row)
    if state is DossierState.STOPPED:
        return DueStatus(DueKind.NONE, "Dừng khi đã quá hạn" if came else "Đã dừng", None)
    if came is not None and state is not DossierState.CORRECTING:
        return DueStatus(DueKind.FINISHED, _CAME[came], None)
    ready_at = None if state is DossierState.CORRECTING else row.ready_at
    return due_status(row.due_at, ready_at, now, working_days)


def working_day_counter(calendar: WorkingCalendar) -> Callable[[date, date], int]:
    """Counts the working days after one day up to another, remembering what it has counted."""

    @cache
    def counted(after: date, until: date) -> int:
        days = (after + number * _DAY for number in range(1, (until - after).days + 1))
        return sum(1 for day in days if calendar.deadline_sessions(day))

    return counted


_CAME = {
    Timeliness.EARLY: "Có kết quả trước hạn",
    Timeliness.ON_TIME: "Có kết quả đúng hạn",
    Timeliness.OVERDUE: "Có kết quả quá hạn",
}
