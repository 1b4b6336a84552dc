"""The overview: figures as links, what grows old, what the store does not say."""

from datetime import timedelta

import pytest

from kiosk.dossiers.life import MoveDossier, mark_ready, start_processing
from kiosk.dossiers.process import ProcessStep, SetProcess, set_process
from kiosk.office.presence import Alive, tell_alive
from kiosk.office.signing_in import SignIn, sign_in
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.refusal import Refused
from kiosk.scans.filing import FileScan, ScanKind, Sheaf, file_scan
from kiosk.scans.keeping import Kept
from kiosk.storage.units import Actor
from kiosk.ui.admin.overview.section import OverviewSection
from kiosk.ui.parts.bar_chart import scale_of
from kiosk.ui.parts.line_chart import floor_of
from tests.fixtures.dossiers import AT_ONCE, SINGLE_STATUS, receive
from tests.fixtures.store import KIOSK, OFFICER
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import CTRL, AtDesk, Key

KEPT = Kept("ab.pdf", "ab" * 32, 1200, 2)
SIZES = ((1366, 768), (1440, 900), (1920, 1080), (1024, 640))


def overview(desk: AtDesk) -> OverviewSection:
    section = desk.window.section
    assert isinstance(section, OverviewSection)
    return section


def lively(desk: AtDesk) -> str:
    """A morning: numbers, a call, dossiers, machines; the code of the one due today."""
    store = desk.store
    store.do(sign_in, SignIn(1, "CV01", "246801"), OFFICER)
    for field in ("HT", "CT", "HT"):
        store.do(take_number, TakeNumber(field), KIOSK)
    store.do(call_next, AtCounter(1), OFFICER)
    ready = receive(store, procedure=SINGLE_STATUS).code
    store.do(mark_ready, MoveDossier(ready), OFFICER)
    due = receive(store, procedure=AT_ONCE).code
    with store.write(Actor("SANH")) as unit:
        tell_alive(unit, Alive("citizen", None, unit.now, {"ticket80": "XP-80"}))
    desk.press(Key.Key_R, CTRL)
    return due


def test_the_figures_of_a_morning(desk: AtDesk) -> None:
    lively(desk)
    page = overview(desk).page
    figures = [(card.kpi.figure, card.kpi.note) for card in page.kpis.values()]
    assert figures == [
        ("3", "2 đang chờ · 0 vắng mặt"),
        ("2", "0 trực tuyến · 0 bưu chính"),
        ("0", "1 đang chờ người nhận"),
        ("100,0", "1 / 1 hồ sơ trong tháng 11"),
        ("–", "Chưa đủ 5 phiếu"),
    ]
    assert page.title.text() == "Hôm nay, Thứ Hai, 23/11/2026"
    assert page.props is not None
    assert (page.props.overdue, page.props.due_today) == ("", "1 đến hạn hôm nay")
    assert page.props.counters[0].label == "HT-001"
    assert [point.share for point in page.props.points[-2:]] == [None, 100.0]


def test_it_looks_every_five_seconds_and_turns_amber_after_fifteen(desk: AtDesk) -> None:
    page = overview(desk).page
    assert page.updated.text() == "Cập nhật 09:24:00"
    desk.store.do(take_number, TakeNumber("HT"), KIOSK)
    desk.second(4)
    assert page.kpis["taken"].kpi.figure == "0"
    desk.second()
    assert page.kpis["taken"].kpi.figure == "1"
    assert page.updated.text() == "Cập nhật 09:24:05"
    desk.jobs.run_next = lambda lane=None: False  # type: ignore[method-assign]  # no answer
    desk.second(15)
    assert page.updated.tone == "ink_2"
    desk.second()
    assert page.updated.tone == "warn"
    del desk.jobs.run_next
    desk.settle()
    desk.second(5)
    assert page.updated.tone == "ink_2"


def test_what_was_seen_stays_when_the_store_fails(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lively(desk)

    def fails(*_: object) -> None:
        raise Refused("store.unreachable")

    monkeypatch.setattr("kiosk.ui.admin.overview.work.look", fails)
    desk.second(5)
    assert overview(desk).page.kpis["taken"].kpi.figure == "3"


@pytest.mark.parametrize(
    ("figure", "title", "count"),
    [
        ("taken", "Lượt lấy số hôm nay", 3),
        ("received", "Hồ sơ tiếp nhận hôm nay", 2),
        ("returned", "Kết quả đã trả hôm nay", 0),
        ("late", "Kết quả chậm hẹn trong tháng này", 0),
    ],
)
def test_a_figure_leads_to_its_list_and_back(
    desk: AtDesk, figure: str, title: str, count: int
) -> None:
    lively(desk)
    section = overview(desk)
    section.page.kpis[figure].setFocus()
    desk.press(Key.Key_Space)
    assert section.listing.title.text() == title
    assert len(section.listing.table.rows_model.rows) == count
    assert section.listing.table.hasFocus()
    assert "Esc" in desk.bar()
    assert clipping.troubles(desk.window) == []
    desk.press(Key.Key_Escape)
    assert section.pages.currentWidget() is section.page
    assert section.page.kpis[figure].hasFocus()


def test_what_is_due_is_listed(desk: AtDesk) -> None:
    due = lively(desk)
    section = overview(desk)
    desk.click(section.page.show_due)
    assert [(row.code, row.state.text) for row in section.listing.table.rows_model.rows] == [
        (due, "Đến hạn hôm nay")
    ]


def test_no_list_shows_a_name(desk: AtDesk) -> None:
    receive(desk.store, applicant={"name": "Vũ Thị Đánh Dấu"})
    section = overview(desk)
    for figure in ("taken", "received", "returned", "late", "due"):
        section.show_list(figure)
        desk.settle()
        told = seeing.told(desk.window)
        assert "Đánh Dấu" not in str(told)


def rated(desk: AtDesk, *answers: str, ago: int = 1) -> None:
    """So many people said so many days ago how they found the officers."""
    here = desk.clock.at
    desk.clock.at = here - timedelta(days=ago)
    for answer in answers:
        desk.store.do(give_evaluation, GiveEvaluation("2018-31", (("attitude", answer),)), KIOSK)
    desk.clock.at = here
    desk.press(Key.Key_R, CTRL)


def test_satisfaction_is_told_from_five_answers_on(desk: AtDesk) -> None:
    card = overview(desk).page.kpis["satisfied"]
    rated(desk, *["very_satisfied"] * 3, "dissatisfied")
    assert (card.kpi.figure, card.kpi.note) == ("–", "Chưa đủ 5 phiếu")
    rated(desk, "satisfied")
    assert (card.kpi.name, card.kpi.figure, card.kpi.unit, card.kpi.note) == (
        "Rất hài lòng và hài lòng",
        "80",
        "%",
        "5 phiếu trong tháng 11",
    )
    # What is said today is told tomorrow: nobody sees whose answer it was.
    rated(desk, *["dissatisfied"] * 5, ago=0)
    assert card.kpi.figure == "80"
    rated(desk, *["dissatisfied"] * 5, ago=40)
    assert card.kpi.figure == "80"


def test_the_answers_stand_behind_the_figure(desk: AtDesk) -> None:
    rated(desk, *["very_satisfied"] * 4, "dissatisfied")
    section = overview(desk)
    section.page.kpis["satisfied"].setFocus()
    desk.press(Key.Key_Space)
    answers = section.answers
    assert answers.title.text() == "Ý kiến người dân trong tháng 11/2026"
    assert answers.note.text().startswith("Đến hết ngày 22/11/2026.")
    lines = [
        (row.question, row.answer, row.many, row.share) for row in answers.table.rows_model.rows
    ]
    assert lines[0] == (
        "Ông/Bà nhận kết quả so với ngày hẹn thế nào?",
        "Sớm hơn ngày hẹn",
        "chưa đủ 5 phiếu",
        "",
    )
    assert lines[3:6] == [
        ("Ông/Bà thấy thái độ của cán bộ thế nào?", "Rất hài lòng", "4", "80,0%"),
        ("", "Hài lòng", "0", "0,0%"),
        ("", "Không hài lòng", "1", "20,0%"),
    ]
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        assert clipping.troubles(desk.window) == [], f"{width}×{height}"
    assert seeing.nameless(desk.window) == []
    desk.press(Key.Key_Escape)
    assert section.page.kpis["satisfied"].hasFocus()


def test_a_spoilt_questionnaire_leaves_the_other_figures(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(_unit: object) -> None:
        raise Refused("questionnaire.wrong", file="tệp", why="hỏng")

    monkeypatch.setattr("kiosk.ratings.figures.asked_now", spoilt)
    lively(desk)
    page = overview(desk).page
    assert page.kpis["taken"].kpi.figure == "3"
    assert page.kpis["satisfied"].kpi.note == "Phiếu đánh giá chưa dùng được"
    desk.click(page.kpis["satisfied"])
    assert overview(desk).pages.currentWidget() is page
    assert "Phiếu đánh giá trong tệp chưa dùng được" in desk.window.told


def test_all_devices_are_one_press_away(desk: AtDesk) -> None:
    overview(desk).page.all_devices.emit()
    desk.settle()
    assert desk.window.current == "devices"


@pytest.mark.parametrize("busy", [False, True])
def test_nothing_is_cut_at_any_size(desk: AtDesk, busy: bool) -> None:
    if busy:
        lively(desk)
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        assert clipping.troubles(desk.window) == [], f"{width}×{height}"


def test_everything_is_named_in_order_and_dark_enough(desk: AtDesk) -> None:
    lively(desk)
    assert seeing.nameless(desk.window) == []
    assert seeing.jumps(desk.window) == []
    assert seeing.faint(desk.window) == []


def test_the_board_measures(desk: AtDesk) -> None:
    desk.window.resize(1440, 900)
    desk.settle()
    page = overview(desk).page
    places = [
        (card.mapTo(desk.window, card.rect().topLeft()), card.size()) for card in page.kpis.values()
    ]
    board = [(104, 116), (371, 116), (638, 116), (906, 116), (1173, 116)]
    for (at, size), (x, y) in zip(places, board, strict=True):
        assert abs(at.x() - x) <= 4
        assert abs(at.y() - y) <= 4
        assert abs(size.width() - 251) <= 4
        assert abs(size.height() - 128) <= 4


@pytest.mark.parametrize(
    ("most", "wanted"),
    [(1, (1, 1)), (4, (1, 4)), (36, (10, 40)), (41, (20, 60)), (999, (250, 1000))],
)
def test_the_axis_of_bars(most: float, wanted: tuple[int, int]) -> None:
    assert scale_of(most) == wanted


@pytest.mark.parametrize(
    ("shares", "wanted"),
    [([97.0, 96.1], (94, 2)), ([], (94, 2)), ([86.0], (85, 5)), ([14.0], (0, 25))],
)
def test_the_axis_of_shares(shares: list[float], wanted: tuple[int, int]) -> None:
    assert floor_of(shares, 97.0) == wanted


@pytest.mark.parametrize(
    ("now", "pill", "state"),
    [
        ("2026-11-23T10:00+07:00", "", ""),
        ("2026-11-25T09:00+07:00", "1 bước đến hạn", "Bước đến hạn hôm nay"),
        ("2026-11-26T09:00+07:00", "1 bước trễ", "Bước trễ"),
    ],
)
def test_a_step_shows_before_it_is_late(desk: AtDesk, now: str, pill: str, state: str) -> None:
    step = ProcessStep("Thẩm định", "Phòng Tư pháp", "1wd")
    desk.store.do(set_process, SetProcess(SINGLE_STATUS, (step,)), OFFICER)
    code = receive(desk.store, procedure=SINGLE_STATUS).code
    desk.store.do(start_processing, MoveDossier(code), OFFICER)
    desk.clock.set(now)
    desk.press(Key.Key_R, CTRL)
    page = overview(desk).page
    assert page.props is not None
    assert (page.props.steps, page.steps.isVisible()) == (pill, bool(pill))
    assert page.show_due.isVisible() is bool(pill)
    for size in SIZES:
        desk.window.resize(*size)
        assert clipping.troubles(desk.window) == []
    if pill:
        desk.click(page.show_due)
        rows = overview(desk).listing.table.rows_model.rows
        assert [(row.code, row.state.text) for row in rows] == [(code, state)]
        assert "Bước 1/1 “Thẩm định” ở Phòng Tư pháp" in rows[0].about


def test_the_share_of_digitised_papers_leads_to_what_is_left(desk: AtDesk) -> None:
    page = overview(desk).page
    assert not page.scans.isVisible(), "no paper was handed in"
    code = receive(desk.store, procedure=SINGLE_STATUS).code
    desk.second(60)
    assert page.scans.text() == "Đã số hóa 0% giấy tờ của tháng 11"
    for size in SIZES:
        desk.window.resize(*size)
        assert clipping.troubles(desk.window) == []
        assert seeing.jumps(desk.window) == []
    desk.click(page.scans)
    listing = overview(desk).listing
    (row,) = listing.table.rows_model.rows
    assert (row.code, row.state.text) == (code, "Chưa quét 2/2")
    assert "01/11/2026 đến 23/11/2026: đã số hóa 0/2 giấy tờ" in listing.note.text()
    desk.press(Key.Key_Escape)
    assert desk.place() is page.scans
    wish = FileScan("a.pdf", "cd" * 32, ScanKind.SUBMITTED, "", True, (Sheaf(code, KEPT),))
    desk.store.do(file_scan, wish, OFFICER)
    desk.press(Key.Key_R, CTRL)
    assert page.scans.text() == "Đã số hóa 100% giấy tờ của tháng 11"
    desk.click(page.scans)
    assert listing.table.rows_model.rows == ()
