"""Today's hand-over list comes out once more from the counter, marked as such."""

from kiosk.dossiers.model import DossierState
from kiosk.storage.print_jobs import of_today
from tests.dossiers.acting import brought_to
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import F9, Desk, desk

__all__ = ["desk"]


def test_the_list_of_today_is_printed_again(desk: Desk) -> None:
    brought_to(desk.hands.store, DossierState.RECEIVED)
    desk.hands.settle()
    desk.hands.hit(Key.Key_B, CTRL)
    desk.hands.hit(F9)
    lists = [title for title in desk.hands.printer.sent if "bàn giao" in title]
    assert len(lists) == 1
    desk.hands.rested()
    desk.hands.hit(Key.Key_R, CTRL)
    row = desk.hands.window.papers.table.current
    assert row is not None
    assert row.title == lists[0]
    desk.hands.hit(F9)
    assert desk.hands.printer.sent[-1] == lists[0]
    with desk.hands.store.read() as unit:
        again = of_today(unit, "QUAY1")[0]
    assert again.is_reprint
    assert again.kind == "handover"
