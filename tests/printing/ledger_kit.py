"""Registers and lists to print, and ways to look at a printed sheet or a spreadsheet."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from kiosk.dossiers.letters import HandoverLine, HandoverList, RegisterHead, RegisterLine
from kiosk.printing.ledger import BOTTOM, LEFT, RIGHT, TOP
from kiosk.printing.marks import Fill, Page, Text
from kiosk.printing.typography import width

RECEIVED = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)
DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
LONG_PROCEDURE = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp"
    " chuyển đổi, chuyển nhượng, thừa kế, tặng cho"
)

LINE = RegisterLine(
    volume=1,
    entry=1,
    code="H99.12.08-261123-0042",
    procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
    sets=1,
    applicant_name="Nguyễn Văn An",
    address="Số 12, đường Hoa Sen, tổ 4, phường An Bình",
    phone="0912 345 678",
    agency_name="Hộ tịch",
    received_at=RECEIVED,
    due_at=DUE,
    returned_at=datetime(2026, 11, 26, 18, 30, tzinfo=UTC),
    received_how="Qua bưu chính",
    note="Nộp thêm bản sao",
)

HEAD = RegisterHead(
    profile="ND118_2025",
    office_parent="Ủy ban nhân dân phường An Bình",
    office_name="Trung tâm Phục vụ hành chính công",
    place="An Bình",
    year=2026,
    volume=1,
    first_entry=1,
    last_entry=1,
    count=1,
    year_count=1,
    last=True,
    closed_on=None,
    printed_at=RECEIVED,
    field_name="",
    sample=False,
)

LIST_LINE = HandoverLine(
    code=LINE.code,
    procedure_name=LINE.procedure_name,
    sets=2,
    applicant_name=LINE.applicant_name,
    address=LINE.address,
    phone=LINE.phone,
    received_at=RECEIVED,
    due_at=DUE,
    note="",
)

LIST = HandoverList(
    profile="ND118_2025",
    office_parent=HEAD.office_parent,
    office_name=HEAD.office_name,
    place="An Bình",
    number="12/DSBG",
    issued_at=RECEIVED,
    agency_name="Phòng Tư pháp",
    lines=(LIST_LINE,),
    giver_name="Lê Minh Châu",
    sample=False,
)


def head(**changes: Any) -> RegisterHead:
    """The cover, changed."""
    return msgspec.structs.replace(HEAD, **changes)


def handover(**changes: Any) -> HandoverList:
    """The hand-over list, changed."""
    return msgspec.structs.replace(LIST, **changes)


def line(**changes: Any) -> RegisterLine:
    """The register's line, changed."""
    return replace(LINE, **changes)


def many_lines(count: int, first: int = 1) -> Iterator[RegisterLine]:
    """Lines in order, every third with a long name of its procedure."""
    for entry in range(first, first + count):
        name = LINE.procedure_name if entry % 3 else LONG_PROCEDURE
        yield line(entry=entry, code=f"H99.12.08-261123-{entry:04d}", procedure_name=name)


def said(page: Page) -> str:
    """All words of a page, in the order they were set, without white space."""
    return re.sub(r"\s", "", "".join(m.text for m in page.marks if isinstance(m, Text)))


def flat(text: str) -> str:
    """Without white space: where a line breaks does not matter."""
    return re.sub(r"\s", "", text)


def beyond_the_margins(page: Page) -> list[str]:
    """What reaches over a margin, to a twentieth of a millimetre; rules may by half their width."""
    found = []
    for mark in page.marks:
        if isinstance(mark, Text):
            em, wide = mark.style.em, width(mark.text, mark.style)
            boxes: tuple[tuple[float, ...], ...] = ((mark.x, mark.y - 0.7 * em, wide, 0.9 * em),)
        else:
            boxes = mark.boxes
        for x, y, wide, high in boxes:
            inside = (
                x >= LEFT - 0.16
                and x + wide <= RIGHT + 0.16
                and y >= TOP - 0.16
                and y + high <= BOTTOM + 0.7
            )
            if not inside:
                found.append(mark.text if isinstance(mark, Text) else repr((x, y, wide, high)))
    return found


def struck_through(page: Page) -> list[str]:
    """Texts that a rule of the table goes through."""
    rules = [box for mark in page.marks if isinstance(mark, Fill) for box in mark.boxes]
    found = []
    for text in (mark for mark in page.marks if isinstance(mark, Text)):
        left, right = text.x + 0.05, text.x + width(text.text, text.style) - 0.05
        top, bottom = text.y - 0.6 * text.style.em, text.y
        for x, y, wide, high in rules:
            if x < right and x + wide > left and y < bottom and y + high > top:
                found.append(text.text)
    return found


_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A spreadsheet read back from the XML it consists of."""

    def __init__(self, file: Path) -> None:
        with zipfile.ZipFile(file) as parts:
            assert parts.testzip() is None
            self.names = parts.namelist()
            self.sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))
            self.styles = ET.fromstring(parts.read("xl/styles.xml"))
            self.book = ET.fromstring(parts.read("xl/workbook.xml"))

    def all(self, tag: str) -> list[ET.Element]:
        """Every element of that name on the sheet."""
        return list(self.sheet.iter(f"{_MAIN}{tag}"))

    def rows(self) -> list[list[str | float | None]]:
        """The cells' values: texts, numbers, None for an empty cell."""
        return [[_value(cell) for cell in row] for row in self.all("row")]

    def cell(self, row: int, place: int) -> ET.Element:
        """The cell in that row and column, both from 0."""
        return self.all("row")[row][place]

    def style(self, row: int, place: int) -> ET.Element:
        """How that cell looks."""
        formats = self.styles.find(f"{_MAIN}cellXfs")
        assert formats is not None
        return formats[int(self.cell(row, place).get("s", "0"))]

    def number_format(self, row: int, place: int) -> str:
        """How that cell's number is written, where it is no built-in way."""
        wanted = self.style(row, place).get("numFmtId")
        own = self.styles.iter(f"{_MAIN}numFmt")
        codes = {one.get("numFmtId"): one.get("formatCode", "") for one in own}
        return codes.get(wanted, wanted or "")

    def defined(self) -> dict[str, str]:
        """The workbook's names, such as the rows that every sheet of paper repeats."""
        return {
            one.get("name", ""): one.text or "" for one in self.book.iter(f"{_MAIN}definedName")
        }


def _value(cell: ET.Element) -> str | float | None:
    kind = cell.get("t", "n")
    assert kind in {"n", "inlineStr"}, f"a cell of the kind {kind}"
    if kind == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_MAIN}t"))
    number = cell.find(f"{_MAIN}v")
    return None if number is None else float(number.text or "nan")
