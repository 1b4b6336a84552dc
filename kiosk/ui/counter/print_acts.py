"""Having papers printed again, here or elsewhere, and asking about a slip that did not come out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.print_jobs_page import PrintJobsPage
from kiosk.ui.counter.print_jobs_props import PaperSeen, derive_jobs
from kiosk.ui.counter.seen import Seen
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.receiving import DossierReceived
    from kiosk.dossiers.turning_away import TurnedAway
    from kiosk.storage.commands import UseCase
    from kiosk.storage.print_jobs import OwedAgain, PrintAgain, PrintElsewhere

NOT_PRINTED, UNSURE = "Chưa in được giấy hẹn", "Không rõ giấy hẹn đã ra chưa"
LETTER_NOT_PRINTED, LETTER_UNSURE = "Chưa in được phiếu", "Không rõ phiếu đã ra chưa"


@dataclass(frozen=True, slots=True)
class _Awaited:
    """A paper that is waited for: of a dossier with that code, or a letter with that number."""

    code: str
    letter: str = ""

    @property
    def titles(self) -> tuple[str, str]:
        """What is asked where it did not come out, and where nobody knows."""
        return (LETTER_NOT_PRINTED, LETTER_UNSURE) if self.letter else (NOT_PRINTED, UNSURE)

    @property
    def kept(self) -> str:
        """What holds all the same."""
        if self.letter:
            return f"Phiếu số **{self.letter}** đã ghi, vẫn còn nguyên."
        return f"Hồ sơ **{self.code}** đã tiếp nhận, vẫn còn nguyên."


class PrintActs(QObject):
    """The counter's acts upon papers, and the page that shows them.

    ``lost`` carries the code of a dossier, just received, whose slip did not come out.
    """

    lost = Signal(str)

    def __init__(self, host: Host, asking: Asking, page: PrintJobsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._asking, self._page = host, asking, page
        page.again.connect(self.again)
        page.elsewhere.connect(self.elsewhere)
        self._awaited: dict[str, _Awaited] = {}

    def again(self, job: str) -> None:
        """A paper once more."""

        def plan() -> "tuple[UseCase[PrintAgain, OwedAgain], PrintAgain]":
            from kiosk.ui.counter import work

            return work.printing_again(job)

        def told(_: "OwedAgain") -> None:
            self._host.notify("Đang in lại.")

        self._asking.act(f"print:{job}", plan, told, self._host.refuse)

    def elsewhere(self, job: str, station: str) -> None:
        """A paper once more, by another station."""

        def plan() -> "tuple[UseCase[PrintElsewhere, OwedAgain], PrintElsewhere]":
            from kiosk.ui.counter import work

            return work.printing_elsewhere(job, station)

        def told(_: "OwedAgain") -> None:
            self._host.notify(f"Đã chuyển sang máy {station} để in.")

        self._asking.act(f"print:{job}:{station}", plan, told, self._host.refuse)

    def await_slip(self, fact: "DossierReceived") -> None:
        """A dossier was just received: should its slip not come out, it is asked at once."""
        self._awaited |= dict.fromkeys(fact.print_jobs, _Awaited(fact.code))

    def await_letter(self, fact: "TurnedAway") -> None:
        """A letter was just written: the same."""
        self._awaited |= dict.fromkeys(fact.print_jobs, _Awaited("", fact.number))

    def forget(self) -> None:
        """Nobody sits here any more who could be asked."""
        self._awaited = {}

    def see(self, seen: Seen) -> None:
        """Show how the papers stand, and ask where the slip that is waited for did not come out."""
        self._page.set_rows(derive_jobs(seen.papers, seen.station, sentence))
        for paper in seen.papers:
            awaited = self._awaited.get(paper.job.id)
            if awaited is None or paper.job.state in ("owed", "sending"):
                continue
            del self._awaited[paper.job.id]
            if paper.job.state != "printed":
                if awaited.code:
                    self.lost.emit(awaited.code)
                self._ask(awaited, paper, seen.station)

    def _ask(self, awaited: _Awaited, paper: PaperSeen, station: str) -> None:
        job = paper.job
        why = sentence(job.refusal) if job.refusal is not None else ""
        others = [other for other in paper.others if other != station]
        title = awaited.titles[job.state == "unknown"]
        text = f"{awaited.kept} {why}"
        other = f"In ở máy {others[0]}" if others else ""
        sheet = self._host.ask(Question(title, text, "Để sau", "In lại", other=other))
        sheet.answered.connect(lambda wanted: self.again(job.id) if wanted else None)
        if others:
            sheet.other_answered.connect(lambda: self.elsewhere(job.id, others[0]))
