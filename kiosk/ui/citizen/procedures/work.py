"""What the procedures' pages ask of the store. It runs in the store's lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kiosk.catalogue.browsing import Browsed, Published
    from kiosk.catalogue.shelf import Shelf
    from kiosk.storage.units import ReadUnit


class Shelves:
    """What is offered, remembered from key to key.

    Filled in the store's lane; forgotten wherever a change is heard of.
    """

    def __init__(self) -> None:
        self.shelf: Shelf | None = None

    def forget(self) -> None:
        """Something has changed: look anew."""
        self.shelf = None


def browsing(
    shelves: Shelves, typed: str, prefix: str, first: int, most: int
) -> "Callable[[ReadUnit], Browsed]":
    """The procedures of one page of the list."""

    def look(unit: "ReadUnit") -> "Browsed":
        from kiosk.catalogue.browsing import browse
        from kiosk.catalogue.shelf import Shelf

        shelves.shelf = shelf = shelves.shelf or Shelf()
        return browse(unit, typed, prefix, first, most, shelf)

    return look


def reading(code: str) -> "Callable[[ReadUnit], Published]":
    """One procedure."""

    def look(unit: "ReadUnit") -> "Published":
        from kiosk.catalogue.browsing import published

        return published(unit, code)

    return look


def printing(code: str) -> Callable[[], Any]:
    """The list of its papers, owed to the printer."""

    def plan() -> Any:
        from kiosk.catalogue.papers_list import PrintPapers, print_papers

        return print_papers, PrintPapers(code)

    return plan


def paper(job: str) -> "Callable[[ReadUnit], str]":
    """Where the list stands on its way to the person."""

    def look(unit: "ReadUnit") -> str:
        from kiosk.storage.print_jobs import one

        return one(unit, job).state

    return look
