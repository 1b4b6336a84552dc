"""Frames: head, bars, scaling in one place, questions and notices, nothing left running."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kiosk.ui.frames.desk import DeskFrame, DeskProps, Light, RailItem
from kiosk.ui.frames.frame import Frame
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.frames.tv import TvFrame
from kiosk.ui.gallery import FACE, PROPS
from kiosk.ui.language import VIETNAMESE, english
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box
from kiosk.ui.parts.sheet import Question
from tests.ui.clipping import troubles
from tests.ui.seeing import told

LEFT = Qt.MouseButton.LeftButton
QUESTION = Question("Ông/Bà còn xem không?", "Sau **10 giây**.", "Về trang đầu", "Xem tiếp")


@dataclass
class HandClock:
    """A clock moved by hand."""

    at: datetime = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


def shown(qtbot: QtBot, frame: Frame) -> None:
    qtbot.addWidget(frame)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()


def kiosk(qtbot: QtBot, size: QSize = PORTRAIT, clock: HandClock | None = None) -> KioskFrame:
    frame = KioskFrame(FACE, clock or HandClock(), size)
    frame.show_page(Box(frame.look), home=True)
    shown(qtbot, frame)
    return frame


def texts(frame: QWidget) -> list[str]:
    return [label.text() for label in frame.findChildren(Label) if label.isVisibleTo(frame)]


@contextmanager
def no_signal(signal: object) -> Iterator[None]:
    told: list[object] = []
    signal.connect(lambda *args: told.append(args))  # type: ignore[attr-defined]
    yield
    assert told == []


def test_the_head_tells_the_office_and_the_time(qtbot: QtBot) -> None:
    clock = HandClock()
    frame = kiosk(qtbot, clock=clock)
    assert {FACE.parent, FACE.name, "09:24", "Thứ Hai, 23/11/2026"} <= set(texts(frame))
    clock.at += timedelta(minutes=1)
    frame.tell_time()
    assert "09:25" in texts(frame)
    frame.set_language(english())
    assert "Monday, 23/11/2026" in texts(frame)


def test_places_keep_their_order_and_tell_what_was_pressed(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    places = frame.bar.places
    assert list(places) == ["back", "home", "large", "contrast", "language"]
    assert not places["back"].isVisible()
    frame.set_hours("Giờ làm việc hôm nay", "07:30 – 11:30")
    assert "07:30 – 11:30" in texts(frame)
    frame.show_page(Box(frame.look), back=False)
    QCoreApplication.processEvents()
    assert [place.x() for place in places.values()] == [48, 248, 448, 648, 848]
    assert {(place.width(), place.height()) for place in places.values()} == {(184, 112)}
    assert "07:30 – 11:30" not in texts(frame)
    with no_signal(frame.back_asked):
        QTest.mouseClick(places["back"], LEFT)
    with qtbot.waitSignal(frame.home_asked):
        QTest.mouseClick(places["home"], LEFT)
    with qtbot.waitSignal(frame.language_asked) as asked:
        QTest.mouseClick(places["language"], LEFT)
    assert asked.args == [english()]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
@pytest.mark.parametrize("home", [True, False])
def test_english_keeps_every_place(qtbot: QtBot, size: QSize, home: bool) -> None:
    frame = kiosk(qtbot, size)
    frame.show_page(Box(frame.look), home=home)
    QCoreApplication.processEvents()
    before = {key: place.geometry() for key, place in frame.bar.places.items()}
    frame.set_language(english())
    QCoreApplication.processEvents()
    assert {key: place.geometry() for key, place in frame.bar.places.items()} == before
    assert troubles(frame) == []


def test_the_countdown_speaks_the_language_of_the_page(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    frame.show_page(Box(frame.look))
    frame.set_idle(25, 0.8)
    said = "Tự về trang đầu sau 25 giây"
    assert said in told(frame)
    frame.set_language(english())
    assert said not in told(frame)
    assert english().tr("Tự về trang đầu sau {seconds} giây", seconds=25) in told(frame)


def test_measures_of_the_design(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    heights = [frame.childAt(540, y) for y in (279, 281, 1767, 1769)]
    assert frame.bar.height() == 152
    page = frame.page
    assert page is not None
    assert page.mapTo(frame, page.rect().topLeft()).y() == 280
    assert heights[3] is not None
    frame.show_page(Box(frame.look))
    QCoreApplication.processEvents()
    page = frame.page
    assert page is not None
    assert page.mapTo(frame, page.rect().topLeft()).y() == 144


def test_large_text_and_contrast_are_the_frame_s_own(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    label = Label(frame.look, "Chọn lĩnh vực", "h1")
    frame.show_page(label)
    with qtbot.waitSignal(frame.look_changed):
        QTest.mouseClick(frame.bar.places["large"], LEFT)
    assert label.font().pixelSize() == 70
    QTest.mouseClick(frame.bar.places["contrast"], LEFT)
    assert frame.look.contrasting
    assert frame.look.large
    assert label.look == frame.look
    assert frame.bar.places["contrast"].on
    frame.set_language(english())
    frame.reset()
    assert (frame.look.large, frame.look.contrasting, frame.language) == (False, False, VIETNAMESE)
    assert not frame.bar.places["contrast"].on


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        (QSize(1080, 1920), 1.0),
        (QSize(540, 960), 0.5),
        (QSize(432, 1000), 0.4),
        (QSize(2160, 3840), 2.0),
    ],
)
def test_a_kiosk_fits_its_window(qtbot: QtBot, size: QSize, scale: float) -> None:
    frame = kiosk(qtbot, size)
    assert frame.look.scale == pytest.approx(scale, abs=0.01)
    assert frame.size() == size
    assert troubles(frame) == []


def test_a_window_may_be_made_small(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    frame.resize(400, 711)
    QCoreApplication.processEvents()
    assert frame.size() == QSize(400, 711)
    assert frame.look.scale == pytest.approx(400 / 1080, abs=0.01)


def test_a_kiosk_turns_with_its_screen(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    with qtbot.waitSignal(frame.turned):
        frame.resize(LANDSCAPE)
    assert frame.wide
    assert frame.look.scale == 1.0
    assert frame.bar.height() == 120
    QCoreApplication.processEvents()
    assert {place.height() for place in frame.bar.places.values() if place.isVisible()} == {80}
    assert troubles(frame) == []


def test_the_station_s_own_scale(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    label = Label(frame.look, "Chọn lĩnh vực", "h1")
    frame.show_page(label)
    frame.set_ui_scale(1.08)
    assert (frame.look.scale, frame.look.text, frame.look.large) == (1.0, 1.08, False)
    assert label.font().pixelSize() == 60
    QTest.mouseClick(frame.bar.places["large"], LEFT)
    assert label.font().pixelSize() == 70, "large text is as large as anywhere"
    frame.reset()
    assert label.font().pixelSize() == 60, "the next person has the station's own size"
    assert troubles(frame) == []


@pytest.mark.parametrize(
    ("size", "wanted", "scale"),
    [
        (QSize(1366, 768), 1.25, 1.0),
        (QSize(1920, 1080), 1.08, 1.08),
        (QSize(1440, 900), 1.25, 1440 / 1366),
        (QSize(683, 384), 1.25, 0.5),
    ],
)
def test_a_desk_s_own_scale_has_room(
    qtbot: QtBot, size: QSize, wanted: float, scale: float
) -> None:
    frame = DeskFrame(PROPS, HandClock(), size)
    shown(qtbot, frame)
    frame.set_ui_scale(wanted)
    QCoreApplication.processEvents()
    assert frame.look.scale == pytest.approx(scale, abs=0.001)
    assert troubles(frame) == []


@pytest.mark.parametrize(
    ("size", "scale", "compact"),
    [
        (QSize(1366, 768), 1.0, True),
        (QSize(1440, 900), 1.0, False),
        (QSize(1920, 1080), 1.0, False),
        (QSize(683, 384), 0.5, True),
    ],
)
def test_a_desk_grows_and_below_its_least_it_shrinks(
    qtbot: QtBot, size: QSize, scale: float, compact: bool
) -> None:
    frame = DeskFrame(PROPS, HandClock(), size)
    shown(qtbot, frame)
    assert frame.look.scale == pytest.approx(scale)
    assert frame.compact == compact
    assert troubles(frame) == []


def test_the_desk_shows_its_props(qtbot: QtBot) -> None:
    frame = DeskFrame(DeskProps("Trung tâm", "Quầy 1"), HandClock())
    shown(qtbot, frame)
    assert not frame.rail.isVisible()
    rail = (RailItem("a", "Quầy", "volume"), RailItem("z", "Tạm nghỉ", "pause", last=True))
    keys = (("F2", "Gọi tiếp"),)
    light = Light("Máy in A5", "err")
    frame.set_props(
        DeskProps(
            "Trung tâm",
            "Quầy 2",
            "Lê Minh Châu",
            "Công chức",
            (light,),
            rail,
            "a",
            keys,
            "Mất kết nối.",
        )
    )
    QCoreApplication.processEvents()
    assert {"Quầy 2", "Lê Minh Châu", "Máy in A5", "Mất kết nối."} <= set(texts(frame))
    assert frame.rail.keys["a"].on
    assert frame.key_bar.keys == keys
    with qtbot.waitSignal(frame.rail_chosen) as chosen:
        QTest.mouseClick(frame.rail.keys["z"], LEFT)
    assert chosen.args == ["z"]


def test_a_light_says_its_state_in_words(qtbot: QtBot) -> None:
    frame = DeskFrame(DeskProps("A", "B", lights=(Light("Máy in A5", "err"),)), HandClock())
    qtbot.addWidget(frame)
    names = [box.accessibleName() for box in frame.findChildren(Box)]
    assert "Máy in A5: không dùng được" in names


def test_a_long_notice_takes_two_smaller_lines(qtbot: QtBot) -> None:
    frame = TvFrame("Trung tâm Phục vụ hành chính công phường An Bình", HandClock())
    shown(qtbot, frame)
    frame.set_notice("Thứ Ba 24/11 nghỉ lễ. " * 5)
    assert troubles(frame) == []
    assert frame.notice_bar.height() == 96


def test_a_page_takes_the_place_of_the_one_before(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    first, second = QPushButton("1"), QPushButton("2")
    frame.show_page(first)
    frame.show_page(second)
    assert frame.page is second
    QCoreApplication.sendPostedEvents(None, 52)  # deferred deletes
    assert not isValid(first)


def test_a_question_covers_the_window_and_keeps_the_keys(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    button = QPushButton("Trang")
    frame.show_page(button)
    button.setFocus()
    answers: list[bool] = []
    sheet = frame.ask(QUESTION)
    sheet.answered.connect(answers.append)
    assert sheet.geometry() == frame.rect()
    assert QApplication.focusWidget() is sheet.safe
    wanted = sheet.wanted
    assert wanted is not None
    assert not wanted.hasFocus()
    QTest.keyClick(sheet.safe, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wanted
    QTest.keyClick(wanted, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sheet.safe
    QTest.keyClick(sheet.safe, Qt.Key.Key_Backtab)
    QTest.keyClick(wanted, Qt.Key.Key_Return)
    assert answers == [True]
    assert frame.asking is None
    assert QApplication.focusWidget() is button


def test_escape_is_the_safe_answer(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    sheet = frame.ask(QUESTION)
    with qtbot.waitSignal(sheet.answered) as answered:
        QTest.keyClick(sheet.safe, Qt.Key.Key_Escape)
    assert answered.args == [False]


def test_a_question_dropped_is_not_answered(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    sheet = frame.ask(QUESTION)
    with no_signal(sheet.answered):
        frame.drop_question()
        frame.reset()
    assert frame.asking is None


@pytest.mark.parametrize("large", [False, True])
def test_a_question_fits(qtbot: QtBot, large: bool) -> None:
    frame = kiosk(qtbot)
    frame.set_options(large=large, contrast=False)
    frame.ask(QUESTION)
    assert troubles(frame) == []


def test_a_notice_stands_above_the_bar_and_goes(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    frame.notify("Đã in danh mục giấy tờ.")
    assert frame.told == "Đã in danh mục giấy tờ."
    frame.notify("Chưa in được. Mời Ông/Bà báo bàn hướng dẫn để được in lại giấy này ngay.", "err")
    assert "Chưa in được" in frame.told
    assert troubles(frame) == []


def test_a_closed_frame_runs_no_timer(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    assert frame._timer.isActive()
    with qtbot.waitSignal(frame.leaving):
        frame.close()
    assert not frame._timer.isActive()
    assert frame.closed


def test_the_idle_line(qtbot: QtBot) -> None:
    frame = kiosk(qtbot)
    frame.show_page(Box(frame.look))
    frame.set_idle(12, 0.6)
    assert "Tự về trang đầu sau 12 giây" in texts(frame)
    frame.set_language(english())
    frame.set_idle(12, 0.6)
    assert "Back to Home in 12 seconds" in texts(frame)
