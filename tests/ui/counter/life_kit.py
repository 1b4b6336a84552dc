"""A dossier opened at the counter by a scan, and its acts by keyboard alone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import DossierState
from kiosk.dossiers.reading import DossierView, find_dossier
from kiosk.storage.store import Store
from kiosk.ui.counter.act_page import ActPage
from tests.dossiers.acting import brought_to
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, PINS, Key

PICTURES = os.environ.get("COUNTER_PICTURES", "")
TAB, SPACE, ENTER, ESC = Key.Key_Tab, Key.Key_Space, Key.Key_Return, Key.Key_Escape
F8, F9, F10, F11 = Key.Key_F8, Key.Key_F9, Key.Key_F10, Key.Key_F11
CONTROL = {"B": Key.Key_B, "L": Key.Key_L, "K": Key.Key_K, "O": Key.Key_O}


class AtDossier:
    """An officer's hands at a dossier that was scanned."""

    def __init__(self, hands: OfficerHands, code: str) -> None:
        self.hands, self.code = hands, code
        hands.scan(code)

    @property
    def view(self) -> DossierView:
        with self.hands.store.read() as unit:
            return find_dossier(unit, self.code)

    @property
    def page(self) -> ActPage:
        page = self.hands.window.acting.page
        assert page is not None
        return page

    @property
    def shut(self) -> str:
        assert self.page.props is not None
        return self.page.props.shut

    @property
    def told(self) -> str:
        return self.hands.window.told

    def ctrl(self, letter: str) -> None:
        """Press Ctrl and a letter."""
        self.hands.hit(CONTROL[letter], CTRL)

    def go_to(self, name: str) -> None:
        """Tab until something whose name begins so has the focus."""
        for _ in range(40):
            if self.hands.place().accessibleName().startswith(name):
                return
            self.hands.hit(TAB)
        raise AssertionError(f"Tab never comes to {name}")

    def write(self, name: str, text: str) -> None:
        """Type into the box of that name."""
        self.go_to(name)
        self.hands.write(text)

    def empty(self) -> None:
        """Ctrl M, and yes: what was entered on the page goes."""
        self.hands.hit(Key.Key_M, CTRL)
        self.hands.hit(TAB)
        self.hands.hit(SPACE)

    def papers_owed(self) -> list[str]:
        """What is owed on paper for it besides the slip."""
        return [job.kind for job in self.view.print_jobs if job.kind != "form01"]

    def picture(self, name: str, size: tuple[int, int] = (1440, 900)) -> None:
        """Keep the window as a picture, where somebody wants to look at it."""
        if PICTURES:
            self.hands.window.resize(*size)
            for _ in range(4):
                QApplication.processEvents()
            self.hands.window.grab().save(str(Path(PICTURES) / f"{name}.png"))


class Desk:
    """Opens dossiers in a state."""

    def __init__(self, hands: OfficerHands) -> None:
        self.hands = hands

    def sign_in_manager(self) -> None:
        """The manager sits down instead."""
        self.hands.hit(Key.Key_N, CTRL)
        self.hands.hit(Key.Key_Down, times=2)
        self.hands.write("998877")
        self.hands.hit(ENTER)
        assert self.hands.signed == "Phạm Văn Thử"

    def sign_in_colleague(self, down: int = 1) -> None:
        """The officer so many lines further down sits down instead, with PIN and all."""
        self.hands.hit(Key.Key_N, CTRL)
        self.hands.hit(Key.Key_Down, times=down)
        self.hands.write(PINS["CV02"] if down else PINS["CV01"])
        self.hands.hit(ENTER)
        assert self.hands.signed == ("Trần Thị Ví Dụ" if down else "Lê Minh Mẫu")

    def at(self, state: DossierState) -> AtDossier:
        """A dossier brought to a state, scanned."""
        code = brought_to(self.hands.store, state)
        self.hands.settle()
        return AtDossier(self.hands, code)


@pytest.fixture
def desk(
    qapp: QApplication,
    dossier_store: Store,
    store_file: Path,
    clock: SteppingClock,
    tmp_path: Path,
) -> Iterator[Desk]:
    """CV01 at counter 1."""
    assert qapp is not None
    assert dossier_store is not None
    hands = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    hands.open()
    hands.write(PINS["CV01"])
    hands.hit(ENTER)
    yield Desk(hands)
    hands.close()
