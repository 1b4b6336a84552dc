"""Leafing through a list that does not fit on one page; nothing scrolls."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.language import Language
from kiosk.ui.parts.big_button import BigButton, Size
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class PagerProps:
    """Page ``at`` (from 0) of ``count``, and the words.

    ``back`` and ``on`` stand on the buttons, ``back_whole`` and ``on_whole`` are their names.
    """

    at: int
    count: int
    words: str
    back: str
    on: str
    back_whole: str
    on_whole: str


def derive_pager(at: int, count: int, language: Language) -> PagerProps:
    """The pager of a list; ``at`` may be too large when the list has become shorter."""
    tr = language.tr
    here = max(0, min(at, count - 1))
    return PagerProps(
        at=here,
        count=count,
        words=tr("Trang {at}/{count}", at=here + 1, count=count),
        back=tr("Trước"),
        on=tr("Sau"),
        back_whole=tr("Trang trước"),
        on_whole=tr("Trang sau"),
    )


class Pager(QWidget):
    """Two buttons with the page's number between them; hidden while there is one page.

    ``stacked``: the number stands above the buttons; ``low``: the buttons are as low as may be.
    ``turned`` carries the page wanted.
    """

    turned = Signal(int)

    def __init__(
        self, look: Look, props: PagerProps, *, stacked: bool = False, low: bool = False
    ) -> None:
        super().__init__()
        self._props = props
        size: Size = "small" if low else "medium"
        self.back = BigButton(look, props.back, "back", "outline", size)
        self.on = BigButton(look, props.on, "right", "outline", size)
        self.back.setAccessibleName(props.back_whole)
        self.on.setAccessibleName(props.on_whole)
        self._words = Label(
            look, props.words, "label", align=Qt.AlignmentFlag.AlignHCenter, middle=True
        )
        if stacked:
            column = Column(look, 8, parent=self)
            column.add(self._words)
            row = column.nest(Row(look, 16))
        else:
            row = Row(look, 16, parent=self)
        row.add(self.back, 3)
        if not stacked:
            row.add(self._words, 2)
        row.add(self.on, 3)
        self.back.clicked.connect(lambda: self.turned.emit(self._props.at - 1))
        self.on.clicked.connect(lambda: self.turned.emit(self._props.at + 1))
        self.set_props(props)

    @property
    def buttons(self) -> tuple[BigButton, BigButton]:
        """Both buttons, in order."""
        return self.back, self.on

    def set_props(self, props: PagerProps) -> None:
        """Show where in the list one is."""
        self._props = props
        self.setVisible(props.count > 1)
        self._words.setText(props.words)
        self.back.set_reason("" if props.at > 0 else props.back)
        self.on.set_reason("" if props.at + 1 < props.count else props.on)
