"""What the page of one procedure says: pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kiosk.ui.citizen.procedures.limits import counter_limit_said, limit_said, name_said
from kiosk.ui.citizen.sentences import barred
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.view import counter_name, named
from kiosk.ui.language import Language

if TYPE_CHECKING:
    from kiosk.catalogue.browsing import Published
    from kiosk.catalogue.procedure import Paper, Procedure

Printing = Literal["", "printing", "printed", "failed"]
"""How far the list of papers is on its way to the person."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the facts: an icon, what it is, what is so, and a remark."""

    icon: str
    title: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper and what is done with it."""

    name: str
    manner: str


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Papers that belong together: of one case, or of all."""

    title: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class DetailProps:
    """The page of one procedure. ``reason``: why no number can be taken; empty when one can."""

    code: str
    head: str
    name: str
    facts: tuple[Fact, ...]
    papers_title: str
    papers: tuple[PaperGroup, ...]
    no_papers: str
    cases_title: str
    cases: tuple[str, ...]
    steps_title: str
    steps: tuple[str, ...]
    remark: str
    print_words: str
    print_busy: str
    not_printed: str
    take_words: str
    reason: str
    busy: str
    up: str
    down: str

    @property
    def variant(self) -> str:
        """Each procedure has a page of its own."""
        return self.code


def derive_detail(
    found: "Published",
    known: Known,
    now: datetime,
    language: Language,
    *,
    printing: Printing,
    taking: bool,
) -> DetailProps:
    """The page; labels in the language of the screen, the record's own words as published."""
    tr, record = language.tr, found.procedure
    field = known.view.field(found.prefix) if known.view is not None else None
    field_name = named(field, language) if field is not None else found.field
    return DetailProps(
        code=record.code,
        head=tr("{field}  ·  Mã thủ tục {code}", field=field_name, code=record.code),
        name=name_said(record, language),
        facts=_facts(found, language),
        papers_title=tr("Giấy tờ cần chuẩn bị"),
        papers=_groups(found, language),
        no_papers="" if record.papers else tr("Chưa có danh mục giấy tờ. Mời Ông/Bà hỏi tại quầy."),
        cases_title=tr("Các trường hợp"),
        cases=_cases(found, language),
        steps_title=tr("Các bước thực hiện"),
        steps=_steps(record.steps_text),
        remark=_remark(record, language),
        print_words=tr("In lại") if printing == "failed" else tr("In danh mục giấy tờ"),
        print_busy=tr("Đang in…") if printing == "printing" else "",
        not_printed=(
            tr("Chưa in được. Mời Ông/Bà chụp ảnh màn hình.") if printing == "failed" else ""
        ),
        take_words=tr("Lấy số cho thủ tục này"),
        reason=barred(known, found.prefix, now, language),
        busy=tr("Đang lấy số…") if taking else "",
        up=tr("Xem phía trên"),
        down=tr("Xem phía dưới"),
    )


def _remark(record: "Procedure", language: Language) -> str:
    """On a screen in another language: the official name, and that the record is Vietnamese."""
    if language.code == "vi":
        return ""
    official = language.tr("Nội dung thủ tục ghi bằng tiếng Việt như đã công bố.")
    return f"{record.name}\n{official}" if name_said(record, language) != record.name else official


def _facts(found: "Published", language: Language) -> tuple[Fact, ...]:
    from kiosk.catalogue.browsing import counter_limit

    tr, record = language.tr, found.procedure
    ask = tr("Hỏi tại quầy")
    fee, _ = record.fee_for("direct")
    either = tr("hoặc")
    where = f" {either} ".join(counter_name(name, language) for name in found.counters)
    direct = next((one for one in record.channels if one.channel == "direct"), None)
    limit = counter_limit_said(counter_limit(record), language)
    return (
        Fact("clock", tr("Thời hạn"), limit or ask, direct.note if direct else ""),
        Fact("money", tr("Phí, lệ phí"), " ".join(fee.split()) or ask),
        Fact("pin", tr("Nơi nộp"), where or tr("Bàn hướng dẫn")),
        Fact("award", tr("Kết quả"), ", ".join(record.result) or ask, record.agency),
    )


def _groups(found: "Published", language: Language) -> tuple[PaperGroup, ...]:
    grouped: dict[str, list[PaperLine]] = {}
    for paper in found.procedure.papers:
        if paper.kind == "note":
            continue
        grouped.setdefault(paper.case, []).append(PaperLine(paper.name, _manner(paper, language)))
    return tuple(PaperGroup(title, tuple(lines)) for title, lines in grouped.items())


def _manner(paper: "Paper", language: Language) -> str:
    tr = language.tr
    if paper.kind == "present":
        return tr("Xuất trình")
    parts = (
        [language.trn("{n} bản chính", "{n} bản chính", paper.originals)] if paper.originals else []
    )
    parts += [language.trn("{n} bản sao", "{n} bản sao", paper.copies)] if paper.copies else []
    return tr("Nộp {what}", what=", ".join(parts)) if parts else tr("Nộp")


def _cases(found: "Published", language: Language) -> tuple[str, ...]:
    return tuple(
        f"{case.name}: {limit_said(case.limit, language) if case.limit else case.limit_text}".rstrip(
            ": "
        )
        for case in found.procedure.cases
    )


def _steps(text: str) -> tuple[str, ...]:
    """The steps as published, a line each, without the dashes that lead them."""
    lines = (line.strip().lstrip("-+*•–").strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
