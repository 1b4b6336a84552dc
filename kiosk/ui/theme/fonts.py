"""Open Sans, loaded from its package into Qt's font database.

The package's own module is never imported (it drags an image library along); only its folder is
looked up. Windows and Debian alike then draw with the same files.
"""

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.ui.theme.tokens import FONT_UI

FACES = ("Regular", "SemiBold", "Bold", "ExtraBold", "Italic")


def font_folder() -> Path | None:
    """Where the TTF files lie; None when the package is not installed."""
    spec = importlib.util.find_spec("ttf_opensans")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "ttf"


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the faces (once per process; needs the application) and name those that are missing.

    All five cost 2 ms together, so none is put off.
    """
    folder = font_folder()
    if FONT_UI in QFontDatabase.families() and folder is None:
        return ()
    missing = []
    for face in FACES:
        path = folder / f"OpenSans-{face}.ttf" if folder else None
        if path is None or QFontDatabase.addApplicationFont(str(path)) < 0:
            missing.append(face)
    return tuple(missing)


@cache
def ui_font(pixels: int, weight: int, italic: bool = False) -> QFont:
    """The interface font at a pixel size and weight. Callers must not change what they get."""
    font = QFont(FONT_UI)
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    if weight >= 800:
        # The big numbers: figures of this weight stand too far apart.
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.014 * pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
