"""Receiving a dossier: what is written, on which terms, and that a refusal writes nothing."""

import unicodedata
from typing import Any

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.procedure import Case, Channel, ChannelKind, Procedure
from kiosk.clock import local
from kiosk.dossiers.application import Applicant, Application, Doubt
from kiosk.dossiers.appointment import appointment_slip
from kiosk.dossiers.model import SubmissionChannel
from kiosk.dossiers.receiving import DossierReceived, ReceiveDossier, receive_dossier
from kiosk.dossiers.reception import prepare
from kiosk.dossiers.slips import AppointmentSlip, SlipPaper
from kiosk.dossiers.terms import in_dong, terms_of
from kiosk.ids import new_id
from kiosk.office.reading import office_now
from kiosk.queue.calling import AtCounter, call_next, finish, mark_no_show
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.queue.views import find_ticket
from kiosk.refusal import Refused
from kiosk.storage import print_jobs, schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import (
    AT_ONCE,
    BUILDING,
    BY_CHANNEL,
    NO_LIMIT,
    ONLY_KNOWN,
    SINGLE_STATUS,
    a_form,
    receive,
)
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with store.engine.begin() as conn:
        return {
            table.name: sorted((tuple(row) for row in conn.execute(select(table))), key=repr)
            for table in schema.metadata.sorted_tables
        }


def only_row(store: Store, table: Any) -> Any:
    with store.engine.begin() as conn:
        rows = conn.execute(select(table)).all()
    assert len(rows) == 1
    return rows[0]


def refused(store: Store, **changes: Any) -> Refused:
    """The refusal of a form; nothing at all may have been written."""
    before = everything(store)
    with pytest.raises(Refused) as refusal:
        receive(store, **changes)
    assert everything(store) == before
    return refusal.value


def take(store: Store, field: str = "HT") -> NumberTaken:
    return store.do(take_number, TakeNumber(field), KIOSK)


def state_of(store: Store, ticket_id: str) -> str:
    with store.read() as unit:
        return find_ticket(unit, ticket_id).state.value


def test_the_fact_and_the_row(dossier_store: Store) -> None:
    fact = receive(dossier_store, counter=1)
    assert (fact.code, fact.state, fact.volume, fact.entry) == (
        "H99.12.08-261123-0001",
        "received",
        1,
        1,
    )
    assert f"{local(fact.received_at):%d/%m %H:%M}" == "23/11 09:24"
    assert f"{local(fact.due_at):%d/%m/%Y %H:%M}" == "27/11/2026 17:00"
    assert fact.due_reason.startswith("Tính từ ngày kế tiếp; 24/11 nghỉ lễ, không tính")
    assert [day.date.day for day in fact.days if day.counts] == [25, 26, 27]
    assert fact.warnings == ()
    row = only_row(dossier_store, schema.dossier)
    assert (row.id, row.code, row.state, row.revision) == (fact.id, fact.code, "received", 1)
    assert row.legal_profile == "ND118_2025"
    assert (row.procedure_code, row.procedure_name) == (
        SINGLE_STATUS,
        "Cấp Giấy xác nhận tình trạng hôn nhân",
    )
    assert (row.channel, row.sets, row.note, row.case_code) == ("direct", 1, "", None)
    assert (row.applicant_name, row.applicant_folded) == ("Nguyễn Văn An", "nguyen van an")
    assert (row.applicant_id_number, row.applicant_phone) == ("001203004567", "+84912345678")
    assert (row.time_limit, row.limit_source) == ("3wd", "channel")
    assert (row.due_at, row.original_due_at) == (fact.due_at, fact.due_at)
    assert (row.fee_amount, row.fee_text) == (15_000, "15.000 đồng")
    assert (row.register_year, row.lookup_secret) == (2026, fact.lookup_secret)
    assert (row.received_by, row.received_by_name) == ("CV01", "Lê Minh Mẫu")
    assert row.submitter is None
    with dossier_store.read() as unit:
        office = office_now(unit)
        assert row.counter_id == office.find_counter(1).id
        assert row.field_id == office.find_field("HT").id
        papers = unit.rows(select(schema.dossier_paper).order_by(schema.dossier_paper.c.position))
    assert [tuple(paper[1:]) for paper in papers] == [
        (1, "Tờ khai theo mẫu", 1, 0),
        (2, "Trích lục ghi chú ly hôn", 0, 1),
        (3, "Căn cước", 0, 0),
    ]


def test_the_first_event_names_the_officer(dossier_store: Store) -> None:
    fact = receive(dossier_store, counter=2)
    event = only_row(dossier_store, schema.dossier_event)
    assert (event.dossier_id, event.position, event.act, event.state) == (
        fact.id,
        1,
        "received",
        "received",
    )
    assert (event.officer, event.officer_name, event.station) == ("CV01", "Lê Minh Mẫu", "QUAY1")
    details = msgspec.json.decode(event.details)
    assert (details["counter"], details["limit"], details["limit_source"]) == (2, "3wd", "channel")


def test_the_slip_is_owed_twice_with_all_it_says(dossier_store: Store) -> None:
    fact = receive(
        dossier_store,
        note="Nhận thay phải có giấy ủy quyền",
        submitter={"name": "Trần Thị Bình", "relation": "vợ"},
        channel="authorized",
    )
    (job_id,) = fact.print_jobs
    with dossier_store.read() as unit:
        job = print_jobs.one(unit, job_id)
    assert (job.kind, job.title, job.copies) == ("form01", f"Giấy hẹn {fact.code}", 2)
    assert (job.subject, job.station, job.state) == (fact.id, "QUAY1", "owed")
    slip = msgspec.json.decode(job.paper, type=AppointmentSlip)
    assert slip == AppointmentSlip(
        code=fact.code,
        profile="ND118_2025",
        office_parent="Ủy ban nhân dân phường Thử Nghiệm",
        office_name="Trung tâm Phục vụ hành chính công phường Thử Nghiệm",
        place="Thử Nghiệm",
        field_name="Hộ tịch",
        applicant_name="Nguyễn Văn An",
        id_number_masked="001********567",
        address="Số 12, đường Hoa Sen",
        phone="0912 345 678",
        email="an@example.org",
        procedure_code=SINGLE_STATUS,
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        papers=(
            SlipPaper("Tờ khai theo mẫu", "Bản chính", 1),
            SlipPaper("Trích lục ghi chú ly hôn", "Bản sao", 1),
        ),
        sets=1,
        limit_text="03 ngày làm việc",
        received_at=fact.received_at,
        due_at=fact.due_at,
        deliver_at_place="Trung tâm Phục vụ hành chính công phường Thử Nghiệm",
        fee_text="15.000 đồng",
        volume=1,
        entry=1,
        lookup_secret=fact.lookup_secret,
        hotline="0200 355 5100",
        officer_name="Lê Minh Mẫu",
        submitter_name="Trần Thị Bình",
        sample=True,
        note="Nhận thay phải có giấy ủy quyền",
    )


def test_originals_and_copies_of_one_paper_are_two_lines(dossier_store: Store) -> None:
    receive(dossier_store, papers=[{"name": "Bản vẽ", "originals": 1, "copies": 2}])
    slip = msgspec.json.decode(
        only_row(dossier_store, schema.print_job).paper, type=AppointmentSlip
    )
    assert slip.papers == (SlipPaper("Bản vẽ", "Bản chính", 1), SlipPaper("Bản vẽ", "Bản sao", 2))


def test_a_preview_is_the_slip_without_what_is_given_later(dossier_store: Store) -> None:
    application = Application(
        procedure=SINGLE_STATUS,
        channel=SubmissionChannel.DIRECT,
        sets=1,
        applicant=Applicant(name="Nguyễn  Văn An", phone="0912345678"),
    )
    with dossier_store.read() as unit:
        slip = appointment_slip(prepare(unit, application, "CV01"))
    assert (slip.code, slip.lookup_secret, slip.volume) == ("", "", 0)
    assert (slip.applicant_name, slip.phone) == ("Nguyễn Văn An", "0912 345 678")
    assert f"{local(slip.due_at):%d/%m}" == "27/11"
    assert slip.papers == ()


def test_a_station_may_receive_without_an_officer(dossier_store: Store) -> None:
    receive(dossier_store, by=Actor("QUAY1"))
    row = only_row(dossier_store, schema.dossier)
    assert (row.received_by, row.received_by_name) == (None, "QUAY1")
    slip = msgspec.json.decode(
        only_row(dossier_store, schema.print_job).paper, type=AppointmentSlip
    )
    assert slip.officer_name == ""


# ------------------------------------------------------------------------------ the terms

LIMITS = [
    ({}, "3wd", "channel", "27/11 17:00"),
    ({"limit": "1wd"}, "1wd", "officer", "25/11 17:00"),
    ({"limit": "10d"}, "10d", "officer", "03/12 17:00"),
    ({"limit": "2mo"}, "2mo", "officer", "25/01 17:00"),
    ({"procedure": AT_ONCE}, "0wd", "channel", "23/11 17:00"),
    ({"procedure": BUILDING, "case": "CT"}, "20d", "case", "14/12 17:00"),
    ({"procedure": BUILDING, "case": "NO"}, "15d", "case", "08/12 17:00"),
    ({"procedure": BUILDING, "case": "nha o rieng le"}, "15d", "case", "08/12 17:00"),
    ({"procedure": BUILDING, "limit": "7wd"}, "7wd", "officer", "03/12 17:00"),
    ({"procedure": NO_LIMIT, "limit": "3wd"}, "3wd", "officer", "27/11 17:00"),
    ({"procedure": BY_CHANNEL}, "8h", "channel", "25/11 09:54"),
    ({"procedure": BY_CHANNEL, "channel": "online"}, "3wd", "channel", "27/11 17:00"),
]


@pytest.mark.parametrize(("changes", "limit", "source", "due"), LIMITS)
def test_where_the_limit_comes_from(
    dossier_store: Store, changes: dict[str, Any], limit: str, source: str, due: str
) -> None:
    fact = receive(dossier_store, **changes)
    row = only_row(dossier_store, schema.dossier)
    assert (row.time_limit, row.limit_source) == (limit, source)
    assert f"{local(fact.due_at):%d/%m %H:%M}" == due


def test_after_15_the_result_of_the_day_comes_on_the_next_working_day(
    dossier_store: Store, clock: SteppingClock
) -> None:
    clock.set("2026-11-23T15:00+07:00")
    fact = receive(dossier_store, procedure=AT_ONCE)
    assert f"{local(fact.due_at):%d/%m %H:%M}" == "25/11 17:00"
    assert fact.due_reason.startswith("Nhận sau 15 giờ")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"procedure": "9.999999"}, "procedure.unknown"),
        ({"procedure": ONLY_KNOWN}, "procedure.not_offered"),
        ({"procedure": NO_LIMIT}, "dossier.limit_needed"),
        ({"procedure": BUILDING}, "dossier.case_needed"),
        ({"procedure": BUILDING, "case": "KH"}, "dossier.limit_needed"),
        ({"procedure": BUILDING, "case": "XX"}, "case.unknown"),
        ({"case": "XX"}, "case.unknown"),
        ({"counter": 9}, "counter.unknown"),
        ({"ticket": "HT-001"}, "ticket.unknown"),
        ({"ticket": "không có"}, "ticket.unknown"),
        ({"by": Actor("QUAY1", "XX")}, "person.unknown"),
    ],
)
def test_what_is_refused_leaves_no_trace(
    dossier_store: Store, changes: dict[str, Any], code: str
) -> None:
    assert refused(dossier_store, **changes).code == code


def test_a_needed_case_is_listed(dossier_store: Store) -> None:
    refusal = refused(dossier_store, procedure=BUILDING)
    assert refusal.details["cases"] == [
        "CT (Công trình: 20 ngày)",
        "NO (Nhà ở riêng lẻ: 15 ngày)",
        "KH (Trường hợp khác)",
    ]


@pytest.mark.parametrize(
    ("limits", "needed"), [(("5wd", "5wd"), False), (("5wd", "7wd"), True), (("5wd", None), True)]
)
def test_a_case_is_needed_only_where_it_decides(
    dossier_store: Store, limits: tuple[str | None, ...], needed: bool
) -> None:
    procedure = Procedure(
        code="1",
        name="Thủ tục",
        channels=(Channel(ChannelKind.DIRECT),),
        cases=tuple(
            Case(f"TH{number}", "Trường hợp", parse_limit(limit) if limit else None)
            for number, limit in enumerate(limits)
        ),
    )
    application = Application(
        procedure="1",
        channel=SubmissionChannel.DIRECT,
        sets=1,
        applicant=Applicant(name="An"),
    )
    with dossier_store.read() as unit:
        office, now = office_now(unit), unit.now
    if needed:
        with pytest.raises(Refused) as refusal:
            terms_of(office, procedure, application, now)
        assert refusal.value.code == "dossier.case_needed"
    else:
        assert str(terms_of(office, procedure, application, now).limit) == "5wd"


@pytest.mark.parametrize(
    ("fee", "text", "amount"),
    [
        (None, "15.000 đồng", 15_000),
        (8_000, "8.000 đồng", 8_000),
        (1_250_000, "1.250.000 đồng", 1_250_000),
        (0, "Không thu", 0),
        ({"text": "Miễn: hộ nghèo"}, "Miễn: hộ nghèo", None),
        ({"amount": 0, "text": "Miễn: hộ nghèo"}, "Miễn: hộ nghèo", 0),
        ({"amount": 16_000, "text": "8.000 đồng/bản"}, "8.000 đồng/bản", 16_000),
    ],
)
def test_the_fee_is_the_officers_or_the_published_one(
    dossier_store: Store, fee: object, text: str, amount: int | None
) -> None:
    receive(dossier_store, fee=fee)
    row = only_row(dossier_store, schema.dossier)
    assert (row.fee_text, row.fee_amount) == (text, amount)


def test_amounts_are_written_with_dots() -> None:
    assert in_dong(999) == "999 đồng"
    assert in_dong(400_000) == "400.000 đồng"


# ------------------------------------------------------------------------------ the ticket


@pytest.mark.parametrize("by_label", [True, False])
def test_a_called_ticket_is_served_from_now_on(dossier_store: Store, by_label: bool) -> None:
    taken = take(dossier_store)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    receive(dossier_store, ticket="ht 1" if by_label else taken.ticket_id)
    assert state_of(dossier_store, taken.ticket_id) == "serving"
    row = only_row(dossier_store, schema.dossier)
    assert row.ticket_id == taken.ticket_id
    with dossier_store.read() as unit:
        assert row.counter_id == office_now(unit).find_counter(1).id


def test_one_visit_may_bring_several_dossiers(dossier_store: Store) -> None:
    taken = take(dossier_store)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    for procedure in (SINGLE_STATUS, AT_ONCE):
        receive(dossier_store, ticket=taken.label, counter=1, procedure=procedure)
    with dossier_store.engine.begin() as conn:
        linked = conn.execute(select(schema.dossier.c.ticket_id)).scalars().all()
    assert linked == [taken.ticket_id] * 2
    assert state_of(dossier_store, taken.ticket_id) == "serving"


def test_a_finished_ticket_is_linked_and_one_nobody_came_with_is_not(dossier_store: Store) -> None:
    done, absent, waiting = take(dossier_store), take(dossier_store), take(dossier_store)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    dossier_store.do(finish, AtCounter(1), OFFICER)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    dossier_store.do(mark_no_show, AtCounter(1), OFFICER)
    receive(dossier_store, ticket=done.label)
    assert state_of(dossier_store, done.ticket_id) == "done"
    for ticket, state, code in (
        (absent, "no_show", "ticket.nobody_came"),
        (waiting, "waiting", "ticket.still_waiting"),
    ):
        refusal = refused(dossier_store, ticket=ticket.label, counter=1)
        assert (refusal.code, refusal.details) == (code, {"label": ticket.label})
        assert state_of(dossier_store, ticket.ticket_id) == state
    assert only_row(dossier_store, schema.dossier).ticket_id == done.ticket_id


def test_a_ticket_of_another_day_is_not_linked(dossier_store: Store, clock: SteppingClock) -> None:
    taken = take(dossier_store)
    clock.set("2026-11-25T09:24+07:00")
    refusal = refused(dossier_store, ticket=taken.ticket_id)
    assert (refusal.code, refusal.details["label"]) == ("ticket.other_day", "HT-001")


# ------------------------------------------------------------------------------ the door


def test_the_same_request_brings_the_same_fact(dossier_store: Store) -> None:
    request = new_id()
    fact = receive(dossier_store, request_id=request)
    written = everything(dossier_store)
    again = receive(dossier_store, request_id=request)
    assert again == fact
    assert isinstance(again, DossierReceived)
    assert everything(dossier_store) == written


@pytest.mark.parametrize("changes", [{"sets": 2}, {"applicant": {"name": "An"}}, {"counter": 2}])
def test_the_same_request_with_other_content_is_refused(
    dossier_store: Store, changes: dict[str, Any]
) -> None:
    request = new_id()
    receive(dossier_store, request_id=request)
    assert refused(dossier_store, request_id=request, **changes).code == "request.other_content"


def test_what_nobody_checked_is_checked_at_the_door(dossier_store: Store) -> None:
    before = everything(dossier_store)
    wish = ReceiveDossier(
        Application(
            procedure=SINGLE_STATUS,
            channel=SubmissionChannel.DIRECT,
            sets=0,
            applicant=Applicant(name="x" * 300, id_number="00120300456"),
        )
    )
    with pytest.raises(Refused) as refusal:
        dossier_store.do(receive_dossier, wish, OFFICER)
    found: Any = refusal.value.details["problems"]
    assert [one["where"] for one in found] == ["sets", "applicant.name", "applicant.id_number"]
    assert everything(dossier_store) == before


def test_a_birth_date_is_judged_by_the_day_of_reception(dossier_store: Store) -> None:
    wish = ReceiveDossier(
        msgspec.convert(
            a_form(applicant={"birth_date": "2026-11-24"}) | {"fee": None}, type=Application
        )
    )
    with pytest.raises(Refused) as refusal:
        dossier_store.do(receive_dossier, wish, OFFICER)
    assert refusal.value.code == "dossier.unfit"


def test_decomposed_text_is_stored_composed(dossier_store: Store) -> None:
    form = {"name": unicodedata.normalize("NFD", "Nguyễn Thị Ngọc Ưỡng"), "address": "Số 1"}
    papers = [{"name": unicodedata.normalize("NFD", "Tờ khai đề nghị")}]
    receive(dossier_store, applicant=form, papers=papers)
    for rows in everything(dossier_store).values():
        for value in (value for row in rows for value in row if isinstance(value, str)):
            assert unicodedata.is_normalized("NFC", value)
    assert only_row(dossier_store, schema.dossier).applicant_name == "Nguyễn Thị Ngọc Ưỡng"


def test_what_does_not_agree_is_told_and_hinders_nothing(dossier_store: Store) -> None:
    fact = receive(dossier_store, applicant={"id_number": "001099004567"})
    assert fact.warnings == (Doubt("applicant.id_number", "id_number.birth_year"),)


@pytest.mark.parametrize("failure", [Refused("store.disk_full"), RuntimeError("a bug")])
def test_nothing_is_half_written_when_the_last_step_fails(
    dossier_store: Store, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    taken = take(dossier_store)
    dossier_store.do(call_next, AtCounter(1), OFFICER)
    before = everything(dossier_store)

    def fail(*_: object, **__: object) -> str:
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(print_jobs, "owe", fail)
        with pytest.raises(type(failure)):
            receive(dossier_store, ticket=taken.label)
    assert everything(dossier_store) == before
    fact = receive(dossier_store, ticket=taken.label)
    assert (fact.code[-4:], fact.entry) == ("0001", 1)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE dossier_event SET act = 'other'", "DELETE FROM dossier_event"],
)
def test_the_log_cannot_be_changed(dossier_store: Store, statement: str) -> None:
    receive(dossier_store)
    before = everything(dossier_store)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        dossier_store.engine.begin() as conn,
    ):
        conn.exec_driver_sql(statement)
    assert everything(dossier_store) == before
