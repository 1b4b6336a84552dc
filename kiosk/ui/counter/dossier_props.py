"""What the dossier's page shows, made from a dossier as it was read."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.clock import local
from kiosk.ui.counter.lines import due_pill
from kiosk.ui.counter.ring import RingFace
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.parts.event_log import LogRow
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time, day, day_and_time, money, weekday

if TYPE_CHECKING:
    from kiosk.dossiers.application import Paper
    from kiosk.dossiers.reading import DossierEvent, DossierView

CHANNELS = {
    "direct": "Nộp trực tiếp",
    "postal": "Nộp qua bưu chính",
    "authorized": "Nộp theo ủy quyền",
    "online": "Nộp trực tuyến",
}
_STATES = {
    "received": Pill("Đã tiếp nhận", "folder", "act"),
    "processing": Pill("Đang giải quyết", "send", "act"),
    "result_ready": Pill("Có kết quả", "check", "ok"),
    "returned": Pill("Đã trả kết quả", "check", "muted"),
}
_EVENTS = {
    "received": "Tiếp nhận, in giấy hẹn",
    "processing_started": "Chuyển giải quyết",
    "result_ready": "Ghi nhận có kết quả",
    "returned": "Trả kết quả",
}
_CAME = {
    "early": "Có kết quả trước hạn",
    "on_time": "Có kết quả đúng hạn",
    "overdue": "Có kết quả quá hạn",
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
START, READY = "Chuyển giải quyết", "Ghi nhận có kết quả"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper handed in: its name, what of it, how many."""

    name: str
    kind: str
    count: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A warning that something must happen; without a title there is none."""

    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DossierProps:
    """The page. An act with a reason cannot be done now."""

    code: str
    pills: tuple[Pill, ...]
    register: str
    procedure: str
    facts: tuple[tuple[str, str], ...]
    due_words: str
    due_tone: str
    ring: RingFace
    due_day: str
    due_date: str
    due_time: str
    due_reason: str
    papers: tuple[PaperLine, ...]
    papers_note: str
    fee: str
    log: tuple[LogRow, ...]
    advice: Advice
    step_text: str
    step_reason: str
    return_reason: str
    reprint_reason: str
    slip: str


def derive_dossier(seen: DossierSeen, now: datetime) -> DossierProps:
    """The page's props."""
    view = seen.view
    finished = view.state in ("result_ready", "returned")
    pills = (_STATES[view.state],) if finished else (due_pill(view.due), _STATES[view.state])
    step_text, step_reason = _step(view)
    tone = _tone(view)
    appointed = local(view.due_at) if view.due_at is not None else None
    slip, reprint_reason = _slip(view)
    return DossierProps(
        code=view.code,
        pills=pills,
        register=f"{CHANNELS[view.channel]} · Quyển {view.volume:02d}, số {view.entry}",
        procedure=f"{view.procedure_code} {view.procedure_name}",
        facts=_facts(view),
        due_words=_due_words(view),
        due_tone=tone,
        ring=_ring(seen, tone),
        due_day=weekday(appointed.date()) if appointed else "Chưa hẹn ngày",
        due_date=day(appointed.date()) if appointed else "",
        due_time=clock_time(view.due_at) if view.due_at else "",
        due_reason=view.due_reason,
        papers=tuple(_paper(paper) for paper in view.papers),
        papers_note=f"{view.sets:02d} bộ",
        fee=_fee(view),
        log=tuple(_event(event) for event in view.events) + _ahead(view, now),
        advice=_advice(view),
        step_text=step_text,
        step_reason=step_reason,
        return_reason=_return_reason(view),
        reprint_reason=reprint_reason,
        slip=slip,
    )


def _facts(view: "DossierView") -> tuple[tuple[str, str], ...]:
    facts = [("Chủ hồ sơ", view.applicant.name)]
    if view.submitter is not None:
        facts.append(("Người nộp", view.submitter.name))
    if view.applicant.phone:
        facts.append(("Điện thoại", _phone(view.applicant.phone)))
    if view.ticket:
        facts.append(("Số thứ tự", view.ticket))
    return tuple(facts)


def _phone(number: str) -> str:
    from kiosk.dossiers.identity import display_phone

    return display_phone(number)


def _due_words(view: "DossierView") -> str:
    if view.state == "returned":
        return _CAME.get(view.timeliness or "", "Đã trả kết quả")
    kind, days = view.due.kind, view.due.days
    if kind == "ahead" or (kind == "soon" and days):
        return f"Còn {days} ngày làm việc"
    if kind == "overdue" and days:
        return f"Quá {days} ngày làm việc"
    return view.due.words


def _tone(view: "DossierView") -> str:
    if view.timeliness is not None:
        return "err" if view.timeliness == "overdue" else "ok"
    return {"overdue": "err", "soon": "warn", "ahead": "act"}.get(view.due.kind, "ink_2")


def _ring(seen: DossierSeen, tone: str) -> RingFace:
    view, used = seen.view, seen.used
    if view.due.days is not None and view.timeliness is None:
        share = 1.0 if used is None else used
        return RingFace(share, str(view.due.days), "ngày", tone, _due_words(view))
    return RingFace(used or 0.0, "✓" if view.timeliness else "—", "", tone, _due_words(view))


def _paper(paper: "Paper") -> PaperLine:
    parts = []
    if paper.originals:
        parts.append(f"{paper.originals} bản chính")
    if paper.copies:
        parts.append(f"{paper.copies} bản sao")
    return PaperLine(paper.name, "Nộp" if parts else "Xuất trình", ", ".join(parts) or "đã xem")


def _fee(view: "DossierView") -> str:
    if view.fee_amount:
        return f"Phí, lệ phí: {money(view.fee_amount)}"
    return f"Phí, lệ phí: {view.fee_text}" if view.fee_text else ""


def _event(event: "DossierEvent") -> LogRow:
    details = event.details
    said = [event.officer_name]
    if event.act == "received":
        if details.get("counter"):
            said.append(f"Quầy {details['counter']}")
        if details.get("ticket"):
            said.append(f"số {details['ticket']}")
        if details.get("due_reason"):
            said.append(f"hẹn lại ngày trả: {details['due_reason']}")
    if event.act == "returned":
        said += returned_words(details)
    if details.get("note"):
        said.append(str(details["note"]))
    return LogRow(
        _EVENTS[event.act], " · ".join(part for part in said if part), day_and_time(event.at)
    )


def returned_words(details: dict[str, Any]) -> list[str]:
    """To whom a result went and on what, as the log tells it."""
    to, name = str(details.get("to", "")), str(details.get("name", ""))
    number = str(details.get("id_number", ""))
    said = [f"{_RECEIVERS.get(to, '')} {name}".strip()]
    if number:
        said.append(f"căn cước {_masked(number)}")
    if details.get("authorized"):
        said.append("có giấy ủy quyền")
    said.append(_SLIPS.get(str(details.get("slip", "")), ""))
    if details.get("originals"):
        said.append("đã trả lại bản chính")
    return said


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
    last = LogRow("Trả kết quả", "", when, "ahead")
    if view.state == "result_ready":
        return (LogRow("Trả kết quả", "Chờ người dân đến nhận", when, "now", "hand"),)
    if view.state == "received":
        return (LogRow("Chuyển giải quyết", "Hồ sơ đang ở quầy", "Chưa làm", "now", "folder"), last)
    return (LogRow("Đang giải quyết", "Chờ kết quả chuyển về", "Đang làm", "now"), last)


def _advice(view: "DossierView") -> Advice:
    if view.ready_at is not None or view.due_at is None:
        return Advice()
    at = clock_time(view.due_at)
    if view.due.kind == "overdue":
        return Advice(
            f"Hồ sơ đã {view.due.words.lower()}",
            f"Hẹn trả {day(local(view.due_at).date())}. Hỏi bộ phận giải quyết, báo cho người nộp hồ sơ.",
        )
    if view.due.kind == "soon" and view.due.days == 0:
        return Advice(view.due.words, f"Hẹn trả lúc {at}. Nhắc bộ phận giải quyết để kịp giờ hẹn.")
    return Advice()


def _step(view: "DossierView") -> tuple[str, str]:
    """The words of F9, and why it cannot be pressed."""
    if view.state == "received":
        return START, ""
    if view.state == "processing":
        return READY, ""
    since = f" lúc {day_and_time(view.ready_at)}" if view.ready_at is not None else ""
    return READY, f"Đã ghi nhận kết quả{since}."


def _return_reason(view: "DossierView") -> str:
    if view.state == "result_ready":
        return ""
    if view.state == "returned":
        since = f" lúc {day_and_time(view.returned_at)}" if view.returned_at is not None else ""
        return f"Đã trả kết quả{since}."
    return "Mở khi hồ sơ có kết quả."


def _slip(view: "DossierView") -> tuple[str, str]:
    """What is known of the slip's papers, and why it cannot be printed again now."""
    slips = [job for job in view.print_jobs if job.kind == "form01"]
    if not slips:
        return "Hồ sơ này chưa có giấy hẹn.", "Chưa có giấy hẹn để in lại."
    last = slips[-1]
    if last.state in ("owed", "sending"):
        return "Giấy hẹn đang chờ in.", "Giấy hẹn đang chờ in."
    if last.state == "printed":
        settled = f" lúc {day_and_time(last.settled_at)}" if last.settled_at is not None else ""
        again = "In lại" if last.is_reprint else "Đã in"
        return f"{again} giấy hẹn {last.copies} bản{settled}.", ""
    if last.state == "failed":
        return "Giấy hẹn chưa in được. Bấm Ctrl R để xem lý do.", ""
    return "Không rõ giấy hẹn đã ra chưa. Xem khay giấy.", ""
