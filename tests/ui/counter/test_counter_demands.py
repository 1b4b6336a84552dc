"""What the law demands of a dossier today stands where the officer looks: its page, and the list."""

import pytest

from kiosk.dossiers.model import Act, DossierState
from tests.dossiers.acting import brought_to, do
from tests.ui.clipping import troubles
from tests.ui.counter.life_kit import F8, F10, Desk, desk

__all__ = ["desk"]
S = DossierState
SIZES = [(1366, 768), (1440, 900)]


def set_day(desk: Desk, at: str) -> None:
    desk.hands.clock.set(f"2026-{at}+07:00")
    desk.hands.window.asks.look()
    desk.hands.settle()


def shown(desk: Desk) -> dict[str, str]:
    """The lines of the list, and the pill of each, in their order."""
    rows = desk.hands.window.main.lines.table.rows_model.rows
    return {row.code: row.state.text for row in rows}


@pytest.mark.parametrize(
    ("state", "now", "title", "text"),
    [
        (
            S.PROCESSING,
            "11-26T09:00",
            "Hôm nay là ngày cuối hẹn lại",
            "Có kết quả trước 17:00 ngày 27/11/2026; không kịp thì lập phiếu xin lỗi, hẹn lại ngay "
            "hôm nay, ngày cuối (Ctrl L).",
        ),
        (
            S.RECEIVED,
            "11-25T09:00",
            "Chuyển giải quyết muộn",
            "Chuyển giải quyết ngay: lẽ ra chậm nhất 17:00 ngày 23/11/2026 (F9).",
        ),
        (
            S.PROCESSING,
            "11-27T09:00",
            "Trả kết quả hôm nay",
            "Trả kết quả trước 17:00 ngày 27/11/2026, không hẹn lại được nữa.",
        ),
        (
            S.PROCESSING,
            "11-30T09:00",
            "Hồ sơ đã quá 1 ngày làm việc",
            "Trả kết quả ngay, không hẹn lại được nữa. Hỏi bộ phận giải quyết.",
        ),
    ],
)
def test_the_page_says_what_must_be_done_today(
    desk: Desk, state: DossierState, now: str, title: str, text: str
) -> None:
    at = desk.at(state)
    set_day(desk, now)
    at.hands.scan(at.code)
    props = desk.hands.window.dossier.props
    assert props is not None
    assert (props.advice.title, props.advice.text) == (title, text)
    for size in SIZES:
        at.picture(f"demand-{now[:5]}-{size[0]}", size)
        desk.hands.window.resize(*size)
        desk.hands.settle()
        assert troubles(desk.hands.window) == []


def test_several_demands_stand_in_one_box_the_most_pressing_first(desk: Desk) -> None:
    at = desk.at(S.RECEIVED)
    set_day(desk, "11-26T09:00")
    at.hands.scan(at.code)
    props = desk.hands.window.dossier.props
    assert props is not None
    assert props.advice.title == "Hôm nay là ngày cuối hẹn lại"
    assert "ngày cuối (Ctrl L). Chuyển giải quyết ngay: lẽ ra" in props.advice.text


def test_on_the_day_of_reception_nothing_warns(desk: Desk) -> None:
    desk.at(S.RECEIVED)
    props = desk.hands.window.dossier.props
    assert props is not None
    assert props.advice.title == ""


@pytest.mark.parametrize("size", SIZES)
def test_todays_list_is_in_the_order_of_the_demands_and_names_them(
    desk: Desk, size: tuple[int, int]
) -> None:
    ready = brought_to(desk.hands.store, S.RESULT_READY)
    waiting = brought_to(desk.hands.store, S.PROCESSING)
    late = brought_to(desk.hands.store, S.RECEIVED)
    lost = brought_to(desk.hands.store, S.PROCESSING)
    set_day(desk, "11-25T09:00")
    do(desk.hands.store, Act.LOSE, lost)
    at = desk.at(S.RECEIVED)
    at.hands.hit(F8)
    assert list(shown(desk)) == [late, at.code, lost, ready]
    assert shown(desk)[late] == "Chuyển ngay"
    assert shown(desk)[lost] == "Thất lạc giấy tờ"
    assert waiting not in shown(desk)
    set_day(desk, "11-26T09:00")
    assert shown(desk)[waiting] == "Trả hoặc hẹn lại"
    at.picture(f"demands-{size[0]}", size)
    desk.hands.window.resize(*size)
    desk.hands.settle()
    assert troubles(desk.hands.window) == []


def rest_of(desk: Desk) -> str:
    props = desk.hands.window.dossier.props
    assert props is not None
    return props.rest


def test_how_often_one_may_ask_is_the_same_on_both_pages(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    assert rest_of(desk) == "Hẹn lại còn **1 lần**. Yêu cầu bổ sung còn **1 lần**."
    set_day(desk, "12-02T09:00")
    at.hands.scan(at.code)
    late = "Sau ngày 27/11/2026, yêu cầu bổ sung do người quản lý cho phép."
    assert rest_of(desk) == late
    at.hands.hit(F10)
    assert at.page.props is not None
    assert late in at.page.props.told


@pytest.mark.parametrize("state", [S.CORRECTING, S.RESULT_READY, S.SUPPLEMENTING, S.RETURNED])
def test_nothing_is_said_of_what_the_state_shuts(desk: Desk, state: DossierState) -> None:
    desk.at(state)
    assert rest_of(desk) == ""


def test_too_late_for_another_day_says_what_is_left_to_do(desk: Desk) -> None:
    at = desk.at(S.PROCESSING)
    set_day(desk, "11-30T09:00")
    at.hands.scan(at.code)
    at.ctrl("L")
    assert at.hands.at == "dossier"
    assert desk.hands.window.dossier.reply.text == (
        "Chỉ hẹn lại được đến hết ngày 26/11/2026; nay đôn đốc để trả kết quả."
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("now", ["11-26T09:00", "11-27T09:00", "12-01T09:00"])
def test_every_act_and_count_is_in_sight(desk: Desk, now: str, size: tuple[int, int]) -> None:
    at = desk.at(S.PROCESSING)
    set_day(desk, now)
    at.hands.scan(at.code)
    window = desk.hands.window
    at.picture(f"acts-{now[:5]}-{size[0]}", size)
    window.resize(*size)
    desk.hands.settle()
    side = window.dossier.side
    assert side.verticalScrollBar().maximum() == 0
    acts = window.dossier.acts
    told = " ".join(label.text() for label in (acts._shut, acts._rest) if label.isVisible())
    assert rest_of(desk).replace("**", "") in told.replace("**", "")
    assert troubles(window) == []
