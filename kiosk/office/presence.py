"""Which faces are at work: each says every half minute that it lives.

It is told outside of requests and of the audit: thousands of such lines a day would bury what people
did. One line stays for each face of each station.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from kiosk.refusal import Refused
from kiosk.storage.schema import station_presence
from kiosk.storage.units import ReadUnit, WriteUnit

TOLD_EVERY = timedelta(seconds=30)
STALE_AFTER = timedelta(seconds=90)
"""Three times nothing was heard: the face is gone or cannot reach the store."""

FACES = ("citizen", "counter", "lobby", "admin")


@dataclass(frozen=True, slots=True)
class Alive:
    """What a face says of itself; ``printers``: the printer of each kind of paper it may put out."""

    face: str
    counter: int | None
    started_at: datetime
    printers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Presence:
    """A face as it was last heard of."""

    station: str
    face: str
    counter: int | None
    started_at: datetime
    seen_at: datetime
    printers: dict[str, str]

    def stale(self, now: datetime) -> bool:
        """Whether nothing was heard for more than :data:`STALE_AFTER`."""
        return now - self.seen_at > STALE_AFTER


@dataclass(frozen=True, slots=True)
class ForgetStation:
    """The wish to take a machine that is no longer used off the list."""

    station: str


@dataclass(frozen=True, slots=True)
class StationForgotten:
    """A machine taken off the list; it comes back by itself when it is switched on again."""

    station: str


def tell_alive(unit: WriteUnit, alive: Alive) -> None:
    """Note that a face of the acting station lives now."""
    told = {
        "counter_number": alive.counter,
        "started_at": alive.started_at,
        "seen_at": unit.now,
        "details": msgspec.json.encode({"printers": dict(alive.printers)}).decode(),
    }
    who = {"at_station": unit.by.station, "of_face": alive.face}
    if not unit.run(_AGAIN.values(**told), **who):
        unit.run(insert(station_presence), station=unit.by.station, face=alive.face, **told)


def presences(unit: ReadUnit) -> tuple[Presence, ...]:
    """Every face ever heard of and not forgotten, by station."""
    return tuple(
        Presence(
            row.station,
            row.face,
            row.counter_number,
            row.started_at,
            row.seen_at,
            msgspec.json.decode(row.details, type=dict[str, dict[str, str]]).get("printers", {}),
        )
        for row in unit.rows(_ALL)
    )


def forget_station(unit: WriteUnit, wish: ForgetStation) -> StationForgotten:
    """Take a machine off the list of devices.

    Raises :class:`Refused`: ``station.unknown``, ``station.alive`` (it was heard of just now).
    """
    heard = [one for one in presences(unit) if one.station == wish.station]
    if not heard:
        raise Refused("station.unknown", station=wish.station[:40])
    if not all(one.stale(unit.now) for one in heard):
        raise Refused("station.alive", station=wish.station)
    unit.run(_FORGET, at_station=wish.station)
    unit.audit("station.forgotten", f"station:{wish.station}")
    return StationForgotten(wish.station)


_AGAIN = update(station_presence).where(
    station_presence.c.station == bindparam("at_station"),
    station_presence.c.face == bindparam("of_face"),
)
_ALL = select(station_presence).order_by(station_presence.c.station, station_presence.c.face)
_FORGET = delete(station_presence).where(station_presence.c.station == bindparam("at_station"))
