"""Which decree a dossier falls under: the one in force on the day of its reception."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from kiosk.dossiers.application import Applicant
from kiosk.dossiers.handing_over import HandOver, control_sheet, hand_over
from kiosk.dossiers.model import Act
from kiosk.dossiers.register import RegisterWish, register_heads
from kiosk.dossiers.reprinting import slip_of
from kiosk.dossiers.turning_away import RefuseReception, refuse_reception
from kiosk.office.reading import office_changed, office_now
from kiosk.storage import print_jobs, schema
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.dossiers.acting import do, refused, seen
from tests.fixtures.dossiers import SINGLE_STATUS, receive
from tests.fixtures.store import OFFICER, SteppingClock

THEN, NOW = "ND61_2018", "ND118_2025"
LAST, FIRST = "2025-06-30T09:00+07:00", "2025-07-01T09:00+07:00"


@pytest.fixture(params=[THEN, NOW])
def an_office(request: pytest.FixtureRequest, dossier_store: Store) -> Store:
    """An office that names either decree as its own."""
    with dossier_store.write(Actor("IT")) as unit:
        named = replace(office_now(unit).profile, legal_profile=request.param)
        told = msgspec.json.encode(named).decode()
        unit.conn.execute(schema.office.update().values(profile=told))
        office_changed(unit)
    return dossier_store


def paper(store: Store, job: str) -> dict[str, Any]:
    with store.read() as unit:
        told: dict[str, Any] = msgspec.json.decode(print_jobs.one(unit, job).paper)
        return told


def test_an_office_moves_on_with_the_day(an_office: Store, clock: SteppingClock) -> None:
    clock.set(LAST)
    before = receive(an_office).code
    clock.set(FIRST)
    after = receive(an_office).code
    assert (seen(an_office, before).legal_profile, seen(an_office, after).legal_profile) == (
        THEN,
        NOW,
    )
    with an_office.read() as unit:
        assert slip_of(unit, before).profile == THEN
        assert slip_of(unit, after).profile == NOW
        assert control_sheet(unit, before).profile == THEN
        (head,) = register_heads(unit, RegisterWish(2025))
        assert head.profile == THEN
    assert refused(an_office, Act.STOP, before).code == "dossier.not_under_decree"
    assert do(an_office, Act.STOP, after).letter


@pytest.mark.parametrize(("day", "decree"), [(LAST, THEN), (FIRST, NOW)])
def test_papers_without_a_dossier_follow_their_own_day(
    an_office: Store, clock: SteppingClock, day: str, decree: str
) -> None:
    clock.set(day)
    person = Applicant(name="Nguyễn Văn An", id_number="001203004567")
    turned = an_office.do(
        refuse_reception, RefuseReception(SINGLE_STATUS, person, "không thuộc"), OFFICER
    )
    handed = an_office.do(hand_over, HandOver((receive(an_office).code,)), OFFICER)
    for job in (*turned.print_jobs, *handed.print_jobs):
        assert paper(an_office, job)["profile"] == decree
