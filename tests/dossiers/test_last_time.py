"""What somebody handed in last time is found by number and name together."""

import pytest

from kiosk.dossiers.last_time import last_time
from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

NUMBER, NAME = "001203004567", "Nguyễn Văn An"


def test_the_newest_dossier_is_remembered(dossier_store: Store, clock: SteppingClock) -> None:
    receive(dossier_store)
    clock.set("2026-12-01T08:00+07:00")
    receive(dossier_store, applicant={"phone": "0987 654 321"})
    with dossier_store.read() as unit:
        found = last_time(unit, NUMBER, "NGUYEN VAN AN")
    assert found is not None
    assert (found.on.isoformat(), found.applicant.phone) == ("2026-12-01", "+84987654321")


@pytest.mark.parametrize(
    ("number", "name"),
    [(NUMBER, ""), (NUMBER, "Trần Thị Bình"), ("001203004568", NAME), ("", NAME)],
)
def test_a_number_alone_tells_nothing(dossier_store: Store, number: str, name: str) -> None:
    receive(dossier_store)
    with dossier_store.read() as unit:
        assert last_time(unit, number, name) is None
