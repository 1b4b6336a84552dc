"""Which dossier codes a scanned page shows, and whether one may be there that cannot be read.

Form 01 has bars (Code 128, 0.25 mm a module) at the head of its first sheet and a QR code at the
foot of its last. Bars of that width are at the edge of what 150 dpi can show, so bars that are
seen but not read are told: the page may be the first of a dossier.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.dossiers.codes import parse_code

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGER = 2
_STEP = 2
_CELL = 16
_FEWEST_CELLS = 12
_STRONG, _STEADY = 48, 0.45
_NEARLY_A_CODE = re.compile(r"[-.][0-9]{6}[-.][0-9]{4}")


@dataclass(frozen=True, slots=True)
class PageSeen:
    """What one page shows.

    ``barred``: bars are on it, read or not, as on the first sheet of every slip. ``doubtful``: a
    code seems to be there that could not be read.
    """

    codes: frozenset[str] = frozenset()
    barred: bool = False
    doubtful: bool = False


def page_seen(picture: "Image") -> PageSeen:
    """The codes on one grey picture of a page, whichever way up it lies.

    The check sum of bars lets one misreading in a hundred through, a QR code practically none: a
    code read from bars alone counts only when a larger picture of the page says the same.
    """
    import zxingcpp

    square, bars = zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128
    formats = zxingcpp.BarcodeFormats([square, bars])
    found = zxingcpp.read_barcodes(picture, formats=formats, return_errors=True)
    sure, guessed = _codes(found, square), _codes(found, bars)
    barred = has_bars(picture)
    if sure and guessed <= sure:
        return PageSeen(sure, barred or bool(guessed))
    if not guessed and not barred and all(each.valid for each in found):
        return PageSeen()
    larger = picture.resize((picture.width * _LARGER, picture.height * _LARGER))
    again = zxingcpp.read_barcodes(larger, return_errors=True)
    sure |= _codes(again, square) | (guessed & _codes(again, bars))
    if sure:
        return PageSeen(sure, barred or bool(guessed))
    unsure = bool(guessed | _codes(again, bars))
    doubtful = unsure or any(_doubts(found, again, barred=barred))
    return PageSeen(barred=barred, doubtful=doubtful)


def _doubts(found: Iterable[Any], again: Iterable[Any], *, barred: bool) -> Iterator[bool]:
    import zxingcpp

    square = zxingcpp.BarcodeFormat.QRCode
    again = list(again)
    explained = any(each.valid and each.format != square for each in (*found, *again))
    yield barred and not explained
    for each in found:
        if each.valid:
            continue
        if each.format != square:
            yield _NEARLY_A_CODE.search(each.text) is not None
        else:
            middle = _middle(each, _LARGER)
            yield any(
                not other.valid and other.format == square and _near(middle, _middle(other))
                for other in again
            )


def _codes(found: Iterable[Any], kind: Any) -> frozenset[str]:
    read = (parse_code(each.text) for each in found if each.valid and each.format == kind)
    return frozenset(code for code in read if code is not None)


def _middle(symbol: Any, scale: float = 1.0) -> tuple[float, float]:
    place = symbol.position
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    return (
        scale * sum(corner.x for corner in corners) / 4,
        scale * sum(corner.y for corner in corners) / 4,
    )


def _near(one: tuple[float, float], other: tuple[float, float], most: float = 40.0) -> bool:
    return abs(one[0] - other[0]) < most and abs(one[1] - other[1]) < most


def has_bars(picture: "Image") -> bool:
    """Whether somewhere a band changes from side to side but not from top to bottom, as bars do.

    Letters and tables change both ways. Looked for upright and lying.
    """
    from PIL import Image, ImageChops

    across = ImageChops.difference(picture, ImageChops.offset(picture, _STEP, 0))
    down = ImageChops.difference(picture, ImageChops.offset(picture, 0, _STEP))
    cells = (max(picture.width // _CELL, 1), max(picture.height // _CELL, 1))
    sideways, upward = (each.resize(cells, Image.Resampling.BOX) for each in (across, down))
    wide, high = cells
    one, other = sideways.tobytes(), upward.tobytes()
    rows = (slice(row * wide, (row + 1) * wide) for row in range(high))
    columns = (slice(column, None, wide) for column in range(wide))
    return any(_runs(one[row], other[row]) for row in rows) or any(
        _runs(other[column], one[column]) for column in columns
    )


def _runs(strong: bytes, weak: bytes) -> bool:
    """So many cells in a row that are strong one way and weak the other."""
    run = 0
    for much, little in zip(strong, weak, strict=True):
        run = run + 1 if much >= _STRONG and little <= _STEADY * much else 0
        if run >= _FEWEST_CELLS:
            return True
    return False
