"""The register of a year from the manager's window: chosen, written, stopped, refused."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.dossiers.register import RegisterWish, register_heads, register_lines
from kiosk.ui.admin.register import choosing
from kiosk.ui.admin.register.props import STOPPED, Asked, file_name, step_said, typed_year
from kiosk.ui.admin.register.section import RegisterSection
from kiosk.ui.admin.register.writing import RegisterStopped, Writing
from tests.fixtures.dossiers import BUILDING, receive
from tests.printing.ledger_kit import Book
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import CTRL, AtDesk, Key


@pytest.fixture
def at(desk: AtDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AtDesk:
    """Two dossiers of one field and one of another; files are kept in a folder of the test."""
    monkeypatch.setattr(choosing, "first_folder", lambda: tmp_path)
    for _ in range(2):
        receive(desk.store)
    receive(desk.store, procedure=BUILDING, case="NO")
    desk.go(9)
    return desk


def section(at: AtDesk) -> RegisterSection:
    found = at.window.section
    assert isinstance(found, RegisterSection)
    return found


def test_f9_writes_the_register_of_the_year(at: AtDesk, tmp_path: Path) -> None:
    target = tmp_path / "so-theo-doi-2026.pdf"
    assert section(at).path.text() == str(target)
    at.press(Key.Key_F9)
    assert target.read_bytes().startswith(b"%PDF")
    assert section(at).told.text() == f"Đã ghi 3 hồ sơ, 1 quyển vào {target}"
    assert at.window.told == "Đã lập sổ theo dõi, 1 quyển."
    assert [file.name for file in tmp_path.iterdir() if file.is_file()].count(target.name) == 1


def test_a_spreadsheet_of_one_field_by_keyboard_alone(at: AtDesk, tmp_path: Path) -> None:
    at.press(Key.Key_Tab)
    at.press(Key.Key_Down)
    field = section(at).field.current
    assert field
    at.press(Key.Key_Tab)
    at.press(Key.Key_Right)
    target = tmp_path / f"so-theo-doi-2026-{field}.xlsx"
    assert section(at).path.text() == str(target)
    at.press(Key.Key_F9)
    with at.store.read() as unit:
        count = register_heads(unit, RegisterWish(2026, field))[0].year_count
    told = " ".join(str(cell) for row in Book(target).rows() for cell in row)
    assert told.count("H99.12.08-2611") == count == 2


def test_esc_stops_it_and_nothing_is_left(at: AtDesk, tmp_path: Path) -> None:
    window = at.window
    before = sorted(tmp_path.iterdir())
    window.press("F9")
    assert section(at).running is not None
    assert dict(section(at).keys) == {"Esc": "Dừng"}
    assert section(at).bar.isVisible()
    window.press("Esc")
    at.settle()
    assert section(at).running is None
    assert section(at).told.text() == STOPPED
    assert sorted(tmp_path.iterdir()) == before
    at.press(Key.Key_F9)
    assert (tmp_path / "so-theo-doi-2026.pdf").exists()


def test_it_counts_the_lines_and_stops_between_two_of_them(at: AtDesk, tmp_path: Path) -> None:
    writing = Writing(at.store, Asked(2026, "", str(tmp_path / "x.pdf")))
    with at.store.read() as unit:
        lines = register_lines(unit, RegisterWish(2026))
        passing = writing.passing(lines, 3)
        next(passing)
        next(passing)
        assert (writing.done, writing.of) == (1, 3)
        writing.stop()
        with pytest.raises(RegisterStopped):
            next(passing)
        lines.close()
    assert (writing.done, step_said(writing.done, writing.of)) == (2, "Đã ghi 2 / 3 hồ sơ.")


def test_it_goes_on_while_the_manager_is_elsewhere(at: AtDesk, tmp_path: Path) -> None:
    at.window.press("F9")
    at.window.go("overview")
    at.settle()
    assert (tmp_path / "so-theo-doi-2026.pdf").exists()
    at.window.go("register")
    at.settle()
    assert section(at).told.text().startswith("Đã ghi 3 hồ sơ")


def test_the_program_quits_without_waiting_for_it(at: AtDesk, tmp_path: Path) -> None:
    at.window.press("F9")
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    at.settle()
    assert not (tmp_path / "so-theo-doi-2026.pdf").exists()


def test_a_file_that_is_there_is_not_written_over(at: AtDesk, tmp_path: Path) -> None:
    target = tmp_path / "so-theo-doi-2026.pdf"
    target.write_text("của người khác", "utf-8")
    at.press(Key.Key_F9)
    assert section(at).path.error.startswith("Đã có tệp")
    assert section(at).path.edit.hasFocus()
    assert target.read_text("utf-8") == "của người khác"


@pytest.mark.parametrize(
    ("year", "said"),
    [("20", "Ghi năm bằng bốn chữ số"), ("2027", "năm 2027 chưa có hồ sơ")],
)
def test_a_year_that_is_none_says_so(at: AtDesk, tmp_path: Path, year: str, said: str) -> None:
    section(at).year.edit.selectAll()
    at.type(year)
    at.press(Key.Key_F9)
    assert said in section(at).year.error
    assert section(at).year.edit.hasFocus()
    assert not list(tmp_path.glob("so-theo-doi*"))


def test_a_name_by_hand_stays_and_another_ending_is_refused(at: AtDesk, tmp_path: Path) -> None:
    section(at).path.edit.setFocus()
    at.press(Key.Key_A, CTRL)
    at.type(str(tmp_path / "so.txt"))
    section(at).kinds.segments[1].click()
    assert section(at).path.text() == str(tmp_path / "so.txt")
    at.press(Key.Key_F9)
    assert ".xlsx" in section(at).path.error
    assert not (tmp_path / "so.txt").exists()


def test_a_file_in_ones_own_folder(
    at: AtDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    section(at).path.set_text("~/so.pdf")
    at.press(Key.Key_F9)
    assert (tmp_path / "so.pdf").exists()
    assert section(at).told.text().endswith(str(tmp_path / "so.pdf"))


def test_years_and_names() -> None:
    assert (typed_year(" 2026 "), typed_year("1999"), typed_year("20266")) == (2026, None, None)
    assert file_name(2026, "", ".pdf") == "so-theo-doi-2026.pdf"
    assert file_name(2026, "HT/1", ".xlsx") == "so-theo-doi-2026-HT-1.xlsx"
    assert step_said(0, 0) == "Đang đọc sổ…"


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("running", [False, True])
def test_the_section_is_whole(at: AtDesk, size: tuple[int, int], running: bool) -> None:
    window = at.window
    if running:
        window.press("F9")
    window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert clipping.troubles(window) == []
    assert seeing.nameless(window) == []
    assert seeing.faint(window) == []
    assert seeing.jumps(window) == []
    at.settle()
