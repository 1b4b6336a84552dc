"""The Danh sách bàn giao hồ sơ on A4 landscape, with its three signatures. Lengths are mm."""

from kiosk.dossiers.letters import HandoverList
from kiosk.office.legal import FormKind, legal_profile
from kiosk.printing import figures
from kiosk.printing.fonts import Face
from kiosk.printing.ledger import (
    LEFT,
    LIMIT,
    ROOM,
    columns_of,
    row_of,
    set_rows,
    table_head,
)
from kiosk.printing.ledger_parts import (
    BODY,
    BODY_LINE,
    GAP,
    ending,
    masthead,
    page_of,
    paragraphs,
    place_and_day,
    sheet_top,
    stamps,
)
from kiosk.printing.ledger_text import HandoverText, filled, handover_text
from kiosk.printing.ledger_values import counted, handover_values
from kiosk.printing.marks import Mark, Page, centred
from kiosk.printing.sheets import Sheets
from kiosk.printing.typography import Style, printable, wrap_text

_TITLE = Style(Face.SERIF_BOLD, 14)
_NO_NUMBER = "………"


def handover_pages(given: HandoverList, *, copies: int, reprint: bool) -> list[Page]:
    """All sheets of all copies, copy after copy.

    Raises :class:`Refused` as :func:`kiosk.printing.register.volume_pages` does.
    """
    words = handover_text(given.profile)
    number = legal_profile(given.profile).form(FormKind.HANDOVER).number
    bodies = _bodies(given, words, reprint=reprint)
    return [
        page_of(body, words, number, _copy(words, copy), page, len(bodies))
        for copy in range(1, copies + 1)
        for page, body in enumerate(bodies, start=1)
    ]


def handover_title(given: HandoverList) -> str:
    """The name of the document, without anyone's name."""
    return printable(f"{handover_text(given.profile).title} {given.number}")


def list_values(given: HandoverList) -> dict[str, str]:
    """What the placeholders outside the table stand for."""
    texts = {
        "place": given.place,
        "number": given.number or _NO_NUMBER,
        "issued_at": figures.moment_long(given.issued_at),
        "issued_day": figures.day_long(given.issued_at),
        "agency_name": given.agency_name,
        "giver_name": given.giver_name,
        "count": counted(len(given.lines)),
        "sets": counted(sum(line.sets for line in given.lines)),
    }
    return {name: printable(text) for name, text in texts.items()}


def _copy(words: HandoverText, copy: int) -> str:
    if copy <= len(words.copies):
        return words.copies[copy - 1]
    return filled(words.further_copy, {"copy": str(copy)})


def _bodies(given: HandoverList, words: HandoverText, *, reprint: bool) -> list[list[Mark]]:
    values = {"title": words.title, **list_values(given)}
    said = [
        text for text, wanted in ((words.sample, given.sample), (words.reprint, reprint)) if wanted
    ]
    columns = columns_of(words.columns)
    columns_head = table_head(words.columns, columns)

    def bare_sheet() -> tuple[list[Mark], float]:
        return sheet_top(filled(words.running, values), *said)

    def sheet() -> tuple[list[Mark], float]:
        marks, y = bare_sheet()
        return [*marks, *columns_head.at(y)], y + columns_head.height

    marks, top = stamps(*said)
    more, end = masthead(given.office_parent, given.office_name, words, top)
    marks += more
    y = max(end, top + 11.4)
    half = LEFT + ROOM * 0.25
    for line in wrap_text(filled(words.number, values), BODY.plain, ROOM * 0.44):
        marks += centred(line, half, y + 6.0)
    marks += place_and_day(filled(words.place_and_day, values), y + 6.0)
    y += 15.0
    for line in wrap_text(words.title, _TITLE, ROOM):
        marks += centred(line, LEFT + ROOM / 2, y)
        y += 6.0
    y -= 3.0
    sheets = Sheets(LIMIT, sheet, y, marks=marks)
    for paragraph in paragraphs(words.before, values):
        sheets.paragraph(paragraph, LEFT, BODY_LINE, GAP)
    rows = [
        row_of(words.columns, columns, handover_values(line, number))
        for number, line in enumerate(given.lines, start=1)
    ]
    sheets.marks += columns_head.at(sheets.y)
    sheets.y += columns_head.height
    _, below_head = sheet()
    last = ending([words.total], "", words.signatures, values)
    set_rows(sheets, columns, rows, whole_sheet=LIMIT - below_head, ending=last.height)
    sheets.turn_over = bare_sheet
    last.put_on(sheets)
    return sheets.all()
