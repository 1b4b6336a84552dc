"""The papers of a dossier's life on A5, laid out as their wording tells. Lengths are mm, type
sizes points.

Forms 02 to 05 of TT 01/2018/TT-VPCP (A5), those that took their places in TT 03/2025/TT-VPCP, and
the receipt for originals; proportions of NĐ 30/2020/NĐ-CP. Their lines, tables and signatures are
data (:mod:`kiosk.printing.letter_text`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.dossiers.letters import ControlSheet, OriginalsReceipt, SupplementLetter
from kiosk.office.legal import FormKind
from kiosk.printing.a5 import HEIGHT, LEFT, RIGHT, SHEET_LIMIT, WIDTH
from kiosk.printing.fonts import Face
from kiosk.printing.form_foot import Foot, foot, foot_of_words, strip
from kiosk.printing.form_head import Stamps, continuation, head
from kiosk.printing.form_text import FormLine, Manner, fill
from kiosk.printing.handovers_table import handovers
from kiosk.printing.letter_text import LetterText, Recipients, letter_text
from kiosk.printing.letter_values import AnyLetter, letter_values
from kiosk.printing.marks import Mark, Page, left
from kiosk.printing.papers_table import papers_columns, papers_head, papers_rows
from kiosk.printing.paragraphs import set_paragraph
from kiosk.printing.sheets import Measure, Sheets, fewest_sheets
from kiosk.printing.signing import sign, signing_height, signings
from kiosk.printing.tables import set_table, table_begin
from kiosk.printing.typography import Line, Style, printable, wrap

_RECIPIENTS_HEAD = Style(Face.SERIF_BOLD_ITALIC, 9.5)
_RECIPIENTS = Style(Face.SERIF, 8.7)
_RECIPIENTS_ROOM = 50.0
_RECIPIENTS_LINE = Measure(step=3.9, rise=3.0)
_BELOW_TABLE = 1.7
_KEPT = 2
"""So many last lines stand on the sheet of the signatures."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """The size of the words, their lines, the white below paragraphs and for a signature."""

    size: float
    line: Measure
    gap: float
    signing: float

    @property
    def manner(self) -> Manner:
        bold = Style(Face.SERIF_BOLD, self.size)
        return Manner(Style(Face.SERIF, self.size), bold, bold.at(self.size + 1.5))

    @property
    def italic(self) -> Style:
        return Style(Face.SERIF_ITALIC, self.size)


_SETTINGS = (
    _Setting(10.5, Measure(4.5, 3.45), 1.7, 20.0),
    _Setting(10.5, Measure(4.4, 3.4), 1.2, 16.5),
    _Setting(10.0, Measure(4.2, 3.2), 1.3, 16.0),
    _Setting(10.0, Measure(4.2, 3.2), 0.8, 14.0),
    _Setting(10.0, Measure(4.2, 3.2), 0.4, 13.0),
)
"""From the roomiest on: the first that spares a second sheet is taken, else the first of all."""


@dataclass(frozen=True, slots=True)
class _Content:
    """A letter and its words, not yet set."""

    letter: AnyLetter
    values: Mapping[str, str]
    words: LetterText
    foot: Foot
    stamps: Stamps


def letter_pages(kind: FormKind, letter: AnyLetter, *, copies: int, reprint: bool) -> list[Page]:
    """All sheets of all copies, copy after copy. A letter without a code has no bars: its own
    number stands under its issuer.

    Raises :class:`Refused`: ``form.not_in_profile``, ``form.no_text``, ``form.unreadable_text``,
    ``font.missing``, ``font.glyph_missing``, ``barcode.bad_text``, ``barcode.too_long``.
    """
    values = letter_values(letter)
    words = letter_text(letter.profile, kind, values)
    content = _Content(letter, values, words, _foot(values, words), Stamps(letter.sample, reprint))
    bodies = fewest_sheets(lambda setting: _fill_sheets(content, setting), _SETTINGS)
    return [
        Page(
            WIDTH,
            HEIGHT,
            (*body, *strip(words, copy, number, len(bodies), copies=copies)),
        )
        for copy in range(1, copies + 1)
        for number, body in enumerate(bodies, start=1)
    ]


def letter_title(kind: FormKind, letter: AnyLetter) -> str:
    """The name of the document, without anyone's name."""
    values = letter_values(letter)
    words = letter_text(letter.profile, kind, values)
    told = (words.number, words.title, values["code"] or values.get("number", ""))
    return printable(", ".join(text for text in told if text))


def _foot(values: Mapping[str, str], words: LetterText) -> Foot:
    """QR and advice; advice that nothing is known of is left out."""
    manner = _SETTINGS[0].manner
    texts = [text for text in words.foot if not fill(text, values, manner).open]
    return foot(values, texts) if values["code"] else foot_of_words(values, texts)


def _fill_sheets(content: _Content, setting: _Setting) -> list[list[Mark]]:
    values, words = content.values, content.words

    def turn_over() -> tuple[list[Mark], float]:
        return continuation(values, words, content.stamps)

    def paragraphs(lines: tuple[FormLine, ...]) -> list[list[Line]]:
        return [
            set_paragraph(line, values, setting.manner, RIGHT - LEFT)
            for line in lines
            if line.stands(values)
        ]

    marks, y = head(values, words, content.stamps)
    sheets = Sheets(SHEET_LIMIT, turn_over, y, marks=marks)
    *before, leading = paragraphs(words.before) or [[]]
    for paragraph in before:
        sheets.paragraph(paragraph, LEFT, setting.line, setting.gap)
    _set_table(sheets, content, leading, setting)
    *flowing, last = paragraphs(words.after) or [[]]
    for paragraph in flowing:
        sheets.paragraph(paragraph, LEFT, setting.line, setting.gap)
    _close(sheets, content, last, setting)
    return sheets.all()


def _set_table(sheets: Sheets, content: _Content, leading: list[Line], setting: _Setting) -> None:
    """The paragraph that leads to the table, and on the same sheet the table's first row."""
    letter, words, manner, line = content.letter, content.words, setting.manner, setting.line
    above = max(setting.gap, 1.3)
    led = len(leading) * line.step + above
    if words.papers and isinstance(letter, SupplementLetter | OriginalsReceipt):
        columns = papers_columns(words.papers)
        top = papers_head(words.papers, columns, manner)
        rows = papers_rows(letter.papers, words.papers, columns, manner, setting.italic)
        sheets.keep_together(led + table_begin(top, rows, line))
        sheets.paragraph(leading, LEFT, line, above)
        set_table(sheets, columns, top, rows, line)
        sheets.y += _BELOW_TABLE
    elif words.handovers and isinstance(letter, ControlSheet):
        table = handovers(letter.rows, words.handovers)
        sheets.keep_together(led + table.begins_with(sheets))
        sheets.paragraph(leading, LEFT, line, above)
        table.place(sheets, content.foot.height + _BELOW_TABLE)
    else:
        sheets.paragraph(leading, LEFT, line, setting.gap)


def _close(sheets: Sheets, content: _Content, last: list[Line], setting: _Setting) -> None:
    """The last paragraph, the signatures and the foot, on one sheet all but the beginning of the
    paragraph."""
    words, values, line = content.words, content.values, setting.line
    signed = signings(words.signatures, values, setting.manner, setting.italic)
    copied = _recipients(words.recipients, values)
    signing = signing_height(signed, line, setting.signing) if signed else 0.0
    beside = len(copied) * _RECIPIENTS_LINE.step + 4.0 if copied else 0.0
    kept = last[-_KEPT:]
    gap = setting.gap if kept else 0.0
    sheets.paragraph(last[: -len(kept)] if kept else [], LEFT, line, 0)
    closing = max(signing, beside) + content.foot.height
    sheets.keep_together(len(kept) * line.step + gap + closing)
    sheets.paragraph(kept, LEFT, line, gap)
    if signed:
        sheets.marks += sign(signed, sheets.y, line, setting.signing)
    y = sheets.y + 2.0 + line.rise
    for one in copied:
        sheets.marks += left(one, LEFT, y)
        y += _RECIPIENTS_LINE.step
    sheets.marks += content.foot.marks


def _recipients(told: Recipients | None, values: Mapping[str, str]) -> list[Line]:
    if told is None:
        return []
    manners = [Manner(style, style, style) for style in (_RECIPIENTS_HEAD, _RECIPIENTS)]
    lines = wrap(fill(told.head, values, manners[0]).spans, _RECIPIENTS_ROOM)
    for text in told.lines:
        lines += wrap(fill(text, values, manners[1]).spans, _RECIPIENTS_ROOM)
    return lines
