"""Identity numbers, telephone numbers and scanned cards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.dossiers.identity import (
    CardKind,
    CardRead,
    Sex,
    bare_id_number,
    display_phone,
    id_number_doubts,
    id_number_fault,
    looks_like_card,
    normal_phone,
    read_card,
)
from kiosk.refusal import Refused

AN = "001203004567|012345678|Nguyễn Văn An|05032003|Nam|Số 1, Tổ 2, Phường A, Thành phố B|15082021"
BINH = "038190001234||Trần Thị Bình|20111990|Nữ|Thôn 3, Xã D, Huyện E, Thanh Hóa|01072022"


@pytest.mark.parametrize(
    ("number", "birth", "sex", "doubts"),
    [
        ("001203004567", date(2003, 3, 5), Sex.MALE, ()),
        ("038190001234", date(1990, 11, 20), Sex.FEMALE, ()),
        ("001099004567", date(2003, 3, 5), Sex.MALE, ("id_number.birth_year",)),
        ("001203004567", date(1903, 3, 5), Sex.MALE, ("id_number.birth_year",)),
        ("001203004567", None, Sex.FEMALE, ("id_number.sex",)),
        ("001203004567", None, None, ()),
        ("003203004567", None, None, ("id_number.province",)),
        ("000203004567", None, None, ("id_number.province",)),
        ("097203004567", None, None, ("id_number.province",)),
        ("100203004567", None, None, ()),
        ("096503004567", date(2103, 1, 1), Sex.FEMALE, ()),
        ("012345678", date(1950, 1, 1), Sex.MALE, ("id_number.old_card",)),
        ("B1234567", date(1950, 1, 1), Sex.MALE, ()),
        ("", None, None, ()),
    ],
)
def test_what_does_not_agree_is_only_doubted(
    number: str, birth: date | None, sex: Sex | None, doubts: tuple[str, ...]
) -> None:
    assert id_number_doubts(number, birth, sex) == doubts


def test_all_63_provinces_are_known() -> None:
    known = [n for n in range(100) if not id_number_doubts(f"{n:03d}203004567", None, None)]
    assert len(known) == 63
    assert {1, 8, 31, 46, 79, 96} <= set(known)
    assert not {0, 3, 5, 7, 9, 13, 97, 98, 99} & set(known)


@given(st.text("0123456789", min_size=1, max_size=20))
def test_only_9_or_12_digits_are_an_identity_number(number: str) -> None:
    fault = id_number_fault(number)
    assert (fault is None) == (len(number) in (9, 12))
    assert fault is None or fault.digits == len(number)


@given(st.text(max_size=15))
def test_a_bare_number_is_a_sound_one_or_has_a_fault(text: str) -> None:
    bare = bare_id_number(text)
    assert bare == bare_id_number(bare)
    if id_number_fault(bare) is None:
        assert bare.isascii()
        assert bare.isalnum()


@pytest.mark.parametrize(
    ("said", "stored", "shown"),
    [
        ("0912345678", "+84912345678", "0912 345 678"),
        ("0912.345.678", "+84912345678", "0912 345 678"),
        ("+84 912 345 678", "+84912345678", "0912 345 678"),
        ("84912345678", "+84912345678", "0912 345 678"),
        ("0084912345678", "+84912345678", "0912 345 678"),
        ("(024) 3825-1234", "+842438251234", "024 3825 1234"),
        ("0200 355 5100", "+842003555100", "0200 355 5100"),
        ("0203825123", "+84203825123", "0203 825 123"),
        ("+81 90 1234 5678", "+819012345678", "+819012345678"),
    ],
)
def test_a_telephone_number(said: str, stored: str, shown: str) -> None:
    assert normal_phone(said) == stored
    assert normal_phone(stored) == stored
    assert display_phone(stored) == shown


@pytest.mark.parametrize(
    "said",
    [
        "",
        "912345678",
        "0123456789",
        "0612345678",
        "091234567",
        "09123456789",
        "020035551001",
        "0912345678 (con trai)",
        "1022",
        "+84",
        "+840912345678",
        "+84612345678",
        "819012345678",
        "+123456",
        "٠٩١٢٣٤٥٦٧٨",
    ],
)
def test_no_telephone_number(said: str) -> None:
    assert normal_phone(said) is None


@given(st.from_regex(r"0([35789]\d{8}|2\d{8,9})", fullmatch=True, alphabet="0123456789"))
def test_every_number_of_the_law_goes_in_and_out(said: str) -> None:
    stored = normal_phone(said)
    assert stored is not None
    assert stored == "+84" + said[1:]
    assert display_phone(stored).replace(" ", "") == said


def test_no_telephone_number_is_shown_as_nothing() -> None:
    assert display_phone("") == ""


def test_a_card_of_seven_fields() -> None:
    assert read_card(AN) == CardRead(
        kind=CardKind.CCCD,
        id_number="001203004567",
        old_id_number="012345678",
        name="Nguyễn Văn An",
        birth_date=date(2003, 3, 5),
        sex=Sex.MALE,
        address="Số 1, Tổ 2, Phường A, Thành phố B",
        issued_on=date(2021, 8, 15),
        doubts=(),
    )


def test_a_card_without_an_old_number() -> None:
    found = read_card(f"{BINH}\r\n")
    assert (found.old_id_number, found.sex, found.doubts) == (None, Sex.FEMALE, ())


@pytest.mark.parametrize("more", ["|a|b|c", "||||", "|x|y|z|w|v"])
def test_a_card_of_ten_and_more_fields(more: str) -> None:
    found = read_card(AN + more)
    assert found.kind is CardKind.CAN_CUOC
    assert found.name == "Nguyễn Văn An"
    assert found.issued_on == date(2021, 8, 15)


@pytest.mark.parametrize(
    ("address", "tidy"),
    [
        ("Thôn 3, - Xã D,, Huyện E, Thanh Hóa", "Thôn 3, Xã D, Huyện E, Thanh Hóa"),
        (" Số 1 ,Tổ 2 , ", "Số 1, Tổ 2"),
        ("Số 12-14, ngõ 3", "Số 12-14, ngõ 3"),
        ("Tổ 2, -, Phường A", "Tổ 2, Phường A"),
    ],
)
def test_an_address_is_tidied(address: str, tidy: str) -> None:
    assert read_card(AN.replace("Số 1, Tổ 2, Phường A, Thành phố B", address)).address == tidy


@pytest.mark.parametrize(
    ("was", "now", "doubt"),
    [
        ("Nguyễn Văn An", "Nguye64n Va8n An", "card.garbled"),
        ("Nguyễn Văn An", "Nguyá»…n VÄƒn An", "card.garbled"),
        ("Nguyễn Văn An", "Nguy?n V?n An", "card.garbled"),
        ("Nguyễn Văn An", "Nguy\ufffdn An", "card.garbled"),
        ("Phường A", "Ph\ufffdng A", "card.garbled"),
        ("|15082021", "|", "card.incomplete"),
        ("|15082021", "", "card.incomplete"),
        ("05032003", "31022003", "card.incomplete"),
        ("05032003", "2003", "card.incomplete"),
        ("|Nam|", "|N|", "card.incomplete"),
        ("05032003", "05031990", "id_number.birth_year"),
        ("|Nam|", "|Nữ|", "id_number.sex"),
    ],
)
def test_what_looks_wrong_on_a_card_is_doubted(was: str, now: str, doubt: str) -> None:
    found = read_card(AN.replace(was, now))
    assert found.doubts == (doubt,)
    assert found.id_number == "001203004567"


@pytest.mark.parametrize("name", ["Y Bhiŏt Niê", "H'Lim Êñuôl", "Kpă Klơng", "Trần Bùi Bảo-Anh"])
def test_a_name_of_any_people_of_the_country_is_not_doubted(name: str) -> None:
    assert read_card(AN.replace("Nguyễn Văn An", name)).doubts == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "fields"),
        ("001203004567", "fields"),
        ("001203004567|a|b|c|d", "fields"),
        (f"{AN}|x", "fields"),
        (f"{AN}|x|y", "fields"),
        ("https://example.org/?a|b|c|d|e|f|g", "id_number"),
        (AN.replace("001203004567", "00120300456"), "id_number"),
        (AN.replace("001203004567", "00120300456a"), "id_number"),
        (AN.replace("Nguyễn Văn An", ""), "name"),
        (AN.replace("Nguyễn Văn An", "12 34"), "name"),
    ],
)
def test_what_is_no_card_is_refused_without_repeating_it(text: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_card(text)
    assert refused.value.code == "card.unreadable"
    assert refused.value.details == {"why": why}


def read_or_refused(text: str) -> CardRead | Refused:
    try:
        return read_card(text)
    except Refused as refusal:
        return refusal


@given(st.text(max_size=120) | st.lists(st.text(max_size=12), max_size=14).map("|".join))
def test_any_text_is_a_card_or_refused(text: str) -> None:
    found = read_or_refused(text)
    if isinstance(found, Refused):
        assert found.code == "card.unreadable"
    else:
        assert id_number_fault(found.id_number) is None


def test_a_card_is_told_from_a_code() -> None:
    assert looks_like_card(AN)
    assert not looks_like_card("H99.12.08-261123-0042")
    assert not looks_like_card("001203004567")
