"""Card 3: the papers handed in, counted; those shown; what the procedure remarks."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.counter.receive.bits import MIDDLE, CardHead, FaultLine, QuietLink
from kiosk.ui.counter.receive.form import MOST_COPIES, PaperEntry, other_kind, ticked, with_counts
from kiosk.ui.counter.receive.papers import counted_said, missing_said
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.checks import CheckLine, Stepper
from kiosk.ui.parts.field import LineEdit
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.parts.scroll import CappedScroll
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose

_ORIGINAL, _COPY = "Bản chính", "Bản sao"
_NONE = "Chọn thủ tục để thấy các giấy tờ cần nộp."
_NOT_LISTED = "Thủ tục này không liệt kê giấy tờ. Thêm những gì Ông/Bà nộp."
WHEN_MISSING = "Chưa đủ thì chưa tiếp nhận: bấm F10 để in phiếu yêu cầu bổ sung."
_LONGEST_NAME = 500
_STEPPER = 90


class PaperLine(CheckLine):
    """The tick of a paper: + and − change its count, ← and → its kind, ↑ and ↓ go along."""

    stepped = Signal(int)
    swapped = Signal()
    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Minus:
            self.stepped.emit(-1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.swapped.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walked.emit(1)
        else:
            super().keyPressEvent(event)


class PaperEdit(LineEdit):
    """The name of a paper to add; Enter and Esc are its own."""

    entered = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class KindKey(Pressable):
    """Original or copy; a press changes it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Đổi bản chính, bản sao")

    def set_text(self, text: str) -> None:
        """Change the word."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.restated()

    def coat(self) -> Coat:
        lit = self.underMouse() or self.isDown()
        return Coat("act_tint" if lit else None, None, "act" if lit else "ink_2", 0)

    def radius(self) -> float:
        return self.look.px(6)

    def sizeHint(self) -> QSize:
        return QSize(kind_width(self.look), self.look.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(Prose(self.text(), *self._type()), self._room())]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        ink, side = self.ink(coat), self.look.px(14)
        Prose(self.text(), *self._type()).paint(painter, self._room(), ink)
        place = QRectF(
            self.width() - side - self.look.px(6), (self.height() - side) / 2, side, side
        )
        draw_icon(painter, "swap", place, ink)

    def _type(self) -> tuple[QFont, float]:
        return self.look.font("body"), self.look.line("body")

    def _room(self) -> QRectF:
        left = self.look.px(8)
        return QRectF(left, 0, self.width() - left - self.look.px(14 + 6), self.height())


def kind_width(look: Look) -> int:
    """How wide the kind of a paper is, in pixels."""
    words = (Prose(word, look.font("body"), look.line("body")) for word in (_ORIGINAL, _COPY))
    wide = max(word.natural_width() for word in words)
    return int(wide) + 1 + look.px(14 + 6 + 16)


class PaperRow(Box):
    """One paper: its tick and name at the left, what is counted of it at the right."""

    changed = Signal()

    def __init__(self, look: Look, entry: PaperEntry) -> None:
        super().__init__(look)
        self.entry = entry
        row = Row(look, 8, (0, 3, 0, 3), self)
        self.tick: PaperLine | None = None
        self.kind: KindKey | None = None
        self.steppers: tuple[Stepper, ...] = ()
        if entry.kind == "note":
            row.gap(4)
            row.add(Icon(look, "info", 18, "ink_3"), align=MIDDLE)
            row.gap(6)
            row.add(Label(look, entry.name, "caption", "ink_2", middle=True), 1)
            return
        self.tick = row.add(PaperLine(look, entry.name, ticked=entry.ticked), 1)
        self.tick.toggled.connect(lambda on: self._take(ticked(self.entry, on)))
        self.tick.stepped.connect(self._step)
        self.tick.swapped.connect(self._swap)
        self._needed = row.add(
            Label(look, "bắt buộc", "caption", "ink_2", wrap=False), align=MIDDLE
        )
        if entry.kind == "present":
            self._shown = row.add(Box(look))
            inside = Row(look, 0, (8, 0, 0, 0), self._shown)
            inside.add(Label(look, "Xuất trình", "body", "ink_2", wrap=False), align=MIDDLE)
            centre = Qt.AlignmentFlag.AlignHCenter
            self._seen = Label(look, "", "body", "ink_2", wrap=False, align=centre, middle=True)
            row.add(self._seen)
            self._set_columns()
        elif entry.originals and entry.copies:
            self.steppers = (
                self._stepper(row, _ORIGINAL, entry.originals),
                self._stepper(row, _COPY, entry.copies),
            )
        else:
            self.kind = row.add(KindKey(look, _ORIGINAL), align=MIDDLE)
            self.kind.clicked.connect(self._swap)
            self.steppers = (self._stepper(row, "", 1),)
        self._paint()

    def wear(self, look: Look) -> None:
        super().wear(look)
        if self.entry.kind == "present":
            self._set_columns()

    def _set_columns(self) -> None:
        """Stand under the kinds and counts of the other papers."""
        self._shown.setFixedWidth(kind_width(self.look))
        self._seen.setFixedWidth(self.look.px(_STEPPER))

    def _stepper(self, row: Row, name: str, value: int) -> Stepper:
        if name:
            row.add(Label(self.look, name, "body", "ink_2", wrap=False), align=MIDDLE)
        stepper = Stepper(self.look, f"{self.entry.name} {name}".strip(), value, 0, MOST_COPIES)
        stepper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stepper.changed.connect(lambda _: self._count())
        return row.add(stepper, align=MIDDLE)

    def _count(self) -> None:
        if len(self.steppers) == 2:
            both = with_counts(self.entry, self.steppers[0].value, self.steppers[1].value)
            self._take(both)
            return
        count = self.steppers[0].value
        if self._as_copy():
            self._take(with_counts(self.entry, 0, count))
        else:
            self._take(with_counts(self.entry, count, 0))

    def _step(self, by: int) -> None:
        if self.steppers:
            first = self.steppers[0]
            first.set_value(first.value + by, by_hand=True)

    def _swap(self) -> None:
        if self.kind is not None:
            self._take(other_kind(self.entry))

    def _take(self, entry: PaperEntry) -> None:
        if entry != self.entry:
            self.entry = entry
            self._paint()
            self.changed.emit()

    def _as_copy(self) -> bool:
        return self.entry.copies > 0 and not self.entry.originals

    def _paint(self) -> None:
        entry = self.entry
        if self.tick is not None and self.tick.isChecked() != entry.ticked:
            self.tick.setChecked(entry.ticked)
        if self.kind is not None:
            self.kind.set_text(_COPY if self._as_copy() else _ORIGINAL)
            self.steppers[0].set_value(entry.originals + entry.copies)
        elif len(self.steppers) == 2:
            self.steppers[0].set_value(entry.originals)
            self.steppers[1].set_value(entry.copies)
        if self.tick is not None:
            self._needed.setVisible(entry.required and not entry.ticked)
        if entry.kind == "present":
            self._seen.setText("đã xem" if entry.ticked else "chưa xem")


class PapersCard(Card):
    """The list; it scrolls by itself where the page has less room than it would take.

    ``changed``: something was ticked, counted or added by hand.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 2, (20, 10, 20, 10), self)
        self._head = column.nest(CardHead(look, 3, "Thành phần hồ sơ"))
        self.add = QuietLink(look, "Thêm giấy tờ", "plus")
        # At the far right: Tab comes to it after the papers, as one reads on from the last of them.
        self._head.add(self.add, align=MIDDLE)
        inside = Box(look)
        self._list = Column(look, 0, (0, 0, 0, 0), inside)
        self.scrolled = column.add(CappedScroll(look, inside))
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._to_end = False
        self._empty = column.add(Label(look, _NONE, "body", "ink_2"))
        self.entry = column.add(PaperEdit(look, "plus"))
        self.entry.setMaxLength(_LONGEST_NAME)
        self.entry.setAccessibleName("Tên giấy tờ thêm")
        self.entry.setPlaceholderText("Tên giấy tờ, Enter để thêm")
        self.entry.hide()
        column.fill()
        self._advice = column.add(Label(look, WHEN_MISSING, "caption", "ink_2"))
        self._fault = column.add(FaultLine(look))
        self.rows: list[PaperRow] = []
        self.add.clicked.connect(self._open_entry)
        self.entry.entered.connect(self._add_entry)
        self.entry.dropped.connect(self._close_entry)
        self.show_papers((), chosen=False)

    def papers(self) -> tuple[PaperEntry, ...]:
        """The list as it stands."""
        return tuple(row.entry for row in self.rows)

    def show_papers(self, papers: tuple[PaperEntry, ...], *, chosen: bool) -> None:
        """Show these papers; ``chosen`` tells whether a procedure was chosen."""
        if papers != self.papers() or not papers:
            self._build(papers)
        say(self._empty, "" if papers else _NOT_LISTED if chosen else _NONE)
        self.add.setVisible(chosen)
        if not chosen:
            self.entry.hide()

    def count(self, sets: int) -> None:
        """Say how many of the required papers are there."""
        missing = missing_said(self.papers())
        said = f"**{missing}**" if missing else counted_said(self.papers(), sets)
        say(self._head.said, said if self.rows else "")
        self._head.said.set_tone("err" if missing else "ink_2")
        begun = any(row.entry.ticked for row in self.rows)
        self._advice.setVisible(bool(missing) and begun)

    def first_missing(self) -> QWidget | None:
        """The tick of the first required paper that is not there."""
        lacking = (row for row in self.rows if row.entry.required and not row.entry.ticked)
        return next((row.tick for row in lacking), None)

    def first_open(self) -> QWidget | None:
        """The first tick that is not set: a required one before all others; else the first tick."""
        ticks = [row.tick for row in self.rows if row.tick is not None]
        still_open = next((tick for tick in ticks if not tick.isChecked()), None)
        return self.first_missing() or still_open or next(iter(ticks), None)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with a paper."""
        self._fault.say(sentence)

    def bring_to_sight(self, widget: QWidget) -> None:
        """Scroll the list to something in it."""
        if self.scrolled.isAncestorOf(widget):
            self.scrolled.ensureWidgetVisible(widget, 0, self.look.px(12))

    def walk(self, from_row: PaperRow, by: int) -> None:
        """Go to the paper before or after; past the ends the Tab order goes on."""
        ticks = [row.tick for row in self.rows if row.tick is not None]
        at = ticks.index(from_row.tick) + by if from_row.tick in ticks else -1
        if 0 <= at < len(ticks):
            target = ticks[at]
            assert target is not None
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif by > 0:
            self.focusNextChild()
        else:
            self.focusPreviousChild()

    def _build(self, papers: tuple[PaperEntry, ...]) -> None:
        held = self._held()
        while (taken := self._list.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        group = ""
        for entry in papers:
            if self.rows:
                self._list.add(Rule(self.look))
            if entry.group and entry.group != group:
                self._list.add(Label(self.look, entry.group, "caption", "ink_2", weight=600))
            group = entry.group
            row = PaperRow(self.look, entry)
            row.changed.connect(self.changed)
            if row.tick is not None:
                row.tick.walked.connect(lambda by, row=row: self.walk(row, by))
            self._list.add(row)
            self.rows.append(row)
        if held is not None and held < len(self.rows):
            tick = self.rows[held].tick
            if tick is not None:
                tick.setFocus()

    def _held(self) -> int | None:
        return next(
            (
                at
                for at, row in enumerate(self.rows)
                if row.tick is not None and row.tick.hasFocus()
            ),
            None,
        )

    def _open_entry(self) -> None:
        self.entry.show()
        self.entry.setFocus()

    def _close_entry(self) -> None:
        self.entry.clear()
        self.entry.hide()
        self.add.setFocus()

    def _add_entry(self) -> None:
        name = self.entry.text().strip()
        self.entry.clear()
        if not name:
            self._close_entry()
            return
        added = PaperEntry(name=name, ticked=True, added=True)
        self.show_papers((*self.papers(), added), chosen=True)
        self._to_end = True
        self.entry.setFocus()
        self.changed.emit()

    def _on_range(self, _least: int, most: int) -> None:
        self._list.set_margins((0, 0, 10 if most else 0, 0))
        if self._to_end:
            # A paper just added stands at the end.
            self._to_end = False
            self.scrolled.verticalScrollBar().setValue(most)

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [*(row.tick for row in self.rows if row.tick is not None), self.entry, self.add]
