"""The store does not answer: it is said, the page stays, nothing is done twice."""

import subprocess
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.counter.sign_in_page import derive_sign_in
from tests.fixtures.dossiers import receive
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key, take

Caught = list[BaseException]


class Unplugged:
    """Lets the store fail before it does something, or after it has done it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.before = self.after = False
        true_do, true_read = Store.do, Store.read
        plug = self

        def do(store: Store, *arguments: Any, **named: Any) -> Any:
            if plug.before:
                raise Refused("store.busy")
            fact = true_do(store, *arguments, **named)
            if plug.after:
                raise Refused("store.unreachable")
            return fact

        def read(store: Store) -> Any:
            if plug.before or plug.after:
                raise Refused("store.unreachable")
            return true_read(store)

        patch.setattr(Store, "do", do)
        patch.setattr(Store, "read", read)


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Unplugged:
    """The cable between window and store."""
    return Unplugged(monkeypatch)


def _states(counter: AtCounter) -> list[str]:
    with counter.store.read() as unit:
        return [one.state.value for one in tickets_of_day(unit)]


def test_a_counter_that_does_not_exist_says_so(make_counter: Callable[[int], AtCounter]) -> None:
    window = make_counter(99).open().window
    assert derive_sign_in(None, 99, "vì sao").empty == "vì sao"
    assert window.sign_in.props.empty.startswith("Không có quầy số 99.")
    assert window.props.strip.startswith("Không có quầy số 99.")


def test_a_lost_store_is_told_and_the_page_stays(counter: AtCounter, plug: Unplugged) -> None:
    take(counter.store)
    counter.settle()
    window = counter.window
    counter.type("abc")
    plug.before = True
    counter.press(Key.Key_F2)
    assert window.props.strip.startswith("Mất kết nối với máy chủ dữ liệu")
    assert "từ 09:24. Vẫn xem được danh sách đã tải" in window.props.strip
    assert [(light.name, light.kind) for light in window.props.lights] == [("Sổ dữ liệu", "err")]
    assert window.place == "main"
    assert window.main.scan.edit.text() == "abc"
    plug.before = False
    window.asks.look()
    counter.settle()
    # It can be read again, but what was asked is not written: that stays told until something is.
    assert window.props.strip.startswith("Việc bấm lúc 09:24 chưa chắc đã ghi được.")
    assert [light.kind for light in window.props.lights] == ["warn"]
    counter.rested()
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-001"
    assert window.props.strip == ""


def test_it_is_tried_again_by_itself(counter: AtCounter, plug: Unplugged) -> None:
    plug.before = True
    counter.window.asks.look()
    counter.settle()
    (later,) = counter.window.asks.findChildren(QTimer)
    assert later.isActive()
    plug.before = False
    later.timeout.emit()
    counter.settle()
    assert counter.window.props.strip == ""
    assert not later.isActive()


def test_a_call_whose_answer_was_lost_is_not_made_twice(
    counter: AtCounter, plug: Unplugged, expected_log: Callable[[str], None]
) -> None:
    expected_log("the spool stopped: store.unreachable")
    for _ in range(3):
        take(counter.store)
    counter.settle()
    plug.after = True
    counter.press(Key.Key_F2)
    counter.rested()
    counter.press(Key.Key_F2)
    assert counter.number_shown == ""
    plug.after = False
    counter.rested()
    counter.press(Key.Key_F2)
    assert counter.number_shown == "HT-001"
    assert _states(counter) == ["called", "waiting", "waiting"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((Key.Key_F2,), "Đã gọi HT-001"),
        ((Key.Key_F2, Key.Key_F2), "Đã gọi HT-002"),
        ((Key.Key_F2, Key.Key_F9), "Bắt đầu phục vụ HT-001"),
        ((Key.Key_F2, Key.Key_F9, Key.Key_F9), "Đã hoàn thành HT-001"),
        ((Key.Key_F2, Key.Key_F6), "Đã giữ HT-001"),
    ],
)
def test_an_act_whose_answer_was_lost_is_told_as_done(
    counter: AtCounter,
    plug: Unplugged,
    expected_log: Callable[[str], None],
    keys: tuple[Qt.Key, ...],
    said: str,
) -> None:
    expected_log("the spool stopped: store.unreachable")
    for _ in range(3):
        take(counter.store)
    counter.settle()
    for key in keys[:-1]:
        counter.press(key)
        counter.rested()
    plug.after = True
    counter.press(keys[-1])
    told = "Mất kết nối với máy chủ dữ liệu. Chưa rõ việc vừa rồi đã được ghi chưa"
    assert counter.window.told.startswith(told)
    plug.after = False
    counter.window.asks.look()
    counter.settle()
    assert counter.window.told == f"{said}: lần bấm trước đã được ghi, không cần bấm lại."
    assert counter.window.props.strip == ""


def test_an_act_that_was_not_done_stays_in_doubt(
    counter: AtCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(counter.store)
    counter.settle()

    def lost(*_: Any, **__: Any) -> Any:
        raise Refused("store.unreachable")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "do", lost)
        counter.press(Key.Key_F2)
    counter.window.asks.look()
    counter.settle()
    assert "Chưa rõ việc vừa rồi đã được ghi chưa" in counter.window.told
    assert counter.window.props.strip.startswith("Việc bấm lúc 09:24 chưa chắc đã ghi được.")


def test_what_still_works_is_told_and_works(counter: AtCounter, plug: Unplugged) -> None:
    codes = [receive(counter.store, by=Actor("QUAY1", "CV01"), counter=1).code for _ in range(3)]
    counter.settle()
    plug.before = True
    counter.window.asks.look()
    counter.settle()
    assert "Vẫn xem được danh sách đã tải" in counter.window.props.strip
    counter.press(Key.Key_Down)
    assert counter.window.main.lines.chosen_code == codes[1]
    counter.press(Key.Key_F7)
    page = counter.window.reception.page
    assert page is not None
    assert "Vẫn nhập tiếp và lưu nháp được" in counter.window.props.strip
    page.body.place("applicant.name").setFocus()
    counter.type("Nguyen Mau")
    counter.press(Key.Key_S, CTRL)
    assert page.body.saved_said == "Đã lưu nháp lúc 09:24"
    counter.press(Key.Key_F9)
    assert counter.at == "receive"
    assert page.filling.form().applicant.name == "Nguyen Mau"


def test_the_probe_of_the_store_tells_a_loss(counter: AtCounter) -> None:
    counter.workplace.lost.emit(OSError("cable"))
    assert counter.window.props.strip.startswith("Mất kết nối với máy chủ dữ liệu")
    counter.window.asks.look()
    counter.settle()
    assert counter.window.props.strip == ""


def test_looks_do_not_pile_up(counter: AtCounter) -> None:
    for _ in range(20):
        counter.workplace.changed.emit()
    assert len(counter.jobs.waiting) == 1
    assert counter.jobs.run_all() == 2


def test_a_bug_goes_to_the_crash_report_and_is_told(
    counter: AtCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: Caught = []

    def hook(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        caught.append(error)

    def broken() -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", hook)
    try:
        counter.window.asks.act("x", broken, lambda _: None, lambda _: None)
        counter.jobs.run_all()
    except ZeroDivisionError as error:
        caught.append(error)
    assert [type(error) for error in caught] == [ZeroDivisionError]
    assert counter.window.asks.doing == ""
    counter.window.notify("Có trục trặc ngoài dự kiến.", "err")
    assert counter.window.told == "Có trục trặc ngoài dự kiến."


@pytest.mark.processes
def test_the_window_is_made_without_the_stores_library() -> None:
    script = (
        "import sys; import kiosk.ui.counter.window; "
        "print([name for name in ('sqlalchemy', 'reportlab', 'alembic', 'argon2') "
        "if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_closed_window_asks_nothing_more(counter: AtCounter) -> None:
    counter.window.close()
    counter.jobs.run_all()
    counter.workplace.changed.emit()
    assert len(counter.jobs.waiting) == 0
