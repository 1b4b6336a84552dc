"""A list to keep whose order matters: up and down, one step at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.ui.admin.keeping.page import KeepingPage, Plan
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    E = TypeVar("E", bound=DataclassInstance)
else:
    E = TypeVar("E")


def moved(keys: tuple[str, ...], key: str, step: int) -> tuple[str, ...]:
    """``keys`` with ``key`` a step up (-1) or down (1); as they were where there is no room."""
    at = keys.index(key) if key in keys else -1
    there = at + step
    if at < 0 or not 0 <= there < len(keys):
        return keys
    order = list(keys)
    order[at], order[there] = order[there], order[at]
    return tuple(order)


class OrderedPage(KeepingPage[E]):
    """Each step is written at once; the step back takes it back."""

    order_words = ""

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.up = DeskButton(look, "Đưa lên", "up")
        self.down = DeskButton(look, "Đưa xuống", "down")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def ordering(self, keys: tuple[str, ...], seen: tuple[str, ...]) -> Plan:
        """The use-case that puts the entries of these keys into that order."""
        raise NotImplementedError

    def lay_foot(self, inside: Column) -> None:
        inside.add(Rule(self.look))
        row = inside.nest(Row(self.look, 12, (20, 12, 20, 15)))
        row.add(Label(self.look, self.order_words, "body", "ink_2"), 1)
        row.add(self.up)
        row.add(self.down)

    def below(self) -> tuple[QWidget, ...]:
        return (self.up, self.down)

    def _fit(self) -> None:
        super()._fit()
        keys, row = tuple(self.entries), self.table.current
        key = self.key_of(row) if row is not None else ""
        self.up.setEnabled(moved(keys, key, -1) != keys)
        self.down.setEnabled(moved(keys, key, 1) != keys)

    def _move(self, step: int) -> None:
        row, seen = self.table.current, tuple(self.entries)
        if row is None:
            return
        keys = moved(seen, self.key_of(row), step)

        def done(_: Any) -> None:
            button = self.up if step < 0 else self.down
            self._read()
            button.setFocus()

        if keys != seen:
            self.host.do(self.ordering(keys, seen), done)
