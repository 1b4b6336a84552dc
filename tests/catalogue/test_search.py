"""Finding: order, filters, and that the index and LIKE answer the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.catalogue.corrections import OfferProcedure, offer_procedure
from kiosk.catalogue.everyday import EverydayWord, set_everyday_word
from kiosk.catalogue.highlight import highlight
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.matching import Filters, Match, ranks_by_index, ranks_by_like
from kiosk.catalogue.procedure import Level
from kiosk.catalogue.search import search
from kiosk.catalogue.words import heart, rank_key, words
from kiosk.storage.store import Store
from tests.fixtures.procedures import group, line, paper, record, write_json, write_lines
from tests.fixtures.store import OFFICER

NAMES = {
    "1.900001": "Thủ tục đăng ký khai sinh",
    "1.900002": "Đăng ký khai sinh lưu động",
    "1.900003": "Đăng ký lại khai sinh",
    "1.900004": "Khai sinh kết hợp nhận cha, mẹ, con",
    "1.900005": "Sinh hoạt: khai báo",
    "1.900006": "Đăng ký khai tử",
    "1.900007": "Cấp bản sao",
}


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Store:
    write_lines(tmp_path / "a.jsonl", *(line(code, name) for code, name in NAMES.items()))
    papers = group(paper("Giấy khai sinh (bản chính)"), paper("Xem thêm trên cổng", 0))
    write_json(tmp_path / "b.json", record("1.900007", NAMES["1.900007"], executionCases=[papers]))
    import_catalogue(store, [tmp_path], OFFICER)
    return store


def codes_for(store: Store, text: str, limit: int = 20) -> list[str]:
    with store.read() as unit:
        return [one.code for one in search(unit, text, limit)]


def numbered(*numbers: int) -> list[str]:
    return [f"1.90000{number}" for number in numbers]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("khai sinh", numbered(4, 1, 3, 2, 5, 7)),
        ("KHAI SINH", numbered(4, 1, 3, 2, 5, 7)),
        ("khai sin", numbered(4, 1, 3, 2, 5, 7)),
        ("dang ky khai", numbered(6, 1, 2, 3)),
        ("Đăng ký khai sinh", numbered(1, 2, 3)),
        ("thủ tục đăng ký khai sinh", numbered(1, 2, 3)),
        ("sinh khai", numbered(1, 5, 3, 2, 4, 7)),
        ("cha me con", numbered(4)),
        ("giay khai sinh ban chinh", numbered(7)),
        ("xem them tren cong", []),
        ("ho tich khai tu", numbered(6)),
        ("1.900003", numbered(3)),
        ("90000", numbered(1, 2, 3, 4, 5, 6, 7)),
        ("1.900003.000.00.00.H12", numbered(3)),
        ("1.900003 khai sinh", numbered(3)),
        ("xin làm khai tử", numbered(6)),
        ("xin đăng kí lại khai sinh", numbered(3)),
        ("dang ki khai tu", numbered(6)),
        ("đăng ký", numbered(6, 1, 3, 2)),
        ("1900003", numbered(3)),
        ("1.900 003", numbered(3)),
        ("900 003", numbered(3)),
        ("TTHC 1.900003", numbered(3)),
        ("Mã số: 1.900003", numbered(3)),
        ("19000", numbered(1, 2, 3, 4, 5, 6, 7)),
        ("không có gì", []),
        ("khai sinh cho cháu", numbered(4, 1, 3, 2, 7, 5)),
        ("cháu ngoại khai tử", numbered(6)),
        ("khai tử cháu", numbered(6)),
        ("tôi muốn đăng ký lại khai sinh cho cháu ngoại của tôi ở quê", numbered(3)),
        ("cháu khai", []),
        ("", []),
        ("  ", []),
        ('"*()-', []),
        ("%", []),
        ("_", []),
        ('khai" OR "sinh', []),
        ("khai*sinh", numbered(4, 1, 3, 2, 5, 7)),
        ("name:khai", []),
        ("\x00", []),
        ("khai " * 100, numbered(6, 1, 5, 3, 2, 4, 7)),
    ],
)
def test_what_is_typed_finds(known: Store, typed: str, codes: list[str]) -> None:
    assert codes_for(known, typed) == codes


def test_every_key_of_a_name_finds_it(known: Store) -> None:
    for code, name in NAMES.items():
        told = name.removeprefix("Thủ tục ")
        for typed in (told[:end] for end in range(2, len(told) + 1)):
            assert code in codes_for(known, typed), typed


def test_no_more_than_asked_for(known: Store) -> None:
    assert codes_for(known, "khai sinh", 2) == numbered(4, 1)
    assert codes_for(known, "khai sinh", 0) == []


def test_equal_names_go_by_offer_level_and_code() -> None:
    keys = [
        rank_key("2.000001", "a", Level.WARD, offered=True),
        rank_key("1.000002", "a", Level.PROVINCE, offered=True),
        rank_key("1.000000", "ab", Level.WARD, offered=True),
        rank_key("1.000000", "a" * 4095, Level.WARD, offered=True),
        rank_key("1.000001", "a", Level.WARD, offered=False),
        rank_key("1.000003", "a", Level.WARD, offered=False),
        rank_key("1.000001", "a", Level.UNKNOWN, offered=False),
        rank_key("1.000001", "a", Level.MINISTRY, offered=False),
        rank_key("1.000000", "ab", Level.WARD, offered=False),
        rank_key("1.000000", "a" * 4095, Level.WARD, offered=False),
    ]
    assert keys == sorted(keys)
    assert keys[-1] == rank_key("1.000000", "a" * 9000, Level.WARD, offered=False) < 2**63


def test_the_heart_of_a_name() -> None:
    assert heart("THỦ TỤC Đăng ký, cấp (lại)") == "dang ki cap lai"
    assert heart("Thủ tục") == "thu tuc"


_TYPED = st.lists(
    st.sampled_from(["khai", "sinh", "dang", "ki", "k", "s", "lai", "1", "900001", "giay", "ho"]),
    min_size=1,
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    _TYPED,
    st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    st.sampled_from([Filters(), Filters(True), Filters(field="HT"), Filters(field="CT")]),
)
def test_index_and_like_answer_the_same(
    known: Store, said: list[str], how: tuple[bool, bool, bool, bool], filters: Filters
) -> None:
    in_name, as_phrase, at_start, finished = how
    match = Match(said, in_name or as_phrase or at_start, as_phrase, at_start, finished)
    with known.read() as unit:
        assert ranks_by_index(unit, match, 50, filters) == ranks_by_like(unit, match, 50, filters)


_ASKED = st.lists(
    st.sampled_from(
        [
            "khai",
            "sinh",
            "đăng",
            "ký",
            "kí",
            "k",
            "xin",
            "làm",
            "lại",
            "tử",
            "giấy",
            "thủ",
            "tục",
            "báo",
            "1.9",
            "900003",
            "1900003",
        ]
    ),
    max_size=5,
).map(" ".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_ASKED, st.booleans(), st.sampled_from([None, "HT", "CT"]))
def test_searching_with_the_index_and_with_like_answers_the_same(
    known: Store, typed: str, offered_only: bool, field: str | None
) -> None:
    known.do(set_everyday_word, EverydayWord("báo tử", ("1.900006",), ("khai tử",)), OFFICER)
    known.do(offer_procedure, OfferProcedure("1.900003", "HT", True), OFFICER)
    with known.read() as unit, pytest.MonkeyPatch.context() as patch:
        indexed = search(unit, typed, 5, offered_only=offered_only, field=field)
        patch.setattr("kiosk.catalogue.search.ranks_matching", ranks_by_like)
        assert search(unit, typed, 5, offered_only=offered_only, field=field) == indexed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Đăng ký", "dang ki"),
        ("Bác sỹ, kỹ sư, mỹ phẩm", "bac si ki su mi pham"),
        ("quý hiếm", "qui hiem"),
        ("y tế, ngày, thủy, hydro", "y te ngay thuy hydro"),
        ("li_LY-lỵ", "li li li"),
    ],
)
def test_y_and_i_at_the_end_are_one(text: str, said: str) -> None:
    assert " ".join(words(text)) == said


def test_a_final_y_is_not_the_beginning_of_a_longer_word(store: Store, tmp_path: Path) -> None:
    names = {"1.900001": "Đăng kiểm", "1.900002": "Đăng ký tàu cá", "1.900003": "Hydro"}
    write_lines(tmp_path / "a.jsonl", *(line(code, name) for code, name in names.items()))
    import_catalogue(store, [tmp_path], OFFICER)
    assert codes_for(store, "đăng ký") == numbered(2)
    assert codes_for(store, "dang ki") == numbered(1, 2)


@pytest.mark.parametrize(
    ("name", "typed", "marked"),
    [
        ("Thủ tục đăng ký khai sinh", "khai si", ["khai si"]),
        ("Thủ tục đăng ký khai sinh", "DANG KY KHAI", ["đăng ký khai"]),
        ("Thủ tục đăng ký khai sinh", "sinh dang", ["đăng", "sinh"]),
        ("Thay đổi, cải chính, bổ sung", "thay doi cai chinh", ["Thay đổi, cải chính"]),
        ("Đăng ký lại kết hôn", "ky dang", ["Đăng ký"]),
        ("Sổ đỏ", "s", ["S"]),
        ("Đăng ký lại kết hôn", "dang ki lai", ["Đăng ký lại"]),
        ("Cấp giấy", "", []),
        ("Cấp giấy", "xyz", []),
        ("Cấp giấy", '"*', []),
        ("Đa\u0302ng ky\u0301", "dang", ["Đa\u0302ng"]),
    ],
)
def test_what_was_typed_is_marked(name: str, typed: str, marked: list[str]) -> None:
    assert [name[start:end] for start, end in highlight(name, typed)] == marked


@given(st.text(max_size=40), st.text(max_size=20))
def test_marks_are_in_order_and_apart(name: str, typed: str) -> None:
    edge = 0
    for start, end in highlight(name, typed):
        assert edge <= start < end <= len(name)
        edge = end
