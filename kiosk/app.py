"""The only place that wires concrete things together."""

from kiosk.printing.doors import FolderPrinter, Printer
from kiosk.settings import FOLDER_PRINTER
from kiosk.station import Station


def printer_for(station: Station, kind: str) -> Printer:
    """The printer by which a kind of paper leaves this station."""
    name = station.settings.printer_for(kind)
    if name == FOLDER_PRINTER:
        return FolderPrinter(station.folder.printed)
    return system_printer(name)


def system_printer(name: str) -> Printer:
    """A printer of the system, through Qt. Raises :class:`Refused` ``printer.gone``."""
    from kiosk.ui.printers import SystemPrinter

    return SystemPrinter(name)


def require_printer(name: str) -> None:
    """Raises :class:`Refused` ``printer.gone`` where the system has no printer of that name."""
    from kiosk.ui.printers import find

    find(name)
