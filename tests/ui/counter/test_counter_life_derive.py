"""What a page of an act says of what was entered, and what the log says afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.reading import find_dossier
from kiosk.storage.store import Store
from kiosk.ui.counter import life_work, work
from kiosk.ui.counter.act_props import day_chips, derive_act, lacking
from kiosk.ui.counter.dossier_props import derive_dossier
from kiosk.ui.counter.life_log import log_rows
from kiosk.ui.counter.life_seen import ActEntry, Before, Missing
from kiosk.ui.typed_day import typed_day
from tests.dossiers.acting import brought_to, do
from tests.fixtures.dossiers import SINGLE_STATUS
from tests.fixtures.store import SteppingClock

S = DossierState
AT_WORK = "Hồ sơ đang giải quyết (Lê Minh Mẫu, 23/11 09:24)"
PAPER = Missing("Tờ khai", 1)
COUNTLESS = Missing("Tờ khai", 0)


def before_at(store: Store, state: DossierState, *, manager: bool = False) -> Before:
    """How things stand before an act upon a dossier in that state."""
    code = brought_to(store, state)
    with store.read() as unit:
        return life_work.before(unit, code, "QL01" if manager else "CV01")


@pytest.mark.parametrize(
    ("act", "entry", "said"),
    [
        ("supplement_asked", ActEntry(), "Chọn hoặc ghi giấy tờ còn thiếu"),
        (
            "supplement_asked",
            ActEntry(papers=(COUNTLESS,)),
            "Ghi số bản hoặc chỗ sai của từng giấy tờ",
        ),
        ("supplement_asked", ActEntry(papers=(replace(COUNTLESS, what="mờ dấu"),)), ""),
        ("supplement_asked", ActEntry(papers=(PAPER,)), ""),
        ("refused", ActEntry(reason="  "), "Ghi lý do"),
        ("refused", ActEntry(reason="không đủ điều kiện"), ""),
        ("extended", ActEntry(reason="x"), "Ghi ngày hẹn trả mới"),
        ("extended", ActEntry(day="31/02/2027"), "Ghi ngày hẹn theo ngày/tháng/năm"),
        ("extended", ActEntry(day="27/11/2026"), "Hẹn từ ngày 28/11/2026 trở đi"),
        ("extended", ActEntry(day="28/11/2026"), "28/11/2026 là ngày nghỉ, chọn ngày khác"),
        ("extended", ActEntry(day="30/11/2028"), "Ngày hẹn xa quá một năm"),
        ("extended", ActEntry(day="30/11/2026"), "Ghi lý do"),
        ("extended", ActEntry(day="30112026", reason="chờ xác minh"), ""),
        ("taken_over", ActEntry(), "Ghi nơi nhận tiếp"),
        ("hand_over", ActEntry(), "Chọn hồ sơ để bàn giao"),
        ("withdrawn", ActEntry(), ""),
        ("resumed", ActEntry(reason="x"), AT_WORK),
        ("correction_begun", ActEntry(day="30/11/2026"), AT_WORK),
    ],
)
def test_the_first_thing_lacking_is_told(
    dossier_store: Store, act: str, entry: ActEntry, said: str
) -> None:
    assert lacking(act, before_at(dossier_store, S.PROCESSING), entry) == said


def test_only_a_manager_asks_again_and_says_why(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.SUPPLEMENTING)
    do(dossier_store, Act.RESTART, code)
    entry = ActEntry(papers=(PAPER,))
    with dossier_store.read() as unit:
        officers, managers = (life_work.before(unit, code, who) for who in ("CV01", "QL01"))
    asked = ("supplement_asked", officers)
    assert derive_act(*asked, entry).exception
    assert lacking(*asked, entry) == "Chỉ người quản lý gửi được lần này"
    assert lacking("supplement_asked", managers, entry) == "Ghi lý do ngoại lệ"
    assert lacking("supplement_asked", managers, replace(entry, exception="sai sót")) == ""


def test_the_citizens_own_wish_needs_no_reason(dossier_store: Store) -> None:
    assert lacking("stopped", before_at(dossier_store, S.WITHDRAWING), ActEntry()) == ""
    assert lacking("stopped", before_at(dossier_store, S.PROCESSING), ActEntry()) == "Ghi lý do"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30/11/2026", date(2026, 11, 30)),
        ("30112026", date(2026, 11, 30)),
        (" 1-12-2026 ", date(2026, 12, 1)),
        ("31/11/2026", None),
        ("30/11", None),
        ("", None),
    ],
)
def test_days_as_they_are_typed(text: str, day: date | None) -> None:
    assert typed_day(text) == day


def test_the_strip_counts_working_days_from_the_day_appointed(dossier_store: Store) -> None:
    before = before_at(dossier_store, S.PROCESSING)
    chips = day_chips(before, date(2026, 12, 1))
    assert [(chip.date, chip.note, chip.kind) for chip in chips] == [
        ("27/11", "hẹn cũ", "received"),
        ("28/11", "nghỉ", "off"),
        ("29/11", "nghỉ", "off"),
        ("30/11", "ngày 1", "counted"),
        ("01/12", "hẹn mới", "due"),
    ]
    assert day_chips(before, None) == day_chips(before, date(2026, 11, 27)) == ()


def test_what_will_be_written_names_every_paper(dossier_store: Store) -> None:
    papers = (PAPER, Missing("Giấy chứng sinh", 0, 1, 2, "mờ dấu"))
    before = before_at(dossier_store, S.RECEIVED)
    props = derive_act("supplement_asked", before, ActEntry(papers=papers, reason="a\n b"))
    assert props.told == (
        "1. **Tờ khai**: 1 bản chính",
        "2. **Giấy chứng sinh**: 1 bản chứng thực, 2 bản photo; mờ dấu",
        "Lý do: a b",
        "Hồ sơ chờ bổ sung, ngày hẹn cũ không còn tính.",
        "Còn được yêu cầu bổ sung **1 lần**, chậm nhất ngày **27/11/2026**.",
        "In **2 bản**.",
    )


def test_the_papers_of_the_dossier_and_of_the_procedure_are_offered(dossier_store: Store) -> None:
    before = before_at(dossier_store, S.RECEIVED)
    assert before.view is not None
    assert before.view.procedure_code == SINGLE_STATUS
    assert before.papers == ("Tờ khai theo mẫu", "Trích lục ghi chú ly hôn", "Căn cước")
    assert [one.code for one in before.waiting] == [before.view.code]
    assert before.waiting[0].fresh


def test_the_log_tells_each_act_with_what_was_written(dossier_store: Store) -> None:
    store = dossier_store
    code = brought_to(store, S.RECEIVED)
    for act in (
        Act.FORWARD,
        Act.EXTEND,
        Act.ASK_SUPPLEMENT,
        Act.RESTART,
        Act.FORWARD,
        Act.TAKE_OVER,
    ):
        do(store, act, code)
    for act in (Act.LOSE, Act.FIND, Act.WITHDRAW, Act.RESUME, Act.STOP, Act.RETURN):
        do(store, act, code)
    with store.read() as unit:
        view, now = find_dossier(unit, code), unit.now
    assert [(row.title, row.detail.removeprefix("Lê Minh Mẫu · ")) for row in log_rows(view, now)][
        1:
    ] == [
        ("Chuyển giải quyết", "nhận: Bộ phận chuyên môn lĩnh vực Hộ tịch"),
        (
            "Xin lỗi, hẹn lại ngày trả",
            "phiếu số 01/PXL · từ 27/11/2026 sang 15/03/2027 · cơ quan xin lỗi: Bộ phận chuyên môn lĩnh vực Hộ tịch"
            " · lý do: chưa có kết quả xác minh",
        ),
        ("Yêu cầu bổ sung", "phiếu số 01/HDHS · còn thiếu: Giấy chứng sinh · thôi hẹn 15/03/2027"),
        (
            "Đã bổ sung đủ, hẹn lại ngày trả",
            "hẹn trả 27/11/2026 · nhận thêm: Giấy chứng sinh",
        ),
        ("Chuyển giải quyết", "nhận: Bộ phận chuyên môn lĩnh vực Hộ tịch"),
        ("Bàn giao tiếp", "giao: Bộ phận chuyên môn lĩnh vực Hộ tịch · nhận: Phòng Tư pháp"),
        (
            "Báo mất giấy tờ, xin lỗi",
            "phiếu số 02/PXL · Tờ khai theo mẫu · cơ quan xin lỗi: Phòng Tư pháp"
            " · lý do: chưa có kết quả xác minh · khắc phục: làm lại tờ khai",
        ),
        ("Đã có lại giấy tờ", "Tờ khai theo mẫu · tìm thấy ở kho"),
        ("Người nộp xin rút hồ sơ", "Lê Minh Mẫu"),
        ("Giải quyết tiếp", "lý do: chưa có kết quả xác minh"),
        ("Dừng giải quyết", "phiếu số 01/TB · lý do: chưa có kết quả xác minh"),
        ("Trả lại giấy tờ", "trao cho chủ hồ sơ"),
    ]


def test_the_dossier_shown_is_among_those_to_hand_over(
    dossier_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(life_work, "MOST_AT_ONCE", 2)
    codes = [brought_to(dossier_store, S.RECEIVED) for _ in range(3)]
    for code in codes:
        with dossier_store.read() as unit:
            offered = [one.code for one in life_work.before(unit, code, "CV01").waiting]
        assert code in offered
        assert len(offered) in (2, 3)


@pytest.mark.parametrize("act", ["refused", "stopped"])
def test_what_ends_late_is_warned_of_before(
    dossier_store: Store, clock: SteppingClock, act: str
) -> None:
    before = before_at(dossier_store, S.PROCESSING)
    entry, late = ActEntry(reason="x"), "Hồ sơ **đã quá hạn** từ ngày **27/11/2026**"
    assert not any(line.startswith(late) for line in derive_act(act, before, entry).told)
    before = replace(before, today=date(2026, 11, 30))
    told = derive_act(act, before, entry).told
    assert f"{late}: giấy ghi rõ và xin lỗi." in told
    code = brought_to(dossier_store, S.PROCESSING)
    clock.set("2026-12-01T09:00+07:00")
    do(dossier_store, Act.REFUSE, code)
    with dossier_store.read() as unit:
        row = log_rows(find_dossier(unit, code), unit.now)
    assert any("đã quá hạn từ 27/11/2026" in one.detail for one in row)


def test_the_card_of_the_day_tells_both_days(dossier_store: Store) -> None:
    code = brought_to(dossier_store, S.PROCESSING)
    do(dossier_store, Act.EXTEND, code, day=date(2026, 12, 10))
    with dossier_store.read() as unit:
        props = derive_dossier(work.dossier(unit, code), unit.now)
    assert props.due_date == "10/12/2026"
    assert props.due_reason.startswith("Tính đúng hạn theo ngày 27/11/2026. Hẹn lại một lần")
