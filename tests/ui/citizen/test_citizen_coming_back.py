"""A number called in vain, at the real kiosk: once and soon its owner comes back."""

import pytest
from PySide6.QtCore import Qt

from kiosk.queue.calling import AtCounter, call_next, mark_no_show
from kiosk.queue.coming_back import ComeBack, come_back
from kiosk.queue.day_end import CloseDay, close_day
from kiosk.queue.passing import hold
from kiosk.queue.pausing import PauseOffice, pause_office
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT
from kiosk.ui.parts.sheet import Question
from tests.fixtures.face import FaceAtWork
from tests.fixtures.logs import ExpectedLog
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, SteppingClock
from tests.ui.citizen.typing_kit import Keyboard
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless


@pytest.fixture
def keyboard(kiosk: FaceAtWork) -> Keyboard:
    kiosk.open()
    return Keyboard(kiosk)


def missed(store: Store) -> str:
    """The label of a number that was called in vain."""
    label = store.do(take_number, TakeNumber("HT"), KIOSK).label
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(mark_no_show, AtCounter(1), OFFICER)
    return label


def returns(store: Store, label: str) -> int:
    with store.read() as unit:
        return find_ticket(unit, label).returns


def question(kiosk: FaceAtWork) -> Question:
    assert kiosk.window.asking is not None
    found: Question = kiosk.window.asking.question
    return found


def test_by_a_press_one_waits_again(kiosk: FaceAtWork, keyboard: Keyboard, store: Store) -> None:
    label = missed(store)
    keyboard.scan(label)
    assert question(kiosk).wanted == "Trở lại hàng"
    assert kiosk.window.asking.safe.hasFocus(), "the safe answer comes first"
    kiosk.key(Qt.Key.Key_Tab)
    kiosk.key(Qt.Key.Key_Space)
    assert question(kiosk).title == f"Số {label} đã trở lại hàng"
    assert "**người tiếp theo**" in question(kiosk).text
    assert returns(store, label) == 1
    kiosk.tap(kiosk.window.asking.safe)
    assert (kiosk.window.asking, kiosk.window.session.busy) == (None, False)
    store.do(call_next, AtCounter(1), OFFICER)
    keyboard.scan(label)
    assert "Mời Ông/Bà đến **Quầy 1**" in question(kiosk).text
    store.do(mark_no_show, AtCounter(1), OFFICER)
    keyboard.scan(label)
    assert "một lần rồi" in question(kiosk).text
    kiosk.tap(kiosk.window.asking.wanted)
    assert isinstance(kiosk.window.page, ChoosePage)


def test_too_late_is_said_with_what_to_do(
    kiosk: FaceAtWork, keyboard: Keyboard, store: Store, clock: SteppingClock
) -> None:
    label = missed(store)
    clock.forward(minutes=10)
    keyboard.scan(label)
    assert "**5 phút**" in question(kiosk).text
    clock.forward(minutes=5, seconds=1)
    kiosk.tap(kiosk.window.asking.wanted)
    assert "hơn 15 phút" in question(kiosk).text, "the button was older than the rule"
    assert question(kiosk).wanted == "Lấy số mới"
    assert returns(store, label) == 0


def test_somebody_else_was_quicker(kiosk: FaceAtWork, keyboard: Keyboard, store: Store) -> None:
    label = missed(store)
    keyboard.scan(label)
    store.do(come_back, ComeBack(label), KIOSK)
    kiosk.tap(kiosk.window.asking.wanted)
    assert "**người tiếp theo**" in question(kiosk).text
    assert returns(store, label) == 1


def test_an_answer_that_is_lost_is_asked_for_again(
    kiosk: FaceAtWork,
    keyboard: Keyboard,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: ExpectedLog,
) -> None:
    expected_log("nobody came back: store.busy")
    label = missed(store)
    keyboard.scan(label)
    do = Store.do

    def lost(self: Store, *args: object, **more: object) -> object:
        do(self, *args, **more)  # type: ignore[arg-type]
        raise Refused("store.busy")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "do", lost)
        kiosk.tap(kiosk.window.asking.wanted)
    assert question(kiosk).title == "Chưa trở lại hàng được"
    kiosk.tap(kiosk.window.asking.wanted)
    assert question(kiosk).title == f"Số {label} đã trở lại hàng"
    assert returns(store, label) == 1


def test_held_over_and_paused(
    kiosk: FaceAtWork, keyboard: Keyboard, store: Store, clock: SteppingClock
) -> None:
    label = missed(store)
    held = store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    store.do(hold, AtCounter(1), OFFICER)
    later = store.do(take_number, TakeNumber("HT"), KIOSK)
    keyboard.scan(held.ticket_id)
    assert "**Quầy 1** đang giữ số này" in question(kiosk).text
    keyboard.scan(later.ticket_id)
    assert "**người tiếp theo**" in question(kiosk).text, "who is held is not before anybody"
    store.do(pause_office, PauseOffice("Mất điện"), MANAGER)
    keyboard.scan(later.ticket_id)
    assert "tạm dừng gọi số" in question(kiosk).text
    assert "Dự kiến" not in question(kiosk).text
    keyboard.scan(label)
    assert question(kiosk).wanted == ""
    store.do(close_day, CloseDay(early=True), MANAGER)
    keyboard.scan(later.ticket_id)
    assert "của ngày 23/11/2026" in question(kiosk).text
    clock.forward(hours=24)
    keyboard.scan(later.ticket_id)
    assert question(kiosk).wanted == "Lấy số mới"


def test_a_number_typed_is_found_too(kiosk: FaceAtWork, keyboard: Keyboard, store: Store) -> None:
    label = missed(store)
    kiosk.tap(kiosk.window.page.ways["status"])
    keyboard.type(label.replace("-", ""))
    page = kiosk.window.page
    assert page.button.isEnabled()
    kiosk.tap(page.button)
    assert question(kiosk).wanted == "Trở lại hàng"
    kiosk.tap(kiosk.window.asking.wanted)
    assert returns(store, label) == 1


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
@pytest.mark.parametrize("contrast", [False, True], ids=["normal", "contrast"])
@pytest.mark.parametrize("english", [False, True], ids=["vi", "en"])
def test_the_question_is_whole_in_every_look(
    kiosk: FaceAtWork,
    keyboard: Keyboard,
    store: Store,
    clock: SteppingClock,
    size: object,
    large: bool,
    contrast: bool,
    english: bool,
) -> None:
    label = missed(store)
    window = kiosk.window
    window.resize(size)
    window.set_options(large=large, contrast=contrast)
    if english:
        kiosk.tap(window.bar.places["language"])
    for minutes in (0, 20):
        clock.forward(minutes=minutes)
        keyboard.scan(label)
        assert question(kiosk).wanted
        sheet = window.asking
        assert (troubles(sheet), nameless(sheet), jumps(sheet), faint(sheet)) == ([], [], [], [])
