"""What the dossier's page shows, made from a dossier as it was read."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.clock import local
from kiosk.ui.counter.demand_words import Advice, derive_demands
from kiosk.ui.counter.fees.said import fees_said
from kiosk.ui.counter.life_keys import ActKey, derive_keys, derive_step, rest_said
from kiosk.ui.counter.life_log import log_rows
from kiosk.ui.counter.life_words import NO_DAY, SETTLED, STATE_PILLS, handed
from kiosk.ui.counter.lines import due_pill
from kiosk.ui.counter.minutes import days_since
from kiosk.ui.counter.ring import RingFace
from kiosk.ui.counter.seen import DossierSeen
from kiosk.ui.counter.tell.props import standing_said, told_shut
from kiosk.ui.parts.event_log import LogRow
from kiosk.ui.parts.pill import Pill
from kiosk.ui.words import clock_time, day, day_and_time, weekday

if TYPE_CHECKING:
    from kiosk.dossiers.application import Paper
    from kiosk.dossiers.process import StepStanding
    from kiosk.dossiers.reading import DossierView

CHANNELS = {
    "direct": "Nộp trực tiếp",
    "postal": "Nộp qua bưu chính",
    "authorized": "Nộp theo ủy quyền",
    "online": "Nộp trực tuyến",
}
_CAME = {
    "early": "Có kết quả trước hạn",
    "on_time": "Có kết quả đúng hạn",
    "overdue": "Có kết quả quá hạn",
}
_REFUSED = {
    "early": "Từ chối trước hạn",
    "on_time": "Từ chối đúng hạn",
    "overdue": "Từ chối quá hạn",
}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper handed in: its name, what of it, how many, and how many pages were scanned."""

    name: str
    kind: str
    count: str
    pages: str = ""


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
    lost: Advice
    step_text: str
    step_reason: str
    return_text: str
    return_reason: str
    reprint_reason: str
    slip: str
    keys: tuple[ActKey, ...] = ()
    rest: str = ""
    told: str = ""
    tell_reason: str = ""


def derive_dossier(seen: DossierSeen, now: datetime) -> DossierProps:
    """The page's props."""
    view = seen.view
    pill = STATE_PILLS[view.state]
    pills = (pill,) if view.state in SETTLED else (due_pill(view.due, full=True), pill)
    step_text, step_reason = derive_step(view)
    no_day, why = NO_DAY.get(view.state, ("Chưa hẹn ngày", view.due_reason))
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
        due_day=weekday(appointed.date()) if appointed else no_day,
        due_date=day(appointed.date()) if appointed else "",
        due_time=clock_time(view.due_at) if view.due_at else "",
        due_reason=_awaited(view, now) or _other_days(view) + why,
        papers=tuple(_paper(paper, seen) for paper in view.papers),
        papers_note=_papers_note(seen),
        fee=fees_said(seen.fees, view.fee_text),
        log=log_rows(view, now),
        advice=_advice(seen, now),
        lost=_lost(view),
        step_text=step_text,
        step_reason=step_reason,
        return_text=handed(view.state).act,
        return_reason=_return_reason(view),
        reprint_reason=reprint_reason,
        slip=slip,
        keys=derive_keys(seen),
        rest=rest_said(seen),
        told=standing_said(seen.telling),
        tell_reason=told_shut(seen.telling),
    )


def _facts(view: "DossierView") -> tuple[tuple[str, str], ...]:
    facts = [("Chủ hồ sơ", view.applicant.name)]
    if view.applicant.tax_code:
        facts.append(("Mã số thuế", view.applicant.tax_code))
    if view.submitter is not None:
        facts.append(("Người nộp", view.submitter.name))
    if view.applicant.phone:
        facts.append(("Điện thoại", _phone(view.applicant.phone)))
    if view.foreign_code:
        facts.append(("Mã trên Cổng", view.foreign_code))
    if view.deliver_to:
        facts.append(("Trả tới", view.deliver_to))
    if view.ticket:
        facts.append(("Số thứ tự", view.ticket))
    if view.holder and view.state != "returned":
        facts.append(("Đang ở", view.holder))
    if (standing := _step(view)) is not None:
        place, step = standing
        facts.append(("Bước", f"{place}/{len(view.steps)} {step.name}"))
    return tuple(facts)


def _phone(number: str) -> str:
    from kiosk.dossiers.identity import display_phone

    return display_phone(number)


def _due_words(view: "DossierView") -> str:
    if view.outcome == "stopped" and view.timeliness is not None:
        return "Dừng khi đã quá hạn"
    words = _REFUSED if view.outcome == "refused" else _CAME
    if view.state == "returned":
        return words.get(view.timeliness or "", handed(view.outcome or "").done)
    if view.state == "refused" and view.timeliness:
        return words[view.timeliness]
    kind, days = view.due.kind, view.due.days
    if kind == "ahead" or (kind == "soon" and days):
        return f"Còn {days} ngày làm việc"
    if kind == "overdue" and days:
        return f"Quá {days} ngày làm việc"
    return view.due.words


def _tone(view: "DossierView") -> str:
    if _judged(view):
        return "err" if view.timeliness == "overdue" else "ok"
    return {"overdue": "err", "soon": "warn", "ahead": "act"}.get(view.due.kind, "ink_2")


def _judged(view: "DossierView") -> bool:
    """Whether it is over and told whether in time; a result that is mended is not over."""
    return view.timeliness is not None and view.state != "correcting"


def _other_days(view: "DossierView") -> str:
    """The day it is judged by and the first one, where another day is told now: ``Tính đúng hạn
    theo ngày 27/11/2026. ``."""
    if view.due_at is None or view.original_due_at is None or view.state == "correcting":
        return ""
    told = local(view.due_at).date()
    judged = local(view.original_due_at).date()
    first = local(view.first_due_at).date() if view.first_due_at is not None else judged
    said = f"Tính đúng hạn theo ngày {day(judged)}. " if judged != told else ""
    return said + (f"Hẹn lần đầu: {day(first)}. " if first not in (told, judged) else "")


def _awaited(view: "DossierView", now: datetime) -> str:
    """Since when the citizen has been awaited, while that is so."""
    waiting = [pause.since for pause in view.pauses if pause.until is None]
    if view.state != "supplementing" or not waiting:
        return ""
    days = days_since(waiting[-1], now)
    so_far = f", đã {days} ngày" if days else ""
    return f"Chờ từ {day_and_time(waiting[-1])}{so_far}. Đủ giấy tờ thì tính lại thời hạn."


def _ring(seen: DossierSeen, tone: str) -> RingFace:
    view, used = seen.view, seen.used
    if view.due.days is not None and not _judged(view):
        share = 1.0 if used is None else used
        return RingFace(share, str(view.due.days), "ngày", tone, _due_words(view))
    used = 0.0 if view.state in NO_DAY else seen.used or 0.0
    done = _judged(view) and view.outcome != "stopped"
    return RingFace(used, "✓" if done else "—", "", tone, _due_words(view))


def _papers_note(seen: DossierSeen) -> str:
    pages = sum(pages for _, pages in seen.scanned)
    return f"{seen.view.sets:02d} bộ · {pages} trang quét" if pages else f"{seen.view.sets:02d} bộ"


def _paper(paper: "Paper", seen: DossierSeen) -> PaperLine:
    parts = []
    if paper.originals:
        parts.append(f"{paper.originals} bản chính")
    if paper.copies:
        parts.append(f"{paper.copies} bản sao")
    pages = sum(pages for title, pages in seen.scanned if title == paper.name)
    return PaperLine(
        paper.name,
        "Nộp" if parts else "Xuất trình",
        ", ".join(parts) or "đã xem",
        f"{pages} trang" if pages else "",
    )


_ADVICE = {
    "supplementing": (
        "Chờ người nộp bổ sung",
        "Người nộp mang đủ giấy tờ đến thì bấm F9: thời hạn tính lại, in giấy hẹn mới.",
    ),
    "withdrawing": (
        "Người nộp xin rút hồ sơ",
        "Nơi giải quyết đồng ý thì bấm F9 dừng hồ sơ; không thì chọn giải quyết tiếp (Ctrl O).",
    ),
}


def _advice(seen: DossierSeen, now: datetime) -> Advice:
    """What its state waits for; else what the law demands of it today, the most pressing first."""
    view = seen.view
    if view.state in _ADVICE:
        return Advice(*_ADVICE[view.state])
    return derive_demands(seen.pressures, view, now)


def _step(view: "DossierView") -> "tuple[int, StepStanding] | None":
    """The step of the process that is worked on, by its place."""
    return next(((place, step) for place, step in enumerate(view.steps, 1) if step.now), None)


def _lost(view: "DossierView") -> Advice:
    """The warning that stands until every lost paper is there again."""
    gone = view.lost
    if gone is None:
        return Advice()
    return Advice(
        "Đang thất lạc giấy tờ",
        f"{'; '.join(gone.names)} (từ {day_and_time(gone.since)}). Tìm lại hoặc làm lại cho người nộp;"
        " có rồi thì ghi đã có lại (Ctrl O).",
    )


def _return_reason(view: "DossierView") -> str:
    if view.state in ("result_ready", "refused", "stopped"):
        return ""
    if view.state == "returned":
        since = f" lúc {day_and_time(view.returned_at)}" if view.returned_at is not None else ""
        return f"{handed(view.outcome or '').done}{since}."
    return "Mở khi hồ sơ có kết quả."


def _slip(view: "DossierView") -> tuple[str, str]:
    """What is known of the slip's papers, and why it cannot be printed again now."""
    slips = [job for job in view.print_jobs if job.kind == "form01"]
    if not slips:
        none = "Chưa in giấy hẹn."
        return none, "" if view.due_at is not None else "Không còn hẹn ngày trả."
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
