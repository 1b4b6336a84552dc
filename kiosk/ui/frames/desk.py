"""The counter's frame: who sits where, what works, the rail, the page, the keys."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.clock import Clock
from kiosk.ui.frames.frame import Frame, HeadLabel
from kiosk.ui.language import tr
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.head_band import HeadBand
from kiosk.ui.parts.icon_box import Icon, Mark
from kiosk.ui.parts.keys import KeyBar
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.notice import Strip
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import RADIUS

if TYPE_CHECKING:  # loaded when first asked for: the frame paints before
    from kiosk.ui.parts.choice import Option
    from kiosk.ui.parts.choice_sheet import ChoiceSheet
    from kiosk.ui.parts.sheet import Question, Sheet

SIZE = QSize(1440, 900)
SMALLEST = QSize(1366, 768)
ANSWER_FIRST = "Trả lời câu hỏi trước, rồi quét lại."
CLOSE_FIRST = "Đóng bảng phím trước, rồi quét lại."
LightKind = Literal["ok", "warn", "err"]
_LIGHTS = {"ok": ("check", "bar_ok"), "warn": ("alert", "gold"), "err": ("alert", "bar_err")}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Light:
    """A device in the head: its name and whether it works."""

    name: str
    kind: LightKind = "ok"


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place of the rail; ``last`` ones stand at its lower end."""

    key: str
    text: str
    icon: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class DeskProps:
    """All that the counter's frame shows. ``counter``: ``Quầy 1 · Hộ tịch, Chứng thực``."""

    office: str
    counter: str
    officer: str = ""
    title: str = ""
    lights: tuple[Light, ...] = ()
    rail: tuple[RailItem, ...] = ()
    current: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    strip: str = ""


class RailKey(Pressable):
    """76×64: icon over its word."""

    def __init__(self, look: Look, item: RailItem) -> None:
        super().__init__(look, item.text)
        self.item = item
        self.on = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_item(self, item: RailItem) -> None:
        """Say the same place in other words."""
        if item != self.item:
            self.item = item
            self.setText(item.text)
            self.setAccessibleName(item.text)
            self.updateGeometry()
            self.update()

    def set_on(self, on: bool) -> None:
        """Show it as the place one is at."""
        if on != self.on:
            self.on = on
            self.update()

    def coat(self) -> Coat:
        if self.on:
            edge = "act" if self.look.contrasting else None
            return Coat("act_tint", edge, "act", 2 if edge else 0)
        over = self.underMouse() and self.isEnabled()
        fill = "act_tint" if self.isDown() else "surface_2" if over else None
        return Coat(fill, None, "ink_2" if self.isEnabled() else "ink_3", 0)

    def radius(self) -> float:
        return self.look.px(RADIUS["desk_btn"])

    def sizeHint(self) -> QSize:
        room = float(self.look.px(76))
        needed = int(self._prose().lay(room)) + self.look.px(8 + 24 + 4 + 8)
        return QSize(self.look.px(76), max(self.look.px(64), needed))

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), self._boxes()[1])]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        icon, words = self._boxes()
        draw_icon(painter, self.item.icon, icon, self.ink(coat))
        self._prose().paint(painter, words, self.ink(coat), Qt.AlignmentFlag.AlignHCenter)

    def _prose(self) -> Prose:
        return Prose(self.text(), self.look.font("hint"), self.look.line("hint"))

    def _boxes(self) -> tuple[QRectF, QRectF]:
        look, width = self.look, float(self.width())
        size = look.px(24)
        needed = self._prose().lay(width)
        top = (self.height() - size - look.px(4) - needed) / 2
        words = top + size + look.px(4)
        return QRectF((width - size) / 2, top, size, size), QRectF(0, words, width, needed)


class Rail(QWidget):
    """The places of the counter, under each other. ``chosen`` carries a key."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._items: tuple[RailItem, ...] = ()
        self.keys: dict[str, RailKey] = {}
        self._column = Column(look, 4, (6, 12, 6, 12), self)
        self.wear(look)

    def set_items(self, items: tuple[RailItem, ...], current: str) -> None:
        """Show these places and the one that one is at."""
        places = [(item.key, item.last) for item in items]
        if places != [(item.key, item.last) for item in self._items]:
            self._build(items)
        self._items = items
        for item in items:
            self.keys[item.key].set_item(item)
        for key, place in self.keys.items():
            place.set_on(key == current)

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedWidth(look.px(88))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("surface"))
        edge = self.look.px(1)
        painter.fillRect(self.width() - edge, 0, edge, self.height(), self.look.colour("line"))
        painter.end()

    def _build(self, items: tuple[RailItem, ...]) -> None:
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.keys = {item.key: RailKey(self.look, item) for item in items}
        for item in items:
            if not item.last:
                self._column.add(self.keys[item.key])
        self._column.fill()
        for item in items:
            if item.last:
                self._column.add(self.keys[item.key])
        for key, place in self.keys.items():
            place.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))


class DeskHead(HeadBand):
    """56 high: office and counter at the left; devices, officer and clock at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 56, drum=0, rule=2)
        row = Row(look, 16, (16, 0, 20, 2), self)
        row.add(Mark(look, 36), align=_MIDDLE)
        left = row.nest(Column(look), 1)
        left.fill()
        self.office = HeadLabel(look, "caption", "gold_soft", elide=True)
        self.counter = HeadLabel(look, "input", "on_red", weight=700, elide=True)
        left.add(self.office)
        left.add(self.counter)
        left.fill()
        self._lights = row.nest(Row(look, 18))
        row.add(Rule(look, "gold", upright=True, length=30), align=_MIDDLE)
        right = row.nest(Column(look))
        right.fill()
        self.officer = HeadLabel(look, "body", "on_red", weight=700, align=_RIGHT, wrap=False)
        self.title = HeadLabel(look, "caption", "gold_soft", align=_RIGHT, wrap=False)
        right.add(self.officer)
        right.add(self.title)
        right.fill()
        row.gap(4)
        self.time = HeadLabel(look, "h1", "on_red", wrap=False)
        row.add(self.time, align=_MIDDLE)
        self._shown: tuple[Light, ...] = ()

    def set_lights(self, lights: tuple[Light, ...]) -> None:
        """Show which devices work."""
        if lights == self._shown:
            return
        self._shown = lights
        while (taken := self._lights.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for light in lights:
            self._lights.add(_light(self.look, light), align=_MIDDLE)


def _light(look: Look, light: Light) -> QWidget:
    box = Box(look)
    icon, tone = _LIGHTS[light.kind]
    row = Row(look, 7, (0, 0, 0, 0), box)
    row.add(Icon(look, icon, 16, tone), align=_MIDDLE)
    word = HeadLabel(look, "caption", "on_red", wrap=False)
    word.setText(light.name)
    row.add(word, align=_MIDDLE)
    states = {"ok": tr("sẵn sàng"), "warn": tr("cần chú ý"), "err": tr("không dùng được")}
    box.setAccessibleName(f"{light.name}: {states[light.kind]}")
    box.setToolTip(box.accessibleName())
    return box


class DeskFrame(Frame):
    """A counter's window, 1440×900; from 1366×768 up it grows, below that it is scaled down.

    ``rail_chosen`` carries the key of a place pressed.
    """

    rail_chosen = Signal(str)

    def __init__(self, props: DeskProps, clock: Clock, size: QSize = SIZE) -> None:
        super().__init__(Look("desk"), clock, size)
        self.props = props
        self._head = DeskHead(self.look)
        self._strip = Strip(self.look)
        self.rail = Rail(self.look)
        self.rail.chosen.connect(self.rail_chosen)
        self._room = Box(self.look)
        Column(self.look, 0, (0, 0, 0, 0), self._room)
        self.key_bar = KeyBar(self.look)
        self.whole.add(self._head)
        self.whole.add(self._strip)
        middle = self.whole.nest(Row(self.look), 1)
        middle.add(self.rail)
        middle.add(self._room, 1)
        self.whole.add(self.key_bar)
        self.set_props(props)

    @property
    def compact(self) -> bool:
        """Whether the window is smaller than 1440×900: rows of 40, side pieces put away."""
        scale = self.look.scale
        return self.width() < SIZE.width() * scale or self.height() < SIZE.height() * scale

    def set_props(self, props: DeskProps) -> None:
        """Show these props."""
        self.props = props
        head = self._head
        for label, text in (
            (head.office, props.office),
            (head.counter, props.counter),
            (head.officer, props.officer),
            (head.title, props.title),
        ):
            if label.text() != text:
                label.setText(text)
        head.set_lights(props.lights)
        self._strip.say(props.strip)
        self.rail.set_items(props.rail, props.current)
        self.rail.setVisible(bool(props.rail))
        self.key_bar.set_keys(props.keys)
        self.tell_time()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before."""
        room = self._room.layout()
        assert room is not None
        self.put_page(room, page)

    def ask(self, question: "Question") -> "Sheet":
        """Cover the window with a question; what is scanned meanwhile answers nothing."""
        asked = super().ask(question)
        asked.scanned.connect(lambda: self.notify(ANSWER_FIRST, "err"))
        return asked

    def ask_choice(self, question: "Question", options: "tuple[Option, ...]") -> "ChoiceSheet":
        """Cover the window with a question that has several answers."""
        from kiosk.ui.parts.choice_sheet import ChoiceSheet

        self.drop_question()
        asked = ChoiceSheet(self.look, self, question, options)
        self._sheet = asked
        asked.answered.connect(self._answered)
        asked.scanned.connect(lambda: self.notify(ANSWER_FIRST, "err"))
        return asked

    def show_keys(self, title: str, close: str, keys: "tuple[tuple[str, str], ...]") -> None:
        """Cover the window with its keys and what each does."""
        from kiosk.ui.parts.key_sheet import KeySheet

        self.drop_question()
        self._sheet = KeySheet(self.look, self, title, close, keys)
        self._sheet.answered.connect(self._answered)
        self._sheet.scanned.connect(lambda: self.notify(CLOSE_FIRST, "err"))

    def fitting(self, size: QSize) -> float:
        room = min(size.width() / SMALLEST.width(), size.height() / SMALLEST.height())
        return min(self.ui_scale, room)

    def bottom(self) -> int:
        # A notice stands on the foot line of a list, not on its last row.
        return self.look.px(44 + 4)

    def show_time(self, time: str, day: str) -> None:
        if self._head.time.text() != time:
            self._head.time.setText(time)
        self._head.time.setToolTip(day)
