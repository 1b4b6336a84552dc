"""Whom to call: the list, the words, and what came of it, by keyboard alone."""

from datetime import UTC

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.model import Act, DossierState
from kiosk.dossiers.telling import MarkTold, mark_told, messages, telling_of
from kiosk.storage.store import Store
from kiosk.ui.counter.tell.page import TellPage
from kiosk.ui.counter.tell.props import ABOUT, NOBODY, derive_rows
from tests.dossiers.acting import brought_to, do
from tests.fixtures.store import OFFICER, SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.life_kit import ENTER, ESC, F9, TAB, Desk, desk
from tests.ui.seeing import faint, jumps, nameless

__all__ = ["desk"]
S = DossierState


def page_of(desk: Desk) -> TellPage:
    page = desk.hands.window.telling.page
    assert page is not None
    return page


def codes(desk: Desk) -> list[str]:
    return [row.code for row in page_of(desk).table.rows_model.rows]


def rail(desk: Desk) -> str:
    return desk.hands.window.rail.keys["tell"].text()


@pytest.fixture
def three(desk: Desk, clock: SteppingClock) -> list[str]:
    """Three citizens to call, the longest waiting first."""
    made = []
    for at, state in enumerate((S.RESULT_READY, S.SUPPLEMENTING, S.REFUSED)):
        clock.set(f"2026-11-23T09:{30 + at}+07:00")
        made.append(brought_to(desk.hands.store, state))
    desk.hands.settle()
    return made


def test_the_list_stands_behind_a_key_and_how_many_wait_is_seen_before(
    desk: Desk, three: list[str]
) -> None:
    assert rail(desk) == "Cần gọi 3"
    desk.hands.hit(Key.Key_G, CTRL)
    assert desk.hands.at == "tell"
    assert codes(desk) == three
    page = page_of(desk)
    assert page.row is not None
    assert (page.row.code, page.row.phone, page.row.tried) == (three[0], "0912 345 678", "chưa")
    assert page.card.text.text() == page.row.text
    assert "đã có kết quả" in page.card.text.text()
    desk.hands.hit(Key.Key_Down)
    assert "cần bổ sung" in page.card.text.text()
    assert desk.hands.window.rail.keys["tell"].on


def test_the_words_go_to_the_clipboard(desk: Desk, three: list[str]) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.hit(Key.Key_C, CTRL)
    page = page_of(desk)
    assert page.row is not None
    assert QGuiApplication.clipboard().text() == page.row.text
    assert desk.hands.window.told == f"Đã chép lời nhắn của hồ sơ {three[0]}."


def test_told_by_telephone_and_by_message(
    desk: Desk, three: list[str], clock: SteppingClock
) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.hit(F9)
    assert desk.hands.window.told == f"Đã ghi: {three[0]} đã báo, gọi điện."
    assert codes(desk) == three[1:]
    assert page_of(desk).row is not None
    desk.hands.rested()
    desk.hands.hit(TAB, times=2)
    desk.hands.hit(Key.Key_Right)
    desk.hands.hit(F9)
    assert desk.hands.window.told == f"Đã ghi: {three[1]} đã báo, nhắn tin."
    with desk.hands.store.read() as unit:
        told = telling_of(unit, three[1]).told
    assert told is not None
    assert (told.by, told.at) == ("message", clock.now())
    assert rail(desk) == "Cần gọi 1"


def test_one_press_too_many_tells_nobody_else(desk: Desk, three: list[str]) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.at_once(F9, F9)
    desk.hands.settle()
    desk.hands.hit(F9)
    assert codes(desk) == three[1:]


def test_whoever_was_not_reached_stays_and_the_calls_are_counted(
    desk: Desk, three: list[str]
) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    for times in (1, 2):
        desk.hands.hit(Key.Key_U, CTRL)
        desk.hands.rested()
        row = page_of(desk).row
        assert row is not None
        assert (row.code, row.tried) == (three[0], f"{times} lần")
    assert codes(desk) == three


def test_from_a_dossier_and_back_to_it(desk: Desk, three: list[str]) -> None:
    at = desk.at(S.STOPPED)
    page = desk.hands.window.dossier
    assert page.told.said == "Đã dừng: **chưa báo**"
    at.hands.hit(Key.Key_G, CTRL)
    assert desk.hands.at == "tell"
    row = page_of(desk).row
    assert row is not None
    assert row.code == at.code
    at.hands.hit(F9)
    assert desk.hands.at == "dossier"
    assert page.told.said == "Đã dừng: **đã báo** lúc 23/11 09:32, gọi điện · Lê Minh Mẫu"
    assert "Ctrl G" not in desk.hands.bar()
    at.hands.hit(Key.Key_G, CTRL)
    assert desk.hands.at == "dossier"
    assert page.reply.text == "Đã báo người nộp lúc 23/11 09:32."


def test_esc_goes_back_where_one_came_from(desk: Desk, three: list[str]) -> None:
    at = desk.at(S.STOPPED)
    at.hands.hit(Key.Key_G, CTRL)
    at.hands.hit(ESC)
    assert at.hands.at == "dossier"
    at.hands.hit(Key.Key_F8)
    at.hands.hit(Key.Key_G, CTRL)
    at.hands.hit(ESC)
    assert at.hands.at == "main"


def test_a_scan_chooses_its_line_or_opens_its_dossier(desk: Desk, three: list[str]) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.scan(three[2])
    assert desk.hands.at == "tell"
    row = page_of(desk).row
    assert row is not None
    assert row.code == three[2]
    other = brought_to(desk.hands.store, S.PROCESSING)
    desk.hands.settle()
    desk.hands.scan(other)
    assert desk.hands.at == "dossier"


def test_enter_opens_the_dossier(desk: Desk, three: list[str]) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.hit(Key.Key_Down)
    desk.hands.hit(ENTER)
    assert desk.hands.at == "dossier"
    assert desk.hands.window.opened is not None
    assert desk.hands.window.opened.view.code == three[1]


def test_what_another_counter_told_goes_from_the_list(
    desk: Desk, three: list[str], dossier_store: Store
) -> None:
    desk.hands.hit(Key.Key_G, CTRL)
    desk.hands.hit(Key.Key_Down)
    dossier_store.do(mark_told, MarkTold(three[1]), OFFICER)
    desk.hands.settle()
    assert codes(desk) == [three[0], three[2]]
    row = page_of(desk).row
    assert row is not None
    assert row.code == three[2], "the one that took its place"


def test_nobody_is_left_to_call(desk: Desk) -> None:
    assert rail(desk) == "Cần gọi"
    desk.hands.hit(Key.Key_G, CTRL)
    assert set(desk.hands.bar()) == {"F1", "F8", "Ctrl N", "Esc"}
    desk.hands.hit(F9)
    assert page_of(desk).reply.text == NOBODY


def test_every_news_has_its_pill() -> None:
    assert set(ABOUT) == set(messages())


def test_the_words_of_a_line() -> None:
    from datetime import datetime

    from kiosk.dossiers.telling import TellLine

    at = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)
    lines = [
        TellLine("a", "extended", at, "An", "", "an@example.org", "…", 0),
        TellLine("b", "refused", at, "An", "", "", "…", 3),
    ]
    first, second = derive_rows(lines)
    assert (first.reach, first.tried, first.about.text) == (
        "an@example.org",
        "chưa",
        "Hẹn lại ngày",
    )
    assert (second.reach, second.tried, second.since) == ("không có số", "3 lần", "23/11 09:24")


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
def test_the_page_is_whole_at_every_size(
    desk: Desk, three: list[str], size: tuple[int, int]
) -> None:
    do(desk.hands.store, Act.REFUSE, brought_to(desk.hands.store, S.PROCESSING))
    desk.hands.settle()
    desk.hands.hit(Key.Key_G, CTRL)
    window = desk.hands.window
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert troubles(window) == []
    assert nameless(window) == []
    assert faint(window) == []
    assert jumps(window) == []
    side = page_of(desk)._side
    assert side.verticalScrollBar().maximum() == 0
    assert side.horizontalScrollBar().maximum() == 0
