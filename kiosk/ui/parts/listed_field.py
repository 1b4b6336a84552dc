"""A name chosen from a list, or typed where it is not on the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.layouts import Column
from kiosk.ui.theme.look import Look

_NONE, _OTHER = "", "*"
_OTHER_WORDS = "Nơi khác, ghi tên"


class ListedField(QWidget):
    """While nothing is listed it is a plain field. ``edited`` tells each change made by hand."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, look: Look, name: str, unnamed: str = "Chưa chọn", *, limit: int) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._name, self._unnamed = name, unnamed
        column = Column(look, 8, (0, 0, 0, 0), self)
        self.choice = column.add(ChoiceField(look, name))
        self.other = column.add(Field(look, name, limit=limit))
        self.setFocusProxy(self.other)
        self.choice.edited.connect(self._on_chosen)
        self.other.edited.connect(lambda _: self.edited.emit(self.text()))
        self.other.submitted.connect(self.submitted)
        self._fit()

    def set_name(self, name: str, unnamed: str) -> None:
        """Another name above it, and what holds while nothing is chosen."""
        self._name, self._unnamed = name, unnamed
        self._fit()

    def offer(self, names: tuple[str, ...]) -> None:
        """List these names; what is chosen or typed stays."""
        text = self.text()
        self._names = names
        self._fit()
        self.set_text(text)

    def text(self) -> str:
        """The name that was chosen or typed."""
        key = self.choice.current
        return self.other.text() if not self._names or key == _OTHER else key

    def set_text(self, text: str) -> None:
        """Choose this name, or show it as typed."""
        listed = not text or text in self._names
        self.choice.choose(text if listed else _OTHER)
        self.other.set_text("" if listed and self._names else text)
        self._fit()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        (self.choice if self.other.isHidden() else self.other).set_error(sentence)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.choice.box, self.other.edit)

    def _on_chosen(self, key: str) -> None:
        self._fit()
        self.edited.emit(self.text())

    def _fit(self) -> None:
        names = (Option(name, name) for name in self._names)
        self.choice.set_name(self._name)
        self.choice.set_options(
            (Option(_NONE, self._unnamed), *names, Option(_OTHER, _OTHER_WORDS))
        )
        self.choice.setVisible(bool(self._names))
        typed = not self._names or self.choice.current == _OTHER
        self.other.set_name(f"{self._name}: tên nơi khác" if self._names else self._name)
        self.other.setVisible(typed)
        self.setFocusProxy(self.choice.box if self._names else self.other.edit)
