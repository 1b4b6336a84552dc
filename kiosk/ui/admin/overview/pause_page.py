"""The whole office pauses: why, as citizens will read it, and once more yes."""

from PySide6.QtCore import Signal

from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

WHYS = ("Mất điện", "Mất kết nối mạng", "Sơ tán khẩn cấp", "Cơ quan họp")
LONGEST = 200
_WORDS = (
    "Ki-ốt thôi cấp số và quầy thôi gọi số mới cho đến khi tiếp nhận lại. Số đã lấy giữ nguyên chỗ, "
    "người đang được phục vụ vẫn được phục vụ. Lý do hiện ở ki-ốt, ở sảnh và ở các quầy."
)


class PausePage(Box):
    """``wanted`` carries why; ``back``: nothing shall pause."""

    wanted = Signal(str)
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 16, (16, 8, 16, 16), self)
        column.add(Label(look, "Tạm dừng cả văn phòng", "h1", wrap=False))
        card = column.add(Card(look))
        inside = Column(look, 16, (24, 20, 24, 20), card)
        inside.add(Label(look, _WORDS, "input", "ink_2"))
        self.usual = inside.add(
            Choices(look, "Lý do thường gặp", tuple(Option(why, why) for why in WHYS))
        )
        self.why = inside.add(Field(look, "Lý do, người dân đọc được", limit=LONGEST))
        row = inside.nest(Row(look, 12))
        self.stay = row.add(DeskButton(look, "Quay lại", key="Esc"))
        row.fill()
        self.pause = row.add(
            DeskButton(look, "Tạm dừng văn phòng", "pause", "F9", "primary", "action")
        )
        column.fill()
        self.usual.chosen.connect(self._on_usual)
        self.why.submitted.connect(self.submit)
        self.pause.clicked.connect(self.submit)
        self.stay.clicked.connect(self.back)

    def begin(self) -> None:
        """Nothing is entered yet."""
        self.usual.choose_none()
        self.why.set_text("")
        self.why.edit.setFocus()

    def submit(self, _: object = None) -> None:
        """What was entered shall be so."""
        self.wanted.emit(self.why.text())

    def refuse(self, sentence: str) -> None:
        """Say beside the reason why it cannot be taken."""
        self.why.set_error(sentence)
        self.why.edit.setFocus()

    def _on_usual(self, why: str) -> None:
        self.why.set_text(why)
        self.why.edit.setFocus()
