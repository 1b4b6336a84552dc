"""Tokens: contrast computed from the colours themselves, sizes, fonts, icons."""

import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo

from kiosk.ui.theme.contrast import contrast, luminance
from kiosk.ui.theme.icons import ICONS, icon_image
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.qss import sheet
from kiosk.ui.theme.tokens import HIGH_CONTRAST, NORMAL, SCALES, Theme

TEXT_PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "ink_2", "ink_3")
        for ground in ("surface", "bg", "surface_2")
    ),
    ("ink", "act_tint"),
    ("ink_2", "act_tint"),
    ("ink", "gold_tint"),
    ("ink_2", "gold_tint"),
    ("ink", "muted"),
    ("ink_2", "muted"),
    ("ink", "match"),
    ("ink_2", "warn_tint"),
    ("on_red", "red"),
    ("gold_soft", "red"),
    ("gold", "red"),
    ("bar_ok", "red"),
    ("bar_err", "red"),
    ("gold_ink", "surface"),
    ("gold_ink", "bg"),
    ("gold_ink", "gold_tint"),
    ("act", "surface"),
    ("act", "bg"),
    ("act", "act_tint"),
    ("on_act", "act"),
    ("on_act", "act_press"),
    ("on_act", "ok"),
    ("on_act", "gold_ink"),
    ("on_act", "warn"),
    ("ok", "surface"),
    ("ok", "ok_tint"),
    ("warn", "surface"),
    ("warn", "warn_tint"),
    ("err", "surface"),
    ("err", "err_tint"),
    ("err", "bg"),
    ("bar_text", "bar_dark"),
    ("bar_ok", "bar_dark"),
    ("bar_err", "bar_dark"),
    ("gold", "bar_dark"),
]
EDGE_PAIRS = [
    ("line_strong", "surface"),
    ("line_strong", "bg"),
    ("act", "surface"),
    ("err", "surface"),
]
THEMES = pytest.mark.parametrize("theme", [NORMAL, HIGH_CONTRAST], ids=lambda theme: theme.name)


def test_the_formula() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1.0)
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float) -> dict[str, float]:
    ratios = {
        f"{ink} on {ground}": contrast(getattr(theme, ink), getattr(theme, ground))
        for ink, ground in pairs
    }
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}


@THEMES
def test_text_can_be_read(theme: Theme) -> None:
    assert too_weak(theme, TEXT_PAIRS, 4.5) == {}


@THEMES
def test_headlines_are_stronger(theme: Theme) -> None:
    grounds = ("surface", "bg", "surface_2", "act_tint")
    assert too_weak(theme, [("ink", ground) for ground in grounds], 7) == {}


@THEMES
def test_edges_that_mean_something_are_seen(theme: Theme) -> None:
    assert too_weak(theme, EDGE_PAIRS, 3) == {}


@THEMES
def test_the_focus_ring_is_seen_on_every_ground(theme: Theme) -> None:
    for ground in ("surface", "bg", "act", "act_tint", "surface_2"):
        best = max(
            contrast(theme.ring_in, getattr(theme, ground)),
            contrast(theme.ring_out, getattr(theme, ground)),
        )
        assert best >= 3, ground
    assert contrast(theme.ring_in, theme.ring_out) >= 3


@THEMES
def test_every_colour_is_one(theme: Theme) -> None:
    for field in fields(theme):
        value = getattr(theme, field.name)
        if field.name not in ("name", "card_edge"):
            assert re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", value), field.name


@pytest.mark.parametrize("board", ["kiosk", "desk", "tv"])
@THEMES
def test_the_sheet_is_whole(board: str, theme: Theme) -> None:
    text = sheet(Look(board, theme, 0.4))  # type: ignore[arg-type]
    assert "$" not in text
    assert text.count("{") == text.count("}")
    assert "0px solid" not in text


def test_lengths_follow_the_scale(qapp: object) -> None:
    look = Look("kiosk", scale=0.5)
    assert look.px(48) == 24
    assert look.px(1) == 1
    assert look.px(0) == 0
    assert look.font("body").pixelSize() == 13
    assert look.line("body") == 18


def test_large_text_grows_all_but_the_ticket_number(qapp: object) -> None:
    large = Look("kiosk", text=1.25)
    assert large.font("body").pixelSize() == round(26 * 1.25)
    assert large.line("tile") == 46 * 1.25
    assert large.px(48) == 48
    assert large.font("number").pixelSize() == 232


def test_the_faces_are_the_package_s_own(qapp: object) -> None:
    assert "Open Sans" in QFontDatabase.families()
    for role, kind in SCALES["kiosk"].items():
        info = QFontInfo(Look("kiosk").font(role))
        assert (info.family(), info.weight()) == ("Open Sans", kind.weight), role


def test_every_icon_draws_in_its_colour(qapp: object) -> None:
    names = sorted(path.stem for path in ICONS.glob("*.svg"))
    assert len(names) > 50
    for name in names:
        image = icon_image(name, 48, "#0B5A66", 2.0)
        assert image.width() == 96
        dots = [image.pixelColor(x, y) for x in range(0, 96, 2) for y in range(0, 96, 2)]
        assert {dot.name() for dot in dots if dot.alpha() == 255} == {"#0b5a66"}, name


def test_every_icon_is_drawn_by_the_same_pen() -> None:
    for path in ICONS.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text
        assert 'stroke="currentColor" stroke-width="1.75"' in text
