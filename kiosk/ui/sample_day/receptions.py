"""What else a reception may be: an organisation's, the next one of a visit, none at all."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.ui.sample_day.day import SampleDay

_CTRL = Qt.KeyboardModifier.ControlModifier


def receptions_are_looked_at(day: SampleDay) -> Iterator[str]:
    """The next number: an organisation, two procedures in one visit, then papers turned away."""
    officer, window = day.officer, day.counter
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_F7)
    _choose(day, "giay doc than")
    officer.key(Qt.Key.Key_E, _CTRL)
    for text in ("Công ty cổ phần Mẫu", "0300588569", "Số 1, đường Hoa Sen", "0912345678", ""):
        officer.type(text)
        officer.key(Qt.Key.Key_Return)
    officer.type("Trần Thị Mẫu")
    officer.key(Qt.Key.Key_Return)
    officer.tick("Tờ khai", "Căn cước")
    day.at_each_size(window, "counter-receive-organisation")
    officer.key(Qt.Key.Key_F9, _CTRL)
    day.keep(window, "counter-receive-next")
    yield "Hồ sơ của tổ chức, rồi Ctrl F9: nhập thủ tục khác cho cùng tổ chức."
    _choose(day, "giay doc than")
    officer.tick("Tờ khai")
    officer.key(Qt.Key.Key_F10)
    day.at_each_size(window, "counter-ask-for-papers")
    officer.key(Qt.Key.Key_F11)
    officer.type("Hồ sơ nộp ở nơi khác")
    day.at_each_size(window, "counter-turn-away")
    officer.key(Qt.Key.Key_F9)
    day.keep(window, "counter-turn-away-asked")
    officer.answer("Từ chối, in phiếu")
    day.keep(window, "counter-turned-away")
    yield "F10, F11: chưa tiếp nhận, phiếu yêu cầu bổ sung hoặc phiếu từ chối có số riêng."


def _choose(day: SampleDay, words: str) -> None:
    day.officer.type(words)
    day.officer.key(Qt.Key.Key_Return)
