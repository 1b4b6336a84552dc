"""The applicant of last time is offered, never forced, and shown to nobody who only has a number."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock
from tests.ui.counter.receive_kit import CARD, SINGLE, AtReception, offer_procedures


@pytest.fixture
def desk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtReception]:
    """Somebody comes a week after their first dossier."""
    offer_procedures(store)
    receive(store)
    clock.set("2026-11-30T09:24+07:00")
    at = AtReception(store, clock, tmp_path)
    at.page.begin(None)
    at.settle()
    at.choose(SINGLE)
    yield at
    at.close()


def test_a_card_brings_the_offer_and_a_key_takes_it(desk: AtReception) -> None:
    desk.scan(CARD)
    person = desk.page.body.person
    assert not person.last_time.isHidden()
    assert person.last_time.text() == "Điền như lần trước 23/11/2026"
    person.last_time.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    assert desk.field("applicant.phone") == "0912 345 678"
    assert desk.field("applicant.email") == "an@example.org"
    assert desk.field("applicant.address").endswith("phường An Bình"), "the card's words stay"
    assert "phone" not in desk.page.filling.form().applicant.read, "nothing typed by us has a tick"
    assert person.last_time.isHidden()


def test_a_number_without_the_name_offers_nothing(desk: AtReception) -> None:
    desk.go("applicant.id_number")
    desk.enter("001203004567")
    desk.pause()
    assert desk.page.body.person.last_time.isHidden()
    desk.go("applicant.name")
    desk.enter("nguyen van an")
    desk.pause()
    assert not desk.page.body.person.last_time.isHidden()
    desk.go("applicant.name")
    desk.type("h")
    desk.pause()
    assert desk.page.body.person.last_time.isHidden()


def test_the_next_person_is_not_offered_the_last_one(desk: AtReception) -> None:
    desk.scan(CARD)
    desk.tick_all()
    desk.press(Qt.Key.Key_F9)
    assert len(desk.facts) == 1
    assert desk.page.body.person.last_time.isHidden()
