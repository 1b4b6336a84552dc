"""All machines and printers in a table, and the cure of the chosen one."""

from typing import TYPE_CHECKING, Any

from kiosk.refusal import Refused
from kiosk.ui.admin.devices.props import DeviceRow, DevicesSeen, derive_devices
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_EVERY_S = 10
_EMPTY = "Chưa máy nào báo về. Mở ki-ốt, quầy hoặc màn hình sảnh để thấy máy ở đây."


class DevicesSection(Section):
    """Devices: read anew every ten seconds and when something changes."""

    key = "devices"
    title = "Thiết bị"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self._seconds = 0
        self._looking = False
        column = Column(look, 16, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 0, (20, 0, 20, 12)))
        top.add(Label(look, self.title, "h1"))
        self.summary = top.add(Label(look, "Đang xem các máy…", "body", "ink_2"))
        self.table: Table[DeviceRow] = Table(
            look,
            self.title,
            (
                TableColumn("Thiết bị", lambda row: row.name, 340, bold=True),
                TableColumn("Tình trạng", lambda row: row.state.text, 150, pill=lambda r: r.state),
                TableColumn("Ghi chú", lambda row: row.note),
            ),
            key=lambda row: row.key,
            empty=_EMPTY,
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 16, (20, 16, 20, 16)))
        self.cure = foot.add(Label(look, "", "input"), 1)
        self.forget = foot.add(DeskButton(look, "Bỏ khỏi danh sách", "close", "Del", "danger"))
        self.forget.clicked.connect(self.ask_to_forget)
        self.table.picked.connect(lambda _: self._tell())
        self._tell()

    @property
    def keys(self) -> Keys:
        row = self.table.current
        own: Keys = (("Ctrl R", "Xem lại"),)
        return (*own, ("Del", "Bỏ khỏi danh sách")) if row is not None and row.station else own

    def enter(self) -> None:
        self.read()
        self.table.setFocus()

    def changed(self) -> None:
        self.read()

    def second(self) -> None:
        self._seconds += 1
        if self._seconds % _EVERY_S == 0:
            self.read()

    def press(self, key: str) -> bool:
        if key == "Ctrl R":
            self.read()
        elif key == "Del" and self.forget.isEnabled():
            self.ask_to_forget()
        else:
            return False
        return True

    def read(self) -> None:
        """Look at the machines anew."""
        if self._looking:
            return
        self._looking = True
        file = self.host.store.file

        def look(unit: "ReadUnit") -> DevicesSeen:
            from kiosk.ui.admin.devices import work

            return work.look(unit, file)

        self.host.read(look, self._see, self._failed)

    def ask_to_forget(self) -> None:
        """Ask once whether the chosen machine is to leave the list."""
        row = self.table.current
        if row is None or not row.station:
            return
        station = row.station
        question = Question(
            f"Bỏ máy {station} khỏi danh sách",
            "Chỉ bỏ dòng này, không xóa gì ở máy ấy. Bật máy lên thì máy tự hiện lại. Việc này được ghi vào nhật ký.",
            "Giữ lại",
            "Bỏ khỏi danh sách",
        )
        self.host.ask(question, lambda agreed: self._forget(station) if agreed else None)

    def _forget(self, station: str) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.devices import work

            return work.forgetting(station)

        def done(_: object) -> None:
            self.host.notify(f"Đã bỏ máy {station} khỏi danh sách.")
            self.read()

        self.host.do(plan, done)

    def _see(self, seen: DevicesSeen) -> None:
        self._looking = False
        rows = derive_devices(seen, sentence)
        good = sum(row.state.kind == "ok" for row in rows)
        self.summary.setText(
            f"{good} / {len(rows)} tốt. Mỗi máy tự báo còn chạy nửa phút một lần; "
            "quá 90 giây không báo là mất liên lạc."
        )
        self.table.set_rows(rows)
        self._tell()

    def _failed(self, error: BaseException) -> None:
        self._looking = False
        if not isinstance(error, Refused):
            raise error
        self.host.refuse(error)

    def _tell(self) -> None:
        row = self.table.current
        self.cure.setText((row.cure or "Máy này đang chạy tốt.") if row is not None else " ")
        removable = row is not None and bool(row.station)
        self.forget.setEnabled(removable)
        self.forget.setVisible(removable)
        self.host.keys_changed()
