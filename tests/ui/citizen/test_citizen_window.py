"""A citizen at the kiosk: real window, real store, real spool."""

import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import update

from kiosk.printing.barcodes import qr_matrix
from kiosk.queue.calling import AtCounter, call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.queue.views import tickets_of_day
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.schema import office
from kiosk.storage.store import Store
from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.groups import GroupsPage
from kiosk.ui.citizen.home import HomePage
from kiosk.ui.citizen.taken import TakenPage, TakenProps
from kiosk.ui.citizen.window import CitizenWindow
from kiosk.ui.language import VIETNAMESE
from kiosk.ui.parts.press import Pressable
from tests.fixtures.face import BrokenPrinter, FaceAtWork
from tests.fixtures.logs import ExpectedLog
from tests.fixtures.store import KIOSK, OFFICER, SteppingClock


def home(kiosk: FaceAtWork) -> HomePage:
    assert isinstance(kiosk.window.page, HomePage)
    return kiosk.window.page


def choose(kiosk: FaceAtWork) -> ChoosePage:
    assert isinstance(kiosk.window.page, ChoosePage)
    return kiosk.window.page


def groups(kiosk: FaceAtWork) -> GroupsPage:
    assert isinstance(kiosk.window.page, GroupsPage)
    return kiosk.window.page


def taken(kiosk: FaceAtWork) -> TakenProps:
    assert isinstance(kiosk.window.page, TakenPage)
    assert kiosk.window.page.props is not None
    return kiosk.window.page.props


def place(kiosk: FaceAtWork, key: str) -> QWidget:
    return cast(QWidget, kiosk.window.bar.places[key])


def at_choice(kiosk: FaceAtWork, field: str = "HT") -> ChoosePage:
    kiosk.open()
    kiosk.tap(home(kiosk).tile)
    if field:
        kiosk.tap(choose(kiosk).tiles[field])
    return choose(kiosk)


def at_number(kiosk: FaceAtWork) -> TakenProps:
    kiosk.tap(at_choice(kiosk).button)
    return taken(kiosk)


def asked(kiosk: FaceAtWork) -> Any:
    """The question that comes when nobody has touched the screen for 20 s of 30."""
    for _ in range(20):
        kiosk.window.idle.tick()
    return kiosk.window.asking


def labels(store: Store) -> list[str]:
    with store.read() as unit:
        return [ticket.label for ticket in tickets_of_day(unit)]


def test_the_home_page_is_there_before_the_store(kiosk: FaceAtWork) -> None:
    assert home(kiosk).tile.reason == "Đang chuẩn bị. Mời Ông/Bà chờ một lát."
    kiosk.tap(home(kiosk).tile)
    assert kiosk.window.session.step == "home"
    kiosk.open()
    assert home(kiosk).tile.reason == ""
    assert list(home(kiosk).ways) == ["status", "procedures", "staff", "rating"]
    assert all(tile.isEnabled() for tile in home(kiosk).ways.values())


def test_a_refused_store_is_said_and_tried_again(
    kiosk: FaceAtWork, expected_log: ExpectedLog
) -> None:
    expected_log("the store was not opened: store.corrupt")
    kiosk.refusal = Refused("store.corrupt")
    kiosk.open()
    assert home(kiosk).tile.reason == "Chưa lấy được số. Mời Ông/Bà đến bàn hướng dẫn."
    kiosk.refusal = None
    kiosk.open()
    assert home(kiosk).tile.reason == ""


def test_calls_of_other_machines_appear(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    assert home(kiosk).line.calls == ()
    for field, counter in (("HT", 1), ("CT", 3), ("HT", 2)):
        store.do(take_number, TakeNumber(field), KIOSK)
        store.do(call_next, AtCounter(counter), OFFICER)
    kiosk.run()
    assert home(kiosk).line.calls == (("HT-002", "Quầy 2"), ("CT-001", "Quầy 3"))


def test_choose_a_field_and_take_the_number(kiosk: FaceAtWork, store: Store) -> None:
    store.do(take_number, TakeNumber("HT"), KIOSK)
    page = at_choice(kiosk, "")
    assert (page.button.isEnabled(), page.button.shown) == (False, "Chọn một lĩnh vực")
    assert page.tiles["HT"].service.waiting == "**1** người chờ"
    kiosk.tap(page.button)
    assert labels(store) == ["HT-001"]
    kiosk.tap(page.tiles["CT"])
    kiosk.tap(page.tiles["HT"])
    assert [key for key, tile in page.tiles.items() if tile.isChecked()] == ["HT"]
    assert page.button.shown == "Lấy số: Hộ tịch"
    kiosk.tap(page.button)
    face = taken(kiosk).face
    assert (face.number, face.field, face.counters) == (
        "HT-002",
        "Lĩnh vực Hộ tịch",
        ("Quầy 1", "Quầy 2"),
    )
    assert [fact.value for fact in face.facts] == ["1", "0 – 5", "09:24"]
    assert not place(kiosk, "back").isEnabled()
    kiosk.tap(kiosk.window.page.button)
    assert kiosk.window.session.step == "home"


def test_a_field_without_counter_cannot_be_chosen(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk, "")
    kiosk.tap(page.tiles["XD"])
    assert not page.tiles["XD"].isChecked()
    assert page.button.shown == "Chọn một lĩnh vực"


def test_a_second_tap_while_busy_takes_no_second_number(kiosk: FaceAtWork, store: Store) -> None:
    page = at_choice(kiosk)
    for _ in range(3):
        QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert page.button.shown == "Đang lấy số…"
    kiosk.window.go_home()
    assert kiosk.window.session.busy, "what was asked for is waited for"
    kiosk.run()
    assert labels(store) == ["HT-001"]
    assert kiosk.window.session.step == "taken"


def test_the_slip_is_printed_beside_the_number(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    while kiosk.jobs.run_next("store"):
        pass
    assert (taken(kiosk).paper, taken(kiosk).notice) == ("printing", "Đang in phiếu…")
    kiosk.run()
    assert (taken(kiosk).paper, taken(kiosk).notice) == ("printed", "Hãy lấy phiếu bên dưới")
    assert len(list(kiosk.folder.printed.glob("*HT-001*.pdf"))) == 1


def test_a_real_office_that_prints_into_files_sends_nobody_to_an_empty_slot(
    kiosk: FaceAtWork, store: Store
) -> None:
    with store.write(KIOSK) as unit:
        unit.run(update(office).values(sample=False, revision=office.c.revision + 1))
    props = at_number(kiosk)
    assert (props.paper, props.notice) == ("none", "Chưa nối máy in phiếu")


def test_without_paper_the_number_stays(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.printer = BrokenPrinter()
    props = at_number(kiosk)
    assert (props.paper, props.notice) == ("none", "Máy in không in được phiếu")
    assert props.face.number == "HT-001"
    assert len(props.qr) >= 21
    assert kiosk.window.idle.share == 1.0
    assert kiosk.window.session.patience == 60
    with store.read() as unit:
        (job,) = print_jobs.of_subject(unit, kiosk.window.session.taken.ticket)
    assert job.state == "failed"


class TroubledPrinter:
    """A printer that tells what is the matter with its paper."""

    repeatable = False

    def __init__(self, why: str) -> None:
        self._why = why

    def send(self, job: print_jobs.PrintJob, pdf: bytes) -> None:
        raise Refused("printer.failed", printer="Máy in phiếu", why=self._why)


@pytest.mark.parametrize(
    ("why", "notice"),
    [
        ("hết giấy", "Máy in đang hết giấy"),
        ("Kẹt giấy ở dao cắt", "Máy in đang kẹt giấy"),
        ("không mở được", "Máy in không in được phiếu"),
    ],
)
def test_the_cause_is_named_where_the_printer_tells_it(
    kiosk: FaceAtWork, why: str, notice: str
) -> None:
    kiosk.printer = TroubledPrinter(why)
    props = at_number(kiosk)
    assert props.notice == notice
    assert props.qr == qr_matrix("HT-001; 09:24 23/11/2026; Quầy 1, Quầy 2")


def test_who_does_not_know_the_field_looks_for_the_procedure(
    kiosk: FaceAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(kiosk.window.hosting, "open", asked.append)
    kiosk.tap(at_choice(kiosk, "").link)
    assert asked == ["procedures"]


def test_a_printer_that_does_not_answer_and_then_does(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    while kiosk.jobs.run_next("store"):
        pass
    for _ in range(6):
        assert taken(kiosk).paper == "printing"
        kiosk.window.ticked.emit()
        while kiosk.jobs.run_next("store"):
            pass
    assert taken(kiosk).notice == "Máy in chưa trả lời"
    assert kiosk.window.session.patience == 60
    kiosk.run()
    assert taken(kiosk).notice == "Hãy lấy phiếu bên dưới"


def test_a_refusal_keeps_what_was_chosen(
    kiosk: FaceAtWork, store: Store, clock: SteppingClock
) -> None:
    page = at_choice(kiosk)
    clock.set("2026-11-23T11:30+07:00")
    kiosk.tap(page.button)
    assert page.error.isVisible()
    assert page.error.text == "Ngoài giờ tiếp nhận. Lấy số lại từ 13:30."
    assert page.tiles["HT"].isChecked()
    assert labels(store) == []
    clock.set("2026-11-23T13:30+07:00")
    kiosk.second()
    assert page.button.shown == "Lấy số: Hộ tịch"
    kiosk.tap(page.button)
    assert labels(store) == ["HT-001"]


def test_a_retry_after_a_lost_answer_makes_no_second_number(
    kiosk: FaceAtWork,
    store: Store,
    expected_log: ExpectedLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected_log("no number was given: store.unreachable")
    page = at_choice(kiosk)
    real = Store.do

    def lose_the_answer(self: Store, *given: object, **more: object) -> object:
        real(self, *given, **more)  # type: ignore[arg-type]
        raise Refused("store.unreachable")

    monkeypatch.setattr(Store, "do", lose_the_answer)
    kiosk.tap(page.button)
    monkeypatch.undo()
    assert "Lĩnh vực đã chọn vẫn còn" in page.error.text
    assert labels(store) == ["HT-001"]
    kiosk.tap(page.button)
    assert taken(kiosk).face.number == "HT-001"
    assert labels(store) == ["HT-001"]


def test_another_wish_is_another_request(kiosk: FaceAtWork, store: Store) -> None:
    at_number(kiosk)
    kiosk.tap(kiosk.window.page.button)
    at_number(kiosk)
    assert labels(store) == ["HT-001", "HT-002"]


def test_a_bug_leaves_the_page_usable(
    kiosk: FaceAtWork, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_choice(kiosk)

    def break_down(*_given: object, **_more: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(Store, "do", break_down)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    with pytest.raises(ZeroDivisionError):
        kiosk.run()
    monkeypatch.undo()
    assert "Chưa lấy được số" in page.error.text
    kiosk.tap(page.button)
    assert labels(store) == ["HT-001"]


def test_priority_is_declared_by_group(kiosk: FaceAtWork, store: Store) -> None:
    page = at_choice(kiosk)
    assert page.priority is not None
    kiosk.tap(page.priority.switch)
    assert [tile.text() for tile in groups(kiosk).tiles.values()] == [
        "Người khuyết tật nặng",
        "Người từ đủ 75 tuổi",
    ]
    kiosk.tap(place(kiosk, "back"))
    page = choose(kiosk)
    assert page.priority is not None
    assert not page.priority.switch.isChecked()
    kiosk.tap(page.priority.switch)
    kiosk.tap(groups(kiosk).tiles["elderly"])
    page = choose(kiosk)
    assert page.priority is not None
    assert page.priority.switch.isChecked()
    assert page.tiles["HT"].isChecked()
    kiosk.tap(page.button)
    assert taken(kiosk).face.field == "Lĩnh vực Hộ tịch  ·  Ưu tiên"
    with store.read() as unit:
        assert [ticket.priority for ticket in tickets_of_day(unit)] == [True]


def test_priority_can_be_taken_back(kiosk: FaceAtWork, store: Store) -> None:
    page = at_choice(kiosk)
    assert page.priority is not None
    kiosk.tap(page.priority.switch)
    kiosk.tap(groups(kiosk).tiles["elderly"])
    page = choose(kiosk)
    assert page.priority is not None
    kiosk.tap(page.priority.switch)
    kiosk.tap(page.button)
    with store.read() as unit:
        assert [ticket.priority for ticket in tickets_of_day(unit)] == [False]


def test_the_bar_works_and_is_reset_with_the_session(kiosk: FaceAtWork) -> None:
    at_choice(kiosk)
    for key in ("large", "contrast", "language"):
        kiosk.tap(place(kiosk, key))
    assert (kiosk.window.look.large, kiosk.window.look.contrasting) == (True, True)
    assert choose(kiosk).button.shown == "Take a number: Hộ tịch"
    kiosk.tap(place(kiosk, "home"))
    assert (kiosk.window.look.large, kiosk.window.look.contrasting) == (False, False)
    assert kiosk.window.language is VIETNAMESE
    assert kiosk.window.session.choice.field == ""
    kiosk.tap(home(kiosk).tile)
    kiosk.tap(place(kiosk, "back"))
    assert kiosk.window.session.step == "home"


def test_nobody_there_means_home(kiosk: FaceAtWork) -> None:
    at_choice(kiosk)
    for _ in range(20):
        kiosk.window.idle.tick()
    sheet = kiosk.window.asking
    assert sheet is not None
    assert sheet.question.title == "Ông/Bà còn xem không?"
    assert sheet.safe.hasFocus()
    for _ in range(10):
        kiosk.window.idle.tick()
    assert kiosk.window.session == type(kiosk.window.session)()
    assert kiosk.window.asking is None
    assert not kiosk.window.idle.running


def test_who_is_still_there_goes_on(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    kiosk.tap(asked(kiosk).wanted)
    assert kiosk.window.asking is None
    assert kiosk.window.idle.share == 1.0
    assert page.tiles["HT"].isChecked()
    kiosk.tap(asked(kiosk).safe)
    assert kiosk.window.session.step == "home"


def test_a_touch_beside_the_question_means_still_there(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    sheet = asked(kiosk)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert kiosk.window.asking is None
    assert kiosk.window.idle.share == 1.0
    assert choose(kiosk) is page
    assert page.tiles["HT"].isChecked()


def test_the_second_tap_of_a_double_tap_is_not_heard(kiosk: FaceAtWork) -> None:
    kiosk.open()
    kiosk.tap(home(kiosk).tile)
    tile = choose(kiosk).tiles["HT"]
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(tile, Qt.MouseButton.LeftButton)
        assert not tile.isChecked()
    QTest.mouseClick(place(kiosk, "language"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(choose(kiosk).tiles["HT"], Qt.MouseButton.LeftButton)
    assert not choose(kiosk).tiles["HT"].isChecked()
    kiosk.tap(choose(kiosk).tiles["HT"])
    assert choose(kiosk).tiles["HT"].isChecked()
    kiosk.tap(choose(kiosk).button)
    assert kiosk.window.rest.running
    done = kiosk.window.page.button
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(done, key)
    assert taken(kiosk).face.number == "HT-001"
    kiosk.tap(done)
    assert kiosk.window.session.step == "home"


def test_a_closed_kiosk_leaves_no_rest(kiosk: FaceAtWork) -> None:
    at_number(kiosk)
    assert kiosk.window.rest.running
    kiosk.window.close()
    assert not kiosk.window.rest.running
    kiosk.window.go_home()
    assert not kiosk.window.rest.running


def test_a_taken_number_leaves_by_itself(kiosk: FaceAtWork) -> None:
    at_number(kiosk)
    for _ in range(20):
        kiosk.window.idle.tick()
    assert kiosk.window.session.step == "home"


def test_a_printed_slip_does_not_keep_the_page(kiosk: FaceAtWork) -> None:
    assert at_number(kiosk).paper == "printed"
    for _ in range(20):
        assert kiosk.window.session.step == "taken"
        kiosk.second()
        kiosk.window.idle.tick()
    assert kiosk.window.session.step == "home"


def test_options_switched_on_at_home_do_not_stay(kiosk: FaceAtWork) -> None:
    kiosk.open()
    assert not kiosk.window.idle.running
    kiosk.tap(place(kiosk, "language"))
    kiosk.tap(place(kiosk, "contrast"))
    for _ in range(30):
        kiosk.window.idle.tick()
    assert kiosk.window.language is VIETNAMESE
    assert not kiosk.window.look.contrasting
    assert not kiosk.window.idle.running


def test_the_whole_way_by_keyboard(kiosk: FaceAtWork, store: Store) -> None:
    kiosk.open()
    kiosk.key(Qt.Key.Key_Tab)
    assert home(kiosk).tile.ringed
    kiosk.key(Qt.Key.Key_Return)
    kiosk.key(Qt.Key.Key_Tab)
    tile = choose(kiosk).tiles["HT"]
    assert tile.ringed
    kiosk.key(Qt.Key.Key_Space)
    assert tile.isChecked()
    while not choose(kiosk).button.hasFocus():
        before = QApplication.focusWidget()
        kiosk.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not before
    assert choose(kiosk).button.ringed
    kiosk.key(Qt.Key.Key_Return)
    assert labels(store) == ["HT-001"]
    kiosk.key(Qt.Key.Key_Tab)
    assert kiosk.window.page.button.ringed
    kiosk.key(Qt.Key.Key_Return)
    assert kiosk.window.session.step == "home"


def test_escape_goes_back(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    assert page.priority is not None
    kiosk.tap(page.priority.switch)
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.window.session.step == "choose"
    kiosk.key(Qt.Key.Key_Escape)
    assert kiosk.window.session.step == "home"


def test_every_page_has_every_key_in_reach(kiosk: FaceAtWork) -> None:
    page = at_choice(kiosk)
    seen: list[QWidget | None] = []
    while (here := QApplication.focusWidget()) not in seen:
        seen.append(here)
        kiosk.key(Qt.Key.Key_Tab)
    wanted = [
        part
        for part in kiosk.window.findChildren(Pressable)
        if part.isVisible() and part.isEnabled()
    ]
    assert page.button in wanted
    assert [part for part in wanted if part not in seen] == []


def test_the_store_is_lost_and_found(kiosk: FaceAtWork, expected_log: ExpectedLog) -> None:
    kiosk.open()
    kiosk.workplace.lost.emit(Refused("store.unreachable"))
    assert home(kiosk).tile.reason == "Chưa lấy được số. Mời Ông/Bà đến bàn hướng dẫn."
    kiosk.second()
    assert home(kiosk).tile.reason == ""


def test_the_doors_open_by_themselves(kiosk: FaceAtWork, clock: SteppingClock) -> None:
    clock.set("2026-11-23T13:29+07:00")
    kiosk.open()
    assert home(kiosk).tile.reason == "Ngoài giờ tiếp nhận. Lấy số lại từ 13:30."
    clock.set("2026-11-23T13:30+07:00")
    kiosk.second()
    assert home(kiosk).tile.reason == ""


def test_turning_the_screen_keeps_the_session(kiosk: FaceAtWork) -> None:
    at_choice(kiosk)
    kiosk.window.resize(QSize(1920, 1080))
    QApplication.processEvents()
    assert kiosk.window.wide
    assert choose(kiosk).tiles["HT"].isChecked()


def test_the_frame_needs_no_database(project: Path) -> None:
    asked = (
        "import sys, kiosk.ui.citizen.window;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=project, capture_output=True, text=True, check=True
    )
    heavy = {"sqlalchemy", "alembic", "pysqlite3", "reportlab", "barcode", "segno", "msgspec"}
    assert heavy & set(loaded.stdout.split()) == set()
    assert CitizenWindow.__module__ == "kiosk.ui.citizen.window"
