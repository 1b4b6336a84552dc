"""A dossier that was past its day when it was refused: told so, with an apology."""

from datetime import UTC, datetime

import pytest

from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import RefusalLetter
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.progress import Timeliness
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do, seen
from tests.fixtures.store import SteppingClock

S = DossierState
DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
LATE, ON_THE_DAY = "2026-12-01T09:00+07:00", "2026-11-27T20:00+07:00"


@pytest.mark.parametrize("state", [S.RECEIVED, S.PROCESSING])
@pytest.mark.parametrize("at", [LATE, ON_THE_DAY])
def test_the_letter_names_the_passed_day(
    dossier_store: Store, clock: SteppingClock, state: DossierState, at: str
) -> None:
    code = brought_to(dossier_store, state)
    clock.set(at)
    fact, late = do(dossier_store, Act.REFUSE, code), at == LATE
    with dossier_store.read() as unit:
        letter = last_letter(unit, fact.id, FormKind.REFUSAL)
    assert isinstance(letter, RefusalLetter)
    assert letter.late_since_at == (DUE if late else None)
    assert fact.timeliness is (Timeliness.OVERDUE if late else Timeliness.ON_TIME)
    assert ("late_since" in seen(dossier_store, code).events[-1].details) is late


def test_another_day_does_not_hide_the_one_it_is_judged_by(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, S.PROCESSING)
    do(dossier_store, Act.EXTEND, code)
    clock.set(LATE)
    assert do(dossier_store, Act.REFUSE, code).timeliness is Timeliness.OVERDUE
