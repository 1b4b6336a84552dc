"""A dossier's life: every state with every act, the log, and whether the result came in time."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import select, text

from kiosk.dossiers.life import MoveDossier, mark_ready
from kiosk.dossiers.model import (
    Act,
    DossierState,
    Receiver,
)
from kiosk.dossiers.progress import Timeliness
from kiosk.dossiers.reading import find_dossier
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip
from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import brought_to, do
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

RECEIVED, PROCESSING = DossierState.RECEIVED, DossierState.PROCESSING
READY, RETURNED = DossierState.RESULT_READY, DossierState.RETURNED
OTHER = Actor("QUAY2", "CV02")


def test_the_log_grows_line_by_line(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store).code
    clock.set("2026-11-23T14:00+07:00")
    do(dossier_store, Act.FORWARD, code, note="Chuyển Phòng Tư pháp")
    clock.set("2026-11-26T10:00+07:00")
    do(dossier_store, Act.READY, code, by=OTHER)
    clock.set("2026-11-27T08:00+07:00")
    do(
        dossier_store,
        Act.RETURN,
        code,
        to=Receiver.REPRESENTATIVE,
        name="Trần Thị Bình",
        id_number="038 190 001 234",
        authorized=True,
    )
    with dossier_store.read() as unit:
        found = find_dossier(unit, code)
    assert [(one.position, one.act, one.state) for one in found.events] == [
        (1, Act.RECEIVE, RECEIVED),
        (2, Act.FORWARD, PROCESSING),
        (3, Act.READY, READY),
        (4, Act.RETURN, RETURNED),
    ]
    assert [one.officer_name for one in found.events] == [
        "Lê Minh Mẫu",
        "Lê Minh Mẫu",
        "Trần Thị Ví Dụ",
        "Lê Minh Mẫu",
    ]
    assert found.events[1].details == {
        "agency": "Bộ phận chuyên môn lĩnh vực Hộ tịch",
        "note": "Chuyển Phòng Tư pháp",
    }
    assert found.events[3].details == {
        "to": "representative",
        "name": "Trần Thị Bình",
        "id_number": "038190001234",
        "authorized": True,
    }
    assert found.revision == 4
    assert (found.ready_at, found.returned_at) == (found.events[2].at, found.events[3].at)


@pytest.mark.parametrize(
    ("ready", "came"),
    [
        ("2026-11-23T09:30+07:00", Timeliness.EARLY),
        ("2026-11-26T23:59:59+07:00", Timeliness.EARLY),
        ("2026-11-27T00:00+07:00", Timeliness.ON_TIME),
        ("2026-11-27T17:00+07:00", Timeliness.ON_TIME),
        ("2026-11-27T23:59+07:00", Timeliness.ON_TIME),
        ("2026-11-28T00:00+07:00", Timeliness.OVERDUE),
        ("2026-12-30T09:00+07:00", Timeliness.OVERDUE),
    ],
)
def test_whether_in_time_is_decided_when_the_result_is_ready(
    dossier_store: Store, clock: SteppingClock, ready: str, came: Timeliness
) -> None:
    code = receive(dossier_store).code
    clock.set(ready)
    assert do(dossier_store, Act.READY, code).timeliness is came
    clock.set("2027-06-01T09:00+07:00")
    assert do(dossier_store, Act.RETURN, code).timeliness is came
    with dossier_store.read() as unit:
        assert find_dossier(unit, code).timeliness is came


def test_before_the_result_nobody_says_in_time(dossier_store: Store) -> None:
    assert do(dossier_store, Act.FORWARD, receive(dossier_store).code).timeliness is None


def test_a_scan_moves_it_too(dossier_store: Store) -> None:
    receive(dossier_store)
    assert do(dossier_store, Act.READY, " h99.12.08.261123.0001\n").state is READY


@pytest.mark.parametrize("act", [Act.FORWARD, Act.READY, Act.RETURN])
@pytest.mark.parametrize(
    ("scanned", "code"),
    [("H99.12.08-261123-0099", "dossier.unknown"), ("8 934588 012345", "barcode.unreadable")],
)
def test_an_unknown_or_misread_code(
    dossier_store: Store, act: Act, scanned: str, code: str
) -> None:
    with pytest.raises(Refused) as refusal:
        do(dossier_store, act, scanned)
    assert refusal.value.code == code


def test_a_result_for_a_submitter_that_there_is_not(dossier_store: Store) -> None:
    code = brought_to(dossier_store, READY)
    with pytest.raises(Refused) as refusal:
        do(dossier_store, Act.RETURN, code, to=Receiver.SUBMITTER)
    assert refusal.value.code == "return.no_submitter"
    with pytest.raises(Refused) as refusal:
        do(dossier_store, Act.RETURN, code, to=Receiver.REPRESENTATIVE, name=" ")
    assert refusal.value.code == "return.name_needed"
    with dossier_store.read() as unit:
        assert find_dossier(unit, code).state is READY


def test_a_result_for_the_submitter(dossier_store: Store) -> None:
    code = receive(dossier_store, submitter={"name": "Trần Thị Bình"}).code
    do(dossier_store, Act.READY, code)
    assert do(dossier_store, Act.RETURN, code, to=Receiver.SUBMITTER).state is RETURNED


@pytest.mark.parametrize("note", ["x" * 501, "\x1b[2J"])
def test_a_note_is_checked_like_all_that_is_entered(dossier_store: Store, note: str) -> None:
    code = receive(dossier_store).code
    with pytest.raises(Refused) as refusal:
        do(dossier_store, Act.FORWARD, code, note=note)
    assert refusal.value.code == "dossier.unfit"


def test_the_same_request_moves_once(dossier_store: Store) -> None:
    code, request = receive(dossier_store).code, new_id()
    first = dossier_store.do(mark_ready, MoveDossier(code), OFFICER, request)
    assert dossier_store.do(mark_ready, MoveDossier(code), OFFICER, request) == first
    with dossier_store.read() as unit:
        assert len(find_dossier(unit, code).events) == 2


def test_two_acts_upon_one_revision_are_not_both_written(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    with dossier_store.engine.begin() as conn:
        conn.execute(text("UPDATE dossier SET revision = 0"))
    with pytest.raises(Exception, match="UNIQUE constraint failed: dossier_event"):
        do(dossier_store, Act.READY, fact.code)
    with dossier_store.read() as unit:
        assert find_dossier(unit, fact.code).state is RECEIVED


@pytest.fixture
def audit_text() -> Callable[[Store], list[tuple[str, str, str]]]:
    def read(store: Store) -> list[tuple[str, str, str]]:
        with store.engine.begin() as conn:
            lines = select(
                schema.audit_line.c.act, schema.audit_line.c.subject, schema.audit_line.c.details
            ).order_by(schema.audit_line.c.id)
            return [(row.act, row.subject, row.details) for row in conn.execute(lines)]

    return read


def test_the_audit_tells_every_act_and_nobodys_name(
    dossier_store: Store, audit_text: Callable[[Store], list[tuple[str, str, str]]]
) -> None:
    earlier = len(audit_text(dossier_store))
    fact = receive(
        dossier_store,
        note="Ghi chú riêng",
        submitter={"name": "Trần Thị Bình", "id_number": "038190001234", "phone": "0987654321"},
    )
    do(dossier_store, Act.FORWARD, fact.code, note="Ghi chú riêng")
    do(dossier_store, Act.READY, fact.code, note="Ghi chú riêng")
    do(
        dossier_store,
        Act.RETURN,
        fact.code,
        to=Receiver.REPRESENTATIVE,
        name="Phạm Thị Cúc",
        id_number="038190001235",
        authorized=True,
        note="Ghi chú riêng",
    )
    with dossier_store.engine.begin() as conn:
        conn.execute(text("UPDATE print_job SET state = 'printed'"))
    dossier_store.do(reprint_slip, ReprintSlip(fact.code), OFFICER)
    lines = audit_text(dossier_store)[earlier:]
    assert [act for act, _, _ in lines] == [
        "dossier.received",
        "dossier.processing_started",
        "dossier.result_ready",
        "dossier.returned",
        "print.again",
    ]
    assert {subject for act, subject, _ in lines if act.startswith("dossier")} == {fact.id}
    told = "\n".join(details for _, _, details in lines)
    for secret in ("An", "Bình", "Cúc", "001203004567", "038190001234", "912345678", "987654321",
                   "Hoa Sen", "example.org", "riêng", fact.lookup_secret):  # fmt: skip
        assert secret not in told
    assert msgspec.json.decode(lines[3][2])["to"] == "representative"
