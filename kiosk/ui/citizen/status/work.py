"""What following a dossier asks of the store. Everything here runs in the store's lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.dossiers.lookup import OpenDetails
    from kiosk.dossiers.public import PublicDetails, PublicStatus
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit


def unit_code(unit: "ReadUnit") -> str:
    """The code that heads this office's own dossier codes."""
    from kiosk.office.reading import office_now

    return office_now(unit).unit_code


def finding(code: str) -> "Callable[[ReadUnit], PublicStatus]":
    """The look at a dossier by its code, however it was typed."""

    def look(unit: "ReadUnit") -> "PublicStatus":
        from kiosk.dossiers.public import public_status

        return public_status(unit, code)

    return look


def opening(
    code: str, secret: str
) -> "Callable[[], tuple[UseCase[OpenDetails, PublicDetails], OpenDetails]]":
    """The plan of opening a dossier's details."""

    def plan() -> "tuple[UseCase[OpenDetails, PublicDetails], OpenDetails]":
        from kiosk.dossiers.lookup import OpenDetails, open_details

        return open_details, OpenDetails(code, secret)

    return plan
