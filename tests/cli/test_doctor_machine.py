"""What the doctor says of the machine: screens, typing, printers, voice, drafts, copies."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli.machine_checks import faces_for, look_at_hall, look_at_screens
from kiosk.cli.typing_checks import Typing, doors, engines, judged, running_programs
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import LobbySettings
from kiosk.ui import machine
from kiosk.ui.machine import AttachedScreen, NoScreensError, attached_screens
from kiosk.ui.voice.choosing import recorded_folder
from tests.fixtures.command_line import Kiosk
from tests.fixtures.voice import record

CURSOR = "qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the plugin."
ALL_WELL = Typing(("unikey",), ("ibus",), ("ibus",), wayland=False)


def checks(kiosk: Kiosk, code: int = 0) -> dict[str, dict[str, str]]:
    return {check["what"]: check for check in kiosk("doctor", "--json", code=code).json["checks"]}


@pytest.mark.parametrize(
    ("found", "state", "cure"),
    [
        (ALL_WELL, "good", ""),
        (Typing(("bamboo",), ("fcitx5",), ("ibus",), wayland=False), "good", ""),
        (Typing(("bamboo",), ("fcitx5",), (), wayland=True), "good", ""),
        (Typing((), (), (), wayland=False), "warn", "cài ibus-unikey"),
        (Typing(("unikey",), (), ("ibus",), wayland=False), "warn", "ibus-daemon"),
        (Typing(("unikey",), ("ibus",), (), wayland=False), "warn", "QT_IM_MODULE=ibus"),
        (Typing(("unikey",), ("fcitx5",), ("fcitx",), wayland=False), "warn", "QT_IM_MODULE=ibus"),
        (Typing(("unikey",), ("fcitx5",), ("fcitx",), wayland=True), "warn", "QT_IM_MODULE=ibus"),
    ],
)
def test_typing_needs_an_engine_a_daemon_and_a_door(found: Typing, state: str, cure: str) -> None:
    finding = judged(found)
    assert finding.state == state
    assert cure in finding.cure
    assert bool(finding.cure) == (state != "good")


def test_engines_are_found_by_their_descriptions(tmp_path: Path) -> None:
    for file in (
        "share/ibus/component/unikey.xml",
        "share/ibus/component/simple.xml",
        "share/fcitx5/inputmethod/bamboo.conf",
        "share/fcitx5/inputmethod/keyboard.conf",
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert engines([tmp_path, tmp_path / "nothing"]) == ("bamboo", "unikey")
    assert engines([tmp_path / "nothing"]) == ()


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, ()),
        ({"QT_IM_MODULE": "ibus"}, ("ibus",)),
        ({"QT_IM_MODULES": "wayland;ibus", "QT_IM_MODULE": "fcitx"}, ("wayland", "ibus")),
        ({"QT_IM_MODULE": ""}, ()),
    ],
)
def test_doors_are_what_qt_is_told(environment: dict[str, str], found: tuple[str, ...]) -> None:
    assert doors(environment) == found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lists its programs")
def test_running_programs_are_seen() -> None:
    me = Path("/proc/self/comm").read_text("utf-8").strip()
    assert me in running_programs()


@pytest.mark.parametrize(
    ("size", "faces"),
    [
        ((1920, 1080), ("ki-ốt ngang", "quầy", "sảnh")),
        ((1080, 1920), ("ki-ốt đứng",)),
        ((1366, 768), ("quầy",)),
        ((3840, 2160), ("ki-ốt đứng", "ki-ốt ngang", "quầy", "sảnh")),
        ((1280, 720), ()),
        ((1365, 768), ()),
    ],
)
def test_faces_a_screen_is_large_enough_for(size: tuple[int, int], faces: tuple[str, ...]) -> None:
    assert faces_for(*size) == faces


def with_screens(monkeypatch: pytest.MonkeyPatch, *screens: AttachedScreen) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(machine, "attached_screens", lambda: screens)


def test_every_screen_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with_screens(monkeypatch, AttachedScreen("HDMI-1", 1920, 1080), AttachedScreen("", 1024, 768))
    large, small = look_at_screens()
    assert (large.state, large.found) == (
        "good",
        "HDMI-1 1920×1080, hợp với ki-ốt ngang, quầy, sảnh",
    )
    assert small.state == "warn"
    assert "1024×768" in small.found
    assert small.cure


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        (CURSOR, "libxcb-cursor0"),
        (f"qt.qpa.xcb: could not connect to display :7\n{CURSOR}", "DISPLAY"),
        ("", "DISPLAY"),
    ],
)
def test_a_display_that_cannot_be_reached_is_bad(
    monkeypatch: pytest.MonkeyPatch, said: str, cure: str
) -> None:
    def refuse() -> tuple[AttachedScreen, ...]:
        raise NoScreensError(said)

    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(machine, "attached_screens", refuse)
    (finding,) = look_at_screens()
    assert finding.state == "bad"
    assert cure in finding.cure


def test_a_session_without_a_screen_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (finding,) = look_at_screens()
    assert (finding.state, finding.cure) == ("note", "")
    assert "offscreen" in finding.found
    if sys.platform.startswith("linux"):
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        (finding,) = look_at_screens()
        assert "không có màn hình" in finding.found


@pytest.mark.processes
def test_qt_is_asked_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert all(screen.width > 0 and screen.height > 0 for screen in attached_screens())
    assert attached_screens()
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    with pytest.raises(NoScreensError, match="no-such-platform"):
        attached_screens()


def test_a_process_that_cannot_start_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_words: object, **_options: object) -> Any:
        raise subprocess.TimeoutExpired("python", 20)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(NoScreensError):
        attached_screens()


def test_a_printer_that_is_gone_names_those_that_are_there(
    kiosk: Kiosk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = home / "station.toml"
    text = settings.read_text("utf-8").replace('ticket80 = "folder"', 'ticket80 = "EPSON"')
    settings.write_text(text, "utf-8")

    def gone(name: str) -> None:
        raise Refused("printer.gone", printer=name)

    monkeypatch.setattr("kiosk.app.require_printer", gone)
    monkeypatch.setattr(machine, "printer_names", lambda: ("Canon", "HP"))
    line = checks(kiosk, code=1)["Máy in phiếu số thứ tự"]
    assert line["state"] == "bad"
    assert "“EPSON”" in line["found"]
    assert "Canon, HP" in line["cure"]
    monkeypatch.setattr("kiosk.app.require_printer", lambda _name: None)
    assert checks(kiosk)["Máy in phiếu số thứ tự"]["found"] == "EPSON"


def test_a_real_office_that_prints_into_files_is_told(
    kiosk: Kiosk, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (project / "resources" / "sample" / "office.toml").read_text("utf-8")
    plan = tmp_path / "office.toml"
    plan.write_text(text.replace("sample = true", "sample = false"), "utf-8")
    monkeypatch.delenv("KIOSK_NOW")
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "real"))
    kiosk("init", "--from", plan)
    line = checks(kiosk)["Máy in giấy hẹn (Mẫu số 01)"]
    assert line["state"] == "warn"
    assert "form01 =" in line["cure"]


@pytest.mark.parametrize(
    ("clips", "silent", "state", "told"),
    [
        (False, "", "warn", "chỉ có tiếng chuông"),
        (True, "", "good", "giọng văn phòng tự thu (đủ"),
        (True, "máy không có thiết bị âm thanh", "note", "không có thiết bị âm thanh"),
    ],
)
def test_the_voice_and_what_a_better_one_lacks(
    kiosk: Kiosk,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    clips: bool,
    silent: str,
    state: str,
    told: str,
) -> None:
    monkeypatch.setenv("PATH", str(home))
    monkeypatch.setattr("kiosk.ui.voice.players.why_silent", lambda: silent)
    if clips:
        record(recorded_folder(home / "voice"))
    line = checks(kiosk)["Tiếng nói"]
    assert line["state"] == state
    assert told in line["found"]
    assert ("espeak-ng" in line["found"]) is not clips


def test_a_counter_of_the_hall_that_is_not_there_is_told(home: Path) -> None:
    lobby = LobbySettings(counters="1-3,9")
    wrong, _ = look_at_hall(StationFolder(home), lobby, frozenset(range(1, 9)))
    assert (wrong.state, wrong.found) == ("warn", "văn phòng không có quầy 9")
    assert len(list(look_at_hall(StationFolder(home), lobby, None))) == 1


def test_pictures_of_the_hall_that_cannot_be_read_are_told(kiosk: Kiosk, home: Path) -> None:
    assert checks(kiosk)["Sảnh"]["state"] == "good"
    (home / "pictures").mkdir()
    (home / "pictures" / "anh.png").write_bytes(b"no picture")
    line = checks(kiosk)["Sảnh"]
    assert (line["state"], "anh.png" in line["found"]) == ("warn", True)


def test_drafts_that_cannot_be_kept_are_bad(kiosk: Kiosk, home: Path) -> None:
    assert checks(kiosk)["Bản nháp"]["state"] == "good"
    (home / "drafts").rmdir()
    (home / "drafts").write_text("not a folder", "utf-8")
    line = checks(kiosk, code=1)["Bản nháp"]
    assert line["state"] == "bad"
    assert line["cure"]


def test_the_newest_copy_must_be_readable(
    kiosk: Kiosk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks(kiosk)["Bản sao lưu"]["cure"] == "kiosk backup --daily"
    kiosk("backup", "--daily")
    line = checks(kiosk)["Bản sao lưu"]
    assert (line["state"], line["found"]) == (
        "good",
        "1 bản, mới nhất ngày 23/11/2026, đọc lại được",
    )
    monkeypatch.setenv("KIOSK_NOW", "2026-11-26T09:24:00+07:00")
    assert checks(kiosk)["Bản sao lưu"]["state"] == "warn"
    monkeypatch.setenv("KIOSK_NOW", "2026-11-23T09:24:00+07:00")
    (copy,) = (home / "backups").glob("store-*.sqlite3")
    copy.write_bytes(copy.read_bytes()[:5000])
    assert checks(kiosk, code=1)["Bản sao lưu"]["state"] == "bad"


def test_missing_fonts_of_the_windows_are_told(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checks(kiosk)["Phông chữ màn hình"]["state"] == "good"
    monkeypatch.setattr("kiosk.ui.theme.fonts.font_folder", lambda: None)
    line = checks(kiosk)["Phông chữ màn hình"]
    assert line["state"] == "warn"
    assert "Italic" in line["found"]


def test_whatever_is_not_good_has_a_cure(kiosk: Kiosk) -> None:
    lines = kiosk("doctor", "--json").json["checks"]
    assert [each for each in lines if each["state"] in ("warn", "bad") and not each["cure"]] == []
    said = kiosk("doctor").out.splitlines()
    assert len(said) == len(lines)
    assert any(line.startswith("ghi chú") for line in said)
