"""Calls for staff from the kiosks, as every counter tells them and ends them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.refusal import Refused
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.seen import Seen
from kiosk.ui.words import called_for, clock_time

if TYPE_CHECKING:
    from kiosk.office.staff_calls import (
        EndStaffCalls,
        SeeStaffCalls,
        StaffCall,
        StaffCallsEnded,
        StaffCallsSeen,
    )
    from kiosk.storage.commands import UseCase


def calls_strip(calls: "tuple[StaffCall, ...]") -> str:
    """The amber line for whoever waits at a kiosk; empty when nobody does."""
    if not calls:
        return ""
    first = calls[0]
    here = [one for one in calls if one.station == first.station]
    why = called_for(one.cause for one in here)
    number = next((f" (số {one.about})" for one in here if one.about), "")
    others = len({one.station for one in calls}) - 1
    more = f" Còn {others} máy khác đang gọi." if others else ""
    since = clock_time(first.asked_at)
    return f"{first.station} gọi cán bộ từ {since}: {why}{number}. Giúp xong thì bấm Ctrl H.{more}"


class StaffCalls(QObject):
    """Tells the store that the calls are shown here, and when somebody has helped."""

    def __init__(self, host: Host, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._asking = host, asking
        self._telling = False
        asking.seen.connect(self.see)

    def see(self, seen: Seen) -> None:
        """A call counts as shown only where somebody sits."""
        workplace = self._asking.workplace
        fresh = tuple(one.id for one in seen.calls if one.seen_at is None)
        if not fresh or self._telling or self._asking.officer is None or workplace.station is None:
            return
        self._telling = True

        def plan() -> "tuple[UseCase[SeeStaffCalls, StaffCallsSeen], SeeStaffCalls]":
            from kiosk.ui.counter import work

            return work.seeing_calls(fresh)

        workplace.do(plan, self._told, self._not_told, officer=self._asking.officer, owner=self)

    def helped(self) -> None:
        """Ctrl H: somebody has helped where it was called for first."""
        calls = self._host.seen.calls if self._host.seen is not None else ()
        if not calls:
            return
        station = calls[0].station

        def plan() -> "tuple[UseCase[EndStaffCalls, StaffCallsEnded], EndStaffCalls]":
            from kiosk.ui.counter import work

            return work.ending_calls(station)

        def told(_: "StaffCallsEnded") -> None:
            self._host.notify(f"Đã ghi: {station} đã có cán bộ giúp.")

        self._asking.act(f"help:{station}", plan, told, self._host.refuse)

    def _told(self, _: object) -> None:
        self._telling = False

    def _not_told(self, error: BaseException) -> None:
        self._telling = False
        if not isinstance(error, Refused):
            raise error
