"""A face tells that it lives, and is silent while the store is."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.office.presence import Presence, presences
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.frames.frame import Frame
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.presence import EVERY_MS, Heartbeat
from kiosk.ui.workplace import Workplace
from tests.fixtures.face import at_work
from tests.fixtures.store import SteppingClock


def told(store: Store) -> tuple[Presence, ...]:
    with store.read() as unit:
        return presences(unit)


def test_it_tells_after_the_chores_and_then_by_itself(
    qapp: QWidget, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    beats: list[Heartbeat] = []

    def make(workplace: Workplace) -> Frame:
        beats.append(Heartbeat(workplace, clock, "citizen"))
        return LobbyWindow(workplace, clock)

    with at_work(store, tmp_path, make, "SANH") as face:
        beats[0].beat()
        face.open()
        assert told(store) == ()
        face.workplace.chores.timeout.emit()
        face.run()
        (one,) = told(store)
        assert (one.station, one.face, one.printers) == ("SANH", "citizen", {"ticket80": "folder"})
        clock.set("2026-11-23T09:25+07:00")
        beats[0].beat()
        face.run()
        assert [each.seen_at for each in told(store)] == [clock.now()]
    assert EVERY_MS == 30_000


def test_a_silent_store_is_no_news_of_it(
    qapp: QWidget, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    with at_work(store, tmp_path, lambda place: LobbyWindow(place, clock), "SANH") as face:
        face.open()
        beat = Heartbeat(face.workplace, clock, "lobby")

        def silent(_: object) -> None:
            raise Refused("store.unreachable")

        face.store.write = silent  # type: ignore[method-assign,assignment]
        beat.beat()
        face.run()
        del face.store.write
        assert told(store) == ()
