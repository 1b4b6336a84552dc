"""The sample office on show: three windows side by side, or the same day without a screen."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk import demo_folder
from kiosk.app import screen_area
from kiosk.clock import MovedClock, SystemClock, machine_clock, parse_moment, told_time
from kiosk.paths import RESOURCES, StationFolder
from kiosk.printing.doors import FolderPrinter
from kiosk.text import fold

if TYPE_CHECKING:
    from kiosk.clock import Clock
    from kiosk.station import Station
    from kiosk.storage.store import Store

MORNING = "2026-11-23T09:24:00+07:00"
_PICTURES = {"so-": "ticket-80mm", "giay-hen-": "form-01-a5"}
"""What the design board calls the papers whose file names begin like this."""
LONGEST_PAST = timedelta(days=60)
Place = tuple[int, int, int, int]


def headless(out: Path, tell: Callable[[str], None]) -> int:
    """Live through a morning of the sample office without a screen; what is seen goes to ``out``.

    First every screen as it stands, then the day from a number to its result. Only what an
    earlier demo left there is taken away first.

    Raises :class:`Refused` ``demo.*`` as :func:`demo_folder.prepare` does.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.ui.gallery import shoot
    from kiosk.ui.gallery_board import ComponentsBoard
    from kiosk.ui.sample_day.album import Album
    from kiosk.ui.sample_day.day import SampleDay, application
    from kiosk.ui.sample_day.story import whole_story

    others = demo_folder.prepare(out)
    try:
        with TemporaryDirectory(prefix="mot-cua-demo-", ignore_cleanup_errors=True) as folder:
            home = StationFolder(Path(folder))
            clock = MovedClock(parse_moment(MORNING))
            found_sample(home, clock, tell)
            _import_announced(home, clock, out, tell)
            application()
            album = Album(out)
            day = SampleDay(
                lambda name: _station(home, clock, name),
                lambda _station, _kind: FolderPrinter(out / "printed"),
                clock,
                album.keep,
                home.drafts,
            )
            try:
                for line in whole_story(day):
                    tell(line)
            finally:
                day.close()
            papers = [out / name for name in sorted(demo_folder.names(out) - others)]
            papers = [paper for paper in papers if paper.suffix == ".pdf"]
            shoot(ComponentsBoard(), out / "components.png")
            pictures = ["components.png", *album.names, *_pictures_of(papers, out)]
    finally:
        demo_folder.sign(out, others)
    tell(f"{len(pictures)} ảnh và {len(papers)} giấy in ở {out}.")
    return 0


def found_sample(
    home: StationFolder, clock: MovedClock, tell: Callable[[str], None], *, days: int = 20
) -> None:
    """The sample office with ``days`` of work behind it, at the moment that ``clock`` tells.

    Nobody sits at counter 1: that is where whoever watches sits down.
    """
    from kiosk.sample_past import live_past
    from kiosk.setting_up import make_office
    from kiosk.storage.opening import open_store

    now = clock.at
    clock.at = now - LONGEST_PAST
    make_office(home, None, clock)
    store = open_store(home.store, clock)
    try:
        lived = live_past(store, clock, now, days=days, left=frozenset({1}))
        _seat_officers(store)
    finally:
        store.close()
    tell(
        f"Văn phòng mẫu đã có {lived.days} ngày làm việc: {lived.tickets} lượt lấy số, "
        f"{lived.dossiers} hồ sơ, đều là dữ liệu minh họa."
    )


def _seat_officers(store: "Store") -> None:
    """Who works today sits at their counter, but for counter 1, and for 6, which takes a break."""
    from kiosk.office.plan import read_plan
    from kiosk.office.signing_in import SignIn, sign_in
    from kiosk.storage.units import Actor

    people = read_plan(RESOURCES / "sample" / "office.toml").people
    for person in people:
        if person.counter is not None and person.counter not in (1, 6) and person.pin:
            at = Actor(f"QUAY-{person.counter}", person.code)
            store.do(sign_in, SignIn(person.counter, person.code, person.pin), at)


def _station(home: StationFolder, clock: "Clock", name: str = "") -> "Station":
    from kiosk.settings import read_settings
    from kiosk.station import Station
    from kiosk.storage.opening import open_store
    from kiosk.ui.sample_day.day import settings_of

    settings = settings_of(name) if name else read_settings(home.settings)
    return Station(home, settings, open_store(home.store, clock))


def _import_announced(
    home: StationFolder, clock: "Clock", out: Path, tell: Callable[[str], None]
) -> None:
    """The manager's part: what was announced is read; what could not be read is told."""
    from kiosk.catalogue.corrections import (
        CorrectProcedure,
        OfferProcedure,
        correct_procedure,
        offer_procedure,
    )
    from kiosk.catalogue.importing import import_catalogue

    station = _station(home, clock)
    try:
        by = station.actor("LD01")
        done = import_catalogue(station.store, [RESOURCES / "sample" / "announced"], by)
        lines = [
            f"Người quản lý nhập thủ tục đã công bố: đọc {done.read} bản ghi, "
            f"{done.new} thủ tục mới, {len(done.unreadable)} chỗ chưa đọc được.",
            *(f"  {found.where}: {found.why}" for found in done.unreadable),
        ]
        station.store.do(correct_procedure, CorrectProcedure("9.900002", "limit.online", "2wd"), by)
        station.store.do(offer_procedure, OfferProcedure("9.900002", "HT", True), by)
        lines.append(
            "Người quản lý sửa thời hạn nộp trực tuyến của 9.900002 và mở nhận thủ tục này."
        )
    finally:
        station.store.close()
    for line in lines:
        tell(line)
    (out / "manager-import.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _pictures_of(papers: list[Path], out: Path) -> list[str]:
    """Each printed paper as a picture at 150 dpi, for who cannot open a PDF."""
    import pypdfium2

    kept: list[str] = []
    for file in papers:
        title = fold(file.stem.split("_")[1])
        called = [name for start, name in _PICTURES.items() if title.startswith(start)]
        kind = called[0] if called else title
        document = pypdfium2.PdfDocument(file)
        for page in document:
            name = f"paper-{kind}-{sum(kind in one for one in kept) + 1}.png"
            page.render(scale=150 / 72).to_pil().save(out / name)
            kept.append(name)
        document.close()
    return kept


def on_screen(out: Path, tell: Callable[[str], None]) -> int:
    """Open kiosk, counter 1 and lobby of a sample office side by side, on one store.

    The office is new each time and is thrown away at the end; its printed papers stay in ``out``.
    Outside opening hours the sample's clock is moved into them, and the difference is said.

    Raises :class:`Refused` ``demo.*`` as :func:`demo_folder.prepare` does, ``screen.none``.
    """
    demo_folder.prepare(out)
    places = places_in(*screen_area())
    with TemporaryDirectory(prefix="mot-cua-demo-", ignore_cleanup_errors=True) as folder:
        home = StationFolder(Path(folder))
        environment = _environment(home, tell)
        _kiosk(environment, "init", "--sample")
        papers = out.resolve() / "printed"
        if not home.printed.exists():
            home.printed.symlink_to(papers, target_is_directory=True)
        faces = [
            _open(environment, "citizen", "--at", _words(places[0])),
            _open(environment, "counter", "1", "--at", _words(places[1])),
            _open(environment, "lobby", "--at", _words(places[2])),
        ]
        tell("Văn phòng mẫu (dữ liệu minh họa): ki-ốt, quầy 1 và màn hình sảnh.")
        tell("Quầy 1: cán bộ CV01, mã PIN 246801. Đóng cả ba cửa sổ, hoặc bấm Ctrl+C, để kết thúc.")
        try:
            with _ended_by_signals():
                codes = [face.wait() for face in faces]
        except KeyboardInterrupt:
            codes = [0]
        finally:
            for face in faces:
                if face.poll() is None:
                    face.terminate()
                    face.wait()
    tell(f"Giấy đã in: {papers}")
    return max(codes, default=0)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Being told to end, or losing the terminal, ends the faces too, as Ctrl+C does."""

    def end(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signals = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = [(one, signal.signal(one, end)) for one in signals]
    try:
        yield
    finally:
        for one, handler in before:
            signal.signal(one, handler)


def _environment(home: StationFolder, tell: Callable[[str], None]) -> Mapping[str, str]:
    environment = dict(os.environ) | {"KIOSK_HOME": str(home.root)}
    if told_time() is None:
        shift = shift_into_hours(SystemClock().now())
        if shift:
            environment["KIOSK_NOW"] = f"{int(shift.total_seconds()):+d}s"
            tell("Ngoài giờ làm việc, đồng hồ của văn phòng mẫu được đặt sang một buổi sáng.")
    else:
        machine_clock()
    return environment


def shift_into_hours(now: datetime) -> timedelta:
    """How far the sample's clock must be moved so that the office is open for a while."""
    from kiosk.office.calendar import Session, WorkingCalendar
    from kiosk.office.holiday_seed import seed_days
    from kiosk.office.plan import clock_time, read_plan

    plan = read_plan(RESOURCES / "sample" / "office.toml")
    calendar = WorkingCalendar.of(
        tuple(
            Session(
                s.weekday - 1,
                clock_time(s.opens),
                clock_time(s.closes),
                s.open_for_public,
                s.counts_for_deadline,
            )
            for s in plan.sessions
        ),
        seed_days(now.year - 1, now.year + 1),
    )
    if calendar.is_open(now) and calendar.is_open(now + timedelta(hours=1)):
        return timedelta()
    opening = calendar.next_opening(now)
    return (opening or parse_moment(MORNING)) + timedelta(minutes=20) - now


def places_in(x: int, y: int, width: int, height: int) -> tuple[Place, Place, Place]:
    """Where kiosk, counter and lobby stand on a screen, so that none covers another.

    The kiosk stands upright at the left; counter above, lobby below, at the right.
    """
    gap, title = 8, 32
    kiosk_height = height - title
    kiosk_width = min(kiosk_height * 9 // 16, width * 2 // 5)
    right = x + kiosk_width + gap
    right_width = width - kiosk_width - gap
    upper = (height - 2 * title) * 3 // 5
    lower = height - 2 * title - upper
    return (
        (x, y + title, kiosk_width, kiosk_height),
        (right, y + title, right_width, upper),
        (right, y + title + upper + title, right_width, lower),
    )


def _words(place: Place) -> str:
    return ",".join(str(number) for number in place)


def _kiosk(environment: Mapping[str, str], *words: str) -> None:
    subprocess.run([sys.executable, "-m", "kiosk", *words], env=environment, check=True)


def _open(environment: Mapping[str, str], *words: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "kiosk", *words], env=environment)
