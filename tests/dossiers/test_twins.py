"""The same person, procedure and ticket twice: meant, or a slip of the hand."""

from typing import Any

import pytest

from kiosk.clock import office_day
from kiosk.dossiers.checking import checked
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.fixtures.dossiers import AT_ONCE, a_form, receive
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

FIRM = {"kind": "organisation", "id_number": None, "birth_date": None, "sex": None}
BINH = {"name": "Trần Thị Bình"}


@pytest.fixture
def ticket(dossier_store: Store) -> str:
    """A ticket that is being served."""
    taken = dossier_store.do(take_number, TakeNumber("HT"), KIOSK)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    return taken.label


@pytest.mark.parametrize(
    ("changes", "twice"),
    [
        ({}, True),
        ({"applicant": {"name": "NGUYEN VAN AN"}}, True),
        ({"applicant": {"id_number": None}}, True),
        ({"applicant": {"id_number": None, "name": "Trần Văn Bê"}}, False),
        ({"applicant": {"id_number": "001203004568"}}, False),
        ({"procedure": AT_ONCE}, False),
        ({"ticket": None}, False),
        ({"applicant": FIRM, "submitter": BINH}, False),
    ],
)
def test_what_counts_as_twice(
    dossier_store: Store, ticket: str, changes: dict[str, Any], twice: bool
) -> None:
    first = receive(dossier_store, ticket=ticket)
    changes = {"ticket": ticket} | changes
    if not twice:
        receive(dossier_store, **changes)
        return
    with pytest.raises(Refused) as refusal:
        receive(dossier_store, **changes)
    assert refusal.value.code == "dossier.just_received"
    assert refusal.value.details == {"dossier": first.code, "at": first.received_at}


def test_it_is_received_again_where_that_is_meant(dossier_store: Store, ticket: str) -> None:
    receive(dossier_store, ticket=ticket)
    application = checked(a_form(ticket=ticket), office_day(dossier_store.clock.now()))
    again = dossier_store.do(receive_dossier, ReceiveDossier(application, again=True), OFFICER)
    assert again.code.endswith("-0002")


@pytest.mark.parametrize(
    ("slip", "time", "printed"),
    [
        (None, "09:24", 0),
        (True, "09:24", 1),
        (False, "15:00", 0),
        # Too late for the day: another day stands on the slip.
        (None, "15:00", 1),
    ],
)
def test_a_result_given_at_once_needs_no_slip(
    dossier_store: Store, clock: SteppingClock, slip: bool | None, time: str, printed: int
) -> None:
    """NĐ 61/2018 Điều 17 khoản 4."""
    clock.set(f"2026-11-23T{time}+07:00")
    application = checked(a_form(procedure=AT_ONCE), office_day(clock.now()))
    fact = dossier_store.do(receive_dossier, ReceiveDossier(application, slip=slip), OFFICER)
    assert len(fact.print_jobs) == printed
