"""The pages of a dossier's acts, looked at and left: nothing is written."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.ui.sample_day.day import SampleDay

_CTRL = Qt.KeyboardModifier.ControlModifier
_NEW_DAY = "03122026"


def acts_are_looked_at(day: SampleDay) -> Iterator[str]:
    """What is missing, a refusal, another day, a batch, and what else may be done."""
    officer, window = day.officer, day.counter
    officer.key(Qt.Key.Key_F10)
    officer.key(Qt.Key.Key_Space)
    day.at_each_size(window, "counter-supplement")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_F11)
    officer.type("Không đủ điều kiện")
    day.at_each_size(window, "counter-refusal")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_L, _CTRL)
    officer.type(_NEW_DAY)
    day.at_each_size(window, "counter-extension")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_B, _CTRL)
    day.at_each_size(window, "counter-handover")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_O, _CTRL)
    day.keep(window, "counter-other-acts")
    officer.key(Qt.Key.Key_Escape)
    yield "Yêu cầu bổ sung, từ chối, hẹn lại, bàn giao: xem từng trang, chưa ghi gì."
