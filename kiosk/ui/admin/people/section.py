"""The people: their entries, their PINs, who leaves and who comes back."""

from typing import TYPE_CHECKING, Any

from kiosk.refusal import Refused
from kiosk.ui.admin.people.page import PeoplePage
from kiosk.ui.admin.people.props import PeopleSeen, PersonRow
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.sheet import Question
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.queue.leaving import WorkLeft
    from kiosk.storage.units import ReadUnit


class PeopleSection(Section):
    """The page keeps the entries; PINs, leaving and coming back are acts of their own."""

    key = "people"
    title = "Cán bộ"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self.page = PeoplePage(look, host, self.read)
        Column(look, 0, (0, 0, 0, 0), self).add(self.page, 1)
        pins = self.page.pins
        pins.wanted.connect(self.give_pin)
        pins.unlock.clicked.connect(self.unlock)
        pins.retire.clicked.connect(self.ask_to_retire)

    @property
    def keys(self) -> Keys:
        if not self.page.pins.give.isEnabled():
            return self.page.keys
        return (*self.page.keys, ("F9", "Đặt PIN mới"))

    @property
    def unsaved(self) -> bool:
        return self.page.unsaved

    def enter(self) -> None:
        self.read()
        self.page.begin()

    def changed(self) -> None:
        self.read()

    def leave(self) -> None:
        self.page.forget()
        self.page.pins.forget()

    def press(self, key: str) -> bool:
        if key != "F9":
            return self.page.press(key)
        self.give_pin()
        return True

    def read(self) -> None:
        """Look at everybody anew; what is typed stays."""

        def look(unit: "ReadUnit") -> PeopleSeen:
            from kiosk.ui.admin.people import work

            return work.look(unit)

        self.host.read(look, self.page.look_at)

    def give_pin(self) -> None:
        """F9: a new PIN for the one chosen; with nothing typed yet, the focus goes where one types."""
        pins, row = self.page.pins, self.page.person
        if row is None or not row.active or pins.give.busy:
            return
        pin, again = pins.pin.text(), pins.again.text()
        if not pin and not again:
            self.page.go_to(pins.pin)
            return

        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.giving_pin(row.key, pin, again)

        def done(_: object) -> None:
            pins.give.set_busy("")
            pins.forget()
            self.host.notify(f"Đã đặt mã PIN mới cho {row.name}.")
            self.page.table.setFocus()
            self.read()

        def not_done(error: BaseException) -> None:
            pins.give.set_busy("")
            pins.forget()
            if not isinstance(error, Refused):
                raise error
            if error.code.startswith("pin."):
                pins.pin.set_error(sentence(error))
                self.page.go_to(pins.pin)
            else:
                self.host.refuse(error)

        pins.give.set_busy("Đang đặt…")
        self.host.do(plan, done, not_done)

    def unlock(self) -> None:
        """Whoever typed wrong PINs may try again at once."""
        row = self.page.person
        if row is None:
            return

        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.unlocking(row.key)

        def done(_: object) -> None:
            self.host.notify(f"{row.name} đăng nhập lại được ngay, bằng mã PIN cũ.")
            self.page.table.setFocus()
            self.read()

        self.host.do(plan, done)

    def ask_to_retire(self) -> None:
        """Somebody leaves, asked once; or comes back."""
        row = self.page.person
        if row is None:
            return
        if not row.active:
            self._retire(row, back=True)
            return
        sits = f"Người này đang ngồi ở **{row.sits}** và sẽ rời quầy. " if row.sits else ""
        if row.serves:
            sits += f"Số **{row.serves}** ở quầy ấy trở lại đầu hàng chờ. "
        question = Question(
            f"{row.name} nghỉ làm ở đây?",
            f"{sits}Mã PIN thôi dùng được, tên không còn ở ki-ốt. Việc đã làm vẫn giữ nguyên; "
            "bấm “Nhận lại” để trở về như trước.",
            "Chưa",
            "Cho nghỉ",
        )
        self.host.ask(question, lambda agreed: self._retire(row, back=False) if agreed else None)

    def _retire(self, row: PersonRow, *, back: bool) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.people import work

            return work.retiring(row.key, back=back)

        def done(left: "WorkLeft") -> None:
            words = "làm việc trở lại" if back else "đã nghỉ"
            waits = f" Số {left.put_back} trở lại đầu hàng chờ." if left.put_back else ""
            self.host.notify(f"Đã ghi: {row.name} {words}.{waits}")
            self.page.table.setFocus()
            self.read()

        self.host.do(plan, done)
