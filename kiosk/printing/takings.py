"""The Danh sách thu phí, lệ phí trong ngày on A4 landscape, with sums and signatures. Lengths are mm."""

from dataclasses import dataclass
from functools import cache

import msgspec

from kiosk.clock import at_office
from kiosk.dossiers.takings import TakingsLine, TakingsList
from kiosk.paths import RESOURCES
from kiosk.printing import figures
from kiosk.printing.amounts import dong, dong_in_words
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
from kiosk.printing.ledger_text import LedgerText, filled
from kiosk.printing.marks import Mark, Page, centred
from kiosk.printing.sheets import Sheets
from kiosk.printing.typography import Style, printable, wrap_text
from kiosk.refusal import Refused
from kiosk.text import nfc

_TITLE = Style(Face.SERIF_BOLD, 14)
_FILE = RESOURCES / "lists" / "takings.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingsText(LedgerText):
    """The words of the list; ``kinds`` and ``ways`` name what a line is and how it was paid."""

    before: tuple[str, ...]
    total: tuple[str, ...]
    printed: str
    reprint: str
    kinds: dict[str, str]
    ways: dict[str, str]


@cache
def takings_text() -> TakingsText:
    """The wording (``resources/lists/takings.toml``).

    Raises :class:`Refused` ``form.no_text``, ``form.unreadable_text``.
    """
    try:
        words = msgspec.toml.decode(nfc(_FILE.read_text("utf-8")))
        return msgspec.convert(words, TakingsText)
    except FileNotFoundError:
        raise Refused("form.no_text", profile="lists", form="takings") from None
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        raise Refused("form.unreadable_text", profile="lists", form="takings") from None


def takings_pages(given: TakingsList, *, copies: int, reprint: bool) -> list[Page]:
    """All sheets of all copies, copy after copy. Refuses as :func:`takings_text` does."""
    words = takings_text()
    bodies = _bodies(given, words, reprint=reprint)
    said = filled(words.printed, {"printed_at": figures.moment_long(given.printed_at)})
    return [
        page_of(body, words, "", said, page, len(bodies))
        for _ in range(copies)
        for page, body in enumerate(bodies, start=1)
    ]


def takings_title(given: TakingsList) -> str:
    """The name of the document, without anyone's name."""
    return printable(f"{takings_text().title} {given.day:%d/%m/%Y}")


def list_values(given: TakingsList) -> dict[str, str]:
    """What the placeholders outside the table stand for."""
    texts = {
        "title": takings_text().title,
        "place": given.place,
        "printed_day": figures.day_long(given.printed_at),
        "day": figures.weekday_and_day(at_office(given.day)),
        "officer_name": given.officer_name,
        "cash": dong(given.cash),
        "transfer": dong(given.transfer),
        "post": dong(given.post),
        "waived": dong(given.waived),
        "total": dong(given.total),
        "total_words": dong_in_words(given.total),
        "cash_words": dong_in_words(given.cash),
    }
    return {name: printable(text) for name, text in texts.items()}


def line_values(line: TakingsLine, place_in_list: int) -> dict[str, str]:
    """What the placeholders of the columns stand for."""
    words = takings_text()
    return {
        "place_in_list": figures.two_figures(place_in_list),
        "time": figures.time_short(line.at),
        "code": line.code,
        "applicant_name": line.applicant_name,
        "procedure_name": line.procedure_name,
        "kind": words.kinds.get(line.kind, line.kind),
        "way": words.ways.get(line.by, line.by) if line.taken else "",
        "receipt": line.receipt,
        "taken": dong(line.taken) if line.taken else "",
        "waived": dong(line.waived) if line.waived else "",
        "reason": line.reason,
    }


def _bodies(given: TakingsList, words: TakingsText, *, reprint: bool) -> list[list[Mark]]:
    values = list_values(given)
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
        row_of(words.columns, columns, line_values(line, number))
        for number, line in enumerate(given.lines, start=1)
    ]
    sheets.marks += columns_head.at(sheets.y)
    sheets.y += columns_head.height
    _, below_head = sheet()
    last = ending(words.total, "", words.signatures, values)
    set_rows(sheets, columns, rows, whole_sheet=LIMIT - below_head, ending=last.height)
    sheets.turn_over = bare_sheet
    last.put_on(sheets)
    return sheets.all()
