"""What is slow waits until the window has been painted."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.first_paint import after_first_paint


class Painted(QWidget):
    """A widget that remembers in which order things happened."""

    def __init__(self, told: list[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._name = told, name

    def paintEvent(self, event: QPaintEvent) -> None:
        self._told.append(self._name)


def test_the_act_comes_after_the_window_and_its_children_once(qtbot: QtBot) -> None:
    told: list[str] = []
    window = Painted(told, "window")
    child = Painted(told, "child", window)
    child.resize(20, 20)
    qtbot.addWidget(window)
    after_first_paint(window, lambda: told.append("act"))
    assert told == []
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: "act" in told)
    assert told[:3] == ["window", "child", "act"]
    window.repaint()
    qtbot.waitUntil(lambda: told.count("window") > 1)
    assert told.count("act") == 1
