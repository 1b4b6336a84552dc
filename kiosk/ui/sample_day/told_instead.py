"""What the kiosk says where something cannot be: called in vain, no more numbers, a pause."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.ids import new_id
from kiosk.office.fields_keeping import ChangeField, change_field, kept_fields
from kiosk.queue.calling import AtCounter, mark_no_show
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.picking import CallThis, call_this
from kiosk.ui.sample_day.day import MANAGER, SampleDay
from kiosk.ui.sample_day.screens import in_every_look

FIELD, FREE_COUNTER = "HT", 2
WHY = "Mất điện, máy phát đang khởi động. Mời Ông/Bà ngồi chờ trong sảnh"


def told_instead(day: SampleDay) -> Iterator[str]:
    """Low reach, a number missed and taken up again, a field that is full, an office that pauses."""
    person, kiosk = day.person, day.citizen
    kiosk.go_home()
    person.press("Tầm thấp")
    day.keep(kiosk, "citizen-home-low")
    person.press("Lấy số thứ tự")
    day.keep(kiosk, "citizen-choose-service-low")
    kiosk.go_home()
    person.press("Lấy số thứ tự")
    person.press("Hộ tịch")
    person.press("Lấy số: Hộ tịch")
    label = day.taken_label()
    kiosk.go_home()
    _do(day, call_this, CallThis(FREE_COUNTER, label, "người cao tuổi đứng chờ"))
    _do(day, mark_no_show, AtCounter(FREE_COUNTER))
    person.scan(label)
    day.keep(kiosk, "citizen-ticket-missed")
    person.answer("Trở lại hàng")
    day.keep(kiosk, "citizen-ticket-back")
    person.answer("Đã hiểu")
    yield "Số bị lỡ: quét lại phiếu ở ki-ốt, trở lại hàng một lần."
    with day.station().store.read() as unit:
        seen = next(one.entry for one in kept_fields(unit) if one.entry.prefix == FIELD)
    _do(day, change_field, ChangeField(replace(seen, daily_limit=1), seen))
    person.press("Lấy số thứ tự")
    person.press("Hộ tịch")
    in_every_look(day, "citizen-field-full")
    kiosk.go_home()
    _do(day, change_field, ChangeField(seen, replace(seen, daily_limit=1)))
    _do(day, pause_office, PauseOffice(WHY))
    in_every_look(day, "citizen-home-paused")
    _do(day, resume_office, ResumeOffice())
    yield "Hết số hôm nay, văn phòng tạm dừng: ki-ốt nói lý do và việc cần làm."


def _do(day: SampleDay, use_case: Any, wish: Any) -> None:
    station = day.station()
    station.store.do(use_case, wish, station.actor(MANAGER), new_id())
    day.breathe()
