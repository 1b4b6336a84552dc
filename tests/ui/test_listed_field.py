"""A name chosen from a list or typed: what it says, and where Tab stops."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.parts.listed_field import ListedField
from kiosk.ui.theme.look import Look

Made = Callable[..., ListedField]
NAMES = ("Phòng Tư pháp", "Công an phường")


@pytest.fixture
def field(qtbot: QtBot) -> Made:
    def made(*names: str) -> ListedField:
        part = ListedField(Look("desk"), "Nơi nhận", "Theo lĩnh vực", limit=120)
        qtbot.addWidget(part)
        part.offer(names)
        return part

    return made


def test_without_a_list_it_is_a_field(field: Made) -> None:
    made = field()
    assert made.choice.isHidden()
    assert not made.other.isHidden()
    QTest.keyClicks(made.other.edit, "So Xay dung")
    assert made.text() == "So Xay dung"


def test_what_is_listed_is_chosen_and_what_is_not_is_typed(field: Made) -> None:
    made = field(*NAMES)
    assert (made.text(), made.choice.box.currentText()) == ("", "Theo lĩnh vực")
    for text, typed in ((NAMES[1], False), ("Sở Xây dựng", True), ("", False), (NAMES[0], False)):
        made.set_text(text)
        assert made.text() == text
        assert made.other.isHidden() is not typed


def test_each_choice_by_hand_is_told(field: Made) -> None:
    made = field(*NAMES)
    told: list[str] = []
    made.edited.connect(told.append)
    made.show()
    for _ in range(3):
        QTest.keyClick(made.choice.box, Qt.Key.Key_Down)
    assert told == [*NAMES, ""]
    assert made.other.isVisible()
    QTest.keyClicks(made.other.edit, "X")
    assert told[-1] == "X"


def test_another_list_keeps_what_was_said(field: Made) -> None:
    made = field(*NAMES)
    made.set_text(NAMES[1])
    made.offer(NAMES[:1])
    assert made.text() == NAMES[1]
    assert not made.other.isHidden()
    made.offer(NAMES)
    assert (made.text(), made.other.isHidden()) == (NAMES[1], True)
    made.offer(())
    assert made.text() == NAMES[1]
    assert made.other.edit.accessibleName() == "Nơi nhận"


def test_what_is_wrong_is_said_under_what_is_shown(field: Made) -> None:
    made = field(*NAMES)
    made.set_error("Chưa chọn nơi nhận.")
    assert made.choice.error
    made.set_text("Sở Xây dựng")
    made.set_error("Dài quá.")
    assert made.other.error
