"""The office's notices for the waiting hall."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.office.notices import (
    MOST,
    AddNotice,
    ChangeNotice,
    Notice,
    NoticeChanged,
    OrderNotices,
    PutBackNotice,
    WithdrawNotice,
    add_notice,
    change_notice,
    notices,
    notices_of_day,
    order_notices,
    put_back_notice,
    withdraw_notice,
)
from kiosk.refusal import Refused
from kiosk.storage import schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.command_line import Kiosk
from tests.fixtures.store import SteppingClock

MANAGER = Actor("QUAY1", "QL01")
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def add(store: Store, text: str, first: date | None = None, last: date | None = None) -> Notice:
    return store.do(add_notice, AddNotice(text, first, last), MANAGER)


def change(
    store: Store, which: str, text: str, first: date | None = None, last: date | None = None
) -> NoticeChanged:
    return store.do(change_notice, ChangeNotice(which, text, first, last), MANAGER)


def told(store: Store, day: date | None = None) -> list[str]:
    with store.read() as unit:
        return [one.text for one in notices_of_day(unit, day)]


def test_notices_are_told_in_their_order_on_their_days(store: Store, clock: SteppingClock) -> None:
    add(store, "  Quầy 3   nghỉ chiều nay. ", last=TODAY)
    add(store, "Từ mai thu lệ phí bằng mã QR.", first=TODAY + DAY)
    add(store, "Cuối tháng có đợt cấp căn cước lưu động.", TODAY, TODAY + 2 * DAY)
    assert told(store) == [
        "Quầy 3 nghỉ chiều nay.",
        "Cuối tháng có đợt cấp căn cước lưu động.",
    ]
    clock.set("2026-11-24T08:00+07:00")
    assert told(store) == [
        "Từ mai thu lệ phí bằng mã QR.",
        "Cuối tháng có đợt cấp căn cước lưu động.",
    ]
    assert told(store, date(2027, 1, 4)) == ["Từ mai thu lệ phí bằng mã QR."]


@given(st.integers(-3, 3), st.integers(-3, 3), st.integers(-3, 3), st.booleans())
def test_the_rule_of_days_is_one(first: int, last: int, day: int, active: bool) -> None:
    one = Notice("n", 1, "…", TODAY + first * DAY, TODAY + last * DAY, active)
    assert one.shown_on(TODAY + day * DAY) == (active and first <= day <= last)


def test_a_change_tells_what_was_there_and_can_be_taken_back(store: Store) -> None:
    added = add(store, "Thang máy đang sửa.", last=TODAY)
    done = change(store, added.id, "Thang máy đã sửa xong.")
    assert done.before == added
    assert (done.after.text, done.after.last_day) == ("Thang máy đã sửa xong.", None)
    assert told(store) == ["Thang máy đã sửa xong."]
    back = change(
        store, "1", done.before.text, first=done.before.first_day, last=done.before.last_day
    )
    assert back.after == added


def test_an_order_can_be_taken_back(store: Store) -> None:
    for text in "ABCD":
        add(store, text)
    done = store.do(order_notices, OrderNotices(("3", "1")), MANAGER)
    assert told(store) == ["C", "A", "B", "D"]
    store.do(order_notices, OrderNotices(done.before), MANAGER)
    assert told(store) == ["A", "B", "C", "D"]
    for wrong, code in (
        (("1", "1"), "notice.named_twice"),
        (("1", "9"), "notice.unknown"),
    ):
        with pytest.raises(Refused) as refusal:
            store.do(order_notices, OrderNotices(wrong), MANAGER)
        assert refusal.value.code == code
    assert told(store) == ["A", "B", "C", "D"]


def test_what_was_taken_away_can_be_put_back(store: Store, clock: SteppingClock) -> None:
    one, two = add(store, "Một"), add(store, "Hai", last=TODAY)
    store.do(withdraw_notice, WithdrawNotice(one.id), MANAGER)
    store.do(withdraw_notice, WithdrawNotice(two.id), MANAGER)
    assert told(store) == []
    assert store.do(put_back_notice, PutBackNotice("1"), MANAGER).active
    assert told(store) == ["Một"]
    clock.set("2026-11-24T08:00+07:00")
    with pytest.raises(Refused) as refusal:
        store.do(put_back_notice, PutBackNotice(two.id), MANAGER)
    assert refusal.value.code == "notice.over"
    with store.read() as unit:
        assert [(each.text, each.active) for each in notices(unit)] == [
            ("Một", True),
            ("Hai", False),
        ]


@pytest.mark.parametrize(
    ("text", "first", "last", "code"),
    [
        (" \t", None, None, "notice.malformed"),
        ("x" * 201, None, None, "notice.malformed"),
        ("Thông\x1bbáo", None, None, "notice.malformed"),
        ("Chúc mừng năm mới 🎉", None, None, "notice.unprintable"),
        ("Mời chủ thẻ 001203004567 đến quầy 1", None, None, "notice.id_number"),
        ("Mời chủ thẻ 001 203 004 567 đến quầy 1", None, None, "notice.id_number"),
        ("Nghỉ", TODAY + DAY, TODAY, "notice.days_reversed"),
        ("Nghỉ", None, TODAY - DAY, "notice.over"),
    ],
)
def test_what_no_hall_can_tell_is_refused(
    store: Store, text: str, first: date | None, last: date | None, code: str
) -> None:
    known = add(store, "Gọi 0200 355 5100 hoặc 1900 1022 để hỏi.")
    for write in (
        lambda: add(store, text, first, last),
        lambda: change(store, known.id, text, first, last),
    ):
        with pytest.raises(Refused) as refusal:
            write()
        assert refusal.value.code == code
    assert told(store) == [known.text]


def test_nobody_waits_for_the_thirteenth(store: Store, clock: SteppingClock) -> None:
    for at in range(MOST):
        add(store, f"Thông báo {at}", last=TODAY if at == 0 else None)
    with pytest.raises(Refused) as refusal:
        add(store, "Một nữa")
    assert (refusal.value.code, refusal.value.details) == ("notice.too_many", {"most": MOST})
    clock.set("2026-11-24T08:00+07:00")
    assert add(store, "Một nữa").number == MOST + 1


def test_every_change_is_written_down_and_nothing_twice(store: Store) -> None:
    one = add(store, "Một")
    change(store, one.id, "Một")
    change(store, one.id, "Hai")
    store.do(order_notices, OrderNotices((one.id,)), MANAGER)
    for _ in range(2):
        store.do(withdraw_notice, WithdrawNotice(one.id), MANAGER)
    for _ in range(2):
        store.do(put_back_notice, PutBackNotice(one.id), MANAGER)
    line = schema.audit_line.c
    with store.read() as unit:
        acts = [
            (row.act, row.officer)
            for row in unit.rows(select(line.act, line.officer).order_by(line.id))
            if row.act.startswith("notice.")
        ]
    assert acts == [
        (f"notice.{act}", "QL01")
        for act in ("added", "changed", "ordered", "withdrawn", "put_back")
    ]


def test_the_command_line_has_a_hand_on_them(kiosk: Kiosk) -> None:
    assert "Chưa có thông báo nào." in kiosk("notice", "list").out
    added = kiosk("notice", "add", "Quầy 3 nghỉ chiều nay.", "--to", "2026-11-23", "--json").json
    assert added["notice"]["shown_today"]
    kiosk("notice", "add", "Ngày mai có đoàn khám.", "--from", "2026-11-24")
    said = kiosk("notice", "list").out.splitlines()
    assert said == [
        "1  Quầy 3 nghỉ chiều nay.  (đang hiện, đến hết 23/11/2026)",
        "2  Ngày mai có đoàn khám.  (từ 24/11/2026)",
    ]
    done = kiosk("notice", "change", "1", "--to", "always")
    assert "1  Quầy 3 nghỉ chiều nay.  (đang hiện)" in done.out
    kiosk("notice", "order", "2")
    kiosk("notice", "withdraw", "2")
    assert kiosk("notice", "list").out.splitlines() == [
        "1  Ngày mai có đoàn khám.  (từ 24/11/2026)"
    ]
    assert "(đã gỡ)" in kiosk("notice", "list", "--all").out
    kiosk("notice", "put-back", "2")
    assert len(kiosk("notice", "list", "--json").json["notices"]) == 2
    assert "vẫn nguyên" in kiosk("notice", "add", "A", "--to", "mai", code=1).err
    assert "Chưa có gì thay đổi" in kiosk("notice", "withdraw", "9", code=1).err
    twice = ("notice", "add", "Một lần", "--request-id", "0190b5a8-0000-7000-8000-000000000001")
    for _ in range(2):
        kiosk(*twice)
    assert len(kiosk("notice", "list", "--json").json["notices"]) == 3
