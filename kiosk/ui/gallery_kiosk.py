"""The kiosk's pages of the gallery: every part in every state, and pages as a face builds them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.big_button import BigButton
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.field import Field
from kiosk.ui.parts.icon_box import Disc, Icon, IconBox
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Grid, Row
from kiosk.ui.parts.link import LinkRow
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.number_pad import CodeBoxes, NumberPad
from kiosk.ui.parts.pill import Pill, StatusPill
from kiosk.ui.parts.switch import Switch
from kiosk.ui.parts.ticket_card import TicketCard, TicketFace, TicketFact
from kiosk.ui.parts.tiles import HomeTile, PrimaryTile, Service, ServiceTile
from kiosk.ui.theme.look import Look

MIDDLE = Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignTop

SERVICES = (
    Service("HT", "rings", "Hộ tịch", "**5** người chờ", "khoảng **15 – 20** phút"),
    Service("CT", "stamp", "Chứng thực", "**9** người chờ", "khoảng **20 – 30** phút"),
    Service("DD", "map", "Đất đai", "**4** người chờ", "khoảng **25 – 40** phút"),
    Service("CU", "house", "Cư trú", "**7** người chờ", "khoảng **15 – 25** phút"),
    Service("XD", "build", "Xây dựng", "**1** người chờ", "khoảng **5 – 10** phút"),
    Service("KD", "store", "Hộ kinh doanh", "**2** người chờ", "khoảng **10 – 15** phút"),
    Service("XH", "heart", "Người có công, xã hội", "**3** người chờ", "khoảng **10 – 20** phút"),
    Service("NC", "award", "Nuôi con nuôi", "", closed="Hết số buổi sáng. Nhận lại từ 13:30"),
)
TICKET = TicketFace(
    caption="Số thứ tự của Ông/Bà",
    number="HT-022",
    field="Lĩnh vực Hộ tịch",
    counters_caption="Chờ gọi đến",
    counters=("Quầy 1", "Quầy 2"),
    either="hoặc",
    facts=(
        TicketFact("Người chờ trước", "5", "người"),
        TicketFact("Dự kiến chờ", "15 – 20", "phút"),
        TicketFact("Lấy số lúc", "09:24"),
    ),
)


def kiosk_home(look: Look, *, wide: bool) -> QWidget:
    """The home page's body."""
    page = Box(look)
    side = 64 if wide else 48
    column = Column(look, 0, (side, 40 if wide else 56, side, 24), page)
    column.add(Label(look, "Kính chào Ông/Bà", "label", "ink_2", weight=400))
    column.add(Label(look, "Ông/Bà cần làm việc gì?", "h1"))
    column.gap(24 if wide else 48)
    primary = PrimaryTile(
        look, "ticket", "Lấy số thứ tự", "Chọn lĩnh vực, nhận phiếu\nvà chờ gọi đến quầy", wide=wide
    )
    tiles = (
        ("scan", "Nhận kết quả,\ntra cứu hồ sơ", "Quét mã trên giấy hẹn"),
        ("doc", "Thủ tục\nhành chính", "Giấy tờ, thời hạn, lệ phí"),
        ("users", "Cán bộ\ntiếp nhận", "Họ tên, chức danh, số điện thoại"),
        ("star", "Đánh giá\nphục vụ", "5 lần chạm, không ghi tên"),
    )
    grid = Grid(look, 24)
    for at, (icon, title, line) in enumerate(tiles):
        grid.addWidget(HomeTile(look, icon, title, line, wide=wide), at // 2, at % 2)
        grid.setColumnStretch(at % 2, 1)
    if wide:
        row = column.nest(Row(look, 24), 1)
        row.add(primary, 720)
        row.nest(grid, 1048)
        column.gap(24)
        return page
    column.add(primary)
    column.gap(24)
    column.nest(grid)
    column.fill()
    help_row = column.nest(Row(look, 16))
    help_row.fill()
    help_row.add(Icon(look, "help", 32, "act"), align=MIDDLE)
    words = "Cần giúp đỡ? Mời Ông/Bà đến bàn hướng dẫn bên phải cửa vào."
    help_row.add(Label(look, words, "body", "ink_2"))
    help_row.fill()
    column.fill()
    return page


def kiosk_choose(look: Look) -> QWidget:
    """The page where a field is chosen."""
    page = Box(look)
    column = Column(look, 0, (48, 40, 48, 0), page)
    column.add(Label(look, "Chọn lĩnh vực", "h1"))
    question = "Ông/Bà muốn làm việc về lĩnh vực nào?"
    column.add(Label(look, question, "label", "ink_2", weight=400))
    column.gap(24)
    grid = column.nest(Grid(look, 20))
    for at, service in enumerate(SERVICES):
        tile = ServiceTile(look, service)
        tile.setChecked(at == 0)
        grid.addWidget(tile, at // 2, at % 2)
        grid.setColumnStretch(at % 2, 1)
    column.gap(32)
    card = column.add(Card(look))
    row = Row(look, 28, (32, 32, 32, 32), card)
    row.add(IconBox(look, "priority", 88, "gold_ink", "gold_tint"), align=MIDDLE)
    words = row.nest(Column(look), 1)
    words.fill()
    words.add(Label(look, "Tôi thuộc diện ưu tiên", "item"))
    groups = "Người khuyết tật, từ 75 tuổi, phụ nữ mang thai, bế trẻ dưới 36 tháng, người có công"
    words.add(Label(look, groups, "caption", "ink_2", phrases=True))
    words.fill()
    row.add(Switch(look, "Tôi thuộc diện ưu tiên"), align=MIDDLE)
    column.gap(8)
    column.add(LinkRow(look, "Chưa biết chọn lĩnh vực nào?", "Tìm theo tên thủ tục"))
    column.gap(16)
    column.add(BigButton(look, "Lấy số: Hộ tịch", "ticket"))
    column.fill()
    return page


def kiosk_ticket(look: Look) -> QWidget:
    """The page of a number taken."""
    page = Box(look)
    column = Column(look, 0, (48, 56, 48, 0), page)
    row = column.nest(Row(look, 24))
    row.add(Disc(look, "check", 80, "ok"), align=MIDDLE)
    words = row.nest(Column(look), 1)
    words.add(Label(look, "Đã lấy số thành công", "h1"))
    follow = "Mời Ông/Bà ngồi chờ và theo dõi màn hình, loa gọi."
    words.add(Label(look, follow, "body", "ink_2"))
    column.gap(32)
    column.add(TicketCard(look, TICKET))
    column.gap(32)
    slot = "Phiếu ra ở khe in, ngay phía dưới màn hình."
    column.add(Notice(look, "hint", "down", "Hãy lấy phiếu bên dưới", slot))
    column.gap(40)
    column.add(BigButton(look, "Xong", "check"))
    column.fill()
    return page


def kiosk_parts(look: Look) -> QWidget:
    """The kiosk's parts in their states, as on the board."""
    page = Box(look)
    column = Column(look, 24, (48, 32, 48, 32), page)
    column.add(Label(look, "Nút lớn (BigButton)", "item"))
    grid = column.nest(Grid(look, 20))
    buttons = [BigButton(look, "Lấy số", "ticket") for _ in range(4)]
    buttons[1].setDown(True)
    buttons[2].set_busy("Đang in…")
    buttons[3].set_reason("Chọn một lĩnh vực")
    buttons.append(BigButton(look, "In giấy tờ", "printer", "outline"))
    buttons.append(BigButton(look, "Về trang đầu", "", "outline", "medium"))
    for at, button in enumerate(buttons):
        grid.addWidget(button, at // 3, at % 3)
        grid.setColumnStretch(at % 3, 1)
    column.add(Label(look, "Ô chọn lĩnh vực (ServiceTile)", "item"))
    grid = column.nest(Grid(look, 20))
    for at, which in enumerate((0, 6, 1, 7)):
        tile = ServiceTile(look, SERVICES[which])
        tile.setChecked(at == 1)
        grid.addWidget(tile, at // 2, at % 2)
        grid.setColumnStretch(at % 2, 1)
    column.fill()
    return page


def kiosk_tiles(look: Look) -> QWidget:
    """The home page's tiles, open and closed."""
    page = Box(look)
    column = Column(look, 24, (48, 32, 48, 32), page)
    home = column.nest(Grid(look, 20))
    off = HomeTile(look, "doc", "Thủ tục\nhành chính", "")
    off.set_reason("Đang cập nhật. Mời Ông/Bà hỏi bàn hướng dẫn.")
    home.addWidget(HomeTile(look, "star", "Đánh giá\nphục vụ", "5 lần chạm, không ghi tên"), 0, 0)
    home.addWidget(off, 0, 1)
    for at in (0, 1):
        home.setColumnStretch(at, 1)
    closed = column.add(PrimaryTile(look, "ticket", "Lấy số thứ tự", "Chọn lĩnh vực"))
    closed.set_reason("Ngoài giờ làm việc. Mở lại lúc 13:30.")
    column.fill()
    return page


def kiosk_entry(look: Look) -> QWidget:
    """The kiosk's parts to answer with: fields, switches, choices, digits."""
    page = Box(look)
    column = Column(look, 24, (48, 32, 48, 32), page)
    column.add(Label(look, "Ô nhập, công tắc, đoạn chọn", "item"))
    row = column.nest(Row(look, 24))
    good = Field(look, "Số điện thoại")
    good.set_text("0912 345 678", ticked=True)
    wrong = Field(look, "Số điện thoại", icon="phone")
    wrong.set_text("0912 345 67")
    wrong.set_error("Số điện thoại còn thiếu 1 số.")
    for field in (good, wrong):
        row.add(field, 1, TOP)
    switch_on = Switch(look, "Ưu tiên")
    switch_on.setChecked(True)
    row = column.nest(Row(look, 24))
    for switch in (Switch(look, "Ưu tiên"), switch_on):
        row.add(switch, align=MIDDLE)
    row.fill()
    choices = Choices(look, "Kênh", (Option("a", "Trực tiếp"), Option("b", "Bưu chính")))
    column.add(choices)
    row = column.nest(Row(look, 16))
    for pill in (Pill("Quá 2 ngày", "alert", "err"), Pill("Đến hạn hôm nay", "clock", "warn")):
        row.add(StatusPill(look, pill))
    row.fill()
    row = column.nest(Row(look, 32))
    pad = NumberPad(look)
    row.add(pad, 1)
    codes = CodeBoxes(look, "Mã tra cứu", 6)
    codes.join(pad)
    for digit in "604":
        codes.type(digit)
    row.add(codes, 1, TOP)
    column.fill()
    return page
