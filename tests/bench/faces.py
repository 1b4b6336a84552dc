"""How a face feels and lasts: pages, gaps between frames, memory, a long day of touches.

Windows run offscreen with the real lanes on a real store, in this process where frames are
watched and in processes of their own where memory is weighed.
"""

import gc
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import TIME_VARIABLE, MovedClock, parse_moment
from kiosk.demo import found_sample
from kiosk.paths import StationFolder
from kiosk.settings import Settings
from kiosk.station import Station
from kiosk.storage.opening import open_store

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.ui.citizen.window import CitizenWindow
    from kiosk.ui.workplace import Workplace

NOW = "2026-11-23T09:24+07:00"
RECORDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "national_portal"
PAGE_BAR_MS, KEY_BAR_MS, GAP_BAR_MS, MEMORY_BAR_MB, GROWTH_BAR_MB = 50.0, 16.0, 50.0, 200.0, 8.0
PHRASES = ("dang ky khai sinh", "ket hon", "so do", "giay phep xay dung", "ho kinh doanh")
ROUNDS, SLIPS = 15, 40
VISITS, WARM_VISITS = 480, 60
"""Eight hours of a visit a minute, after a first hour of them."""


def bench_page_change(folder: Path) -> Iterator[dict[str, object]]:
    """From a touch to the first frame of the next page, beside the swap of two bare pages."""
    from PySide6.QtWidgets import QLabel, QWidget

    with _kiosk(folder) as (window, _):
        times: list[float] = []
        for _round in range(ROUNDS + 1):
            times.append(_until_painted(window, lambda: _press(window, "Lấy số thứ tự")))
            window.settle()
            times.append(_until_painted(window, lambda: _press(window, "Hộ tịch")))
            times.append(_until_painted(window, window.go_home))
        bare = QWidget()
        bare.resize(window.size())
        pages = [QLabel("một", bare), QLabel("hai", bare)]
        for page in pages:
            page.resize(bare.size())
        bare.show()

        def swap() -> None:
            pages[0].setVisible(not pages[0].isVisible())
            pages[1].setVisible(not pages[0].isVisible())

        plain = [_until_painted(bare, swap) for _round in range(3 * ROUNDS)]
        bare.deleteLater()
    # The first round imports pages; a kiosk does that before anybody touches it.
    median, base = statistics.median(times[3:]), statistics.median(plain)
    yield _result("kiosk page change -> first frame", median, "ms", PAGE_BAR_MS, (
        f"slowest {max(times[3:]):.0f} ms of {len(times) - 3}; bare swap {base:.1f} ms, "
        f"{median / base:.1f} x"
    ))  # fmt: skip


def bench_gaps_while_slips_render(folder: Path) -> Iterator[dict[str, object]]:
    """The longest time between two turns of the event loop while papers are drawn in their lane."""
    from kiosk.queue.taking import TakeNumber, take_number

    with _kiosk(folder) as (_, workplace):
        station = workplace.station
        assert station is not None
        for _slip in range(SLIPS):
            station.store.do(take_number, TakeNumber("HT"), station.actor())
        gaps = _gaps_while(workplace, workplace.print_owed)
    yield _result("frame gap while slips render", max(gaps), "ms", GAP_BAR_MS, _spread(gaps))


def bench_gaps_while_importing(folder: Path) -> Iterator[dict[str, object]]:
    """The same while the whole national catalogue is read and written in the store's lane."""
    if not RECORDS.is_dir():
        yield _result("frame gap while importing", None, "ms", GAP_BAR_MS, "no records here")
        return
    from kiosk.catalogue.importing import import_catalogue

    with _kiosk(folder) as (_, workplace):
        station = workplace.station
        assert station is not None

        def read_all() -> None:
            workplace.jobs.run(
                "store",
                lambda: import_catalogue(station.store, [RECORDS], station.actor("LD01")),
                lambda _done: None,
            )

        gaps = _gaps_while(workplace, read_all)
    yield _result("frame gap while importing", max(gaps), "ms", GAP_BAR_MS, _spread(gaps))


def bench_key_to_results(folder: Path) -> Iterator[dict[str, object]]:
    """From a key to the list repainted, with the whole national catalogue on offer.

    The pause of 150 ms after the last key is the design's and is not counted.
    """
    name = "kiosk key -> results repainted"
    if not RECORDS.is_dir():
        yield _result(name, None, "ms", KEY_BAR_MS, "no records here")
        return
    from PySide6.QtCore import QCoreApplication

    from kiosk.catalogue.importing import import_catalogue
    from kiosk.catalogue.offering import OfferProcedures, offer_procedures
    from kiosk.ui.citizen.procedures.list_page import ListPage

    with _kiosk(folder) as (window, workplace):
        station = workplace.station
        assert station is not None
        import_catalogue(station.store, [RECORDS], station.actor("LD01"))
        codes = _known_codes(station)
        for start in range(0, len(codes), 500):
            wish = OfferProcedures(tuple(codes[start : start + 500]), "HT", True)
            station.store.do(offer_procedures, wish, station.actor("LD01"))
        window.hosting.open("procedures")
        _rest(workplace)
        times = []
        for phrase in PHRASES:
            page = window.page
            assert isinstance(page, ListPage)
            for end in range(1, len(phrase) + 1):
                started = time.perf_counter()
                page.search.setText(phrase[:end])
                page.typed.emit(phrase[:end])
                window.settle()
                _rest(workplace)
                QCoreApplication.processEvents()
                times.append((time.perf_counter() - started) * 1000)
    median = statistics.median(times)
    slow = sorted(times)[int(len(times) * 0.95)]
    beside = f"95 of 100 under {slow:.0f} ms, {len(times)} keys, {len(codes)} procedures on offer"
    yield _result(name, median, "ms", KEY_BAR_MS, beside)


def _known_codes(station: Station) -> list[str]:
    from sqlalchemy import select

    from kiosk.storage.schema import procedure

    with station.store.read() as unit:
        return list(unit.conn.execute(select(procedure.c.code)).scalars())


def bench_memory(folder: Path) -> Iterator[dict[str, object]]:
    """What each face weighs once its window can be used."""
    home = _office(folder)
    for face in (("citizen",), ("counter", "1"), ("lobby",), ("admin",)):
        child = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *face, "--window", "--home", str(home.root)],
            env=dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", TIME_VARIABLE: NOW},
        )
        try:
            weight = _settled_weight(child)
        finally:
            child.send_signal(signal.SIGTERM)
            child.wait(30)
        yield _result(
            f"memory of {' '.join(face)}", weight, "MB resident", MEMORY_BAR_MB, "", digits=0
        )


def bench_long_day(folder: Path) -> Iterator[dict[str, object]]:
    """Eight hours of people at one kiosk; what has grown since the first hour."""
    from PySide6.QtWidgets import QApplication

    with _kiosk(folder) as (window, workplace):
        weights: list[float] = []
        widgets: list[int] = []
        for visit in range(WARM_VISITS + VISITS):
            if visit >= WARM_VISITS and (visit - WARM_VISITS) % (VISITS // 8) == 0:
                weights.append(_weight(os.getpid()))
                widgets.append(len(QApplication.allWidgets()))
            _visit(window, visit)
            if visit % 40 == 0:
                _rest(workplace)
        _rest(workplace)
        weights.append(_weight(os.getpid()))
        widgets.append(len(QApplication.allWidgets()))
    grown = weights[-1] - weights[0]
    yield _result("a kiosk's growth over eight hours of visits", grown, "MB", GROWTH_BAR_MB, (
        f"{weights[0]:.0f} -> {weights[-1]:.0f} MB, widgets {widgets[0]} -> {widgets[-1]}, "
        f"{VISITS} visits after {WARM_VISITS}"
    ))  # fmt: skip


def _visit(window: "CitizenWindow", visit: int) -> None:
    """One person: looks at fields, perhaps in large text, perhaps takes a number, leaves."""
    _press(window, "Lấy số thứ tự")
    if visit % 5 == 0:
        _press(window, "Chữ lớn")
    if visit % 7 == 0:
        _press(window, "Tương phản")
    _press(window, ("Hộ tịch", "Chứng thực", "Đất đai")[visit % 3])
    if visit % 4 == 0:
        _press(window, "English")
    window.go_home()


def _rest(workplace: "Workplace") -> None:
    """Until the lanes have nothing to do, and what was left is gone."""
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

    # The loop waits as the program does; one that asked again and again would hinder the lane.
    loop = QEventLoop()
    workplace.jobs.run("store", lambda: None, lambda _: loop.quit())
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _kiosk(folder: Path) -> "Iterator[tuple[CitizenWindow, Workplace]]":
    """A citizen window at work with the real lanes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kiosk.app import collect_from_now, printer_for
    from kiosk.ui.citizen.window import CitizenWindow
    from kiosk.ui.jobs import Jobs
    from kiosk.ui.workplace import Workplace

    home = _office(folder)
    application = QApplication.instance() or QApplication(["bench"])
    clock = MovedClock(parse_moment(NOW))
    jobs = Jobs()

    def opened() -> Station:
        return Station(home, Settings(name="KIOSK1"), open_store(home.store, clock))

    workplace = Workplace(opened, jobs, printer_for)
    window = CitizenWindow(workplace, clock)
    window.show()
    workplace.start()
    try:
        while workplace.station is None:
            application.processEvents()
        _rest(workplace)
        # Two seconds after its start a kiosk loads the pages behind the first: not what is measured.
        workplace.chores.stop()
        window.get_ready()
        collect_from_now()
        _paint(window)
        yield window, workplace
    finally:
        gc.unfreeze()
        window.close()
        jobs.close()
        workplace.close()
        window.deleteLater()
        application.processEvents()


def _paint(window: "QWidget") -> None:
    """All that has been asked for is painted: what follows starts from a window at rest."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    window.repaint()
    QCoreApplication.processEvents()


def _office(folder: Path) -> StationFolder:
    home = StationFolder(folder / "office")
    clock = MovedClock(parse_moment(NOW))
    found_sample(home, clock, lambda _: None, days=2)
    return home


def _press(window: "CitizenWindow", words: str) -> None:
    """Touch what says ``words``."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton

    QCoreApplication.processEvents()
    window.settle()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and words in f"{button.accessibleName()} {button.text()}":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"nothing says {words}")


def _until_painted(window: "QWidget", act: Callable[[], None]) -> float:
    """Milliseconds from an act until the window is painted."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.processEvents()
    started = time.perf_counter()
    act()
    window.repaint()
    return (time.perf_counter() - started) * 1000


def _gaps_while(workplace: "Workplace", begin: Callable[[], None]) -> list[float]:
    """The times between turns of the event loop, in ms, until both lanes have done their work."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    begin()
    done: list[str] = []
    for lane in ("store", "devices"):
        workplace.jobs.run(lane, lambda: None, lambda _, lane=lane: done.append(lane))  # type: ignore[misc]
    ticker = QTimer()
    ticker.setInterval(4)
    ticker.start()
    gaps: list[float] = []
    before = time.perf_counter()
    while len(done) < 2:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        now = time.perf_counter()
        gaps.append((now - before) * 1000)
        before = now
    ticker.stop()
    return gaps


def _settled_weight(child: "subprocess.Popen[bytes]") -> float:
    """The resident memory of a process once it has stopped growing for two seconds.

    Raises :class:`AssertionError` when it ends by itself.
    """
    weights: list[float] = []
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        try:
            code = child.wait(0.5)
        except subprocess.TimeoutExpired:
            weights.append(_weight(child.pid))
        else:
            raise AssertionError(f"the face ended with {code}")
        if len(weights) > 8 and max(weights[-4:]) - min(weights[-4:]) < 0.5:
            break
    return weights[-1]


def _weight(pid: int) -> float:
    """Resident memory in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _spread(gaps: list[float]) -> str:
    ordered = sorted(gaps)
    return f"99 of 100 under {ordered[int(len(ordered) * 0.99)]:.0f} ms, {len(gaps)} turns"


def _result(
    name: str, value: float | None, unit: str, bar: float, beside: str, *, digits: int = 1
) -> dict[str, object]:
    return {
        "name": name,
        "value": None if value is None else round(value, digits),
        "unit": unit,
        "bar": f"<= {bar:.0f}",
        "ok": None if value is None else value <= bar,
        "beside": beside,
    }
