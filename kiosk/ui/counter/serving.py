"""The counter's own ticket: its number, and the four things one can do with it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal

from kiosk.ui.counter.minutes import running
from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time

NOBODY = "Chưa có người chờ."
NO_NUMBER = " "
"""Keeps the number's place: what stands below it does not jump when a number is called."""
NO_TICKET = "Chưa gọi số nào."
WAIT_FOR_STORE = "Đang mở sổ dữ liệu."
NEXT, STEP_START, STEP_FINISH = "Gọi số tiếp theo", "Bắt đầu phục vụ", "Hoàn thành"
_PRIORITY = Pill("Ưu tiên", "priority", "warn")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ServingProps:
    """What the card shows. An act with a reason cannot be done now, and the reason says why."""

    title: str
    number: str
    line: str
    timer: Pill | None
    priority: bool
    next_text: str
    next_reason: str
    recall_reason: str
    no_show_reason: str
    step_text: str
    step_reason: str
    hint: str


def derive_serving(seen: Seen | None, now: datetime) -> ServingProps:
    """The card's props."""
    if seen is None:
        return _idle(WAIT_FOR_STORE, next_reason=WAIT_FOR_STORE)
    ticket, upcoming = seen.queue.active, seen.queue.upcoming
    if ticket is None:
        back = seen.back
        return _idle(
            NO_TICKET + (" Bấm F2 để gọi." if upcoming else ""),
            next_text=f"{NEXT}  {upcoming[0].label}" if upcoming else NEXT,
            next_reason="" if upcoming else NOBODY,
            recall_reason="" if back else NO_TICKET,
            hint=f"Gọi lại: số {back.label} vừa báo vắng mặt." if back else "",
        )
    serving = ticket.state == "serving"
    since = (ticket.serving_at if serving else ticket.called_at) or now
    busy = "Số đang phục vụ: không gọi lại, không báo vắng."
    spent = f"Đã gọi lại {seen.recall_limit} lần: phục vụ hoặc báo vắng mặt."
    recall_reason = busy if serving else spent if ticket.calls > seen.recall_limit else ""
    return ServingProps(
        title="Đang phục vụ" if serving else "Đang gọi",
        number=ticket.label,
        line=f"{ticket.field} · lấy số {clock_time(ticket.issued_at)} · gọi {ticket.calls} lần",
        timer=Pill(running(since, now), "clock", "ok" if serving else "act"),
        priority=ticket.priority,
        next_text=f"{NEXT}  {upcoming[0].label}" if upcoming else f"{STEP_FINISH} {ticket.label}",
        next_reason="",
        recall_reason=recall_reason,
        no_show_reason=busy if serving else "",
        step_text=STEP_FINISH if serving else STEP_START,
        step_reason="",
        hint=recall_reason or (NOBODY if not upcoming else ""),
    )


def _idle(
    line: str,
    *,
    next_text: str = NEXT,
    next_reason: str = "",
    recall_reason: str = NO_TICKET,
    hint: str = "",
) -> ServingProps:
    return ServingProps(
        title="Quầy đang trống",
        number=NO_NUMBER,
        line=line,
        timer=None,
        priority=False,
        next_text=next_text,
        next_reason=next_reason,
        recall_reason=recall_reason,
        no_show_reason=NO_TICKET,
        step_text=STEP_START,
        step_reason=NO_TICKET,
        hint=hint,
    )


class ServingCard(Card):
    """Paints :class:`ServingProps`; its buttons ask for the acts by their keys."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (20, 14, 20, 12), self)
        top = column.nest(Row(look, 8))
        self._title = Label(look, "", "h2", wrap=False)
        top.add(self._title, align=_MIDDLE)
        top.fill()
        self._priority = top.add(StatusPill(look, _PRIORITY), align=_MIDDLE)
        self._timer = top.add(StatusPill(look, Pill("00:00", "clock", "ok")), align=_MIDDLE)
        self.number = Label(look, "", "number", wrap=False)
        column.add(self.number)
        self._line = Label(look, "", "input", "ink_2", elide=True)
        column.add(self._line)
        column.gap(12)
        self.next = column.add(DeskButton(look, NEXT, "volume", "F2", "primary", "big"))
        column.gap(8)
        pair = column.nest(Row(look, 8))
        self.recall = pair.add(DeskButton(look, "Gọi lại", "repeat", "F3"), 1)
        self.no_show = pair.add(DeskButton(look, "Vắng mặt", "userx", "F4"), 1)
        column.gap(8)
        self.step = column.add(DeskButton(look, STEP_START, "users", "F9"))
        column.gap(4)
        self._hint = Label(look, " ", "caption", "ink_2", elide=True)
        column.add(self._hint)
        column.fill()
        self._buttons = {"F2": self.next, "F3": self.recall, "F4": self.no_show, "F9": self.step}
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))

    @property
    def hint(self) -> str:
        """The line under the buttons."""
        return self._hint.text().strip()

    def set_props(self, props: ServingProps) -> None:
        """Show these props."""
        for label, text in (
            (self._title, props.title),
            (self.number, props.number),
            (self._line, props.line),
            (self._hint, props.hint or " "),
        ):
            if label.text() != text:
                label.setText(text)
        self.number.set_tone("ink" if props.timer else "ink_3")
        self._priority.setVisible(props.priority)
        self._timer.setVisible(props.timer is not None)
        if props.timer is not None and props.timer != self._timer.pill:
            self._timer.set_pill(props.timer)
        self.next.set_text(props.next_text)
        if self.next.reason != props.next_reason:
            self.next.set_reason(props.next_reason)
        self.step.set_text(props.step_text)
        for button, reason in (
            (self.recall, props.recall_reason),
            (self.no_show, props.no_show_reason),
            (self.step, props.step_reason),
        ):
            # The reason of these stands once, in the line below: the buttons keep their height.
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            button.setToolTip(reason)

    def set_doing(self, words: str) -> None:
        """Show what is being done on the main button; presses are ignored meanwhile."""
        self.next.set_busy(words)
