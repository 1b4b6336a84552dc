"""A day through every use-case, told in facts that can be compared between databases."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from kiosk.catalogue.corrections import (
    CorrectProcedure,
    DropCorrection,
    OfferProcedure,
    correct_procedure,
    drop_correction,
    offer_procedure,
)
from kiosk.catalogue.everyday import (
    EverydayWord,
    RemoveEverydayWord,
    everyday_words,
    remove_everyday_word,
    set_everyday_word,
)
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.listing import known_procedures, procedure_seen
from kiosk.catalogue.offering import OfferProcedures, offer_procedures
from kiosk.catalogue.papers_list import PrintPapers, print_papers
from kiosk.catalogue.reading import counts_by_field, offered_in, procedure
from kiosk.catalogue.restoring import RestorePart, restore_part
from kiosk.catalogue.rows import TidyIndex, tidy_index
from kiosk.clock import office_day
from kiosk.dossiers.checking import checked
from kiosk.dossiers.figures import dossier_figures, dossiers_behind
from kiosk.dossiers.life import (
    MoveDossier,
    mark_ready,
    return_result,
    start_processing,
)
from kiosk.dossiers.lookup import OpenDetails, open_details
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.dossiers.reading import find_dossier, list_dossiers
from kiosk.dossiers.receiving import ReceiveDossier, receive_dossier
from kiosk.dossiers.reprinting import ReprintSlip, reprint_slip
from kiosk.dossiers.returning import ReturnResult
from kiosk.ids import new_id
from kiosk.office.calendar_keeping import ConfirmYear, SetDay, confirm_year, set_day
from kiosk.office.counters_keeping import AddCounter, ChangeCounter, add_counter, change_counter
from kiosk.office.directory import people
from kiosk.office.entries import CounterEntry, FieldEntry, PersonEntry
from kiosk.office.fields_keeping import (
    AddField,
    ChangeField,
    OrderFields,
    add_field,
    change_field,
    kept_fields,
    order_fields,
)
from kiosk.office.groups_keeping import (
    AddGroup,
    ChangeGroup,
    OrderGroups,
    add_group,
    change_group,
    order_groups,
)
from kiosk.office.hours_keeping import ChangeHours, change_hours
from kiosk.office.managing import (
    ManagerSignIn,
    ManagerSignOut,
    manager_sign_in,
    manager_sign_out,
)
from kiosk.office.notices import (
    AddNotice,
    ChangeNotice,
    OrderNotices,
    PutBackNotice,
    WithdrawNotice,
    add_notice,
    change_notice,
    notices,
    order_notices,
    put_back_notice,
    withdraw_notice,
)
from kiosk.office.people_entries import AddPerson, ChangePerson, add_person, change_person
from kiosk.office.people_keeping import (
    GivePin,
    RetirePerson,
    UnlockPerson,
    everybody,
    give_pin,
    retire_person,
    unlock_person,
)
from kiosk.office.presence import Alive, ForgetStation, forget_station, presences, tell_alive
from kiosk.office.profile_keeping import ChangeProfile, change_profile, kept_profile
from kiosk.office.reading import office_now
from kiosk.office.rules_keeping import ChangeRules, change_rules, kept_rules
from kiosk.office.signing_in import SetPin, SignIn, SignOut, set_pin, sign_in, sign_out
from kiosk.office.staff_calls import (
    CallStaff,
    EndStaffCalls,
    SeeStaffCalls,
    call_staff,
    end_staff_calls,
    find_call,
    open_calls,
    see_staff_calls,
)
from kiosk.office.week import week_of
from kiosk.queue.calling import AtCounter, call_next, finish, mark_no_show, recall, start_serving
from kiosk.queue.coming_back import ComeBack, come_back
from kiosk.queue.day_end import CloseDay, close_day
from kiosk.queue.figures import queue_figures
from kiosk.queue.leaving import leave_work
from kiosk.queue.leaving_counter import put_back_here, release_kept
from kiosk.queue.passing import PassOn, hold, pass_on
from kiosk.queue.pausing import PauseOffice, ResumeOffice, pause_office, resume_office
from kiosk.queue.picking import CallThis, call_this
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import board, counter_queue, find_ticket, tickets_of_day
from kiosk.ratings.asked import AskThis, ask_this
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import opinions
from kiosk.ratings.questionnaire import usual_questionnaire
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import (
    PrintAgain,
    PrintElsewhere,
    PrintJob,
    print_again,
    print_elsewhere,
)
from kiosk.storage.print_wishes import ReprintAt, SettleSeen, reprint_at, settle_seen
from kiosk.storage.store import Store
from kiosk.storage.units import Actor, ReadUnit
from tests.fixtures.dossiers import a_form
from tests.fixtures.managing import OF_MANAGERS
from tests.fixtures.procedures import case, line, method, record, write_json
from tests.fixtures.store import SteppingClock
from tests.storage.journey_departments import departments
from tests.storage.journey_fees import fees
from tests.storage.journey_life import rest_of_life
from tests.storage.journey_scans import scans

BY = Actor("QUAY1", "CV01")
MANAGER = Actor("QUAY1", "QL01")
CODE = "1.900001"


class Diary:
    """What was done, and the facts that came of it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.done: set[str] = set()
        self.facts: list[tuple[str, Any]] = []

    def do(self, act: Callable[..., Any], wish: Any, request: str | None = None) -> Any:
        """Carry a use-case out; a refusal is a fact as well."""
        name = act.__name__
        self.done.add(name)
        try:
            by = MANAGER if act in OF_MANAGERS else BY
            fact = self.store.do(act, wish, by, request)
        except Refused as refusal:
            self.facts.append((name, [refusal.code, sorted(refusal.details)]))
            return None
        self.facts.append((name, fact))
        return fact

    def see(self, what: str, look: Callable[[ReadUnit], Any]) -> None:
        """Write down what can be seen."""
        with self.store.read() as unit:
            self.facts.append((what, look(unit)))

    def told(self) -> list[Any]:
        """The facts without what differs from run to run: keys and look-up secrets."""
        text = msgspec.json.encode(msgspec.to_builtins(self.facts)).decode()
        names: dict[str, str] = {}
        text = _KEY.sub(lambda key: names.setdefault(key[0], f"key-{len(names) + 1}"), text)
        text = re.sub(r'("lookup_secret\\*":\\*")\d{6}', r"\1******", text)
        told: list[Any] = msgspec.json.decode(text)
        return told


_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def a_day(store: Store, clock: SteppingClock, folder: Path) -> Diary:
    """Do everything once."""
    diary = Diary(store)
    _catalogue(diary, folder)
    _office(diary)
    _queue(diary, clock)
    _dossiers(diary, clock)
    _papers(diary)
    _managing(diary, clock)
    _keeping(diary)
    _moving_numbers(diary)
    diary.see("audit", _audit)
    return diary


def _catalogue(diary: Diary, folder: Path) -> None:
    write_json(
        folder / "record.json",
        record(CODE, cases=[case("NH", "Nhanh", 1), case("TH", "Thường", 3)], executionMethods=[method(time=3)]),
    )  # fmt: skip
    write_json(folder / "line.json", line("1.900002", "Cấp giấy thử thứ hai"))
    for request in (None, new_id()):
        diary.facts.append(("import", import_catalogue(diary.store, [folder], BY, request)))
    diary.done |= {"keep_sources", "begin_import"}
    diary.do(correct_procedure, CorrectProcedure(CODE, "name", "Cấp giấy thử (đã sửa)"))
    diary.do(correct_procedure, CorrectProcedure(CODE, "fee_amount", -1))
    diary.do(correct_procedure, CorrectProcedure(CODE, "fee_amount", 15_000))
    diary.do(drop_correction, DropCorrection(CODE, "fee_amount"))
    diary.do(restore_part, RestorePart(CODE, "fee_amount", "15000", None))
    diary.do(restore_part, RestorePart(CODE, "fee_amount", None, "15000"))
    diary.do(restore_part, RestorePart(CODE, "fee_amount", "15000", None))
    diary.do(offer_procedure, OfferProcedure(CODE, "HT", offered=True))
    diary.do(restore_part, RestorePart(CODE, "field", '"HT"', None, offered=False))
    diary.do(offer_procedure, OfferProcedure(CODE, "HT", offered=True))
    diary.do(offer_procedure, OfferProcedure("9.999999", "HT", offered=True))
    diary.do(offer_procedures, OfferProcedures((CODE, "1.900002"), "HT", offered=True))
    diary.do(set_everyday_word, EverydayWord("giấy thử", (CODE,)))
    diary.do(set_everyday_word, EverydayWord("tờ thử", (), ("cấp giấy",)))
    diary.do(remove_everyday_word, RemoveEverydayWord("tờ thử"))
    diary.store.do(tidy_index, TidyIndex(begin=True), BY)
    diary.done.add("tidy_index")
    diary.see("procedure", lambda unit: procedure(unit, CODE))
    diary.see("known", known_procedures)
    diary.see("procedure seen", lambda unit: procedure_seen(unit, CODE))
    diary.see("offered", lambda unit: [one.code for one in offered_in(unit, "HT")])
    diary.see("counts", counts_by_field)
    diary.see("everyday", everyday_words)


def _office(diary: Diary) -> None:
    diary.do(sign_in, SignIn(1, "CV01", "000000"))
    diary.do(sign_in, SignIn(1, "CV01", "246801"))
    diary.do(sign_in, SignIn(1, "CV02", "135790"))
    diary.do(sign_out, SignOut(1))
    diary.do(set_pin, SetPin("CV01", "12"))
    diary.do(set_pin, SetPin("CV01", "112233"))
    diary.do(sign_in, SignIn(2, "CV01", "112233"))
    for kind in ("off", "extra_work", "normal", "off"):
        diary.do(set_day, SetDay(date(2026, 12, 9), kind, "Ngày của văn phòng"))
    diary.do(confirm_year, ConfirmYear(2026))
    diary.do(confirm_year, ConfirmYear(2031))
    departments(diary.do)
    diary.see("departments", lambda unit: office_now(unit).departments)
    diary.see("people", people)
    diary.see("calendar", lambda unit: sorted(office_now(unit).calendar.days))


def _queue(diary: Diary, clock: SteppingClock) -> None:
    request = new_id()
    for _ in range(2):
        diary.do(take_number, TakeNumber("HT"), request)
    diary.do(take_number, TakeNumber("CT"), request)
    for wish in (("HT", "elderly"), ("CT", None), ("hộ tịch", "disabled"), ("HT", None)):
        diary.do(take_number, TakeNumber(*wish))
    asked = new_id()
    for _ in range(2):
        diary.do(call_next, AtCounter(1), asked)
    diary.do(recall, AtCounter(1))
    diary.do(mark_no_show, AtCounter(1))
    diary.do(recall, AtCounter(1))
    diary.do(start_serving, AtCounter(1))
    diary.do(recall, AtCounter(1))
    diary.do(finish, AtCounter(1))
    diary.do(finish, AtCounter(1))
    for counter in (1, 2, 3, 1, 2, 1, 9):
        diary.do(call_next, AtCounter(counter))
    diary.see("tickets", tickets_of_day)
    diary.see("board", board)
    diary.see("queue", lambda unit: counter_queue(unit, office_now(unit).find_counter(2)))
    diary.see("ticket", lambda unit: find_ticket(unit, "ct1"))
    clock.set("2026-11-23T12:00+07:00")
    diary.do(take_number, TakeNumber("HT"))
    clock.set("2026-11-23T14:00+07:00")


def _dossiers(diary: Diary, clock: SteppingClock) -> None:
    diary.do(take_number, TakeNumber("HT"))
    called = diary.do(call_next, AtCounter(1))
    form = checked(
        a_form(procedure=CODE, case="TH", ticket=called.ticket.label), office_day(clock.now())
    )
    request = new_id()
    received = diary.do(receive_dossier, ReceiveDossier(form), request)
    diary.do(receive_dossier, ReceiveDossier(form), request)
    diary.do(return_result, ReturnResult(received.code))
    diary.do(start_processing, MoveDossier(received.code))
    clock.set("2026-11-25T09:00+07:00")
    diary.do(mark_ready, MoveDossier(received.code, "đủ"))
    diary.see("table", list_dossiers)
    diary.do(return_result, ReturnResult(received.code))
    diary.do(reprint_slip, ReprintSlip(received.code))
    diary.see("dossier", lambda unit: find_dossier(unit, received.code))
    wrong = "000000" if received.lookup_secret != "000000" else "111111"
    diary.do(open_details, OpenDetails(received.code, wrong))
    diary.do(open_details, OpenDetails(received.code, received.lookup_secret))
    scans(diary.do, received.code)
    fees(diary.do, clock, received.code)
    rest_of_life(diary.do, clock, CODE, received.code)
    diary.see("all that became of them", list_dossiers)
    diary.see("what presses of them", lambda unit: pressing_dossiers(unit, 9))


def _keeping(diary: Diary) -> None:
    """What the manager keeps of the office, and what the kiosk owes of a procedure."""
    diary.do(print_papers, PrintPapers(CODE))
    diary.do(print_papers, PrintPapers("9.999999"))
    first = diary.do(add_notice, AddNotice("Quầy 3 nghỉ chiều nay."))
    other = diary.do(add_notice, AddNotice("Mời Ông/Bà giữ phiếu số.", None, date(2026, 12, 31)))
    diary.do(change_notice, ChangeNotice(first.id, "Quầy 2 nghỉ chiều nay."))
    diary.do(order_notices, OrderNotices((other.id, first.id)))
    diary.do(withdraw_notice, WithdrawNotice(first.id))
    diary.do(put_back_notice, PutBackNotice(first.id))
    diary.see("notices", notices)
    diary.do(give_pin, GivePin("CV02", "1111", "1111"))
    diary.do(give_pin, GivePin("CV02", "580417", "580417"))
    _keeping_people(diary)
    _keeping_counters(diary)
    _calling_staff(diary)
    _evaluating(diary)
    _keeping_office(diary)


def _evaluating(diary: Diary) -> None:
    for answers in ((("attitude", "satisfied"),), (), (("attitude", "superb"),)):
        diary.do(give_evaluation, GiveEvaluation("2018-31", answers))
    own = msgspec.structs.replace(usual_questionnaire(), code="own-1")
    for new in (own, own, usual_questionnaire(), msgspec.structs.replace(own, questions=())):
        diary.do(ask_this, AskThis(new))
    diary.do(give_evaluation, GiveEvaluation("own-1", (("attitude", "satisfied"),) * 1))
    diary.see("opinions", lambda unit: opinions(unit, unit.day, unit.day))


def _calling_staff(diary: Diary) -> None:
    diary.do(call_staff, CallStaff("paper", "HT-001"))
    diary.do(call_staff, CallStaff("asked"))
    with diary.store.read() as unit:
        (one, _) = open_calls(unit)
    diary.do(see_staff_calls, SeeStaffCalls((one.id,)))
    diary.see("a call for staff", lambda unit: find_call(unit, one.id))
    for _ in range(2):
        diary.do(end_staff_calls, EndStaffCalls(one.station))
    diary.see("calls for staff", open_calls)


def _keeping_people(diary: Diary) -> None:
    new = PersonEntry("CV09", "Ngô Thị Mẫu", "Công chức", "manager", 2, "Hộ tịch")
    for _ in range(2):
        diary.do(add_person, AddPerson(new))
    diary.do(change_person, ChangePerson(replace(new, title="Chuyên viên"), new))
    diary.do(change_person, ChangePerson(replace(new, title="Giám đốc"), new))
    diary.do(unlock_person, UnlockPerson("CV01"))
    diary.do(leave_work, RetirePerson("CV02"))
    diary.do(retire_person, RetirePerson("CV02"))
    diary.do(retire_person, RetirePerson("CV02", back=True))
    diary.do(retire_person, RetirePerson("QL01"))
    diary.see("everybody", everybody)


def _keeping_counters(diary: Diary) -> None:
    added = diary.do(add_counter, AddCounter()).entry
    wanted = CounterEntry(added.number, "Quầy mới", ("HT",))
    for _ in range(2):
        diary.do(change_counter, ChangeCounter(wanted, added))
    land = FieldEntry("DD", "Đất đai", "Land", "map")
    diary.do(add_field, AddField(land))
    diary.do(change_field, ChangeField(replace(land, active=False), land))
    with diary.store.read() as unit:
        prefixes = tuple(one.entry.prefix for one in kept_fields(unit))
    for _ in range(2):
        diary.do(order_fields, OrderFields(("DD", *prefixes[:-1]), prefixes))
    diary.do(order_fields, OrderFields(prefixes, ("DD", *prefixes[:-1])))
    group = diary.do(add_group, AddGroup("Người hiến máu")).entry
    diary.do(change_group, ChangeGroup(replace(group, active=False), group))
    with diary.store.read() as unit:
        codes = tuple(one.code for one in office_now(unit).priority_groups)
    diary.do(order_groups, OrderGroups(codes[::-1], codes))
    diary.see("kept", lambda unit: (office_now(unit).counters, kept_fields(unit)))
    diary.see("groups", lambda unit: office_now(unit).priority_groups)


def _keeping_office(diary: Diary) -> None:
    with diary.store.read() as unit:
        who, rules = kept_profile(unit).entry, kept_rules(unit).entry
        week = week_of(office_now(unit).calendar.sessions)
    for part in ("hotline", "motto"):
        diary.do(change_profile, ChangeProfile(replace(who, **{part: "0200 355 5999"}), who))
    for size in (500, 500, rules.entries_per_volume):
        diary.do(change_rules, ChangeRules(replace(rules, entries_per_volume=size), rules))
    diary.do(change_rules, ChangeRules(replace(rules, recall_limit=5), rules))
    for day in ((), week.monday[:1], week.monday[::-1]):
        diary.do(change_hours, ChangeHours(replace(week, sunday=day), week))
    diary.do(change_hours, ChangeHours(replace(week, saturday=week.monday), week))
    diary.see("profile", kept_profile)
    diary.see("rules", kept_rules)
    diary.see("week", lambda unit: week_of(office_now(unit).calendar.sessions))


def _moving_numbers(diary: Diary) -> None:
    """Numbers passed on, held, and called out of turn."""
    for field in ("HT", "HT", "CT"):
        diary.do(take_number, TakeNumber(field))
    diary.do(call_next, AtCounter(1))
    diary.do(pass_on, PassOn(1, to_field="CT"))
    diary.do(call_next, AtCounter(1))
    diary.do(hold, AtCounter(1))
    diary.do(hold, AtCounter(1))
    with diary.store.read() as unit:
        waiting = [one for one in tickets_of_day(unit) if one.state == "waiting"]
    for one in waiting[-1:]:
        diary.do(call_this, CallThis(1, one.label))
        diary.do(call_this, CallThis(1, one.label, "Người dân có việc gấp"))
    diary.see("tickets moved", tickets_of_day)
    _pausing_and_ending(diary)


def _pausing_and_ending(diary: Diary) -> None:
    """The office pauses; somebody comes back; the day is closed."""
    diary.do(pause_office, PauseOffice("Mất điện"))
    diary.do(take_number, TakeNumber("HT"))
    diary.do(resume_office, ResumeOffice())
    diary.do(resume_office, ResumeOffice())
    diary.do(take_number, TakeNumber("HT"))
    called = diary.do(call_next, AtCounter(1))
    diary.do(mark_no_show, AtCounter(1))
    for _ in range(2):
        diary.do(come_back, ComeBack(called.ticket.label))
    diary.do(call_next, AtCounter(1))
    for _ in range(2):
        diary.do(put_back_here, AtCounter(1))
    diary.do(call_next, AtCounter(1))
    diary.do(hold, AtCounter(1))
    for _ in range(2):
        diary.do(release_kept, AtCounter(1))
    diary.do(close_day, CloseDay())
    diary.do(close_day, CloseDay(early=True))
    diary.see("tickets of the day", tickets_of_day)


def _papers(diary: Diary) -> None:
    holder = new_id()
    job: PrintJob | None = None
    for outcome, why in (("printed", None), ("failed", Refused("printer.gone", printer="P"))):
        with diary.store.write(BY) as unit:
            job = print_jobs.claim_next(unit, BY.station, holder)
            assert job is not None
        with diary.store.write(BY) as unit:
            diary.facts.append(("left", print_jobs.left_in_hand(unit, BY.station, new_id())))
            print_jobs.settle(unit, job.id, holder, outcome, why)
    assert job is not None
    diary.do(print_again, PrintAgain(job.id))
    diary.do(print_again, PrintAgain(new_id()))
    diary.do(print_elsewhere, PrintElsewhere(job.id, "QUAY9"))
    with diary.store.write(Actor("QUAY9")) as unit:
        other = print_jobs.owe(unit, kind=job.kind, title="", subject="", paper=b"{}")
        print_jobs.claim_next(unit, "QUAY9", holder)
        print_jobs.settle(unit, other, holder, "printed", None)
    diary.do(print_elsewhere, PrintElsewhere(job.id, "QUAY9"))
    diary.see("of today", lambda unit: print_jobs.of_today(unit, BY.station))
    diary.see("unsettled", lambda unit: print_jobs.listed(unit, unsettled=True))
    diary.see("owed", lambda unit: print_jobs.any_owed(unit, BY.station))


def _managing(diary: Diary, clock: SteppingClock) -> None:
    diary.do(manager_sign_in, ManagerSignIn("CV01", "112233"))
    diary.do(manager_sign_in, ManagerSignIn("QL01", "998877"))
    diary.do(manager_sign_out, ManagerSignOut())
    with diary.store.read() as unit:
        job = print_jobs.listed(unit, limit=1)[0]
    diary.do(reprint_at, ReprintAt(job.id, job.station, "giấy nhăn"))
    diary.do(settle_seen, SettleSeen(job.id))
    for _ in range(2):
        with diary.store.write(Actor("SANH")) as unit:
            tell_alive(unit, Alive("citizen", None, clock.now(), {"ticket80": "folder"}))
    diary.see("presences", presences)
    diary.do(forget_station, ForgetStation("SANH"))
    diary.see("queue figures", queue_figures)
    diary.see("dossier figures", dossier_figures)
    for figure in ("received", "returned", "late", "due"):
        diary.see(figure, lambda unit, figure=figure: dossiers_behind(unit, figure))  # type: ignore[misc]


def _audit(unit: ReadUnit) -> list[Any]:
    from sqlalchemy import select

    from kiosk.storage.schema import audit_line

    columns = (audit_line.c.act, audit_line.c.subject, audit_line.c.officer, audit_line.c.details)
    return [tuple(row) for row in unit.rows(select(*columns).order_by(audit_line.c.id))]
