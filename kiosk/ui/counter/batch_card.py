"""The dossiers that lie at the counter, ticked for one hand-over list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.life_seen import Waiting
from kiosk.ui.counter.tick_lines import TickLines
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

_NONE = "Không có hồ sơ nào đang ở quầy."


class BatchCard(Card):
    """``changed``: one was ticked, or no longer."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 4, (20, 12, 20, 14), self)
        top = column.nest(Row(look, 12))
        top.add(Label(look, "Hồ sơ đang ở quầy", "h2"), 1)
        self._count = top.add(Label(look, "", "body", "ink_2", wrap=False))
        self._empty = column.add(Label(look, _NONE, "body", "ink_2"))
        self._lines = column.add(TickLines(look))
        self._lines.changed.connect(self._on_ticked)

    @property
    def ticks(self) -> dict[str, CheckLine]:
        """The lines by their dossiers' codes."""
        return self._lines.ticks

    def offer(self, waiting: tuple[Waiting, ...]) -> None:
        """Offer these dossiers; nothing is ticked."""
        self._lines.offer((one.code, _words(one)) for one in waiting)
        self._empty.setVisible(not waiting)
        self._tell()

    def codes(self) -> tuple[str, ...]:
        """Those that are ticked."""
        return self._lines.chosen()

    def show_codes(self, codes: tuple[str, ...]) -> None:
        """Tick these."""
        self._lines.show_chosen(codes)
        self._tell()

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return list(self.ticks.values())

    def _on_ticked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        say(self._count, f"{len(self.codes())} / {len(self.ticks)} hồ sơ" if self.ticks else "")


def _words(one: Waiting) -> str:
    came = "" if one.fresh else " · nhận trước hôm nay"
    return f"{one.code} · {one.applicant} · {one.procedure}{came}"
