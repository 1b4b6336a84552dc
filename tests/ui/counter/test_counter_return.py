"""A result is handed back: to whom, on what, by keyboard alone, and never by mistake."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.life import MoveDossier, mark_ready, return_result
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.reading import DossierView, find_dossier
from kiosk.dossiers.returning import ReturnResult
from kiosk.storage.units import Actor
from kiosk.ui.counter.return_page import ReturnPage
from kiosk.ui.counter.return_props import ReturnEntry, derive_return
from tests.dossiers.acting import do
from tests.fixtures.dossiers import receive
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import AtCounter, Key
from tests.ui.seeing import faint, jumps, nameless

HERE = Actor("QUAY1", "CV01")
OWN = "001203004567|123456789|Nguyen Van An|05032003|Nam|So 12, duong Hoa Sen|10102021"
OTHER = "001303004568||Ly Thi Sau|05032003|Nu|To 5|10102021"
LETTER = {"to": "representative", "name": "Ly Thi Sau", "id_number": "001303004568"}


class Pace:
    """Keys by hand, or as fast as a scanner's."""

    def __init__(self) -> None:
        self.at, self.step = 1_000.0, 120.0

    def __call__(self, _event: object) -> float:
        self.at += self.step
        return self.at


class AtReturn:
    """The page of a dossier whose result is there, opened by F12."""

    def __init__(self, counter: AtCounter, **dossier: Any) -> None:
        self.counter = counter
        self.code = receive(counter.store, by=HERE, counter=1, **dossier).code
        counter.store.do(mark_ready, MoveDossier(self.code), HERE)
        counter.settle()
        counter.scan(self.code)
        counter.window.activateWindow()
        QApplication.processEvents()
        counter.press(Key.Key_F12)
        self.pace = Pace()
        self.page.watch._ticks = self.pace

    @property
    def page(self) -> ReturnPage:
        page = self.counter.window.returning.page
        assert page is not None
        return page

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.counter.press(key)

    def scan(self, text: str) -> None:
        self.pace.step = 4.0
        self.pace.at += 1_000
        self.counter.scan(text)
        self.pace.step = 120.0
        self.pace.at += 1_000

    @property
    def view(self) -> DossierView:
        with self.counter.store.read() as unit:
            return find_dossier(unit, self.code)

    @property
    def shut(self) -> str:
        return self.page.submit.reason


TAB, SPACE, F9 = Key.Key_Tab, Key.Key_Space, Key.Key_F9


@pytest.fixture
def desk(counter: AtCounter) -> AtReturn:
    """A dossier of a person who came alone."""
    return AtReturn(counter)


def test_the_owner_with_the_slip_takes_four_keys(desk: AtReturn) -> None:
    assert desk.shut == "Chọn có giấy hẹn hay không"
    desk.press(TAB, SPACE, F9)
    assert desk.view.state is DossierState.RETURNED
    assert desk.view.events[-1].details == {"to": "applicant", "slip": "brought"}
    assert desk.counter.at == "dossier"
    assert desk.counter.window.told == f"Đã trả kết quả hồ sơ {desk.code}."
    row = desk.counter.window.dossier.log.rows[-1]
    assert row.detail == "Lê Minh Mẫu · trao cho chủ hồ sơ · có giấy hẹn"


def test_without_the_slip_the_card_is_compared_and_the_receipt_signed(desk: AtReturn) -> None:
    desk.press(TAB, Key.Key_Right, SPACE)
    assert desk.page.entry().slip == "missing"
    assert desk.shut == "Đối chiếu căn cước rồi đánh dấu"
    desk.press(F9)
    assert desk.view.state is DossierState.RESULT_READY
    desk.press(TAB, SPACE)
    assert desk.shut == "Lấy chữ ký người nhận rồi đánh dấu"
    desk.press(TAB, SPACE, TAB, SPACE, F9)
    assert desk.view.events[-1].details == {
        "to": "applicant",
        "slip": "missing",
        "compared": True,
        "signed": True,
        "originals": ["Tờ khai theo mẫu"],
        "letter": "01/TBC",
    }


def test_originals_are_ticked_one_by_one_and_their_receipt_is_printed(desk: AtReturn) -> None:
    desk.press(TAB, SPACE, TAB, SPACE)
    assert desk.page.entry().originals == ("Tờ khai theo mẫu",)
    assert desk.page.props is not None
    assert desk.page.props.told.endswith("có giấy hẹn; trả lại bản chính: Tờ khai theo mẫu.")
    desk.press(F9)
    assert desk.view.print_jobs[-1].kind == "originals"
    told = f"Đã trả kết quả hồ sơ {desk.code}. Đang in giấy trả lại bản chính số 01/TBC."
    assert desk.counter.window.told == told
    row = desk.counter.window.dossier.log.rows[-1]
    assert row.detail.endswith("đã trả lại bản chính: Tờ khai theo mẫu")


def test_what_is_lost_is_told_and_cannot_be_ticked(desk: AtReturn) -> None:
    do(desk.counter.store, Act.LOSE, desk.code)
    desk.counter.settle()
    assert desk.page.props is not None
    assert desk.page.props.originals == ()
    said = " Đang thất lạc, chưa trả lại được: **Tờ khai theo mẫu**."
    assert desk.page.props.told.endswith(said)
    assert troubles(desk.counter.window) == []
    assert jumps(desk.page) == []


def test_many_originals_are_counted_where_there_is_no_room_for_their_names(desk: AtReturn) -> None:
    told = derive_return(desk.view, ReturnEntry(slip="brought", originals=tuple("ABCDE"))).told
    assert told.endswith("; trả lại bản chính: A; B và 3 giấy tờ khác.")


def test_an_authorised_person_is_named_with_a_number_and_a_letter(desk: AtReturn) -> None:
    desk.press(Key.Key_Right)
    assert desk.page.entry().to == "representative"
    assert desk.shut == "Nhập họ tên người nhận thay"
    desk.press(TAB)
    desk.counter.type("Ly Thi Sau")
    desk.press(TAB)
    desk.counter.type("00130300456")
    desk.press(TAB)
    assert desk.page.form.number.error.startswith("Số căn cước có 11 chữ số")
    assert desk.shut == "Nhập đúng số căn cước người nhận thay"
    desk.press(Key.Key_Backtab)
    desk.press(Key.Key_End)
    desk.counter.type("8")
    desk.press(TAB)
    assert desk.shut == "Xem giấy ủy quyền rồi đánh dấu"
    desk.press(SPACE, TAB, SPACE, F9)
    details = desk.view.events[-1].details
    assert details == LETTER | {"authorized": True, "slip": "brought"}
    text = desk.counter.window.dossier.log.rows[-1].detail
    assert "Ly Thi Sau · căn cước 001********568 · có giấy ủy quyền" in text


def test_the_owners_card_chooses_the_owner_and_ticks_nothing(desk: AtReturn) -> None:
    desk.press(Key.Key_Right)
    desk.scan(OWN)
    entry = desk.page.entry()
    assert (entry.to, entry.name, entry.compared) == ("applicant", "", False)
    assert desk.page.reply.text.startswith("Căn cước khớp với chủ hồ sơ.")


def test_a_strangers_card_fills_in_the_representative(desk: AtReturn) -> None:
    desk.press(TAB)
    desk.scan(OTHER)
    entry = desk.page.entry()
    assert (entry.to, entry.name) == ("representative", "Ly Thi Sau")
    assert entry.id_number == "001 303 004 568"
    assert not entry.authorized
    assert entry.slip == "", "a scan presses nothing"


def test_a_scan_leaves_nothing_in_a_field(desk: AtReturn) -> None:
    desk.page.form.note.edit.setFocus()
    desk.counter.type("x")
    desk.scan(OWN)
    assert desk.page.entry().note == "x"


def test_the_slip_of_this_dossier_is_the_slip(desk: AtReturn) -> None:
    desk.scan(desk.code.lower())
    assert desk.page.entry().slip == "brought"
    desk.press(F9)
    assert desk.view.state is DossierState.RETURNED


def test_the_slip_of_another_dossier_opens_that_one(counter: AtCounter) -> None:
    other = receive(counter.store, by=HERE).code
    desk = AtReturn(counter)
    desk.scan(other)
    assert counter.at == "dossier"
    assert counter.window.dossier.head.code.text() == other
    assert desk.view.state is DossierState.RESULT_READY


def test_whoever_handed_it_in_may_take_it(counter: AtCounter) -> None:
    desk = AtReturn(counter, submitter={"name": "Lý Thị Sáu", "id_number": "001303004568"})
    desk.scan(OTHER)
    assert desk.page.entry().to == "submitter"
    desk.press(TAB, SPACE, F9)
    assert desk.view.events[-1].details["to"] == "submitter"


def test_what_another_counter_gave_out_meanwhile_is_told(desk: AtReturn) -> None:
    desk.press(TAB, SPACE)
    desk.counter.store.do(return_result, ReturnResult(desk.code), Actor("QUAY2", "CV02"))
    desk.counter.settle()
    assert desk.shut.startswith("Đã trả kết quả lúc 23/11")
    assert "F9" not in desk.counter.bar()


def test_another_dossier_begins_with_nothing_entered(desk: AtReturn) -> None:
    desk.press(Key.Key_Right)
    desk.page.form.name.set_text("Lý Thị Sáu")
    desk.press(Key.Key_Escape, Key.Key_Escape)
    second = AtReturn(desk.counter)
    assert second.page.entry() == ReturnEntry()


def test_by_post_no_slip_is_asked_for(desk: AtReturn) -> None:
    desk.press(Key.Key_Right, Key.Key_Right)
    assert desk.page.entry().to == "post"
    assert desk.shut == "Ghi địa chỉ gửi qua bưu chính"
    assert not desk.page.form.slip.isVisible()
    desk.press(Key.Key_Tab)
    assert desk.page.form.address.edit.hasFocus()
    desk.page.form.address.set_text("Số 5 Lê Lợi")
    desk.page.form.changed.emit()
    assert "**Số 5 Lê Lợi**" in derive_return(desk.view, desk.page.entry()).who
    assert desk.shut == ""
    desk.press(F9)
    assert desk.view.events[-1].details == {"to": "post", "address": "Số 5 Lê Lợi"}


def test_a_dossier_without_a_result_cannot_be_given_out(counter: AtCounter) -> None:
    code = receive(counter.store, by=HERE).code
    with counter.store.read() as unit:
        view = find_dossier(unit, code)
    assert derive_return(view, ReturnEntry(slip="brought")).shut == "Hồ sơ chưa có kết quả"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_every_control_has_a_name_and_tab_goes_in_reading_order(
    desk: AtReturn, size: tuple[int, int]
) -> None:
    desk.press(Key.Key_Right)
    desk.page.form.choose_slip("missing")
    desk.page.form.changed.emit()
    desk.counter.window.resize(*size)
    QApplication.processEvents()
    assert nameless(desk.counter.window) == []
    assert jumps(desk.page) == []
    assert faint(desk.counter.window) == []
