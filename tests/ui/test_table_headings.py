"""Table headings follow the scale of their window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.qss import sheet
from kiosk.ui.theme.tokens import NORMAL


@pytest.mark.parametrize("scale", [1.0, 0.6, 1.4])
def test_headings_have_the_size_of_their_look(qtbot: QtBot, scale: float) -> None:
    look = Look("desk", NORMAL, scale, 1.0)
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QTableView

    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel(0, 1, view)
    model.setHeaderData(0, Qt.Orientation.Horizontal, "Mã hồ sơ")
    view.setModel(model)
    view.setStyleSheet(sheet(Look("desk", NORMAL, 1.0, 1.0)))
    view.show()
    plain = view.horizontalHeader().sectionSizeHint(0)
    view.setStyleSheet(sheet(look))
    scaled = view.horizontalHeader().sectionSizeHint(0)
    if scale == 1.0:
        assert scaled == plain
    else:
        assert (scaled > plain) is (scale > 1)
