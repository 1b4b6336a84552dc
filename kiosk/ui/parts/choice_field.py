"""A labelled box that opens: its name above, the choices, and under it what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.field import is_large
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look


class ChoiceField(QWidget):
    """Stands beside a :class:`~kiosk.ui.parts.field.Field` and looks like one.

    ``edited`` tells each choice made by hand, by its key. ``icons`` shows the chosen key's drawing.
    """

    edited = Signal(str)

    def __init__(
        self, look: Look, name: str, options: tuple[Option, ...] = (), *, icons: bool = False
    ) -> None:
        super().__init__()
        large = is_large(look)
        role, weight = ("body", 400) if large else ("caption", 600)
        column = Column(look, 8 if large else 4, (0, 0, 0, 0), self)
        self._name = column.add(Label(look, name, role, "ink_2", weight=weight))
        row = column.nest(Row(look, 12))
        self._icon = Icon(look, "", 48 if large else 28, "act") if icons else None
        if self._icon is not None:
            row.add(self._icon, align=Qt.AlignmentFlag.AlignVCenter)
        self.box = row.add(ChoiceBox(look, name, options), 1)
        row = column.nest(Row(look, 10 if large else 6))
        self._sign = row.add(
            Icon(look, "alert", 28 if large else 16, "err"), align=Qt.AlignmentFlag.AlignTop
        )
        self._error = row.add(Label(look, "", "body" if large else "caption", "err", weight=600), 1)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._on_chosen)
        self.set_error("")
        self._show_icon()

    def set_name(self, name: str) -> None:
        """Another name above the box."""
        self._name.setText(name)
        self.box.setAccessibleName(name)

    @property
    def current(self) -> str:
        """The key of the chosen option; empty when none is."""
        return self.box.current

    @property
    def error(self) -> str:
        """The sentence under the box."""
        return self._error.text()

    def choose(self, key: str) -> None:
        """Choose by key, if it is there."""
        self.box.choose(key)
        self.set_error("")
        self._show_icon()

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Offer other choices; the same key stays chosen."""
        box = self.box
        shown = tuple(Option(str(box.itemData(at)), box.itemText(at)) for at in range(box.count()))
        if shown == options:
            return
        keep = box.current
        box.clear()
        for option in options:
            box.addItem(option.text, option.key)
        box.choose(keep)
        box.updateGeometry()
        self._show_icon()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._error.setText(sentence)
        for each in (self._error, self._sign):
            each.setVisible(bool(sentence))
        self.box.set_wrong(bool(sentence))
        self.box.setAccessibleDescription(sentence)

    def _on_chosen(self) -> None:
        self.set_error("")
        self._show_icon()
        self.edited.emit(self.current)

    def _show_icon(self) -> None:
        if self._icon is not None:
            self._icon.set_icon(self.current, "act")
