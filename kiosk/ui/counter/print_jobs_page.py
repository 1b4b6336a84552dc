"""This station's papers of today: how each stands, printing it again, here or elsewhere."""

from PySide6.QtCore import Signal

from kiosk.ui.counter.print_jobs_props import NONE_YET, JobRow
from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.choice import ChoiceBox
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look

AGAIN, FIRST = "In lại", "In lại, ghi “bản in lại”"
_ELSEWHERE = "In ở máy khác"
_NO_OTHER = "Hôm nay chưa thấy máy nào khác in"


class PrintJobsPage(Box):
    """``again`` carries the id of a job; ``elsewhere`` a job and the station that shall print it."""

    again = Signal(str)
    elsewhere = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 16, (16, 16, 16, 16), self)
        self.reply = column.add(ReplyLine(look))
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 0, (20, 0, 20, 12)))
        top.add(Label(look, "Giấy in của máy này hôm nay", "h1"))
        words = "Hồ sơ và số thứ tự đã ghi vẫn còn nguyên, dù tờ giấy đã ra hay chưa."
        top.add(Label(look, words, "body", "ink_2"))
        self.table: Table[JobRow] = Table(
            look,
            "Giấy in của máy này hôm nay",
            (
                TableColumn("Giấy tờ", lambda row: row.title, bold=True, end=True),
                TableColumn("Lúc", lambda row: row.owed, 120),
                TableColumn("Tình trạng", lambda row: row.state.text, 170, pill=lambda r: r.state),
                TableColumn("Ghi chú", lambda row: row.why, 280),
            ),
            key=lambda row: row.job,
            empty=NONE_YET,
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 16, (20, 16, 20, 16)))
        self.why = foot.add(Label(look, "", "input"), 1)
        self.others = foot.add(ChoiceBox(look, "Máy khác"))
        self.other = foot.add(DeskButton(look, _ELSEWHERE, "monitor", size="action"))
        self.button = foot.add(DeskButton(look, AGAIN, "printer", "F9", "primary", "main"))
        self.button.clicked.connect(self.submit)
        self.other.clicked.connect(self.send_elsewhere)
        self.table.opened.connect(lambda _: self.submit())
        self.table.picked.connect(lambda _: self._tell())

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that the page hears."""
        row = self.table.current
        return (("F9", "In lại"),) if row is not None and not row.shut else ()

    def why_not(self) -> str:
        """Why the chosen paper is not printed again now."""
        row = self.table.current
        return row.shut if row is not None else NONE_YET

    def begin(self) -> None:
        """Somebody comes to the page: the newest paper that did not come out is chosen.

        What was chosen at an earlier visit is forgotten: F9 must not put out the slip of somebody
        else.
        """
        rows = self.table.rows_model.rows
        first = next((row for row in rows if row.lost), rows[0] if rows else None)
        if first is not None:
            self.table.choose(first.job)
        self._tell()

    def set_rows(self, rows: tuple[JobRow, ...]) -> None:
        """Show these papers; the chosen one stays chosen wherever it stands now."""
        fresh = not self.table.rows_model.rows
        self.table.set_rows(rows)
        if fresh:
            self.begin()
        self._tell()

    def submit(self) -> None:
        """F9: have the chosen paper printed again."""
        row = self.table.current
        if row is not None and not row.shut and not self.button.busy:
            self.again.emit(row.job)

    def send_elsewhere(self) -> None:
        """Have another station print the chosen paper."""
        row = self.table.current
        if row is not None and row.others and not row.shut:
            self.elsewhere.emit(row.job, self.others.current or row.others[0])

    def _tell(self) -> None:
        row = self.table.current
        say(self.why, row.why if row else NONE_YET)
        shut = row.shut if row else ""
        self.button.set_reason(shut)
        self.button.setEnabled(row is not None and not shut)
        self.button.set_text(AGAIN if row is None or row.lost else FIRST)
        others = row.others if row else ()
        keep = self.others.current
        known = tuple(self.others.itemData(at) for at in range(self.others.count()))
        if known != others:
            self.others.clear()
            for station in others:
                self.others.addItem(f"Máy {station}", station)
            self.others.choose(keep)
        self.others.setVisible(len(others) > 1)
        self.other.set_text(f"In ở máy {others[0]}" if len(others) == 1 else _ELSEWHERE)
        self.other.set_reason("" if others else _NO_OTHER)
        self.other.setEnabled(bool(others) and not shut)
