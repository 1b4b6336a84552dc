"""The reception as eyes, a reader's voice and the Tab key meet it, with the longest names there are."""

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.procedure import Case, Channel, ChannelKind, Paper, Procedure
from kiosk.catalogue.rows import write_procedures
from kiosk.dossiers.slips import AppointmentSlip
from kiosk.office.reading import office_now
from kiosk.storage import print_jobs
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.receive_kit import BUILDING, CARD, SINGLE, AtReception, offer_procedures
from tests.ui.seeing import faint, jumps, nameless

SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080)]
LONG = "Đặng Nguyễn Hoàng Thị Ngọc Ưỡng Thủy Tiên Phương Quỳnh"
LONG_PROCEDURE = Procedure(
    code="1.099999",
    name="Đăng ký biến động về sử dụng đất, tài sản gắn liền với đất do thay đổi thông tin về người "
    "được cấp Giấy chứng nhận; giảm diện tích thửa đất do sạt lở tự nhiên; thay đổi về hạn chế quyền "
    "sử dụng đất; thay đổi về nghĩa vụ tài chính; thay đổi về tài sản gắn liền với đất so với nội "
    "dung đã đăng ký, cấp Giấy chứng nhận",
    field_prefix="HT",
    offered=True,
    category="Hộ tịch",
    channels=(Channel(ChannelKind.DIRECT, parse_limit("30d")),),
    cases=(
        Case("1", "Trường hợp giảm diện tích thửa đất do sạt lở tự nhiên một phần thửa đất"),
        Case("2", "Trường hợp khác"),
    ),
    papers=tuple(
        Paper(
            f"Bản sao có chứng thực giấy tờ thứ {n} chứng minh quyền sử dụng đất và tài sản gắn liền "
            "với đất của hộ gia đình, cá nhân theo quy định",
            copies=n,
            required=n < 3,
        )
        for n in range(1, 5)
    ),
)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def desk(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    store: Store,
    clock: SteppingClock,
    tmp_path: Path,
) -> Iterator[AtReception]:
    """The page in a window of each size."""
    offer_procedures(store)
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, (LONG_PROCEDURE,), office_now(unit))
    at = AtReception(store, clock, tmp_path, request.param)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def test_the_longest_names_fit_and_are_told_whole(desk: AtReception) -> None:
    desk.choose(LONG_PROCEDURE.code)
    desk.scan(CARD.replace("Nguyễn Văn An", LONG))
    desk.page.body.procedure.case.choose("1")
    desk.page.body.procedure.case_chosen.emit("1")
    desk.pause()
    assert troubles(desk.frame) == []
    assert desk.page.body.procedure.edit.toolTip() == LONG_PROCEDURE.name
    desk.page.toggle_preview()
    desk.settle()
    assert troubles(desk.frame) == []
    assert desk.field("applicant.name") == LONG


def test_with_a_due_day_to_change_and_another_persons_card(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.scan(CARD)
    desk.page.body.terms.change.click()
    desk.scan(CARD.replace("001203004567", "001203004999").replace("Nguyễn Văn An", LONG))
    desk.go("due.day")
    desk.type("30112026")
    desk.pause()
    assert desk.page.body.banner.text
    assert troubles(desk.frame) == []
    assert nameless(desk.frame) == []


def test_tab_goes_in_reading_order_and_everything_has_a_name(desk: AtReception) -> None:
    desk.fill_in()
    assert nameless(desk.frame) == []
    assert jumps(desk.page) == []


def test_every_text_stands_out(desk: AtReception) -> None:
    """With few papers, so that no card is cut by the edge of what scrolls."""
    desk.choose(BUILDING)
    desk.scan(CARD)
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_F9)
    assert faint(desk.frame) == []


def test_a_scan_opens_no_box(desk: AtReception) -> None:
    desk.choose(LONG_PROCEDURE.code)
    assert desk.focused is desk.page.body.procedure.case
    desk.scan(CARD)
    assert QApplication.activePopupWidget() is None
    assert desk.field("applicant.name") == "Nguyễn Văn An"


def test_the_list_never_lies_over_the_slip(desk: AtReception) -> None:
    for _ in range(2):
        desk.page.toggle_preview()
        desk.settle()
        desk.go("procedure")
        desk.type("g")
        listed, preview = desk.page.body.procedure.list, desk.page.body.preview
        assert not listed.isHidden()
        if not preview.isHidden():
            assert listed.geometry().right() < preview.geometry().left()
        desk.press(Qt.Key.Key_Escape)


def test_the_measures_of_the_board(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> None:
    offer_procedures(store)
    at = AtReception(store, clock, tmp_path, QSize(1440, 900))
    try:
        at.page.begin(None)
        at.settle()
        body = at.page.body
        tops = [card.mapTo(at.frame, card.rect().topLeft()).y() for card in _cards(at)]
        assert [top - 56 for top in tops[:3]] == pytest.approx([56, 168, 364], abs=4)
        assert body.procedure.height() == pytest.approx(104, abs=4)
        assert body.person.height() == pytest.approx(188, abs=4)
        assert (body.cards.width(), body.preview.width()) == pytest.approx((888, 432), abs=4)
        assert body.submit.height() == pytest.approx(56, abs=4)
    finally:
        at.close()


def _cards(at: AtReception) -> tuple[QWidget, ...]:
    body = at.page.body
    return body.procedure, body.person, body.papers, body.terms


def test_what_is_signed_is_what_was_shown(desk: AtReception) -> None:
    """The officer signs the paper: all that the preview said stands on it."""
    desk.fill_in()
    shown = desk.page.outlook.slip
    assert shown is not None
    desk.press(Qt.Key.Key_F9)
    (fact,) = desk.facts
    with desk.store.read() as unit:
        (job,) = print_jobs.of_subject(unit, fact.id)
    printed = msgspec.json.decode(job.paper, type=AppointmentSlip)
    issued = ("code", "volume", "entry", "lookup_secret")
    for name in AppointmentSlip.__slots__:
        before, after = getattr(shown, name), getattr(printed, name)
        assert before == after or name in issued, name
    assert printed.officer_name == "Lê Minh Mẫu"


TEN_FIELDS = CARD.replace("|01012021", "|01012025||||Nguyễn Văn Ba|Lý Thị Tư|")


def test_a_card_of_ten_fields_and_more_is_read_in_a_burst(desk: AtReception) -> None:
    desk.go("applicant.email")
    desk.scan(TEN_FIELDS)
    now = desk.page.filling.form().applicant
    assert (now.name, now.birth_date, now.email) == ("Nguyễn Văn An", "05/03/2003", "")
    assert desk.page.body.banner.text == ""


@pytest.mark.processes
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_draft_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    from kiosk.ui.counter.receive.drafts import DraftFile

    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from kiosk.clock import parse_moment
        from kiosk.ui.counter.receive.drafts import Draft, DraftFile
        from kiosk.ui.counter.receive.form import Form, PersonEntry

        file = DraftFile(Path(sys.argv[1]), 1)
        at = parse_moment("2026-11-23T09:24+07:00")
        for n in range(50):
            form = Form(procedure="1.004873", applicant=PersonEntry(name="An" * (n + 1)))
            assert file.save(Draft(request_id="r", saved_at=at, form=form))
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    python = shutil.which(sys.executable)
    assert python is not None
    done = subprocess.run([python, "-c", script, str(tmp_path)], check=False)
    assert done.returncode == -9
    draft = DraftFile(tmp_path, 1).load()
    assert draft is not None
    assert draft.form.applicant.name == "An" * 50
