"""The reception of an organisation's dossier, by post and from the portal, and at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kiosk.storage.schema import dossier
from kiosk.storage.store import Store
from kiosk.ui.counter.receive.form import (
    ORGANISATION,
    Form,
    PersonEntry,
    application_values,
    is_empty,
)
from kiosk.ui.counter.receive.props import AT_ONCE as SAID_AT_ONCE
from kiosk.ui.counter.receive.remembering import asked_about
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock
from tests.ui.counter.receive_kit import AT_ONCE, CARD, SINGLE, AtReception, offer_procedures

CONTROL = Qt.KeyboardModifier.ControlModifier
MILK = "0300588569"
FIRM = {
    "name": "Công ty Sữa",
    "kind": "organisation",
    "tax_code": MILK,
    "id_number": None,
    "birth_date": None,
    "sex": None,
    "address": "Số 10, đường Tân Trào",
    "phone": "02854155555",
}


@pytest.fixture
def desk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtReception]:
    offer_procedures(store)
    at = AtReception(store, clock, tmp_path)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def rows(store: Store) -> list[Any]:
    with store.read() as unit:
        return list(unit.conn.execute(select(dossier).order_by(dossier.c.id)))


def turn(desk: AtReception) -> None:
    desk.press(Qt.Key.Key_E, CONTROL)


def test_by_keys_alone_an_organisation(desk: AtReception) -> None:
    desk.choose(SINGLE)
    turn(desk)
    assert desk.focused is desk.page.body.place("applicant.name")
    desk.enter("Công ty Sữa", "0300 588 569", "Số 10, đường Tân Trào", "02854155555", "")
    desk.enter("Trần Thị Bình", "", "", "Trưởng phòng", "giấy giới thiệu 12/GT")
    desk.tick_all()
    desk.pause()
    assert desk.field("applicant.tax_code") == MILK
    desk.press(Qt.Key.Key_F9)
    assert len(desk.facts) == 1
    (row,) = rows(desk.store)
    assert (row.applicant_tax_code, row.applicant_id_number) == (MILK, None)
    assert msgspec.json.decode(row.submitter) == {
        "name": "Trần Thị Bình",
        "id_number": None,
        "phone": None,
        "relation": "giấy giới thiệu 12/GT",
        "position": "Trưởng phòng",
    }


def test_what_an_organisation_lacks_is_said_in_its_own_words(desk: AtReception) -> None:
    desk.choose(SINGLE)
    turn(desk)
    desk.enter("", "123")
    desk.tick_all()
    desk.press(Qt.Key.Key_F9)
    fields = desk.page.body.person.fields
    assert fields["applicant.name"].error == "Ghi tên tổ chức."
    assert "10 chữ số" in fields["applicant.tax_code"].error
    assert fields["submitter.name"].error == "Ghi người nộp cho tổ chức."
    assert desk.focused is fields["applicant.name"].edit
    assert desk.facts == []


def test_the_slip_is_seen_before_anybody_hands_in(desk: AtReception) -> None:
    desk.choose(SINGLE)
    turn(desk)
    desk.enter("Công ty Sữa", MILK)
    desk.pause()
    slip = desk.page.outlook.slip
    assert slip is not None
    assert (slip.addressed, slip.tax_code, slip.submitter_name) == ("Tổ chức", MILK, "")


def test_turning_back_and_forth_loses_nothing(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.go("applicant.name")
    desk.enter("Nguyễn Văn An", "001203004567", "05032003")
    turn(desk)
    fields = desk.page.body.person.fields
    assert fields["applicant.birth_date"].isHidden()
    assert not fields["submitter.position"].isHidden()
    turn(desk)
    assert desk.field("applicant.birth_date") == "05/03/2003"
    assert fields["applicant.tax_code"].isHidden()
    assert not fields["submitter.name"].isVisible()


def test_a_card_is_that_of_who_hands_in_for_an_organisation(desk: AtReception) -> None:
    desk.choose(SINGLE)
    turn(desk)
    desk.enter("Công ty Sữa")
    desk.scan(CARD)
    assert desk.field("applicant.name") == "Công ty Sữa"
    assert desk.field("submitter.name") == "Nguyễn Văn An"
    assert desk.field("submitter.id_number") == "001 203 004 567"


def test_the_tax_code_offers_what_was_entered_last_time(desk: AtReception) -> None:
    receive(desk.store, procedure=SINGLE, applicant=FIRM, submitter={"name": "Trần Thị Bình"})
    desk.choose(SINGLE)
    turn(desk)
    desk.enter("", MILK)
    desk.pause()
    link = desk.page.body.person.last_time
    assert link.text() == "Điền như lần trước 23/11/2026"
    link.click()
    desk.settle()
    assert desk.field("applicant.name") == "Công ty Sữa"
    assert desk.field("applicant.address") == "Số 10, đường Tân Trào"


def test_a_draft_of_an_organisation_comes_back(desk: AtReception) -> None:
    desk.choose(SINGLE)
    turn(desk)
    desk.enter("Công ty Sữa", MILK)
    desk.pause()
    form = desk.page.filling.form()
    page = desk.open()
    page.begin(None)
    desk.settle()
    page.body.banner.buttons["resume"].click()
    desk.settle()
    assert page.filling.form() == form
    assert not page.body.person.fields["applicant.tax_code"].isHidden()


def test_an_organisation_alone_is_nothing_entered() -> None:
    assert is_empty(Form(applicant=PersonEntry(kind=ORGANISATION)))
    assert not is_empty(Form(applicant=PersonEntry(kind=ORGANISATION, tax_code=MILK)))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [(MILK, MILK), ("0300588569-001", "0300588569001"), ("030058856", ""), ("", "")],
)
def test_the_code_alone_is_asked_with(typed: str, asked: str) -> None:
    assert asked_about(PersonEntry(kind=ORGANISATION, tax_code=typed)) == (asked, "")


@pytest.mark.parametrize(
    ("channel", "foreign_code", "deliver_to"),
    [("direct", "", ""), ("online", "G03", ""), ("postal", "", "Số 1"), ("authorized", "", "")],
)
def test_a_channel_hands_in_only_what_is_its_own(
    channel: str, foreign_code: str, deliver_to: str
) -> None:
    values = application_values(Form(channel=channel, foreign_code="G03", deliver_to="Số 1"))
    assert (values["foreign_code"], values["deliver_to"]) == (foreign_code, deliver_to)


def test_the_portals_code_is_kept_and_asked_for(desk: AtReception) -> None:
    desk.fill_in()
    terms = desk.page.body.terms
    assert terms.foreign.isHidden()
    terms.channel.segments[3].click()
    desk.settle()
    assert not terms.foreign.isHidden()
    assert terms.error == "Hồ sơ trực tuyến chưa ghi mã trên Cổng dịch vụ công."
    terms.foreign.setFocus()
    desk.enter("G03.99-261120-0007")
    desk.pause()
    assert terms.error == ""
    desk.press(Qt.Key.Key_F9)
    assert rows(desk.store)[0].foreign_code == "G03.99-261120-0007"


def test_a_result_by_post_has_its_address_on_the_slip(desk: AtReception) -> None:
    desk.fill_in()
    terms = desk.page.body.terms
    terms.channel.segments[1].click()
    desk.settle()
    terms.amount.setFocus()
    desk.enter("3")
    terms.deliver.setFocus()
    desk.enter("So 9, duong Hoa Sen")
    desk.pause()
    slip = desk.page.outlook.slip
    assert slip is not None
    assert slip.deliver_at_place == "So 9, duong Hoa Sen"
    desk.press(Qt.Key.Key_F9)
    assert rows(desk.store)[0].deliver_to == "So 9, duong Hoa Sen"


@pytest.mark.parametrize("wanted", [False, True])
def test_a_result_given_at_once_prints_a_slip_only_if_asked(
    desk: AtReception, wanted: bool
) -> None:
    """NĐ 61/2018 Điều 17 khoản 4."""
    body = desk.page.body
    desk.fill_in(AT_ONCE)
    assert not body.terms.slip.isHidden()
    assert body.submit.text() == "Tiếp nhận, không in giấy hẹn"
    assert body.preview.sheet.said == SAID_AT_ONCE
    if wanted:
        body.terms.slip.setFocus()
        desk.press(Qt.Key.Key_Space)
        desk.pause()
        assert body.submit.text() == "Tiếp nhận và in giấy hẹn"
        assert body.preview.sheet.image is not None
    desk.press(Qt.Key.Key_F9)
    (fact,) = desk.facts
    assert len(fact.print_jobs) == wanted
    assert not body.terms.slip.isChecked(), "the next dossier begins anew"
    desk.fill_in(SINGLE)
    assert body.terms.slip.isHidden()
    assert body.submit.text() == "Tiếp nhận và in giấy hẹn"


def test_the_one_who_comes_too_late_for_today_gets_a_slip(
    desk: AtReception, clock: SteppingClock
) -> None:
    clock.set("2026-11-23T15:30+07:00")
    desk.fill_in(AT_ONCE)
    assert desk.page.body.terms.slip.isHidden()
    desk.press(Qt.Key.Key_F9)
    assert len(desk.facts[0].print_jobs) == 1


def test_a_card_that_was_scanned_is_that_of_who_comes_for_the_organisation(
    desk: AtReception,
) -> None:
    desk.scan(CARD)
    person = desk.page.body.person
    before = person.applicant()
    assert before.address
    turn(desk)
    came = person.submitter()
    assert (came.name, came.id_number) == (before.name, before.id_number)
    assert came.read == ("id_number", "name")
    assert (desk.field("applicant.name"), desk.field("applicant.address")) == ("", "")
    desk.enter("Công ty Sữa", "0300 588 569", "Số 10, đường Tân Trào")
    turn(desk)
    assert person.applicant().name == before.name
    assert person.applicant().address == before.address
    assert set(person.applicant().read) >= {"name", "id_number", "address"}
    assert person.submitter().name == ""
    turn(desk)
    assert desk.field("applicant.name") == "Công ty Sữa"
    assert desk.field("applicant.address") == "Số 10, đường Tân Trào"
    assert person.submitter() == came


def test_the_next_persons_address_is_not_the_last_ones(desk: AtReception) -> None:
    desk.scan(CARD)
    turn(desk)
    desk.page.begin(None)
    turn(desk) if desk.page.body.person.owner == ORGANISATION else None
    turn(desk)
    turn(desk)
    assert desk.field("applicant.address") == ""
