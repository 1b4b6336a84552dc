"""Deadlines worked out by hand from the law and the calendar, each day explained.

BLDS is the Civil Code 91/2015/QH13, BLLĐ the Labour Code 45/2019/QH14, NĐ 61 the decree
61/2018/NĐ-CP. Office hours 07:30–11:30 and 13:30–17:00, Monday to Friday.

A row of days reads from the reception on: ``n`` the day of reception, a number a day that counts
(``1-9`` several), ``T`` Saturday, ``C`` Sunday, ``L`` a holiday, ``b`` after a number a made-up
Saturday, ``T``, ``C`` or ``L`` after a number a last day that is off, ``=`` a full month, ``N``
the day that counts as that of reception, ``k`` the next working day, ``h`` and ``n`` with a time
the working hours used on a day.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from kiosk.catalogue.limits import parse_limit
from kiosk.clock import parse_moment
from kiosk.dossiers.deadlines import due_date
from kiosk.dossiers.forwarding import forward_by
from kiosk.dossiers.model import Act
from kiosk.dossiers.moving import DossierMoved
from kiosk.dossiers.pressing import last_day_to_apologise
from kiosk.dossiers.reading import find_dossier
from kiosk.office.legal import legal_profile
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from tests.dossiers.acting import do
from tests.dossiers.test_deadlines import OFFICIAL
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock

# As the office says them; the days are those of the domain notes.
HOLIDAYS = {
    "2025-04-30": "Ngày Chiến thắng 30/4",
    "2025-05-01": "Ngày Quốc tế Lao động 1/5",
    "2025-05-02": "Hoán đổi với Thứ Bảy 26/04/2025",
    "2026-02-16": "Tết Nguyên đán (giao thừa)",
    "2026-02-17": "Tết Nguyên đán (mùng Một)",
    "2026-02-18": "Tết Nguyên đán (mùng Hai)",
    "2026-02-19": "Tết Nguyên đán (mùng Ba)",
    "2026-02-20": "Tết Nguyên đán (mùng Bốn)",
    "2026-04-26": "Giỗ Tổ Hùng Vương",
    "2026-04-27": "Giỗ Tổ Hùng Vương (nghỉ bù)",
    "2026-04-30": "Ngày Chiến thắng 30/4",
    "2026-05-01": "Ngày Quốc tế Lao động 1/5",
    "2026-08-31": "Hoán đổi với Thứ Bảy 22/08/2026",
    "2026-09-01": "Quốc khánh",
    "2026-09-02": "Quốc khánh",
    "2026-11-24": "Ngày Văn hóa Việt Nam",
    "2027-01-01": "Tết Dương lịch",
    "2027-02-04": "Tết Nguyên đán (ngày giáp Tết)",
    "2027-02-05": "Tết Nguyên đán (giao thừa)",
    "2027-02-06": "Tết Nguyên đán (mùng Một)",
    "2027-02-07": "Tết Nguyên đán (mùng Hai)",
    "2027-02-08": "Tết Nguyên đán (mùng Ba)",
    "2027-02-09": "Tết Nguyên đán (mùng Bốn)",
    "2027-02-10": "Tết Nguyên đán (mùng Năm)",
    "2027-04-16": "Giỗ Tổ Hùng Vương",
    "2027-04-30": "Ngày Chiến thắng 30/4",
    "2027-05-01": "Ngày Quốc tế Lao động 1/5",
    "2027-05-03": "Ngày Quốc tế Lao động 1/5 (nghỉ bù)",
    "2027-11-24": "Ngày Văn hóa Việt Nam",
}
MADE_UP = "làm bù cho Thứ Hai 31/08/2026"
NEXT = "ngày làm việc kế tiếp"

CASES = [
    # --- working days: BLDS Đ147(2), (3); days off BLLĐ Đ111(3), Đ112 ---
    ("BLDS Đ147, BLLĐ Đ112: Tết 2026", "2026-02-13T09:24", "5wd", "2026-02-27T17:00",
     "n T C L L L L L T C 1 2 3 4 5"),
    ("BLDS Đ147, BLLĐ Đ111(3): 30/4, 1/5, 3/5/2027", "2027-04-29T09:24", "3wd", "2027-05-06T17:00",
     "n L L C L 1 2 3"),
    ("BLDS Đ147, BLLĐ Đ112(3): làm bù 22/08/2026", "2026-08-21T09:24", "1wd", "2026-08-22T17:00",
     "n 1b"),
    ("BLDS Đ147: 24/11/2026", "2026-11-23T09:24", "1wd", "2026-11-25T17:00", "n L 1"),
    ("BLDS Đ147, BLLĐ Đ112: 2/5/2025 hoán đổi", "2025-04-29T09:24", "2wd", "2025-05-06T17:00",
     "n L L L T C 1 2"),
    ("BLDS Đ147, BLLĐ Đ112: Tết 2027", "2027-02-03T09:24", "1wd", "2027-02-11T17:00",
     "n L L L L L L L 1"),
    ("BLDS Đ147, BLLĐ Đ112: qua Tết 2027", "2027-01-29T08:00", "10wd", "2027-02-19T17:00",
     "n T C 1 2 3 L L L L L L L 4 5 T C 6 7 8 9 10"),
    ("BLDS Đ147, BLLĐ Đ112: 31/8/2026 hoán đổi", "2026-08-28T08:00", "2wd", "2026-09-04T17:00",
     "n T C L L L 1 2"),
    ("BLDS Đ147, BLLĐ Đ112(3): thứ Bảy làm bù có tính", "2026-08-20T08:00", "3wd",
     "2026-08-24T17:00", "n 1 2b C 3"),
    ("BLDS Đ147: 24/11/2027", "2027-11-23T08:00", "2wd", "2027-11-26T17:00", "n L 1 2"),
    ("BLDS Đ147, BLLĐ Đ112: 30/4, 1/5/2026", "2026-04-29T08:00", "2wd", "2026-05-05T17:00",
     "n L L T C 1 2"),
    ("BLDS Đ147, BLLĐ Đ111(3): Giỗ Tổ 2026 nghỉ bù", "2026-04-24T08:00", "1wd",
     "2026-04-28T17:00", "n T L L 1"),
    ("BLDS Đ147, BLLĐ Đ112: Giỗ Tổ 2027", "2027-04-15T08:00", "1wd", "2027-04-19T17:00",
     "n L T C 1"),
    ("BLDS Đ147, BLLĐ Đ112: Tết Dương lịch 2027", "2026-12-31T08:00", "1wd", "2027-01-04T17:00",
     "n L T C 1"),
    # --- calendar days: all count, the last one moves on (BLDS Đ148(5)) ---
    ("BLDS Đ148(5): hết hạn giao thừa 2026", "2026-02-06T08:00", "10d", "2026-02-23T17:00",
     "n 1-9 10L L L L L T C k"),
    ("BLDS Đ148(5): hết hạn mùng Một 2027", "2027-01-22T08:00", "15d", "2027-02-11T17:00",
     "n 1-14 15L L L L L k"),
    ("BLDS Đ148(5): thứ Bảy làm bù là ngày làm việc", "2026-08-20T08:00", "2d",
     "2026-08-22T17:00", "n 1 2"),
    ("BLDS Đ148(5): hết hạn thứ Bảy", "2026-11-25T08:00", "3d", "2026-11-30T17:00",
     "n 1 2 3T C k"),
    # --- hours: BLDS Đ147(1), from the moment, working hours ---
    ("BLDS Đ147(1): qua 24/11", "2026-11-23T10:00", "8h", "2026-11-25T10:30", "n05:00 L h03:00"),
    ("BLDS Đ147(1): qua Tết 2026", "2026-02-13T16:00", "4h", "2026-02-23T10:30",
     "n01:00 T C L L L L L T C h03:00"),
    ("BLDS Đ147(1): nhận giờ nghỉ trưa", "2026-11-23T12:15", "2h", "2026-11-23T15:30", "n02:00"),
    ("BLDS Đ147(1): thứ Bảy làm bù", "2026-08-21T16:00", "2h", "2026-08-22T08:30",
     "n01:00 h01:00"),
    # --- months: BLDS Đ148(4), (5) ---
    ("BLDS Đ148(4): đúng ngày của tháng sau", "2026-11-25T08:00", "1mo", "2026-12-25T17:00",
     "n 1-29 30="),
    ("BLDS Đ148(4), (5): tròn tháng vào 24/11", "2026-10-24T08:00", "1mo", "2026-11-25T17:00",
     "n 1-30 31=L k"),
    ("BLDS Đ148(4), (5): tháng Hai không có ngày 31", "2026-12-31T08:00", "2mo",
     "2027-03-01T17:00", "n 1-58 59=C k"),
    ("BLDS Đ148(4), (5): tròn tháng vào 30/4/2027", "2027-03-31T08:00", "1mo",
     "2027-05-04T17:00", "n 1-29 30=L L C L k"),
    # --- in the day: NĐ 23/2015 Đ7, NĐ 61 Đ17(4) ---
    ("NĐ 23/2015 Đ7: trước 15 giờ", "2026-11-23T14:59", "0wd", "2026-11-23T17:00", "n"),
    ("NĐ 23/2015 Đ7: từ 15 giờ, qua 24/11", "2026-11-23T15:00", "0wd", "2026-11-25T17:00",
     "n L k"),
    ("NĐ 23/2015 Đ7: sáng thứ Bảy", "2026-11-28T08:00", "0wd", "2026-11-30T17:00", "n C k"),
    ("NĐ 23/2015 Đ7: sau 15 giờ, qua Tết 2026", "2026-02-13T15:30", "0wd", "2026-02-23T17:00",
     "n T C L L L L L T C k"),
    ("NĐ 23/2015 Đ7: sau 15 giờ, hôm sau làm bù", "2026-08-21T16:00", "0wd", "2026-08-22T17:00",
     "n k"),
]  # fmt: skip
SWITCHED = [
    ("từ 15 giờ thứ Sáu", "2026-11-27T15:00", "1wd", "2026-12-01T17:00", "n T C N 1"),
    ("trước 15 giờ thứ Sáu", "2026-11-27T14:59", "1wd", "2026-11-30T17:00", "n T C 1"),
    ("từ 15 giờ, qua Tết 2026", "2026-02-13T15:01", "3wd", "2026-02-26T17:00",
     "n T C L L L L L T C N 1 2 3"),
    ("ngày, từ 15 giờ, qua 24/11", "2026-11-23T15:00", "2d", "2026-11-27T17:00", "n L N 1 2"),
    ("giờ không đổi", "2026-11-27T15:00", "2h", "2026-11-27T17:00", "n02:00"),
]  # fmt: skip


def at(told: str) -> datetime:
    return parse_moment(f"{told}+07:00")


def explained(received: str, row: str, months: str) -> Iterator[tuple[date, bool, str]]:
    """The days that a row tells: date, whether it counts, and why."""
    day = date.fromisoformat(received[:10])
    for token in _single(row):
        holiday = f"nghỉ: {HOLIDAYS.get(day.isoformat(), '?')}"
        off = {"T": "Thứ Bảy", "C": "Chủ nhật", "L": holiday}
        if token in off:
            yield day, False, off[token]
        elif token in ("n", "N", "k"):
            words = {"n": "ngày nhận", "N": "tính như ngày nhận", "k": NEXT}
            yield day, False, words[token]
        elif token[0] in "nh":
            spent = f"{token[1:3]} giờ" + ("" if token[4:] == "00" else f" {token[4:]} phút")
            yield day, True, f"ngày nhận, {spent}" if token[0] == "n" else spent
        else:
            number, full, rest = re.fullmatch(r"(\d+)(=?)([TCLb]?)", token).groups()  # type: ignore[union-attr]
            words = off | {"b": MADE_UP}
            parts = [f"ngày {number}", *([f"tròn {months}"] if full else [])]
            yield day, True, ", ".join(parts + ([words[rest]] if rest else []))
        day += timedelta(days=1)


def _single(row: str) -> Iterator[str]:
    for token in row.split():
        first, _, last = token.partition("-")
        yield from (str(n) for n in range(int(first), int(last) + 1)) if last else (token,)


def check(received: str, limit: str, due: str, row: str, *, switched: bool = False) -> None:
    found = due_date(
        at(received), parse_limit(limit), OFFICIAL, after_cutoff_counts_as_next_day=switched
    )
    months = f"{limit.removesuffix('mo').zfill(2)} tháng"
    told = [(day.date, day.counts, day.why) for day in found.days]
    assert told == list(explained(received, row, months))
    assert found.due_at == at(due)


@pytest.mark.parametrize(
    ("received", "limit", "due", "row"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_a_due_date_day_by_day(received: str, limit: str, due: str, row: str) -> None:
    check(received, limit, due, row)


@pytest.mark.parametrize(
    ("received", "limit", "due", "row"),
    [row[1:] for row in SWITCHED],
    ids=[f"NĐ 61 Đ18(2), công tắc bật: {row[0]}" for row in SWITCHED],
)
def test_an_office_that_counts_from_the_next_day_after_15_o_clock(
    received: str, limit: str, due: str, row: str
) -> None:
    check(received, limit, due, row, switched=True)


# NĐ 61 Đ19(4): received, limit, asked, complete; due first, anew (with its days), moved on by the
# working days of waiting.
SUPPLEMENTS = [
    ("qua cuối tuần", "2026-11-23T09:24", "3wd", "2026-11-25T10:00", "2026-11-30T10:00",
     "2026-11-27T17:00", "2026-12-03T17:00", "n 1 2 3", "2026-12-02T17:00"),
    ("qua Tết 2026", "2026-02-09T09:00", "5wd", "2026-02-12T09:00", "2026-02-24T09:00",
     "2026-02-23T17:00", "2026-03-03T17:00", "n 1 2 3 T C 4 5", "2026-02-26T17:00"),
    ("qua Tết 2027", "2027-02-01T09:00", "3wd", "2027-02-03T09:00", "2027-02-11T09:00",
     "2027-02-11T17:00", "2027-02-16T17:00", "n 1 T C 2 3", "2027-02-12T17:00"),
    ("trong một ngày", "2026-11-23T09:24", "3wd", "2026-11-25T09:00", "2026-11-25T14:00",
     "2026-11-27T17:00", "2026-11-30T17:00", "n 1 2 T C 3", "2026-11-27T17:00"),
    ("trong ngày, đủ sau 15 giờ", "2026-11-23T09:24", "0wd", "2026-11-23T10:00",
     "2026-11-25T15:10", "2026-11-23T17:00", "2026-11-26T17:00", "n k", "2026-11-25T17:00"),
    ("ngày lịch", "2026-11-23T09:24", "10d", "2026-11-26T09:00", "2026-12-04T09:00",
     "2026-12-03T17:00", "2026-12-14T17:00", "n 1-10", "2026-12-11T17:00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("received", "limit", "asked", "complete", "first", "anew", "row", "shifted"),
    [row[1:] for row in SUPPLEMENTS],
    ids=[f"NĐ 61 Đ19(4): {row[0]}" for row in SUPPLEMENTS],
)
def test_what_was_missing_came(
    dossier_store: Store,
    clock: SteppingClock,
    received: str,
    limit: str,
    asked: str,
    complete: str,
    first: str,
    anew: str,
    row: str,
    shifted: str,
) -> None:
    clock.set(f"{received}+07:00")
    code = receive(dossier_store, limit=limit).code
    clock.set(f"{asked}+07:00")
    assert do(dossier_store, Act.ASK_SUPPLEMENT, code).due_at is None
    clock.set(f"{complete}+07:00")
    assert do(dossier_store, Act.RESTART, code).due_at == at(anew)
    with dossier_store.read() as unit:
        found = find_dossier(unit, code)
    (pause,) = found.pauses
    assert (pause.due_before, pause.due_restarted, pause.due_shifted) == (
        at(first),
        at(anew),
        at(shifted),
    )
    assert found.original_due_at == at(anew)
    check(complete, limit, anew, row)


# NĐ 61 Đ19(9), "chậm nhất 01 ngày trước ngày hết hạn": received, limit, due, last moment at which
# another day is appointed, the first one too late, the last working day for it.
EXTENSIONS = [
    ("ngày trước là ngày làm việc", "2026-11-23T09:24", "3wd", "2026-11-27", "2026-11-26T23:59",
     "2026-11-27T00:00", "2026-11-26"),
    ("ngày trước là Chủ nhật", "2026-11-25T09:24", "3wd", "2026-11-30", "2026-11-29T10:00",
     "2026-11-30T07:00", "2026-11-27"),
    ("ngày trước là 24/11", "2026-11-23T09:24", "1wd", "2026-11-25", "2026-11-24T10:00",
     "2026-11-25T07:00", "2026-11-23"),
    ("Tết 2026", "2026-02-13T09:24", "1wd", "2026-02-23", "2026-02-22T10:00",
     "2026-02-23T07:00", "2026-02-13"),
    ("Tết 2027", "2027-02-03T09:24", "1wd", "2027-02-11", "2027-02-10T10:00",
     "2027-02-11T07:00", "2027-02-03"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("received", "limit", "due", "last", "late", "working"),
    [row[1:] for row in EXTENSIONS],
    ids=[f"NĐ 61 Đ19(9): {row[0]}" for row in EXTENSIONS],
)
def test_the_last_day_to_appoint_another(
    dossier_store: Store,
    clock: SteppingClock,
    received: str,
    limit: str,
    due: str,
    last: str,
    late: str,
    working: str,
) -> None:
    clock.set(f"{received}+07:00")
    first, other = (receive(dossier_store, limit=limit).code for _ in range(2))
    new_day = date.fromisoformat(due) + timedelta(days=7)

    def extend(code: str) -> DossierMoved:
        return do(dossier_store, Act.EXTEND, code, day=new_day)

    clock.set(f"{last}+07:00")
    assert extend(first).due_at == at(f"{new_day.isoformat()}T17:00")
    clock.set(f"{late}+07:00")
    with pytest.raises(Refused) as refusal:
        extend(other)
    assert (refusal.value.code, refusal.value.details["last"]) == (
        "extension.too_late",
        date.fromisoformat(last[:10]),
    )
    rules, opened = legal_profile("ND61_2018").rules, date.fromisoformat(received[:10])
    found = last_day_to_apologise(at(f"{due}T17:00"), opened, OFFICIAL, rules)
    assert found == date.fromisoformat(working)


# NĐ 61 Đ18(2): on the day, or at the beginning of the next working day when it came after 15:00.
FORWARDED = [
    ("buổi sáng", "2026-11-23T09:24", "2026-11-23T17:00"),
    ("trước 15 giờ", "2026-11-23T14:59", "2026-11-23T17:00"),
    ("từ 15 giờ, qua 24/11", "2026-11-23T15:00", "2026-11-25T11:30"),
    ("sau 15 giờ, qua Tết 2026", "2026-02-13T16:00", "2026-02-23T11:30"),
    ("sau 15 giờ, qua Tết 2027", "2027-02-03T15:01", "2027-02-11T11:30"),
    ("sau 15 giờ, hôm sau làm bù", "2026-08-21T15:30", "2026-08-22T11:30"),
    ("thứ Bảy làm bù", "2026-08-22T14:00", "2026-08-22T17:00"),
    ("sáng thứ Bảy thường", "2026-11-28T08:00", "2026-11-30T11:30"),
]


@pytest.mark.parametrize(
    ("received", "until"),
    [row[1:] for row in FORWARDED],
    ids=[f"NĐ 61 Đ18(2): {row[0]}" for row in FORWARDED],
)
def test_until_when_it_is_forwarded(received: str, until: str) -> None:
    assert forward_by(at(received), time(15), OFFICIAL) == at(until)


@pytest.mark.parametrize(
    ("forwarded", "late"), [("2026-11-26T09:00", False), ("2026-11-26T17:01", True)]
)
def test_after_a_supplement_the_time_to_forward_begins_anew(
    dossier_store: Store, clock: SteppingClock, forwarded: str, late: bool
) -> None:
    code = receive(dossier_store).code
    do(dossier_store, Act.ASK_SUPPLEMENT, code)
    clock.set("2026-11-26T08:00+07:00")
    do(dossier_store, Act.RESTART, code)
    clock.set(f"{forwarded}+07:00")
    do(dossier_store, Act.FORWARD, code)
    with dossier_store.read() as unit:
        told: dict[str, Any] = find_dossier(unit, code).events[-1].details
    assert told.get("late", False) is late


def test_there_are_forty_and_the_calendar_is_the_one_written_here() -> None:
    tables: list[list[Any]] = [CASES, SWITCHED, SUPPLEMENTS, EXTENSIONS, FORWARDED]
    assert sum(len(table) for table in tables) >= 40
    for day, name in HOLIDAYS.items():
        assert OFFICIAL.days[date.fromisoformat(day)].name == name
