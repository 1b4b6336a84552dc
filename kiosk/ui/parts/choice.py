"""One of several: a row of segments, or a box that opens."""

import itertools
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QComboBox, QSizePolicy, QWidget

from kiosk.text import fold
from kiosk.ui.parts.field import is_large
from kiosk.ui.parts.layouts import Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, draw_focus_ring, smooth
from kiosk.ui.theme.prose import OneLine, Prose
from kiosk.ui.theme.tokens import RADIUS


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its key, its words, and how many it holds (-1: not counted).

    ``figure`` (1 to 9) points at it where a question is answered by figures; 0: it has none of
    its own.
    """

    key: str
    text: str
    count: int = -1
    figure: int = 0


class Segment(Pressable):
    """One place of a row of choices."""

    def __init__(self, look: Look, option: Option) -> None:
        super().__init__(look, option.text)
        self.option = option
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_option(option)

    def set_option(self, option: Option) -> None:
        """Show other words or another count."""
        self.option = option
        self.setText(option.text)
        counted = f"{option.text}: {option.count}" if option.count >= 0 else option.text
        self.setAccessibleName(counted)
        self.restated()

    def coat(self) -> Coat:
        if not self.isEnabled():
            return Coat(None, None, "ink_3", 0)
        if self.isChecked():
            return Coat("act", None, "on_act", 0)
        return Coat("act_tint" if self.isDown() else None, None, "ink", 0)

    def radius(self) -> float:
        return self.look.px(RADIUS["kiosk_key"] if is_large(self.look) else RADIUS["desk_btn"]) - 1

    def sizeHint(self) -> QSize:
        wide = self._prose().natural_width() + 2 * self.look.px(24 if is_large(self.look) else 12)
        least = self.look.px(80 if is_large(self.look) else 36)
        return QSize(int(wide) + 1, max(least, int(self._prose().line_height)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._prose(), QRectF(self.rect()))]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        self._prose().paint(
            painter, QRectF(self.rect()), self.ink(coat), Qt.AlignmentFlag.AlignHCenter
        )

    def _prose(self) -> Prose:
        look = self.look
        role = "body"
        count = f"  **{self.option.count}**" if self.option.count >= 0 else ""
        return Prose(self.option.text + count, look.font(role, 600), look.line(role), marked=True)


class Choices(QWidget):
    """Several segments, one of them chosen; ← and → move along. Emits the key chosen by hand."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, options: tuple[Option, ...] = (), *, boxed: bool = True
    ) -> None:
        super().__init__()
        self.look = look
        self._boxed = boxed
        self._row = Row(look, 0 if boxed else 4, (1, 1, 1, 1) if boxed else (0, 0, 0, 0), self)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_options(options)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The places, in order."""
        return tuple(each for each in self._group.buttons() if isinstance(each, Segment))

    @property
    def current(self) -> str:
        """The key of the chosen option; empty when none is."""
        for segment in self.segments:
            if segment.isChecked():
                return segment.option.key
        return ""

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Show other options (or other counts); the same key stays chosen."""
        before = tuple(segment.option for segment in self.segments)
        if options == before:
            return
        if [option.key for option in options] == [option.key for option in before]:
            for segment, option in zip(self.segments, options, strict=True):
                segment.set_option(option)
            self.updateGeometry()
            return
        keep = self.current
        for segment in self.segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        for option in options:
            segment = Segment(self.look, option)
            self._group.addButton(segment)
            self._row.add(segment, 1 if self._boxed else 0)
        self.choose(keep or (options[0].key if options else ""))

    def choose(self, key: str) -> None:
        """Choose by key, without a signal."""
        for segment in self.segments:
            if segment.option.key == key:
                segment.setChecked(True)
        self._let_tab_follow()

    def choose_none(self) -> None:
        """Let none be chosen, until somebody chooses by hand."""
        self._group.setExclusive(False)
        for segment in self.segments:
            segment.setChecked(False)
        self._group.setExclusive(True)
        self._let_tab_follow()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = [segment.option.key for segment in self.segments if segment.isEnabled()]
        if step is None or self.current not in keys:
            super().keyPressEvent(event)
            return
        at = keys.index(self.current) + step
        if 0 <= at < len(keys):
            self.choose(keys[at])
            self.chosen.emit(keys[at])

    def wear(self, look: Look) -> None:
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._boxed:
            return
        painter = smooth(QPainter(self))
        look, large = self.look, is_large(self.look)
        box = QRectF(self.rect())
        draw_card(
            painter,
            box,
            fill=look.colour("surface"),
            edge=look.colour("line_strong"),
            width=look.px(3 if large else 1),
            radius=look.px(RADIUS["kiosk_key"] if large else RADIUS["desk_btn"]),
        )
        painter.setPen(look.colour("line"))
        segments = self.segments
        for left, right in itertools.pairwise(segments):
            if not left.isChecked() and not right.isChecked():
                x = left.geometry().right()
                painter.drawLine(x, look.px(8), x, self.height() - look.px(8))
        painter.end()

    def _let_tab_follow(self) -> None:
        """Once somebody was here, Qt lets Tab come only to what was then chosen by hand."""
        policy = Qt.FocusPolicy
        policies = {segment.focusPolicy() for segment in self.segments}
        if policies <= {policy.StrongFocus} or policies == {policy.NoFocus}:
            return
        anything = bool(self.current)
        for segment in self.segments:
            here = segment.isChecked() or not anything
            segment.setFocusPolicy(policy.StrongFocus if here else policy.ClickFocus)
            if segment.isChecked() and any(one.hasFocus() for one in self.segments):
                segment.setFocus()

    def _on_clicked(self, segment: Segment) -> None:
        self.update()
        self.chosen.emit(segment.option.key)


class ChoiceBox(QComboBox):
    """A box that opens; each item carries a key as its data."""

    def __init__(self, look: Look, name: str, options: tuple[Option, ...] = ()) -> None:
        super().__init__()
        self.look = look
        self._ticked = self._wrong = False
        self._typed, self._typed_at = "", 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.wear(look)
        for option in options:
            self.addItem(option.text, option.key)

    @property
    def current(self) -> str:
        """The key of the chosen option; empty when none is."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key, if it is there."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)

    def texts(self) -> list[tuple[OneLine, QRectF]]:
        """What is chosen, and its room beside the arrow: for tests of clipping."""
        look, large = self.look, is_large(self.look)
        side, arrow = look.px(24 if large else 12), look.px(28 if large else 18)
        words = OneLine(self.currentText(), self.font(), self.fontMetrics().height())
        room = QRectF(side, 0, self.width() - 2 * side - arrow - side / 2, self.height())
        return [(words, room)] if words.plain else []

    def set_ticked(self, ticked: bool) -> None:
        """Show the tick of a value that was read from a card, in the arrow's place."""
        self._ticked = ticked
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Show the box as wrong, or as right again."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = [self.itemText(at) for at in range(self.count())]
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        side = self.look.px(24 if is_large(self.look) else 12)
        height = self.look.px(88 if is_large(self.look) else 40)
        return QSize(widest + 4 * side, max(height, metrics.height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.sizeHint().height())

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFont(look.font("label" if is_large(look) else "input", 400))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Ctrl S is the page's, not a search for what begins with S.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif not self._sought(event):
            super().keyPressEvent(event)

    def _sought(self, event: QKeyEvent) -> bool:
        """Letters typed one after the other choose what begins with them, accents or not.

        The box alone would take the ``u`` of ``nu`` for nothing and stay with ``Nam``.
        """
        if not event.text().strip() or not event.text().isprintable():
            return False
        pause = event.timestamp() - self._typed_at
        going_on = self._typed and 0 <= pause <= QApplication.keyboardInputInterval()
        self._typed = (self._typed if going_on else "") + fold(event.text())
        self._typed_at = event.timestamp()
        found = self._beginning_with(self._typed)
        here = self.currentIndex()
        if not found and len(set(self._typed)) == 1:
            # The same letter again goes on to the next that begins with it.
            found = self._beginning_with(self._typed[0])
            found = [at for at in found if at > here] or found
        elif here in found:
            return True
        if found:
            self.setCurrentIndex(found[0])
            self.activated.emit(found[0])
        return True

    def _beginning_with(self, typed: str) -> list[int]:
        return [at for at in range(self.count()) if fold(self.itemText(at)).startswith(typed)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        look, large = self.look, is_large(self.look)
        on = self.isEnabled()
        radius = look.px(RADIUS["kiosk_key"] if large else RADIUS["desk_btn"])
        box = QRectF(self.rect())
        draw_card(
            painter,
            box,
            fill=look.colour("surface" if on else "surface_2"),
            edge=look.colour("err" if self._wrong else "line_strong"),
            width=look.px((4 if large else 2) if self._wrong else 3 if large else 1),
            radius=radius,
            dashed=not on,
        )
        side, arrow = look.px(24 if large else 12), look.px(28 if large else 18)
        ink = look.colour("ink" if on else "ink_3")
        place = QRectF(box.right() - side - arrow, (box.height() - arrow) / 2, arrow, arrow)
        mark = ("check", look.colour("ok")) if self._ticked else ("open", ink)
        draw_icon(painter, mark[0], place, mark[1])
        for words, room in self.texts():
            words.paint(painter, room, ink)
            self.setToolTip(words.plain if words.is_cut(room.width()) else "")
        if self.hasFocus():
            draw_focus_ring(painter, box, look, radius)
        painter.end()
