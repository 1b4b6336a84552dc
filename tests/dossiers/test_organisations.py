"""An organisation as applicant: its code, who hands in for it, what papers call it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kiosk.clock import office_day
from kiosk.dossiers.application import ApplicantKind
from kiosk.dossiers.checking import checked, doubts_about
from kiosk.dossiers.finding import codes_by_number
from kiosk.dossiers.identity import normal_tax_code, tax_code_doubts
from kiosk.dossiers.last_time import last_time_of
from kiosk.dossiers.letters import MissingPaper, SupplementLetter
from kiosk.dossiers.reading import find_dossier
from kiosk.dossiers.reprinting import slip_of
from kiosk.dossiers.turning_away import AskBeforeReception, ask_before_reception
from kiosk.printing.form01 import form01_pages
from kiosk.printing.letter_values import letter_values
from kiosk.printing.marks import Text
from kiosk.refusal import Refused
from kiosk.storage.schema import letter
from kiosk.storage.store import Store
from tests.fixtures.dossiers import SINGLE_STATUS, a_form, receive
from tests.fixtures.store import OFFICER, SteppingClock

MILK = "0300588569"
FIRM = {
    "name": "Công ty cổ phần Sữa",
    "kind": "organisation",
    "tax_code": MILK,
    "id_number": None,
    "birth_date": None,
    "sex": None,
}
BINH = {"name": "Trần Thị Bình", "position": "Trưởng phòng", "relation": "giấy giới thiệu 12/GT"}
_FIGURE = st.sampled_from("0123456789")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0300588569", MILK),
        (" 0300 588 569 ", MILK),
        ("0300588569-001", "0300588569-001"),
        ("0300588569001", "0300588569-001"),
        ("0300.588.569-001", "0300588569-001"),
        ("", None),
        ("030058856", None),
        ("03005885690", None),
        ("0300588569-01", None),
        ("0300588569-0011", None),
        ("030058856a", None),
        ("٠٣٠٠٥٨٨٥٦٩", None),
    ],
)
def test_a_tax_code_is_ten_figures_and_a_branch_three_more(typed: str, code: str | None) -> None:
    assert normal_tax_code(typed) == code


@given(st.text(_FIGURE, min_size=10, max_size=10), st.text(_FIGURE, min_size=3, max_size=3))
def test_a_sound_code_stays_as_it_is(head: str, branch: str) -> None:
    for code in (head, f"{head}-{branch}"):
        assert normal_tax_code(code) == code


@given(st.text())
def test_nothing_else_is_a_code(text: str) -> None:
    code = normal_tax_code(text)
    assert code is None or (len(code) in (10, 14) and code.replace("-", "").isascii())


@given(st.text(_FIGURE, min_size=9, max_size=9))
def test_one_tenth_figure_at_most_belongs_to_nine(nine: str) -> None:
    assert sum(not tax_code_doubts(f"{nine}{last}") for last in range(10)) <= 1


@pytest.mark.parametrize(
    ("code", "doubts"), [(MILK, ()), ("0101248141-004", ()), ("0300588568", ("tax_code.check",))]
)
def test_a_mistyped_figure_warns(code: str, doubts: tuple[str, ...]) -> None:
    assert tax_code_doubts(code) == doubts


def faults(clock: SteppingClock, **changes: Any) -> list[tuple[object, object]]:
    with pytest.raises(Refused) as refusal:
        checked(a_form(**changes), office_day(clock.now()))
    problems = refusal.value.details["problems"]
    assert isinstance(problems, list)
    return [(one["where"], one["code"]) for one in problems]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"applicant": FIRM}, [("submitter", "submitter.of_organisation")]),
        (
            {"applicant": FIRM | {"tax_code": "12"}, "submitter": BINH},
            [("applicant.tax_code", "tax_code.malformed")],
        ),
        (
            {"applicant": FIRM | {"sex": "male"}, "submitter": BINH},
            [("applicant.sex", "value.not_of_organisation")],
        ),
        ({"applicant": {"tax_code": MILK}}, [("applicant.tax_code", "value.not_of_person")]),
        (
            {"applicant": {"kind": "company"}},
            [("applicant.kind", "value.no_such_choice")],
        ),
        ({"foreign_code": "x" * 41}, [("foreign_code", "value.too_long")]),
    ],
)
def test_what_is_wrong_with_an_organisation(
    clock: SteppingClock, changes: dict[str, Any], wrong: list[tuple[str, str]]
) -> None:
    assert faults(clock, **changes) == wrong


@pytest.mark.parametrize(
    ("changes", "doubts"),
    [
        ({"channel": "online"}, ["online.no_code"]),
        ({"channel": "online", "foreign_code": "G03-1"}, []),
        ({"channel": "postal"}, ["postal.no_address"]),
        ({"channel": "postal", "deliver_to": "Số 1"}, []),
        ({"applicant": FIRM | {"tax_code": "0300588568"}, "submitter": BINH}, ["tax_code.check"]),
    ],
)
def test_what_is_worth_a_second_look(
    clock: SteppingClock, changes: dict[str, Any], doubts: list[str]
) -> None:
    application = checked(a_form(**changes), office_day(clock.now()))
    assert [doubt.code for doubt in doubts_about(application)] == doubts


def test_a_dossier_of_an_organisation_is_kept_found_and_remembered(dossier_store: Store) -> None:
    code = receive(dossier_store, applicant=FIRM, submitter=BINH).code
    with dossier_store.read() as unit:
        view = find_dossier(unit, code)
        assert codes_by_number(unit, "0300 588 569") == {code}
        assert codes_by_number(unit, "0300588568") == frozenset()
        assert codes_by_number(unit, "") == frozenset()
        last = last_time_of(unit, MILK)
        assert last_time_of(unit, "x") is None
    assert view.applicant.kind is ApplicantKind.ORGANISATION
    assert view.submitter is not None
    assert view.submitter.position == "Trưởng phòng"
    assert last is not None
    assert last.applicant == view.applicant


def test_an_online_record_is_found_by_its_own_code(dossier_store: Store) -> None:
    code = receive(dossier_store, channel="online", foreign_code="G03.99-261120-0007").code
    with dossier_store.read() as unit:
        assert codes_by_number(unit, " G03.99-261120-0007 ") == {code}
        assert find_dossier(unit, code).foreign_code == "G03.99-261120-0007"
        assert find_dossier(unit, "G03.99-261120-0007").code == code
    with pytest.raises(Refused) as refusal:
        receive(dossier_store, channel="online", foreign_code="G03.99-261120-0007")
    assert refusal.value.code == "dossier.record_known"
    assert refusal.value.details["dossier"] == code


def words(pages: Any) -> str:
    return " ".join(mark.text for page in pages for mark in page.marks if isinstance(mark, Text))


def test_the_slip_calls_it_an_organisation_with_its_whole_code(dossier_store: Store) -> None:
    code = receive(dossier_store, applicant=FIRM, submitter=BINH).code
    with dossier_store.read() as unit:
        slip = slip_of(unit, code)
    assert (slip.addressed, slip.tax_code, slip.submitter_name) == (
        "Tổ chức",
        MILK,
        "Trần Thị Bình",
    )
    said = words(form01_pages(slip, copies=1, reprint=False))
    assert "Tiếp nhận hồ sơ của Tổ chức:" in said
    assert f"MST: {MILK}" in said
    assert "CCCD" not in said


def test_a_person_is_called_as_before(dossier_store: Store) -> None:
    code = receive(dossier_store, deliver_to="Số 9, đường Hoa Sen", channel="postal").code
    with dossier_store.read() as unit:
        slip = slip_of(unit, code)
    said = words(form01_pages(slip, copies=1, reprint=False))
    assert "Tiếp nhận hồ sơ của Ông/Bà:" in said
    assert "MST" not in said
    assert slip.deliver_at_place == "Số 9, đường Hoa Sen"


def test_an_organisation_is_asked_for_papers_once(
    dossier_store: Store, clock: SteppingClock
) -> None:
    person = checked(a_form(applicant=FIRM, submitter=BINH), office_day(clock.now())).applicant
    wish = AskBeforeReception(SINGLE_STATUS, person, (MissingPaper("Tờ khai", 1),))
    dossier_store.do(ask_before_reception, wish, OFFICER)
    with dossier_store.read() as unit:
        row = unit.conn.execute(select(letter)).one()
    assert row.person == MILK
    said = SupplementLetter.__struct_fields__
    assert "addressed" in said
    with pytest.raises(Refused) as refusal:
        dossier_store.do(ask_before_reception, wish, OFFICER)
    assert refusal.value.code == "supplement.asked_before"


def test_letters_written_before_call_their_person_ông_bà(dossier_store: Store) -> None:
    import msgspec

    receive(dossier_store)
    person = checked(a_form(), office_day(dossier_store.clock.now())).applicant
    wish = AskBeforeReception(SINGLE_STATUS, person, (MissingPaper("Tờ khai", 1),))
    dossier_store.do(ask_before_reception, wish, OFFICER)
    with dossier_store.read() as unit:
        content = msgspec.json.decode(unit.conn.execute(select(letter.c.content)).scalar_one())
    assert content.pop("addressed") == "Ông/Bà"
    old = msgspec.json.decode(msgspec.json.encode(content), type=SupplementLetter)
    assert letter_values(old)["addressed"] == "Ông/Bà"
