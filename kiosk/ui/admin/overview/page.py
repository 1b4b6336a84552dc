"""The overview's page: five figures, the day's numbers, results on time, waits, counters, devices."""

from PySide6.QtCore import Qt, Signal

from kiosk.ui.admin.overview.lines import CounterLines, DeviceLines
from kiosk.ui.admin.overview.props import FIGURES, SCANS, UNKNOWN, OverviewProps
from kiosk.ui.parts.bar_chart import BarChart, BarLegend
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.kpi import Kpi, KpiCard
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.line_chart import LineChart
from kiosk.ui.parts.notice import Strip
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.parts.wait_bars import WaitBars
from kiosk.ui.theme.look import Look

PAUSE, RESUME, CLOSE = "Tạm dừng", "Tiếp nhận lại", "Kết thúc ngày"
_HEAD = 36
_MIDDLE_W, _RIGHT_W = 336, 332
_ROWS = (275, 287)
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_NONE_DUE = "Không có hồ sơ quá hạn, không có hồ sơ đến hạn hôm nay."
_NAMES = (
    "Lượt lấy số",
    "Hồ sơ tiếp nhận",
    "Kết quả đã trả",
    "Đúng và trước hạn",
    "Rất hài lòng và hài lòng",
)
_ICONS = ("ticket", "folder", "hand", "check", "star")


class OverviewPage(Box):
    """``figure`` carries the key of a figure whose list is wanted; ``all_devices``: go there;
    ``pause_pressed`` and ``close_pressed``: the office shall pause or go on, its day shall end."""

    figure = Signal(str)
    all_devices = Signal()
    pause_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 16, (16, 8, 16, 16), self)
        head = Row(look, 16, (0, 0, 0, 0), column.add(Box(look, height=_HEAD)))
        self.title = head.add(Label(look, "Hôm nay", "h1", wrap=False), align=_CENTRE)
        head.fill()
        self.scans = head.add(DeskButton(look, "Giấy tờ đã số hóa", kind="quiet"), align=_CENTRE)
        self.scans.setFixedHeight(look.px(_HEAD))
        self.scans.hide()
        self.scans.clicked.connect(lambda: self.figure.emit(SCANS))
        self.updated = head.add(
            Label(look, "Đang xem sổ…", "body", "ink_2", wrap=False), align=_CENTRE
        )
        self.pause = head.add(DeskButton(look, PAUSE, key="F9"), align=_CENTRE)
        self.close_day = head.add(DeskButton(look, CLOSE, key="F10"), align=_CENTRE)
        self.pause.clicked.connect(self.pause_pressed)
        self.close_day.clicked.connect(self.close_pressed)
        for button in (self.pause, self.close_day):
            button.setFixedHeight(look.px(_HEAD))
        self.warning = column.add(Strip(look))
        figures = column.nest(Row(look, 16))
        self.kpis: dict[str, KpiCard] = {}
        for key, name, icon in zip(FIGURES, _NAMES, _ICONS, strict=True):
            card = figures.add(KpiCard(look, Kpi(name, icon, UNKNOWN, "", "")), 1)
            card.clicked.connect(lambda _=False, key=key: self.figure.emit(key))
            self.kpis[key] = card
        body = column.nest(Row(look, 16), 1)
        left = body.nest(Column(look, 16), 1)
        left.add(self._numbers(look), _ROWS[0])
        left.add(self._on_time(look), _ROWS[1])
        middle = body.add(Box(look, width=_MIDDLE_W))
        stack = Column(look, 16, (0, 0, 0, 0), middle)
        stack.add(self._waits(look), _ROWS[0])
        stack.add(self._counters(look), _ROWS[1])
        body.add(self._devices(look))
        self.props: OverviewProps | None = None

    def wear(self, look: Look) -> None:
        super().wear(look)
        for button in (self.scans, self.pause, self.close_day):
            button.setFixedHeight(look.px(_HEAD))

    def set_props(self, props: OverviewProps) -> None:
        """Show these props."""
        self.props = props
        self.title.setText(props.title)
        self.pause.set_text(RESUME if props.paused else PAUSE)
        self.title.set_tone("warn" if props.paused else "ink")
        self.warning.say(props.warning)
        for card, kpi in zip(self.kpis.values(), props.kpis, strict=True):
            if card.kpi != kpi:
                card.set_kpi(kpi)
        if self.bars.columns != props.columns:
            self.bars.set_columns(props.columns)
        self.line.set_points(props.points, props.target, props.target_words)
        self.waits.set_bars(props.waits)
        self.counters.set_rows(props.counters)
        self.devices.set_rows(props.devices)
        self.good.setText(props.devices_good)
        for pill, text, icon, kind in (
            (self.overdue, props.overdue, "alert", "err"),
            (self.due_today, props.due_today, "clock", "warn"),
            (self.steps, props.steps, "list", "err" if props.steps_late else "warn"),
        ):
            pill.set_pill(Pill(text, icon, kind))  # type: ignore[arg-type]  # two of the kinds
            pill.setVisible(bool(text))
        none = not (props.overdue or props.due_today or props.steps)
        self.none_due.setVisible(none)
        self.show_due.setVisible(not none)

    def set_scans(self, words: str) -> None:
        """Say what share of the papers is digitised."""
        self.scans.set_text(words)
        self.scans.setVisible(bool(words))

    def set_updated(self, words: str, *, old: bool) -> None:
        """Say when the store was last seen; amber once that is too long ago."""
        self.updated.setText(words)
        self.updated.set_tone("warn" if old else "ink_2")

    def _numbers(self, look: Look) -> Card:
        card = Card(look)
        column = Column(look, 6, (24, 16, 24, 12), card)
        top = column.nest(Row(look, 12))
        top.add(Label(look, "Lượt lấy số theo giờ", "h2", wrap=False), align=_CENTRE)
        top.fill()
        top.add(BarLegend(look), align=_CENTRE)
        self.bars = column.add(BarChart(look, "Lượt lấy số theo giờ"), 1)
        return card

    def _on_time(self, look: Look) -> Card:
        card = Card(look)
        column = Column(look, 6, (24, 16, 24, 12), card)
        top = column.nest(Row(look, 12))
        top.add(Label(look, "Tỷ lệ đúng và trước hạn", "h2", wrap=False), align=_CENTRE)
        top.fill()
        words = "14 ngày làm việc gần nhất"
        top.add(Label(look, words, "caption", "ink_2", wrap=False), align=_CENTRE)
        self.line = column.add(LineChart(look, "Tỷ lệ đúng và trước hạn", 97.0, ""), 1)
        foot = column.nest(Row(look, 8))
        self.overdue = foot.add(StatusPill(look, Pill("", "alert", "err")), align=_CENTRE)
        self.due_today = foot.add(StatusPill(look, Pill("", "clock", "warn")), align=_CENTRE)
        self.steps = foot.add(StatusPill(look, Pill("", "list", "warn")), align=_CENTRE)
        self.none_due = foot.add(Label(look, _NONE_DUE, "caption", "ink_2"), 1, align=_CENTRE)
        foot.fill()
        self.show_due = foot.add(DeskButton(look, "Xem danh sách", kind="quiet"))
        for hidden in (self.overdue, self.due_today, self.steps, self.show_due):
            hidden.hide()
        self.show_due.clicked.connect(lambda: self.figure.emit("due"))
        return card

    def _waits(self, look: Look) -> Card:
        card = Card(look)
        column = Column(look, 4, (20, 16, 20, 12), card)
        column.add(Label(look, "Thời gian chờ (phút)", "h2"))
        self.waits = column.add(WaitBars(look, "Hôm nay chưa gọi ai."), 1)
        return card

    def _counters(self, look: Look) -> Card:
        card = Card(look)
        column = Column(look, 6, (20, 16, 20, 12), card)
        column.add(Label(look, "Quầy", "h2"))
        self.counters = column.add(CounterLines(look), 1)
        return card

    def _devices(self, look: Look) -> Card:
        card = Card(look, width=_RIGHT_W)
        column = Column(look, 8, (20, 16, 20, 16), card)
        top = column.nest(Row(look, 8))
        top.add(Label(look, "Thiết bị", "h2", wrap=False), align=_CENTRE)
        top.fill()
        self.good = top.add(Label(look, "", "caption", "ink_2", wrap=False), align=_CENTRE)
        self.devices = column.add(DeviceLines(look), 1)
        every = column.add(DeskButton(look, "Xem tất cả thiết bị"))
        every.clicked.connect(self.all_devices)
        return card
