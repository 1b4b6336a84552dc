"""Papers that are missing or wrong: ticked from the list or written down, counted, explained."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.counter.life_seen import Missing
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.checks import CheckLine, Stepper
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.field import Field, LineEdit
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.theme.look import Look

_KINDS = ("Bản chính", "Chứng thực", "Bản photo")
_LONGEST = 500
_WRONG = "Thiếu gì, sai ở đâu"
_WRONG_HINT = f"{_WRONG} (↑ ↓ chọn mẫu)"
FAULTS = (
    Option("thiếu", "Thiếu"),
    Option("chưa đúng: ", "Chưa đúng"),
    Option("bản sao chưa chứng thực", "Bản sao chưa chứng thực"),
)
"""What is usually wrong with a paper: a press writes it down, to be written on."""
_UNCERTIFIED = FAULTS[2].key
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
MOST_WRITTEN = 6


class FaultEdit(LineEdit):
    """What is wrong with a paper; ↑ and ↓ go through what usually is."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.walked.emit(by)


class _Details(Box):
    """How many of each kind, and what is wrong."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look)
        column = Column(look, 8, (48, 4, 0, 10), self)
        row = column.nest(Row(look, 10))
        self.counts = []
        for kind in _KINDS:
            row.add(Label(look, kind, "body", "ink_2", wrap=False), align=_MIDDLE)
            self.counts.append(row.add(Stepper(look, f"{name}, {kind}", 0), align=_MIDDLE))
            row.gap(8)
        row.fill()
        row = column.nest(Row(look, 12))
        self.fault = row.add(Choices(look, f"{name}, chỗ chưa được", FAULTS))
        for segment in self.fault.segments:
            segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.what = row.add(FaultEdit(look), 1)
        self.what.setMaxLength(_LONGEST)
        self.what.setPlaceholderText(_WRONG_HINT)
        self.what.setAccessibleName(f"{name}, {_WRONG.lower()}")
        for count in self.counts:
            count.changed.connect(lambda _: self.changed.emit())
        self.what.textEdited.connect(lambda _: self._on_written())
        self.fault.chosen.connect(self._on_fault)
        self.what.walked.connect(self._walk)

    def missing(self, name: str) -> Missing:
        """What stands here."""
        originals, certified, copies = (count.value for count in self.counts)
        return Missing(name, originals, certified, copies, self.what.text())

    def show_missing(self, paper: Missing) -> None:
        """Show what is missing."""
        for count, value in zip(
            self.counts, (paper.originals, paper.certified, paper.copies), strict=True
        ):
            count.set_value(value)
        if self.what.text() != paper.what:
            self.what.setText(paper.what)
        self._mark()

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [*self.counts, self.what]

    def _mark(self) -> None:
        """Mark the usual fault that was written, however it goes on."""
        said = self.what.text().strip().casefold()
        for option in FAULTS:
            if said.startswith(option.key.strip()):
                self.fault.choose(option.key)
                return
        self.fault.choose_none()

    def _walk(self, by: int) -> None:
        keys = [option.key for option in FAULTS]
        at = keys.index(self.fault.current) + by if self.fault.current else min(by, 0)
        self._on_fault(keys[at % len(keys)])
        self._mark()

    def _on_written(self) -> None:
        self._mark()
        self.changed.emit()

    def _on_fault(self, said: str) -> None:
        """An uncertified copy is asked for certified; what was written beside it goes."""
        self.what.setText(said)
        if said == _UNCERTIFIED:
            originals, certified, copies = (count.value for count in self.counts)
            for count, value in zip(
                self.counts, (0, max(1, certified or originals + copies), 0), strict=True
            ):
                count.set_value(value)
        if said.endswith(" "):
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class ListedPaper(Box):
    """A paper of the procedure; ticked, it asks how many and what is wrong."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look)
        self.name = name
        column = Column(look, 0, (0, 0, 0, 0), self)
        self.tick = column.add(CheckLine(look, name))
        self.details = column.add(_Details(look, name))
        self.show_missing(None)
        self.tick.toggled.connect(self._on_ticked)
        self.details.changed.connect(self.changed)

    def missing(self) -> Missing | None:
        """What is missing of it; None while it is not ticked."""
        return self.details.missing(self.name) if self.tick.isChecked() else None

    def show_missing(self, paper: Missing | None) -> None:
        """Show it as missing, or not."""
        self.tick.blockSignals(True)
        self.tick.setChecked(paper is not None)
        self.tick.blockSignals(False)
        self.tick.update()
        self.details.show_missing(paper or Missing(self.name))
        self.details.setVisible(paper is not None)

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.tick, *self.details.focus_order()]

    def _on_ticked(self, ticked: bool) -> None:
        self.details.setVisible(ticked)
        self.changed.emit()


class WrittenPaper(Box):
    """A paper that stands in no list, by its name."""

    changed = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__(look)
        column = Column(look, 6, (0, 4, 0, 0), self)
        called = "Giấy tờ khác" if number == 1 else f"Giấy tờ khác, thứ {number}"
        self.name = column.add(Field(look, called, limit=_LONGEST))
        self.details = column.add(_Details(look, called))
        self.show_missing(None)
        self.name.edited.connect(self._on_named)
        self.details.changed.connect(self.changed)

    def missing(self) -> Missing | None:
        """What is missing; None while it has no name."""
        name = self.name.text().strip()
        return self.details.missing(name) if name else None

    def show_missing(self, paper: Missing | None) -> None:
        """Show a paper, or none."""
        if paper is None or self.name.text().strip() != paper.name:
            self.name.set_text(paper.name if paper else "")
        self.details.show_missing(paper or Missing(""))
        self.details.setVisible(paper is not None)

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.name.edit, *self.details.focus_order()]

    def _on_named(self, text: str) -> None:
        self.details.setVisible(bool(text.strip()))
        self.changed.emit()


class MissingCard(Card):
    """``changed``: something was entered."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = Column(look, 4, (20, 12, 20, 14), self)
        column.add(Label(look, "Giấy tờ còn thiếu hoặc sai", "h2"))
        self._listed = column.nest(Column(look, 0))
        self._rule = column.add(Rule(look))
        self._written = column.nest(Column(look, 0))
        self.listed: list[ListedPaper] = []
        self.written = [WrittenPaper(look, number) for number in range(1, MOST_WRITTEN + 1)]
        for each in self.written:
            self._written.add(each)
            each.changed.connect(self._on_changed)
        self._open_next()

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer these papers; nothing is ticked."""
        while (item := self._listed.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.listed = [ListedPaper(self.look, name) for name in names]
        for each in self.listed:
            self._listed.add(each)
            each.changed.connect(self._on_changed)
        self._rule.setVisible(bool(self.listed))

    def papers(self) -> tuple[Missing, ...]:
        """What is missing, as it stands here."""
        found = (each.missing() for each in self._all())
        return tuple(paper for paper in found if paper is not None)

    def show_papers(self, papers: tuple[Missing, ...]) -> None:
        """Show these as missing."""
        left = {paper.name: paper for paper in papers}
        for each in self.listed:
            each.show_missing(left.pop(each.name, None))
        others = list(left.values())
        for at, line in enumerate(self.written):
            line.show_missing(others[at] if at < len(others) else None)
        self._open_next()

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in reading order."""
        return [one for each in self._all() for one in each.focus_order()]

    def _all(self) -> "list[ListedPaper | WrittenPaper]":
        return [*self.listed, *self.written]

    def _on_changed(self) -> None:
        self._open_next()
        self.changed.emit()

    def _open_next(self) -> None:
        """One empty line after the last that was written."""
        last = max((at for at, each in enumerate(self.written) if each.missing()), default=-1)
        for at, each in enumerate(self.written):
            each.setVisible(at <= last + 1)
