"""The newest call: a number for the far end of the hall."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QRectF, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.lobby.board import CallProps
from kiosk.ui.lobby.fitting import fitted
from kiosk.ui.parts.label import sentence
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.motion import is_still
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import DUR, RADIUS

_RISE = 24
PULSES_UNHEARD = 4
PULSES_HEARD = 2
"""How often the frame pulses without a voice, and with one (design note §6)."""


class CallCard(QWidget):
    """The number and where to go; while the person is awaited in a gold frame.

    A new call rises into its place and the frame pulses a few times, unless the desktop asks
    for stillness. ``painted`` carries the call's key each time it has been painted for the first
    time.
    """

    painted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._pulses = PULSES_UNHEARD
        self._icon = "ticket"
        self._props: CallProps | None = None
        self._told = ""
        self._rise = self._pulse = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rising = self._animation(DUR["slide"], self._on_rise)
        self._rising.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._pulsing = self._animation(self._pulses * DUR["call_pulse"], self._on_pulse)

    @property
    def props(self) -> CallProps | None:
        """The call shown."""
        return self._props

    def set_heard(self, heard: bool) -> None:
        """Whether a voice calls the number too: then the frame pulses less from the next call on."""
        self._icon = "volume" if heard else "ticket"
        self._pulses = PULSES_HEARD if heard else PULSES_UNHEARD
        self._pulsing.setDuration(self._pulses * DUR["call_pulse"])
        self.update()

    def show_call(self, props: CallProps, *, lively: bool) -> None:
        """Show a call; ``lively``: it has just been made."""
        if props == self._props:
            return
        new = self._props is None or props.key != self._props.key
        self._props = props
        where = f"{props.to} {props.counter}"
        self.setAccessibleName(sentence(f"{props.title} {props.number} {where}"))
        if new and lively and not is_still(self):
            self._rising.start()
            self._pulsing.start()
        elif new:
            self.calm()
        self.update()

    def pulse(self) -> None:
        """The call shown is announced once more: the frame pulses."""
        if self._props is not None and self._props.urgent and not is_still(self):
            self._pulsing.start()

    def calm(self) -> None:
        """End every motion."""
        for animation in (self._rising, self._pulsing):
            animation.stop()
        self._rise = self._pulse = 0.0

    @property
    def moving(self) -> bool:
        """Whether the frame pulses."""
        return self._pulsing.state() == QAbstractAnimation.State.Running

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """What it paints, with the room of each: for tests of clipping."""
        return [(prose, room) for prose, room, _ in self._set()]

    def paintEvent(self, event: QPaintEvent) -> None:
        props = self._props
        if props is None:
            return
        painter = smooth(QPainter(self))
        look = self.look
        self._paint_ground(painter, urgent=props.urgent)
        icon = look.px(56)
        title = self._title_room()
        place = QRectF(title.left() - icon - look.px(24), 0, icon, icon)
        place.moveTop(title.center().y() - icon / 2)
        icon_name = self._icon if props.urgent else "clock"
        draw_icon(painter, icon_name, place, look.colour(self._tone()))
        for prose, room, tone in self._set():
            prose.paint(painter, room, look.colour(tone))
        painter.end()
        if props.key != self._told:
            self._told = props.key
            self.painted.emit(props.key)

    def _tone(self) -> str:
        return "gold_ink" if self._props and self._props.urgent else "ink_2"

    def _paint_ground(self, painter: QPainter, *, urgent: bool) -> None:
        look = self.look
        frame = self._frame_colour() if urgent else look.colour("line")
        radius = look.px(RADIUS["tv"])
        draw_card(
            painter,
            QRectF(self.rect()),
            fill=look.colour("surface"),
            edge=frame,
            width=look.px(6 if urgent else 2),
            radius=radius,
        )
        if urgent:
            painter.save()
            painter.setClipRect(QRectF(0, 0, look.px(30), self.height()))
            draw_card(painter, QRectF(self.rect()), fill=frame, edge=None, width=0, radius=radius)
            painter.restore()

    def _frame_colour(self) -> QColor:
        """Gold ink, lit up to gold and back as the pulse goes."""
        dark, light = self.look.colour("gold_ink"), self.look.colour("gold")
        share = 1 - abs(1 - 2 * (self._pulse * self._pulses % 1.0))
        parts = (
            round(getattr(dark, part)() * (1 - share) + getattr(light, part)() * share)
            for part in ("red", "green", "blue")
        )
        return QColor(*parts)

    def _title_room(self) -> QRectF:
        look = self.look
        left = look.px(82 + 56 + 24)
        return QRectF(left, look.px(34), self.width() - left - look.px(40), look.px(64))

    def _set(self) -> list[tuple[Prose, QRectF, str]]:
        """Every text with its room and tone, from the top."""
        props, look = self._props, self.look
        if props is None:
            return []
        title = self._title_room()
        left, wide = float(look.px(76)), float(self.width() - look.px(76 + 40))
        foot = min(float(look.px(132)), self.height() * 0.27)
        bottom = QRectF(left, self.height() - foot - look.px(16), wide, foot)
        room = QRectF(left, title.bottom() + look.px(16), wide, 0)
        room.setBottom(bottom.top() + look.px(4))
        number = fitted(props.number, look, "number", wide, height=room.height() * 0.86)
        room.translate(0, self._rise)
        to = fitted(props.to, look, "recent", wide, height=foot, weight=400)
        gap = to.natural_width() + look.px(32)
        counter = fitted(props.counter, look, "go", wide - gap, height=foot)
        beside = QRectF(bottom.left() + gap, bottom.top(), wide - gap, foot)
        return [
            (fitted(props.title, look, "counter", title.width(), weight=600), title, self._tone()),
            (number, room, "ink"),
            (to, bottom, "ink_2"),
            (counter, beside, "act"),
        ]

    def _animation(self, milliseconds: int, step: object) -> QVariantAnimation:
        animation = QVariantAnimation(self)
        animation.setDuration(milliseconds)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.valueChanged.connect(step)
        return animation

    def _on_rise(self, share: float) -> None:
        self._rise = self.look.px(_RISE) * (1 - share)
        self.update()

    def _on_pulse(self, share: float) -> None:
        self._pulse = share
        self.update()
