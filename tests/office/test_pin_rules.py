"""PINs that are easily guessed are not given."""

import pytest

from kiosk.office.pin_rules import require_new_pin
from kiosk.refusal import Refused


@pytest.mark.parametrize("pin", ["2580", "1235", "1123", "987653", "135791357913"])
def test_a_pin_typed_twice_is_taken(pin: str) -> None:
    assert require_new_pin(pin, pin) == pin


@pytest.mark.parametrize(
    ("pin", "again", "code"),
    [
        ("", "", "pin.malformed"),
        ("258", "258", "pin.malformed"),
        ("2580258025802", "2580258025802", "pin.malformed"),
        ("25a0", "25a0", "pin.malformed"),
        ("٢٥٨٠", "٢٥٨٠", "pin.malformed"),
        ("7777", "7777", "pin.easy"),
        ("1234", "1234", "pin.easy"),
        ("987654", "987654", "pin.easy"),
        ("2580", "2581", "pin.not_alike"),
        ("2580", "", "pin.not_alike"),
    ],
)
def test_a_refused_pin_is_not_repeated(pin: str, again: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        require_new_pin(pin, again)
    assert refused.value.code == code
    assert not refused.value.details
