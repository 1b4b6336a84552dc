"""The order in which Tab goes through a page."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_order(page: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from ``page`` itself through ``widgets``: the order of reading."""
    for one, other in pairwise((page, *widgets)):
        QWidget.setTabOrder(one, other)
