"""What the watch takes for unfair, case by case, apart from any store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.office.model import Rules
from kiosk.simulation.fairness import Waiting, wrong_call

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
RULES = Rules(priority_ratio=2, wait_guard_minutes=45)


def waiting(arrival: int, *, rank: int = 0, minutes: float = 5, **more: object) -> Waiting:
    one = Waiting(
        id=str(arrival),
        day="2026-03-02",
        series="HT",
        number=arrival,
        arrival=arrival,
        field="HT",
        rank=rank,
        state="waiting",
        counter=None,
        calls=0,
        since=NOW - timedelta(minutes=minutes),
        reason="",
        revision=1,
        held_by=None,
        only_at=None,
    )
    return replace(one, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("called", "others", "run", "reason", "wrong"),
    [
        (waiting(1), [waiting(2)], 0, "theo thứ tự", ""),
        (waiting(2), [waiting(1)], 0, "theo thứ tự", "vượt HT-001"),
        (waiting(2), [waiting(1, field="CT")], 0, "theo thứ tự", ""),
        (waiting(2), [waiting(1, only_at=3)], 0, "theo thứ tự", ""),
        (waiting(2), [waiting(1, held_by=1)], 0, "theo thứ tự", ""),
        (waiting(2), [waiting(1)], 0, "ngoài lượt: cụ già đi một mình", ""),
        (waiting(2, rank=1), [waiting(1)], 0, "ưu tiên", ""),
        (waiting(2, rank=1), [waiting(1)], 2, "ưu tiên", "gọi liền 3 số ưu tiên"),
        (waiting(2, rank=1), [waiting(1, minutes=45)], 0, "ưu tiên", "HT-001 đã chờ quá mức"),
        (waiting(2, rank=1), [waiting(3, minutes=45)], 0, "ưu tiên", ""),
        # Not the first of the ordinary ones, but one behind it, has waited too long.
        (
            waiting(3, rank=1),
            [waiting(1, minutes=2), waiting(2, minutes=50)],
            0,
            "ưu tiên",
            "HT-002 đã chờ quá mức",
        ),
        (waiting(2, rank=2), [waiting(3, rank=1)], 0, "ưu tiên", "vượt HT-003"),
        (waiting(1, held_by=2), [], 0, "theo thứ tự", "số tạm giữ tự được gọi"),
        (waiting(1, held_by=1), [waiting(2)], 0, "gọi lại số tạm giữ", ""),
        (waiting(1, state="no_show"), [], 0, "theo thứ tự", "số vắng mặt tự được gọi"),
        (waiting(1, field="CT"), [], 0, "theo thứ tự", "quầy gọi số không phải của mình"),
        (waiting(1, only_at=2), [], 0, "theo thứ tự", "quầy gọi số không phải của mình"),
    ],
)
def test_what_is_unfair(
    called: Waiting, others: list[Waiting], run: int, reason: str, wrong: str
) -> None:
    found = wrong_call(
        called, reason, others, counter=1, fields=frozenset({"HT"}), run=run, rules=RULES, now=NOW
    )
    assert found.startswith(wrong)
    assert bool(found) == bool(wrong)
