"""Finding and listing dossiers, their slips again, and what the public may learn of them."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import text

from kiosk.dossiers.application import Paper
from kiosk.dossiers.life import MoveDossier, mark_ready, return_result
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.progress import DueKind
from kiosk.dossiers.public import PublicStatus, public_status
from kiosk.dossiers.reading import DossierView, dossiers_of_ticket, find_dossier, list_dossiers
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip, slip_of
from kiosk.dossiers.returning import ReturnResult
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import AT_ONCE, BUILDING, receive
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def found(store: Store, scanned: str) -> DossierView:
    with store.read() as unit:
        return find_dossier(unit, scanned)


def test_a_dossier_with_all_that_belongs_to_it(dossier_store: Store) -> None:
    taken = dossier_store.do(take_number, TakeNumber("HT"), KIOSK)
    dossier_store.do(call_next, AtCounter(2), OFFICER)
    fact = receive(
        dossier_store,
        ticket=taken.label,
        procedure=BUILDING,
        case="NO",
        submitter={"name": "Trần Thị Bình", "relation": "vợ"},
    )
    view = found(dossier_store, " h99.12.08-261123-0001 ")
    assert (view.id, view.code, view.state) == (fact.id, fact.code, DossierState.RECEIVED)
    assert (view.field, view.case, view.counter, view.ticket) == ("Xây dựng", "NO", 2, "HT-001")
    assert (view.limit, view.limit_text, view.limit_source) == ("15d", "15 ngày", "case")
    assert (view.due_at, view.due_reason) == (fact.due_at, fact.due_reason)
    assert (view.due.kind, view.due.words) == (DueKind.AHEAD, "Còn 10 ngày")
    assert (view.applicant.name, view.applicant.phone) == ("Nguyễn Văn An", "+84912345678")
    assert view.submitter is not None
    assert view.submitter.relation == "vợ"
    assert view.papers[0] == Paper(name="Tờ khai theo mẫu", originals=1, copies=0)
    assert [job.id for job in view.print_jobs] == list(fact.print_jobs)
    assert (view.received_by, view.register_year, view.volume, view.entry) == (
        "Lê Minh Mẫu",
        2026,
        1,
        1,
    )
    with dossier_store.read() as unit:
        assert dossiers_of_ticket(unit, taken.ticket_id) == (fact.code,)
    assert not hasattr(view, "lookup_secret")


@pytest.mark.parametrize(
    ("scanned", "code"),
    [
        ("H99.12.08-261123-0099", "dossier.unknown"),
        ("000.17.22.H56-210531-0001", "dossier.unknown"),
        ("", "barcode.unreadable"),
        ("H99.12.08-2611", "barcode.unreadable"),
        ("001203004567||Nguyễn Văn An|05032003|Nam|Số 1|15082021", "barcode.unreadable"),
    ],
)
def test_an_unknown_or_misread_barcode(dossier_store: Store, scanned: str, code: str) -> None:
    receive(dossier_store)
    with pytest.raises(Refused) as refusal, dossier_store.read() as unit:
        find_dossier(unit, scanned)
    assert refusal.value.code == code
    assert "Nguyễn" not in str(refusal.value)


def test_the_table_shows_the_most_pressing_first(
    dossier_store: Store, clock: SteppingClock
) -> None:
    building = receive(dossier_store, procedure=BUILDING, case="CT").code
    single = receive(dossier_store).code
    at_once = receive(dossier_store, procedure=AT_ONCE).code
    ready = receive(dossier_store, limit="1wd").code
    returned = receive(dossier_store).code
    dossier_store.do(mark_ready, MoveDossier(ready), OFFICER)
    dossier_store.do(mark_ready, MoveDossier(returned), OFFICER)
    dossier_store.do(return_result, ReturnResult(returned), OFFICER)
    clock.set("2026-11-26T09:00+07:00")
    with dossier_store.read() as unit:
        lines = list_dossiers(unit)
        states = {state: list_dossiers(unit, state) for state in DossierState}
        two = list_dossiers(unit, limit=2)
    assert [(line.code, line.due.words) for line in lines] == [
        (at_once, "Quá 2 ngày"),
        (ready, "Có kết quả trước hạn"),
        (single, "Còn 1 ngày"),
        (building, "Còn 12 ngày"),
    ]
    assert two == lines[:2]
    assert [line.code for line in states[DossierState.RECEIVED]] == [at_once, single, building]
    assert [line.code for line in states[DossierState.RESULT_READY]] == [ready]
    assert [line.code for line in states[DossierState.RETURNED]] == [returned]
    assert states[DossierState.PROCESSING] == ()
    assert lines[0].applicant == "Nguyễn Văn An"


# ------------------------------------------------------------------------------ the slip again


def test_the_slip_stays_what_it_was_at_reception(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    with dossier_store.engine.begin() as conn:
        conn.execute(
            text(
                "UPDATE office SET revision = revision + 1,"
                " profile = replace(profile, 'Thử Nghiệm', 'Khác')"
            )
        )
    with dossier_store.read() as unit:
        slip = slip_of(unit, fact.code.lower())
    assert (slip.code, slip.lookup_secret) == (fact.code, fact.lookup_secret)
    assert slip.office_name.endswith("phường Thử Nghiệm")


def test_a_reprint_is_owed_where_it_is_asked_for(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    with pytest.raises(Refused) as refusal:
        dossier_store.do(reprint_slip, ReprintSlip(fact.code), OFFICER)
    assert refusal.value.code == "print.still_owed"
    with dossier_store.engine.begin() as conn:
        conn.execute(text("UPDATE print_job SET state = 'failed'"))
    owed = dossier_store.do(reprint_slip, ReprintSlip(fact.code), Actor("QUAY2", "CV02"))
    with dossier_store.read() as unit:
        job = print_jobs.one(unit, owed.print_job)
        first = print_jobs.one(unit, fact.print_jobs[0])
    assert (owed.code, job.station, job.state, job.is_reprint) == (
        fact.code,
        "QUAY2",
        "owed",
        True,
    )
    assert (job.paper, job.copies, job.subject) == (first.paper, 2, fact.id)


@pytest.mark.parametrize("scanned", ["H99.12.08-261123-0099", "x"])
def test_no_slip_of_an_unknown_dossier(dossier_store: Store, scanned: str) -> None:
    with pytest.raises(Refused), dossier_store.read() as unit:
        slip_of(unit, scanned)
    with pytest.raises(Refused):
        dossier_store.do(reprint_slip, ReprintSlip(scanned), OFFICER)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"note": "nộp bổ sung sau", "fee": 20_000, "submitter": {"name": "Trần Thị Bình"}},
        {"procedure": BUILDING, "case": "NO", "deliver_to": "Số 1, đường Hoa Sen"},
    ],
)
def test_a_slip_that_is_no_longer_kept_is_made_anew(
    dossier_store: Store, changes: dict[str, Any]
) -> None:
    fact = receive(dossier_store, **changes)
    with dossier_store.read() as unit:
        kept = slip_of(unit, fact.code)
    with dossier_store.engine.begin() as conn:
        conn.execute(text("DELETE FROM print_job"))
    with dossier_store.read() as unit:
        assert slip_of(unit, fact.code) == kept


def test_a_slip_that_was_not_wanted_is_printed_once_it_is_asked_for(dossier_store: Store) -> None:
    """NĐ 61/2018 Điều 17 khoản 4."""
    fact = receive(dossier_store, procedure=AT_ONCE)
    assert fact.print_jobs == ()
    asked = dossier_store.do(reprint_slip, ReprintSlip(fact.code), OFFICER)
    with dossier_store.read() as unit:
        job = print_jobs.one(unit, asked.print_job)
        assert (asked.first, job.is_reprint, job.copies) == (True, False, 2)
        assert slip_of(unit, fact.code).code == fact.code


# ------------------------------------------------------------------------------ the public


def public(store: Store, code: str) -> PublicStatus:
    with store.read() as unit:
        return public_status(unit, code)


def test_the_code_alone_opens_progress_and_day(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    known = public(dossier_store, fact.code)
    assert (known.step, known.percent, known.overdue) == (1, 25, None)
    assert (known.received_on.isoformat(), known.due_at) == ("2026-11-23", fact.due_at)
    assert (known.field, known.locked_until) == ("HT", None)
    assert public(dossier_store, "261123 1") == known
    told = msgspec.json.encode(known).decode()
    for hidden in ("hôn nhân", "1.004873", "Nguyễn", "09:24", "02:24", fact.lookup_secret):
        assert hidden not in told


def test_working_days_past_the_appointed_one(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store).code
    for at, overdue in (
        ("2026-11-27T17:30+07:00", None),
        ("2026-11-28T08:00+07:00", 0),
        ("2026-11-30T08:00+07:00", 1),
        ("2026-12-01T08:00+07:00", 2),
    ):
        clock.set(at)
        assert public(dossier_store, code).overdue == overdue
    dossier_store.do(mark_ready, MoveDossier(code), OFFICER)
    assert public(dossier_store, code).overdue is None


def test_all_four_steps(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    dossier_store.do(mark_ready, MoveDossier(code), OFFICER)
    dossier_store.do(return_result, ReturnResult(code), OFFICER)
    assert (public(dossier_store, code).step, public(dossier_store, code).percent) == (4, 100)
