"""What the office decides itself, in the manager's hand: within limits, guarded, written down."""

from dataclasses import replace
from datetime import time

import msgspec
import pytest
from sqlalchemy import select

from kiosk.office.model import Rules
from kiosk.office.plan import RulesPlan
from kiosk.office.rules_keeping import LIMITS, LONGEST_NOTE, ChangeRules, change_rules, kept_rules
from kiosk.refusal import Refused
from kiosk.storage.schema import audit_line
from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import MANAGER, SteppingClock


def kept(store: Store) -> Rules:
    with store.read() as unit:
        return kept_rules(unit).entry


def change(store: Store, **parts: object) -> Rules:
    seen = kept(store)
    wanted = replace(seen, **parts)  # type: ignore[arg-type]  # by name
    return store.do(change_rules, ChangeRules(wanted, seen), MANAGER).entry


def test_a_change_is_kept_and_only_what_changed_is_written_down(store: Store) -> None:
    before = kept(store)
    after = change(store, forward_cutoff=time(14, 30), ticket_validity_note=" Giữ   phiếu. ")
    assert after == kept(store)
    assert (after.forward_cutoff, after.ticket_validity_note) == (time(14, 30), "Giữ phiếu.")
    with store.read() as unit:
        line = unit.rows(select(audit_line).where(audit_line.c.act == "rules.changed"))[-1]
    assert msgspec.json.decode(line.details) == {
        "before": {"forward_cutoff": "15:00:00", "ticket_validity_note": ""},
        "after": {"forward_cutoff": "14:30:00", "ticket_validity_note": "Giữ phiếu."},
    }
    store.do(change_rules, ChangeRules(before, after), MANAGER)
    assert kept(store) == before


def test_two_managers_at_once(store: Store) -> None:
    seen = kept(store)
    change(store, recall_limit=5)
    with pytest.raises(Refused, match=r"rules\.changed_meanwhile"):
        store.do(change_rules, ChangeRules(replace(seen, recall_limit=4), seen), MANAGER)
    assert kept(store).recall_limit == 5


@pytest.mark.parametrize(("part", "limits"), LIMITS.items())
def test_numbers_stay_within_the_limits_that_a_plan_has(
    store: Store, part: str, limits: tuple[int, int]
) -> None:
    least, most = limits
    for value in limits:
        assert getattr(change(store, **{part: value}), part) == value
        msgspec.convert({part: value}, RulesPlan)
    for value in (least - 1, most + 1):
        with pytest.raises(Refused, match=r"rules\.out_of_range") as refusal:
            change(store, **{part: value})
        assert refusal.value.details == {"part": part, "least": least, "most": most}
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({part: value}, RulesPlan)


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [
        ("forward_cutoff", time(15, 0, 30), "rules.cutoff_malformed"),
        ("ticket_validity_note", "a" * (LONGEST_NOTE + 1), "rules.note_malformed"),
        ("ticket_validity_note", "a\x07", "rules.note_malformed"),
        ("ticket_validity_note", "漢", "rules.note_malformed"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, part: str, value: object, code: str) -> None:
    before = kept(store)
    with pytest.raises(Refused) as refusal:
        change(store, **{part: value})
    assert refusal.value.code == code
    assert kept(store) == before


def test_a_register_keeps_its_volumes_until_the_year_is_over(
    dossier_store: Store, clock: SteppingClock
) -> None:
    change(dossier_store, entries_per_volume=500)
    receive(dossier_store)
    with pytest.raises(Refused, match=r"rules\.register_begun") as refusal:
        change(dossier_store, entries_per_volume=200)
    assert refusal.value.details["year"] == 2026
    assert change(dossier_store, priority_ratio=3).entries_per_volume == 500
    clock.set("2027-01-04T08:00+07:00")
    assert change(dossier_store, entries_per_volume=200).entries_per_volume == 200
