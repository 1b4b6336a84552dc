"""The eyes of the tests see: what parts paint themselves is read, measured and told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.citizen.staff.faces import InitialDisc
from kiosk.ui.parts.bar_chart import BarChart, Column
from kiosk.ui.parts.bars import Bar, Bars
from kiosk.ui.parts.call_line import CallLine
from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.field import LineEdit
from kiosk.ui.parts.keys import KeyBar, KeyHint
from kiosk.ui.parts.line_chart import LineChart, Point
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.parts.wait_bars import WaitBar, WaitBars
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.qss import sheet
from kiosk.ui.theme.tokens import NORMAL, Theme
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, told

PALE = "#F4F4F4"
DESK = Look("desk")


@dataclass(frozen=True)
class Line:
    """A row of the tables below."""

    code: str
    name: str
    state: Pill | None = None


def table(look: Look) -> Table[Line]:
    """Two lines; the second has no state."""
    columns: tuple[TableColumn[Line], ...] = (
        TableColumn("Mã", lambda line: line.code, 100),
        TableColumn("Tên", lambda line: line.name),
        TableColumn("Tình trạng", lambda line: "", 120, pill=lambda line: line.state),
    )
    made = Table(look, "Sổ", columns, lambda line: line.code)
    made.set_rows((Line("A1", "Tách hộ", Pill("Tốt", "check", "ok")), Line("A2", "Khai tử")))
    return made


def hinted(look: Look) -> LineEdit:
    edit = LineEdit(look)
    edit.setPlaceholderText("Gõ mã hoặc tên")
    return edit


def keyed(look: Look) -> KeyBar:
    bar = KeyBar(look)
    bar.set_keys((("F1", "Trợ giúp"),))
    return bar


def waited(look: Look) -> WaitBars:
    bars = WaitBars(look, "Chưa có")
    bars.set_bars((WaitBar("Hộ tịch", 3, 9),))
    return bars


def counted(look: Look) -> BarChart:
    chart = BarChart(look, "Lượt")
    chart.set_columns((Column("7g30", 4, 3.0),))
    return chart


def lined(look: Look) -> LineChart:
    chart = LineChart(look, "Tỷ lệ", 97, "mục tiêu 97%")
    chart.set_points((Point("01/11", 96.0), Point("02/11", 98.0)), 97, "mục tiêu 97%")
    return chart


def called(look: Look) -> CallLine:
    line = CallLine(look, "Đang gọi", "Chưa gọi số nào")
    line.set_calls((("HT-016", "Quầy 1"),))
    return line


def shown(qtbot: QtBot, widget: QWidget, look: Look) -> QWidget:
    """The part on a window of its own, on the ground of its theme."""
    qtbot.addWidget(widget)
    ground = f"QWidget {{ background: {look.theme.surface}; }}"
    widget.setStyleSheet(sheet(look) + ("" if isinstance(widget, LineEdit) else ground))
    widget.resize(640, max(200, widget.sizeHint().height()))
    widget.show()
    return widget


PARTS: list[tuple[Callable[[Look], QWidget], str, str, str]] = [
    (table, "desk", "ink", "Tách hộ"),
    (table, "desk", "ok", "Tốt"),
    (table, "desk", "ink_2", "Tình trạng"),
    (hinted, "desk", "ink_3", "Gõ mã hoặc tên"),
    (keyed, "desk", "bar_text", "Trợ giúp"),
    (lambda look: KeyHint(look, "F2"), "desk", "ink", "F2"),
    (waited, "desk", "ink_2", "9/10 lượt"),
    (lambda look: Bars(look, (Bar("Hộ tịch", 4),)), "desk", "ink", "Hộ tịch"),
    (counted, "desk", "ink_2", "7g30"),
    (lined, "desk", "gold_ink", "mục tiêu 97%"),
    (lambda look: ChoiceBox(look, "Quầy", (Option("1", "Quầy 1"),)), "desk", "ink", "Quầy 1"),
    (called, "kiosk", "gold_ink", "Đang gọi"),
    (lambda look: InitialDisc(look, "H", 72, head=False), "kiosk", "act", "H"),
]


@pytest.mark.parametrize(("make", "board", "tone", "word"), PARTS)
def test_a_faint_text_is_found(
    qtbot: QtBot, make: Callable[[Look], QWidget], board: str, tone: str, word: str
) -> None:
    def found(theme: Theme) -> list[str]:
        look = Look("kiosk" if board == "kiosk" else "desk", theme)
        return [each for each in faint(shown(qtbot, make(look), look)) if repr(word) in each]

    pale: dict[str, Any] = {tone: NORMAL.bar_dark if tone == "bar_text" else PALE}
    assert found(NORMAL) == []
    assert found(replace(NORMAL, **pale)) != []


def test_a_table_is_told_by_headings_and_rows(qtbot: QtBot) -> None:
    lines = told(shown(qtbot, table(DESK), DESK)).splitlines()
    assert "[Sổ]" in lines[0]
    assert [line.strip() for line in lines[1:4]] == [
        "| Mã 16+84 | Tên 116+404 | Tình trạng 536+104",
        "| A1 | Tách hộ | Tốt",
        "| A2 | Khai tử |",
    ]


def test_a_shortened_text_is_found(qtbot: QtBot) -> None:
    long = table(DESK)
    shown(qtbot, long, DESK)
    assert troubles(long) == []
    long.set_rows((Line("A1", "Đăng ký " * 30),))
    (found,) = troubles(long)
    assert found.endswith("ends with … at 'Table Sổ: Tên'")
