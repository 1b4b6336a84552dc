"""What the counter asks of the store. Imported only in the store's lane: it brings the rooms."""

from datetime import datetime
from typing import TypeVar

from kiosk.clock import office_day
from kiosk.dossiers.codes import issuer_of, parse_code
from kiosk.dossiers.demands import demands_of
from kiosk.dossiers.fees import fees_of
from kiosk.dossiers.finding import codes_by_number, codes_by_phone, dossier_row
from kiosk.dossiers.life import (
    MoveDossier,
    mark_ready,
    return_result,
    start_processing,
)
from kiosk.dossiers.model import DossierState, Receiver, SlipShown
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.progress import working_day_counter
from kiosk.dossiers.reading import DossierLine, DossierView, find_dossier, list_dossiers
from kiosk.dossiers.reprinting import ReprintSlip, SlipOwed, reprint_slip
from kiosk.dossiers.returning import ReturnResult
from kiosk.dossiers.supplementing import last_day_to_ask, times_asked
from kiosk.dossiers.telling import count_to_tell, telling_of
from kiosk.office.directory import officer_at, people, seated_since
from kiosk.office.legal import legal_profile
from kiosk.office.model import Counter
from kiosk.office.reading import office_now
from kiosk.office.signing_in import SignedIn, SignedOut, SignIn, SignOut, sign_in, sign_out
from kiosk.office.staff_calls import (
    EndStaffCalls,
    SeeStaffCalls,
    StaffCallsEnded,
    StaffCallsSeen,
    end_staff_calls,
    open_calls,
    see_staff_calls,
)
from kiosk.queue.calling import (
    AtCounter,
    NextCalled,
    TicketMoved,
    call_next,
    finish,
    mark_no_show,
    recall,
    start_serving,
)
from kiosk.queue.coming_back import ComeBack, come_back, missed_now
from kiosk.queue.leaving_counter import KeptReleased, kept_at, put_back_here, release_kept
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.passing import PassOn, TicketPassed, hold, pass_on
from kiosk.queue.picking import CallThis, Pick, call_this, look_at
from kiosk.queue.views import counter_queue, find_ticket, newest_calls
from kiosk.refusal import Refused
from kiosk.scans.reading import scans_of
from kiosk.storage.commands import UseCase
from kiosk.storage.print_jobs import (
    OwedAgain,
    PrintAgain,
    PrintElsewhere,
    listed,
    of_today,
    print_again,
    print_elsewhere,
    printing_stations,
    since_then,
)
from kiosk.storage.units import ReadUnit
from kiosk.text import fold
from kiosk.ui.counter.print_jobs_props import PaperSeen
from kiosk.ui.counter.return_props import ReturnEntry
from kiosk.ui.counter.seen import MOST_LINES, UPCOMING, DossierSeen, FeesSeen, Found, LifeSeen, Seen

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")
_CALLS_LOOKED_AT = 60
_SEARCHED = 2_000


def look(unit: ReadUnit, number: int, station: str) -> Seen:
    """Everything the counter shows. Raises :class:`Refused` ``counter.unknown``."""
    office = office_now(unit)
    counter = office.find_counter(number)
    names = {field.prefix: field.name for field in office.fields if field.active}
    queue = counter_queue(unit, counter, UPCOMING)
    sitting = officer_at(unit, counter.id)
    lines = list_dossiers(unit, None, MOST_LINES)
    return Seen(
        office=office.profile.name,
        counter=counter.name,
        fields=tuple(names[prefix] for prefix in counter.fields if prefix in names),
        people=people(unit),
        sitting=sitting.code if sitting else None,
        since=seated_since(unit, counter.id),
        queue=queue,
        back=_absent(unit, counter) if queue.active is None else None,
        recall_limit=office.rules.recall_limit,
        lines=lines,
        demands=demands_of(unit, [line.id for line in lines]),
        returned=list_dossiers(unit, DossierState.RETURNED, MOST_LINES),
        unprinted=tuple(
            job
            for job in listed(unit, station=station, unsettled=True)
            if job.state in ("failed", "unknown")
        ),
        sample=office.sample,
        station=station,
        papers=_papers(unit, station),
        calls=open_calls(unit),
        to_call=count_to_tell(unit),
        missed=missed_now(unit),
        kept=kept_at(unit, counter),
        pause=office.pause,
        counters=tuple((each.number, each.name) for each in office.counters if each.active),
    )


def _papers(unit: ReadUnit, station: str) -> tuple[PaperSeen, ...]:
    jobs = of_today(unit, station)
    again = since_then(unit, jobs)
    others = {kind: printing_stations(unit, kind) for kind in {job.kind for job in jobs}}
    return tuple(PaperSeen(job, again.get(job.id), others[job.kind]) for job in jobs)


def _absent(unit: ReadUnit, counter: Counter) -> Ticket | None:
    """The ticket called here last, if nobody came for it: a counter has one ticket at a time."""
    for call in newest_calls(unit, _CALLS_LOOKED_AT):
        if call.counter == counter.number:
            last = find_ticket(unit, call.label)
            here = last.counter == counter.number
            return last if here and last.state is TicketState.NO_SHOW else None
    return None


def dossier(unit: ReadUnit, code: str) -> DossierSeen:
    """A dossier. Raises :class:`Refused` ``dossier.unknown``, ``dossier.other_office``,
    ``barcode.unreadable``."""
    try:
        view = find_dossier(unit, code)
    except Refused as refusal:
        if refusal.code == "dossier.unknown" and (whole := parse_code(code)) is not None:
            issuer = issuer_of(whole)
            if issuer != office_now(unit).unit_code:
                raise Refused("dossier.other_office", office=issuer) from refusal
        raise
    rules = legal_profile(view.legal_profile).rules
    row = dossier_row(unit, view.code)
    last = last_day_to_ask(unit, row, rules.request_within_days)
    life = LifeSeen(rules, unit.day, times_asked(unit, row), last)
    told = telling_of(unit, code)
    scanned = tuple((scan.title, scan.pages) for scan in scans_of(unit, view.code))
    pressed = demands_of(unit, [view.id]).get(view.id, ())
    return DossierSeen(view, _used(unit, view), life, _fees(unit, code), told, scanned, pressed)


def _fees(unit: ReadUnit, code: str) -> FeesSeen:
    standing, lines = fees_of(unit, code)
    taken = [line.receipt for line in lines if line.receipt and not line.reversed]
    return FeesSeen(standing, taken[-1] if taken else "")


def _used(unit: ReadUnit, view: DossierView) -> float | None:
    if view.due_at is None:
        return None
    end = unit.now if view.state is DossierState.CORRECTING else view.ready_at or unit.now
    first, last = office_day(view.received_at), office_day(view.due_at)
    count = working_day_counter(office_now(unit).calendar)
    total = count(first, last)
    if total:
        share = count(first, office_day(end)) / total
    else:
        whole = (view.due_at - view.received_at).total_seconds()
        share = (end - view.received_at).total_seconds() / whole if whole > 0 else 1.0
    return min(1.0, max(0.0, share))


def ticket(unit: ReadUnit, number: int, said: str) -> Pick:
    """A ticket as counter ``number`` may call it. Raises :class:`Refused` ``ticket.unknown``."""
    counter = office_now(unit).find_counter(number)
    return look_at(unit, counter, find_ticket(unit, said), counter_queue(unit, counter, 1).upcoming)


def search(unit: ReadUnit, text: str) -> Found:
    """The dossiers whose applicant has all these words, whose code holds these figures, or whose
    people have a telephone number that ends with them; also by the tax code of an organisation and
    by the code of an online record."""
    words = fold(text).split()
    figures = text.replace(" ", "").replace(".", "-")
    reached = codes_by_phone(unit, text) | codes_by_number(unit, text)
    known = list_dossiers(unit, None, _SEARCHED)
    known += list_dossiers(unit, DossierState.RETURNED, _SEARCHED)
    return Found(
        text, tuple(line for line in known if line.code in reached or _fits(line, words, figures))
    )


def _fits(line: DossierLine, words: list[str], figures: str) -> bool:
    name = fold(line.applicant)
    return all(word in name for word in words) or figures in line.code.replace(".", "-")


def signing_in(
    number: int, officer: str, pin: str, *, take_over: bool
) -> tuple[UseCase[SignIn, SignedIn], SignIn]:
    """Sit down at the counter."""
    return sign_in, SignIn(number, officer, pin, take_over)


def signing_out(number: int, since: datetime | None) -> tuple[UseCase[SignOut, SignedOut], SignOut]:
    """Leave the counter, unless somebody else sits there by now."""
    return sign_out, SignOut(number, since)


def calling(number: int) -> tuple[UseCase[AtCounter, NextCalled], AtCounter]:
    """Call the next number."""
    return call_next, AtCounter(number)


def recalling(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """Call the number again."""
    return recall, AtCounter(number)


def serving(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """The person has come."""
    return start_serving, AtCounter(number)


def finishing(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """The person is done."""
    return finish, AtCounter(number)


def missing(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """Nobody came."""
    return mark_no_show, AtCounter(number)


def holding(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """The person is away for a moment."""
    return hold, AtCounter(number)


def coming_back(label: str) -> tuple[UseCase[ComeBack, TicketMoved], ComeBack]:
    """Somebody called in vain is there now, and waits again."""
    return come_back, ComeBack(label)


def putting_back(number: int) -> tuple[UseCase[AtCounter, TicketMoved], AtCounter]:
    """The number waits anew, for whoever calls it."""
    return put_back_here, AtCounter(number)


def releasing(number: int) -> tuple[UseCase[AtCounter, KeptReleased], AtCounter]:
    """What waits for this counter alone waits for all."""
    return release_kept, AtCounter(number)


def passing(
    number: int, to_field: str | None, to_counter: int | None
) -> tuple[UseCase[PassOn, TicketPassed], PassOn]:
    """The person goes to another field or counter."""
    return pass_on, PassOn(number, to_field, to_counter)


def picking(
    number: int, ticket_id: str, reason: str
) -> tuple[UseCase[CallThis, NextCalled], CallThis]:
    """Call one very number."""
    return call_this, CallThis(number, ticket_id, reason)


def starting(code: str) -> tuple[UseCase[MoveDossier, DossierMoved], MoveDossier]:
    """Hand the dossier on to those who decide."""
    return start_processing, MoveDossier(code)


def readying(code: str) -> tuple[UseCase[MoveDossier, DossierMoved], MoveDossier]:
    """The result is there."""
    return mark_ready, MoveDossier(code)


def returning(
    code: str, entry: ReturnEntry
) -> tuple[UseCase[ReturnResult, DossierMoved], ReturnResult]:
    """Give the result out."""
    return return_result, ReturnResult(
        code=code,
        to=Receiver(entry.to),
        name=entry.name,
        note=entry.note,
        id_number=entry.id_number if entry.to == Receiver.REPRESENTATIVE else "",
        authorized=entry.authorized,
        slip=SlipShown(entry.slip) if entry.slip and entry.to != Receiver.POST else None,
        compared=entry.compared,
        signed=entry.signed,
        only=entry.originals,
        address=entry.address,
    )


def reprinting(code: str) -> tuple[UseCase[ReprintSlip, SlipOwed], ReprintSlip]:
    """The slip once more."""
    return reprint_slip, ReprintSlip(code)


def seeing_calls(
    calls: tuple[str, ...],
) -> tuple[UseCase[SeeStaffCalls, StaffCallsSeen], SeeStaffCalls]:
    """These calls of the kiosks are shown here."""
    return see_staff_calls, SeeStaffCalls(calls)


def ending_calls(station: str) -> tuple[UseCase[EndStaffCalls, StaffCallsEnded], EndStaffCalls]:
    """Somebody has helped at a kiosk."""
    return end_staff_calls, EndStaffCalls(station)


def printing_again(job: str) -> tuple[UseCase[PrintAgain, OwedAgain], PrintAgain]:
    """A paper once more."""
    return print_again, PrintAgain(job)


def printing_elsewhere(
    job: str, station: str
) -> tuple[UseCase[PrintElsewhere, OwedAgain], PrintElsewhere]:
    """A paper once more, by another station."""
    return print_elsewhere, PrintElsewhere(job, station)
