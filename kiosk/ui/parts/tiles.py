"""The tiles of the kiosk's first pages: one widget, the whole area of it pressable."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.card import card_edge
from kiosk.ui.parts.icon_box import Icon, IconBox, draw_disc
from kiosk.ui.parts.label import Label, say, sentence
from kiosk.ui.parts.layouts import Column, Row, let_through
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import BORDER, RADIUS


class Tile(Pressable):
    """A pressable card with labels on it.

    ``height`` is the least it has; ``large_height`` that of large text, where second lines are
    left out (design lengths).
    """

    def __init__(self, look: Look, text: str, height: float, large_height: float) -> None:
        super().__init__(look, text)
        self._heights = (height, large_height)
        self._size()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def wear(self, look: Look) -> None:
        self.look = look
        self._size()
        super().wear(look)

    def _size(self) -> None:
        self.setMinimumHeight(self.look.px(self._heights[1 if self.look.large else 0]))

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_card"])

    def coat(self) -> Coat:
        if not self.isEnabled():
            return Coat(None, "line_strong", "ink_3", 2, dashed=True)
        if self.isChecked():
            return Coat("act_tint", "act", "ink", BORDER["selected"])
        fill = "act_tint" if self.isDown() else "surface"
        edge = "act" if self.isDown() and self.look.contrasting else "line"
        return Coat(fill, edge, "ink", card_edge(self.look))


class HomeTile(Tile):
    """A way in from the home page: icon box, title, one line (``wide``: icon beside the words).

    With a reason it is dashed and the reason stands in place of the line.
    """

    def __init__(self, look: Look, icon: str, title: str, line: str, *, wide: bool = False) -> None:
        super().__init__(look, title, 232 if wide else 340, 232 if wide else 320)
        self._line_text = line
        low = wide and not look.large
        self._box = IconBox(look, icon, 112 if low else 88)
        self._title = Label(look, title, "tile")
        self._line = Label(look, line, "body", "ink_2", phrases=True)
        if wide:
            # The longest word of large text ("Administrative") keeps off the edge.
            side, gap = (24, 16) if look.large else (36, 24)
            row = Row(look, gap, (side, 24, 24, 24), self)
            row.add(self._box, align=Qt.AlignmentFlag.AlignVCenter)
            words = row.nest(Column(look, 8), 1)
            words.fill()
        else:
            words = Column(look, 8, (34, 34, 34, 34), self)
            words.add(self._box)
            words.fill()
        words.add(self._title)
        words.add(self._line)
        if wide:
            words.fill()
        let_through(self)
        self.restated()

    def restated(self) -> None:
        if hasattr(self, "_line"):
            off = not self.isEnabled()
            self._title.set_tone("ink_3" if off else "ink")
            self._box.set_coat("ink_3" if off else "act", "muted" if off else "act_tint")
            keep = self.reason or ("" if self.look.large else self._line_text)
            say(self._line, keep)
            self.setAccessibleName(sentence(self.text(), self.reason or self._line_text))
        super().restated()


class PrimaryTile(Tile):
    """The first thing a citizen presses: filled, with the hero title and an arrow."""

    def __init__(self, look: Look, icon: str, title: str, line: str, *, wide: bool = False) -> None:
        super().__init__(look, title, 488 if wide else 312, 488 if wide else 264)
        self._line_text = line
        self._box = IconBox(look, icon, 160 if wide else 176, fill="surface", share=0.6)
        self._title = Label(look, title, "hero", "on_act")
        self._line = Label(look, line, "label", "on_act", weight=400)
        self._arrow = Icon(look, "chev", 64, "on_act")
        words = Column(look, 4)
        if wide:
            whole = Column(look, 0, (48, 48, 48, 48), self)
            top = whole.nest(Row(look))
            top.add(self._box)
            top.fill()
            top.add(self._arrow)
            whole.fill()
            whole.nest(words)
        else:
            row = Row(look, 40, (40, 24, 40, 24), self)
            row.add(self._box)
            row.nest(words, 1)
            row.add(self._arrow)
            words.fill()
        words.add(self._title)
        words.add(self._line)
        if not wide:
            words.fill()
        let_through(self)
        self.restated()

    def coat(self) -> Coat:
        if not self.isEnabled():
            return super().coat()
        fill = "act_press" if self.isDown() else "act"
        return Coat(fill, fill, "on_act", 2)

    def restated(self) -> None:
        if hasattr(self, "_arrow"):
            off = not self.isEnabled()
            tone = "ink_3" if off else "on_act"
            self._title.set_tone(tone)
            self._line.set_tone(tone)
            self._box.set_coat("ink_3" if off else "act", "muted" if off else "surface")
            self._arrow.setVisible(not off)
            say(self._line, self.reason or ("" if self.look.large else self._line_text))
            self.setAccessibleName(sentence(self.text(), self.reason or self._line_text))
        super().restated()


@dataclass(frozen=True, slots=True)
class Service:
    """What a field's tile shows; texts may be marked (``"**5** người chờ"``)."""

    key: str
    icon: str
    name: str
    waiting: str
    estimate: str = ""
    closed: str = ""


class ServiceTile(Tile):
    """A field to choose: icon, name, how many wait and how long; ticked when chosen."""

    def __init__(self, look: Look, service: Service, height: float = 192) -> None:
        super().__init__(look, service.name, height, height)
        self.setCheckable(True)
        self._service = service
        self._box = IconBox(look, service.icon, 88)
        self._name = Label(look, service.name, "item", phrases=True)
        self._waiting = Label(look, "", "body", "ink_2", marked=True)
        self._closed = Label(look, "", "body", "ink_3", phrases=True)
        self._estimate = Label(look, "", "body", "ink_2", marked=True)
        row = Row(look, 24, (30, 12, 20, 12), self)
        row.add(self._box, align=Qt.AlignmentFlag.AlignVCenter)
        words = row.nest(Column(look), 1)
        words.fill()
        first = words.nest(Row(look))
        first.add(self._name, 1)
        first.gap(40)
        for label in (self._waiting, self._estimate, self._closed):
            words.add(label)
        words.fill()
        let_through(self)
        self.toggled.connect(self.restated)
        self._show(service)

    @property
    def service(self) -> Service:
        """What it shows."""
        return self._service

    def set_service(self, service: Service) -> None:
        """Show other counts, or that the field is closed."""
        if service == self._service:
            return
        self._service = service
        self._show(service)

    def _show(self, service: Service) -> None:
        self.setText(service.name)
        say(self._name, service.name)
        if service.closed:
            self.setChecked(False)
        self.set_reason(service.closed)

    def restated(self) -> None:
        if hasattr(self, "_estimate"):
            service, on, off = self._service, self.isChecked(), not self.isEnabled()
            say(self._waiting, "" if service.closed else service.waiting)
            say(self._closed, service.closed)
            say(self._estimate, "" if service.closed or self.look.large else service.estimate)
            self._name.set_tone("ink_3" if off else "ink")
            if off:
                self._box.set_coat("ink_3", "muted")
            elif on:
                self._box.set_coat("on_act", "act")
            else:
                self._box.set_coat("act", "act_tint")
            self.setAccessibleName(
                sentence(service.name, service.closed or service.waiting, service.estimate)
            )
        super().restated()

    def draw(self, painter: QPainter, coat: Coat) -> None:
        if self.isChecked():
            side, inset = self.look.px(48), self.look.px(24)
            box = QRectF(self.width() - side - inset, inset, side, side)
            draw_disc(painter, box, self.look, "check", fill="act", tone="on_act")
