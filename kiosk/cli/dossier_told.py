"""A dossier as ``kiosk dossier …`` tells it: a JSON document, or lines for a person."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from kiosk.cli.output import moment, words
from kiosk.dossiers.application import Submitter
from kiosk.dossiers.model import ACT_WORDS, Act, DossierState, Outcome, state_words
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.pauses import Pause
from kiosk.dossiers.process import StepStanding
from kiosk.dossiers.progress import Timeliness
from kiosk.dossiers.reading import DossierEvent, DossierView
from kiosk.office.legal import FormKind, FormOfProfile, legal_profile

CAME_WORDS = {
    Timeliness.EARLY: "trước hạn",
    Timeliness.ON_TIME: "đúng hạn",
    Timeliness.OVERDUE: "quá hạn",
}


def document(found: DossierView) -> dict[str, Any]:
    """Everything of a dossier but the person behind it, who stands there by name only."""
    names = _forms(found)
    return _head(found) | {
        "state": found.state.value,
        "outcome": found.outcome,
        "holder": found.holder,
        "due_at": moment(found.due_at),
        "original_due_at": moment(found.original_due_at),
        "first_due_at": moment(found.first_due_at),
        "due_reason": found.due_reason,
        "due": found.due.full_words,
        "timeliness": found.timeliness,
        "ready_at": moment(found.ready_at),
        "returned_at": moment(found.returned_at),
        "requests": found.requests,
        "extensions": found.extensions,
        "pauses": [_pause(one) for one in found.pauses],
        "steps": [_step(one) for one in found.steps],
        "lost": (
            {"papers": list(found.lost.names), "since": moment(found.lost.since)}
            if found.lost
            else None
        ),
        "letters": [
            {
                "kind": one.kind.value,
                "name": names[one.kind].called(one.cause),
                "number": one.printed,
                "at": moment(one.issued_at),
            }
            for one in found.letters
        ],
        "papers": [
            {"name": p.name, "originals": p.originals, "copies": p.copies} for p in found.papers
        ],
        "events": _events(found.events),
        "print_jobs": [job.id for job in found.print_jobs],
    }


def document_at(found: DossierView, act: Act, step: DossierMoved) -> dict[str, Any]:
    """The dossier as that step left it, whatever came after: asked again, the same again."""
    log = _until(found.events, act, step)
    ready = [event.at for event in log if event.act in (Act.READY, Act.REFUSE)]
    returned = [event.at for event in log if event.state is DossierState.RETURNED]
    now_returned = step.state is DossierState.RETURNED
    return _head(found) | {
        "state": step.state.value,
        "at": moment(step.at),
        "due_at": moment(step.due_at),
        "timeliness": step.timeliness,
        "ready_at": moment(ready[0]) if ready else None,
        "returned_at": moment(returned[-1]) if now_returned and returned else None,
        "events": _events(log),
    }


def lines(found: DossierView) -> list[str]:
    """The same for a person."""
    profile, forms = legal_profile(found.legal_profile), _forms(found)
    days, judged, reception = [], found.original_due_at, found.first_due_at
    if judged != found.due_at:
        called = "ngày hẹn đầu, để" if judged == reception else "ngày để"
        days.append(f"{called} tính đúng hạn: {words(judged)}")
    if reception not in (None, found.due_at, judged):
        days.append(f"hẹn lần đầu: {words(reception)}")
    first = f" ({'; '.join(days)})" if days else ""
    due, lost = words(found.due_at) or "chưa có ngày", found.lost
    return [
        f"{found.code}  {state_words(found.state, found.outcome)}",
        *([f"Thất lạc từ {words(lost.since)}: {'; '.join(lost.names)}"] if lost else []),
        f"Thủ tục: {found.procedure_code} {found.procedure_name}",
        f"Chủ hồ sơ: {found.applicant.name}{_coded(found)}",
        *([f"Người nộp: {_handed_in_by(found.submitter)}"] if found.submitter else []),
        *([f"Mã trên Cổng dịch vụ công: {found.foreign_code}"] if found.foreign_code else []),
        *([f"Trả kết quả tới: {found.deliver_to}"] if found.deliver_to else []),
        f"Nhận: {words(found.received_at)}; hẹn trả: {due}{first}. {found.due_reason}",
        f"Tiến độ: {_progress(found)}",
        *([f"Nơi đang giữ: {found.holder}"] if found.holder else []),
        f"Quyển {found.volume:02d}, số {found.entry}; {profile.title}",
        *([f"Đã hẹn lại: {found.extensions} lần"] if found.extensions else []),
        *(f"  {_pause_line(one)}" for one in found.pauses),
        *(f"  {_step_line(one)}" for one in found.steps),
        *(
            f"  {words(one.issued_at)}  {forms[one.kind].called(one.cause)} số {one.printed}"
            for one in found.letters
        ),
        *(f"  {p.name}: {p.originals} bản chính, {p.copies} bản sao" for p in found.papers),
        *(f"  {_event_line(e)}" for e in found.events),
    ]


def lines_at(found: DossierView, act: Act, step: DossierMoved) -> list[str]:
    """What was done, what it means for the citizen, and what is owed on paper."""
    told = [
        f"{step.code}  {state_words(step.state, found.outcome)}",
        f"Đã ghi: {_done(found, act)}.",
    ]
    if step.letter:
        written = [one for one in found.letters if one.printed == step.letter]
        forms = _forms(found)
        name = forms[written[-1].kind].called(written[-1].cause) if written else "Giấy"
        told.append(f"{name} số {step.letter}.")
    if step.due_at is not None and step.state not in (DossierState.RETURNED, DossierState.REFUSED):
        told.append(f"Hẹn trả: {words(step.due_at)}.")
    stopped = found.outcome is Outcome.STOPPED
    if step.timeliness is not None and stopped and act in (Act.STOP, Act.WITHDRAW):
        told.append(f"Khi dừng hồ sơ đã quá hạn, kể từ {words(found.original_due_at)}.")
    elif act is Act.REFUSE and (since := _late_since(found)):
        told.append(f"Khi từ chối hồ sơ đã quá hạn, kể từ {words(since)}; phiếu có lời xin lỗi.")
    elif step.timeliness is not None and not stopped and act in (Act.READY, Act.REFUSE, Act.RETURN):
        told.append(f"Kết quả {CAME_WORDS[step.timeliness]}.")
    if act is Act.RETURN and found.lost is not None:
        gone = "; ".join(found.lost.names)
        told.append(
            f"Đang thất lạc, chưa trả lại được: {gone}. Tìm lại hoặc làm lại rồi báo đã có."
        )
    return told + owed_lines(found, step.print_jobs)


def _late_since(found: DossierView) -> datetime | None:
    """The passed day that the last refusal told of."""
    told = [event.details.get("late_since") for event in found.events if event.act is Act.REFUSE]
    return datetime.fromisoformat(told[-1]) if told and told[-1] else None


def _coded(found: DossierView) -> str:
    code = found.applicant.tax_code
    return f", mã số thuế {code}" if code else ""


def _handed_in_by(other: Submitter) -> str:
    return ", ".join(part for part in (other.name, other.position, other.relation) if part)


def _forms(found: DossierView) -> dict[FormKind, FormOfProfile]:
    return {form.kind: form for form in legal_profile(found.legal_profile).forms}


def _done(found: DossierView, act: Act) -> str:
    if act is Act.RETURN:
        return state_words(DossierState.RETURNED, found.outcome).removeprefix("đã ")
    return ACT_WORDS[act]


_TOLD = {
    "agency": "nơi nhận",
    "list_number": "danh sách bàn giao số",
    "reason": "lý do",
    "remedy": "cách khắc phục",
    "exception": "lý do ngoại lệ",
    "to": "người nhận",
    "name": "tên",
    "address": "gửi tới",
    "slip": "giấy hẹn",
    "note": "ghi chú",
}
_RECEIVERS = {
    "applicant": "chủ hồ sơ",
    "submitter": "người nộp",
    "representative": "người được ủy quyền",
    "post": "bưu chính",
    "brought": "có",
    "missing": "không có, đã đối chiếu căn cước",
}


def _event_line(event: DossierEvent) -> str:
    """A line of the log, with what was written to it."""
    told = [
        f"{_called(event.act, key)}: {_RECEIVERS.get(str(event.details[key]), event.details[key])}"
        for key in _TOLD
        if event.details.get(key)
    ]
    if event.details.get("papers"):
        told.insert(0, ", ".join(map(str, event.details["papers"])))
    if isinstance(event.details.get("originals"), list):
        told.append(f"đã trả lại bản chính: {', '.join(event.details['originals'])}")
    if event.details.get("late_since"):
        told.append(f"đã quá hạn từ {words(datetime.fromisoformat(event.details['late_since']))}")
    if event.details.get("again") and event.act is Act.ASK_SUPPLEMENT:
        told.append("yêu cầu thêm lần nữa, hồ sơ tính là quá hạn")
    if event.details.get("late"):
        told.append("muộn so với quy định")
    line = f"{words(event.at)}  {ACT_WORDS[event.act]}  {event.by}"
    return f"{line}  ({'; '.join(told)})" if told else line


def _called(act: Act, key: str) -> str:
    sorry = key == "agency" and act in (Act.EXTEND, Act.CORRECT, Act.LOSE)
    return "cơ quan xin lỗi" if sorry else _TOLD[key]


def owed_lines(found: DossierView, print_jobs: Sequence[str]) -> list[str]:
    """The papers a step owes, as a person reads them."""
    return [
        f"Chờ in: {job.title}, {job.copies} bản."
        for job in found.print_jobs
        if job.id in print_jobs
    ]


def _head(found: DossierView) -> dict[str, Any]:
    """What never changes."""
    return {
        "id": found.id,
        "code": found.code,
        "legal_profile": found.legal_profile,
        "procedure": {"code": found.procedure_code, "name": found.procedure_name},
        "applicant": found.applicant.name,
        "applicant_kind": found.applicant.kind.value,
        "tax_code": found.applicant.tax_code,
        "foreign_code": found.foreign_code,
        "deliver_to": found.deliver_to,
        "received_at": moment(found.received_at),
        "register": {"volume": found.volume, "entry": found.entry},
        "ticket": found.ticket,
    }


def _until(
    events: Sequence[DossierEvent], act: Act, step: DossierMoved
) -> tuple[DossierEvent, ...]:
    """The log up to a step: its act, its state and its moment tell which line it is."""
    told = (act, step.state, step.at)
    here = (place for place, one in enumerate(events) if (one.act, one.state, one.at) == told)
    return tuple(events[: next(here, len(events)) + 1])


def _progress(found: DossierView) -> str:
    came = found.timeliness
    if came is not None and found.outcome is Outcome.STOPPED:
        return "dừng khi đã quá hạn"
    return f"kết quả {CAME_WORDS[came]}" if came is not None else found.due.full_words.lower()


def _pause(one: Pause) -> dict[str, Any]:
    return {
        "since": moment(one.since),
        "until": moment(one.until),
        "due_before": moment(one.due_before),
        "due_restarted": moment(one.due_restarted),
        "due_shifted": moment(one.due_shifted),
    }


def _pause_line(one: Pause) -> str:
    told = f"Chờ bổ sung từ {words(one.since)}"
    if one.until is None:
        return f"{told}, chưa nhận đủ"
    if one.due_restarted is None:
        return f"{told} đến {words(one.until)}, hồ sơ dừng khi đang chờ"
    shifted = f", tính tiếp thì {words(one.due_shifted)}" if one.due_shifted else ""
    return f"{told} đến {words(one.until)}; tính lại từ đầu: {words(one.due_restarted)}{shifted}"


def _step(one: StepStanding) -> dict[str, Any]:
    return {
        "name": one.name,
        "responsible": one.responsible,
        "due_at": moment(one.due_at),
        "done_at": moment(one.done_at),
        "now": one.now,
        "late": one.late,
    }


def _step_line(one: StepStanding) -> str:
    marks = [("đang làm", one.now), ("đến hạn hôm nay", one.soon), ("trễ", one.late)]
    told = ", ".join(word for word, holds in marks if holds)
    done = f"xong {words(one.done_at)}" if one.done_at else f"hạn {words(one.due_at)}"
    return f"{one.name}  {one.responsible}  {done}{f'  ({told})' if told else ''}"


def _events(events: Iterable[DossierEvent]) -> list[dict[str, Any]]:
    return [
        {
            "act": event.act.value,
            "state": event.state.value,
            "at": moment(event.at),
            "officer": event.officer_name,
            "details": event.details,
            **({"letter": event.details["letter"]} if "letter" in event.details else {}),
        }
        for event in events
    ]
