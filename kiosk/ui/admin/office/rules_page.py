"""What the office decides itself: hand-over, queue, register, copies, locks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kiosk.office.model import Rules
from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.whole import Plan, WholePage
from kiosk.ui.admin.office.hours_props import tidy
from kiosk.ui.admin.office.props import NUMBERS, TypedRules, read_rules, written_rules
from kiosk.ui.admin.section import Host
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.checks import CheckLine
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.office.rules_keeping import RulesKept

_VOLUME = "Đầy một quyển thì sang quyển sau. Đổi được khi sổ của năm chưa có hồ sơ."
_VOLUME_FIXED = "Sổ năm nay đã có hồ sơ nên giữ nguyên; đổi được khi sang năm mới."
_CUTOFF_UNREAD = "Ghi giờ như 15:00."
_NUMBER_UNREAD = "Ghi một số, chỉ gồm chữ số."


class RulesPage(WholePage[TypedRules]):
    """Each rule with what it does; they hold from the next number or dossier on."""

    title = "Quy định"
    what = "quy định của văn phòng"

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__(look, host, read)
        self.rules = Rules()
        self.fields: dict[str, Field] = {}
        outer = Column(look, 0, (16, 16, 16, 16), self)
        inside = Column(look, 0, (1, 16, 1, 1), outer.add(Card(look), 1))
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        top.add(Label(look, "Quy định của văn phòng", "h1"))
        words = "Áp dụng từ lúc ghi, cho số và hồ sơ sau đó. Ngày hẹn của hồ sơ đã nhận không đổi."
        top.add(Label(look, words, "body", "ink_2"))
        form = QWidget()
        sides = Row(look, 32, (20, 16, 20, 16), form)
        self._lay_dossiers(sides.nest(Column(look, 6), 1))
        self._lay_queue(sides.nest(Column(look, 6), 1))
        self.lay_form(inside, form)
        for field in self.fields.values():
            field.edited.connect(lambda _: self.edited())
            field.submitted.connect(self.submit)
        self.next_day.clicked.connect(lambda _: self.edited())
        self.end()

    def look_at(self, kept: "RulesKept") -> None:
        """Show the rules as they stand."""
        self.rules = kept.entry
        volume = self.fields["entries_per_volume"]
        volume.setEnabled(not kept.register_begun)
        volume.edit.setEnabled(not kept.register_begun)
        say(self._volume, _VOLUME_FIXED if kept.register_begun else _VOLUME)
        self.see(written_rules(kept.entry))

    def fill(self, entry: TypedRules) -> None:
        for part, field in self.fields.items():
            field.set_text(getattr(entry, part))
        self.next_day.setChecked(entry.after_cutoff_counts_as_next_day)

    def typed(self, base: TypedRules) -> TypedRules:
        said = {part: field.text() for part, field in self.fields.items()}
        said["forward_cutoff"] = tidy(said["forward_cutoff"])
        return TypedRules(**said, after_cutoff_counts_as_next_day=self.next_day.isChecked())

    def readable(self, entry: TypedRules) -> bool:
        part = read_rules(entry, self.rules)
        if isinstance(part, Rules):
            return True
        field = self.fields[part]
        field.set_error(_NUMBER_UNREAD if part in NUMBERS else _CUTOFF_UNREAD)
        self.go_to(field)
        return False

    def changing(self, entry: TypedRules, seen: TypedRules) -> Plan:
        wanted, before = (read_rules(each, self.rules) for each in (entry, seen))
        assert isinstance(wanted, Rules)
        assert isinstance(before, Rules)

        def plan() -> Any:
            from kiosk.ui.admin.office import work

            return work.changing_rules(wanted, before)

        return plan

    def now(self, fact: Any) -> TypedRules:
        return written_rules(fact.entry)

    def beside(self, refusal: Refused) -> Any:
        part = {
            "rules.cutoff_malformed": "forward_cutoff",
            "rules.note_malformed": "ticket_validity_note",
            "rules.register_begun": "entries_per_volume",
        }.get(refusal.code, str(refusal.details.get("part")))
        return self.fields.get(part)

    def stops(self) -> tuple[QWidget, ...]:
        places: list[QWidget] = [field.edit for field in self.fields.values()]
        places.insert(1, self.next_day)
        return tuple(places)

    def _lay_dossiers(self, column: Column) -> None:
        look = self.look
        column.add(Label(look, "Hồ sơ, sổ và đăng nhập", "h2"))
        words = (
            "Hồ sơ nhận từ giờ này được chuyển vào đầu ngày làm việc tiếp theo; việc trả ngay thì "
            "hẹn ngày làm việc tiếp theo (Nghị định 61/2018/NĐ-CP, Điều 18: 15 giờ)."
        )
        self._add(column, "forward_cutoff", "Giờ chốt chuyển hồ sơ", 5, words)
        words = "Thời hạn từ một ngày trở lên cũng tính như nhận ngày làm việc tiếp theo"
        self.next_day = column.add(CheckLine(look, words))
        left, right = self._two(column)
        self._volume = self._add(left, "entries_per_volume", "Số hồ sơ một quyển sổ", 6, _VOLUME)
        words = "Bản cũ hơn được dọn đi."
        self._add(right, "backup_keep_days", "Giữ bản sao dữ liệu (ngày)", 4, words)
        words = "Sau năm lần nhập sai liền nhau. Mở sớm hơn ở mục Cán bộ."
        self._add(column, "pin_lock_minutes", "Khóa mã PIN (phút)", 4, words)
        column.fill()

    def _lay_queue(self, column: Column) -> None:
        look = self.look
        column.add(Label(look, "Gọi số", "h2"))
        left, right = self._two(column)
        words = "Gọi liền bấy nhiêu số ưu tiên thì xen một số thường, khi còn người chờ."
        self._add(left, "priority_ratio", "Số ưu tiên gọi liền", 2, words)
        words = "Chờ quá mức này thì không nhường số ưu tiên đến sau."
        self._add(right, "wait_guard_minutes", "Mức chờ của số thường (phút)", 3, words)
        left, right = self._two(column)
        words = "Sau đó chỉ còn phục vụ hoặc báo vắng."
        self._add(left, "recall_limit", "Số lần gọi lại một số", 2, words)
        words = "Bị ghi vắng mặt mà đến trong lúc này thì giữ nguyên chỗ, một lần."
        self._add(right, "no_show_return_minutes", "Trở lại hàng trong (phút)", 3, words)
        words = "In ở cuối phiếu số; để trống thì không in."
        self._add(column, "ticket_validity_note", "Câu ghi trên phiếu", 300, words)
        column.fill()

    def _two(self, column: Column) -> tuple[Column, Column]:
        """Two short answers beside each other."""
        row = column.nest(Row(self.look, 16))
        left, right = (row.nest(Column(self.look, 6), 1) for _ in range(2))
        return left, right

    def _add(self, column: Column, part: str, name: str, limit: int, words: str) -> Label:
        field = self.fields[part] = column.add(Field(self.look, name, limit=limit))
        hint = column.add(Label(self.look, words, "caption", "ink_2"))
        column.gap(6)
        field.edit.setAccessibleDescription(words)
        return hint
