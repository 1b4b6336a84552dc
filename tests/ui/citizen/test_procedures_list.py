"""A line of the list of procedures, and how many there are: fees in whole words, rows by room."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication

from kiosk.catalogue.browsing import Browsed
from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.shelf import CounterLimit, Listed
from kiosk.clock import FrozenClock, parse_moment
from kiosk.ui.citizen.procedures.fees import fee_forms
from kiosk.ui.citizen.procedures.list_page import ListPage
from kiosk.ui.citizen.procedures.listing import Asked, derive_list, rows_of
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.view import FieldView, KioskView
from kiosk.ui.frames.frame import OfficeFace
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT, KioskFrame
from kiosk.ui.language import VIETNAMESE, Language, english
from tests.ui.clipping import troubles

COUNCIL = "Theo nghị quyết của Hội đồng nhân dân tỉnh"
BIRTH = (
    "Miễn lệ phí khi đăng ký đúng hạn, trong 60 ngày kể từ ngày sinh. Đăng ký quá hạn: theo nghị"
    " quyết của Hội đồng nhân dân tỉnh."
)
FEES = (
    BIRTH,
    f"{COUNCIL}; miễn cho hộ nghèo.",
    "10.000 đồng/trường hợp",
    "2.000 đồng/trang; từ trang thứ ba 1.000 đồng/trang; không quá 200.000 đồng/bản",
    "Cổng Dịch vụ công quốc gia không ghi khoản thu nào",
    "Theo quy định của pháp luật về đất đai; cán bộ hướng dẫn tại quầy",
)
SHORT, LONG = "Đăng ký khai sinh", "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"
FIELDS = tuple(
    FieldView(f"F{at}", name, "", "doc", (), 0)
    for at, name in enumerate(
        ("Hộ tịch", "Chứng thực", "Đất đai", "Cư trú", "Xây dựng", "Kinh doanh", "Xã hội", "Thuế")
    )
)
KNOWN = Known(KioskView("Ủy ban nhân dân phường", "Trung tâm", True, "", True, None, FIELDS))


@pytest.mark.parametrize(
    ("fee", "forms"),
    [
        ("Miễn lệ phí", ("Miễn lệ phí",)),
        ("10.000 đồng/bản.", ("10.000 đồng/bản.", "10.000 đồng/bản")),
        (
            "50.000 đồng/thẻ; thu bằng 50%",
            ("50.000 đồng/thẻ; thu bằng 50%", "50.000 đồng/thẻ"),
        ),
        (
            BIRTH,
            (
                BIRTH,
                "Miễn lệ phí khi đăng ký đúng hạn, trong 60 ngày kể từ ngày sinh",
                "Miễn lệ phí khi đăng ký đúng hạn",
            ),
        ),
        (COUNCIL, (COUNCIL, "Theo nghị quyết của HĐND tỉnh", "Theo HĐND tỉnh")),
        ("Lệ phí:\n15.000 đồng", ("Lệ phí: 15.000 đồng",)),
        ("15.000 đồng/lần\nTại nhà 20.000", ("15.000 đồng/lần Tại nhà 20.000", "15.000 đồng/lần")),
    ],
)
def test_a_fee_in_fewer_words(fee: str, forms: tuple[str, ...]) -> None:
    assert fee_forms(fee, VIETNAMESE) == (*forms, "Chạm để xem")
    assert fee_forms(fee, english())[-1] == "Touch to see"


def shown(
    size: QSize, text: float, language: Language, *, keys: bool
) -> tuple[KioskFrame, ListPage]:
    frame = KioskFrame(
        OfficeFace("Ủy ban nhân dân phường", "Trung tâm"),
        FrozenClock(parse_moment("2026-11-23T09:24+07:00")),
        size,
    )
    frame.set_ui_scale(text)
    frame.set_idle(25, 0.8)
    look = frame.look
    most = rows_of(wide=frame.wide, large=look.large, keys=keys, text=look.text)
    limit = CounterLimit(parse_limit("5wd"))
    lines = tuple(
        Listed(f"1.{at:06}", LONG if at % 2 else SHORT, "", limit, fee)
        for at, fee in enumerate((FEES * 2)[:most])
    )
    props = derive_list(
        Asked(keys=keys),
        Browsed(90, (("F0", 90),), lines),
        KNOWN,
        language,
        wide=frame.wide,
        large=look.large,
        text=look.text,
    )
    page = ListPage(look, props, language, wide=frame.wide)
    frame.show_page(page)
    frame.show()
    for _ in range(2):
        QApplication.processEvents()
    return frame, page


CASES = [
    pytest.param(size, text, keys, id=f"{name}-{text}-{'keys' if keys else 'bare'}")
    for (name, size), text, keys in product(
        (("standing", PORTRAIT), ("lying", LANDSCAPE)), (1.0, 1.08, 1.25), (True, False)
    )
]


@pytest.mark.parametrize("language", [VIETNAMESE, english()], ids=["vi", "en"])
@pytest.mark.parametrize(("size", "text", "keys"), CASES)
def test_the_page_is_filled_and_nothing_cut(
    qapp: QApplication, size: QSize, text: float, keys: bool, language: Language
) -> None:
    frame, page = shown(size, text, language, keys=keys)
    found = troubles(frame)
    last = page.rows[-1]
    low = last.mapTo(page, QPoint(0, last.height())).y()
    below = page.pager if not frame.wide else page.keyboard
    end = below.mapTo(page, QPoint(0, 0)).y() if below is not None else page.height()
    gap = page.rows[1].y() - page.rows[0].y() if len(page.rows) > 1 else last.height() + 12
    words = [row.fee_shown for row in page.rows]
    lines = [prose.line_count(room.width()) for prose, room in page.pager.on.texts()]
    frame.close()
    frame.deleteLater()
    assert found == []
    assert low <= end
    assert end - low < gap, "one more line has room"
    assert not [said for said in words if "…" in said]
    assert lines == [1]


def test_what_is_shown_of_a_fee_depends_on_its_room(qapp: QApplication) -> None:
    frame, page = shown(PORTRAIT, 1.0, VIETNAMESE, keys=True)
    assert [row.fee_shown for row in page.rows] == [
        "Miễn lệ phí khi đăng ký đúng hạn",
        "Theo HĐND tỉnh",
        "10.000 đồng/trường hợp",
        "2.000 đồng/trang",
    ]
    assert BIRTH.rstrip(".") in page.rows[0].accessibleName()
    frame.close()
    frame.deleteLater()


def test_the_keys_of_the_pager_are_named_whole(qapp: QApplication) -> None:
    frame, page = shown(PORTRAIT, 1.0, VIETNAMESE, keys=True)
    assert [key.shown for key in page.pager.buttons] == ["Trước", "Sau"]
    assert [key.accessibleName() for key in page.pager.buttons] == ["Trang trước", "Trang sau"]
    frame.close()
    frame.deleteLater()
