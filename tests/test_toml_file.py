"""A person who wrote a TOML file is told, in Vietnamese, what is wrong with it and where."""

from pathlib import Path

import pytest

from kiosk.catalogue.papers_list import PAPERS80
from kiosk.office.plan import read_plan
from kiosk.printing.papers import LETTERS
from kiosk.refusal import Refused
from kiosk.settings import LEAVE_WITH, PAPER_KINDS, Settings, read_settings
from kiosk.toml_file import UnreadableTomlError, WrongTomlError, read_toml, shaped


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = ""', "name: không được để trống"),
        ("name = 3", "name: phải là chữ, không phải số nguyên"),
        ('name = "A"\nnaem = "B"', "không có mục naem"),
        (f'name = "{"A" * 41}"', "name: dài quá 40 ký tự"),
        ('name = "A"\n[printers]\nticket80 = 1', "phải là chữ, không phải số nguyên"),
    ],
)
def test_wrong_values_are_told(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(WrongTomlError, match=said):
        shaped(read_toml(file), Settings)
    with pytest.raises(Refused) as refusal:
        read_settings(file)
    assert refusal.value.code == "settings.wrong"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('store_url = "mysql://may-chu/vp"', "store_url"),
        ('store_url = "postgresql+psycopg:/may-chu/vp"', "store_url"),
        ('store_url = "postgresql+psycopg://may-chu:cổng/vp"', "store_url"),
        ('store_url = "postgresql+psycopg://[may-chu/vp"', "store_url"),
        ('[printers]\nform1 = "folder"', "form1"),
        ('[printers]\nform01 = " "', "printers.form01"),
    ],
)
def test_settings_that_cannot_mean_anything_are_told(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(Refused) as refusal:
        read_settings(file)
    assert refusal.value.code == "settings.wrong"
    assert said in str(refusal.value.details["why"])


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text('name = ""\nprinter = 1\n[screen]\nui_scale = 3\nmoton = true', "utf-8")
    with pytest.raises(WrongTomlError) as error:
        shaped(read_toml(file), Settings)
    assert error.value.args == (
        "không có mục printer (ý là printers?)",
        "name: không được để trống",
        "screen: không có mục moton (ý là motion?)",
        "screen.ui_scale: phải từ 1.25 trở xuống",
    )


def test_the_address_of_a_hub_is_taken(tmp_path: Path) -> None:
    for url in ("postgresql+psycopg://kiosk:bí%40mật@may-chu:5432/vp", "postgresql+psycopg:///vp"):
        (tmp_path / "station.toml").write_text(f'store_url = "{url}"', "utf-8")
        assert read_settings(tmp_path / "station.toml").store_url == url


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"name = \nx = 1", "dòng 1, cột 8"), (b"\xff\xfe", "UTF-8"), (b'x = "', "viết chưa đúng")],
)
def test_what_is_no_toml_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_bytes(data)
    with pytest.raises(UnreadableTomlError, match=said):
        read_toml(file)


def test_files_that_notepad_has_saved_are_read(project: Path, tmp_path: Path) -> None:
    mark = b"\xef\xbb\xbf"
    settings = tmp_path / "station.toml"
    settings.write_bytes(mark + b'name = "QUAY-1"\r\n')
    assert read_settings(settings).name == "QUAY-1"
    plan = tmp_path / "office.toml"
    plan.write_bytes(mark + (project / "resources" / "sample" / "office.toml").read_bytes())
    assert read_plan(plan).office.name


def test_a_machine_without_settings_goes_by_its_own_name(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "none.toml")
    assert settings.name
    assert settings.printer_for("ticket80") == "folder"


def test_a_typo_in_an_office_is_not_passed_over(project: Path, tmp_path: Path) -> None:
    text = (project / "resources" / "sample" / "office.toml").read_text("utf-8")
    plan = tmp_path / "office.toml"
    plan.write_text(text.replace("hotline", "hotlien", 1), "utf-8")
    with pytest.raises(Refused) as refusal:
        read_plan(plan)
    assert "hotlien" in str(refusal.value.details["why"])


def test_papers_of_one_sheet_leave_by_one_printer() -> None:
    settings = Settings(name="QUAY-1", printers={"ticket80": "XP-80C", "form01": "LBP6030"})
    letters = {kind: settings.printer_for(kind) for kind in LETTERS}
    assert letters == dict.fromkeys(LETTERS, "LBP6030")
    assert settings.printer_for(PAPERS80) == "XP-80C"
    assert set(LEAVE_WITH) == {*LETTERS, "handover", "takings", PAPERS80}
    assert set(LEAVE_WITH.values()) <= set(PAPER_KINDS)
    assert Settings(name="QUAY-1").printer_for("supplement") == "folder"
