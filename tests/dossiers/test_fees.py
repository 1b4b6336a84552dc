"""Fees: receipts, waivers, lines taken back, the list of a day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.dossiers.fees import (
    MOST,
    FeeKind,
    FeeStanding,
    PaidBy,
    ReverseFee,
    TakeFee,
    WaiveFee,
    cash_of_day,
    fees_of,
    reverse_fee,
    take_fee,
    waive_fee,
)
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import receive
from tests.fixtures.store import OFFICER, SteppingClock

OTHER, MANAGER = Actor("QUAY2", "CV02"), Actor("QUANLY", "QL01")
TODAY = date(2026, 11, 23)


def standing(store: Store, code: str) -> FeeStanding:
    with store.read() as unit:
        return fees_of(unit, code)[0]


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_what_is_left_to_pay(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    assert standing(dossier_store, code).left == 15_000
    fact = dossier_store.do(take_fee, TakeFee(code, 5_000, " AA-01 "), OFFICER)
    assert (fact.line.receipt, fact.line.kind, fact.standing.left) == (
        "AA-01",
        FeeKind.PAID,
        10_000,
    )
    dossier_store.do(waive_fee, WaiveFee(code, 10_000, "hộ nghèo"), OFFICER)
    assert standing(dossier_store, code) == FeeStanding(15_000, 5_000, 10_000)
    dossier_store.do(take_fee, TakeFee(code, 1_000, "AA-02"), OFFICER)
    assert standing(dossier_store, code).left == 0


def test_a_fee_told_only_in_words_leaves_nothing_known(dossier_store: Store) -> None:
    code = receive(dossier_store, fee={"text": "Theo nghị quyết của Hội đồng nhân dân tỉnh"}).code
    assert standing(dossier_store, code).left is None


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"amount": 0}, "fee.absurd"),
        ({"amount": -1}, "fee.absurd"),
        ({"amount": MOST + 1}, "fee.absurd"),
        ({"receipt": "  "}, "fee.receipt_needed"),
        ({"receipt": "\x1b"}, "dossier.unfit"),
    ],
)
def test_bad_sums_and_receipts(dossier_store: Store, wish: dict[str, Any], code: str) -> None:
    dossier = receive(dossier_store).code
    told: dict[str, Any] = {"amount": 1_000, "receipt": "AA-01"} | wish
    act = TakeFee(dossier, **told)
    assert refusal(lambda: dossier_store.do(take_fee, act, OFFICER)) == code
    assert standing(dossier_store, dossier).paid == 0


def test_a_receipt_is_used_once_even_when_taken_back(dossier_store: Store) -> None:
    first, second = receive(dossier_store).code, receive(dossier_store).code
    line = dossier_store.do(take_fee, TakeFee(first, 15_000, "AA-01"), OFFICER).line
    dossier_store.do(reverse_fee, ReverseFee(line.id, "ghi nhầm hồ sơ"), OFFICER)
    for code in (first, second):
        wish = TakeFee(code, 15_000, "AA-01")
        with pytest.raises(Refused) as refused:
            dossier_store.do(take_fee, wish, OFFICER)
        assert refused.value.code == "fee.receipt_used"
        assert refused.value.details["dossier"] == first


def test_who_may_take_a_line_back(dossier_store: Store, clock: SteppingClock) -> None:
    code = receive(dossier_store).code
    lines = [
        dossier_store.do(take_fee, TakeFee(code, 1_000, f"AA-0{number}"), OFFICER).line
        for number in range(4)
    ]

    def back(at: int, by: Actor) -> None:
        dossier_store.do(reverse_fee, ReverseFee(lines[at].id, "ghi nhầm"), by)

    assert refusal(lambda: back(0, OTHER)) == "fee.not_yours"
    back(0, OFFICER)
    assert refusal(lambda: back(0, OFFICER)) == "fee.reversed_already"
    back(1, MANAGER)
    clock.set("2026-11-24T00:00+07:00")
    assert refusal(lambda: back(2, OFFICER)) == "fee.not_yours"
    back(2, MANAGER)
    assert standing(dossier_store, code).paid == 1_000
    wish = ReverseFee("nothing", "ghi nhầm")
    assert refusal(lambda: dossier_store.do(reverse_fee, wish, MANAGER)) == "fee.unknown"


def test_the_list_of_a_day_tells_each_officer(dossier_store: Store) -> None:
    code = receive(dossier_store).code
    wrong = dossier_store.do(take_fee, TakeFee(code, 7_000, "AA-01"), OFFICER).line
    dossier_store.do(take_fee, TakeFee(code, 15_000, "AA-02"), OFFICER)
    dossier_store.do(take_fee, TakeFee(code, 8_000, "CK-01", PaidBy.TRANSFER), OFFICER)
    dossier_store.do(reverse_fee, ReverseFee(wrong.id, "ghi nhầm"), OFFICER)
    waived = dossier_store.do(waive_fee, WaiveFee(code, 2_000, "người có công"), OTHER).line
    dossier_store.do(waive_fee, WaiveFee(code, 3_000, "hộ nghèo"), OTHER)
    dossier_store.do(reverse_fee, ReverseFee(waived.id, "ghi nhầm"), OTHER)
    with dossier_store.read() as unit:
        first, second = cash_of_day(unit, TODAY)
        assert cash_of_day(unit, TODAY, "CV02") == (second,)
        assert cash_of_day(unit, date(2026, 11, 24)) == ()
    assert (first.officer, first.officer_name) == ("CV01", "Lê Minh Mẫu")
    assert first.sums == ((PaidBy.CASH, 15_000), (PaidBy.TRANSFER, 8_000))
    assert [line.reversed for line in first.lines] == [True, False, False, False]
    assert (second.sums, second.waived) == ((), 3_000)


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["paid", "waived"]), st.integers(1, 10**6), st.booleans()),
        max_size=8,
    )
)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_sums_are_those_of_the_lines_that_stand(
    dossier_store: Store, lines: list[tuple[str, int, bool]]
) -> None:
    code = receive(dossier_store).code
    expected = {"paid": 0, "waived": 0}
    for place, (kind, amount, taken_back) in enumerate(lines):
        if kind == "paid":
            wish = TakeFee(code, amount, f"{code}/{place}")
            line = dossier_store.do(take_fee, wish, OFFICER).line
        else:
            line = dossier_store.do(waive_fee, WaiveFee(code, amount, "hộ nghèo"), OFFICER).line
        if taken_back:
            dossier_store.do(reverse_fee, ReverseFee(line.id, "ghi nhầm"), OFFICER)
        else:
            expected[kind] += amount
    found = standing(dossier_store, code)
    assert {"paid": found.paid, "waived": found.waived} == expected
