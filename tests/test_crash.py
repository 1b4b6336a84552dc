"""What is kept of a bug: the trace and the versions, no value of anybody."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import app
from kiosk.clock import SystemClock
from kiosk.crash import catch_everything, start_logging, write_crash
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from tests.fixtures.logs import ExpectedLog


def test_a_report_has_the_trace_and_no_values(tmp_path: Path) -> None:
    folder = StationFolder(tmp_path)
    name = "Nguyễn Văn Kín"
    try:
        try:
            raise KeyError(name)
        except KeyError as cause:
            raise RuntimeError(name) from cause
    except RuntimeError as error:
        file = write_crash(folder, error, "kiosk counter 1")
    text = file.read_text("utf-8")
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert "kiosk counter 1" in text
    assert name not in text


@pytest.fixture
def _root_handlers() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.usefixtures("_root_handlers")
def test_each_face_logs_to_a_file_of_its_own_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    folder = StationFolder(tmp_path)
    folder.settings.touch()
    for face in ("citizen", "citizen", "counter-1"):
        start_logging(folder, face)
    logging.getLogger("kiosk.test").info("một dòng")
    for face in ("citizen", "counter-1"):
        assert (tmp_path / "logs" / f"{face}.log").read_text("utf-8").count("một dòng") == 1


@pytest.mark.usefixtures("_root_handlers")
def test_a_folder_that_is_no_station_is_left_empty(tmp_path: Path) -> None:
    start_logging(StationFolder(tmp_path / "gõ-nhầm"), "lobby")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_root_handlers")
def test_a_folder_that_takes_no_log_hinders_nobody(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    expected_log("nothing is logged to a file")
    (tmp_path / "logs").write_text("a file where the folder should be")
    (tmp_path / "station.toml").touch()
    app._log_to_file(StationFolder(tmp_path), "kiosk lobby")
    assert (tmp_path / "logs").is_file()


def test_a_crash_is_told_where_no_report_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: ExpectedLog
) -> None:
    expected_log("crash while kiosk lobby: KeyError")
    expected_log("no crash report")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "crashes").write_text("a file where the folder should be")
    told: list[Path | None] = []
    catch_everything(StationFolder(tmp_path), "kiosk lobby", told.append)
    error = KeyError("x")
    sys.excepthook(KeyError, error, None)
    assert told == [None]


class Shown:
    """Stands for a window: what it says, and its clock."""

    def __init__(self) -> None:
        self.clock: object = "set by hand"
        self.said = ""

    def notify(self, sentence: str, kind: str) -> None:
        self.said = f"{kind}: {sentence}"


def test_a_window_says_that_nothing_was_kept_of_a_crash(tmp_path: Path) -> None:
    window = Shown()
    app.tell_of_crash(window, None)  # type: ignore[arg-type]
    assert "chưa ghi lại được" in window.said
    app.tell_of_crash(window, tmp_path / "crash-1.txt")  # type: ignore[arg-type]
    assert "crash-1.txt" in window.said


def test_a_refused_start_is_explained_once_and_shows_the_true_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    window, told = Shown(), set[str]()
    true_time: object = SystemClock()
    for _ in range(2):
        app.explain(window, Refused("store.busy"), told)  # type: ignore[arg-type]
    assert window.clock != true_time
    app.explain(window, Refused("clock.not_sample"), told)  # type: ignore[arg-type]
    assert window.clock == true_time
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "KIOSK_NOW" in said[1]


def test_without_a_display_a_face_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    folder = StationFolder(Path("nowhere"))
    for start in (app.screen_area, lambda: app.lobby(folder, "full")):
        with pytest.raises(Refused, match=r"screen\.none"):
            start()
    monkeypatch.setenv("DISPLAY", ":0")
    app.require_screen()
