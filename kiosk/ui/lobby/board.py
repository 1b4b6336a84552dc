"""What the lobby's screen shows: pure, from what was read and how long ago it was heard."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kiosk.clock import office_day
from kiosk.ui.lobby.calling_queue import Calling, awaited_on, place_of
from kiosk.ui.lobby.notices import rest_words
from kiosk.ui.lobby.turning import NoticeProps
from kiosk.ui.lobby.work import LobbyView
from kiosk.ui.theme.tokens import STALE
from kiosk.ui.words import clock_time, day_short, weekday

if TYPE_CHECKING:
    from kiosk.queue.views import Board, Call, CounterBoard

DASH = "—"
TileKind = Literal["call", "plain", "off", "stale"]


@dataclass(frozen=True, slots=True)
class CallProps:
    """The call that stands large. ``urgent``: the person is still awaited."""

    key: str
    title: str
    number: str
    to: str
    counter: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class MessageProps:
    """A message in place of the newest call."""

    icon: str
    headline: str
    sentence: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class PictureProps:
    """A picture of the office's own, by its file's name, while nobody is called."""

    name: str
    said: str


@dataclass(frozen=True, slots=True)
class RecentProps:
    """The other calls, newest first: a title and rows of number and counter.

    ``fresh``: the numbers that are still to stand large. ``newest``: the id of the newest call.
    """

    title: str
    rows: tuple[tuple[str, str], ...]
    places: int
    stale: bool = False
    fresh: frozenset[str] = frozenset()
    newest: str = ""


@dataclass(frozen=True, slots=True)
class TileProps:
    """One counter of the strip."""

    name: str
    text: str
    kind: TileKind


@dataclass(frozen=True, slots=True)
class LineProps:
    """The line under the counters: a title and items of name and count, or one sentence."""

    title: str
    items: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LobbyProps:
    """The whole screen."""

    office: str
    main: CallProps | MessageProps | PictureProps
    recent: RecentProps
    counters: tuple[TileProps, ...]
    line: LineProps
    notices: tuple[NoticeProps, ...]
    sample: bool = False


def strip_rows(count: int) -> int:
    """In how many rows the counters stand: 8 in one, 16 in two, more in three."""
    return 1 if count <= 8 else 2 if count <= 16 else 3


def derive(
    view: LobbyView | None,
    calling: Calling,
    silent: int | None,
    heard: datetime | None,
    *,
    refused: bool,
    why: str = "",
    picture: PictureProps | None = None,
) -> LobbyProps:
    """The screen at a moment; ``picture``: whose turn it is while nobody is called.

    ``silent`` counts the seconds since the store stopped answering (None: it answers), ``heard``
    is when it last did; ``refused``: it could not be opened at all, ``why``: what somebody must put right first.
    """
    if view is None:
        return _without_view(refused, why)
    if silent is not None and silent >= STALE["lobby"]:
        return _stale(view, heard, hidden=silent >= STALE["lobby_hide"])
    return _fresh(view, calling, picture)


def _without_view(refused: bool, why: str) -> LobbyProps:
    main = (
        _TROUBLE
        if refused
        else MessageProps("clock", "Đang mở bảng gọi số", "Mời Ông/Bà chờ một lát.")
    )
    return LobbyProps(
        office="Bộ phận Một cửa",
        main=main,
        recent=RecentProps("Vừa gọi", (), 4),
        counters=(),
        line=LineProps(_KEPT) if refused else LineProps(""),
        notices=(NoticeProps(why or _RETURNING, "repeat"),) if refused else (),
    )


_TROUBLE = MessageProps(
    "nolink", "Bảng gọi số\ntạm ngừng cập nhật", "Mời Ông/Bà hỏi bàn hướng dẫn.", warns=True
)
_KEPT = "Số trên phiếu vẫn giữ nguyên thứ tự. Ông/Bà không cần lấy số lại."
_PAUSED = "Văn phòng tạm dừng"
_PLEASE_WAIT = "Mời Ông/Bà ngồi chờ."
_LONGEST_WHY = 70
_RETURNING = "Đang tự kết nối lại."


def _fresh(view: LobbyView, calling: Calling, picture: PictureProps | None) -> LobbyProps:
    board = view.board
    main = _main(view, calling, picture)
    large = main.number if isinstance(main, CallProps) else ""
    others = tuple(call for call in _one_each(board) if call.label != large)
    return LobbyProps(
        office=view.office,
        main=main,
        recent=RecentProps(
            "Vừa gọi",
            _rows(others),
            _places(board),
            fresh=frozenset(call.label for call in calling.waiting),
            newest=board.calls[0].id if board.calls else "",
        ),
        counters=tuple(_tile(each, calling) for each in board.counters),
        line=_waiting(view),
        notices=_notices(view, told=isinstance(main, MessageProps)),
        sample=view.sample,
    )


def _waiting(view: LobbyView) -> LineProps:
    """Who waits for what; while the office pauses, that they keep their place."""
    if view.pause is not None:
        return LineProps(_KEPT)
    fields = (field for field in view.board.fields if field.counters)
    return LineProps("Đang chờ", tuple((field.name, str(field.waiting)) for field in fields))


def _main(
    view: LobbyView, calling: Calling, picture: PictureProps | None
) -> CallProps | MessageProps | PictureProps:
    """What stands large: a call as long as it is held, then that the office pauses.

    A picture waits until nobody is called any more.
    """
    if view.pause is not None and not is_calling(calling):
        return MessageProps("pause", _PAUSED, _pause_told(view.pause) or _PLEASE_WAIT)
    if picture is not None and is_quiet(view, calling):
        return picture
    if calling.shown is None or _is_over(view, calling):
        return _rest(view)
    return _call(calling.shown, view.board)


def _pause_told(why: str) -> str:
    """Why the office pauses, where that fits the large place; else it stands in the lower bar."""
    return f"{why.rstrip('. ')}." if len(why) <= _LONGEST_WHY else ""


def is_calling(calling: Calling) -> bool:
    """Whether a call is held large, is being said, or waits for that."""
    return calling.holding or calling.speaking or bool(calling.waiting)


def is_quiet(view: LobbyView | None, calling: Calling) -> bool:
    """Whether nobody is being called: the large place may show something else."""
    return view is not None and not is_calling(calling) and not awaited_on(view.board)


def _is_over(view: LobbyView, calling: Calling) -> bool:
    """Whether the office has closed and nobody is called or served any more."""
    board = view.board
    if view.open or not is_quiet(view, calling):
        return False
    staffed = any(place.staffed for place in board.counters)
    waited_for = staffed and any(field.waiting for field in board.fields)
    return not waited_for and all(place.label is None for place in board.counters)


def _stale(view: LobbyView, heard: datetime | None, *, hidden: bool) -> LobbyProps:
    board, calls = view.board, _one_each(view.board)
    rows = tuple((DASH, DASH) for _ in calls) if hidden else _rows(calls)
    return LobbyProps(
        office=view.office,
        main=_TROUBLE,
        recent=RecentProps(
            f"Số gọi lúc {clock_time(heard or view.at)}", rows, _places(board), stale=True
        ),
        counters=tuple(
            TileProps(each.name, DASH if hidden else each.label or DASH, "stale")
            for each in board.counters
        ),
        line=LineProps(_KEPT),
        notices=(NoticeProps(_RETURNING, "repeat"),),
        sample=view.sample,
    )


def _one_each(board: "Board") -> tuple["Call", ...]:
    """The calls, newest first, each ticket once."""
    once: dict[str, Call] = {}
    for call in board.calls:
        once.setdefault(call.label, call)
    return tuple(once.values())


def _rows(calls: tuple["Call", ...]) -> tuple[tuple[str, str], ...]:
    return tuple((call.label, call.counter_name) for call in calls)


def _places(board: "Board") -> int:
    return 4 if strip_rows(len(board.counters)) == 1 else 3


def _call(call: "Call", board: "Board") -> CallProps:
    urgent = place_of(call) in awaited_on(board)
    title = "Mời số" if call.turn == 1 else "Gọi lại số"
    return CallProps(
        key=call.id,
        title=title if urgent else "Số vừa gọi",
        number=call.label,
        to="đến",
        counter=call.counter_name,
        urgent=urgent,
    )


def _rest(view: LobbyView) -> MessageProps:
    if view.open:
        return MessageProps("ticket", "Chưa gọi số nào", "Mời Ông/Bà lấy số tại ki-ốt.")
    opening = view.next_opening
    if opening is None:
        return MessageProps("clock", "Ngoài giờ tiếp nhận", "Mời Ông/Bà quay lại sau.")
    when, day = clock_time(opening), office_day(opening)
    if day != office_day(view.at):
        when += f" {weekday(day)} {day_short(day)}"
    return MessageProps("clock", "Ngoài giờ tiếp nhận", f"Lấy số lại từ {when}.")


def _tile(place: "CounterBoard", calling: Calling) -> TileProps:
    if place.label is None:
        return TileProps(
            place.name, DASH if place.staffed else "Tạm nghỉ", "plain" if place.staffed else "off"
        )
    large = (calling.shown, *calling.waiting)
    here = any(call and place_of(call) == (place.number, place.label) for call in large)
    calls = here and place.state == "called"
    return TileProps(place.name, place.label, "call" if calls else "plain")


def _notices(view: LobbyView, *, told: bool) -> tuple[NoticeProps, ...]:
    """The rest ahead, what the office tells today, and the motto.

    While the office pauses, that alone, unless all of it is ``told`` in the large place.
    """
    if view.pause is not None and not (told and _pause_told(view.pause)):
        return (NoticeProps(f"{_PAUSED}: {view.pause}", "pause"),)
    rest = (NoticeProps(rest_words(view.rest), "cal"),) if view.rest else ()
    motto = (NoticeProps(view.motto, "star"),) if view.motto else ()
    return (*rest, *(NoticeProps(text) for text in view.notices), *motto)
