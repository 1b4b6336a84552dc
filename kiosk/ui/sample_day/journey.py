"""The sample day step by step: a number, a call, a dossier, its result.

Each function takes the day on and says what a person just did; the screens on the way are kept
under the names of the design board.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.ui.sample_day.acts import acts_are_looked_at
from kiosk.ui.sample_day.day import OFFICER_PIN, SampleDay

CARD = "001203004567|012345678|Nguyễn Văn Mẫu|05032003|Nam|Số 12, đường Hoa Sen, tổ 4, phường An Bình|15082021"
THREE_DAYS_LATER = "2026-11-26T15:10+07:00"


def citizen_takes_a_number(day: SampleDay) -> Iterator[str]:
    """A number of the registry, by touch."""
    day.person.press("Lấy số thứ tự")
    day.person.press("Hộ tịch")
    day.person.press("Lấy số: Hộ tịch")
    label = day.taken_label()
    yield f"Người dân lấy số {label}, phiếu đã in."
    day.person.press("Xong")


def officer_signs_in(day: SampleDay) -> Iterator[str]:
    """The first officer at counter 1."""
    day.officer.type(OFFICER_PIN)
    day.officer.key(Qt.Key.Key_Return)
    yield "Cán bộ quầy 1 đăng nhập bằng mã PIN."


def officer_calls(day: SampleDay) -> Iterator[str]:
    """F2 and F3, then the person has come."""
    day.officer.key(Qt.Key.Key_F2)
    yield f"F2: gọi {day.called_label()}, màn hình sảnh hiện số."
    day.officer.key(Qt.Key.Key_F3)
    day.seconds(3)
    yield "F3: gọi lại."


def officer_receives(day: SampleDay) -> Iterator[str]:
    """A dossier from the card to the printed slip."""
    day.officer.scan(CARD)
    yield "Quét căn cước (số liệu minh họa): trang tiếp nhận mở ra, đã điền người nộp."
    day.officer.type("giay doc than")
    day.keep(day.counter, "counter-receive-search")
    day.officer.key(Qt.Key.Key_Return)
    day.officer.tick("Tờ khai", "Căn cước")
    day.at_each_size(day.counter, "counter-receive")
    day.officer.key(Qt.Key.Key_F9)
    day.keep(day.counter, "counter-received")
    day.officer.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    day.at_each_size(day.counter, "counter-papers")
    day.officer.key(Qt.Key.Key_Escape)
    yield "F9: hồ sơ có mã, ngày hẹn trả có lý do, giấy hẹn Mẫu số 01 in hai bản."


def result_is_returned(day: SampleDay) -> Iterator[str]:
    """Three days later: the slip is scanned, the result comes, and is given out."""
    code = day.newest_code()
    day.move_to(THREE_DAYS_LATER)
    day.officer.scan(code.lower())
    day.at_each_size(day.counter, "counter-dossier")
    yield f"Ba ngày sau, quét giấy hẹn {code}: hồ sơ mở ra."
    yield from acts_are_looked_at(day)
    day.officer.key(Qt.Key.Key_F9)
    day.seconds(3)
    day.officer.key(Qt.Key.Key_F9)
    day.seconds(3)
    day.keep(day.counter, "counter-result-ready")
    yield "F9: chuyển giải quyết, rồi ghi nhận có kết quả."
    day.officer.key(Qt.Key.Key_F12)
    day.officer.press("Có giấy hẹn")
    day.keep(day.counter, "counter-return")
    day.officer.key(Qt.Key.Key_F9)
    day.keep(day.counter, "counter-returned")
    yield "F12: trả kết quả cho người nộp."


def slip_stays_out(day: SampleDay) -> Iterator[str]:
    """The counter's printer has no paper: the dossier stays received, the slip comes later."""
    day.officer.key(Qt.Key.Key_Escape)
    day.officer.key(Qt.Key.Key_F2)
    day.officer.scan(CARD)
    day.officer.type("giay doc than")
    day.officer.key(Qt.Key.Key_Return)
    day.officer.tick("Tờ khai", "Căn cước")
    day.out_of_paper = True
    day.officer.key(Qt.Key.Key_F9)
    day.keep(day.counter, "counter-not-printed")
    day.out_of_paper = False
    day.officer.answer("In lại")
    yield "Máy in của quầy hết giấy: hồ sơ vẫn còn, giấy hẹn in lại được."
