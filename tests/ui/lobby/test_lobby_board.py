"""What the lobby's screen shows: tables over plain values."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from kiosk.clock import FrozenClock, parse_moment
from kiosk.office.calendar import CalendarDay, DayKind, Session, WorkingCalendar
from kiosk.queue.views import Board, Call, CounterBoard, FieldQueue
from kiosk.ui.frames.tv import TvFrame
from kiosk.ui.lobby.board import CallProps, LobbyProps, MessageProps, derive, strip_rows
from kiosk.ui.lobby.calling_queue import Calling, Heard, awaited_on, begun
from kiosk.ui.lobby.notices import RestAhead, rest_ahead, rest_words
from kiosk.ui.lobby.page import BoardPage
from kiosk.ui.lobby.work import LobbyView
from tests.ui.clipping import troubles

NOW = parse_moment("2026-11-23T09:24+07:00")
CALLS = tuple(
    Call(f"c{9 - at}", label, counter, f"Quầy {counter}", turn, NOW)
    for at, (label, counter, turn) in enumerate(
        (("HT-016", 1, 2), ("DD-008", 4, 1), ("HT-016", 1, 1), ("CT-031", 3, 1), ("CU-022", 5, 1))
    )
)


def counters(
    count: int, busy: dict[int, tuple[str, str]] | None = None
) -> tuple[CounterBoard, ...]:
    at_work = {1: ("HT-016", "called"), 3: ("CT-031", "serving")} if busy is None else busy
    return tuple(
        CounterBoard(number, f"Quầy {number}", number != 7, *at_work.get(number, (None, None)))
        for number in range(1, count + 1)
    )


def fields(count: int) -> tuple[FieldQueue, ...]:
    return tuple(
        FieldQueue(f"F{at}", f"Lĩnh vực {at}", "", "doc", ("Quầy 1",) if at else (), at, None)
        for at in range(count)
    )


VIEW = LobbyView(
    "Trung tâm Phục vụ hành chính công phường Thử Nghiệm",
    "Công khai – Minh bạch – Tận tình – Đúng hẹn",
    False,
    True,
    None,
    None,
    Board(CALLS, counters(8), fields(4)),
    NOW,
)


def at_start(view: LobbyView | None) -> Calling:
    if view is None:
        return Calling()
    return begun(Heard(view.board.calls, awaited_on(view.board), whole=view.whole))


def shown(
    view: LobbyView | None = VIEW, silent: int | None = None, calling: Calling | None = None
) -> LobbyProps:
    heard = NOW if silent is not None else None
    return derive(view, calling or at_start(view), silent, heard, refused=False)


def with_board(**parts: object) -> LobbyView:
    return replace(VIEW, board=replace(VIEW.board, **parts))  # type: ignore[arg-type]


def test_the_newest_call_is_large_and_the_others_beside_it() -> None:
    props = shown()
    assert props.main == CallProps("c9", "Gọi lại số", "HT-016", "đến", "Quầy 1", True)
    assert props.recent.rows == (("DD-008", "Quầy 4"), ("CT-031", "Quầy 3"), ("CU-022", "Quầy 5"))
    assert [tile.kind for tile in props.counters] == ["call", *["plain"] * 5, "off", "plain"]
    assert [tile.text for tile in props.counters][:3] == ["HT-016", "—", "CT-031"]
    assert props.counters[6].text == "Tạm nghỉ"


@pytest.mark.parametrize(
    ("busy", "urgent"),
    [({1: ("HT-016", "called")}, True), ({1: ("HT-016", "serving")}, False), ({}, False)],
)
def test_nobody_is_asked_to_come_who_is_there_already(
    busy: dict[int, tuple[str, str]], urgent: bool
) -> None:
    main = shown(with_board(counters=counters(8, busy))).main
    assert isinstance(main, CallProps)
    assert (main.urgent, main.title) == (urgent, "Gọi lại số" if urgent else "Số vừa gọi")


def test_a_first_call_invites() -> None:
    main = shown(with_board(calls=(replace(CALLS[0], turn=1), *CALLS[1:]))).main
    assert isinstance(main, CallProps)
    assert main.title == "Mời số"


def test_only_fields_with_a_counter_are_counted() -> None:
    assert shown().line.items == (("Lĩnh vực 1", "1"), ("Lĩnh vực 2", "2"), ("Lĩnh vực 3", "3"))


@pytest.mark.parametrize(
    ("view", "headline", "sentence"),
    [
        (with_board(calls=()), "Chưa gọi số nào", "Mời Ông/Bà lấy số tại ki-ốt."),
        (
            replace(
                with_board(calls=()),
                open=False,
                next_opening=parse_moment("2026-11-23T13:30+07:00"),
            ),
            "Ngoài giờ tiếp nhận",
            "Lấy số lại từ 13:30.",
        ),
        (
            replace(
                with_board(calls=()),
                open=False,
                next_opening=parse_moment("2026-11-25T07:30+07:00"),
            ),
            "Ngoài giờ tiếp nhận",
            "Lấy số lại từ 07:30 Thứ Tư 25/11.",
        ),
        (
            replace(with_board(calls=()), open=False),
            "Ngoài giờ tiếp nhận",
            "Mời Ông/Bà quay lại sau.",
        ),
        (None, "Đang mở bảng gọi số", "Mời Ông/Bà chờ một lát."),
    ],
)
def test_at_rest(view: LobbyView | None, headline: str, sentence: str) -> None:
    main = shown(view).main
    assert isinstance(main, MessageProps)
    assert (main.headline, main.sentence, main.warns) == (headline, sentence, False)


@pytest.mark.parametrize(
    ("silent", "stale", "number"),
    [
        (None, False, None),
        (4, False, None),
        (5, True, "HT-016"),
        (59, True, "HT-016"),
        (60, True, "—"),
    ],
)
def test_old_numbers_are_grey_then_gone(
    silent: int | None, stale: bool, number: str | None
) -> None:
    props = shown(silent=silent)
    assert props.recent.stale == stale
    assert isinstance(props.main, MessageProps) == stale
    if stale:
        assert props.recent.title == "Số gọi lúc 09:24"
        assert props.recent.rows[0][0] == number
        assert {tile.kind for tile in props.counters} == {"stale"}
        assert props.counters[0].text == number
        assert [notice.text for notice in props.notices] == ["Đang tự kết nối lại."]
        assert "không cần lấy số lại" in props.line.title


def test_a_store_that_cannot_be_opened_is_said() -> None:
    main = derive(None, Calling(), None, None, refused=True).main
    assert isinstance(main, MessageProps)
    assert main.warns


def test_no_sound_and_no_help_is_promised() -> None:
    for props in (shown(), shown(silent=9), derive(None, Calling(), None, None, refused=True)):
        said = repr(props).lower()
        assert "loa" not in said
        assert "đã được báo" not in said


def test_the_notices_are_the_rest_the_offices_own_and_the_motto() -> None:
    rest = RestAhead(date(2026, 11, 24), date(2026, 11, 24), "Ngày Văn hóa", date(2026, 11, 25))
    props = shown(replace(VIEW, rest=rest, notices=("Quầy 3 nghỉ chiều nay.", "Có đoàn khám.")))
    assert [notice.text for notice in props.notices] == [
        "Thứ Ba 24/11 nghỉ Ngày Văn hóa. Làm việc lại Thứ Tư 25/11.",
        "Quầy 3 nghỉ chiều nay.",
        "Có đoàn khám.",
        "Công khai – Minh bạch – Tận tình – Đúng hẹn",
    ]
    assert shown(replace(VIEW, motto="")).notices == ()
    assert [shown(replace(VIEW, sample=sample)).sample for sample in (True, False)] == [True, False]


def test_a_call_that_waits_stands_in_the_list_and_at_its_counter_at_once() -> None:
    calling = Calling(shown=CALLS[1], holding=True, waiting=(CALLS[0],))
    props = shown(calling=calling)
    assert isinstance(props.main, CallProps)
    assert (props.main.number, props.main.urgent) == ("DD-008", False)
    assert props.recent.rows[0] == ("HT-016", "Quầy 1")
    assert props.recent.fresh == {"HT-016"}
    assert props.counters[0].kind == "call"


@pytest.mark.parametrize(
    ("turn", "state", "title"),
    [
        (1, "called", "Mời số"),
        (2, "called", "Gọi lại số"),
        (3, "called", "Gọi lại số"),
        (2, "serving", "Số vừa gọi"),
    ],
)
def test_a_recall_says_so(turn: int, state: str, title: str) -> None:
    calls = (replace(CALLS[0], turn=turn),)
    main = shown(with_board(calls=calls, counters=counters(8, {1: ("HT-016", state)}))).main
    assert isinstance(main, CallProps)
    assert main.title == title


def test_after_hours_the_board_closes_when_nobody_is_called_or_waits() -> None:
    closed = replace(VIEW, open=False, next_opening=parse_moment("2026-11-23T13:30+07:00"))
    empty = replace(closed.board, counters=counters(8, {}), fields=fields(1))
    assert isinstance(shown(replace(closed, board=empty)).main, MessageProps)
    busy = (
        replace(empty, counters=counters(8, {3: ("CT-031", "serving")})),
        replace(empty, fields=fields(4)),
    )
    for board in busy:
        assert isinstance(shown(replace(closed, board=board)).main, CallProps)
    for calling in (
        replace(at_start(closed), holding=True),
        replace(at_start(closed), waiting=CALLS[1:2]),
    ):
        assert isinstance(shown(replace(closed, board=empty), calling=calling).main, CallProps)
    gone = replace(
        empty,
        fields=fields(4),
        counters=tuple(replace(place, staffed=False) for place in empty.counters),
    )
    assert isinstance(shown(replace(closed, board=gone)).main, MessageProps)


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (8, 1), (9, 2), (16, 2), (17, 3), (30, 3)])
def test_rows_of_counters(count: int, rows: int) -> None:
    assert strip_rows(count) == rows
    assert shown(with_board(counters=counters(count))).recent.places == (4 if rows == 1 else 3)


WEEK = tuple(Session(day, time(7, 30), time(11, 30), True, True) for day in range(6))


def off(*days: tuple[int, int, str]) -> WorkingCalendar:
    rows = (
        CalendarDay(date(2027, month, day), DayKind.OFF, name, "test", True)
        for month, day, name in days
    )
    return WorkingCalendar.of(WEEK, rows)


@pytest.mark.parametrize(
    ("calendar", "today", "said"),
    [
        (off(), date(2027, 2, 1), ""),
        (
            off((2, 2, "Ngày lễ (nghỉ bù)")),
            date(2027, 2, 1),
            "Thứ Ba 02/02 nghỉ Ngày lễ. Làm việc lại Thứ Tư 03/02.",
        ),
        (
            off((2, 1, "Ngày lễ")),
            date(2027, 2, 1),
            "Thứ Hai 01/02 nghỉ Ngày lễ. Làm việc lại Thứ Ba 02/02.",
        ),
        (
            off((2, 1, "Nghỉ Tết Dương lịch")),
            date(2027, 2, 1),
            "Thứ Hai 01/02 nghỉ Tết Dương lịch. Làm việc lại Thứ Ba 02/02.",
        ),
        (off((2, 3, "Ngày lễ")), date(2027, 2, 1), ""),
        (
            off((2, 8, "Ngày lễ")),
            date(2027, 2, 6),
            "Thứ Hai 08/02 nghỉ Ngày lễ. Làm việc lại Thứ Ba 09/02.",
        ),
        (
            off(*((2, day, f"Tết ({day})") for day in (5, 6, 8, 9))),
            date(2027, 2, 4),
            "Từ Thứ Sáu 05/02 đến Thứ Ba 09/02 nghỉ Tết. Làm việc lại Thứ Tư 10/02.",
        ),
    ],
)
def test_the_rest_ahead(calendar: WorkingCalendar, today: date, said: str) -> None:
    rest = rest_ahead(calendar, today)
    assert (rest_words(rest) if rest else "") == said


LOUD = "TRUNG TÂM TẠM NGỪNG TIẾP NHẬN HỒ SƠ ĐẤT ĐAI CHIỀU THỨ SÁU ĐỂ NÂNG CẤP PHẦN MỀM. " * 2
LONG = tuple(replace(call, label=f"HKTT-{1000 + at}") for at, call in enumerate(CALLS))


WHY = ("Mất điện cả khu vực phường Thử Nghiệm, mời Ông/Bà ngồi chờ; " * 4)[:200]


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (960, 540)])
@pytest.mark.parametrize(
    "props",
    [
        shown(),
        shown(silent=9),
        shown(silent=99),
        shown(None),
        shown(with_board(calls=())),
        *(shown(with_board(counters=counters(count))) for count in (1, 4, 9, 12, 24)),
        shown(with_board(counters=counters(16), fields=fields(16))),
        shown(with_board(counters=counters(30), fields=fields(12))),
        shown(with_board(calls=LONG, counters=counters(30, {1: ("HKTT-1000", "called")}))),
        shown(silent=9, view=with_board(calls=LONG, counters=counters(30))),
        shown(calling=Calling(shown=CALLS[4], holding=True, waiting=CALLS[:4])),
        shown(replace(with_board(calls=()), open=False, next_opening=NOW)),
        shown(replace(VIEW, sample=True, motto=LOUD)),
        shown(replace(VIEW, pause=WHY)),
        *(
            shown(replace(with_board(counters=counters(count, {})), pause=WHY))
            for count in (8, 16, 30)
        ),
    ],
    ids=[
        *("call", "stale", "hidden", "opening", "rest", "1", "4", "9", "12", "24", "16", "30"),
        *("long", "long stale", "queued", "closed", "long notice"),
        *("paused and called", "paused", "paused 16", "paused 30"),
    ],
)
def test_nothing_is_cut_in_the_hall(
    qapp: QApplication, size: tuple[int, int], props: LobbyProps
) -> None:
    frame = TvFrame(props.office, FrozenClock(NOW), QSize(*size))
    page = BoardPage(frame.look)
    frame.show_page(page)
    page.set_props(props, lively=False)
    frame.set_mark("Dữ liệu minh họa" if props.sample else "")
    frame.show()
    found = []
    pages = [page for one in props.notices for page in frame.notice_bar.pages(one.text)]
    for page_text in pages or [""]:
        frame.set_notice(page_text)
        frame.notice_bar.settle()
        found += troubles(frame)
    frame.close()
    frame.deleteLater()
    assert found == []
