"""How many wait for each field, to be read before one takes a number."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A field and how many wait."""

    icon: str
    name: str
    count: str


class WaitingCard(Card):
    """One line a field; nothing on it can be pressed. Without lines it is not there.

    An office with more fields than fit shows the first ones: all of them are on the next page.
    """

    def __init__(self, look: Look, title: str, *, wide: bool) -> None:
        super().__init__(look)
        self._wide = wide
        self._high = (4 if look.large else 6) if wide else 8
        self._most = (10 if look.large else 14) if wide else 16
        column = Column(look, 0, (40, 28, 40, 20), self)
        column.add(Label(look, title, "item"))
        column.gap(12)
        self._row = column.nest(Row(look, 48), 1)
        self._columns: list[Box] = []
        self._rows: tuple[WaitingRow, ...] = ()
        self._counts: list[Label] = []
        self.hide()

    @property
    def rows(self) -> tuple[WaitingRow, ...]:
        """The lines shown."""
        return self._rows

    def set_rows(self, rows: tuple[WaitingRow, ...]) -> None:
        """Show these lines; other counts alone change no more than their words."""
        rows = rows[: self._most]
        if [(row.icon, row.name) for row in rows] != [(row.icon, row.name) for row in self._rows]:
            self._build(rows)
        for label, row in zip(self._counts, rows, strict=True):
            if label.text() != row.count:
                label.setText(row.count)
        self._rows = rows
        self.setVisible(bool(rows))

    def _build(self, rows: tuple[WaitingRow, ...]) -> None:
        for before in self._columns:
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._counts, self._columns = [], []
        half = -(-len(rows) // 2) if len(rows) > self._high else max(1, len(rows))
        for start in range(0, len(rows), half):
            box = self._row.add(Box(self.look), 1)
            column = Column(self.look, parent=box)
            for at, row in enumerate(rows[start : start + half]):
                column.add(self._line(row, ruled=at > 0), 1)
            if (missing := half - len(rows[start : start + half])) > 0:
                column.fill(missing)
            self._columns.append(box)

    def _line(self, row: WaitingRow, *, ruled: bool) -> Box:
        look = self.look
        box = Box(look)
        whole = Column(look, parent=box)
        if ruled:
            whole.add(Rule(look, width=2))
        inside = whole.nest(Row(look, 20, (0, 4, 0, 4) if self._wide else (0, 10, 0, 10)), 1)
        inside.add(Icon(look, row.icon, 36, "act"), align=_MIDDLE)
        inside.add(Label(look, row.name, "label", weight=400), 1, _MIDDLE)
        count = Label(look, row.count, "label", weight=700, wrap=False)
        inside.add(count, align=_MIDDLE)
        self._counts.append(count)
        return box
