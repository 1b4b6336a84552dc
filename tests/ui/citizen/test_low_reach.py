"""Low reach: on a standing screen nothing to press stands above the line, on any page."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.ui.citizen.home import HomeInputs, HomePage, derive_home
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.frames.low_reach import LOW_FROM
from kiosk.ui.language import VIETNAMESE, Language, english
from tests.fixtures.face import FaceAtWork
from tests.ui.citizen.dressing import NOW, dressed
from tests.ui.citizen.test_citizen_layout import SETTINGS, VIEW, pages
from tests.ui.clipping import troubles
from tests.ui.seeing import jumps


def above(frame: KioskFrame) -> list[str]:
    """What can be seen and pressed above the line."""
    line = frame.look.px(LOW_FROM) - 1
    found = []
    for button in frame.findChildren(QAbstractButton):
        shown = button.visibleRegion().boundingRect()
        if button.isVisible() and not shown.isEmpty():
            top = button.mapTo(frame, QPoint(0, shown.top())).y()
            if top < line:
                found.append(f"{button.accessibleName()} at {top}")
    return found


def home_page(frame: KioskFrame) -> HomePage:
    given = HomeInputs(VIEW, False, None, NOW, frame.language, frame.wide, frame.low)
    return HomePage(frame.look, derive_home(given), wide=frame.wide)


@pytest.mark.parametrize("size", [PORTRAIT, QSize(540, 960)], ids=["full", "half"])
@pytest.mark.parametrize(("large", "contrast", "language"), SETTINGS)
def test_nothing_to_press_stands_high_and_nothing_is_cut(
    qapp: QApplication, size: QSize, large: bool, contrast: bool, language: Language
) -> None:
    found = {}
    with dressed(size, large=large, contrast=contrast, language=language) as frame:
        frame.set_low(True)
        frame.show_page(home_page(frame), home=True)
        if wrong := [*troubles(frame), *above(frame), *jumps(frame)]:
            found["home"] = wrong
        for name, page, home in pages(frame, language):
            frame.show_page(page, home=home)
            if home:
                continue
            if wrong := [*troubles(frame), *above(frame)]:
                found[name] = wrong
    assert found == {}


def whole_way(frame: KioskFrame, page: QWidget) -> None:
    """Every thing to press comes into sight by the arrows."""
    room = frame.low_room
    assert room is not None
    QApplication.processEvents()
    seen = set()
    for _ in range(9):
        for button in page.findChildren(QAbstractButton):
            if button.visibleRegion().boundingRect().height() > button.height() * 0.9:
                seen.add(button)
        if not room.arrows.isVisible() or not room.down.isEnabled():
            break
        room.move_on(1)
        QApplication.processEvents()
    missing = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert [each.accessibleName() for each in missing if each not in seen] == []


@pytest.mark.parametrize("language", [VIETNAMESE, english()], ids=["vi", "en"])
@pytest.mark.parametrize("large", [False, True], ids=["plain", "large"])
def test_all_is_reached_by_the_arrows(qapp: QApplication, language: Language, large: bool) -> None:
    with dressed(PORTRAIT, large=large, language=language) as frame:
        frame.set_low(True)
        for _name, page, home in pages(frame, language):
            frame.show_page(page, home=home)
            if not home:
                whole_way(frame, page)


def test_a_lying_screen_is_low_by_itself(qapp: QApplication) -> None:
    with dressed(LANDSCAPE) as frame:
        frame.set_low(True)
        page = home_page(frame)
        frame.show_page(page, home=True)
        assert not frame.low
        assert page.reach is None


def test_it_is_switched_at_home_and_goes_with_the_person(kiosk: FaceAtWork) -> None:
    kiosk.open()
    window = kiosk.window
    kiosk.tap(window.page.reach)
    assert window.low
    assert window.idle.running, "what one person has switched on is not left to the next"
    assert above(window) == []
    assert window.page.reach.text() == "Trở về tầm cao"
    kiosk.tap(window.page.tile)
    assert above(window) == []
    assert troubles(window) == []
    kiosk.tap(window.page.tiles["HT"])
    window.low_room.move_on(1)
    kiosk.tap(window.page.button)
    assert window.session.taken is not None
    assert above(window) == []
    window.go_home()
    assert not window.low
    assert window.page.reach.text() == "Tầm thấp"
    kiosk.tap(window.page.reach)
    kiosk.tap(window.page.reach)
    assert not window.low


def test_the_keys_alone_reach_the_last_button(kiosk: FaceAtWork) -> None:
    kiosk.open()
    window = kiosk.window
    window.page.reach.setFocus()
    kiosk.key(Qt.Key.Key_Space)
    kiosk.tap(window.page.tile)
    kiosk.tap(window.page.tiles["HT"])
    for _ in range(20):
        kiosk.key(Qt.Key.Key_Tab)
        if window.page.button.hasFocus():
            break
    shown = window.page.button.visibleRegion().boundingRect()
    assert shown.height() == window.page.button.height()
    kiosk.key(Qt.Key.Key_Space)
    assert window.session.taken is not None


@pytest.mark.parametrize("key", ["status", "procedures", "staff", "rating"])
def test_every_errand_stands_low(kiosk: FaceAtWork, key: str) -> None:
    kiosk.open()
    kiosk.tap(kiosk.window.page.reach)
    kiosk.tap(kiosk.window.page.ways[key])
    assert above(kiosk.window) == []
    assert troubles(kiosk.window) == []
    whole_way(kiosk.window, kiosk.window.page)
