"""Days of an invented office on a real store: everything holds, and the same seed tells the same."""

import random

import pytest

from kiosk.simulation.figures import Figures
from kiosk.simulation.people import visitors_of
from kiosk.simulation.planning import options, plot
from kiosk.simulation.premises import FIRST_DAY
from kiosk.simulation.profile import PROFILES, plan_of, read_profile, with_counters
from kiosk.simulation.run import Wish, simulate
from tests.fixtures.command_line import Kiosk
from tests.fixtures.simulation import morning


def added_up(figures: Figures) -> None:
    assert figures.taken == figures.served + figures.no_shows + figures.expired
    assert sum(one.people for one in figures.waits.values()) <= figures.taken
    assert sum(one.people for one in figures.half_hours.values()) <= figures.taken
    assert 0 < figures.idle < 1
    assert figures.acts > 3 * figures.served


@pytest.mark.slow
def test_a_ward_lives_two_days_the_same_way_each_time() -> None:
    wish = Wish(read_profile("ward"), 2, 11)
    first, again = simulate(wish), simulate(wish)
    assert first == again
    added_up(first)
    assert first.expired <= 3
    assert first.refused == 0
    assert first != simulate(Wish(wish.profile, 2, 12))


@pytest.mark.slow
@pytest.mark.processes
def test_a_rush_morning_full_of_faults_breaks_no_rule() -> None:
    figures = simulate(Wish(morning("rush", 260), 2, 5, faults=True))
    added_up(figures)
    assert {"kill", "busy", "printer", "clock_back"} <= figures.faults.keys()


def test_more_counters_never_leave_a_field_unserved() -> None:
    for name in PROFILES:
        profile = read_profile(name)
        prefixes = {one.prefix for one in profile.fields}
        for many in (1, 3, len(profile.counters), 20):
            plan = plan_of(with_counters(profile, many))
            assert len(plan.counters) == many
            assert {prefix for one in plan.counters for prefix in one.fields} == prefixes


@pytest.mark.parametrize(("name", "a_day"), [("ward", 80), ("centre", 600), ("rush", 1000)])
def test_as_many_come_as_the_profile_says(name: str, a_day: int) -> None:
    profile = read_profile(name)
    assert profile.a_day == a_day
    many = [
        len(list(visitors_of(profile, ["g"], FIRST_DAY, random.Random(seed)))) for seed in range(30)
    ]
    assert sum(many) / len(many) == pytest.approx(a_day, rel=0.1)


def test_a_counter_more_shortens_the_worst_half_hour() -> None:
    found = options(Wish(morning("ward", 70), 1, 3), range(2, 6))
    assert [one.counters for one in found] == [2, 3, 4, 5]
    assert found[0].p90 > found[-1].p90
    assert found[0].idle < found[-1].idle
    drawn = plot(found)
    assert len(drawn) == 4
    assert drawn[0].count("█") + drawn[0].count("░") == 40


def test_the_command_tells_people_and_programs(kiosk: Kiosk) -> None:
    told = kiosk("simulate", "--days", "1", "--seed", "4").out
    assert "ward, 1 ngày, 4 quầy, hạt giống 4" in told
    assert "mọi quy tắc đều đúng" in told
    document = kiosk("simulate", "--days", "1", "--seed", "4", "--json").json
    assert document["taken"] == document["served"] + document["no_shows"] + document["expired"]
    assert document["accuracy"]["promises"] > 30
    table = kiosk("simulate", "--days", "1", "--counters", "4..5", "--json").json
    assert [one["counters"] for one in table["counters"]] == [4, 5]


@pytest.mark.parametrize(
    "words", [("--days", "0"), ("--counters", "9..4"), ("--counters", "x"), ("--profile", "town")]
)
def test_wrong_words_are_told(kiosk: Kiosk, words: tuple[str, str]) -> None:
    assert kiosk("simulate", *words, code=2).err
