"""Parts: pressed by hand and by key, deaf when disabled or busy, named in whole sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.checks import CheckLine, Stepper
from kiosk.ui.parts.choice import ChoiceBox, Choices, Option
from kiosk.ui.parts.day_strip import Day, DayStrip, folded
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.event_log import EventLog, LogRow
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.keys import KeyBar
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.link import LinkRow
from kiosk.ui.parts.number_pad import CLEAR, ERASE, CodeBoxes, NumberPad
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.press import Pressable
from kiosk.ui.parts.scan_box import ScanBox
from kiosk.ui.parts.switch import Switch
from kiosk.ui.parts.table import Table, TableColumn
from kiosk.ui.parts.tiles import HomeTile, PrimaryTile, Service, ServiceTile
from kiosk.ui.theme.look import Look

pytestmark = pytest.mark.usefixtures("qapp")

KIOSK, DESK = Look("kiosk"), Look("desk")
SERVICE = Service("HT", "rings", "Hộ tịch", "**5** người chờ", "khoảng **15 – 20** phút")
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)
PRESSABLES: list[tuple[str, Callable[[], Pressable]]] = [
    ("big", lambda: BigButton(KIOSK, "Lấy số", "ticket")),
    ("outline", lambda: BigButton(KIOSK, "In giấy tờ", "printer", "outline", "medium")),
    ("desk", lambda: DeskButton(DESK, "Gọi số tiếp theo", "volume", "F2", "primary", "big")),
    ("home", lambda: HomeTile(KIOSK, "doc", "Thủ tục", "Giấy tờ, thời hạn, lệ phí")),
    ("primary", lambda: PrimaryTile(KIOSK, "ticket", "Lấy số", "Chọn lĩnh vực")),
    ("service", lambda: ServiceTile(KIOSK, SERVICE)),
    ("switch", lambda: Switch(KIOSK, "Ưu tiên")),
    ("check", lambda: CheckLine(DESK, "Tờ khai")),
    ("link", lambda: LinkRow(KIOSK, "Chưa biết?", "Tìm theo tên thủ tục")),
]
EACH = pytest.mark.parametrize(
    "make", [make for _, make in PRESSABLES], ids=[n for n, _ in PRESSABLES]
)


class Presses:
    def __init__(self, part: Pressable) -> None:
        self.count = 0
        part.clicked.connect(self._add)

    def _add(self) -> None:
        self.count += 1


def shown(qtbot: QtBot, part: W) -> W:
    qtbot.addWidget(part)
    part.resize(part.sizeHint())
    with qtbot.waitActive(part):
        part.show()
        part.activateWindow()
    return part


@EACH
def test_pressed_anywhere_by_hand_and_by_key(qtbot: QtBot, make: Callable[[], Pressable]) -> None:
    part = shown(qtbot, make())
    presses = Presses(part)
    corner = QPoint(part.width() - 3, part.height() - 3)
    for at in (part.rect().center(), QPoint(2, 2), corner):
        # What lies at that point must not swallow the press: it is sent where Qt would send it.
        hit = part.childAt(at)
        assert hit is None
        QTest.mouseClick(part, LEFT, pos=at)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(part, key)
    assert presses.count == 6


@EACH
def test_disabled_with_a_reason_it_is_deaf_and_says_why(
    qtbot: QtBot, make: Callable[[], Pressable]
) -> None:
    part = shown(qtbot, make())
    presses = Presses(part)
    part.set_reason("Ngoài giờ làm việc.")
    QTest.mouseClick(part, LEFT)
    part.click()
    assert presses.count == 0
    assert part.accessibleDescription() == "Ngoài giờ làm việc."
    part.set_reason("")
    QTest.mouseClick(part, LEFT)
    assert presses.count == 1


@EACH
def test_busy_it_ignores_the_second_press_and_keeps_the_focus(
    qtbot: QtBot, make: Callable[[], Pressable]
) -> None:
    part = shown(qtbot, make())
    presses = Presses(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    part.set_busy("Đang in…")
    QTest.mouseClick(part, LEFT)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(part, key)
    assert presses.count == 0
    assert part.hasFocus()


@EACH
def test_the_ring_is_for_the_keyboard(qtbot: QtBot, make: Callable[[], Pressable]) -> None:
    part = shown(qtbot, make())
    part.clearFocus()
    bare = part.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    by_key = part.ringed
    assert part.grab().toImage() != bare
    part.clearFocus()
    QTest.mousePress(part, LEFT)
    part.setFocus(Qt.FocusReason.MouseFocusReason)
    assert (by_key, part.ringed) == (True, False)
    QTest.mouseRelease(part, LEFT)


@EACH
def test_has_a_name_and_a_size(qtbot: QtBot, make: Callable[[], Pressable]) -> None:
    part = shown(qtbot, make())
    assert part.accessibleName()
    least = 76 if part.look.board == "kiosk" else 36
    assert part.height() >= least


def test_names_are_whole_sentences() -> None:
    tile = ServiceTile(KIOSK, SERVICE)
    assert tile.accessibleName() == "Hộ tịch. 5 người chờ. khoảng 15 – 20 phút."
    tile.set_service(Service("HT", "rings", "Hộ tịch", "", closed="Hết số. Nhận lại từ 13:30"))
    assert tile.accessibleName() == "Hộ tịch. Hết số. Nhận lại từ 13:30."
    assert (
        HomeTile(KIOSK, "doc", "Thủ tục\nhành chính", "Lệ phí").accessibleName()
        == "Thủ tục hành chính. Lệ phí."
    )
    assert DeskButton(DESK, "Gọi lại", key="F3").accessibleName() == "Gọi lại, F3"
    switch = Switch(KIOSK, "Tôi thuộc diện ưu tiên")
    assert switch.accessibleName() == "Tôi thuộc diện ưu tiên: Không"
    switch.setChecked(True)
    assert switch.accessibleName() == "Tôi thuộc diện ưu tiên: Có"


def test_a_big_button_shows_what_it_does_or_why_not() -> None:
    button = BigButton(KIOSK, "Lấy số: Hộ tịch", "ticket")
    assert button.shown == "Lấy số: Hộ tịch"
    button.set_busy("Đang in…")
    assert button.shown == "Đang in…"
    button.set_busy("")
    button.set_reason("Chọn một lĩnh vực")
    assert button.shown == "Chọn một lĩnh vực"
    assert not button.isEnabled()


def test_a_button_grows_with_its_words() -> None:
    button = BigButton(KIOSK, "Lấy số: Người có công, xã hội và bảo trợ trẻ em", "ticket")
    assert button.heightForWidth(1000) == 136
    assert button.heightForWidth(360) > 200


def test_a_service_chosen_does_not_move_its_words(qtbot: QtBot) -> None:
    tile = shown(qtbot, ServiceTile(KIOSK, SERVICE))
    before = [label.geometry() for label in tile.findChildren(Label)]
    tile.click()
    assert tile.isChecked()
    tile.grab()
    assert [label.geometry() for label in tile.findChildren(Label)] == before


def test_a_closed_service_is_no_longer_chosen() -> None:
    tile = ServiceTile(KIOSK, SERVICE)
    tile.setChecked(True)
    tile.set_service(Service("HT", "rings", "Hộ tịch", "", closed="Hết số buổi sáng."))
    assert not tile.isChecked()
    assert not tile.isEnabled()
    tile.set_service(SERVICE)
    assert tile.isEnabled()


def test_large_text_leaves_second_lines_out(qtbot: QtBot) -> None:
    tile = shown(qtbot, ServiceTile(KIOSK, SERVICE))
    tile.wear(Look("kiosk", text=1.25))
    assert [label.text() for label in tile.findChildren(Label) if label.isVisible()] == [
        "Hộ tịch",
        "**5** người chờ",
    ]


def test_a_field_says_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    field = shown(qtbot, Field(DESK, "Số căn cước"))
    typed: list[str] = []
    field.edited.connect(typed.append)
    field.set_text("0012", ticked=True)
    field.set_error("Số căn cước còn thiếu 8 số.")
    assert field.error == "Số căn cước còn thiếu 8 số."
    assert field.edit.accessibleDescription() == field.error
    assert typed == []
    QTest.keyClicks(field.edit, "3")
    assert typed == ["00123"]
    assert field.error == ""
    assert field.edit.property("state") == ""


def test_a_text_too_long_for_its_box_ends_in_dots_and_is_told_whole(qtbot: QtBot) -> None:
    field = shown(qtbot, Field(DESK, "Lệ phí"))
    field.resize(200, field.height())
    field.set_text("Miễn phí")
    assert (field.edit.short, field.edit.toolTip()) == ("Miễn phí", "")
    whole = "Theo nghị quyết của Hội đồng nhân dân tỉnh; miễn cho hộ nghèo"
    field.set_text(whole)
    assert field.edit.short.startswith("Theo nghị")
    assert field.edit.short.endswith("…")
    assert field.edit.toolTip() == whole
    field.resize(900, field.height())
    assert (field.edit.short, field.edit.toolTip()) == (whole, "")
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    field.resize(60, field.height())
    assert field.edit.toolTip() == ""


def test_enter_in_a_field(qtbot: QtBot) -> None:
    field = shown(qtbot, Field(DESK, "Họ và tên", limit=5))
    with qtbot.waitSignal(field.submitted):
        QTest.keyClicks(field.edit, "abcdefgh")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "abcde"


CHANNELS = (Option("d", "Trực tiếp"), Option("p", "Bưu chính"), Option("u", "Ủy quyền"))


def test_choices_by_hand_and_by_arrows(qtbot: QtBot) -> None:
    choices = shown(qtbot, Choices(DESK, "Kênh nộp", CHANNELS))
    told: list[str] = []
    choices.chosen.connect(told.append)
    assert choices.current == "d"
    QTest.mouseClick(choices.segments[1], LEFT)
    QTest.keyClick(choices, Qt.Key.Key_Right)
    QTest.keyClick(choices, Qt.Key.Key_Right)
    QTest.keyClick(choices, Qt.Key.Key_Left)
    assert told == ["p", "u", "p"]
    choices.choose("d")
    assert (choices.current, told) == ("d", ["p", "u", "p"])


def test_tab_comes_to_what_is_chosen_also_when_it_was_not_chosen_by_hand(qtbot: QtBot) -> None:
    options = (Option("a", "Thu"), Option("b", "Miễn"), Option("c", "Hủy"))
    choices = shown(qtbot, Choices(DESK, "Khoản", options))
    choices.segments[0].setFocus()
    QTest.keyClick(choices.segments[0], Qt.Key.Key_Right)
    assert choices.current == "b"

    def reached() -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [one.option.key for one in choices.segments if tab in one.focusPolicy()]

    assert reached() == ["b"]
    choices.choose("a")
    assert reached() == ["a"]
    choices.choose_none()
    assert reached() == ["a", "b", "c"]


def test_choices_keep_what_is_chosen_when_counts_change() -> None:
    choices = Choices(DESK, "Danh sách", (Option("a", "Quá hạn", 2), Option("b", "Chờ trả", 4)))
    choices.choose("b")
    choices.set_options((Option("a", "Quá hạn", 3), Option("b", "Chờ trả", 5)))
    assert choices.current == "b"
    assert choices.segments[1].accessibleName() == "Chờ trả: 5"


def test_a_choice_box() -> None:
    box = ChoiceBox(DESK, "Trường hợp", CHANNELS)
    box.choose("u")
    assert (box.current, box.currentText()) == ("u", "Ủy quyền")
    box.choose("nothing")
    assert box.current == "u"


def test_a_stepper_stays_within_its_limits(qtbot: QtBot) -> None:
    stepper = shown(qtbot, Stepper(DESK, "Bản chính", 1, 0, 2))
    told: list[int] = []
    stepper.changed.connect(told.append)
    for key in "++-":
        QTest.keyClicks(stepper, key)
    QTest.keyClicks(stepper, "--")
    assert told == [2, 1, 0]
    assert stepper.accessibleName() == "Bản chính: 0"


def test_digits_by_pad_and_by_keys(qtbot: QtBot) -> None:
    pad = shown(qtbot, NumberPad(KIOSK))
    boxes = shown(qtbot, CodeBoxes(KIOSK, "Mã tra cứu", 4))
    boxes.join(pad)
    whole: list[str] = []
    boxes.completed.connect(whole.append)
    for digit in "60":
        QTest.mouseClick(pad.keys[digit], LEFT)
    assert boxes.shown() == "•0"
    boxes.hide_digits()
    assert boxes.shown() == "••"
    QTest.mouseClick(pad.keys[ERASE], LEFT)
    assert boxes.digits == "6"
    QTest.keyClicks(boxes, "42a1")
    assert whole == ["6421"]
    QTest.keyClicks(boxes, "9")
    assert boxes.digits == "6421"
    QTest.mouseClick(pad.keys[CLEAR], LEFT)
    assert boxes.digits == ""
    assert pad.keys[ERASE].accessibleName() == "Xóa một số"


def test_a_secret_is_masked_at_once() -> None:
    boxes = CodeBoxes(DESK, "Mã PIN", 4, secret=True)
    boxes.type("7")
    assert boxes.shown() == "•"
    assert "7" not in boxes.accessibleName()


def test_many_days_are_folded() -> None:
    days = tuple(Day("T2", f"{n}/11", f"ngày {n}", "counted") for n in range(1, 11))
    assert [day.date if day else "…" for day in folded(days)] == [
        "1/11",
        "2/11",
        "…",
        "8/11",
        "9/11",
        "10/11",
    ]
    assert folded(days[:7]) == days[:7]
    assert DayStrip(DESK, days[:2]).accessibleName() == "T2 1/11 ngày 1; T2 2/11 ngày 2"


def test_a_key_bar_leaves_out_whole_keys(qtbot: QtBot) -> None:
    bar = KeyBar(DESK)
    qtbot.addWidget(bar)
    bar.set_keys(tuple((f"F{n}", "Tiếp nhận hồ sơ") for n in range(1, 13)))
    bar.resize(4000, 44)
    assert len(bar.shown()) == 12
    bar.resize(500, 44)
    assert 1 <= len(bar.shown()) < 12
    assert bar.shown() == bar.keys[: len(bar.shown())]


def test_a_key_bar_first_leaves_out_what_stands_on_the_page(qtbot: QtBot) -> None:
    bar = KeyBar(DESK)
    qtbot.addWidget(bar)
    bar.set_keys(tuple((f"F{n}", "Tiếp nhận hồ sơ") for n in range(1, 13)))
    bar.on_page = frozenset({"F3", "F5"})
    bar.resize(4000, 44)
    whole = bar._length(bar.keys, DESK.px(12)) + 2 * DESK.px(16)
    assert [key for key, _ in bar.keys if (key, "Tiếp nhận hồ sơ") not in bar.shown()] == []
    bar.resize(whole - 1, 44)
    assert [key for key, _ in bar.keys if (key, "Tiếp nhận hồ sơ") not in bar.shown()] == ["F5"]
    bar.resize(whole // 2, 44)
    left = [key for key, _ in bar.shown()]
    assert "F3" not in left
    assert left == [f"F{n}" for n in range(1, 13) if n not in (3, 5)][: len(left)]
    words = [prose.plain for prose, _ in bar.texts()]
    assert words == [part for key in left for part in (key, "Tiếp nhận hồ sơ")]


def test_a_scan_is_taken_whole_and_the_box_is_empty_again(qtbot: QtBot) -> None:
    ready, waiting = Pill("Sẵn sàng quét", "check", "ok"), Pill("Bấm F8", "scan", "muted")
    box = shown(qtbot, ScanBox(DESK, "Ô quét", "Quét giấy hẹn", ready, waiting))
    scans: list[str] = []
    box.submitted.connect(scans.append)
    box.setFocus()
    assert box.edit.hasFocus()
    QTest.keyClicks(box.edit, "H99.12.08-261123-0042")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert scans == ["H99.12.08-261123-0042"]
    assert box.edit.text() == ""


@dataclass(frozen=True)
class Line:
    code: str
    name: str


def table_of(qtbot: QtBot, count: int) -> "Table[Line]":
    table: Table[Line] = Table(
        DESK,
        "Hồ sơ",
        (TableColumn("Mã", lambda line: line.code, 80), TableColumn("Tên", lambda line: line.name)),
        key=lambda line: line.code,
        empty="Chưa có hồ sơ.",
    )
    table.set_rows(lines_of(count))
    return shown(qtbot, table)


def lines_of(count: int) -> tuple[Line, ...]:
    return tuple(Line(str(n), f"Đăng ký khai sinh số {n}") for n in range(count))


def test_a_table_is_walked_and_opened_by_keys(qtbot: QtBot) -> None:
    table = table_of(qtbot, 3)
    opened: list[Line] = []
    table.opened.connect(opened.append)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [lines_of(3)[1]]


def test_the_chosen_row_stays_chosen_when_rows_are_read_anew(qtbot: QtBot) -> None:
    table = table_of(qtbot, 5)
    table.choose("3")
    table.set_rows(lines_of(5)[2:])
    assert table.current == Line("3", "Đăng ký khai sinh số 3")
    table.set_rows(lines_of(2))
    assert table.current == lines_of(2)[0]
    table.set_rows(())
    table.grab()
    nothing: Line | None = table.current
    assert nothing is None


def test_a_cut_cell_is_known(qtbot: QtBot) -> None:
    table = table_of(qtbot, 2)
    table.resize(1000, 300)
    assert not table.is_cut(table.rows_model.index(0, 1))
    table.resize(220, 300)
    assert table.is_cut(table.rows_model.index(0, 1))


def test_an_elided_label_tells_the_whole(qtbot: QtBot) -> None:
    label = shown(qtbot, Label(DESK, "Trung tâm Phục vụ hành chính công", elide=True))
    assert label.toolTip() == ""
    label.resize(60, 20)
    assert label.toolTip() == "Trung tâm Phục vụ hành chính công"


def test_an_event_log_shows_other_rows(qtbot: QtBot) -> None:
    log = shown(qtbot, EventLog(DESK, (LogRow("Tiếp nhận", "Quầy 1", "08:41"),)))
    log.set_rows((LogRow("Có kết quả", "", "09:00"), LogRow("Đã trả", "", "10:00")))
    QCoreApplication.processEvents()
    titles = [label.text() for label in log.findChildren(Label) if label.isVisibleTo(log)]
    assert titles == ["Có kết quả", "09:00", "Đã trả", "10:00"]


def test_tab_walks_in_reading_order(qtbot: QtBot) -> None:
    page = QWidget()
    column = Column(KIOSK, 8, (0, 0, 0, 0), page)
    parts = [column.add(BigButton(KIOSK, f"Nút {n}")) for n in range(3)]
    parts[1].set_reason("Chưa dùng được.")
    shown(qtbot, page)
    parts[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(parts[0], Qt.Key.Key_Tab)
    assert parts[2].hasFocus()
    assert parts[2].ringed


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("nu", "f"), ("nam", "m"), ("nn", "f"), ("nnn", "m"), ("x", "m"), ("k", "o"), ("NU", "f")],
)
def test_a_choice_is_found_by_its_letters(qtbot: QtBot, typed: str, chosen: str) -> None:
    options = (Option("m", "Nam"), Option("f", "Nữ"), Option("o", "Khác"))
    box = ChoiceBox(DESK, "Giới tính", options)
    qtbot.addWidget(box)
    heard: list[int] = []
    box.activated.connect(heard.append)
    QTest.keyClicks(box, typed)
    assert box.current == chosen
    assert bool(heard) == (chosen != "m" or typed == "nnn")


def test_the_key_of_a_big_button_stands_beside_a_long_reason(qtbot: QtBot) -> None:
    button = DeskButton(DESK, "Tiếp nhận và in giấy hẹn", "printer", "F9", "primary", "main")
    qtbot.addWidget(button)
    button.resize(440, 72)
    before = button.key_box()
    button.set_reason("Còn thiếu: Tờ khai cấp bản sao trích lục hộ tịch… và 1 giấy tờ nữa")
    assert button.key_box().left() > before.left()
    assert button.key_box().right() <= button.width()


@pytest.mark.parametrize(("tone", "found"), [("ink_2", True), ("ink_3", False)])
def test_bold_figures_of_a_soft_text_are_in_full_ink(qtbot: QtBot, tone: str, found: bool) -> None:
    label = Label(KIOSK, "**15** người chờ", "tile", "ink_2", marked=True)
    qtbot.addWidget(label)
    label.set_tone(tone)
    label.resize(label.sizeHint())
    picture = label.grab().toImage()
    ink = KIOSK.colour("ink").rgb()
    places = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).rgb() == ink
    ]
    assert bool(places) is found
    assert not found or max(places) < picture.width() / 2
