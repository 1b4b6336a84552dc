"""Papers of this station that did not come out: the reason, and printing them again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kiosk.ui.counter.reply import ReplyLine
from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.theme.look import Look
from kiosk.ui.words import day_and_time

if TYPE_CHECKING:
    from kiosk.refusal import Refused
    from kiosk.storage.print_jobs import PrintJob

NONE_LEFT = "Mọi giấy tờ của máy này đã in xong."


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that did not come out, or of which nobody knows."""

    job: str
    title: str
    owed: str
    state: Pill
    why: str


def derive_papers(seen: Seen | None, sentence: "Callable[[Refused], str]") -> tuple[PaperRow, ...]:
    """The papers to look after, the newest first."""
    if seen is None:
        return ()
    return tuple(_row(job, sentence) for job in seen.unprinted)


def _row(job: "PrintJob", sentence: "Callable[[Refused], str]") -> PaperRow:
    unknown = job.state == "unknown"
    state = Pill("Không rõ", "help", "warn") if unknown else Pill("Chưa in được", "alert", "err")
    why = sentence(job.refusal) if job.refusal is not None else ""
    return PaperRow(job.id, job.title, day_and_time(job.owed_at), state, why)


def papers_strip(papers: tuple[PaperRow, ...]) -> str:
    """The amber line for them; empty when all is printed."""
    if not papers:
        return ""
    more = f" và {len(papers) - 1} giấy khác" if len(papers) > 1 else ""
    return f"Chưa in được: {papers[0].title}{more}. Bấm Ctrl R để xem lý do và in lại."


class UnprintedPage(Box):
    """``again`` carries the id of the job to be printed once more."""

    again = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 16, (16, 16, 16, 16), self)
        self.reply = column.add(ReplyLine(look))
        card = column.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 1), card)
        top = inside.nest(Column(look, 0, (20, 0, 20, 12)))
        top.add(Label(look, "Giấy chưa in được", "h1"))
        words = "Hồ sơ và số thứ tự đã ghi vẫn còn nguyên; chỉ tờ giấy chưa ra."
        top.add(Label(look, words, "body", "ink_2"))
        self.table: Table[PaperRow] = Table(
            look,
            "Giấy chưa in được",
            (
                TableColumn("Giấy tờ", lambda row: row.title, 320, bold=True),
                TableColumn("Lúc", lambda row: row.owed, 120),
                TableColumn("Tình trạng", lambda row: row.state.text, 170, pill=lambda r: r.state),
                TableColumn("Lý do", lambda row: row.why),
            ),
            key=lambda row: row.job,
            empty=NONE_LEFT,
        )
        inside.add(self.table, 1)
        inside.add(Rule(look))
        foot = inside.nest(Row(look, 20, (20, 16, 20, 16)))
        self.why = foot.add(Label(look, "", "input"), 1)
        self.button = foot.add(DeskButton(look, "In lại", "printer", "F9", "primary", "big"))
        self.button.clicked.connect(self.submit)
        self.table.opened.connect(lambda _: self.submit())
        self.table.picked.connect(lambda _: self._tell())

    def set_papers(self, papers: tuple[PaperRow, ...]) -> None:
        """Show these papers."""
        self.table.set_rows(papers)
        self._tell()

    def submit(self) -> None:
        """Have the chosen paper printed again."""
        row = self.table.current
        if row is not None and not self.button.busy:
            self.again.emit(row.job)

    def _tell(self) -> None:
        row = self.table.current
        self.why.setText(row.why if row else NONE_LEFT)
        self.button.setEnabled(row is not None)
