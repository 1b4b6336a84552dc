"""``kiosk register``: a year's register as PDF or spreadsheet, whole or not at all."""

import sys
from pathlib import Path
from types import ModuleType

import pypdf
import pytest

from kiosk.cli import main, registers
from kiosk.dossiers import register
from kiosk.printing import ledger_sheets
from kiosk.printing import register as paper
from tests.fixtures.command_line import Kiosk
from tests.fixtures.dossiers import a_form, as_file
from tests.printing.ledger_kit import Book


@pytest.fixture
def received(kiosk: Kiosk, tmp_path: Path) -> list[str]:
    """The codes of three dossiers, the second one given out."""
    form = tmp_path / "dossier.json"
    form.write_bytes(as_file(a_form()))
    codes = [kiosk("dossier", "receive", form, "--json").json["dossier"]["code"] for _ in range(3)]
    kiosk("dossier", "ready", codes[1])
    kiosk("dossier", "return", codes[1], "--slip", "brought")
    return codes


def test_a_register_as_pdf(kiosk: Kiosk, received: list[str], tmp_path: Path) -> None:
    out = tmp_path / "so.pdf"
    told = kiosk("register", "--year", 2026, "--out", out, "--json").json
    assert told == {"file": str(out), "year": 2026, "volumes": 1, "dossiers": 3}
    pages = [page.extract_text() for page in pypdf.PdfReader(out).pages]
    assert len(pages) == 2
    assert "SỔ THEO DÕI HỒ SƠ" in pages[0]
    for code in received:
        assert code.split("-", 1)[1] in pages[1]
    assert pages[1].count("Trực tiếp") == 1
    assert "DỮ LIỆU MINH HỌA" in pages[1]
    assert "001203004567" not in "".join(pages)


def test_a_register_as_spreadsheet(kiosk: Kiosk, received: list[str], tmp_path: Path) -> None:
    out = tmp_path / "so.XLSX"
    said = kiosk("register", "--year", 2026, "--out", out)
    assert said.out == f"Đã ghi {out}: 3 hồ sơ, 1 quyển.\n"
    assert said.err == ""
    lines = [row for row in Book(out).rows() if len(row) > 1][1:]
    assert [row[2] for row in lines] == received
    assert [row[12] for row in lines] == [None, "Trực tiếp", None]


def test_a_person_who_waits_is_told_how_far_it_is(
    kiosk: Kiosk, received: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registers, "_TOLD_EVERY", 2)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    said = kiosk("register", "--year", 2026, "--out", tmp_path / "so.pdf", "--json")
    assert said.err == "\rĐã ghi 2/3 hồ sơ…\n"
    assert said.json["dossiers"] == 3


def test_one_field(kiosk: Kiosk, received: list[str], tmp_path: Path) -> None:
    out = tmp_path / "ht.xlsx"
    kiosk("register", "--year", 2026, "--field", "ho tich", "--out", out)
    assert "Lĩnh vực: Hộ tịch. Tổng số: 03 hồ sơ" in {row[0] for row in Book(out).rows()}
    refused = kiosk(
        "register", "--year", 2026, "--field", "CT", "--out", tmp_path / "n.pdf", code=1
    )
    assert "năm 2026 chưa có hồ sơ nào của lĩnh vực Chứng thực" in refused.err
    unknown = kiosk("register", "--year", 2026, "--field", "?", "--out", tmp_path / "n.pdf", code=1)
    assert unknown.err.count("\n") == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dossier.json", "home", "ht.xlsx"]


@pytest.mark.parametrize("name", ["so.pdf", "so.xlsx"])
def test_an_existing_file_is_never_touched(
    kiosk: Kiosk, received: list[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("giữ nguyên", "utf-8")
    refused = kiosk("register", "--year", 2026, "--out", tmp_path / name, code=1)
    assert "Đã có tệp" in refused.err
    assert (tmp_path / name).read_text("utf-8") == "giữ nguyên"


@pytest.mark.parametrize("name", ["so.csv", "so", ".pdf", "so.pdf.zip"])
def test_another_ending_is_a_sentence(kiosk: Kiosk, tmp_path: Path, name: str) -> None:
    refused = kiosk("register", "--year", 2026, "--out", tmp_path / name, code=1)
    assert ".pdf, .xlsx" in refused.err
    assert refused.err.count("\n") == 1
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["so.pdf", "so.xlsx"])
def test_a_year_without_entries_is_a_sentence(kiosk: Kiosk, tmp_path: Path, name: str) -> None:
    refused = kiosk("register", "--year", 2025, "--out", tmp_path / name, code=1)
    assert "năm 2025 chưa có hồ sơ nào" in refused.err
    assert [file.name for file in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("name", ["so.pdf", "so.xlsx"])
def test_a_folder_that_cannot_be_written_to(
    kiosk: Kiosk, received: list[str], tmp_path: Path, name: str
) -> None:
    refused = kiosk("register", "--year", 2026, "--out", tmp_path / "none" / name, code=1)
    assert "Không ghi được tệp" in refused.err
    assert refused.err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["--year", "26"], ["--year", "2026"]])
def test_wrong_usage(kiosk: Kiosk, words: list[str]) -> None:
    kiosk("register", *words, code=2)


@pytest.mark.parametrize("name", ["so.pdf", "so.xlsx"])
def test_ctrl_c_leaves_no_half_file(
    kiosk: Kiosk,
    received: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    made = register._line

    def interrupted(row: object, names: dict[str, str]) -> object:
        line = made(row, names)  # type: ignore[arg-type]
        if line.entry == 3:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr(register, "_line", interrupted)
    assert main(["register", "--year", "2026", "--out", str(tmp_path / name)]) == 130
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dossier.json", "home"]


@pytest.mark.parametrize(
    ("name", "room", "setting"),
    [("so.pdf", paper, "row_of"), ("so.xlsx", ledger_sheets, "_row")],
)
def test_ctrl_c_between_two_lines_lets_go_of_the_store(
    kiosk: Kiosk,
    received: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    room: ModuleType,
    setting: str,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(room, setting, interrupted)
    assert main(["register", "--year", "2026", "--out", str(tmp_path / name)]) == 130
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dossier.json", "home"]


@pytest.mark.parametrize("name", ["so.pdf", "so.xlsx"])
def test_a_file_that_appears_meanwhile_is_left_alone(
    kiosk: Kiosk,
    received: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    made = register._line

    def beside(row: object, names: dict[str, str]) -> object:
        (tmp_path / name).write_text("của nơi khác", "utf-8")
        return made(row, names)  # type: ignore[arg-type]

    monkeypatch.setattr(register, "_line", beside)
    assert "Đã có tệp" in kiosk("register", "--year", 2026, "--out", tmp_path / name, code=1).err
    assert (tmp_path / name).read_text("utf-8") == "của nơi khác"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
