"""What the page shows of a form and of what the rules say, by tables."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.procedure import Case, Channel, ChannelKind, Paper, PaperKind, Procedure
from kiosk.dossiers.checking import PROBLEM_CODES
from kiosk.refusal import Refused
from kiosk.ui.counter.receive.form import Form, PaperEntry
from kiosk.ui.counter.receive.outlook import Outlook
from kiosk.ui.counter.receive.papers import counted_said, missing_said, papers_of
from kiosk.ui.counter.receive.props import (
    CHOOSE_CASE,
    ENTER_LIMIT,
    derive,
    limit_to_enter,
    said_of,
    shut_reason,
)
from kiosk.ui.counter.receive.turning_props import CHOOSE_PROCEDURE

BUILDING = Procedure(
    code="1.013225",
    name="Cấp giấy phép xây dựng mới",
    channels=(Channel(ChannelKind.DIRECT),),
    cases=(
        Case("1", "Nhà ở riêng lẻ", parse_limit("15d")),
        Case("2", "Công trình", parse_limit("20d")),
        Case("3", "Trường hợp khác"),
    ),
    papers=(
        Paper("Đơn đề nghị", originals=1, required=True),
        Paper("Bản vẽ", originals=2, copies=1),
        Paper("Báo cáo thẩm tra", originals=1, required=True, case="2"),
        Paper("Giấy tờ đất", copies=1, required=True, case="Nhà ở riêng lẻ"),
        Paper("Căn cước", kind=PaperKind.PRESENT, required=True),
        Paper("Văn bản của tổ chức", required=True, case="Đối với tổ chức"),
        Paper("Không yêu cầu công chứng", kind=PaperKind.NOTE, required=True),
    ),
)
NO_LIMIT = Procedure(code="9", name="Không thời hạn", channels=(Channel(ChannelKind.DIRECT),))


def names(papers: tuple[PaperEntry, ...]) -> list[str]:
    return [paper.name for paper in papers]


def test_papers_of_other_cases_are_left_out() -> None:
    assert names(papers_of(BUILDING, "1")) == [
        "Đơn đề nghị",
        "Bản vẽ",
        "Giấy tờ đất",
        "Căn cước",
        "Văn bản của tổ chức",
        "Không yêu cầu công chứng",
    ]
    assert "Báo cáo thẩm tra" in names(papers_of(BUILDING, "2"))
    assert "Giấy tờ đất" not in names(papers_of(BUILDING, ""))


def test_a_group_that_is_no_case_and_a_note_are_never_required() -> None:
    papers = {paper.name: paper for paper in papers_of(BUILDING, "1")}
    assert papers["Văn bản của tổ chức"].group == "Đối với tổ chức"
    assert not papers["Văn bản của tổ chức"].required
    assert not papers["Không yêu cầu công chứng"].required
    assert papers["Căn cước"].required
    assert papers["Căn cước"].kind == "present"


def test_another_case_keeps_what_was_ticked_and_added() -> None:
    first = papers_of(BUILDING, "1")
    before = (
        replace(first[0], ticked=True, originals=3),
        *first[1:],
        PaperEntry(name="Giấy ủy quyền", ticked=True, added=True),
    )
    after = papers_of(BUILDING, "2", before)
    assert after[0] == replace(first[0], ticked=True, originals=3)
    assert names(after)[-1] == "Giấy ủy quyền"


@pytest.mark.parametrize(
    ("ticks", "missing", "counted"),
    [
        ((False, False), "Còn thiếu 2 giấy tờ bắt buộc", "Mới có 0 / 2 giấy tờ bắt buộc · 01 bộ"),
        ((True, False), "Còn thiếu 1 giấy tờ bắt buộc", "Mới có 1 / 2 giấy tờ bắt buộc · 01 bộ"),
        ((True, True), "", "Đủ 2 / 2 giấy tờ bắt buộc · 01 bộ"),
    ],
)
def test_required_papers_are_counted(ticks: tuple[bool, bool], missing: str, counted: str) -> None:
    papers = tuple(PaperEntry(name=str(t), required=True, ticked=t) for t in ticks)
    papers += (PaperEntry(name="tùy ý"),)
    assert (missing_said(papers), counted_said(papers, 1)) == (missing, counted)
    assert bool(shut_reason(Form(procedure="1", papers=papers))) == bool(missing)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Tờ khai",), "Còn thiếu: Tờ khai"),
        (("Tờ khai", "Trích lục", "Căn cước"), "Còn thiếu: Tờ khai và 2 giấy tờ nữa"),
        (
            ("Bản sao có chứng thực giấy chứng nhận quyền sử dụng đất và nhà ở",),
            "Còn thiếu: Bản sao có chứng thực giấy chứng nhận…",
        ),
        (
            ("Tờ khai cấp bản sao trích lục hộ tịch (theo mẫu)", "Căn cước"),
            "Còn thiếu: Tờ khai cấp bản sao… và 1 giấy tờ nữa",
        ),
        ((), ""),
    ],
)
def test_f9_says_which_paper_is_missing(names: tuple[str, ...], said: str) -> None:
    papers = tuple(PaperEntry(name=name, required=True) for name in names)
    assert shut_reason(Form(procedure="1", papers=papers)) == said


def test_without_required_papers_those_received_are_counted() -> None:
    papers = (PaperEntry(name="a", ticked=True), PaperEntry(name="b"))
    assert counted_said(papers, 2) == "Đã nhận 1 giấy tờ · 02 bộ"
    assert shut_reason(Form(procedure="1", papers=papers)) == ""
    assert shut_reason(Form(papers=papers)) == CHOOSE_PROCEDURE


@pytest.mark.parametrize(
    ("procedure", "case", "enter"),
    [
        (None, "", False),
        (BUILDING, "", False),
        (BUILDING, "1", False),
        (BUILDING, "3", True),
        (NO_LIMIT, "", True),
    ],
)
def test_the_officer_enters_a_limit_only_where_none_is_published(
    procedure: Procedure | None, case: str, enter: bool
) -> None:
    assert limit_to_enter(Form(case=case), procedure) is enter


def test_faults_are_told_where_somebody_has_been() -> None:
    outlook = Outlook(
        problems=(
            {"where": "applicant.name", "code": "value.missing"},
            {"where": "applicant.phone", "code": "phone.malformed"},
        )
    )
    form = Form(procedure="9")
    nowhere = derive(form, NO_LIMIT, outlook, shown=frozenset())
    assert nowhere.errors == {}
    there = derive(form, NO_LIMIT, outlook, shown=frozenset({"applicant.phone"}))
    assert list(there.errors) == ["applicant.phone"]
    everywhere = derive(form, NO_LIMIT, outlook, shown=None, editing="applicant.phone")
    assert list(everywhere.errors) == ["applicant.name"]


@pytest.mark.parametrize(
    ("code", "where", "sentence", "due"),
    [
        (
            "dossier.limit_needed",
            "limit",
            ENTER_LIMIT,
            "Nhập thời hạn để tính ngày hẹn trả.",
        ),
        ("dossier.case_needed", "case", CHOOSE_CASE, "Chọn trường hợp để tính ngày hẹn trả."),
    ],
)
def test_what_the_terms_need_is_asked_for(code: str, where: str, sentence: str, due: str) -> None:
    outlook = Outlook(refused=Refused(code, procedure="x", cases=[]))
    props = derive(Form(procedure="9"), NO_LIMIT, outlook, shown=None)
    assert props.errors == {where: sentence}
    assert props.due == due
    assert props.preview


@pytest.mark.parametrize("code", sorted(PROBLEM_CODES))
def test_every_problem_has_a_sentence_for_the_screen(code: str) -> None:
    problem: dict[str, Any] = {
        "where": "applicant.name",
        "code": code,
        "said": "1999-02-31",
        "digits": 10,
        "least": 1,
        "most": 99,
        "length": 300,
        "longest": 200,
        "known": ["a"],
        "count": 201,
        "earliest": 1900,
        "letter": "漢",
        "point": "U+6F22",
        "text": "3x",
        "limit": "9999wd",
        "wanted": "text",
        "meant": "",
    }
    said = said_of(problem)
    assert said.endswith((".", ")."))
    assert "wd" not in said
    assert "1999-02-31" not in said or code != "value.no_date"


def test_papers_and_fees_have_one_place_each() -> None:
    outlook = Outlook(
        problems=(
            {"where": "papers[1].name", "code": "value.missing"},
            {"where": "fee.amount", "code": "value.out_of_range", "least": 0, "most": 9},
        )
    )
    assert set(derive(Form(), None, outlook, shown=None).errors) == {"papers", "fee"}


def test_doubts_are_told_beside_errors_and_never_while_typing() -> None:
    outlook = Outlook(
        doubts=(
            ("applicant.id_number", "id_number.sex"),
            ("applicant.id_number", "id_number.birth_year"),
        )
    )
    props = derive(Form(), None, outlook, shown=frozenset())
    assert props.doubts["applicant.id_number"].count(".") == 2
    assert props.shut == CHOOSE_PROCEDURE
    typing = derive(Form(), None, outlook, shown=frozenset(), editing="applicant.id_number")
    assert typing.doubts == {}
