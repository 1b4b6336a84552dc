"""Ctrl N, or the window is closed: what becomes of the numbers that are still at the counter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.passing import pass_options, pass_question
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question

if TYPE_CHECKING:
    from kiosk.queue.model import Ticket
    from kiosk.ui.counter.seen import Seen

STAY = "Ở lại quầy"
RELEASE, KEEP = "release", "keep"
FINISH, PUT_BACK, HOLD, PASS = "finish", "put_back", "hold", "pass"
OF_KEPT = (
    Option(RELEASE, "Trả lại hàng, quầy khác gọi được"),
    Option(KEEP, "Để ở quầy này cho người ngồi sau"),
)
OF_ACTIVE = (
    Option(FINISH, "Đã phục vụ xong"),
    Option(PUT_BACK, "Trả lại hàng, quầy khác gọi được"),
    Option(HOLD, "Tạm giữ cho người ngồi sau"),
    Option(PASS, "Chuyển đến lĩnh vực hoặc quầy khác"),
)
HALF_ENTERED = " Hồ sơ đang nhập được giữ làm nháp."
_MOST_LABELS = 6


class Leaving(QObject):
    """Asks one thing after the other, then signs out; a number never stays behind unasked.

    ``sign_out`` leaves the counter. The window that is being closed is closed after that.
    """

    def __init__(
        self, host: Host, asking: Asking, sign_out: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._host, self._asking, self._sign_out = host, asking, sign_out

    @property
    def has_numbers(self) -> bool:
        """Whether anything would stay behind here."""
        seen = self._host.seen
        return seen is not None and (seen.queue.active is not None or bool(seen.kept))

    def leave(self) -> None:
        """Ask what must be asked, and leave."""
        seen = self._host.seen
        if seen is not None and seen.kept:
            self._ask_kept(seen)
        else:
            self._ask_active()

    def _ask_kept(self, seen: "Seen") -> None:
        labels = [one.label for one in seen.kept]
        more = f" và {len(labels) - _MOST_LABELS} số khác" if len(labels) > _MOST_LABELS else ""
        question = Question(
            f"{len(labels)} số chỉ quầy này gọi được",
            f"{', '.join(labels[:_MOST_LABELS])}{more}: tạm giữ ở đây, hoặc được chuyển riêng đến đây. "
            "Bấm số rồi Enter.",
            STAY,
        )
        self._host.ask_choice(question, OF_KEPT).chosen.connect(self._of_kept)

    def _of_kept(self, key: str) -> None:
        if key == RELEASE:
            self._do("release", _planned("releasing", self._asking.number), self._ask_active)
        else:
            self._ask_active()

    def _ask_active(self) -> None:
        ticket = self._active()
        if ticket is None:
            self._sign_out()
            return
        half = HALF_ENTERED if self._host.half_entered() else ""
        question = Question(
            f"Số {ticket.label} còn ở quầy",
            f"Để số này ở đâu trước khi rời quầy? Bấm số rồi Enter.{half}",
            STAY,
        )
        self._host.ask_choice(question, OF_ACTIVE).chosen.connect(self._of_active)

    def _of_active(self, key: str) -> None:
        seen, ticket, number = self._host.seen, self._active(), self._asking.number
        if seen is None or ticket is None:
            self._sign_out()
        elif key == PASS:
            options = pass_options(seen, ticket, number)
            asked = self._host.ask_choice(pass_question(ticket, options), options)
            asked.chosen.connect(self._pass_to)
        else:
            plan = {FINISH: "finishing", PUT_BACK: "putting_back", HOLD: "holding"}[key]
            self._do(key, _planned(plan, number), self._sign_out)

    def _pass_to(self, key: str) -> None:
        kind, _, where = key.partition(":")
        to = (where, None) if kind == "field" else (None, int(where))
        self._do(f"pass:{key}", _planned("passing", self._asking.number, *to), self._sign_out)

    def _do(self, name: str, plan: Callable[[], Any], then: Callable[[], None]) -> None:
        self._asking.act(name, plan, lambda _: then(), self._host.refuse)

    def _active(self) -> "Ticket | None":
        seen = self._host.seen
        return seen.queue.active if seen is not None else None


def _planned(name: str, *told: object) -> Callable[[], Any]:
    """A plan that brings the rooms only when the store's lane carries it out."""

    def plan() -> Any:
        from kiosk.ui.counter import work

        return getattr(work, name)(*told)

    return plan
