"""The whole national catalogue, and what people type to find their procedure in it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosk.catalogue.everyday import seed_everyday_words
from kiosk.catalogue.importing import CatalogueImported, import_catalogue
from kiosk.catalogue.reading import counts_by_field, procedure
from kiosk.catalogue.search import search
from kiosk.clock import FrozenClock, parse_moment
from kiosk.storage.opening import open_store
from kiosk.storage.schema import audit_line, procedure_source
from kiosk.storage.schema import procedure as procedure_table
from kiosk.storage.store import Store
from kiosk.storage.units import WriteUnit
from tests.fixtures.store import OFFICER

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Everyday:
    """The wish to fill the list of everyday words from a file."""

    file: str


def seed(unit: WriteUnit, wish: Everyday) -> int:
    return seed_everyday_words(unit, Path(wish.file))


@dataclass(frozen=True)
class National:
    """A store that knows the national catalogue, and how the import went."""

    store: Store
    folder: Path
    imported: CatalogueImported


@pytest.fixture(scope="module")
def national(
    shared_data: Path,
    founded_file: Path,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[National]:
    file = tmp_path_factory.mktemp("national") / "store.sqlite3"
    shutil.copy(founded_file, file)
    store = open_store(file, FrozenClock(parse_moment("2026-11-23T09:24+07:00")))
    store.do(seed, Everyday(str(project / "resources" / "everyday_words.toml")), OFFICER)
    folder = shared_data / "national_portal"
    yield National(store, folder, import_catalogue(store, [folder], OFFICER))
    store.close()


@pytest.fixture(scope="module")
def national_sample(
    shared_data: Path, sample_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[National]:
    """As ``national``, in the sample office, which offers 40 procedures."""
    file = tmp_path_factory.mktemp("national-sample") / "store.sqlite3"
    shutil.copy(sample_home / "store.sqlite3", file)
    store = open_store(file, FrozenClock(parse_moment("2026-11-23T09:24+07:00")))
    folder = shared_data / "national_portal"
    yield National(store, folder, import_catalogue(store, [folder], OFFICER))
    store.close()


def test_every_record_is_read(national: National) -> None:
    imported = national.imported
    assert (imported.read, imported.new, imported.changed) == (5724, 5670, 0)
    assert all(one.where and one.why.endswith(".") for one in imported.unreadable)
    with national.store.read() as unit:
        kinds = unit.rows(
            select(procedure_source.c.kind, func.count()).group_by(procedure_source.c.kind)
        )
        assert {tuple(row) for row in kinds} == {("catalogue", 5670), ("record", 54)}
        assert not unit.rows(select(procedure_table.c.code).where(procedure_table.c.offered))


def test_a_second_import_changes_nothing(national: National) -> None:
    def everything() -> list[object]:
        with national.store.read() as unit:
            tables = (procedure_table, procedure_source)
            lines = unit.conn.execute(select(func.count()).select_from(audit_line)).scalar()
            return [lines, *(unit.rows(select(table)) for table in tables)]

    before = everything()
    again = import_catalogue(national.store, [national.folder], OFFICER)
    assert (again.read, again.new, again.changed) == (5724, 0, 0)
    assert again.unreadable == national.imported.unreadable
    assert everything() == before


def test_what_the_portal_leaves_open_is_told(national: National) -> None:
    told = {one.where.split(":")[0] for one in national.imported.unreadable}
    assert "details/1.115740.json" in told
    assert "details/1.013217.json" in told
    assert "details/1.001193.json" not in told


def test_procedures_are_filed_by_category(national: National) -> None:
    with national.store.read() as unit:
        counts = {one.prefix: one.known for one in counts_by_field(unit)}
    assert counts["HT"] == 60
    assert counts["CT"] == 14


@pytest.mark.parametrize(
    ("code", "channel", "limit", "source"),
    [
        ("1.004222", "direct", "7wd", "channel"),
        ("1.004873", "direct", "3wd", "case"),
        ("1.001193", "online", "1wd", "case"),
        ("1.115750", "direct", "3wd", "case"),
        ("1.000656", "direct", "None", "none"),
        ("1.115568", "direct", "None", "none"),
        ("1.115740", "direct", "None", "none"),
        ("1.013239", "authorized", "35d", "channel"),
    ],
)
def test_limits(national: National, code: str, channel: str, limit: str, source: str) -> None:
    with national.store.read() as unit:
        found = procedure(unit, code).limit_for(channel)
    assert (str(found[0]), found[1]) == (limit, source)


@pytest.mark.parametrize(
    ("typed", "code", "place"),
    [
        ("dang ky khai sinh", "1.001193", 1),
        ("tam tru", "1.004194", 5),
        ("ket hon", "1.000894", 1),
        ("trich luc ho tich", "2.000635", 1),
        ("1.004222", "1.004222", 1),
        ("xac nhan tinh trang hon nhan", "1.004873", 1),
        # whole or half typed, with accents or without, in whatever case and order
        ("Đăng ký khai sinh", "1.001193", 1),
        ("DANG KY KHAI SINH", "1.001193", 1),
        ("thủ tục đăng ký khai sinh", "1.001193", 1),
        ("dang ky kha", "1.001193", 2),
        ("đăng ký kết", "1.000894", 1),
        ("hon ket", "1.000894", 1),
        ("khai tu", "1.000656", 1),
        ("dang ky lai khai tu", "1.005461", 1),
        ("thuong tru", "1.004222", 1),
        ("xoa thuong tru", "1.003197", 1),
        ("gia han tam tru", "1.002755", 1),
        ("tach ho", "1.010038", 1),
        ("chung thuc di chuc", "2.001019", 1),
        ("nuoi con nuoi", "2.001263", 1),
        ("thanh lap ho kinh doanh", "1.001612", 1),
        ("cham dut ho kinh doanh", "1.001266", 1),
        ("doi the can cuoc", "1.014063", 1),
        ("giám hộ", "1.004837", 1),
        ("nhận cha mẹ con", "1.001022", 2),
        ("cai chinh ho tich", "1.004859", 2),
        ("ho tich khai tu luu dong", "1.000419", 1),
        # pieces of codes
        ("004222", "1.004222", 1),
        ("1.0042", "1.004222", 6),
        ("1.004873.000.00.00.H36", "1.004873", 1),
        # everyday words
        ("sổ đỏ", "1.013978", 1),
        ("so do", "1.013978", 1),
        ("giấy độc thân", "1.004873", 1),
        ("giay doc", "1.004873", 1),
        ("làm căn cước", "1.014061", 1),
        ("làm sổ đỏ", "1.013978", 1),
        # signs that mean something elsewhere
        ('"khai sinh" (*)', "1.001193", 1),
        ("đăng-ký/khai:sinh!", "1.001193", 1),
        ("tôi muốn đăng ký kết hôn", "1.000894", 1),
        # i where others write y
        ("đăng kí kết hôn", "1.000894", 1),
        ("dang ki khai sinh", "1.001193", 1),
        ("li lich tu phap", "3.000333", 1),
        # an everyday word among others
        ("cấp đổi sổ đỏ", "1.012783", 1),
        ("xin giấy độc thân", "1.004873", 1),
        ("giấy chứng tử", "1.000656", 1),
        ("giấy báo tử", "1.000656", 1),
        ("làm lại căn cước", "1.014064", 1),
        ("tôi muốn làm lại giấy khai sinh", "2.000635", 1),
        ("làm hộ khẩu", "1.004222", 1),
        ("mở quán cà phê", "1.001612", 1),
        ("sang tên sổ đỏ cho con", "1.013831", 1),
        ("khai báo tạm trú người nước ngoài", "1.000253", 1),
        ("xin xác nhận cư trú", "1.010041", 1),
        # what most people mean by it
        ("giấy phép xây dựng", "1.013225", 1),
        ("tôi muốn xin giấy phép xây dựng", "1.013225", 1),
        ("đăng ký kinh doanh", "1.001612", 1),
        ("đổi tên", "1.004859", 1),
        ("đổi tên hộ kinh doanh", "2.000720", 1),
        ("hộ khẩu", "1.004222", 1),
        ("căn cước công dân", "1.014061", 1),
        ("cmnd", "1.014061", 1),
        ("tiền già", "1.014027", 1),
        ("đám ma", "1.001731", 1),
        # codes as they are read out or copied
        ("1004222", "1.004222", 1),
        ("1.004 222", "1.004222", 1),
        ("004 222", "1.004222", 1),
        ("TTHC 1.004222", "1.004222", 1),
        ("mã số: 1.004222", "1.004222", 1),
    ],
)
def test_what_people_type_finds_theirs(
    national: National, national_sample: National, typed: str, code: str, place: int
) -> None:
    for office in (national, national_sample):
        with office.store.read() as unit:
            found = [one.code for one in search(unit, typed)]
        assert code in found[:place]


@pytest.mark.parametrize(
    "typed",
    ["gia hạn giấy phép xây dựng", "giấy phép", "doi the", "đăng ký", "thường trú", "thông tin"],
)
def test_what_the_office_offers_comes_first(national_sample: National, typed: str) -> None:
    with national_sample.store.read() as unit:
        assert search(unit, typed)[:1] == search(unit, typed, offered_only=True)[:1] != ()


@pytest.mark.parametrize("phrase", ["đăng ký khai sinh", "xac nhan tinh trang hon nhan"])
def test_every_key_on_the_way_finds_something(national: National, phrase: str) -> None:
    with national.store.read() as unit:
        for end in range(1, len(phrase) + 1):
            assert search(unit, phrase[:end])


def test_two_procedures_whose_codes_differ_by_a_space(national: National) -> None:
    with national.store.read() as unit:
        both = [one.code for one in search(unit, "1.014325")]
    assert both == ["1.014325", " 1.014325"]
    [told] = [one for one in national.imported.unreadable if "1.014325" in one.why]
    assert told.where == "catalog.jsonl:973"
