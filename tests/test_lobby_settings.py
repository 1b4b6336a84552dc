"""A hall screen's settings: which counters, how loud when; what is wrong is told."""

from pathlib import Path

import pytest

from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import SETTINGS_TEMPLATE, LobbySettings, counters_meant, read_settings


def written(folder: Path, text: str) -> Path:
    file = StationFolder(folder).settings
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", None),
        ("  ", None),
        ("3", {3}),
        ("1-4", {1, 2, 3, 4}),
        ("1-3, 7,9–10", {1, 2, 3, 7, 9, 10}),
        ("2-2", {2}),
    ],
)
def test_counters(text: str, meant: set[int] | None) -> None:
    assert counters_meant(text) == (frozenset(meant) if meant else None)


@pytest.mark.parametrize("text", ["x", "4-1", "0", "1,", "1-2-3", "-3", "1;2", "1000"])
def test_no_counters(text: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no counters"):
        counters_meant(text)
    with pytest.raises(Refused, match="settings"):
        read_settings(written(tmp_path, f'[lobby]\ncounters = "{text}"\n'))


@pytest.mark.parametrize(
    ("time", "percent"),
    [("00:00", 80), ("07:29", 80), ("07:30", 60), ("11:29", 60), ("11:30", 20), ("23:59", 20)],
)
def test_the_loudness_follows_the_hour(time: str, percent: int) -> None:
    loud = LobbySettings(volume=80, volume_from={"11:30": 20, "07:30": 60})
    assert loud.volume_at(time) == percent


@pytest.mark.parametrize(
    "line",
    [
        "volume = 101",
        'volume_from = { "7:30" = 40 }',
        'volume_from = { "24:00" = 40 }',
        'volume_from = { "07:30" = -1 }',
        "speaks = 1",
        "loud = true",
    ],
)
def test_what_is_wrong_is_told(line: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="settings"):
        read_settings(written(tmp_path, f"[lobby]\n{line}\n"))


def test_the_template_shows_settings_that_hold(tmp_path: Path) -> None:
    told = SETTINGS_TEMPLATE.format(name="SANH1")
    start = told.index("[lobby]")
    part = told[start : told.index("[printers]")]
    lines = part.replace("\n# ", "\n")
    lobby = read_settings(written(tmp_path, f'name = "SANH1"\n{lines}')).lobby
    assert lobby == LobbySettings(
        counters="1-8", speaks=False, volume=80, volume_from={"11:30": 40, "13:30": 80}
    )
