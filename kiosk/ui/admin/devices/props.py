"""Machines and printers in words: what is known of each, and the cure in one line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from kiosk.clock import office_day
from kiosk.settings import LEAVE_WITH
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import called_for, clock_time, day_and_time
from kiosk.ui.words import day as day_words

if TYPE_CHECKING:
    from kiosk.office.presence import Presence
    from kiosk.office.staff_calls import StaffCall
    from kiosk.refusal import Refused
    from kiosk.storage.print_jobs import PrintJob

WAITS_TOO_LONG = timedelta(minutes=2)
_FOLDER = "folder"
_GOOD = Pill("Tốt", "check", "ok")
_NEEDS = Pill("Cần xử lý", "alert", "warn")
_LOST = Pill("Mất liên lạc", "nolink", "err")
_OFF = Pill("Đã tắt", "pause", "muted")
_UNSURE = Pill("Chưa rõ", "help", "muted")
_PAPERS = {"ticket80": "Máy in phiếu", "form01": "Máy in giấy hẹn"}
_FACES = {
    "citizen": ("Ki-ốt", "monitor"),
    "lobby": ("Màn hình sảnh", "monitor"),
    "admin": ("Điều hành", "monitor"),
}
_SERIOUS = {"err": 0, "warn": 1, "ok": 2, "act": 2, "muted": 3}


@dataclass(frozen=True, slots=True)
class DevicesSeen:
    """What the store knows of the machines. ``copied``: the day of the newest copy of the store,
    None without one; ``copy_here``: whether copies are made on this machine at all; ``calls``:
    kiosks that call for staff."""

    now: datetime
    open_now: bool
    faces: "tuple[Presence, ...]"
    jobs: "tuple[PrintJob, ...]"
    copy_here: bool
    copied: date | None
    calls: "tuple[StaffCall, ...]" = ()


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device: what it is, what is known, how it stands, what to do. ``station``: a machine
    that was not heard of and may be taken off the list; else empty."""

    key: str
    icon: str
    name: str
    note: str
    state: Pill
    cure: str
    station: str = ""


def derive_devices(
    seen: DevicesSeen, sentence: "Callable[[Refused], str]"
) -> tuple[DeviceRow, ...]:
    """Every device, those that need a hand first."""
    rows = [*_faces(seen), *_printers(seen, sentence), _copy(seen)]
    return tuple(sorted(rows, key=lambda row: _SERIOUS[row.state.kind]))


def _faces(seen: DevicesSeen) -> Iterator[DeviceRow]:
    for face in seen.faces:
        if face.face == "counter":
            name, icon = f"Quầy {face.counter}", "monitor"
        else:
            name, icon = _FACES.get(face.face, (face.face, "monitor"))
        key = f"{face.station}/{face.face}"
        name = f"{name} · {face.station}"
        note = f"hoạt động gần nhất {_when(face.seen_at, seen.now)}"
        calls = [one for one in seen.calls if one.station == face.station]
        if calls and face.face == "citizen":
            note = f"gọi cán bộ từ {_when(calls[0].asked_at, seen.now)}"
            cure = f"Đến giúp ở máy {face.station}: {called_for(one.cause for one in calls)}."
            yield DeviceRow(key, icon, name, note, _NEEDS, f"{cure} Xong thì bấm Ctrl H ở quầy.")
            continue
        if not face.stale(seen.now):
            yield DeviceRow(key, icon, name, note, _GOOD, "")
            continue
        note = f"không báo từ {_when(face.seen_at, seen.now)}"
        if seen.open_now:
            cure = f"Đến xem máy {face.station}: máy bật chưa, chương trình mở chưa, dây mạng còn cắm không."
            yield DeviceRow(key, icon, name, note, _LOST, cure, face.station)
        else:
            cure = "Ngoài giờ làm việc; máy tự hiện lại khi được bật."
            yield DeviceRow(key, icon, name, note, _OFF, cure, face.station)


def _printers(seen: DevicesSeen, sentence: "Callable[[Refused], str]") -> Iterator[DeviceRow]:
    told = {
        (face.station, kind): printer
        for face in seen.faces
        for kind, printer in face.printers.items()
    }
    last: dict[tuple[str, str], PrintJob] = {}
    for job in seen.jobs:
        last.setdefault((job.station, LEAVE_WITH.get(job.kind, job.kind)), job)
    for station, kind in sorted({*told, *last}):
        name = f"{_PAPERS.get(kind, 'Máy in')} · {station}"
        newest = last.get((station, kind))
        to_file = told.get((station, kind)) == _FOLDER
        note, state, cure = _printer(newest, to_file, seen.now, sentence)
        yield DeviceRow(f"{station}/{kind}", "printer", name, note, state, cure)


def _printer(
    job: "PrintJob | None", to_file: bool, now: datetime, sentence: "Callable[[Refused], str]"
) -> tuple[str, Pill, str]:
    if job is None:
        note = "in ra tệp PDF, không ra giấy" if to_file else "chưa in tờ nào"
        return note, _UNSURE, "In thử một tờ để biết máy in có chạy không."
    since = _when(job.settled_at or job.owed_at, now)
    if job.state in ("failed", "unknown"):
        why = sentence(job.refusal) if job.refusal is not None else ""
        words = "chưa in được" if job.state == "failed" else "không rõ đã ra chưa"
        return (
            f"tờ gần nhất {words}, {since}",
            _NEEDS,
            why or "Xem máy in, rồi in lại ở mục Giấy in.",
        )
    if job.state != "printed" and now - job.owed_at > WAITS_TOO_LONG:
        cure = "Xem chương trình ở máy ấy còn mở không; giấy chờ tự ra khi máy chạy lại."
        return f"có tờ chờ in từ {since}", _NEEDS, cure
    if job.state != "printed":
        return "đang in", _GOOD, ""
    if to_file:
        return (
            f"ghi ra tệp PDF lúc {since}, không ra giấy",
            _UNSURE,
            "Chọn máy in thật trong station.toml của máy ấy.",
        )
    return f"in được lúc {since}", _GOOD, ""


def _copy(seen: DevicesSeen) -> DeviceRow:
    key, icon, name = "copy", "folder", "Sao lưu sổ dữ liệu"
    if not seen.copy_here:
        return DeviceRow(key, icon, name, "do máy chủ giữ", _UNSURE, "Hỏi người giữ máy chủ.")
    today = office_day(seen.now)
    if seen.copied == today:
        return DeviceRow(key, icon, name, "đã có bản của hôm nay", _GOOD, "")
    cure = "Máy tự sao lưu mỗi ngày; nếu chưa có, chạy “kiosk backup” rồi xem chỗ trống trên đĩa."
    if seen.copied is None:
        return DeviceRow(key, icon, name, "chưa có bản nào", _NEEDS, cure)
    note = f"bản gần nhất {day_words(seen.copied)}"
    return DeviceRow(key, icon, name, note, _NEEDS, cure)


def _when(moment: datetime, now: datetime) -> str:
    same = office_day(moment) == office_day(now)
    return clock_time(moment) if same else day_and_time(moment)
