"""Who works here, at the kiosk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from kiosk.clock import parse_moment
from kiosk.office.publicity import PublicPerson, PublicStaff, public_staff
from kiosk.storage.store import Store
from kiosk.ui.citizen.staff.listing import derive_staff, initial_of
from kiosk.ui.citizen.staff.page import StaffPage
from kiosk.ui.frames.kiosk import LANDSCAPE, PORTRAIT
from kiosk.ui.language import VIETNAMESE, Language, english
from tests.fixtures.face import FaceAtWork
from tests.ui.citizen.dressing import dressed
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

CENTRE = "Trung tâm Phục vụ hành chính công"
NAMES = (
    "Lê Minh Châu",
    "Đặng Thị Ngọc Ưỡng",
    "Phạm Đức Long",
    "Đỗ Thị Hồng Nhung",
    "Hoàng Văn Tú",
    "Nguyễn Phan Hoàng Thủy Tiên",
    "Bùi Thị Kim Oanh",
    "Ngô Hải Yến",
)


def officers(count: int) -> tuple[PublicPerson, ...]:
    return tuple(
        PublicPerson(
            NAMES[at % len(NAMES)],
            "Công chức",
            "Xây dựng, hộ kinh doanh",
            f"0200 355 51{at:02d}",
            f"Quầy {at + 1}",
        )
        for at in range(count)
    )


HEADS = (
    PublicPerson("Nguyễn Thị Thanh Hà", "Giám đốc", "Chung", "0200 355 5101", ""),
    PublicPerson("Trần Quốc Vinh", "Phó Giám đốc", "", "0200 355 5102", ""),
    PublicPerson("Đinh Thu Trang", "Phó Giám đốc", "", "", ""),
)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("large", [False, True])
def test_two_heads_stand_together(wide: bool, large: bool) -> None:
    staff = PublicStaff(HEADS[:2], officers(3), "")
    props = derive_staff(staff, 0, CENTRE, VIETNAMESE, wide=wide, large=large)
    assert (len(props.heads), sum(face.head for face in props.rows)) in ((2, 0), (0, 2))


@pytest.mark.parametrize(
    ("name", "initial"),
    [("Lê Minh Châu", "C"), ("Đặng Thị Ngọc Ưỡng", "Ư"), ("Đào", "Đ"), ("", "")],
)
def test_the_given_name_comes_last(name: str, initial: str) -> None:
    assert initial_of(name) == initial


@pytest.mark.parametrize(
    ("wide", "large", "rows", "pages"),
    [(False, False, 8, 2), (False, True, 6, 2), (True, False, 6, 2), (True, True, 5, 3)],
)
def test_as_many_as_fit(wide: bool, large: bool, rows: int, pages: int) -> None:
    staff = PublicStaff(HEADS, officers(9), "02003555100")
    props = derive_staff(staff, 0, CENTRE, VIETNAMESE, wide=wide, large=large)
    assert (len(props.rows), props.pager.count) == (rows, pages)
    # The third head leads the list.
    assert [face.head for face in props.rows[-2:]] == [False, False]
    assert "Đinh Thu Trang" in [face.name for face in props.rows if face.head]
    assert props.hotline == "0200 355 5100"
    seen = [
        face.name
        for at in range(pages)
        for face in derive_staff(staff, at, CENTRE, VIETNAMESE, wide=wide, large=large).rows
    ]
    assert len(seen) + len(props.heads) == 12


def test_who_is_not_public_is_not_there(store: Store) -> None:
    with store.engine.begin() as conn:
        conn.execute(text("UPDATE person SET public = false WHERE code = 'CV01'"))
        conn.execute(text("UPDATE person SET phone = '0200 355 5112' WHERE code = 'CV02'"))
    with store.read() as unit:
        staff = public_staff(unit)
    assert [each.name for each in staff.heads] == ["Phạm Văn Thử"]
    assert [(each.name, each.counter) for each in staff.officers] == [("Trần Thị Ví Dụ", "Quầy 2")]
    assert staff.hotline == "0200 355 5100"


def test_nobody_is_public() -> None:
    props = derive_staff(
        PublicStaff((), (), ""), 0, "Bộ phận Một cửa", VIETNAMESE, wide=False, large=False
    )
    assert props.empty == "Chưa có danh sách cán bộ. Mời Ông/Bà hỏi bàn hướng dẫn."
    assert props.heads_title == "Lãnh đạo phụ trách"


def test_the_page_at_work(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    kiosk.tap(kiosk.window.page.ways["staff"])
    said = told(kiosk.window)
    for shown in ("Phạm Văn Thử", "Lê Minh Mẫu", "Quầy 2", "0200 355 5100"):
        assert shown in said
    with store.engine.begin() as conn:
        conn.execute(text("UPDATE person SET public = false WHERE code = 'CV01'"))
    kiosk.run()
    assert "Lê Minh Mẫu" not in told(kiosk.window)
    kiosk.tap(kiosk.window.bar.places["back"])
    assert kiosk.window.session.step == "home"


def test_leafing(kiosk: FaceAtWork, store: Store) -> None:
    with store.engine.begin() as conn:
        row = conn.execute(text("SELECT * FROM person WHERE code = 'CV02'")).mappings().one()
        for at in range(8):
            more = dict(row) | {"id": f"extra-{at}", "code": f"X{at}", "position": 50 + at}
            names = ", ".join(more)
            values = ", ".join(f":{name}" for name in more)
            conn.execute(text(f"INSERT INTO person ({names}) VALUES ({values})"), more)
    kiosk.open()
    kiosk.tap(kiosk.window.page.ways["staff"])
    page = kiosk.window.page
    assert "Trang 1/2" in told(page)
    kiosk.tap(page.pager.on)
    assert "Trang 2/2" in told(kiosk.window.page)
    assert not kiosk.window.page.pager.on.isEnabled()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, QSize(540, 960), QSize(1366, 768)])
@pytest.mark.parametrize(
    ("large", "contrast", "language"),
    [
        (False, False, VIETNAMESE),
        (True, False, VIETNAMESE),
        (True, True, english()),
        (False, True, english()),
    ],
)
def test_nothing_is_cut(
    qapp: QApplication, size: QSize, large: bool, contrast: bool, language: Language
) -> None:
    with dressed(size, large=large, contrast=contrast, language=language) as frame:
        found = {}
        for heads in range(4):
            for count in (0, 1, 8, 9, 20):
                for hotline in ("", "0200 355 5100"):
                    staff = PublicStaff(HEADS[:heads], officers(count), hotline)
                    props = derive_staff(staff, 0, CENTRE, language, wide=frame.wide, large=large)
                    frame.show_page(StaffPage(frame.look, props, wide=frame.wide))
                    wrong = troubles(frame) + nameless(frame) + jumps(frame)
                    if (heads, count) == (3, 9) and size in (PORTRAIT, LANDSCAPE):
                        wrong += faint(frame)
                    if wrong:
                        found[heads, count, hotline] = wrong
    assert found == {}


def test_a_counter_of_its_own_name_stays() -> None:
    staff = PublicStaff((), (replace(officers(1)[0], counter="Bàn tiếp dân"),), "")
    props = derive_staff(staff, 0, CENTRE, english(), wide=False, large=False)
    assert props.rows[0].counter == "Bàn tiếp dân"


NOW = parse_moment("2026-11-23T09:24+07:00")
