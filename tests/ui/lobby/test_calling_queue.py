"""One call at a time, large: none lost, none out of order, each long enough and none too long."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import parse_moment
from kiosk.queue.views import Call
from kiosk.ui.lobby.calling_queue import (
    LEAST,
    LONGEST,
    Calling,
    Heard,
    Lengths,
    after_hearing,
    after_speaking,
    after_time,
    began_speaking,
    begun,
    form,
    hold,
    place_of,
    repeated,
)

NOW = parse_moment("2026-11-23T09:24+07:00")


@dataclass
class Hall:
    """A day of calls and a screen that follows it; what stood large is kept with its seconds."""

    calls: list[Call] = field(default_factory=list)
    awaited: set[tuple[int, str]] = field(default_factory=set)
    second: int = 0
    state: Calling = field(default_factory=lambda: begun(Heard((), frozenset())))
    stood: list[tuple[Call, int]] = field(default_factory=list)

    def call(self, counter: int, label: str, turn: int = 1) -> None:
        made = Call(f"{len(self.calls):06}", label, counter, f"Quầy {counter}", turn, NOW)
        self.awaited = {place for place in self.awaited if place[0] != counter}
        self.awaited.add(place_of(made))
        self.calls.append(made)

    def heard(self, *, missed: bool = False) -> Heard:
        return Heard(tuple(reversed(self.calls)), frozenset(self.awaited), missed=missed)

    def hear(self, *, missed: bool = False) -> None:
        self._move(after_hearing(self.state, self.heard(missed=missed), self.second))

    def pass_seconds(self, count: int) -> None:
        for _ in range(count):
            self.second += 1
            self._move(after_time(self.state, self.second))

    def _move(self, after: Calling) -> None:
        if after.shown and after.holding and (after.shown, after.since) != self._last():
            self.stood.append((after.shown, after.since))
        self.state = after

    def _last(self) -> tuple[Call, int] | None:
        return self.stood[-1] if self.stood else None


@pytest.mark.parametrize(
    ("waiting", "seconds"),
    [(0, 12), (1, 12), (3, 12), (4, 10), (5, 8), (6, 6), (8, 5), (9, 4), (60, 4), (200, 4)],
)
def test_the_hold_grows_short_when_calls_queue(waiting: int, seconds: int) -> None:
    assert hold(waiting) == seconds
    assert hold(waiting, awaited=False) == (LEAST if waiting else LONGEST)


@given(st.integers(0, 1000))
def test_more_behind_never_means_longer(waiting: int) -> None:
    assert LEAST <= hold(waiting + 1) <= hold(waiting) <= LONGEST


@pytest.mark.parametrize(("count", "within"), [(12, 48 + 60), (60, 300), (200, 15 * 60)])
def test_a_burst_is_through_in_time_and_in_order(count: int, within: int) -> None:
    hall = Hall()
    for at in range(count):
        hall.call(at, f"HT-{at:03}")
    hall.hear()
    hall.pass_seconds(within)
    assert [call for call, _ in hall.stood] == hall.calls
    assert not hall.state.holding, "the last had its time too"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("call"), st.integers(1, 4)),
        st.tuples(st.just("recall"), st.integers(1, 4)),
        st.tuples(st.just("come"), st.integers(1, 4)),
        st.tuples(st.just("hear"), st.just(0)),
        st.tuples(st.just("wait"), st.integers(1, 15)),
    ),
    max_size=60,
)


def live(hall: Hall, steps: list[tuple[str, int]]) -> None:
    labels: dict[int, tuple[str, int]] = {}
    for at, (what, number) in enumerate(steps):
        if what == "call":
            labels[number] = (f"N-{at}", 1)
            hall.call(number, f"N-{at}")
        elif what == "recall" and number in labels:
            label, turn = labels[number]
            labels[number] = (label, turn + 1)
            hall.call(number, label, turn + 1)
        elif what == "come":
            hall.awaited = {place for place in hall.awaited if place[0] != number}
        elif what == "wait":
            hall.pass_seconds(number)
        hall.hear()


def places(calls: Iterable[Call]) -> list[tuple[int, str]]:
    """Who is called to where; called anew right behind itself, a number goes on standing."""
    return [place for place, _ in groupby(place_of(call) for call in calls)]


@given(STEPS)
def test_every_call_stands_once_in_order_and_long_enough(steps: list[tuple[str, int]]) -> None:
    hall = Hall()
    live(hall, steps)
    hall.pass_seconds(LONGEST * (len(hall.calls) + 1))
    assert places(call for call, _ in hall.stood) == places(hall.calls)
    for (call, since), (following, then) in pairwise(hall.stood):
        if place_of(call) != place_of(following):
            assert then - since >= LEAST, "a number gave way too early"


@given(STEPS)
def test_nobody_waits_behind_a_call_longer_than_its_longest_hold(
    steps: list[tuple[str, int]],
) -> None:
    hall = Hall()
    for step in steps:
        live(hall, [step])
        if hall.state.waiting or hall.state.holding:
            assert hall.second - hall.state.since < LONGEST


@given(STEPS, STEPS)
def test_a_restart_shows_what_is_so_and_calls_nobody_anew(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    hall = Hall()
    live(hall, before)
    made = len(hall.calls)
    hall.state = begun(hall.heard())
    assert hall.state.shown == (hall.calls[-1] if hall.calls else None)
    assert (hall.state.waiting, hall.state.holding) == ((), False)
    hall.stood.clear()
    hall.pass_seconds(60)
    assert hall.stood == []
    live(hall, after)
    hall.pass_seconds(LONGEST * (len(hall.calls) + 1))
    assert places(call for call, _ in hall.stood) == places(hall.calls[made:])


@given(STEPS, STEPS)
def test_after_silence_only_who_is_still_called_is_called_once(
    before: list[tuple[str, int]], missed: list[tuple[str, int]]
) -> None:
    hall = Hall()
    live(hall, before)
    hall.pass_seconds(LONGEST * (len(hall.calls) + 1))
    known = len(hall.calls)
    deaf = Hall(calls=hall.calls, awaited=set(hall.awaited))
    live(deaf, [step for step in missed if step[0] != "hear"])
    hall.awaited = deaf.awaited
    hall.stood.clear()
    hall.hear(missed=True)
    hall.pass_seconds(LONGEST * (len(hall.calls) + 1))
    newest = {place_of(call): call for call in hall.calls[known:]}
    wanted = [call for call in newest.values() if place_of(call) in hall.awaited]
    assert [call for call, _ in hall.stood] == sorted(wanted, key=lambda call: call.id)


def test_what_was_called_before_the_screen_began_is_not_dug_up() -> None:
    hall = Hall()
    for at in range(40):
        hall.call(1, f"N-{at}")
    newest = replace(hall.heard(), calls=hall.heard().calls[:24], whole=False)
    hall.state = begun(newest)
    hall.call(2, "N-40")
    hall.hear()
    hall.pass_seconds(100)
    assert [call.label for call, _ in hall.stood] == ["N-40"]


def test_a_late_id_of_a_slow_clock_is_not_lost() -> None:
    hall = Hall()
    hall.call(1, "A")
    hall.call(2, "B")
    slow = hall.calls.pop(0)
    hall.hear()
    hall.calls.insert(0, slow)
    hall.hear()
    hall.pass_seconds(60)
    assert [call.label for call, _ in hall.stood] == ["B", "A"]


def test_a_new_day_begins_empty() -> None:
    hall = Hall()
    hall.call(1, "A")
    hall.hear()
    hall.calls.clear()
    hall.hear()
    assert (hall.state.shown, hall.state.waiting) == (None, ())


@dataclass
class Spoken(Hall):
    """The same hall with a voice that needs so many seconds in full and in few words.

    Time passes by tenths; what was said is kept with its beginning, its end and its form.
    """

    lengths: Lengths = field(default_factory=lambda: Lengths(4.4, 3.5))
    tenth: int = 0
    ends_at: int | None = None
    said: list[tuple[Call, int, int, str]] = field(default_factory=list)

    def _move(self, after: Calling) -> None:
        super()._move(after)
        wanted = form(self.state, self.lengths, self.second)
        if wanted is None:
            return
        assert self.ends_at is None, "two at once"
        assert self.state.shown is not None
        needs = {"full": self.lengths.full, "short": self.lengths.short, "chime": 0.8}[wanted]
        self.ends_at = self.tenth + math.ceil(10 * needs)
        self.said.append((self.state.shown, self.tenth, self.ends_at, wanted))
        self.state = began_speaking(self.state)

    def pass_seconds(self, count: int) -> None:
        for _ in range(10 * count):
            self.tenth += 1
            if self.tenth == self.ends_at:
                self.ends_at = None
                self._move(after_time(after_speaking(self.state, self.second), self.second))
            if self.tenth % 10 == 0:
                self.second += 1
                self._move(after_time(self.state, self.second))


LENGTHS = st.tuples(st.floats(1, 12), st.floats(0.5, 1)).map(
    lambda both: Lengths(both[0], both[0] * both[1])
)


def said_of(hall: Spoken) -> list[Call]:
    return [call for call, _ in groupby(call for call, *_ in hall.said)]


@pytest.mark.parametrize("full", [2.0, 4.4, 5.3, 6.0, 7.5, 12.0])
def test_a_burst_of_sixty_is_said_in_order_within_five_minutes(full: float) -> None:
    hall = Spoken(lengths=Lengths(full, full * 0.75))
    for at in range(60):
        hall.call(at, f"HT-{at:03}")
    hall.hear()
    hall.pass_seconds(300)
    assert said_of(hall) == hall.calls
    assert not hall.state.holding
    assert not hall.state.speaking


@given(STEPS, LENGTHS)
def test_the_voice_is_never_cut_never_doubled_and_leaves_nobody_out(
    steps: list[tuple[str, int]], lengths: Lengths
) -> None:
    hall = Spoken(lengths=lengths)
    live(hall, steps)
    hall.pass_seconds(20 * (len(hall.calls) + 1))
    assert places(said_of(hall)) == places(hall.calls)
    for (_, _, ends, _), (_, begins, _, _) in pairwise(hall.said):
        assert begins >= ends
    assert all(ends <= hall.tenth for _, _, ends, _ in hall.said)


def test_a_call_is_said_twice_three_seconds_apart_unless_the_person_comes() -> None:
    hall = Spoken()
    hall.call(1, "A")
    hall.hear()
    hall.pass_seconds(30)
    assert [(begins, ends) for _, begins, ends, _ in hall.said] == [(0, 44), (80, 124)]
    hall.call(2, "B")
    hall.hear()
    hall.pass_seconds(2)
    hall.awaited.clear()
    hall.hear()
    hall.pass_seconds(30)
    assert [call.label for call, *_ in hall.said] == ["A", "A", "B"]


def test_more_calls_behind_make_it_shorter() -> None:
    hall = Spoken(lengths=Lengths(5.5, 3.9))
    for at in range(14):
        hall.call(at, f"HT-{at:03}")
    hall.hear()
    hall.pass_seconds(160)
    forms = [what for what, _ in groupby(what for *_, what in hall.said)]
    assert forms == ["short", "full"]
    assert [what for *_, what in hall.said].count("short") == 5
    assert [call.label for call, *_ in hall.said][-6:] == [
        label for last in (11, 12, 13) for label in [f"HT-0{last}"] * 2
    ]


def test_a_recall_is_said_again_once_the_voice_has_ended() -> None:
    hall = Spoken()
    hall.call(1, "A")
    hall.hear()
    hall.pass_seconds(2)
    hall.call(1, "A", 2)
    hall.hear()
    hall.pass_seconds(30)
    assert [(call.turn, begins) for call, begins, _, _ in hall.said] == [(1, 0), (2, 44), (2, 120)]


def test_the_last_call_can_be_repeated_without_calling_anew() -> None:
    hall = Spoken()
    hall._move(repeated(hall.state, 0))
    assert hall.said == []
    hall.call(1, "A")
    hall.hear()
    hall.awaited.clear()
    hall.hear()
    hall.pass_seconds(60)
    assert len(hall.said) == 1
    hall._move(repeated(hall.state, hall.second))
    assert len(hall.said) == 2
    hall._move(repeated(hall.state, hall.second))
    hall._move(repeated(hall.state, hall.second))
    assert len(hall.state.waiting) == 1, "asked for twice while it speaks, it comes once more"
    hall.call(2, "B")
    hall.hear()
    hall.pass_seconds(60)
    assert [call.label for call, *_ in hall.said] == ["A", "A", "A", "B", "B"]
    assert len(hall.calls) == 2
