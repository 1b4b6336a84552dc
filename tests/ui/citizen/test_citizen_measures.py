"""Where things stand, against the numbers of the design note: within 4 px."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.clock import FrozenClock, parse_moment
from kiosk.ratings.questionnaire import usual_questionnaire
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.choosing import ChooseInputs, derive_choose
from kiosk.ui.citizen.home import HomeInputs, HomePage, derive_home
from kiosk.ui.citizen.rating.asking import Sheet, derive_question
from kiosk.ui.citizen.rating.question_page import QuestionPage
from kiosk.ui.citizen.session import Choice
from kiosk.ui.citizen.slips import PhotoCard
from kiosk.ui.citizen.taken import TakenPage, derive_taken
from kiosk.ui.citizen.view import FieldView, GroupView, KioskView, PaperView, TakenView
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, english
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.ticket_card import TicketCard
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import LARGE_TEXT

NOW = parse_moment("2026-11-23T09:24+07:00")
FIELDS = tuple(
    FieldView(f"F{at}", name, "", "doc", ("Quầy 1",), 5, (15, 20))
    for at, name in enumerate(("Hộ tịch", "Chứng thực", "Đất đai", "Cư trú", "Xây dựng", "Đô thị"))
)
GROUPS = (GroupView("a", "Người từ 75 tuổi trở lên", ""), GroupView("b", "Phụ nữ mang thai", ""))
VIEW = KioskView("Ủy ban nhân dân phường", "Trung tâm", False, "", True, None, FIELDS, GROUPS)
TAKEN = TakenView("id", "HT-022", "Hộ tịch", ("Quầy 1", "Quầy 2"), 5, False, "job", NOW, (15, 20))
Box = tuple[int, int, int, int]
CLOSE = 4
LOOK = Look("kiosk")


def box_of(widget: QWidget, frame: KioskFrame) -> Box:
    at = widget.mapTo(frame, QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[list[KioskFrame]]:
    made: list[KioskFrame] = []
    yield made
    for frame in made:
        frame.close()
        frame.deleteLater()


def shown(
    frames: list[KioskFrame], page: QWidget, size: QSize, *, home: bool = False
) -> KioskFrame:
    frame = KioskFrame(OfficeFace("Ủy ban nhân dân phường", "Trung tâm"), FrozenClock(NOW), size)
    frames.append(frame)
    frame.show_page(page, home=home)
    frame.show()
    for _ in range(2):
        QApplication.processEvents()
    return frame


def far(found: dict[str, Box], design: dict[str, Box]) -> dict[str, tuple[Box, Box]]:
    """What stands more than 4 px from where it should."""
    return {
        name: (found[name], wanted)
        for name, wanted in design.items()
        if any(abs(one - other) > CLOSE for one, other in zip(found[name], wanted, strict=True))
    }


@pytest.mark.parametrize(
    ("size", "design"),
    [
        (
            PORTRAIT,
            {
                "line": (0, 280, 1080, 96),
                "tile": (48, 600, 984, 312),
                "status": (48, 936, 480, 340),
                "procedures": (552, 936, 480, 340),
                "staff": (48, 1300, 480, 340),
                "rating": (552, 1300, 480, 340),
            },
        ),
        (
            LANDSCAPE,
            {
                "line": (0, 152, 1920, 88),
                "tile": (64, 424, 720, 488),
                "status": (808, 424, 512, 232),
                "procedures": (1344, 424, 512, 232),
                "staff": (808, 680, 512, 232),
                "rating": (1344, 680, 512, 232),
            },
        ),
    ],
    ids=["standing", "lying"],
)
def test_home(frames: list[KioskFrame], size: QSize, design: dict[str, Box]) -> None:
    wide = size == LANDSCAPE
    props = derive_home(HomeInputs(VIEW, False, None, NOW, VIETNAMESE, wide))
    page = HomePage(LOOK, props, wide=wide)
    frame = shown(frames, page, size, home=True)
    found = {"line": page.line, "tile": page.tile, **page.ways}
    assert far({name: box_of(each, frame) for name, each in found.items()}, design) == {}


def test_rating(frames: list[KioskFrame]) -> None:
    asked = derive_question(usual_questionnaire(), Sheet(at=1), VIETNAMESE, large=False)
    page = QuestionPage(LOOK, asked, wide=False)
    frame = shown(frames, page, PORTRAIT)
    frame.set_idle(27, 0.9)
    QApplication.processEvents()
    found = {"bar": page.bar, **page.tiles, "skip": page.skip}
    design = {
        "bar": (48, 248, 984, 16),
        "very_satisfied": (48, 680, 984, 224),
        "satisfied": (48, 928, 984, 224),
        "dissatisfied": (48, 1176, 984, 224),
        "skip": (48, 1456, 984, 104),
    }
    assert far({name: box_of(each, frame) for name, each in found.items()}, design) == {}


def test_choose(frames: list[KioskFrame]) -> None:
    asked = ChooseInputs(VIEW, Choice("F0"), False, None, None, NOW, VIETNAMESE, False, False)
    page = ChoosePage(LOOK, derive_choose(asked), wide=False)
    frame = shown(frames, page, PORTRAIT)
    assert page.priority is not None
    found = {**page.tiles, "switch": page.priority.switch, "link": page.link}
    design = {
        "F0": (48, 336, 482, 192),
        "F1": (550, 336, 482, 192),
        "F2": (48, 548, 482, 192),
        "F5": (550, 760, 482, 192),
    }
    boxes = {name: box_of(each, frame) for name, each in found.items()}
    assert far(boxes, design) == {}
    assert boxes["switch"][2:] == (168, 80)
    assert boxes["link"][3] == 80
    assert box_of(page.button, frame)[1] >= 640
    assert 136 <= page.button.height() <= 152


@pytest.mark.parametrize(
    ("paper", "card", "design"),
    [
        ("printed", TicketCard, (48, 336, 984, 864)),
        ("failed", PhotoCard, (48, 385, 984, 838)),
    ],
)
def test_taken(frames: list[KioskFrame], paper: str, card: type[QWidget], design: Box) -> None:
    props = derive_taken(TAKEN, None, PaperView(paper), 0, VIETNAMESE)
    page = TakenPage(LOOK, props, wide=False)
    frame = shown(frames, page, PORTRAIT)
    found = page.findChild(card)
    assert found is not None
    assert far({"card": box_of(found, frame)}, {"card": design}) == {}
    assert page.button.height() >= 136


@pytest.mark.parametrize(("size", "end"), [(PORTRAIT, 1032), (LANDSCAPE, 1856)])
def test_the_countdown_ends_at_the_margin(frames: list[KioskFrame], size: QSize, end: int) -> None:
    frame = shown(frames, QWidget(), size)
    frame.set_idle(30, 1.0)
    QApplication.processEvents()
    said = next(each for each in frame.findChildren(Label) if "30 giây" in each.text())
    left, _, wide, _ = box_of(said, frame)
    assert left + wide == pytest.approx(end, abs=1)


def test_no_word_of_the_home_page_touches_the_edge_of_its_tile(frames: list[KioskFrame]) -> None:
    look = replace(LOOK, text=LARGE_TEXT)
    props = derive_home(HomeInputs(VIEW, False, None, NOW, english(), True))
    page = HomePage(look, props, wide=True)
    frame = KioskFrame(OfficeFace("", ""), FrozenClock(NOW), LANDSCAPE)
    frames.append(frame)
    frame.set_options(large=True, contrast=False)
    frame.show_page(page, home=True)
    frame.show()
    for _ in range(2):
        QApplication.processEvents()
    for tile in page.ways.values():
        for title in tile.findChildren(Label):
            if not title.isVisible():
                continue
            end = title.mapTo(tile, QPoint(0, 0)).x() + title.prose.widest_line(title.width())
            assert title.prose.longest_word() <= title.width(), title.text()
            assert end <= tile.width() - 24, title.text()
