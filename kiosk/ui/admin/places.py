"""The places of the manager's rail: their keys, who may go there, where they are made."""

from dataclasses import dataclass
from importlib import import_module

from kiosk.ui.admin.section import Host, Section
from kiosk.ui.frames.desk import RailItem
from kiosk.ui.theme.look import Look

SIGN_OUT = "sign_out"
_ALL = ("manager",)
_MACHINES = ("manager", "it")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the rail; ``roles`` may go there."""

    key: str
    title: str
    icon: str
    made_by: str
    roles: tuple[str, ...] = _ALL


PLACES = (
    Place("overview", "Tổng quan", "chart", "OverviewSection"),
    Place("office", "Văn phòng", "home", "OfficeSection"),
    Place("calendar", "Lịch làm", "cal", "CalendarSection"),
    Place("counters", "Quầy", "volume", "CountersSection"),
    Place("people", "Cán bộ", "users", "PeopleSection"),
    Place("procedures", "Thủ tục", "doc", "ProceduresSection"),
    Place("prints", "Giấy in", "printer", "PrintsSection", _MACHINES),
    Place("devices", "Thiết bị", "monitor", "DevicesSection", _MACHINES),
    Place("register", "Sổ hồ sơ", "folder", "RegisterSection"),
)


def places_for(role: str) -> tuple[Place, ...]:
    """The places that this role may go to."""
    return tuple(place for place in PLACES if role in place.roles)


def rail_for(role: str) -> tuple[RailItem, ...]:
    """The rail of this role; signing out stands at its lower end."""
    items = (RailItem(place.key, place.title, place.icon) for place in places_for(role))
    return (*items, RailItem(SIGN_OUT, "Đăng xuất", "leave", last=True))


def place_of_figure(role: str, figure: int) -> str:
    """The key of the place of ``Ctrl`` and this figure; empty where there is none for the role.

    A place has the same figure for every role.
    """
    if 1 <= figure <= len(PLACES) and role in PLACES[figure - 1].roles:
        return PLACES[figure - 1].key
    return ""


def make_section(key: str, look: Look, host: Host) -> Section:
    """Make the section of a place; its module is imported only now."""
    place = next(place for place in PLACES if place.key == key)
    made_by: type[Section] = getattr(import_module(f"kiosk.ui.admin.{key}.section"), place.made_by)
    return made_by(look, host)
