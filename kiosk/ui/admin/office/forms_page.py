"""The forms of the decree in force: known or not, how they look, where their wording lies."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.office.forms_picture import PaperPicture
from kiosk.ui.admin.office.forms_props import (
    FormRow,
    FormSeen,
    FormsSeen,
    derive_forms,
    told_form,
    unknown_said,
)
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

_SEE = "Chưa vẽ được mẫu này: lý do ở dưới danh sách."
_WIDTH = 900
"""Pixels of a picture: as many as the widest window shows, and more."""


class FormsPage(QWidget):
    """Nothing is typed here: wording is changed in a file, which lies where the page says."""

    title = "Mẫu giấy"
    unsaved = False

    def __init__(self, look: Look, host: Host, read: "Callable[[], None]") -> None:
        super().__init__()
        self.host = host
        self._read = read
        self._seen: FormsSeen | None = None
        self._drawn = ""
        self.setAccessibleName(self.title)
        row = Row(look, 16, (16, 16, 16, 16), self)
        left = row.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), left)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 16))
        head.add(Label(look, self.title, "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.again = head.add(DeskButton(look, "Xem lại", "repeat", "Ctrl R"))
        self.decree = top.add(Label(look, " ", "body", "ink_2"))
        self.unknown = top.add(Label(look, " ", "body", "warn"))
        self.table: Table[FormRow] = Table(
            look,
            "Các mẫu giấy",
            (
                TableColumn("Số", lambda row: row.number, 56, bold=True),
                TableColumn("Mẫu", lambda row: row.name),
                TableColumn("Bản", lambda row: row.copies, 56),
                TableColumn("Lời văn", lambda row: row.words, 130),
                TableColumn("Tình trạng", lambda row: row.state.text, 160, pill=lambda r: r.state),
            ),
            key=lambda row: row.key,
            empty="Quy định chưa có mẫu nào.",
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        under = inside.nest(Column(look, 10, (20, 12, 20, 15)))
        self.told = under.add(Label(look, " ", "body", "ink_2", marked=True))
        ends = under.nest(Row(look, 12))
        self.begin_own = ends.add(
            DeskButton(look, "Chép lời văn để sửa", "edit", "Ctrl T", "primary")
        )
        ends.fill()
        right = row.add(Card(look, width=420))
        inside = Column(look, 8, (16, 16, 16, 12), right)
        self.picture = inside.add(PaperPicture(look), 1)
        self.sheets = inside.add(Label(look, " ", "caption", "ink_2"))
        self.again.clicked.connect(self._look_again)
        self.begin_own.clicked.connect(self._copy)
        self.table.picked.connect(lambda _: self._show())
        stops = (self.again, self.table, self.begin_own)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    @property
    def form(self) -> FormSeen | None:
        """The chosen form."""
        row, seen = self.table.current, self._seen
        if row is None or seen is None:
            return None
        return next((one for one in seen.forms if one.kind == row.key), None)

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        again = ("Ctrl R", "Xem lại")
        return (("Ctrl T", "Chép lời văn"), again) if self.begin_own.isEnabled() else (again,)

    def press(self, key: str) -> bool:
        """Take a key by its name in the bar."""
        act = {"Ctrl R": self._look_again, "Ctrl T": self._copy}.get(key)
        if act is None:
            return False
        act()
        return True

    def begin(self) -> None:
        """The page is shown: the focus stands where one chooses."""
        self.table.setFocus()
        self._draw()

    def forget(self) -> None:
        """Nothing is typed here."""

    def look_at(self, seen: FormsSeen) -> None:
        """Show the forms as they stand."""
        if seen == self._seen:
            return
        self._seen, self._drawn = seen, ""
        say(self.decree, f"Theo {seen.title}, quy định đang áp dụng.")
        say(self.unknown, unknown_said(seen))
        self.table.set_rows(derive_forms(seen))
        self._show()

    def _look_again(self) -> None:
        self._drawn = ""
        self._read()
        self._draw()

    def _show(self) -> None:
        form = self.form
        say(self.told, told_form(form, sentence) if form is not None else "")
        self.begin_own.setEnabled(form is not None and not form.own)
        self.host.keys_changed()
        self._draw()

    def _draw(self) -> None:
        """Draw the chosen form, while the page is shown: in the devices' lane."""
        form, seen = self.form, self._seen
        if form is None or seen is None or not self.isVisible() or form.kind == self._drawn:
            return
        self._drawn = kind = form.kind
        self.picture.say("Đang vẽ mẫu giấy…")
        say(self.sheets, "")
        office, profile = seen.office, seen.profile

        def work() -> tuple[QImage, int]:
            from kiosk.office.legal import FormKind
            from kiosk.printing.sample_papers import sample_pdf
            from kiosk.ui.pdf_picture import pdf_picture

            return pdf_picture(sample_pdf(profile, FormKind(kind), office), _WIDTH)

        def done(drawn: tuple[QImage, int]) -> None:
            if kind == self._drawn:
                self.picture.show_image(drawn[0], f"{form.name}, thông tin minh họa")
                more = f" Mẫu này có {drawn[1]} tờ; đây là tờ đầu." if drawn[1] > 1 else ""
                say(self.sheets, f"Thông tin trên giấy là minh họa.{more}")

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused):
                raise error
            if kind == self._drawn:
                shown = form.fault is not None
                self.picture.say(_SEE if shown else sentence(error))

        self.host.jobs.run("devices", work, done, failed, owner=self)

    def _copy(self) -> None:
        form, seen = self.form, self._seen
        if form is None or seen is None or form.own:
            return
        kind, profile = form.kind, seen.profile

        def work() -> str:
            from kiosk.office.legal import FormKind
            from kiosk.printing.forms import begin_own

            return str(begin_own(profile, FormKind(kind)))

        def done(file: str) -> None:
            self.host.notify(f"Đã chép lời văn vào {file}.")
            self._read()
            self.table.setFocus()

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refused):
                raise error
            self.host.refuse(error)
            self._read()

        self.host.jobs.run("devices", work, done, failed, owner=self)
