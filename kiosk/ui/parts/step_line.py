"""How far something has come: numbered discs on a line, a word under each."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose

StepState = Literal["done", "good", "now", "ahead"]
"""Behind us, reached and good news, under way, still to come: a tick, a number, a dashed number."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_DISC, _LINE, _GAP, _COLUMN, _AIR = 72, 6, 20, 216, 6


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its words (a line break may be given), a short note, where it stands."""

    label: str
    state: StepState
    note: str = ""


class StepLine(QWidget):
    """Steps from left to right, each at most 216 wide. ``said`` is what a listener hears of them."""

    def __init__(self, look: Look, steps: tuple[Step, ...], said: str = "") -> None:
        super().__init__()
        self.look = look
        self._steps: tuple[Step, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_steps(steps, said)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps shown."""
        return self._steps

    def set_steps(self, steps: tuple[Step, ...], said: str = "") -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleName(said or ", ".join(step.label.replace("\n", " ") for step in steps))
        self.updateGeometry()
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.look.px(_COLUMN) * len(self._steps)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max((self._label(step).longest_word() for step in self._steps), default=0)
        return QSize(int(words + 1 + 2 * self.look.px(_AIR)) * len(self._steps), 0)

    def heightForWidth(self, width: int) -> int:
        room = self._column(width) - 2 * self.look.px(_AIR)
        words = (self._label(step).lay(room) + self._note_height(step) for step in self._steps)
        return self.look.px(_DISC) + self.look.px(_GAP) + int(max(words, default=0)) + 1

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The words painted and the room of each: for tests of clipping."""
        found = []
        for at, step in enumerate(self._steps):
            label, note = self._rooms(at, step)
            found.append((self._label(step), label))
            if step.note:
                found.append((self._note(step), note))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        for at in range(len(self._steps) - 1):
            self._draw_line(painter, at)
        for at, step in enumerate(self._steps):
            self._draw_disc(painter, self._disc(at), at, step)
            label, note = self._rooms(at, step)
            ink = self.look.colour("ink" if step.state != "ahead" else "ink_2")
            self._label(step).paint(painter, label, ink, _CENTRE, middle=False)
            if step.note:
                self._note(step).paint(painter, note, self.look.colour("ink_2"), _CENTRE)
        painter.end()

    def _draw_line(self, painter: QPainter, at: int) -> None:
        look = self.look
        here, there = self._disc(at), self._disc(at + 1)
        high = look.px(_LINE)
        top = here.center().y() - high / 2
        passed = self._steps[at + 1].state != "ahead"
        line = QRectF(here.right(), top, there.left() - here.right(), high)
        painter.fillRect(line, look.colour("act" if passed else "well"))

    def _draw_disc(self, painter: QPainter, box: QRectF, at: int, step: Step) -> None:
        look = self.look
        behind = step.state in ("done", "good")
        fill = {"done": "act", "good": "ok"}.get(step.state, "surface")
        edge = "act" if step.state == "now" else "line_strong"
        draw_card(
            painter,
            box,
            fill=look.colour(fill),
            edge=None if behind else look.colour(edge),
            width=0 if behind else look.px(4),
            radius=box.width() / 2,
            dashed=step.state == "ahead",
        )
        if behind:
            side = box.width() * 0.62
            place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            draw_icon(painter, "check", place, look.colour("on_act"))
            return
        # The disc keeps its size, so its number does too.
        small = Look(look.board, look.theme, look.scale)
        number = Prose(str(at + 1), small.font("label", 700), small.line("label"))
        ink = look.colour("act" if step.state == "now" else "ink_2")
        number.paint(painter, box, ink, _CENTRE)

    def _column(self, width: float) -> float:
        return min(float(self.look.px(_COLUMN)), width / max(1, len(self._steps)))

    def _disc(self, at: int) -> QRectF:
        column, side = self._column(self.width()), self.look.px(_DISC)
        left = (self.width() - column * len(self._steps)) / 2
        return QRectF(left + column * at + (column - side) / 2, 0, side, side)

    def _rooms(self, at: int, step: Step) -> tuple[QRectF, QRectF]:
        look = self.look
        column = self._column(self.width())
        room = column - 2 * look.px(_AIR)
        left = self._disc(at).center().x() - room / 2
        top = look.px(_DISC) + look.px(_GAP)
        high = self._label(step).lay(room)
        return (
            QRectF(left, top, room, high),
            QRectF(left, top + high, room, self._note_height(step)),
        )

    def _label(self, step: Step) -> Prose:
        weight = 600 if step.state == "ahead" else 700
        return Prose(step.label, self.look.font("body", weight), self.look.line("body"))

    def _note(self, step: Step) -> Prose:
        return Prose(step.note, self.look.font("body"), self.look.line("body"))

    def _note_height(self, step: Step) -> float:
        return self._note(step).line_height if step.note else 0
