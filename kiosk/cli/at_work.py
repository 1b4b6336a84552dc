"""What nearly every command needs: the station open, and somebody who acts."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from kiosk.paths import StationFolder, station_folder
from kiosk.station import Station, open_station
from kiosk.storage.commands import UseCase
from kiosk.storage.store import Store
from kiosk.storage.units import Actor

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Work:
    """An open station, and the person named by ``--officer``."""

    station: Station
    by: Actor
    request_id: str | None

    @property
    def store(self) -> Store:
        """The office's store."""
        return self.station.store

    @property
    def folder(self) -> StationFolder:
        """The station's folder."""
        return self.station.folder

    def do(self, use_case: UseCase[Wish, Fact], wish: Wish) -> Fact:
        """Carry out a use-case as that person, under ``--request-id`` when one was given."""
        return self.store.do(use_case, wish, self.by, self.request_id)


@contextmanager
def at_work(args: argparse.Namespace) -> Iterator[Work]:
    """Open the station for one command.

    Raises :class:`Refused` as :func:`open_station` does, and ``person.unknown``.
    """
    station = open_station(station_folder(args.home))
    try:
        officer: str | None = None
        if args.officer is not None:
            from kiosk.office.directory import find_person

            with station.store.read() as unit:
                officer = find_person(unit, args.officer).code
        yield Work(station, station.actor(officer), args.request_id)
    finally:
        station.store.close()
