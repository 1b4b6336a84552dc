"""The manager's catalogue: found, offered, corrected, taken back; imports; everyday words; by keys."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from sqlalchemy import func, select

from kiosk.catalogue.corrections import CorrectProcedure, correct_procedure
from kiosk.catalogue.everyday import everyday_words
from kiosk.catalogue.importing import import_catalogue
from kiosk.catalogue.procedure import Paper, PaperKind, Procedure
from kiosk.catalogue.reading import procedure
from kiosk.storage.schema import audit_line
from kiosk.storage.schema import procedure as procedure_table
from kiosk.storage.units import Actor
from kiosk.ui.admin.procedures import choosing
from kiosk.ui.admin.procedures.section import ProceduresSection
from tests.fixtures.procedures import group, line, method, paper, record, write_json, write_lines
from tests.ui import clipping, seeing
from tests.ui.admin.admin_kit import CTRL, AtDesk, Key

SIZES = ((1366, 768), (1440, 900), (1920, 1080))
BY = Actor("DIEU-HANH", "QL01")
ONE, TWO, THREE = "1.900001", "1.900002", "1.900003"


def section(desk: AtDesk) -> ProceduresSection:
    found = desk.window.section
    assert isinstance(found, ProceduresSection)
    return found


@pytest.fixture
def catalogue(desk: AtDesk, tmp_path: Path) -> AtDesk:
    """Three announced procedures beside the six of the small office; the first is chosen."""
    folder = tmp_path / "announced"
    papers = group(paper("Tờ khai theo mẫu"), paper("Giấy chứng sinh", 1, 2))
    details = {"executionMethods": [method(time=3)], "executionCases": [papers]}
    write_json(folder / "a.json", record(ONE, "Đăng ký giám hộ", **details))
    write_lines(
        folder / "b.jsonl",
        line(TWO, "Cấp phép bay thử", categories=["Hàng không"]),
        line(THREE, "Đăng ký lại kết hôn"),
    )
    import_catalogue(desk.store, [folder], BY)
    desk.go(6)
    section(desk).list.table.choose(ONE)
    desk.settle()
    return desk


def now(desk: AtDesk, code: str = ONE) -> Procedure:
    with desk.store.read() as unit:
        return procedure(unit, code)


def codes(desk: AtDesk) -> list[str]:
    return [row.code for row in section(desk).list.table.rows_model.rows]


def search(desk: AtDesk, text: str) -> list[str]:
    desk.press(Key.Key_F8)
    section(desk).list.search.edit.clear()
    desk.type(text)
    desk.settle()
    return codes(desk)


def part(desk: AtDesk, key: str) -> None:
    section(desk).detail.table.choose(key)
    desk.settle()


def typed(desk: AtDesk, text: str) -> None:
    editor = section(desk).detail.editor
    place = editor.box.edit if editor.box.isVisible() else editor.line.edit
    place.setFocus()
    place.selectAll()
    desk.type(text)


def asked(desk: AtDesk) -> str:
    return desk.question.text if desk.question is not None else ""


def acts(desk: AtDesk) -> list[str]:
    with desk.store.read() as unit:
        return [row.act for row in unit.rows(select(audit_line.c.act).order_by(audit_line.c.id))]


def known(desk: AtDesk) -> int:
    with desk.store.read() as unit:
        count = select(func.count()).select_from(procedure_table)
        return int(unit.conn.execute(count).scalar_one())


# the list


def test_everything_known_is_listed_and_counted(catalogue: AtDesk) -> None:
    states = section(catalogue).list.states.segments
    assert [(one.option.text, one.option.count) for one in states] == [
        ("Tất cả", 9),
        ("Đang nhận", 5),
        ("Đã sửa", 0),
    ]
    catalogue.click(states[1])
    assert ONE not in codes(catalogue)
    assert len(codes(catalogue)) == 5


def test_the_search_minds_neither_accents_nor_case(catalogue: AtDesk) -> None:
    assert search(catalogue, "DANG KY giam ho") == [ONE]
    assert search(catalogue, TWO) == [TWO]
    assert search(catalogue, "khong co gi nhu the") == []
    assert clipping.troubles(catalogue.window) == []
    assert section(catalogue).detail.detail is None
    assert len(search(catalogue, " ")) == 9


def test_a_field_narrows_the_list_and_the_search(catalogue: AtDesk) -> None:
    page = section(catalogue).list
    page.field.choose("HT")
    page.field.activated.emit(page.field.currentIndex())
    catalogue.settle()
    assert THREE in codes(catalogue)
    assert TWO not in codes(catalogue)
    assert search(catalogue, "cap phep bay") == []
    page.field.choose("-")
    page.field.activated.emit(page.field.currentIndex())
    catalogue.settle()
    assert codes(catalogue) == [TWO]


def test_what_others_write_is_seen_and_the_chosen_one_stays(catalogue: AtDesk) -> None:
    catalogue.store.do(correct_procedure, CorrectProcedure(ONE, "note", "Mới"), BY)
    catalogue.settle()
    page = section(catalogue)
    assert page.list.table.current is not None
    assert page.list.table.current.code == ONE
    assert page.list.table.current.corrected
    assert page.detail.detail is not None
    note = page.detail.detail.part("note")
    assert note is not None
    assert (note.shown, note.announced) == ("Mới", "(chưa có)")
    assert "Phạm Văn Thử" in note.by


# offering


def test_offering_asks_once_and_is_taken_back(catalogue: AtDesk) -> None:
    catalogue.press(Key.Key_F9)
    assert catalogue.place().accessibleName() == "Chưa, Esc"
    catalogue.press(Key.Key_Return)
    assert not now(catalogue).offered
    catalogue.press(Key.Key_F9)
    catalogue.answer("wanted")
    assert (now(catalogue).offered, now(catalogue).field_prefix) == (True, "HT")
    assert catalogue.bar()["F9"] == "Thôi nhận"
    catalogue.press(Key.Key_Z, CTRL)
    assert not now(catalogue).offered
    assert acts(catalogue)[-1] == "procedure.taken_back"
    assert "Ctrl Z" not in catalogue.bar()


def test_withdrawing_asks_once(catalogue: AtDesk) -> None:
    for answer in ("wanted", "wanted"):
        catalogue.press(Key.Key_F9)
        catalogue.answer(answer)
    assert not now(catalogue).offered
    catalogue.press(Key.Key_Z, CTRL)
    assert now(catalogue).offered


def test_what_is_in_no_field_needs_one_and_goes_back_to_none(catalogue: AtDesk) -> None:
    section(catalogue).list.table.choose(TWO)
    catalogue.settle()
    catalogue.press(Key.Key_F9)
    assert catalogue.window.asking is None
    assert "lĩnh vực" in catalogue.window.told
    field = section(catalogue).detail.field
    field.choose("XD")
    catalogue.press(Key.Key_F9)
    assert "Xây dựng" in asked(catalogue)
    catalogue.answer("wanted")
    assert (now(catalogue, TWO).field_prefix, now(catalogue, TWO).offered) == ("XD", True)
    field.choose("CT")
    field.activated.emit(field.currentIndex())
    assert catalogue.bar()["F9"] == "Chuyển lĩnh vực"
    catalogue.press(Key.Key_F9)
    catalogue.answer("wanted")
    assert now(catalogue, TWO).field_prefix == "CT"
    catalogue.press(Key.Key_Z, CTRL)
    assert (now(catalogue, TWO).field_prefix, now(catalogue, TWO).offered) == ("XD", True)


# corrections


@pytest.mark.parametrize(
    ("key", "text", "attribute", "value"),
    [
        ("name", "Dang ky giam ho moi", "name", "Dang ky giam ho moi"),
        ("note", "Mang theo the", "note", "Mang theo the"),
        ("fee_text", "Mien phi", "fee_text", "Mien phi"),
        ("fee_amount", "15.000", "fee_amount", 15_000),
    ],
)
def test_a_part_is_corrected_dropped_and_taken_back(
    catalogue: AtDesk, key: str, text: str, attribute: str, value: object
) -> None:
    announced = getattr(now(catalogue), attribute)
    part(catalogue, key)
    typed(catalogue, text)
    assert section(catalogue).unsaved
    catalogue.press(Key.Key_S, CTRL)
    assert getattr(now(catalogue), attribute) == value
    assert not section(catalogue).unsaved
    card = section(catalogue).detail
    assert "Phạm Văn Thử" in card.editor.by.text()
    catalogue.click(card.drop)
    catalogue.answer("wanted")
    assert getattr(now(catalogue), attribute) == announced
    catalogue.press(Key.Key_Z, CTRL)
    assert getattr(now(catalogue), attribute) == value


def test_a_limit_is_corrected_with_its_unit(catalogue: AtDesk) -> None:
    part(catalogue, "limit.direct")
    editor = section(catalogue).detail.editor
    assert (editor.line.text(), editor.unit.current) == ("3", "wd")
    typed(catalogue, "10")
    editor.unit.choose("d")
    editor.unit.activated.emit(1)
    catalogue.press(Key.Key_S, CTRL)
    assert str(now(catalogue).limit_for("direct")[0]) == "10d"
    editor.unit.choose("none")
    editor.unit.activated.emit(4)
    assert not editor.line.edit.isEnabled()
    catalogue.press(Key.Key_S, CTRL)
    assert now(catalogue).limit_for("direct")[0] is None
    catalogue.press(Key.Key_Z, CTRL)
    assert str(now(catalogue).limit_for("direct")[0]) == "10d"


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("name", " ", "đang trống"),
        ("fee_amount", "nhieu", "Số tiền phải là số nguyên"),
        ("limit.direct", "ba", "cần một con số"),
        ("limit.direct", "9999", "nằm ngoài mức cho phép"),
        ("category", "", "đang trống"),
    ],
)
def test_a_wrong_value_is_said_beside_the_field(
    catalogue: AtDesk, key: str, text: str, said: str
) -> None:
    before = now(catalogue)
    part(catalogue, key)
    typed(catalogue, text or " ")
    catalogue.press(Key.Key_S, CTRL)
    error = section(catalogue).detail.editor.line.error
    assert said in error
    assert "wd" not in error
    assert now(catalogue) == before
    assert clipping.troubles(catalogue.window) == []
    assert not section(catalogue).detail.save.busy


def test_what_is_typed_is_kept_while_other_parts_are_read(catalogue: AtDesk) -> None:
    part(catalogue, "name")
    typed(catalogue, "Dang go do")
    part(catalogue, "note")
    assert section(catalogue).detail.editor.draft is None
    part(catalogue, "name")
    assert section(catalogue).detail.editor.line.text() == "Dang go do"
    catalogue.go(8)
    assert catalogue.question is not None
    catalogue.answer("wanted")
    catalogue.go(6)
    assert section(catalogue).detail.editor.line.text() == "Đăng ký giám hộ"


def test_nobody_is_overwritten_by_taking_back(catalogue: AtDesk) -> None:
    part(catalogue, "name")
    typed(catalogue, "Ten mot")
    catalogue.press(Key.Key_S, CTRL)
    catalogue.store.do(correct_procedure, CorrectProcedure(ONE, "name", "Tên hai"), BY)
    catalogue.press(Key.Key_Z, CTRL)
    assert now(catalogue).name == "Tên hai"
    assert "người khác sửa tiếp" in catalogue.window.told


# papers


def test_papers_are_changed_added_ordered_and_written_at_once(catalogue: AtDesk) -> None:
    part(catalogue, "papers")
    catalogue.press(Key.Key_F4)
    page = section(catalogue).papers
    page.copies.edit.setFocus()
    page.copies.edit.selectAll()
    catalogue.type("3")
    catalogue.press(Key.Key_F9)
    catalogue.type("Anh the")
    catalogue.press(Key.Key_F6)
    assert [one.name for one in page.lines] == ["Tờ khai theo mẫu", "Anh the", "Giấy chứng sinh"]
    assert len(now(catalogue).papers) == 2
    catalogue.press(Key.Key_S, CTRL)
    assert page.paper.error == ""
    assert now(catalogue).papers == (
        Paper("Tờ khai theo mẫu", 1, 3),
        Paper("Anh the", 1, 0, PaperKind.SUBMIT),
        Paper("Giấy chứng sinh", 1, 2),
    )
    assert not section(catalogue).unsaved
    catalogue.press(Key.Key_Z, CTRL)
    assert [one.copies for one in now(catalogue).papers] == [0, 2]


def test_papers_that_cannot_be_read_are_said_and_leaving_asks(catalogue: AtDesk) -> None:
    part(catalogue, "papers")
    catalogue.press(Key.Key_F4)
    page = section(catalogue).papers
    catalogue.press(Key.Key_F9)
    catalogue.press(Key.Key_S, CTRL)
    assert "đang trống" in page.paper.error
    page.copies.set_text("x")
    catalogue.press(Key.Key_S, CTRL)
    assert "Số bản" in page.copies.error
    catalogue.press(Key.Key_Escape)
    assert catalogue.question is not None
    catalogue.answer("wanted")
    assert section(catalogue).pages.currentWidget() is section(catalogue).page
    assert len(now(catalogue).papers) == 2


def test_a_paper_left_out_is_written_only_on_demand(catalogue: AtDesk) -> None:
    part(catalogue, "papers")
    catalogue.press(Key.Key_F4)
    catalogue.press(Key.Key_Delete)
    assert len(now(catalogue).papers) == 2
    catalogue.press(Key.Key_Delete)
    catalogue.press(Key.Key_Delete)
    assert clipping.troubles(catalogue.window) == []
    catalogue.press(Key.Key_S, CTRL)
    assert now(catalogue).papers == ()


# importing files


@pytest.fixture
def importing(catalogue: AtDesk, tmp_path: Path) -> AtDesk:
    """The page of imports, with a file of 130 lines, one changed procedure and one bad line."""
    many = [line(f"1.950{number:03}", f"Thủ tục {number}") for number in range(130)]
    write_lines(tmp_path / "new.jsonl", *many, line(THREE, "Tên khác"), "{dở dang")
    catalogue.press(Key.Key_F6)
    section(catalogue).imports.path.set_text(str(tmp_path / "new.jsonl"))
    return catalogue


def test_a_preview_writes_nothing_and_shows_three_lists(importing: AtDesk) -> None:
    before, page = known(importing), section(importing).imports
    importing.press(Key.Key_F8)
    assert known(importing) == before
    assert [one.option.count for one in page.lists.segments] == [130, 1, 1]
    assert "131 bản ghi" in page.words.text()
    importing.click(page.lists.segments[1])
    assert page.table.rows_model.rows[0].last == "tên"
    importing.click(page.lists.segments[2])
    assert "dở dang" in page.table.rows_model.rows[0].middle
    for width, height in SIZES:
        importing.window.resize(width, height)
        importing.settle()
        assert clipping.troubles(importing.window) == [], f"{width}×{height}"
    assert seeing.nameless(importing.window) == []
    assert seeing.jumps(importing.window) == []
    assert seeing.faint(importing.window) == []


def test_writing_asks_once_and_writes_what_was_shown(importing: AtDesk) -> None:
    before = known(importing)
    importing.press(Key.Key_F9)
    assert importing.question is None
    importing.press(Key.Key_F8)
    importing.press(Key.Key_F9)
    importing.answer("safe")
    assert known(importing) == before
    importing.press(Key.Key_F9)
    importing.answer("wanted")
    assert known(importing) == before + 130
    assert "130 thủ tục mới, 1 thủ tục đổi" in section(importing).imports.words.text()
    assert now(importing, THREE).name == "Tên khác"
    assert section(importing).imports.table.empty == ""
    importing.press(Key.Key_Escape)
    importing.type("khai sinh")
    assert section(importing).list.search.text() == "khai sinh"
    assert section(importing).pages.currentWidget() is section(importing).page
    section(importing).list.search.set_text("")
    assert len(codes(importing)) == before + 130
    assert "catalogue.import_begun" in acts(importing)


def begin_writing(desk: AtDesk) -> None:
    desk.press(Key.Key_F8)
    desk.press(Key.Key_F9)
    asked = desk.window.asking
    assert asked is not None
    assert asked.wanted is not None
    asked.wanted.click()


def test_others_have_their_turn_between_batches_and_progress_is_told(importing: AtDesk) -> None:
    begin_writing(importing)
    page = section(importing).imports
    turns: list[str] = []
    assert page.running is not None
    page.running.stepped.connect(lambda step: turns.append(f"{step.read}"))
    importing.jobs.run_next()
    importing.jobs.run("store", lambda: None, lambda _: turns.append("other"))
    for _ in range(3):
        importing.jobs.run_next()
    assert turns[2] == "other"
    assert len(turns) == 4
    assert "Đang ghi" in page.bar.words
    assert 0 < page.bar.value() < page.bar.maximum()
    assert clipping.troubles(importing.window) == []
    assert seeing.jumps(importing.window) == []
    importing.settle()
    assert page.running is None


def test_stopping_leaves_whole_batches_and_says_so(importing: AtDesk) -> None:
    before = known(importing)
    begin_writing(importing)
    importing.jobs.run_next()
    page = section(importing).imports
    page.stop()
    importing.settle()
    wrote = known(importing) - before
    assert 0 < wrote < 130
    assert f"Đã ghi trọn vẹn {wrote} thủ tục mới" in page.words.text()
    begin_writing(importing)
    importing.settle()
    assert known(importing) == before + 130


def test_a_preview_can_be_stopped_and_cannot_be_written(importing: AtDesk) -> None:
    page = section(importing).imports
    page.look_ahead()
    importing.jobs.run_next()
    importing.press(Key.Key_Escape)
    assert "Đã dừng xem trước" in page.words.text()
    assert not page.write_button.isEnabled()


def test_other_sections_do_not_hinder_an_import(importing: AtDesk) -> None:
    before = known(importing)
    begin_writing(importing)
    importing.jobs.run_next()
    importing.go(8)
    assert importing.window.current == "devices"
    importing.go(6)
    assert section(importing).pages.currentWidget() is section(importing).imports
    assert known(importing) == before + 130


def test_an_import_goes_on_after_signing_out(importing: AtDesk) -> None:
    before = known(importing)
    begin_writing(importing)
    importing.jobs.run_next()
    importing.window.ask_to_leave()
    importing.settle()
    assert importing.window.host is None
    assert known(importing) == before + 130


def test_files_changed_after_the_preview_are_not_written(importing: AtDesk, tmp_path: Path) -> None:
    before = known(importing)
    importing.press(Key.Key_F8)
    write_lines(tmp_path / "new.jsonl", line("1.999999", "Khác hẳn"))
    importing.press(Key.Key_F9)
    importing.answer("wanted")
    assert known(importing) == before
    said = section(importing).imports.words.text()
    assert "đã khác so với lúc xem trước" in said
    assert "Chưa thủ tục nào được ghi" in said


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"khong phai json"])
def test_a_bad_file_is_told_and_cannot_be_written(
    importing: AtDesk, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(content)
    page = section(importing).imports
    page.path.set_text(str(bad))
    importing.press(Key.Key_F8)
    assert page.lists.current == "unread"
    assert len(page.table.rows_model.rows) == 1
    assert not page.write_button.isEnabled()


def test_a_path_that_is_not_there_is_said_beside_the_field(importing: AtDesk) -> None:
    page = section(importing).imports
    for path, said in (("", "Gõ đường dẫn"), ("/khong/co", "Không tìm thấy")):
        page.path.set_text(path)
        importing.press(Key.Key_F8)
        assert said in page.path.error
        assert clipping.troubles(importing.window) == []


def test_the_system_window_chooses_and_the_preview_follows(
    importing: AtDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = section(importing).imports

    def nothing(_parent: QWidget, _begin: str) -> str:
        return ""

    def folder(_parent: QWidget, _begin: str) -> str:
        return str(tmp_path / "announced")

    monkeypatch.setattr(choosing, "choose_file", nothing)
    before = page.path.text()
    importing.click(page.file)
    assert page.path.text() == before
    monkeypatch.setattr(choosing, "choose_folder", folder)
    importing.click(page.folder)
    assert page.path.text().endswith("announced")
    assert "không có gì mới" in page.words.text()


# everyday words


def words(desk: AtDesk) -> dict[str, tuple[str, ...]]:
    with desk.store.read() as unit:
        return {one.said: (*one.codes, *one.means) for one in everyday_words(unit)}


def test_a_saying_is_added_found_removed_and_taken_back(catalogue: AtDesk) -> None:
    catalogue.press(Key.Key_F7)
    catalogue.press(Key.Key_F9)
    catalogue.type("nuoi tre")
    catalogue.press(Key.Key_Tab)
    catalogue.type(f"{ONE}, {THREE}")
    catalogue.press(Key.Key_S, CTRL)
    assert words(catalogue) == {"nuoi tre": (ONE, THREE)}
    page = section(catalogue).words
    assert "Đăng ký giám hộ" in page.table.rows_model.rows[0].target
    catalogue.press(Key.Key_Delete)
    catalogue.answer("wanted")
    assert words(catalogue) == {}
    catalogue.press(Key.Key_Z, CTRL)
    assert words(catalogue) == {"nuoi tre": (ONE, THREE)}
    catalogue.press(Key.Key_Escape)
    assert search(catalogue, "nuoi tre")[0] == ONE


def test_a_new_saying_is_taken_back_by_removing_it(catalogue: AtDesk) -> None:
    catalogue.press(Key.Key_F7)
    page = section(catalogue).words
    page.said.set_text("tờ thử")
    page.means.set_text("giám hộ")
    catalogue.press(Key.Key_S, CTRL)
    page.means.set_text("kết hôn")
    catalogue.press(Key.Key_S, CTRL)
    assert words(catalogue) == {"tờ thử": ("kết hôn",)}
    catalogue.press(Key.Key_Z, CTRL)
    assert words(catalogue) == {"tờ thử": ("giám hộ",)}


@pytest.mark.parametrize(("said", "name"), [("!!", "said"), ("giay la", "codes")])
def test_a_wrong_saying_is_said_beside_its_field(catalogue: AtDesk, said: str, name: str) -> None:
    catalogue.press(Key.Key_F7)
    catalogue.press(Key.Key_F9)
    catalogue.type(said)
    catalogue.press(Key.Key_S, CTRL)
    assert getattr(section(catalogue).words, name).error
    assert words(catalogue) == {}
    catalogue.press(Key.Key_Escape)
    assert catalogue.question is not None


# how it looks


def test_nothing_is_cut_and_everything_is_named_at_every_size(catalogue: AtDesk) -> None:
    catalogue.store.do(
        correct_procedure, CorrectProcedure(ONE, "fee_text", "Miễn lệ phí. " * 30), BY
    )
    for width, height in SIZES:
        catalogue.window.resize(width, height)
        for key in ("name", "limit.direct", "fee_text", "papers"):
            part(catalogue, key)
            where = f"{width}×{height} {key}"
            assert clipping.troubles(catalogue.window) == [], where
            assert seeing.nameless(catalogue.window) == [], where
            assert seeing.jumps(catalogue.window) == [], where
        assert seeing.faint(catalogue.window) == []


@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_F6, Key.Key_F7])
def test_the_other_pages_too(catalogue: AtDesk, key: Key) -> None:
    catalogue.press(key)
    for width, height in SIZES:
        catalogue.window.resize(width, height)
        catalogue.settle()
        assert clipping.troubles(catalogue.window) == [], f"{width}×{height}"
    assert seeing.nameless(catalogue.window) == []
    assert seeing.jumps(catalogue.window) == []
    assert seeing.faint(catalogue.window) == []
    catalogue.press(Key.Key_Escape)
    assert section(catalogue).pages.currentWidget() is section(catalogue).page
