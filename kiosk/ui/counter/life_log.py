"""The log of a dossier's life: each act in words, with what was written down of it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.clock import local
from kiosk.ui.counter.life_words import handed
from kiosk.ui.parts.event_log import EventKind, LogRow
from kiosk.ui.words import clock_time, day, day_and_time

if TYPE_CHECKING:
    from kiosk.dossiers.reading import DossierEvent, DossierView

Details = dict[str, Any]

_TITLES = {
    "received": "Tiếp nhận, in giấy hẹn",
    "processing_started": "Chuyển giải quyết",
    "taken_over": "Bàn giao tiếp",
    "supplement_asked": "Yêu cầu bổ sung",
    "restarted": "Đã bổ sung đủ, hẹn lại ngày trả",
    "extended": "Xin lỗi, hẹn lại ngày trả",
    "result_ready": "Ghi nhận có kết quả",
    "refused": "Từ chối giải quyết",
    "withdrawn": "Người nộp xin rút hồ sơ",
    "resumed": "Giải quyết tiếp",
    "stopped": "Dừng giải quyết",
    "correction_begun": "Sửa kết quả",
    "papers_lost": "Báo mất giấy tờ, xin lỗi",
    "papers_found": "Đã có lại giấy tờ",
    "returned": "Trả kết quả",
}
_WARNING = {
    "supplement_asked",
    "extended",
    "refused",
    "withdrawn",
    "stopped",
    "correction_begun",
    "papers_lost",
}
_RECEIVERS = {
    "applicant": "trao cho chủ hồ sơ",
    "submitter": "trao cho người nộp",
    "representative": "trao cho người được ủy quyền",
    "post": "gửi qua bưu chính",
}
_SLIPS = {
    "brought": "có giấy hẹn",
    "missing": "không có giấy hẹn, đã đối chiếu căn cước, ký nhận",
}


def log_rows(view: "DossierView", now: datetime) -> tuple[LogRow, ...]:
    """What has happened, oldest first, and what comes next."""
    rows, state = [], ""
    for event in view.events:
        rows.append(_event(event, state))
        state = event.state
    return (*rows, *_ahead(view, now))


def returned_words(details: Details) -> list[str]:
    """To whom a result went and on what, as the log tells it."""
    to, name = str(details.get("to", "")), str(details.get("name", ""))
    number = str(details.get("id_number", ""))
    said = [f"{_RECEIVERS.get(to, '')} {name}".strip()]
    if number:
        said.append(f"căn cước {_masked(number)}")
    if details.get("address"):
        said.append(f"tới {details['address']}")
    if details.get("authorized"):
        said.append("có giấy ủy quyền")
    said.append(_SLIPS.get(str(details.get("slip", "")), ""))
    if back := details.get("originals"):
        names = f": {', '.join(back)}" if isinstance(back, list) else ""
        said.append(f"đã trả lại bản chính{names}")
    return said


def _event(event: "DossierEvent", before: str) -> LogRow:
    details = event.details
    title = handed(before).act if event.act == "returned" else _TITLES[event.act]
    said = [event.by]
    if details.get("letter"):
        said.append(f"phiếu số {details['letter']}")
    said += _SAID.get(event.act, _reason)(details)
    if details.get("note"):
        said.append(str(details["note"]))
    kind: EventKind = "warn" if event.act in _WARNING else "done"
    return LogRow(title, " · ".join(part for part in said if part), day_and_time(event.at), kind)


def _received(details: Details) -> list[str]:
    said = [f"Quầy {details['counter']}"] if details.get("counter") else []
    if details.get("ticket"):
        said.append(f"số {details['ticket']}")
    if details.get("due_reason"):
        said.append(f"hẹn lại ngày trả: {details['due_reason']}")
    return said


def _forwarded(details: Details) -> list[str]:
    said = [f"nhận: {details['agency']}"] if details.get("agency") else []
    if details.get("list_number"):
        said.append(f"danh sách số {details['list_number']}")
    if details.get("late"):
        said.append("chuyển muộn so với quy định")
    return said


def _taken_over(details: Details) -> list[str]:
    giving = f"giao: {details['from']}" if details.get("from") else ""
    return [giving, f"nhận: {details.get('agency', '')}"]


def _asked(details: Details) -> list[str]:
    said = [f"còn thiếu: {', '.join(details.get('papers', ()))}", *_reason(details)]
    if details.get("due_before"):
        said.append(f"thôi hẹn {_day_of(details['due_before'])}")
    if details.get("again"):
        said.append("yêu cầu thêm lần nữa, hồ sơ tính là quá hạn")
    if details.get("late"):
        said.append("sau ngày cuối được yêu cầu")
    if details.get("exception"):
        said.append(f"người quản lý cho phép: {details['exception']}")
    return said


def _restarted(details: Details) -> list[str]:
    due = [f"hẹn trả {_day_of(details['due_at'])}"] if details.get("due_at") else []
    return [*due, f"nhận thêm: {', '.join(details.get('papers', ()))}"]


def _extended(details: Details) -> list[str]:
    days = f"từ {_day_of(details['due_before'])} sang {_day_of(details['due_at'])}"
    agency = f"cơ quan xin lỗi: {details['agency']}" if details.get("agency") else ""
    return [days, agency, *_reason(details)]


def _corrected(details: Details) -> list[str]:
    said = [f"hẹn trả {_day_of(details['due_at'])}", *_reason(details)]
    if details.get("exception"):
        said.append(f"người quản lý cho phép: {details['exception']}")
    return said


def _lost(details: Details) -> list[str]:
    names = ", ".join(map(str, details.get("papers", ())))
    by = f"cơ quan xin lỗi: {details['agency']}" if details.get("agency") else ""
    remedy = f"khắc phục: {details['remedy']}" if details.get("remedy") else ""
    return [names, by, *_reason(details), remedy]


def _ready(details: Details) -> list[str]:
    return [f"nhận về từ {details['from']}"] if details.get("from") else []


def _stopped(details: Details) -> list[str]:
    asked = "theo đề nghị của người nộp" if details.get("withdrawn") else ""
    since = details.get("late_since")
    return [asked, f"đã quá hạn từ {_day_of(since)}" if since else "", *_reason(details)]


def _refused(details: Details) -> list[str]:
    since = details.get("late_since")
    return [f"đã quá hạn từ {_day_of(since)}" if since else "", *_reason(details)]


def _reason(details: Details) -> list[str]:
    return [f"lý do: {details['reason']}"] if details.get("reason") else []


_SAID: dict[str, Callable[[Details], list[str]]] = {
    "received": _received,
    "processing_started": _forwarded,
    "taken_over": _taken_over,
    "supplement_asked": _asked,
    "restarted": _restarted,
    "extended": _extended,
    "correction_begun": _corrected,
    "result_ready": _ready,
    "refused": _refused,
    "withdrawn": _stopped,
    "stopped": _stopped,
    "papers_lost": _lost,
    "papers_found": lambda details: [", ".join(map(str, details.get("papers", ())))],
    "returned": returned_words,
}


def _day_of(moment: str) -> str:
    return day(local(datetime.fromisoformat(moment)).date())


def _masked(number: str) -> str:
    from kiosk.dossiers.slips import mask_id

    return mask_id(number)


def _ahead(view: "DossierView", now: datetime) -> tuple[LogRow, ...]:
    if view.state == "returned":
        return ()
    same_day = view.due_at is not None and local(view.due_at).date() == local(now).date()
    when = "Chưa hẹn ngày"
    if view.due_at is not None:
        when = f"Hẹn {clock_time(view.due_at)}" if same_day else f"Hẹn {day_and_time(view.due_at)}"
    if view.state in ("result_ready", "refused", "stopped"):
        when = "" if view.state == "stopped" else when
        waits = LogRow(
            handed(view.state).act, "Chờ người dân đến nhận", when or "Chờ trả", "now", "hand"
        )
        return (waits,)
    title, detail, since, icon = _NOW[view.state]
    if view.state == "processing" and view.holder:
        detail = f"Đang ở {view.holder}"
    return (
        LogRow(title, detail, since, "now", icon),
        LogRow("Trả kết quả", "", when, "ahead"),
    )


_NOW = {
    "received": ("Chuyển giải quyết", "Hồ sơ đang ở quầy", "Chưa làm", "folder"),
    "processing": ("Đang giải quyết", "Chờ kết quả chuyển về", "Đang làm", ""),
    "supplementing": ("Bổ sung giấy tờ", "Chờ người nộp mang đến", "Đang chờ", "clock"),
    "withdrawing": ("Rút hồ sơ", "Chờ dừng hoặc giải quyết tiếp", "Đang chờ", "clock"),
    "correcting": ("Sửa kết quả", "Chờ kết quả đúng chuyển về", "Đang làm", "repeat"),
}
