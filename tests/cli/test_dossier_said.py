"""What the command line says of dossiers where there is little to say, or something to mind."""

import json
from pathlib import Path

import pytest

from tests.cli.test_dossier_commands import dossier_file
from tests.fixtures.command_line import Kiosk

LOST = ("--reason", "thất lạc", "--remedy", "làm lại tờ khai")


@pytest.fixture
def code(kiosk: Kiosk, tmp_path: Path) -> str:
    """A dossier just received."""
    told = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json
    return str(told["dossier"]["code"])


def test_nothing_is_said_to_be_nothing(kiosk: Kiosk, code: str) -> None:
    assert kiosk("dossier", "list", "--state", "returned").out == "Không có hồ sơ nào.\n"
    assert kiosk("scan", "list", code).out == "Hồ sơ chưa có bản quét nào.\n"


def test_a_machine_is_not_a_person(kiosk: Kiosk, code: str) -> None:
    kiosk("dossier", "process", code)
    again = kiosk("dossier", "process", code, code=1)
    assert "do máy VM ghi" in again.err
    assert "chuyển giải quyết  máy VM" in kiosk("dossier", "show", code).out


def test_what_is_lost_is_told_when_the_rest_is_given_out(kiosk: Kiosk, code: str) -> None:
    kiosk("dossier", "process", code)
    shown = kiosk("dossier", "show", code, "--json").json["dossier"]
    paper = shown["papers"][0]["name"]
    kiosk("dossier", "lost", code, "--paper", paper, *LOST)
    kiosk("dossier", "ready", code)
    said = kiosk("dossier", "return", code, "--slip", "brought").out
    assert f"Đang thất lạc, chưa trả lại được: {paper}." in said


def test_the_post_has_an_address_and_no_slip(kiosk: Kiosk, code: str) -> None:
    kiosk("dossier", "ready", code)
    assert "--address" in kiosk("dossier", "return", code, "--to", "post", code=1).err
    both = kiosk("dossier", "return", code, "--to", "post", "--slip", "brought", code=1)
    assert "không có giấy hẹn để xem" in both.err
    kiosk("dossier", "return", code, "--to", "post", "--address", "Số 5 Lê Lợi")
    assert "gửi tới: Số 5 Lê Lợi" in kiosk("dossier", "show", code).out


def test_the_keys_of_a_file_are_named(kiosk: Kiosk, tmp_path: Path) -> None:
    file = Path(dossier_file(tmp_path))
    whole = json.loads(file.read_text("utf-8"))
    del whole["sets"]
    file.write_text(json.dumps(whole), "utf-8")
    assert "thiếu số bộ hồ sơ (mục sets)" in kiosk("dossier", "receive", str(file), code=1).err


def test_a_list_is_found_by_every_dossier_of_its_batch(
    kiosk: Kiosk, code: str, tmp_path: Path
) -> None:
    told = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json
    other = str(told["dossier"]["code"])
    kiosk("dossier", "forward", code, other)
    for number, one in enumerate((code, other)):
        out = tmp_path / f"{number}.pdf"
        assert kiosk("slip", one, "--form", "handover", "--out", str(out)).code == 0
        assert out.read_bytes().startswith(b"%PDF")
