"""Who comes next, and how many wait for each field. Numbers only: nobody's name."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.minutes import waited
from kiosk.ui.counter.seen import UPCOMING, Seen
from kiosk.ui.counter.serving import NOBODY
from kiosk.ui.parts.bars import Bar, Bars
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.theme.look import Look

LINE_HIGH = 39
_NEXT_HEAD, _FIELDS_HEAD, _BAR_HIGH, _FLAT_HIGH = 48, 54, 28, 44
_FEWEST_BARS, _MOST_HELD = 4, 2
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class NextLine:
    """A number that will be called."""

    label: str
    field: str
    priority: bool
    waited: str


@dataclass(frozen=True, slots=True)
class WaitingProps:
    """The numbers to come, the number of people, and a bar for each field where people wait."""

    total: str
    lines: tuple[NextLine, ...]
    bars: tuple[Bar, ...]
    one_line: str


def derive_waiting(seen: Seen | None, now: datetime) -> WaitingProps:
    """The props of both cards."""
    if seen is None:
        return WaitingProps("", (), (), "")
    queue = seen.queue
    lines = tuple(
        NextLine(one.label, f"tạm giữ · {one.field}", False, waited(one.put_back_at, now))
        for one in queue.held[:_MOST_HELD]
    ) + tuple(
        NextLine(one.label, one.field, one.priority, waited(one.issued_at, now))
        for one in queue.upcoming[:UPCOMING]
    )
    missed = f" · {len(seen.missed)} vắng (F10)" if seen.missed else ""
    people, kept = ("chờ", "giữ") if missed else ("người chờ", "tạm giữ")
    held = (f" · {len(queue.held)} {kept}" if queue.held else "") + missed
    crowded = sorted((f for f in queue.fields if f.waiting), key=lambda f: -f.waiting)
    bars = tuple(Bar(f.name, f.waiting, waited(f.oldest, now)) for f in crowded)
    said = " · ".join(f"{bar.name} **{bar.count}**" for bar in bars)
    return WaitingProps(
        total=f"{queue.waiting_here} {people}{held}" if queue.waiting_here or held else "",
        lines=lines[:UPCOMING],
        bars=bars,
        one_line=f"Đang chờ: {said}" if said else NOBODY,
    )


@dataclass(frozen=True, slots=True)
class Shares:
    """How a column's room is shared: so many numbers to come, so many bars (0: one line)."""

    lines: int
    bars: int


def share_out(room: float, *, compact: bool) -> Shares:
    """Share out ``room`` (design length) between both cards and the gap of 16 between them."""
    fields = _FLAT_HIGH if compact else _FIELDS_HEAD + _FEWEST_BARS * _BAR_HIGH
    fitting = int((room - 16 - fields - _NEXT_HEAD) // (LINE_HIGH + 1))
    lines = min(UPCOMING, max(1, fitting))
    if compact:
        return Shares(lines, 0)
    left = room - 16 - _NEXT_HEAD - lines * (LINE_HIGH + 1) - _FIELDS_HEAD
    return Shares(lines, max(1, int(left // _BAR_HIGH)))


class _Line(Box):
    """One number to come."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, height=LINE_HIGH)
        row = Row(look, 8, (0, 0, 0, 0), self)
        label = Box(look, width=76)
        self._label = Label(look, "", "h2", wrap=False)
        Row(look, 0, (0, 0, 0, 0), label).add(self._label, align=_MIDDLE)
        row.add(label)
        self._field = Label(look, "", "body", "ink_2", elide=True)
        row.add(self._field, 1, _MIDDLE)
        self._pill = row.add(StatusPill(look, Pill("Ưu tiên", "priority", "warn")), align=_MIDDLE)
        self._waited = Label(look, "", "body", "ink_2", align=_RIGHT, wrap=False)
        row.add(self._waited, align=_MIDDLE)

    def show_line(self, line: NextLine) -> None:
        for label, text in (
            (self._label, line.label),
            (self._field, line.field),
            (self._waited, line.waited),
        ):
            if label.text() != text:
                label.setText(text)
        self._pill.setVisible(line.priority)
        priority = ", ưu tiên" if line.priority else ""
        self.setAccessibleName(f"{line.label}, {line.field}{priority}, chờ {line.waited}")


class NextCard(Card):
    """The next numbers, as many as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (20, 12, 20, 8), self)
        top = column.nest(Row(look, 8))
        top.add(Label(look, "Số tiếp theo", "h2", wrap=False), 1, _MIDDLE)
        self._total = Label(look, "", "body", "ink_2", align=_RIGHT, wrap=False)
        top.add(self._total, align=_MIDDLE)
        self._none = Label(look, NOBODY, "input", "ink_2")
        column.gap(4)
        column.add(self._none)
        self._places: list[tuple[_Line, QWidget]] = []
        for at in range(UPCOMING):
            rule = column.add(Rule(look))
            self._places.append((column.add(_Line(look)), rule))
            rule.setVisible(at > 0)
        column.fill()
        self._most = 4
        self._props = WaitingProps("", (), (), "")

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers shown, in order."""
        return tuple(
            line.accessibleName().split(",")[0] for line, _ in self._places if not line.isHidden()
        )

    def set_most(self, most: int) -> None:
        """Show at most so many numbers."""
        if most != self._most:
            self._most = most
            self.set_props(self._props)

    def set_props(self, props: WaitingProps) -> None:
        """Show these props."""
        self._props = props
        if self._total.text() != props.total:
            self._total.setText(props.total)
        self._none.setVisible(not props.lines)
        for at, (line, rule) in enumerate(self._places):
            there = at < min(self._most, len(props.lines))
            if there:
                line.show_line(props.lines[at])
            line.setVisible(there)
            rule.setVisible(there and at > 0)


class FieldsCard(Card):
    """How many wait for each field; on a small window one line."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 0, (0, 0, 0, 0), self)
        self._tall = Box(look)
        inside = Column(look, 4, (20, 12, 20, 10), self._tall)
        top = inside.nest(Row(look, 8))
        top.add(Label(look, "Đang chờ theo lĩnh vực", "h2", wrap=False), 1, _MIDDLE)
        self._note = Label(look, "chờ lâu nhất", "body", "ink_2", align=_RIGHT, wrap=False)
        top.add(self._note, align=_MIDDLE)
        self._none = Label(look, NOBODY, "input", "ink_2")
        inside.add(self._none)
        self._bars = inside.add(Bars(look))
        inside.fill()
        self._flat = Box(look)
        self._one_line = Label(look, "", "body", "ink_2", marked=True, elide=True)
        Row(look, 0, (20, 11, 20, 11), self._flat).add(self._one_line, 1, _MIDDLE)
        column.add(self._tall, 1)
        column.add(self._flat)
        self._props = WaitingProps("", (), (), "")
        self._most = -1
        self.set_most(_FEWEST_BARS)

    def set_most(self, most: int) -> None:
        """Show the bars of at most so many fields, or with 0 one line of words."""
        if most != self._most:
            self._most = most
            self._tall.setVisible(most > 0)
            self._flat.setVisible(most == 0)
            self.set_props(self._props)

    def set_props(self, props: WaitingProps) -> None:
        """Show these props."""
        self._props = props
        self._none.setVisible(not props.bars)
        self._note.setVisible(bool(props.bars))
        self._bars.setVisible(bool(props.bars))
        self._bars.set_bars(props.bars[: self._most])
        if self._one_line.text() != props.one_line:
            self._one_line.setText(props.one_line)
