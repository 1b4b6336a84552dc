"""Which PINs a manager may give: typed twice alike, and not the first ones anybody would try."""

from itertools import pairwise

from kiosk.refusal import Refused


def require_new_pin(pin: str, again: str) -> str:
    """The PIN, once it may be given.

    Raises :class:`Refused`: ``pin.malformed`` (not 4 to 12 digits), ``pin.easy`` (one digit
    throughout, or a run up or down such as 1234), ``pin.not_alike``. No refusal repeats the PIN.
    """
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 12):
        raise Refused("pin.malformed")
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise Refused("pin.easy")
    if pin != again:
        raise Refused("pin.not_alike")
    return pin
