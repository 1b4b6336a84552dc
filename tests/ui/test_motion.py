"""What moves: a page slides in and gives way, an arrow points twice and rests; where wanted, nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, QSize, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk.clock import FrozenClock, parse_moment
from kiosk.ui.frames import kiosk as kiosk_frame
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import KioskFrame
from kiosk.ui.motion import STILL, Nudge, Slide, moves
from kiosk.ui.parts.icon_box import Disc
from kiosk.ui.parts.label import Label
from kiosk.ui.theme.look import Look
from tests.ui.clipping import troubles

NOW = FrozenClock(parse_moment("2026-11-23T09:24+07:00"))


@pytest.fixture
def frame(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[KioskFrame]:
    """A kiosk on which things move, with a page."""
    monkeypatch.setattr(kiosk_frame, "moves", lambda: True)
    made = KioskFrame(OfficeFace("", "Bộ phận Một cửa"), NOW, QSize(540, 960))
    made.show_page(Label(made.look, "Trang", "h1"))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def slides(frame: KioskFrame) -> list[Slide]:
    return [slide for slide in frame.findChildren(Slide) if slide.isVisible()]


def test_a_page_slides_in_and_gives_way(frame: KioskFrame) -> None:
    frame.slide_in()
    (slide,) = slides(frame)
    assert slide.running
    assert frame.page is not None
    assert slide.geometry() == frame.page.geometry()
    run = slide.findChild(QVariantAnimation)
    assert run is not None
    assert run.duration() == 220
    run.setCurrentTime(run.duration())
    assert slides(frame) == []
    assert troubles(frame) == []


def test_a_page_can_be_there_at_once(frame: KioskFrame) -> None:
    frame.slide_in()
    frame.end_slide()
    assert slides(frame) == []
    frame.end_slide()


@pytest.mark.parametrize("change", ["resize", "another page", "close"])
def test_a_slide_never_outlives_its_page(frame: KioskFrame, change: str) -> None:
    frame.slide_in()
    if change == "resize":
        frame.resize(600, 1000)
    elif change == "another page":
        frame.show_page(Label(frame.look, "Trang khác", "h1"))
    else:
        frame.close()
    QApplication.processEvents()
    assert slides(frame) == []


def test_the_next_slide_ends_the_one_before(frame: KioskFrame) -> None:
    frame.slide_in()
    frame.show_page(Label(frame.look, "Trang khác", "h1"))
    frame.slide_in()
    assert len(slides(frame)) == 1


def test_where_nothing_moves_the_page_is_there(
    frame: KioskFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_frame, "moves", lambda: False)
    frame.slide_in()
    assert slides(frame) == []


@pytest.mark.parametrize(
    ("platform", "still", "moving"),
    [("xcb", False, True), ("xcb", None, True), ("xcb", True, False), ("offscreen", None, False)],
)
def test_who_decides_whether_anything_moves(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    still: bool | None,
    moving: bool,
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    qapp.setProperty(STILL, still)
    assert moves() == moving
    qapp.setProperty(STILL, None)


def test_the_arrow_points_down_twice_and_rests(qapp: QApplication) -> None:
    disc = Disc(Look(), "down", 96)
    disc.move(10, 20)
    nudge = Nudge(disc, 8)
    one = nudge.duration()
    tops = []
    for at in (0, one // 2, one - 1, one + one // 2, 2 * one - 1):
        nudge.setCurrentTime(at)
        tops.append(disc.y())
    assert tops == [20, 28, 20, 28, 20]
    assert nudge.loopCount() == 2
    nudge.setCurrentTime(one // 2)
    disc.move(10, 60)
    nudge.setCurrentTime(2 * one - 1)
    assert disc.y() == 60, "where a layout has put it meanwhile, there it rests"
    nudge.stop()
    assert nudge.state() == QAbstractAnimation.State.Stopped
    disc.deleteLater()
