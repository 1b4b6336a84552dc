"""The hall speaks: real window, real store, real clips; a player that ends when told."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.app import lobby_window
from kiosk.paths import StationFolder
from kiosk.queue.calling import AtCounter, call_next, recall, start_serving
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import newest_calls
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.voice.announcer import Announcer
from kiosk.ui.voice.choosing import recorded_folder
from kiosk.ui.workplace import Workplace
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock
from tests.fixtures.voice import SilentSpeaker, record

SAID = "said: "


@dataclass
class Hall:
    """A lobby screen with a voice, and its time by quarters of a second."""

    face: FaceAtWork
    speaker: SilentSpeaker
    heard: pytest.LogCaptureFixture
    quarter: int = 0

    def pass_seconds(self, count: int) -> None:
        for _ in range(4 * count):
            self.quarter += 1
            self.speaker.pass_time(0.25)
            if self.quarter % 4 == 0:
                self.face.second()

    @property
    def said(self) -> list[str]:
        """What was said, one line an utterance."""
        lines = (line.getMessage() for line in self.heard.records)
        return [line.removeprefix(SAID) for line in lines if line.startswith(SAID)]


@pytest.fixture
def hall(
    qapp: QApplication,
    store: Store,
    clock: SteppingClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[Hall]:
    record(recorded_folder(tmp_path / "voice"))
    speaker = SilentSpeaker()

    def window(work: Workplace) -> LobbyWindow:
        voice = Announcer(tmp_path / "voice", work.jobs, 80, lambda: speaker)
        return LobbyWindow(work, clock, announcer=voice, volume_at=lambda _: 80)

    with at_work(store, tmp_path, window, "SANH1") as face:
        yield Hall(face, speaker, caplog)
    assert speaker.stopped, "a closed window is quiet"
    speaker.deleteLater()


def take(store: Store, count: int, field: str = "HT") -> None:
    for _ in range(count):
        store.do(take_number, TakeNumber(field), KIOSK)


def call(store: Store, counter: int) -> None:
    store.do(call_next, AtCounter(counter), OFFICER)


def test_a_call_is_said_twice_and_the_frame_pulses_less(hall: Hall, store: Store) -> None:
    hall.face.open()
    assert hall.face.window.board.call._pulses == 2
    take(store, 1)
    call(store, 1)
    hall.face.run()
    assert hall.said == ["Kính mời số H T không không một đến quầy một"]
    hall.pass_seconds(30)
    assert hall.said == ["Kính mời số H T không không một đến quầy một"] * 2
    assert not hall.face.window.calling.holding


def test_what_is_being_said_is_never_cut_off(hall: Hall, store: Store) -> None:
    hall.face.open()
    take(store, 2)
    call(store, 1)
    hall.face.run()
    store.do(start_serving, AtCounter(1), OFFICER)
    call(store, 2)
    hall.face.run()
    for _ in range(20):
        hall.face.second()
    assert hall.face.window.props.main.number == "HT-001", "the voice has not ended"
    assert len(hall.said) == 1
    hall.speaker.end()
    assert hall.face.window.props.main.number == "HT-002"
    assert hall.said[1:] == ["Kính mời số H T không không hai đến quầy hai"]


def test_a_burst_of_sixty_is_called_in_order_within_five_minutes(hall: Hall, store: Store) -> None:
    hall.face.open()
    take(store, 60)
    large: list[str] = []
    hall.face.window.began.connect(large.append)
    for at in range(60):
        call(store, 1 + at % 2)
    hall.face.run()
    window = hall.face.window
    assert window.props.recent.rows[0] == ("HT-060", "Quầy 2"), "the list shows each at once"
    assert [tile.text for tile in window.board.strip.tiles[:2]] == ["HT-059", "HT-060"]
    hall.pass_seconds(300)
    assert not window.calling.holding
    assert not window.calling.speaking
    with store.read() as unit:
        made = [one.id for one in reversed(newest_calls(unit, 100))]
    assert large == made
    digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    for number in range(1, 61):
        told = " ".join(digits[int(each)] for each in f"{number:03}")
        assert [line for line in hall.said if f"H T {told} " in line], f"{number} was not said"
    assert hall.said[0].startswith("Mời số H T không không một quầy")
    assert hall.said[-1] == "Kính mời số H T không sáu không đến quầy hai"


def test_f3_repeats_the_last_call_without_calling_anew(hall: Hall, store: Store) -> None:
    hall.face.open()
    take(store, 1)
    call(store, 1)
    hall.face.run()
    hall.pass_seconds(30)
    calls = len(newest(store))
    hall.face.window.board.call.calm()
    QTest.keyClick(hall.face.window, Qt.Key.Key_F3)
    hall.face.run()
    assert len(hall.said) == 3
    assert hall.face.window.board.call.moving
    assert len(newest(store)) == calls


def newest(store: Store) -> list[str]:
    with store.read() as unit:
        return [one.id for one in newest_calls(unit)]


def test_a_recall_speaks_again(hall: Hall, store: Store) -> None:
    hall.face.open()
    take(store, 1)
    call(store, 1)
    hall.face.run()
    hall.pass_seconds(30)
    store.do(recall, AtCounter(1), OFFICER)
    hall.face.run()
    assert len(hall.said) == 3


def test_a_restarted_screen_is_right_and_silent(hall: Hall, store: Store) -> None:
    take(store, 1)
    call(store, 1)
    hall.face.open()
    assert hall.face.window.props.main.number == "HT-001"
    hall.pass_seconds(20)
    assert hall.said == []


def test_after_a_lost_store_only_who_is_still_called_is_spoken_for(
    hall: Hall, store: Store
) -> None:
    hall.face.open()
    take(store, 2)
    work = hall.face.workplace
    work.lost.emit(Refused("store.unreachable"))
    station, work.station = work.station, None
    hall.face.second(6)
    call(store, 1)
    store.do(start_serving, AtCounter(1), OFFICER)
    call(store, 2)
    work.station = station
    hall.face.second()
    hall.pass_seconds(30)
    assert hall.said == ["Kính mời số H T không không hai đến quầy hai"] * 2


def test_what_is_being_said_when_the_store_is_lost_is_said_whole_and_nothing_after_it(
    hall: Hall, store: Store
) -> None:
    hall.face.open()
    take(store, 2)
    call(store, 1)
    call(store, 2)
    hall.face.run()
    work = hall.face.workplace
    work.lost.emit(Refused("store.unreachable"))
    station, work.station = work.station, None
    hall.face.second(15)
    assert hall.speaker.left is not None
    hall.speaker.end()
    hall.pass_seconds(10)
    assert len(hall.said) == 1
    work.station = station
    hall.face.second()
    hall.pass_seconds(30)
    assert hall.said[1:] == ["Kính mời số H T không không hai đến quầy hai"] * 2


def test_two_screens_show_and_speak_for_their_own_counters(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    with at_work(
        store, tmp_path, lambda work: LobbyWindow(work, clock, counters=frozenset({2})), "SANH2"
    ) as face:
        take(store, 2)
        face.open()
        call(store, 1)
        face.run()
        assert face.window.props.main.headline == "Chưa gọi số nào"
        assert [tile.name for tile in face.window.props.counters] == ["Quầy 2"]
        assert face.window.props.line.items == (("Hộ tịch", "1"), ("Chứng thực", "0"))
        call(store, 2)
        face.run()
        assert face.window.props.main.number == "HT-002"
        assert face.window.props.recent.rows == ()
        for _ in range(30):
            store.do(recall, AtCounter(1), OFFICER) if _ < 2 else None
            face.second()
        assert face.window.props.main.number == "HT-002"


def test_the_station_says_which_counters_who_speaks_and_how_loud(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    folder = StationFolder(tmp_path)
    for text, given, counters, speaks in (
        ('[lobby]\ncounters = "2"\nspeaks = false\n', None, {2}, False),
        ('[lobby]\ncounters = "2"\nvolume = 0\n', frozenset({1}), {1}, False),
        ("[lobby]\nvolume = 300\n", None, None, True),
        ("", None, None, True),
    ):
        folder.settings.write_text(text, "utf-8")
        with at_work(
            store, tmp_path, partial(lobby_window, folder, given, clock=clock), "SANH1"
        ) as face:
            assert face.window._counters == (counters and frozenset(counters))
            face.open()
            assert face.window._voice.heard == speaks
            assert speaks == ("speaks = false" not in text and "volume = 0" not in text)


def test_it_is_as_loud_as_the_hour_asks(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    record(recorded_folder(tmp_path / "voice"))
    speaker = SilentSpeaker()

    def window(work: Workplace) -> LobbyWindow:
        voice = Announcer(tmp_path / "voice", work.jobs, 80, lambda: speaker)
        return LobbyWindow(
            work,
            clock,
            announcer=voice,
            volume_at=lambda time: 0 if time >= "17:00" else 20 if time >= "11:30" else 80,
        )

    with at_work(store, tmp_path, window, "SANH1") as face:
        face.open()
        take(store, 2)
        call(store, 1)
        face.run()
        speaker.end()
        clock.set("2026-11-23T11:30+07:00")
        face.second()
        call(store, 2)
        face.run()
        face.second(12)
        speaker.end()
        clock.set("2026-11-23T17:00+07:00")
        face.second()
        assert face.window.board.call._pulses == 4, "silent: the frame calls alone"
        store.do(recall, AtCounter(1), OFFICER)
        face.run()
        face.second(20)
    assert [round(loud / 320) for loud in speaker.loudest] == [80, 20, 20]
    speaker.deleteLater()
