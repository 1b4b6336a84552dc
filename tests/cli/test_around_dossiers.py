"""Fees, telling the citizen and internal processes from the command line."""

from pathlib import Path

import pytest

from kiosk.cli.parser_around import WAYS_TO_PAY, WAYS_TO_TELL
from kiosk.dossiers.fees import PaidBy
from kiosk.dossiers.telling import ToldBy
from tests.cli.test_dossier_life import receive
from tests.fixtures.command_line import Kiosk

STEP = "Thẩm định | Phòng Tư pháp | 2wd"


@pytest.fixture
def code(kiosk: Kiosk, tmp_path: Path) -> str:
    return receive(kiosk, tmp_path, fee={"amount": 15_000})


def test_the_words_are_those_of_the_program() -> None:
    assert set(WAYS_TO_PAY) == set(PaidBy)
    assert set(WAYS_TO_TELL) == set(ToldBy)


def test_a_fee_is_taken_waived_and_taken_back(kiosk: Kiosk, code: str) -> None:
    taken = kiosk("fee", "take", code, "5000", "--receipt", "AA-01", "--officer", "CV01", "--json")
    line = taken.json["line"]
    assert (line["amount"], line["receipt"], line["officer"]) == (5000, "AA-01", "CV01")
    assert taken.json["standing"]["left"] == 10_000
    kiosk("fee", "waive", code, "10000", "--reason", "hộ nghèo", "--officer", "CV01")
    assert "còn phải thu 0 đồng" in kiosk("fee", "show", code).out
    again = kiosk("fee", "take", code, "5000", "--receipt", "AA-01", code=1)
    assert "Biên lai số AA-01" in again.err
    kiosk("fee", "reverse", line["id"], "--reason", "ghi nhầm", "--officer", "CV01")
    told = kiosk("fee", "day").out
    assert "tiền mặt 0 đồng; miễn 10.000 đồng" in told
    assert "đã hủy" in told
    assert "chưa thu khoản nào" in kiosk("fee", "day", "--on", "2026-11-20").out


def test_the_list_of_a_day_becomes_a_file(kiosk: Kiosk, code: str, tmp_path: Path) -> None:
    out = tmp_path / "thu.pdf"
    refused = kiosk("fee", "day", "--out", str(out), code=1)
    assert "chưa ghi khoản thu nào" in refused.err
    kiosk("fee", "take", code, "5000", "--receipt", "AA-01", "--officer", "CV01")
    kiosk("fee", "take", code, "6000", "--receipt", "AA-02", "--officer", "CV02")
    assert ".pdf" in kiosk("fee", "day", "--out", str(tmp_path / "thu.txt"), code=1).err
    kiosk("fee", "day", "--out", str(out))
    assert out.read_bytes().startswith(b"%PDF")
    assert "Đã có tệp" in kiosk("fee", "day", "--out", str(out), code=1).err
    only = kiosk("fee", "day", "--of", "CV02", "--json").json["officers"]
    assert [(each["officer"], each["sums"]) for each in only] == [("CV02", {"cash": 6000})]


def test_the_list_of_whoever_acts_is_printed(kiosk: Kiosk, code: str) -> None:
    assert "--officer" in kiosk("fee", "print", code=1).err
    assert "chưa ghi khoản thu" in kiosk("fee", "print", "--officer", "CV01", code=1).err
    kiosk("fee", "take", code, "5000", "--receipt", "AA-01", "--officer", "CV01")
    made = kiosk("fee", "print", "--officer", "CV01", "--json").json
    assert (made["day"], made["total"], len(made["print_jobs"])) == ("2026-11-23", 5000, 1)
    assert "Danh sách thu ngày 23/11/2026" in kiosk("print", "list").out


def test_whom_to_call_and_that_it_was_done(kiosk: Kiosk, code: str) -> None:
    assert "Không có ai cần báo" in kiosk("tell", "list").out
    kiosk("dossier", "ready", code)
    told = kiosk("tell", "list", "--json").json["to_tell"]
    assert [(line["code"], line["about"], line["tried"]) for line in told] == [
        (code, "result_ready", 0)
    ]
    kiosk("tell", "done", code, "--unreached")
    assert "đã gọi 1 lần chưa được" in kiosk("tell", "list").out
    kiosk("tell", "done", code, "--by", "message")
    assert kiosk("tell", "list", "--json").json["to_tell"] == []


def test_a_process_is_set_and_followed(kiosk: Kiosk, code: str) -> None:
    made = kiosk("process", "set", "1.004873", "--step", STEP, "--step", "Ký|Lãnh đạo|4h", "--json")
    assert [step["limit"] for step in made.json["steps"]] == ["2wd", "4h"]
    assert (
        "1. Thẩm định  Phòng Tư pháp  02 ngày làm việc" in kiosk("process", "show", "1.004873").out
    )
    kiosk("dossier", "process", code)
    assert "Thẩm định" in kiosk("dossier", "show", code).out
    wrong = kiosk("process", "set", "1.004873", "--step", "Thẩm định 2wd", code=1)
    assert "Không hiểu bước 1" in wrong.err
    kiosk("process", "set", "1.004873")
    assert "không có quy trình nội bộ" in kiosk("process", "show", "1.004873").out


def test_a_process_is_copied_and_listed_by_day(kiosk: Kiosk) -> None:
    kiosk("process", "set", "1.004873", "--step", STEP)
    assert "chưa có quy trình" in kiosk("process", "copy", "1.001193", "1.004873", code=1).err
    kiosk("process", "copy", "1.004873", "1.001193", "--from", "2026-12-01")
    assert "không có quy trình" in kiosk("process", "show", "1.001193").out
    (set_,) = kiosk("process", "list", "1.001193", "--json").json["processes"]
    assert (set_["first_day"], set_["steps"][0]["responsible"]) == ("2026-12-01", "Phòng Tư pháp")
    assert "Từ ngày 01/12/2026:" in kiosk("process", "list", "1.001193").out
    assert "không có quy trình" in kiosk("process", "list", "1.000894").out
