"""F9 and F10 at the overview: the office pauses or goes on, the queue's day ends."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kiosk.refusal import Refused
from kiosk.ui.admin.overview.page import CLOSE, PAUSE, RESUME
from kiosk.ui.admin.overview.pause_page import PausePage
from kiosk.ui.admin.overview.props import OverviewSeen, paused_words
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.queue.day_end import DayClosed

KEYS = (("F9", PAUSE), ("F10", CLOSE))
KEYS_PAUSED = (("F9", RESUME), ("F10", CLOSE))


class DayActs(QObject):
    """Each is asked about once. ``entering``: the page where one writes why is wanted; ``done``:
    something is so now, the figures come back."""

    entering = Signal()
    done = Signal()

    def __init__(self, host: Host, page: PausePage, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._page = host, page
        page.wanted.connect(self._ask_pause)

    def pause_or_resume(self, seen: OverviewSeen | None) -> None:
        """F9: the page to pause; while the office pauses, the question to go on."""
        if seen is None:
            return
        if seen.pause is None:
            self.entering.emit()
            return
        question = Question(
            "Tiếp nhận trở lại?",
            f"{paused_words(seen.pause)} Ki-ốt sẽ cấp số và các quầy gọi số trở lại, đúng thứ tự cũ.",
            "Chưa",
            RESUME,
        )
        self._host.ask(question, lambda yes: self._resume() if yes else None)

    def close_day(self, seen: OverviewSeen | None) -> None:
        """F10: ask, telling what is open, and whether it is early."""
        if seen is None:
            return
        waiting, at_counters = seen.open_numbers
        early = bool(seen.hours)
        told = f"**Văn phòng còn mở cửa** ({seen.hours}). " if early else ""
        question = Question(
            "Kết thúc ngày sớm?" if early else "Kết thúc ngày?",
            f"{told}{waiting} số chưa gọi và {at_counters} số ở quầy được đóng lại, không tính vào số liệu. "
            "Việc này không hoàn tác được.",
            "Chưa",
            CLOSE,
        )
        self._host.ask(question, lambda yes: self._close(early=early) if yes else None)

    def _ask_pause(self, why: str) -> None:
        if not why.strip():
            self._page.refuse("Ghi lý do tạm dừng để người dân biết.")
            return
        question = Question(
            "Tạm dừng cả văn phòng?",
            f"Lý do: **{why.strip().rstrip('.')}**. Từ lúc này không cấp số và không gọi số mới.",
            "Chưa",
            PAUSE,
        )
        self._host.ask(question, lambda yes: self._pause(why) if yes else None)

    def _pause(self, why: str) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.overview import work

            return work.pausing(why)

        def failed(error: BaseException) -> None:
            if isinstance(error, Refused) and error.code == "pause.why_needed":
                self._page.refuse(sentence(error))
            else:
                self._failed(error)

        self._do(plan, lambda _: "Văn phòng tạm dừng tiếp nhận.", failed)

    def _resume(self) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.overview import work

            return work.resuming()

        self._do(plan, lambda _: "Văn phòng tiếp nhận trở lại.", self._failed)

    def _close(self, *, early: bool) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.overview import work

            return work.closing(early=early)

        def told(closed: "DayClosed") -> str:
            return f"Đã kết thúc ngày: đóng {closed.waiting} số chưa gọi, {closed.at_counters} số ở quầy."

        self._do(plan, told, self._failed)

    def _do(
        self,
        plan: Callable[[], Any],
        told: Callable[[Any], str],
        failed: Callable[[BaseException], None],
    ) -> None:
        def done(fact: Any) -> None:
            self._host.notify(told(fact))
            self.done.emit()

        self._host.do(plan, done, failed)

    def _failed(self, error: BaseException) -> None:
        """Somebody else was faster, or the store is silent: the figures are looked at anew."""
        if not isinstance(error, Refused):
            raise error
        self._host.refuse(error)
        self.done.emit()
