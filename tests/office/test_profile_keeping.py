"""The office's profile in the manager's hand: guarded, written down, its code fixed once used."""

from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import select

from kiosk.office.entries import ProfileEntry
from kiosk.office.profile_keeping import LONGEST, ChangeProfile, change_profile, kept_profile
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import MANAGER


def kept(store: Store) -> ProfileEntry:
    with store.read() as unit:
        return kept_profile(unit).entry


def change(store: Store, **parts: str) -> ProfileEntry:
    seen = kept(store)
    return store.do(change_profile, ChangeProfile(replace(seen, **parts), seen), MANAGER).entry


def test_a_change_is_kept_and_written_down(store: Store) -> None:
    before = kept(store)
    after = change(
        store,
        name="  Trung tâm   Mẫu ",
        unit_code="h99.12.09",
        address="Số 1, đường Mẫu",
        hotline="0200 355 5999",
    )
    assert after == kept(store)
    assert (after.name, after.unit_code) == ("Trung tâm Mẫu", "H99.12.09")
    with store.read() as unit:
        office = office_now(unit)
        line = unit.rows(select(audit_line).where(audit_line.c.act == "profile.changed"))[-1]
    assert (office.unit_code, office.profile.name) == ("H99.12.09", "Trung tâm Mẫu")
    assert office.profile.legal_profile == "ND118_2025", "what no manager changes stays"
    told = msgspec.json.decode(line.details, type=dict[str, ProfileEntry])
    assert told == {"before": before, "after": after}
    store.do(change_profile, ChangeProfile(before, after), MANAGER)
    assert kept(store) == before


def test_without_a_short_name_the_name_stands_in_its_place(store: Store) -> None:
    assert kept(store).short_name == ""
    change(store, name="Trung tâm Mẫu")
    with store.read() as unit:
        assert office_now(unit).profile.short_name == "Trung tâm Mẫu"
    assert change(store, short_name="Trung tâm Mẫu").short_name == ""
    assert change(store, short_name="Mẫu").short_name == "Mẫu"
    assert change(store, name="Trung tâm Khác").short_name == "Mẫu"


def test_two_managers_at_once(store: Store) -> None:
    seen = kept(store)
    change(store, hotline="0200 355 5999")
    with pytest.raises(Refused, match=r"profile\.changed_meanwhile"):
        store.do(change_profile, ChangeProfile(replace(seen, motto="Mẫu"), seen), MANAGER)
    assert kept(store).hotline == "0200 355 5999"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        *((part, "Ă" * (most + 1)) for part, most in LONGEST.items()),
        *((part, "a\x07") for part in LONGEST),
        *((part, "漢") for part in LONGEST),
        *((part, "  ") for part in ("name", "parent", "place")),
    ],
)
def test_a_part_that_no_paper_can_show_is_refused(store: Store, part: str, text: str) -> None:
    before = kept(store)
    with pytest.raises(Refused, match=r"profile\.part_malformed") as refusal:
        change(store, **{part: text})
    assert refusal.value.details["part"] == part
    assert kept(store) == before


@pytest.mark.parametrize("part", sorted(LONGEST))
def test_the_longest_is_taken(store: Store, part: str) -> None:
    text = "Ă" * LONGEST[part]
    assert getattr(change(store, **{part: text}), part) == text


@pytest.mark.parametrize("code", ["", "H9", "99.12.08", "H99-12-08", "H99.12.08\n1", "Đ99.12.08"])
def test_a_unit_code_has_its_form(store: Store, code: str) -> None:
    with pytest.raises(Refused, match=r"profile\.unit_code_malformed"):
        change(store, unit_code=code)


def test_a_unit_code_stays_from_the_first_dossier_on(dossier_store: Store) -> None:
    change(dossier_store, unit_code="H99.12.07")
    receive(dossier_store)
    with pytest.raises(Refused, match=r"profile\.unit_code_used"):
        change(dossier_store, unit_code="H99.12.09")
    assert change(dossier_store, hotline="0200 355 5999").unit_code == "H99.12.07"
    with dossier_store.read() as unit:
        assert kept_profile(unit).code_used
