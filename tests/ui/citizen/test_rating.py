"""Saying how one was served: five touches, written at the end or not at all."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from kiosk.clock import FrozenClock, parse_moment
from kiosk.ratings import evaluations
from kiosk.ratings.figures import satisfaction
from kiosk.ratings.questionnaire import questionnaire
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.citizen import work
from kiosk.ui.citizen.rating.asking import Ending, Sheet, derive_end, derive_question
from kiosk.ui.citizen.rating.end_page import EndPage
from kiosk.ui.citizen.rating.question_page import QuestionPage
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, Language, english
from kiosk.ui.theme.tokens import IDLE
from tests.fixtures.face import FaceAtWork
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

NOW = parse_moment("2026-11-23T09:24+07:00")
ASKED = questionnaire()
ENDINGS: tuple[tuple[Ending, bool], ...] = (
    ("given", False),
    ("nothing", False),
    ("failed", False),
    ("failed", True),
)
LAST_ONES = [(each.code, each.answers[-1].code) for each in ASKED.questions]


def begin(kiosk: FaceAtWork) -> None:
    kiosk.open()
    kiosk.tap(kiosk.window.page.ways["rating"])


def answer(kiosk: FaceAtWork, code: str) -> None:
    kiosk.tap(kiosk.window.page.tiles[code])
    kiosk.window.settle()
    kiosk.run()


def answer_all(kiosk: FaceAtWork) -> None:
    for _, code in LAST_ONES:
        answer(kiosk, code)


def written(store: Store) -> list[tuple[str, str]]:
    with store.engine.connect() as conn:
        rows = conn.execute(text("SELECT question, answer FROM evaluation_answer")).all()
    return sorted((row.question, row.answer) for row in rows)


def sheets(store: Store) -> int:
    with store.read() as unit:
        return satisfaction(unit, unit.day, unit.day).sheets


def test_five_touches_and_thanks(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    for at, (_, code) in enumerate(LAST_ONES):
        assert f"Câu {at + 1}" in told(kiosk.window).replace("*", "")
        assert kiosk.window.idle.running
        assert written(store) == []
        answer(kiosk, code)
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
    assert "0200 355 5100" in told(kiosk.window)
    assert written(store) == sorted(LAST_ONES)
    for _ in range(IDLE["thanks"]):
        assert kiosk.window.session.step == "errand"
        kiosk.window.idle.tick()
    assert kiosk.window.session.step == "home"


def test_the_answer_is_seen_before_the_next_question(kiosk: FaceAtWork) -> None:
    begin(kiosk)
    page = kiosk.window.page
    kiosk.window.settle()
    QTest.mouseClick(page.tiles["late"], Qt.MouseButton.LeftButton)
    assert kiosk.window.page is page
    assert [code for code, tile in page.tiles.items() if tile.isChecked()] == ["late"]
    # Somebody else's finger, or the same one twice: the answer stands.
    QTest.mouseClick(page.tiles["early"], Qt.MouseButton.LeftButton)
    assert [code for code, tile in page.tiles.items() if tile.isChecked()] == ["late"]
    kiosk.window.errand.settle()
    assert kiosk.window.page is not page
    # The second tap of a double tap does not answer the question that has just come.
    assert kiosk.window.rest.running
    following = kiosk.window.page
    QTest.mouseClick(following.tiles["satisfied"], Qt.MouseButton.LeftButton)
    assert kiosk.window.errand.sheet.answers == ((0, "late"),)


def test_what_is_passed_over_is_not_written(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    kiosk.tap(kiosk.window.page.skip)
    answer(kiosk, "satisfied")
    for _ in range(3):
        kiosk.tap(kiosk.window.page.skip)
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
    assert written(store) == [("attitude", "satisfied")]


def test_nothing_answered_is_nothing_written(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    for _ in ASKED.questions:
        kiosk.tap(kiosk.window.page.skip)
    assert "không có gì được ghi" in told(kiosk.window)
    assert sheets(store) == 0
    kiosk.tap(kiosk.window.page.button)
    assert kiosk.window.session.step == "home"


def leave_home(kiosk: FaceAtWork) -> None:
    kiosk.tap(kiosk.window.bar.places["home"])


def leave_by_waiting(kiosk: FaceAtWork) -> None:
    for _ in range(IDLE["rating"]):
        kiosk.window.idle.tick()


def leave_at_once(kiosk: FaceAtWork) -> None:
    """The last answer is still being shown."""
    QTest.mouseClick(kiosk.window.page.tiles["no"], Qt.MouseButton.LeftButton)
    kiosk.window.go_home()


@pytest.mark.parametrize("leave", [leave_home, leave_by_waiting, leave_at_once])
def test_leaving_early_writes_nothing(
    kiosk: FaceAtWork, store: Store, leave: Callable[[FaceAtWork], None]
) -> None:
    begin(kiosk)
    for _, code in LAST_ONES[:-1]:
        answer(kiosk, code)
    kiosk.window.settle()
    leave(kiosk)
    kiosk.run()
    assert kiosk.window.session.step == "home"
    assert sheets(store) == 0
    kiosk.tap(kiosk.window.page.ways["rating"])
    assert kiosk.window.errand.sheet == Sheet()


def test_going_back_shows_the_answer_and_takes_another(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    answer(kiosk, "late")
    answer(kiosk, "satisfied")
    for _ in range(2):
        kiosk.tap(kiosk.window.bar.places["back"])
    assert kiosk.window.page.tiles["late"].isChecked()
    answer(kiosk, "early")
    assert kiosk.window.page.tiles["satisfied"].isChecked()
    kiosk.tap(kiosk.window.page.skip)
    for _ in range(3):
        kiosk.tap(kiosk.window.page.skip)
    assert written(store) == [("time", "early")], "what is passed over is taken back"
    kiosk.tap(kiosk.window.bar.places["back"])
    assert kiosk.window.session.step == "home"


def test_not_written_is_said_and_sent_once_more(
    kiosk: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(kiosk)
    real = evaluations.give_evaluation

    def busy(_unit: object, _wish: object) -> object:
        raise Refused("store.busy")

    with monkeypatch.context() as broken:
        broken.setattr(evaluations, "give_evaluation", busy)
        answer_all(kiosk)
    assert evaluations.give_evaluation is real
    assert "Chưa ghi được câu trả lời" in told(kiosk.window)
    assert kiosk.window.errand.patience == IDLE["rating"]
    assert sheets(store) == 0
    kiosk.window.settle()
    for _ in range(2):
        QTest.mouseClick(kiosk.window.page.button, Qt.MouseButton.LeftButton)
    assert kiosk.window.page.button.shown == "Đang gửi…"
    kiosk.run()
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
    assert (written(store), sheets(store)) == (sorted(LAST_ONES), 1)


def test_an_answer_lost_on_its_way_is_written_once(kiosk: FaceAtWork, store: Store) -> None:
    """The store had it and the kiosk did not hear so: sent again it is the same request."""
    begin(kiosk)
    answer_all(kiosk)
    kiosk.window.errand._send()
    kiosk.run()
    assert sheets(store) == 1


def test_by_keys_alone(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    for _, code in LAST_ONES:
        for _ in range(9):
            kiosk.key(Qt.Key.Key_Tab)
            if kiosk.window.page.tiles[code].hasFocus():
                break
        assert kiosk.window.page.tiles[code].ringed
        kiosk.key(Qt.Key.Key_Return)
        kiosk.window.settle()
        kiosk.run()
    assert written(store) == sorted(LAST_ONES)


def test_another_number_of_questions(kiosk: FaceAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "_questions", lambda: 4)
    kiosk.open()
    assert "4 lần chạm" in told(kiosk.window)
    assert "5 lần chạm" not in told(kiosk.window)


def test_a_spoilt_file_bars_the_way(kiosk: FaceAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt() -> None:
        raise Refused("questionnaire.wrong", file="f", why="w")

    monkeypatch.setattr("kiosk.ratings.questionnaire.questionnaire", spoilt)
    kiosk.open()
    tile = kiosk.window.page.ways["rating"]
    assert tile.reason == "Chưa dùng được"
    kiosk.tap(tile)
    assert kiosk.window.session.step == "home"


def test_without_the_store_nothing_is_asked(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    kiosk.window.unread(Refused("store.busy"))
    assert kiosk.window.page.ways["rating"].reason == "Chưa dùng được"


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, QSize(540, 960), QSize(1366, 768)])
@pytest.mark.parametrize("ui_scale", [1.0, 1.25])
@pytest.mark.parametrize(
    ("large", "contrast", "language"),
    [
        (False, False, VIETNAMESE),
        (True, False, VIETNAMESE),
        (True, True, english()),
        (False, True, english()),
    ],
)
def test_nothing_is_cut(
    qapp: QApplication,
    size: QSize,
    ui_scale: float,
    large: bool,
    contrast: bool,
    language: Language,
) -> None:
    frame = KioskFrame(OfficeFace("Ủy ban nhân dân", "Trung tâm"), FrozenClock(NOW), size)
    frame.set_options(large=large, contrast=contrast)
    frame.set_ui_scale(ui_scale)
    frame.set_language(language)
    frame.set_idle(25, 0.8)
    frame.show()
    found = {}
    first = ASKED.questions[0].answers[0].code
    pages: dict[object, QuestionPage | EndPage] = {
        at: QuestionPage(
            frame.look,
            derive_question(ASKED, Sheet(at, ((0, first),)), language, large=frame.look.large),
            wide=frame.wide,
        )
        for at in range(len(ASKED.questions))
    } | {
        (ending, sending): EndPage(
            frame.look,
            derive_end(Sheet(ending=ending, sending=sending), "02003555100", language),
            wide=frame.wide,
        )
        for ending, sending in ENDINGS
    }
    for name, page in pages.items():
        frame.show_page(page)
        wrong = troubles(frame) + nameless(frame) + jumps(frame)
        if size in (PORTRAIT, LANDSCAPE) and ui_scale == 1.0:
            wrong += faint(frame)
        if wrong:
            found[name] = wrong
    frame.close()
    frame.deleteLater()
    assert found == {}
