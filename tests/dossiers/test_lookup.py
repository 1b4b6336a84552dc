"""The look-up secret: what it opens, and how often a wrong one is heard."""

from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.life import MoveDossier, mark_ready
from kiosk.dossiers.lookup import LOCK, WRONG_ALLOWED, OpenDetails, open_details
from kiosk.dossiers.progress import Timeliness
from kiosk.dossiers.public import PublicDetails, public_status
from kiosk.ids import new_id
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.opening import open_store
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.wording import sentence
from tests.fixtures.dossiers import PROCEDURES, receive
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock

OTHER_KIOSK = Actor(station="KIOSK2")


def wrong_for(secret: str, nth: int = 1) -> str:
    return f"{(int(secret) + nth) % 1_000_000:06d}"


def opened(
    store: Store, code: str, secret: str, by: Actor = KIOSK, request: str | None = None
) -> PublicDetails:
    return store.do(open_details, OpenDetails(code, secret), by, request)


def outcome(store: Store, code: str, secret: str, by: Actor) -> Refused | None:
    try:
        opened(store, code, secret, by)
    except Refused as refusal:
        return refusal
    return None


def refused(store: Store, code: str, secret: str, by: Actor = KIOSK) -> Refused:
    with pytest.raises(Refused) as refusal:
        opened(store, code, secret, by)
    return refusal.value


def test_the_secret_opens_the_rest_and_still_no_name(dossier_store: Store) -> None:
    fact = receive(dossier_store, counter=2)
    dossier_store.do(mark_ready, MoveDossier(fact.code), OFFICER)
    secret = f"{fact.lookup_secret[:3]} {fact.lookup_secret[3:]}"
    known = opened(dossier_store, fact.code.lower(), secret)
    assert known.procedure_name == "Cấp Giấy xác nhận tình trạng hôn nhân"
    assert (known.field, known.counter, known.fee_text) == ("Hộ tịch", 2, "15.000 đồng")
    assert (known.received_at, known.returned_at) == (fact.received_at, None)
    assert known.timeliness is Timeliness.EARLY
    assert known.due_reason == fact.due_reason
    told = msgspec.json.encode(known).decode()
    for hidden in ("Nguyễn", "001203004567", "912345678", "Hoa Sen", "Lê Minh"):
        assert hidden not in told


@pytest.mark.parametrize("wrong", ["", "000", "abcdef", "٠٠٠٠٠٠", "1234567", "\ud800"])
def test_a_wrong_secret_opens_nothing_and_is_counted(dossier_store: Store, wrong: str) -> None:
    code = receive(dossier_store).code
    refusal = refused(dossier_store, code, wrong)
    assert (refusal.code, refusal.details["left"]) == ("lookup.wrong_secret", 4)
    assert sentence(refusal) == "Mã chưa đúng. Còn 4 lần."


def test_five_wrong_ones_lock_it_everywhere_and_after_a_restart(
    dossier_store: Store, clock: SteppingClock
) -> None:
    fact = receive(dossier_store)
    other = receive(dossier_store)
    wrong = wrong_for(fact.lookup_secret)
    left = [
        refused(dossier_store, fact.code, wrong, by).details.get("left")
        for by in (KIOSK, OTHER_KIOSK, KIOSK, OTHER_KIOSK)
    ]
    assert left == [4, 3, 2, 1]
    fifth = refused(dossier_store, fact.code, wrong)
    until = clock.now() + LOCK
    assert (fifth.code, fifth.details["until"]) == ("lookup.locked", until)
    assert "09:39 ngày 23/11/2026" in sentence(fifth)
    again = open_store(dossier_store.file, clock)  # type: ignore[arg-type]
    try:
        assert refused(again, fact.code, fact.lookup_secret, OTHER_KIOSK).code == "lookup.locked"
        with again.read() as unit:
            assert public_status(unit, fact.code).locked_until == until
            assert public_status(unit, other.code).locked_until is None
        opened(again, other.code, other.lookup_secret)
        clock.set("2026-11-23T09:38:59+07:00")
        assert refused(again, fact.code, fact.lookup_secret).code == "lookup.locked"
        clock.set("2026-11-23T09:39+07:00")
        with again.read() as unit:
            assert public_status(unit, fact.code).locked_until is None
        assert refused(again, fact.code, wrong).details["left"] == 4
        opened(again, fact.code, fact.lookup_secret)
    finally:
        again.close()


def test_the_right_one_and_a_quiet_quarter_take_the_count_back(
    dossier_store: Store, clock: SteppingClock
) -> None:
    fact = receive(dossier_store)
    wrong = wrong_for(fact.lookup_secret)
    for _ in range(4):
        refused(dossier_store, fact.code, wrong)
    opened(dossier_store, fact.code, fact.lookup_secret)
    left = [refused(dossier_store, fact.code, wrong).details["left"] for _ in range(4)]
    assert left == [4, 3, 2, 1]
    clock.set("2026-11-23T09:39+07:00")
    assert refused(dossier_store, fact.code, wrong).details["left"] == 4


def test_the_secret_is_kept_nowhere(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    wrong = wrong_for(fact.lookup_secret)
    refusal = refused(dossier_store, fact.code, wrong)
    opened(dossier_store, fact.code, fact.lookup_secret)
    with dossier_store.engine.connect() as conn:
        audit = conn.execute(text("SELECT * FROM audit_line WHERE act LIKE 'lookup.%'")).all()
        records = conn.execute(
            text("SELECT * FROM command_record WHERE command = 'dossiers.open_details'")
        ).all()
        tries = conn.execute(text("SELECT * FROM lookup_try")).all()
    assert [line.act for line in audit] == ["lookup.wrong", "lookup.opened"]
    assert len(records) == 1
    for kept in (audit, records, tries, refusal):
        assert fact.lookup_secret not in str(kept)
        assert wrong not in str(kept)


def test_a_request_asked_again_needs_the_secret_again(dossier_store: Store) -> None:
    fact, request = receive(dossier_store), new_id()
    first = opened(dossier_store, fact.code, fact.lookup_secret, request=request)
    assert opened(dossier_store, fact.code, fact.lookup_secret, request=request) == first
    with pytest.raises(Refused) as refusal:
        opened(dossier_store, fact.code, wrong_for(fact.lookup_secret), request=request)
    assert refusal.value.code == "request.other_content"


@pytest.mark.parametrize(
    ("code", "why"),
    [("001203004567|Nguyễn", "barcode.unreadable"), ("H99.12.08-261123-9999", "dossier.unknown")],
)
def test_no_dossier_no_look_up(dossier_store: Store, code: str, why: str) -> None:
    assert refused(dossier_store, code, "123456").code == why


_TRIES = st.lists(
    st.tuples(
        st.integers(0, 16 * 60),
        st.sampled_from(["right", "wrong", "wrong", "wrong", "wrong", "wrong", "empty"]),
        st.sampled_from([KIOSK, OTHER_KIOSK]),
    ),
    max_size=24,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=_TRIES)
def test_only_the_right_secret_opens_and_never_more_than_five_wrong_in_a_quarter(
    dossier_store: Store, clock: SteppingClock, tries: list[tuple[int, str, Actor]]
) -> None:
    fact = receive(dossier_store)
    heard: list[datetime] = []
    for seconds, kind, by in tries:
        clock.at += timedelta(seconds=seconds)
        right = kind == "right"
        secret = fact.lookup_secret if right else wrong_for(fact.lookup_secret)
        told = outcome(dossier_store, fact.code, "" if kind == "empty" else secret, by)
        if told is None:
            assert right
            heard.clear()
        elif told.keep:
            assert not right
            heard.append(clock.now())
        else:
            assert told.code == "lookup.locked"
        assert sum(clock.now() - at < LOCK for at in heard) <= WRONG_ALLOWED


def test_the_procedure_s_english_name_is_told_with_the_rest(dossier_store: Store) -> None:
    fact = receive(dossier_store)
    assert opened(dossier_store, fact.code, fact.lookup_secret).procedure_name_en == ""
    named = replace(PROCEDURES[0], name_en="Certificate of marital status")
    with dossier_store.write(OFFICER) as unit:
        write_procedures(unit, (named,), office_now(unit))
    known = opened(dossier_store, fact.code, fact.lookup_secret)
    assert known.procedure_name_en == "Certificate of marital status"
