"""The whole day of the sample office through the real windows, as ``make demo`` shows it."""

from pathlib import Path

import pypdf
import pytest

from kiosk.cli import main


@pytest.mark.usefixtures("qapp")
def test_the_day_leaves_pictures_and_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    assert main(["demo", "--headless", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "F12: trả kết quả" in told
    assert len(list(out.glob("[0-9][0-9]-*.png"))) >= 12
    papers = sorted((out / "printed").glob("*.pdf"))
    texts = [pypdf.PdfReader(file).pages[0].extract_text() for file in papers]
    assert sum("GIẤY TIẾP NHẬN HỒ SƠ" in text for text in texts) == 1
    assert sum("HT-00" in text for text in texts) >= 3
    assert all("MINH HỌA" in text for text in texts)
    assert "9.900002" in (out / "manager-import.txt").read_text("utf-8")


def test_the_three_windows_of_the_demo_never_cover_each_other() -> None:
    from kiosk.demo import places_in

    for width, height in ((1366, 728), (1920, 1040), (2560, 1400), (1280, 984)):
        places = places_in(0, 40, width, height)
        for at, (x, y, w, h) in enumerate(places):
            assert w > 200
            assert h > 200
            assert x + w <= width
            assert y + h <= 40 + height
            for x2, y2, w2, h2 in places[at + 1 :]:
                assert x + w <= x2 or y + h <= y2 or x2 + w2 <= x or y2 + h2 <= y


@pytest.mark.parametrize(
    ("now", "moved"),
    [
        ("2026-11-23T09:00+07:00", False),
        ("2026-11-23T11:15+07:00", True),
        ("2026-11-23T22:00+07:00", True),
        ("2026-11-22T10:00+07:00", True),
    ],
)
def test_the_demo_is_always_open(now: str, moved: bool) -> None:
    from kiosk.clock import parse_moment
    from kiosk.demo import shift_into_hours

    shift = shift_into_hours(parse_moment(now))
    assert bool(shift) is moved
