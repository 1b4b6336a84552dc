"""The kiosk's first page."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.errand import ErrandKey
from kiosk.ui.citizen.order import tab_order
from kiosk.ui.citizen.sentences import (
    all_full,
    closed,
    not_served,
    not_usable,
    not_yet,
    offline,
    paused,
    pausing,
    preparing,
)
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.citizen.told_card import ToldCard
from kiosk.ui.citizen.view import KioskView, counter_name
from kiosk.ui.language import Language
from kiosk.ui.parts.call_line import CallLine
from kiosk.ui.parts.icon_box import Icon
from kiosk.ui.parts.label import Label, say
from kiosk.ui.parts.layouts import Box, Column, Grid, Row
from kiosk.ui.parts.link import LinkRow
from kiosk.ui.parts.tiles import HomeTile, PrimaryTile
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import STALE

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CALLS, _CALLS_WIDE = 2, 4
_COLUMNS = 2
_USUAL_QUESTIONS = 5
"""What an evaluation asks where the store has not been read: only to lay the page out."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way in beside the number: the errand's key, its tile, and why it is barred (if it is)."""

    key: ErrandKey
    icon: str
    title: str
    line: str
    reason: str


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
    low: bool = False

    @classmethod
    def of(cls, known: Known, screen: Screen) -> "HomeInputs":
        """From what is known and how the screen stands."""
        return cls(
            known.view,
            known.refused,
            known.silent,
            screen.now,
            screen.language,
            screen.wide,
            screen.low,
        )


@dataclass(frozen=True, slots=True)
class HomeProps:
    """What the first page says. ``calls`` is None where nothing certain is known of them.

    ``low``: everything to press stands low already; ``reach`` is the link that changes it.
    ``paused`` says why the whole office pauses, and stands in place of the greeting.
    """

    greeting: str
    question: str
    calling: str
    none_called: str
    calls: tuple[tuple[str, str], ...] | None
    tile: str
    tile_line: str
    tile_reason: str
    ways: tuple[Way, ...]
    help: str
    hours_title: str
    hours: str
    paused: str = ""
    low: bool = False
    reach: str = ""

    @property
    def variant(self) -> tuple[str, ...]:
        """What makes the page another one: the lines of its tiles, and where they stand."""
        return (self.reach, *(way.line for way in self.ways))


def derive_home(given: HomeInputs) -> HomeProps:
    """The first page at a moment."""
    tr, view = given.language.tr, given.view
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
        tile_reason=_reason(given),
        ways=_ways(given),
        help=tr("Cần giúp đỡ? Mời Ông/Bà đến bàn hướng dẫn."),
        hours_title=tr("Giờ làm việc hôm nay") if view else "",
        hours=(view.hours or tr("Hôm nay nghỉ")) if view else "",
        paused=_paused(given),
        low=given.low,
        reach=tr("Trở về tầm cao") if given.low else tr("Tầm thấp"),
    )


def _paused(given: HomeInputs) -> str:
    view = given.view
    if view is None or view.pause is None or not view.open or given.silent is not None:
        return ""
    return paused(view.pause, given.language)


def _reason(given: HomeInputs) -> str:
    """Why no number can be taken now; empty when one can."""
    view, language = given.view, given.language
    if given.silent is not None or (view is None and given.refused):
        return offline(language)
    if view is None:
        return preparing(language)
    if not view.open:
        return closed(view.next_opening, given.now, language)
    if view.pause is not None:
        return pausing(language)
    served = [field for field in view.fields if field.served]
    if not served:
        return not_served(language)
    return all_full(view, given.now, language) if all(each.full for each in served) else ""


def _ways(given: HomeInputs) -> tuple[Way, ...]:
    """The tiles below; outside the hours they work as ever.

    Without the store no dossier can be followed and no answer kept; what is read about procedures
    and officers says itself what it still knows.
    """
    tr = given.language.tr
    unread = ""
    if given.view is None:
        unread = not_usable(given.language) if given.refused else not_yet(given.language)
    silent = unread or ("" if given.silent is None else not_usable(given.language))
    asked = given.view.asked if given.view is not None else None
    questions = len(asked.questions) if asked is not None else _USUAL_QUESTIONS
    unasked = silent or ("" if asked is not None else not_usable(given.language))
    return (
        Way(
            "status",
            "scan",
            tr("Nhận kết quả,\ntra cứu hồ sơ"),
            tr("Quét mã trên giấy hẹn"),
            silent,
        ),
        Way(
            "procedures",
            "doc",
            tr("Thủ tục\nhành chính"),
            tr("Giấy tờ, thời hạn, lệ phí"),
            unread,
        ),
        Way(
            "staff",
            "users",
            tr("Cán bộ\ntiếp nhận"),
            tr("Họ tên, chức danh, số điện thoại"),
            unread,
        ),
        Way(
            "rating",
            "star",
            tr("Đánh giá\nphục vụ"),
            given.language.trn(
                "{n} lần chạm, không ghi tên", "{n} lần chạm, không ghi tên", questions
            ),
            unasked,
        ),
    )


def _calls(given: HomeInputs) -> tuple[tuple[str, str], ...] | None:
    stale = given.silent is not None and given.silent >= STALE["lobby"]
    if given.view is None or stale:
        return None
    newest = given.view.calls[: _CALLS_WIDE if given.wide else _CALLS]
    return tuple((call.label, counter_name(call.counter, given.language)) for call in newest)


class HomePage(QWidget):
    """``take_asked``: somebody wants a number. ``errand_asked`` carries an errand's key.

    ``reach_asked``: everything to press shall stand low, or no longer; on a standing screen only.

    The tiles stand in two columns; an odd one out takes the whole width of the last line.
    """

    take_asked = Signal()
    errand_asked = Signal(str)
    reach_asked = Signal(bool)

    def __init__(self, look: Look, props: HomeProps, *, wide: bool) -> None:
        super().__init__()
        self.look, self._wide = look, wide
        self.ways: dict[str, HomeTile] = {}
        whole = Column(look, parent=self)
        self.line = whole.add(CallLine(look, props.calling, props.none_called, wide=wide))
        side = 64 if wide else 48
        low = props.low and not wide
        margins = (side, 40 if wide else 56, side, 4 if low else 24)
        column = whole.nest(Column(look, 0, margins), 1)
        self._heading = column.add(Box(look))
        words = Column(look, parent=self._heading)
        self._greeting = words.add(Label(look, props.greeting, "label", "ink_2", weight=400))
        words.add(Label(look, props.question, "h1"))
        # Larger words begin lower by themselves.
        words.gap(30 if wide else 44 if low and look.text > 1 else 54)
        self.pause = column.add(Box(look))
        words = Column(look, parent=self.pause)
        self._why = words.add(ToldCard(look, "pause", long=True))
        words.gap(16)
        self.tile = PrimaryTile(look, "ticket", props.tile, props.tile_line, wide=wide)
        self.tile.clicked.connect(self.take_asked)
        self._grid = Grid(look, 24)
        self._help: QWidget | None = None
        self.reach: LinkRow | None = None
        if wide:
            row = column.nest(Row(look, 24))
            row.add(self.tile, 720)
            row.nest(self._grid, 1048)
            column.fill()
        else:
            column.add(self.tile)
            column.gap(8 if low else 24)
            column.nest(self._grid)
            column.fill()
            row = column.nest(Row(look, 16))
            self._help = row.add(Box(look), 1)
            help_row = Row(look, 16, parent=self._help)
            help_row.add(Icon(look, "help", 32, "act"), align=_MIDDLE)
            help_row.add(Label(look, props.help, "body", "ink_2", middle=True), 1)
            self.reach = row.add(LinkRow(look, "", props.reach, "down" if not props.low else "up"))
            self.reach.clicked.connect(lambda: self.reach_asked.emit(not props.low))
            column.fill()
        self._build(props.ways)
        self.set_props(props)

    def wear(self, look: Look) -> None:
        self.look = look

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A page that moves into its window loses the order it was given before.
        reach = () if self.reach is None else (self.reach,)
        tab_order(self, (self.tile, *self.ways.values(), *reach))

    def set_props(self, props: HomeProps) -> None:
        """Show what is so now."""
        # In a pause nobody is called: why it is one takes that room.
        room = self.line.sizePolicy()
        room.setRetainSizeWhenHidden(not props.paused)
        self.line.setSizePolicy(room)
        self.line.setVisible(props.calls is not None and not props.paused)
        if props.calls is not None and props.calls != self.line.calls:
            self.line.set_calls(props.calls)
        if props.tile_reason != self.tile.reason:
            self.tile.set_reason(props.tile_reason)
        for way in props.ways:
            tile = self.ways[way.key]
            if way.reason != tile.reason:
                tile.set_reason(way.reason)
        say(self._greeting, props.greeting)
        self._heading.setVisible(not props.paused)
        if self._help is not None:
            # Why the office pauses ends with the same words.
            self._help.setVisible(not props.paused)
        self.pause.setVisible(bool(props.paused))
        if props.paused != self._why.text:
            self._why.say(props.paused)

    def _build(self, ways: tuple[Way, ...]) -> None:
        for at, way in enumerate(ways):
            alone = at == len(ways) - 1 and at % _COLUMNS == 0
            tile = HomeTile(self.look, way.icon, way.title, way.line, wide=self._wide or alone)
            tile.clicked.connect(lambda _=False, key=way.key: self.errand_asked.emit(key))
            span = _COLUMNS if alone else 1
            self._grid.addWidget(tile, at // _COLUMNS, at % _COLUMNS, 1, span)
            self.ways[way.key] = tile
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
