"""What the list to call asks of the store. Imported only in the store's lane."""

from kiosk.dossiers.telling import CitizenTold, MarkTold, TellLine, ToldBy, mark_told, to_tell
from kiosk.storage.commands import UseCase
from kiosk.storage.units import ReadUnit


def listed(unit: ReadUnit) -> tuple[TellLine, ...]:
    """Whose citizens are still to be told, the longest waiting first."""
    return to_tell(unit)


def marking(
    code: str, by: str, *, reached: bool
) -> tuple[UseCase[MarkTold, CitizenTold], MarkTold]:
    """Somebody was told, or nobody was reached."""
    return mark_told, MarkTold(code, ToldBy(by), reached)
