"""A day of the sample office through the real windows, by hand: nothing here knows a shortcut.

Every step is a click on what is shown or a key that is pressed; the store and the spool are the
real ones. It is what ``kiosk demo --headless`` shows, and a smoke test of the whole program.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.counter.receive.papers_card import PaperLine
from kiosk.ui.counter.window import CounterWindow
from kiosk.ui.jobs import ManualJobs
from kiosk.ui.lobby.window import LobbyWindow
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.parts.toast import Toast
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.printing.doors import Printer
    from kiosk.station import Station

PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)
DESK = QSize(1366, 768)
CARD = "001203004567|012345678|Nguyễn Văn Mẫu|05032003|Nam|Số 12, đường Hoa Sen, tổ 4, phường An Bình|15082021"
PIN = "246801"


@dataclass
class DayClock:
    """A clock that the day moves on."""

    at: datetime

    def now(self) -> datetime:
        return self.at


class NotThereError(Exception):
    """Something that a person would press is not on the screen."""


class Hand:
    """A person at a window: sees what is shown, clicks it, types."""

    def __init__(self, window: QWidget, breathe: Callable[[], None]) -> None:
        self.window = window
        self._breathe = breathe

    def press(self, words: str) -> None:
        """Click what says ``words``. Raises :class:`NotThereError`."""
        self._turn_to()
        for button in self.window.findChildren(QAbstractButton):
            said = f"{button.accessibleName()} {button.text()}"
            if button.isVisible() and button.isEnabled() and words in said:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                self._breathe()
                return
        raise NotThereError(f"{self.window.windowTitle()}: {words}")

    def answer(self, words: str) -> None:
        """Answer the question that covers the window. Raises :class:`NotThereError`."""
        for sheet in self.window.findChildren(Sheet):
            for button in sheet.findChildren(QAbstractButton):
                if button.isVisible() and words in f"{button.accessibleName()} {button.text()}":
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                    self._breathe()
                    return
        raise NotThereError(f"{self.window.windowTitle()}: {words}?")

    def tick(self, *papers: str) -> None:
        """Tick the papers that lie on the desk."""
        for line in self.window.findChildren(PaperLine):
            named = any(paper in line.accessibleName() for paper in papers)
            if named and line.isVisible() and not line.isChecked():
                QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        self._breathe()

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(self._focus(), key, modifier)
        self._breathe()

    def type(self, text: str) -> None:
        """Type a text as a keyboard does."""
        for letter in text:
            self._letter(letter)
        self._breathe()

    def scan(self, text: str) -> None:
        """Hold a code before the scanner, which types it and Enter."""
        for letter in text:
            self._letter(letter)
        self.key(Qt.Key.Key_Return)

    def _letter(self, letter: str) -> None:
        if letter.isascii():
            QTest.keyClicks(self._focus(), letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._focus(), event)

    def _focus(self) -> QWidget:
        self._turn_to()
        focus: QWidget | None = self.window.focusWidget()
        return self.window if focus is None else focus

    def _turn_to(self) -> None:
        """Look at this window; a person is slower than a notice or the rest of a new page."""
        if isinstance(self.window, CitizenWindow):
            self.window.settle()
        for toast in self.window.findChildren(Toast):
            toast.hide()
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            QCoreApplication.processEvents()


class SampleDay:
    """The three windows of one store, and what is kept of them in ``out``."""

    def __init__(
        self,
        open_station: "Callable[[], Station]",
        printer_for: "Callable[[Station, str], Printer]",
        clock: DayClock,
        out: Path,
        drafts: Path,
    ) -> None:
        self.out = out
        self.clock = clock
        self.steps: list[str] = []
        self._jobs = ManualJobs()
        self._places = [Workplace(open_station, self._jobs, printer_for) for _ in range(3)]
        self.citizen = CitizenWindow(self._places[0], clock, PORTRAIT)
        self.counter = CounterWindow(self._places[1], clock, 1, drafts)
        self.lobby = LobbyWindow(self._places[2], clock)
        self.person = Hand(self.citizen, self.breathe)
        self.officer = Hand(self.counter, self.breathe)
        self.counter.resize(DESK)
        self.lobby.resize(LANDSCAPE)
        for window in (self.citizen, self.counter, self.lobby):
            window.show()
        self.keep(self.citizen, "kiosk-opening")
        for place in self._places:
            place.start()
        self.breathe()

    def breathe(self) -> None:
        """Let everything that is under way come to rest."""
        for _ in range(100):
            QCoreApplication.processEvents()
            for place in self._places:
                place.look()
            QCoreApplication.processEvents()
            if not self._jobs.run_all():
                return
        raise RuntimeError("the windows do not come to rest")

    def seconds(self, count: int) -> None:
        """Let seconds pass on every window, and with them the rest after a key."""
        for _ in range(count):
            self.clock.at += timedelta(seconds=1)
            self.counter.queue.close()
            for window in (self.citizen, self.counter, self.lobby):
                window.ticked.emit()
            self.breathe()

    def move_to(self, moment: str) -> None:
        """Let the clock show another moment; the windows see it at their next second."""
        self.counter.queue.close()
        from kiosk.clock import parse_moment

        self.clock.at = parse_moment(moment)
        for window in (self.citizen, self.counter, self.lobby):
            window.ticked.emit()
            window.tell_time()
        self.breathe()

    def newest_code(self) -> str:
        """The code of the dossier received last, as its slip carries it."""
        from kiosk.dossiers.reading import list_dossiers

        station = self._places[1].station
        if station is None:
            raise NotThereError("the store is not open")
        with station.store.read() as unit:
            return max(line.code for line in list_dossiers(unit))

    def keep(self, window: QWidget, name: str) -> str:
        """Keep a picture of a window."""
        self.breathe()
        file = self.out / f"{len(self.steps) + 1:02d}-{name}.png"
        if not window.grab().save(str(file)):
            from kiosk.refusal import Refused

            raise Refused("file.unwritable", file=str(file), why="ảnh")
        self.steps.append(file.name)
        return file.name

    def close(self) -> None:
        """Close the windows and the store."""
        for window in (self.citizen, self.counter, self.lobby):
            window.close()
            window.deleteLater()
        for place in self._places:
            place.close()
            place.deleteLater()
        self._jobs.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def application() -> QApplication:
    """The application the windows live in."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["kiosk"])


def live_through(day: SampleDay) -> Iterator[str]:
    """The day, step by step; each line says what a person just did."""
    yield from _citizen_takes_a_number(day)
    yield from _officer_calls(day)
    yield from _officer_receives(day)
    yield from _result_is_returned(day)
    yield from _other_looks(day)


def _citizen_takes_a_number(day: SampleDay) -> Iterator[str]:
    day.keep(day.lobby, "lobby-rest")
    day.keep(day.citizen, "kiosk-home")
    day.person.press("Lấy số thứ tự")
    day.keep(day.citizen, "kiosk-choose-field")
    day.person.press("Hộ tịch")
    day.keep(day.citizen, "kiosk-field-chosen")
    day.person.press("Lấy số: Hộ tịch")
    day.keep(day.citizen, "kiosk-number-taken")
    yield "Người dân lấy số HT-001, phiếu đã in."
    day.person.press("Xong")
    for field in ("Hộ tịch", "Chứng thực", "Hộ tịch"):
        day.person.press("Lấy số thứ tự")
        day.person.press(field)
        day.person.press(f"Lấy số: {field}")
        day.person.press("Xong")
    yield "Ba người nữa lấy số."


def _officer_calls(day: SampleDay) -> Iterator[str]:
    day.keep(day.counter, "counter-sign-in")
    day.officer.type(PIN)
    day.officer.key(Qt.Key.Key_Return)
    day.keep(day.counter, "counter-main")
    yield "Cán bộ quầy 1 đăng nhập bằng mã PIN."
    day.officer.key(Qt.Key.Key_F2)
    day.keep(day.counter, "counter-called")
    day.keep(day.lobby, "lobby-call")
    yield "F2: gọi HT-001, màn hình sảnh hiện số."
    day.officer.key(Qt.Key.Key_F3)
    yield "F3: gọi lại."


def _officer_receives(day: SampleDay) -> Iterator[str]:
    day.officer.scan(CARD)
    day.keep(day.counter, "counter-receive-card")
    yield "Quét căn cước (số liệu minh họa): trang tiếp nhận mở ra, đã điền người nộp."
    day.officer.type("giay doc than")
    day.keep(day.counter, "counter-receive-search")
    day.officer.key(Qt.Key.Key_Return)
    day.officer.tick("Tờ khai", "Căn cước")
    day.keep(day.counter, "counter-receive-filled")
    day.counter.resize(LANDSCAPE)
    day.keep(day.counter, "counter-receive-preview")
    day.counter.resize(DESK)
    day.officer.key(Qt.Key.Key_F9)
    day.keep(day.counter, "counter-received")
    yield "F9: hồ sơ có mã, ngày hẹn trả có lý do, giấy hẹn Mẫu số 01 in hai bản."


def _result_is_returned(day: SampleDay) -> Iterator[str]:
    code = day.newest_code()
    day.move_to("2026-11-26T15:10+07:00")
    day.officer.scan(code.lower())
    day.keep(day.counter, "counter-dossier")
    yield f"Ba ngày sau, quét giấy hẹn {code}: hồ sơ mở ra."
    day.officer.key(Qt.Key.Key_F9)
    day.seconds(3)
    day.officer.key(Qt.Key.Key_F9)
    day.seconds(3)
    day.keep(day.counter, "counter-result-ready")
    yield "F9: chuyển giải quyết, rồi ghi nhận có kết quả."
    day.officer.key(Qt.Key.Key_F12)
    day.keep(day.counter, "counter-return-asked")
    day.officer.answer("Trả kết quả")
    day.keep(day.counter, "counter-returned")
    yield "F12: trả kết quả cho người nộp."


def _other_looks(day: SampleDay) -> Iterator[str]:
    day.citizen.resize(LANDSCAPE)
    day.keep(day.citizen, "kiosk-home-landscape")
    day.citizen.resize(PORTRAIT)
    day.person.press("English")
    day.person.press("Large text")
    day.person.press("Contrast")
    day.keep(day.citizen, "kiosk-home-english-large-contrast")
    day.citizen.go_home()
    day.move_to("2026-11-26T18:00+07:00")
    day.keep(day.citizen, "kiosk-closed")
    yield "Ngoài giờ: ki-ốt nói khi nào mở cửa lại."
