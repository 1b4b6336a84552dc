"""The manager's window: signing in, the rail, idleness, sections that are there and that are not."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line, person
from kiosk.ui.admin.places import PLACES, place_of_figure, places_for
from kiosk.ui.admin.sign_in import IDLE_MINUTES
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import CTRL, AtDesk, Key


def acts(desk: AtDesk) -> list[str]:
    with desk.store.read() as unit:
        return [row.act for row in unit.rows(select(audit_line.c.act))]


def test_signing_in_by_keys_alone(desk: AtDesk) -> None:
    assert desk.window.props.officer == "Phạm Văn Thử"
    assert desk.window.current == "overview"
    assert "admin.signed_in" in acts(desk)
    assert desk.rail() == [
        "Tổng quan", "Văn phòng", "Lịch làm", "Quầy", "Cán bộ", "Thủ tục", "Giấy in", "Thiết bị",
        "Sổ hồ sơ", "Đăng xuất",
    ]  # fmt: skip


def test_a_wrong_pin_is_said_and_five_of_them_lock(empty_desk: AtDesk) -> None:
    desk = empty_desk
    desk.sign_in(pin="111111")
    assert "Còn 4 lần" in desk.window.sign_in.pin.error
    assert desk.window.host is None
    for _ in range(4):
        desk.type("111111")
        desk.press(Key.Key_Return)
    assert "tạm khóa" in desk.window.sign_in.pin.error
    desk.type("998877")
    desk.press(Key.Key_Return)
    assert desk.window.host is None


def test_an_officer_is_refused_politely(empty_desk: AtDesk) -> None:
    empty_desk.sign_in("CV01", "246801")
    assert "không giữ việc điều hành" in empty_desk.window.sign_in.code.error
    assert empty_desk.window.props.rail == ()
    assert clipping.troubles(empty_desk.window) == []


def test_the_keeper_of_machines_sees_machines_only(empty_desk: AtDesk) -> None:
    desk = empty_desk
    with desk.store.write(desk.workplace.station.actor()) as unit:  # type: ignore[union-attr]
        unit.run(update(person).where(person.c.code == "QL01").values(role="it"))
    desk.sign_in()
    assert desk.rail() == ["Giấy in", "Thiết bị", "Đăng xuất"]
    assert desk.window.current == "prints"
    desk.go(1)
    assert desk.window.current == "prints"
    desk.go(8)
    assert desk.window.current == "devices"
    desk.window.go("people")
    assert desk.window.current == "devices"


def test_every_place_opens_by_its_figure(desk: AtDesk) -> None:
    for figure, place in enumerate(PLACES, 1):
        desk.go(figure)
        assert desk.window.current == place.key
        assert desk.window.pages.currentWidget() is desk.window.sections[place.key]


def test_a_section_is_made_once_and_kept(desk: AtDesk) -> None:
    first = desk.window.section
    desk.go(8)
    desk.go(1)
    assert desk.window.section is first


def test_signing_out_leaves_nothing_behind(desk: AtDesk) -> None:
    desk.go(8)
    desk.press(Key.Key_N, CTRL)
    assert desk.window.host is None
    assert desk.window.sections == {}
    assert desk.window.props.officer == ""
    assert desk.window.sign_in.code.text() == ""
    assert "admin.signed_out" in acts(desk)


def test_after_idle_minutes_it_signs_out_and_says_why(desk: AtDesk) -> None:
    for _ in range(IDLE_MINUTES * 60 - 1):
        desk.window.idle.tick()
    assert desk.window.props.officer
    assert "sắp tự đăng xuất" in desk.window.told
    desk.window.idle.tick()
    desk.settle()
    assert desk.window.host is None
    assert f"{IDLE_MINUTES} phút" in desk.window.sign_in.note.text()


def test_what_is_not_saved_is_asked_about_once(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.window.section), "unsaved", property(lambda _: True))
    desk.go(8)
    assert desk.question is not None
    assert desk.question.safe == "Ở lại"
    desk.answer("safe")
    assert desk.window.current == "overview"
    desk.press(Key.Key_N, CTRL)
    desk.answer("wanted")
    assert desk.window.host is None


def test_an_answer_after_signing_out_reaches_nobody(desk: AtDesk) -> None:
    told: list[object] = []
    assert desk.window.host is not None
    desk.window.host.read(lambda unit: unit.day, told.append)
    desk.window.ask_to_leave()
    desk.settle()
    assert told == []


def test_a_store_that_is_silent_is_said_and_comes_back(desk: AtDesk) -> None:
    desk.workplace.lost.emit(Refused("store.unreachable"))
    assert "Máy tự thử lại từ 09:24" in desk.window.props.strip
    assert clipping.troubles(desk.window) == []
    desk.workplace.changed.emit()
    assert desk.window.props.strip == ""


def test_before_the_store_is_open_it_says_why_not(
    closed_desk: AtDesk, expected_log: Callable[[str], None]
) -> None:
    expected_log("store was not opened")
    closed_desk.sign_in()
    assert closed_desk.window.sign_in.pin.error
    closed_desk.refused = Refused("store.missing", file="x")
    closed_desk.workplace.start()
    closed_desk.jobs.run_all()
    assert closed_desk.window.sign_in.note.text()
    assert clipping.troubles(closed_desk.window) == []


def test_help_lists_the_keys(desk: AtDesk) -> None:
    desk.press(Key.Key_F1)
    assert desk.question is not None
    assert "Ctrl 1" in desk.question.text
    assert clipping.troubles(desk.window) == []


def test_roles_and_figures() -> None:
    assert [place.key for place in places_for("it")] == ["prints", "devices"]
    assert places_for("officer") == ()
    assert place_of_figure("manager", 1) == "overview"
    assert place_of_figure("it", 1) == ""
    assert place_of_figure("manager", len(PLACES) + 1) == ""
    assert {place.made_by for place in PLACES} == {f"{p.key.title()}Section" for p in PLACES}


def test_sign_in_is_named_and_in_reading_order(empty_desk: AtDesk) -> None:
    assert seeing.nameless(empty_desk.window) == []
    assert seeing.jumps(empty_desk.window) == []
    assert seeing.faint(empty_desk.window) == []
