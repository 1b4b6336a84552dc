"""Small pictures of pages, to look at. Drawn where PDFium is used, one page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.refusal import Refused
from kiosk.scans.pages import MOST_PIXELS, ScanFile, opened_pdf, opened_picture

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, slots=True)
class Thumb:
    """A page, counted from 1, as rows of red, green, blue; no picture where it is damaged."""

    page: int
    width: int = 0
    height: int = 0
    rgb: bytes = field(default=b"", repr=False)


def thumbs(source: ScanFile, pages: Sequence[int], wide: int, high: int) -> Iterator[Thumb]:
    """Some pages in their order, each as large as fits into so many pixels.

    Raises :class:`Refused` ``scan.encrypted``, ``scan.not_a_scan`` where the whole file is damaged.
    """
    if source.kind == "pdf":
        yield from _of_pdf(source, pages, wide, high)
    else:
        yield from _of_picture(source, pages, wide, high)


def _of_pdf(source: ScanFile, pages: Sequence[int], wide: int, high: int) -> Iterator[Thumb]:
    import pypdfium2

    with opened_pdf(source.name, source.content) as pdf:
        for number in pages:
            try:
                page = pdf[number - 1]
                width, height = page.get_size()
                scale = min(wide / width, high / height)
                bitmap = page.render(scale=scale, may_draw_forms=False)
                picture = bitmap.to_pil().convert("RGB")
                bitmap.close()
                page.close()
            except (pypdfium2.PdfiumError, ValueError, ZeroDivisionError, MemoryError):
                yield Thumb(number)
            else:
                yield _thumb(number, picture)


def _of_picture(source: ScanFile, pages: Sequence[int], wide: int, high: int) -> Iterator[Thumb]:
    from PIL import ImageOps

    with opened_picture(source.name, source.content) as picture:
        for number in pages:
            try:
                picture.seek(number - 1)
                if picture.width * picture.height > MOST_PIXELS:
                    raise Refused("scan.not_a_scan", file=source.name)
                picture.draft("RGB", (wide * 2, high * 2))
                small = ImageOps.exif_transpose(picture)
                small.thumbnail((wide, high))
                shown = small.convert("RGB")
            except (OSError, ValueError, SyntaxError, EOFError, Refused):
                yield Thumb(number)
            else:
                yield _thumb(number, shown)


def _thumb(page: int, picture: "Image") -> Thumb:
    return Thumb(page, picture.width, picture.height, picture.tobytes())
