"""Departments at the counter: chosen from the list by keys, or typed where they are not on it."""

from dataclasses import replace

import pytest

from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter
from kiosk.dossiers.model import DossierState as S
from kiosk.office.departments_keeping import AddDepartment, add_department
from kiosk.office.entries import DepartmentEntry
from kiosk.office.legal import FormKind
from kiosk.ui.counter.act_props import signing
from kiosk.ui.counter.life_seen import ActEntry, Body
from tests.fixtures.store import OFFICER
from tests.ui.counter.counter_kit import Key
from tests.ui.counter.life_kit import F9, TAB, Desk, desk

__all__ = ["desk"]
POLICE = DepartmentEntry("Công an phường", "", "", "Trưởng Công an", "", ("XD",))
JUSTICE = DepartmentEntry("Phòng Tư pháp", "", "Hoàng Văn Mẫu", "Trưởng phòng", "", ("HT",))


@pytest.fixture
def listed(desk: Desk) -> Desk:
    for entry in (POLICE, JUSTICE):
        desk.hands.store.do(add_department, AddDepartment(entry), OFFICER)
    desk.hands.settle()
    return desk


def test_the_department_of_the_field_stands_there_already(listed: Desk) -> None:
    at = listed.at(S.RECEIVED)
    at.ctrl("B")
    box = at.page.form.agency.choice.box
    assert [box.itemText(place) for place in range(box.count())] == [
        "Theo lĩnh vực của hồ sơ",
        JUSTICE.name,
        POLICE.name,
        "Nơi khác, ghi tên",
    ]
    assert at.page.entry().agency == JUSTICE.name
    at.hands.hit(F9)
    assert at.view.holder == JUSTICE.name


def test_another_is_chosen_and_one_that_is_not_listed_is_typed(listed: Desk) -> None:
    at = listed.at(S.PROCESSING)
    at.ctrl("B")
    assert at.shut == "Ghi nơi nhận tiếp"
    at.go_to("Nơi nhận tiếp")
    at.hands.hit(Key.Key_Down, times=2)
    assert f"Nơi nhận tiếp: **{POLICE.name}**" in at.page.props.told  # type: ignore[union-attr]
    at.hands.hit(Key.Key_Down)
    assert at.shut == "Ghi nơi nhận tiếp"
    at.hands.hit(TAB)
    at.hands.write("So Xay dung")
    at.hands.hit(F9)
    assert at.view.holder == "So Xay dung"


def test_the_head_signs_unless_somebody_else_is_named(listed: Desk) -> None:
    at = listed.at(S.PROCESSING)
    at.hands.clock.set("2026-11-25T09:00+07:00")
    listed.hands.scan(at.code)
    at.ctrl("L")
    assert "Người ký: **Trưởng phòng Hoàng Văn Mẫu**" in at.page.props.told  # type: ignore[union-attr]
    at.write("Ngày hẹn trả mới", "02122026")
    at.write("Lý do chậm", "cho xac minh")
    at.hands.hit(F9)
    with listed.hands.store.read() as unit:
        letter = last_letter(unit, at.view.id, FormKind.APOLOGY)
    assert isinstance(letter, ApologyLetter)
    assert (letter.agency_name, letter.signer_name) == (JUSTICE.name, "Hoàng Văn Mẫu")


@pytest.mark.parametrize(
    ("entry", "signer"),
    [
        (ActEntry(agency="phong tu phap"), "Trưởng phòng Hoàng Văn Mẫu"),
        (ActEntry(agency="Phòng Tư pháp", signer_name="Phạm Phó"), "Phạm Phó"),
        (ActEntry(agency="Sở Xây dựng"), ""),
        (ActEntry(agency="Công an phường"), "Trưởng Công an"),
    ],
)
def test_who_signs(listed: Desk, entry: ActEntry, signer: str) -> None:
    at = listed.at(S.PROCESSING)
    at.ctrl("B")
    assert at.page.before is not None
    bodies = tuple(Body(one.name, one.head_title, one.head_name) for one in (POLICE, JUSTICE))
    assert signing(replace(at.page.before, bodies=bodies), entry) == signer
