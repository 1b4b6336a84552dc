"""Where things stand in the hall, against the numbers of the design note: within 4 px."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.storage.store import Store
from tests.fixtures.face import FaceAtWork
from tests.fixtures.store import KIOSK, OFFICER


def box_of(widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(widget.window(), QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()


def test_the_board(lobby: FaceAtWork, store: Store) -> None:
    lobby.window.resize(QSize(1920, 1080))
    lobby.open()
    for _ in range(5):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    lobby.run()
    QApplication.processEvents()
    board = lobby.window.board
    assert box_of(board.call) == pytest.approx((48, 160, 1160, 528), abs=4)
    assert box_of(board.recent) == pytest.approx((1232, 160, 640, 528), abs=4)
    assert box_of(board.strip) == pytest.approx((48, 720, 1824, 148), abs=4)
    assert box_of(lobby.window.notice_bar) == pytest.approx((0, 984, 1920, 96), abs=4)
