"""The list of a procedure's papers on 80 mm paper."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from kiosk.catalogue.papers_list import PAPERS80, ListedPaper, PapersSlip, manner
from kiosk.catalogue.procedure import Paper, PaperKind
from kiosk.printing.papers import render
from tests.printing.papers_kit import HARD_NAME, flat, page_texts

SLIP = PapersSlip(
    code="1.001193",
    name="Đăng ký khai sinh",
    field_name="Hộ tịch",
    counters=("Quầy 1", "Quầy 2"),
    papers=(
        ListedPaper("Tờ khai đăng ký khai sinh (theo mẫu)", "Nộp 1 bản chính"),
        ListedPaper(HARD_NAME, "Xuất trình"),
    ),
    printed_at=datetime(2026, 11, 23, 2, 24, tzinfo=UTC),
    office_parent="Ủy ban nhân dân phường An Bình",
    office_name="Trung tâm Phục vụ hành chính công",
    hotline="0200 355 5100",
    sample=False,
)


def said(slip: PapersSlip, *, reprint: bool = False) -> str:
    (text,) = page_texts(render(PAPERS80, msgspec.json.encode(slip), copies=1, reprint=reprint))
    return flat(text)


def test_it_says_what_to_bring_and_where() -> None:
    text = said(SLIP)
    for words in ("Đăng ký khai sinh", "Nộp 1 bản chính", HARD_NAME, "Quầy 1 hoặc Quầy 2", "09:24"):
        assert flat(words) in text, words
    assert flat("MINH HỌA") not in text


def test_marks_of_sample_and_reprint() -> None:
    assert flat("DỮ LIỆU MINH HỌA") in said(replace(SLIP, sample=True))
    assert flat("BẢN IN LẠI") in said(SLIP, reprint=True)


def test_a_record_without_papers_says_so() -> None:
    assert flat("Mời Ông/Bà hỏi tại quầy") in said(replace(SLIP, papers=()))


def test_a_long_list_makes_a_long_paper() -> None:
    papers = tuple(ListedPaper(f"Giấy tờ thứ {at} " + "rất dài " * 20, "Nộp") for at in range(40))
    assert flat("Giấy tờ thứ 39") in said(replace(SLIP, papers=papers))


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        (Paper("a", originals=1), "Nộp 1 bản chính"),
        (Paper("a", originals=1, copies=2), "Nộp 1 bản chính, 2 bản sao"),
        (Paper("a", copies=1), "Nộp 1 bản sao"),
        (Paper("a"), "Nộp"),
        (Paper("a", originals=1, kind=PaperKind.PRESENT), "Xuất trình"),
    ],
)
def test_what_is_done_with_a_paper(paper: Paper, words: str) -> None:
    assert manner(paper) == words
