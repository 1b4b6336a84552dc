"""A file that begins with the slip of another dossier: nothing is filed until a person has said."""

import pytest

from kiosk.scans.reading import scans_of
from kiosk.storage.units import Actor
from kiosk.ui.parts.sheet import Question
from tests.fixtures.dossiers import receive
from tests.scans.stack_kit import as_pdf
from tests.ui import clipping, seeing
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.counter.scans_kit import DPI, put, room, seconds, stack, stack_room

HERE = Actor("QUAY1", "CV01")
FOREIGN = "H01.02.03-261123-0001"


@pytest.fixture
def codes(counter: AtCounter) -> list[str]:
    return [receive(counter.store, by=HERE, counter=1).code for _ in range(2)]


def pages_of(counter: AtCounter, codes: list[str]) -> list[int]:
    with counter.store.read() as unit:
        return [sum(view.pages for view in scans_of(unit, code)) for code in codes]


def asked(counter: AtCounter) -> Question | None:
    return counter.question


def file_into(counter: AtCounter, code: str, bears: str) -> None:
    """Ctrl Q in one dossier, F9 for a file that begins with the slip of another."""
    put(counter, "scan-001.pdf", as_pdf(stack([bears]), DPI))
    counter.scan(code)
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    counter.press(Key.Key_F9)


@pytest.mark.parametrize("foreign", [False, True])
def test_it_is_asked_and_not_now_files_nothing(
    counter: AtCounter, codes: list[str], foreign: bool
) -> None:
    bears = FOREIGN if foreign else codes[1]
    file_into(counter, codes[0], bears)
    assert counter.question is not None
    assert bears in counter.question.title
    assert ("cơ quan khác" in counter.question.title) == foreign
    assert codes[0] in counter.question.text
    assert pages_of(counter, codes) == [0, 0]
    assert clipping.troubles(counter.window) == []
    assert seeing.nameless(counter.window) == []
    counter.press(Key.Key_Escape)
    assert counter.at == "scans"
    assert asked(counter) is None
    assert "Chưa lưu trang nào" in room(counter).page.reply.text
    assert pages_of(counter, codes) == [0, 0]
    assert (counter.folder.inbox / "scan-001.pdf").exists()
    assert room(counter).page.source.file == "scan-001.pdf"


def test_it_is_filed_all_the_same(counter: AtCounter, codes: list[str]) -> None:
    file_into(counter, codes[0], codes[1])
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Space)
    assert counter.window.told == f"Đã lưu 2 trang vào hồ sơ {codes[0]}."
    assert pages_of(counter, codes) == [2, 0]
    assert (counter.folder.inbox / "done" / "scan-001.pdf").exists()


def test_it_is_sorted_as_a_stack(counter: AtCounter, codes: list[str]) -> None:
    file_into(counter, codes[0], codes[1])
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Space)
    assert counter.at == "stack"
    assert stack_room(counter).page.source.file == "scan-001.pdf"
    assert counter.place() is stack_room(counter).page.dossiers.edit
    counter.type("1")
    counter.press(Key.Key_F9)
    assert pages_of(counter, codes) == [0, 2]


def test_who_has_gone_on_is_told_and_not_asked(counter: AtCounter, codes: list[str]) -> None:
    put(counter, "scan-001.pdf", as_pdf(stack([codes[1]]), DPI))
    counter.scan(codes[0])
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    counter.window.press("F9")
    counter.window.press("F8")
    counter.settle()
    assert counter.at == "main"
    assert asked(counter) is None
    assert codes[1] in counter.window.told
    assert pages_of(counter, codes) == [0, 0]
