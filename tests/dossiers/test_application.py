"""The dossier file: every absurd value is refused by name and place, all of them at once."""

import unicodedata
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.dossiers.application import Applicant, Application, Doubt, Fee, Paper
from kiosk.dossiers.checking import (
    DOUBT_CODES,
    PROBLEM_CODES,
    checked,
    checked_text,
    doubts_about,
    read_application,
)
from kiosk.dossiers.identity import Sex
from kiosk.dossiers.model import SubmissionChannel
from kiosk.refusal import Refused
from kiosk.text import unprintable
from tests.fixtures.dossiers import a_form, as_file

TODAY = date(2026, 11, 23)
SHORTEST = {
    "procedure": "1.004873",
    "channel": "direct",
    "sets": 1,
    "applicant": {"name": "Nguyễn Văn An"},
}


def problems(form: object) -> list[tuple[object, object]]:
    with pytest.raises(Refused) as refused:
        checked(form, TODAY)
    assert refused.value.code == "dossier.unfit"
    found: Any = refused.value.details["problems"]
    assert {one["code"] for one in found} <= PROBLEM_CODES
    return [(one["where"], one["code"]) for one in found]


def the_problem(form: object) -> dict[str, object]:
    with pytest.raises(Refused) as refused:
        checked(form, TODAY)
    found: Any = refused.value.details["problems"]
    assert len(found) == 1
    return dict(found[0])


def checked_or_refused(form: object) -> Application | Refused:
    try:
        return checked(form, TODAY)
    except Refused as refusal:
        return refusal


def test_the_whole_file_is_read() -> None:
    form = a_form(
        ticket="HT-016",
        case="NO",
        limit=" 5wd ",
        fee={"amount": 8000, "text": "8.000 đồng/bản"},
        note="Nhận thay",
        submitter={"name": "Trần Bình", "id_number": "B1234567", "phone": "", "relation": "con"},
    )
    found = read_application(as_file(form), TODAY)
    assert found.applicant == Applicant(
        name="Nguyễn Văn An",
        id_number="001203004567",
        birth_date=date(2003, 3, 5),
        sex=Sex.MALE,
        address="Số 12, đường Hoa Sen",
        phone="+84912345678",
        email="an@example.org",
    )
    assert found.papers[1] == Paper(name="Trích lục ghi chú ly hôn", originals=0, copies=1)
    assert (found.ticket, found.case, found.limit, found.note) == (
        "HT-016",
        "NO",
        "5wd",
        "Nhận thay",
    )
    assert found.fee == Fee(amount=8000, text="8.000 đồng/bản")
    assert found.submitter is not None
    assert (found.submitter.id_number, found.submitter.phone) == ("B1234567", None)


def test_four_values_are_enough() -> None:
    assert checked(SHORTEST, TODAY) == Application(
        procedure="1.004873",
        channel=SubmissionChannel.DIRECT,
        sets=1,
        applicant=Applicant(name="Nguyễn Văn An"),
    )


@pytest.mark.parametrize("key", ["procedure", "channel", "sets"])
def test_the_first_three_are_required(key: str) -> None:
    without = {name: value for name, value in SHORTEST.items() if name != key}
    assert problems(without) == [(key, "value.missing")]
    assert problems({**SHORTEST, key: None}) == [(key, "value.missing")]


@pytest.mark.parametrize("applicant", [None, {}, {"name": None}, {"name": ""}, {"name": " \t "}])
def test_the_applicants_name_is_required(applicant: object) -> None:
    assert problems({**SHORTEST, "applicant": applicant}) == [("applicant.name", "value.missing")]


BAD_VALUES = [
    ({"sets": 0}, "sets", "value.out_of_range"),
    ({"sets": 100}, "sets", "value.out_of_range"),
    ({"sets": -1}, "sets", "value.out_of_range"),
    ({"sets": 10**30}, "sets", "value.out_of_range"),
    ({"sets": "1"}, "sets", "value.wrong_type"),
    ({"sets": True}, "sets", "value.wrong_type"),
    ({"sets": 1.0}, "sets", "value.wrong_type"),
    ({"channel": "truc tiep"}, "channel", "value.no_such_choice"),
    ({"channel": "DIRECT"}, "channel", "value.no_such_choice"),
    ({"channel": 1}, "channel", "value.wrong_type"),
    ({"channel": "authorized"}, "submitter", "submitter.missing"),
    ({"procedure": "1" * 41}, "procedure", "value.too_long"),
    ({"procedure": 1.004873}, "procedure", "value.wrong_type"),
    ({"procedur": "1.004873"}, "procedur", "value.unknown_key"),
    ({"note": "x" * 501}, "note", "value.too_long"),
    ({"note": "đọc\x07"}, "note", "value.control"),
    ({"ticket": 16}, "ticket", "value.wrong_type"),
    ({"limit": "5 ngày"}, "limit", "limit.malformed"),
    ({"limit": "9999d"}, "limit", "limit.out_of_range"),
    ({"limit": 5}, "limit", "value.wrong_type"),
    ({"fee": -1}, "fee", "value.out_of_range"),
    ({"fee": "15.000"}, "fee", "value.wrong_type"),
    ({"fee": 15000.5}, "fee", "value.wrong_type"),
    ({"fee": {"amount": "15.000"}}, "fee.amount", "value.wrong_type"),
    ({"fee": {"sum": 15000}}, "fee.sum", "value.unknown_key"),
    ({"applicant": {"name": "x" * 300}}, "applicant.name", "value.too_long"),
    ({"applicant": {"name": "x" * 201}}, "applicant.name", "value.too_long"),
    ({"applicant": {"name": "An\x00"}}, "applicant.name", "value.control"),
    ({"applicant": {"name": "An\x1b[2J"}}, "applicant.name", "value.control"),
    ({"applicant": {"name": "An\x85Bình"}}, "applicant.name", "value.control"),
    ({"applicant": {"name": "An\ue000"}}, "applicant.name", "value.control"),
    ({"applicant": {"name": "An 😀"}}, "applicant.name", "value.unprintable"),
    ({"applicant": {"address": "Ngõ 中"}}, "applicant.address", "value.unprintable"),
    ({"papers": [{"name": "ورقة"}]}, "papers[0].name", "value.unprintable"),
    ({"applicant": {"name": "-- 12"}}, "applicant.name", "name.no_letter"),
    ({"applicant": {"name": ["An"]}}, "applicant.name", "value.wrong_type"),
    ({"applicant": {"id_number": "00120300456"}}, "applicant.id_number", "id_number.length"),
    ({"applicant": {"id_number": "0012030045678"}}, "applicant.id_number", "id_number.length"),
    ({"applicant": {"id_number": "1234567890"}}, "applicant.id_number", "id_number.length"),
    ({"applicant": {"id_number": "0012O3004567"}}, "applicant.id_number", "id_number.malformed"),
    ({"applicant": {"id_number": "B123456"}}, "applicant.id_number", "id_number.malformed"),
    ({"applicant": {"id_number": "٠٠١٢٠٣٠٠٤٥٦٧"}}, "applicant.id_number", "value.unprintable"),
    ({"applicant": {"id_number": 1203004567}}, "applicant.id_number", "value.wrong_type"),
    ({"applicant": {"birth_date": "2026-11-24"}}, "applicant.birth_date", "birth_date.future"),
    ({"applicant": {"birth_date": "1899-12-31"}}, "applicant.birth_date", "birth_date.too_early"),
    ({"applicant": {"birth_date": "05/03/2003"}}, "applicant.birth_date", "value.no_date"),
    ({"applicant": {"birth_date": "2003-02-29"}}, "applicant.birth_date", "value.no_date"),
    ({"applicant": {"birth_date": "20030305"}}, "applicant.birth_date", "value.no_date"),
    ({"applicant": {"birth_date": "2003-W10-3"}}, "applicant.birth_date", "value.no_date"),
    ({"applicant": {"sex": "nam"}}, "applicant.sex", "value.no_such_choice"),
    ({"applicant": {"address": "x" * 301}}, "applicant.address", "value.too_long"),
    ({"applicant": {"phone": "1234"}}, "applicant.phone", "phone.malformed"),
    ({"applicant": {"phone": "0123456789"}}, "applicant.phone", "phone.malformed"),
    ({"applicant": {"phone": 912345678}}, "applicant.phone", "value.wrong_type"),
    ({"applicant": {"email": "an@"}}, "applicant.email", "email.malformed"),
    ({"applicant": {"email": "an@example"}}, "applicant.email", "email.malformed"),
    ({"applicant": {"email": "an ở example.org"}}, "applicant.email", "email.malformed"),
    ({"applicant": {"fone": "0912345678"}}, "applicant.fone", "value.unknown_key"),
    ({"submitter": {}}, "submitter.name", "value.missing"),
    ({"submitter": "Bình"}, "submitter", "value.wrong_type"),
    ({"submitter": {"name": "B", "id_number": "1"}}, "submitter.id_number", "id_number.length"),
    ({"papers": {"name": "Tờ khai"}}, "papers", "value.wrong_type"),
    ({"papers": [{"originals": 1}]}, "papers[0].name", "value.missing"),
    ({"papers": [{"name": "a"}, {"name": "b", "copies": 100}]}, "papers[1].copies", "value.out_of_range"),
    ({"papers": [{"name": "a", "originals": -1}]}, "papers[0].originals", "value.out_of_range"),
    ({"papers": [{"name": "a", "original": 1}]}, "papers[0].original", "value.unknown_key"),
    ({"papers": [{"name": "a"}] * 201}, "papers", "papers.too_many"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "where", "code"), BAD_VALUES)
def test_a_bad_value_is_refused_by_name_and_place(
    change: dict[str, Any], where: str, code: str
) -> None:
    found = problems(a_form(**change))
    if "submitter" in change and where == "submitter" and code == "value.wrong_type":
        assert found[0] == (where, code)
    else:
        assert found == [(where, code)]


@pytest.mark.parametrize("applicant", [5, "Nguyễn Văn An", [], [{"name": "An"}]])
def test_an_applicant_that_is_no_object(applicant: object) -> None:
    assert problems({**SHORTEST, "applicant": applicant})[0] == ("applicant", "value.wrong_type")


@pytest.mark.parametrize("form", [[], "x", 5, None, True])
def test_a_file_that_is_no_object(form: object) -> None:
    assert problems(form)[0] == ("", "value.wrong_type")


def test_everything_wrong_is_told_at_once() -> None:
    form = a_form(
        sets=0,
        chanel="direct",
        applicant={"name": "", "id_number": "00120300456", "birth_date": "2030-01-01"},
        papers=[{"name": ""}],
    )
    assert sorted(map(str, problems(form))) == [
        "('applicant.birth_date', 'birth_date.future')",
        "('applicant.id_number', 'id_number.length')",
        "('applicant.name', 'value.missing')",
        "('chanel', 'value.unknown_key')",
        "('papers[0].name', 'value.missing')",
        "('sets', 'value.out_of_range')",
    ]


def test_a_problem_carries_what_its_sentence_needs() -> None:
    assert the_problem(a_form(applicant={"id_number": "001 203 004 56"})) == {
        "where": "applicant.id_number",
        "code": "id_number.length",
        "digits": 11,
    }
    assert the_problem(a_form(applicant={"name": "x" * 300})) == {
        "where": "applicant.name",
        "code": "value.too_long",
        "length": 300,
        "longest": 200,
    }
    typo = the_problem(a_form() | {"aplicant": {}})
    assert (typo["code"], typo["meant"]) == ("value.unknown_key", "applicant")


def test_text_is_kept_composed_and_squeezed() -> None:
    decomposed = unicodedata.normalize("NFD", "  Nguyễn   Thị\tÚt  ")
    found = checked(a_form(applicant={"name": decomposed, "address": "Số 1\n\u200bTổ 2"}), TODAY)
    assert found.applicant.name == "Nguyễn Thị Út"
    assert unicodedata.is_normalized("NFC", found.applicant.name)
    assert found.applicant.address == "Số 1 Tổ 2"


def test_a_name_of_200_letters_counts_them_composed() -> None:
    name = "Ễ" * 200
    found = checked(a_form(applicant={"name": unicodedata.normalize("NFD", name)}), TODAY)
    assert found.applicant.name == name


@pytest.mark.parametrize("said", ["001 203 004 567", "001.203.004.567", "001203004567\n"])
def test_an_identity_number_as_people_write_it(said: str) -> None:
    found = checked(a_form(applicant={"id_number": said}), TODAY)
    assert found.applicant.id_number == "001203004567"


@pytest.mark.parametrize(
    ("paper", "originals", "copies"),
    [
        ({}, 1, 0),
        ({"copies": 2}, 0, 2),
        ({"originals": 2}, 2, 0),
        ({"originals": 0}, 0, 0),
        ({"originals": None, "copies": None}, 1, 0),
    ],
)
def test_a_paper_without_counts_is_one_original(
    paper: dict[str, Any], originals: int, copies: int
) -> None:
    found = checked(a_form(papers=[{"name": "Tờ khai", **paper}]), TODAY)
    assert found.papers == (Paper(name="Tờ khai", originals=originals, copies=copies),)


@pytest.mark.parametrize(
    ("fee", "read"),
    [
        (None, None),
        (0, Fee(amount=0)),
        (15000, Fee(amount=15000)),
        ({"amount": 15000, "text": "15.000 đồng"}, Fee(amount=15000, text="15.000 đồng")),
        ({"text": "Miễn"}, Fee(text="Miễn")),
        ({"amount": None, "text": None}, None),
    ],
)
def test_a_fee_is_a_number_or_a_number_with_words(fee: object, read: Fee | None) -> None:
    assert checked(a_form(fee=fee), TODAY).fee == read


def test_somebody_born_today_is_not_in_the_future() -> None:
    assert checked(a_form(applicant={"birth_date": "2026-11-23"}), TODAY).applicant.birth_date


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b'{"procedure": "1.0048', 1, 22),
        (b'{\n  "procedure": "1.004873",\n  "sets" 1\n}', 3, 10),
        ('{"note": "đã nhận" "x"}'.encode(), 1, 20),
        (b"[" * 200_000, 1, 1),
        (b'{"sets": NaN}', 1, 10),
    ],
)
def test_half_a_file_says_where_it_breaks_off(data: bytes, line: int, column: int) -> None:
    with pytest.raises(Refused) as refused:
        read_application(data, TODAY)
    assert refused.value.code == "dossier.not_json"
    assert refused.value.details == {"line": line, "column": column}


def test_a_file_that_is_not_utf8() -> None:
    with pytest.raises(Refused) as refused:
        read_application('{\n"note": "Bản chính"}'.encode("utf-16"), TODAY)
    assert refused.value.code == "dossier.not_utf8"
    with pytest.raises(Refused) as refused:
        read_application(b'{\n\n"note": "\xff"}', TODAY)
    assert refused.value.details == {"line": 3}


def test_a_file_of_megabytes_is_not_read() -> None:
    with pytest.raises(Refused) as refused:
        read_application(b" " * 1_000_001, TODAY)
    assert refused.value.code == "dossier.file_too_long"


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_application(b"\xef\xbb\xbf" + as_file(a_form()), TODAY).sets == 1


def test_doubts_hinder_nothing() -> None:
    form = a_form(
        applicant={"id_number": "001099004567", "sex": "female"},
        submitter={"name": "Trần Bình", "id_number": "012345678"},
    )
    found = doubts_about(checked(form, TODAY))
    assert found == (
        Doubt("applicant.id_number", "id_number.sex"),
        Doubt("applicant.id_number", "id_number.birth_year"),
        Doubt("submitter.id_number", "id_number.old_card"),
    )
    assert {doubt.code for doubt in found} <= DOUBT_CODES
    assert doubts_about(checked(a_form(), TODAY)) == ()


def test_a_note_to_an_act_is_checked_too() -> None:
    assert checked_text("note", " đã\u00a0 nhận ") == "đã nhận"
    with pytest.raises(Refused) as refused:
        checked_text("note", "x" * 501)
    assert refused.value.code == "dossier.unfit"


KEYS = st.sampled_from([*a_form(), *a_form()["applicant"], "originals", "copies", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=12,
)


@given(JSON)
def test_whatever_is_in_the_file_is_checked_or_refused(form: object) -> None:
    found = checked_or_refused(form)
    if isinstance(found, Refused):
        assert found.code == "dossier.unfit"
        assert found.details["problems"]
    else:
        assert isinstance(found, Application)


@given(st.binary(max_size=60))
def test_whatever_the_bytes_are_they_are_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_application(data, TODAY)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co", "Cs")).filter(
        lambda letter: not unprintable(letter)
    )
)


@given(
    name=TEXTS.map(lambda text: f"A{text}"[:200]),
    address=TEXTS,
    limit=st.sampled_from(["5wd", "0wd", "2mo", None]),
    fee=st.none() | st.integers(0, 10**12),
    counts=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=4),
)
def test_what_was_checked_stays_as_it_is(
    name: str,
    address: str,
    limit: str | None,
    fee: int | None,
    counts: list[tuple[int, int]],
) -> None:
    papers = [{"name": "Tờ khai", "originals": a, "copies": b} for a, b in counts]
    once = checked(
        a_form(applicant={"name": name, "address": address}, limit=limit, fee=fee, papers=papers),
        TODAY,
    )
    assert checked(msgspec.to_builtins(once), TODAY) == once
    assert unicodedata.is_normalized("NFC", once.applicant.name)
    assert msgspec.json.decode(msgspec.json.encode(once), type=Application) == once
