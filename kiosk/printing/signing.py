"""The signatures that close a form: who signs, white to sign in, the name below. Lengths are mm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.printing.a5 import MIDDLE_RIGHT
from kiosk.printing.form_text import Manner, Signature, fill
from kiosk.printing.marks import Mark, centred
from kiosk.printing.sheets import Measure
from kiosk.printing.typography import Line, Style, wrap, wrap_text

_MIDDLES = (39.2, MIDDLE_RIGHT)
_ROOM = 56.0
_ABOVE = 2.0


@dataclass(frozen=True, slots=True)
class Signing:
    """One signature: the lines above the white and the name below it."""

    middle: float
    role: Sequence[Line]
    how: Sequence[Line]
    name: Sequence[Line]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.role) + len(self.how) + len(self.name)


def signings(
    signatures: Sequence[Signature], values: Mapping[str, str], manner: Manner, how: Style
) -> list[Signing]:
    """The signatures from left to right; one alone stands at the right."""
    return [
        Signing(
            middle,
            wrap_text(_role(signature, values, manner), manner.bold, _ROOM),
            wrap_text(signature.how, how, _ROOM),
            wrap(fill(signature.name, values, manner).spans, _ROOM),
        )
        for middle, signature in zip(
            _MIDDLES[len(_MIDDLES) - len(signatures) :], signatures, strict=True
        )
    ]


def _role(signature: Signature, values: Mapping[str, str], manner: Manner) -> str:
    told = "".join(span.text for span in fill(signature.role, values, manner).spans)
    return told.upper() or signature.otherwise


def signing_height(signed: Sequence[Signing], measure: Measure, white: float) -> float:
    """What the signatures take of a sheet, with ``white`` from the last words to the name."""
    lines = max(one.lines for one in signed) - 1
    return _ABOVE + lines * measure.step + white + _ABOVE


def sign(signed: Sequence[Signing], top: float, measure: Measure, white: float) -> list[Mark]:
    """The signatures from the height ``top``; all names stand at one height."""
    marks: list[Mark] = []
    first = top + _ABOVE + measure.rise
    deepest = max(len(one.role) + len(one.how) for one in signed)
    for one in signed:
        y = first
        for line in (*one.role, *one.how):
            marks += centred(line, one.middle, y)
            y += measure.step
        y = first + (deepest - 1) * measure.step + white
        for line in one.name:
            marks += centred(line, one.middle, y)
            y += measure.step
    return marks
