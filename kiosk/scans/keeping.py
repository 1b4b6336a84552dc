"""PDF files of scanned pages in the station's folder: written whole or not at all, never altered.

A file's name is its SHA-256, so that what lies under a name can be checked at any time.
"""

import contextlib
import hashlib
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.scans.pages import ScanFile, opened_pdf, opened_picture, read_scan
from kiosk.system_words import why_not

TURNS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a file, counted from 1, and by how many degrees it is turned clockwise."""

    page: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the folder."""

    file: str
    sha256: str
    bytes: int
    pages: int


def keep_pages(source: ScanFile, sheets: Sequence[Sheet], folder: Path) -> Kept:
    """Put some pages of ``source`` into a file of their own, as they are (no page is rendered anew).

    Raises :class:`Refused` ``scan.not_a_scan``, ``scan.unwritable``.
    """
    made = _from_pdf(source, sheets) if source.kind == "pdf" else _from_picture(source, sheets)
    return _written(made, len(sheets), folder)


def _from_pdf(source: ScanFile, sheets: Sequence[Sheet]) -> bytes:
    import pypdfium2

    with opened_pdf(source.name, source.content) as pdf, _new_pdf() as made:
        try:
            made.import_pages(pdf, [sheet.page - 1 for sheet in sheets])
        except pypdfium2.PdfiumError as error:
            raise Refused("scan.not_a_scan", file=source.name) from error
        for number, sheet in enumerate(sheets):
            if sheet.turn:
                page = made[number]
                page.set_rotation((page.get_rotation() + sheet.turn) % 360)
        return _saved(made)


def _from_picture(source: ScanFile, sheets: Sequence[Sheet]) -> bytes:
    with opened_picture(source.name, source.content) as picture, _new_pdf() as made:
        for sheet in sheets:
            try:
                picture.seek(sheet.page - 1)
                _add_picture(made, source, picture, sheet.turn)
            except (OSError, ValueError, SyntaxError, EOFError) as error:
                raise Refused("scan.not_a_scan", file=source.name) from error
        return _saved(made)


def keep_pictures(files: Sequence[Path]) -> bytes:
    """Single pages, a JPEG each, as the content of one PDF; each goes in as it is.

    Raises :class:`Refused` as :func:`read_scan`.
    """
    with _new_pdf() as made:
        for file in files:
            source = read_scan(file)
            with opened_picture(source.name, source.content) as picture:
                try:
                    _add_picture(made, source, picture, 0)
                except (OSError, ValueError, SyntaxError, EOFError) as error:
                    raise Refused("scan.not_a_scan", file=source.name) from error
        return _saved(made)


def _add_picture(made: Any, source: ScanFile, picture: Any, turn: int) -> None:
    """A page as large as the paper was. A JPEG goes in as it is; others without any loss."""
    import pypdfium2

    image = pypdfium2.PdfImage.new(made)
    if source.kind == "jpeg":
        image.load_jpeg(io.BytesIO(source.content), inline=True)
        turn += {3: 180, 6: 90, 8: 270}.get(picture.getexif().get(0x0112, 1), 0)
    else:
        plain = picture.convert("L" if picture.mode in {"1", "L", "I;16"} else "RGB")
        bitmap = pypdfium2.PdfBitmap.from_pil(plain)
        image.set_bitmap(bitmap)
        bitmap.close()
    dpi = float(picture.info.get("dpi", (0, 0))[0] or 0)
    dpi = dpi if 50 <= dpi <= 1200 else 200.0
    wide, high = picture.width * 72 / dpi, picture.height * 72 / dpi
    image.set_matrix(pypdfium2.PdfMatrix().scale(wide, high))
    page = made.new_page(wide, high)
    page.insert_obj(image)
    page.gen_content()
    page.set_rotation(turn % 360)
    page.close()


@contextlib.contextmanager
def _new_pdf() -> Any:
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    try:
        yield made
    finally:
        made.close()


def _saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _written(content: bytes, pages: int, folder: Path) -> Kept:
    digest = hashlib.sha256(content).hexdigest()
    target = folder / f"{digest}.pdf"
    part = folder / f"{new_id()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_new(part, content)
        if hashlib.sha256(part.read_bytes()).hexdigest() != digest:
            raise Refused("scan.unwritable", folder=str(folder), why="đọc lại thấy khác")
        part.replace(target)
        _flush(folder)
    except OSError as error:
        raise Refused("scan.unwritable", folder=str(folder), why=why_not(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    with opened_pdf(target.name, content) as pdf:
        if len(pdf) != pages:
            raise Refused("scan.not_a_scan", file=target.name)
    return Kept(target.name, digest, len(content), pages)


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet, for its owner alone, down to the disk.

    Raises :class:`OSError`, :class:`FileExistsError` among them.
    """
    # Windows would else turn line ends within the bytes.
    how = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, how, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def kept_content(folder: Path, file: str, sha256: str) -> bytes:
    """A file as it was written.

    Raises :class:`Refused`: ``scan.file_missing``, ``scan.altered`` where its content is not what
    was filed.
    """
    try:
        content = (folder / file).read_bytes()
    except OSError as error:
        raise Refused("scan.file_missing", file=file, why=why_not(error)) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Refused("scan.altered", file=file)
    return content


def drop(folder: Path, kept: Kept) -> None:
    """Take away a file that no dossier refers to: it was made for a filing that did not happen."""
    with contextlib.suppress(OSError):
        (folder / kept.file).unlink(missing_ok=True)


def joined(contents: Sequence[tuple[str, bytes]]) -> bytes:
    """Several PDFs, each with its name, as one."""
    with _new_pdf() as made:
        for name, content in contents:
            with opened_pdf(name, content) as pdf:
                made.import_pages(pdf)
        return _saved(made)


def _flush(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
