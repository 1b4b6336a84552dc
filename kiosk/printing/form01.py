"""Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, on A5. Lengths are mm, type sizes points.

Form of TT 01/2018/TT-VPCP (A5 for forms 01 to 05) in the proportions of NĐ 30/2020/NĐ-CP; the
words are those of the legal profile (:mod:`kiosk.printing.form_text`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.dossiers.slips import ORGANISATION, AppointmentSlip, SlipPaper
from kiosk.office.legal import FormKind
from kiosk.printing import figures
from kiosk.printing.a5 import HEIGHT, LEFT, RIGHT, SHEET_LIMIT, WIDTH
from kiosk.printing.cells import set_cells
from kiosk.printing.fonts import Face
from kiosk.printing.form_foot import Foot, foot, strip
from kiosk.printing.form_head import Stamps, continuation, head
from kiosk.printing.form_text import AppointmentText, FormLine, Manner, fill, form_text
from kiosk.printing.marks import Mark, Page
from kiosk.printing.sheets import Measure, Sheets, fewest_sheets
from kiosk.printing.signing import Signing, sign, signing_height, signings
from kiosk.printing.tables import Column, Head, Row, set_table
from kiosk.printing.typography import Line, Style, balanced, printable, wrap_text

_BODY = Manner(Style(Face.SERIF, 10), Style(Face.SERIF_BOLD, 10), Style(Face.SERIF_BOLD, 11.5))
_ITALIC = Style(Face.SERIF_ITALIC, 10)
_LINE = Measure(step=4.2, rise=3.2)
_TABLE_LINE = Measure(step=4.15, rise=3.15)
_COLUMNS = (
    Column(10.0, 9.6, centred=True),
    Column(19.6, 73.4, centred=False),
    Column(93.0, 27.0, centred=True),
    Column(120.0, 18.0, centred=True),
)
_KEPT_WITH_SIGNATURES = 2


@dataclass(frozen=True, slots=True)
class _Spacing:
    """White below paragraphs, and for a signature."""

    gap: float
    signing: float


_SPACINGS = (_Spacing(1.35, 19.0), _Spacing(1.2, 15.5), _Spacing(0.8, 14.0), _Spacing(0.4, 13.0))
"""From the roomiest on: the first that spares a second sheet is taken, else the first of all."""

Paragraph = Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Content:
    """The form with its lines broken, not yet put on sheets."""

    values: Mapping[str, str]
    words: AppointmentText
    before: Sequence[Paragraph]
    table_head: Head
    rows: Sequence[Row]
    after: Sequence[Paragraph]
    signed: Sequence[Signing]
    foot: Foot
    stamps: Stamps


def form01_pages(slip: AppointmentSlip, *, copies: int, reprint: bool) -> list[Page]:
    """All sheets of all copies, copy after copy.

    A slip without a code is a preview: dots stand for what is not issued yet.

    Raises :class:`Refused`: ``form.no_text``, ``form.unreadable_text``, ``font.missing``,
    ``font.glyph_missing``, ``barcode.bad_text``, ``barcode.too_long``.
    """
    words = _words(slip)
    content = _content(slip, words, reprint=reprint)
    bodies = fewest_sheets(lambda spacing: _fill_sheets(content, spacing), _SPACINGS)
    return [
        Page(WIDTH, HEIGHT, (*body, *strip(words, copy, number, len(bodies))))
        for copy in range(1, copies + 1)
        for number, body in enumerate(bodies, start=1)
    ]


def form01_title(slip: AppointmentSlip) -> str:
    """The name of the document, without anyone's name."""
    words = _words(slip)
    return printable(f"{words.number}, {words.title}, {slip.code}")


def _words(slip: AppointmentSlip) -> AppointmentText:
    return form_text(slip.profile, FormKind.APPOINTMENT, AppointmentText)


def values_of(slip: AppointmentSlip, words: AppointmentText) -> dict[str, str]:
    """What the placeholders of the wording stand for."""
    number = printable(slip.id_number_masked)
    label = words.id_number
    if any(letter.isalpha() for letter in number):
        label = words.passport_number
    if slip.addressed == ORGANISATION:
        label, number = words.tax_code, printable(slip.tax_code)
    texts = {
        "code": slip.code,
        "office_parent": slip.office_parent,
        "office_name": slip.office_name,
        "place": slip.place,
        "field_name": slip.field_name,
        "applicant_name": slip.applicant_name,
        "addressed": slip.addressed,
        "id_label": label,
        "id_number_masked": number,
        "address": slip.address,
        "phone": figures.spaced_phone(slip.phone),
        "email": slip.email,
        "procedure_code": slip.procedure_code,
        "procedure_name": slip.procedure_name,
        "sets": figures.two_figures(slip.sets),
        "limit_text": slip.limit_text,
        "received_at": figures.moment_long(slip.received_at),
        "issued_day": figures.day_long(slip.received_at),
        "due_at": figures.moment_long(slip.due_at),
        "deliver_at_place": slip.deliver_at_place,
        "fee_text": slip.fee_text,
        "volume": figures.two_figures(slip.volume) if slip.volume else "",
        "entry": figures.two_figures(slip.entry) if slip.entry else "",
        "lookup_secret": figures.spaced_secret(slip.lookup_secret),
        "hotline": figures.spaced_phone(slip.hotline),
        "officer_name": slip.officer_name,
        "submitter_name": slip.submitter_name,
        "note": slip.note,
    }
    return {name: printable(text) for name, text in texts.items()}


def _content(slip: AppointmentSlip, words: AppointmentText, *, reprint: bool) -> _Content:
    values = values_of(slip, words)

    def paragraphs(lines: Iterable[FormLine]) -> list[Paragraph]:
        return [
            set_cells([fill(cell, values, _BODY) for cell in line.cells], RIGHT - LEFT, _BODY.plain)
            for line in lines
            if line.stands(values)
        ]

    return _Content(
        values,
        words,
        before=paragraphs(words.before_papers),
        table_head=Head(
            [
                wrap_text(text, _BODY.bold, column.room)
                for column, text in zip(_COLUMNS, words.papers.heads, strict=True)
            ]
        ),
        rows=_rows(slip.papers, words),
        after=paragraphs(words.after_papers),
        signed=signings(words.signatures, values, _BODY, _ITALIC),
        foot=foot(values, words.foot),
        stamps=Stamps(slip.sample, reprint),
    )


def _rows(slip_papers: Sequence[SlipPaper], words: AppointmentText) -> list[Row]:
    papers = _one_row_each(slip_papers)
    if not papers:
        return [[[], wrap_text(words.papers.none, _BODY.plain, _COLUMNS[1].room), [], []]]
    number_column, name_column, kind_column, quantity_column = _COLUMNS
    plain = _BODY.plain
    return [
        [
            wrap_text(str(number), plain, number_column.room),
            wrap_text(printable(name), plain, name_column.room),
            balanced(printable(kinds), plain, kind_column.room),
            wrap_text(quantities, plain, quantity_column.room),
        ]
        for number, (name, kinds, quantities) in enumerate(papers, start=1)
    ]


def _one_row_each(papers: Sequence[SlipPaper]) -> list[tuple[str, str, str]]:
    """Name, kinds and quantities; a paper's copies stand in the row of its originals."""
    rows: list[tuple[str, str, str]] = []
    before: SlipPaper | None = None
    for paper in papers:
        kinds, quantities = paper.kind_text, str(paper.quantity)
        pair = (before.name, before.kind_text, kinds) if before else None
        if before and pair == (paper.name, "Bản chính", "Bản sao"):
            rows.pop()
            kinds = f"{before.kind_text} / {kinds}"
            quantities = f"{before.quantity} / {quantities}"
        rows.append((paper.name, kinds, quantities))
        before = paper
    return rows


def _fill_sheets(content: _Content, spacing: _Spacing) -> list[list[Mark]]:
    def turn_over() -> tuple[list[Mark], float]:
        return continuation(content.values, content.words, content.stamps)

    marks, y = head(content.values, content.words, content.stamps, awaits_code=True)
    sheets = Sheets(SHEET_LIMIT, turn_over, y, marks=marks)
    for paragraph in content.before:
        sheets.paragraph(paragraph, LEFT, _LINE, spacing.gap)
    sheets.y += 1.3 - spacing.gap
    set_table(sheets, _COLUMNS, content.table_head, content.rows, _TABLE_LINE)
    sheets.y += 1.7
    flowing, kept = content.after[:-_KEPT_WITH_SIGNATURES], content.after[-_KEPT_WITH_SIGNATURES:]
    for paragraph in flowing:
        sheets.paragraph(paragraph, LEFT, _LINE, spacing.gap)
    sheets.keep_together(_closing_height(content, kept, spacing))
    for paragraph in kept:
        sheets.paragraph(paragraph, LEFT, _LINE, spacing.gap)
    sheets.marks += sign(content.signed, sheets.y, _LINE, spacing.signing)
    sheets.marks += content.foot.marks
    return sheets.all()


def _closing_height(content: _Content, kept: Sequence[Paragraph], spacing: _Spacing) -> float:
    """What must stand on one sheet: the last lines, the signatures with their names, the foot."""
    lines = sum(len(paragraph) * _LINE.step + spacing.gap for paragraph in kept)
    signed = signing_height(content.signed, _LINE, spacing.signing)
    return lines + signed + content.foot.height
