"""Asking for what is missing, once, and starting anew when it is there (NĐ 61/2018 Điều 19(4))."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from kiosk.catalogue.limits import parse_limit
from kiosk.clock import office_day
from kiosk.dossiers.asked_before import asked_before
from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.deadlines import DueDate, due_date, put_off
from kiosk.dossiers.events import last_act
from kiosk.dossiers.issuing import addressee_of, issue, last_letter
from kiosk.dossiers.letters import MissingPaper, SupplementLetter
from kiosk.dossiers.model import Act
from kiosk.dossiers.moving import DossierMoved, begin, finish
from kiosk.dossiers.pauses import Pause, begin_pause, complete_at, end_pause, pauses_of
from kiosk.dossiers.progress import asked_too_often, working_day_counter
from kiosk.dossiers.renewing import owe_renewed_slip
from kiosk.dossiers.wishes import acts_as_manager, checked_papers, usual_reason
from kiosk.office.calendar import WorkingCalendar
from kiosk.office.legal import FormKind, Recount
from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier_paper
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import fold

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AskSupplement:
    """What a dossier lacks. ``exception``: why a manager asks again, or later than allowed."""

    code: str
    papers: tuple[MissingPaper, ...]
    reason: str = ""
    exception: str = ""


@dataclass(frozen=True, slots=True)
class RestartDossier:
    """The dossier is complete: ``note`` for its log."""

    code: str
    note: str = ""


def ask_supplement(unit: WriteUnit, wish: AskSupplement) -> DossierMoved:
    """Send a dossier back for what exactly is missing: Mẫu 02, and no day is appointed meanwhile.

    Once (Điều 11 khoản 2 điểm c, Điều 15 khoản 3) and within three working days of the reception
    (Điều 19 khoản 4), by the decree's rules. A second time, or later, a manager gives the reason;
    the dossier's log tells so, and one that was asked again counts as late whenever its result
    comes. A request made to the same person before the reception counts as well.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``supplement.nothing``, ``supplement.too_many``, ``supplement.absurd_count``,
    ``supplement.once``, ``supplement.late`` (``last``), ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.ASK_SUPPLEMENT)
    row, rules = step.row, step.profile.rules
    papers, reason = checked_papers(wish.papers), checked_text("reason", wish.reason)
    exception = checked_text("exception", wish.exception)
    allowed = bool(exception) and acts_as_manager(unit)
    to = addressee_of(row)
    asked = times_asked(unit, row)
    again = asked >= rules.requests_at_most
    last = last_day_to_ask(unit, row, rules.request_within_days)
    late = unit.day > last
    if again and not allowed:
        most = rules.requests_at_most
        raise Refused("supplement.once", dossier=row.code, most=most, **last_act(unit, row.id))
    if late and not allowed:
        raise Refused("supplement.late", dossier=row.code, last=last)
    sent = issue(
        unit,
        FormKind.SUPPLEMENT,
        step.profile,
        to,
        papers=papers,
        reason=reason or usual_reason(papers),
    )
    begin_pause(unit, row.id, row.due_at, late=late)
    return finish(
        unit,
        step,
        {
            "papers": [paper.name for paper in papers],
            "reason": reason,
            "exception": exception if again or late else "",
            "again": again,
            "late": late,
            "due_before": row.due_at,
        },
        {"again": again, "late": late},
        letter=sent.number,
        print_jobs=sent.print_jobs,
        requests=asked + 1,
        due_at=None,
        holder="",
    )


def restart(unit: WriteUnit, wish: RestartDossier) -> DossierMoved:
    """What was missing is there: the limit counts anew, and a new slip is owed.

    "Thời hạn giải quyết được tính lại từ đầu sau khi nhận đủ hồ sơ" (Điều 19 khoản 4), or, under
    rules that pause, goes on where it stopped. What was asked for too late, or again, moves the day that the
    citizen is told, not the one the result is judged by.

    Raises :class:`Refused`: what :func:`kiosk.dossiers.moving.begin` refuses,
    ``restart.no_limit``, ``calendar.no_working_day``, ``slip.missing``, ``dossier.unfit``.
    """
    step = begin(unit, wish.code, Act.RESTART)
    row, office = step.row, office_now(unit)
    if row.time_limit is None:
        raise Refused("restart.no_limit", dossier=row.code)
    waited = pauses_of(unit, row.id)[-1]
    anew = _anew(unit, row, office)
    shifted = _shifted(unit, waited, row.original_due_at, office.calendar)
    live, judged, reason = anew.due_at, anew.due_at, anew.reason
    told = _shifted(unit, waited, waited.due_before, office.calendar)
    if step.profile.rules.recount is Recount.PAUSE and told and shifted:
        live, judged, reason = told, shifted, "Tính tiếp sau thời gian chờ bổ sung."
    end_pause(unit, row.id, restarted=anew.due_at, shifted=shifted)
    added = _take_in(unit, row.id)
    job = owe_renewed_slip(unit, row, live)
    return finish(
        unit,
        step,
        {"note": checked_text("note", wish.note), "due_at": live, "papers": added},
        {"due_at": live, "due_restarted": anew.due_at, "due_shifted": shifted},
        print_jobs=(job,),
        due_at=live,
        original_due_at=row.original_due_at if waited.late or asked_too_often(row) else judged,
        due_reason=reason,
    )


def times_asked(unit: ReadUnit, row: Row[Any]) -> int:
    """How often papers were asked for, before the reception too: the first request in a dossier
    counts those along with it."""
    if row.requests:
        return int(row.requests)
    earlier = asked_before(unit, addressee_of(row), row.received_at)
    return sum(one.at_reception for one in earlier)


def last_day_to_ask(unit: ReadUnit, row: Row[Any], within: int) -> date:
    """The last day on which a dossier may still be sent back: so many working days after it came
    in, or after it was completed."""
    calendar, day = office_now(unit).calendar, office_day(complete_at(unit, row))
    for _ in range(within):
        day = calendar.first_working_day(day + _DAY)
    return day


def _anew(unit: WriteUnit, row: Row[Any], office: Office) -> DueDate:
    return due_date(
        unit.now,
        parse_limit(row.time_limit),
        office.calendar,
        after_cutoff_counts_as_next_day=office.rules.after_cutoff_counts_as_next_day,
        cutoff=office.rules.forward_cutoff,
    )


def _shifted(
    unit: WriteUnit, waited: Pause, day: datetime | None, calendar: WorkingCalendar
) -> datetime | None:
    """A day moved on by the working days of waiting."""
    if day is None:
        return None
    days = working_day_counter(calendar)(office_day(waited.since), unit.day)
    return put_off(day, days, calendar)


def _take_in(unit: WriteUnit, dossier_id: str) -> list[str]:
    """What was asked for is there now: a paper that was only to be mended keeps its line, another
    one gets its own. The names of all of them."""
    asked = last_letter(unit, dossier_id, FormKind.SUPPLEMENT)
    if not isinstance(asked, SupplementLetter):
        return []
    rows = unit.rows(_PAPERS, of=dossier_id)
    known = {fold(row.name): row for row in rows}
    place = max((row.position for row in rows), default=0)
    for paper in asked.papers:
        counts = {"originals": paper.originals, "copies": paper.certified + paper.copies}
        line = known.get(fold(paper.name))
        if line is not None:
            more = {key: max(getattr(line, key), count) for key, count in counts.items()}
            unit.conn.execute(
                update(dossier_paper)
                .where(
                    dossier_paper.c.dossier_id == dossier_id,
                    dossier_paper.c.position == line.position,
                )
                .values(more)
            )
            continue
        place += 1
        values = {"dossier_id": dossier_id, "position": place, "name": paper.name, **counts}
        unit.conn.execute(insert(dossier_paper), values)
    return [paper.name for paper in asked.papers]


_PAPERS = select(dossier_paper).where(dossier_paper.c.dossier_id == bindparam("of"))
