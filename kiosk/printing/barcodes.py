"""Code 128 and QR as black rectangles of an exact module width. Lengths are mm."""

from itertools import groupby

import segno
from barcode.codex import Code128
from barcode.errors import BarcodeError

from kiosk.printing.marks import Box, Fill
from kiosk.refusal import Refused

CODE128_MODULE = 0.254
"""Ten thousandths of an inch: whole dots at 300 and 600 dpi, two dots at 203."""

CODE128_QUIET = 10
QR_QUIET = 4
"""White modules that must stay free on every side."""


def code128_modules(text: str) -> str:
    """The bars as ``1`` and the spaces as ``0``, one character a module, no quiet zones.

    Raises :class:`Refused` ``barcode.bad_text`` for an empty text or a character outside ASCII.
    """
    if not text or not text.isascii() or not text.isprintable():
        raise Refused("barcode.bad_text", text=text[:80])
    try:
        return str(Code128(text).build()[0])
    except BarcodeError:
        raise Refused("barcode.bad_text", text=text[:80]) from None


def code128(modules: str, x: float, y: float, height: float, module: float) -> Fill:
    """Bars whose first module begins at (x, y)."""
    boxes: list[Box] = []
    at = 0
    for dark, group in groupby(modules):
        count = len(list(group))
        if dark == "1":
            boxes.append((x + at * module, y, count * module, height))
        at += count
    return Fill(tuple(boxes))


def qr_matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of a QR code of error level M, row by row, no quiet zone.

    Raises :class:`Refused` ``barcode.bad_text`` for an empty text or one that no QR code holds.
    """
    if not text:
        raise Refused("barcode.bad_text", text="")
    try:
        code = segno.make(text, error="m", micro=False, boost_error=False)
    except segno.DataOverflowError:
        raise Refused("barcode.bad_text", text=text[:80]) from None
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def qr(matrix: tuple[tuple[bool, ...], ...], x: float, y: float, module: float) -> Fill:
    """The code with its top left module at (x, y); dark neighbours of a row are one rectangle."""
    boxes: list[Box] = []
    for row, modules in enumerate(matrix):
        at = 0
        for dark, group in groupby(modules):
            count = len(list(group))
            if dark:
                boxes.append((x + at * module, y + row * module, count * module, module))
            at += count
    return Fill(tuple(boxes))
