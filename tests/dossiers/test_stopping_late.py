"""A dossier that was past its day when it was stopped: told so, and judged as late."""

from datetime import UTC, datetime

import pytest

from kiosk.dossiers.figures import dossier_figures
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import StopLetter
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.progress import Timeliness
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do, seen
from tests.fixtures.store import SteppingClock

S = DossierState
DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
LATE, ON_THE_DAY = "2026-12-01T09:00+07:00", "2026-11-27T20:00+07:00"


def letter(store: Store, code: str) -> StopLetter:
    with store.read() as unit:
        found = last_letter(unit, seen(store, code).id, FormKind.STOP)
    assert isinstance(found, StopLetter)
    return found


@pytest.mark.parametrize("state", [S.RECEIVED, S.PROCESSING, S.WITHDRAWING])
@pytest.mark.parametrize("at", [LATE, ON_THE_DAY])
def test_what_was_late_stays_late(
    dossier_store: Store, clock: SteppingClock, state: DossierState, at: str
) -> None:
    code = brought_to(dossier_store, state)
    clock.set(at)
    fact = do(dossier_store, Act.STOP, code)
    view, late = seen(dossier_store, code), at == LATE
    assert fact.timeliness == view.timeliness == (Timeliness.OVERDUE if late else None)
    assert letter(dossier_store, code).late_since_at == (DUE if late else None)
    assert ("late_since" in view.events[-1].details) is late
    assert view.due.words == ("Dừng khi đã quá hạn" if late else "Đã dừng")
    with dossier_store.read() as unit:
        counted = [count for _, count in dossier_figures(unit).days]
    assert sum(count.all for count in counted) == int(late)
    assert sum(count.on_time for count in counted) == 0


def test_withdrawn_when_it_was_late(dossier_store: Store, clock: SteppingClock) -> None:
    code = brought_to(dossier_store, S.RECEIVED)
    clock.set(LATE)
    assert do(dossier_store, Act.WITHDRAW, code).timeliness is Timeliness.OVERDUE
    assert letter(dossier_store, code).late_since_at == DUE


def test_an_apology_moves_the_day_but_not_the_lateness(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, S.PROCESSING)
    do(dossier_store, Act.EXTEND, code)
    clock.set(LATE)
    assert do(dossier_store, Act.STOP, code).timeliness is Timeliness.OVERDUE


def test_a_citizen_s_delay_is_not_the_office_s(dossier_store: Store, clock: SteppingClock) -> None:
    code = brought_to(dossier_store, S.SUPPLEMENTING)
    clock.set(LATE)
    assert do(dossier_store, Act.STOP, code).timeliness is None
    assert letter(dossier_store, code).late_since_at is None
