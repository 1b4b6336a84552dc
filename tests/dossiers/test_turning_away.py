"""Papers that are not taken in: a letter with a number of its own, and no second request."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from kiosk.dossiers.application import Applicant
from kiosk.dossiers.letters import MissingPaper, RefusalLetter, SupplementLetter
from kiosk.dossiers.model import Act
from kiosk.dossiers.turning_away import (
    AskBeforeReception,
    RefuseReception,
    TurnedAway,
    ask_before_reception,
    refuse_reception,
)
from kiosk.ids import new_id
from kiosk.office.legal import FormKind
from kiosk.refusal import Refused
from kiosk.storage import print_jobs, schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import do
from tests.fixtures.dossiers import AT_ONCE, ONLY_KNOWN, SINGLE_STATUS, receive
from tests.fixtures.store import OFFICER, SteppingClock

AN = Applicant(name="Nguyễn  Văn An", id_number="001 203 004 567", phone="0912 345 678")
MISSING = (MissingPaper("Giấy chứng sinh", originals=1, what="chưa có chữ ký"),)
MANAGER = Actor("QUAY1", "QL01")


def ask(store: Store, by: Actor = OFFICER, **changes: Any) -> TurnedAway:
    wish: dict[str, Any] = {"procedure": SINGLE_STATUS, "person": AN, "papers": MISSING} | changes
    return store.do(ask_before_reception, AskBeforeReception(**wish), by)


def turn_down(store: Store, **changes: Any) -> TurnedAway:
    wish: dict[str, Any] = {"procedure": SINGLE_STATUS, "person": AN, "reason": "hết hạn"} | changes
    return store.do(refuse_reception, RefuseReception(**wish), OFFICER)


def refused(act: Any, *args: Any, **more: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        act(*args, **more)
    return refusal.value


def letters(store: Store) -> list[Any]:
    with store.engine.begin() as conn:
        return list(conn.execute(select(schema.letter).order_by(schema.letter.c.id)))


def test_what_is_missing_is_written_without_a_dossier(dossier_store: Store) -> None:
    done = ask(dossier_store, reason="thiếu giấy tờ")
    assert (done.kind, done.number, done.again) == (FormKind.SUPPLEMENT, "01/HDHS", False)
    (kept,) = letters(dossier_store)
    assert (kept.dossier_id, kept.person) == (None, "001203004567")
    said = msgspec.json.decode(kept.content, type=SupplementLetter)
    assert said.id_number_masked == "001********567"
    assert (said.code, said.applicant_name, said.phone) == ("", "Nguyễn Văn An", "0912 345 678")
    assert (said.papers, said.reason) == (MISSING, "thiếu giấy tờ")
    with dossier_store.read() as unit:
        (job,) = (print_jobs.one(unit, key) for key in done.print_jobs)
    assert (job.kind, job.copies, job.paper) == ("supplement", 2, kept.content)


def test_what_is_not_accepted_is_numbered_apart(dossier_store: Store) -> None:
    ask(dossier_store)
    assert [turn_down(dossier_store).number for _ in range(2)] == ["01/TC", "02/TC"]
    said = msgspec.json.decode(letters(dossier_store)[1].content, type=RefusalLetter)
    assert (said.reason, said.after_appraisal) == ("hết hạn", False)


def test_what_is_not_offered_is_refused_but_nothing_is_asked_for_it(dossier_store: Store) -> None:
    told = refused(ask, dossier_store, procedure=ONLY_KNOWN)
    assert told.code == "procedure.not_offered"
    assert turn_down(dossier_store, procedure=ONLY_KNOWN).number == "01/TC"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"papers": ()}, "supplement.nothing"),
        ({"papers": (MissingPaper("x", originals=100),)}, "supplement.absurd_count"),
        ({"procedure": "9.999999"}, "procedure.unknown"),
        ({"person": Applicant(name="")}, "dossier.unfit"),
        ({"person": Applicant(name="An", id_number="123")}, "dossier.unfit"),
        ({"reason": "x" * 501}, "dossier.unfit"),
    ],
)
def test_a_request_that_cannot_be_written(
    dossier_store: Store, changes: dict[str, Any], code: str
) -> None:
    assert refused(ask, dossier_store, **changes).code == code
    assert letters(dossier_store) == []


def test_a_refusal_needs_its_reason(dossier_store: Store) -> None:
    assert refused(turn_down, dossier_store, reason=" ").code == "act.reason_needed"
    assert letters(dossier_store) == []


@pytest.mark.parametrize(
    ("later", "again"),
    [("2026-11-23T16:00+07:00", True), ("2027-02-21T08:00+07:00", True),
     ("2027-02-22T08:00+07:00", False)],
)  # fmt: skip
def test_once_in_ninety_days(
    dossier_store: Store, clock: SteppingClock, later: str, again: bool
) -> None:
    ask(dossier_store)
    clock.set(later)
    if not again:
        assert not ask(dossier_store).again
        return
    told = refused(ask, dossier_store)
    assert (told.code, told.details["number"]) == ("supplement.asked_before", "01/HDHS")
    assert refused(ask, dossier_store, exception="người dân mang nhầm").code == told.code
    assert refused(ask, dossier_store, by=MANAGER).code == told.code
    assert ask(dossier_store, by=MANAGER, exception="người dân mang nhầm").again


@pytest.mark.parametrize(
    "other",
    [
        {"procedure": AT_ONCE},
        {"person": Applicant(name="Nguyễn Văn An", id_number="001203004568")},
        {"person": Applicant(name="Nguyễn Văn An", phone="0912345678")},
    ],
)
def test_somebody_else_or_something_else_is_asked_freely(
    dossier_store: Store, other: dict[str, Any]
) -> None:
    ask(dossier_store)
    assert ask(dossier_store, **other).number == "02/HDHS"


def test_without_a_number_the_telephone_tells_who_it_is(dossier_store: Store) -> None:
    ask(dossier_store, person=Applicant(name="Nguyễn Văn An", phone="0912345678"))
    same = Applicant(name="nguyen van an", phone="+84 912 345 678")
    assert refused(ask, dossier_store, person=same).code == "supplement.asked_before"


def test_a_name_alone_is_nobody_in_particular(dossier_store: Store) -> None:
    for _ in range(2):
        assert not ask(dossier_store, person=Applicant(name="Nguyễn Văn An")).again


def test_a_dossier_sent_back_counts_too(dossier_store: Store) -> None:
    do(dossier_store, Act.ASK_SUPPLEMENT, receive(dossier_store).code)
    assert refused(ask, dossier_store).code == "supplement.asked_before"


def test_the_same_request_is_written_once(dossier_store: Store) -> None:
    wish, request = AskBeforeReception(SINGLE_STATUS, AN, MISSING), new_id()
    first = dossier_store.do(ask_before_reception, wish, OFFICER, request)
    assert dossier_store.do(ask_before_reception, wish, OFFICER, request) == first
    assert len(letters(dossier_store)) == 1


def test_the_audit_names_the_letter_and_nobody(dossier_store: Store) -> None:
    ask(dossier_store, reason="riêng")
    turn_down(dossier_store, reason="riêng")
    with dossier_store.engine.begin() as conn:
        lines = list(conn.execute(select(schema.audit_line).order_by(schema.audit_line.c.id)))[-2:]
    assert [line.act for line in lines] == ["reception.supplement_asked", "reception.refused"]
    assert [line.subject for line in lines] == [one.id for one in letters(dossier_store)]
    assert msgspec.json.decode(lines[0].details) == {
        "number": "01/HDHS", "procedure": SINGLE_STATUS, "papers": 1, "again": False,
    }  # fmt: skip
    told = "".join(line.details for line in lines)
    for secret in ("An", "001203004567", "912", "riêng", "chứng sinh"):
        assert secret not in told
