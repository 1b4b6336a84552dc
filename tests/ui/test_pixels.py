"""The few things that only a picture can tell: the ring, the notch, the arc, the drum, the figures.

The pictures stand in ``pixels/``; ``UPDATE_PIXELS=1`` paints them anew. A hair of difference in the
softness of an edge is no difference.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.counter.ring import Ring, RingFace
from kiosk.ui.frames.kiosk import KioskFrame
from kiosk.ui.gallery import CLOCK, FACE
from kiosk.ui.gallery_board import Ringed
from kiosk.ui.gallery_kiosk import TICKET
from kiosk.ui.parts.layouts import Box
from kiosk.ui.parts.switch import Switch
from kiosk.ui.parts.ticket_card import TicketCard
from kiosk.ui.theme.look import Look
from tests.ui.seeing import seen

PIXELS = Path(__file__).parent / "pixels"
UPDATE = bool(os.environ.get("UPDATE_PIXELS"))
SOFT, MOST_OTHER = 40, 0.002
"""What a channel may differ by, and the share of pixels that may differ by more."""


def ring() -> tuple[QWidget, QSize]:
    return Ringed(Look(), "Lấy số", "ticket"), QSize(320, 136)


def notch() -> tuple[QWidget, QSize]:
    return TicketCard(Look(), TICKET), QSize(984, 864)


def arc() -> tuple[QWidget, QSize]:
    return Ring(Look("desk"), RingFace(0.7, "2", "ngày", "act")), QSize(120, 120)


def switch_on() -> tuple[QWidget, QSize]:
    switch = Switch(Look(), "Ưu tiên")
    switch.setChecked(True)
    return switch, QSize(168, 80)


def drum() -> tuple[QWidget, QSize]:
    frame = KioskFrame(FACE, CLOCK)
    frame.show_page(Box(frame.look), home=True)
    return frame, QSize(1080, 1920)


@pytest.mark.parametrize(
    "made", [ring, notch, arc, switch_on, drum], ids=lambda made: made.__name__
)
def test_it_looks_as_it_did(qtbot: QtBot, made: Callable[[], tuple[QWidget, QSize]]) -> None:
    widget, size = made()
    qtbot.addWidget(widget)
    widget.resize(size)
    with qtbot.waitExposed(widget):
        widget.show()
    now = seen(widget)
    if made is drum:
        # Where the star and the rings are; the clock stands left of them.
        now = now.crop((2 * 640, 0, 2 * 1080, 2 * 60))
    file = PIXELS / f"{made.__name__}.png"
    if UPDATE:
        PIXELS.mkdir(exist_ok=True)
        now.save(file, optimize=True)
    with Image.open(file) as kept:
        before = kept.convert("RGB")
    assert before.size == now.size
    other = ImageChops.difference(before, now).convert("L").point(lambda by: 255 * (by > SOFT))
    share = other.histogram()[255] / (now.width * now.height)
    assert share <= MOST_OTHER, f"{share:.2%} of the pixels are others"


def test_another_picture_would_be_seen(qtbot: QtBot) -> None:
    plain = Switch(Look(), "Ưu tiên")
    qtbot.addWidget(plain)
    plain.resize(168, 80)
    with qtbot.waitExposed(plain):
        plain.show()
    with Image.open(PIXELS / "switch_on.png") as kept:
        difference = ImageChops.difference(kept.convert("RGB"), seen(plain))
    assert difference.convert("L").point(lambda by: 255 * (by > SOFT)).histogram()[255] > 500
