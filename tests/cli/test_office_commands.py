"""``init``, ``doctor``, ``backup``, ``restore``, ``calendar``, ``catalogue`` and the last door."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.clock import SystemClock, office_day
from tests.fixtures.command_line import Kiosk

YEAR = office_day(SystemClock().now()).year


def test_init_refuses_a_second_office_and_keeps_the_first(kiosk: Kiosk, home: Path) -> None:
    before = (home / "store.sqlite3").read_bytes()
    assert "sổ cũ vẫn nguyên" in kiosk("init", "--sample", code=1).err
    assert (home / "store.sqlite3").read_bytes() == before


def test_a_wrong_office_file_leaves_nothing_behind(kiosk: Kiosk, tmp_path: Path) -> None:
    plan = tmp_path / "office.toml"
    plan.write_text('[office]\nname = ""\n', "utf-8")
    assert (
        "Chưa có gì được lập"
        in kiosk("--home", tmp_path / "new", "init", "--from", plan, code=1).err
    )
    assert not (tmp_path / "new" / "store.sqlite3").exists()


def test_all_that_is_wrong_in_an_office_file_is_told_line_by_line(
    kiosk: Kiosk, tmp_path: Path, project: Path
) -> None:
    template = project / "resources" / "office-template.toml"
    said = kiosk("--home", tmp_path / "new", "init", "--from", template, code=1).err
    first, *whys, last = said.splitlines()
    assert first == f"Tệp {template} có 7 chỗ chưa đúng:"
    assert "  - cán bộ LD01: chưa có tên (name)" in whys
    assert len(whys) == 7
    assert last == "Chưa có gì được lập; sửa tệp rồi làm lại."


def test_a_new_office_is_told_what_it_still_lacks(
    kiosk: Kiosk, tmp_path: Path, filled_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    monkeypatch.delenv("KIOSK_NOW")
    said = kiosk("--home", new, "init", "--from", filled_template).out
    commands = [line.strip() for line in said.splitlines() if line.strip().startswith("kiosk ")]
    assert [command.removeprefix(f"kiosk --home {new} ") for command in commands] == [
        "pin set LD01",
        f"calendar list --year {YEAR}",
        f"calendar confirm --year {YEAR}",
        f"calendar list --year {YEAR + 1}",
        f"calendar confirm --year {YEAR + 1}",
        "catalogue import TỆP…",
        "catalogue offer MÃ…",
        "doctor",
    ]
    assert f"[printers] của {new / 'station.toml'}" in said


def test_the_sample_office_lacks_nothing(kiosk: Kiosk, tmp_path: Path) -> None:
    assert kiosk("--home", tmp_path / "new", "init", "--sample", "--json").json["left_to_do"] == []


def test_the_clock_of_a_real_office_cannot_be_set(
    kiosk: Kiosk, tmp_path: Path, filled_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "real"
    assert "KIOSK_NOW" in kiosk("--home", new, "init", "--from", filled_template, code=1).err
    monkeypatch.delenv("KIOSK_NOW")
    kiosk("--home", new, "init", "--from", filled_template)
    monkeypatch.setenv("KIOSK_NOW", "2026-11-23T09:24:00+07:00")
    assert "KIOSK_NOW" in kiosk("--home", new, "ticket", "list", code=1).err


def test_backup_and_restore(kiosk: Kiosk, tmp_path: Path, home: Path) -> None:
    kiosk("ticket", "take", "--field", "HT")
    copy = tmp_path / "copy.sqlite3"
    kiosk("backup", copy)
    kiosk("backup", copy, code=1)
    kiosk("backup", code=1)
    kiosk("ticket", "take", "--field", "HT")
    restored = kiosk("restore", copy, "--json").json
    assert len(kiosk("ticket", "list", "--json").json["tickets"]) == 1
    assert Path(restored["replaced"]).exists()
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"x" * 5000)
    assert "vẫn nguyên" in kiosk("restore", garbage, code=1).err
    assert len(kiosk("ticket", "list", "--json").json["tickets"]) == 1
    kiosk("backup", "--daily")
    assert [file.name for file in (home / "backups").iterdir()] == ["store-2026-11-23.sqlite3"]


def test_a_corrupt_store_is_a_sentence(kiosk: Kiosk, home: Path) -> None:
    (home / "store.sqlite3").write_bytes(b"not a database" * 1000)
    assert "bị hỏng" in kiosk("ticket", "list", code=1).err
    assert kiosk("doctor", code=1).out.count("hỏng") >= 1


def test_no_store_tells_how_to_make_one(kiosk: Kiosk, tmp_path: Path) -> None:
    assert "kiosk init" in kiosk("--home", tmp_path / "empty", "ticket", "list", code=1).err


def test_doctor_names_a_cure(kiosk: Kiosk) -> None:
    checks = kiosk("doctor", "--json").json["checks"]
    assert {check["state"] for check in checks} == {"good", "note", "warn"}
    assert all(check["cure"] for check in checks if check["state"] == "warn")


def test_calendar_due_day_by_day(kiosk: Kiosk) -> None:
    due = kiosk(
        "calendar", "due", "--limit", "1wd", "--received", "2026-11-23T10:00:00+07:00", "--json"
    ).json
    assert due["due_at"] == "2026-11-25T17:00:00+07:00"
    assert [(d["date"], d["counts"]) for d in due["days"]] == [
        ("2026-11-23", False),
        ("2026-11-24", False),
        ("2026-11-25", True),
    ]
    assert all(set(day) == {"date", "counts", "why"} for day in due["days"])


def test_a_day_declared_by_the_office_moves_the_due_day(kiosk: Kiosk) -> None:
    words = ("calendar", "due", "--limit", "1wd", "--received", "2026-12-01T09:00+07:00", "--json")
    assert kiosk(*words).json["due_at"].startswith("2026-12-02")
    kiosk("calendar", "set", "2026-12-02", "off", "--name", "Nghỉ bão")
    assert kiosk(*words).json["due_at"].startswith("2026-12-03")
    kiosk("calendar", "set", "2026-12-02", "off", code=1)
    kiosk("calendar", "confirm", "--year", 2026)
    listed = kiosk("calendar", "list", "--year", 2026, "--json").json["days"]
    assert all(day["confirmed"] for day in listed)


def test_a_year_without_days_is_told(kiosk: Kiosk) -> None:
    assert "2035 chưa có ngày nghỉ" in kiosk("calendar", "list", "--year", 2035).out
    assert kiosk("calendar", "list", "--year", 2035, "--json").json == {"days": []}


@pytest.mark.processes
def test_the_window_of_a_counter_that_is_not_there_closes(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "counter", "99", "--window"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=os.environ | {"KIOSK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 1
    assert "Không có quầy số 99" in done.stderr


def test_the_manager_imports_sees_and_corrects(kiosk: Kiosk, tmp_path: Path) -> None:
    lines = tmp_path / "announced.jsonl"
    lines.write_text(
        json.dumps({"code": "9.000001", "name": "Thủ tục mẫu", "categories": ["Hộ tịch"]})
        + '\n{"name": "không có mã"}\n{"code": "9.0000',
        "utf-8",
    )
    done = kiosk("catalogue", "import", lines, "--json").json
    assert (done["read"], done["new"], len(done["unreadable"])) == (1, 1, 2)
    assert all(set(u) == {"where", "why"} for u in done["unreadable"])
    again = kiosk("catalogue", "import", lines, "--json").json
    assert (again["new"], again["changed"]) == (0, 0)
    kiosk("catalogue", "correct", "9.000001", "fee_amount", "15.000")
    kiosk("catalogue", "offer", "9.000001", "--field", "HT")
    kiosk("catalogue", "import", lines)
    shown = kiosk("catalogue", "show", "9.000001", "--json").json["procedure"]
    assert (shown["fee_amount"], shown["offered"]) == (15000, True)
    found = kiosk("catalogue", "search", "thu tuc mau", "--json").json["results"]
    assert {"code": "9.000001", "name": "Thủ tục mẫu", "field": "Hộ tịch"} in found


def test_a_pin_is_read_and_never_written(
    kiosk: Kiosk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("97531864\n"))
    kiosk("pin", "set", "CV01")
    assert b"97531864" not in (home / "store.sqlite3").read_bytes()
    for poor, why in (("12", "4 đến 12"), ("1234", "dễ đoán"), ("7777", "dễ đoán")):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{poor}\n"))
        assert why in kiosk("pin", "set", "CV01", code=1).err


def test_at_a_terminal_a_pin_is_typed_twice(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    typed = iter(["97531864", "97531865", "97531864", "97531864"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert "chưa giống nhau" in kiosk("pin", "set", "CV01", code=1).err
    kiosk("pin", "set", "CV01")


def test_no_pin_typed_changes_nothing(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = kiosk("pin", "set", "CV01", code=1).err
    assert "Chưa gõ mã PIN nào cho" in said
    assert "cũ" not in said
    assert "Không có cán bộ mã “CV99”" in kiosk("pin", "set", "CV99", code=1).err


def test_a_bug_is_70_with_a_crash_file(
    kiosk: Kiosk, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "secret name of a citizen"

    def broken(*_: object) -> None:
        raise ZeroDivisionError(told)

    monkeypatch.setattr("kiosk.queue.views.tickets_of_day", broken)
    monkeypatch.setattr("kiosk.cli.queue.tickets_of_day", broken)
    said = kiosk("ticket", "list", code=70)
    (report,) = (home / "crashes").iterdir()
    assert str(report) in said.err
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert "secret name" not in report.read_text("utf-8") + said.err


@pytest.mark.processes
def test_the_start_of_a_command_loads_neither_qt_nor_reportlab_nor_alembic(home: Path) -> None:
    code = (
        "import sys; from kiosk.cli import main; main(['ticket', 'list']);"
        "print([m for m in ('PySide6', 'alembic', 'reportlab', 'holidays', 'argon2')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"KIOSK_HOME": str(home)},
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_help_is_there_for_every_command(kiosk: Kiosk) -> None:
    assert main(["--help"]) == 0
    assert main(["ticket", "take", "--help"]) == 0


def test_new_year_is_a_day_off_in_a_year_that_nobody_entered(kiosk: Kiosk) -> None:
    words = ("calendar", "due", "--limit", "1wd", "--received", "2031-12-31T09:00+07:00", "--json")
    found = kiosk(*words).json
    assert found["due_at"].startswith("2032-01-02T17:00")
    kiosk("calendar", "set", "2031-12-24", "off", "--name", "Nghỉ bù")
    assert "2031–2032 chưa nhập đủ" in kiosk(*words[:-1]).out
    assert "ngày lễ cố định" in kiosk("calendar", "list", "--year", "2032").out
    refused = kiosk("calendar", "set", "2032-01-01", "normal", code=1).err
    assert "Tết Dương lịch" in refused
