"""Fees at the counter: taken, waived, taken back, told where one is still open; keys alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.fees import (
    FeeKind,
    FeeLine,
    FeeStanding,
    PaidBy,
    TakeFee,
    fees_of,
    take_fee,
)
from kiosk.dossiers.model import DossierState
from kiosk.storage.units import Actor
from kiosk.ui.counter.fees.page import FeePage
from kiosk.ui.counter.fees.props import (
    PAID,
    REVERSED,
    WAIVED,
    FeeEntry,
    FeesBefore,
    begun,
    derive_fees,
    lacking,
    typed_amount,
)
from kiosk.ui.counter.fees.said import fees_said, open_said
from kiosk.ui.counter.seen import FeesSeen
from tests.dossiers.acting import brought_to
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import ESC, F9, SPACE, AtDossier, Desk, desk
from tests.ui.seeing import faint, jumps, nameless

__all__ = ["desk"]
S = DossierState
F12 = Key.Key_F12


def standing(at: AtDossier) -> FeeStanding:
    with at.hands.store.read() as unit:
        return fees_of(unit, at.code)[0]


def page_of(at: AtDossier) -> FeePage:
    page = at.hands.window.charging.page
    assert page is not None
    return page


def charging(desk: Desk, state: DossierState = S.PROCESSING) -> AtDossier:
    at = desk.at(state)
    at.hands.hit(Key.Key_T, CTRL)
    assert at.hands.at == "fee"
    return at


def test_the_sum_stands_there_and_only_the_receipt_is_asked(desk: Desk) -> None:
    at = charging(desk)
    assert page_of(at).form.amount.text() == "15.000"
    assert page_of(at).props is not None
    at.hands.hit(F9)
    assert page_of(at).reply.text == "Ghi số biên lai"
    at.hands.write("AA-000123")
    at.hands.hit(F9)
    assert at.told == "Đã thu 15.000 đ, biên lai AA-000123. Đã đủ."
    assert at.hands.at == "dossier"
    assert standing(at) == FeeStanding(15_000, 15_000, 0)
    said = at.hands.window.dossier.fees.said
    assert said == "**Đã đủ** · đã thu 15.000 đ · biên lai AA-000123"


def test_a_part_by_transfer_leaves_the_rest_to_be_taken(desk: Desk) -> None:
    at = charging(desk)
    page = page_of(at)
    at.hands.write("CK-1")
    at.go_to("Số tiền")
    at.hands.hit(Key.Key_A, CTRL)
    at.hands.write("5000")
    at.go_to("Tiền mặt")
    at.hands.hit(Key.Key_Right)
    at.hands.hit(F9)
    assert at.hands.at == "fee"
    assert at.told == "Đã thu 5.000 đ, biên lai CK-1. Còn phải thu 10.000 đ."
    assert page.form.amount.text() == "10.000"
    assert page.form.receipt.text() == ""
    with at.hands.store.read() as unit:
        assert fees_of(unit, at.code)[1][0].by is PaidBy.TRANSFER


def test_a_waiver_needs_a_reason(desk: Desk) -> None:
    at = charging(desk)
    at.go_to("Thu tiền")
    at.hands.hit(Key.Key_Right)
    at.hands.hit(F9)
    assert page_of(at).reply.text == "Ghi lý do miễn, giảm"
    at.write("Lý do", "ho ngheo")
    at.hands.hit(F9)
    assert at.told == "Đã ghi miễn 15.000 đ. Đã đủ."
    assert standing(at) == FeeStanding(15_000, 0, 15_000)


def test_a_line_written_by_mistake_is_taken_back_with_a_reason(desk: Desk) -> None:
    at = charging(desk)
    at.hands.write("AA-1")
    at.hands.hit(F9)
    at.hands.rested()
    at.hands.hit(Key.Key_T, CTRL)
    at.go_to("Thu tiền")
    at.hands.hit(Key.Key_Right, times=2)
    at.write("Lý do", "nham ho so")
    told = page_of(at).props
    assert told is not None
    assert told.told == (
        "Hủy khoản **15.000 đ**, tiền mặt, biên lai AA-1",
        "Số biên lai AA-1 không dùng lại.",
        "Lý do: nham ho so",
    )
    at.hands.hit(F9)
    assert at.told == "Đã hủy khoản 15.000 đ. Còn phải thu 15.000 đ."
    assert at.hands.at == "fee"
    assert standing(at).left == 15_000


def test_what_another_officer_wrote_only_a_manager_takes_back(desk: Desk) -> None:
    code = receive(desk.hands.store).code
    desk.hands.store.do(take_fee, TakeFee(code, 15_000, "AA-1"), Actor("QUAY2", "CV02"))
    desk.hands.settle()
    at = AtDossier(desk.hands, code)
    at.hands.hit(Key.Key_T, CTRL)
    at.go_to("Thu tiền")
    at.hands.hit(Key.Key_Right, times=2)
    at.write("Lý do", "nham")
    at.hands.hit(F9)
    assert page_of(at).reply.text.startswith("Khoản của người khác")
    at.hands.hit(ESC)
    desk.sign_in_manager()
    at = AtDossier(desk.hands, code)
    at.hands.hit(Key.Key_T, CTRL)
    assert page_of(at).kept.text.startswith("Phần đã nhập được giữ (")
    assert page_of(at).form.entry().reason == "nham"
    at.hands.hit(F9)
    assert at.told == "Đã hủy khoản 15.000 đ. Còn phải thu 15.000 đ."


def test_a_receipt_used_before_is_refused_and_the_entry_stays(desk: Desk) -> None:
    other = receive(desk.hands.store).code
    desk.hands.store.do(take_fee, TakeFee(other, 5_000, "AA-1"), Actor("QUAY2", "CV02"))
    at = charging(desk)
    at.hands.write("AA-1")
    at.hands.hit(F9)
    assert f"Biên lai số AA-1 đã ghi cho hồ sơ {other}" in page_of(at).reply.text
    assert page_of(at).form.receipt.text() == "AA-1"
    assert standing(at).paid == 0


def test_two_presses_take_once(desk: Desk) -> None:
    at = charging(desk)
    at.hands.write("AA-1")
    at.hands.at_once(F9, F9)
    at.hands.settle()
    assert standing(at).paid == 15_000


def test_a_receipts_code_is_scanned_and_a_slip_leads_away_only_from_an_empty_page(
    desk: Desk,
) -> None:
    other = brought_to(desk.hands.store, S.RECEIVED)
    at = charging(desk)
    at.hands.scan("BL2026-000123")
    assert page_of(at).form.receipt.text() == "BL2026-000123"
    at.hands.scan(other)
    assert at.hands.at == "fee"
    assert page_of(at).reply.text.startswith("Đang nhập dở")
    assert page_of(at).form.receipt.text() == "BL2026-000123"
    at.empty()
    at.hands.scan(other)
    assert at.hands.at == "dossier"


def test_a_fee_that_is_open_is_told_where_the_result_goes_out(desk: Desk) -> None:
    at = desk.at(S.RESULT_READY)
    at.hands.hit(F12)
    page = at.hands.window.returning.page
    assert page is not None
    assert page.owed.text() == "Còn phải thu 15.000 đ: bấm Ctrl T để thu."
    at.hands.hit(Key.Key_T, CTRL)
    assert at.hands.at == "fee"
    at.hands.write("AA-1")
    at.hands.hit(F9)
    assert at.hands.at == "dossier"
    at.hands.rested()
    at.hands.hit(F12)
    assert page.owed.text() == ""
    assert not page.owed.isVisible()
    assert "Ctrl T" not in at.hands.bar()


def test_a_fee_that_is_open_holds_no_result_back(desk: Desk) -> None:
    at = desk.at(S.RESULT_READY)
    at.hands.hit(F12)
    at.go_to("Có giấy hẹn")
    at.hands.hit(SPACE)
    at.hands.hit(F9)
    assert at.view.state is S.RETURNED


def test_yesterdays_line_is_a_managers(desk: Desk, clock: SteppingClock) -> None:
    at = charging(desk)
    at.hands.write("AA-1")
    at.hands.hit(F9)
    clock.set("2026-11-25T09:00+07:00")
    at.hands.scan(at.code)
    at.hands.rested()
    at.hands.hit(Key.Key_T, CTRL)
    row = page_of(at).form.table.rows_model.rows[0]
    assert row.shut.startswith("Khoản của người khác hoặc của hôm trước")


AT = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)
LINE = FeeLine(
    "p1", "H99", FeeKind.PAID, 5_000, PaidBy.CASH, "AA-1", "", AT, "CV01", "Lê", False, False
)
BEFORE = FeesBefore(
    code="H99",
    procedure="",
    words="15.000 đồng",
    standing=FeeStanding(15_000, 5_000, 0),
    lines=(LINE,),
    officer="CV01",
    manager=False,
    today=AT.date(),
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15.000", 15_000),
        (" 15000 ", 15_000),
        ("15 000 đ", 15_000),
        ("1.500.000 đồng", 1_500_000),
        ("0", 0),
        ("", None),
        ("15,5", None),
        ("15.00", None),
        ("-15.000", None),
        ("muoi lam", None),
        ("１５０", None),
    ],
)
def test_sums_as_they_are_typed(text: str, amount: int | None) -> None:
    assert typed_amount(text) == amount


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (FeeEntry(), "Ghi số tiền"),
        (FeeEntry(amount="x"), "Ghi số tiền bằng chữ số, thí dụ 15.000"),
        (FeeEntry(amount="0"), "Ghi số tiền bằng chữ số, thí dụ 15.000"),
        (FeeEntry(amount="10.000"), "Ghi số biên lai"),
        (FeeEntry(amount="10.000", receipt="AA-2"), ""),
        (FeeEntry(deed=WAIVED, amount="10.000"), "Ghi lý do miễn, giảm"),
        (FeeEntry(deed=WAIVED, amount="10.000", reason="hộ nghèo"), ""),
        (FeeEntry(deed=REVERSED), "Chọn khoản cần hủy"),
        (FeeEntry(deed=REVERSED, line="p1"), "Ghi lý do hủy"),
        (FeeEntry(deed=REVERSED, line="p1", reason="nhầm"), ""),
    ],
)
def test_the_first_thing_that_is_lacking_is_said(entry: FeeEntry, said: str) -> None:
    assert lacking(BEFORE, entry) == said


def test_what_cannot_be_taken_back_says_why() -> None:
    entry = FeeEntry(deed=REVERSED, line="p1", reason="nhầm")
    for line, said in (
        (replace(LINE, reversed=True), "Khoản này đã hủy"),
        (replace(LINE, kind=FeeKind.REVERSED), "Dòng này là dòng hủy"),
    ):
        assert lacking(replace(BEFORE, lines=(line,)), entry) == said
    assert lacking(replace(BEFORE, lines=()), entry) == "Chưa ghi khoản nào để hủy"


def test_more_than_is_left_is_warned_of_but_not_held_up() -> None:
    props = derive_fees(BEFORE, FeeEntry(amount="20.000", receipt="AA-2"))
    assert props.warning.startswith("Nhiều hơn số còn phải thu (10.000 đ)")
    assert props.shut == ""
    assert begun(BEFORE).amount == "10.000"


def test_how_the_fees_stand_in_one_sentence() -> None:
    def said(asked: int | None, paid: int, waived: int, receipt: str = "") -> str:
        return fees_said(FeesSeen(FeeStanding(asked, paid, waived), receipt), "theo nghị quyết")

    assert said(15_000, 0, 0) == "Còn **15.000 đ** / 15.000 đ"
    assert (
        said(15_000, 5_000, 0, "A1") == "Còn **10.000 đ** / 15.000 đ · đã thu 5.000 đ · biên lai A1"
    )
    assert said(15_000, 0, 15_000) == "**Đã đủ** · miễn 15.000 đ"
    assert said(0, 0, 0) == "Không phải thu"
    assert said(None, 0, 0) == "theo nghị quyết"
    assert said(None, 8_000, 0, "A1") == "đã thu 8.000 đ · biên lai A1 · theo nghị quyết"
    assert fees_said(None, "miễn") == "miễn"
    assert open_said(FeesSeen(FeeStanding(None, 0, 0))) == ""
    assert open_said(FeesSeen(FeeStanding(5_000, 5_000, 0))) == ""


@pytest.mark.parametrize("deed", [PAID, WAIVED, REVERSED])
@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_page_is_whole_at_every_size(desk: Desk, size: tuple[int, int], deed: str) -> None:
    at = charging(desk)
    at.hands.write("AA-1")
    page_of(at).form.amount.set_text("5.000")
    at.hands.hit(F9)
    window = at.hands.window
    page_of(at).form.deeds.choose(deed)
    page_of(at).form.changed.emit()
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert troubles(window) == []
    assert nameless(window) == []
    assert faint(window) == []
    assert jumps(window) == []
