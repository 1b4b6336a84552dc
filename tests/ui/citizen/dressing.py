"""The kiosk's frame, dressed as somebody may have chosen, for a look at one page after another."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize

from kiosk.clock import FrozenClock, parse_moment
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import KioskFrame
from kiosk.ui.language import VIETNAMESE, Language

NOW = parse_moment("2026-11-23T09:24+07:00")
FACE = OfficeFace("Ủy ban nhân dân phường Thử Nghiệm", "Trung tâm Phục vụ hành chính công")
HOURS = "07:30 – 11:30, 13:30 – 17:00"


@contextmanager
def dressed(
    size: QSize,
    *,
    large: bool = False,
    contrast: bool = False,
    language: Language = VIETNAMESE,
    ui_scale: float = 1.0,
) -> Iterator[KioskFrame]:
    """A frame on show without a page, somebody's time half run down; gone afterwards."""
    frame = KioskFrame(FACE, FrozenClock(NOW), size)
    frame.set_options(large=large, contrast=contrast)
    if ui_scale != 1.0:
        frame.set_ui_scale(ui_scale)
    frame.set_language(language)
    frame.set_hours(language.tr("Giờ làm việc hôm nay"), HOURS)
    frame.set_idle(25, 0.8)
    frame.show()
    try:
        yield frame
    finally:
        frame.close()
        frame.deleteLater()
