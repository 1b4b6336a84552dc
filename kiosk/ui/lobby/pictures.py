"""The office's own pictures for the hall: PNG and JPEG files in a folder of the station.

Read in a lane, decoded there and made no larger than the place they stand in, so that twenty of
them weigh 55 MB at most; what is no picture is left out and told of by the doctor.
"""

from dataclasses import dataclass
from pathlib import Path

from kiosk.system_words import why_not

ENDINGS = (".png", ".jpg", ".jpeg")
MOST = 20
_LARGEST_FILE = 30_000_000
_SIZE = (1280, 720)


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture: its file's name, its size in pixels, and their colours, three bytes each."""

    name: str
    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures in the order of their names, and what was left out, with the reason.

    ``stamp`` tells whether the folder has changed since.
    """

    stamp: tuple[tuple[str, int, int], ...] = ()
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def read_album(folder: Path, before: Album | None = None) -> Album:
    """The album in ``folder``; ``before`` itself where nothing has changed."""
    files = _files(folder)
    stamp = tuple((file.name, *_state(file)) for file in files)
    if before is not None and stamp == before.stamp:
        return before
    pictures: list[Picture] = []
    left_out: list[tuple[str, str]] = []
    for file in files:
        if len(pictures) == MOST:
            left_out.append((file.name, f"quá {MOST} ảnh"))
            continue
        found = _read(file)
        if isinstance(found, Picture):
            pictures.append(found)
        else:
            left_out.append((file.name, found))
    return Album(stamp, tuple(pictures), tuple(left_out))


def _files(folder: Path) -> list[Path]:
    try:
        found = [file for file in folder.iterdir() if file.suffix.lower() in ENDINGS]
    except OSError:
        return []
    return sorted(found, key=lambda file: file.name)


def _state(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size


def _read(file: Path) -> Picture | str:
    from PIL import Image, ImageOps

    try:
        if file.stat().st_size > _LARGEST_FILE:
            return "tệp lớn quá 30 MB"
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            image.draft("RGB", _SIZE)
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return "ảnh lớn quá"
    except OSError as error:
        return why_not(error) if error.errno else "không đọc được"
    except (SyntaxError, ValueError, EOFError):
        return "không đọc được"
    upright.thumbnail(_SIZE)
    # What is see-through in a PNG is paper.
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    return Picture(file.name, *paper.size, paper.tobytes())
