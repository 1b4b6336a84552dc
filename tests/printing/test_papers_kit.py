"""The eye that looks at forms sees what is wrong."""

import pytest

from kiosk.printing.fonts import Face
from kiosk.printing.marks import Fill, Mark, Page, Text
from kiosk.printing.typography import Style
from tests.printing.papers_kit import faults

STYLE = Style(Face.SERIF, 10)


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ((Text(20, 50, "chữ", STYLE), Text(20, 54, "chữ", STYLE)), 0),
        ((Text(20, 50, "chữ", STYLE), Text(21, 51, "khác", STYLE)), 1),
        ((Text(134, 50, "dài quá lề", STYLE),), 1),
        ((Text(20, 9, "cao quá", STYLE),), 1),
        ((Text(20, 204.5, "thấp quá", STYLE),), 1),
        ((Fill(((9, 50, 20, 0.2),)),), 1),
        ((Text(20, 50, "gạch", STYLE), Fill(((15, 49, 20, 0.2),))), 1),
        ((Text(20, 50, "gạch chân", STYLE), Fill(((15, 50.3, 20, 0.2),))), 0),
    ],
)
def test_faults(marks: tuple[Mark, ...], found: int) -> None:
    assert len(faults(Page(148, 210, marks))) == found
