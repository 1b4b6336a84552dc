"""Every screen of the faces, kept under the names of the design board.

A name ends with how the screen is looked at: ``-landscape``, ``-high-contrast``, ``-large``,
``-english``, ``-1366``, ``-1920``.
"""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt

from kiosk.dossiers.lookup import WRONG_ALLOWED
from kiosk.ui.admin.places import PLACES
from kiosk.ui.sample_day import journey
from kiosk.ui.sample_day.day import LANDSCAPE, MANAGER, MANAGER_PIN, PORTRAIT, SampleDay
from kiosk.ui.theme.tokens import IDLE

CONTRAST, LARGE, LARGE_ENGLISH = "Tương phản", "Chữ lớn", "Large text"
ENGLISH, VIETNAMESE = "English", "Tiếng Việt"


def in_every_look(day: SampleDay, name: str) -> None:
    """A page of the kiosk upright and lying, in high contrast, large, in English, and all at once."""
    kiosk = day.citizen
    day.keep(kiosk, name)
    _turn(day, LANDSCAPE)
    day.keep(kiosk, f"{name}-landscape")
    _turn(day, PORTRAIT)
    day.person.press(CONTRAST)
    day.keep(kiosk, f"{name}-high-contrast")
    day.person.press(CONTRAST)
    day.person.press(LARGE)
    day.keep(kiosk, f"{name}-large")
    day.person.press(LARGE)
    day.person.press(ENGLISH)
    day.keep(kiosk, f"{name}-english")
    day.person.press(LARGE_ENGLISH)
    _turn(day, LANDSCAPE)
    day.keep(kiosk, f"{name}-english-large-landscape")
    _turn(day, PORTRAIT)
    day.person.press(LARGE_ENGLISH)
    day.person.press(VIETNAMESE)


def citizen_home(day: SampleDay) -> None:
    """The first page."""
    in_every_look(day, "citizen-home")


def citizen_takes_a_number(day: SampleDay) -> None:
    """Fields, priority, the number."""
    person = day.person
    person.press("Lấy số thứ tự")
    day.keep(day.citizen, "citizen-choose-service-none")
    person.press("Hộ tịch")
    in_every_look(day, "citizen-choose-service")
    person.press("Tôi thuộc diện ưu tiên")
    in_every_look(day, "citizen-priority")
    day.citizen.go_back()
    person.press("Hộ tịch")
    person.press("Lấy số: Hộ tịch")
    in_every_look(day, "citizen-ticket-taken")
    person.press("Xong")


def citizen_gets_no_paper(day: SampleDay) -> None:
    """A number without paper: staff are called, a counter shows it, somebody helps."""
    person = day.person
    day.out_of_paper = True
    person.press("Lấy số thứ tự")
    person.press("Hộ tịch")
    person.press("Lấy số: Hộ tịch")
    in_every_look(day, "citizen-ticket-no-paper")
    day.keep(day.counter, "counter-staff-called")
    day.out_of_paper = False
    day.citizen.go_home()
    day.officer.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)


def citizen_follows_a_dossier(day: SampleDay) -> None:
    """The code typed, the slip scanned, the secret wrong and right, a result that waits."""
    person, kiosk = day.person, day.citizen
    person.press("tra cứu hồ sơ")
    in_every_look(day, "citizen-dossier-code")
    kiosk.go_home()
    under_way, ready = day.dossier_of("processing"), day.dossier_of("result_ready")
    person.scan(under_way.code)
    in_every_look(day, "citizen-dossier-status")
    person.press_each("000000" if under_way.secret != "000000" else "111111")
    day.keep(kiosk, "citizen-dossier-secret-wrong")
    person.press_each(under_way.secret)
    in_every_look(day, "citizen-dossier-opened")
    kiosk.go_home()
    person.scan(ready.code)
    in_every_look(day, "citizen-dossier-ready")
    kiosk.go_home()
    person.scan("H99.12.08-200101-0001")
    day.keep(kiosk, "citizen-dossier-unknown")
    kiosk.go_home()
    person.scan(under_way.code)
    for _ in range(WRONG_ALLOWED):
        person.press_each("000000" if under_way.secret != "000000" else "111111")
    in_every_look(day, "citizen-dossier-locked")
    kiosk.go_home()


def citizen_reads_of_procedures(day: SampleDay) -> None:
    """The search, what it finds, one procedure."""
    person, kiosk = day.person, day.citizen
    person.press("Thủ tục hành chính")
    person.press("Ẩn phím")
    in_every_look(day, "citizen-procedures-all")
    person.press("Hiện phím")
    person.press_each("KHAI")
    person.press("Dấu cách")
    person.press_each("SINH")
    in_every_look(day, "citizen-procedures")
    person.press("Đăng ký khai sinh.")
    in_every_look(day, "citizen-procedure-detail")
    kiosk.go_back()
    person.press("Xóa hết")
    person.press_each("XYZ")
    day.keep(kiosk, "citizen-procedures-none")
    kiosk.go_home()


def citizen_sees_who_works_here(day: SampleDay) -> None:
    """Heads and officers."""
    day.person.press("Cán bộ")
    in_every_look(day, "citizen-staff")
    for _ in range(IDLE["list"] - IDLE["ask_at"]):
        day.citizen.idle.tick()
    day.keep(day.citizen, "citizen-still-there")
    _turn(day, LANDSCAPE)
    day.keep(day.citizen, "citizen-still-there-landscape")
    _turn(day, PORTRAIT)
    day.citizen.go_home()


def citizen_says_how_it_was(day: SampleDay) -> None:
    """Five questions and thanks; what the store does not take is sent once more."""
    person, kiosk = day.person, day.citizen
    person.press("Đánh giá phục vụ")
    person.press("Đúng ngày hẹn")
    in_every_look(day, "citizen-rating")
    for answer in ("Rất hài lòng", "Không phải đi lại", "Đầy đủ"):
        person.press(answer)
    day.keep(kiosk, "citizen-rating-last")
    person.press("Bỏ qua câu này")
    in_every_look(day, "citizen-rating-thanks")
    person.press("Xong")


CITIZEN = (
    citizen_home,
    citizen_takes_a_number,
    citizen_reads_of_procedures,
    citizen_follows_a_dossier,
    citizen_sees_who_works_here,
    citizen_says_how_it_was,
)


def counter(day: SampleDay) -> Iterator[str]:
    """The counter from its sign-in on: numbers, papers, help."""
    window, officer = day.counter, day.officer
    day.at_each_size(window, "counter-sign-in")
    yield from journey.officer_signs_in(day)
    day.keep(window, "counter-main-nobody-called")
    officer.key(Qt.Key.Key_F2)
    day.seconds(3)
    day.at_each_size(window, "counter-main")
    day.keep(day.lobby, "lobby-board")
    officer.key(Qt.Key.Key_F5)
    day.keep(window, "counter-pass-on")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_F4)
    day.keep(window, "counter-absent")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_F1)
    day.keep(window, "counter-help")
    officer.key(Qt.Key.Key_Escape)
    officer.key(Qt.Key.Key_F7)
    day.at_each_size(window, "counter-receive-empty")
    officer.key(Qt.Key.Key_Escape)
    yield "Quầy 1: gọi số, chuyển, báo vắng, trợ giúp."
    citizen_gets_no_paper(day)
    yield "Máy in của ki-ốt hết giấy: số vẫn còn, cán bộ được gọi và đến giúp."


LEAVES = {
    "office": {
        Qt.Key.Key_F7: "profile",
        Qt.Key.Key_F8: "rules",
        Qt.Key.Key_F9: "departments",
        Qt.Key.Key_F10: "forms",
    },
    "counters": {Qt.Key.Key_F7: "fields", Qt.Key.Key_F8: "groups"},
    "procedures": {
        Qt.Key.Key_F5: "process",
        Qt.Key.Key_F6: "import",
        Qt.Key.Key_F7: "words",
    },
}
"""The further pages of the manager's places, by the keys that lead there."""


def manager(day: SampleDay) -> Iterator[str]:
    """The manager's window, place by place."""
    window, hand = day.admin, day.manager
    day.keep(window, "admin-sign-in")
    hand.type(MANAGER)
    hand.key(Qt.Key.Key_Return)
    hand.type(MANAGER_PIN)
    hand.key(Qt.Key.Key_Return)
    day.seconds(1)
    for figure, place in enumerate(PLACES, 1):
        hand.key(Qt.Key(Qt.Key.Key_0 + figure), Qt.KeyboardModifier.ControlModifier)
        day.at_each_size(window, f"admin-{place.key}")
        for key, leaf in LEAVES.get(place.key, {}).items():
            hand.key(key)
            day.at_each_size(window, f"admin-{place.key}-{leaf}")
            hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    hand.press("Rất hài lòng và hài lòng")
    day.at_each_size(window, "admin-overview-answers")
    hand.key(Qt.Key.Key_Escape)
    yield "Người quản lý xem tổng quan và các mục."


def store_lost(day: SampleDay) -> Iterator[str]:
    """Nothing is heard of the store for a while; then it answers again."""
    day.citizen.go_home()
    day.lose_store()
    day.seconds(6)
    in_every_look(day, "citizen-home-offline")
    day.keep(day.counter, "counter-offline")
    day.keep(day.lobby, "lobby-stale")
    day.seconds(60)
    day.keep(day.lobby, "lobby-stale-hidden")
    day.find_store()
    day.seconds(1)
    yield "Mất kết nối rồi có lại: các màn hình tự nói và tự trở lại."


def all_screens(day: SampleDay) -> Iterator[str]:
    """Every screen that stands in the sample morning."""
    day.keep(day.lobby, "lobby-morning")
    for face in CITIZEN:
        face(day)
    yield "Mọi màn hình của ki-ốt: thẳng đứng, nằm ngang, chữ lớn, tương phản cao, tiếng Anh."
    yield from counter(day)
    yield from manager(day)
    yield from store_lost(day)
    yield from more_counters(day)
    yield from paused(day)


def more_counters(day: SampleDay) -> Iterator[str]:
    """The hall of a larger office: sixteen counters, then thirty."""
    for count in (16, 30):
        day.grow_to(count)
        day.keep(day.lobby, f"lobby-board-{count}")
    day.grow_to(8)
    yield "Bảng gọi số của văn phòng 16 và 30 quầy."


def paused(day: SampleDay) -> Iterator[str]:
    """The whole office pauses."""
    day.pause("Mất điện cả khu vực, mời Ông/Bà chờ trong ít phút.")
    day.seconds(20)
    day.keep(day.lobby, "lobby-paused")
    day.go_on()
    yield "Văn phòng tạm dừng rồi làm tiếp: sảnh nói vì sao."


def after_hours(day: SampleDay) -> Iterator[str]:
    """The office is closed."""
    day.citizen.go_home()
    day.move_to("2026-11-26T18:00+07:00")
    in_every_look(day, "citizen-home-closed")
    day.keep(day.lobby, "lobby-closed")
    yield "Ngoài giờ: ki-ốt nói khi nào mở cửa lại."


def _turn(day: SampleDay, size: QSize) -> None:
    day.citizen.resize(size)
    day.breathe()
