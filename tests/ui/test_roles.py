"""Parts of our own painting say what they are."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.parts.press import Pressable
from kiosk.ui.parts.roles import tell_roles
from kiosk.ui.theme.look import Look
from tests.ui.seeing import role_of

Role = QAccessible.Role


class Boxes(QWidget):
    accessible_role = Role.EditableText


@pytest.fixture(autouse=True)
def _told(qtbot: QtBot) -> None:
    tell_roles()


def test_a_part_is_what_it_says(qtbot: QtBot) -> None:
    boxes, plain = Boxes(), QWidget()
    qtbot.addWidget(boxes)
    qtbot.addWidget(plain)
    boxes.setAccessibleName("Mã tra cứu")
    assert role_of(boxes) is Role.EditableText
    assert role_of(plain) is Role.Client
    heard = QAccessible.queryAccessibleInterface(boxes).text(QAccessible.Text.Name)
    assert heard == "Mã tra cứu"


def test_what_can_be_pressed_is_a_button(qtbot: QtBot) -> None:
    button = Pressable(Look(), "Lấy số")
    qtbot.addWidget(button)
    assert role_of(button) is Role.Button
    button.setCheckable(True)
    assert role_of(button) in (Role.CheckBox, Role.Button)
