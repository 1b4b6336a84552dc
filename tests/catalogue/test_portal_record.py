"""Full records of the portal, dirty as they are."""

from typing import Any

import pytest

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.portal_record import read_record
from kiosk.catalogue.procedure import ChannelKind, Level, PaperKind
from tests.fixtures.procedures import case, data, group, method, paper


def complaints(**parts: Any) -> list[tuple[str, str]]:
    return [(one.where, one.why) for one in read_record(data(**parts)).unreadable]


def test_a_sound_record_is_read_without_complaint() -> None:
    reading = read_record(
        data(
            "1.900001",
            "Thủ tục cấp\n giấy thử",
            executionSteps=[
                {"name": "Bước 1:", "description": "Nộp hồ sơ.\n\n  Chờ gọi số."},
                {"name": "", "description": "Nhận kết quả."},
            ],
            requirementsAndConditions="Không quy định",
            resultsDetails=[{"name": "Giấy thử"}, {"name": "Giấy thử"}],
            subjectTypesDetails=[{"name": "Công dân Việt Nam"}],
            legalBasisesDetails=[
                {"name": "Luật Thử số 1/2020/QH14", "code": "1/2020/QH14"},
                {"name": "Nghị định về thử", "code": "2/2021/NĐ-CP"},
            ],
            departmentsExecuting=[{"name": "Ủy ban nhân dân cấp xã"}],
            procedureProposal={"proposalNumber": "12/QĐ-BT"},
            note="Mang theo bản chính.",
            keywords="thử",
        )
    )
    procedure = reading.procedure
    assert reading.unreadable == ()
    assert procedure.name == "Thủ tục cấp giấy thử"
    assert procedure.level is Level.WARD
    assert procedure.steps_text == "Bước 1:\nNộp hồ sơ.\nChờ gọi số.\nNhận kết quả."
    assert procedure.conditions == ""
    assert procedure.result == ("Giấy thử",)
    assert procedure.legal_basis == ("Luật Thử số 1/2020/QH14", "Nghị định về thử (2/2021/NĐ-CP)")
    assert procedure.decision_no == "12/QĐ-BT"
    assert procedure.agency == "Ủy ban nhân dân cấp xã"
    assert procedure.note == "Mang theo bản chính."
    assert procedure.category == "Hộ tịch"


@pytest.mark.parametrize(
    ("amount", "unit", "limit"),
    [
        (5, "WORKING_DAY", "5wd"),
        ("15", "DAY", "15d"),
        (8, "HOUR", "8h"),
        (2, "MONTH", "2mo"),
        (0, "WORKING_DAY", "0wd"),
        (3.0, "working_day", "3wd"),
    ],
)
def test_limits(amount: object, unit: str, limit: str) -> None:
    reading = read_record(data(executionMethods=[method(time=amount, unit=unit)]))
    assert reading.procedure.channels[0].limit == parse_limit(limit)
    assert reading.unreadable == ()


@pytest.mark.parametrize(
    ("amount", "unit", "told"),
    [
        (3, "OTHER", "không có đơn vị"),
        (3, None, "không có đơn vị"),
        ("Không quá 03 ngày làm việc (trừ ngày nghỉ)", "OTHER", "ghi bằng lời"),
        (-4, "DAY", "không đọc được"),
        (99999, "DAY", "không đọc được"),
        (0, "HOUR", "không đọc được"),
        ("xx", "DAY", "không đọc được"),
    ],
)
def test_a_limit_that_is_none_is_told_and_never_guessed(
    amount: object, unit: object, told: str
) -> None:
    parts: dict[str, Any] = {"executionMethods": [method(time=amount, unit=unit)]}
    assert read_record(data(**parts)).procedure.channels[0].limit is None
    [(where, why)] = complaints(**parts)
    assert where == "Thời hạn giải quyết"
    assert told in why


def test_a_limit_without_a_unit_is_no_matter_where_the_case_has_one() -> None:
    parts: dict[str, Any] = {
        "executionMethods": [method(time=3, unit="OTHER")],
        "cases": [case("1.900001.01", "Cấp giấy thử", 3)],
    }
    assert complaints(**parts) == []
    limit, source = read_record(data(**parts)).procedure.limit_for("direct")
    assert (str(limit), source) == ("3wd", "case")


def test_several_limits_of_one_channel_are_told() -> None:
    parts: dict[str, Any] = {"executionMethods": [method(time=7), method(time=10)]}
    [(_, why)] = complaints(**parts)
    assert "07 ngày làm việc, 10 ngày làm việc" in why
    assert read_record(data(**parts)).procedure.limit_for("direct") == (None, "none")


def test_an_unknown_channel_is_passed_over() -> None:
    parts: dict[str, Any] = {"executionMethods": [method("FAX"), method("ONLINE")]}
    assert [one.channel for one in read_record(data(**parts)).procedure.channels] == [
        ChannelKind.ONLINE
    ]
    assert "FAX" in complaints(**parts)[0][1]


@pytest.mark.parametrize(
    ("fees", "text", "amount"),
    [
        ([], "", None),
        ([{"value": 0, "description": ""}], "", None),
        ([{"value": None, "description": None}], "", None),
        (
            [{"value": 0, "description": "Do Hội đồng nhân dân tỉnh quyết định."}],
            "Do Hội đồng nhân dân tỉnh quyết định.",
            None,
        ),
        ([{"value": 8000, "description": ""}], "8.000 đồng", 8000),
        (
            [{"value": 8000, "description": "8.000 đồng/bản. Miễn cho hộ nghèo."}],
            "8.000 đồng/bản. Miễn cho hộ nghèo.",
            8000,
        ),
        (
            [{"value": 15000, "description": "Cá nhân"}, {"value": 10000, "description": "Đông"}],
            "15.000 đồng: Cá nhân\n10.000 đồng: Đông",
            None,
        ),
        (
            [
                {"value": 20000, "description": ""},
                {"value": 0, "description": "Miễn phí cho trẻ em."},
            ],
            "20.000 đồng\nMiễn phí cho trẻ em.",
            None,
        ),
    ],
)
def test_fees(fees: list[Any], text: str, amount: int | None) -> None:
    reading = read_record(data(executionMethods=[method(fees=fees)]))
    assert (reading.procedure.fee_text, reading.procedure.fee_amount) == (text, amount)
    assert reading.unreadable == ()


@pytest.mark.parametrize("value", [25, 500, -3, "25.000 đ", 1.5, [1]])
def test_a_fee_nobody_asks_for_is_told_and_not_taken(value: object) -> None:
    parts: dict[str, Any] = {
        "executionMethods": [method(fees=[{"value": value, "description": "Theo luật"}])]
    }
    assert read_record(data(**parts)).procedure.fee_amount is None
    [(where, _)] = complaints(**parts)
    assert where == "Phí, lệ phí"


def test_the_direct_fee_stands_for_the_procedure() -> None:
    methods = [
        method("ONLINE", fees=[{"value": 7000, "description": ""}]),
        method("DIRECT", fees=[{"value": 15000, "description": ""}]),
    ]
    procedure = read_record(data(executionMethods=methods)).procedure
    assert procedure.fee_amount == 15000
    assert procedure.fee_for("online") == ("7.000 đồng", 7000)
    assert procedure.fee_for("authorized") == ("15.000 đồng", 15000)
    assert procedure.fee_for("postal") == ("15.000 đồng", 15000)


@pytest.mark.parametrize(
    ("heading", "originals", "kind", "of_case"),
    [
        ("", 1, PaperKind.SUBMIT, ""),
        ("* Giấy tờ phải nộp:", 1, PaperKind.SUBMIT, ""),
        (" * Giấy tờ phải xuất trình: ", 1, PaperKind.PRESENT, ""),
        ("* Giấy tờ phải xuất trình:", 0, PaperKind.NOTE, ""),
        ("*Lưu ý: ", 1, PaperKind.NOTE, ""),
        ("Thành phần hồ sơ:", 1, PaperKind.SUBMIT, ""),
        ("Đăng ký vào chỗ ở hợp pháp", 1, PaperKind.SUBMIT, "Đăng ký vào chỗ ở hợp pháp"),
        ("(1.2) Đối với công trình theo tuyến:", 0, PaperKind.NOTE, None),
        (None, 1, PaperKind.SUBMIT, ""),
    ],
)
def test_headings_give_the_kind_or_name_a_case(
    heading: object, originals: int, kind: PaperKind, of_case: str | None
) -> None:
    groups = [group(paper("- Giấy tờ;", originals), name=heading)]
    [read] = read_record(data(executionCases=groups)).procedure.papers
    assert (read.name, read.kind) == ("Giấy tờ", kind)
    if of_case is not None:
        assert read.case == of_case


def test_a_remark_under_lưu_ý_stays_a_remark() -> None:
    groups = [group(paper("Ghi nhớ", 1), name="* Lưu ý :")]
    [read] = read_record(data(executionCases=groups)).procedure.papers
    assert read.kind is PaperKind.NOTE


@pytest.mark.parametrize("quantity", ["hai", -1, 10**6, 1.5, [2], True])
def test_an_odd_quantity_counts_as_none(quantity: object) -> None:
    parts: dict[str, Any] = {"executionCases": [group(paper("Tờ khai", quantity))]}
    assert read_record(data(**parts)).procedure.papers[0].originals == 0
    assert complaints(**parts)[0][0] == "Thành phần hồ sơ"


def test_cases_are_told_once_and_have_codes_of_their_own() -> None:
    cases = [
        case("1.900001.01", "Mới", 20, "DAY"),
        case("1.900001.01", "Mới", 20, "DAY"),
        case("1.900001.01", "Nhà ở riêng lẻ", 15, "DAY"),
        case("", "Không mã", 3),
        {"name": None, "code": None, "processingDay": None},
        {"name": "Không thời hạn", "code": "x", "processingDay": None},
    ]
    procedure = read_record(data(cases=cases)).procedure
    assert [(one.code, str(one.limit)) for one in procedure.cases] == [
        ("1.900001.01", "20d"),
        ("1.900001.01-2", "15d"),
        ("TH-1", "3wd"),
        ("x", "None"),
    ]


def test_parts_of_another_shape_are_told() -> None:
    reading = read_record(data(executionMethods="không", executionCases=3, cases={"a": 1}))
    assert {one.where for one in reading.unreadable} >= {
        "Cách thức thực hiện",
        "Thành phần hồ sơ",
        "Thời hạn theo trường hợp",
    }


def test_a_record_of_nulls_is_read() -> None:
    nothing: dict[str, object] = dict.fromkeys(data())
    reading = read_record({**nothing, "code": "1.900002", "name": "Tên"})
    assert reading.unreadable == ()
    assert reading.procedure.name == "Tên"
