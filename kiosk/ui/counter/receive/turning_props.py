"""Papers that are not taken in: what the page asks, what it shows, what is still lacking."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.clock import office_day
from kiosk.refusal import Refused
from kiosk.ui.counter.act_props import ActProps
from kiosk.ui.counter.act_words import Asked
from kiosk.ui.counter.life_seen import ActEntry, Missing
from kiosk.ui.counter.receive.form import Form, PaperEntry
from kiosk.ui.counter.receive.outlook import Problem
from kiosk.ui.words import day
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.asked_before import AskedBefore
    from kiosk.dossiers.letters import Letter

Kind = Literal["supplement", "refusal"]
SUPPLEMENT: Kind = "supplement"
REFUSAL: Kind = "refusal"
LACKING = "thiếu"
CHOOSE_PROCEDURE, ENTER_NAME = "Chọn thủ tục trước", "Ghi họ tên trước"
ENTER_FIRM = "Ghi tên tổ chức trước"
_MOST_NAMED = 60


@dataclass(frozen=True, slots=True)
class TurningWords:
    """The words of the page for one kind of letter."""

    title: str
    submit: str
    busy: str
    preview: str
    asked: Asked


WORDS: dict[str, TurningWords] = {
    SUPPLEMENT: TurningWords(
        "Yêu cầu bổ sung",
        "In phiếu yêu cầu bổ sung",
        "Đang ghi phiếu…",
        "Xem trước phiếu bổ sung",
        Asked(
            title="Yêu cầu bổ sung",
            submit="In phiếu yêu cầu bổ sung",
            icon="list",
            done="Đã lập phiếu yêu cầu bổ sung số {letter}",
            kind=SUPPLEMENT,
            reason="Lý do, hướng dẫn thêm (in trên phiếu)",
            needed=False,
            papers=True,
        ),
    ),
    REFUSAL: TurningWords(
        "Từ chối tiếp nhận",
        "In phiếu từ chối",
        "Đang ghi phiếu…",
        "Xem trước phiếu từ chối",
        Asked(
            title="Từ chối tiếp nhận",
            submit="In phiếu từ chối",
            icon="close",
            done="Đã lập phiếu từ chối số {letter}",
            kind=REFUSAL,
            reason="Lý do từ chối (in trên phiếu)",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class TurningSeen:
    """What the store's rules say of a letter that is being written.

    ``letter`` is the one that would be printed now, without its number; ``earlier`` the requests
    made to the same person for the same procedure; ``again``: they are as many as are allowed.
    """

    letter: "Letter | None" = None
    copies: int = 0
    earlier: "tuple[AskedBefore, ...]" = ()
    again: bool = False
    manager: bool = False
    problems: tuple[Problem, ...] = ()
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class TurningProps:
    """All of the page that follows. ``preview`` stands on the sheet while there is no picture."""

    words: TurningWords
    about: str
    act: ActProps
    size: str
    notes: tuple[str, str]
    preview: str = ""


def turning_shut(form: Form) -> str:
    """Why no letter can be written yet: it says for whom it is, and about what."""
    if not form.procedure:
        return CHOOSE_PROCEDURE
    if form.applicant.name.strip():
        return ""
    return ENTER_FIRM if form.of_organisation else ENTER_NAME


def papers_to_ask(form: Form) -> tuple[str, ...]:
    """The papers that may be missing or wrong, in the order of the form."""
    return tuple(dict.fromkeys(paper.name for paper in form.papers if paper.kind != "note"))


def first_entry(form: Form) -> ActEntry:
    """The request as it begins: exactly the required papers that were not ticked."""
    missing = (paper for paper in form.papers if paper.required and not paper.ticked)
    return ActEntry(papers=tuple({paper.name: _missing(paper) for paper in missing}.values()))


def derive_turning(kind: Kind, form: Form, entry: ActEntry, seen: TurningSeen) -> TurningProps:
    """The page of a letter instead of a reception."""
    words = WORDS[kind]
    warning = asked_said(seen) if kind == SUPPLEMENT and seen.again else ""
    act = ActProps(
        asked=words.asked,
        told=(),
        shut=lacking(kind, entry, seen),
        warning=warning,
        exception=bool(warning) and seen.manager,
    )
    copies = f"A5 · {seen.copies} bản" if seen.copies else "A5"
    person = form.applicant
    number = person.tax_code if form.of_organisation else person.id_number
    known = number.strip() or person.phone.strip()
    note = "Chưa lập hồ sơ, chưa tính thời hạn"
    if kind == SUPPLEMENT and not known:
        which = "mã số thuế" if form.of_organisation else "số căn cước"
        note = f"Chưa có {which}, số điện thoại: lần sau khó nhận ra đã yêu cầu"
    numbered = "**Số phiếu cấp khi bấm F9**"
    preview = ""
    if seen.letter is None:
        preview = sentence(seen.refused) if seen.refused else "Chưa xem trước được phiếu."
    return TurningProps(words, about_said(form), act, copies, (numbered, note), preview)


def about_said(form: Form) -> str:
    """``**Nguyễn Văn An**, 1.004873``"""
    name = " ".join(form.applicant.name.split())
    shown = name if len(name) <= _MOST_NAMED else f"{name[:_MOST_NAMED].rstrip()}…"
    return f"**{shown}**, thủ tục {form.procedure}"


def asked_said(seen: TurningSeen) -> str:
    """Who asked before, when, by which letter, and what to do about it."""
    last = seen.earlier[-1]
    by = f" do {last.by} lập" if last.by else ""
    said = (
        f"Đã yêu cầu bổ sung cho người này, thủ tục này bằng phiếu **{last.number}** ngày "
        f"{day(office_day(last.at))}{by}; theo quy định chỉ yêu cầu một lần."
    )
    if seen.manager:
        return f"{said} Ông/Bà là người quản lý: ghi lý do ngoại lệ ở dưới."
    return (
        f"{said} Muốn yêu cầu thêm, mời người quản lý đăng nhập ở quầy này rồi bấm F7, F10: phần "
        "đã nhập được giữ lại."
    )


def lacking(kind: Kind, entry: ActEntry, seen: TurningSeen) -> str:
    """The first thing that is still lacking, in reading order; empty when nothing is."""
    if kind == REFUSAL:
        return "" if entry.reason.strip() else "Ghi lý do từ chối"
    if not entry.papers:
        return "Chọn hoặc ghi giấy tờ còn thiếu"
    if any(not _counted(one) and not one.what.strip() for one in entry.papers):
        return "Ghi số bản hoặc chỗ sai của từng giấy tờ"
    if seen.again:
        if not seen.manager:
            return "Chỉ người quản lý gửi được lần này"
        if not entry.exception.strip():
            return "Ghi lý do ngoại lệ"
    return ""


def _missing(paper: PaperEntry) -> Missing:
    if paper.kind == "present":
        return Missing(paper.name, what=LACKING)
    originals = paper.originals if paper.originals or paper.copies else 1
    return Missing(paper.name, originals, 0, paper.copies, LACKING)


def _counted(paper: Missing) -> int:
    return paper.originals + paper.certified + paper.copies
