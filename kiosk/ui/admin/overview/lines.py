"""The lines of counters and of devices on the overview."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.ui.admin.devices.props import DeviceRow
from kiosk.ui.admin.overview.props import CounterLine
from kiosk.ui.parts.fitting_lines import FittingLines
from kiosk.ui.parts.pill import pill_size
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.written import Written


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
    """Icon, name over what is known, and the state as a pill at the right.

    A name too long to stand beside the pill stands above it; what is known wraps.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Chưa máy nào báo về.", 50, 44, "và {} thiết bị khác")

    def spoken(self, row: DeviceRow) -> str:
        said = f"{row.name}: {row.state.text}, {row.note}"
        return f"{said}. {row.cure}" if row.cure and row.state.kind != "ok" else said

    def wanted(self, row: DeviceRow, width: float) -> float:
        name, note, _ = self._boxes(row, QRectF(0, 0, width, 0))
        return max(super().wanted(row, width), note.bottom() - name.top() + self.look.px(6))

    def draw_line(self, painter: QPainter, row: DeviceRow, box: QRectF) -> None:
        look = self.look
        name, note, pill = self._boxes(row, box)
        size = look.px(20)
        icon = QRectF(0, box.top() + (box.height() - size) / 2, size, size)
        draw_icon(painter, row.icon, icon, look.colour("ink_2"))
        self.put(painter, Written(self._name(row), name))
        self.put(painter, Written(self._note(row), note, "ink_2"))
        self.write_pill(painter, row.state, pill)
        line = QRectF(0, box.bottom() - look.px(1), box.width(), look.px(1))
        painter.fillRect(line, look.colour("line"))

    def _boxes(self, row: DeviceRow, box: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Name, what is known, and the pill, in the middle of the height of ``box``."""
        look, lead = self.look, self.look.px(34)
        size = pill_size(look, row.state)
        whole = box.width() - lead
        beside = whole - size.width() - look.px(8)
        name, note = self._name(row), self._note(row)
        above = name.natural_width() > beside
        name_room = whole if above else beside
        high, low = name.lay(name_room), note.lay(beside)
        under = max(low, float(size.height())) if above else low
        top = box.center().y() - (high + under) / 2
        note_box = QRectF(lead, top + high, beside, under)
        pill = QRectF(box.width() - size.width(), box.top(), size.width(), box.height())
        if above:
            pill = QRectF(pill.left(), note_box.top(), pill.width(), under)
        return QRectF(lead, top, name_room, high), note_box, pill

    def _name(self, row: DeviceRow) -> Prose:
        return self.prose(row.name, 700)

    def _note(self, row: DeviceRow) -> Prose:
        return self.prose(row.note, role="caption")
