"""Founding an office: from a file to a store that works, and all the files that cannot be one."""

import unicodedata
from contextlib import closing, suppress
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

from kiosk.clock import FrozenClock
from kiosk.ids import new_id
from kiosk.office.directory import find_person, people
from kiosk.office.founding import found_office
from kiosk.office.plan import (
    CounterPlan,
    clock_time,
    read_plan,
    with_usual_priority_groups,
)
from kiosk.office.reading import office_changed, office_now
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.migrate import make_store
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import FOUNDED, PLAN, SteppingClock, found

GOOD = """
sample = true
[office]
name = "Trung tâm Phục vụ hành chính công phường Thử"
parent = "Ủy ban nhân dân phường Thử"
place = "Thử"
unit_code = "H99.12.08"
[rules]
priority_ratio = 2
forward_cutoff = "15:00"
[[sessions]]
weekday = 1
opens = "07:30"
closes = "11:30"
[[sessions]]
weekday = 1
opens = "13:30"
closes = "17:00"
[[fields]]
prefix = "HT"
name = "Hộ tịch"
[[fields]]
prefix = "CT"
name = "Chứng thực"
[[counters]]
number = 1
name = "Quầy 1"
fields = ["HT", "CT"]
[[people]]
code = "CV01"
name = "Lê Minh Mẫu"
title = "Công chức"
counter = 1
pin = "246801"
[[priority_groups]]
code = "elderly"
name = "Người từ đủ 75 tuổi"
rank = 1
"""


def plan_file(folder: Path, text: str = GOOD) -> Path:
    file = folder / "office.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_file_becomes_an_office(tmp_path: Path) -> None:
    plan = read_plan(plan_file(tmp_path))
    with (
        closing(found(tmp_path / "store.sqlite3", FrozenClock(FOUNDED), plan)) as store,
        store.read() as look,
    ):
        office = office_now(look)
        (person,) = people(look)
    assert (office.sample, office.unit_code, office.revision) == (True, "H99.12.08", 1)
    assert [(f.prefix, f.name, f.active) for f in office.fields] == [
        ("HT", "Hộ tịch", True),
        ("CT", "Chứng thực", True),
    ]
    assert [(c.number, c.fields) for c in office.counters] == [(1, ("HT", "CT"))]
    assert [g.code for g in office.priority_groups] == ["elderly"]
    assert (person.code, person.counter) == ("CV01", 1)
    assert office.profile.short_name == office.profile.name, "what is not told falls back"
    years = {day.year for day in office.calendar.days}
    assert years == {2025, 2026, 2027, 2028}
    assert not any(day.confirmed for day in office.calendar.days.values())
    assert office.calendar.is_open(FOUNDED) is False
    assert office.calendar.today_hours(FOUNDED.date()) == "07:30 – 11:30, 13:30 – 17:00"


def test_the_fact_counts_what_was_made(tmp_path: Path) -> None:
    with closing(make_store(tmp_path / "store.sqlite3", FrozenClock(FOUNDED))) as store:
        office_id = new_id()
        with store.found(Actor("IT"), office_id) as unit:
            fact = found_office(unit, PLAN)
        with store.read() as look:
            days = look.conn.execute(
                select(func.count()).select_from(schema.calendar_day)
            ).scalar_one()
            desks = look.rows(select(schema.desk))
    assert (fact.office_id, fact.fields, fact.counters, fact.people) == (office_id, 3, 3, 3)
    assert fact.calendar_days == days > 30
    assert len(desks) == 3, "every counter has its desk from the start"


def test_a_store_holds_one_office(store: Store) -> None:
    with pytest.raises(Refused) as refusal, store.found(Actor("IT"), new_id()) as unit:
        found_office(unit, PLAN)
    assert refusal.value.code == "office.exists"


def test_an_information_desk_may_serve_no_field(tmp_path: Path) -> None:
    plan = msgspec.structs.replace(
        PLAN, counters=(CounterPlan(number=9, name="Hướng dẫn", fields=()),), people=()
    )
    with (
        closing(found(tmp_path / "store.sqlite3", FrozenClock(FOUNDED), plan)) as store,
        store.read() as look,
    ):
        office = office_now(look)
    assert office.find_counter(9).fields == ()
    assert office.counters_serving(office.find_field("HT")) == ()


BAD = {
    "half a file": (GOOD[: len(GOOD) // 2] + "\nname =", "plan.unreadable"),
    "an empty file": ("", "plan.wrong"),
    "no office": (GOOD.replace("[office]", "[offices]"), "plan.wrong"),
    "a name left out": (GOOD.replace("place = ", "# "), "plan.wrong"),
    "an empty name": (GOOD.replace('place = "Thử"', 'place = ""'), "plan.wrong"),
    "a name of 121 letters": (GOOD.replace('"Thử"', f'"{"T" * 121}"'), "plan.wrong"),
    "a name with a control sign": (GOOD.replace('"Thử"', r'"Thử\u0007"'), "plan.wrong"),
    "a name no paper can print": (GOOD.replace('"Thử"', '"Thử 😀"'), "plan.wrong"),
    "a misspelt key": (GOOD.replace("priority_ratio", "priority_ration"), "plan.wrong"),
    "a number for a name": (GOOD.replace('"Thử"', "7"), "plan.wrong"),
    "a unit code of letters": (GOOD.replace("H99.12.08", "PHUONG"), "plan.wrong"),
    "a unit code and a line break": (GOOD.replace("H99.12.08", r"H99.12.08\n"), "plan.wrong"),
    "a pattern without the number": (
        GOOD.replace("[rules]", 'code_pattern = "{unit}-{yymmdd}"\n[rules]'),
        "plan.wrong",
    ),
    "a pattern that makes no legal code": (
        GOOD.replace("[rules]", 'code_pattern = "{unit}/{yymmdd}/{nnnn}"\n[rules]'),
        "plan.wrong",
    ),
    "no session": (GOOD.replace("[[sessions]]", "[[other]]"), "plan.wrong"),
    "a day 8": (GOOD.replace("weekday = 1", "weekday = 8", 1), "plan.wrong"),
    "a day 0": (GOOD.replace("weekday = 1", "weekday = 0", 1), "plan.wrong"),
    "a session that ends first": (GOOD.replace('"11:30"', '"07:00"'), "plan.wrong"),
    "a session of no length": (GOOD.replace('"11:30"', '"07:30"'), "plan.wrong"),
    "sessions that overlap": (GOOD.replace('"11:30"', '"14:00"'), "plan.wrong"),
    "an hour 25": (GOOD.replace('"11:30"', '"25:00"'), "plan.wrong"),
    "a time with a zone": (GOOD.replace('"11:30"', '"11:30+07:00"'), "plan.wrong"),
    "a time in words": (GOOD.replace('"11:30"', '"trưa"'), "plan.wrong"),
    "a cutoff of the clock's own kind": (GOOD.replace('"15:00"', "15:00:00"), "plan.wrong"),
    "a cutoff at 24": (GOOD.replace('"15:00"', '"24:00"'), "plan.wrong"),
    "a ratio of nothing": (GOOD.replace("priority_ratio = 2", "priority_ratio = 0"), "plan.wrong"),
    "one prefix twice": (GOOD.replace('prefix = "CT"', 'prefix = "HT"'), "plan.wrong"),
    "a prefix in small letters": (GOOD.replace('prefix = "CT"', 'prefix = "ct"'), "plan.wrong"),
    "a prefix of five letters": (GOOD.replace('prefix = "CT"', 'prefix = "CTHUC"'), "plan.wrong"),
    "one name twice, but for accents": (GOOD.replace("Chứng thực", "Ho tich"), "plan.wrong"),
    "a field nobody knows": (GOOD.replace('["HT", "CT"]', '["HT", "XD"]'), "plan.wrong"),
    "one field twice at a counter": (GOOD.replace('["HT", "CT"]', '["HT", "HT"]'), "plan.wrong"),
    "a counter 0": (GOOD.replace("number = 1", "number = 0"), "plan.wrong"),
    "a person at no counter": (GOOD.replace("counter = 1", "counter = 5"), "plan.wrong"),
    "a PIN of three figures": (GOOD.replace("246801", "246"), "plan.wrong"),
    "a PIN of letters": (GOOD.replace("246801", "matkhau"), "plan.wrong"),
    "a PIN in other figures": (GOOD.replace("246801", "٢٤٦٨٠١"), "plan.wrong"),
    "an unknown role": (GOOD.replace('title = ', 'role = "boss"\ntitle = '), "plan.wrong"),
    "a group of rank 0": (GOOD.replace("rank = 1", "rank = 0"), "plan.wrong"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_office(tmp_path: Path, text: str, code: str) -> None:
    assert text != GOOD
    with pytest.raises(Refused) as refusal:
        read_plan(plan_file(tmp_path, text))
    assert refusal.value.code == code
    assert refusal.value.details["why"]


def whys_of(file: Path) -> list[str]:
    with pytest.raises(Refused) as refusal:
        read_plan(file)
    assert refusal.value.code == "plan.wrong"
    whys = refusal.value.details["why"]
    assert isinstance(whys, tuple)
    return list(whys)


def test_everything_left_blank_in_the_template_is_told_at_once(project: Path) -> None:
    assert whys_of(project / "resources" / "office-template.toml") == [
        "[office]: chưa có tên (name)",
        "[office]: chưa có cơ quan chủ quản (parent)",
        "[office]: chưa có địa danh (place)",
        "[office]: chưa có mã đơn vị (unit_code); mã do cấp trên giao, như H15.50.05",
        "cán bộ LD01: chưa có tên (name)",
        "cán bộ CV01: chưa có tên (name)",
        "cán bộ IT01: chưa có tên (name)",
    ]


def test_wrong_values_say_where_they_stand_and_how_they_are_written(tmp_path: Path) -> None:
    text = (
        GOOD.replace('title = "Công chức"', 'role = "boss"\ntitel = "Công chức"')
        .replace("number = 1", "number = 100")
        .replace("rank = 1", 'rank = "1"')
        .replace('opens = "13:30"', 'opens = "13h30"')
        .replace('prefix = "CT"\n', "")
        .replace("priority_ratio = 2", "priority_ratio = 0")
    )
    assert whys_of(plan_file(tmp_path, text)) == [
        "buổi làm việc (mục thứ 2): opens: chưa đúng mẫu; viết giờ và phút, như 07:30",
        "lĩnh vực (mục thứ 2): chưa có ký hiệu (prefix)",
        "quầy 100: number: phải từ 99 trở xuống",
        "cán bộ CV01: không có mục titel (ý là title?)",
        "cán bộ CV01: chưa có chức danh (title)",
        "cán bộ CV01: role: chưa đúng mẫu; officer, manager hoặc it",
        "[rules]: priority_ratio: phải từ 1 trở lên",
        "diện ưu tiên elderly: rank: phải là số nguyên, không phải chữ",
        "quầy 100: không có lĩnh vực CT trong [[fields]]",
        "cán bộ CV01: không có quầy 1 trong [[counters]]",
    ]


def test_what_does_not_fit_together_is_told_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace('["HT", "CT"]', '["HT", "XD"]')
        .replace("counter = 1", "counter = 5")
        .replace('"11:30"', '"14:00"')
        .replace('prefix = "CT"', 'prefix = "HT"')
    )
    assert whys_of(plan_file(tmp_path, text)) == [
        "lĩnh vực, ký hiệu (prefix): HT ghi hơn một lần",
        "quầy 1: không có lĩnh vực XD trong [[fields]]",
        "cán bộ CV01: không có quầy 5 trong [[counters]]",
        "buổi 13:30 – 17:00 (weekday = 1) chồng lên buổi 07:30 – 14:00 (weekday = 1)",
    ]


def test_lists_of_another_kind_are_told_and_no_bug(tmp_path: Path) -> None:
    text = """
sample = true
sessions = []
fields = "HT"
counters = [1, {number = 2, name = "Quầy 2", fields = "HT"}]
people = {code = "LD01"}
[office]
"""
    assert whys_of(plan_file(tmp_path, text)) == [
        "[office]: chưa có tên (name)",
        "[office]: chưa có cơ quan chủ quản (parent)",
        "[office]: chưa có địa danh (place)",
        "[office]: chưa có mã đơn vị (unit_code)",
        "lĩnh vực (fields): phải là danh sách, không phải chữ",
        "counters[0]: phải là nhóm mục",
        "quầy 2: fields: phải là danh sách, không phải chữ",
        "cán bộ (people): phải là danh sách, không phải nhóm mục",
        "[[sessions]]: phải có ít nhất một",
    ]


def test_a_real_office_has_somebody_who_can_manage_it(tmp_path: Path) -> None:
    real = GOOD.replace("sample = true", "sample = false")
    (why,) = whys_of(plan_file(tmp_path, real))
    assert 'role = "manager"' in why
    managed = real.replace('title = "Công chức"', 'title = "Giám đốc"\nrole = "manager"')
    assert read_plan(plan_file(tmp_path, managed)).people


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes("[office]\nname = 'Thử'".encode("utf-16"))
    for file in (tmp_path / "none.toml", tmp_path, tmp_path / "latin.toml"):
        with pytest.raises(Refused) as refusal:
            read_plan(file)
        assert refusal.value.code == "plan.unreadable"


def test_text_is_composed_before_it_is_kept(tmp_path: Path) -> None:
    plan = read_plan(plan_file(tmp_path, unicodedata.normalize("NFD", GOOD)))
    assert plan.fields[0].name == unicodedata.normalize("NFC", plan.fields[0].name) == "Hộ tịch"


def test_an_office_that_names_no_groups_gets_the_usual_ones(tmp_path: Path) -> None:
    plan = read_plan(plan_file(tmp_path, GOOD[: GOOD.index("[[priority_groups]]")]))
    assert plan.priority_groups == ()
    usual = with_usual_priority_groups(plan).priority_groups
    assert len(usual) > 3
    assert len({group.rank for group in usual}) == len(usual)


@pytest.mark.parametrize("text", ["7:30", "07:30:00", "0730", "07:3０", "", "07:30 "])
def test_a_time_of_day_is_written_one_way(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        clock_time(text)


def test_a_pin_is_kept_as_a_hash(store: Store) -> None:
    with store.read() as look:
        hashes = [
            row.pin_hash for row in look.rows(select(schema.person.c.pin_hash)) if row.pin_hash
        ]
    assert len(hashes) == 3
    assert all(stored.startswith("$argon2id$") for stored in hashes)


def test_people_are_found_by_code_however_typed(store: Store) -> None:
    with store.read() as look:
        assert find_person(look, " cv01 ").name == "Lê Minh Mẫu"
        with pytest.raises(Refused) as refusal:
            find_person(look, "CV99")
    assert refusal.value.code == "person.unknown"


def test_the_office_is_read_anew_only_when_it_has_changed(store: Store) -> None:
    with store.read() as look:
        first = office_now(look)
    with store.read() as look:
        assert office_now(look) is first
    with store.write(Actor("IT")) as unit:
        office_changed(unit)
        assert office_now(unit).revision == first.revision + 1
    with store.read() as look:
        assert office_now(look).revision == first.revision + 1


def test_an_office_that_was_never_written_is_not_remembered(
    store: Store, store_file: Path, clock: SteppingClock
) -> None:
    """A unit that changes the office, looks at it and then fails leaves no false memory.

    The next revision is then made by another process, and has the number of the failed one.
    """
    with store.read() as look:
        first = office_now(look)
    with suppress(ZeroDivisionError), store.write(Actor("IT")) as unit:
        unit.run(schema.counter.update().values(name="Nhầm"))
        office_changed(unit)
        assert office_now(unit).counters[0].name == "Nhầm"
        raise ZeroDivisionError
    with closing(open_store(store_file, clock)) as other, other.write(Actor("IT")) as unit:
        office_changed(unit)
    with store.read() as look:
        assert office_now(look).revision == first.revision + 1
        assert [c.name for c in office_now(look).counters] == [c.name for c in first.counters]
