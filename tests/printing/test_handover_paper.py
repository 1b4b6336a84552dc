"""The hand-over list on paper: total, columns, three signatures, copies."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.printing.books import handover_pdf
from kiosk.printing.handover import handover_pages
from kiosk.printing.marks import Page, Text
from tests.printing.ledger_kit import (
    LIST_LINE,
    beyond_the_margins,
    flat,
    handover,
    said,
    struck_through,
)
from tests.printing.papers_kit import fonts, overlaps, page_texts

HEADS = (
    "TT",
    "Mã hồ sơ",
    "Nội dung",
    "Số lượng (bộ)",
    "Họ tên chủ hồ sơ",
    "Địa chỉ",
    "Số điện thoại",
    "Nhận hồ sơ",
    "Hẹn trả",
    "Ngày nhận kết quả",
    "Bên giao (ký)",
    "Bên nhận (ký)",
    "Ghi chú",
)
SIGNERS = {
    "ND118_2025": ["BÊN GIAO", "BÊN NHẬN", "XÁC NHẬN CỦA TRUNG TÂM"],
    "ND61_2018": ["BÊN GIAO", "BÊN NHẬN", "XÁC NHẬN CỦA BỘ PHẬN MỘT CỬA"],
}


def lines(count: int, **changes: Any) -> Any:
    return tuple(
        replace(LIST_LINE, code=f"H99.12.08-261123-{number:04d}", **changes)
        for number in range(1, count + 1)
    )


def pages_of(
    count: int = 1, *, copies: int = 1, reprint: bool = False, **changes: Any
) -> list[Page]:
    given = handover(lines=lines(count), **changes)
    return handover_pages(given, copies=copies, reprint=reprint)


def sound(pages: list[Page]) -> None:
    for page in pages:
        assert (page.width, page.height) == (297, 210)
        assert beyond_the_margins(page) == []
        assert overlaps(page) == []


def test_the_first_sheet_says_who_gives_what_to_whom() -> None:
    first = said(pages_of(15)[0])
    for word in (
        "DANH SÁCH BÀN GIAO HỒ SƠ",
        "Số: 12/DSBG",
        "An Bình, ngày 23 tháng 11 năm 2026",
        "Cơ quan chủ trì giải quyết: Phòng Tư pháp",
        "Thời gian bàn giao: 09 giờ 24 phút, ngày 23 tháng 11 năm 2026",
        "Tổng số: 15 hồ sơ, 30 bộ",
    ):
        assert flat(word) in first


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8, 9, 60])
def test_every_sheet_has_the_heads_and_a_number(count: int) -> None:
    pages = pages_of(count)
    sound(pages)
    for number, page in enumerate(pages, start=1):
        words = said(page)
        assert words.endswith(flat(f"Trang {number}/{len(pages)}"))
        for name in HEADS:
            assert flat(name) in words
        assert "H99.12.08-" in words or not count
    whole = "".join(map(said, pages))
    assert whole.count("261123-") == count


@pytest.mark.parametrize("profile", SIGNERS)
def test_three_sign_on_the_last_sheet_beside_each_other(profile: str) -> None:
    pages = pages_of(30, profile=profile)
    roles = [
        mark for mark in pages[-1].marks if isinstance(mark, Text) and mark.text in SIGNERS[profile]
    ]
    assert [mark.text for mark in sorted(roles, key=lambda mark: mark.x)] == SIGNERS[profile]
    assert len({mark.y for mark in roles}) == 1
    last = said(pages[-1])
    assert flat("Danh sách này có 30 hồ sơ, 60 bộ. Bên nhận đã kiểm, nhận đủ: ……… hồ sơ") in last
    assert flat("đã kiểm đủ") not in last, "nobody has counted before the list is signed"
    assert flat("Lê Minh Châu") in last
    assert not any("{" in said(page) for page in pages)
    assert flat("BÊN GIAO(Ký và") not in said(pages[0])


def test_each_copy_is_whole_and_names_who_keeps_it() -> None:
    given = handover(lines=lines(20))
    texts = [flat(text) for text in page_texts(handover_pdf(given, copies=3))]
    one = len(texts) // 3
    for number, keeper in enumerate(("bên nhận giữ", "bên giao giữ", "Liên 3")):
        for text in texts[number * one : (number + 1) * one]:
            assert flat(keeper) in text
    assert all(embedded for _, embedded in fonts(handover_pdf(given)))
    assert handover_pdf(given) == handover_pdf(given)


@pytest.mark.parametrize("sample", [True, False])
@pytest.mark.parametrize("reprint", [True, False])
def test_stamps_stand_on_every_sheet(sample: bool, reprint: bool) -> None:
    pages = pages_of(20, sample=sample, reprint=reprint)
    sound(pages)
    for page in pages:
        assert (flat("DỮ LIỆU MINH HỌA") in said(page)) == sample
        assert (flat("BẢN IN LẠI") in said(page)) == reprint


def test_a_list_without_a_number_leaves_room_for_one() -> None:
    assert flat("Số: ………") in said(pages_of(1, number="")[0])


def test_long_texts_stay_inside_their_columns() -> None:
    long = "Phòng Kinh tế, Hạ tầng và Đô thị " * 14
    given = handover(
        lines=lines(4, procedure_name=long * 4, applicant_name=long, address=long, note=long),
        agency_name=long,
        office_name=long[:120],
        giver_name=long[:90],
        sample=True,
    )
    pages = handover_pages(given, copies=1, reprint=True)
    sound(pages)
    for page in pages[1:]:
        assert struck_through(page) == []
