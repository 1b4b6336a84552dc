"""Signing in: who sits down at this counter, and the PIN."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from kiosk.text import fold
from kiosk.ui.counter.keyboard import typed
from kiosk.ui.counter.receive.burst import Scan
from kiosk.ui.counter.receive.scanning import ScanWatch, Ticks, event_ticks
from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.number_pad import NumberPad
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

LONGEST_PIN = 12
SCANNED = (
    "Chưa đăng nhập nên mã vừa quét chưa dùng được. Đăng nhập rồi quét lại; "
    "lần quét này không tính là gõ sai mã PIN."
)
_STRANGERS = 3
"""So many letters in what should be figures come from a scanner that tells no time."""
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who may sit down here."""

    code: str
    name: str
    title: str
    field: str
    place: str


@dataclass(frozen=True, slots=True)
class SignInProps:
    """Who may sit down, in order, and whom to choose at first."""

    title: str
    rows: tuple[PersonRow, ...]
    likely: str
    empty: str


def derive_sign_in(seen: Seen | None, number: int, why: str = "") -> SignInProps:
    """This counter's own officers come first, then the others in the office's order.

    ``why``: what keeps the store from being seen.
    """
    if seen is None:
        return SignInProps(f"Đăng nhập Quầy {number}", (), "", why or "Đang mở sổ dữ liệu…")
    people = sorted(seen.people, key=lambda one: (one.counter != number, one.counter is None))
    rows = tuple(
        PersonRow(
            one.code,
            one.name,
            one.title,
            one.field,
            f"Quầy {one.counter}" if one.counter is not None else "",
        )
        for one in people
    )
    known = [row.code for row in rows]
    own = next((one.code for one in people if one.counter == number), "")
    likely = seen.sitting if seen.sitting in known else own
    return SignInProps(
        f"Đăng nhập {seen.counter}",
        rows,
        likely or (known[0] if known else ""),
        "Chưa có cán bộ nào. Nhờ người quản lý lập danh sách cán bộ.",
    )


def find_row(rows: tuple[PersonRow, ...], typed: str) -> str:
    """The code of the row meant by a typed code or beginning of a name; empty when none."""
    wanted = fold(typed.strip())
    if not wanted:
        return ""
    for row in rows:
        if fold(row.code) == wanted:
            return row.code
    for row in rows:
        words = fold(row.name)
        if fold(row.code).startswith(wanted) or words.startswith(wanted) or f" {wanted}" in words:
            return row.code
    return ""


class PinField(Field):
    """A PIN: digits shown as dots; what was typed is handed out once and not kept."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Mã PIN", icon="lock", limit=LONGEST_PIN)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9]{0,12}"), self.edit)
        )
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def take(self) -> str:
        """The PIN typed; the field is empty afterwards."""
        pin = self.edit.text()
        self.edit.clear()
        return pin

    def type(self, digit: str) -> None:
        """Add a digit from the pad."""
        self.set_error("")
        self.edit.insert(digit)


class SignInPage(Box):
    """``wanted`` carries the officer's code and the PIN."""

    wanted = Signal(str, str)

    def __init__(self, look: Look, ticks: Ticks = event_ticks) -> None:
        super().__init__(look)
        across = Row(look, 16, (16, 16, 16, 16), self)
        card = across.add(Card(look), 1)
        column = Column(look, 0, (1, 16, 1, 12), card)
        top = column.nest(Column(look, 0, (20, 0, 20, 12)))
        self._title = top.add(Label(look, "", "h1"))
        top.add(Label(look, "↑ ↓ để chọn cán bộ, gõ mã PIN, rồi Enter", "body", "ink_2"))
        self.table: Table[PersonRow] = Table(
            look,
            "Cán bộ",
            (
                TableColumn("Mã", lambda row: row.code, 96),
                TableColumn("Họ và tên", lambda row: row.name, bold=True),
                TableColumn("Chức danh", lambda row: row.title, 210),
                TableColumn("Lĩnh vực", lambda row: row.field, 240),
                TableColumn("Quầy", lambda row: row.place, 88),
            ),
            key=lambda row: row.code,
            empty=" ",
        )
        column.add(self.table, 1)
        right = across.add(Card(look, width=384))
        inside = Column(look, 12, (24, 20, 24, 20), right)
        self._name = inside.add(Label(look, "", "h1"))
        self._post = inside.add(Label(look, "", "body", "ink_2"))
        self.code = inside.add(Field(look, "Mã hoặc tên cán bộ", icon="id", limit=40))
        self.pin = inside.add(PinField(look))
        self.pad = inside.add(NumberPad(look, "Xóa hết", "Xóa một số"))
        self.button = inside.add(DeskButton(look, "Đăng nhập", "check", "Enter", "primary", "big"))
        self.note = inside.add(Label(look, "", "body", "warn", weight=600))
        inside.fill()
        self._props = SignInProps("", (), "", "")
        self._touched = False
        self._strangers = 0
        self._connect()
        self._watch: ScanWatch[tuple[str, str, str]] = ScanWatch(
            self, self._as_it_stands, self._scanned, ticks
        )
        self._watch.watch(self)

    @property
    def props(self) -> SignInProps:
        """What is shown."""
        return self._props

    def set_props(self, props: SignInProps) -> None:
        """Show these props; who was chosen by hand stays chosen."""
        if props == self._props:
            return
        self._props = props
        self._title.setText(props.title)
        self.table.set_empty(props.empty)
        self.table.set_rows(props.rows)
        if not self._touched:
            self.table.choose(props.likely)
        self.button.setEnabled(bool(props.rows))
        self._tell_person()

    def begin(self, note: str = "") -> None:
        """Start anew: nobody has typed anything yet."""
        self._touched = False
        self._strangers = 0
        self.pin.take()
        self.pin.set_error("")
        self.code.set_text("")
        say(self.note, note)
        self.table.choose(self._props.likely)
        self.pin.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it did not work; the PIN is typed anew."""
        self.button.set_busy("")
        self.pin.set_error(sentence)
        self.pin.setFocus()

    def tell(self, sentence: str) -> None:
        """Say something under the button, beside what was typed."""
        say(self.note, sentence)

    def set_busy(self, doing: str) -> None:
        """Show that the PIN is being checked."""
        self.button.set_busy(doing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.pin.edit and typed(event).strip("0123456789"):
                self._strangers += 1
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._touched = True
                self.step(step)
                return True
        return False

    def step(self, lines: int) -> None:
        """Choose another person, so many lines down."""
        last = len(self._props.rows) - 1
        if last >= 0:
            at = self.table.currentIndex().row() + lines
            self.table.selectRow(min(last, max(0, at)))

    def submit(self) -> None:
        """Hand out who and the PIN."""
        row = self.table.current
        pin = self.pin.take()
        strangers, self._strangers = self._strangers, 0
        if row is None or self.button.busy:
            return
        if strangers >= _STRANGERS:
            self.tell(SCANNED)
            return
        if not pin:
            self.pin.set_error("Gõ mã PIN rồi bấm Enter.")
            self.pin.setFocus()
            return
        self.wanted.emit(row.code, pin)

    def _connect(self) -> None:
        for edit in (self.pin.edit, self.code.edit):
            edit.installEventFilter(self)
        self.pad.typed.connect(self.pin.type)
        self.pad.erased.connect(self.pin.edit.backspace)
        self.pad.cleared.connect(self.pin.edit.clear)
        self.pin.submitted.connect(self.submit)
        self.code.submitted.connect(self.pin.setFocus)
        self.code.edited.connect(self._look_for)
        self.button.clicked.connect(self.submit)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _: self.pin.setFocus())

    def _as_it_stands(self) -> tuple[str, str, str]:
        row = self.table.current
        return self.pin.text(), self.code.text(), row.code if row is not None else ""

    def _scanned(self, scan: Scan[tuple[str, str, str]]) -> None:
        """A scan is no PIN and no name: everything stands as before it, and it is told."""
        pin, code, chosen = scan.before
        self._strangers = 0
        self.pin.set_text(pin)
        self.code.set_text(code)
        self.code.set_error("")
        self.table.choose(chosen)
        self.tell(SCANNED)

    def _look_for(self, said: str) -> None:
        code = find_row(self._props.rows, said)
        if code:
            self._touched = True
            self.table.choose(code)
        self.code.set_error("" if code or not said.strip() else "Không có cán bộ nào như vậy.")

    def _picked(self, _: object) -> None:
        self._touched = self._touched or self.table.hasFocus()
        self.pin.set_error("")
        self._tell_person()

    def _tell_person(self) -> None:
        row = self.table.current
        self._name.setText(row.name if row else "Chọn cán bộ")
        said = [row.title, row.field, row.place] if row else []
        self._post.setText(" · ".join(part for part in said if part) or " ")
