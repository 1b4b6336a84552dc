"""Lines to tick under each other, each by its key."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.layouts import Box, Column
from kiosk.ui.theme.look import Look


class TickLines(Box):
    """``changed``: one was ticked by hand, or no longer."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._lines = Column(look, 0, (0, 0, 0, 0), self)
        self.ticks: dict[str, CheckLine] = {}

    def offer(self, lines: Iterable[tuple[str, str]]) -> None:
        """Offer these, each a key and its words; nothing is ticked."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.ticks = {}
        for key, words in lines:
            self.ticks[key] = self._lines.add(CheckLine(self.look, words))
            self.ticks[key].toggled.connect(lambda _: self.changed.emit())

    def chosen(self) -> tuple[str, ...]:
        """The keys of those that are ticked."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def show_chosen(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(keys)
        for key, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(key in wanted)
            tick.blockSignals(False)
            tick.update()
