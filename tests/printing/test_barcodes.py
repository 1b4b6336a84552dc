"""Bars and squares that a scanner can read."""

import pytest

from kiosk.printing import barcodes
from kiosk.refusal import Refused


def test_code128_of_26_characters_fits_beside_the_margins_of_a5() -> None:
    modules = barcodes.code128_modules("ABCDEFGHIJ.KLMNOPQRSTUVWXY")
    assert len(modules) == 11 * 26 + 35
    assert barcodes.CODE128_MODULE >= 0.25
    assert len(modules) * barcodes.CODE128_MODULE < 128


def test_bars_cover_the_dark_modules_and_no_others() -> None:
    drawn = barcodes.code128("1100111", 10, 5, 8, 0.25)
    assert drawn.boxes == ((10, 5, 0.5, 8), (11.0, 5, 0.75, 8))


def test_qr_rows_are_merged_but_complete() -> None:
    matrix = barcodes.qr_matrix("H99.12.08-261123-0042")
    assert len(matrix) == 25
    boxes = barcodes.qr(matrix, 0, 0, 1.0).boxes
    covered = {(int(x) + step, int(y)) for x, y, wide, _ in boxes for step in range(round(wide))}
    dark = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert covered == dark
    assert len(boxes) < len(dark)


@pytest.mark.parametrize("text", ["", "hồ sơ", "a\nb", "\x80"])
def test_code128_takes_only_printable_ascii(text: str) -> None:
    with pytest.raises(Refused, match=r"barcode\.bad_text"):
        barcodes.code128_modules(text)


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_qr_refuses_nothing_and_too_much(text: str) -> None:
    with pytest.raises(Refused, match=r"barcode\.bad_text"):
        barcodes.qr_matrix(text)
