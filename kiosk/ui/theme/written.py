"""A text at its place: what a part paints is what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose


@dataclass(frozen=True, slots=True)
class Written:
    """A text, its room, its colour by token, and where in the room it stands."""

    prose: Prose
    room: QRectF
    tone: str = "ink"
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    middle: bool = True


def write(painter: QPainter, look: Look, written: Iterable[Written]) -> None:
    """Paint these texts."""
    for each in written:
        ink = look.colour(each.tone)
        each.prose.paint(painter, each.room, ink, each.align, middle=each.middle)


def said(written: Iterable[Written]) -> list[tuple[Prose, QRectF]]:
    """These texts, each with its room."""
    return [(each.prose, each.room) for each in written]
