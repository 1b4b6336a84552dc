"""Reading about procedures at the real kiosk: searched for, found, read, printed, a number taken."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kiosk.catalogue.browsing import browse
from kiosk.catalogue.procedure import Channel, ChannelKind, Paper, PaperKind, Procedure
from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.storage.print_jobs import listed
from kiosk.storage.schema import ticket
from kiosk.storage.store import Store
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.procedures.detail_page import DetailPage
from kiosk.ui.citizen.procedures.errand import LONGEST_TYPED, ProceduresErrand
from kiosk.ui.citizen.procedures.list_page import ListPage
from kiosk.ui.citizen.procedures.listing import Asked, derive_list, leafed
from kiosk.ui.citizen.session import Known
from kiosk.ui.citizen.view import FieldView, KioskView
from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.language import VIETNAMESE, english
from kiosk.ui.theme.tokens import IDLE
from tests.fixtures.face import BrokenPrinter, FaceAtWork, at_work
from tests.fixtures.store import OFFICER, SteppingClock
from tests.ui.seeing import told

BIRTH = Procedure(
    code="1.001193",
    name="Đăng ký khai sinh",
    name_en="Birth registration",
    field_prefix="HT",
    offered=True,
    category="Hộ tịch",
    channels=(Channel(ChannelKind.DIRECT),),
    fee_text="Miễn lệ phí",
    result=("Giấy khai sinh",),
    papers=(
        Paper("Tờ khai đăng ký khai sinh", originals=1),
        Paper("Giấy chứng sinh", originals=1, copies=2),
        Paper("Căn cước của người đi đăng ký", kind=PaperKind.PRESENT),
        Paper("Chỉ là lời ghi chú", kind=PaperKind.NOTE),
    ),
    steps_text="- Nộp giấy tờ tại quầy.\n- Nhận kết quả.",
)
MANY = tuple(
    Procedure(
        code=f"2.{number:06}",
        name=f"Thủ tục chứng thực số {number}",
        field_prefix="CT",
        offered=True,
    )
    for number in range(1, 15)
)
HIDDEN = Procedure(code="9.000001", name="Đăng ký khai sinh ở nơi khác", field_prefix="HT")


@pytest.fixture
def catalogue(store: Store) -> Store:
    with store.write(OFFICER) as unit:
        write_procedures(unit, (BIRTH, *MANY, HIDDEN), office_now(unit))
    return store


@pytest.fixture
def reader(
    qapp: QApplication, catalogue: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[FaceAtWork]:
    """A kiosk at the search."""
    with at_work(catalogue, tmp_path, lambda workplace: CitizenWindow(workplace, clock)) as face:
        face.open()
        face.window.hosting.open("procedures")
        face.run()
        yield face


def errand(kiosk: FaceAtWork) -> ProceduresErrand:
    found = kiosk.window.errand
    assert isinstance(found, ProceduresErrand)
    return found


def page(kiosk: FaceAtWork) -> ListPage:
    assert isinstance(kiosk.window.page, ListPage)
    return kiosk.window.page


def detail(kiosk: FaceAtWork) -> DetailPage:
    assert isinstance(kiosk.window.page, DetailPage)
    return kiosk.window.page


def look_for(kiosk: FaceAtWork, text: str) -> list[str]:
    """Type on the screen's keyboard, wait as a person does, read the names found."""
    keyboard = page(kiosk).keyboard
    assert keyboard is not None
    for letter in text:
        kiosk.tap(keyboard.keys["Dấu cách" if letter == " " else letter.upper()])
    kiosk.window.settle()
    kiosk.run()
    return names(kiosk)


def names(kiosk: FaceAtWork) -> list[str]:
    return [row.row.name for row in page(kiosk).rows if row.isVisible()]


def read(kiosk: FaceAtWork) -> DetailPage:
    look_for(kiosk, "khai sinh")
    kiosk.tap(page(kiosk).rows[0])
    return detail(kiosk)


def test_all_that_is_offered_is_there_and_nothing_else(reader: FaceAtWork) -> None:
    assert "Tìm thấy **15** thủ tục" in told(reader.window)
    counts = {key.chip.name: key.chip.count for key in page(reader).fields}
    assert (counts["Tất cả lĩnh vực"], counts["Chứng thực"]) == ("15", "14")
    assert HIDDEN.name not in told(reader.window)


def test_what_is_typed_without_accents_is_found_and_marked(reader: FaceAtWork) -> None:
    assert look_for(reader, "khai sinh") == ["Đăng ký khai sinh"]
    row = page(reader).rows[0].row
    assert [row.name[start:end] for start, end in row.marks] == ["khai sinh"]
    assert (row.limit, row.fee) == ("Hỏi tại quầy", "Miễn lệ phí")


def test_a_foreigner_finds_a_procedure_by_its_english_name(reader: FaceAtWork) -> None:
    reader.window.language_asked.emit(english())
    reader.run()
    assert look_for(reader, "birth") == ["Birth registration"]
    row = page(reader).rows[0].row
    assert [row.name[start:end] for start, end in row.marks] == ["Birth"]
    reader.tap(page(reader).rows[0])
    said = told(reader.window)
    assert "Birth registration" in said
    assert "Đăng ký khai sinh\nOfficial text in Vietnamese." in said


def test_nothing_is_asked_of_the_store_while_somebody_types(reader: FaceAtWork) -> None:
    keyboard = page(reader).keyboard
    assert keyboard is not None
    before = names(reader)
    for letter in "KHAI":
        QTest.mouseClick(keyboard.keys[letter], Qt.MouseButton.LeftButton)
        assert not reader.jobs.waiting
    assert names(reader) == before


def test_a_keyboard_on_the_desk_types_into_the_search_too(reader: FaceAtWork) -> None:
    QTest.keyClicks(QApplication.focusWidget() or reader.window, "khai")
    assert page(reader).search.text() == "khai"
    reader.window.settle()
    reader.run()
    assert names(reader) == ["Đăng ký khai sinh"]
    QTest.keyClick(page(reader), Qt.Key.Key_Backspace)
    assert errand(reader).asked.typed == "kha"


def test_no_hit_is_said_and_a_field_with_none_can_be_pressed(reader: FaceAtWork) -> None:
    assert look_for(reader, "xyz") == []
    assert "Không có thủ tục khớp. Thử bớt từ" in told(reader.window)
    fields = {key.chip.name: key for key in page(reader).fields}
    reader.tap(fields["Chứng thực"])
    assert errand(reader).asked.prefix == "CT"
    keyboard = page(reader).keyboard
    assert keyboard is not None
    reader.tap(keyboard.keys["Xóa hết"])
    reader.window.settle()
    reader.run()
    assert all("chứng thực" in name for name in names(reader))


def test_the_list_is_leafed_through_to_its_end(reader: FaceAtWork) -> None:
    seen = names(reader)
    while page(reader).pager.on.isEnabled():
        reader.tap(page(reader).pager.on)
        seen += names(reader)
    assert len(seen) == len(set(seen)) == 15


def test_a_text_without_end_is_cut(reader: FaceAtWork) -> None:
    page(reader).typed.emit("a" * 500)
    assert len(errand(reader).asked.typed) == LONGEST_TYPED


def test_one_procedure_says_what_must_be_published(reader: FaceAtWork) -> None:
    read(reader)
    said = told(reader.window)
    for words in (
        "Mã thủ tục 1.001193",
        "Miễn lệ phí",
        "Giấy khai sinh",
        "Nộp 1 bản chính, 2 bản sao",
        "Xuất trình",
        "Nộp giấy tờ tại quầy.",
        "Quầy 1",
    ):
        assert words in said, words
    assert "Chỉ là lời ghi chú" not in said
    assert errand(reader).patience == IDLE["read"]


def test_back_leads_to_the_list_with_what_was_typed(reader: FaceAtWork) -> None:
    read(reader)
    reader.key(Qt.Key.Key_Escape)
    assert page(reader).search.text() == "khai sinh"
    reader.key(Qt.Key.Key_Escape)
    assert reader.window.at_home


def test_the_number_is_taken_of_its_field_with_the_priority_to_be_declared(
    reader: FaceAtWork, catalogue: Store
) -> None:
    reader.tap(read(reader).take)
    page = reader.window.page
    assert isinstance(page, ChoosePage)
    assert page.priority is not None
    assert reader.window.session.choice.field == "HT"
    reader.tap(page.button)
    assert reader.window.session.taken is not None
    with catalogue.read() as unit:
        assert unit.conn.execute(select(ticket.c.series)).scalars().all() == ["HT"]


def test_outside_hours_the_number_waits_and_reading_does_not(
    reader: FaceAtWork, clock: SteppingClock
) -> None:
    clock.set("2026-11-23T18:30+07:00")
    reader.second()
    one = read(reader)
    assert one.take.reason.startswith("Ngoài giờ tiếp nhận")
    assert not one.papers.reason


def test_the_list_of_papers_comes_out_and_is_told(reader: FaceAtWork, catalogue: Store) -> None:
    reader.tap(read(reader).papers)
    assert reader.window.told == "Đã in danh mục giấy tờ."
    with catalogue.read() as unit:
        (job,) = listed(unit)
    assert (job.kind, job.state) == ("papers80", "printed")


def test_a_list_that_does_not_come_out_is_no_dead_end(reader: FaceAtWork) -> None:
    working, reader.printer = reader.printer, BrokenPrinter()
    one = read(reader)
    reader.tap(one.papers)
    assert one.not_printed.text() == "Chưa in được. Mời Ông/Bà chụp ảnh màn hình."
    assert one.papers.text() == "In lại"
    assert one.papers.isEnabled()
    assert not one.take.reason
    reader.printer = working
    reader.tap(one.papers)
    assert reader.window.told == "Đã in danh mục giấy tờ."
    assert not one.not_printed.text()


def test_no_answer_from_the_printer_ends_the_waiting(reader: FaceAtWork) -> None:
    one = read(reader)
    reader.window.settle()
    QTest.mouseClick(one.papers, Qt.MouseButton.LeftButton)
    for _second in range(5):
        errand(reader).second()
    reader.window.refresh_page()
    assert one.papers.busy
    errand(reader).second()
    reader.window.refresh_page()
    assert not one.papers.busy
    assert one.papers.text() == "In lại"
    reader.run()
    assert reader.window.told == "Đã in danh mục giấy tờ.", "it came out late: no second one"
    assert one.papers.text() == "In danh mục giấy tờ"


def test_more_hits_than_two_hundred_are_counted_field_by_field(
    reader: FaceAtWork, catalogue: Store
) -> None:
    many = tuple(
        Procedure(code=f"3.{at:06}", name=f"Cấp bản {at}", field_prefix=prefix, offered=True)
        for prefix, start in (("CT", 0), ("HT", 300))
        for at in range(start, start + 250)
    )
    with catalogue.write(OFFICER) as unit:
        write_procedures(unit, many, office_now(unit))
    with catalogue.read() as unit:
        found = browse(unit, "cap ban", "", 0, 3)
        assert (found.total, dict(found.counts)) == (500, {"CT": 250, "HT": 250})
        kept = browse(unit, "cap ban", "HT", 249, 3)
    assert kept.total == 250
    assert len(kept.lines) == 1


def test_nothing_typed_is_left_to_the_next(reader: FaceAtWork) -> None:
    before = errand(reader)
    look_for(reader, "khai")
    reader.window.go_home()
    assert before.asked == replace(before.asked, typed="", prefix="")
    reader.window.hosting.open("procedures")
    reader.run()
    assert page(reader).search.text() == ""


def test_a_long_record_scrolls_by_touch_and_by_keys(reader: FaceAtWork, catalogue: Store) -> None:
    long = replace(BIRTH, steps_text="\n".join(f"Bước {at} của thủ tục này." for at in range(60)))
    with catalogue.write(OFFICER) as unit:
        write_procedures(unit, (long,), office_now(unit))
    one = read(reader)
    bar = one.body.verticalScrollBar()
    assert not one.up.isEnabled()
    reader.tap(one.down)
    assert bar.value() > 0
    QTest.keyClick(one, Qt.Key.Key_Up)
    assert bar.value() == 0
    while one.down.isEnabled():
        reader.tap(one.down)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("keys", [True, False])
@pytest.mark.parametrize("large", [True, False])
@pytest.mark.parametrize("wide", [True, False])
@pytest.mark.parametrize("many", [3, 8, 12, 24])
def test_every_field_can_be_reached(many: int, wide: bool, large: bool, keys: bool) -> None:
    fields = tuple(FieldView(f"F{at:02}", f"Lĩnh vực {at}", "", "doc", (), 0) for at in range(many))
    if wide and large and keys:
        pytest.skip("no room beside the keyboard; the fields come back with Ẩn phím")
    step = leafed(wide=wide, large=large, keys=keys)
    known = Known(KioskView("", "", False, "", True, None, fields))
    seen: set[str] = set()
    for press in range(many + 1):
        # An odd start: the keyboard was put away or the text enlarged while others were shown.
        asked = Asked(fields_from=5 + press * step, keys=keys)
        props = derive_list(asked, None, known, VIETNAMESE, wide=wide, large=large)
        assert props.chips[0].prefix == ""
        seen |= {chip.prefix for chip in props.chips[1:]}
    assert seen == {field.prefix for field in fields}
