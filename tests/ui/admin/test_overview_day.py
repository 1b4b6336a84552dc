"""The manager pauses the office, lets it go on, ends the day; what nobody serves is told."""

import pytest

from kiosk.office.counters_keeping import ChangeCounter, change_counter, entry_of
from kiosk.office.entries import CounterEntry
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket
from tests.fixtures.store import KIOSK, MANAGER, OFFICER
from tests.ui import clipping
from tests.ui.admin.admin_kit import CTRL, AtDesk, Key
from tests.ui.admin.test_admin_overview import overview
from tests.ui.seeing import faint, jumps, nameless

SIZES = ((1366, 768), (1440, 900), (1920, 1080))


def _numbers(desk: AtDesk) -> None:
    for field in ("HT", "HT", "CT"):
        desk.store.do(take_number, TakeNumber(field), KIOSK)
    desk.store.do(call_next, AtCounter(1), OFFICER)
    desk.press(Key.Key_R, CTRL)


def _pause(desk: AtDesk) -> str:
    with desk.store.read() as unit:
        pause = office_now(unit).pause
    return pause.why if pause is not None else ""


def _bar(desk: AtDesk) -> dict[str, str]:
    return dict(desk.window.props.keys)


@pytest.mark.parametrize("size", SIZES)
def test_the_office_pauses_and_goes_on(desk: AtDesk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    assert _bar(desk)["F9"] == "Tạm dừng"
    desk.press(Key.Key_F9)
    assert overview(desk).entering
    assert (clipping.troubles(desk.window), nameless(desk.window)) == ([], [])
    assert (faint(desk.window), jumps(desk.window)) == ([], [])
    desk.press(Key.Key_F9)
    assert overview(desk).pausing.why.error == "Ghi lý do tạm dừng để người dân biết."
    desk.type("Mat dien")
    desk.press(Key.Key_F9)
    desk.answer("wanted")
    assert _pause(desk) == "Mat dien"
    assert not overview(desk).entering
    page = overview(desk).page
    assert page.props is not None
    assert (page.title.text(), page.title.tone) == ("Văn phòng đang tạm dừng", "warn")
    assert desk.window.props.strip == "Văn phòng tạm dừng tiếp nhận từ 09:24: Mat dien."
    assert clipping.troubles(desk.window) == []
    assert _bar(desk)["F9"] == "Tiếp nhận lại"
    desk.press(Key.Key_F9)
    desk.answer("wanted")
    assert _pause(desk) == ""
    assert (page.title.text()[:7], page.title.tone) == ("Hôm nay", "ink")
    assert desk.window.props.strip == ""
    assert clipping.troubles(desk.window) == []


def test_a_usual_reason_is_taken_by_hand(desk: AtDesk) -> None:
    desk.press(Key.Key_F9)
    section = overview(desk)
    desk.click(section.pausing.usual.segments[2])
    assert section.pausing.why.text() == "Sơ tán khẩn cấp"
    desk.press(Key.Key_Return)
    desk.answer("safe")
    assert (_pause(desk), section.entering) == ("", True)
    desk.press(Key.Key_Escape)
    assert not section.entering
    assert section.page.pause.hasFocus()


def test_whoever_was_slower_is_told(desk: AtDesk) -> None:
    desk.press(Key.Key_F9)
    desk.type("Hop")
    desk.store.do(pause_office, PauseOffice("Mất điện"), MANAGER)
    desk.press(Key.Key_F9)
    desk.answer("wanted")
    assert _pause(desk) == "Mất điện"
    assert "đang tạm dừng rồi" in desk.window.told
    desk.store.do(resume_office, ResumeOffice(), MANAGER)
    desk.settle()
    assert desk.window.props.strip == ""


def test_the_day_is_ended_early_only_after_asking(desk: AtDesk) -> None:
    _numbers(desk)
    desk.press(Key.Key_F10)
    asked = desk.question
    assert asked is not None
    assert asked.title == "Kết thúc ngày sớm?"
    assert "Văn phòng còn mở cửa" in asked.text
    assert "2 số chưa gọi và 1 số ở quầy" in asked.text
    assert clipping.troubles(desk.window) == []
    desk.answer("safe")
    with desk.store.read() as unit:
        assert find_ticket(unit, "HT-002").state == "waiting"
    desk.press(Key.Key_F10)
    desk.answer("wanted")
    assert desk.window.told == "Đã kết thúc ngày: đóng 2 số chưa gọi, 1 số ở quầy."
    with desk.store.read() as unit:
        assert find_ticket(unit, "HT-001").state == "expired"
    note = overview(desk).page.kpis["taken"].kpi.note
    assert note == "0 chờ · 0 vắng · 3 hết ngày"
    assert clipping.troubles(desk.window) == []


def test_after_hours_it_is_not_early(desk: AtDesk) -> None:
    _numbers(desk)
    desk.clock.set("2026-11-23T18:00+07:00")
    desk.press(Key.Key_R, CTRL)
    desk.press(Key.Key_F10)
    assert desk.question is not None
    assert desk.question.title == "Kết thúc ngày?"
    assert "còn mở cửa" not in desk.question.text
    desk.answer("wanted")
    assert desk.window.told.startswith("Đã kết thúc ngày")


@pytest.mark.parametrize("size", SIZES)
def test_who_waits_where_no_counter_serves_is_told(desk: AtDesk, size: tuple[int, int]) -> None:
    _numbers(desk)
    desk.window.resize(*size)
    page = overview(desk).page
    assert page.props is not None
    assert page.props.warning == ""
    with desk.store.read() as unit:
        counters: list[CounterEntry] = [entry_of(one) for one in office_now(unit).counters]
    for seen in counters:
        left = tuple(prefix for prefix in seen.fields if prefix != "CT")
        if left != seen.fields:
            wanted = CounterEntry(seen.number, seen.name, left, seen.active)
            desk.store.do(change_counter, ChangeCounter(wanted, seen), MANAGER)
    desk.press(Key.Key_R, CTRL)
    assert page.props.warning.startswith(
        "Chưa quầy nào nhận lĩnh vực Chứng thực: 1 người đang chờ."
    )
    assert clipping.troubles(desk.window) == []


def test_last_evenings_number_stands_at_no_counter(desk: AtDesk) -> None:
    _numbers(desk)
    desk.clock.set("2026-11-24T07:40+07:00")
    desk.press(Key.Key_R, CTRL)
    props = overview(desk).page.props
    assert props is not None
    assert {one.label for one in props.counters} == {"—"}
