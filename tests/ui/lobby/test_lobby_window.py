"""The lobby's screen follows the store: real window, real store."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.office.notices import AddNotice, add_notice
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next, finish, recall, start_serving
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import Call, board, newest_calls
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.lobby.board import CallProps, MessageProps
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.motion import STILL
from kiosk.ui.parts.label import Label
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.logs import ExpectedLog
from tests.fixtures.store import KIOSK, MANAGER, OFFICER, PLAN, SteppingClock, found

LOST = MessageProps(
    "nolink", "Bảng gọi số\ntạm ngừng cập nhật", "Mời Ông/Bà hỏi bàn hướng dẫn.", warns=True
)


def take(store: Store, *fields: str) -> None:
    for field in fields:
        store.do(take_number, TakeNumber(field), KIOSK)


def newest(store: Store, limit: int = 12) -> tuple[Call, ...]:
    with store.read() as unit:
        return newest_calls(unit, limit)


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
        assert len(keys) == 2, "seen at once, though the large place is taken"
        assert lobby.window.props.main.number == "HT-001"
        assert lobby.window.props.recent.rows == (("HT-002", "Quầy 2"),)
        assert lobby.window.props.recent.fresh == {"HT-002"}
        assert [tile.text for tile in lobby.window.board.strip.tiles][:2] == ["HT-001", "HT-002"]
        lobby.second(11)
        assert lobby.window.props.main.number == "HT-001"
        lobby.second()
        assert lobby.window.props.main.number == "HT-002"
        assert lobby.window.props.recent.rows == (("HT-001", "Quầy 1"),)
        assert lobby.window.props.recent.fresh == frozenset()
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
        assert lobby.window.props.main.title == "Gọi lại số"


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


def test_what_speaks_hears_each_beginning_and_end(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    told: list[str] = []
    lobby.window.began.connect(lambda key: told.append(f"+{key}"))
    lobby.window.ended.connect(lambda key: told.append(f"-{key}"))
    take(store, "HT", "HT")
    call(store, 1)
    call(store, 2)
    lobby.run()
    first, second = (each.id for each in reversed(newest(store)))
    assert told == [f"+{first}"]
    lobby.second(12)
    assert told == [f"+{first}", f"-{first}", f"+{second}"]
    lobby.second(40)
    assert told == [f"+{first}", f"-{first}", f"+{second}", f"-{second}"]


def test_more_calls_than_one_look_holds_are_all_shown(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    began: list[str] = []
    lobby.window.began.connect(began.append)
    take(store, *["HT"] * 60)
    for at in range(60):
        call(store, 1 + at % 2)
    lobby.run()
    assert len(lobby.window.calling.waiting) == 59
    lobby.second(300)
    assert began == [each.id for each in reversed(newest(store, 100))]


def test_who_has_come_gives_way_to_those_who_wait(lobby: FaceAtWork, store: Store) -> None:
    lobby.open()
    take(store, "HT", "HT")
    call(store, 1)
    lobby.run()
    lobby.second(4)
    call(store, 2)
    lobby.run()
    assert lobby.window.props.main.number == "HT-001"
    store.do(start_serving, AtCounter(1), OFFICER)
    lobby.run()
    assert lobby.window.props.main.number == "HT-002"


def test_calls_missed_are_made_good_only_while_they_stand(
    lobby: FaceAtWork, store: Store, clock: SteppingClock
) -> None:
    lobby.open()
    take(store, "HT", "HT", "CT")
    began: list[str] = []
    lobby.window.began.connect(began.append)
    lobby.workplace.lost.emit(Refused("store.unreachable"))
    station, lobby.workplace.station = lobby.workplace.station, None
    lobby.second(6)
    assert lobby.window.props.main == LOST
    call(store, 1)
    store.do(start_serving, AtCounter(1), OFFICER)
    call(store, 2)
    store.do(recall, AtCounter(2), OFFICER)
    lobby.workplace.station = station
    lobby.second()
    again = newest(store)[0]
    assert began == [again.id]
    assert (again.label, again.turn) == ("HT-002", 2)
    assert lobby.window.props.recent.rows == (("HT-001", "Quầy 1"),)


def test_notices_take_turns_and_never_hide_a_call(lobby: FaceAtWork, store: Store) -> None:
    store.do(add_notice, AddNotice("Quầy 3 nghỉ chiều nay."), MANAGER)
    lobby.open()
    bar = lobby.window.notice_bar
    assert bar.mark == "Dữ liệu minh họa"
    said = [bar.text]
    for _ in range(3):
        lobby.second(19)
        assert bar.text == said[-1]
        lobby.second()
        assert bar.fading
        bar.settle()
        said.append(bar.text)
    assert said[0].startswith("Thứ Ba 24/11 nghỉ")
    assert said[1] == "Quầy 3 nghỉ chiều nay."
    assert said[2:] == said[:2], "all around"
    store.do(add_notice, AddNotice("Một thông báo rất dài. " * 8), MANAGER)
    take(store, "HT")
    call(store, 1)
    lobby.run()
    assert lobby.window.props.main.number == "HT-001"
    assert not lobby.window.board.call.visibleRegion().isEmpty()
    assert bar.geometry().top() >= lobby.window.board.geometry().bottom()


def test_a_desktop_that_asks_for_stillness_gets_it(
    lobby: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("kiosk.ui.lobby.call_card", "kiosk.ui.frames.tv"):
        monkeypatch.setattr(f"{module}.is_still", lambda _widget: True)
    lobby.open()
    take(store, "HT")
    call(store, 1)
    lobby.run()
    assert lobby.window.props.main.number == "HT-001"
    assert not lobby.window.board.call.moving
    lobby.second(20)
    assert not lobby.window.notice_bar.fading


def test_a_machine_set_to_no_motion_keeps_still(
    qapp: QApplication, lobby: FaceAtWork, store: Store
) -> None:
    lobby.open()
    take(store, "HT")
    qapp.setProperty(STILL, True)
    try:
        call(store, 1)
        lobby.run()
        assert lobby.window.props.main.number == "HT-001"
        assert not lobby.window.board.call.moving
    finally:
        qapp.setProperty(STILL, None)


def test_names_never_reach_the_hall(
    qapp: QApplication, tmp_path: Path, clock: SteppingClock
) -> None:
    marked = "Họ Tên Đánh Dấu"
    people = tuple(
        msgspec.structs.replace(each, name=f"{marked} {each.code}") for each in PLAN.people
    )
    store = found(tmp_path / "marked.sqlite3", clock, msgspec.structs.replace(PLAN, people=people))
    for counter, officer in ((1, "CV01"), (2, "CV02")):
        pin = next(each.pin for each in PLAN.people if each.code == officer)
        store.do(sign_in, SignIn(counter, officer, pin or ""), Actor(f"QUAY{counter}", officer))
    with at_work(store, tmp_path, lambda work: LobbyWindow(work, clock), "SANH1") as lobby:
        lobby.open()
        take(store, "HT", "CT", "HT")
        call(store, 1)
        call(store, 2)
        store.do(start_serving, AtCounter(1), OFFICER)
        lobby.run()
        said = [repr(lobby.window.props), repr(lobby.window.calling), lobby.window.windowTitle()]
        for widget in (lobby.window, *lobby.window.findChildren(QWidget)):
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            said += [prose.plain for prose, _ in getattr(widget, "texts", list)()]
            if isinstance(widget, Label):
                said.append(widget.text())
    store.close()
    assert any("HT-001" in each for each in said)
    assert not [each for each in said if marked in each]


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


def test_a_number_of_yesterday_stands_at_no_counter(
    lobby: FaceAtWork, store: Store, clock: SteppingClock
) -> None:
    take(store, "HT")
    call(store, 1)
    with store.read() as unit:
        assert [one.label for one in board(unit).counters if one.label] == ["HT-001"]
    clock.set("2026-11-25T09:00+07:00")
    with store.read() as unit:
        assert [one.label for one in board(unit).counters if one.label] == []
