"""What presses of the dossiers that are looked at is what presses of them in the whole list."""

import pytest

from kiosk.dossiers.demands import demands_of
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.dossiers.process import SetProcess, set_process
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do
from tests.dossiers.test_process import WAY
from tests.fixtures.dossiers import SINGLE_STATUS
from tests.fixtures.store import MANAGER, SteppingClock

DAYS = ("23T09:30", "23T16:30", "24T09:00", "25T16:00", "26T09:00", "27T08:00", "30T09:00")


@pytest.mark.parametrize("day", DAYS)
def test_looked_up_or_sought_it_is_the_same(
    dossier_store: Store, clock: SteppingClock, day: str
) -> None:
    dossier_store.do(set_process, SetProcess(SINGLE_STATUS, WAY), MANAGER)
    for state in DossierState:
        brought_to(dossier_store, state)
    lost = brought_to(dossier_store, DossierState.PROCESSING)
    do(dossier_store, Act.LOSE, lost)
    again = brought_to(dossier_store, DossierState.SUPPLEMENTING)
    do(dossier_store, Act.RESTART, again)
    clock.set(f"2026-11-{day}+07:00")
    with dossier_store.read() as unit:
        sought = {one.id: one.pressures for one in pressing_dossiers(unit)}
        assert len(sought) >= 3
        assert demands_of(unit, [*sought, "unknown"]) == sought
        assert demands_of(unit, []) == {}
