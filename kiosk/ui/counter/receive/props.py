"""What the page shows, worked out from what it holds: plain functions, no widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.ui.counter.receive.chips import chips
from kiosk.ui.counter.receive.form import Form, day_shown
from kiosk.ui.counter.receive.outlook import Outlook, Problem, TermsSeen
from kiosk.ui.counter.receive.papers import missing_required, which_missing
from kiosk.ui.counter.receive.turning_props import CHOOSE_PROCEDURE, turning_shut
from kiosk.ui.parts.day_strip import Day
from kiosk.ui.words import clock_time, day_short, weekday
from kiosk.wording import doubt_sentence, problem_sentence, sentence

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure

CHOOSE_CASE = "Chọn trường hợp của thủ tục này."
ENTER_LIMIT = "Thủ tục không ghi thời hạn: nhập con số và đơn vị."
ENTER_DUE = "Đổi ngày hẹn cần có ngày và lý do."
AT_ONCE = (
    "Trả kết quả ngay trong buổi: không in giấy hẹn. Đánh dấu “In giấy hẹn” nếu người nộp cần."
)
PREVIEW_NEEDS = {
    "": "Chọn thủ tục để xem trước giấy hẹn.",
    "dossier.case_needed": "Chọn trường hợp để xem trước giấy hẹn.",
    "dossier.limit_needed": "Nhập thời hạn để xem trước giấy hẹn.",
}


@dataclass(frozen=True, slots=True)
class ReceiveProps:
    """All of the page that follows from the form and what the rules say of it.

    ``errors`` and ``doubts`` are sentences by the place they belong to (a dossier file's path).
    ``needs_slip`` is false where the result is given at once, ``prints`` where no slip is wanted.
    ``shut`` is why F9 cannot be pressed now, ``turning_shut`` why F10 and F11 cannot; ``lacking``:
    a required paper is missing, so that F10 is called for.
    """

    shut: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    limit: str = ""
    enter_limit: bool = False
    days: tuple[Day, ...] = ()
    due: str = ""
    preview: str = ""
    forwarding: str = ""
    turning_shut: str = ""
    needs_slip: bool = True
    prints: bool = True
    lacking: bool = False


def derive(
    form: Form,
    procedure: "Procedure | None",
    outlook: Outlook,
    *,
    shown: "frozenset[str] | None",
    editing: str = "",
) -> ReceiveProps:
    """The page of a form. ``shown`` are the places whose faults are told, None all of them; what
    is being ``editing`` is left alone."""

    def told(where: str) -> bool:
        return where != editing and (shown is None or where in shown)

    refused = outlook.refused.code if outlook.refused else ""
    errors = {}
    for problem in outlook.problems:
        where = place_of(problem)
        if where not in errors and told(where):
            errors[where] = _of_organisation(form, where, problem) or said_of(problem)
    if refused == "dossier.limit_needed" and told("limit"):
        errors.setdefault("limit", ENTER_LIMIT)
    if refused in ("dossier.case_needed", "case.unknown") and told("case"):
        errors["case"] = CHOOSE_CASE
    if outlook.refused and refused.startswith("due.") and told("due.day"):
        errors["due.day"] = sentence(outlook.refused)
    needs_slip = outlook.terms is None or outlook.terms.needs_slip
    prints = needs_slip or form.slip
    return ReceiveProps(
        shut=shut_reason(form),
        errors=errors,
        doubts=_doubts(outlook, editing),
        limit=limit_said(procedure, outlook.terms, refused),
        enter_limit=limit_to_enter(form, procedure),
        days=chips(outlook.terms.days) if outlook.terms else (),
        due=due_said(outlook),
        preview=("" if prints else AT_ONCE) if outlook.slip else _preview(outlook.refused),
        forwarding=forwarding_said(outlook),
        turning_shut=turning_shut(form),
        needs_slip=needs_slip,
        prints=prints,
        lacking=bool(missing_required(form.papers)),
    )


def keys_of(
    shut: bool, preview_shown: bool, turning_shut: bool, goes_on: str
) -> tuple[tuple[str, str], ...]:
    """The keys that the page hears, for the bar; ``goes_on`` is what Ctrl+F9 does, if anything."""
    turning = () if turning_shut else (("F10", "Yêu cầu bổ sung"), ("F11", "Từ chối"))
    return (
        *(() if shut else (("F9", "Tiếp nhận và in"),)),
        *((("Ctrl F9", goes_on),) if goes_on else ()),
        *turning,
        ("Ctrl E", "Tổ chức, cá nhân"),
        ("PgDn", "Thẻ sau"),
        ("Space + −", "Giấy tờ"),
        ("Ctrl S", "Lưu nháp"),
        ("Ctrl I", "Ẩn xem trước" if preview_shown else "Xem trước"),
        ("Esc", "Quay lại"),
    )


def letter_keys(shut: bool, preview_shown: bool) -> tuple[tuple[str, str], ...]:
    """The keys that the page hears while a letter is written."""
    return (
        *(() if shut else (("F9", "In phiếu"),)),
        ("Space + −", "Giấy tờ"),
        ("Ctrl I", "Ẩn xem trước" if preview_shown else "Xem trước"),
        ("Esc", "Quay lại"),
    )


def shut_reason(form: Form) -> str:
    """Why the dossier cannot be received as it stands; empty when it may be tried."""
    if not form.procedure:
        return CHOOSE_PROCEDURE
    return which_missing(form.papers)


def place_of(problem: Problem) -> str:
    """Where a problem's sentence stands: a paper's faults under the list, a fee's under the fee."""
    where = str(problem["where"])
    head = where.partition("[")[0].partition(".")[0]
    return head if head in ("papers", "fee") else where


def said_of(problem: Problem) -> str:
    """A problem in words that fit the screen, where a file's words would not."""
    code, where = str(problem["code"]), str(problem["where"])
    if code == "value.no_date":
        said = day_shown(str(problem.get("said", "")))
        return f"Không có ngày “{said}”. Viết ngày, tháng, năm: 05/03/1999."
    if where in ("due.day", "due.reason") and code == "value.missing":
        return ENTER_DUE
    if where == "procedure":
        return f"{CHOOSE_PROCEDURE}."
    if code == "limit.malformed":
        return "Thời hạn phải là một con số, ví dụ 3."
    if code == "limit.out_of_range":
        return "Thời hạn này ngắn hoặc dài quá mức cho phép."
    return problem_sentence(code, problem)


def _of_organisation(form: Form, where: str, problem: Problem) -> str:
    """What is called otherwise where an organisation hands in."""
    if not form.of_organisation or problem["code"] != "value.missing":
        return ""
    return {
        "applicant.name": "Ghi tên tổ chức.",
        "submitter.name": "Ghi người nộp cho tổ chức.",
    }.get(where, "")


def _doubts(outlook: Outlook, editing: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for where, code in outlook.doubts:
        if where != editing:
            told[where] = (
                f"{told[where]} {doubt_sentence(code)}" if where in told else doubt_sentence(code)
            )
    return told


def limit_to_enter(form: Form, procedure: "Procedure | None") -> bool:
    """Whether the officer has to enter the limit: the procedure publishes none (nothing guessed).

    Not while a case still has to be chosen that may have one.
    """
    if procedure is None:
        return False
    limit, _ = procedure.limit_for(form.channel, form.case or None)
    if limit is not None:
        return False
    return bool(form.case) or all(one.limit is None for one in procedure.cases)


def limit_said(procedure: "Procedure | None", terms: TermsSeen | None, refused: str) -> str:
    """The head of the fourth card."""
    if terms is not None:
        origin = "Thời hạn cán bộ nhập" if terms.source == "officer" else "Thời hạn theo quy định"
        return f"{origin}: **{terms.limit_text}**"
    if procedure is None:
        return ""
    if refused == "dossier.case_needed":
        return "Thời hạn tùy trường hợp"
    return "Thủ tục không ghi thời hạn" if refused == "dossier.limit_needed" else ""


def due_said(outlook: Outlook) -> str:
    """``**Hẹn trả 17:00 Thứ Sáu 27/11.** Tính từ ngày kế tiếp; …``"""
    terms = outlook.terms
    if terms is not None:
        due = local(terms.due_at).date()
        when = f"{clock_time(terms.due_at)} {weekday(due)} {day_short(due)}"
        return f"**Hẹn trả {when}.** {terms.reason}"
    if outlook.refused is None:
        return "Chọn thủ tục để tính ngày hẹn trả."
    if outlook.refused.code == "dossier.case_needed":
        return "Chọn trường hợp để tính ngày hẹn trả."
    if outlook.refused.code == "dossier.limit_needed":
        return "Nhập thời hạn để tính ngày hẹn trả."
    return sentence(outlook.refused)


def _preview(refused: Refused | None) -> str:
    return PREVIEW_NEEDS.get(refused.code if refused else "", "Chưa tính được ngày hẹn trả.")


def forwarding_said(outlook: Outlook) -> str:
    """When the dossier is passed on to those who decide (NĐ 61/2018/NĐ-CP Điều 18 khoản 2)."""
    if outlook.forwarded_today:
        return "Chuyển hồ sơ ngay trong ngày làm việc"
    return "Nhận sau giờ chuyển: chuyển đầu ngày làm việc kế tiếp"
