"""What whoever sits here took today: seen and printed by keyboard alone."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.fees import PaidBy, ReverseFee, TakeFee, reverse_fee, take_fee
from kiosk.storage.units import Actor
from kiosk.ui.counter.takings.page import TakingsPage
from kiosk.ui.counter.takings.props import NOTHING
from tests.fixtures.dossiers import receive
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import ENTER, ESC, F9, Desk, desk
from tests.ui.seeing import faint, jumps, nameless

__all__ = ["desk"]
HERE, THERE = Actor("QUAY1", "CV01"), Actor("QUAY2", "CV02")


def page_of(desk: Desk) -> TakingsPage:
    page = desk.hands.window.takings.page
    assert page is not None
    return page


@pytest.fixture
def code(desk: Desk) -> str:
    """Two sums, one of them taken back; another officer took one too."""
    store = desk.hands.store
    code = receive(store).code
    store.do(take_fee, TakeFee(code, 15_000, "AA-1"), HERE)
    wrong = store.do(take_fee, TakeFee(code, 8_000, "CK-1", PaidBy.TRANSFER), HERE)
    store.do(reverse_fee, ReverseFee(wrong.line.id, "ghi nhầm"), HERE)
    store.do(take_fee, TakeFee(code, 1_000, "AA-2"), THERE)
    desk.hands.settle()
    return code


def test_only_ones_own_lines_and_their_sums(desk: Desk, code: str) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    assert desk.hands.at == "takings"
    page = page_of(desk)
    rows = [(row.code, row.kind, row.amount, row.how) for row in page.table.rows_model.rows]
    assert rows == [
        (code, "Thu", "15.000 đ", "tiền mặt, AA-1"),
        (code, "Thu", "8.000 đ", "chuyển khoản, CK-1"),
        (code, "Hủy", "-8.000 đ", "ghi nhầm"),
    ]
    assert page.total.text() == "15.000 đ"
    assert page.props.sums[:2] == (("Tiền mặt", "15.000 đ"), ("Chuyển khoản", "0 đ"))


def test_the_list_is_printed_once(desk: Desk, code: str) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    desk.hands.at_once(F9, F9)
    desk.hands.settle()
    assert desk.hands.window.told == "Đang in danh sách thu hôm nay, tổng 15.000 đ."
    assert desk.hands.printer.sent.count("Danh sách thu ngày 23/11/2026") == 1
    desk.hands.hit(ESC)
    assert desk.hands.at == "main"
    desk.hands.hit(Key.Key_R, CTRL)
    papers = [row.title for row in desk.hands.window.papers.table.rows_model.rows]
    assert papers[0] == "Danh sách thu ngày 23/11/2026"


def test_what_comes_in_meanwhile_is_seen(desk: Desk, code: str) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    desk.hands.store.do(take_fee, TakeFee(code, 2_000, "AA-9"), HERE)
    desk.hands.settle()
    assert page_of(desk).total.text() == "17.000 đ"


def test_enter_opens_the_dossier_and_a_scan_too(desk: Desk, code: str) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    desk.hands.hit(ENTER)
    assert desk.hands.at == "dossier"
    desk.hands.hit(ESC)
    desk.hands.hit(Key.Key_D, CTRL)
    desk.hands.scan(code)
    assert desk.hands.at == "dossier"


def test_a_day_without_lines_prints_nothing_and_says_why(desk: Desk) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    desk.hands.hit(F9)
    assert page_of(desk).reply.text == NOTHING
    assert desk.hands.printer.sent == []


def test_the_next_officer_sees_nothing_of_it(desk: Desk, code: str) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    desk.sign_in_manager()
    desk.hands.hit(Key.Key_D, CTRL)
    assert page_of(desk).table.rows_model.rows == ()
    assert page_of(desk)._who.text() == "Phạm Văn Thử"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_page_is_whole_at_every_size(desk: Desk, code: str, size: tuple[int, int]) -> None:
    desk.hands.hit(Key.Key_D, CTRL)
    window = desk.hands.window
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert troubles(window) == []
    assert nameless(window) == []
    assert faint(window) == []
    assert jumps(window) == []
