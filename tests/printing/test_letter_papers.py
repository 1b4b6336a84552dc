"""The papers of a dossier's life on A5, looked at as a scanner, a reader and a printer would."""

import io
import itertools
import re

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.dossiers.letters import HandoverRow, MissingPaper
from kiosk.office.legal import FormKind, legal_profile
from kiosk.printing.letter import letter_pages
from kiosk.printing.marks import Text
from kiosk.printing.papers import letter_pdf
from kiosk.printing.typography import width
from kiosk.refusal import Refused
from tests.printing.letters_kit import (
    ABSURD,
    DATA,
    FORMS,
    LETTER_KINDS,
    LONG,
    NAME_200,
    NOW,
    THEN,
    changes_of,
    letter,
    letter_texts,
)
from tests.printing.papers_kit import (
    LONG_CODE,
    barcodes,
    biggest_fills,
    bounds,
    faults,
    flat,
    fonts,
    ink,
    intruders,
    page_texts,
    picture,
)

AT_THE_COUNTER = (FormKind.SUPPLEMENT, FormKind.REFUSAL)


def body(text: str) -> str:
    """A sheet's text without what begins a further sheet and what stands on its last line."""
    return re.sub(r"^.*\(tiếptheo\)|(Mẫusố\d\d|Giấytrảlạibảnchính),phiênbản.*$", "", text)


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_nothing_is_clipped(profile: str, kind: FormKind, data: str) -> None:
    told = letter(kind, **changes_of(data, kind, profile=profile))
    pages = letter_pages(kind, told, copies=2, reprint=data == "long")
    assert [fault for page in pages for fault in faults(page)] == []
    assert all((page.width, page.height) == (148, 210) for page in pages)


@pytest.mark.parametrize("kind", AT_THE_COUNTER)
@pytest.mark.parametrize("data", DATA)
def test_nothing_is_clipped_without_a_code(kind: FormKind, data: str) -> None:
    told = letter(kind, **changes_of(data, kind, code=""))
    pages = letter_pages(kind, told, copies=1, reprint=True)
    assert [fault for page in pages for fault in faults(page)] == []


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_ink_stays_inside_the_margins(kind: FormKind) -> None:
    pdf = letter_pdf(kind, letter(kind, **LONG), copies=1, reprint=True)
    for number in (0, len(page_texts(pdf)) - 1):
        left, top, right, bottom = ink(picture(pdf, number), 203)
        assert left >= 9.7
        assert right <= 138.3
        assert top >= 7.8
        assert bottom <= 204.3


@pytest.mark.parametrize("data", ["long", "absurd"])
@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_nothing_is_left_out(kind: FormKind, data: str) -> None:
    told = letter(kind, **changes_of(data, kind))
    whole = "".join(map(body, letter_texts(kind, **changes_of(data, kind))))
    for name in ("applicant_name", "address", "email", "agency_name", "reason", "officer_name"):
        if hasattr(told, name):
            assert flat(getattr(told, name)) in whole, name


@pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 10, 40])
@pytest.mark.parametrize("kind", [FormKind.SUPPLEMENT, FormKind.ORIGINALS])
def test_every_paper_has_its_row_and_every_sheet_the_head(kind: FormKind, count: int) -> None:
    pages = letter_texts(kind, papers=LONG["papers"][:count])
    whole = "".join(pages)
    for number, paper in enumerate(LONG["papers"][:count], start=1):
        assert flat(f"{number}{paper.name}") in whole
    head = "TTThànhphầnhồsơ" if kind is FormKind.SUPPLEMENT else "TTTêngiấytờ"
    for text in pages:
        assert (head in text) == bool(re.search(r"\dGiấy\d+:", text))
    assert all("Kývàghirõ" not in text for text in pages[:-1])
    assert "Kývàghirõ" in pages[-1]


def test_a_table_stands_with_the_line_that_leads_to_it() -> None:
    for lines in range(20, 50):
        told = letter(FormKind.SUPPLEMENT, address="Số 12, đường Nguyễn Thị Minh Khai, " * lines)
        sheets = [
            flat("".join(mark.text for mark in page.marks if isinstance(mark, Text)))
            for page in letter_pages(FormKind.SUPPLEMENT, told, copies=1, reprint=False)
        ]
        (sheet,) = (text for text in sheets if "YêucầuÔng/Bà" in text)
        assert "1Tờkhaicấp" in sheet


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_further_sheets_say_what_they_belong_to(kind: FormKind) -> None:
    pages = letter_texts(kind, copies=2, reprint=True, **LONG)
    half = len(pages) // 2
    assert half > 1
    for number, text in enumerate(pages):
        sheet = number % half + 1
        assert text.endswith(f"Trang{sheet}/{half}")
        assert flat("Mã hồ sơ: H99.12.08-261123-0042") in text
        assert ("(tiếptheo)" in text) == (sheet > 1)
        assert flat("BẢN IN LẠI") in text
        assert flat("DỮ LIỆU MINH HỌA") in text


@pytest.mark.parametrize("kind", AT_THE_COUNTER)
def test_without_a_code_the_number_stands_for_it(kind: FormKind) -> None:
    pdf = letter_pdf(kind, letter(kind, **{**LONG, "code": "", "number": "9999/HDHS"}), copies=1)
    pages = [flat(text) for text in page_texts(pdf)]
    assert len(pages) > 1
    assert all("Số:9999/HDHS" in text for text in pages)
    assert all("Mãhồsơ" not in text for text in pages)
    assert all(barcodes(picture(pdf, page)) == {} for page in (0, len(pages) - 1))


@pytest.mark.parametrize("kind", AT_THE_COUNTER)
def test_without_code_and_number_there_are_dots_to_write_on(kind: FormKind) -> None:
    (page,) = letter_texts(kind, code="", number="")
    assert "Số:……………" in page


@pytest.mark.parametrize("code", ["H99.12.08-261123-0042", LONG_CODE])
@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_both_codes_are_read_at_203_dpi(profile: str, kind: FormKind, code: str) -> None:
    pdf = letter_pdf(kind, letter(kind, profile=profile, code=code), copies=1)
    last = len(page_texts(pdf)) - 1
    found = barcodes(picture(pdf, 0, dpi=203)) | barcodes(picture(pdf, last, dpi=203))
    assert found == {"Code 128": code, "QR Code": code}


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_codes_stand_free(kind: FormKind) -> None:
    pages = letter_pages(kind, letter(kind, hotline=LONG["hotline"]), copies=1, reprint=True)
    bars = next(fill for fill in biggest_fills(pages[0]) if bounds(fill)[3] == pytest.approx(8))
    qr = biggest_fills(pages[-1])[0]
    assert bounds(qr)[2] == pytest.approx(15)
    assert intruders(pages[-1], qr, beside=4 * 0.6, above=4 * 0.6) == []
    assert intruders(pages[0], bars, beside=10 * 0.254, above=1) == []


@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_as_many_copies_as_the_profile_says(profile: str, kind: FormKind) -> None:
    pages = letter_texts(kind, copies=None, profile=profile)
    copies = legal_profile(profile).form(kind).copies
    sheets = len(letter_texts(kind, profile=profile))
    assert len(pages) == copies * sheets
    for number, text in enumerate(pages):
        said = ("Liên1:giaongườinộp", "Liên2:lưukèmhồsơ")[number // sheets] if copies == 2 else ""
        assert (said or "Liên") in text or not said
        assert ("Liên" in text) == (copies == 2)


def test_copies_of_the_control_sheet_are_numbered_when_there_are_more() -> None:
    pages = letter_texts(FormKind.CONTROL, copies=2)
    assert ["Liên1" in text for text in pages] == [True, True, False, False]
    assert ["Liên2" in text for text in pages] == [False, False, True, True]


@pytest.mark.parametrize(("profile", "kind"), FORMS)
def test_equal_values_give_equal_bytes(profile: str, kind: FormKind) -> None:
    one, other = (letter_pdf(kind, letter(kind, profile=profile)) for _ in range(2))
    assert one == other
    assert one != letter_pdf(kind, letter(kind, profile=profile), reprint=True)
    assert one != letter_pdf(kind, letter(kind, profile=profile, sample=True))


@pytest.mark.parametrize(("rows", "given"), [("empty", 0), ("short", 2), ("long", 8)])
def test_a_control_sheet_has_blank_rows(rows: str, given: int) -> None:
    pages = letter_texts(FormKind.CONTROL, **changes_of(rows, FormKind.CONTROL))
    blank = sum(text.count(flat("…… giờ …… phút,")) for text in pages)
    assert 5 <= blank <= 11
    assert sum(text.count("Ngườigiao") for text in pages) == given + blank
    assert all(flat("TÊN CƠ QUAN THỜI GIAN") in text for text in pages[1:])


def test_a_row_that_no_sheet_holds_runs_on() -> None:
    pages = letter_pages(
        FormKind.CONTROL, letter(FormKind.CONTROL, **ABSURD), copies=1, reprint=False
    )
    whole = "".join(mark.text for page in pages for mark in page.marks if isinstance(mark, Text))
    # five values in eight and one lengths, and the head with its three
    assert whole.count("Ư") >= 50 * 9 * 5


def test_running_text_is_justified() -> None:
    (page,) = letter_pages(FormKind.APOLOGY, letter(FormKind.APOLOGY), copies=1, reprint=False)
    lines: dict[float, list[Text]] = {}
    for mark in page.marks:
        if isinstance(mark, Text):
            lines.setdefault(mark.y, []).append(mark)
    (line,) = (line for line in lines.values() if line[0].text.startswith("Tuy "))
    last = line[-1]
    assert line[0].x == pytest.approx(18)
    assert last.x + width(last.text, last.style) == pytest.approx(138)
    gaps = [
        after.x - before.x - width(before.text.rstrip(), before.style)
        for before, after in itertools.pairwise(line)
    ]
    assert max(gaps) == pytest.approx(min(gaps))


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_fonts_are_inside_and_nobody_is_named_in_the_title(kind: FormKind) -> None:
    pdf = letter_pdf(kind, letter(kind))
    assert all(embedded and "Helvetica" not in name for name, embedded in fonts(pdf))
    data = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert data is not None
    form = legal_profile(NOW).form(kind)
    number = f"Mẫu số {form.number}" if form.number else form.name
    assert data.title == f"{number}, {form.name.upper()}, H99.12.08-261123-0042"


WORDS = st.text(
    st.one_of(st.sampled_from("ẰẳỡệựỵƯỠĐđ –abcdefgh ,./"), st.characters(max_codepoint=0x2FF)),
    max_size=300,
)


@settings(max_examples=40)
@given(st.sampled_from(LETTER_KINDS), st.lists(WORDS, min_size=6, max_size=6), st.data())
def test_any_words_fit_or_name_the_letter(
    kind: FormKind, words: list[str], more: st.DataObject
) -> None:
    name, address, email, procedure, reason, agency = words
    papers = more.draw(st.lists(WORDS, max_size=8))
    told = letter(
        kind,
        number=more.draw(st.text("0123456789/HDHS", max_size=60)),
        code=more.draw(st.sampled_from(("", LONG_CODE))),
        applicant_name=name,
        signer_name=name,
        address=address,
        email=email,
        procedure_name=procedure,
        reason=reason,
        agency_name=agency,
        signer_title=agency,
        papers=tuple(MissingPaper(text, 1, what=reason) for text in papers),
        rows=tuple(HandoverRow(text, name, given_by=name, note=text) for text in papers),
    )
    refusal = ""
    pages = []
    try:
        pages = letter_pages(kind, told, copies=1, reprint=False)
    except Refused as refused:
        refusal = refused.code
    assert refusal in {"", "font.glyph_missing"}
    assert [fault for page in pages for fault in faults(page)] == []


def test_a_paper_the_decree_does_not_have() -> None:
    with pytest.raises(Refused, match=r"form\.not_in_profile"):
        letter_pdf(FormKind.STOP, letter(FormKind.STOP, profile=THEN))


def test_long_names_are_long() -> None:
    assert 190 <= len(NAME_200) <= 200
