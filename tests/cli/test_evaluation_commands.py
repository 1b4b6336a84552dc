"""``evaluation show``: what citizens said, from the day after on."""

from pathlib import Path

import pytest

from kiosk.clock import FrozenClock, parse_moment
from kiosk.paths import StationFolder
from kiosk.ratings.evaluations import GiveEvaluation, give_evaluation
from kiosk.ratings.figures import satisfaction
from kiosk.storage.opening import open_store
from tests.fixtures.command_line import Kiosk
from tests.fixtures.store import KIOSK

NOW = parse_moment("2026-11-23T09:24+07:00")


def give(home: Path, day: str, *answers: str) -> None:
    store = open_store(StationFolder(home).store, FrozenClock(parse_moment(f"{day}T10:00+07:00")))
    for answer in answers:
        store.do(give_evaluation, GiveEvaluation("2018-31", (("attitude", answer),)), KIOSK)
    store.close()


def test_the_sheets_of_this_month(kiosk: Kiosk, home: Path) -> None:
    give(home, "2026-11-20", *["satisfied"] * 4, "dissatisfied")
    give(home, "2026-11-23", *["dissatisfied"] * 9)
    told = kiosk("evaluation", "show", "--json").json
    assert (told["first_day"], told["last_day"]) == ("2026-11-01", "2026-11-22")
    assert (told["sheets"], told["satisfied_percent"]) == (5, 80.0)
    answers = {each["code"]: each["answers"] for each in told["questions"]}
    assert answers["attitude"] == {"very_satisfied": 0, "satisfied": 4, "dissatisfied": 1}
    assert answers["costs"] is None
    said = kiosk("evaluation", "show").out
    assert "5 phiếu từ 01/11/2026 đến hết 22/11/2026." in said
    assert "Rất hài lòng và hài lòng: 80,0% trên 5 phiếu." in said
    assert "  Hài lòng: 4 (80,0%)" in said
    assert said.count("chưa đủ 5 phiếu") == 4


@pytest.mark.parametrize(
    ("month", "first", "last", "sheets"),
    [
        ("2026-10", "2026-10-01", "2026-10-31", 2),
        ("2026-02", "2026-02-01", "2026-02-28", 0),
        ("2025-12", "2025-12-01", "2025-12-31", 1),
        ("2026-11", "2026-11-01", "2026-11-22", 0),
    ],
)
def test_another_month(
    kiosk: Kiosk, home: Path, month: str, first: str, last: str, sheets: int
) -> None:
    give(home, "2026-10-31", "satisfied", "satisfied")
    give(home, "2025-12-31", "satisfied")
    told = kiosk("evaluation", "show", "--month", month, "--json").json
    assert (told["first_day"], told["last_day"], told["sheets"]) == (first, last, sheets)


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
    with open_store(StationFolder(home).store, FrozenClock(NOW)).read() as unit:
        assert satisfaction(unit, unit.day, unit.day).sheets == 1


@pytest.mark.parametrize(
    ("said", "choice"),
    [("weather=fine", "attitude"), ("attitude=fine", "very_satisfied"), ("attitude", "satisfied")],
)
def test_what_is_not_asked_is_not_written(kiosk: Kiosk, said: str, choice: str) -> None:
    assert choice in kiosk("evaluation", "give", "costs=no", said, code=1).err


def test_twice_the_same_question(kiosk: Kiosk) -> None:
    assert "chưa ghi" in kiosk("evaluation", "give", "costs=no", "costs=yes", code=1).err
