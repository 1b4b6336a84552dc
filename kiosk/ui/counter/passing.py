"""Where a number may be passed to, and why one may be called out of turn."""

from typing import TYPE_CHECKING

from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.sheet import Question

if TYPE_CHECKING:
    from kiosk.queue.model import Ticket

REASONS = (
    Option("weak", "Cần hỗ trợ sớm"),
    Option("missed", "Lỡ lượt, nay có mặt"),
    Option("papers", "Quay lại sau khi bổ sung giấy tờ"),
    Option("agreed", "Người phụ trách đồng ý"),
)


def pass_question(ticket: "Ticket", options: tuple[Option, ...]) -> Question:
    """Where to, and truly what to press."""
    how = "Bấm số của quầy rồi Enter; đến lĩnh vực thì chọn bằng phím mũi tên."
    if not any(option.figure for option in options):
        how = "Bấm số ghi ở nơi đến, hoặc chọn bằng phím mũi tên, rồi Enter."
    return Question(
        f"Chuyển số {ticket.label} đến đâu?", f"Số và thứ tự giữ nguyên. {how}", "Không chuyển"
    )


def pass_options(seen: Seen, ticket: "Ticket", number: int) -> tuple[Option, ...]:
    """The other counters and the other fields that are served.

    A counter is pointed at by its own number, as long as one figure is enough for every counter.
    """
    own = all(1 <= n <= 9 for n, _ in seen.counters)
    counters = tuple(
        Option(f"counter:{n}", name, figure=n if own else 0)
        for n, name in seen.counters
        if n != number
    )
    fields = tuple(
        Option(f"field:{field.prefix}", f"{field.name} · {field.waiting} người chờ")
        for field in seen.queue.fields
        if field.counters and field.name != ticket.field
    )
    return (*counters, *fields)
