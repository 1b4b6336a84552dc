"""The last page of an evaluation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.rating.asking import EndProps
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.icon_box import Disc
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column
from kiosk.ui.theme.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EndPage(QWidget):
    """``pressed``: the button, which leaves, or tries once more where nothing was written."""

    pressed = Signal()

    def __init__(self, look: Look, props: EndProps, *, wide: bool) -> None:
        super().__init__()
        self.look = look
        self.setAccessibleName(props.headline)
        failed = props.kind == "failed"
        side = 240 if wide else 48
        column = Column(look, 0, (side, 24, side, 32 if wide else 64), self)
        column.fill()
        icon, fill = ("alert", "warn") if failed else ("check", "ok")
        column.add(Disc(look, icon, 120 if wide else 200, fill), align=_CENTRE)
        column.gap(24 if wide else 48)
        column.add(Label(look, props.headline, "hero", align=_CENTRE))
        column.gap(12)
        column.add(Label(look, props.text, "label", "ink_2", weight=400, align=_CENTRE))
        column.fill(2)
        self.button = column.add(
            BigButton(look, props.button, "repeat" if failed else "check", busy_icon="send")
        )
        self.button.clicked.connect(self.pressed)

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: EndProps) -> None:
        """Show whether it is being sent once more."""
        if props.busy != self.button.busy:
            self.button.set_busy(props.busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_order(self, (self.button,))
