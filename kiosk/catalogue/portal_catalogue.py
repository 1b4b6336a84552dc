"""A line of the national catalogue: code, name, category, who carries it out, for whom."""

from kiosk.catalogue.cleaning import names_of, text_of
from kiosk.catalogue.procedure import Level, Procedure
from kiosk.catalogue.source import Reading
from kiosk.text import fold


def read_line(line: dict[str, object]) -> Reading:
    """What a catalogue line says; odd values are passed over."""
    departments = names_of(line.get("departments"))
    return Reading(
        Procedure(
            code=text_of(line.get("code")),
            name=text_of(line.get("name")),
            category="; ".join(names_of(line.get("categories"))),
            level=_level(departments),
            applicant_types=names_of(line.get("formalityTargetType")),
            agency="; ".join(departments),
        )
    )


_WARD = ("cap xa", "cap phuong", "phuong", "thi tran", "tram y te")
_PROVINCE = ("cap tinh", "so ", "tinh", "thanh pho", "khu vuc", "co so")
_MINISTRY = ("bo ", "cuc ", "tong cuc", "vu ", "ngan hang nha nuoc", "chinh phu")


def _level(departments: tuple[str, ...]) -> Level:
    """The lowest level among the agencies named; the line itself does not say it."""
    folded = [fold(name) + " " for name in departments]
    for level, signs in (
        (Level.WARD, _WARD),
        (Level.PROVINCE, _PROVINCE),
        (Level.MINISTRY, _MINISTRY),
    ):
        if any(sign in name for name in folded for sign in signs):
            return level
    return Level.UNKNOWN
