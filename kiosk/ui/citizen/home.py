"""The kiosk's first page."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.sentences import closed, not_served, offline, preparing
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.citizen.view import KioskView, counter_name, named
from kiosk.ui.citizen.waiting import WaitingCard, WaitingRow
from kiosk.ui.language import Language
from kiosk.ui.parts.call_line import CallLine
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.tiles import PrimaryTile
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import STALE

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CALLS, _CALLS_WIDE = 2, 4


@dataclass(frozen=True, slots=True)
class HomeInputs:
    """What the first page is made from.

    ``view`` is None until the store was read; ``refused``: it could not be opened; ``silent``:
    the seconds since it stopped answering, None while it answers.
    """

    view: KioskView | None
    refused: bool
    silent: int | None
    now: datetime
    language: Language
    wide: bool

    @classmethod
    def of(cls, known: Known, screen: Screen) -> "HomeInputs":
        """From what is known and how the screen stands."""
        return cls(
            known.view, known.refused, known.silent, screen.now, screen.language, screen.wide
        )


@dataclass(frozen=True, slots=True)
class HomeProps:
    """What the first page says. ``calls`` is None where nothing certain is known of them."""

    greeting: str
    question: str
    calling: str
    none_called: str
    calls: tuple[tuple[str, str], ...] | None
    tile: str
    tile_line: str
    tile_reason: str
    waiting_title: str
    waiting: tuple[WaitingRow, ...]
    help: str
    hours_title: str
    hours: str


def derive_home(given: HomeInputs) -> HomeProps:
    """The first page at a moment."""
    tr, view = given.language.tr, given.view
    reason = _reason(given)
    greeting = tr("Kính chào Ông/Bà")
    if view is not None and view.sample:
        greeting += "  ·  " + tr("Văn phòng mẫu, dữ liệu minh họa")
    return HomeProps(
        greeting=greeting,
        question=tr("Ông/Bà cần làm việc gì?"),
        calling=tr("Đang gọi"),
        none_called=tr("Chưa gọi số nào"),
        calls=_calls(given),
        tile=tr("Lấy số thứ tự"),
        tile_line=tr("Chọn lĩnh vực, nhận phiếu\nvà chờ gọi đến quầy"),
        tile_reason=reason,
        waiting_title=tr("Số người đang chờ"),
        waiting=() if reason or view is None else _waiting(view, given.language),
        help=tr("Cần giúp đỡ? Mời Ông/Bà đến bàn hướng dẫn."),
        hours_title=tr("Giờ làm việc hôm nay") if view else "",
        hours=(view.hours or tr("Hôm nay nghỉ")) if view else "",
    )


def _reason(given: HomeInputs) -> str:
    """Why no number can be taken now; empty when one can."""
    view, language = given.view, given.language
    if given.silent is not None or (view is None and given.refused):
        return offline(language)
    if view is None:
        return preparing(language)
    if not view.open:
        return closed(view.next_opening, given.now, language)
    if not any(field.served for field in view.fields):
        return not_served(language)
    return ""


def _calls(given: HomeInputs) -> tuple[tuple[str, str], ...] | None:
    stale = given.silent is not None and given.silent >= STALE["lobby"]
    if given.view is None or stale:
        return None
    newest = given.view.calls[: _CALLS_WIDE if given.wide else _CALLS]
    return tuple((call.label, counter_name(call.counter, given.language)) for call in newest)


def _waiting(view: KioskView, language: Language) -> tuple[WaitingRow, ...]:
    return tuple(
        WaitingRow(field.icon, named(field, language), str(field.waiting))
        for field in view.fields
        if field.served
    )


class HomePage(QWidget):
    """``take_asked``: somebody wants a number. ``errand_asked`` carries an errand's key."""

    take_asked = Signal()
    errand_asked = Signal(str)

    def __init__(self, look: Look, props: HomeProps, *, wide: bool) -> None:
        super().__init__()
        whole = Column(look, parent=self)
        self.line = whole.add(CallLine(look, props.calling, props.none_called))
        side = 64 if wide else 48
        column = whole.nest(Column(look, 0, (side, 32 if wide else 56, side, 24)), 1)
        room = self.line.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.line.setSizePolicy(room)
        self._greeting = column.add(Label(look, props.greeting, "label", "ink_2", weight=400))
        column.add(Label(look, props.question, "h1"))
        column.gap(24 if wide else 48)
        self.tile = PrimaryTile(look, "ticket", props.tile, props.tile_line, wide=wide)
        self.tile.clicked.connect(self.take_asked)
        self.waiting = WaitingCard(look, props.waiting_title, wide=wide)
        if wide:
            row = column.nest(Row(look, 24), 1)
            row.add(self.tile, 720)
            row.add(self.waiting, 1048)
        else:
            column.add(self.tile)
            column.gap(24)
            column.add(self.waiting)
            column.fill()
            row = column.nest(Row(look, 16))
            row.fill()
            row.add(Icon(look, "help", 32, "act"), align=_MIDDLE)
            row.add(Label(look, props.help, "body", "ink_2"))
            row.fill()
        self.set_props(props)

    def set_props(self, props: HomeProps) -> None:
        """Show what is so now."""
        self.line.setVisible(props.calls is not None)
        if props.calls is not None and props.calls != self.line.calls:
            self.line.set_calls(props.calls)
        if props.tile_reason != self.tile.reason:
            self.tile.set_reason(props.tile_reason)
        self.waiting.set_rows(props.waiting)
        say(self._greeting, props.greeting)
