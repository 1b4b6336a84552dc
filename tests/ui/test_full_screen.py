"""F11 takes a window over the whole screen and back."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.full_screen import PLAIN, WHERE_TAKEN, FullScreenKey


@pytest.mark.parametrize(
    ("keys", "modifier"),
    [(PLAIN, Qt.KeyboardModifier.NoModifier), (WHERE_TAKEN, Qt.KeyboardModifier.ControlModifier)],
)
def test_there_and_back(qtbot: QtBot, keys: str, modifier: Qt.KeyboardModifier) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    FullScreenKey(window, keys)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F11, modifier)
    assert window.isFullScreen()
    assert window.size() == window.screen().size()
    QTest.keyClick(window, Qt.Key.Key_F11, modifier)
    assert not window.isFullScreen()
    assert window.size() == QSize(400, 300)


def test_f11_alone_is_left_to_the_counter(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    FullScreenKey(window, WHERE_TAKEN)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
