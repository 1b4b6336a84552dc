"""Dossiers that end without a result, and results that the office got wrong."""

from datetime import date

import pytest

from kiosk.dossiers.figures import dossier_figures
from kiosk.dossiers.issuing import last_letter
from kiosk.dossiers.letters import RefusalLetter, StopLetter
from kiosk.dossiers.model import Act, DossierState, Outcome
from kiosk.dossiers.progress import Timeliness
from kiosk.office.legal import FormKind
from kiosk.storage import schema
from kiosk.storage.store import Store
from tests.dossiers.acting import WHY, brought_to, do, refused, seen
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock


def test_a_refusal_is_given_out_like_a_result(dossier_store: Store, clock: SteppingClock) -> None:
    code = brought_to(dossier_store, DossierState.PROCESSING)
    clock.set("2026-11-27T10:00+07:00")
    fact = do(dossier_store, Act.REFUSE, code, reason=WHY)
    assert (fact.letter, fact.timeliness) == ("01/TC", Timeliness.ON_TIME)
    with dossier_store.read() as unit:
        said = last_letter(unit, fact.id, FormKind.REFUSAL)
        figures = dossier_figures(unit)
    assert isinstance(said, RefusalLetter)
    assert said.after_appraisal
    assert said.reason == WHY
    assert figures.to_collect == 1
    assert do(dossier_store, Act.RETURN, code).state is DossierState.RETURNED
    assert seen(dossier_store, code).outcome is Outcome.REFUSED


@pytest.mark.parametrize("act", [Act.REFUSE, Act.STOP])
def test_nothing_ends_without_a_reason(dossier_store: Store, act: Act) -> None:
    code = brought_to(dossier_store, DossierState.PROCESSING)
    assert refused(dossier_store, act, code, reason=" ").code == "act.reason_needed"


def test_what_the_citizen_withdraws_at_the_counter_ends_there(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.RECEIVED)
    fact = do(dossier_store, Act.WITHDRAW, code)
    with dossier_store.read() as unit:
        said = last_letter(unit, fact.id, FormKind.STOP)
    assert isinstance(said, StopLetter)
    assert said.withdrawn
    found = seen(dossier_store, code)
    assert (found.due_at, found.due.words, found.timeliness) == (None, "Đã dừng", None)
    assert found.outcome is Outcome.STOPPED


def test_what_is_decided_on_waits_for_those_who_decide(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.WITHDRAWING)
    assert seen(dossier_store, code).due_at is not None, "the limit runs on until it is stopped"
    assert do(dossier_store, Act.RESUME, code).state is DossierState.PROCESSING
    do(dossier_store, Act.WITHDRAW, code)
    assert do(dossier_store, Act.STOP, code, reason="").state is DossierState.STOPPED


def test_a_decree_without_a_notice_of_stopping_writes_none(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.RECEIVED)
    with dossier_store.engine.begin() as conn:
        conn.execute(schema.dossier.update().values(legal_profile="ND61_2018"))
    fact = do(dossier_store, Act.WITHDRAW, code)
    assert (fact.state, fact.letter, fact.print_jobs) == (DossierState.STOPPED, "", ())


def test_a_stopped_dossier_is_never_late(dossier_store: Store, clock: SteppingClock) -> None:
    do(dossier_store, Act.WITHDRAW, receive(dossier_store).code)
    do(dossier_store, Act.ASK_SUPPLEMENT, receive(dossier_store).code)
    clock.set("2026-12-30T10:00+07:00")
    with dossier_store.read() as unit:
        figures = dossier_figures(unit)
    assert (figures.overdue, figures.due_today) == (0, 0)


def test_a_wrong_result_is_taken_up_again_with_an_apology(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, DossierState.RETURNED)
    came = seen(dossier_store, code).timeliness
    clock.set("2026-12-30T10:00+07:00")
    assert (
        refused(dossier_store, Act.CORRECT, code, day=date(2026, 12, 29)).code == "correction.past"
    )
    fact = do(dossier_store, Act.CORRECT, code, day=date(2026, 12, 31), reason="sai tên đệm")
    found = seen(dossier_store, code)
    assert (fact.letter, found.returned_at, found.extensions) == ("01/PXL", None, 0)
    assert found.due.words == "Còn 1 ngày"
    assert found.timeliness is None, "nothing is said while it is corrected"
    do(dossier_store, Act.READY, code)
    do(dossier_store, Act.RETURN, code)
    assert seen(dossier_store, code).timeliness is came, "whether it came in time stays as it was"


def test_a_correction_after_its_day_makes_the_dossier_late(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = brought_to(dossier_store, DossierState.RESULT_READY)
    do(dossier_store, Act.CORRECT, code, day=date(2026, 12, 1))
    clock.set("2026-12-02T08:00+07:00")
    assert do(dossier_store, Act.READY, code).timeliness is Timeliness.OVERDUE
    assert seen(dossier_store, code).timeliness is Timeliness.OVERDUE


def test_a_wrong_refusal_is_corrected_before_it_is_given_out(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.REFUSED)
    do(dossier_store, Act.CORRECT, code)
    do(dossier_store, Act.READY, code)
    assert seen(dossier_store, code).outcome is Outcome.RESULT


def test_what_was_stopped_has_no_result_to_correct(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.STOPPED)
    do(dossier_store, Act.RETURN, code)
    assert refused(dossier_store, Act.CORRECT, code).code == "correction.stopped"


def test_lost_papers_are_written_down_and_change_nothing_else(dossier_store: Store) -> None:
    code = brought_to(dossier_store, DossierState.PROCESSING)
    before = seen(dossier_store, code)
    do(dossier_store, Act.LOSE, code, reason="thất lạc khi bàn giao")
    after = seen(dossier_store, code)
    assert (after.state, after.due_at, after.papers) == (before.state, before.due_at, before.papers)
    assert after.events[-1].details["reason"] == "thất lạc khi bàn giao"
