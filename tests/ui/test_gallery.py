"""No text is cut and nothing overlaps, in any theme, size and text scale."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import kiosk.ui.parts
from kiosk.cli import main
from kiosk.ui.frames.frame import Frame
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT
from kiosk.ui.gallery import PAGES, desk_frame, kiosk_frame, pictures, tv_frame
from kiosk.ui.gallery_board import SIZE, ComponentsBoard
from kiosk.ui.parts.label import Label
from kiosk.ui.theme.tokens import HIGH_CONTRAST, NORMAL, Theme
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, nameless

SMALL = QSize(410, 729)


def shown(qtbot: QtBot, frame: Frame) -> Frame:
    qtbot.addWidget(frame)
    with qtbot.waitExposed(frame):
        frame.show()
    return frame


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("size", "large", "contrast"),
    [
        (PORTRAIT, False, False),
        (PORTRAIT, True, False),
        (PORTRAIT, False, True),
        (PORTRAIT, True, True),
        (SMALL, False, False),
        (SMALL, True, False),
    ],
)
def test_standing_kiosk(qtbot: QtBot, page: str, size: QSize, large: bool, contrast: bool) -> None:
    frame = kiosk_frame(page, size, large=large, contrast=contrast)
    assert troubles(shown(qtbot, frame)) == []


@pytest.mark.parametrize("large", [False, True])
def test_lying_kiosk(qtbot: QtBot, large: bool) -> None:
    assert troubles(shown(qtbot, kiosk_frame("home", LANDSCAPE, large=large))) == []


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
def test_figures(qtbot: QtBot, size: QSize) -> None:
    assert troubles(shown(qtbot, desk_frame(size, figures=True))) == []


def test_every_part_is_in_the_gallery(qtbot: QtBot) -> None:
    """A new part comes with its states in the gallery."""
    seen = set()
    board = ComponentsBoard()
    qtbot.addWidget(board)
    windows: list[QWidget] = [board]
    for _name, frame in pictures():
        qtbot.addWidget(frame)
        windows.append(frame)
    for window in windows:
        for widget in (window, *window.findChildren(QWidget)):
            seen |= {kind.__module__ for kind in type(widget).__mro__}
    parts = {
        f"kiosk.ui.parts.{file.stem}"
        for file in Path(kiosk.ui.parts.__file__).parent.glob("*.py")
        if "(QWidget)" in (text := file.read_text("utf-8")) or "Pressable)" in text
    }
    assert parts - seen == set()


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)], ids=str)
def test_desk(qtbot: QtBot, size: QSize) -> None:
    assert troubles(shown(qtbot, desk_frame(size))) == []


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080)], ids=str)
def test_lobby(qtbot: QtBot, size: QSize) -> None:
    assert troubles(shown(qtbot, tv_frame(size))) == []


def test_a_window_dressed_anew_is_like_one_built_so(qtbot: QtBot) -> None:
    frame = shown(qtbot, kiosk_frame("choose", PORTRAIT))
    built = shown(qtbot, kiosk_frame("choose", SMALL, large=True, contrast=True))
    frame.resize(SMALL)
    frame.set_options(large=True, contrast=True)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: frame.size() == SMALL)
    assert troubles(frame) == troubles(built) == []
    assert places(frame) == places(built)
    assert frame.grab().toImage() == built.grab().toImage()


def places(frame: QWidget) -> list[tuple[str, int, int, int, int]]:
    return [
        (label.text(), *label.geometry().getRect())  # type: ignore[misc]
        for label in frame.findChildren(Label)
        if label.isVisible()
    ]


@pytest.mark.parametrize("page", PAGES)
def test_everything_one_can_reach_has_a_name(qtbot: QtBot, page: str) -> None:
    nameless = unnamed(shown(qtbot, kiosk_frame(page)))
    assert nameless == []


def test_everything_at_the_desk_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, desk_frame(QSize(1440, 900)))) == []


def unnamed(frame: Frame) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QTableView)
    return [
        repr(widget)
        for widget in frame.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.accessibleName()
        # Qt's own corner of a table cannot be reached.
        if type(widget).__name__ != "QAbstractButton"
    ]


def test_the_helper_sees_cut_text(qtbot: QtBot) -> None:
    frame = shown(qtbot, kiosk_frame("home"))
    label = frame.findChildren(Label)[-1]
    label.setFixedSize(label.width() // 3, 10)
    assert troubles(frame)


@pytest.mark.parametrize("theme", [NORMAL, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_the_board_of_all_parts(qtbot: QtBot, theme: Theme) -> None:
    board = ComponentsBoard(theme)
    qtbot.addWidget(board)
    with qtbot.waitExposed(board):
        board.show()
    assert board.size() == SIZE
    assert nameless(board) == []
    assert faint(board) == []


def test_the_gallery_leaves_pictures(tmp_path: Path, qapp: QApplication) -> None:
    assert main(["gallery", "--out", str(tmp_path / "parts")]) == 0
    left = {file.stem for file in (tmp_path / "parts").glob("*.png")}
    assert {"components", "kiosk-home", "desk-1366", "tv-1920"} <= left
