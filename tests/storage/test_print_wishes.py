"""What a manager wants of papers: again with a reason, elsewhere, and seen by a person."""

import pytest
from sqlalchemy import select

from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import claim_next, one, settle
from kiosk.storage.print_wishes import ReprintAt, SettleSeen, reprint_at, settle_seen
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import KIOSK, OFFICER

OTHER = Actor("KIOSK2")


def printed(store: Store, by: Actor = KIOSK, outcome: str = "printed") -> str:
    store.do(take_number, TakeNumber("HT"), by)
    with store.write(by) as unit:
        job = claim_next(unit, by.station, "spool")
        assert job is not None
        why = None if outcome == "printed" else Refused("printer.interrupted")
        settle(unit, job.id, "spool", outcome, why)
    return job.id


def refused(store: Store, act: object, wish: object) -> str:
    with pytest.raises(Refused) as caught:
        store.do(act, wish, OFFICER)  # type: ignore[arg-type]
    return caught.value.code


def test_again_at_its_own_station_with_the_reason_in_the_audit(store: Store) -> None:
    job = printed(store)
    fact = store.do(reprint_at, ReprintAt(job, "KIOSK1", "  giấy bị nhăn "), OFFICER)
    with store.read() as unit:
        again = one(unit, fact.job)
        details = [row.details for row in unit.rows(select(audit_line).where(audit_line.c.act == "print.again"))]  # fmt: skip
    assert (again.station, again.state, again.reprint_of) == ("KIOSK1", "owed", job)
    assert "giấy bị nhăn" in details[0]


def test_elsewhere_only_where_such_a_paper_came_out_today(store: Store) -> None:
    job = printed(store)
    assert (
        refused(store, reprint_at, ReprintAt(job, "KIOSK2", "hết giấy")) == "print.no_such_station"
    )
    printed(store, OTHER)
    fact = store.do(reprint_at, ReprintAt(job, "KIOSK2", "hết giấy"), OFFICER)
    with store.read() as unit:
        assert one(unit, fact.job).station == "KIOSK2"


def test_not_without_a_reason_and_not_what_is_still_owed(store: Store) -> None:
    job = printed(store)
    assert refused(store, reprint_at, ReprintAt(job, "KIOSK1", "  ")) == "print.reason_missing"
    fact = store.do(reprint_at, ReprintAt(job, "KIOSK1", "giấy nhăn"), OFFICER)
    assert refused(store, reprint_at, ReprintAt(fact.job, "KIOSK1", "x")) == "print.still_owed"


def test_a_person_saw_it(store: Store) -> None:
    job = printed(store, outcome="unknown")
    store.do(settle_seen, SettleSeen(job), OFFICER)
    with store.read() as unit:
        assert (one(unit, job).state, one(unit, job).reason) == ("printed", None)
        assert "print.seen" in [row.act for row in unit.rows(select(audit_line))]
    assert refused(store, settle_seen, SettleSeen(job)) == "print.not_unsure"
