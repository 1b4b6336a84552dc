"""Staff called to the kiosk: when a slip stays out, when somebody presses, and what is told."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kiosk.office.staff_calls import (
    EndStaffCalls,
    SeeStaffCalls,
    end_staff_calls,
    open_calls,
    see_staff_calls,
)
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.store import Store
from kiosk.ui.citizen.taken import TakenProps
from tests.fixtures.face import BrokenPrinter, FaceAtWork
from tests.fixtures.store import OFFICER

DESK = "Mời Ông/Bà báo bàn hướng dẫn."
TOLD = "Đã báo cán bộ lúc 09:24. Cán bộ sẽ đến trong ít phút."


class GoodPrinter:
    """A printer that puts everything out."""

    repeatable = False

    def send(self, job: PrintJob, pdf: bytes) -> None:
        assert pdf.startswith(b"%PDF")


@pytest.fixture
def broken(kiosk: FaceAtWork) -> FaceAtWork:
    """A kiosk whose printer is not there."""
    kiosk.printer = BrokenPrinter()
    kiosk.open()
    return kiosk


def press(kiosk: FaceAtWork, words: str) -> None:
    (button,) = (
        one
        for one in kiosk.window.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled() and words in f"{one.accessibleName()} {one.text()}"
    )
    kiosk.tap(button)


def take(kiosk: FaceAtWork) -> None:
    press(kiosk, "Lấy số thứ tự")
    press(kiosk, "Hộ tịch")
    press(kiosk, "Lấy số: Hộ tịch")


def page(kiosk: FaceAtWork) -> TakenProps:
    props = kiosk.window.page.props
    assert isinstance(props, TakenProps)
    return props


def calls(store: Store) -> list[tuple[str, str]]:
    with store.read() as unit:
        return [(one.cause, one.about) for one in open_calls(unit)]


def show(store: Store) -> None:
    """A counter where somebody sits shows every call."""
    with store.read() as unit:
        shown = tuple(one.id for one in open_calls(unit))
    store.do(see_staff_calls, SeeStaffCalls(shown), OFFICER)


def test_a_slip_that_stays_out_calls_staff_by_itself(broken: FaceAtWork, store: Store) -> None:
    take(broken)
    assert calls(store) == [("printer", "HT-001")]
    assert (page(broken).staff, page(broken).staff_told) == (DESK, False)
    show(store)
    broken.run()
    assert (page(broken).staff, page(broken).staff_told) == (TOLD, True)
    broken.second(3)
    assert calls(store) == [("printer", "HT-001")]


def test_a_slip_that_comes_out_calls_nobody(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.printer = GoodPrinter()
    kiosk.open()
    take(kiosk)
    assert page(kiosk).paper == "printed"
    assert calls(store) == []


def test_somebody_can_ask_for_help_once(broken: FaceAtWork, store: Store) -> None:
    take(broken)
    press(broken, "Gọi cán bộ hỗ trợ")
    assert page(broken).called == "Đã gọi cán bộ hỗ trợ"
    assert calls(store) == [("printer", "HT-001"), ("asked", "HT-001")]
    broken.window.help.ask()
    broken.run()
    assert calls(store) == [("printer", "HT-001"), ("asked", "HT-001")]
    assert page(broken).staff.startswith("Đang gọi cán bộ.")
    for _ in range(100):
        broken.window.idle.tick()
    assert page(broken).called, "who waits for staff keeps the number longer"


def test_the_next_person_begins_anew(broken: FaceAtWork, store: Store) -> None:
    take(broken)
    press(broken, "Gọi cán bộ hỗ trợ")
    press(broken, "xong")
    show(store)
    take(broken)
    assert page(broken).called == ""
    assert page(broken).staff == TOLD
    store.do(end_staff_calls, EndStaffCalls("KIOSK1"), OFFICER)
    assert calls(store) == []


def test_who_cannot_be_called_is_not_said_to_come(
    broken: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise Refused("store.busy")

    take(broken)
    monkeypatch.setattr(store, "do", busy)
    press(broken, "Gọi cán bộ hỗ trợ")
    assert page(broken).staff == DESK
    assert page(broken).called == ""
