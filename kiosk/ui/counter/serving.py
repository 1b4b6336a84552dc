"""The counter's own ticket: its number, and what one can do with it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from kiosk.office.model import Pause

NOBODY = "Chưa có người chờ."
NO_NUMBER = " "
"""Keeps the number's place: what stands below it does not jump when a number is called."""
NO_TICKET = "Chưa gọi số nào."
WAIT_FOR_STORE = "Đang mở sổ dữ liệu."
NEXT, STEP_START, STEP_FINISH = "Gọi số tiếp theo", "Phục vụ", "Xong"
HOLD = "Tạm giữ"
PAUSED = "Văn phòng đang tạm dừng."
HIGH = 352
_PRIORITY = Pill("Ưu tiên", "priority", "warn")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ServingProps:
    """What the card shows. An act with a reason cannot be done now, and the reason says why.

    ``why``: the reason of the call; ``next_told``: the whole sentence where the reason on the
    button is a short one.
    """

    title: str
    number: str
    line: str
    timer: Pill | None
    priority: bool
    next_text: str
    next_reason: str
    recall_reason: str
    no_show_reason: str
    pass_reason: str
    hold_text: str
    hold_reason: str
    step_text: str
    step_reason: str
    why: str = ""
    next_told: str = ""


def derive_serving(seen: Seen | None, now: datetime) -> ServingProps:
    """The card's props."""
    if seen is None:
        return _idle(WAIT_FOR_STORE, next_reason=WAIT_FOR_STORE)
    if seen.pause is not None:
        told = paused_words(seen.pause)
        return replace(_derive(seen, now), next_reason=PAUSED, next_told=told)
    return _derive(seen, now)


def paused_words(pause: "Pause") -> str:
    """Since when and why the whole office pauses, and what holds meanwhile."""
    why = pause.why.rstrip(".")
    return (
        f"Văn phòng tạm dừng tiếp nhận từ {clock_time(pause.since)}: {why}. "
        "Chưa gọi số mới; số đã lấy giữ nguyên chỗ."
    )


def _derive(seen: Seen, now: datetime) -> ServingProps:
    ticket, upcoming = seen.queue.active, seen.queue.upcoming
    if ticket is None:
        back, held = seen.back, seen.queue.held
        line = NO_TICKET + (" Bấm F2 để gọi." if upcoming else "")
        return _idle(
            f"{back.label} vừa báo vắng mặt; F3 gọi lại." if back else line,
            next_text=f"{NEXT}  {upcoming[0].label}" if upcoming else NEXT,
            next_reason="" if upcoming else NOBODY,
            recall_reason="" if back else NO_TICKET,
            hold_text=f"Gọi {held[0].label}" if held else HOLD,
            hold_reason="" if held else NO_TICKET,
        )
    serving = ticket.state == "serving"
    since = (ticket.serving_at if serving else ticket.called_at) or now
    busy = "Số đang phục vụ: không gọi lại, không báo vắng."
    spent = f"Đã gọi lại {seen.recall_limit} lần: phục vụ hoặc báo vắng."
    # How often it was called here the store alone knows once it has come back to wait.
    used_up = ticket.put_back_at is None and ticket.calls > seen.recall_limit
    recall_reason = busy if serving else spent if used_up else ""
    line = f"{ticket.field} · lấy số {clock_time(ticket.issued_at)} · gọi {ticket.calls} lần"
    return ServingProps(
        title="Đang phục vụ" if serving else "Đang gọi",
        number=ticket.label,
        line=spent if used_up and not serving else line,
        timer=Pill(running(since, now), "clock", "ok" if serving else "act"),
        priority=ticket.priority,
        next_text=f"{NEXT}  {upcoming[0].label}" if upcoming else f"Hoàn thành {ticket.label}",
        next_reason="",
        recall_reason=recall_reason,
        no_show_reason=busy if serving else "",
        pass_reason="",
        hold_text=HOLD,
        hold_reason="",
        step_text=STEP_FINISH if serving else STEP_START,
        step_reason="",
        why=ticket.reason[:1].upper() + ticket.reason[1:],
    )


def _idle(
    line: str,
    *,
    next_text: str = NEXT,
    next_reason: str = "",
    recall_reason: str = NO_TICKET,
    hold_text: str = HOLD,
    hold_reason: str = NO_TICKET,
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
        pass_reason=NO_TICKET,
        hold_text=hold_text,
        hold_reason=hold_reason,
        step_text=STEP_START,
        step_reason=NO_TICKET,
    )


class ServingCard(Card):
    """Paints :class:`ServingProps`; its buttons ask for the acts by their keys."""

    asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (20, 6, 20, 10), self)
        top = column.nest(Row(look, 8))
        self._title = Label(look, "", "h2", wrap=False)
        top.add(self._title, align=_MIDDLE)
        top.fill()
        self.step = top.add(DeskButton(look, STEP_START, key="F9"), align=_MIDDLE)
        self._timer = top.add(StatusPill(look, Pill("00:00", "clock", "ok")), align=_MIDDLE)
        self.number = Label(look, "", "number", wrap=False)
        column.add(self.number)
        under = column.nest(Row(look, 8))
        self._line = Label(look, "", "input", "ink_2", elide=True)
        under.add(self._line, 1, _MIDDLE)
        self._call_reason = Label(look, "", "caption", "ink_2", elide=True)
        self._priority = under.add(StatusPill(look, _PRIORITY), align=_MIDDLE)
        column.add(self._call_reason)
        column.gap(2)
        self.next = column.add(DeskButton(look, NEXT, "volume", "F2", "primary", "big"))
        column.gap(6)
        pair = column.nest(Row(look, 8))
        self.recall = pair.add(DeskButton(look, "Gọi lại", "repeat", "F3"), 1)
        self.no_show = pair.add(DeskButton(look, "Vắng mặt", "userx", "F4"), 1)
        column.gap(6)
        pair = column.nest(Row(look, 8))
        self.pass_on = pair.add(DeskButton(look, "Chuyển quầy", "swap", "F5"), 1)
        self.hold = pair.add(DeskButton(look, HOLD, "pause", "F6"), 1)
        column.fill()
        self.setMinimumHeight(look.px(HIGH))
        self._why: dict[str, str] = {}
        self._buttons = {
            "F2": self.next,
            "F3": self.recall,
            "F4": self.no_show,
            "F5": self.pass_on,
            "F6": self.hold,
            "F9": self.step,
        }
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))

    def wear(self, look: Look) -> None:
        super().wear(look)
        self.setMinimumHeight(look.px(HIGH))

    def why_not(self, key: str) -> str:
        """Why that key does nothing now; empty where it does something, or is not of this card."""
        return self._why.get(key, "")

    @property
    def line(self) -> str:
        """The line under the number."""
        return self._line.text()

    @property
    def call_reason(self) -> str:
        """Why the number was called, as it stands under it."""
        return self._call_reason.text().strip()

    def set_props(self, props: ServingProps) -> None:
        """Show these props."""
        for label, text in (
            (self._title, props.title),
            (self.number, props.number),
            (self._line, props.line),
            (self._call_reason, props.why or " "),
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
        full = "Hoàn thành" if props.step_text == STEP_FINISH else "Bắt đầu phục vụ"
        self.step.setAccessibleName(f"{full}, F9")
        self.step.setVisible(not props.step_reason)
        self.hold.set_text(props.hold_text)
        self._why = {
            "F2": props.next_told or props.next_reason,
            "F3": props.recall_reason,
            "F4": props.no_show_reason,
            "F5": props.pass_reason,
            "F6": props.hold_reason,
            "F9": props.step_reason,
        }
        for key, button in self._buttons.items():
            if button is self.next:
                continue
            # The reason is told when the key is pressed: the buttons keep their height.
            reason = self._why[key]
            button.setEnabled(not reason)
            button.setAccessibleDescription(reason)
            button.setToolTip(reason)

    def set_doing(self, words: str) -> None:
        """Show what is being done on the main button; presses are ignored meanwhile."""
        self.next.set_busy(words)
