"""A dossier's scans by keyboard alone: brought in, turned, laid, split, named, moved; nothing lost."""

import itertools
from collections.abc import Callable

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.refusal import Refused
from kiosk.scans.reading import ScanView, scans_of
from kiosk.storage.units import Actor
from kiosk.ui.counter.scans.room import ScansRoom
from tests.fixtures.dossiers import receive
from tests.ui import clipping, seeing
from tests.ui.counter.counter_kit import CTRL, AtCounter, Key
from tests.ui.counter.scans_kit import at_hand, blank, put, room, seconds

HERE = Actor("QUAY1", "CV01")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def code(counter: AtCounter) -> str:
    return receive(counter.store, by=HERE, counter=1).code


@pytest.fixture
def scans(counter: AtCounter, code: str) -> ScansRoom:
    """The page of scans of a dossier, a file of four pages filed."""
    put(counter, "scan-001.pdf", blank(4))
    counter.scan(code)
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    counter.press(Key.Key_F9)
    assert [view.pages for view in filed(counter, code)] == [4]
    counter.rested()
    return room(counter)


def filed(counter: AtCounter, code: str, *, former: bool = False) -> tuple[ScanView, ...]:
    with counter.store.read() as unit:
        return scans_of(unit, code, former=former)


def turns(counter: AtCounter, view: ScanView) -> list[tuple[int, int]]:
    """Each page by its width, which names it, and how it is turned."""
    pages = pypdf.PdfReader(counter.folder.scans / view.file).pages
    return [(round(float(page.mediabox.width) * 150 / 72) - 300, page.rotation) for page in pages]


def to_grid(counter: AtCounter, scans: ScansRoom, right: int = 0) -> None:
    """Tab to the pages, and go along them."""
    for _ in range(12):
        if counter.place() is scans.page.grid:
            break
        counter.press(Key.Key_Tab)
    assert counter.place() is scans.page.grid
    for _ in range(right):
        counter.press(Key.Key_Right)


def test_a_file_appears_is_told_and_is_filed(counter: AtCounter, code: str) -> None:
    counter.scan(code)
    counter.press(Key.Key_Q, CTRL)
    assert counter.at == "scans"
    assert room(counter).props.rows == ()  # type: ignore[union-attr]
    seconds(counter)
    put(counter, "a.pdf", blank(2))
    seconds(counter)
    assert counter.window.told == "Có tệp mới: a.pdf."
    counter.press(Key.Key_F9)
    assert counter.window.told == f"Đã lưu 2 trang vào hồ sơ {code}."
    assert [view.filed_by for view in filed(counter, code)] == ["CV01"]
    assert (counter.folder.inbox / "done" / "a.pdf").exists()
    grid = room(counter).page.grid
    assert [cell.words for cell in grid.cells] == ["Trang 1", "Trang 2"]
    assert set(grid._pictures) == {1, 2}
    counter.press(Key.Key_Escape)
    assert counter.at == "dossier"
    assert counter.window.dossier.props is not None
    assert counter.window.dossier.props.papers_note == "01 bộ · 2 trang quét"


def test_one_press_too_many_files_nothing_else(counter: AtCounter, code: str) -> None:
    put(counter, "a.pdf", blank(1))
    put(counter, "b.pdf", blank(2))
    counter.scan(code)
    counter.press(Key.Key_Q, CTRL)
    seconds(counter)
    counter.press(Key.Key_F9)
    counter.press(Key.Key_F9)
    assert len(filed(counter, code)) == 1
    counter.rested()
    counter.press(Key.Key_F9)
    assert len(filed(counter, code)) == 2


def test_a_typed_path_and_the_name_of_the_paper(
    counter: AtCounter, scans: ScansRoom, code: str
) -> None:
    file = put(counter, "elsewhere.pdf", blank(1, 90)).rename(counter.folder.root / "b.pdf")
    scans.page.source.path.edit.setFocus()
    counter.type(str(file))
    counter.press(Key.Key_Tab)
    counter.press(Key.Key_Down)
    counter.press(Key.Key_F9)
    views = filed(counter, code)
    assert [view.title for view in views] == ["", scans.seen.papers[0] if scans.seen else ""]
    assert file.exists()


def test_what_is_typed_stays_when_files_come(counter: AtCounter, scans: ScansRoom) -> None:
    scans.page.source.path.edit.setFocus()
    put(counter, "new.pdf", blank(1, 70))
    seconds(counter)
    assert scans.page.source.file == ""
    counter.type("else.pdf")
    put(counter, "newer.pdf", blank(1, 80))
    seconds(counter)
    assert scans.page.source.file == "else.pdf"
    assert scans.page.source.table.current is None
    scans.page.source.table.setFocus()
    counter.press(Key.Key_Down)
    assert scans.page.source.file in ("new.pdf", "newer.pdf")


def test_turned_and_laid_first_written_once(
    counter: AtCounter, scans: ScansRoom, code: str
) -> None:
    (before,) = filed(counter, code)
    kept = (counter.folder.scans / before.file).read_bytes()
    to_grid(counter, scans, right=2)
    counter.press(Key.Key_F3)
    counter.press(Key.Key_Left, CTRL)
    assert [cell.words for cell in scans.page.grid.cells][1] == "Trang 2 (trước là 3)"
    counter.press(Key.Key_F4)
    assert "trước" in scans.page.reply.text
    assert len(filed(counter, code, former=True)) == 1
    counter.press(Key.Key_F9)
    (now,) = filed(counter, code)
    assert turns(counter, now) == [(0, 0), (2, 90), (1, 0), (3, 0)]
    assert (counter.folder.scans / before.file).read_bytes() == kept
    counter.press(Key.Key_L, CTRL)
    assert [row.pill.text if row.pill else "" for row in scans.page.table.rows_model.rows] == [
        "",
        "Bản cũ",
    ]


def test_esc_drops_what_was_turned_and_then_leaves(
    counter: AtCounter, scans: ScansRoom, code: str
) -> None:
    to_grid(counter, scans)
    counter.press(Key.Key_A, CTRL)
    counter.press(Key.Key_F3)
    assert {cell.turn for cell in scans.page.grid.cells} == {90}
    counter.press(Key.Key_Escape)
    assert counter.at == "scans"
    assert {cell.turn for cell in scans.page.grid.cells} == {0}
    assert "vẫn như cũ" in scans.page.reply.text
    counter.press(Key.Key_Escape)
    assert counter.at == "dossier"
    assert len(filed(counter, code, former=True)) == 1


def test_split_named_marked_as_the_result(counter: AtCounter, scans: ScansRoom, code: str) -> None:
    to_grid(counter, scans, right=3)
    counter.press(Key.Key_F4)
    assert [view.pages for view in filed(counter, code)] == [3, 1]
    scans.page.table.setFocus()
    counter.press(Key.Key_F5)
    assert counter.question is not None
    counter.type("2")
    counter.press(Key.Key_Return)
    scans.page.table.setFocus()
    counter.press(Key.Key_Down)
    counter.press(Key.Key_F5)
    counter.type(str(len(scans.seen.papers) + 2 if scans.seen else 0))
    counter.press(Key.Key_Return)
    first, second = filed(counter, code)
    assert scans.seen is not None
    assert (first.title, first.kind) == (scans.seen.papers[0], "submitted")
    assert (second.title, second.kind) == ("", "result")


def test_pages_go_to_the_right_dossier_by_its_slip(
    counter: AtCounter, scans: ScansRoom, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = itertools.count(0, 5.0)
    monkeypatch.setattr(scans.page.watch, "_ticks", lambda _: next(quick))
    other = receive(counter.store, by=HERE, counter=1).code
    to_grid(counter, scans, right=1)
    counter.press(Key.Key_Right, SHIFT)
    counter.press(Key.Key_F6)
    assert "mã hồ sơ nhận" in scans.page.reply.text
    counter.scan(other)
    assert scans.page.to.text() == other
    assert counter.at == "scans"
    counter.press(Key.Key_F6)
    assert counter.window.told == f"Đã chuyển 2 trang sang hồ sơ {other}."
    (stay,), (went,) = filed(counter, code), filed(counter, other)
    assert [page for page, _ in turns(counter, stay)] == [0, 3]
    assert [page for page, _ in turns(counter, went)] == [1, 2]


def test_an_unknown_dossier_takes_nothing(counter: AtCounter, scans: ScansRoom, code: str) -> None:
    scans.page.to.edit.setFocus()
    counter.type(f"{code[:-4]}0999")
    counter.press(Key.Key_F6)
    assert scans.page.reply.text
    assert [view.pages for view in filed(counter, code, former=True)] == [4]
    assert len(list(counter.folder.scans.glob("*.pdf"))) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.pdf", b"", "không có gì bên trong"),
        ("broken.pdf", b"%PDF-1.4 nothing", "không đọc được"),
        ("words.png", b"not a picture", "không đọc được"),
        ("many.pdf", blank(301), "301 trang"),
    ],
)
def test_a_bad_file_is_told_and_stays(
    counter: AtCounter, code: str, name: str, content: bytes, said: str
) -> None:
    file = put(counter, name, content)
    counter.scan(code)
    counter.press(Key.Key_Q, CTRL)
    seconds(counter, 10)
    counter.press(Key.Key_F9)
    assert said in room(counter).page.reply.text
    assert file.read_bytes() == content
    assert filed(counter, code) == ()


def test_the_same_file_twice_and_a_file_that_is_gone(
    counter: AtCounter, scans: ScansRoom, code: str
) -> None:
    put(counter, "again.pdf", (counter.folder.inbox / "done" / "scan-001.pdf").read_bytes())
    seconds(counter)
    counter.press(Key.Key_F9)
    assert "đã lưu vào hồ sơ" in scans.page.reply.text
    gone = put(counter, "gone.pdf", blank(1))
    scans.page.source.name("gone.pdf")
    gone.unlink()
    counter.press(Key.Key_F9)
    assert "Không còn tệp gone.pdf" in scans.page.reply.text


def test_esc_stops_and_nothing_is_left(counter: AtCounter, scans: ScansRoom, code: str) -> None:
    file = put(counter, "b.pdf", blank(3, 60))
    seconds(counter)
    counter.press(Key.Key_F9, settle=False)
    counter.jobs.run_next("devices")
    assert scans.page.doing.isVisible()
    assert counter.bar()["Esc"] == "Thôi"
    counter.press(Key.Key_F9, settle=False)
    assert "Esc để thôi" in scans.page.reply.text
    counter.press(Key.Key_Escape)
    assert counter.at == "scans"
    assert "Chưa lưu trang nào" in scans.page.reply.text
    assert [view.pages for view in filed(counter, code)] == [4]
    assert file.exists()
    assert len(list(counter.folder.scans.iterdir())) == 1


def test_somebody_else_was_quicker(counter: AtCounter, scans: ScansRoom, code: str) -> None:
    from kiosk.scans.editing import RemakeScan, called, remade, remake_scan
    from kiosk.scans.filing import ScanKind

    (view,) = filed(counter, code)
    content = (counter.folder.scans / view.file).read_bytes()
    to_grid(counter, scans)
    counter.press(Key.Key_F3)

    def do(wish: RemakeScan) -> object:
        return counter.store.do(remake_scan, wish, HERE)

    parts = called(view, "Tờ khai", ScanKind.SUBMITTED)
    remade(view, content, "name", parts, folder=counter.folder.scans, do=do)  # type: ignore[arg-type]
    counter.press(Key.Key_F9)
    assert "đã có bản mới" in scans.page.reply.text
    assert [each.title for each in filed(counter, code)] == ["Tờ khai"]


def test_a_scanner_at_the_counter(counter: AtCounter, scans: ScansRoom, code: str) -> None:
    scanner = at_hand(counter, "scans")
    counter.press(Key.Key_F11)
    counter.type("2")
    counter.press(Key.Key_Return)
    assert [(device, asked.colour, asked.feeder) for device, asked in scanner.asked] == [
        ("fake:0", True, True)
    ]
    assert scans.page.source.file.startswith("scanned/quet-")
    counter.press(Key.Key_F9)
    assert [view.pages for view in filed(counter, code)] == [4, 2]
    scanner.broken = Refused("scanner.jammed", pages=2)
    counter.press(Key.Key_F11)
    counter.type("1")
    counter.press(Key.Key_Return)
    assert "kẹt trong máy quét sau 2 trang" in scans.page.reply.text
    assert list((counter.folder.inbox / "scanned").iterdir()) == []


def test_pages_are_looked_at_closely(counter: AtCounter, scans: ScansRoom) -> None:
    to_grid(counter, scans)
    counter.press(Key.Key_Return)
    assert scans.page.grid.closely
    counter.press(Key.Key_Right)
    assert scans.page.grid._large is not None
    assert scans.page.grid._large[0] == 2
    counter.press(Key.Key_Return)
    assert not scans.page.grid.closely


def _draft(counter: AtCounter) -> None:
    to_grid(counter, room(counter), right=1)
    counter.press(Key.Key_F3)


def _former(counter: AtCounter) -> None:
    _draft(counter)
    counter.press(Key.Key_F9)
    counter.press(Key.Key_L, CTRL)


def _busy(counter: AtCounter) -> None:
    put(counter, "b.pdf", blank(3, 60))
    seconds(counter)
    counter.press(Key.Key_F9, settle=False)
    counter.jobs.run_next("devices")


def _plain(_: AtCounter) -> None:
    return


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080), (1024, 640)])
@pytest.mark.parametrize("go", [_plain, _draft, _former, _busy])
def test_nothing_is_cut(
    counter: AtCounter, scans: ScansRoom, go: Callable[[AtCounter], None], size: tuple[int, int]
) -> None:
    go(counter)
    counter.window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()
    assert clipping.troubles(counter.window) == []


def test_it_can_be_used_without_seeing_it(counter: AtCounter, scans: ScansRoom) -> None:
    QApplication.processEvents()
    assert seeing.nameless(counter.window) == []
    assert seeing.jumps(counter.window) == []
    assert seeing.faint(counter.window) == []
