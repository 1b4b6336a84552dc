"""``kiosk doctor``: each line says what it looked at, by the rules that every command keeps."""

import io
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


def test_the_queue_has_its_line(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    def lines() -> list[tuple[str, str]]:
        checks = kiosk("doctor", "--json").json["checks"]
        return [(one["state"], one["found"]) for one in checks if one["what"] == "Hàng chờ"]

    assert lines() == [("good", "đang cấp số và gọi số bình thường")]
    kiosk("ticket", "take", "--field", "HT")
    kiosk("queue", "pause", "--why", "Mất điện")
    assert lines() == [("warn", "văn phòng tạm dừng từ 09:24 ngày 23/11/2026: Mất điện")]
    kiosk("queue", "resume")
    monkeypatch.setenv("KIOSK_NOW", "2026-11-25T07:40:00+07:00")
    ((state, said),) = lines()
    assert state == "note"
    assert said.startswith("1 số của ngày trước còn mở")
    kiosk("ticket", "take", "--field", "HT")
    assert lines() == [("good", "đang cấp số và gọi số bình thường")]


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


def test_nobody_who_can_sign_in_and_no_procedures_are_told(
    kiosk: Kiosk, tmp_path: Path, filled_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIOSK_NOW")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "real"))
    kiosk("init", "--from", filled_template)

    def pins() -> list[tuple[str, str]]:
        checks = kiosk("doctor", "--json").json["checks"]
        return [(each["found"], each["cure"]) for each in checks if each["what"] == "Mã PIN"]

    assert pins() == [
        (
            "chưa lãnh đạo nào có mã PIN nên chưa vào được màn hình điều hành",
            "kiosk pin set LD01",
        ),
        ("chưa công chức nào có mã PIN nên chưa ai ngồi quầy được", "kiosk pin set CV01"),
    ]
    for code in ("LD01", "CV01"):
        monkeypatch.setattr("sys.stdin", io.StringIO("580417\n"))
        kiosk("pin", "set", code)
    assert pins() == [("2 người có mã PIN; chưa có: IT01", "")]
    assert found(kiosk)["Thủ tục"] == (
        "warn",
        "chưa nhận thủ tục nào nên chưa tiếp nhận được hồ sơ",
    )


def test_a_working_office_has_pins_and_procedures(kiosk: Kiosk) -> None:
    told = found(kiosk)
    assert told["Mã PIN"] == ("good", "11 người có mã PIN")
    assert told["Thủ tục"][0] == "good"


def test_wrong_settings_stand_under_their_own_name(kiosk: Kiosk, home: Path) -> None:
    with (home / "station.toml").open("a", encoding="utf-8") as settings:
        settings.write('form1 = "folder"\n')
    told = found(kiosk, 1)
    state, said = told["Tệp cài đặt"]
    assert state == "bad"
    assert "form1" in said
    assert told["Sổ dữ liệu"][0] == "note"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("kiosk:matkhau@127.0.0.1:1/vp", "127.0.0.1, cổng 1"),
        ("kiosk:matkhau@may-chu.invalid/vp", "may-chu.invalid, cổng 5432"),
    ],
)
def test_a_hub_that_does_not_answer_is_named_without_its_password(
    kiosk: Kiosk, home: Path, address: str, place: str
) -> None:
    (home / "station.toml").write_text(f'store_url = "postgresql+psycopg://{address}"', "utf-8")
    state, said = found(kiosk, 1)["Sổ dữ liệu"]
    assert (state, said) == ("bad", f"chưa nối được máy chủ dữ liệu {place}")
    assert "matkhau" not in kiosk("doctor", code=1).out


def test_every_line_has_a_name_of_its_own_but_for_years_and_screens(kiosk: Kiosk) -> None:
    names = [check["what"] for check in kiosk("doctor", "--json").json["checks"]]
    twice = {name for name in names if names.count(name) > 1}
    assert twice == {"Lịch làm việc"}
