"""``kiosk init``, ``kiosk backup`` and ``kiosk restore`` as scripts rely on them."""

import sys
from pathlib import Path

import pytest

from kiosk.paths import StationFolder
from tests.fixtures.command_line import Kiosk


def test_restore_has_the_shape_that_scripts_rely_on(
    kiosk: Kiosk, home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    kiosk("backup", copy)
    kiosk("ticket", "take", "--field", "HT")
    told = kiosk("restore", copy, "--json").json
    assert set(told) == {"restored", "last_change", "replaced", "lacking"}
    assert told["last_change"] == "2026-11-23T07:00:00+07:00"
    assert told["lacking"] == {"tickets": 1, "dossiers": 0}
    again = kiosk("ticket", "take", "--field", "HT", "--json").json["ticket"]
    assert again["label"] == "HT-002", "HT-001 is in somebody's hand"


def test_restore_says_what_the_copy_lacks(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    kiosk("backup", copy)
    kiosk("ticket", "take", "--field", "HT")
    told = kiosk("restore", copy).out
    assert "ghi đến 07:00 ngày 23/11/2026" in told
    assert "không có 1 số thứ tự và 0 hồ sơ" in told
    kiosk("backup", tmp_path / "now.sqlite3")
    assert "có đủ" in kiosk("restore", tmp_path / "now.sqlite3").out
    (home / "store.sqlite3").write_bytes(b"\0" * 9000)
    assert "có thể trùng" in kiosk("restore", copy).out


@pytest.mark.parametrize("place", ["file", "file/deep", "/proc/kiosk"])
def test_a_folder_that_cannot_be_made_is_told(kiosk: Kiosk, tmp_path: Path, place: str) -> None:
    if place.startswith("/proc") and not sys.platform.startswith("linux"):
        pytest.skip("only Linux has a /proc in which nothing can be made")
    (tmp_path / "file").write_text("của tôi")
    told = kiosk("--home", tmp_path / place, "init", "--sample", code=1).err
    assert told.startswith("Không lập được thư mục trạm")
    assert (tmp_path / "file").read_text() == "của tôi"


def test_an_office_without_room_for_its_settings_is_not_half_made(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = property(lambda _folder: tmp_path / "none" / "station.toml")
    monkeypatch.setattr(StationFolder, "settings", nowhere)
    new = tmp_path / "new"
    assert "thư mục trạm" in kiosk("--home", new, "init", "--sample", code=1).err
    assert list(new.iterdir()) == []
