"""Every page of the kiosk at every size and setting: nothing cut, nothing over another, one language."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.clock import parse_moment
from kiosk.ratings.questionnaire import usual_questionnaire
from kiosk.refusal import Refused
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.choosing import ChooseInputs, derive_choose
from kiosk.ui.citizen.groups import GroupsPage, derive_groups
from kiosk.ui.citizen.home import HomeInputs, HomePage, derive_home
from kiosk.ui.citizen.session import Choice, Known, Screen
from kiosk.ui.citizen.taken import TakenPage, derive_taken
from kiosk.ui.citizen.view import (
    CallView,
    FieldView,
    GroupView,
    Help,
    KioskView,
    PaperView,
    PauseView,
    TakenView,
)
from kiosk.ui.frames.frame import HeadLabel
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, Language, english
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.press import Pressable
from tests.ui.citizen.dressing import dressed
from tests.ui.clipping import troubles

NOW = parse_moment("2026-11-23T09:24+07:00")
NAMES = (
    ("Hộ tịch", "Civil status", "rings"),
    ("Chứng thực", "Certification", "stamp"),
    ("Đất đai", "Land", "map"),
    ("Cư trú", "Residence and identity cards", "house"),
    ("Xây dựng", "Construction", "build"),
    ("Hộ kinh doanh", "Business", "store"),
    ("Người có công, xã hội", "Social affairs", "heart"),
    ("Nuôi con nuôi", "Adoption", "award"),
    ("Văn hóa", "Culture", "doc"),
    ("Trả kết quả", "Results", "doc"),
)
FIELDS = tuple(
    FieldView(
        f"F{at}",
        name,
        name_en,
        icon,
        ("Quầy 1",) if at != 5 else (),
        12 if at else 1,
        (15, 20 + 5 * at),
    )
    for at, (name, name_en, icon) in enumerate(NAMES)
)
GROUPS = tuple(
    GroupView(str(at), name, name_en)
    for at, (name, name_en) in enumerate(
        (
            ("Người khuyết tật nặng, đặc biệt nặng", "People with severe disabilities"),
            ("Người từ 75 tuổi trở lên", "People aged 75 and over"),
            ("Phụ nữ mang thai", "Pregnant women"),
            ("Người bế trẻ dưới 36 tháng tuổi", "People carrying a child under 36 months"),
            ("Người có công với cách mạng", "People with meritorious service"),
            ("Người từ đủ 60 tuổi đến dưới 75 tuổi", "People aged 60 to 74"),
        )
    )
)
VIEW = KioskView(
    "Ủy ban nhân dân phường Thử Nghiệm",
    "Trung tâm Phục vụ hành chính công",
    True,
    "07:30 – 11:30, 13:30 – 17:00",
    True,
    None,
    FIELDS[:7],
    GROUPS,
    tuple(CallView(f"HT-01{at}", f"Quầy {at}") for at in range(1, 5)),
    usual_questionnaire(),
)
MANY = replace(VIEW, fields=FIELDS)
LONGEST_WHY = ("Mat dien, moi Ong/Ba cho trong sanh. " * 6)[:200]
PAUSED = replace(VIEW, pause=PauseView(NOW, LONGEST_WHY))
SPENT = replace(
    VIEW,
    fields=(
        replace(FIELDS[6], full=True),
        *FIELDS[:5],
        replace(FIELDS[9], resting=True, wait=None),
    ),
    next_day=parse_moment("2026-11-24T07:30+07:00"),
)
ALL_SPENT = replace(SPENT, fields=tuple(replace(each, full=True) for each in FIELDS[:5]))
TAKEN = TakenView("id", "HT-022", "Cư trú", ("Quầy 1", "Quầy 2"), 15, True, "job", NOW, (100, 125))
QR = tuple(tuple((row * column) % 3 == 0 for column in range(33)) for row in range(33))
UI_SCALES = (1.08, 1.25)
SETTINGS = [
    pytest.param(False, False, VIETNAMESE, id="plain"),
    pytest.param(True, False, VIETNAMESE, id="large"),
    pytest.param(True, True, english(), id="large-contrast-english"),
    pytest.param(False, True, english(), id="contrast-english"),
]
SIZES = [PORTRAIT, LANDSCAPE, QSize(540, 960), QSize(1366, 768)]
VIETNAMESE_LETTER = re.compile(
    r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"
)


def pages(frame: KioskFrame, language: Language) -> Iterator[tuple[str, QWidget, bool]]:
    """Each page by name, and whether it is the home page; the frame's look decides its size."""
    look, wide = frame.look, frame.wide
    large = look.large
    for name, view in (
        ("home", VIEW),
        ("many", MANY),
        ("shut", replace(VIEW, open=False)),
        ("paused", PAUSED),
        ("spent", ALL_SPENT),
    ):
        given = HomeInputs(view, False, None, NOW, language, wide)
        yield f"home {name}", HomePage(look, derive_home(given), wide=wide), True
    for name, known in (
        ("starting", Known()),
        ("refused", Known(refused=True)),
        ("silent", Known(VIEW, silent=9)),
    ):
        given = HomeInputs.of(known, Screen(NOW, language, wide, large))
        yield f"home {name}", HomePage(look, derive_home(given), wide=wide), True
    asking = ChooseInputs(VIEW, Choice(), False, None, None, NOW, language, wide, large)
    chosen = replace(asking, choice=Choice("F6", "0"))
    for name, given_choice in (
        ("nothing", asking),
        ("chosen", chosen),
        ("busy", replace(chosen, busy=True)),
        ("unsure", replace(chosen, silent=40)),
        ("failed", replace(chosen, error=Refused("store.busy"))),
        ("many", replace(chosen, view=MANY)),
        ("many failed", replace(chosen, view=MANY, error=Refused("store.busy"))),
        ("paused", replace(asking, view=PAUSED)),
        ("full", replace(asking, view=SPENT, choice=Choice("F6", "0"))),
        ("resting", replace(asking, view=SPENT, choice=Choice("F9", "0"))),
    ):
        yield f"choose {name}", ChoosePage(look, derive_choose(given_choice), wide=wide), False
    groups = derive_groups(VIEW, 0, language, wide=wide, large=large)
    yield "groups", GroupsPage(look, groups, wide=wide), False
    for state in ("owed", "printed", "failed", "unknown", "filed"):
        taken = derive_taken(TAKEN, FIELDS[3], PaperView(state, "", QR), 0, language)
        yield f"taken {state}", TakenPage(look, taken, wide=wide), False
    for called in (Help(asked=True), Help(told_at=NOW), Help(asked=True, told_at=NOW)):
        paper = PaperView("failed", "paper", QR)
        taken = derive_taken(TAKEN, FIELDS[3], paper, 0, language, called)
        yield f"taken {called}", TakenPage(look, taken, wide=wide), False


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize(("large", "contrast", "language"), SETTINGS)
def test_nothing_is_cut(
    qapp: QApplication, size: QSize, large: bool, contrast: bool, language: Language
) -> None:
    with dressed(size, large=large, contrast=contrast, language=language) as frame:
        found = {}
        for name, page, home in pages(frame, language):
            frame.show_page(page, home=home)
            if wrong := troubles(frame):
                found[name] = wrong
    assert found == {}


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
@pytest.mark.parametrize("language", [VIETNAMESE, english()], ids=["vi", "en"])
@pytest.mark.parametrize("ui_scale", UI_SCALES)
def test_a_station_s_own_size_cuts_nothing(
    qapp: QApplication, size: QSize, language: Language, ui_scale: float
) -> None:
    with dressed(size, language=language, ui_scale=ui_scale) as frame:
        found = {}
        for name, page, home in pages(frame, language):
            frame.show_page(page, home=home)
            if wrong := troubles(frame):
                found[name] = wrong
    assert found == {}


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
@pytest.mark.parametrize(("large", "contrast", "language"), SETTINGS)
def test_large_text_takes_nothing_away(
    qapp: QApplication, size: QSize, large: bool, contrast: bool, language: Language
) -> None:
    with dressed(size, large=large, contrast=contrast, language=language) as frame:
        without = []
        calls = {language.tr("Gọi cán bộ hỗ trợ"), language.tr("Đã gọi cán bộ hỗ trợ")}
        for name, page, home in pages(frame, language):
            frame.show_page(page, home=home)
            if isinstance(page, ChoosePage) and not page.link.isVisible():
                without.append(name)
            if isinstance(page, TakenPage):
                shown = {each.shown for each in page.findChildren(BigButton) if each.isVisible()}
                if ("printed" in name or "owed" in name) == bool(shown & calls):
                    without.append(name)
    assert without == []


def said(root: QWidget) -> Iterator[str]:
    """Everything a person sees or is told on the page."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or isinstance(widget, HeadLabel):
            continue
        if isinstance(widget, Label):
            yield widget.text()
        if isinstance(widget, Pressable):
            yield from (widget.text(), widget.reason, widget.busy)
        yield widget.accessibleName()
        yield widget.accessibleDescription()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["standing", "lying"])
def test_english_leaves_no_vietnamese(qapp: QApplication, size: QSize) -> None:
    with dressed(size, language=english()) as frame:
        left = {}
        for name, page, home in pages(frame, english()):
            frame.show_page(page, home=home)
            texts = [text for text in said(frame) if text != "Tiếng Việt"]
            if found := [text for text in texts if VIETNAMESE_LETTER.search(text)]:
                left[name] = found
    assert left == {}
