"""What is typed and not yet written: kept, and laid over what somebody else has written."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.admin.keeping.drafts import Drafts, merged
from kiosk.ui.admin.keeping.ordered import moved


@dataclass(frozen=True)
class Thing:
    """Something kept."""

    name: str
    phone: str
    open: bool = True


THINGS = st.builds(Thing, st.text(max_size=3), st.text(max_size=3), st.booleans())


@given(THINGS, THINGS, THINGS)
def test_what_was_typed_wins_and_what_was_not_follows(
    base: Thing, typed: Thing, now: Thing
) -> None:
    result = merged(base, typed, now)
    for name in ("name", "phone", "open"):
        mine, theirs = getattr(typed, name), getattr(now, name)
        assert getattr(result, name) == (mine if mine != getattr(base, name) else theirs)


def test_drafts_are_kept_laid_over_and_dropped() -> None:
    drafts: Drafts[Thing] = Drafts()
    base = Thing("A", "1")
    drafts.keep("a", base, base)
    assert not drafts
    drafts.keep("a", base, Thing("B", "1"))
    assert "a" in drafts
    drafts.rebase("a", Thing("A", "2"))
    draft = drafts.of("a", base)
    assert (draft.base, draft.typed) == (Thing("A", "2"), Thing("B", "2"))
    drafts.rebase("a", Thing("B", "2"))
    assert "a" not in drafts
    drafts.rebase("b", base)
    assert drafts.of("b", base).typed == base


@pytest.mark.parametrize(
    ("key", "step", "order"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("z", 1, "abc")],
)
def test_one_step_up_or_down(key: str, step: int, order: str) -> None:
    assert moved(("a", "b", "c"), key, step) == tuple(order)
