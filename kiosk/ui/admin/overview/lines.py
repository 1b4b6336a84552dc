"""The lines of counters and of devices on the overview."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.ui.admin.devices.props import DeviceRow
from kiosk.ui.admin.overview.props import CounterLine
from kiosk.ui.parts.fitting_lines import FittingLines
from kiosk.ui.parts.pill import pill_size
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look


class CounterLines(FittingLines[CounterLine]):
    """``Quầy 1   HT-016   đang phục vụ   06:12``"""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Chưa có quầy nào.", 29, 21, "và {} quầy khác")

    def spoken(self, row: CounterLine) -> str:
        return " ".join(part for part in (row.name, row.label, row.doing, row.lasts) if part)

    def draw_line(self, painter: QPainter, row: CounterLine, box: QRectF) -> None:
        wide, gap = box.width(), self.look.px(6)
        shares = ((row.name, 0.0, 0.22, 0), (row.label, 0.22, 0.23, 700))
        for text, start, share, weight in shares:
            cell = QRectF(wide * start, box.top(), wide * share - gap, box.height())
            self.write(painter, text, cell, weight=weight)
        doing = QRectF(wide * 0.45, box.top(), wide * 0.36, box.height())
        self.write(painter, row.doing, doing, "ink_2")
        lasts = QRectF(wide * 0.81, box.top(), wide * 0.19, box.height())
        self.write(painter, row.lasts, lasts, "ink_2", right=True)


class DeviceLines(FittingLines[DeviceRow]):
    """Icon, name over what is known, and the state as a pill at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Chưa máy nào báo về.", 50, 44, "và {} thiết bị khác")

    def spoken(self, row: DeviceRow) -> str:
        said = f"{row.name}: {row.state.text}, {row.note}"
        return f"{said}. {row.cure}" if row.cure and row.state.kind != "ok" else said

    def draw_line(self, painter: QPainter, row: DeviceRow, box: QRectF) -> None:
        look = self.look
        size, lead = look.px(20), look.px(34)
        icon = QRectF(0, box.top() + (box.height() - size) / 2, size, size)
        draw_icon(painter, row.icon, icon, look.colour("ink_2"))
        pill = pill_size(look, row.state).width()
        room = box.width() - lead - pill - look.px(8)
        middle = box.center().y()
        name = QRectF(lead, middle - look.px(20), room, look.px(20))
        self.write(painter, row.name, name, weight=700)
        note = QRectF(lead, middle, room, look.px(18))
        self.write(painter, row.note, note, "ink_2", role="caption")
        place = QRectF(box.width() - pill, box.top(), pill, box.height())
        self.write_pill(painter, row.state, place)
        line = QRectF(0, box.bottom() - look.px(1), box.width(), look.px(1))
        painter.fillRect(line, look.colour("line"))
