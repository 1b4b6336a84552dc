"""Papers that did not come out: told, shown with their reason, printed again."""

from collections.abc import Callable

import pytest

from kiosk.clock import parse_moment
from kiosk.dossiers.handing_over import PrintControl, print_control
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob
from kiosk.storage.units import Actor
from kiosk.ui.counter.print_jobs_props import PaperSeen, derive_jobs
from kiosk.wording import sentence
from tests.fixtures.dossiers import SINGLE_STATUS, receive
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key

HERE = Actor("QUAY1", "CV01")
BROKEN = Refused("printer.failed", printer="Canon A5", why="hết giấy")


def _fail_to_print(counter: AtCounter) -> str:
    counter.printer.broken = Refused("printer.gone", printer="Canon A5")
    code = receive(counter.store, by=HERE).code
    counter.settle()
    return code


def test_a_paper_that_failed_is_told_and_printed_again(counter: AtCounter) -> None:
    window = counter.window
    assert counter.bar()["Ctrl R"] == "Giấy in"
    code = _fail_to_print(counter)
    assert window.props.strip.startswith(f"Chưa in được: Giấy hẹn {code}. Bấm Ctrl R")
    lights = {light.name: light.kind for light in window.props.lights}
    assert lights == {"Sổ dữ liệu": "ok", "Máy in": "warn"}
    counter.press(Key.Key_R, CTRL)
    assert window.place == "papers"
    assert "Canon A5" in window.papers.why.text()
    counter.printer.broken = None
    counter.press(Key.Key_F9)
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    again, first = window.papers.table.rows_model.rows
    assert (again.state.text, first.state.text) == ("Đã in lại", "Chưa in được")
    assert first.why == "Đã in lại lúc 23/11 09:24."
    assert not first.lost
    counter.press(Key.Key_Escape)
    assert window.props.strip == ""
    assert {light.kind for light in window.props.lights} == {"ok"}


def test_while_the_printer_is_gone_the_paper_stays(counter: AtCounter) -> None:
    code = _fail_to_print(counter)
    counter.press(Key.Key_R, CTRL)
    counter.press(Key.Key_F9)
    rows = counter.window.papers.table.rows_model.rows
    assert {(row.title, row.state.text) for row in rows} == {(f"Giấy hẹn {code}", "Chưa in được")}
    assert len(rows) == 2


def test_another_stations_papers_are_not_ours(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    other.printer.broken = Refused("printer.gone", printer="Canon A5")
    receive(other.store, by=Actor("QUAY2", "CV02"))
    other.settle()
    counter.settle()
    assert other.window.props.strip.startswith("Chưa in được")
    assert counter.window.props.strip == ""
    assert counter.printer.sent == []


def test_todays_papers_are_shown_with_how_they_stand(
    counter: AtCounter, clock: SteppingClock
) -> None:
    receive(counter.store, by=HERE)
    counter.settle()
    clock.set("2026-11-24T08:00+07:00")
    code = receive(counter.store, by=HERE).code
    counter.settle()
    counter.press(Key.Key_R, CTRL)
    page = counter.window.papers
    (row,) = page.table.rows_model.rows
    assert (row.title, row.state.text) == (f"Giấy hẹn {code}", "Đã in")
    assert row.why == "2 bản, ra lúc 24/11 08:00."
    assert page.button.text() == "In lại, ghi “bản in lại”"
    assert page.other.reason == "Hôm nay chưa thấy máy nào khác in"
    counter.press(Key.Key_F9)
    assert [each.state.text for each in page.table.rows_model.rows] == ["Đã in lại", "Đã in"]


def _dossier_whose_slip_fails(counter: AtCounter) -> str:
    counter.printer.broken = BROKEN
    counter.scan("001203004567|1|Nguyen Van An|05032003|Nam|So 12, duong Hoa Sen|10102021")
    counter.type(SINGLE_STATUS)
    counter.settle()
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F9)
    return counter.window.main.lines.chosen_code


def test_a_slip_that_does_not_come_out_is_asked_about_and_the_dossier_stays(
    counter: AtCounter,
) -> None:
    code = _dossier_whose_slip_fails(counter)
    asked = counter.question
    assert asked is not None
    assert asked.title == "Chưa in được giấy hẹn"
    assert f"Hồ sơ **{code}** đã tiếp nhận, vẫn còn nguyên." in asked.text
    assert "hết giấy" in asked.text
    assert (asked.safe, asked.wanted, asked.other) == ("Để sau", "In lại", "")
    counter.printer.broken = None
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Return)
    assert counter.printer.sent == [f"Giấy hẹn {code}"]
    assert counter.question is None


def test_what_was_told_of_the_printing_is_taken_back(counter: AtCounter) -> None:
    code = _dossier_whose_slip_fails(counter)
    assert counter.window.told == f"Đã tiếp nhận {code}."
    owed = "Còn phải thu 15.000 đ: bấm Ctrl T để thu."
    assert counter.window.main.reply.text == f"Đã tiếp nhận {code}. {owed}"


def test_it_is_asked_once_and_left_for_later(counter: AtCounter) -> None:
    _dossier_whose_slip_fails(counter)
    counter.press(Key.Key_Escape)
    counter.settle()
    assert counter.question is None
    assert counter.window.props.strip.startswith("Chưa in được: Giấy hẹn")


def test_another_station_that_prints_can_take_it_over(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    receive(other.store, by=Actor("QUAY2", "CV02"))
    other.settle()
    code = _dossier_whose_slip_fails(counter)
    asked = counter.question
    assert asked is not None
    assert asked.other == "In ở máy QUAY2"
    sheet = counter.window.asking
    assert sheet is not None
    counter.press(Key.Key_Tab)
    assert sheet.other is not None
    assert sheet.other.hasFocus()
    counter.press(Key.Key_Return)
    assert counter.window.told == "Đã chuyển sang máy QUAY2 để in."
    other.settle()
    assert other.printer.sent[-1] == f"Giấy hẹn {code}"
    counter.settle()
    assert counter.window.props.strip == ""
    counter.press(Key.Key_R, CTRL)
    (row,) = counter.window.papers.table.rows_model.rows
    assert row.why == "Đã in lại ở máy QUAY2 lúc 23/11 09:24."


def test_from_the_page_too_a_paper_goes_to_another_station(
    counter: AtCounter, make_counter: Callable[[int], AtCounter]
) -> None:
    other = make_counter(2).open().sign_in("135790")
    receive(other.store, by=Actor("QUAY2", "CV02"))
    other.settle()
    _fail_to_print(counter)
    counter.press(Key.Key_R, CTRL)
    page = counter.window.papers
    assert page.other.text() == "In ở máy QUAY2"
    counter.click(page.other)
    other.settle()
    assert len(other.printer.sent) == 2


def test_a_job_in_every_state_has_its_words() -> None:
    made = {
        state: derive_jobs((PaperSeen(a_job(state)),), "QUAY1", sentence)[0]
        for state in ("owed", "sending", "printed", "failed", "unknown")
    }
    assert [row.state.text for row in made.values()] == [
        "Chờ in",
        "Đang in",
        "Đã in",
        "Chưa in được",
        "Không rõ",
    ]
    assert [bool(row.shut) for row in made.values()] == [True, True, False, False, False]
    assert [row.lost for row in made.values()] == [False, False, False, True, True]


def a_job(state: str) -> PrintJob:
    at = parse_moment("2026-11-23T09:24+07:00")
    return PrintJob("1", "QUAY1", "form01", "Giấy hẹn", "d", "{}", 2, state, 1, None, None, at, at)


def test_the_paper_that_failed_is_chosen_at_every_visit(counter: AtCounter) -> None:
    """F9 must never put out the slip of somebody else."""
    receive(counter.store, by=HERE)
    counter.settle()
    counter.press(Key.Key_R, CTRL)
    counter.press(Key.Key_Escape)
    code = _fail_to_print(counter)
    counter.printer.broken = None
    receive(counter.store, by=HERE)
    counter.settle()
    for _ in range(2):
        counter.press(Key.Key_R, CTRL)
        chosen = counter.window.papers.table.current
        assert chosen is not None
        assert chosen.title == f"Giấy hẹn {code}"
        counter.press(Key.Key_Down)
        counter.press(Key.Key_Escape)
    counter.press(Key.Key_R, CTRL)
    counter.press(Key.Key_F9)
    assert counter.printer.sent[-1] == f"Giấy hẹn {code}"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
def test_two_control_sheets_are_told_apart(counter: AtCounter, size: tuple[int, int]) -> None:
    codes = [receive(counter.store, by=HERE).code for _ in range(2)]
    for code in codes:
        counter.store.do(print_control, PrintControl(code), HERE)
    counter.settle()
    window = counter.window
    window.resize(*size)
    counter.press(Key.Key_R, CTRL)
    table = window.papers.table
    titles = [row.title for row in table.rows_model.rows if row.title[-4:] in ("0001", "0002")]
    assert len(titles) == 4
    assert not any(
        table.is_cut(table.rows_model.index(row, 0)) for row in range(len(table.rows_model.rows))
    )
    assert troubles(window) == []
