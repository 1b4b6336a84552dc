"""The words people use every day, and the list of them."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.catalogue.everyday import (
    EverydayWord,
    RemoveEverydayWord,
    everyday_words,
    remove_everyday_word,
    seed_everyday_words,
    set_everyday_word,
)
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.search import search
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import WriteUnit
from tests.fixtures.procedures import line, write_lines
from tests.fixtures.store import OFFICER


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Store:
    write_lines(
        tmp_path / "a.jsonl",
        line("1.900001", "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu"),
        line("1.900002", "Cấp đổi Giấy chứng nhận quyền sử dụng đất"),
        line("1.900003", "Thông báo cơ sở đóng gói"),
        line("1.900004", "Cấp Giấy xác nhận tình trạng hôn nhân"),
    )
    import_catalogue(store, [tmp_path], OFFICER)
    return store


def put(store: Store, said: str, *codes: str, means: tuple[str, ...] = ()) -> None:
    store.do(set_everyday_word, EverydayWord(said, codes, means), OFFICER)


def codes_for(store: Store, text: str) -> list[str]:
    with store.read() as unit:
        return [one.code for one in search(unit, text)]


def test_a_saying_brings_its_codes_then_what_it_means(known: Store) -> None:
    assert codes_for(known, "sổ đỏ") == ["1.900003"]
    put(known, "Sổ  đỏ", "1.900001", "1.999999", means=("giấy chứng nhận quyền sử dụng đất",))
    assert codes_for(known, "SỔ ĐỎ") == ["1.900001", "1.900002", "1.900003"]


def test_a_saying_is_found_while_it_is_typed_and_inside_more_words(known: Store) -> None:
    put(known, "giấy độc thân", "1.900004")
    assert codes_for(known, "giay do")[0] == "1.900004"
    assert codes_for(known, "hon nhan doc than") == ["1.900004"]
    assert codes_for(known, "xin độc thân") == ["1.900004"]


def test_a_saying_without_known_codes_goes_by_its_meaning(known: Store) -> None:
    put(known, "bìa đỏ", means=("cấp đổi giấy chứng nhận",))
    assert codes_for(known, "bia do") == ["1.900002"]


def test_a_saying_learnt_before_the_procedure_counts_for_it(store: Store, tmp_path: Path) -> None:
    put(store, "độc thân", "1.900004")
    write_lines(tmp_path / "a.jsonl", line("1.900004", "Cấp Giấy xác nhận tình trạng hôn nhân"))
    import_catalogue(store, [tmp_path], OFFICER)
    assert codes_for(store, "giay doc than") == ["1.900004"]


def test_a_saying_is_found_inside_a_longer_wish(known: Store) -> None:
    put(known, "sổ đỏ", "1.900001")
    put(known, "đổi sổ đỏ", "1.900002")
    put(known, "độc thân", "1.900004")
    assert codes_for(known, "cấp đổi sổ đỏ")[0] == "1.900002"
    assert codes_for(known, "làm sổ đỏ")[0] == "1.900001"
    assert codes_for(known, "xin giấy độc thân")[0] == "1.900004"


def test_a_name_with_all_the_words_goes_before_a_saying_beside_the_point(known: Store) -> None:
    put(known, "sổ đỏ", "1.900001")
    put(known, "nhân", "1.900003")
    assert codes_for(known, "xác nhận tình trạng nhân")[0] == "1.900004"


def test_sayings_are_changed_and_removed(known: Store) -> None:
    put(known, "sổ đỏ", "1.900001")
    put(known, "SO DO", "1.900002")
    with known.read() as unit:
        assert everyday_words(unit) == (EverydayWord("SO DO", ("1.900002",), ()),)
    assert codes_for(known, "so do")[0] == "1.900002"
    assert codes_for(known, "lan so do") == ["1.900002"]
    known.do(remove_everyday_word, RemoveEverydayWord("Sổ đỏ"), OFFICER)
    assert codes_for(known, "so do") == ["1.900003"]
    with pytest.raises(Refused, match=r"everyday\.unknown"):
        known.do(remove_everyday_word, RemoveEverydayWord("sổ đỏ"), OFFICER)


@pytest.mark.parametrize(
    ("said", "codes", "code"),
    [
        ("", ("1.900001",), "everyday.malformed"),
        ('"*', ("1.900001",), "everyday.malformed"),
        ("a" * 101, ("1.900001",), "everyday.malformed"),
        ("sổ\x00đỏ", ("1.900001",), "everyday.malformed"),
        ("sổ đỏ", (), "everyday.no_target"),
        ("sổ đỏ", (" ",), "everyday.no_target"),
    ],
)
def test_bad_sayings_are_refused(
    store: Store, said: str, codes: tuple[str, ...], code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        put(store, said, *codes)
    assert refusal.value.code == code


@dataclass(frozen=True)
class Seed:
    file: str


def seed(unit: WriteUnit, wish: Seed) -> int:
    return seed_everyday_words(unit, Path(wish.file))


def test_the_list_that_ships_is_sound(store: Store, project: Path) -> None:
    count = store.do(seed, Seed(str(project / "resources" / "everyday_words.toml")), OFFICER)
    with store.read() as unit:
        listed = everyday_words(unit)
    assert len(listed) == count
    assert {"sổ đỏ", "giấy độc thân", "làm căn cước"} <= {one.said for one in listed}


@pytest.mark.parametrize("text", ["[[word]\n", "a = 1", '[[word]]\nsay = "sổ"', "\ufffe"])
def test_a_bad_list_is_refused(store: Store, tmp_path: Path, text: str) -> None:
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=r"everyday\.file"):
        store.do(seed, Seed(str(file)), OFFICER)
