"""What the devices ask of the store. Imported only in the store's lane."""

import re
from datetime import date
from pathlib import Path

from kiosk.office.presence import (
    ForgetStation,
    StationForgotten,
    forget_station,
    presences,
)
from kiosk.office.reading import office_now
from kiosk.office.staff_calls import open_calls
from kiosk.paths import StationFolder
from kiosk.storage.commands import UseCase
from kiosk.storage.print_jobs import listed
from kiosk.storage.units import ReadUnit
from kiosk.ui.admin.devices.props import DevicesSeen

_JOBS_LOOKED_AT = 200
_COPY = re.compile(r"store-(\d{4}-\d{2}-\d{2})\.sqlite3")


def look(unit: ReadUnit, store_file: Path | None) -> DevicesSeen:
    """Everything that is known of the machines."""
    return DevicesSeen(
        now=unit.now,
        open_now=office_now(unit).calendar.is_open(unit.now),
        faces=presences(unit),
        calls=open_calls(unit),
        jobs=tuple(listed(unit, limit=_JOBS_LOOKED_AT)),
        copy_here=store_file is not None,
        copied=_newest_copy(store_file) if store_file is not None else None,
    )


def _newest_copy(store_file: Path) -> date | None:
    folder = StationFolder(store_file.parent).backups
    if not folder.is_dir():
        return None
    named = (_COPY.fullmatch(each.name) for each in folder.iterdir())
    return max((date.fromisoformat(found[1]) for found in named if found), default=None)


def forgetting(station: str) -> tuple[UseCase[ForgetStation, StationForgotten], ForgetStation]:
    """Taking a machine off the list."""
    return forget_station, ForgetStation(station)
