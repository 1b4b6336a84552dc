"""Words nobody should type, outputs nobody can write to: told, and never taken for a bug."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.catalogue.correction import PARTS
from kiosk.cli.parser import PARTS_TOLD
from tests.cli.test_dossier_commands import dossier_file
from tests.fixtures.command_line import Kiosk

BUILDING = "1.013236"


@pytest.mark.parametrize(
    "time",
    ["0001-01-01T00:00+07:00", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "0001-01-01"],
)
def test_the_edges_of_the_calendar_are_refused(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, time: str
) -> None:
    kiosk("calendar", "due", "--limit", "1wd", "--received", time, code=1)
    monkeypatch.setenv("KIOSK_NOW", time)
    told = kiosk("ticket", "list", code=1).err
    assert "KIOSK_NOW" in told
    assert "+90s" in told


def test_a_time_out_of_reason_is_told_as_people_write_it(kiosk: Kiosk) -> None:
    words = ("calendar", "due", "--limit", "1wd", "--received", "3500-01-02T09:00+07:00")
    assert "09:00 ngày 02/01/3500" in kiosk(*words, code=1).err


def test_a_bad_date_is_told_how_to_write_a_date(kiosk: Kiosk) -> None:
    told = kiosk("calendar", "set", "hôm nay", "off", "--name", "x", code=1).err
    assert "2026-11-23." in told


@pytest.mark.parametrize("amount", ["²", "9" * 5000, "8.5", "1.0000", "٣"])
def test_what_is_no_amount_is_refused(kiosk: Kiosk, amount: str) -> None:
    told = kiosk("catalogue", "correct", "1.004873", "fee_amount", amount, code=1).err
    assert "Số tiền phải là số nguyên" in told


def test_a_corrected_amount_is_shown(kiosk: Kiosk) -> None:
    kiosk("catalogue", "correct", "1.004873", "fee_amount", "1.015.000")
    assert "1.015.000 đồng" in kiosk("catalogue", "show", "1.004873").out


def test_letters_that_are_none_are_wrong_usage(kiosk: Kiosk) -> None:
    told = kiosk("catalogue", "search", "h\udcc3 tịch", code=2)
    assert told.err.startswith("Lệnh chưa đúng")


@pytest.mark.processes
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("output", [">/dev/full", ">&-"])
def test_a_lost_answer_is_not_lost_work(kiosk: Kiosk, output: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m kiosk ticket take --field HT --json {output}', sys.executable],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Việc đã làm xong và đã ghi")
    assert done.stderr.count("\n") == 1
    assert len(kiosk("ticket", "list", "--json").json["tickets"]) == 1


def test_a_fresh_dossier_has_no_result_to_return_yet(kiosk: Kiosk, tmp_path: Path) -> None:
    code = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json["dossier"]["code"]
    told = kiosk("dossier", "return", code, "--slip", "brought", code=1).err
    assert "nên chưa có kết quả để trả" in told
    kiosk("dossier", "ready", code)
    kiosk("dossier", "return", code, "--slip", "brought")
    assert (
        "đã trả kết quả nên không cần trả lần nữa"
        in kiosk("dossier", "return", code, "--slip", "brought", code=1).err
    )


def test_a_typed_word_that_is_no_code_is_told_without_a_scanner(kiosk: Kiosk) -> None:
    told = kiosk("dossier", "show", "abc", code=1).err
    assert told.startswith("Chữ vừa gõ không phải là mã hồ sơ.")
    assert "abc" not in told


def test_the_days_that_are_left_are_called_working_days(kiosk: Kiosk, tmp_path: Path) -> None:
    code = kiosk("dossier", "receive", dossier_file(tmp_path), "--json").json["dossier"]["code"]
    assert kiosk("dossier", "list").out.rstrip().endswith("Còn 3 ngày làm việc")
    assert "Tiến độ: còn 3 ngày làm việc" in kiosk("dossier", "show", code).out
    assert kiosk("dossier", "show", code, "--json").json["dossier"]["due"] == "Còn 3 ngày làm việc"


def test_a_procedure_without_cases_offers_none(kiosk: Kiosk, tmp_path: Path) -> None:
    told = kiosk("dossier", "receive", dossier_file(tmp_path, case="XX"), code=1).err
    assert "không chia trường hợp" in told


def test_a_paper_that_is_none_is_named(kiosk: Kiosk, tmp_path: Path) -> None:
    told = kiosk("dossier", "receive", dossier_file(tmp_path, papers=[[]]), code=1).err
    assert "giấy tờ thứ 1 phải là" in told
    assert "hồ sơ của giấy tờ" not in told


def test_an_import_of_nothing_says_that_nothing_came(kiosk: Kiosk, tmp_path: Path) -> None:
    half = tmp_path / "half.json"
    half.write_bytes('{"code": "9.000001", "name": "Thủ'.encode()[:-1])
    told = kiosk("catalogue", "import", half).out
    assert "chưa nhập được thủ tục nào" in told
    assert "chưa trọn" in told
    assert "UTF-8" not in told


def test_a_dossier_cut_inside_a_letter_is_unfinished(kiosk: Kiosk, tmp_path: Path) -> None:
    half = tmp_path / "half.json"
    half.write_bytes('{"procedure":\n "Đ'.encode()[:-1])
    told = kiosk("dossier", "receive", half, code=1).err
    assert "không trọn vẹn, dừng ở dòng 2, cột 3" in told


def test_a_folder_that_cannot_be_opened_is_no_fault_of_the_settings(kiosk: Kiosk) -> None:
    told = kiosk("--home", "/dev/null/x", "ticket", "list", code=1).err
    assert "có chỗ chưa đúng" not in told
    assert "không phải thư mục" in told


@pytest.mark.parametrize(
    "words",
    [
        ("dossier", "receive", "."),
        ("dossier", "receive", "none.json"),
        ("--home", "/dev/null/x", "ticket", "list"),
        ("slip", "H99", "--out", "/dev/null/x.pdf"),
    ],
)
def test_the_system_speaks_vietnamese(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    told = kiosk(*words, code=1).err
    assert not re.search(r"directory|No such|Permission|denied", told)


@pytest.mark.parametrize(
    "words", [(), ("ticket",), ("catalogue", "correct"), ("pin", "set"), ("demo",)]
)
def test_help_is_vietnamese_throughout(kiosk: Kiosk, words: tuple[str, ...]) -> None:
    told = kiosk(*words, "--help").out
    assert told.startswith("cách dùng: ")
    assert not re.search(r"usage|options|arguments|show this|Mã pin|tệp pdf", told)


def test_help_names_the_parts_that_can_be_corrected(kiosk: Kiosk) -> None:
    assert set(re.split(r", | hoặc ", PARTS_TOLD)) == set(PARTS)
    told = " ".join(kiosk("catalogue", "correct", "--help").out.split())
    assert "fee_amount" in told
    assert "15.000" in told
    assert "mã PIN" in kiosk("pin", "--help").out.replace("Mã PIN", "mã PIN")
