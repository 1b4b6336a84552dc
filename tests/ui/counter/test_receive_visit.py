"""Several procedures in one visit, and the same one twice."""

import pytest

from kiosk.ui.counter.receive.form import Form, PaperEntry, PersonEntry, SubmitterEntry
from kiosk.ui.counter.receive.page import ReceivePage
from kiosk.ui.counter.receive.visit import Visit, codes_said, next_form
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key
from tests.ui.counter.receive_kit import AT_ONCE, CARD, NO_LIMIT, SINGLE

FIRST = "H99.12.08-261123-0001"


def page_of(officer: OfficerHands) -> ReceivePage:
    page = officer.window.reception.page
    assert page is not None
    return page


def begin(officer: OfficerHands) -> ReceivePage:
    """HT-001 is served, and An's card is scanned."""
    officer.hit(Key.Key_F2)
    officer.think()
    officer.hit(Key.Key_F9)
    officer.think()
    officer.scan(CARD)
    return page_of(officer)


def choose(officer: OfficerHands, code: str) -> None:
    page = page_of(officer)
    page.body.place("procedure").setFocus()
    officer.write(code)
    officer.hit(Key.Key_Return)
    for row in page.body.papers.rows:
        if row.tick is not None:
            row.tick.setChecked(True)
    officer.think()


def test_the_next_procedure_of_the_same_person(officer: OfficerHands) -> None:
    page = begin(officer)
    choose(officer, SINGLE)
    assert officer.bar()["Ctrl F9"] == "Nhận, nhập tiếp"
    officer.hit(Key.Key_F9, CTRL)
    assert officer.at == "receive"
    form = page.filling.form()
    assert form.procedure == ""
    assert form.papers == ()
    assert form.applicant.name == "Nguyễn Văn An"
    assert f"Đã tiếp nhận {FIRST}. Nhập thủ tục tiếp theo" in page.body.banner.text
    assert page.body.place("procedure").hasFocus()
    assert officer.printer.sent == [f"Giấy hẹn {FIRST}"]
    choose(officer, AT_ONCE)
    officer.hit(Key.Key_F9)
    assert officer.at == "main"
    assert officer.answer == f"Đã tiếp nhận 2 hồ sơ trong lượt này: {FIRST}, -0002."
    assert officer.number_shown == "HT-001"


def test_after_f9_the_same_person_is_offered(officer: OfficerHands) -> None:
    page = begin(officer)
    choose(officer, SINGLE)
    officer.hit(Key.Key_F9)
    officer.think()
    officer.hit(Key.Key_F7)
    assert page.body.banner.text == f"Số HT-001 đã nhận {FIRST} cho Nguyễn Văn An."
    assert officer.bar()["Ctrl F9"] == "Cùng người vừa nhận"
    officer.hit(Key.Key_F9, CTRL)
    assert page.filling.form().applicant.name == "Nguyễn Văn An"
    assert page.ticket_id is not None
    choose(officer, NO_LIMIT)
    page.body.terms.amount.setFocus()
    officer.write("5")
    officer.think()
    officer.hit(Key.Key_F9)
    assert officer.answer.endswith(f"{FIRST}, -0002.")


def test_a_visit_may_end_by_esc(officer: OfficerHands) -> None:
    """The people alone are no draft, and all codes are told."""
    page = begin(officer)
    choose(officer, SINGLE)
    officer.hit(Key.Key_F9, CTRL)
    officer.think()
    assert not page.is_dirty()
    officer.hit(Key.Key_Escape)
    assert officer.at == "main"
    assert officer.answer == f"Đã tiếp nhận 1 hồ sơ trong lượt này: {FIRST}."
    officer.hit(Key.Key_F7)
    assert page.body.banner.text.startswith("Số HT-001 đã nhận")
    officer.hit(Key.Key_F9, CTRL)
    choose(officer, AT_ONCE)
    assert page.is_dirty()


def test_the_next_number_is_another_visit(officer: OfficerHands) -> None:
    page = begin(officer)
    choose(officer, SINGLE)
    officer.hit(Key.Key_F9)
    officer.think()
    officer.hit(Key.Key_F9)
    officer.think()
    officer.hit(Key.Key_F2)
    officer.think()
    officer.hit(Key.Key_F7)
    assert page.body.banner.isHidden()
    assert "Ctrl F9" not in officer.bar()


def test_the_same_procedure_twice_is_asked_about(officer: OfficerHands) -> None:
    page = begin(officer)
    choose(officer, SINGLE)
    officer.hit(Key.Key_F9, CTRL)
    choose(officer, SINGLE)
    officer.hit(Key.Key_F9)
    asked = officer.question
    assert asked is not None
    assert asked.text == f"Hồ sơ **{FIRST}** vừa nhận lúc 09:24 cho cùng người, cùng thủ tục."
    officer.hit(Key.Key_Escape)
    assert officer.at == "receive"
    assert page.filling.form().procedure == SINGLE
    officer.hit(Key.Key_F9)
    officer.hit(Key.Key_Tab)
    officer.hit(Key.Key_Return)
    assert officer.at == "main"
    assert officer.answer.startswith("Đã tiếp nhận 2 hồ sơ trong lượt này")


def test_what_cannot_be_received_says_so(officer: OfficerHands) -> None:
    page = begin(officer)
    officer.hit(Key.Key_F9, CTRL)
    assert page.body.banner.text == (
        "Chưa nhận được hồ sơ này để nhập thủ tục khác. Chọn thủ tục trước."
    )


def test_the_next_form_has_the_people_and_the_way_alone() -> None:
    people = Form(
        applicant=PersonEntry(name="An"),
        by_other=True,
        submitter=SubmitterEntry(name="Bình"),
        channel="postal",
        deliver_to="Số 1",
    )
    full = Form(
        procedure=SINGLE,
        case="1",
        applicant=people.applicant,
        by_other=True,
        submitter=people.submitter,
        channel="postal",
        deliver_to="Số 1",
        papers=(PaperEntry(name="Tờ khai"),),
        fee="5.000 đ",
        sets=2,
        due_changed=True,
        foreign_code="G03",
        slip=True,
    )
    assert next_form(full) == people


@pytest.mark.parametrize(
    ("before", "ticket", "name", "codes"),
    [
        (Visit(), "a", "An", ("2",)),
        (Visit("a", ("1",)), "a", "Bình", ("1", "2")),
        (Visit("a", ("1",)), "b", "An", ("2",)),
        (Visit(None, ("1",), Form(applicant=PersonEntry(name="An"))), None, "An", ("1", "2")),
        (Visit(None, ("1",), Form(applicant=PersonEntry(name="An"))), None, "Bình", ("2",)),
    ],
)
def test_what_belongs_to_a_visit(
    before: Visit, ticket: str | None, name: str, codes: tuple[str, ...]
) -> None:
    after = before.after(ticket, "2", Form(applicant=PersonEntry(name=name)))
    assert (after.ticket_id, after.codes) == (ticket, codes)


def test_codes_are_said_short() -> None:
    assert codes_said((FIRST,)) == FIRST
    assert codes_said((FIRST, "H99.12.08-261123-0012")) == f"{FIRST}, -0012"
    assert codes_said(("1", "2")) == "1, 2"
