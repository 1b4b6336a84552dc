"""What the overview paints itself: devices in whole words, labels that lie on no line."""

import pytest

from kiosk.ui.admin.devices.props import DeviceRow
from kiosk.ui.parts.pill import Pill
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
    lines = overview(desk).page.devices
    desk.window.resize(*size)
    desk.settle()
    lines.set_rows(DEVICES)
    assert troubles(desk.window) == []
    assert [row for row, _ in lines.placed()] == list(DEVICES)
    boxes = [box for _, box in lines.placed()]
    assert boxes[-1].bottom() <= lines.height()
    assert [room.top() for _, room in lines.texts()] == sorted(
        room.top() for _, room in lines.texts()
    )
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
