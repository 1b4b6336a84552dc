"""What the counter's pages show, derived from values alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import parse_moment
from kiosk.dossiers.model import DossierState
from kiosk.dossiers.progress import DueKind, DueStatus
from kiosk.dossiers.reading import DossierLine
from kiosk.office.directory import Person
from kiosk.queue.model import Ticket, TicketState
from kiosk.queue.views import CounterQueue, FieldQueue
from kiosk.ui.counter.head import derive_head
from kiosk.ui.counter.lines import (
    FOUND,
    OVERDUE,
    READY,
    RETURNED,
    SOON,
    TODAY,
    WAITING,
    derive_lines,
    due_words,
)
from kiosk.ui.counter.minutes import running, waited
from kiosk.ui.counter.places import AtPlace, valid_keys
from kiosk.ui.counter.seen import Found, Seen
from kiosk.ui.counter.serving import derive_serving
from kiosk.ui.counter.sign_in_page import derive_sign_in, find_row
from kiosk.ui.counter.unprinted import PaperRow, papers_strip
from kiosk.ui.counter.waiting import derive_waiting, share_out
from kiosk.ui.parts.pill import Pill

NOW = parse_moment("2026-11-23T09:24+07:00")
TAKEN = parse_moment("2026-11-23T09:02+07:00")


def a_ticket(number: int = 16, state: str = "waiting", **changes: object) -> Ticket:
    ticket = Ticket(
        id=f"t{number}",
        label=f"HT-{number:03d}",
        field="Hộ tịch",
        number=number,
        state=TicketState(state),
        priority=False,
        counter=None if state == "waiting" else 1,
        calls=0 if state == "waiting" else 1,
        issued_at=TAKEN,
        called_at=None if state == "waiting" else NOW - timedelta(minutes=6, seconds=12),
        serving_at=NOW - timedelta(seconds=59) if state == "serving" else None,
    )
    return replace(ticket, **changes)  # type: ignore[arg-type]


def a_look(
    active: Ticket | None = None, upcoming: tuple[Ticket, ...] = (), **changes: object
) -> Seen:
    fields = (
        FieldQueue("HT", "Hộ tịch", "", "rings", ("Quầy 1",), len(upcoming), TAKEN),
        FieldQueue("CT", "Chứng thực", "", "stamp", (), 9, NOW - timedelta(minutes=18)),
        FieldQueue("XD", "Xây dựng", "", "build", (), 0, None),
    )
    seen = Seen(
        office="Trung tâm",
        counter="Quầy 1",
        fields=("Hộ tịch",),
        people=(),
        sitting=None,
        queue=CounterQueue(active, upcoming, len(upcoming), fields),
        back=None,
        recall_limit=3,
        lines=(),
        returned=(),
        unprinted=(),
    )
    return replace(seen, **changes)  # type: ignore[arg-type]


def a_line(code: str, state: str, kind: str = "ahead", words: str = "Còn 4 ngày") -> DossierLine:
    return DossierLine(
        id=code,
        code=code,
        procedure_code="1.004873",
        procedure_name="Cấp Giấy xác nhận tình trạng hôn nhân",
        applicant="Nguyễn Văn An",
        state=DossierState(state),
        received_at=TAKEN,
        due_at=parse_moment("2026-11-27T17:00+07:00"),
        due=DueStatus(DueKind(kind), words, None),
    )


def person(code: str, name: str, counter: int | None = None) -> Person:
    return Person(code, code, name, "Công chức", "", "", True, False, "officer", counter)


def test_a_number_being_called() -> None:
    props = derive_serving(a_look(a_ticket(state="called"), (a_ticket(17),)), NOW)
    assert (props.title, props.number) == ("Đang gọi", "HT-016")
    assert props.line == "Hộ tịch · lấy số 09:02 · gọi 1 lần"
    assert props.timer == Pill("06:12", "clock", "act")
    assert props.next_text == "Gọi số tiếp theo  HT-017"
    assert (props.step_text, props.step_reason) == ("Phục vụ", "")
    assert (props.recall_reason, props.no_show_reason) == ("", "")


def test_a_number_being_served_is_timed_from_then_on() -> None:
    props = derive_serving(a_look(a_ticket(state="serving")), NOW)
    assert props.timer == Pill("00:59", "clock", "ok")
    assert props.step_text == "Xong"
    assert props.recall_reason == props.no_show_reason != ""
    assert props.next_text == "Hoàn thành HT-016"


def test_nobody_to_call_and_nobody_here() -> None:
    props = derive_serving(a_look(), NOW)
    assert props.next_reason == "Chưa có người chờ."
    assert props.step_reason
    assert props.recall_reason
    assert props.no_show_reason


def test_before_the_first_look_nothing_can_be_done() -> None:
    props = derive_serving(None, NOW)
    assert props.next_reason == "Đang mở sổ dữ liệu."
    keys = dict(valid_keys(AtPlace("main", props)))
    assert {"F2", "F3", "F4", "F5", "F6", "F9"}.isdisjoint(keys)


def test_a_number_reported_absent_can_be_called_back() -> None:
    props = derive_serving(a_look(back=a_ticket(15, "no_show")), NOW)
    assert props.recall_reason == ""
    assert props.line == "HT-015 vừa báo vắng mặt; F3 gọi lại."


@pytest.mark.parametrize(("calls", "open_"), [(1, True), (3, True), (4, False)])
def test_recalls_are_counted(calls: int, open_: bool) -> None:
    props = derive_serving(a_look(a_ticket(state="called", calls=calls)), NOW)
    assert (props.recall_reason == "") is open_


def test_fields_with_the_most_people_come_first() -> None:
    props = derive_waiting(a_look(upcoming=(a_ticket(17), a_ticket(18, priority=True))), NOW)
    assert [(bar.name, bar.count, bar.note) for bar in props.bars] == [
        ("Chứng thực", 9, "18 phút"),
        ("Hộ tịch", 2, "22 phút"),
    ]
    assert props.total == "2 người chờ"
    assert [line.priority for line in props.lines] == [False, True]
    assert props.one_line == "Đang chờ: Chứng thực **9** · Hộ tịch **2**"


@given(st.floats(0, 2000), st.booleans())
def test_a_column_is_never_overfilled(room: float, compact: bool) -> None:
    shares = share_out(room, compact=compact)
    assert 1 <= shares.lines <= 8
    assert (shares.bars == 0) == compact
    bigger = share_out(room + 200, compact=compact)
    assert bigger.lines >= shares.lines
    assert bigger.lines + bigger.bars >= shares.lines + shares.bars


LINES = (
    a_line("a", "received"),
    a_line("b", "processing"),
    a_line("c", "processing", "soon", "Còn 1 ngày"),
    a_line("d", "processing", "overdue", "Quá 2 ngày"),
    a_line("e", "result_ready", "finished", "Có kết quả đúng hạn"),
    a_line("f", "refused", "finished", "Có kết quả đúng hạn"),
    a_line("g", "stopped", "none", "Đã dừng"),
    a_line("h", "supplementing", "none", "Chờ bổ sung"),
    a_line("i", "withdrawing"),
)


@pytest.mark.parametrize(
    ("tab", "codes"),
    [
        (TODAY, "acdefgi"),
        (OVERDUE, "d"),
        (SOON, "c"),
        (READY, "efg"),
        (RETURNED, "r"),
        (WAITING, "h"),
    ],
)
def test_every_dossier_stands_under_its_tabs(tab: str, codes: str) -> None:
    seen = a_look(lines=LINES, returned=(a_line("r", "returned", "finished"),))
    props = derive_lines(seen, None, tab, NOW)
    assert "".join(row.code for row in props.rows) == codes
    assert [option.count for option in props.tabs] == [7, 1, 1, 3, 1, 1]


def test_pills_say_how_it_stands() -> None:
    seen = a_look(lines=LINES, returned=(a_line("r", "returned", "finished"),))
    rows = derive_lines(seen, Found("", LINES), FOUND, NOW).rows
    assert [(row.state.text, row.state.kind) for row in rows] == [
        ("Còn 4 ngày", "act"),
        ("Còn 4 ngày", "act"),
        ("Còn 1 ngày", "warn"),
        ("Quá 2 ngày", "err"),
        ("Có kết quả", "ok"),
        ("Bị từ chối", "err"),
        ("Đã dừng", "muted"),
        ("Chờ bổ sung", "warn"),
        ("Xin rút", "warn"),
    ]


def test_what_was_found_is_a_tab_of_its_own_and_goes_away() -> None:
    found = Found("một cái tên dài hơn chỗ có", (a_line("x", "processing"),))
    props = derive_lines(a_look(lines=LINES), found, FOUND, NOW)
    assert [row.code for row in props.rows] == ["x"]
    assert props.tabs[-1].text == "Tìm thấy"
    assert props.note == "Tìm “một cái tên dài…”; Esc bỏ tìm."
    assert derive_lines(a_look(lines=LINES), None, FOUND, NOW).current == TODAY


def test_a_table_that_is_not_whole_says_so() -> None:
    many = tuple(a_line(str(number), "processing") for number in range(500))
    assert derive_lines(a_look(lines=many), None, TODAY, NOW).note.startswith("Chỉ hiện 500 hồ sơ")
    assert derive_lines(a_look(lines=many[1:]), None, TODAY, NOW).note == ""


def test_due_dates_of_today_have_their_hour() -> None:
    assert due_words(parse_moment("2026-11-23T17:00+07:00"), NOW) == "23/11 17:00"
    assert due_words(parse_moment("2026-11-27T17:00+07:00"), NOW) == "27/11/2026"
    assert due_words(None, NOW) == "—"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "00:00"),
        (0, "00:00"),
        (59, "00:59"),
        (372, "06:12"),
        (3599, "59:59"),
        (3661, "1:01:01"),
    ],
)
def test_time_runs(seconds: int, words: str) -> None:
    assert running(NOW - timedelta(seconds=seconds), NOW) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 phút"), (18, "18 phút"), (119, "119 phút"), (125, "2 giờ 05")]
)
def test_waits_in_words(minutes: int, words: str) -> None:
    assert waited(NOW - timedelta(minutes=minutes), NOW) == words
    assert waited(None, NOW) == ""


PEOPLE = (
    person("LD01", "Phạm Văn Thử"),
    person("CV02", "Trần Thị Ví Dụ", 2),
    person("CV01", "Lê Minh Mẫu", 1),
)


def test_the_counters_own_officers_come_first() -> None:
    props = derive_sign_in(a_look(people=PEOPLE), 1)
    assert [row.code for row in props.rows] == ["CV01", "CV02", "LD01"]
    assert props.likely == "CV01"
    assert derive_sign_in(a_look(people=PEOPLE, sitting="LD01"), 1).likely == "LD01"
    assert derive_sign_in(a_look(people=PEOPLE), 7).likely == "CV02"
    assert derive_sign_in(a_look(), 1).likely == ""


@pytest.mark.parametrize(
    ("typed", "code"),
    [("cv02", "CV02"), ("CV0", "CV01"), ("mau", "CV01"), ("Trần", "CV02"), ("x", ""), (" ", "")],
)
def test_an_officer_is_found_by_code_or_name(typed: str, code: str) -> None:
    assert find_row(derive_sign_in(a_look(people=PEOPLE), 1).rows, typed) == code


def test_the_strip_counts_the_papers() -> None:
    row = PaperRow("j", "Giấy hẹn A", "", Pill("", "", "err"), "")
    assert papers_strip(()) == ""
    assert papers_strip((row,)).startswith("Chưa in được: Giấy hẹn A. Bấm Ctrl R")
    assert papers_strip((row, row, row)).startswith("Chưa in được: Giấy hẹn A và 2 giấy khác.")


def test_the_bar_shows_only_what_works() -> None:
    serving = derive_serving(a_look(a_ticket(state="called"), (a_ticket(17),)), NOW)
    main = dict(valid_keys(AtPlace("main", serving, line_chosen=True)))
    assert list(main) == [
        "F1",
        "F2",
        "F3",
        "F4",
        "F5",
        "F6",
        "F7",
        "F8",
        "F9",
        "F12",
        "Ctrl P",
        "Ctrl T",
        "Ctrl B",
        "Ctrl G",
        "Ctrl D",
        "Ctrl Q",
        "Ctrl R",
        "Ctrl N",
    ]
    papers = dict(valid_keys(AtPlace("papers", serving, papers=2, own=(("F9", "In lại"),))))
    assert papers["F9"] == "In lại"
    assert "F3" not in papers
    assert dict(valid_keys(AtPlace("receive", serving, own=(("F9", "Tiếp nhận và in"),)))) == {
        "F1": "Trợ giúp",
        "F8": "Ô quét",
        "F9": "Tiếp nhận và in",
        "Ctrl N": "Tạm nghỉ",
    }
    assert "F2" not in dict(valid_keys(AtPlace("sign_in", serving)))


@pytest.mark.parametrize(
    ("sample", "office"), [(False, "Trung tâm"), (True, "Trung tâm · Dữ liệu minh họa")]
)
def test_sample_data_are_named_as_such(sample: bool, office: str) -> None:
    head = derive_head(1, a_look(sample=sample), None, None, (), "sign_in", ())
    assert head.office == office
