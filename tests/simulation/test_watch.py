"""A rule broken on purpose must be found, at the act that breaks it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, tuple_, update

from kiosk.office.model import Office
from kiosk.queue import calling, moving
from kiosk.queue.choice import Choice, Head, choose
from kiosk.refusal import Refused
from kiosk.simulation import run
from kiosk.simulation.hands import Hands
from kiosk.simulation.run import Wish, simulate
from kiosk.storage.schema import ticket
from kiosk.storage.units import Actor, WriteUnit
from kiosk.wording import sentence
from tests.fixtures.simulation import morning

WISH = Wish(morning("ward", 60), 1, 7)


def broken_rule() -> Refused:
    with pytest.raises(Refused) as refused:
        simulate(WISH)
    assert refused.value.code == "simulation.rule_broken"
    assert refused.value.details["seed"] == 7
    assert isinstance(refused.value.details["at"], datetime)
    assert refused.value.details["event"]
    assert "hạt giống 7" in sentence(refused.value)
    return refused.value


def test_a_rule_that_lets_priority_go_first_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(
        first: Head | None, then: Head | None, *, priority_run: int, now: datetime, **_: object
    ) -> Choice | None:
        for_ever = timedelta(days=1)
        return choose(first, then, priority_run=priority_run, ratio=1000, now=now, guard=for_ever)

    monkeypatch.setattr(moving, "choose", greedy)
    crowded = Wish(msgspec.structs.replace(WISH.profile, priority_share=0.5, a_day=120), 1, 7)
    with pytest.raises(Refused, match=r"gọi liền|quá mức"):
        simulate(crowded)


def test_a_rule_that_calls_the_last_who_came(monkeypatch: pytest.MonkeyPatch) -> None:
    def last_first(unit: WriteUnit, office: Office, at_hand: moving.Here) -> Choice | None:
        right = moving.choose_here(unit, office, at_hand)
        if right is None:
            return None
        mine = select(ticket.c.field_id, ticket.c.rank).where(ticket.c.id == right.ticket_id)
        alike = tuple_(ticket.c.field_id, ticket.c.rank).in_(mine)
        waiting = select(ticket.c.id).where(
            ticket.c.state == "waiting", alike, ticket.c.held_by.is_(None)
        )
        last = unit.row(waiting.order_by(ticket.c.arrival.desc()))
        assert last is not None
        return replace(right, ticket_id=last.id)

    monkeypatch.setattr(calling, "choose_here", last_first)
    assert "cùng diện" in str(broken_rule().details["rule"])


def test_a_reason_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "CALL", moving.CALL.values(call_reason=None))
    assert "không có lý do" in str(broken_rule().details["rule"])


@pytest.mark.parametrize(
    "values",
    [{"revision": 9}, {"calls": 7}, {"state": "no_show"}, {"state": "expired"}],
)
def test_a_change_that_no_audit_line_tells_of(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, Any]
) -> None:
    statement = update(ticket).where(ticket.c.state == "done").values(**values)

    class Meddling(Hands):
        """Hands that change the store behind everybody's back, once."""

        def look(self, what: str) -> None:
            super().look(what)
            if self.done == 90:
                with self.place.store.write(Actor("NGOAI")) as unit:
                    assert unit.run(statement) > 0
                super().look(what)

    monkeypatch.setattr(run, "Hands", Meddling)
    assert broken_rule().details["rule"]


def test_a_visit_that_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(*_: object) -> None:
        """Write nothing down."""

    monkeypatch.setattr(moving, "keep_visit", forget)
    assert "lượt phục vụ" in str(broken_rule().details["rule"])


def test_an_act_that_leaves_no_audit_line(monkeypatch: pytest.MonkeyPatch) -> None:
    audit = WriteUnit.audit

    def forgetful(unit: WriteUnit, act: str, subject: str, **details: object) -> None:
        if act != "ticket.serving":
            audit(unit, act, subject, **details)

    monkeypatch.setattr(WriteUnit, "audit", forgetful)
    assert broken_rule().details["rule"]
