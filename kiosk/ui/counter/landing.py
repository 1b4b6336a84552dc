"""What an act upon the queue did whose answer was lost, as a later look shows it."""

from typing import TYPE_CHECKING

from kiosk.ui.counter.asking import Sign
from kiosk.ui.counter.seen import Seen

if TYPE_CHECKING:
    from kiosk.queue.model import Ticket

LANDED = "{done} {label}: lần bấm trước đã được ghi, không cần bấm lại."


def called_since(before: "Ticket | None") -> Sign:
    """A call: another number is at the counter than before."""

    def sign(seen: Seen) -> str:
        now = seen.queue.active
        if now is not None and (before is None or now.id != before.id):
            return LANDED.format(done="Đã gọi", label=now.label)
        return ""

    return sign


def served_since(ticket: "Ticket") -> Sign:
    """The number is being served."""

    def sign(seen: Seen) -> str:
        now = seen.queue.active
        if now is not None and now.id == ticket.id and now.state == "serving":
            return LANDED.format(done="Bắt đầu phục vụ", label=now.label)
        return ""

    return sign


def gone_since(ticket: "Ticket", done: str) -> Sign:
    """The number is no longer at the counter."""

    def sign(seen: Seen) -> str:
        now = seen.queue.active
        if now is None or now.id != ticket.id:
            return LANDED.format(done=done, label=ticket.label)
        return ""

    return sign
