"""The whole day of the sample office through the real windows, as ``make demo`` shows it."""

from pathlib import Path

import pypdf
import pytest

from kiosk import demo_folder
from kiosk.cli import main
from kiosk.refusal import Refused


@pytest.mark.usefixtures("qapp")
def test_the_day_leaves_pictures_and_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "demo"
    assert main(["demo", "--headless", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "F12: trả kết quả" in told
    pictures = {file.stem for file in out.glob("*.png")}
    assert len(pictures) >= 40
    assert pictures >= {
        f"{screen}{look}"
        for screen in ("citizen-home", "citizen-procedures", "citizen-dossier-status")
        for look in ("", "-landscape", "-large", "-high-contrast", "-english")
    }
    papers = sorted((out / "printed").glob("*.pdf"))
    texts = [pypdf.PdfReader(file).pages[0].extract_text() for file in papers]
    assert sum("GIẤY TIẾP NHẬN HỒ SƠ" in text for text in texts) == 4
    for letter in ("BỔ SUNG, HOÀN THIỆN", "TỪ CHỐI", "XIN LỖI", "DỪNG GIẢI QUYẾT", "KIỂM SOÁT"):
        assert any(letter in text for text in texts), letter
    assert sum("HT-02" in text for text in texts) >= 2
    assert all("MINH HỌA" in text for text in texts)
    assert "9.900002" in (out / "manager-import.txt").read_text("utf-8")
    mine = out / "printed" / "giấy khai sinh của tôi.pdf"
    mine.write_bytes(b"%PDF")
    assert demo_folder.prepare(out) == {"printed/giấy khai sinh của tôi.pdf"}
    assert demo_folder.names(out) == {"printed/giấy khai sinh của tôi.pdf"}


@pytest.mark.parametrize("screen", [("--headless",), ()])
@pytest.mark.parametrize("mine", ["01-anh-cuoi.png", "printed/so-do.pdf", "store.sqlite3"])
def test_a_demo_touches_nothing_in_a_folder_of_somebody_else(
    mine: str, screen: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "printed").mkdir()
    (tmp_path / mine).write_text("của tôi")
    before = sorted(tmp_path.rglob("*"))
    assert main(["demo", *screen, "--out", str(tmp_path)]) == 1
    assert "Chọn" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / mine).read_text() == "của tôi"


def test_a_demo_takes_away_only_what_a_demo_left(tmp_path: Path) -> None:
    out, outside = tmp_path / "demo", tmp_path / "letter.txt"
    outside.write_text("giữ lại")
    others = demo_folder.prepare(out)
    assert others == frozenset()
    (out / "01-kiosk.png").write_text("demo")
    assert demo_folder.sign(out, others) == {"01-kiosk.png"}
    (out / "02-cua-toi.png").write_text("giữ lại")
    with (out / demo_folder.MARKER).open("a", encoding="utf-8") as marker:
        marker.write(f"../letter.txt\n{outside}\nprinted\n..\n")
    assert demo_folder.prepare(out) == {"02-cua-toi.png"}
    assert outside.exists()
    assert not (out / "01-kiosk.png").exists()
    (out / "store.sqlite3").touch()
    with pytest.raises(Refused) as refusal:
        demo_folder.prepare(out)
    assert refusal.value.code == "demo.station_folder"
    with pytest.raises(Refused) as refusal:
        demo_folder.prepare(outside)
    assert refusal.value.code == "demo.folder_unwritable"


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


def test_being_told_to_end_ends_the_demo_as_ctrl_c_does() -> None:
    import signal

    from kiosk.demo import _ended_by_signals

    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), _ended_by_signals():
        signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_display_that_is_not_there_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":4077")
    for other in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(other, raising=False)
    assert main(["demo", "--out", str(tmp_path / "demo")]) == 1
    assert "demo --headless" in capsys.readouterr().err
