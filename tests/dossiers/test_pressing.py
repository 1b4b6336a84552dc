"""What presses of a dossier, and what the law demands of it, day by day."""

from datetime import date, time
from typing import Any

import pytest

from kiosk.clock import parse_moment
from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.pressing import Demand, Standing, pressures
from kiosk.dossiers.pressing_list import pressing_dossiers
from kiosk.office.legal import legal_profile
from kiosk.storage.store import Store
from tests.dossiers.acting import brought_to, do
from tests.dossiers.test_deadlines import OFFICIAL
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

S = DossierState
RULES = legal_profile("ND61_2018").rules
FRIDAY, MONDAY, WEDNESDAY = (f"2026-11-{day}T17:00+07:00" for day in (27, 30, 25))
# 24/11/2026 is a Tuesday off.
FIRST_THING = "đầu giờ làm việc, chậm nhất 11:30"
OR_APOLOGY, SOON = "result_or_apology", "due_soon"


def pressed(now: str, *, within: int = 1, state: DossierState = S.PROCESSING, **known: Any) -> Any:
    facts = {key: parse_moment(said) for key, said in known.items() if key != "extensions"}
    standing = Standing(
        state,
        facts.get("complete_at", parse_moment("2026-11-23T08:00+07:00")),
        facts.get("due_at"),
        known.get("extensions", 0),
        facts.get("waiting_since"),
        facts.get("withdrawn_at"),
    )
    told = pressures(standing, parse_moment(now), OFFICIAL, RULES, cutoff=time(15), within=within)
    return [(one.demand.value, one.apology_by, one.days) for one in told]


def nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.mark.parametrize(
    ("now", "due", "within", "expected"),
    [
        # Điều 19(9): "chậm nhất 01 ngày trước ngày hết hạn", counted in calendar days
        ("2026-11-25T09:00+07:00", FRIDAY, 1, []),
        ("2026-11-25T09:00+07:00", FRIDAY, 2, [(SOON, nov(26), 2)]),
        ("2026-11-26T09:00+07:00", FRIDAY, 1, [(OR_APOLOGY, nov(26), 1)]),
        ("2026-11-26T23:00+07:00", FRIDAY, 0, [(OR_APOLOGY, nov(26), 1)]),
        ("2026-11-27T08:00+07:00", FRIDAY, 1, [("due_today", None, 0)]),
        ("2026-11-27T18:00+07:00", FRIDAY, 0, [("due_today", None, 0)]),
        ("2026-11-28T08:00+07:00", FRIDAY, 1, [("overdue", None, 0)]),
        ("2026-11-30T08:00+07:00", FRIDAY, 0, [("overdue", None, 1)]),
        # the day before is a Sunday: the last working day before it, or the day off itself
        ("2026-11-26T09:00+07:00", MONDAY, 1, []),
        ("2026-11-26T09:00+07:00", MONDAY, 2, [(SOON, nov(27), 2)]),
        ("2026-11-27T09:00+07:00", MONDAY, 1, [(OR_APOLOGY, nov(27), 1)]),
        ("2026-11-28T09:00+07:00", MONDAY, 1, [(OR_APOLOGY, nov(28), 1)]),
        ("2026-11-29T09:00+07:00", MONDAY, 1, [(OR_APOLOGY, nov(29), 1)]),
        # the day before is 24/11
        ("2026-11-20T09:00+07:00", WEDNESDAY, 2, [(SOON, nov(23), 2)]),
        ("2026-11-23T09:00+07:00", WEDNESDAY, 1, [(OR_APOLOGY, nov(23), 1)]),
        ("2026-11-24T09:00+07:00", WEDNESDAY, 1, [(OR_APOLOGY, nov(24), 1)]),
    ],
)
def test_a_result_or_an_apology(now: str, due: str, within: int, expected: list[Any]) -> None:
    assert pressed(now, due_at=due, within=within) == expected
    early = pressed(now, due_at=due, within=within, state=S.RECEIVED, complete_at=now)
    assert [one for one in early if one[0] != "forward"] == expected


@pytest.mark.parametrize(
    "known",
    [
        {"extensions": 1},
        {"state": S.CORRECTING},
    ],
)
def test_another_day_is_appointed_once_and_never_for_a_mistake(known: dict[str, Any]) -> None:
    assert pressed("2026-11-26T09:00+07:00", due_at=FRIDAY, **known) == [(SOON, None, 1)]
    assert pressed("2026-11-26T09:00+07:00", due_at=FRIDAY, within=0, **known) == []


@pytest.mark.parametrize(
    ("complete", "now", "told"),
    [
        # Điều 18(2): on the day, or in the first session of the next working day after 15:00
        ("2026-11-23T09:00", "2026-11-23T10:00", "trong ngày, chậm nhất 17:00 ngày 23/11/2026"),
        ("2026-11-23T09:00", "2026-11-23T17:00", "trong ngày, chậm nhất 17:00 ngày 23/11/2026"),
        ("2026-11-23T09:00", "2026-11-23T17:01", "ngay: lẽ ra chậm nhất 17:00 ngày 23/11/2026"),
        ("2026-11-23T15:00", "2026-11-23T16:00", None),
        ("2026-11-23T15:00", "2026-11-24T16:00", None),
        ("2026-11-23T15:00", "2026-11-25T07:00", f"{FIRST_THING} ngày 25/11/2026"),
        ("2026-11-23T15:00", "2026-11-25T07:31", f"{FIRST_THING} ngày 25/11/2026"),
        ("2026-11-23T15:00", "2026-11-25T11:30", f"{FIRST_THING} ngày 25/11/2026"),
        ("2026-11-23T15:00", "2026-11-25T11:31", "ngay: lẽ ra chậm nhất 11:30 ngày 25/11/2026"),
    ],
)
def test_forwarding(complete: str, now: str, told: str | None) -> None:
    standing = Standing(S.RECEIVED, parse_moment(f"{complete}+07:00"), None)
    found = pressures(standing, parse_moment(f"{now}+07:00"), OFFICIAL, RULES, cutoff=time(15))
    assert [one.words for one in found] == ([f"Chuyển giải quyết {told}"] if told else [])


def test_who_waits_is_told_with_since_when() -> None:
    since = "2026-11-20T10:00+07:00"
    waiting: dict[str, Any] = {"state": S.SUPPLEMENTING, "waiting_since": since, "due_at": FRIDAY}
    assert pressed("2026-11-30T09:00+07:00", **waiting) == [("await_supplement", None, None)]
    asked: dict[str, Any] = {"state": S.WITHDRAWING, "withdrawn_at": since, "due_at": FRIDAY}
    assert pressed("2026-11-26T09:00+07:00", **asked) == [
        ("answer_withdrawal", None, None),
        (SOON, None, 1),
    ]


@pytest.mark.parametrize("state", [S.RESULT_READY, S.REFUSED, S.STOPPED, S.RETURNED])
def test_nothing_presses_once_there_is_something_to_give_out(state: DossierState) -> None:
    assert pressed("2026-12-30T09:00+07:00", state=state, due_at=FRIDAY) == []


def test_the_words_say_what_the_law_demands() -> None:
    def words(now: str, **known: Any) -> str:
        standing = Standing(S.PROCESSING, parse_moment(now), parse_moment(FRIDAY), **known)
        (one,) = pressures(standing, parse_moment(now), OFFICIAL, RULES, cutoff=time(15), within=2)
        return one.words

    due = "Có kết quả trước 17:00 ngày 27/11/2026"
    assert words("2026-11-25T09:00+07:00") == (
        f"{due}; không kịp thì lập phiếu xin lỗi, hẹn lại chậm nhất 26/11/2026"
    )
    assert words("2026-11-26T09:00+07:00") == (
        f"{due}; không kịp thì lập phiếu xin lỗi, hẹn lại ngay hôm nay, ngày cuối"
    )
    assert words("2026-11-26T09:00+07:00", extensions=1) == f"{due}, không hẹn lại được nữa"
    assert words("2026-12-01T09:00+07:00") == (
        "Quá hạn 2 ngày làm việc: trả kết quả ngay, không hẹn lại được nữa"
    )


def test_the_last_day_is_the_one_on_which_extending_still_works(
    dossier_store: Store, clock: SteppingClock
) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.FORWARD, code)
    clock.set("2026-11-26T16:59+07:00")
    with dossier_store.read() as unit:
        (one,) = pressing_dossiers(unit)
    assert one.pressures[0].demand is Demand.RESULT_OR_APOLOGY
    do(dossier_store, Act.EXTEND, code, day=date(2026, 12, 4))
    with dossier_store.read() as unit:
        assert pressing_dossiers(unit) == ()


def test_the_office_s_list_with_the_most_pressing_first(
    dossier_store: Store, clock: SteppingClock
) -> None:
    codes = {state: brought_to(dossier_store, state) for state in S}
    clock.set("2026-11-25T08:00+07:00")
    do(dossier_store, Act.RESTART, codes[S.SUPPLEMENTING])
    waiting = brought_to(dossier_store, S.SUPPLEMENTING)
    clock.set("2026-11-26T10:00+07:00")
    with dossier_store.read() as unit:
        found = pressing_dossiers(unit)
    told = [(one.code, [each.demand.value for each in one.pressures]) for one in found]
    assert told == [
        (codes[S.RECEIVED], [OR_APOLOGY, "forward"]),
        (codes[S.PROCESSING], [OR_APOLOGY]),
        (codes[S.SUPPLEMENTING], ["forward"]),
        (codes[S.WITHDRAWING], ["answer_withdrawal", SOON]),
        (waiting, ["await_supplement"]),
    ]
    again = next(one for one in found if one.code == codes[S.SUPPLEMENTING])
    assert again.pressures[0].words.endswith("lẽ ra chậm nhất 17:00 ngày 25/11/2026")
