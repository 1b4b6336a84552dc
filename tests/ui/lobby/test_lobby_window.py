"""The lobby's screen follows the store: real window, real store."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from kiosk.queue.calling import AtCounter, call_next, finish, recall, start_serving
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.lobby.board import CallProps, MessageProps
from kiosk.ui.parts.label import Label
from tests.fixtures.face import FaceAtWork
from tests.fixtures.logs import ExpectedLog
from tests.fixtures.store import KIOSK, OFFICER, PLAN, SteppingClock

LOST = MessageProps(
    "nolink", "Bảng gọi số\ntạm ngừng cập nhật", "Mời Ông/Bà hỏi bàn hướng dẫn.", warns=True
)


def take(store: Store, *fields: str) -> None:
    for field in fields:
        store.do(take_number, TakeNumber(field), KIOSK)


def call(store: Store, counter: int) -> None:
    store.do(call_next, AtCounter(counter), OFFICER)


@contextmanager
def painted(lobby: FaceAtWork) -> Iterator[list[str]]:
    """The calls painted for the first time meanwhile."""
    keys: list[str] = []
    lobby.window.shown.connect(keys.append)
    yield keys
    lobby.window.shown.disconnect(keys.append)


def test_the_screen_is_there_before_the_store(lobby: FaceAtWork) -> None:
    assert isinstance(lobby.window.props.main, MessageProps)
    assert lobby.window.props.main.headline == "Đang mở bảng gọi số"
    lobby.open()
    assert lobby.window.props.main.headline == "Chưa gọi số nào"
    assert lobby.window.notice_bar.text.startswith("Thứ Ba 24/11 nghỉ")


def test_a_call_is_shown_at_once_and_once(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT", "HT")
    with painted(lobby) as keys:
        call(store, 1)
        lobby.run()
        assert lobby.window.board.call.isVisible()
        main = lobby.window.props.main
        assert isinstance(main, CallProps)
        assert (main.number, main.counter) == ("HT-001", "Quầy 1")
        assert keys == [main.key]
        assert lobby.window.board.call.moving
        call(store, 2)
        lobby.run()
        assert lobby.window.props.main.number == "HT-002"
        assert lobby.window.props.recent.rows == (("HT-001", "Quầy 1"),)
        assert [tile.text for tile in lobby.window.board.strip.tiles][:2] == ["HT-001", "HT-002"]
        lobby.second(3)
        assert len(keys) == 2


def test_a_recall_pulses_again(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT")
    call(store, 1)
    lobby.run()
    lobby.window.board.call.calm()
    with painted(lobby) as keys:
        store.do(recall, AtCounter(1), OFFICER)
        lobby.run()
        assert len(keys) == 1
        assert lobby.window.board.call.moving


def test_who_has_come_is_no_longer_asked_for(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT")
    call(store, 1)
    store.do(start_serving, AtCounter(1), OFFICER)
    lobby.run()
    assert lobby.window.props.main.title == "Số vừa gọi"
    store.do(finish, AtCounter(1), OFFICER)
    lobby.run()
    assert lobby.window.board.strip.tiles[0].text == "Tạm nghỉ"


def test_a_call_from_before_does_not_pulse_when_the_screen_starts(
    lobby: FaceAtWork, store: Store
) -> None:
    take(store, "HT")
    call(store, 1)
    lobby.open()
    assert lobby.window.props.main.number == "HT-001"
    assert not lobby.window.board.call.moving


def test_waiting_people_are_counted(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT", "HT", "CT")
    lobby.run()
    assert lobby.window.board.line.props.items == (("Hộ tịch", "2"), ("Chứng thực", "1"))


def test_a_lost_store_is_said_and_forgotten_when_it_is_back(
    lobby: FaceAtWork, store: Store, clock: SteppingClock
) -> None:
    lobby.open()
    take(store, "HT")
    call(store, 1)
    lobby.run()
    lobby.workplace.lost.emit(Refused("store.unreachable"))
    station, lobby.workplace.station = lobby.workplace.station, None
    clock.set("2026-11-23T09:31+07:00")
    lobby.second(4)
    assert lobby.window.props.main != LOST
    lobby.second()
    assert lobby.window.props.main == LOST
    assert lobby.window.props.recent.title == "Số gọi lúc 09:24"
    assert lobby.window.props.recent.rows == (("HT-001", "Quầy 1"),)
    assert lobby.window.board.message.isVisible()
    assert lobby.window.notice_bar.text == "Đang tự kết nối lại."
    lobby.second(55)
    assert lobby.window.props.recent.rows == (("—", "—"),)
    lobby.workplace.station = station
    lobby.second()
    assert lobby.window.props.main.number == "HT-001"
    assert not lobby.window.board.call.moving, "what was called before is not called anew"


def test_a_refused_store_is_said(lobby: FaceAtWork, expected_log: ExpectedLog) -> None:
    expected_log("the store was not opened: store.newer")
    lobby.refusal = Refused("store.newer", revision="9999")
    lobby.open()
    assert lobby.window.props.main.warns
    assert "bản chương trình mới hơn" in lobby.window.notice_bar.text
    lobby.refusal = None
    lobby.open()
    assert lobby.window.props.main.headline == "Chưa gọi số nào"


def test_names_never_reach_the_hall(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT", "CT")
    call(store, 1)
    call(store, 3)
    lobby.run()
    said = [repr(lobby.window.props)]
    for widget in lobby.window.findChildren(QWidget):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, Label):
            said.append(widget.text())
    for person in PLAN.people:
        assert person.name not in "\n".join(said)


def test_a_closed_window_asks_no_more(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    lobby.window.close()
    take(store, "HT")
    lobby.run()
    assert lobby.window.board.line.props.items == (("Hộ tịch", "0"), ("Chứng thực", "0"))
    QApplication.processEvents()


def test_the_frame_of_the_hall_needs_no_database(project: Path) -> None:
    asked = (
        "import sys, kiosk.ui.lobby.window;print(*{name.partition('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=project, capture_output=True, text=True, check=True
    )
    heavy = {"sqlalchemy", "alembic", "pysqlite3", "reportlab", "barcode", "segno", "msgspec"}
    assert heavy & set(loaded.stdout.split()) == set()
