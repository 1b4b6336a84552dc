"""Stacks as a scanner would hand them over: slips and papers as pictures, skewed and noisy."""

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from kiosk.dossiers.slips import SlipPaper
from kiosk.printing.fonts import Face, font_of
from kiosk.printing.papers import form01_pdf
from tests.printing.papers_kit import FORM

UNIT = "H99.12.08"
CODES = tuple(f"{UNIT}-261123-{number:04d}" for number in range(1, 11))
TWO_SHEETS = tuple(SlipPaper(f"Giấy tờ thứ {n}", "Bản chính", 1) for n in range(14))


def slip_pages(code: str, dpi: int, papers: Sequence[SlipPaper] = ()) -> list[Image.Image]:
    """Form 01 of a dossier, one copy, drawn at ``dpi``."""
    slip = replace(FORM, code=code, papers=tuple(papers) or FORM.papers)
    pdf = pypdfium2.PdfDocument(form01_pdf(slip, copies=1))
    drawn = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in pdf]
    pdf.close()
    return drawn


def paper(text: str, dpi: int) -> Image.Image:
    """A page of a paper of its own: lines of letters and a ruled table, A4."""
    page = Image.new("L", (round(210 * dpi / 25.4), round(297 * dpi / 25.4)), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(font_of(Face.SERIF).path), round(12 * dpi / 72))
    for line in range(28):
        draw.text((dpi, dpi + line * dpi // 4), f"{text}: dòng chữ thứ {line}, độc lập", 20, font)
    for line in range(8):
        draw.line((dpi, dpi * 8 + line * dpi // 3, dpi * 7, dpi * 8 + line * dpi // 3), 0, 2)
    for line in range(9):
        across = dpi + line * dpi * 6 // 8
        draw.line((across, dpi * 8, across, dpi * 8 + 7 * dpi // 3), 0, 2)
    return page


def scanned(page: Image.Image, *, skew: float = 3.0, noise: float = 40.0) -> Image.Image:
    """The page as a sheet-fed scanner sees it: crooked, a little soft, with grain."""
    turned = page.rotate(skew, resample=Image.Resampling.BILINEAR, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.4))
    return Image.blend(soft, _grain(soft.size, noise), 0.15)


@lru_cache(maxsize=4)
def _grain(size: tuple[int, int], noise: float) -> Image.Image:
    return Image.effect_noise(size, noise)


def as_pdf(pages: Sequence[Image.Image], dpi: int, quality: int = 70) -> bytes:
    """The pages as a scanner's PDF: one JPEG each."""
    made = pypdfium2.PdfDocument.new()
    for picture in pages:
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=quality)
        image = pypdfium2.PdfImage.new(made)
        image.load_jpeg(jpeg, inline=True)
        wide, high = picture.width * 72 / dpi, picture.height * 72 / dpi
        image.set_matrix(pypdfium2.PdfMatrix().scale(wide, high))
        page = made.new_page(wide, high)
        page.insert_obj(image)
        page.gen_content()
    out = io.BytesIO()
    made.save(out)
    made.close()
    return out.getvalue()
