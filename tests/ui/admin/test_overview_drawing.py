"""What the overview paints itself: devices in whole words, labels that lie on no line."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from kiosk.ui.admin.devices.props import DeviceRow
from kiosk.ui.parts.bar_chart import BarLegend
from kiosk.ui.parts.line_chart import LineChart, Point
from kiosk.ui.parts.pill import Pill
from kiosk.ui.theme.look import Look
from tests.ui.admin.admin_kit import AtDesk
from tests.ui.admin.test_admin_overview import overview
from tests.ui.clipping import troubles

GOOD, NEEDS = Pill("Tốt", "check", "ok"), Pill("Cần xử lý", "alert", "warn")
DEVICES = (
    DeviceRow(
        "a", "printer", "Máy in phiếu · KI-OT-1", "tờ gần nhất chưa in được, 09:23", NEEDS, ""
    ),
    *(
        DeviceRow(str(at), "monitor", name, note, GOOD, "")
        for at, (name, note) in enumerate(
            (
                ("Điều hành · DIEU-HANH", "hoạt động gần nhất 09:24"),
                ("Ki-ốt · KI-OT-1", "hoạt động gần nhất 09:24"),
                ("Quầy 1 · QUAY-1", "hoạt động gần nhất 09:24"),
                ("Màn hình sảnh · SANH-1", "hoạt động gần nhất 09:24"),
                ("Máy in giấy hẹn · QUAY-1", "in được lúc 09:21"),
                ("Sao lưu sổ dữ liệu", "đã có bản của hôm nay"),
            )
        )
    ),
)


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_every_device_is_told_in_whole_words(desk: AtDesk, size: tuple[int, int]) -> None:
    # Otherwise a second that goes by puts the machines of the store back.
    desk.window.pass_by_hand()
    lines = overview(desk).page.devices
    desk.window.resize(*size)
    desk.settle()
    lines.set_rows(DEVICES)
    assert troubles(desk.window) == []
    assert [row for row, _ in lines.placed()] == list(DEVICES)
    boxes = [box for _, box in lines.placed()]
    assert boxes[-1].bottom() <= lines.height()
    names = {row.name for row in DEVICES}
    tops = [room.top() for prose, room in lines.texts() if prose.plain in names]
    assert tops == sorted(tops)
    assert len(tops) == len(DEVICES)
    for prose, room in lines.texts():
        assert any(box.contains(room) for box in boxes), prose.plain


def test_what_has_no_room_is_counted_not_cut(desk: AtDesk) -> None:
    lines = overview(desk).page.devices
    lines.resize(292, 160)
    lines.set_rows(DEVICES)
    shown = lines.placed()
    assert [row.name for row, _ in shown] == [row.name for row in DEVICES[: len(shown)]]
    assert 0 < len(shown) < len(DEVICES)
    assert shown[-1][1].bottom() + lines.look.px(44) <= 160


SERIES = (
    (100.0,) * 6 + (93.0, 92.4, 92.4, 92.4, 100.0, 100.0, 95.0, 100.0, 87.5),
    (96.1, 97.0, 96.6, 97.9, 98.2, 97.1, 96.8, 97.8, 98.4, 98.0, 97.5, 98.1, 97.2, 97.6),
    (97.0,) * 14,
    (100.0, 90.0) * 7,
    (90.0, 100.0) * 7,
    (100.0,) * 14,
    (95.0, None, None, 96.5, None, None, None, None),
    (97.5,),
    (None, None),
)


@pytest.mark.parametrize("width", [320, 640, 900])
@pytest.mark.parametrize("shares", SERIES)
def test_no_words_of_the_chart_lie_on_a_line(
    qapp: QApplication, shares: tuple[float | None, ...], width: int
) -> None:
    chart = LineChart(Look("desk"), "Tỷ lệ", 97.0, "mục tiêu 97%")
    chart.resize(width, 150)
    chart.set_points(
        tuple(Point(f"{at:02}/11", share) for at, share in enumerate(shares)), 97.0, "mục tiêu 97%"
    )
    laid = chart.laid()
    room = QRectF(chart.rect())
    for box in (laid.aim_words, laid.figure):
        assert not laid.crossed(box)
        assert box.isNull() or room.contains(box)
    assert not laid.aim_words.intersects(laid.figure)
    assert laid.figure.isNull() == (not laid.line)
    assert not chart.grab().isNull()
    chart.deleteLater()


def test_the_legend_shows_the_bars_own_colours(qapp: QApplication) -> None:
    look = Look("desk")
    legend = BarLegend(look)
    legend.resize(legend.sizeHint())
    assert troubles(legend) == []
    picture = legend.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert look.colour("act").name() in colours
    legend.deleteLater()


def test_the_way_to_the_list_looks_like_one(desk: AtDesk) -> None:
    assert overview(desk).page.show_due.coat().ink == "act"
