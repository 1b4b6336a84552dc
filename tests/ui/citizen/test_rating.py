"""Saying how one was served: five touches, written at the end or not at all."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import text

from kiosk.clock import parse_moment
from kiosk.ratings import evaluations
from kiosk.ratings.asked import AskThis, ask_this
from kiosk.ratings.questionnaire import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    LONGEST_SKIP,
    PossibleAnswer,
    Question,
    Questionnaire,
    usual_questionnaire,
)
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.ui.citizen.rating.asking import Sheet, derive_end, derive_question
from kiosk.ui.citizen.rating.end_page import EndPage
from kiosk.ui.citizen.rating.question_page import QuestionPage
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, Language, english
from kiosk.ui.theme.tokens import IDLE
from tests.fixtures.face import FaceAtWork
from tests.fixtures.store import OFFICER
from tests.ui.citizen.dressing import dressed
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

NOW = parse_moment("2026-11-23T09:24+07:00")
ASKED = usual_questionnaire()
LAST_ONES = [(each.code, each.answers[-1].code) for each in ASKED.questions]


def begin(kiosk: FaceAtWork) -> None:
    kiosk.open()
    kiosk.tap(kiosk.window.page.ways["rating"])
    # The answer is seen until the person goes on (``settle``), however slow the machine.
    kiosk.window.errand._pause.setInterval(3_600_000)


def answer(kiosk: FaceAtWork, code: str) -> None:
    kiosk.tap(kiosk.window.page.tiles[code])
    kiosk.window.settle()
    kiosk.run()


def answer_all(kiosk: FaceAtWork) -> None:
    for _, code in LAST_ONES:
        answer(kiosk, code)


def written(store: Store) -> list[tuple[str, str]]:
    """Every answer added up so far."""
    with store.engine.connect() as conn:
        rows = conn.execute(text("SELECT question, answer, many FROM evaluation_tally")).all()
    return sorted((row.question, row.answer) for row in rows for _ in range(row.many))


def test_five_touches_and_thanks(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    for at, (_, code) in enumerate(LAST_ONES):
        assert f"Câu {at + 1}" in told(kiosk.window).replace("*", "")
        assert kiosk.window.idle.running
        assert written(store) == []
        answer(kiosk, code)
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
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
    assert written(store) == []
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
    assert written(store) == []
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


def busy(_unit: object, _wish: object) -> object:
    """A store that has no time."""
    raise Refused("store.busy")


def test_not_written_is_said_and_sent_once_more(
    kiosk: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(kiosk)
    real = evaluations.give_evaluation

    with monkeypatch.context() as broken:
        broken.setattr(evaluations, "give_evaluation", busy)
        answer_all(kiosk)
    assert evaluations.give_evaluation is real
    assert "Chưa ghi được câu trả lời" in told(kiosk.window)
    assert kiosk.window.errand.patience == IDLE["rating"]
    assert written(store) == []
    kiosk.window.settle()
    for _ in range(2):
        QTest.mouseClick(kiosk.window.page.button, Qt.MouseButton.LeftButton)
    kiosk.window.ticked.emit()
    assert kiosk.window.page.button.shown == "Đang gửi…"
    kiosk.run()
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
    assert written(store) == sorted(LAST_ONES)


def test_an_answer_lost_on_its_way_is_written_once(kiosk: FaceAtWork, store: Store) -> None:
    """The store had it and the kiosk did not hear so: sent again it is the same request."""
    begin(kiosk)
    answer_all(kiosk)
    kiosk.window.errand._send()
    kiosk.run()
    assert written(store) == sorted(LAST_ONES)


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


def test_still_not_written_is_said_otherwise(
    kiosk: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(kiosk)
    with monkeypatch.context() as broken:
        broken.setattr(evaluations, "give_evaluation", busy)
        answer_all(kiosk)
        assert "chạm “Gửi lại”" in told(kiosk.window)
        kiosk.tap(kiosk.window.page.button)
    assert "báo bàn hướng dẫn" in told(kiosk.window)
    kiosk.tap(kiosk.window.bar.places["back"])
    assert kiosk.window.session.step == "home"


def test_a_bug_while_sending_leaves_a_page_that_works(
    kiosk: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_unit: object, _wish: object) -> object:
        raise RuntimeError("a bug")

    begin(kiosk)
    with monkeypatch.context() as patch:
        patch.setattr(evaluations, "give_evaluation", broken)
        with pytest.raises(RuntimeError):
            answer_all(kiosk)
    assert "Chưa ghi được câu trả lời" in told(kiosk.window)
    kiosk.tap(kiosk.window.page.button)
    assert written(store) == sorted(LAST_ONES)


def test_a_slow_store_is_said_and_nothing_more_is_taken(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    for _, code in LAST_ONES[:-1]:
        answer(kiosk, code)
    page = kiosk.window.page
    kiosk.window.settle()
    QTest.mouseClick(page.tiles["no"], Qt.MouseButton.LeftButton)
    kiosk.window.errand.settle()
    assert page.skip.shown == "Bỏ qua câu này", "nobody notices a moment"
    kiosk.window.ticked.emit()
    assert page.skip.shown == "Đang gửi…"
    kiosk.window.go_back()
    assert kiosk.window.page is page, "after the last touch it is given"
    QTest.mouseClick(page.tiles["yes"], Qt.MouseButton.LeftButton)
    kiosk.run()
    assert "Cảm ơn Ông/Bà" in told(kiosk.window)
    assert ("costs", "no") in written(store)


def test_a_scan_does_not_throw_answers_away(kiosk: FaceAtWork, store: Store) -> None:
    begin(kiosk)
    answer(kiosk, "late")
    for scan in ("H99.12.08-261123-0001", "HT-001", "1||2|3|4|5|6"):
        kiosk.window.scanned(scan)
        kiosk.run()
        assert kiosk.window.errand.sheet.answers == ((0, "late"),), scan
    assert isinstance(kiosk.window.page, QuestionPage)
    assert kiosk.window.asking is None or kiosk.window.asking.isVisible()


def test_on_the_last_page_a_scan_leads_on(kiosk: FaceAtWork) -> None:
    begin(kiosk)
    answer_all(kiosk)
    kiosk.window.scanned("H99.12.08-261123-0001")
    kiosk.run()
    assert not isinstance(kiosk.window.page, EndPage)


@pytest.mark.parametrize("change", ["language", "large", "size"])
def test_another_look_while_the_answer_is_seen(
    kiosk: FaceAtWork, store: Store, change: str
) -> None:
    begin(kiosk)
    kiosk.window.settle()
    QTest.mouseClick(kiosk.window.page.tiles["late"], Qt.MouseButton.LeftButton)
    if change == "language":
        kiosk.window.language_asked.emit(english())
    elif change == "large":
        kiosk.window.set_options(large=True, contrast=False)
    else:
        kiosk.window.resize(LANDSCAPE)
    QApplication.processEvents()
    assert kiosk.window.page.tiles["late"].isChecked()
    kiosk.window.errand.settle()
    assert (kiosk.window.page.leaf, kiosk.window.errand.sheet.answers) == (1, ((0, "late"),))


def test_what_the_office_asks_is_asked(kiosk: FaceAtWork, store: Store) -> None:
    own = msgspec.structs.replace(ASKED, code="own-1", questions=ASKED.questions[:4])
    kiosk.open()
    assert "5 lần chạm" in told(kiosk.window)
    store.do(ask_this, AskThis(own), OFFICER)
    kiosk.run()
    assert "4 lần chạm" in told(kiosk.window)
    kiosk.tap(kiosk.window.page.ways["rating"])
    # Whoever has begun goes on with what they have begun; then it is too late to be counted.
    store.do(ask_this, AskThis(ASKED), OFFICER)
    kiosk.run()
    for _, code in LAST_ONES[:4]:
        answer(kiosk, code)
    assert "Chưa ghi được" in told(kiosk.window)


def test_a_spoilt_file_bars_the_way(kiosk: FaceAtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoilt(_unit: object) -> None:
        raise Refused("questionnaire.wrong", file="f", why="w")

    monkeypatch.setattr("kiosk.ratings.asked.asked_now", spoilt)
    kiosk.open()
    tile = kiosk.window.page.ways["rating"]
    assert tile.reason == "Chưa dùng được"
    kiosk.tap(tile)
    assert kiosk.window.session.step == "home"


def test_without_the_store_nothing_is_asked(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    kiosk.window.unread(Refused("store.busy"))
    assert kiosk.window.page.ways["rating"].reason == "Chưa dùng được"


def longest(length: int) -> str:
    """As long as may be, in words as wide as they come."""
    words = "thưởng " * length
    return words[: length - 1].rstrip() + "?"


LONG = Questionnaire(
    "long",
    "one",
    (
        Question(
            "one",
            longest(LONGEST_QUESTION),
            tuple(
                PossibleAnswer(code, longest(LONGEST_ANSWER), "face1", "act", satisfied=at == 0)
                for at, code in enumerate("abc")
            ),
            skip=longest(LONGEST_SKIP),
        ),
    ),
)


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
    with dressed(
        size, large=large, contrast=contrast, language=language, ui_scale=ui_scale
    ) as frame:
        found = {}
        for name, page in each_page(frame, language):
            frame.show_page(page)
            wrong = troubles(frame) + nameless(frame) + jumps(frame)
            if size in (PORTRAIT, LANDSCAPE) and ui_scale == 1.0:
                wrong += faint(frame)
            if wrong:
                found[name] = wrong
    assert found == {}


def each_page(frame: KioskFrame, language: Language) -> Iterator[tuple[str, QWidget]]:
    look, wide, large = frame.look, frame.wide, frame.look.large
    for asked in (ASKED, LONG):
        for at, question in enumerate(asked.questions):
            sheet = Sheet(at, ((at, question.answers[0].code),), sending=at == 1, late=at == 1)
            props = derive_question(asked, sheet, language, large=large)
            yield f"{asked.code} {question.code}", QuestionPage(look, props, wide=wide)
    for sheet in (
        Sheet(ending="given"),
        Sheet(ending="nothing"),
        Sheet(ending="failed", failures=1),
        Sheet(ending="failed", failures=2, sending=True, late=True),
    ):
        yield str(sheet), EndPage(look, derive_end(sheet, language), wide=wide)
