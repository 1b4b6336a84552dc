"""A dossier at the counter: scanned, moved on, returned, its slip printed again."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.life import MoveDossier, mark_ready, start_processing
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.reading import DossierView, find_dossier
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import AT_ONCE, receive
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.seeing import faint, jumps, nameless

CARD = "001203004567|123456789|Nguyen Van An|05032003|Nam|So 12, duong Hoa Sen|10102021"
HERE = Actor("QUAY1", "CV01")


@pytest.fixture
def code(counter: AtCounter) -> str:
    """A dossier just received at this counter."""
    received = receive(counter.store, by=HERE, counter=1)
    counter.settle()
    return received.code


def _view(counter: AtCounter, code: str) -> DossierView:
    with counter.store.read() as unit:
        return find_dossier(unit, code)


def test_a_scanned_slip_opens_its_dossier(counter: AtCounter, code: str) -> None:
    counter.scan(code.lower())
    window = counter.window
    assert window.place == "dossier"
    page = window.dossier
    assert page.head.code.text() == code
    assert page.props is not None
    assert ("Chủ hồ sơ", "Nguyễn Văn An") in page.props.facts
    assert page.props.register == "Nộp trực tiếp · Quyển 01, số 1"
    assert [paper.kind for paper in page.props.papers] == ["Nộp", "Nộp", "Xuất trình"]
    assert window.rail.keys["dossier"].on


def test_a_long_fee_is_shortened_and_told_whole(counter: AtCounter) -> None:
    fee = "Theo nghị quyết của Hội đồng nhân dân tỉnh; miễn cho gia đình có công, hộ nghèo, trẻ em"
    received = receive(counter.store, by=HERE, counter=1, fee={"text": fee})
    counter.scan(received.code)
    card = counter.window.dossier.fees
    assert card.said.endswith("…")
    assert fee[:60] in card.said
    assert card._said.toolTip() == fee


def test_from_the_slip_to_the_result_in_the_citizens_hands(
    counter: AtCounter, code: str, clock: SteppingClock
) -> None:
    counter.scan(code)
    page = counter.window.dossier
    assert counter.bar()["F9"] == "Chuyển giải quyết"
    assert page.acts.hand_out.reason == "Mở khi hồ sơ có kết quả."
    counter.press(Key.Key_F9)
    assert _view(counter, code).state is DossierState.PROCESSING
    counter.press(Key.Key_F9)
    assert _view(counter, code).state is DossierState.PROCESSING
    counter.rested()
    clock.set("2026-11-25T15:00+07:00")
    counter.press(Key.Key_F9)
    assert _view(counter, code).state is DossierState.RESULT_READY
    assert "F9" not in counter.bar()
    assert page.acts.step.reason == "Đã ghi nhận kết quả lúc 25/11 15:00."
    counter.press(Key.Key_F12)
    assert counter.at == "return"
    counter.press(Key.Key_Escape)
    assert counter.at == "dossier"
    assert _view(counter, code).state is DossierState.RESULT_READY
    counter.press(Key.Key_F12)
    counter.press(Key.Key_F12)
    assert "F9" not in counter.bar()
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Space)
    assert counter.bar()["F9"] == "Trả kết quả"
    counter.press(Key.Key_F9)
    assert counter.at == "dossier"
    assert _view(counter, code).state is DossierState.RETURNED
    assert [row.title for row in page.log.rows] == [
        "Tiếp nhận, in giấy hẹn",
        "Chuyển giải quyết",
        "Ghi nhận có kết quả",
        "Trả kết quả",
    ]
    assert {"F9", "F12"}.isdisjoint(counter.bar())
    counter.press(Key.Key_Escape)
    counter.press(Key.Key_5, CTRL)
    assert counter.codes == [code]


def test_ctrl_p_prints_the_slip_again(counter: AtCounter, code: str) -> None:
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    assert counter.window.main.lines.chosen_code == code
    counter.press(Key.Key_P, CTRL)
    assert counter.window.told == f"Đang in lại giấy hẹn {code}."
    assert counter.printer.sent == [f"Giấy hẹn {code}"] * 2
    counter.scan(code)
    counter.press(Key.Key_P, CTRL)
    assert len(counter.printer.sent) == 3
    assert _view(counter, code).print_jobs[-1].is_reprint


def test_arrows_move_and_enter_opens(counter: AtCounter, code: str) -> None:
    second = receive(counter.store, by=HERE, procedure=AT_ONCE).code
    counter.settle()
    assert counter.codes == [second, code]
    assert counter.window.main.lines.chosen_code == code
    counter.press(Key.Key_Up)
    counter.press(Key.Key_Return)
    assert counter.window.dossier.head.code.text() == second
    counter.press(Key.Key_Escape)
    assert counter.at == "main"
    assert counter.window.main.scan.edit.hasFocus()


def test_tabs_by_ctrl_and_figure(counter: AtCounter, code: str) -> None:
    ready = receive(counter.store, by=HERE, procedure=AT_ONCE).code
    counter.store.do(start_processing, MoveDossier(code), HERE)
    counter.store.do(mark_ready, MoveDossier(ready), HERE)
    counter.settle()
    assert counter.codes == [ready]
    for tab, codes in ((Key.Key_2, []), (Key.Key_3, []), (Key.Key_4, [ready]), (Key.Key_5, [])):
        counter.press(tab, CTRL)
        assert counter.codes == codes
    counter.press(Key.Key_1, CTRL)
    assert counter.window.main.lines.tabs.current == "today"


def test_a_name_or_the_end_of_a_code_finds(counter: AtCounter, code: str) -> None:
    other = receive(counter.store, by=HERE, applicant={"name": "Đặng Thị Ngọc Ưỡng"}).code
    counter.settle()
    counter.scan("ngoc uong")
    assert counter.codes == [other]
    assert counter.window.main.lines.tabs.current == "found"
    counter.press(Key.Key_Escape)
    assert set(counter.codes) == {code, other}
    counter.scan(code[-4:])
    assert counter.codes == [code]
    counter.scan("tran van")
    assert counter.answer.startswith("Không tìm thấy hồ sơ nào khớp “tran van”.")
    assert counter.window.main.scan.edit.selectedText() == "tran van"


def test_a_misread_barcode_loses_nothing(counter: AtCounter, code: str) -> None:
    counter.scan("H99.12.0X-2611")
    assert counter.answer.startswith("Không đọc được mã.")
    assert counter.window.main.scan.edit.selectedText() == "H99.12.0X-2611"
    counter.type("H")
    assert counter.answer == ""
    counter.type(code[1:])
    counter.press(Key.Key_Return)
    assert counter.window.dossier.head.code.text() == code


def test_an_unknown_code_says_so(counter: AtCounter) -> None:
    counter.scan("H99.12.08-261123-9999")
    assert counter.at == "main"
    assert "H99.12.08-261123-9999" in counter.answer
    assert "đơn vị khác" not in counter.answer


@pytest.mark.parametrize("issuer", ["H99.12.09", "H99.12.08.01", "H99.12", "000.08.12.H99"])
def test_a_code_of_another_office_is_told_as_one(counter: AtCounter, issuer: str) -> None:
    counter.scan(f"{issuer}-261123-0001")
    assert f"đơn vị khác ({issuer})" in counter.answer


def test_a_scan_anywhere_opens_what_was_scanned(counter: AtCounter, code: str) -> None:
    second = receive(counter.store, by=HERE).code
    counter.settle()
    counter.scan(code)
    assert counter.at == "dossier"
    counter.window.dossier.acts.reprint.setFocus()
    counter.scan(second)
    assert counter.window.dossier.head.code.text() == second
    assert len(counter.printer.sent) == 2


def test_half_a_card_is_not_put_back_on_the_screen(counter: AtCounter) -> None:
    counter.scan("001203004567|Nguyen Van An")
    assert counter.answer != ""
    assert counter.window.main.scan.edit.text() == ""


def test_a_card_opens_the_reception_filled_in(counter: AtCounter) -> None:
    counter.scan(CARD)
    assert counter.at == "receive"
    assert counter.window.reception.page is not None
    assert counter.window.reception.page.is_dirty()


def test_what_is_half_entered_stays_when_one_looks_elsewhere(counter: AtCounter, code: str) -> None:
    counter.scan(CARD)
    counter.press(Key.Key_F8)
    assert counter.at == "main"
    counter.scan(code)
    assert counter.at == "dossier"
    counter.press(Key.Key_F7)
    assert counter.at == "receive"
    assert counter.window.reception.page is not None
    assert counter.window.reception.page.is_dirty()


@pytest.mark.parametrize(
    ("now", "tone", "said"),
    [
        ("2026-11-23T10:00+07:00", "act", "Còn 3 ngày làm việc"),
        ("2026-11-26T10:00+07:00", "warn", "Còn 1 ngày làm việc"),
        ("2026-11-27T10:00+07:00", "warn", "Đến hạn hôm nay"),
        ("2026-12-01T10:00+07:00", "err", "Quá 2 ngày làm việc"),
    ],
)
def test_the_ring_says_in_words_what_its_colour_says(
    counter: AtCounter, code: str, clock: SteppingClock, now: str, tone: str, said: str
) -> None:
    clock.set(now)
    counter.scan(code)
    ring = counter.window.dossier.due.ring
    assert (ring.face.tone, ring.accessibleName()) == (tone, said)


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_longest_names_fit_and_everything_has_a_name(
    counter: AtCounter, size: tuple[int, int]
) -> None:
    name = "Đặng Nguyễn Hoàng Thị Ngọc Ưỡng Thủy Tiên Phương Quỳnh"
    papers = [{"name": f"{name} {n}", "copies": n} for n in range(1, 9)]
    code = receive(
        counter.store,
        by=HERE,
        counter=1,
        applicant={"name": name},
        submitter={"name": name, "phone": "0987654321"},
        papers=papers,
        due={"day": "2026-11-30", "reason": f"{name} đề nghị nhận sau"},
    ).code
    counter.scan(code)
    counter.window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert troubles(counter.window) == []
    assert nameless(counter.window) == []
    assert jumps(counter.window.dossier) == []
    assert faint(counter.window) == []
