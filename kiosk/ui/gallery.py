"""Developers' help: all parts and frames as real widgets, on the screen or as pictures.

``kiosk gallery`` opens the parts; ``kiosk gallery --out DIR`` leaves pictures instead.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk.clock import FrozenClock
from kiosk.ui import gallery_desk, gallery_kiosk, gallery_more, gallery_states
from kiosk.ui.frames.desk import DeskFrame, DeskProps, Light, RailItem
from kiosk.ui.frames.frame import Frame, OfficeFace
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.frames.tv import TvFrame
from kiosk.ui.gallery_board import ComponentsBoard
from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.call_line import CallLine
from kiosk.ui.parts.choice import Option
from kiosk.ui.parts.layouts import Box, Column
from kiosk.ui.parts.sheet import Question

CLOCK = FrozenClock(datetime(2026, 11, 23, 2, 24, tzinfo=UTC))
FACE = OfficeFace("Ủy ban nhân dân phường An Bình", "Trung tâm Phục vụ hành chính công")
OFFICE = "Trung tâm Phục vụ hành chính công phường An Bình"
PAGES = ("home", "choose", "ticket", "parts", "tiles", "entry", "typing", "rating", "states")
RAIL = (
    RailItem("counter", "Quầy", "volume"),
    RailItem("receive", "Tiếp nhận", "plus"),
    RailItem("dossiers", "Hồ sơ", "folder"),
    RailItem("return", "Trả kết quả", "hand"),
    RailItem("pause", "Tạm nghỉ", "pause", last=True),
)
KEYS = (
    ("F1", "Trợ giúp"),
    ("F2", "Gọi tiếp"),
    ("F3", "Gọi lại"),
    ("F4", "Vắng mặt"),
    ("F5", "Chuyển quầy"),
    ("F6", "Tạm giữ"),
    ("F7", "Tiếp nhận hồ sơ"),
    ("F8", "Tìm hồ sơ"),
    ("F12", "Trả kết quả"),
    ("Ctrl N", "Tạm nghỉ"),
)
PROPS = DeskProps(
    office=OFFICE,
    counter="Quầy 1 · Hộ tịch, Chứng thực",
    officer="Lê Minh Châu",
    title="Công chức",
    lights=(Light("Máy chủ"), Light("Máy in A5", "warn"), Light("Máy quét", "err")),
    rail=RAIL,
    current="counter",
    keys=KEYS,
)


def kiosk_frame(
    page: str, size: QSize = PORTRAIT, *, large: bool = False, contrast: bool = False
) -> KioskFrame:
    """A kiosk with a gallery page: ``home``, ``choose``, ``ticket``, ``tiles``, ``entry``,
    ``typing``, ``rating``, ``states``, ``parts``.
    """
    frame = KioskFrame(FACE, CLOCK, size)
    frame.set_options(large=large, contrast=contrast)
    frame.set_hours("Giờ làm việc hôm nay", "07:30 – 11:30, 13:30 – 17:00")
    frame.set_idle(25, 0.83)
    look = frame.look
    if page == "home":
        body = Box(look)
        column = Column(look, 0, (0, 0, 0, 0), body)
        line = column.add(CallLine(look, "Đang gọi", "Chưa gọi số nào", wide=frame.wide))
        line.set_calls(
            (("HT-016", "Quầy 1"), ("DD-008", "Quầy 4"), ("CT-031", "Quầy 3"), ("CU-022", "Quầy 5"))
        )
        column.add(gallery_kiosk.kiosk_home(look, wide=frame.wide), 1)
        frame.show_page(body, home=True)
    elif page == "choose":
        frame.show_page(gallery_kiosk.kiosk_choose(look))
    elif page == "ticket":
        frame.show_page(gallery_kiosk.kiosk_ticket(look), back=False)
    elif page == "entry":
        frame.show_page(gallery_kiosk.kiosk_entry(look))
    elif page == "states":
        frame.show_page(gallery_states.kiosk_states(look))
    elif page == "typing":
        frame.show_page(gallery_more.kiosk_typing(look))
    elif page == "rating":
        frame.show_page(gallery_more.kiosk_rating(look))
    elif page == "tiles":
        frame.show_page(gallery_kiosk.kiosk_tiles(look))
    else:
        frame.show_page(gallery_kiosk.kiosk_parts(look))
    return frame


def desk_frame(size: QSize, *, strip: str = "", figures: bool = False) -> DeskFrame:
    """A counter with the desk's parts, or with those of ``figures`` and of keeping."""
    frame = DeskFrame(replace(PROPS, strip=strip), CLOCK, size)
    parts = gallery_more.desk_figures if figures else gallery_desk.desk_parts
    frame.show_page(parts(frame.look))
    return frame


def tv_frame(size: QSize) -> TvFrame:
    """A lobby screen."""
    frame = TvFrame(OFFICE, CLOCK, size)
    frame.set_notice(
        "Thứ Ba 24/11 nghỉ Ngày Văn hóa Việt Nam. Trung tâm làm việc lại Thứ Tư 25/11."
    )
    frame.show_page(gallery_desk.tv_board(frame.look))
    return frame


def pictures() -> Iterator[tuple[str, Frame]]:
    """Every picture of the gallery, by name."""
    for page in PAGES:
        yield f"kiosk-{page}", kiosk_frame(page)
        yield f"kiosk-{page}-contrast", kiosk_frame(page, contrast=True)
        yield f"kiosk-{page}-large", kiosk_frame(page, large=True)
    yield "kiosk-home-landscape", kiosk_frame("home", LANDSCAPE)
    yield "kiosk-home-small", kiosk_frame("home", QSize(410, 729))
    asked = kiosk_frame("choose")
    asked.ask(
        Question(
            "Ông/Bà còn xem không?",
            "Màn hình sẽ tự về trang đầu sau **10 giây** để giữ kín thông tin.",
            "Về trang đầu",
            "Xem tiếp",
        )
    )
    yield "kiosk-sheet", asked
    told = kiosk_frame("choose")
    told.notify("Đã in danh mục giấy tờ.")
    yield "kiosk-toast", told
    warned = kiosk_frame("choose")
    warned.notify("Không đọc được mã. Mời Ông/Bà đưa giấy lại gần và giữ yên.", "err")
    yield "kiosk-toast-err", warned
    yield "desk-1440", desk_frame(QSize(1440, 900), strip="Mất kết nối máy chủ từ 09:20.")
    yield "desk-1366", desk_frame(QSize(1366, 768))
    yield "desk-1920", desk_frame(QSize(1920, 1080))
    asked_desk = desk_frame(QSize(1440, 900))
    asked_desk.ask(
        Question("Trả kết quả hồ sơ này?", "Người nhận: Nguyễn Văn An.", "Chưa trả", "Trả kết quả")
    )
    asked_desk.notify("Đã tiếp nhận H99.12.08-261123-0042, đang in 2 bản")
    yield "desk-sheet", asked_desk
    yield "desk-figures-1440", desk_frame(QSize(1440, 900), figures=True)
    yield "desk-figures-1366", desk_frame(QSize(1366, 768), figures=True)
    choosing = desk_frame(QSize(1440, 900))
    choosing.ask_choice(
        Question("Chuyển số HT-016 đến đâu?", "", "Không chuyển"),
        tuple(Option(str(at), f"Quầy {at}") for at in range(2, 9)),
    )
    yield "desk-choice-sheet", choosing
    helped = desk_frame(QSize(1440, 900))
    helped.show_keys("Các phím của quầy", "Đóng", KEYS)
    yield "desk-key-sheet", helped
    yield "tv-1920", tv_frame(QSize(1920, 1080))
    yield "tv-1366", tv_frame(QSize(1366, 768))


def shoot(window: QWidget, path: Path) -> None:
    """Leave a picture of a window."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    button = window.findChild(BigButton)
    if isinstance(window, Frame) and button is not None:
        button.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()


def leave_pictures(out: Path, only: str = "") -> int:
    """Leave a picture of every page whose name has ``only`` in it; how many there are."""
    out.mkdir(parents=True, exist_ok=True)
    windows: list[tuple[str, QWidget]] = [("components", ComponentsBoard()), *pictures()]
    left = 0
    for name, window in windows:
        if only in name:
            shoot(window, out / f"{name}.png")
            left += 1
        else:
            window.deleteLater()
    return left


def open_gallery() -> tuple[QWidget, ...]:
    """Show the parts: the board, kiosks and desks."""
    board = QScrollArea()
    board.setWindowTitle("Một Cửa – Các thành phần")
    board.setWidget(ComponentsBoard())
    windows = (
        board,
        kiosk_frame("parts", QSize(540, 960)),
        kiosk_frame("typing", QSize(540, 960)),
        desk_frame(QSize(1440, 900)),
        desk_frame(QSize(1440, 900), figures=True),
    )
    for window in windows:
        window.show()
    return windows
