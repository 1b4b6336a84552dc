"""A station's screen: its own size and stillness, told in words where they are wrong."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import set_screen
from kiosk.clock import FrozenClock, parse_moment
from kiosk.paths import StationFolder
from kiosk.refusal import Refused
from kiosk.settings import read_settings
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import KioskFrame
from kiosk.ui.motion import STILL
from kiosk.wording import sentence

NOW = FrozenClock(parse_moment("2026-11-23T09:24+07:00"))


def written(folder: Path, text: str) -> StationFolder:
    station = StationFolder(folder)
    station.settings.write_text(text, "utf-8")
    return station


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[screen]\nui_scale = 3.0", "screen.ui_scale: phải từ 1.25 trở xuống"),
        ("[screen]\nui_scale = 0.5", "screen.ui_scale: phải từ 1.0 trở lên"),
        ('[screen]\nui_scale = "to"', "screen.ui_scale: phải là số, không phải chữ"),
        ("[screen]\nscale = 1.1", "screen: không có mục scale"),
    ],
)
def test_a_wrong_size_is_told_in_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_settings(written(tmp_path, text).settings)
    assert why in sentence(refusal.value)


def test_a_station_without_wishes_has_the_design_s_size(tmp_path: Path) -> None:
    screen = read_settings(StationFolder(tmp_path).settings).screen
    assert (screen.ui_scale, screen.motion) == (1.0, True)
    assert read_settings(written(tmp_path, "[screen]\nui_scale = 1").settings).screen.ui_scale == 1


@pytest.mark.parametrize(
    ("text", "scale", "still"),
    [
        ("[screen]\nui_scale = 1.08\nmotion = false", 1.08, True),
        ("[screen]\n", 1.0, False),
        ("[screen]\nui_scale = 9", 1.0, None),
    ],
)
def test_a_face_wears_its_station_s_size(
    qapp: QApplication, tmp_path: Path, text: str, scale: float, still: bool | None
) -> None:
    qapp.setProperty(STILL, None)
    frame = KioskFrame(OfficeFace("", "Bộ phận Một cửa"), NOW)
    set_screen(frame, written(tmp_path, text))
    assert (frame.look.text, qapp.property(STILL)) == (scale, still)
    qapp.setProperty(STILL, None)
    frame.deleteLater()
