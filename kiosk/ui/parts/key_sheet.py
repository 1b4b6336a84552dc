"""The keys of a window and what each does, in two columns over the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.parts.keys import KeyHint
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.sheet import Question, Sheet
from kiosk.ui.theme.look import Look

Keys = tuple[tuple[str, str], ...]
_WIDE = 960
_KEY = 104


class KeySheet(Sheet):
    """Closes by Enter or Esc. One reads down the left column, then down the right one."""

    def __init__(self, look: Look, over: QWidget, title: str, close: str, keys: Keys) -> None:
        super().__init__(look, over, Question(title, "", close), width=_WIDE)
        box = Box(look)
        across = Row(look, 24, (0, 0, 0, 0), box)
        half = (len(keys) + 1) // 2
        for part in (keys[:half], keys[half:]):
            column = across.nest(Column(look, 6), 1)
            for key, words in part:
                column.add(_line(look, key, words))
            column.fill()
        layout = self.card.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(layout.count() - 1, box)
        box.show()


def _line(look: Look, key: str, words: str) -> QWidget:
    line = Box(look)
    line.setAccessibleName(f"{key}: {words}")
    row = Row(look, 8, (0, 0, 0, 0), line)
    held = Box(look, width=_KEY)
    inside = Row(look, 0, (0, 0, 0, 0), held)
    inside.add(KeyHint(look, key, "ink"))
    inside.fill()
    row.add(held, align=Qt.AlignmentFlag.AlignTop)
    row.add(Label(look, words, "body"), 1)
    return line
