"""Drawing a slip as a picture, in the devices' lane (the drawing library is not made for two)."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.ui.pdf_picture import pdf_picture

if TYPE_CHECKING:
    from kiosk.dossiers.slips import AppointmentSlip
    from kiosk.printing.letter_values import AnyLetter


def slip_picture(slip: "AppointmentSlip", width: int) -> tuple[QImage, int]:
    """The first sheet of Mẫu số 01, ``width`` pixels wide, and how many sheets there are.

    Raises :class:`Refused` as :func:`kiosk.printing.papers.form01_pdf`.
    """
    from kiosk.printing.papers import form01_pdf

    return pdf_picture(form01_pdf(slip, copies=1), width)


def letter_picture(kind: str, letter: "AnyLetter", width: int) -> tuple[QImage, int]:
    """The same of a letter of that kind.

    Raises :class:`Refused` as :func:`kiosk.printing.papers.letter_pdf`.
    """
    from kiosk.office.legal import FormKind
    from kiosk.printing.papers import letter_pdf

    return pdf_picture(letter_pdf(FormKind(kind), letter, copies=1), width)
