"""Stacks of several dossiers at the counter: they file themselves, or a person looks and then files."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.scans.reading import scans_of
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.scans.stack_kit import as_pdf
from tests.scans.test_scan_stacks import blotted
from tests.ui import clipping, seeing
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.counter.scans_kit import DPI, blank, put, seconds, stack, stack_room

HERE = Actor("QUAY1", "CV01")


@pytest.fixture
def codes(counter: AtCounter) -> list[str]:
    return [receive(counter.store, by=HERE, counter=1).code for _ in range(3)]


def filed(counter: AtCounter, codes: list[str]) -> list[list[int]]:
    with counter.store.read() as unit:
        return [[view.pages for view in scans_of(unit, code, former=True)] for code in codes]


def asked(counter: AtCounter) -> str:
    return counter.question.title if counter.question is not None else ""


def begin(counter: AtCounter, many: str) -> None:
    """Ctrl Q, say how many dossiers, F9."""
    counter.press(Key.Key_Q, CTRL)
    assert counter.at == "stack"
    seconds(counter)
    stack_room(counter).page.dossiers.edit.setFocus()
    counter.type(many)
    counter.press(Key.Key_F9)


def lost_slip(counter: AtCounter, codes: list[str]) -> None:
    """The second dossier's slip cannot be read: its pages lie with the first one's."""
    pages = stack(codes)
    pages[2] = blotted(pages[2])
    put(counter, "scan-001.pdf", as_pdf(pages, DPI))
    begin(counter, "3")


def test_a_stack_files_itself(counter: AtCounter, codes: list[str]) -> None:
    put(counter, "scan-001.pdf", as_pdf(stack(codes), DPI))
    begin(counter, "3")
    assert counter.window.told == "Đã lưu 6 trang vào 3 hồ sơ."
    assert filed(counter, codes) == [[2], [2], [2]]
    assert stack_room(counter).stack is None
    assert (counter.folder.inbox / "done" / "scan-001.pdf").exists()
    counter.press(Key.Key_Escape)
    assert counter.at == "main"


def test_where_the_count_does_not_fit_nothing_is_filed_until_a_person_has_looked(
    counter: AtCounter, codes: list[str]
) -> None:
    lost_slip(counter, codes)
    room = stack_room(counter)
    assert filed(counter, codes) == [[], [], []]
    assert [heap.code for heap in room.heaps] == [codes[0], codes[2]]
    # One press too many: two dossiers are not the three that were told.
    counter.press(Key.Key_F9)
    assert asked(counter) == ""
    assert "Báo có 3 hồ sơ, đang chia thành 2." in room.page.reply.text
    room.page.pages.setFocus()
    counter.press(Key.Key_Right)
    counter.press(Key.Key_Right)
    counter.press(Key.Key_F4)
    assert [heap.pages for heap in room.heaps] == [(1, 2), (3, 4), (5, 6)]
    assert set(room.page.heaps._pictures) == {1, 3, 5}
    counter.press(Key.Key_F9)
    assert "Chồng 2 chưa có mã" in room.page.reply.text
    room.page.code.edit.setFocus()
    counter.type(codes[1])
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F9)
    assert asked(counter) == "Lưu 6 trang vào 3 hồ sơ?"
    assert filed(counter, codes) == [[], [], []]
    counter.answer_yes()
    assert filed(counter, codes) == [[2], [2], [2]]
    assert (counter.folder.inbox / "done" / "scan-001.pdf").exists()


def test_heaps_are_joined_and_given_up(counter: AtCounter, codes: list[str]) -> None:
    lost_slip(counter, codes)
    room = stack_room(counter)
    room.page.heaps.setFocus()
    counter.press(Key.Key_F3)
    assert "chồng đầu" in room.page.reply.text
    counter.press(Key.Key_Right)
    counter.press(Key.Key_F3)
    assert [heap.pages for heap in room.heaps] == [(1, 2, 3, 4, 5, 6)]
    counter.press(Key.Key_L, CTRL)
    assert room.heaps == ()
    assert "vẫn nguyên" in room.page.reply.text
    assert filed(counter, codes) == [[], [], []]
    assert (counter.folder.inbox / "scan-001.pdf").exists()


def test_heaps_wait_for_the_one_who_comes_back(counter: AtCounter, codes: list[str]) -> None:
    lost_slip(counter, codes)
    counter.press(Key.Key_Escape)
    assert counter.at == "main"
    counter.press(Key.Key_Q, CTRL)
    assert len(stack_room(counter).heaps) == 2
    # Another officer does not find what this one was looking at.
    counter.press(Key.Key_N, CTRL)
    assert stack_room(counter).heaps == ()


def test_an_unknown_code_files_nothing_and_the_heaps_stay(
    counter: AtCounter, codes: list[str]
) -> None:
    lost_slip(counter, codes)
    room = stack_room(counter)
    room.page.code.edit.setFocus()
    counter.type("H99.12.08-261123-0999")
    counter.press(Key.Key_Return)
    room.page.dossiers.set_text("2")
    room.page.changed.emit()
    counter.press(Key.Key_F9)
    counter.answer_yes()
    assert room.page.reply.text
    assert filed(counter, codes) == [[], [], []]
    assert len(room.heaps) == 2
    assert list(counter.folder.scans.glob("*")) == []


def test_a_dossier_that_has_scans_is_looked_at_first(counter: AtCounter, codes: list[str]) -> None:
    put(counter, "scan-001.pdf", as_pdf(stack(codes[:1]), DPI))
    begin(counter, "1")
    put(counter, "scan-002.pdf", as_pdf(stack(codes[:1], papers=2), DPI))
    seconds(counter)
    stack_room(counter).page.dossiers.set_text("1")
    stack_room(counter).page.changed.emit()
    counter.press(Key.Key_F9)
    assert stack_room(counter).stack is not None
    assert "đã có bản quét" in (stack_room(counter).props.why)
    assert filed(counter, codes) == [[2], [], []]


def test_what_was_set_aside_comes_with_its_reason(counter: AtCounter, codes: list[str]) -> None:
    put(counter, "look/odd.pdf", blank(2))
    put(counter, "look/odd.pdf.txt", "Trang 1 có hai mã hồ sơ.\n".encode())
    put(counter, "3/three.pdf", as_pdf(stack(codes), DPI))
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    page = stack_room(counter).page
    rows = {row.name: row for row in page.source.table.rows_model.rows}
    assert rows["odd.pdf"].pill is not None
    page.source.name("look/odd.pdf")
    assert page.source._why.text() == "Trang 1 có hai mã hồ sơ."
    page.source.name("3/three.pdf")
    assert page.dossiers.text() == "3"
    counter.press(Key.Key_F9)
    assert filed(counter, codes) == [[2], [2], [2]]


def test_a_stack_without_any_code_can_be_sorted_by_hand(
    counter: AtCounter, codes: list[str]
) -> None:
    put(counter, "a.pdf", blank(4))
    begin(counter, "2")
    room = stack_room(counter)
    assert [heap.pages for heap in room.heaps] == [(1, 2, 3, 4)]
    room.page.code.edit.setFocus()
    counter.type(codes[0])
    counter.press(Key.Key_Return)
    room.page.pages.mark((2,))
    counter.press(Key.Key_F4)
    room.page.code.edit.setFocus()
    counter.type(codes[1])
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F9)
    counter.answer_yes()
    assert filed(counter, codes) == [[2], [2], []]


def _files(counter: AtCounter, _: list[str]) -> None:
    put(counter, "scan-001.pdf", blank(1))
    put(counter, "look/odd.pdf", blank(2))
    put(counter, "look/odd.pdf.txt", ("Trang 1 có hai mã hồ sơ. " * 6).encode())
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    stack_room(counter).page.source.name("look/odd.pdf")


def _done(counter: AtCounter, codes: list[str]) -> None:
    put(counter, "scan-001.pdf", as_pdf(stack(codes), DPI))
    begin(counter, "3")


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080), (1024, 640)])
@pytest.mark.parametrize("go", [_files, lost_slip, _done])
def test_nothing_is_cut(
    counter: AtCounter,
    codes: list[str],
    go: Callable[[AtCounter, list[str]], None],
    size: tuple[int, int],
) -> None:
    go(counter, codes)
    counter.window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert clipping.troubles(counter.window) == []


@pytest.mark.parametrize("go", [_files, lost_slip])
def test_it_can_be_used_without_seeing_it(
    counter: AtCounter, codes: list[str], go: Callable[[AtCounter, list[str]], None]
) -> None:
    go(counter, codes)
    QApplication.processEvents()
    assert seeing.nameless(counter.window) == []
    assert seeing.jumps(counter.window) == []
    assert seeing.faint(counter.window) == []
