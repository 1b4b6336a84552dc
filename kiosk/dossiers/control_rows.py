"""The lines of a control sheet: who gave a paper dossier to whom, when, in time or late
(TT 01/2018/TT-VPCP Mẫu 05)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from kiosk.dossiers.letters import HandoverRow
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.process import ProcessStep, step_days
from kiosk.dossiers.progress import Timeliness, came_of, timeliness
from kiosk.dossiers.reading import DossierEvent
from kiosk.office.calendar import WorkingCalendar

CAME_WORDS = {
    Timeliness.EARLY: "Trước hạn",
    Timeliness.ON_TIME: "Đúng hạn",
    Timeliness.OVERDUE: "Quá hạn",
}
STOPPED_WORDS = {False: "Dừng trong hạn", True: "Dừng khi đã quá hạn"}
AT_OFFICE = "Giải quyết tại chỗ"
_IN_TIME = {False: CAME_WORDS[Timeliness.ON_TIME], True: CAME_WORDS[Timeliness.OVERDUE]}


def control_rows(
    log: Iterable[DossierEvent],
    row: Row[Any],
    office_name: str,
    steps: Sequence[ProcessStep],
    calendar: WorkingCalendar,
) -> Iterable[HandoverRow]:
    """One line for each time the dossier changed hands, and for what became of it.

    Forwarding is late as its event says (Điều 18 khoản 2), a step that went on by the limit of its
    process, where there is one, a request for papers where the decree did not allow it any more. A
    corrected result is judged by the day that was promised for it.
    """
    here, judged = office_name, row.original_due_at
    days: tuple[datetime, ...] = ()
    done = 0
    for event in log:
        told = event.details
        if event.act is Act.FORWARD:
            agency = str(told.get("agency", ""))
            days, done = step_days(steps, event.at, calendar), 0
            yield HandoverRow(
                giver=here,
                receiver=agency,
                at=event.at,
                given_by=event.officer_name,
                outcome=_IN_TIME[bool(told.get("late"))],
                note=str(told.get("note", "")),
            )
            here = agency
        elif event.act is Act.TAKE_OVER:
            agency = str(told.get("agency", ""))
            yield HandoverRow(
                giver=here,
                receiver=agency,
                at=event.at,
                outcome=_of_step(event.at, days[done]) if done < len(days) - 1 else "",
                note=str(told.get("note", "")),
            )
            here, done = agency, done + 1
        elif event.act is Act.CORRECT:
            here, judged = str(told.get("agency", "")), datetime.fromisoformat(told["due_at"])
            yield HandoverRow(
                giver=office_name,
                receiver=here,
                at=event.at,
                given_by=event.officer_name,
                note=f"Sửa kết quả: {told.get('reason', '')}",
            )
        elif event.act is Act.ASK_SUPPLEMENT and here == office_name:
            continue
        elif event.act in _COMING_BACK or _stops(event):
            yield HandoverRow(
                giver=here,
                receiver=office_name,
                at=event.at,
                received_by=event.officer_name,
                outcome=_outcome(event, row, judged),
                note=_became(event, at_office=here == office_name),
            )
            here = office_name


_COMING_BACK = (Act.READY, Act.REFUSE, Act.ASK_SUPPLEMENT)
_BECAME = {Act.REFUSE: "Từ chối giải quyết", Act.ASK_SUPPLEMENT: "Yêu cầu bổ sung"}


def _stops(event: DossierEvent) -> bool:
    return event.act in (Act.STOP, Act.WITHDRAW) and event.state is DossierState.STOPPED


def _outcome(event: DossierEvent, row: Row[Any], judged: datetime | None) -> str:
    if event.act is Act.ASK_SUPPLEMENT:
        return _IN_TIME[bool(event.details.get("late") or event.details.get("again"))]
    if _stops(event):
        return STOPPED_WORDS[bool(event.details.get("late_since"))]
    came = came_of(row, ready_at=event.at, original_due_at=judged)
    return CAME_WORDS[came] if came is not None else ""


def _of_step(at: datetime, due_at: datetime) -> str:
    """A step is late by the hour its limit ends at, not only by the day."""
    return CAME_WORDS[Timeliness.OVERDUE if at > due_at else timeliness(at, due_at)]


def _became(event: DossierEvent, *, at_office: bool) -> str:
    if _stops(event):
        return "Người nộp rút hồ sơ" if event.details.get("withdrawn") else "Dừng giải quyết"
    return _BECAME.get(event.act, AT_OFFICE if at_office else "")
