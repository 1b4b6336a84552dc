"""While the counter works, nothing of a citizen is told on a screen of the hall: least at the call."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.storage.store import Store
from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.parts.label import Label
from kiosk.ui.theme.look import Look
from tests.fixtures.face import FaceAtWork, at_work
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key, take
from tests.ui.counter.receive_kit import offer_procedures

MARKED = (
    "Tên Đánh Dấu",
    "001203999999",
    "001 203 999 999",
    "0912999888",
    "0912 999 888",
    "Ngõ Dấu",
)
CARD = "001203999999||Tên Đánh Dấu|05032003|Nam|Ngõ Dấu, tổ 4|10102021"


def said(window: QWidget) -> list[str]:
    """All that a window shows, speaks, or would show under the pointer."""
    found = [window.windowTitle(), repr(getattr(window, "props", ""))]
    for widget in (window, *window.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found += [prose.plain for prose, _ in getattr(widget, "texts", list)()]
        if isinstance(widget, Label | QLineEdit):
            found.append(widget.text())
    return found


def named_in(hall: dict[str, FaceAtWork]) -> dict[str, list[str]]:
    """What tells of the citizen, face by face."""
    return {
        name: found
        for name, face in hall.items()
        if (found := [each for each in said(face.window) if any(mark in each for mark in MARKED)])
    }


@pytest.fixture
def hall(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[dict[str, FaceAtWork]]:
    """The lobby's screen and a kiosk."""
    assert qapp is not None
    offer_procedures(store)
    with (
        at_work(store, tmp_path / "a", lambda work: LobbyWindow(work, clock), "SANH1") as lobby,
        at_work(store, tmp_path / "b", lambda work: CitizenWindow(work, clock), "KIOSK1") as kiosk,
    ):
        lobby.open()
        kiosk.open()
        yield {"lobby": lobby, "kiosk": kiosk}


@pytest.mark.parametrize("face", ["lobby", "kiosk"])
def test_a_name_on_either_face_would_be_found(hall: dict[str, FaceAtWork], face: str) -> None:
    assert named_in(hall) == {}
    window = hall[face].window
    planted = Label(Look("kiosk"), f"Mời {MARKED[0]}")
    planted.setParent(window)
    assert set(named_in(hall)) == {face}


def test_no_citizen_is_named_in_the_hall(
    hall: dict[str, FaceAtWork], store_file: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    told: dict[str, dict[str, list[str]]] = {}
    shown: dict[str, set[str]] = {name: set() for name in hall}

    def look(step: str) -> None:
        for name, face in hall.items():
            face.run()
            shown[name].update(said(face.window))
        told[step] = named_in(hall)

    officer = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    try:
        officer.open()
        for _ in range(3):
            take(officer.store)
        officer.write("246801")
        officer.hit(Key.Key_Return)
        look("before the call")
        officer.hit(Key.Key_F2)
        look("at the call")
        officer.scan(CARD)
        officer.write("tinh trang")
        officer.hit(Key.Key_Return)
        officer.write("0912999888")
        assert any(MARKED[0] in each for each in said(officer.window)), "the mark would be found"
        look("while it is entered")
        officer.hit(Key.Key_PageDown)
        for _ in range(3):
            officer.hit(Key.Key_Space)
            officer.hit(Key.Key_Down)
        officer.hit(Key.Key_F9)
        assert officer.at == "main"
        look("once it is received")
        for key in (Key.Key_F3, Key.Key_F6, Key.Key_F6):
            officer.think()
            officer.hit(key)
            look(f"after {key.name}")
        officer.think()
        officer.hit(Key.Key_F2)
        look("at the next call")
        officer.hit(Key.Key_N, CTRL)
        look("when the officer leaves")
    finally:
        officer.close()
    assert {step: names for step, names in told.items() if names} == {}
    for number in ("HT-001", "HT-002"):
        for name, words in shown.items():
            assert any(number in each for each in words), f"{number} was never on the {name}"
