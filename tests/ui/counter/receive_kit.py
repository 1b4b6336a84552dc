"""A reception page at counter 1, in its frame, on a real store, driven as a person would."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.procedure import Case, Channel, ChannelKind, Paper, PaperKind, Procedure
from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.receiving import DossierReceived
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder
from kiosk.settings import Settings
from kiosk.station import Station
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.counter.receive.page import ReceivePage
from kiosk.ui.frames.desk import DeskFrame, DeskProps, RailItem
from kiosk.ui.jobs import ManualJobs
from kiosk.ui.workplace import Workplace
from tests.fixtures.store import SteppingClock

CARD = (
    "001203004567|012345678|Nguyễn Văn An|05032003|Nam|"
    "Số 12, đường Hoa Sen, tổ 4, phường An Bình|01012021"
)
DESK = QSize(1440, 900)
PROPS = DeskProps(
    office="Trung tâm Phục vụ hành chính công phường Thử Nghiệm",
    counter="Quầy 1 · Hộ tịch",
    officer="Lê Minh Mẫu",
    rail=(RailItem("counter", "Quầy", "volume"), RailItem("receive", "Tiếp nhận", "plus")),
    current="receive",
)
SINGLE, BUILDING, NO_LIMIT = "1.004873", "1.013225", "1.004859"
AT_ONCE = "2.000815"


def _direct(limit: str = "", fee: str = "", amount: int | None = None) -> Channel:
    return Channel(ChannelKind.DIRECT, parse_limit(limit) if limit else None, "", fee, amount)


PROCEDURES = (
    Procedure(
        code=SINGLE,
        name="Cấp Giấy xác nhận tình trạng hôn nhân",
        field_prefix="HT",
        offered=True,
        category="Hộ tịch",
        channels=(
            _direct("3wd"),
            Channel(ChannelKind.ONLINE, parse_limit("2wd"), "", "7.000 đồng", 7_000),
        ),
        fee_text="15.000 đồng",
        fee_amount=15_000,
        papers=(
            Paper("Tờ khai cấp Giấy xác nhận", originals=1, required=True),
            Paper("Trích lục ghi chú ly hôn", copies=1, required=True),
            Paper("Căn cước của người yêu cầu", kind=PaperKind.PRESENT, required=True),
            Paper("Bản vẽ và bản sao của nó", originals=1, copies=2),
            Paper("Giấy tờ lập ở nước ngoài phải dịch", kind=PaperKind.NOTE),
        ),
    ),
    Procedure(
        code=BUILDING,
        name="Cấp giấy phép xây dựng mới",
        field_prefix="XD",
        offered=True,
        category="Hoạt động xây dựng",
        channels=(_direct(),),
        cases=(
            Case("1", "Nhà ở riêng lẻ", parse_limit("15d")),
            Case("2", "Công trình", parse_limit("20d")),
        ),
        papers=(
            Paper("Đơn đề nghị", originals=1),
            Paper("Báo cáo thẩm tra", originals=1, case="2"),
        ),
    ),
    Procedure(
        code=NO_LIMIT,
        name="Thay đổi, cải chính hộ tịch",
        field_prefix="HT",
        offered=True,
        category="Hộ tịch",
        channels=(_direct(),),
    ),
    Procedure(
        code=AT_ONCE,
        name="Chứng thực bản sao",
        field_prefix="CT",
        offered=True,
        category="Chứng thực",
        channels=(_direct("0wd"),),
    ),
    Procedure(code="2.000806", name="Kết hôn có yếu tố nước ngoài", category="Hộ tịch"),
)


def offer_procedures(store: Store) -> None:
    """Offer :data:`PROCEDURES` in the small office."""
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, PROCEDURES, office_now(unit))


@dataclass
class Hand:
    """Types, and tells the page when each key was pressed."""

    at_ms: float = 1_000.0
    pace_ms: float = 120.0

    def ticks(self, _event: QKeyEvent) -> float | None:
        self.at_ms += self.pace_ms
        return self.at_ms


def _type_letter(widget: QWidget, letter: str) -> None:
    """Press and release the key of a letter; QTest's own knows no Vietnamese ones."""
    key = ord(letter.upper()) if letter.isascii() else 0
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(widget, event)


class _Paperless:
    """A printer that keeps nothing."""

    name, repeatable = "none", True

    def send(self, job: PrintJob, pdf: bytes) -> None:
        """Take the paper."""


class AtReception:
    """The page, the person before it, and the lanes behind it."""

    def __init__(
        self, store: Store, clock: SteppingClock, folder: Path, size: QSize = DESK
    ) -> None:
        self.store, self.clock, self.folder = store, clock, folder
        self.jobs = ManualJobs()
        self.station = Station(StationFolder(folder), Settings(name="QUAY1"), store)
        self.workplace = Workplace(
            lambda: self.station, self.jobs, lambda _station, _kind: _Paperless()
        )
        self.workplace.station = self.station
        self.facts: list[DossierReceived] = []
        self.scans: list[str] = []
        self.left = 0
        self.frame = DeskFrame(PROPS, clock, size)
        self.hand = Hand()
        self.page = self.open()

    def open(self) -> ReceivePage:
        """A new page in the frame, as after a start of the program."""
        page = ReceivePage(
            self.frame.look, self.workplace, 1, self.clock, self.folder / "drafts", self.hand.ticks
        )
        page.set_officer("CV01", "Lê Minh Mẫu")
        page.received.connect(self.facts.append)
        page.scanned.connect(self.scans.append)
        page.left.connect(self._on_left)
        self.frame.show_page(page)
        self.frame.show()
        self.frame.activateWindow()
        self.page = page
        self.settle()
        return page

    def close(self) -> None:
        """Put everything away."""
        self.jobs.close()
        self.page.pause.stop()
        self.frame.close()
        self.frame.deleteLater()

    def settle(self) -> None:
        """Let the lanes and the window come to rest."""
        for _ in range(3):
            QCoreApplication.processEvents()
            self.jobs.run_all()

    def pause(self) -> None:
        """The person stops typing."""
        if self.page.pause.isActive():
            self.page.on_pause()
        self.settle()

    @property
    def focused(self) -> QWidget:
        """What holds the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            _type_letter(self.focused, letter)
        self.settle()

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifier)
        self.settle()

    def enter(self, *texts: str) -> None:
        """Type these texts, with Enter after each."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)

    def scan(self, text: str) -> None:
        """Scan a code: it is typed faster than anybody can."""
        self.hand.pace_ms = 4.0
        self.hand.at_ms += 1_000
        for letter in text:
            _type_letter(self.focused, letter)
        QTest.keyClick(self.focused, Qt.Key.Key_Return)
        self.hand.pace_ms = 120.0
        self.hand.at_ms += 1_000
        self.settle()

    def field(self, where: str) -> str:
        """What stands in a field."""
        return self.page.body.person.fields[where].text()

    def go(self, where: str) -> None:
        """Put the focus into a place."""
        self.page.body.place(where).setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.processEvents()

    def tick_all(self) -> None:
        """Tick every paper."""
        for row in self.page.body.papers.rows:
            if row.tick is not None:
                row.tick.setChecked(True)
        self.settle()

    def choose(self, code: str) -> None:
        """Choose a procedure by its code."""
        self.go("procedure")
        self.enter(code)

    def fill_in(self, code: str = SINGLE) -> None:
        """A whole reception, up to F9."""
        self.choose(code)
        self.go("applicant.name")
        self.enter("Nguyễn Văn An", "001203004567")
        self.tick_all()
        self.pause()

    def _on_left(self) -> None:
        self.left += 1
