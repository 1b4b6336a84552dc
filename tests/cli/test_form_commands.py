"""``kiosk form …``"""

from pathlib import Path

from tests.fixtures.command_line import Kiosk


def test_forms_are_listed_drawn_and_reworded(kiosk: Kiosk, home: Path, tmp_path: Path) -> None:
    listed = {one["kind"]: one for one in kiosk("form", "list", "--json").json["forms"]}
    assert [listed[kind]["number"] for kind in ("appointment", "apology")] == ["01", "04"]
    assert not any(one["known"] or one["own"] or one["fault"] for one in listed.values())
    out = tmp_path / "mau.pdf"
    kiosk("form", "show", "4", "--out", out)
    assert out.read_bytes().startswith(b"%PDF")
    kiosk("form", "show", "4", "--out", out, code=1)
    told = kiosk("form", "own", "apology").out
    file = home / "forms" / "nd118_2025" / "apology.toml"
    assert str(file) in told
    file.write_text("compared = true", "utf-8")
    assert "04  apology" in kiosk("form", "list").out
    assert "đúng mẫu chính thức, lời văn của văn phòng" in kiosk("form", "list").out
    file.write_text("titel = 3", "utf-8")
    assert "ý là title?" in kiosk("form", "list").out
    kiosk("form", "show", "04", "--out", tmp_path / "sai.pdf", code=1)
    assert not (tmp_path / "sai.pdf").exists()


def test_the_doctor_tells_of_wording_that_cannot_be_used(kiosk: Kiosk, home: Path) -> None:
    folder = home / "forms" / "nd118_2025"
    folder.mkdir(parents=True)
    (folder / "refusal.toml").write_text("title = 3", "utf-8")
    told = kiosk("doctor", code=1).out
    assert "refusal.toml" in told
    assert "kiosk form own" in told
