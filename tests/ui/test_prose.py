"""Text in lines: wrapping, bold runs, phrases, and accents that stay inside."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.ui.parts.label import plain, sentence
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose, runs

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = Look("kiosk")
NAMES = ("Đặng Thị Ngọc Ưỡng", "Nguyễn", "Thủy", "ẰẴỘỴ", "Người có công, xã hội")


def prose(text: str, role: str = "body", *, marked: bool = False, phrases: bool = False) -> Prose:
    return Prose(text, LOOK.font(role), LOOK.line(role), marked=marked, phrases=phrases)


def lines(set_text: Prose, width: float) -> list[str]:
    found = []
    for layout in set_text._layouts(width):
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            found.append(layout.text()[line.textStart() :][: line.textLength()].strip())
    return found


def test_wraps_at_words_and_counts_lines() -> None:
    text = prose("Chọn lĩnh vực, nhận phiếu và chờ gọi đến quầy")
    whole = text.natural_width()
    assert text.line_count(whole) == 1
    assert text.lay(whole) == 36
    assert text.line_count(whole / 2 + 40) == 2
    assert " ".join(lines(text, whole / 3)) == text.plain


def test_a_word_too_long_is_broken_not_lost() -> None:
    text = prose("nguyenvananlamviectaibophanmotcua@phuonganbinh.example")
    assert "".join(lines(text, 120)) == text.plain


def test_a_text_at_its_own_width_stays_on_one_line() -> None:
    for name in NAMES:
        for role in ("caption", "item", "h1"):
            text = prose(name, role)
            assert text.line_count(text.natural_width()) == 1


def test_phrases_break_after_a_comma() -> None:
    text = prose("Người có công, xã hội", "item", phrases=True)
    assert lines(text, 330) == ["Người có công,", "xã hội"]
    assert lines(text, 1000) == ["Người có công, xã hội"]
    assert lines(prose("Người có công, xã hội", "item"), 330) != lines(text, 330)


def test_balance_makes_like_lines() -> None:
    text = prose("Trung tâm Phục vụ hành chính công", "button")
    width = text.balanced_width(620)
    assert lines(text, width) == ["Trung tâm Phục vụ", "hành chính công"]
    assert text.line_count(width) == text.line_count(620) == 2


def test_bold_runs() -> None:
    assert [(run.text, run.bold) for run in runs("**5** người", True)] == [
        ("5", True),
        (" người", False),
    ]
    assert [(run.text, run.bold) for run in runs("**5**", False)] == [("**5**", False)]
    marked = prose("khoảng **15 phút** nữa", marked=True)
    assert marked.plain == "khoảng 15 phút nữa"
    assert marked.natural_width() > prose(marked.plain).natural_width()


def test_spoken_text() -> None:
    assert plain("**5** người\nchờ") == "5 người chờ"
    assert sentence("Hộ tịch", "", "**5** người chờ") == "Hộ tịch. 5 người chờ."


@pytest.mark.parametrize(
    "role", ["caption", "body", "tile", "h1", "hero", "counter", "number", "tv go", "tv number"]
)
def test_no_accent_leaves_the_room(role: str) -> None:
    look, role = (Look("tv"), role[3:]) if role.startswith("tv ") else (LOOK, role)
    for name in (*NAMES, "Quầy 1", "HT-016"):
        text = Prose(name, look.font(role), look.line(role))
        width, height = int(text.natural_width()) + 1, int(text.lay(text.natural_width())) + 1
        around = 120
        image = QImage(width, height + 2 * around, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        text.paint(painter, QRectF(0, around, width, height), QColor("black"))
        painter.end()
        white = bytes([255]) * width
        rows = [
            bytes(cast(memoryview, image.constScanLine(y)))[:width] for y in range(image.height())
        ]
        inked = [y for y, row in enumerate(rows) if min(row) < 128 and row != white]
        assert around <= min(inked), name
        assert max(inked) < around + height, name


@given(
    st.lists(
        st.sampled_from(["Hộ", "tịch", "Ưỡng", "ẰỴ", "Quầy", "1", "nghỉ,"]), min_size=1, max_size=12
    )
)
def test_nothing_is_lost_at_any_width(words: list[str]) -> None:
    said = " ".join(words)
    for phrases in (False, True):
        text = prose(said, phrases=phrases)
        for width in (90.0, 200.0, 500.0):
            assert " ".join(lines(text, width)).split() == said.split()
