"""Long texts and progress: said, shown wrong, reached by keys, without a new layout for each step."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.progress import Progress
from kiosk.ui.parts.text_box import TextBox
from kiosk.ui.theme.look import Look, dress
from tests.ui.clipping import troubles
from tests.ui.seeing import nameless

DESK = Look("desk")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    return page


def test_a_long_text_is_told_only_when_typed_and_tab_leaves_it(page: QWidget) -> None:
    column = Column(DESK, 8, (8, 8, 8, 8), page)
    box = column.add(TextBox(DESK, "Ghi chú"))
    after = column.add(QLineEdit())
    after.setAccessibleName("sau")
    page.show()
    told: list[str] = []
    box.edited.connect(told.append)
    box.set_text("một\nhai")
    assert told == []
    box.setFocus()
    QTest.keyClicks(box.edit, "a")
    assert told == ["amột\nhai"]
    QTest.keyClick(box.edit, Qt.Key.Key_Tab)
    assert page.focusWidget() is after


def test_what_is_wrong_stands_under_it_until_one_types(page: QWidget) -> None:
    box = Column(DESK, 8, (8, 8, 8, 8), page).add(TextBox(DESK, "Ghi chú"))
    page.show()
    box.set_error("Giá trị đang trống.")
    assert box.edit.accessibleDescription() == "Giá trị đang trống."
    assert troubles(page) == []
    QTest.keyClicks(box.edit, "a")
    assert box.error == ""
    box.set_name("Phí")
    assert box.edit.accessibleName() == "Phí"
    assert nameless(page) == []


def test_a_step_needs_no_new_layout(page: QWidget) -> None:
    bar = Column(DESK, 8, (8, 8, 8, 8), page).add(Progress(DESK, "Tiến độ"))
    page.show()
    QCoreApplication.processEvents()

    class Watch(QWidget):
        layouts = 0

        def eventFilter(self, _: object, event: QEvent) -> bool:
            Watch.layouts += event.type() == QEvent.Type.LayoutRequest
            return False

    watch = Watch(page)
    page.installEventFilter(watch)
    bar.set_done(40, 160, "Đang ghi: 40 / 160 bản ghi.")
    QCoreApplication.processEvents()
    assert Watch.layouts == 0
    assert (bar.value(), bar.maximum(), bar.words) == (40, 160, "Đang ghi: 40 / 160 bản ghi.")
    assert bar.accessibleDescription() == bar.words
    assert troubles(page) == []
    bar.set_done(5, 0, "Đang đọc.")
    assert bar.value() / bar.maximum() <= 1


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5])
def test_they_follow_the_scale(page: QWidget, scale: float) -> None:
    column = Column(DESK, 8, (8, 8, 8, 8), page)
    column.add(TextBox(DESK, "Ghi chú"))
    column.add(Progress(DESK, "Tiến độ")).set_done(1, 2, "Đang ghi.")
    dress(page, DESK.scaled(scale))
    page.show()
    assert troubles(page) == []
