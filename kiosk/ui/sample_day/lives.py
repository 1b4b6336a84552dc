"""Dossiers that do not go straight on: papers asked for, refused, put off, withdrawn, mended."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.ui.sample_day.day import SampleDay, Slip
from kiosk.ui.sample_day.screens import in_every_look

_CTRL = Qt.KeyboardModifier.ControlModifier
_NEW_DAY = "15122026"


def lives_are_led(day: SampleDay) -> Iterator[str]:
    """Every letter of the decree, from the scanned slip to what is handed back."""
    day.officer.key(Qt.Key.Key_Escape)
    yield from _papers_are_asked_for(day)
    yield from _refused(day)
    yield from _put_off(day)
    yield from _withdrawn(day)
    yield from _mended(day)


def _papers_are_asked_for(day: SampleDay) -> Iterator[str]:
    officer, counter = day.officer, day.counter
    slip = _opened(day, "processing", since="2026-11-23")
    officer.key(Qt.Key.Key_F10)
    officer.key(Qt.Key.Key_Space)
    officer.go_to("thiếu")
    officer.type("chưa ký, chưa ghi ngày sinh")
    officer.key(Qt.Key.Key_F9)
    day.at_each_size(counter, "counter-supplement-asked")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_6, _CTRL)
    day.at_each_size(counter, "counter-main-waiting")
    officer.key(Qt.Key.Key_1, _CTRL)
    day.person.scan(slip.code)
    day.person.press_each(slip.secret)
    in_every_look(day, "citizen-dossier-papers-missing")
    day.citizen.go_home()
    yield f"F10: hồ sơ {slip.code} cần bổ sung, Mẫu số 02 in hai bản; ki-ốt nói giấy tờ còn thiếu."
    officer.scan(slip.code)
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-supplement-complete")
    officer.key(Qt.Key.Key_Escape)
    yield "F9: nhận đủ giấy tờ bổ sung, ngày hẹn tính lại từ đầu, giấy hẹn mới."


def _refused(day: SampleDay) -> Iterator[str]:
    officer, counter = day.officer, day.counter
    slip = _opened(day, "processing")
    officer.key(Qt.Key.Key_F11)
    officer.type("Không thuộc thẩm quyền giải quyết của phường")
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-refused")
    officer.key(Qt.Key.Key_F12)
    day.at_each_size(counter, "counter-return-refusal")
    officer.press("Có giấy hẹn")
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-refusal-returned")
    officer.key(Qt.Key.Key_Escape)
    yield f"F11, F12: hồ sơ {slip.code} bị từ chối, phiếu từ chối và giấy tờ được trả lại."


def _put_off(day: SampleDay) -> Iterator[str]:
    officer = day.officer
    slip = _opened(day, "processing", due_after="2026-11-30")
    officer.key(Qt.Key.Key_L, _CTRL)
    officer.type(_NEW_DAY)
    officer.go_to("Lý do")
    officer.type("cơ quan phối hợp chưa có văn bản trả lời")
    officer.key(Qt.Key.Key_F9)
    day.keep(day.counter, "counter-extended")
    officer.key(Qt.Key.Key_K, _CTRL)
    day.keep(day.counter, "counter-control-owed")
    officer.key(Qt.Key.Key_Escape)
    yield f"Ctrl L: xin lỗi và hẹn lại ngày trả hồ sơ {slip.code}; Ctrl K: phiếu kiểm soát."


def _withdrawn(day: SampleDay) -> Iterator[str]:
    officer, counter = day.officer, day.counter
    slip = _opened(day, "processing")
    officer.key(Qt.Key.Key_O, _CTRL)
    officer.answer("Người nộp rút hồ sơ")
    officer.type("không còn nhu cầu")
    day.keep(counter, "counter-withdrawal")
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-withdrawing")
    officer.key(Qt.Key.Key_F9)
    officer.type("người nộp xin rút hồ sơ")
    day.seconds(3)
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-stopped")
    officer.key(Qt.Key.Key_Escape)
    yield f"Ctrl O: hồ sơ {slip.code} được rút; thông báo dừng giải quyết."


def _mended(day: SampleDay) -> Iterator[str]:
    officer, counter = day.officer, day.counter
    slip = _opened(day, "returned")
    officer.key(Qt.Key.Key_O, _CTRL)
    officer.answer("Sửa kết quả sai")
    officer.type(_NEW_DAY)
    officer.go_to("Kết quả sai ở đâu")
    officer.type("ghi sai ngày sinh")
    day.keep(counter, "counter-correction")
    officer.key(Qt.Key.Key_F9)
    day.keep(counter, "counter-correcting")
    officer.key(Qt.Key.Key_Escape)
    yield f"Ctrl O: kết quả sai của hồ sơ {slip.code} được sửa, kèm phiếu xin lỗi."


def _opened(day: SampleDay, state: str, **which: str) -> Slip:
    slip = day.dossier_of(state, **which)
    day.officer.scan(slip.code.lower())
    return slip
