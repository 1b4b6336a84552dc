"""The list of a day's takings on paper: columns, sums in figures and words, two signatures."""

from datetime import date, datetime
from typing import Any

import msgspec
import pytest

from kiosk.clock import OFFICE_TZ
from kiosk.dossiers.takings import TakingsLine, TakingsList
from kiosk.printing.books import takings_pdf
from kiosk.printing.marks import Page
from kiosk.printing.papers import render
from kiosk.printing.takings import takings_pages, takings_text
from tests.printing.ledger_kit import beyond_the_margins, flat, said
from tests.printing.papers_kit import fonts, overlaps

NOON = datetime(2026, 11, 23, 11, 30, tzinfo=OFFICE_TZ)
LONG = "Đặng Thị Ngọc Ưỡng Nguyễn Hoàng Thủy Tiên"


def line(number: int, **changes: Any) -> TakingsLine:
    usual: dict[str, Any] = {
        "code": f"H99.12.08-261123-{number:04d}",
        "applicant_name": "Nguyễn Văn An",
        "procedure_name": "Cấp Giấy xác nhận tình trạng hôn nhân",
        "kind": "paid",
        "by": "cash",
        "receipt": f"AA-{number:06d}",
        "reason": "",
        "taken": 15_000,
        "waived": 0,
        "at": NOON,
    }
    return TakingsLine(**(usual | changes))


def given(count: int = 3, **changes: Any) -> TakingsList:
    usual: dict[str, Any] = {
        "office_parent": "Ủy ban nhân dân phường An Bình",
        "office_name": "Trung tâm Phục vụ hành chính công phường An Bình",
        "place": "An Bình",
        "day": date(2026, 11, 23),
        "officer_name": "Lê Minh Châu",
        "lines": tuple(line(number) for number in range(1, count + 1)),
        "cash": 15_000 * count,
        "transfer": 0,
        "post": 0,
        "waived": 0,
        "printed_at": NOON,
        "sample": False,
    }
    return TakingsList(**(usual | changes))


def pages_of(count: int = 3, *, reprint: bool = False, **changes: Any) -> list[Page]:
    return takings_pages(given(count, **changes), copies=1, reprint=reprint)


def sound(pages: list[Page]) -> None:
    for page in pages:
        assert (page.width, page.height) == (297, 210)
        assert beyond_the_margins(page) == []
        assert overlaps(page) == []


def test_one_sheet_says_all_of_a_quiet_day() -> None:
    (page,) = pages_of(2, cash=22_000, transfer=8_000, waived=5_000)
    sound([page])
    words = said(page)
    for told in (
        "DANH SÁCH THU PHÍ, LỆ PHÍ TRONG NGÀY",
        "Thứ Hai, ngày 23/11/2026",
        "Tiền mặt: 22.000 đồng; chuyển khoản: 8.000 đồng; qua bưu chính: 0 đồng; miễn, giảm: 5.000 đồng.",
        "Tổng số tiền đã thu: 30.000 đồng (bằng chữ: Ba mươi nghìn đồng).",
        "Tiền mặt nộp quỹ: 22.000 đồng (bằng chữ: Hai mươi hai nghìn đồng).",
        "NGƯỜI THU",
        "KẾ TOÁN",
        "AA-000002",
    ):
        assert flat(told) in words


def test_every_column_has_its_head() -> None:
    words = said(pages_of()[0])
    for column in takings_text().columns:
        assert flat(column.head) in words
    assert flat("Số tiền (đồng)") in words


def test_what_was_taken_back_and_waived_is_told_apart() -> None:
    lines = (
        line(1),
        line(1, kind="reversed", receipt="", taken=-15_000, reason="ghi nhầm hồ sơ"),
        line(2, kind="waived", receipt="", taken=0, waived=15_000, reason="hộ nghèo"),
    )
    (page,) = pages_of(lines=lines, cash=0, waived=15_000)
    words = said(page)
    for told in ("-15.000", "Hủy", "ghi nhầm hồ sơ", "Miễn, giảm", "hộ nghèo", "Không đồng"):
        assert flat(told) in words


@pytest.mark.parametrize("count", [1, 5, 6, 7, 8, 9, 40, 200])
def test_long_days_flow_over_sheets_and_nobody_signs_an_empty_one(count: int) -> None:
    pages = pages_of(count)
    sound(pages)
    for number, page in enumerate(pages, start=1):
        assert flat(f"Trang {number}/{len(pages)}") in said(page)
        assert flat("Số biên lai") in said(page)
    assert flat("NGƯỜI THU") in said(pages[-1])
    assert flat(f"AA-{count:06d}") in said(pages[-1])


def test_long_names_and_reasons_wrap() -> None:
    lines = tuple(
        line(
            number, applicant_name=LONG, procedure_name=LONG * 3, reason=LONG * 2, receipt="9" * 40
        )
        for number in range(1, 5)
    )
    sound(pages_of(lines=lines, officer_name=LONG, office_name=f"Trung tâm {LONG} {LONG}"))


def test_a_sample_and_a_reprint_are_stamped() -> None:
    for page in pages_of(20, sample=True, reprint=True):
        assert flat("DỮ LIỆU MINH HỌA") in said(page)
        assert flat("BẢN IN LẠI") in said(page)
    assert flat("BẢN IN LẠI") not in said(pages_of()[0])


def test_the_spool_prints_it_and_its_fonts_are_embedded() -> None:
    paper = msgspec.json.encode(given())
    pdf = render("takings", paper, copies=1, reprint=False)
    assert pdf == takings_pdf((given(),))
    assert all(embedded for _, embedded in fonts(pdf))
    assert len(takings_pdf((given(), given()))) > len(pdf)
