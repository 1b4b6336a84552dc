"""Languages: the catalogue is whole and compiled, and each window speaks its own."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from kiosk.clock import parse_moment
from kiosk.ui import words
from kiosk.ui.language import VIETNAMESE, english, other, tr, trn


def test_catalogues_are_whole_and_compiled(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "tools/update_locale.py", "--check"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_vietnamese_is_the_source() -> None:
    assert tr("Quay lại") == "Quay lại"
    assert tr("sau {seconds} giây", seconds=5) == "sau 5 giây"
    assert trn("{n} người chờ", "{n} người chờ", 3) == "3 người chờ"


def test_english_answers_and_falls_back() -> None:
    assert english().tr("Quay lại") == "Back"
    assert english().tr("Câu chưa dịch") == "Câu chưa dịch"
    assert english() is english()


def test_windows_change_by_themselves() -> None:
    assert other(VIETNAMESE) is english()
    assert other(english()) is VIETNAMESE
    assert VIETNAMESE.tr("Quay lại") == "Quay lại"


def test_written_forms() -> None:
    table = [
        (words.day(date(2026, 1, 5)), "05/01/2026"),
        (words.day_short(date(2026, 11, 23)), "23/11"),
        (words.long_day(date(2026, 11, 23)), "Thứ Hai, 23/11/2026"),
        (words.long_day(date(2026, 11, 29), english()), "Sunday, 29/11/2026"),
        (words.weekday(date(2026, 11, 29)), "Chủ nhật"),
        (words.weekday_short(date(2026, 11, 29)), "CN"),
        (words.clock_time(parse_moment("2026-11-23T09:24+07:00")), "09:24"),
        (words.day_and_time(parse_moment("2026-11-23T23:30Z")), "24/11 06:30"),
        (words.number(1234567), "1.234.567"),
        (words.money(15000), "15.000 đ"),
        (words.money(0), "0 đ"),
        (words.decimal(3.25), "3,2"),
        (words.phone("0912345678"), "0912 345 678"),
        (words.phone("0912 345 678"), "0912 345 678"),
        (words.phone("02003555100"), "0200 355 5100"),
        (words.phone("113"), "113"),
        (words.minutes_range(15, 20), "15 – 20"),
    ]
    assert [pair for pair in table if pair[0] != pair[1]] == []
