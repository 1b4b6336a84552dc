"""The gallery's page of the states that a picture of work rarely holds: pressed, focused, off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.switch import Switch
from kiosk.ui.parts.tiles import HomeTile, Service, ServiceTile
from kiosk.ui.theme.look import Look

_TOP = Qt.AlignmentFlag.AlignTop
_STATES = ("Bình thường", "Đang chạm", "Tiêu điểm")
_OPEN = Service("HT", "rings", "Hộ tịch", "**5** người chờ", "khoảng **15 – 20** phút")
_UNSURE = Service("CU", "house", "Cư trú", "chưa rõ số người chờ")
_CLOSED = Service("NC", "award", "Nuôi con nuôi", "", closed="Nhận lại từ 13:30")


class FocusedHome(HomeTile):
    """Shown with its focus ring."""

    ringed = True


class FocusedService(ServiceTile):
    """Shown with its focus ring."""

    ringed = True


class FocusedButton(BigButton):
    """Shown with its focus ring."""

    ringed = True


class FocusedSwitch(Switch):
    """Shown with its focus ring."""

    ringed = True


def kiosk_states(look: Look) -> QWidget:
    """Tiles, buttons, fields and switches in every state, a row each."""
    page = Box(look)
    column = Column(look, 16, (48, 24, 48, 0), page)
    row = column.nest(Row(look, 16))
    for at, kind in enumerate((HomeTile, HomeTile, FocusedHome)):
        tile = row.add(kind(look, "scan", "Tra cứu\nhồ sơ", _STATES[at]), 1, _TOP)
        _press(tile, at == 1)
    row = column.nest(Row(look, 16))
    for at, service in enumerate((ServiceTile, FocusedService)):
        _press(row.add(service(look, _OPEN), 1, _TOP), at == 0)
    row = column.nest(Row(look, 16))
    for one in (_UNSURE, _CLOSED):
        row.add(ServiceTile(look, one), 1, _TOP)
    row = column.nest(Row(look, 16))
    for at, button in enumerate((BigButton, FocusedButton)):
        _press(row.add(button(look, "In giấy tờ", "printer", "outline", "medium"), 1), at == 0)
    off = row.add(BigButton(look, "In giấy tờ", "printer", "outline", "medium"), 1)
    off.set_reason("Hết giấy")
    busy = row.add(BigButton(look, "In giấy tờ", "printer", "outline", "medium"), 1)
    busy.set_busy("Đang in…")
    shut = column.add(Field(look, "Ô không dùng được"))
    shut.set_text("0912 345 678")
    shut.setEnabled(False)
    row = column.nest(Row(look, 32))
    for at, switch in enumerate((Switch, FocusedSwitch)):
        shown = row.add(switch(look, "Tôi thuộc diện ưu tiên"), align=_TOP)
        shown.setChecked(at == 1)
    row.add(Label(look, "Công tắc: Không, và Có với tiêu điểm", "body", "ink_2"), 1)
    column.fill()
    return page


def _press(button: QAbstractButton, down: bool) -> None:
    button.setDown(down)
