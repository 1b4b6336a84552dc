"""One weekday's sessions as lines to type in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.office.week import MOST_A_DAY
from kiosk.ui.admin.office.hours_props import KINDS, TypedDay, TypedSession, tidy
from kiosk.ui.parts.choice_field import ChoiceField
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look, dress

_TOP = Qt.AlignmentFlag.AlignTop


class SessionLine(QWidget):
    """From, to, and what the session is for. ``edited`` tells each change made by hand."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, look: Look, nth: int) -> None:
        super().__init__()
        row = Row(look, 10, (0, 0, 0, 0), self)
        self.opens, self.closes = (self._time(look, row, name) for name in ("Từ", "Đến"))
        self.kind = row.add(ChoiceField(look, f"Buổi {nth}", KINDS), 1, _TOP)
        for field, name in ((self.opens, "từ"), (self.closes, "đến")):
            field.edit.setAccessibleName(f"Buổi {nth}, {name}")
            field.edited.connect(lambda _: self.edited.emit())
            field.submitted.connect(self.submitted)
        self.kind.edited.connect(lambda _: self.edited.emit())

    def fill(self, one: TypedSession) -> None:
        """Put a session in."""
        self.opens.set_text(one.opens)
        self.closes.set_text(one.closes)
        self.kind.choose(one.kind)

    def typed(self) -> TypedSession:
        """The session as typed, times in their one form."""
        return TypedSession(tidy(self.opens.text()), tidy(self.closes.text()), self.kind.current)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.opens.edit, self.closes.edit, self.kind.box)

    @staticmethod
    def _time(look: Look, row: Row, name: str) -> Field:
        box = row.add(Box(look, width=92), 0, _TOP)
        return Column(look, 0, (0, 0, 0, 0), box).add(Field(look, name, limit=5))


class DayForm(QWidget):
    """The lines of the chosen day; an empty line is no session."""

    edited = Signal()
    submitted = Signal()
    spread = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        column = Column(look, 12, (20, 16, 20, 16), self)
        self.closed = column.add(Label(look, "Ngày này không làm việc.", "body", "ink_2"))
        self.lines = tuple(column.add(SessionLine(look, nth)) for nth in range(1, MOST_A_DAY + 1))
        row = column.nest(Row(look, 12))
        self.more = row.add(DeskButton(look, "Thêm buổi", "plus", "Ctrl T"))
        self.clear = row.add(DeskButton(look, "Nghỉ cả ngày", "cal"))
        row.fill()
        row = column.nest(Row(look, 12))
        self.spread_out = row.add(DeskButton(look, "Dùng cho Thứ Hai – Thứ Sáu", "repeat"))
        row.fill()
        column.fill()
        for line in self.lines:
            line.edited.connect(self.edited)
            line.submitted.connect(self.submitted)
        self.more.clicked.connect(self.add_line)
        self.clear.clicked.connect(self._clear)
        self.spread_out.clicked.connect(self.spread)
        dress(self, look)
        self.fill(())

    def fill(self, day: TypedDay) -> None:
        """Put a day in."""
        for line, one in zip(self.lines, day, strict=False):
            line.fill(one)
        self._show(min(len(day), MOST_A_DAY))

    def typed(self) -> TypedDay:
        """The day as typed; empty lines are left out."""
        lines = (line.typed() for line in self.lines[: self._count])
        return tuple(one for one in lines if one.opens or one.closes)

    def line_of(self, session: int) -> SessionLine:
        """The line in which that session of :meth:`typed` stands."""
        used = [line for line in self.lines if line.typed().opens or line.typed().closes]
        return used[session]

    def add_line(self) -> None:
        """One session more; the focus goes where its beginning is typed."""
        if self._count < MOST_A_DAY:
            self.lines[self._count].fill(TypedSession())
            self._show(self._count + 1)
        self.lines[self._count - 1].opens.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        places = [place for line in self.lines for place in line.stops()]
        return (*places, self.more, self.clear, self.spread_out)

    def _clear(self) -> None:
        self._show(0)
        self.more.setFocus()
        self.edited.emit()

    def _show(self, count: int) -> None:
        self._count = count
        for at, line in enumerate(self.lines):
            line.setVisible(at < count)
        self.closed.setVisible(count == 0)
        self.more.setEnabled(count < MOST_A_DAY)
        self.clear.setEnabled(count > 0)
