"""The forms in the manager's window: known or not, drawn, their wording copied out to change."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from kiosk.printing.own_words import use_own_words
from kiosk.ui.admin.office.forms_page import FormsPage
from kiosk.ui.admin.office.section import OfficeSection
from tests.ui.admin.admin_kit import CTRL, AtDesk
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless

Key = Qt.Key
SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    use_own_words(tmp_path / "forms")
    return tmp_path / "forms" / "nd118_2025" / "appointment.toml"


@pytest.fixture
def forms(own: Path, desk: AtDesk) -> AtDesk:
    assert not own.exists()
    desk.go(2)
    desk.press(Key.Key_F10)
    return desk


def page(desk: AtDesk) -> FormsPage:
    section = desk.window.section
    assert isinstance(section, OfficeSection)
    return section.forms


def state(desk: AtDesk) -> str:
    row = page(desk).table.current
    assert row is not None
    return row.state.text


def test_what_is_not_known_is_marked_and_drawn(forms: AtDesk) -> None:
    rows = page(forms).table.rows_model.rows
    assert [(row.number, row.words, row.state.text) for row in rows[:2]] == [
        ("01", "Có sẵn", "Chưa so mẫu"),
        ("02", "Có sẵn", "Chưa so mẫu"),
    ]
    assert page(forms).unknown.text().startswith(f"{len(rows)} mẫu")
    first = page(forms).picture.image
    assert first is not None
    forms.press(Key.Key_Down)
    second = page(forms).picture.image
    assert second is not None
    assert second != first
    forms.press(Key.Key_End)
    assert "minh họa" in page(forms).sheets.text()


def test_the_wording_is_copied_changed_and_seen_anew(forms: AtDesk, own: Path) -> None:
    before = page(forms).picture.image
    forms.press(Key.Key_T, CTRL)
    assert own.exists()
    assert str(own) in forms.window.told
    assert str(own) in page(forms).told.text()
    assert not page(forms).begin_own.isEnabled()
    own.write_text('compared = true\ntitle = "GIẤY KHÁC"', "utf-8")
    forms.press(Key.Key_R, CTRL)
    assert state(forms) == "Đúng mẫu"
    assert page(forms).picture.image != before
    own.write_text("titel = 3", "utf-8")
    forms.press(Key.Key_R, CTRL)
    assert state(forms) == "Chưa in được"
    assert "ý là title?" in page(forms).told.text()
    assert page(forms).picture.said
    own.unlink()
    forms.press(Key.Key_R, CTRL)
    assert (state(forms), page(forms).picture.said) == ("Chưa so mẫu", "")


def test_what_lies_there_already_is_not_written_over(forms: AtDesk, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_text('title = "CỦA TÔI"', "utf-8")
    forms.press(Key.Key_T, CTRL)
    assert own.read_text("utf-8") == 'title = "CỦA TÔI"'
    assert "vẫn nguyên" in forms.window.told


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_fits_and_can_be_used_by_everybody(forms: AtDesk, size: QSize) -> None:
    forms.window.resize(size)
    forms.settle()
    for look in (troubles, nameless, jumps, faint):
        assert look(forms.window) == []
