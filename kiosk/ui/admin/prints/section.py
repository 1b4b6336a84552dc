"""All stations' papers: filters, printing again with a reason, here or elsewhere."""

import itertools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.prints.props import (
    EMPTY,
    PrintRow,
    PrintSeen,
    count_prints,
    derive_prints,
)
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import ChoiceBox, Choices
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

_LOOK_EVERY_S = 10


class PrintsSection(Section):
    """Print jobs; what waits, failed or is unknown stands first."""

    key = "prints"
    title = "Giấy in"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self._seen: tuple[PrintSeen, ...] = ()
        self._looking = self._again = False
        self._seconds = 0
        column = Column(look, 16, (16, 16, 16, 16), self)
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        top.add(Label(look, "Giấy in của mọi máy", "h1"))
        words = "Hôm nay, và những tờ còn dở từ trước. Số và hồ sơ đã ghi vẫn nguyên, dù giấy ra hay chưa."
        top.add(Label(look, words, "body", "ink_2"))
        line = top.nest(Row(look))
        self.filters = line.add(Choices(look, "Lọc giấy in", count_prints(())))
        line.fill()
        self.table: Table[PrintRow] = Table(
            look,
            "Giấy in",
            (
                TableColumn("Giấy tờ", lambda row: row.title, 300, bold=True),
                TableColumn("Máy", lambda row: row.station, 130),
                TableColumn("Lúc", lambda row: row.owed, 130),
                TableColumn("Tình trạng", lambda row: row.state.text, 140, pill=lambda r: r.state),
                TableColumn("Ghi chú", lambda row: row.why),
            ),
            key=lambda row: row.job,
            empty=EMPTY["open"],
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        self.why = Label(look, " ", "body", "ink_2")
        under = inside.nest(Column(look, 10, (20, 12, 20, 16)))
        under.add(self.why)
        foot = under.nest(Row(look, 16))
        self.reason = foot.add(Field(look, "Lý do in lại", limit=200), 1)
        self.where = foot.add(ChoiceBox(look, "In ở máy"), align=Qt.AlignmentFlag.AlignBottom)
        self.button = foot.add(
            DeskButton(look, "In lại", "printer", "F9", "primary", "action"),
            align=Qt.AlignmentFlag.AlignBottom,
        )
        self.button.clicked.connect(self.submit)
        self.reason.submitted.connect(self.submit)
        self.filters.chosen.connect(lambda _: self._paint())
        self.table.picked.connect(lambda _: self._tell())
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self._tell()

    @property
    def keys(self) -> Keys:
        row = self.table.current
        again: Keys = (("Ctrl R", "Xem lại"),)
        return again if row is None or row.shut else (("F9", "In lại"), *again)

    def enter(self) -> None:
        self.read()
        self.table.setFocus()

    def changed(self) -> None:
        self.read()

    def second(self) -> None:
        self._seconds += 1
        if self._seconds % _LOOK_EVERY_S == 0:
            self.read()

    def press(self, key: str) -> bool:
        if key == "F9":
            self.submit()
        elif key == "Ctrl R":
            self.read()
        else:
            return False
        return True

    def leave(self) -> None:
        self.reason.set_text("")

    def read(self) -> None:
        """Look at the papers anew; a look that is under way is followed by another."""
        if self._looking:
            self._again = True
            return
        self._looking = True

        def look(unit: "ReadUnit") -> tuple[PrintSeen, ...]:
            from kiosk.ui.admin.prints import work

            return work.look(unit)

        self.host.read(look, self._see, self._failed)

    def submit(self) -> None:
        """F9: print the chosen paper again; where nobody knows, a person is asked to look first."""
        row = self.table.current
        if row is None or row.shut or self.button.busy:
            return
        if row.asks:
            question = Question(
                "Giấy đã ra chưa?",
                f"Chương trình dừng khi đang in **{row.title}** ở máy **{row.station}**. "
                "Nhờ người ở đó xem khay giấy rồi chọn.",
                "Để sau",
                "Chưa ra, in lại",
                other="Đã ra rồi",
            )
            self.host.ask_three(
                question,
                lambda agreed: self._with_reason(row) if agreed else None,
                lambda: self._settle(row),
            )
            return
        self._with_reason(row)

    def _with_reason(self, row: PrintRow) -> None:
        reason = self.reason.text().strip()
        if row.asks and not reason:
            reason = "Giấy chưa ra, người trực đã xem"
        if not reason:
            self.reason.set_error("Ghi lý do in lại, ví dụ: giấy bị nhăn.")
            self.reason.setFocus()
            return
        station = self.where.current or row.station

        def plan() -> Any:
            from kiosk.ui.admin.prints import work

            return work.reprinting(row.job, station, reason)

        def done(_: object) -> None:
            self.button.set_busy("")
            self.reason.set_text("")
            self.host.notify(f"Đã giao máy {station} in lại “{row.title}”.")
            self.table.setFocus()
            self.read()

        self.button.set_busy("Đang giao…")
        self.host.do(plan, done, self._not_done)

    def _settle(self, row: PrintRow) -> None:
        def plan() -> Any:
            from kiosk.ui.admin.prints import work

            return work.settling(row.job)

        def done(_: object) -> None:
            self.host.notify(f"Đã ghi “{row.title}” là in xong.")
            self.read()

        self.host.do(plan, done)

    def _not_done(self, error: BaseException) -> None:
        self.button.set_busy("")
        self._failed(error)

    def _see(self, seen: tuple[PrintSeen, ...]) -> None:
        self._looking = False
        self._seen = seen
        self._paint()
        if self._again:
            self._again = False
            self.read()

    def _failed(self, error: BaseException) -> None:
        self._looking = self._again = False
        if not isinstance(error, Refused):
            raise error
        self.host.refuse(error)

    def _paint(self) -> None:
        self.filters.set_options(count_prints(self._seen))
        self._keep_tab_order()
        wanted = self.filters.current or "open"
        self.table.set_empty(EMPTY[wanted])
        self.table.set_rows(derive_prints(self._seen, wanted, sentence))
        self._tell()

    def _keep_tab_order(self) -> None:
        # Filters with other counts are other widgets: they would come last.
        stops = (*self.filters.segments, self.table, self.reason.edit, self.where, self.button)
        for one, following in itertools.pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _tell(self) -> None:
        row = self.table.current
        self.why.setText((row.why or " ") if row is not None else "Chọn một tờ để in lại.")
        self.button.setEnabled(row is not None and not row.shut)
        self.button.set_reason(row.shut if row is not None else "")
        if row is None:
            self.button.setEnabled(False)
        stations = (row.station, *row.others) if row is not None else ()
        known = tuple(self.where.itemData(at) for at in range(self.where.count()))
        if known != stations:
            self.where.clear()
            for station in stations:
                self.where.addItem(f"Ở máy {station}", station)
            self.where.updateGeometry()
        self.where.setEnabled(len(stations) > 1)
        self.where.setVisible(bool(stations))
        self.host.keys_changed()
