"""The fonts of the papers, chosen by looking at their glyphs and not at their names.

Two families called Liberation Serif live on Debian and the older one lacks 92 Vietnamese letters,
so a file counts only when every letter of the language is in it.
"""

import importlib.util
import os
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kiosk.paths import RESOURCES
from kiosk.refusal import Refused


class Face(StrEnum):
    """A cut of a family: the serif ones are for official papers, the sans ones for tickets."""

    SERIF = "Serif"
    SERIF_BOLD = "SerifBold"
    SERIF_ITALIC = "SerifItalic"
    SERIF_BOLD_ITALIC = "SerifBoldItalic"
    SANS = "Sans"
    SANS_SEMIBOLD = "SansSemiBold"
    SANS_BOLD = "SansBold"
    SANS_EXTRABOLD = "SansExtraBold"


Family = Mapping[Face, str]
"""The file name of each face of a family."""


def _serif(regular: str, bold: str, italic: str, bold_italic: str) -> Family:
    return {
        Face.SERIF: regular,
        Face.SERIF_BOLD: bold,
        Face.SERIF_ITALIC: italic,
        Face.SERIF_BOLD_ITALIC: bold_italic,
    }


LIBERATION_SERIF = _serif(
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)
TINOS = _serif("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")
TIMES = _serif("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
OPEN_SANS: Family = {
    Face.SANS: "OpenSans-Regular.ttf",
    Face.SANS_SEMIBOLD: "OpenSans-SemiBold.ttf",
    Face.SANS_BOLD: "OpenSans-Bold.ttf",
    Face.SANS_EXTRABOLD: "OpenSans-ExtraBold.ttf",
}


@dataclass(frozen=True, slots=True)
class Font:
    """A font that is ready to print: its name for the PDF and the advance of each character.

    ``advances`` holds exactly the characters the font can draw, in thousandths of the size.
    """

    pdf_name: str
    path: Path
    advances: Mapping[str, float]


def vietnamese_letters() -> frozenset[str]:
    """Every letter of the language in both cases, and the marks our papers use."""
    vowels = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones}
    letters |= set("bcdđghklmnpqrstvxfjwz")
    letters |= {letter.upper() for letter in letters}
    return frozenset(letters | set("0123456789 .,:;/()-*–…“”‘’·"))


def font_folders() -> tuple[Path, ...]:
    """Where fonts may lie on this machine, our own first."""
    folders = [RESOURCES / "fonts"]
    package = importlib.util.find_spec("ttf_opensans")
    if package and package.submodule_search_locations:
        folders += [Path(place) / "ttf" for place in package.submodule_search_locations]
    if sys.platform == "win32":
        folders.append(Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
        if local := os.environ.get("LOCALAPPDATA"):
            folders.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
    else:
        folders += [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        folders.append(Path.home() / ".local" / "share" / "fonts")
    return tuple(folders)


def _serif_families() -> tuple[Family, ...]:
    if sys.platform == "win32":
        return (TIMES, LIBERATION_SERIF, TINOS)
    return (LIBERATION_SERIF, TINOS, TIMES)


def _files_by_name(folders: Iterable[Path]) -> Mapping[str, list[Path]]:
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        for inside, names, files in os.walk(folder):
            names.sort()
            for file in sorted(files):
                found[file.lower()].append(Path(inside) / file)
    return found


def _load(face: Face, path: Path) -> Font | None:
    name = f"MotCua{face.value}"
    try:
        font = TTFont(name, str(path), asciiReadable=False, shapable=False)
    except (TTFError, OSError):
        return None
    widths = font.face.charWidths
    standard = font.face.defaultWidth
    advances = {
        chr(point): float(widths.get(point, standard))
        for point, glyph in font.face.charToGlyph.items()
        if glyph
    }
    if not vietnamese_letters() <= advances.keys():
        return None
    advances["\u00a0"] = advances[" "]  # binds words until lines are set, then prints as a space
    pdfmetrics.registerFont(font)
    return Font(name, path, advances)


def load_family(families: Iterable[Family], folders: Iterable[Path]) -> Mapping[Face, Font]:
    """The first family that is whole in these folders, registered for printing.

    A file that lacks a letter, or is no font, is passed over as if it were not there.
    Raises :class:`Refused` ``font.missing`` (``family``) when no family is whole.
    """
    files = _files_by_name(folders)
    wanted = ""
    for family in families:
        wanted = wanted or next(iter(family.values())).partition("-")[0]
        fonts: dict[Face, Font] = {}
        for face, file in family.items():
            candidates = (_load(face, path) for path in files.get(file.lower(), ()))
            font = next((font for font in candidates if font), None)
            if font is None:
                break
            fonts[face] = font
        else:
            return fonts
    raise Refused("font.missing", family=wanted)


@cache
def _serif_fonts() -> Mapping[Face, Font]:
    return load_family(_serif_families(), font_folders())


@cache
def _sans_fonts() -> Mapping[Face, Font]:
    return load_family((OPEN_SANS,), font_folders())


def font_of(face: Face) -> Font:
    """The font for a face, found and registered at its first use.

    Raises :class:`Refused` ``font.missing``.
    """
    fonts = _serif_fonts() if face.value.startswith("Serif") else _sans_fonts()
    return fonts[face]
