"""What the page of the day's takings asks of the store. Imported only in the store's lane."""

from kiosk.dossiers.takings import (
    PrintTakings,
    TakingsList,
    TakingsOwed,
    print_takings,
    takings_of,
)
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit


def today(unit: ReadUnit, officer: str) -> TakingsList | None:
    """What an officer took today; None where nothing was written."""
    return next(iter(takings_of(unit, unit.day, officer)), None)


def printing() -> tuple[UseCase[PrintTakings, TakingsOwed], PrintTakings]:
    """The list of today on paper."""
    return print_takings, PrintTakings()
