"""Signing in to manage: the code and the PIN."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

IDLE_MINUTES = 10
_STATED = f"Máy tự đăng xuất sau {IDLE_MINUTES} phút không ai dùng."


class AdminSignIn(Box):
    """``wanted`` carries the code and the PIN; the PIN is handed out once and not kept."""

    wanted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        across = Row(look, 0, (16, 16, 16, 16), self)
        across.fill()
        card = across.add(Card(look, width=440), align=Qt.AlignmentFlag.AlignVCenter)
        across.fill()
        inside = Column(look, 12, (28, 24, 28, 24), card)
        inside.add(Label(look, "Đăng nhập điều hành", "h1"))
        inside.add(Label(look, "Dành cho người quản lý và người giữ máy.", "body", "ink_2"))
        self.code = inside.add(Field(look, "Mã cán bộ", icon="id", limit=20))
        self.pin = inside.add(Field(look, "Mã PIN", icon="lock", limit=12))
        self.pin.edit.setEchoMode(QLineEdit.EchoMode.Password)
        digits = QRegularExpressionValidator(QRegularExpression("[0-9]{0,12}"), self.pin.edit)
        self.pin.edit.setValidator(digits)
        self.pin.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.button = inside.add(DeskButton(look, "Đăng nhập", "check", "Enter", "primary", "big"))
        self.note = inside.add(Label(look, "", "body", "warn", weight=600))
        inside.add(Label(look, _STATED, "caption", "ink_2"))
        self.code.submitted.connect(self.pin.setFocus)
        self.pin.submitted.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.begin("")

    def begin(self, note: str) -> None:
        """Start anew, with a note why."""
        self.code.set_text("")
        self.pin.set_text("")
        self.button.set_busy("")
        say(self.note, note)
        self.code.setFocus()

    def say(self, note: str) -> None:
        """Say what keeps one from signing in now."""
        say(self.note, note)

    def submit(self) -> None:
        """Hand out the code and the PIN."""
        if self.button.busy:
            return
        code, pin = self.code.text().strip(), self.pin.text()
        self.pin.edit.clear()
        if not code:
            self.code.set_error("Gõ mã cán bộ, ví dụ QL01.")
            self.code.setFocus()
        elif not pin:
            self.pin.set_error("Gõ mã PIN rồi bấm Enter.")
            self.pin.setFocus()
        else:
            self.button.set_busy("Đang kiểm tra…")
            self.wanted.emit(code, pin)

    def refuse(self, sentence: str, *, about_code: bool) -> None:
        """Say why it did not work; the PIN is typed anew."""
        self.button.set_busy("")
        field = self.code if about_code else self.pin
        field.set_error(sentence)
        field.setFocus()
