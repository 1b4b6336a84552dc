"""Whatever is done to dossiers in whatever order: nothing is lost and every rule holds."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kiosk.clock import office_day, parse_moment
from kiosk.dossiers.model import Act, DossierState, Outcome, moved
from kiosk.dossiers.progress import Timeliness
from kiosk.dossiers.reading import DossierView
from kiosk.office.legal import legal_profile
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import AFTER_RECEPTION, do, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

MANAGER = Actor("QUANLY", "QL01")
STEP = st.tuples(
    st.sampled_from(AFTER_RECEPTION),
    st.integers(0, 1),
    st.integers(0, 60),
    st.integers(0, 20),
    st.booleans(),
)
"""An act, upon which dossier, after how many hours, for a day so far ahead, by a manager or not."""


@pytest.mark.parametrize(
    ("began", "decree"),
    [("2025-06-23T09:00+07:00", "ND61_2018"), ("2026-11-23T09:00+07:00", "ND118_2025")],
)
@given(steps=st.lists(STEP, max_size=14))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_order_of_acts_breaks_a_rule(
    dossier_store: Store,
    clock: SteppingClock,
    began: str,
    decree: str,
    steps: list[tuple[Act, int, int, int, bool]],
) -> None:
    now = parse_moment(began)
    clock.set(now.isoformat())
    codes = [receive(dossier_store).code for _ in range(2)]
    for act, which, hours, ahead, manager in steps:
        now += timedelta(hours=hours)
        clock.set(now.isoformat())
        code, before = codes[which], seen(dossier_store, codes[which])
        try:
            do(
                dossier_store,
                act,
                code,
                MANAGER if manager else OFFICER,
                **given_to(act, now, ahead, manager),
            )
        except Refused:
            assert seen(dossier_store, code) == before, "what is refused changes nothing"
        else:
            after = seen(dossier_store, code)
            assert after.events[: len(before.events)] == before.events
            assert len(after.events) == len(before.events) + 1
    for code in codes:
        found = seen(dossier_store, code)
        assert found.legal_profile == decree, "the decree of the reception stays"
        keeps_every_rule(dossier_store, found)
    numbers_have_no_gaps(dossier_store)


def given_to(act: Act, now: datetime, ahead: int, manager: bool) -> dict[str, Any]:
    day = office_day(now) + timedelta(days=ahead)
    if act is Act.CORRECT and manager:
        return {"day": day, "exception": "kết quả vẫn còn sai"}
    if act in (Act.EXTEND, Act.CORRECT):
        return {"day": day}
    if act is Act.ASK_SUPPLEMENT and manager:
        return {"exception": "luật chuyên ngành cho phép"}
    return {}


def keeps_every_rule(store: Store, found: DossierView) -> None:
    """What holds for a dossier whatever was done to it."""
    rules = legal_profile(found.legal_profile).rules
    acts = [event.act for event in found.events]
    assert [event.position for event in found.events] == list(range(1, found.revision + 1))
    assert acts[0] is Act.RECEIVE
    state = DossierState.RECEIVED
    for event in found.events[1:]:
        if event.act is Act.RESTART:
            assert state is DossierState.SUPPLEMENTING
        followed = moved(state, event.act, rules)
        assert followed is event.state
        state = event.state
    assert state is found.state
    assert acts.count(Act.EXTEND) == found.extensions <= rules.extensions_at_most
    assert acts.count(Act.ASK_SUPPLEMENT) == found.requests == len(found.pauses)
    asked_by = [event.officer for event in found.events if event.act is Act.ASK_SUPPLEMENT]
    assert all(officer == MANAGER.officer for officer in asked_by[rules.requests_at_most :])
    if found.requests > rules.requests_at_most:
        assert found.timeliness in (None, Timeliness.OVERDUE), "asked again counts as late"
    corrected_by = [event.officer for event in found.events if event.act is Act.CORRECT]
    assert all(officer == MANAGER.officer for officer in corrected_by[rules.corrections_at_most :])
    searches = [act is Act.LOSE for act in acts if act in (Act.LOSE, Act.FIND)]
    assert searches == [place % 2 == 0 for place in range(len(searches))], "lost, found, lost …"
    assert (found.lost is not None) == (len(searches) % 2 == 1)
    waiting = found.state is DossierState.SUPPLEMENTING
    assert [pause.until is None for pause in found.pauses] == [
        waiting and place == found.requests for place in range(1, found.requests + 1)
    ]
    assert (found.due_at is None) == (waiting or found.outcome is Outcome.STOPPED)
    with store.read() as unit:
        audited = unit.conn.execute(
            select(func.count())
            .select_from(schema.audit_line)
            .where(
                schema.audit_line.c.subject == found.id, schema.audit_line.c.act.like("dossier.%")
            )
        ).scalar_one()
    assert audited == len(acts)


def numbers_have_no_gaps(store: Store) -> None:
    """Register entries and letters run from 1 in their year."""
    with store.read() as unit:
        entries = unit.conn.execute(select(schema.dossier.c.register_entry)).scalars().all()
        letters = unit.rows(
            select(schema.letter.c.kind, schema.letter.c.year, schema.letter.c.number)
        )
    assert sorted(entries) == list(range(1, len(entries) + 1))
    series: dict[tuple[str, int], list[int]] = {}
    for row in letters:
        series.setdefault((row.kind, row.year), []).append(row.number)
    for numbers in series.values():
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
