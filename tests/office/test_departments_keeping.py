"""The departments in the manager's hand: added, changed, ordered, retired and never deleted."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import FrozenClock
from kiosk.office.departments_keeping import (
    MOST_DEPARTMENTS,
    AddDepartment,
    ChangeDepartment,
    OrderDepartments,
    add_department,
    change_department,
    entry_of,
    order_departments,
)
from kiosk.office.entries import DepartmentEntry
from kiosk.office.model import Department, Office
from kiosk.office.plan import read_plan
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from tests.fixtures.store import FOUNDED, OFFICER

JUSTICE = DepartmentEntry(
    "Phòng Tư pháp", "", "Hoàng Văn Mẫu", "Trưởng phòng", "0200 355 5190", ("HT", "CT")
)
POLICE = DepartmentEntry("Công an phường", "Công an thành phố", fields=("XD",))


def office(store: Store) -> Office:
    with store.read() as unit:
        return office_now(unit)


def add(store: Store, *entries: DepartmentEntry) -> None:
    for entry in entries:
        store.do(add_department, AddDepartment(entry), OFFICER)


def listed(store: Store) -> list[DepartmentEntry]:
    return [entry_of(one) for one in office(store).departments]


def refused(store: Store, act: object, wish: object) -> Refused:
    with pytest.raises(Refused) as refusal:
        store.do(act, wish, OFFICER)  # type: ignore[arg-type]  # whichever it is
    return refusal.value


def test_a_department_is_added_in_its_one_form_and_stands_last(store: Store) -> None:
    add(store, replace(JUSTICE, name=" Phòng  Tư pháp ", fields=("CT", "HT")), POLICE)
    assert listed(store) == [JUSTICE, POLICE]


def test_it_is_renamed_and_given_other_fields_and_its_key_stays(store: Store) -> None:
    add(store, JUSTICE)
    key = office(store).departments[0].id
    other = replace(JUSTICE, name="Văn phòng", fields=("XD",))
    store.do(change_department, ChangeDepartment(other, JUSTICE), OFFICER)
    assert listed(store) == [other]
    assert office(store).departments[0].id == key
    store.do(change_department, ChangeDepartment(JUSTICE, other), OFFICER)
    assert listed(store) == [JUSTICE]


@pytest.mark.parametrize(
    ("entry", "code", "part"),
    [
        (replace(POLICE, name=" "), "department.malformed", None),
        (replace(POLICE, name="x" * 121), "department.malformed", None),
        (replace(POLICE, name="phong tu phap"), "department.name_taken", None),
        (replace(POLICE, parent="\x07"), "department.line_malformed", "parent"),
        (replace(POLICE, head_name="x" * 121), "department.line_malformed", "head_name"),
        (replace(POLICE, head_title="\U0001f600"), "department.line_malformed", "head_title"),
        (replace(POLICE, phone="1" * 41), "department.line_malformed", "phone"),
        (replace(POLICE, fields=("ZZ",)), "field.unknown", None),
    ],
)
def test_what_cannot_be_is_refused_when_added_and_when_changed(
    store: Store, entry: DepartmentEntry, code: str, part: str | None
) -> None:
    add(store, JUSTICE, POLICE)
    new = replace(entry, name="Phòng mới") if entry.name == POLICE.name else entry
    for act, wish in (
        (add_department, AddDepartment(new)),
        (change_department, ChangeDepartment(entry, POLICE)),
    ):
        refusal = refused(store, act, wish)
        assert (refusal.code, refusal.details.get("part")) == (code, part)
    assert listed(store) == [JUSTICE, POLICE]


def test_nobody_writes_over_what_another_wrote(store: Store) -> None:
    add(store, JUSTICE)
    store.do(change_department, ChangeDepartment(replace(JUSTICE, phone="1"), JUSTICE), OFFICER)
    wish = ChangeDepartment(replace(JUSTICE, phone="2"), JUSTICE)
    assert refused(store, change_department, wish).code == "department.changed_meanwhile"
    gone = ChangeDepartment(POLICE, POLICE)
    assert refused(store, change_department, gone).code == "department.unknown"


def test_they_are_put_into_order(store: Store) -> None:
    add(store, JUSTICE, POLICE)
    names = (POLICE.name, JUSTICE.name)
    store.do(order_departments, OrderDepartments(names, names[::-1]), OFFICER)
    assert [one.name for one in office(store).departments] == list(names)
    for stale in (
        OrderDepartments(names, names[::-1]),
        OrderDepartments(names[:1], names),
    ):
        assert refused(store, order_departments, stale).code == "department.order_stale"


def test_a_list_has_an_end(store: Store) -> None:
    add(store, *(DepartmentEntry(f"Phòng {number}") for number in range(MOST_DEPARTMENTS)))
    refusal = refused(store, add_department, AddDepartment(JUSTICE))
    assert refusal.code == "department.too_many"


def test_every_change_leaves_an_audit_line(store: Store) -> None:
    add(store, JUSTICE)
    store.do(change_department, ChangeDepartment(replace(JUSTICE, active=False), JUSTICE), OFFICER)
    with store.read() as unit:
        acts = unit.conn.exec_driver_sql(
            "SELECT act FROM audit_line WHERE act LIKE 'department.%' ORDER BY id"
        )
        assert acts.scalars().all() == ["department.added", "department.changed"]


def test_a_file_that_names_one_twice_or_an_unknown_field_is_told_at_once(
    filled_template: Path,
) -> None:
    text = filled_template.read_text("utf-8")
    doubled = '\n[[departments]]\nname = "công an  phường"\nfields = ["HT", "HT", "ZZ"]\n'
    filled_template.write_text(text + doubled, "utf-8")
    with pytest.raises(Refused) as refusal:
        read_plan(filled_template)
    why = refusal.value.details["why"]
    assert isinstance(why, tuple)
    assert set(why) == {
        "cơ quan giải quyết, tên (name): cong an phuong ghi hơn một lần",
        "cơ quan công an  phường, fields: HT ghi hơn một lần",
        "cơ quan công an  phường: không có lĩnh vực ZZ trong [[fields]]",
    }


@given(
    lines=st.lists(
        st.tuples(st.sets(st.sampled_from(["HT", "CT", "XD"])), st.booleans()), max_size=6
    ),
    prefix=st.sampled_from(["HT", "CT", "XD", None]),
)
def test_those_of_the_field_are_offered_first_each_in_its_order(
    founded_office: Office, lines: list[tuple[set[str], bool]], prefix: str | None
) -> None:
    departments = tuple(
        Department(str(place), f"Phòng {place}", "", "", "", "", tuple(fields), active)
        for place, (fields, active) in enumerate(lines)
    )
    kept = replace(founded_office, departments=departments)
    field = next((one.id for one in kept.fields if one.prefix == prefix), "")
    offered = kept.departments_for(field)
    assert set(offered) == {one for one in departments if one.active}
    ranks = [(prefix not in one.fields, int(one.id)) for one in offered]
    assert ranks == sorted(ranks)


@pytest.fixture(scope="module")
def founded_office(founded_file: Path) -> Office:
    """The small office as it was founded."""
    with closing(open_store(founded_file, FrozenClock(FOUNDED))) as opened:
        return office(opened)
