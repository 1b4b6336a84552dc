"""Another day for the result than the rules give: who may appoint which, and what is kept of it."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from kiosk.dossiers.reading import find_dossier
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.dossiers import AT_ONCE, receive
from tests.fixtures.store import SteppingClock

WHY = "người nộp đề nghị nhận sớm"


def changed(store: Store, day: str, why: str = WHY, **more: Any) -> Any:
    return receive(store, due={"day": day, "reason": why}, **more)


def test_another_day_is_kept_with_its_reason_and_with_the_day_by_rule(dossier_store: Store) -> None:
    by_rule = receive(dossier_store).due_at
    fact = changed(dossier_store, "2026-11-25", note="Nhận hộ chiếu")
    assert fact.due_at.isoformat() == "2026-11-25T10:00:00+00:00"
    assert fact.due_reason == f"Cán bộ hẹn lại: {WHY}; theo quy định là {by_rule:%d/%m/%Y}."
    assert [(day.date.day, day.why) for day in fact.days][-1] == (25, "hẹn trả")
    with dossier_store.read() as unit:
        view = find_dossier(unit, fact.code)
        audit = unit.conn.execute(
            select(audit_line.c.details).where(audit_line.c.subject == fact.id)
        ).scalar_one()
    assert view.due_reason == fact.due_reason
    assert view.events[0].details["due_reason"] == WHY
    assert view.events[0].details["due_by_rule"] == msgspec.to_builtins(by_rule)
    assert "due_by_rule" in audit
    assert WHY not in audit
    slip = msgspec.json.decode(view.print_jobs[0].paper, type=AppointmentSlip)
    assert slip.due_at == fact.due_at
    assert slip.limit_text == "03 ngày làm việc"
    assert slip.note == f"Nhận hộ chiếu; hẹn trả ngày 25/11/2026 vì {WHY}"


def test_a_later_day_counts_every_day_on_the_way(dossier_store: Store) -> None:
    days = changed(dossier_store, "2026-11-30").days
    assert [day.date.isoformat() for day in days] == [f"2026-11-{n}" for n in range(23, 31)]


def test_without_a_change_nothing_is_said_of_one(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    with dossier_store.read() as unit:
        details = find_dossier(unit, code).events[0].details
    assert {"due_by_rule", "due_reason"}.isdisjoint(details)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-11-22", "due.past"),
        ("2026-11-28", "due.day_off"),
        ("2026-11-29", "due.day_off"),
        ("2027-11-30", "due.too_far"),
    ],
)
def test_a_day_that_cannot_be_appointed(dossier_store: Store, day: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        changed(dossier_store, day)
    assert refusal.value.code == code


def test_today_only_while_the_office_works(dossier_store: Store, clock: SteppingClock) -> None:
    assert changed(dossier_store, "2026-11-23", procedure=AT_ONCE).due_at.hour == 10
    clock.set("2026-11-23T17:30+07:00")
    with pytest.raises(Refused) as refusal:
        changed(dossier_store, "2026-11-23")
    assert refusal.value.code == "due.past"


@pytest.mark.parametrize(
    ("due", "where"),
    [
        ({"day": "2026-11-25"}, "due.reason"),
        ({"day": "2026-11-25", "reason": "  "}, "due.reason"),
        ({"reason": WHY}, "due.day"),
        ({"day": " ", "reason": WHY}, "due.day"),
        ({"day": "25/11/2026", "reason": WHY}, "due.day"),
    ],
)
def test_never_without_a_day_and_a_reason(
    dossier_store: Store, due: dict[str, str], where: str
) -> None:
    with pytest.raises(Refused) as refusal:
        receive(dossier_store, due=due)
    problems: Any = refusal.value.details["problems"]
    assert [problem["where"] for problem in problems] == [where]
