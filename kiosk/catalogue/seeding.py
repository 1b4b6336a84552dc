"""The procedures a new office starts with, written by hand."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.catalogue.files import records_in
from kiosk.catalogue.intake import Intake
from kiosk.catalogue.keeping import keep
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


def seed_procedures(unit: WriteUnit, paths: Iterable[Path]) -> int:
    """Keep the procedures of some TOML files or folders and offer each in its field; how many.

    Raises :class:`Refused` ``import.missing``; ``catalogue.seed_unreadable`` when any part of
    them cannot be read: what a hand has written, a hand can mend.
    """
    intake = Intake(lambda _code: set())
    sources = tuple(intake.sources(records_in(paths)))
    if intake.unreadable:
        first = intake.unreadable[0]
        raise Refused("catalogue.seed_unreadable", where=first.where, why=first.why)
    return len(keep(unit, sources, offered=True).new)
