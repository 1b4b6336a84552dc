"""Pages written as PDF: the only place that draws with reportlab."""

import math
from collections.abc import Iterable
from io import BytesIO
from typing import IO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kiosk.printing.fonts import Face, font_of
from kiosk.printing.marks import Fill, Mark, Page
from kiosk.text import nfc

_MM = 72 / 25.4

# streams stay binary: writing them in letters costs a fifth of the time and of the size
rl_config.useA85 = 0


def write_pdf(pages: Iterable[Page], *, title: str, author: str, first_face: Face) -> bytes:
    """The pages as one PDF, in memory; see :func:`write_pdf_to`."""
    out = BytesIO()
    write_pdf_to(out, pages, title=title, author=author, first_face=first_face)
    return out.getvalue()


def write_pdf_to(
    out: IO[bytes], pages: Iterable[Page], *, title: str, author: str, first_face: Face
) -> None:
    """The pages as one PDF: fonts embedded, and equal pages give equal bytes.

    ``first_face`` stands in for the unembedded Helvetica that a canvas begins with.
    Viewers are told to print one-sided at true size: bars must keep their width, and the second
    copy must not land on the back of the first.
    """
    canvas = Canvas(
        out,
        invariant=True,
        pageCompression=1,
        lang="vi-VN",
        initialFontName=font_of(first_face).pdf_name,
    )
    canvas.setTitle(nfc(title))
    canvas.setAuthor(nfc(author))
    canvas.setCreator("Một Cửa")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setViewerPreference("Duplex", "Simplex")
    for page in pages:
        canvas.setPageSize((_points(page.width), _points(page.height)))
        for mark in page.marks:
            _draw(canvas, mark, page.height)
        canvas.showPage()
        _pack(canvas)
    canvas.save()


def _pack(canvas: Canvas) -> None:
    """Compress the page just finished: a register's thousands of pages would fill the memory."""
    page = canvas._doc.Pages.pages[-1]
    applied = PDFDictionary({"Filter": PDFArray([PDFName(PDFZCompress.pdfname)])})
    page.Contents = PDFStream(applied, PDFZCompress.encode(page.stream))
    page.stream = None


def _points(length: float) -> float:
    """Points as the file writes them, rounded down.

    Rounded up, a viewer drawing dot for dot adds one dot and blurs all others to fill it.
    """
    return math.floor(length * _MM * 10_000) / 10_000


def _draw(canvas: Canvas, mark: Mark, height: float) -> None:
    if isinstance(mark, Fill):
        boxes = " ".join(
            f"{x * _MM:.4f} {(height - y - high) * _MM:.4f} {wide * _MM:.4f} {high * _MM:.4f} re"
            for x, y, wide, high in mark.boxes
        )
        canvas.addLiteral(f"{boxes} f")
        return
    canvas.setFont(font_of(mark.style.face).pdf_name, mark.style.size)
    if mark.white:
        canvas.setFillGray(1)
    canvas.drawString(
        mark.x * _MM, (height - mark.y) * _MM, mark.text, charSpace=mark.style.tracking
    )
    if mark.white:
        canvas.setFillGray(0)
