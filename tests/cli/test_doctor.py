"""``kiosk doctor``: each line says what it looked at, by the rules that every command keeps."""

from pathlib import Path

import pytest

from tests.fixtures.command_line import Kiosk


def found(kiosk: Kiosk, code: int = 0, *words: object) -> dict[str, tuple[str, str]]:
    checks = kiosk(*words, "doctor", "--json", code=code).json["checks"]
    return {check["what"]: (check["state"], check["found"]) for check in checks}


def test_the_clock_and_each_kind_of_paper_have_a_line(kiosk: Kiosk) -> None:
    told = found(kiosk)
    state, said = told["Đồng hồ"]
    assert state == "good"
    assert "09:24 ngày 23/11/2026" in said
    assert "KIOSK_NOW" in said
    assert {"Máy in phiếu số thứ tự", "Máy in giấy hẹn (Mẫu số 01)"} <= set(told)


def test_a_set_clock_in_a_real_office_is_bad(
    kiosk: Kiosk, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (project / "resources" / "sample" / "office.toml").read_text("utf-8")
    plan = tmp_path / "office.toml"
    plan.write_text(text.replace("sample = true", "sample = false"), "utf-8")
    home = tmp_path / "real"
    monkeypatch.delenv("KIOSK_NOW")
    kiosk("--home", home, "init", "--from", plan)
    assert found(kiosk, 0, "--home", home)["Đồng hồ"][0] == "good"
    monkeypatch.setenv("KIOSK_NOW", "2026-11-23T09:24:00+07:00")
    assert found(kiosk, 1, "--home", home)["Đồng hồ"][0] == "bad"


def test_a_folder_for_papers_that_cannot_be_written_is_bad(kiosk: Kiosk, home: Path) -> None:
    (home / "printed").write_text("not a folder", "utf-8")
    state, said = found(kiosk, 1)["Máy in phiếu số thứ tự"]
    assert state == "bad"
    assert "Không ghi được tệp in" in said


def test_damage_is_told_in_words_and_the_disk_still_has_its_line(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    raw = "row 3 missing from index ix_ticket"
    monkeypatch.setattr("kiosk.storage.backup.check", lambda _file: [raw])
    said = kiosk("doctor", code=1).out
    assert raw not in said
    assert "bị hỏng" in said
    (home / "store.sqlite3").unlink()
    assert "Ổ đĩa" in kiosk("doctor", code=1).out
