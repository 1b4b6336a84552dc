"""Drawing a page as a picture, in the devices' lane (the drawing library is not made for two)."""

from PySide6.QtGui import QImage


def pdf_picture(pdf: bytes, width: int) -> tuple[QImage, int]:
    """The first page, ``width`` pixels wide, and how many pages there are."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
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
