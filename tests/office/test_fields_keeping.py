"""Fields and priority groups in the manager's hand: added, changed, ordered, no longer offered."""

from dataclasses import replace

import pytest

from kiosk.office.entries import FieldEntry, FieldSeen, GroupEntry
from kiosk.office.fields_keeping import (
    AddField,
    ChangeField,
    OrderFields,
    add_field,
    change_field,
    kept_fields,
    order_fields,
)
from kiosk.office.groups_keeping import (
    AddGroup,
    ChangeGroup,
    OrderGroups,
    add_group,
    change_group,
    entry_of,
    order_groups,
)
from kiosk.office.reading import office_now
from kiosk.paths import RESOURCES
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.store import KIOSK, MANAGER, OFFICER

LAND = FieldEntry("DD", "Đất đai", "Land", "map")


def fields(store: Store) -> dict[str, FieldSeen]:
    with store.read() as unit:
        return {one.entry.prefix: one for one in kept_fields(unit)}


def groups(store: Store) -> dict[str, GroupEntry]:
    with store.read() as unit:
        return {one.code: entry_of(one) for one in office_now(unit).priority_groups}


def refused(store: Store, act: object, wish: object) -> str:
    with pytest.raises(Refused) as refusal:
        store.do(act, wish, MANAGER)  # type: ignore[arg-type]  # whichever it is
    return refusal.value.code


def test_a_new_field_stands_last_and_may_change_its_prefix_until_it_is_used(store: Store) -> None:
    known = list(fields(store))
    store.do(add_field, AddField(replace(LAND, prefix=" dd ", name=" Đất  đai ")), MANAGER)
    assert list(fields(store)) == [*known, "DD"]
    assert fields(store)["DD"].entry == LAND
    assert not fields(store)["DD"].used
    other = replace(LAND, prefix="DDN")
    store.do(change_field, ChangeField(other, LAND), MANAGER)
    assert fields(store)["DDN"].entry == other


def test_a_prefix_on_paper_stays(store: Store) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    seen = fields(store)["HT"]
    assert (seen.used, seen.waiting) == (True, 1)
    assert refused(
        store, change_field, ChangeField(replace(seen.entry, prefix="HX"), seen.entry)
    ) == ("field.prefix_used")


def test_a_field_no_longer_offered_gives_no_number_and_serves_who_waits(store: Store) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    seen = fields(store)["HT"].entry
    store.do(change_field, ChangeField(replace(seen, active=False), seen), MANAGER)
    with pytest.raises(Refused, match=r"field\.unknown"):
        store.do(take_number, TakeNumber("HT"), KIOSK)
    called = store.do(call_next, AtCounter(1), OFFICER).ticket
    assert called is not None
    assert called.label == "HT-001"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (replace(LAND, prefix="ABCDE"), "field.prefix_malformed"),
        (replace(LAND, prefix="Đ"), "field.prefix_malformed"),
        (replace(LAND, prefix=""), "field.prefix_malformed"),
        (replace(LAND, prefix="ht"), "field.prefix_taken"),
        (replace(LAND, name=""), "field.malformed"),
        (replace(LAND, name_en="x" * 81), "field.malformed"),
        (replace(LAND, name="ho tich"), "field.name_taken"),
        (replace(LAND, name="Ct"), "field.name_taken"),
        (replace(LAND, icon="alert"), "field.icon_unknown"),
    ],
)
def test_odd_fields_are_refused(store: Store, entry: FieldEntry, code: str) -> None:
    known = fields(store)
    assert refused(store, add_field, AddField(entry)) == code
    assert fields(store) == known


def test_every_icon_to_choose_is_drawn() -> None:
    from kiosk.office.entries import ICONS

    assert [icon for icon in ICONS if not (RESOURCES / "icons" / f"{icon}.svg").exists()] == []


def test_two_managers_change_the_same_field(store: Store) -> None:
    seen = fields(store)["HT"].entry
    store.do(change_field, ChangeField(replace(seen, name_en="Civil status"), seen), MANAGER)
    wish = ChangeField(replace(seen, name="Hộ tịch, quốc tịch"), seen)
    assert refused(store, change_field, wish) == "field.changed_meanwhile"
    unknown = ChangeField(LAND, LAND)
    assert refused(store, change_field, unknown) == "field.unknown"


def test_fields_are_ordered_unless_the_order_seen_is_old(store: Store) -> None:
    seen = tuple(fields(store))
    wanted = tuple(reversed(seen))
    store.do(order_fields, OrderFields(wanted, seen), MANAGER)
    assert tuple(fields(store)) == wanted
    for wish in (OrderFields(seen, seen), OrderFields(seen[1:], wanted)):
        assert refused(store, order_fields, wish) == "field.order_stale"
    assert tuple(fields(store)) == wanted


def test_a_group_comes_with_a_code_of_its_own(store: Store) -> None:
    before = groups(store)
    name = "Người hiến máu nhiều lần trong năm"
    entry = store.do(add_group, AddGroup(name, "Blood donors"), MANAGER).entry
    assert entry == groups(store)[entry.code] == GroupEntry(entry.code, name, "Blood donors")
    assert list(groups(store)) == [*before, entry.code]
    assert refused(store, add_group, AddGroup("nguoi hien mau nhieu lan trong nam")) == (
        "group.name_taken"
    )
    other = store.do(add_group, AddGroup("Người hiến máu nhiều hơn"), MANAGER).entry
    assert other.code not in (entry.code, *before)


def test_a_group_out_of_use_cannot_be_chosen(store: Store) -> None:
    seen = next(iter(groups(store).values()))
    store.do(change_group, ChangeGroup(replace(seen, active=False), seen), MANAGER)
    with pytest.raises(Refused, match=r"priority\.unknown"):
        store.do(take_number, TakeNumber("HT", seen.code), KIOSK)
    wish = ChangeGroup(replace(seen, name="Khác"), seen)
    assert refused(store, change_group, wish) == "group.changed_meanwhile"


def test_groups_are_ordered_and_given_numbers_keep_their_place(store: Store) -> None:
    seen = tuple(groups(store))
    wanted = (seen[-1], *seen[:-1])
    store.do(order_groups, OrderGroups(wanted, seen), MANAGER)
    assert tuple(groups(store)) == wanted
    assert refused(store, order_groups, OrderGroups(seen, seen)) == "group.order_stale"


@pytest.mark.parametrize(("name", "english"), [("", ""), ("x" * 121, ""), ("Tốt", "\x07")])
def test_odd_groups_are_refused(store: Store, name: str, english: str) -> None:
    assert refused(store, add_group, AddGroup(name, english)) == "group.malformed"
    seen = next(iter(groups(store).values()))
    wish = ChangeGroup(replace(seen, name=name, name_en=english), seen)
    assert refused(store, change_group, wish) == "group.malformed"
    gone = GroupEntry("nobody", "Không có", "None")
    assert refused(store, change_group, ChangeGroup(gone, gone)) == "priority.unknown"


def test_there_are_not_too_many_groups(store: Store) -> None:
    for number in range(20 - len(groups(store))):
        store.do(add_group, AddGroup(f"Diện {number}"), MANAGER)
    assert refused(store, add_group, AddGroup("Một diện nữa")) == "group.too_many"
