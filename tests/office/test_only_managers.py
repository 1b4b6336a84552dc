"""Who may change the office's own matters: one who manages, or the station where nobody is named."""

from datetime import date

import pytest

from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.process import ProcessStep, SetProcess, set_process
from kiosk.office import calendar_keeping, departments_keeping, people_keeping
from kiosk.office.entries import DepartmentEntry
from kiosk.office.managers import MANAGING_ROLES
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import PROCEDURES, SINGLE_STATUS
from tests.fixtures.managing import OF_MANAGERS, UseCase
from tests.fixtures.store import KIOSK, MANAGER, OFFICER


@pytest.mark.parametrize("use_case", OF_MANAGERS, ids=lambda each: each.__name__)
def test_an_officer_who_does_not_manage_is_refused_before_anything_else(
    store: Store, use_case: UseCase
) -> None:
    with pytest.raises(Refused) as refused, store.write(OFFICER) as unit:
        use_case(unit, people_keeping.RetirePerson("CV02"))
    assert refused.value.code == "person.may_not_manage"
    assert refused.value.details == {"name": "Lê Minh Mẫu"}


@pytest.mark.parametrize("by", [MANAGER, KIOSK, Actor("IT", "")])
def test_a_manager_may_and_so_may_the_station(store: Store, by: Actor) -> None:
    with store.write(KIOSK) as unit:
        write_procedures(unit, PROCEDURES, office_now(unit))
    day = calendar_keeping.SetDay(date(2026, 12, 24), "off", "Nghỉ bù")
    assert store.do(calendar_keeping.set_day, day, by).before is None
    entry = DepartmentEntry("Phòng Kinh tế")
    wish = departments_keeping.AddDepartment(entry)
    assert store.do(departments_keeping.add_department, wish, by).entry == entry
    steps = (ProcessStep("Thẩm định", "Phòng Kinh tế", "1wd"),)
    assert store.do(set_process, SetProcess(SINGLE_STATUS, steps), by).steps == steps


def test_the_roles_are_those_of_the_managers_window() -> None:
    assert MANAGING_ROLES == ("manager", "it")
