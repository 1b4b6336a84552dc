"""Asking for what is missing, once and in time, and starting anew when it is there."""

from datetime import datetime

import msgspec
import pytest

from kiosk.clock import parse_moment
from kiosk.dossiers.application import Applicant
from kiosk.dossiers.figures import OnTime, dossier_figures, dossiers_behind
from kiosk.dossiers.handing_over import control_sheet
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import MissingPaper, SupplementLetter
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.progress import DueKind, Timeliness
from kiosk.dossiers.reading import list_dossiers
from kiosk.dossiers.register import RegisterWish, register_lines
from kiosk.dossiers.reprinting import slip_of
from kiosk.dossiers.turning_away import AskBeforeReception, ask_before_reception
from kiosk.office.legal import FormKind
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import MISSING, do, refused, seen
from tests.fixtures.dossiers import SINGLE_STATUS, receive
from tests.fixtures.store import OFFICER, SteppingClock

MANAGER = Actor("QUANLY", "QL01")
WHY = "luật chuyên ngành cho phép"


def test_the_letter_says_exactly_what_is_missing(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    papers = (
        MissingPaper("Giấy chứng sinh", originals=1, what="chưa có chữ ký"),
        MissingPaper("Căn cước của mẹ", certified=1, copies=2),
    )
    fact = do(dossier_store, Act.ASK_SUPPLEMENT, code, papers=papers, reason="thiếu giấy tờ")
    assert (fact.letter, fact.due_at, fact.state) == ("01/HDHS", None, DossierState.SUPPLEMENTING)
    with dossier_store.read() as unit:
        said = last_letter(unit, fact.id, FormKind.SUPPLEMENT)
    assert isinstance(said, SupplementLetter)
    assert (said.code, said.papers, said.reason) == (code, papers, "thiếu giấy tờ")
    assert (said.applicant_name, said.officer_name) == ("Nguyễn Văn An", "Lê Minh Mẫu")
    found = seen(dossier_store, code)
    assert (found.due.kind, found.due.words) == (DueKind.NONE, "Chờ bổ sung")
    job = next(job for job in found.print_jobs if job.id in fact.print_jobs)
    assert (job.kind, job.copies) == ("supplement", 2)
    assert msgspec.json.decode(job.paper, type=SupplementLetter) == said


def test_the_limit_counts_from_zero_once_complete(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    assert seen(dossier_store, code).due_at == at("2026-11-27T17:00+07:00")
    clock.set("2026-11-25T10:00+07:00")
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    clock.set("2026-12-01T09:00+07:00")
    fact = do(dossier_store, Act.RESTART, code)
    found = seen(dossier_store, code)
    # Three working days after 1 December; the pause of four would have made it 3 December.
    assert fact.due_at == found.due_at == found.original_due_at == at("2026-12-04T17:00+07:00")
    (pause,) = found.pauses
    assert (pause.since, pause.until) == (
        at("2026-11-25T10:00+07:00"),
        at("2026-12-01T09:00+07:00"),
    )
    assert (pause.due_before, pause.due_restarted, pause.due_shifted) == (
        at("2026-11-27T17:00+07:00"),
        at("2026-12-04T17:00+07:00"),
        at("2026-12-03T17:00+07:00"),
    )
    clock.set("2026-12-04T16:00+07:00")
    assert do(dossier_store, Act.READY, code).timeliness is Timeliness.ON_TIME


def test_what_was_asked_for_joins_the_papers_and_a_new_slip_is_owed(
    dossier_store: Store, clock: SteppingClock
) -> None:
    first = receive(dossier_store)
    papers = tuple(paper.name for paper in seen(dossier_store, first.code).papers)
    do(dossier_store, Act.ASK_SUPPLEMENT, first.code)
    clock.set("2026-12-01T09:00+07:00")
    fact = do(dossier_store, Act.RESTART, first.code)
    found = seen(dossier_store, first.code)
    assert tuple(paper.name for paper in found.papers) == (*papers, MISSING[0].name)
    with dossier_store.read() as unit:
        slip = slip_of(unit, first.code)
    assert (slip.code, slip.due_at, slip.lookup_secret) == (
        first.code,
        fact.due_at,
        first.lookup_secret,
    )
    assert slip.papers[-1].name == MISSING[0].name


def test_a_paper_that_was_only_to_be_mended_keeps_its_line(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    first, *others = seen(dossier_store, code).papers
    mended = MissingPaper(first.name.upper(), originals=1, copies=first.copies + 2, what="chưa ký")
    do(dossier_store, Act.ASK_SUPPLEMENT, code, papers=(mended,))
    do(dossier_store, Act.RESTART, code)
    again, *rest = seen(dossier_store, code).papers
    assert (again.name, again.copies, rest) == (first.name, first.copies + 2, others)


@pytest.mark.parametrize(
    ("asked_at", "late"),
    [
        ("2026-11-23T09:30+07:00", False),
        ("2026-11-27T16:59+07:00", False),
        ("2026-11-28T08:00+07:00", True),
        ("2026-11-30T08:00+07:00", True),
    ],
)
def test_within_three_working_days(
    dossier_store: Store, clock: SteppingClock, asked_at: str, late: bool
) -> None:
    """24 November is a day off, so the third working day after the 23rd is the 27th."""
    code = receive(dossier_store).code
    clock.set(asked_at)
    if not late:
        assert do(dossier_store, Act.ASK_SUPPLEMENT, code).letter
        return
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code).code == "supplement.late"
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code, exception=WHY).code == "supplement.late"
    do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception=WHY)
    assert seen(dossier_store, code).events[-1].details["late"] is True


def test_once_and_again_only_by_a_manager_with_a_reason(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    do(dossier_store, Act.RESTART, code)
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code).code == "supplement.once"
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER).code == "supplement.once"
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code, exception=WHY).code == "supplement.once"
    fact = do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception=WHY)
    found = seen(dossier_store, code)
    assert (fact.letter, found.requests) == ("02/HDHS", 2)
    assert found.events[-1].details["again"] is True
    assert found.events[-1].details["exception"] == WHY


@pytest.mark.parametrize(
    ("papers", "code"),
    [
        ((), "supplement.nothing"),
        ((MissingPaper("  "),), "supplement.nothing"),
        ((MissingPaper("Giấy", originals=-1),), "supplement.absurd_count"),
        ((MissingPaper("Giấy", copies=100),), "supplement.absurd_count"),
        (tuple(MissingPaper(f"Giấy {n}") for n in range(41)), "supplement.too_many"),
        ((MissingPaper("x" * 501),), "dossier.unfit"),
        ((MissingPaper("Giấy", what="\x1b[2J"),), "dossier.unfit"),
    ],
)
def test_a_list_that_is_none(
    dossier_store: Store, papers: tuple[MissingPaper, ...], code: str
) -> None:
    dossier = receive(dossier_store).code
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, dossier, papers=papers).code == code


def at(text: str) -> datetime:
    return parse_moment(text)


def test_what_was_asked_too_late_moves_only_the_day_told(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    clock.set("2026-11-30T08:00+07:00")
    do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception=WHY)
    clock.set("2026-12-01T08:00+07:00")
    do(dossier_store, Act.RESTART, code)
    found = seen(dossier_store, code)
    assert (found.due_at, found.original_due_at) == (
        at("2026-12-04T17:00+07:00"),
        at("2026-11-27T17:00+07:00"),
    )
    assert do(dossier_store, Act.READY, code).timeliness is Timeliness.OVERDUE


def test_a_request_before_the_reception_was_the_one(dossier_store: Store) -> None:
    person = Applicant(name="Nguyễn Văn An", id_number="001203004567")
    wish = AskBeforeReception(SINGLE_STATUS, person, MISSING)
    dossier_store.do(ask_before_reception, wish, OFFICER)
    code = receive(dossier_store).code
    assert refused(dossier_store, Act.ASK_SUPPLEMENT, code).code == "supplement.once"
    do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception=WHY)


@pytest.mark.parametrize(
    ("what", "said"), [("chưa ký", "như ghi ở từng giấy tờ"), ("", "chưa có đủ các giấy tờ")]
)
def test_a_request_never_goes_without_a_reason(dossier_store: Store, what: str, said: str) -> None:
    code = receive(dossier_store).code
    fact = do(
        dossier_store, Act.ASK_SUPPLEMENT, code, papers=(MissingPaper("Tờ khai", 1, what=what),)
    )
    with dossier_store.read() as unit:
        letter = last_letter(unit, fact.id, FormKind.SUPPLEMENT)
    assert isinstance(letter, SupplementLetter)
    assert said in letter.reason


def test_what_was_asked_for_again_counts_as_late_everywhere(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    first = seen(dossier_store, code).original_due_at
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    do(dossier_store, Act.RESTART, code)
    do(dossier_store, Act.FORWARD, code)
    do(dossier_store, Act.ASK_SUPPLEMENT, code, MANAGER, exception=WHY)
    do(dossier_store, Act.RESTART, code)
    do(dossier_store, Act.FORWARD, code)
    assert do(dossier_store, Act.READY, code).timeliness is Timeliness.OVERDUE
    found = seen(dossier_store, code)
    assert (found.timeliness, found.original_due_at) == (Timeliness.OVERDUE, first)
    assert found.due.words == "Có kết quả quá hạn"
    with dossier_store.read() as unit:
        assert dossier_figures(unit).month == OnTime(1, 0)
        assert [one.code for one in dossiers_behind(unit, "late")] == [code]
        assert control_sheet(unit, code).rows[-1].outcome == "Quá hạn"
        (line,) = register_lines(unit, RegisterWish(2026))
        assert "Yêu cầu bổ sung quá số lần quy định, tính là quá hạn" in line.note
        (listed,) = list_dossiers(unit)
        assert listed.due.words == "Có kết quả quá hạn"
