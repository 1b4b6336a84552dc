"""The Sổ theo dõi hồ sơ on A4 landscape, volume by volume (TT 01/2018/TT-VPCP Điều 10). Lengths are mm.

Every volume is a book of its own: a cover, sheets numbered from 1 of which none is blank, and at
its end what it holds with room for signature and stamp.
"""

from collections.abc import Iterable, Mapping

from kiosk.dossiers.letters import RegisterHead, RegisterLine
from kiosk.office.legal import FormKind, legal_profile
from kiosk.printing import figures
from kiosk.printing.fonts import Face
from kiosk.printing.form_text import Manner, fill
from kiosk.printing.ledger import (
    BOTTOM,
    HEIGHT,
    LEFT,
    LIMIT,
    RIGHT,
    ROOM,
    TOP,
    WIDTH,
    columns_of,
    row_of,
    set_rows,
    table_head,
)
from kiosk.printing.ledger_parts import (
    ending,
    masthead,
    page_of,
    sheet_top,
)
from kiosk.printing.ledger_text import RegisterText, filled, register_text
from kiosk.printing.ledger_values import counted, register_values
from kiosk.printing.marks import Mark, Page, Text, centred, frame
from kiosk.printing.sheets import Sheets
from kiosk.printing.typography import Style, balanced, printable, width, wrap

_TITLE = Style(Face.SERIF_BOLD, 34)
_COVER = Manner(Style(Face.SERIF, 18), Style(Face.SERIF_BOLD, 18), Style(Face.SERIF_BOLD, 22))
_FOOT = Manner(Style(Face.SERIF, 12), Style(Face.SERIF_BOLD, 12), Style(Face.SERIF_BOLD, 14))
_FORM = Style(Face.SERIF_BOLD, 12)


def volume_pages(head: RegisterHead, lines: Iterable[RegisterLine]) -> list[Page]:
    """A volume: its cover and its sheets.

    Raises :class:`Refused`: ``form.no_text``, ``form.unreadable_text``, ``legal.unknown``,
    ``legal.unreadable``, ``form.not_in_profile``, ``font.missing``, ``font.glyph_missing``.
    """
    words = register_text(head.profile)
    number = legal_profile(head.profile).form(FormKind.REGISTER).number
    values = _values(head, words)
    bodies = _bodies(head, words, values, lines)
    cover = _cover(head, words, number, {**values, "pages": str(len(bodies))})
    return [
        cover,
        *(
            page_of(body, words, number, "", page, len(bodies))
            for page, body in enumerate(bodies, start=1)
        ),
    ]


def register_title(head: RegisterHead) -> str:
    """The title of the PDF of a year's register."""
    words = register_text(head.profile)
    return printable(f"{words.title} – Năm {head.year}" + _of_field(head))


def _of_field(head: RegisterHead) -> str:
    return f" – {head.field_name}" if head.field_name else ""


def _values(head: RegisterHead, words: RegisterText) -> dict[str, str]:
    texts = {
        "title": words.title,
        "place": head.place,
        "year": str(head.year),
        "volume": figures.two_figures(head.volume),
        "first_entry": figures.two_figures(head.first_entry),
        "last_entry": figures.two_figures(head.last_entry),
        "count": counted(head.count),
        "year_count": counted(head.year_count),
        "closed_day": figures.day_long(head.closed_on) if head.closed_on else "",
        "printed_at": figures.moment_long(head.printed_at),
        "field_name": head.field_name or words.every_field,
    }
    return {name: printable(text) for name, text in texts.items()}


def _bodies(
    head: RegisterHead,
    words: RegisterText,
    values: Mapping[str, str],
    lines: Iterable[RegisterLine],
) -> list[list[Mark]]:
    columns = columns_of(words.columns)
    columns_head = table_head(words.columns, columns)
    stamp = [words.sample] if head.sample else []
    running = filled(words.running, values) + _of_field(head)

    def bare_sheet() -> tuple[list[Mark], float]:
        return sheet_top(running, *stamp)

    def sheet() -> tuple[list[Mark], float]:
        marks, y = bare_sheet()
        return [*marks, *columns_head.at(y)], y + columns_head.height

    marks, y = sheet()
    sheets = Sheets(LIMIT, sheet, y, marks=marks)
    rows = (row_of(words.columns, columns, register_values(line)) for line in lines)
    said = words.runs_on
    if head.last:
        said = words.closed if head.closed_on else words.still_open
    day = words.place_and_day if head.closed_on else words.place_and_no_day
    end = ending(said, day, words.signatures, values)
    set_rows(sheets, columns, rows, whole_sheet=LIMIT - y, ending=end.height)
    sheets.turn_over = bare_sheet
    end.put_on(sheets)
    return sheets.all()


def _cover(head: RegisterHead, words: RegisterText, number: str, values: Mapping[str, str]) -> Page:
    outer = (LEFT, TOP, ROOM, BOTTOM - TOP)
    inner = (LEFT + 1.6, TOP + 1.6, ROOM - 3.2, BOTTOM - TOP - 3.2)
    marks: list[Mark] = [frame(outer, 0.9), frame(inner, 0.25)]
    form = printable(filled(words.numbered, {"number": number})) if number else ""
    marks.append(Text(RIGHT - 8 - width(form, _FORM), TOP + 9.5, form, _FORM))
    if head.sample:
        wide = width(words.sample, _FORM) + 5
        marks.append(frame((LEFT + 8, TOP + 5, wide, 6.4), 0.3))
        marks.append(Text(LEFT + 10.5, TOP + 9.7, words.sample, _FORM))
    marks += masthead(head.office_parent, head.office_name, words, TOP + 16)[0]
    middle, y = LEFT + ROOM / 2, TOP + 76.0
    for line in balanced(words.title, _TITLE, ROOM - 30):
        marks += centred(line, middle, y)
        y += 15.0
    y += 6.0
    for template in words.cover:
        for line in wrap(fill(template, values, _COVER).spans, ROOM - 40):
            marks += centred(line, middle, y)
            y += 9.5
        y += 2.0
    foot = [
        line
        for template in words.cover_foot
        for line in wrap(fill(template, values, _FOOT).spans, ROOM - 30)
    ]
    y = BOTTOM - 10.0 - 5.8 * (len(foot) - 1)
    for line in foot:
        marks += centred(line, middle, y)
        y += 5.8
    return Page(WIDTH, HEIGHT, tuple(marks))
