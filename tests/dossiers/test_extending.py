"""Another day for the result: once, in time, later than before, on a working day."""

from datetime import date
from typing import Any

import pytest

from kiosk.clock import parse_moment
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import ApologyLetter
from kiosk.dossiers.model import Act
from kiosk.dossiers.progress import DueKind, Timeliness
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from tests.dossiers.acting import WHY, do, refused, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

LATER = date(2026, 12, 2)


def test_the_day_told_moves_and_the_day_judged_by_stays(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    clock.set("2026-11-25T09:00+07:00")
    fact = do(dossier_store, Act.EXTEND, code, day=LATER, agency="Phòng Tư pháp")
    found = seen(dossier_store, code)
    assert fact.letter == "01/PXL"
    assert found.due_at == parse_moment("2026-12-02T17:00+07:00")
    assert found.original_due_at == parse_moment("2026-11-27T17:00+07:00")
    clock.set("2026-11-30T09:00+07:00")
    assert seen(dossier_store, code).due.kind is DueKind.AHEAD, "the citizen waits for the new day"
    assert do(dossier_store, Act.READY, code).timeliness is Timeliness.OVERDUE
    assert seen(dossier_store, code).due.words == "Có kết quả quá hạn"


def test_the_apology_names_both_days(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store).code
    fact = do(dossier_store, Act.EXTEND, code, day=LATER, signer_name="Hoàng Văn Mẫu")
    with dossier_store.read() as unit:
        said = last_letter(unit, fact.id, FormKind.APOLOGY)
    assert isinstance(said, ApologyLetter)
    assert (said.due_at, said.new_due_at) == (
        parse_moment("2026-11-27T17:00+07:00"),
        parse_moment("2026-12-02T17:00+07:00"),
    )
    assert (said.reason, said.agency_name, said.signer_name) == (
        WHY,
        "Bộ phận chuyên môn lĩnh vực Hộ tịch",
        "Hoàng Văn Mẫu",
    )


@pytest.mark.parametrize(
    ("asked_at", "changes", "code"),
    [
        ("2026-11-26T23:59+07:00", {"day": LATER}, ""),
        ("2026-11-27T00:00+07:00", {"day": LATER}, "extension.too_late"),
        ("2026-11-28T08:00+07:00", {"day": LATER}, "extension.too_late"),
        ("2026-11-25T09:00+07:00", {"day": date(2026, 11, 27)}, "extension.not_later"),
        ("2026-11-25T09:00+07:00", {"day": date(2026, 11, 28)}, "due.day_off"),
        ("2026-11-25T09:00+07:00", {"day": date(2028, 11, 28)}, "due.too_far"),
        ("2026-11-25T09:00+07:00", {"day": LATER, "reason": " "}, "act.reason_needed"),
    ],
)
def test_when_and_to_when(
    dossier_store: Store,
    clock: SteppingClock,
    asked_at: str,
    changes: dict[str, Any],
    code: str,
) -> None:
    dossier = receive(dossier_store).code
    clock.set(asked_at)
    if not code:
        assert do(dossier_store, Act.EXTEND, dossier, **changes).letter
        return
    assert refused(dossier_store, Act.EXTEND, dossier, **changes).code == code


def test_never_twice_not_even_after_a_supplement(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.EXTEND, code, day=LATER)
    assert (
        refused(dossier_store, Act.EXTEND, code, day=date(2026, 12, 9)).code == "extension.used_up"
    )
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    do(dossier_store, Act.RESTART, code)
    assert (
        refused(dossier_store, Act.EXTEND, code, day=date(2026, 12, 9)).code == "extension.used_up"
    )
