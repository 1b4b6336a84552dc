"""The register on paper: cover, numbered columns, sheets, closing lines, nothing off the paper."""

import io
from datetime import UTC, datetime
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.dossiers.letters import RegisterHead
from kiosk.printing.books import register_pdf
from kiosk.printing.fonts import Face
from kiosk.printing.ledger import columns_of
from kiosk.printing.ledger_text import register_text
from kiosk.printing.marks import Page, Text
from kiosk.printing.register import volume_pages
from kiosk.printing.typography import Style
from kiosk.refusal import Refused
from tests.printing.ledger_kit import (
    beyond_the_margins,
    flat,
    head,
    line,
    many_lines,
    said,
    struck_through,
)
from tests.printing.papers_kit import fonts, overlaps, page_texts

PROFILES = ("ND118_2025", "ND61_2018")
CLOSED = datetime(2025, 12, 31, tzinfo=UTC)
HEADS = (
    "TT",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Số lượng hồ sơ (bộ)",
    "Tên cá nhân, tổ chức",
    "Địa chỉ, số điện thoại",
    "Cơ quan chủ trì giải quyết",
    "Ngày, tháng, năm",
    "Nhận hồ sơ",
    "Hẹn trả kết quả",
    "Trả kết quả",
    "Phương thức nhận kết quả",
    "Ký nhận",
    "Ghi chú",
)
MARKS = [*(f"({n})" for n in (1, 2, 3, "3b", 4, 5, 6, 7, 8, 9, 10, 11, 12))]


def as_pdf(*volumes: tuple[RegisterHead, int]) -> bytes:
    out = io.BytesIO()
    register_pdf(out, volumes[0][0], ((one, many_lines(count)) for one, count in volumes))
    return out.getvalue()


def sound(pages: list[Page]) -> None:
    for page in pages:
        assert (page.width, page.height) == (297, 210)
        assert beyond_the_margins(page) == []
        assert overlaps(page) == []
    for page in pages[1:]:
        assert struck_through(page) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ["Mẫu số 07", "Lĩnh vực: Tất cả các lĩnh vực", "Quyển số: 01", "Năm: 2026"]),
        ({"profile": "ND61_2018", "field_name": "Hộ tịch"}, ["Mẫu số 06", "Lĩnh vực: Hộ tịch"]),
        ({"volume": 12, "year": 2025}, ["Quyển số: 12", "Năm: 2025"]),
        (
            {"first_entry": 1001, "last_entry": 2000, "count": 1000},
            ["Từ số 1001 đến số 2000, gồm 1.000 hồ sơ; 1 trang"],
        ),
        ({"sample": True}, ["DỮ LIỆU MINH HỌA"]),
    ],
)
def test_the_cover(changes: dict[str, Any], words: list[str]) -> None:
    cover = said(volume_pages(head(**changes), [line()])[0])
    for word in ("SỔ THEO DÕI HỒ SƠ", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", *words):
        assert flat(word) in cover


@pytest.mark.parametrize("profile", PROFILES)
def test_the_columns_are_those_of_the_form_and_stand_on_every_sheet(profile: str) -> None:
    pages = volume_pages(head(profile=profile), many_lines(40))
    assert len(pages) > 5
    for page in pages[1:]:
        words = said(page)
        for name in HEADS:
            assert flat(name) in words
        marks = [m for m in page.marks if isinstance(m, Text) and m.text in MARKS]
        assert [mark.text for mark in sorted(marks, key=lambda mark: mark.x)] == MARKS
    sound(pages)


def test_a_line_stands_whole_under_its_heads() -> None:
    page = volume_pages(head(), [line(sets=3)])[1]
    table = [mark for mark in page.marks if isinstance(mark, Text) and mark.style.size <= 9]
    texts = {mark.text: mark for mark in table}
    for word, mark in (
        ("01", "(1)"),
        ("H99.12.08-", "(2)"),
        ("261123-0042", "(2)"),
        ("03", "(3b)"),
        ("Nguyễn Văn An", "(4)"),
        ("0912 345 678", "(5)"),
        ("Hộ tịch", "(6)"),
        ("23/11/2026", "(7)"),
        ("09:24", "(7)"),
        ("27/11/2026", "(9)"),
        ("01:30", "(9)"),
    ):
        assert abs(texts[word].x - texts[mark].x) < 20, word
    assert flat("Qua bưu chính") in said(page)
    assert said(page).count("27/11/2026") == 2


def test_what_is_not_yet_stays_empty() -> None:
    page = volume_pages(head(), [line(due_at=None, returned_at=None, received_how="", note="")])[1]
    assert "27/11/2026" not in said(page)
    assert "None" not in said(page)


@pytest.mark.parametrize("count", [1, 7, 8, 9, 40])
def test_every_sheet_is_numbered_and_none_is_blank(count: int) -> None:
    pages = volume_pages(head(), many_lines(count))
    sheets = len(pages) - 1
    for number, page in enumerate(pages[1:], start=1):
        assert said(page).endswith(flat(f"Trang {number}/{sheets}"))
        assert "H99.12.08-" in said(page)
    assert "Trang" not in said(pages[0])
    assert flat(f"{sheets} trang") in said(pages[0])
    sound(pages)


def test_every_entry_once_and_in_order() -> None:
    words = "".join(said(page) for page in volume_pages(head(), many_lines(60))[1:])
    places = [words.find(f"261123-{entry:04d}") for entry in range(1, 61)]
    assert -1 not in places
    assert places == sorted(places)
    assert words.count("261123-") == 60


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"closed_on": CLOSED, "year": 2025, "count": 345, "year_count": 2345},
            ["Đóng sổ ngày 31 tháng 12 năm 2025, tổng số 2.345 hồ sơ", "quyển này có 345 hồ sơ"],
        ),
        (
            {"closed_on": CLOSED, "last": False, "count": 1000, "last_entry": 1000},
            ["Quyển số 01 gồm 1.000 hồ sơ, từ số 01 đến số 1000; tiếp sang quyển sau"],
        ),
        (
            {"year_count": 43},
            [
                "Sổ chưa đóng: đến 09 giờ 24 phút, ngày 23 tháng 11 năm 2026 đã vào sổ 43 hồ sơ",
                "Đóng sổ ngày …… tháng …… năm ………, tổng số ………… hồ sơ",
                "An Bình, ngày …… tháng",
            ],
        ),
    ],
)
def test_a_volume_ends_with_its_count_and_room_to_sign(
    changes: dict[str, Any], words: list[str]
) -> None:
    pages = volume_pages(head(**changes), many_lines(5))
    signers = ["NGƯỜI GIỮ SỔ", "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu và ghi rõ họ tên)"]
    for word in words + signers:
        assert flat(word) in said(pages[-1])
        assert flat(word) not in said(pages[0])
    if "Đóng sổ" not in "".join(words):
        assert flat("Đóng sổ") not in said(pages[-1])
    how = [m.y for m in pages[-1].marks if isinstance(m, Text) and m.text.startswith("(Ký")]
    below = [m.y for m in pages[-1].marks if isinstance(m, Text) and m.y > max(how)]
    assert min(below) - max(how) >= 25, "a stamp needs its room"


@pytest.mark.parametrize("sample", [True, False])
def test_a_sample_says_so_on_every_sheet(sample: bool) -> None:
    pages = volume_pages(head(sample=sample), many_lines(20))
    assert [flat("DỮ LIỆU MINH HỌA") in said(page) for page in pages] == [sample] * len(pages)
    sound(pages)


def test_each_volume_has_its_cover_and_counts_its_own_pages() -> None:
    volumes = [(head(volume=n, last=n == 3), 12) for n in (1, 2, 3)]
    pdf = as_pdf(*volumes)
    texts = [flat(text) for text in page_texts(pdf)]
    covers = [number for number, text in enumerate(texts) if flat("Lĩnh vực:") in text]
    one = len(texts) // 3
    assert covers == [0, one, 2 * one]
    for number, text in enumerate(texts):
        volume, page = divmod(number, one)
        assert flat(f"Quyển số{':' if not page else ''} {volume + 1:02d}") in text
        if page:
            assert flat(f"Trang {page}/{one - 1}") in text
    assert all(embedded for _, embedded in fonts(pdf))
    assert as_pdf(*volumes) == pdf


def test_the_document_is_named_without_a_persons_name() -> None:
    told = pypdf.PdfReader(io.BytesIO(as_pdf((head(field_name="Hộ tịch"), 1)))).metadata
    assert told
    assert told.title == "SỔ THEO DÕI HỒ SƠ – Năm 2026 – Hộ tịch"
    assert told.author == "Trung tâm Phục vụ hành chính công"


ABSURD = {
    "procedure_name": "Đăng ký quyền sử dụng đất " * 90,
    "applicant_name": "Ưỡng" * 60,
    "address": "Số 12 đường Hoa Sen " * 25,
    "note": "Nộp thêm bản sao có chứng thực " * 20,
    "agency_name": "Phòng Kinh tế, Hạ tầng và Đô thị " * 4,
    "code": "H99.120.080.001-261123-1234567",
}


def in_columns(pages: list[Page]) -> list[str]:
    """What stands in each column of the table, from sheet to sheet."""
    columns = columns_of(register_text("ND118_2025").columns)
    table = [
        mark
        for page in pages
        for mark in page.marks
        if isinstance(mark, Text) and mark.style == Style(Face.SERIF, 9)
    ]
    return [
        flat("".join(m.text for m in table if one.x <= m.x < one.x + one.width)) for one in columns
    ]


def test_absurd_lengths_are_wrapped_and_nothing_is_lost() -> None:
    pages = volume_pages(
        head(sample=True, field_name="Lĩnh vực dài " * 12, office_name="Trung tâm " * 12),
        [line(), line(**ABSURD), line(entry=3)],
    )
    sound(pages)
    assert len(pages) > 3, "a row higher than a sheet goes on over several"
    told = in_columns(pages[1:])
    for place, name in (
        (1, "code"),
        (2, "procedure_name"),
        (4, "applicant_name"),
        (6, "agency_name"),
        (12, "note"),
    ):
        usual = flat(str(getattr(line(), name)))
        assert told[place] == usual + flat(ABSURD[name]) + usual, name
    assert flat(ABSURD["address"]) in told[5]


WORDS = st.text(
    st.one_of(st.sampled_from("ẰẳỡệựỵƯỠĐđ –-abcdefgh ,./{}*"), st.characters(max_codepoint=0x2FF)),
    max_size=240,
)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=7, max_size=7), st.integers(1, 12))
def test_any_words_fit_or_name_the_letter(words: list[str], count: int) -> None:
    names = ("procedure_name", "applicant_name", "address", "phone", "agency_name", "note")
    changed = line(**dict(zip(names, words, strict=False)))
    pages: list[Page] = []
    refusal = ""
    try:
        pages = volume_pages(head(field_name=words[6][:60]), [changed] * count)
    except Refused as refused:
        refusal = refused.code
    assert refusal in {"", "font.glyph_missing"}
    sound(pages)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_wording_names_only_what_there_is(profile: str) -> None:
    for closed in (CLOSED, None):
        for last in (True, False):
            pages = volume_pages(head(profile=profile, closed_on=closed, last=last), [line()])
            assert not any("{" in said(page) or "}" in said(page) for page in pages)
    with pytest.raises(Refused) as refused:
        register_text("ND99_2099")
    assert refused.value.code == "form.no_text"
