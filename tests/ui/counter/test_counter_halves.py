"""What was half entered on a page of a dossier stays until it is written or emptied."""

import pytest
from PySide6.QtCore import Qt

from kiosk.dossiers.model import Act, DossierState
from tests.dossiers.acting import brought_to, do
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import (
    ENTER,
    ESC,
    F8,
    F9,
    F10,
    F11,
    SPACE,
    TAB,
    AtDossier,
    Desk,
    desk,
)
from tests.ui.seeing import faint, nameless

__all__ = ["desk"]
S = DossierState
F12 = Key.Key_F12
NONE = Qt.KeyboardModifier.NoModifier
KEPT = "Phần đã nhập được giữ"


@pytest.mark.parametrize(
    ("key", "modifier"), [(F10, NONE), (F11, NONE), (Key.Key_L, CTRL), (Key.Key_B, CTRL)]
)
@pytest.mark.parametrize("away", [ESC, F8])
def test_what_was_typed_stands_there_again(
    desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier, away: Qt.Key
) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(key, modifier)
    box = "Ghi chú" if key == Key.Key_B else "Lý do"
    at.write(box, "con thieu")
    at.hands.hit(away)
    if away == ESC:
        assert at.told.startswith(KEPT)
    else:
        at.hands.scan(at.code)
    at.hands.hit(F11 if key != F11 else F10)
    assert at.page.entry().reason == "", "another act begins with nothing entered"
    assert at.page.kept.text == ""
    at.hands.hit(ESC)
    at.hands.hit(key, modifier)
    assert at.page.entry().reason == "con thieu"
    assert at.page.kept.text.startswith(f"{KEPT}: nhập tiếp")
    assert at.hands.bar()["Ctrl M"] == "Nhập lại từ đầu"


def test_each_dossier_has_its_own_half(desk: Desk) -> None:
    other = brought_to(desk.hands.store, S.PROCESSING)
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("mot")
    at.hands.hit(ESC)
    second = AtDossier(desk.hands, other)
    second.hands.hit(F11)
    assert second.page.entry().reason == ""
    second.hands.write("hai")
    second.hands.hit(ESC)
    at.hands.scan(at.code)
    at.hands.hit(F11)
    assert at.page.entry().reason == "mot"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
def test_papers_that_were_ticked_are_kept_and_the_line_is_whole(
    desk: Desk, size: tuple[int, int]
) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F10)
    at.hands.hit(SPACE)
    at.write("Tờ khai theo mẫu, thiếu", "thieu chu ky")
    at.write("Giấy tờ khác", "Giay chung sinh")
    before = at.page.entry()
    at.hands.hit(ESC)
    at.hands.hit(F10)
    assert at.page.entry() == before
    at.hands.window.resize(*size)
    at.hands.settle()
    at.picture(f"half-{size[0]}", size)
    assert troubles(at.hands.window) == []
    assert nameless(at.hands.window) == []
    assert faint(at.hands.window) == []


def test_what_was_kept_is_emptied_only_when_asked_twice(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    assert "Ctrl M" not in at.hands.bar()
    at.hands.write("khong")
    at.hands.hit(Key.Key_M, CTRL)
    at.hands.hit(ENTER)
    assert at.page.entry().reason == "khong", "the safe answer holds the focus"
    at.hands.hit(ESC)
    at.hands.hit(F11)
    at.empty()
    assert at.hands.at == "act"
    assert at.page.entry().reason == ""
    assert at.page.kept.text == ""
    assert at.hands.focused is at.page.form.reason.edit
    at.hands.hit(ESC)
    at.hands.hit(F11)
    assert at.page.entry().reason == ""


def test_what_was_written_is_not_kept(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.ctrl("B")
    at.write("Nơi nhận tiếp", "Phong Tu phap")
    at.hands.hit(F9)
    assert at.hands.at == "dossier"
    assert KEPT not in at.told
    at.ctrl("B")
    assert at.page.kept.text == ""
    assert at.page.entry().agency == ""


def test_the_manager_finds_what_the_officer_entered_and_makes_the_exception(
    desk: Desk, clock: SteppingClock
) -> None:
    at = desk.at(S.PROCESSING)
    clock.set("2026-12-02T09:00+07:00")
    at.hands.settle()
    at.hands.hit(F10)
    at.hands.hit(SPACE)
    at.write("Tờ khai theo mẫu, thiếu", "thieu chu ky")
    at.write("Lý do", "nop som")
    assert at.shut == "Chỉ người quản lý gửi được lần này"
    desk.sign_in_manager()
    at.hands.scan(at.code)
    at.hands.hit(F10)
    assert at.page.kept.text.startswith(f"{KEPT} (Lê Minh Mẫu nhập)")
    assert [one.what for one in at.page.entry().papers] == ["thieu chu ky"]
    assert at.page.entry().reason == "nop som"
    at.write("Người quản lý cho phép", "nguoi nop o xa")
    assert at.shut == ""
    at.hands.hit(F9)
    assert at.view.state is S.SUPPLEMENTING


def test_an_officer_who_comes_back_finds_his_own_half(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong")
    desk.sign_in_colleague(0)
    at.hands.scan(at.code)
    at.hands.hit(F11)
    assert at.page.entry().reason == "khong"
    assert "nhập)" not in at.page.kept.text


def test_the_next_officer_finds_nothing_half_entered(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong")
    desk.sign_in_colleague()
    at.hands.scan(at.code)
    at.hands.hit(F11)
    assert at.page.entry().reason == ""
    assert at.page.kept.text == ""


def test_another_counter_wrote_it_meanwhile(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    at.hands.hit(F11)
    at.hands.write("khong")
    at.hands.hit(F8)
    do(at.hands.store, Act.READY, at.code)
    at.hands.settle()
    at.hands.scan(at.code)
    at.hands.hit(F11)
    assert at.hands.at == "dossier", "the act cannot be done any more"


def test_the_page_of_fees_keeps_it(desk: Desk) -> None:
    at = desk.at(S.RECEIVED)
    at.hands.hit(Key.Key_T, CTRL)
    at.hands.write("AA-1")
    page = at.hands.window.charging.page
    assert page is not None
    for away in (F8, ESC):
        at.hands.hit(away)
        at.hands.scan(at.code)
        at.hands.hit(Key.Key_T, CTRL)
        assert page.form.receipt.text() == "AA-1"
        assert page.kept.text.startswith(KEPT)
    at.hands.hit(F9)
    assert at.told.startswith("Đã thu")
    at.hands.scan(at.code)
    at.hands.hit(Key.Key_T, CTRL)
    assert page.form.receipt.text() == ""
    assert page.kept.text == ""


def test_the_page_of_handing_back_keeps_it_but_for_what_is_vouched_for(desk: Desk) -> None:
    at = desk.at(S.RESULT_READY)
    at.hands.hit(F12)
    at.hands.hit(TAB)
    at.hands.hit(Key.Key_Right)
    at.hands.hit(SPACE)
    at.go_to("Đã đối chiếu")
    at.hands.hit(SPACE)
    at.write("Ghi chú", "chieu lay")
    page = at.hands.window.returning.page
    assert page is not None
    assert (page.entry().slip, page.entry().compared) == ("missing", True)
    at.hands.hit(ESC)
    at.hands.hit(F12)
    assert page.entry().note == "chieu lay"
    assert page.entry().slip == "missing"
    assert not page.entry().compared, "faces are compared anew"
    assert page.kept.text.startswith(KEPT)
    at.empty()
    assert page.entry().note == ""
