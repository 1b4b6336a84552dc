"""What a slip carries: masked numbers, and a form that survives the print job."""

import msgspec
import pytest

from kiosk.dossiers.slips import AppointmentSlip, mask_id
from kiosk.queue.slips import TicketSlip
from tests.printing.papers_kit import FORM, TICKET


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("001203004567", "001********567"),
        (" 001 203 004 567 ", "001********567"),
        ("012345678", "012********678"),
        ("c1234567", "C1********67"),
        ("B12345", "B1********45"),
        ("12345", "********"),
        ("7", "********"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_identity_number_is_masked(number: str, shown: str) -> None:
    assert mask_id(number) == shown


def test_slips_survive_the_print_job() -> None:
    assert msgspec.json.decode(msgspec.json.encode(TICKET), type=TicketSlip) == TICKET
    assert msgspec.json.decode(msgspec.json.encode(FORM), type=AppointmentSlip) == FORM


def test_a_time_without_a_zone_is_no_slip() -> None:
    text = msgspec.json.encode(TICKET).replace(b"02:24:00Z", b"02:24:00")
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=TicketSlip)
