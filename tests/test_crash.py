"""What is kept of a bug: the trace and the versions, no value of anybody."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.crash import start_logging, write_crash
from kiosk.paths import StationFolder


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
    for face in ("citizen", "citizen", "counter-1"):
        start_logging(folder, face)
    logging.getLogger("kiosk.test").info("một dòng")
    for face in ("citizen", "counter-1"):
        assert (tmp_path / "logs" / f"{face}.log").read_text("utf-8").count("một dòng") == 1
