"""No word of the counter is cut, on any page, at any size it is made for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.dossiers.life import MoveDossier, mark_ready
from kiosk.refusal import Refused
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import BUILDING, receive
from tests.ui import clipping
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take

HERE = Actor("QUAY1", "CV01")
LONG = "Đặng Thị Ngọc Ưỡng Nguyễn Hoàng Thủy Tiên"
SIZES = [(1366, 768), (1440, 900), (1920, 1080), (1024, 640)]
Go = Callable[[AtCounter], None]


def troubles(counter: AtCounter, width: int, height: int) -> list[str]:
    """What is cut at that size, once Qt has laid everything out: what is new takes some rounds."""
    counter.window.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()
    return clipping.troubles(counter.window)


def _main_empty(_: AtCounter) -> None:
    return


def _called(counter: AtCounter) -> None:
    for _ in range(6):
        take(counter.store)
        take(counter.store, "CT")
    take(counter.store, priority="disabled")
    counter.settle()
    counter.press(Key.Key_F2)


def _serving(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_F9)


def _misread(counter: AtCounter) -> None:
    _called(counter)
    counter.scan("H99.1x")


def _asked(counter: AtCounter) -> None:
    _called(counter)
    counter.press(Key.Key_F4)


def _help(counter: AtCounter) -> None:
    counter.press(Key.Key_F1)


def _lost(counter: AtCounter) -> None:
    _called(counter)
    counter.workplace.lost.emit(Refused("store.unreachable"))


def _received(counter: AtCounter) -> str:
    papers = [
        {"name": f"Giấy tờ thứ {n} kèm theo hồ sơ, bản đầy đủ", "copies": n} for n in range(9)
    ]
    code = receive(
        counter.store,
        by=HERE,
        counter=1,
        procedure=BUILDING,
        case="NO",
        applicant={"name": LONG},
        channel="authorized",
        submitter={"name": LONG, "relation": "con"},
        papers=papers,
    ).code
    counter.settle()
    return code


def _dossier(counter: AtCounter) -> None:
    counter.scan(_received(counter))


def _ready(counter: AtCounter) -> None:
    code = _received(counter)
    counter.store.do(mark_ready, MoveDossier(code), HERE)
    counter.settle()
    counter.scan(code)


def _returning(counter: AtCounter) -> None:
    _ready(counter)
    counter.press(Key.Key_F12)
    page = counter.window.returning.page
    assert page is not None
    page.form.choose_receiver("representative")
    page.form.slip.segments[1].click()
    page.form.number.set_text("12")
    page.form.number.edit.editingFinished.emit()
    page.form.name.set_text(LONG)
    page.reply.say("Căn cước này không phải của chủ hồ sơ hay người nộp.")
    page.form.changed.emit()


def _told_meanwhile(counter: AtCounter) -> None:
    _dossier(counter)
    counter.press(Key.Key_F10)


def _overdue(counter: AtCounter) -> None:
    code = _received(counter)
    counter.clock.set("2027-02-03T09:24+07:00")
    counter.settle()
    counter.scan(code)


def _papers(counter: AtCounter) -> None:
    counter.printer.broken = Refused("printer.failed", printer="Canon LBP 2900", why="hết giấy")
    _received(counter)
    counter.press(Key.Key_R, CTRL)


def _unprinted(counter: AtCounter) -> None:
    counter.printer.broken = Refused("printer.gone", printer="Canon LBP 2900")
    _called(counter)
    _received(counter)


def _absent(counter: AtCounter) -> None:
    _asked(counter)
    counter.answer_yes()


def _left(counter: AtCounter) -> None:
    counter.press(Key.Key_N, CTRL)


def _wrong_pin(counter: AtCounter) -> None:
    _left(counter)
    for _ in range(5):
        counter.sign_in("111111")


PAGES: dict[str, Go] = {
    "main, nobody waits": _main_empty,
    "main, called": _called,
    "main, serving": _serving,
    "main, misread": _misread,
    "main, asked": _asked,
    "main, absent": _absent,
    "main, store lost": _lost,
    "main, not printed": _unprinted,
    "help": _help,
    "dossier": _dossier,
    "dossier, result ready": _ready,
    "dossier, returning": _returning,
    "dossier, later": _told_meanwhile,
    "dossier, overdue": _overdue,
    "papers": _papers,
    "signed out": _left,
    "locked": _wrong_pin,
}


@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_cut(counter: AtCounter, page: str) -> None:
    PAGES[page](counter)
    for width, height in SIZES:
        assert troubles(counter, width, height) == [], f"{page} at {width}×{height}"


def test_the_frame_before_the_store_is_open(closed_counter: AtCounter) -> None:
    for width, height in SIZES:
        assert troubles(closed_counter, width, height) == []


def test_small_windows_have_lower_rows_and_one_line_of_people(counter: AtCounter) -> None:
    _called(counter)
    main = counter.window.main
    shown = {}
    for width, height in SIZES[:3]:
        troubles(counter, width, height)
        shown[height] = (main.lines.table.rowHeight(0) or 0, len(main.next.shown))
    _received(counter)
    counter.window.resize(1366, 768)
    assert main.lines.table.verticalHeader().defaultSectionSize() == 40
    counter.window.resize(1440, 900)
    assert main.lines.table.verticalHeader().defaultSectionSize() == 44
    assert shown[768][1] == 4
    assert shown[1080][1] > shown[768][1]


def test_the_measures_of_the_left_column(counter: AtCounter) -> None:
    for n in range(12):
        take(counter.store, "CT" if n % 2 else "HT")
    counter.settle()
    counter.press(Key.Key_F2)
    troubles(counter, 1440, 900)
    main = counter.window.main
    cards = (main.serving, main.next, main.fields)
    assert [card.height() for card in cards] == pytest.approx([352, 208, 176], abs=4)
    assert {card.width() for card in cards} == {384}
    troubles(counter, 1366, 768)
    assert main.serving.height() == pytest.approx(352, abs=4)
    assert main.fields.height() < 64, "one line of words"
    assert main.lines.table.verticalHeader().defaultSectionSize() == 40


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_notice_covers_no_row_of_the_list(counter: AtCounter, width: int, height: int) -> None:
    window = counter.window
    _called(counter)
    counter.press(Key.Key_F2)
    troubles(counter, width, height)
    toast, rows = window._toast, window.main.lines.table.viewport()
    assert toast is not None
    assert toast.isVisible()
    for each in (rows, window.key_bar):
        there = QRect(each.mapTo(window, QPoint()), each.size())
        assert not toast.geometry().intersects(there)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_notice_covers_neither_the_keys_nor_the_acts_of_a_reception(
    counter: AtCounter, width: int, height: int
) -> None:
    window = counter.window
    _called(counter)
    troubles(counter, width, height)
    counter.press(Key.Key_F7)
    page = window.reception.page
    assert page is not None
    counter.type("x")
    counter.press(Key.Key_S, CTRL)
    for key in (Key.Key_F2, Key.Key_F12):
        counter.press(key)
        troubles(counter, width, height)
        toast = window._toast
        assert toast is not None
        assert toast.isVisible()
        for each in (window.key_bar, page.body.submit, page.body.supplement, page.body._saved):
            there = QRect(each.mapTo(window, QPoint()), each.size())
            assert not toast.geometry().intersects(there), f"{key.name} over {each}"


def test_the_measures_of_the_frame_and_of_a_dossier(counter: AtCounter) -> None:
    code = _received(counter)
    counter.type(code)
    counter.press(Key.Key_Return)
    troubles(counter, 1440, 900)
    window, page = counter.window, counter.window.dossier
    assert window.place == "dossier"
    assert _box(window.key_bar) == pytest.approx((0, 856, 1440, 44), abs=4)
    assert _box(window.rail) == pytest.approx((0, 56, 88, 800), abs=4)
    assert _box(page.head) == pytest.approx((104, 72, 1320, 120), abs=4)
    assert _box(page.due)[:3] == pytest.approx((104, 208, 336), abs=4)
    middle = page.log.parentWidget()
    assert middle is not None
    assert (_box(middle)[0], middle.width()) == pytest.approx((456, 600), abs=4)
    side = page.side
    assert (_box(side)[0], side.width()) == pytest.approx((1072, 352), abs=4)


def test_the_measures_of_the_right_column(counter: AtCounter) -> None:
    _called(counter)
    troubles(counter, 1440, 900)
    main = counter.window.main
    assert _box(main.scan) == pytest.approx((504, 72, 920, 72), abs=4)


def _box(widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()
