"""A file that a scanner wrote, as pages that can be looked at one by one.

PDF, JPEG, PNG and TIFF. PDFium knows one thread only: whoever calls from several threads takes
turns.
"""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.refusal import Refused
from kiosk.system_words import why_not

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 150_000_000
MOST_PAGES = 300
MOST_PIXELS = 120_000_000
"""A bitmap of one page: A3 at 600 dpi has 70 million."""

USUAL_DPI, LEAST_DPI, MOST_DPI = 200, 150, 300
_MOST_LOOKED_AT = 12_000_000
_PASSWORD = 4
_KINDS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "TIFF": "tiff"}


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A file that was read whole and found fit; ``kind`` is pdf, jpeg, png or tiff."""

    name: str
    kind: str
    sha256: str
    pages: int
    content: bytes = field(repr=False)


def read_scan(file: Path) -> ScanFile:
    """Read a file and see that each page can be had.

    Raises :class:`Refused`: ``file.unreadable``, ``scan.empty``, ``scan.too_large``,
    ``scan.encrypted``, ``scan.not_a_scan``, ``scan.too_many_pages``.
    """
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise Refused("scan.too_large", file=file.name, megabytes=size // 1_000_000, most=150)
        content = file.read_bytes()
    except OSError as error:
        raise Refused("file.unreadable", file=str(file), why=why_not(error)) from error
    if not content:
        raise Refused("scan.empty", file=file.name)
    kind, pages = _looked_over(file.name, content)
    if pages > MOST_PAGES:
        raise Refused("scan.too_many_pages", file=file.name, pages=pages, most=MOST_PAGES)
    return ScanFile(file.name, kind, hashlib.sha256(content).hexdigest(), pages, content)


def _looked_over(name: str, content: bytes) -> tuple[str, int]:
    if content[:1024].lstrip().startswith(b"%PDF"):
        with opened_pdf(name, content) as pdf:
            return "pdf", len(pdf)
    with opened_picture(name, content) as picture:
        return _KINDS[str(picture.format)], int(getattr(picture, "n_frames", 1))


@contextmanager
def opened_pdf(name: str, content: bytes) -> Iterator[Any]:
    """A PDF, open. Raises :class:`Refused` ``scan.encrypted``, ``scan.not_a_scan``."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise Refused("scan.encrypted", file=name) from error
        raise Refused("scan.not_a_scan", file=name) from error
    try:
        if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(pdf) != -1:
            raise Refused("scan.encrypted", file=name)
        if not len(pdf):
            raise Refused("scan.not_a_scan", file=name)
        yield pdf
    finally:
        pdf.close()


@contextmanager
def opened_picture(name: str, content: bytes) -> Iterator["Image"]:
    """A picture, open at its first page. Raises :class:`Refused` ``scan.not_a_scan``."""
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "TIFF"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise Refused("scan.not_a_scan", file=name) from error
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Refused("scan.not_a_scan", file=name)
        yield picture


def pictures(scan: ScanFile) -> Iterator["Image"]:
    """Each page in grey, one at a time: a bitmap is gone before the next is made.

    Raises :class:`Refused` ``scan.not_a_scan`` where a page is damaged.
    """
    if scan.kind == "pdf":
        yield from _of_pdf(scan)
    else:
        yield from _of_picture(scan)


def _of_pdf(scan: ScanFile) -> Iterator["Image"]:
    import pypdfium2

    with opened_pdf(scan.name, scan.content) as pdf:
        for number in range(len(pdf)):
            try:
                page = pdf[number]
                picture = _own_picture(page) or _rendered(page)
                page.close()
            except (pypdfium2.PdfiumError, ValueError, OSError) as error:
                raise Refused("scan.not_a_scan", file=scan.name) from error
            yield picture


def _rendered(page: Any) -> "Image":
    bitmap = page.render(scale=_scale(page), grayscale=True, may_draw_forms=False)
    picture: Image = bitmap.to_pil().copy()
    bitmap.close()
    return picture


def _own_picture(page: Any) -> "Image | None":
    """The JPEG that a scanner put upright over the whole page, if that is all: thrice as quick."""
    from PIL import Image
    from pypdfium2 import raw

    things = list(page.get_objects(max_depth=1))
    images = [thing for thing in things if thing.type == raw.FPDF_PAGEOBJ_IMAGE]
    others = {thing.type for thing in things} - {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT}
    if len(images) != 1 or others or images[0].get_filters() != ["DCTDecode"]:
        return None
    across, bent, leaning, down, *_ = images[0].get_matrix().get()
    left, bottom, right, top = page.get_mediabox()
    if bent or leaning or across < 0.9 * (right - left) or down < 0.9 * (top - bottom):
        return None
    wide, high = images[0].get_px_size()
    dpi = wide * 72 / across
    if wide * high > _MOST_LOOKED_AT or not LEAST_DPI - 1 <= dpi <= MOST_DPI:
        return None
    picture = Image.open(io.BytesIO(bytes(images[0].get_data())), formats=("JPEG",))
    picture.draft("L", None)
    return picture.convert("L")


def _scale(page: Any) -> float:
    """As fine as the scanner's own picture, within bounds: a second look at it blurs the bars."""
    import pypdfium2

    width, height = page.get_size()
    wide = 0
    for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        across, down = thing.get_px_size()
        wide = max(wide, across if (across > down) == (width > height) else down)
    dpi = wide * 72 / width if wide else USUAL_DPI
    scale = min(max(dpi, LEAST_DPI), MOST_DPI) / 72
    return float(min(scale, (_MOST_LOOKED_AT / (width * height)) ** 0.5))


def _of_picture(scan: ScanFile) -> Iterator["Image"]:
    from PIL import ImageOps

    with opened_picture(scan.name, scan.content) as picture:
        for number in range(scan.pages):
            try:
                picture.seek(number)
                if picture.width * picture.height > MOST_PIXELS:
                    raise Refused("scan.not_a_scan", file=scan.name)
                grey = ImageOps.exif_transpose(picture).convert("L")
            except (OSError, ValueError, SyntaxError, EOFError) as error:
                raise Refused("scan.not_a_scan", file=scan.name) from error
            yield grey
