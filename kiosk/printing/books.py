"""Registers and lists as PDF files."""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from kiosk.dossiers.letters import HandoverList, RegisterHead, RegisterLine
from kiosk.dossiers.takings import TakingsList
from kiosk.printing.fonts import Face
from kiosk.printing.handover import handover_pages, handover_title
from kiosk.printing.marks import Page
from kiosk.printing.pdf import write_pdf, write_pdf_to
from kiosk.printing.register import register_title, volume_pages
from kiosk.printing.takings import takings_pages, takings_title
from kiosk.printing.typography import printable

Volume = tuple[RegisterHead, Iterable[RegisterLine]]
"""The cover of a volume and its lines, which are asked for once, volume after volume."""


def register_pdf(out: IO[bytes], first: RegisterHead, volumes: Iterable[Volume]) -> None:
    """Write a year's register to ``out``; ``first`` is the cover that names the document.

    The lines of one volume at a time stand in memory. Refuses as
    :func:`kiosk.printing.register.volume_pages` does.
    """
    write_pdf_to(
        out,
        _pages(volumes),
        title=register_title(first),
        author=printable(first.office_name),
        first_face=Face.SERIF,
    )


def handover_pdf(given: HandoverList, *, copies: int = 2, reprint: bool = False) -> bytes:
    """The hand-over list, every copy with all its sheets.

    Refuses as :func:`kiosk.printing.handover.handover_pages` does.
    """
    return write_pdf(
        handover_pages(given, copies=copies, reprint=reprint),
        title=handover_title(given),
        author=printable(given.office_name),
        first_face=Face.SERIF,
    )


def takings_pdf(given: Sequence[TakingsList], *, copies: int = 1, reprint: bool = False) -> bytes:
    """What officers took on a day, one list after the other; at least one.

    Refuses as :func:`kiosk.printing.takings.takings_pages` does.
    """
    return write_pdf(
        [page for each in given for page in takings_pages(each, copies=copies, reprint=reprint)],
        title=takings_title(given[0]),
        author=printable(given[0].office_name),
        first_face=Face.SERIF,
    )


def _pages(volumes: Iterable[Volume]) -> Iterator[Page]:
    for head, lines in volumes:
        yield from volume_pages(head, lines)
