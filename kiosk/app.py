"""The only place that wires concrete things together; starting a face reads as a list of verbs."""

import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kiosk.paths import StationFolder
from kiosk.refusal import Refused

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.clock import Clock
    from kiosk.office.model import Counter
    from kiosk.printing.doors import Printer
    from kiosk.settings import Settings
    from kiosk.station import Station
    from kiosk.storage.units import ReadUnit
    from kiosk.ui.workplace import Workplace

Where = Literal["full", "window"] | tuple[int, int, int, int]
"""The whole screen, a window wherever the desktop puts it, or x, y, width and height."""

OPEN_AT_LATEST_MS = 2_000

MakeWindow = Callable[["Workplace", "Clock"], "QWidget"]


def citizen(folder: StationFolder, where: Where) -> int:
    """Run the kiosk of the citizens until its window closes; the exit code."""
    return _run(folder, "kiosk citizen", citizen_window, where)


def counter(folder: StationFolder, number: int, where: Where) -> int:
    """Run the screen of counter ``number`` until its window closes; the exit code.

    Raises :class:`Refused` ``counter.unknown``, as soon as the store is open.
    """
    unknown: list[Refused] = []

    def stop(refusal: Refused) -> None:
        from PySide6.QtWidgets import QApplication

        unknown.append(refusal)
        QApplication.quit()

    def counter_window(workplace: "Workplace", clock: "Clock") -> "QWidget":
        from kiosk.ui.counter.window import CounterWindow
        from kiosk.ui.presence import Heartbeat

        require_counter(workplace, number, stop)
        Heartbeat(workplace, clock, "counter", number)
        return CounterWindow(workplace, clock, number, folder.drafts)

    code = _run(folder, f"kiosk counter {number}", counter_window, where)
    if unknown:
        raise unknown[0]
    return code


def require_counter(
    workplace: "Workplace", number: int, unknown: Callable[[Refused], None]
) -> None:
    """Tell ``unknown`` once the store is open and there is no counter of that number."""

    def look(unit: "ReadUnit") -> "Counter":
        from kiosk.office.reading import office_now

        return office_now(unit).find_counter(number)

    def failed(error: BaseException) -> None:
        # Whatever else is wrong, the window itself meets and tells.
        if isinstance(error, Refused) and error.code == "counter.unknown":
            unknown(error)

    workplace.opened.connect(lambda _: workplace.read(look, lambda _: None, failed))


def lobby(folder: StationFolder, where: Where, counters: frozenset[int] | None = None) -> int:
    """Run the lobby's screen until its window closes; the exit code.

    ``counters``: only for these, instead of those in the station's settings.
    """
    return _run(folder, "kiosk lobby", partial(lobby_window, folder, counters), where)


def admin(folder: StationFolder, where: Where) -> int:
    """Run the manager's window until it closes; the exit code."""
    return _run(folder, "kiosk admin", admin_window, where)


def gallery(out: Path | None) -> int:
    """Show all parts and frames until the windows close, or leave their pictures in ``out``."""
    if out is None:
        require_screen()
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kiosk.ui import gallery as parts
    from kiosk.ui.theme.fonts import load_fonts

    application = QApplication.instance() or QApplication(["kiosk"])
    load_fonts()
    if out is not None:
        parts.leave_pictures(out)
        return 0
    windows = parts.open_gallery()
    code = int(application.exec())
    for window in windows:
        window.deleteLater()
    return code


def citizen_window(workplace: "Workplace", clock: "Clock") -> "QWidget":
    """The kiosk's window."""
    from kiosk.ui.citizen.window import CitizenWindow
    from kiosk.ui.presence import Heartbeat

    Heartbeat(workplace, clock, "citizen")
    return CitizenWindow(workplace, clock)


def lobby_window(
    folder: StationFolder,
    counters: frozenset[int] | None,
    workplace: "Workplace",
    clock: "Clock",
) -> "QWidget":
    """The lobby's window, with its voice and its pictures; ``counters`` before the settings'."""
    from kiosk.settings import LobbySettings, counters_meant
    from kiosk.ui.lobby.window import LobbyWindow
    from kiosk.ui.presence import Heartbeat
    from kiosk.ui.voice.announcer import Announcer
    from kiosk.ui.words import clock_time

    settings = settings_if_right(folder)
    told = settings.lobby if settings else LobbySettings()
    Heartbeat(workplace, clock, "lobby")
    loud = told.volume_at(clock_time(clock.now()))
    return LobbyWindow(
        workplace,
        clock,
        counters=counters_meant(told.counters) if counters is None else counters,
        announcer=Announcer(folder.voice, workplace.jobs, loud) if told.speaks else None,
        volume_at=told.volume_at,
        pictures=folder.pictures,
    )


def admin_window(workplace: "Workplace", clock: "Clock") -> "QWidget":
    """The manager's window."""
    from kiosk.ui.admin.window import AdminWindow
    from kiosk.ui.presence import Heartbeat

    Heartbeat(workplace, clock, "admin")
    return AdminWindow(workplace, clock)


def _run(folder: StationFolder, doing: str, make_window: MakeWindow, where: Where) -> int:
    require_screen()
    # Nothing made while starting is rubbish; looking for some would cost a tenth of the start.
    gc.disable()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kiosk.clock import machine_clock
    from kiosk.crash import catch_everything
    from kiosk.ui.first_paint import after_first_paint
    from kiosk.ui.full_screen import PLAIN, WHERE_TAKEN, FullScreenKey, fill_screen
    from kiosk.ui.jobs import Jobs
    from kiosk.ui.workplace import Workplace

    application = QApplication.instance() or QApplication(["kiosk"])
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: _end_at_once())
    jobs = Jobs()
    workplace = Workplace(lambda: open_station_later(folder), jobs, printer_for)
    window = make_window(workplace, machine_clock())
    workplace.chores.timeout.connect(collect_from_now)
    workplace.refused.connect(lambda _: collect_from_now())
    set_screen(window, folder)
    workplace.chores.timeout.connect(lambda: _log_to_file(folder, doing))
    workplace.refused.connect(lambda _: _log_to_file(folder, doing))
    told: set[str] = set()
    workplace.refused.connect(lambda refusal: explain(window, refusal, told))
    catch_everything(folder, doing, lambda file: tell_of_crash(window, file))
    after_first_paint(window, workplace.start)
    FullScreenKey(window, WHERE_TAKEN if doing.startswith("kiosk counter") else PLAIN)
    if where == "full":
        fill_screen(window)
    else:
        if where != "window":
            window.setGeometry(*where)
        window.show()
    # A window that is covered is never painted; the store is opened all the same.
    QTimer.singleShot(OPEN_AT_LATEST_MS, workplace.start)
    try:
        return int(application.exec())
    finally:
        jobs.close()
        workplace.close()


def _end_at_once() -> None:
    """The machine ends this program: no window asks anything before it closes."""
    from PySide6.QtWidgets import QApplication

    from kiosk.ui.frames.frame import AT_ONCE

    application = QApplication.instance()
    if application is not None:
        application.setProperty(AT_ONCE, True)
    QApplication.quit()


def collect_from_now() -> None:
    """Look for rubbish among what is made from now on.

    What stands after the start stays as long as the window; going through all of it again would
    hold the window up for 100 ms, now and then.
    """
    gc.freeze()
    gc.enable()


def set_screen(window: "QWidget", folder: StationFolder) -> None:
    """Show things on ``window`` as this machine's settings say.

    Settings that are wrong are told of when the store is opened.
    """
    from PySide6.QtWidgets import QApplication

    from kiosk.ui.frames.frame import Frame
    from kiosk.ui.motion import STILL

    settings = settings_if_right(folder)
    if settings is None:
        return
    screen = settings.screen
    application = QApplication.instance()
    if application is not None:
        application.setProperty(STILL, not screen.motion)
    if isinstance(window, Frame) and screen.ui_scale != 1.0:
        window.set_ui_scale(screen.ui_scale)


def settings_if_right(folder: StationFolder) -> "Settings | None":
    """This machine's settings; None where there are none, or where they are wrong."""
    if not folder.settings.exists():
        return None
    from kiosk.settings import read_settings

    try:
        return read_settings(folder.settings)
    except Refused:
        return None


def _log_to_file(folder: StationFolder, doing: str) -> None:
    from kiosk.crash import log, start_logging

    try:
        start_logging(folder, doing.removeprefix("kiosk ").replace(" ", "-"))
    except OSError as error:
        log.warning("nothing is logged to a file: %s", error)


def explain(window: "QWidget", refusal: Refused, told: set[str]) -> None:
    """Tell whoever started the face why it cannot work, unless ``told``.

    A clock that was set by hand is not shown in a real office.
    """
    from kiosk.clock import SystemClock
    from kiosk.wording import sentence

    if refusal.code not in told and sys.stderr is not None:
        sys.stderr.write(sentence(refusal) + "\n")
    told.add(refusal.code)
    if refusal.code == "clock.not_sample":
        window.clock = SystemClock()  # type: ignore[attr-defined]  # every face's frame has one


def open_station_later(folder: StationFolder) -> "Station":
    """Open the station; imports the store only now, in the lane that runs this."""
    from kiosk.station import open_station

    return open_station(folder)


def tell_of_crash(window: "QWidget", file: Path | None) -> None:
    """Say in the window that something went wrong and where the report is, if there is one."""
    notify = getattr(window, "notify", None)
    if notify is not None:
        kept = f"đã ghi lại ở {file.name}" if file else "chưa ghi lại được"
        notify(f"Có trục trặc ngoài dự kiến, {kept}. Việc khác vẫn làm được.", "err")


def require_screen() -> None:
    """Raises :class:`Refused` ``screen.none`` where no window can be shown: Linux, no display."""
    shown_by = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, shown_by)):
        raise Refused("screen.none")


def screen_area() -> tuple[int, int, int, int]:
    """The free part of the first screen: x, y, width and height.

    Raises :class:`Refused` ``screen.none``.
    """
    require_screen()
    from PySide6.QtGui import QGuiApplication

    from kiosk.ui.machine import NoScreensError, attached_screens

    try:
        # A display that is named and not there would end the program: a process of its own asks.
        attached_screens()
    except NoScreensError as error:
        raise Refused("screen.none") from error
    application = QGuiApplication(["kiosk"])
    area = application.primaryScreen().availableGeometry()
    application.shutdown()
    return area.x(), area.y(), area.width(), area.height()


def printer_for(station: "Station", kind: str) -> "Printer":
    """The printer by which a kind of paper leaves this station."""
    from kiosk.settings import FOLDER_PRINTER

    name = station.settings.printer_for(kind)
    if name == FOLDER_PRINTER:
        from kiosk.printing.doors import FolderPrinter

        return FolderPrinter(station.folder.printed)
    return system_printer(name)


def system_printer(name: str) -> "Printer":
    """A printer of the system, through Qt."""
    from kiosk.ui.printers import SystemPrinter

    return SystemPrinter(name)


def require_printer(name: str) -> None:
    """Raises :class:`Refused` ``printer.gone`` where the system has no printer of that name."""
    from kiosk.ui.printers import find

    find(name)
