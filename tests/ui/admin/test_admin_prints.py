"""Papers of all stations at the manager's window."""

import pytest

from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob, claim_next, listed, settle
from kiosk.storage.units import Actor
from kiosk.ui.admin.prints.section import PrintsSection
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import AtDesk, Key

SIZES = ((1366, 768), (1440, 900), (1920, 1080))
WHY = Refused("printer.failed", printer="XP-80", why="hết giấy")
LEFT = Refused("printer.interrupted")


def paper(desk: AtDesk, station: str, outcome: str = "") -> None:
    by = Actor(station)
    desk.store.do(take_number, TakeNumber("HT"), by)
    if not outcome:
        return
    with desk.store.write(by) as unit:
        job = claim_next(unit, station, "spool")
        assert job is not None
        why = {"failed": WHY, "unknown": LEFT}.get(outcome)
        settle(unit, job.id, "spool", outcome, why)


def prints(desk: AtDesk) -> PrintsSection:
    desk.go(7)
    section = desk.window.section
    assert isinstance(section, PrintsSection)
    return section


def titles(section: PrintsSection) -> list[tuple[str, str, str]]:
    return [(row.title, row.station, row.state.text) for row in section.table.rows_model.rows]


def jobs(desk: AtDesk) -> list[PrintJob]:
    with desk.store.read() as unit:
        return listed(unit)


@pytest.fixture
def section(desk: AtDesk) -> PrintsSection:
    """Four papers of two stations, each in another state."""
    paper(desk, "KIOSK1", "printed")
    paper(desk, "KIOSK1", "failed")
    paper(desk, "KIOSK2", "unknown")
    paper(desk, "KIOSK2")
    return prints(desk)


def test_filters_tell_how_many_and_what_needs_a_look_comes_first(
    desk: AtDesk, section: PrintsSection
) -> None:
    counts = {each.option.text: each.option.count for each in section.filters.segments}
    assert counts == {"Cần xem": 3, "Chờ in": 1, "Hỏng": 1, "Chưa rõ": 1, "Đã in": 1}
    assert titles(section) == [
        ("Số HT-004", "KIOSK2", "Chờ in"),
        ("Số HT-003", "KIOSK2", "Chưa rõ"),
        ("Số HT-002", "KIOSK1", "Hỏng"),
    ]
    desk.click(section.filters.segments[4])
    assert titles(section) == [("Số HT-001", "KIOSK1", "Đã in")]


def test_what_failed_says_why_and_is_printed_again_with_a_reason_by_keys(
    desk: AtDesk, section: PrintsSection
) -> None:
    section.table.setFocus()
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert "hết giấy" in section.why.text()
    desk.press(Key.Key_F9)
    assert "Ghi lý do" in section.reason.error
    desk.type("het giay")
    desk.press(Key.Key_F9)
    newest = jobs(desk)[0]
    assert (newest.title, newest.station, newest.is_reprint) == ("Số HT-002", "KIOSK1", True)
    assert "Số HT-002" in desk.window.told
    assert ("Số HT-002", "KIOSK1", "Hỏng") not in titles(section)
    assert section.reason.text() == ""


def test_what_waits_cannot_be_printed_again(desk: AtDesk, section: PrintsSection) -> None:
    section.table.choose(section.table.rows_model.rows[0].job)
    assert section.button.reason
    assert "F9" not in desk.bar()
    before = len(jobs(desk))
    desk.press(Key.Key_F9)
    assert len(jobs(desk)) == before


def test_where_nobody_knows_a_person_is_asked_and_the_safe_answer_does_nothing(
    desk: AtDesk, section: PrintsSection
) -> None:
    section.table.choose(section.table.rows_model.rows[1].job)
    before = jobs(desk)
    desk.press(Key.Key_F9)
    assert desk.question is not None
    assert desk.question.title == "Giấy đã ra chưa?"
    assert desk.place().accessibleName() == "Để sau, Esc"
    assert clipping.troubles(desk.window) == []
    desk.press(Key.Key_Return)
    assert jobs(desk) == before
    desk.press(Key.Key_F9)
    desk.answer("other")
    assert desk.window.asking is None
    assert ("Số HT-003", "KIOSK2", "Chưa rõ") not in titles(section)
    assert [job.state for job in jobs(desk) if job.title == "Số HT-003"] == ["printed"]


def test_it_did_not_come_out_and_is_printed_elsewhere(desk: AtDesk, section: PrintsSection) -> None:
    section.table.choose(section.table.rows_model.rows[1].job)
    assert [section.where.itemData(at) for at in range(section.where.count())] == [
        "KIOSK2",
        "KIOSK1",
    ]
    section.where.choose("KIOSK1")
    desk.press(Key.Key_F9)
    desk.answer("wanted")
    assert (jobs(desk)[0].title, jobs(desk)[0].station) == ("Số HT-003", "KIOSK1")


def test_a_refusal_is_said(desk: AtDesk, section: PrintsSection) -> None:
    section.table.choose(section.table.rows_model.rows[2].job)
    section.where.addItem("Ở máy KHO", "KHO")
    section.where.choose("KHO")
    section.reason.set_text("thử")
    desk.press(Key.Key_F9)
    assert "KHO" in desk.window.told
    assert not section.button.busy


def test_nothing_is_cut_and_everything_is_named(desk: AtDesk, section: PrintsSection) -> None:
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        assert clipping.troubles(desk.window) == [], f"{width}×{height}"
    section.table.choose(section.table.rows_model.rows[2].job)
    desk.settle()
    assert seeing.nameless(desk.window) == []
    assert seeing.jumps(desk.window) == []
    assert seeing.faint(desk.window) == []


def test_without_papers(desk: AtDesk) -> None:
    section = prints(desk)
    assert titles(section) == []
    desk.press(Key.Key_F9)
    assert desk.question is None
    assert clipping.troubles(desk.window) == []
