"""Where a scan leads, by its content."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ids import new_id
from kiosk.ui.counter.route import Nowhere, ToDossier, ToReception, ToSearch, ToTicket, route

CARD = "001203004567|123456789|Nguyễn Văn An|05032003|Nam|Số 12, đường Hoa Sen|10102021"
CODE = "H99.12.08-261123-0042"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        CODE.lower(),
        f"  {CODE}\n",
        "H99.12.08 - 261123 - 0042",
        "H99.12.08.261123.0042",
        "H99.12.08–261123–0042",
    ],
)
def test_a_slip_leads_to_its_dossier_however_it_is_typed(text: str) -> None:
    assert route(text) == ToDossier(CODE)


def test_the_other_official_form_of_a_code_is_known() -> None:
    assert route("000.17.22.H56-210531-0001") == ToDossier("000.17.22.H56-210531-0001")


@pytest.mark.parametrize(
    ("text", "said"), [("HT-016", "HT-016"), ("ht 16", "ht 16"), ("ct16", "ct16")]
)
def test_a_label_leads_to_the_ticket(text: str, said: str) -> None:
    assert route(text) == ToTicket(said)


def test_the_qr_of_a_ticket_leads_to_it() -> None:
    ticket = new_id()
    assert route(ticket) == ToTicket(ticket)
    assert route(ticket.upper()) == ToTicket(ticket)


def test_a_card_leads_to_a_reception() -> None:
    way = route(CARD)
    assert isinstance(way, ToReception)
    assert way.card.name == "Nguyễn Văn An"
    newer = route(CARD + "||a|b|c")
    assert isinstance(newer, ToReception)


@pytest.mark.parametrize("text", ["|||||||", "00120300456|x|y|z", f"{CARD[:40]}", "a|b"])
def test_half_a_card_leads_nowhere_and_is_not_repeated(text: str) -> None:
    way = route(text)
    assert isinstance(way, Nowhere)
    assert way.refusal.code == "card.unreadable"
    assert all(text not in str(value) for value in way.refusal.details.values())


@pytest.mark.parametrize(
    "text", ["Nguyễn Văn An", "ngoc uong", "O'Brien", unicodedata.normalize("NFD", "Đặng Thị Ưỡng")]
)
def test_letters_are_a_name(text: str) -> None:
    way = route(text)
    assert isinstance(way, ToSearch)
    assert way.text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["0042", "261123-0042", "261123", "12.08-261123"])
def test_figures_are_part_of_a_code(text: str) -> None:
    assert route(text) == ToSearch(text)


@pytest.mark.parametrize(
    "text", ["H99.12.0X-2611", "]C1H99x12", "a", "12", "%%%", "\x00\x01", "x" * 500, "Ä»1ư9"]
)
def test_what_is_none_of_these_was_misread(text: str) -> None:
    way = route(text)
    assert isinstance(way, Nowhere)
    assert way.refusal.code == "barcode.unreadable"


@pytest.mark.parametrize(
    "text", ["019abcđ-1ê2f-7000-8â11-0123456789ab", "H99.12.08-261123-00ă42", "01áb2345-6789"]
)
def test_a_code_that_a_typing_program_changed_is_told_apart(text: str) -> None:
    way = route(text)
    assert isinstance(way, Nowhere)
    assert way.refusal.code == "barcode.garbled"


@given(st.text(max_size=200))
def test_no_text_brings_it_down(text: str) -> None:
    assert route(text) == route(text) or isinstance(route(text), Nowhere)


@given(
    unit=st.integers(1, 99),
    day=st.integers(0, 999999),
    number=st.integers(0, 9999),
    spaces=st.lists(st.integers(0, 20), max_size=4),
    lower=st.booleans(),
)
def test_every_code_is_found_again(
    unit: int, day: int, number: int, spaces: list[int], lower: bool
) -> None:
    code = f"H{unit:02d}.12.08-{day:06d}-{number:04d}"
    typed = code.lower() if lower else code
    for at in spaces:
        typed = f"{typed[:at]} {typed[at:]}"
    assert route(typed) == ToDossier(code)


@given(st.sampled_from(["HT", "CT", "DD", "A", "XHKD"]), st.integers(1, 9999))
def test_every_label_is_a_ticket(series: str, number: int) -> None:
    assert route(f"{series}-{number:03d}") == ToTicket(f"{series}-{number:03d}")
