"""Which ticket comes next: the rule by itself, in tables and in whatever hypothesis thinks of."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.queue.choice import Choice, Head, choose

NOW = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)


def head(name: str, minutes: float = 0, arrival: int = 1) -> Head:
    return Head(name, arrival, NOW - timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("priority", "ordinary", "run", "ratio", "chosen", "run_after"),
    [
        (None, None, 0, 2, None, None),
        (None, None, 7, 2, None, None),
        (None, "a", 0, 2, "a", 0),
        (None, "a", 5, 2, "a", 0),
        ("p", None, 0, 2, "p", 0),
        ("p", None, 9, 2, "p", 0),  # nobody else waits: the run does not count
        ("p", "a", 0, 2, "p", 1),
        ("p", "a", 1, 2, "p", 2),
        ("p", "a", 2, 2, "a", 0),
        ("p", "a", 3, 2, "a", 0),  # the ratio was lowered meanwhile
        ("p", "a", 0, 1, "p", 1),
        ("p", "a", 1, 1, "a", 0),
        ("p", "a", 19, 20, "p", 20),
        ("p", "a", 20, 20, "a", 0),
    ],
)
def test_who_comes_next(
    priority: str | None,
    ordinary: str | None,
    run: int,
    ratio: int,
    chosen: str | None,
    run_after: int | None,
) -> None:
    choice = choose(
        head(priority) if priority else None,
        head(ordinary) if ordinary else None,
        priority_run=run,
        ratio=ratio,
        now=NOW,
    )
    found = (choice.ticket_id, choice.priority_run) if choice else (None, None)
    assert found == (chosen, run_after)


@pytest.mark.parametrize(
    ("priority", "ordinary", "run", "reason"),
    [
        (head("p", 3), None, 0, "ưu tiên, chờ 3 phút"),
        (head("p", 0.9), head("a", 12), 1, "ưu tiên, chờ 0 phút"),
        (head("p", 3), head("a", 12.5), 2, "xen kẽ sau 2 số ưu tiên, chờ 12 phút"),
        (None, head("a", 61), 0, "theo thứ tự, chờ 61 phút"),
        (None, head("a", -5), 0, "theo thứ tự, chờ 0 phút"),  # a clock ran backwards
    ],
)
def test_the_reason_says_why_and_how_long(
    priority: Head | None, ordinary: Head | None, run: int, reason: str
) -> None:
    choice = choose(priority, ordinary, priority_run=run, ratio=2, now=NOW)
    assert choice is not None
    assert choice.reason == reason


heads = st.none() | st.builds(
    Head, st.text(min_size=1), st.integers(1, 999), st.datetimes(timezones=st.just(UTC))
)


@pytest.mark.parametrize(
    ("waited", "after", "run", "chosen"),
    [
        (44.9, True, 0, "p"),
        (45, True, 0, "a"),
        (300, True, 1, "a"),
        (45, False, 0, "p"),  # the priority person came earlier
        (45, False, 2, "a"),
        (-5, True, 0, "p"),  # a clock ran backwards
    ],
)
def test_nobody_waits_beyond_the_guard_for_later_priority(
    waited: float, after: bool, run: int, chosen: str
) -> None:
    priority, ordinary = head("p", 1, arrival=9 if after else 3), head("a", waited, arrival=5)
    choice = choose(priority, ordinary, priority_run=run, ratio=2, now=NOW)
    assert choice is not None
    assert choice.ticket_id == chosen
    if chosen == "a" and run < 2:
        assert choice.reason == f"đã quá mức chờ 45 phút, chờ {int(waited)} phút"


@given(heads, heads, st.integers(0, 50), st.integers(1, 20))
def test_somebody_who_waits_is_always_called(
    priority: Head | None, ordinary: Head | None, run: int, ratio: int
) -> None:
    choice = choose(priority, ordinary, priority_run=run, ratio=ratio, now=NOW)
    waiting = [one.ticket_id for one in (priority, ordinary) if one]
    if not waiting:
        assert choice is None
        return
    assert isinstance(choice, Choice)
    assert choice.ticket_id in waiting
    assert choice.reason
    assert 0 <= choice.priority_run <= ratio


Arrivals = st.lists(st.sampled_from("pa."), max_size=80)
"""What happens between two calls: a priority person comes, an ordinary one, or nobody."""


@given(Arrivals, st.integers(1, 5))
def test_no_class_starves_and_each_class_keeps_its_order(arrivals: list[str], ratio: int) -> None:
    queues: dict[str, list[tuple[str, int]]] = {"p": [], "a": []}
    called: list[tuple[str, int]] = []
    run = 0
    passed_over = {"p": 0, "a": 0}
    # Afterwards nobody comes any more, and the counter goes on until nobody waits.
    for turn, event in enumerate([*arrivals, *"." * len(arrivals)]):
        if event in queues:
            queues[event].append((event, turn))
        choice = choose(
            *(
                Head(str(queues[of][0]), queues[of][0][1], NOW) if queues[of] else None
                for of in "pa"
            ),
            priority_run=run,
            ratio=ratio,
            now=NOW,
        )
        if choice is None:
            continue
        run = choice.priority_run
        of = "p" if queues["p"] and choice.ticket_id == str(queues["p"][0]) else "a"
        other = "a" if of == "p" else "p"
        called.append(queues[of].pop(0))
        passed_over[of] = 0
        passed_over[other] = passed_over[other] + 1 if queues[other] else 0
        assert passed_over["a"] <= ratio, "ordinary people wait for at most so many others"
        assert passed_over["p"] <= 1, "priority people wait for at most one other"
    assert len(called) == sum(event != "." for event in arrivals), "everybody was called"
    for of in "pa":
        turns = [turn for name, turn in called if name == of]
        assert turns == sorted(turns)


@pytest.mark.parametrize(
    ("since", "taken", "chosen"),
    [(2, None, "p"), (2, 44, "p"), (2, 45, "a"), (45, None, "a"), (50, 50, "a")],
)
def test_the_guard_counts_from_the_taking_of_the_first_ordinary_number(
    since: float, taken: float | None, chosen: str
) -> None:
    """Passed on two minutes ago, but here for long: those behind have waited as long nearly."""
    ordinary = Head(
        "a",
        1,
        NOW - timedelta(minutes=since),
        None if taken is None else NOW - timedelta(minutes=taken),
    )
    choice = choose(head("p", arrival=2), ordinary, priority_run=0, ratio=2, now=NOW)
    assert choice is not None
    assert choice.ticket_id == chosen
