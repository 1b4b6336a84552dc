"""Drawing a slip as a picture, in the devices' lane (the drawing library is not made for two)."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from kiosk.dossiers.slips import AppointmentSlip


def slip_picture(slip: "AppointmentSlip", width: int) -> tuple[QImage, int]:
    """The first sheet of Mẫu số 01, ``width`` pixels wide, and how many sheets there are.

    Raises :class:`Refused` as :func:`kiosk.printing.papers.form01_pdf`.
    """
    import pypdfium2

    from kiosk.printing.papers import form01_pdf

    document = pypdfium2.PdfDocument(form01_pdf(slip, copies=1))
    try:
        page = document[0]
        # The last part of a pixel counts as a whole one.
        scale = (width - 0.5) / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGBX8888,
        )
        return image.copy(), len(document)
    finally:
        document.close()
