"""``evaluation show``: what citizens said, from the day after on."""

from pathlib import Path

import pytest

from kiosk.clock import FrozenClock, parse_moment
from kiosk.paths import StationFolder
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import opinions
from kiosk.ratings.questionnaire import FILE
from kiosk.storage.opening import open_store
from tests.fixtures.command_line import Kiosk
from tests.fixtures.store import KIOSK

NOW = parse_moment("2026-11-23T09:24+07:00")


def give(home: Path, day: str, *answers: str) -> None:
    store = open_store(StationFolder(home).store, FrozenClock(parse_moment(f"{day}T10:00+07:00")))
    for answer in answers:
        store.do(give_evaluation, GiveEvaluation("2018-31", (("attitude", answer),)), KIOSK)
    store.close()


def told_today(home: Path) -> float | None:
    store = open_store(StationFolder(home).store, FrozenClock(NOW))
    with store.read() as unit:
        share = opinions(unit, unit.day, unit.day).share
    store.close()
    return share


def test_the_sheets_of_this_month(kiosk: Kiosk, home: Path) -> None:
    give(home, "2026-11-20", *["satisfied"] * 4, "dissatisfied")
    give(home, "2026-11-21", "dissatisfied")
    give(home, "2026-11-23", *["dissatisfied"] * 9)
    told = kiosk("evaluation", "show", "--json").json
    assert (told["first_day"], told["last_day"]) == ("2026-11-01", "2026-11-22")
    assert told["satisfied_percent"] == 80.0
    answers = {each["code"]: each["answers"] for each in told["questions"]}
    assert answers["attitude"] == {"very_satisfied": 0, "satisfied": 4, "dissatisfied": 1}
    assert answers["costs"] is None
    said = kiosk("evaluation", "show").out
    assert "Từ 01/11/2026 đến hết 22/11/2026, phiếu 2018-31." in said
    assert "Rất hài lòng và hài lòng: 80,0% trên 5 phiếu." in said
    assert "  Hài lòng: 4 (80,0%)" in said
    assert said.count("chưa đủ 5 phiếu") == 4


@pytest.mark.parametrize(
    ("month", "first", "last", "share"),
    [
        ("2026-10", "2026-10-01", "2026-10-31", 100.0),
        ("2026-02", "2026-02-01", "2026-02-28", None),
        ("2025-12", "2025-12-01", "2025-12-31", 0.0),
        ("2026-11", "2026-11-01", "2026-11-22", None),
    ],
)
def test_another_month(
    kiosk: Kiosk, home: Path, month: str, first: str, last: str, share: float | None
) -> None:
    give(home, "2026-10-31", *["satisfied"] * 5)
    give(home, "2025-12-31", *["dissatisfied"] * 5)
    told = kiosk("evaluation", "show", "--month", month, "--json").json
    assert (told["first_day"], told["last_day"]) == (first, last)
    assert told["satisfied_percent"] == share


@pytest.mark.parametrize(
    ("month", "said"),
    [("mười", "không phải là tháng"), ("2026-13", "không phải là tháng"), ("2026-12", "chưa có")],
)
def test_no_such_month(kiosk: Kiosk, month: str, said: str) -> None:
    assert said in kiosk("evaluation", "show", "--month", month, code=1).err


def test_a_sheet_of_paper_is_written_down_once(kiosk: Kiosk, home: Path) -> None:
    request = "0193a1b2-0000-7000-8000-000000000001"
    words = ("evaluation", "give", "attitude=satisfied", "costs=no", "--request-id", request)
    for _ in range(2):
        assert "2 câu trả lời" in kiosk(*words).out
    for _ in range(3):
        kiosk("evaluation", "give", "attitude=satisfied", "costs=no")
    assert told_today(home) is None
    kiosk("evaluation", "give", "attitude=satisfied")
    assert told_today(home) == 100


def test_an_office_asks_its_own_questions(kiosk: Kiosk, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(FILE.read_text("utf-8").replace('"2018-31"', '"ward-1"'), "utf-8")
    document = {"before": "2018-31", "now": "ward-1"}
    assert kiosk("evaluation", "ask", file, "--json").json == document
    assert "5 câu hỏi, mẫu ward-1" in kiosk("doctor").out
    file.write_text(file.read_text("utf-8").replace("thái độ", "nụ cười"), "utf-8")
    assert "Đặt mã mới" in kiosk("evaluation", "ask", file, code=1).err
    assert "không có tệp này" in kiosk("evaluation", "ask", tmp_path / "none", code=1).err


@pytest.mark.parametrize(
    ("said", "choice"),
    [("weather=fine", "attitude"), ("attitude=fine", "very_satisfied"), ("attitude", "satisfied")],
)
def test_what_is_not_asked_is_not_written(kiosk: Kiosk, said: str, choice: str) -> None:
    assert choice in kiosk("evaluation", "give", "costs=no", said, code=1).err


def test_twice_the_same_question(kiosk: Kiosk) -> None:
    assert "chưa ghi" in kiosk("evaluation", "give", "costs=no", "costs=yes", code=1).err
