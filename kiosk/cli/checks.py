"""What ``kiosk doctor`` looks at: fonts, the store, the calendar, copies, papers, room on disk."""

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kiosk.clock import TIME_VARIABLE, Clock, local, office_day, told_time
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import FOLDER_PRINTER, read_settings
from kiosk.storage import backup, print_jobs
from kiosk.storage.engine import require_sound_sqlite
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.system_words import why_not
from kiosk.wording import sentence

ROOM_WANTED = 500_000_000
COPY_TOO_OLD = timedelta(days=2)
PAPERS = {"ticket80": "phiếu số thứ tự", "form01": "giấy hẹn (Mẫu số 01)"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, ``good``, ``warn`` or ``bad``, what was found, the cure."""

    what: str
    state: str
    found: str
    cure: str = ""


def examine(folder: StationFolder, clock: Clock) -> list[Finding]:
    """Everything that can be known without a window."""
    return [
        *_guarded("Thư viện SQLite", _sqlite),
        *_guarded("Phông chữ", _fonts),
        *_station(folder, clock),
        *_guarded("Ổ đĩa", lambda: _room(folder)),
    ]


def _station(folder: StationFolder, clock: Clock) -> list[Finding]:
    findings: list[Finding] = []
    try:
        settings = read_settings(folder.settings)
        findings.append(Finding("Tệp cài đặt", "good", f"máy {settings.name}"))
        store = open_store(settings.store_url or folder.store, clock)
    except Refused as refusal:
        findings.append(Finding("Sổ dữ liệu", "bad", sentence(refusal)))
        return findings
    try:
        findings += _guarded("Sổ dữ liệu", lambda: _store(store))
        findings += _guarded("Đồng hồ", lambda: _clock(store, clock))
        findings += _guarded("Lịch làm việc", lambda: _calendar(store))
        findings += _guarded("Bản sao lưu", lambda: _copies(folder, clock))
        findings += _guarded("Bản in", lambda: _papers(store, settings.name))
        for kind, paper in PAPERS.items():
            what = f"Máy in {paper}"
            look = functools.partial(_printer, what, settings.printer_for(kind), folder)
            findings += _guarded(what, look)
    finally:
        store.close()
    return findings


def _guarded(what: str, look: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(look())
    except Refused as refusal:
        return [Finding(what, "bad", sentence(refusal))]


def _sqlite() -> Iterator[Finding]:
    yield Finding("Thư viện SQLite", "good", require_sound_sqlite())


def _fonts() -> Iterator[Finding]:
    from kiosk.printing.fonts import Face, font_of

    for face in (Face.SERIF, Face.SANS):
        yield Finding("Phông chữ", "good", str(font_of(face).path))


def _store(store: Store) -> Iterator[Finding]:
    if store.file is None:
        with store.read():
            yield Finding("Sổ dữ liệu", "good", "PostgreSQL, nối được")
        return
    wrong = backup.check(store.file)
    if wrong:
        yield Finding(
            "Sổ dữ liệu",
            "bad",
            f"bị hỏng, kiểm tra thấy từ {len(wrong)} chỗ trở lên",
            "dừng các quầy, rồi kiosk restore bản sao mới nhất",
        )
    else:
        size = store.file.stat().st_size / 1e6
        yield Finding("Sổ dữ liệu", "good", f"{store.file} ({size:.1f} MB), kiểm tra không có lỗi")


def _clock(store: Store, clock: Clock) -> Iterator[Finding]:
    now = local(clock.now()).strftime("%H:%M ngày %d/%m/%Y")
    if told_time() is None:
        yield Finding("Đồng hồ", "good", f"{now}, giờ Việt Nam")
        return
    with store.read() as unit:
        if not office_now(unit).sample:
            raise Refused("clock.not_sample")
    yield Finding("Đồng hồ", "good", f"{now}, giờ đặt tay bằng {TIME_VARIABLE} (văn phòng mẫu)")


def _calendar(store: Store) -> Iterator[Finding]:
    with store.read() as unit:
        calendar, day = office_now(unit).calendar, unit.day
    for year in (day.year, day.year + 1):
        days = [row for row in calendar.days.values() if row.date.year == year]
        loose = [row for row in days if not row.confirmed]
        if not days:
            yield Finding(
                "Lịch làm việc", "warn", f"năm {year} chưa có ngày nghỉ nào", "kiosk calendar set …"
            )
        elif loose:
            yield Finding(
                "Lịch làm việc",
                "warn",
                f"năm {year} còn {len(loose)} ngày chưa xác nhận",
                f"xem kiosk calendar list --year {year}, rồi kiosk calendar confirm --year {year}",
            )
        else:
            yield Finding("Lịch làm việc", "good", f"năm {year} đã xác nhận")


def _copies(folder: StationFolder, clock: Clock) -> Iterator[Finding]:
    copies = sorted(folder.backups.glob("store-*.sqlite3"))
    today = office_day(clock.now())
    if not copies:
        yield Finding("Bản sao lưu", "warn", "chưa có bản nào", "kiosk backup --daily")
        return
    day = backup.day_of(copies[-1])
    old = day is None or today - day > COPY_TOO_OLD
    yield Finding(
        "Bản sao lưu",
        "warn" if old else "good",
        f"{len(copies)} bản, mới nhất {copies[-1].name}",
        "kiosk backup --daily" if old else "",
    )


def _papers(store: Store, station: str) -> Iterator[Finding]:
    with store.read() as unit:
        left = print_jobs.listed(unit, station=station, unsettled=True)
    stuck = [job for job in left if job.state in ("failed", "unknown")]
    if stuck:
        yield Finding(
            "Bản in",
            "warn",
            f"{len(stuck)} tờ chưa in được",
            "kiosk print list, kiosk print retry ID",
        )
    else:
        yield Finding("Bản in", "good", f"{len(left)} tờ đang chờ")


def _printer(what: str, name: str, folder: StationFolder) -> Iterator[Finding]:
    if name == FOLDER_PRINTER:
        _require_writable(folder.printed)
        yield Finding(what, "good", f"ghi tệp PDF vào {folder.printed}")
        return
    from kiosk.app import require_printer

    require_printer(name)
    yield Finding(what, "good", name)


def _require_writable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise Refused(
            "printer.folder_unwritable", folder=str(folder), why=why_not(error)
        ) from error


def _room(folder: StationFolder) -> Iterator[Finding]:
    there = next(place for place in (folder.root, *folder.root.parents) if place.exists())
    free = shutil.disk_usage(there).free
    low = free < ROOM_WANTED
    yield Finding(
        "Ổ đĩa",
        "warn" if low else "good",
        f"còn trống {free / 1e9:.1f} GB",
        "giải phóng chỗ trống" if low else "",
    )
