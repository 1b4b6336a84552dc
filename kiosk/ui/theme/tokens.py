"""The tokens of the design note: colours, type, spaces, sizes, durations. Plain values, no Qt.

Lengths are logical pixels at scale 1, durations milliseconds, idle and stale times seconds.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

FONT_UI: Final = "Open Sans"

Board = Literal["kiosk", "desk", "tv"]


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each ``#RRGGBB``; ``card_edge`` is the width of a card's border."""

    name: str
    red: str = "#7C1B20"
    on_red: str = "#FFFFFF"
    gold: str = "#D9B45B"
    gold_soft: str = "#F3E3BE"
    gold_ink: str = "#8A6416"
    gold_tint: str = "#FBF3DF"
    act: str = "#0B5A66"
    on_act: str = "#FFFFFF"
    act_press: str = "#073F48"
    act_tint: str = "#E5F0F1"
    act_line: str = "#A9CBD0"
    bg: str = "#F5F2EB"
    surface: str = "#FFFFFF"
    surface_2: str = "#FAF8F3"
    well: str = "#E3DDD0"
    muted: str = "#EFEBE2"
    line: str = "#DDD6C9"
    line_strong: str = "#8B8478"
    ink: str = "#1B2124"
    ink_2: str = "#454C50"
    ink_3: str = "#5F666A"
    ok: str = "#2A6530"
    ok_tint: str = "#E7F2E6"
    warn: str = "#7E4B00"
    warn_tint: str = "#FCF0D8"
    warn_line: str = "#E3B968"
    err: str = "#B3261E"
    err_tint: str = "#FBEAE8"
    err_line: str = "#E5A39E"
    bar_dark: str = "#2A3033"
    bar_text: str = "#F2F0EA"
    bar_ok: str = "#A9D8A4"
    bar_err: str = "#FF9A91"
    match: str = "#FBE6AE"
    ring_in: str = "#D9B45B"
    ring_out: str = "#1B2124"
    veil: str = "#8C1B2124"
    card_edge: int = 2


NORMAL: Final = Theme("normal")

HIGH_CONTRAST: Final = replace(
    NORMAL,
    name="contrast",
    red="#000000",
    gold="#FFD54A",
    gold_ink="#FFD54A",
    gold_tint="#000000",
    act="#FFD54A",
    on_act="#000000",
    act_press="#FFE999",
    act_tint="#000000",
    act_line="#FFD54A",
    bg="#000000",
    surface="#000000",
    surface_2="#000000",
    well="#3A3A3A",
    muted="#000000",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    ink="#FFFFFF",
    ink_2="#FFFFFF",
    ink_3="#FFFFFF",
    ok="#8CE08F",
    ok_tint="#000000",
    warn="#FFD54A",
    warn_tint="#000000",
    warn_line="#FFD54A",
    err="#FF9A91",
    err_tint="#000000",
    err_line="#FF9A91",
    bar_dark="#000000",
    bar_text="#FFFFFF",
    bar_ok="#8CE08F",
    match="#5A4700",
    ring_in="#000000",
    ring_out="#FFFFFF",
    veil="#BF000000",
    card_edge=3,
)


class Type(NamedTuple):
    """One line of the type scale: size and line height in px, weight 400 to 800."""

    size: int
    line: int
    weight: int


KIOSK: Final = MappingProxyType(
    {
        "caption": Type(24, 34, 400),
        "body": Type(26, 36, 400),
        "label": Type(30, 42, 600),
        "item": Type(32, 42, 700),
        "tile": Type(36, 46, 700),
        "button": Type(40, 48, 700),
        "h1": Type(56, 72, 700),
        "hero": Type(60, 76, 700),
        "counter": Type(72, 96, 700),
        "number": Type(232, 264, 800),
    }
)
DESK: Final = MappingProxyType(
    {
        "hint": Type(12, 16, 600),
        "caption": Type(13, 18, 400),
        "body": Type(14, 20, 400),
        "input": Type(15, 20, 400),
        "h2": Type(16, 24, 700),
        "action": Type(18, 24, 700),
        "h1": Type(20, 28, 700),
        "code": Type(26, 36, 700),
        "kpi": Type(38, 50, 700),
        "number": Type(72, 84, 800),
    }
)
TV: Final = MappingProxyType(
    {
        "min": Type(36, 48, 600),
        "strip": Type(38, 48, 400),
        "notice": Type(40, 52, 600),
        "counter": Type(52, 64, 700),
        "recent": Type(68, 80, 700),
        "go": Type(112, 120, 800),
        "number": Type(292, 288, 800),
    }
)
SCALES: Final = MappingProxyType({"kiosk": KIOSK, "desk": DESK, "tv": TV})

SPACE: Final = (4, 8, 12, 16, 20, 24, 32, 40, 48, 64)
RADIUS: Final = MappingProxyType(
    {
        "kiosk_card": 24,
        "kiosk_btn": 24,
        "kiosk_key": 16,
        "icon_box": 20,
        "desk_card": 12,
        "desk_btn": 8,
        "primary_desk": 10,
        "tv": 28,
    }
)
BORDER: Final = MappingProxyType(
    {
        "card": 2,
        "desk_card": 1,
        "input": 3,
        "desk_input": 1,
        "selected": 4,
        "focus": 5,
        "outline_btn": 3,
    }
)
TOUCH_MIN: Final = 80
KIOSK_BAR_H: Final = 152
KIOSK_BAR_WIDE_H: Final = 120
KIOSK_HEAD_H: Final = 144
KIOSK_HEAD_WIDE_H: Final = 152
KIOSK_HEAD_HOME_H: Final = 280
DUR: Final = MappingProxyType(
    {
        "press": 80,
        "fade": 160,
        "slide": 220,
        "toast": 4000,
        "call_pulse": 600,
        "call_hold": 12000,
        "answer": 250,
    }
)
IDLE: Final = MappingProxyType(
    {"list": 30, "read": 60, "ticket": 20, "no_paper": 60, "rating": 30, "thanks": 6, "ask_at": 10}
)
STALE: Final = MappingProxyType({"lobby": 5, "lobby_hide": 60, "kiosk_counts": 30})
LARGE_TEXT: Final = 1.25
