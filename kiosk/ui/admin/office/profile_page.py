"""The office's profile: names, place, address, how it is reached; and how papers show it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.clock import local
from kiosk.office.entries import ProfileEntry
from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.whole import Plan, WholePage
from kiosk.ui.admin.office.props import derive_shown
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.office.profile_keeping import ProfileKept

_TOP = Qt.AlignmentFlag.AlignTop
_FREE = "Mã đơn vị đứng đầu mã của mọi hồ sơ. Không đổi được nữa từ hồ sơ đầu tiên."
_FIXED = "Mã này đã đứng trong mã hồ sơ, trên giấy hẹn và trong sổ nên giữ nguyên."
_ROWS = (
    (("parent", "Cơ quan chủ quản", 120), ("name", "Tên văn phòng", 120)),
    (("short_name", "Tên ngắn ở ki-ốt (nếu có)", 300), ("place", "Địa danh ghi trước ngày", 120)),
    (("address", "Địa chỉ", 300),),
    (("hotline", "Đường dây nóng", 300), ("motto", "Phương châm", 300)),
    (("feedback_address", "Nơi nhận phản ánh, kiến nghị", 300),),
)


class ProfilePage(WholePage[ProfileEntry]):
    """What is typed is shown at the right as papers and kiosk will show it."""

    title = "Hồ sơ văn phòng"
    what = "hồ sơ văn phòng"

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.kept: ProfileKept | None = None
        self.fields: dict[str, Field] = {}
        row = Row(look, 16, (16, 16, 16, 16), self)
        inside = Column(look, 0, (1, 16, 1, 1), row.add(Card(look), 1))
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        top.add(Label(look, self.title, "h1"))
        words = "In trên giấy, hiện ở ki-ốt và sảnh từ lúc ghi. Giấy đã in không đổi theo."
        top.add(Label(look, words, "body", "ink_2"))
        form = QWidget()
        column = Column(look, 12, (20, 16, 20, 16), form)
        for parts in _ROWS:
            line = column.nest(Row(look, 12))
            for part, label, limit in parts:
                self.fields[part] = line.add(Field(look, label, limit=limit), 1, _TOP)
        column.fill()
        self.lay_form(inside, form)
        self._lay_beside(row.add(Card(look, width=380)))
        for field in (*self.fields.values(), self.unit_code):
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        self.end()

    def look_at(self, kept: "ProfileKept") -> None:
        """Show the profile as it stands."""
        self.kept = kept
        self.unit_code.setEnabled(not kept.code_used)
        self.unit_code.edit.setEnabled(not kept.code_used)
        say(self._hint, _FIXED if kept.code_used else _FREE)
        self.see(kept.entry)

    def fill(self, entry: ProfileEntry) -> None:
        for part, field in self.fields.items():
            field.set_text(getattr(entry, part))
        self.unit_code.set_text(entry.unit_code)

    def typed(self, base: ProfileEntry) -> ProfileEntry:
        parts = {part: field.text() for part, field in self.fields.items()}
        return replace(base, unit_code=self.unit_code.text(), **parts)

    def changing(self, entry: ProfileEntry, seen: ProfileEntry) -> Plan:
        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.changing_profile(entry, seen)

        return plan

    def beside(self, refusal: Refused) -> Any:
        if refusal.code.startswith("profile.unit_code"):
            return self.unit_code
        return self.fields.get(str(refusal.details.get("part")))

    def stops(self) -> tuple[QWidget, ...]:
        return tuple(field.edit for field in self.fields.values())

    def keep_tab_order(self) -> None:
        super().keep_tab_order()
        QWidget.setTabOrder(self.undo, self.unit_code.edit)

    def _lay_beside(self, card: Card) -> None:
        look = self.look
        column = Column(look, 8, (20, 18, 20, 18), card)
        column.add(Label(look, "Sẽ hiện như sau", "h2"))
        column.add(Label(look, "Trên giấy", "caption", "ink_2", weight=600))
        self.parent_shown = column.add(Label(look, " ", "body"))
        self.name_shown = column.add(Label(look, " ", "body", weight=700))
        self.dated = column.add(Label(look, " ", "body", "ink_2"))
        column.add(Label(look, "Ở ki-ốt", "caption", "ink_2", weight=600))
        self.at_kiosk = column.add(Label(look, " ", "body", weight=600))
        column.add(Rule(look))
        self.unit_code = column.add(Field(look, "Mã đơn vị", limit=30))
        self._hint = column.add(Label(look, _FREE, "caption", "ink_2"))
        self.first_code = column.add(Label(look, " ", "body", marked=True))
        column.add(Rule(look))
        self.forms = column.add(Label(look, " ", "body", marked=True))
        words = "Theo bản của chương trình; văn phòng không đổi tại đây."
        column.add(Label(look, words, "caption", "ink_2"))
        column.fill()

    def _fit(self) -> None:
        super()._fit()
        if self.kept is None or self._base is None:
            return
        today = local(self.host.clock.now()).date()
        shown = derive_shown(self.kept, self.typed(self._base), today)
        say(self.parent_shown, shown.parent)
        say(self.name_shown, shown.name)
        say(self.dated, shown.dated)
        say(self.at_kiosk, shown.kiosk)
        say(self.first_code, f"Hồ sơ đầu ngày: **{shown.first_code}**")
        say(self.forms, f"Bộ biểu mẫu: **{shown.forms}**")
