"""Two windows at one counter: who comes later is asked once, the first one tells it and lets go."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kiosk.office.directory import officer_at
from kiosk.office.presence import Alive, tell_alive
from kiosk.office.reading import office_now
from kiosk.queue.views import find_ticket
from kiosk.storage.units import Actor
from tests.fixtures.store import SteppingClock
from tests.ui.counter.counter_kit import AtCounter, Key, take

Second = Callable[[], AtCounter]


@pytest.fixture
def second(
    counter: AtCounter, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[Second]:
    """Another machine, at counter 1 as well, a minute later."""
    made: list[AtCounter] = []

    def make() -> AtCounter:
        alive(counter, clock)
        clock.set("2026-11-23T09:25+07:00")
        other = AtCounter(store_file, clock, 1, tmp_path / "another", station="DUPHONG")
        made.append(other)
        other.window.activateWindow()
        assert QTest.qWaitForWindowActive(other.window)
        return other.open()

    yield make
    for each in made:
        each.close()


def alive(counter: AtCounter, clock: SteppingClock) -> None:
    """The first machine tells that it lives, as it does every half minute."""
    with counter.store.write(Actor("QUAY1")) as unit:
        tell_alive(unit, Alive("counter", 1, clock.now(), {}))


def sitting(counter: AtCounter) -> str | None:
    """Who sits at counter 1."""
    with counter.store.read() as unit:
        somebody = officer_at(unit, office_now(unit).find_counter(1).id)
    return somebody.code if somebody else None


def test_who_comes_later_is_asked_and_may_leave_it(counter: AtCounter, second: Second) -> None:
    other = second().sign_in()
    asked = other.question
    assert asked is not None
    assert asked.text.startswith("Quầy 1 đang mở ở máy QUAY1: Lê Minh Mẫu đăng nhập từ ")
    other.press(Key.Key_Escape)
    assert (other.at, other.signed) == ("sign_in", "")
    counter.settle()
    assert counter.at == "main"


def test_taking_over_loses_nothing(counter: AtCounter, second: Second) -> None:
    take(counter.store)
    counter.settle()
    counter.press(Key.Key_F2)
    counter.press(Key.Key_F7)
    page = counter.window.reception.page
    assert page is not None
    page.body.place("applicant.name").setFocus()
    counter.type("Nguyen Mau")
    other = second().sign_in()
    other.press(Key.Key_Tab)
    other.press(Key.Key_Return)
    assert (other.at, other.signed, other.number_shown) == ("main", "Lê Minh Mẫu", "HT-001")
    counter.settle()
    assert (counter.at, counter.signed) == ("sign_in", "")
    assert counter.window.sign_in.note.text().startswith("Quầy này vừa được mở ở máy khác")
    assert [file.name for file in counter.folder.drafts.iterdir()] == ["tiep-nhan-quay-1.json"]
    counter.window.close()
    counter.settle()
    assert sitting(other) == "CV01", "the window that let go does not sign the other one out"
    with other.store.read() as unit:
        assert find_ticket(unit, "HT-001").state == "called"


def test_another_officer_takes_over_just_so(counter: AtCounter, second: Second) -> None:
    other = second()
    other.press(Key.Key_Down)
    other.sign_in("135790")
    assert other.question is not None
    other.answer_yes()
    assert other.signed == "Trần Thị Ví Dụ"
    counter.settle()
    assert "Lê Minh Mẫu không còn đăng nhập" in counter.window.sign_in.note.text()


def test_a_wrong_pin_is_told_nothing_of_who_sits_there(counter: AtCounter, second: Second) -> None:
    other = second().sign_in("111111")
    assert other.question is None
    assert other.window.sign_in.pin.error.startswith("Mã PIN chưa đúng.")
    assert counter.signed


def test_a_machine_that_fell_silent_holds_no_counter(
    counter: AtCounter, second: Second, clock: SteppingClock
) -> None:
    other = second()
    clock.set("2026-11-23T09:27+07:00")
    other.sign_in()
    assert (other.question, other.signed) == (None, "Lê Minh Mẫu")
    counter.settle()
    assert counter.at == "sign_in"


def test_a_window_that_closes_late_leaves_the_other_one_sitting(
    counter: AtCounter, second: Second
) -> None:
    other = second().sign_in()
    other.answer_yes()
    counter.window.close()
    counter.jobs.run_all()
    assert sitting(other) == "CV01"
