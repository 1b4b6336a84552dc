"""A printer of the system, as Qt knows it (CUPS, the Windows spooler)."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.refusal import Refused
from kiosk.storage.print_jobs import PrintJob

POINTS_PER_INCH = 72
FINEST_DPI = 600


@dataclass(frozen=True, slots=True)
class SystemPrinter:
    """Sends papers to the system's printer ``name``.

    Not repeatable: a job that was sent may have come out.
    """

    name: str
    repeatable: bool = False

    def send(self, job: PrintJob, pdf: bytes) -> None:
        """Draw every page of the PDF, at its own size, on the printer.

        Raises :class:`Refused`: ``printer.gone``, ``printer.failed``.
        """
        printer = QPrinter(find(self.name), QPrinter.PrinterMode.HighResolution)
        draw(printer, job.title, pdf)


def find(name: str) -> QPrinterInfo:
    """The system's printer of that name. Raises :class:`Refused` ``printer.gone``."""
    _need_application()
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise Refused("printer.gone", printer=name)
    return info


def draw(printer: QPrinter, title: str, pdf: bytes) -> None:
    """Draw a PDF on a printer, one sheet a page, sizes kept to the millimetre.

    Raises :class:`Refused` ``printer.failed``.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    try:
        printer.setDocName(title)
        dpi = min(printer.resolution(), FINEST_DPI)
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            _set_page(printer, width, height)
            if number == 0:
                if not painter.begin(printer):
                    raise Refused(
                        "printer.failed", printer=printer.printerName(), why="không mở được"
                    )
            elif not printer.newPage():
                raise Refused(
                    "printer.failed", printer=printer.printerName(), why="dừng giữa chừng"
                )
            bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_Grayscale8,
            )
            scale = printer.resolution() / POINTS_PER_INCH
            painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _set_page(printer: QPrinter, width: float, height: float) -> None:
    size = QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Point,
        matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )


def _need_application() -> None:
    if QGuiApplication.instance() is None:
        # Printing needs an application even where no window is open (``kiosk print run``).
        QGuiApplication(["kiosk", "-platform", "offscreen"])
