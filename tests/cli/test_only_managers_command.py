"""The office's own matters from the command line: a manager's where an officer is named."""

import pytest

from tests.fixtures.command_line import Kiosk

CHANGES = (
    ("process", "set", "1.000894", "--step", "Thẩm định|Phòng Kinh tế|1wd"),
    ("department", "add", "Phòng Thử"),
    ("calendar", "set", "2026-12-24", "off", "--name", "Nghỉ bù"),
    ("calendar", "confirm", "--year", "2026"),
    ("notice", "add", "Nghỉ chiều nay"),
)


@pytest.mark.parametrize("words", CHANGES, ids=lambda words: " ".join(words[:2]))
def test_a_named_officer_must_manage(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    refused = kiosk(*words, "--officer", "CV01", code=1).err
    assert "không giữ việc điều hành nên không đổi được" in refused
    assert "Chưa đổi gì" in refused
    kiosk(*words, "--officer", "LD01")


def test_nobody_named_is_the_station(kiosk: Kiosk) -> None:
    kiosk("department", "add", "Phòng Thử")
    assert "Phòng Thử" in kiosk("department", "list").out
