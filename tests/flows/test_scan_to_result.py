"""One dossier's whole life at the counter by keyboard alone: from the scanned card to the result."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import Act, DossierState, Outcome
from kiosk.dossiers.progress import Timeliness
from kiosk.storage.store import Store
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import MouseTrap, OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key, take
from tests.ui.counter.life_kit import ENTER, ESC, F9, F10, SPACE, AtDossier
from tests.ui.counter.receive_kit import offer_procedures

CARD = "001203004567||Nguyễn Văn Mẫu|05032003|Nam|Số 12, đường Hoa Sen|10102021"


@pytest.fixture
def officer(
    qapp: QApplication, store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[tuple[OfficerHands, MouseTrap]]:
    """Before counter 1, with one person in the hall; a mouse would be seen."""
    offer_procedures(store)
    take(store)
    trap = MouseTrap()
    qapp.installEventFilter(trap)
    hands = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    hands.open()
    yield hands, trap
    hands.close()
    qapp.removeEventFilter(trap)


def test_from_the_scanned_card_to_the_returned_result(
    officer: tuple[OfficerHands, MouseTrap], clock: SteppingClock
) -> None:
    hands, trap = officer
    hands.write("246801")
    hands.hit(ENTER)
    code = received(hands)

    # The same day: the dossier goes to those who decide, on a list.
    hands.think()
    hands.hit(Key.Key_B, CTRL)
    assert hands.at == "act"
    hands.hit(F9)
    assert hands.window.told.startswith("Đã bàn giao 1 hồ sơ")

    # Two days later something is missing; the slip leads back to the dossier.
    clock.set("2026-11-25T10:00+07:00")
    at = opened(hands, code)
    hands.hit(F10)
    hands.hit(SPACE)
    at.write("Lý do", "nop truoc ngay mai")
    hands.hit(F9)
    assert state_of(at) == DossierState.SUPPLEMENTING
    assert at.view.due_at is None

    # It comes the next day: the limit counts from zero.
    clock.set("2026-11-26T09:00+07:00")
    at = opened(hands, code)
    hands.hit(F9)
    assert state_of(at) == DossierState.RECEIVED
    hands.think()
    hands.hit(F9)
    assert state_of(at) == DossierState.PROCESSING

    # The department will be late: another day, with an apology, before the last day.
    clock.set("2026-11-27T09:00+07:00")
    at = opened(hands, code)
    hands.hit(Key.Key_L, CTRL)
    hands.write("04122026")
    at.write("Lý do", "chua co tra loi xac minh")
    hands.hit(F9)
    assert at.view.extensions == 1

    # The result is there; its owner is called, and comes with the slip.
    clock.set("2026-12-03T15:00+07:00")
    at = opened(hands, code)
    hands.hit(F9)
    assert state_of(at) == DossierState.RESULT_READY
    hands.hit(Key.Key_G, CTRL)
    assert hands.at == "tell"
    hands.think()
    hands.hit(F9)
    assert hands.at == "dossier"
    clock.set("2026-12-04T08:00+07:00")
    at = opened(hands, code)
    hands.hit(Key.Key_F12)
    assert hands.at == "return"
    at.go_to("Có giấy hẹn")
    hands.hit(SPACE)
    hands.hit(F9)

    view = at.view
    assert (view.state, view.outcome) == (DossierState.RETURNED, Outcome.RESULT)
    assert view.timeliness is Timeliness.OVERDUE, "the apology moves no day that it is judged by"
    assert [event.act for event in view.events] == [
        Act.RECEIVE,
        Act.FORWARD,
        Act.ASK_SUPPLEMENT,
        Act.RESTART,
        Act.FORWARD,
        Act.EXTEND,
        Act.READY,
        Act.RETURN,
    ]
    assert {"handover", "supplement", "apology"} <= set(at.papers_owed())
    assert (trap.caught, hands.lost_focus) == (0, [])
    hands.hit(ESC)
    assert hands.at == "main"


def received(hands: OfficerHands) -> str:
    """The code of a dossier received from the scanned card."""
    hands.hit(Key.Key_F2)
    hands.scan(CARD)
    assert hands.at == "receive"
    hands.write("tinh trang")
    hands.think()
    hands.hit(ENTER)
    hands.hit(Key.Key_PageDown)
    for place in range(3):
        hands.hit(Key.Key_Down, times=int(place > 0))
        hands.hit(SPACE)
    hands.think()
    hands.hit(F9)
    assert hands.at == "main"
    return hands.window.main.lines.chosen_code


def state_of(at: AtDossier) -> str:
    """Where the dossier stands now."""
    return at.view.state.value


def opened(hands: OfficerHands, code: str) -> AtDossier:
    """Scan the slip."""
    hands.think()
    at = AtDossier(hands, code)
    assert hands.at == "dossier"
    return at
