"""The people: their titles and telephones, their PINs, who leaves and who comes back."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kiosk.refusal import Refused
from kiosk.ui.admin.people.props import PersonRow, derive_people
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import ChoiceBox, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.office.people_keeping import Colleague
    from kiosk.storage.units import ReadUnit

_BOTTOM = Qt.AlignmentFlag.AlignBottom
_LONGEST_PIN = 12
_SHOWN, _HIDDEN = "shown", "hidden"


class PeopleSection(Section):
    """A table of everybody; below it what can be changed of the one chosen."""

    key = "people"
    title = "Cán bộ"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self._chosen = ""
        self._undo: tuple[str, str, str, bool] | None = None
        column = Column(look, 16, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        top.add(Label(look, "Cán bộ của văn phòng", "h1"))
        words = (
            "Họ tên, chức danh, điện thoại của người được công khai hiện ở ki-ốt. "
            "Mã PIN không hiện ở đâu, kể cả với lãnh đạo."
        )
        top.add(Label(look, words, "body", "ink_2"))
        self.table: Table[PersonRow] = Table(
            look,
            "Cán bộ",
            (
                TableColumn("Mã", lambda row: row.code, 90, bold=True),
                TableColumn("Họ và tên", lambda row: row.name),
                TableColumn("Chức danh", lambda row: row.title, 190),
                TableColumn("Vai trò", lambda row: row.role, 160),
                TableColumn("Quầy", lambda row: row.counter, 90),
                TableColumn("Điện thoại", lambda row: row.phone, 140),
                TableColumn("Tình trạng", lambda row: row.state.text, 160, pill=lambda r: r.state),
            ),
            key=lambda row: row.code,
            empty="Chưa có ai.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        self._lay_fields(look, inside)
        self.table.picked.connect(lambda _: self._take_over())
        self._take_over()

    @property
    def keys(self) -> Keys:
        keys: Keys = (("Ctrl S", "Ghi thông tin"), ("F9", "Đặt PIN mới"))
        return (*keys, ("Ctrl Z", "Hoàn tác")) if self._undo is not None else keys

    def enter(self) -> None:
        self.read()
        self.table.setFocus()

    def changed(self) -> None:
        self.read()

    def leave(self) -> None:
        self._forget_pin()

    def press(self, key: str) -> bool:
        act = {"Ctrl S": self.submit, "F9": self.give_pin, "Ctrl Z": self.take_back}.get(key)
        if act is None:
            return False
        act()
        return True

    def read(self) -> None:
        """Look at everybody anew; what is typed stays."""

        def look(unit: "ReadUnit") -> "tuple[Colleague, ...]":
            from kiosk.ui.admin.people import work

            return work.look(unit)

        self.host.read(look, self._see)

    def submit(self) -> None:
        """Ctrl S: write title, telephone and publicity."""
        row = self.table.current
        if row is not None:
            public = self.public.current == _SHOWN
            self._change(row, self.titled.text().strip(), self.phone.text().strip(), public)

    def take_back(self) -> None:
        """Ctrl Z: the entry written last is as it was before."""
        undo = self._undo
        row = next(
            (one for one in self.table.rows_model.rows if undo and one.code == undo[0]), None
        )
        if undo is not None and row is not None:
            self._change(row, *undo[1:], undo=True)

    def give_pin(self) -> None:
        """F9: a new PIN for the one chosen."""
        row = self.table.current
        if row is None:
            return
        pin, again = self.pin.text(), self.again.text()

        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.giving_pin(row.code, pin, again)

        def done(_: object) -> None:
            self._forget_pin()
            self.host.notify(f"Đã đặt mã PIN mới cho {row.name}.")

        def not_done(error: BaseException) -> None:
            self._forget_pin()
            self._not_done(error)

        self.host.do(plan, done, not_done)

    def ask_to_retire(self) -> None:
        """Somebody leaves, or comes back; asked once."""
        row = self.table.current
        if row is None:
            return
        if not row.active:
            self._retire(row, back=True)
            return
        question = Question(
            f"{row.name} nghỉ làm ở đây?",
            "Mã PIN thôi dùng được, tên không còn ở ki-ốt. Việc đã làm vẫn giữ nguyên; "
            "bấm “Nhận lại” để trở về như trước.",
            "Chưa",
            "Cho nghỉ",
        )
        self.host.ask(question, lambda agreed: self._retire(row, back=False) if agreed else None)

    def _lay_fields(self, look: Look, inside: Column) -> None:
        line = inside.nest(Row(look, 16, (20, 12, 20, 4)))
        self.titled = line.add(Field(look, "Chức danh", limit=120), 2)
        self.phone = line.add(Field(look, "Điện thoại", limit=40), 1)
        options = (Option(_SHOWN, "Công khai"), Option(_HIDDEN, "Không công khai"))
        self.public = line.add(ChoiceBox(look, "Công khai ở ki-ốt", options), align=_BOTTOM)
        self.undo = line.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z", "outline"), 0, _BOTTOM)
        self.save = line.add(
            DeskButton(look, "Ghi thông tin", "check", "Ctrl S", "outline"), 0, _BOTTOM
        )
        line = inside.nest(Row(look, 16, (20, 4, 20, 16)))
        self.pin = line.add(Field(look, "Mã PIN mới", limit=_LONGEST_PIN), 1)
        self.again = line.add(Field(look, "Gõ lại mã PIN", limit=_LONGEST_PIN), 1)
        for field in (self.pin, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.set_pin = line.add(
            DeskButton(look, "Đặt PIN mới", "lock", "F9", "primary", "action"), 0, _BOTTOM
        )
        self.retire = line.add(DeskButton(look, "Cho nghỉ", "leave", "", "outline"), 0, _BOTTOM)
        self.undo.clicked.connect(self.take_back)
        self.save.clicked.connect(self.submit)
        self.set_pin.clicked.connect(self.give_pin)
        self.retire.clicked.connect(self.ask_to_retire)

    def _change(
        self, row: PersonRow, title: str, phone: str, public: bool, *, undo: bool = False
    ) -> None:
        before = (row.title, row.phone, row.public)

        def plan() -> Any:
            from kiosk.office.people_keeping import ChangePerson
            from kiosk.ui.admin.people import work

            return work.changing(ChangePerson(row.code, title, phone, public, before))

        def done(_: object) -> None:
            self._undo = None if undo else (row.code, *before)
            self._chosen = ""
            self.host.notify(f"Đã {'trả lại' if undo else 'ghi'} thông tin của {row.name}.")
            self.read()

        self.host.do(plan, done, self._not_done)

    def _retire(self, row: PersonRow, *, back: bool) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.retiring(row.code, back=back)

        def done(_: object) -> None:
            self._chosen = ""
            words = "làm việc trở lại" if back else "đã nghỉ"
            self.host.notify(f"Đã ghi: {row.name} {words}.")
            self.read()

        self.host.do(plan, done, self._not_done)

    def _not_done(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if error.code.startswith("pin."):
            self.pin.set_error(sentence(error))
            self.pin.setFocus()
        elif error.code == "person.malformed":
            self.titled.set_error(sentence(error))
            self.titled.setFocus()
        else:
            self.host.refuse(error)

    def _forget_pin(self) -> None:
        self.pin.set_text("")
        self.again.set_text("")

    def _see(self, seen: "tuple[Colleague, ...]") -> None:
        self.table.set_rows(derive_people(seen))
        self._take_over()

    def _take_over(self) -> None:
        """The chosen one's values into the fields, once: what is typed then stays."""
        row = self.table.current
        for each in (self.save, self.set_pin, self.retire):
            each.setEnabled(row is not None)
        self.undo.setVisible(self._undo is not None)
        if row is not None:
            self.retire.set_text("Cho nghỉ" if row.active else "Nhận lại")
            self.set_pin.setEnabled(row.active)
            if row.code != self._chosen:
                self._chosen = row.code
                self.titled.set_text(row.title)
                self.phone.set_text(row.phone)
                self.public.choose(_SHOWN if row.public else _HIDDEN)
                self._forget_pin()
        self.host.keys_changed()
