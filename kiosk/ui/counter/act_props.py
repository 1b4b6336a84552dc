"""The page of an act: what it will write, what is still lacking, what needs a manager."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.clock import local
from kiosk.text import fold, squeeze
from kiosk.ui.counter.act_words import ACTS, Asked
from kiosk.ui.counter.life_keys import no_more_asks
from kiosk.ui.counter.life_seen import ActEntry, Before, Missing
from kiosk.ui.counter.life_words import SHUT
from kiosk.ui.parts.day_strip import Day
from kiosk.ui.typed_day import typed_day
from kiosk.ui.words import day, day_and_time, day_short, long_day, weekday_short

_FURTHEST = timedelta(days=366)
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ActProps:
    """``told``: the lines that will be written; ``shut``: why it cannot be done as it stands."""

    asked: Asked
    told: tuple[str, ...]
    shut: str
    warning: str = ""
    exception: bool = False
    days: tuple[Day, ...] = ()
    day_said: str = ""


def derive_act(act: str, before: Before, entry: ActEntry) -> ActProps:
    """The page's props."""
    asked = ACTS[act]
    warning = exception_said(act, before)
    appointed = typed_day(entry.day) if asked.day else None
    return ActProps(
        asked=asked,
        told=tuple(_told(act, asked, before, entry)),
        shut=lacking(act, before, entry),
        warning=warning,
        exception=bool(warning),
        days=day_chips(before, appointed),
        day_said=_day_said(before, entry.day) if asked.day else "",
    )


def derive_choices(act: str, before: Before) -> tuple[str, ...]:
    """The papers of the dossier that the act may name: those that are kept, or those that are lost."""
    if act == "papers_found":
        gone = before.view.lost if before.view is not None else None
        return gone.names if gone is not None else ()
    return before.kept if ACTS[act].chosen else ()


def exception_said(act: str, before: Before) -> str:
    """Why asking for papers, or mending a result, is a manager's matter now; empty while it is not."""
    view, rules = before.view, before.rules
    said: list[str] = []
    if act == "correction_begun":
        times = sum(event.act == act for event in view.events) if view is not None else 0
        again = times >= rules.corrections_at_most
        return f"Kết quả đã được sửa {times} lần, lần nữa do người quản lý." if again else ""
    if not ACTS[act].papers:
        return ""
    if view is not None and before.asked >= rules.requests_at_most:
        said.append(f"Hồ sơ đã yêu cầu bổ sung {before.asked} lần, đủ số lần được phép.")
    if before.last_to_ask is not None and before.today > before.last_to_ask:
        said.append(f"Chỉ được yêu cầu bổ sung đến hết ngày {day(before.last_to_ask)}.")
    return " ".join(said)


def lacking(act: str, before: Before, entry: ActEntry) -> str:
    """The first thing that is still lacking, in reading order; empty when nothing is."""
    asked = ACTS[act]
    if shut := _not_now(act, before):
        return shut
    if asked.papers and not entry.papers:
        return "Chọn hoặc ghi giấy tờ còn thiếu"
    if asked.papers and any(not _counted(one) and not one.what.strip() for one in entry.papers):
        return "Ghi số bản hoặc chỗ sai của từng giấy tờ"
    if asked.batch and not entry.codes:
        return "Chọn hồ sơ để bàn giao"
    if asked.chosen and not entry.chosen:
        return f"Chọn {asked.chosen[:1].lower()}{asked.chosen[1:]}"
    if asked.day and (fault := _day_fault(act, before, entry.day)):
        return fault
    if act == "taken_over" and not entry.agency.strip():
        return "Ghi nơi nhận tiếp"
    return _unwritten(act, asked, before, entry)


def _unwritten(act: str, asked: Asked, before: Before, entry: ActEntry) -> str:
    """The first text that is still lacking: a reason, a remedy, an exception."""
    if _reason_needed(act, asked, before) and not entry.reason.strip():
        return "Ghi lý do" if asked.reason.startswith("Lý do") else f"Ghi {_called(asked.reason)}"
    if asked.remedy and not entry.remedy.strip():
        return f"Ghi {_called(asked.remedy)}"
    if exception_said(act, before):
        if not before.manager:
            return f"Chỉ người quản lý {'gửi' if asked.papers else 'sửa'} được lần này"
        if not entry.exception.strip():
            return "Ghi lý do ngoại lệ"
    return ""


def day_chips(before: Before, appointed: date | None) -> tuple[Day, ...]:
    """The days from the one appointed until now, or from today, up to the new one."""
    first = _from(before)
    if appointed is None or not first < appointed <= first + _FURTHEST:
        return ()
    chips, number = [], 0
    old = before.view is not None and before.view.due_at is not None
    for at in range((appointed - first).days + 1):
        one = first + at * _ONE
        works = bool(before.calendar.deadline_sessions(one))
        number += bool(works and at)
        note, kind = f"ngày {number}", "counted"
        if not at:
            note, kind = ("hẹn cũ" if old else "hôm nay"), "received"
        elif one == appointed:
            note, kind = ("hẹn mới" if works else "ngày nghỉ"), "due"
        elif not works:
            note, kind = "nghỉ", "off"
        chips.append(Day(weekday_short(one), day_short(one), note, kind))  # type: ignore[arg-type]
    return tuple(chips)


def signing(before: Before, entry: ActEntry) -> str:
    """Who signs the apology: who was entered, else the head of the department that was chosen."""
    title, name = entry.signer_title.strip(), entry.signer_name.strip()
    if not (title or name):
        wanted = fold(squeeze(entry.agency))
        body = next((one for one in before.bodies if fold(one.name) == wanted), None)
        title, name = (body.head_title, body.head_name) if body is not None else ("", "")
    return " ".join(part for part in (title, name) if part)


def counts_said(paper: Missing) -> str:
    """``1 bản chính, 2 bản photo``."""
    counted = (
        (paper.originals, "bản chính"),
        (paper.certified, "bản chứng thực"),
        (paper.copies, "bản photo"),
    )
    return ", ".join(f"{count} {kind}" for count, kind in counted if count)


def _told(act: str, asked: Asked, before: Before, entry: ActEntry) -> list[str]:
    lines: list[str] = []
    if asked.papers:
        for number, one in enumerate(entry.papers, 1):
            parts = [part for part in (counts_said(one), one.what.strip()) if part]
            lines.append(f"{number}. **{one.name}**" + (f": {'; '.join(parts)}" if parts else ""))
        lines = lines or ["Chưa chọn giấy tờ nào."]
    if asked.chosen:
        lines += [f"**{name}**" for name in entry.chosen] or ["Chưa chọn giấy tờ nào."]
    if asked.batch:
        lines.append(f"**{len(entry.codes)} hồ sơ**, một danh sách hai bên cùng ký.")
    appointed = typed_day(entry.day) if asked.day else None
    if asked.day:
        lines.append(f"Hẹn trả **{long_day(appointed)}**." if appointed else "Hẹn trả: …")
    if asked.agency and entry.agency.strip():
        lines.append(f"{asked.agency}: **{entry.agency.strip()}**")
    if asked.signers and (signer := signing(before, entry)):
        lines.append(f"Người ký: **{signer}**")
    if entry.reason.strip():
        lines.append(f"{asked.reason.split(',')[0]}: {' '.join(entry.reason.split())}")
    if entry.remedy.strip() and asked.remedy:
        lines.append(f"Khắc phục: {' '.join(entry.remedy.split())}")
    if entry.exception.strip() and exception_said(act, before):
        lines.append(f"Ngoại lệ: {' '.join(entry.exception.split())}")
    lines += _follows(act, asked, before)
    return lines


def _follows(act: str, asked: Asked, before: Before) -> list[str]:
    copies = before.copies.get(asked.kind, 0) if asked.kind else 0
    if act == "withdrawn" and before.view is not None and before.view.state == "processing":
        return ["Hồ sơ đang ở nơi giải quyết: chờ nơi ấy dừng hoặc giải quyết tiếp."]
    printed = [f"In **{copies} bản**."] if copies else []
    if act == "supplement_asked":
        return ["Hồ sơ chờ bổ sung, ngày hẹn cũ không còn tính.", _asks_left(before), *printed]
    if act == "extended":
        return [_extensions_left(before), *printed]
    if act in ("refused", "stopped", "withdrawn"):
        return [*_late(before, copies), "Hồ sơ chờ trả lại cho người nộp (F12).", *printed]
    return printed


def _late(before: Before, copies: int) -> list[str]:
    """That a dossier ends past the day it is judged by, and what its paper then says."""
    view = before.view
    if view is None or view.original_due_at is None or view.state == "supplementing":
        return []
    appointed = local(view.original_due_at).date()
    if before.today <= appointed:
        return []
    told = ": giấy ghi rõ và xin lỗi" if copies else ""
    return [f"Hồ sơ **đã quá hạn** từ ngày **{day(appointed)}**{told}."]


def _called(box: str) -> str:
    """What a box asks, within a sentence: ``mất thế nào``."""
    asked = box.split(",", maxsplit=1)[0]
    return asked[:1].lower() + asked[1:]


def _asks_left(before: Before) -> str:
    """How often papers may still be asked for, and until when."""
    left, last = before.rules.requests_at_most - before.asked, before.last_to_ask
    if (no_more := no_more_asks(left, last, before.today)) or last is None:
        return no_more
    return f"Còn được yêu cầu bổ sung **{left} lần**, chậm nhất ngày **{day(last)}**."


def _extensions_left(before: Before) -> str:
    """How often another day may still be appointed, and until when."""
    view, rules = before.view, before.rules
    if view is None or view.due_at is None:
        return ""
    left = rules.extensions_at_most - view.extensions
    last = local(view.due_at).date() - timedelta(days=rules.extension_days_before)
    return f"Còn được hẹn lại **{left} lần**, lập chậm nhất ngày **{day(last)}**."


def _not_now(act: str, before: Before) -> str:
    from kiosk.dossiers.model import open_acts

    if before.view is None or ACTS[act].batch:
        return ""
    view = before.view
    allowed = {one.value for one in open_acts(view.state, before.rules)}
    if act in allowed:
        return ""
    last = view.events[-1]
    return f"{SHUT[view.state].rstrip('.')} ({last.by}, {day_and_time(last.at)})"


def _reason_needed(act: str, asked: Asked, before: Before) -> bool:
    view = before.view
    asked_for = act == "stopped" and view is not None and view.state == "withdrawing"
    return asked.needed and not asked_for


def _counted(paper: Missing) -> int:
    return paper.originals + paper.certified + paper.copies


def _from(before: Before) -> date:
    due_at = before.view.due_at if before.view is not None else None
    return max(local(due_at).date(), before.today) if due_at is not None else before.today


def _day_fault(act: str, before: Before, text: str) -> str:
    if not text.strip():
        return "Ghi ngày hẹn trả mới"
    return _wrong_day(before, text, or_today=act == "correction_begun")


def _wrong_day(before: Before, text: str, *, or_today: bool) -> str:
    appointed = typed_day(text)
    if appointed is None:
        return "Ghi ngày hẹn theo ngày/tháng/năm"
    view = before.view
    least = before.today
    if not or_today and view is not None and view.due_at is not None:
        least = local(view.due_at).date() + _ONE
    if appointed < least:
        return f"Hẹn từ ngày {day(least)} trở đi"
    if appointed > max(least, before.today) + _FURTHEST:
        return "Ngày hẹn xa quá một năm"
    if not before.calendar.deadline_sessions(appointed):
        return f"{day(appointed)} là ngày nghỉ, chọn ngày khác"
    return ""


def _day_said(before: Before, text: str) -> str:
    appointed = typed_day(text)
    if appointed is not None:
        return long_day(appointed)
    due_at = before.view.due_at if before.view is not None else None
    return f"Đang hẹn {long_day(local(due_at).date())}." if due_at is not None else ""
