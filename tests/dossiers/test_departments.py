"""Where dossiers go and who apologises, as the list of departments says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.dossiers.handing_over import HandOver, hand_over
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter
from kiosk.dossiers.life import MoveDossier, start_processing
from kiosk.dossiers.model import Act
from kiosk.office.departments_keeping import (
    AddDepartment,
    ChangeDepartment,
    add_department,
    change_department,
)
from kiosk.office.entries import DepartmentEntry
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from tests.dossiers.acting import do, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

JUSTICE = DepartmentEntry("Phòng Tư pháp", "", "Hoàng Văn Mẫu", "Trưởng phòng", "", ("HT",))
POLICE = DepartmentEntry("Công an phường", "Công an thành phố", "", "Trưởng Công an")
LATER = date(2026, 12, 2)
CALLED_AFTER_ITS_FIELD = "Bộ phận chuyên môn lĩnh vực Hộ tịch"


@pytest.fixture
def listed(dossier_store: Store) -> Store:
    """An office that keeps a list; the second answers for no field."""
    for entry in (POLICE, JUSTICE):
        dossier_store.do(add_department, AddDepartment(entry), OFFICER)
    return dossier_store


def apology(store: Store, dossier: str) -> ApologyLetter:
    with store.read() as unit:
        said = last_letter(unit, dossier, FormKind.APOLOGY)
    assert isinstance(said, ApologyLetter)
    return said


def test_a_dossier_goes_to_the_department_of_its_field(listed: Store) -> None:
    code = receive(listed).code
    assert seen(listed, code).department == JUSTICE.name
    listed.do(start_processing, MoveDossier(code), OFFICER)
    assert seen(listed, code).holder == JUSTICE.name
    batch = receive(listed).code
    assert listed.do(hand_over, HandOver((batch,)), OFFICER).agency == JUSTICE.name


def test_without_one_in_use_for_its_field_it_is_called_after_its_field(listed: Store) -> None:
    retired = replace(JUSTICE, active=False)
    listed.do(change_department, ChangeDepartment(retired, JUSTICE), OFFICER)
    assert seen(listed, receive(listed).code).department == CALLED_AFTER_ITS_FIELD


def test_what_lies_with_a_department_keeps_the_name_it_went_to(listed: Store) -> None:
    code = receive(listed).code
    listed.do(start_processing, MoveDossier(code), OFFICER)
    other = replace(JUSTICE, name="Văn phòng", active=False)
    listed.do(change_department, ChangeDepartment(other, JUSTICE), OFFICER)
    assert seen(listed, code).holder == JUSTICE.name


@pytest.mark.parametrize(
    ("said", "agency", "parent", "signer"),
    [
        ({}, JUSTICE.name, "", ("Trưởng phòng", "Hoàng Văn Mẫu")),
        ({"agency": "cong an phuong"}, "cong an phuong", POLICE.parent, ("Trưởng Công an", "")),
        ({"agency": "Sở Xây dựng"}, "Sở Xây dựng", "", ("", "")),
        ({"signer_name": "Phạm Thị Phó"}, JUSTICE.name, "", ("", "Phạm Thị Phó")),
        ({"signer_title": "KT. Trưởng phòng"}, JUSTICE.name, "", ("KT. Trưởng phòng", "")),
    ],
    ids=["of its field", "named", "not listed", "another signs", "another title"],
)
def test_the_head_of_the_late_department_signs(
    listed: Store,
    clock: SteppingClock,
    said: dict[str, Any],
    agency: str,
    parent: str,
    signer: tuple[str, str],
) -> None:
    code = receive(listed).code
    clock.set("2026-11-25T09:00+07:00")
    letter = apology(listed, do(listed, Act.EXTEND, code, day=LATER, **said).id)
    office_parent = "Ủy ban nhân dân phường Thử Nghiệm"
    assert (letter.agency_name, letter.office_parent) == (agency, parent or office_parent)
    assert (letter.signer_title, letter.signer_name) == signer
