"""Two officers on one dossier at once: the second is told who did what, and since when."""

from datetime import UTC, datetime

import pytest

from kiosk.dossiers.model import Act, DossierState
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.wording import sentence
from tests.dossiers.acting import brought_to, do, refused, seen
from tests.fixtures.store import OFFICER, SteppingClock

SECOND = Actor("QUAY2", "CV02")
AT = datetime(2026, 11, 23, 3, 5, tzinfo=UTC)
S = DossierState


@pytest.mark.parametrize(
    ("state", "first", "then", "code"),
    [
        (S.RECEIVED, Act.FORWARD, Act.FORWARD, "dossier.wrong_state"),
        (S.RECEIVED, Act.ASK_SUPPLEMENT, Act.FORWARD, "dossier.wrong_state"),
        (S.PROCESSING, Act.READY, Act.REFUSE, "dossier.wrong_state"),
        (S.PROCESSING, Act.REFUSE, Act.READY, "dossier.wrong_state"),
        (S.PROCESSING, Act.EXTEND, Act.EXTEND, "extension.used_up"),
        (S.RESULT_READY, Act.RETURN, Act.RETURN, "dossier.wrong_state"),
        (S.RESULT_READY, Act.CORRECT, Act.RETURN, "dossier.wrong_state"),
    ],
)
def test_the_second_is_told_who_came_first(
    dossier_store: Store,
    clock: SteppingClock,
    state: DossierState,
    first: Act,
    then: Act,
    code: str,
) -> None:
    dossier = brought_to(dossier_store, state)
    stale = seen(dossier_store, dossier)
    clock.set("2026-11-23T10:05+07:00")
    do(dossier_store, first, dossier, OFFICER)
    clock.set("2026-11-23T10:06+07:00")
    assert stale.revision + 1 == seen(dossier_store, dossier).revision
    refusal = refused(dossier_store, then, dossier, SECOND)
    assert refusal.code == code
    assert (refusal.details["by"], refusal.details["at"]) == ("Lê Minh Mẫu", AT)
    assert "do Lê Minh Mẫu ghi lúc 10:05 ngày 23/11/2026." in sentence(refusal)


def test_what_was_stopped_and_given_back_is_not_called_a_result(dossier_store: Store) -> None:
    for state, words in ((S.STOPPED, "đã trả lại giấy tờ"), (S.REFUSED, "đã trả phiếu từ chối")):
        code = brought_to(dossier_store, state)
        do(dossier_store, Act.RETURN, code)
        with pytest.raises(Refused) as refusal:
            do(dossier_store, Act.RETURN, code)
        assert words in sentence(refusal.value)
