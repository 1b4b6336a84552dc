"""Mẫu số 01 on A5, looked at as a scanner, a reader and a printer would."""

import io
import unicodedata
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.dossiers.slips import SlipPaper
from kiosk.printing.barcodes import CODE128_MODULE
from kiosk.printing.form01 import form01_pages
from kiosk.printing.marks import Text
from kiosk.printing.papers import form01_pdf
from kiosk.refusal import Refused
from tests.printing.papers_kit import (
    FORM,
    HARD_NAME,
    LONG_CODE,
    barcodes,
    biggest_fills,
    bounds,
    faults,
    flat,
    fonts,
    form,
    ink,
    intruders,
    is_nfc,
    many_papers,
    page_texts,
    picture,
)

NAME_300 = ("Công ty Trách nhiệm hữu hạn Một thành viên Ưỡng Ằẳ " * 7)[:300].strip()
ADDRESS_200 = ("Số 12, ngõ 345/67, đường Nguyễn Thị Minh Khai, " * 6)[:200].strip()
ABSURD: dict[str, Any] = {
    "code": LONG_CODE,
    "office_parent": "Ủy ban nhân dân đặc khu kinh tế – hành chính Quần đảo Ưỡng Bình Thạnh",
    "office_name": "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính theo cơ chế một cửa",
    "applicant_name": NAME_300,
    "submitter_name": NAME_300,
    "officer_name": NAME_300,
    "address": ADDRESS_200,
    "email": "x" * 180 + "@example.vn",
    "procedure_name": NAME_300,
    "papers": many_papers(60),
    "limit_text": "20 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; " * 4,
    "fee_text": "Do Hội đồng nhân dân cấp tỉnh quyết định; miễn cho hộ nghèo. " * 4,
    "deliver_at_place": ADDRESS_200,
    "note": "Đã đối chiếu bản chính. " * 20,
    "hotline": "1900 1234 (nhánh 5), 0200 355 5100, phanhoi@example.vn, 0200 355 5101",
    "sample": True,
}


def texts(*, copies: int = 1, reprint: bool = False, **changes: Any) -> list[str]:
    pages = page_texts(form01_pdf(form(**changes), copies=copies, reprint=reprint))
    assert all(is_nfc(text) for text in pages)
    return [flat(text) for text in pages]


def test_everything_is_on_it_in_order() -> None:
    first, second = texts(copies=2)
    at = 0
    for words in (
        "ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Bình, ngày 23 tháng 11 năm 2026",
        "Mã hồ sơ:",
        "H99.12.08-261123-0042",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công",
        "Tiếp nhận hồ sơ của Ông/Bà: Nguyễn Văn An",
        "Số CCCD: 001********567",
        "Địa chỉ: Số 12, đường Hoa Sen, tổ 4, phường An Bình",
        "Số điện thoại: 0912 345 678",
        "Email: ………………",
        "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân",
        "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
        "STT Tên giấy tờ Loại giấy tờ Số lượng",
        "1 Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu) Bản chính 1",
        "2 Trích lục ghi chú ly hôn Bản sao 1",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 09 giờ 24 phút, ngày 23 tháng 11 năm 2026",
        "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 27 tháng 11 năm 2026",
        "6. Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công phường An Bình",
        "Phí, lệ phí (nếu có): 15.000 đồng",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 02",
        "Số thứ tự: 1186",
        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Nguyễn Văn An",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Lê Minh Châu",
        "Khi đến nhận kết quả, Ông/Bà mang theo giấy này",
        "Mã tra cứu (giữ kín): 604 218",
        "Điện thoại: 0200 355 5100",
        "Mẫu số 01, phiên bản 2026.1",
        "Liên 1: giao người nộp",
    ):
        at = first.index(flat(words), at)
    assert second == first.replace("Liên1:giaongườinộp", "Liên2:lưukèmhồsơ")
    for words in ("Trang", "Ghi chú", "MINH HỌA", "IN LẠI"):
        assert flat(words) not in first


def test_page_is_a5_and_told_to_print_at_true_size() -> None:
    reader = pypdf.PdfReader(io.BytesIO(form01_pdf(form(papers=many_papers(30)))))
    assert len(reader.pages) > 2
    for page in reader.pages:
        assert float(page.mediabox.width) * 25.4 / 72 == pytest.approx(148, abs=0.1)
        assert float(page.mediabox.height) * 25.4 / 72 == pytest.approx(210, abs=0.1)
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/ViewerPreferences"] == {"/PrintScaling": "/None", "/Duplex": "/Simplex"}
    assert reader.metadata is not None
    assert reader.metadata.author == FORM.office_name
    assert reader.metadata.title == (
        "Mẫu số 01, GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ, H99.12.08-261123-0042"
    )


def test_fonts_are_inside() -> None:
    found = set(fonts(form01_pdf(form(**ABSURD))))
    assert len(found) >= 3
    for name, embedded in found:
        assert embedded, name
        assert "Helvetica" not in name


@pytest.mark.parametrize(
    "code", [FORM.code, LONG_CODE, "ABCDEFGHIJ.KLMNOPQRSTUVWXY", "000.00.15.H40-181120-0000001"]
)
def test_both_codes_are_read_at_203_dpi(code: str) -> None:
    image = picture(form01_pdf(form(code=code)), dpi=203)
    assert barcodes(image) == {"Code 128": code, "QR Code": code}


@pytest.mark.parametrize("changes", [{}, {"code": LONG_CODE, "hotline": ABSURD["hotline"]}])
def test_codes_stand_free(changes: dict[str, Any]) -> None:
    (page,) = form01_pages(form(**changes), copies=1, reprint=True)
    qr, bars = biggest_fills(page)[:2]
    assert bounds(qr)[2] == pytest.approx(15)
    assert intruders(page, qr, beside=4 * 0.6, above=4 * 0.6) == []
    assert bounds(bars)[0] >= 10 * CODE128_MODULE
    assert intruders(page, bars, beside=10 * CODE128_MODULE, above=1) == []


def test_a_code_too_long_for_letters_beside_the_bars_goes_below() -> None:
    code = "H99.12.08-261123-0042-ABCDEFGHIJKLMN"
    pdf = form01_pdf(form(code=code), copies=1)
    assert barcodes(picture(pdf, dpi=300))["Code 128"] == code
    assert code in flat(page_texts(pdf)[0])


def test_a_code_longer_than_the_paper_is_refused() -> None:
    with pytest.raises(Refused, match=r"barcode\.too_long"):
        form01_pdf(form(code="X" * 60))


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (2, 1), (60, 6)])
def test_as_many_sheets_as_the_papers_need(count: int, sheets: int) -> None:
    pages = texts(papers=many_papers(count))
    assert len(pages) == sheets
    whole = "".join(pages)
    for number, paper in enumerate(many_papers(count), 1):
        assert flat(f"{number}{paper.name}") in whole
    assert ("Khôngcógiấytờkèmtheo" in whole) == (count == 0)


def test_further_sheets_say_what_they_belong_to() -> None:
    pages = texts(papers=many_papers(60), copies=2, code=LONG_CODE)
    assert len(pages) == 12
    head = flat("STT Tên giấy tờ Loại giấy tờ Số lượng")
    for number, text in enumerate(pages):
        sheet = number % 6 + 1
        copy = "Liên1:giaongườinộp" if number < 6 else "Liên2:lưukèmhồsơ"
        assert text.endswith(f"{copy}·Trang{sheet}/6")
        assert flat(f"Mã hồ sơ: {LONG_CODE}") in text
        assert ("(tiếptheo)" in text) == (sheet > 1)
        if "Giấychứngnhận" in text:
            assert text.count(head) == 1
    assert [head in text for text in pages[:6]].count(True) >= 5


def test_signatures_stand_with_their_names_and_the_foot_note_at_the_end() -> None:
    for count in range(1, 16):
        pages = texts(
            papers=many_papers(count), submitter_name="Người Nộp", officer_name="Tiếp Nhận"
        )
        for text in pages[:-1]:
            assert "Kývàghirõhọtên" not in text
            assert "Mãtracứu" not in text
        for words in ("Số thứ tự: 1186", "NGƯỜI NỘP HỒ SƠ", "Người Nộp", "Tiếp Nhận", "604 218"):
            assert flat(words) in pages[-1]


def test_originals_and_copies_of_one_paper_stand_in_one_row() -> None:
    twice = SlipPaper("Bản vẽ", "Bản chính", 1), SlipPaper("Bản vẽ", "Bản sao", 2)
    (page,) = texts(papers=(*twice, SlipPaper("Đơn", "Bản sao", 3)))
    assert page.count(flat("Bản vẽ")) == 1
    assert flat("1 Bản vẽ Bản chính / Bản sao 1 / 2") in page
    assert flat("2 Đơn Bản sao 3") in page


def test_a_long_place_does_not_break_the_day() -> None:
    (page,) = form01_pages(form(place="Thành phố Hồ Chí Minh"), copies=1, reprint=False)
    lines = [mark.text for mark in page.marks if isinstance(mark, Text)]
    assert "Thành phố Hồ Chí Minh," in lines
    assert "ngày 23 tháng 11 năm 2026" in lines


def test_a_paper_name_longer_than_a_sheet_runs_on() -> None:
    name = "Văn bản thỏa thuận của các bên " * 120
    pages = texts(papers=(SlipPaper("Đơn", "Bản chính", 1), SlipPaper(name, "Bản sao", 2)))
    assert len(pages) > 2
    assert sum(text.count("thỏathuận") for text in pages) == 120


def test_reprint_and_sample_are_told_on_every_sheet() -> None:
    for text in texts(papers=many_papers(20), reprint=True, sample=True):
        assert flat("BẢN IN LẠI") in text
        assert flat("DỮ LIỆU MINH HỌA") in text


def test_absurd_lengths_keep_inside_the_margins() -> None:
    slip = form(**ABSURD)
    pdf = form01_pdf(slip, copies=1, reprint=True)
    pages = form01_pages(slip, copies=1, reprint=True)
    whole = "".join(map(flat, page_texts(pdf)))
    for value in (NAME_300, ADDRESS_200, ABSURD["email"], ABSURD["note"], ABSURD["hotline"]):
        assert flat(value) in whole
    for number, page in enumerate(pages):
        left, top, right, bottom = ink(picture(pdf, number), 203)
        assert left >= 9.7
        assert right <= 138.3
        assert top >= 7.8
        assert bottom <= 204.3
        assert faults(page) == []


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 12, 30])
def test_nothing_is_clipped(count: int) -> None:
    pages = form01_pages(form(papers=many_papers(count)), copies=2, reprint=True)
    assert [fault for page in pages for fault in faults(page)] == []


def test_design_board_fits_one_sheet_inside_the_margins() -> None:
    left, top, right, bottom = ink(picture(form01_pdf(form(sample=True), reprint=True)), 203)
    assert left == pytest.approx(10, abs=0.3)
    assert right == pytest.approx(138, abs=0.3)
    assert top >= 7.8
    assert bottom <= 204.3


def test_empty_values_leave_dots_to_write_on() -> None:
    (text,) = texts(
        id_number_masked="", address="", phone="", fee_text="", limit_text="", deliver_at_place=""
    )
    for label in (
        "Số CCCD:",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Phí, lệ phí (nếu có):",
        "theo quy định là:",
        "nhận kết quả tại:",
    ):
        assert flat(label) + "……………" in text
    pages = form01_pages(form(address=""), copies=1, reprint=False)
    dots = [mark for mark in pages[0].marks if isinstance(mark, Text) and "……" in mark.text]
    assert len(dots) == 2


def test_a_preview_has_dots_where_nothing_is_issued_yet() -> None:
    preview = form(code="", volume=0, entry=0, lookup_secret="")
    pdf = form01_pdf(preview, copies=1)
    assert barcodes(picture(pdf)) == {}
    text = flat(page_texts(pdf)[0])
    for label in ("Mã hồ sơ:", "Quyển số:", "Số thứ tự:", "(giữ kín):"):
        assert flat(label) + "……………" in text
    (page,) = form01_pages(preview, copies=1, reprint=False)
    assert faults(page) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id_number_masked": "C1********67"}, "Số hộ chiếu: C1********67"),
        ({"profile": "ND61_2018"}, "Số CMND/CCCD: 001********567"),
        ({"note": "Đã đối chiếu."}, "Ghi chú: Đã đối chiếu."),
        ({"papers": (SlipPaper("Đơn\x00 xin\r\ncấp", "Bản\tsao", 3),)}, "1 Đơn xin cấp Bản sao 3"),
        ({"applicant_name": unicodedata.normalize("NFD", HARD_NAME)}, HARD_NAME),
        ({"applicant_name": "*{code}** <b>An</b>"}, "Ông/Bà: *{code}** <b>An</b>"),
    ],
)
def test_values(changes: dict[str, Any], words: str) -> None:
    assert flat(words) in texts(**changes)[0]


def test_more_copies_than_named_are_numbered() -> None:
    assert flat("Liên 3") in texts(copies=3)[2]


WORDS = st.text(
    st.one_of(st.sampled_from("ẰẳỡệựỵƯỠĐđ –abcdefgh ,./"), st.characters(max_codepoint=0x2FF)),
    max_size=300,
)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=8, max_size=8), st.lists(WORDS, max_size=12))
def test_any_words_fit_or_name_the_letter(words: list[str], papers: list[str]) -> None:
    name, address, phone, email, procedure, fee, note, officer = words
    slip = replace(
        FORM,
        applicant_name=name,
        submitter_name=name,
        address=address,
        phone=phone[:40],
        email=email,
        procedure_name=procedure,
        fee_text=fee,
        note=note,
        officer_name=officer,
        papers=tuple(SlipPaper(text, text[:30], 1) for text in papers),
    )
    refusal = ""
    pages = []
    try:
        pages = form01_pages(slip, copies=1, reprint=False)
    except Refused as refused:
        refusal = refused.code
    assert refusal in {"", "font.glyph_missing"}
    assert [fault for page in pages for fault in faults(page)] == []
