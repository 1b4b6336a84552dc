"""What ``kiosk doctor`` looks at: the machine, the store, the calendar, copies, papers."""

import functools
from collections.abc import Callable, Iterator
from datetime import timedelta

from kiosk.cli.finding import Finding
from kiosk.cli.machine_checks import (
    look_at_drafts,
    look_at_hall,
    look_at_paper_font,
    look_at_printed_folder,
    look_at_printer,
    look_at_room,
    look_at_screen_fonts,
    look_at_screens,
    look_at_voice,
)
from kiosk.cli.office_checks import look_at_forms, look_at_pins, look_at_procedures
from kiosk.cli.queue_checks import WHAT as QUEUE
from kiosk.cli.queue_checks import look_at_queue
from kiosk.cli.scan_checks import look_at_inbox, look_at_scanner, look_at_scans
from kiosk.cli.typing_checks import look_at_typing
from kiosk.clock import TIME_VARIABLE, Clock, local, office_day, told_time
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder
from kiosk.ratings.asked import asked_now
from kiosk.refusal import Refused
from kiosk.settings import FOLDER_PRINTER, Settings, hub_place, read_settings
from kiosk.storage import backup, print_jobs
from kiosk.storage.engine import require_sound_sqlite
from kiosk.storage.opening import open_store, schema_revision
from kiosk.storage.store import Store
from kiosk.wording import sentence

COPY_TOO_OLD = timedelta(days=2)
PAPERS = {"ticket80": "phiếu số thứ tự", "form01": "giấy hẹn (Mẫu số 01)"}
OF_THE_STORE = (
    "Lịch làm việc",
    "Phiếu đánh giá",
    "Mã PIN",
    "Thủ tục",
    QUEUE,
    *(f"Máy in {paper}" for paper in PAPERS.values()),
)
PAPER_FONTS = {"Phông chữ phiếu số": "Sans", "Phông chữ giấy hẹn": "Serif"}


def examine(folder: StationFolder, clock: Clock) -> list[Finding]:
    """Everything about this machine and its office, each with its cure."""
    findings = _guarded("Thư viện SQLite", _sqlite)
    for what, face in PAPER_FONTS.items():
        findings += _guarded(what, functools.partial(look_at_paper_font, what, face))
    return [
        *findings,
        *_guarded("Phông chữ màn hình", look_at_screen_fonts),
        *_guarded("Màn hình", look_at_screens),
        *_guarded("Gõ tiếng Việt", look_at_typing),
        *_guarded("Tiếng nói", lambda: look_at_voice(folder)),
        *_guarded("Máy quét", look_at_scanner),
        *_station(folder, clock),
        *_guarded("Bản nháp", lambda: look_at_drafts(folder)),
        *_guarded("Ổ đĩa", lambda: look_at_room(folder)),
    ]


def _station(folder: StationFolder, clock: Clock) -> list[Finding]:
    try:
        settings = read_settings(folder.settings)
    except Refused as refusal:
        wrong = Finding("Tệp cài đặt", "bad", sentence(refusal))
        return [wrong, *_unseen(("Sổ dữ liệu", *OF_THE_STORE), "chưa đọc được tệp cài đặt")]
    findings = [Finding("Tệp cài đặt", "good", f"máy {settings.name}")]
    findings += _guarded("Thư mục máy quét", lambda: look_at_inbox(folder, settings))
    try:
        store = open_store(settings.store_url or folder.store, clock)
    except Refused as refusal:
        findings.append(_shut(refusal, settings))
        findings += _guarded("Sảnh", lambda: look_at_hall(folder, settings.lobby, None))
        return findings + _unseen(OF_THE_STORE, "chưa mở được sổ dữ liệu")
    try:
        findings += _guarded("Sổ dữ liệu", lambda: _store(store))
        findings += _guarded("Đồng hồ", lambda: _clock(store, clock))
        findings += _guarded("Sảnh", lambda: _hall(store, folder, settings))
        findings += _guarded("Lịch làm việc", lambda: _calendar(store))
        findings += _guarded("Phiếu đánh giá", lambda: _questionnaire(store))
        findings += _guarded("Mã PIN", lambda: look_at_pins(store))
        findings += _guarded("Thủ tục", lambda: look_at_procedures(store))
        findings += _guarded(QUEUE, lambda: look_at_queue(store))
        findings += _guarded("Biểu mẫu", lambda: look_at_forms(store, folder))
        findings += _guarded("Bản sao lưu", lambda: _copies(store, folder, clock))
        findings += _guarded("Bản quét", lambda: look_at_scans(store, folder, settings.name))
        findings += _guarded("Bản in", lambda: _papers(store, settings.name))
        for kind, paper in PAPERS.items():
            what = f"Máy in {paper}"
            look = functools.partial(_printer, what, kind, settings, folder, store)
            findings += _guarded(what, look)
    finally:
        store.close()
    return findings


def _shut(refusal: Refused, settings: Settings) -> Finding:
    if refusal.code != "store.unreachable":
        return Finding("Sổ dữ liệu", "bad", sentence(refusal))
    return Finding(
        "Sổ dữ liệu",
        "bad",
        f"chưa nối được máy chủ dữ liệu {hub_place(settings.store_url)}",
        "xem máy chủ ấy có đang chạy, mạng, và dòng store_url trong tệp cài đặt",
    )


def _unseen(those: tuple[str, ...], why: str) -> list[Finding]:
    cure = f"{why.removeprefix('chưa ')} rồi xem lại"
    return [Finding(what, "note", f"chưa xem được vì {why}", cure) for what in those]


def _guarded(what: str, look: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(look())
    except Refused as refusal:
        return [Finding(what, "bad", sentence(refusal))]


def _sqlite() -> Iterator[Finding]:
    yield Finding("Thư viện SQLite", "good", require_sound_sqlite())


def _questionnaire(store: Store) -> Iterator[Finding]:
    with store.read() as unit:
        asked = asked_now(unit)
    told = f"{len(asked.questions)} câu hỏi, mẫu {asked.code}"
    yield Finding("Phiếu đánh giá", "good", told)


def _store(store: Store) -> Iterator[Finding]:
    revision = schema_revision(store.engine)
    if store.file is None:
        yield Finding("Sổ dữ liệu", "good", f"PostgreSQL, nối được, bản {revision}")
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
        size = f"{store.file.stat().st_size / 1e6:.1f}".replace(".", ",")
        yield Finding(
            "Sổ dữ liệu",
            "good",
            f"{store.file} ({size} MB, bản {revision}), kiểm tra không có lỗi",
        )


def _clock(store: Store, clock: Clock) -> Iterator[Finding]:
    now = local(clock.now()).strftime("%H:%M ngày %d/%m/%Y")
    if told_time() is None:
        yield Finding("Đồng hồ", "good", f"{now}, giờ Việt Nam")
        return
    if not _is_sample(store):
        raise Refused("clock.not_sample")
    yield Finding("Đồng hồ", "good", f"{now}, giờ đặt tay bằng {TIME_VARIABLE} (văn phòng mẫu)")


def _hall(store: Store, folder: StationFolder, settings: Settings) -> Iterator[Finding]:
    with store.read() as unit:
        known = frozenset(one.number for one in office_now(unit).counters if one.active)
    yield from look_at_hall(folder, settings.lobby, known)


def _is_sample(store: Store) -> bool:
    with store.read() as unit:
        return office_now(unit).sample


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
        elif year not in calendar.drafted:
            yield Finding(
                "Lịch làm việc",
                "warn",
                f"năm {year} mới có {len(days)} ngày tự nhập",
                f"nhập đủ bằng kiosk calendar set …, rồi kiosk calendar confirm --year {year}",
            )
        else:
            yield Finding("Lịch làm việc", "good", f"năm {year} đã xác nhận")


def _copies(store: Store, folder: StationFolder, clock: Clock) -> Iterator[Finding]:
    what = "Bản sao lưu"
    if store.file is None:
        yield Finding(what, "note", "sổ nằm trên máy chủ PostgreSQL, sao lưu tại máy chủ ấy")
        return
    dated = [
        (day, file)
        for file in folder.backups.glob("store-*.sqlite3")
        if (day := backup.day_of(file))
    ]
    if not dated:
        yield Finding(what, "warn", "chưa có bản nào", "kiosk backup --daily")
        return
    day, newest = max(dated)
    old = office_day(clock.now()) - day > COPY_TOO_OLD
    found = f"{len(dated)} bản, mới nhất ngày {day:%d/%m/%Y}"
    if backup.check(newest):
        yield Finding(
            what,
            "bad",
            f"{found}, nhưng bản ấy không đọc lại được",
            "chép bản ấy đi nơi khác để xem lại, rồi kiosk backup --daily",
        )
    elif old:
        yield Finding(
            what, "warn", f"{found}, đã quá {COPY_TOO_OLD.days} ngày", "kiosk backup --daily"
        )
    else:
        yield Finding(what, "good", f"{found}, đọc lại được")


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


def _printer(
    what: str, kind: str, settings: Settings, folder: StationFolder, store: Store
) -> Iterator[Finding]:
    name = settings.printer_for(kind)
    if name != FOLDER_PRINTER:
        yield from look_at_printer(what, name, folder)
    else:
        cure = "" if _is_sample(store) else f'đặt {kind} = "tên máy in" trong [printers]'
        yield from look_at_printed_folder(what, folder, cure)
