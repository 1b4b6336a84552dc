"""The list of a day: lines, sums by way of paying, what was taken back."""

from datetime import date

import msgspec
import pytest

from kiosk.dossiers.fees import (
    PaidBy,
    ReverseFee,
    TakeFee,
    WaiveFee,
    reverse_fee,
    take_fee,
    waive_fee,
)
from kiosk.dossiers.takings import PrintTakings, TakingsList, print_takings, takings_of
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER

OTHER, NOBODY = Actor("QUAY2", "CV02"), Actor("QUAY1")
TODAY = date(2026, 11, 23)


def a_day(store: Store) -> str:
    """Cash, a transfer, one taken back, one waived; another officer takes by post."""
    code = receive(store).code
    store.do(take_fee, TakeFee(code, 15_000, "AA-01"), OFFICER)
    store.do(take_fee, TakeFee(code, 8_000, "CK-7", PaidBy.TRANSFER), OFFICER)
    wrong = store.do(take_fee, TakeFee(code, 9_000, "AA-02"), OFFICER)
    store.do(reverse_fee, ReverseFee(wrong.line.id, "ghi nhầm"), OFFICER)
    store.do(waive_fee, WaiveFee(code, 2_000, "hộ nghèo"), OFFICER)
    store.do(take_fee, TakeFee(code, 1_000, "BC-1", PaidBy.POST), OTHER)
    return code


def lists(store: Store, officer: str | None = None, day: date = TODAY) -> tuple[TakingsList, ...]:
    with store.read() as unit:
        return takings_of(unit, day, officer)


def test_each_officer_has_a_list_of_the_day(dossier_store: Store) -> None:
    a_day(dossier_store)
    first, second = lists(dossier_store)
    assert (first.cash, first.transfer, first.post, first.waived) == (15_000, 8_000, 0, 2_000)
    assert first.total == 23_000
    assert (second.officer_name, second.post, second.total) == ("Trần Thị Ví Dụ", 1_000, 1_000)
    assert lists(dossier_store, "CV02") == (second,)
    assert lists(dossier_store, day=date(2026, 11, 22)) == ()


def test_the_lines_tell_what_came_in_and_what_did_not(dossier_store: Store) -> None:
    a_day(dossier_store)
    lines = lists(dossier_store, "CV01")[0].lines
    assert [(line.kind, line.taken, line.waived) for line in lines] == [
        ("paid", 15_000, 0),
        ("paid", 8_000, 0),
        ("paid", 9_000, 0),
        ("reversed", -9_000, 0),
        ("waived", 0, 2_000),
    ]
    assert sum(line.taken for line in lines) == lists(dossier_store, "CV01")[0].total
    assert {line.applicant_name for line in lines} == {"Nguyễn Văn An"}


def test_whoever_acts_prints_his_own_list(dossier_store: Store) -> None:
    a_day(dossier_store)
    fact = dossier_store.do(print_takings, PrintTakings(), OFFICER)
    assert (fact.day, fact.total) == (TODAY, 23_000)
    with dossier_store.read() as unit:
        job = print_jobs.one(unit, fact.print_jobs[0])
    assert (job.kind, job.title, job.copies) == ("takings", "Danh sách thu ngày 23/11/2026", 1)
    assert msgspec.json.decode(job.paper, type=TakingsList) == lists(dossier_store, "CV01")[0]


def test_a_list_without_lines_or_without_anybody_is_refused(dossier_store: Store) -> None:
    for by, code in ((OFFICER, "takings.empty"), (NOBODY, "takings.nobody")):
        with pytest.raises(Refused) as refusal:
            dossier_store.do(print_takings, PrintTakings(), by)
        assert refusal.value.code == code
