"""The form as the values of a dossier file, by tables."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.dossiers.application import Fee, Paper, Submitter
from kiosk.dossiers.checking import checked
from kiosk.dossiers.identity import Sex
from kiosk.dossiers.model import SubmissionChannel
from kiosk.ui.counter.receive.form import (
    Form,
    PaperEntry,
    PersonEntry,
    SubmitterEntry,
    application_values,
    day_shown,
    day_value,
    fee_shown,
    fee_value,
    is_empty,
    limit_value,
    other_kind,
    slashed,
    spaced_id,
    ticked,
    with_counts,
)

PERSON = PersonEntry(
    name="Đặng Thị Ngọc Ưỡng",
    id_number="001 303 004 567",
    birth_date="05/03/2003",
    sex="female",
    address="Số 12, đường Hoa Sen",
    phone="0912 345 678",
)
FORM = Form(
    procedure="1.004873",
    applicant=PERSON,
    papers=(
        PaperEntry(name="Tờ khai", ticked=True, originals=2),
        PaperEntry(name="Bản sao cũ", ticked=False, originals=0, copies=1),
        PaperEntry(name="Căn cước", kind="present", ticked=True),
        PaperEntry(name="Lưu ý về hồ sơ", kind="note"),
    ),
)


def test_a_whole_form_is_a_sound_application() -> None:
    application = checked(application_values(FORM, "HT-016"), date(2026, 11, 23))
    assert application.procedure == "1.004873"
    assert application.ticket == "HT-016"
    assert application.channel is SubmissionChannel.DIRECT
    assert application.applicant.birth_date == date(2003, 3, 5)
    assert application.applicant.sex is Sex.FEMALE
    assert application.applicant.id_number == "001303004567"
    assert application.applicant.phone == "+84912345678"
    assert application.papers == (
        Paper(name="Tờ khai", originals=2, copies=0),
        Paper(name="Căn cước", originals=0, copies=0),
    )
    assert (application.submitter, application.limit, application.fee) == (None, None, None)


def test_who_hands_it_in_for_another_is_told() -> None:
    other = SubmitterEntry(name="Lý Văn Sáu", relation="Con trai")
    form = replace(FORM, by_other=True, submitter=other, channel="authorized")
    application = checked(application_values(form), date(2026, 11, 23))
    assert application.submitter == Submitter(name="Lý Văn Sáu", relation="Con trai")
    back = checked(application_values(replace(form, by_other=False, channel="direct")), date.max)
    assert back.submitter is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("05031999", "1999-03-05"),
        ("05/03/1999", "1999-03-05"),
        ("5-3-1999", "1999-03-05"),
        ("5.3.1999", "1999-03-05"),
        ("31/02/1999", "1999-02-31"),
        ("1999", "1999"),
        ("  ", None),
        ("hôm qua", "hôm qua"),
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str, value: str | None) -> None:
    assert day_value(typed) == value


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0", "0"),
        ("05", "05"),
        ("050", "05/0"),
        ("05/031", "05/03/1"),
        ("05031999", "05/03/1999"),
        ("05/03/", "05/03/"),
        ("5/3/1999", "5/3/1999"),
        ("mồng 5", "mồng 5"),
    ],
)
def test_slashes_come_by_themselves(typed: str, shown: str) -> None:
    assert slashed(typed) == shown


def test_a_date_is_shown_as_people_write_it() -> None:
    assert day_shown("1999-03-05") == "05/03/1999"
    assert day_shown("hôm qua") == "hôm qua"


@pytest.mark.parametrize(
    ("typed", "fee"),
    [
        ("15.000 đ", Fee(amount=15_000)),
        ("15000", Fee(amount=15_000)),
        ("1 250 000 đồng", Fee(amount=1_250_000)),
        ("0", Fee(amount=0)),
        ("Miễn lệ phí", Fee(text="Miễn lệ phí")),
        ("15.00", Fee(text="15.00")),
        ("", None),
    ],
)
def test_a_fee_is_a_sum_or_words(typed: str, fee: Fee | None) -> None:
    values = application_values(replace(FORM, fee=typed))
    assert checked(values, date(2026, 11, 23)).fee == fee


def test_a_fee_is_the_published_one_until_it_is_changed() -> None:
    assert application_values(FORM)["fee"] is None
    assert fee_shown("15.000 đồng", 15_000) == "15.000 đ"
    assert fee_shown("Theo nghị quyết\n của tỉnh", None) == "Theo nghị quyết của tỉnh"
    assert fee_value("  ") is None


@pytest.mark.parametrize(
    ("amount", "unit", "limit"), [("3", "wd", "3wd"), (" 10 ", "d", "10d"), ("", "h", None)]
)
def test_a_limit_is_a_number_and_a_unit(amount: str, unit: str, limit: str | None) -> None:
    assert limit_value(amount, unit) == limit


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("001203004567", "001 203 004 567"), ("001.203.004.567", "001 203 004 567"), ("12 3", "12 3")],
)
def test_an_id_number_stands_in_groups(typed: str, shown: str) -> None:
    assert spaced_id(typed) == shown


def test_a_paper_without_a_sheet_is_not_handed_in() -> None:
    paper = PaperEntry(name="Tờ khai", ticked=True)
    assert with_counts(paper, 0, 0) == replace(paper, originals=0, ticked=False)
    assert ticked(with_counts(paper, 0, 0), True) == paper
    assert with_counts(paper, 200, -1) == replace(paper, originals=99, copies=0)
    assert other_kind(paper) == replace(paper, originals=0, copies=1)
    shown = PaperEntry(name="Căn cước", kind="present", originals=0)
    assert ticked(shown, True).originals == 0


@pytest.mark.parametrize(
    ("change", "empty"),
    [
        ({}, True),
        ({"channel": "postal", "sets": 2}, True),
        ({"papers": (PaperEntry(name="Tờ khai"),)}, True),
        ({"procedure": "1.004873"}, False),
        ({"applicant": PersonEntry(email="a")}, False),
        ({"submitter": SubmitterEntry(phone="1")}, False),
        ({"papers": (PaperEntry(name="Tờ khai", ticked=True),)}, False),
    ],
)
def test_a_form_is_empty_until_something_would_be_missed(
    change: dict[str, Any], empty: bool
) -> None:
    assert is_empty(Form(**change)) is empty
