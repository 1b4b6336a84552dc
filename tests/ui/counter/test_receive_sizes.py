"""No word is cut and nothing lies over anything, from the smallest window to the largest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from kiosk.ui.counter.receive.form import PaperEntry
from kiosk.ui.counter.receive.papers import which_missing
from kiosk.ui.parts.label import Label
from kiosk.ui.theme.prose import Prose
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.receive_kit import (
    AT_ONCE,
    BUILDING,
    CARD,
    SINGLE,
    AtReception,
    offer_procedures,
)

SIZES = [QSize(1366, 768), QSize(1440, 900), QSize(1920, 1080), QSize(1024, 700)]


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
    at = AtReception(store, clock, tmp_path, request.param)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def test_an_empty_page(desk: AtReception) -> None:
    assert troubles(desk.frame) == []


def test_a_page_filled_in_from_a_card(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.scan(CARD.replace("Nguyễn Văn An", "Đặng Thị Ngọc Ưỡng"))
    desk.tick_all()
    desk.pause()
    assert troubles(desk.frame) == []


def test_the_reason_on_the_big_button_is_one_line(desk: AtReception) -> None:
    submit = desk.page.body.submit
    papers = tuple(
        PaperEntry(name=name, required=True)
        for name in ("Tờ khai cấp bản sao trích lục hộ tịch (theo mẫu)", "Căn cước")
    )
    submit.set_reason(which_missing(papers))
    desk.settle()
    if submit.width() >= 440:
        reason, room = submit.texts()[1]
        assert reason.line_count(room.width()) == 1


@pytest.mark.parametrize("desk", [QSize(1366, 768)], indirect=True)
def test_the_reason_of_the_due_day_is_not_sliced(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.scan(CARD)
    desk.pause()
    body = desk.page.body
    assert body.submit.reason.endswith("và 2 giấy tờ nữa")
    said = next(one for one in body.terms.findChildren(Label) if "Hẹn trả" in one.text())
    view = body.scrolled.viewport()
    assert view.rect().contains(said.mapTo(view, said.rect().bottomLeft()))


def test_a_page_with_everything_wrong(desk: AtReception) -> None:
    desk.choose(BUILDING)
    desk.page.body.terms.channel.segments[2].click()
    for where, wrong in (
        ("applicant.name", "123"),
        ("applicant.id_number", "00120300456"),
        ("applicant.birth_date", "31022000"),
        ("applicant.phone", "0912"),
        ("applicant.email", "an@"),
        ("submitter.id_number", "1"),
        ("submitter.phone", "1"),
        ("limit", "x"),
    ):
        desk.go(where)
        desk.type(wrong)
    desk.press(Qt.Key.Key_F9)
    assert desk.page.body.person.fields["applicant.name"].error
    assert troubles(desk.frame) == []


def test_a_question_above_the_cards(desk: AtReception) -> None:
    desk.fill_in()
    desk.page.begin(None)
    desk.settle()
    assert desk.page.body.banner.text
    assert troubles(desk.frame) == []


def test_the_slip_shown_and_hidden(desk: AtReception) -> None:
    desk.fill_in()
    for _ in range(2):
        desk.page.toggle_preview()
        desk.settle()
        assert troubles(desk.frame) == []


def test_a_list_without_a_match_fits(desk: AtReception) -> None:
    desk.type("zzzz")
    listed = desk.page.body.procedure.list
    texts: list[tuple[Prose, QRectF]] = listed.texts()
    assert texts
    for prose, room in texts:
        assert prose.lay(room.width()) <= room.height()
    assert desk.page.rect().contains(listed.geometry())


def test_what_has_the_focus_is_in_sight(desk: AtReception) -> None:
    desk.fill_in()
    view = desk.page.body.scrolled
    for where in ("fee", "applicant.name", "limit", "procedure"):
        desk.go(where)
        widget = desk.page.body.place(where)
        if widget.isVisible():
            corner = widget.mapTo(view.viewport(), widget.rect().topLeft())
            assert view.viewport().rect().contains(corner), where


def test_another_window_size_is_another_arrangement(desk: AtReception) -> None:
    desk.fill_in()
    body = desk.page.body
    desk.frame.resize(1366, 768)
    desk.settle()
    assert body.preview.isHidden()
    assert body.papers.y() == body.terms.y(), "beside each other where height is short"
    desk.frame.resize(1920, 1080)
    desk.settle()
    assert not body.preview.isHidden()
    assert body.papers.y() < body.terms.y()
    assert body.preview.width() > 432
    assert troubles(desk.frame) == []


def _long_person(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.go("applicant.name")
    desk.enter("Đặng Thị Ngọc Ưỡng Nguyễn Hoàng Thủy Tiên", "001203004567")
    desk.pause()


def test_a_request_for_papers(desk: AtReception) -> None:
    _long_person(desk)
    desk.press(Qt.Key.Key_F10)
    for line in desk.page.body.letter.missing.listed:
        line.tick.setChecked(True)
    desk.page.body.letter.missing.written[0].name.edit.setFocus()
    desk.type("Van ban thoa thuan cua cac thanh vien co chung quyen su dung dat")
    desk.pause()
    assert troubles(desk.frame) == []


def test_a_second_request_and_a_refusal(desk: AtReception) -> None:
    for _ in range(2):
        _long_person(desk)
        desk.press(Qt.Key.Key_F10)
        desk.press(Qt.Key.Key_F9)
    assert desk.page.turning.props().act.warning
    assert troubles(desk.frame) == []
    desk.press(Qt.Key.Key_F11)
    desk.type("khong thuoc tham quyen " * 12)
    desk.pause()
    assert troubles(desk.frame) == []


@pytest.mark.parametrize("wrong", [False, True])
def test_an_organisation(desk: AtReception, wrong: bool) -> None:
    desk.choose(SINGLE)
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    name = "" if wrong else "Công ty trách nhiệm hữu hạn Xây dựng Hoàng Thủy"
    desk.enter(name, "123" if wrong else "0300588569-001")
    desk.tick_all()
    desk.page.body.terms.channel.segments[3].click()
    desk.settle()
    if wrong:
        desk.press(Qt.Key.Key_F9)
        assert desk.page.body.person.fields["submitter.name"].error
    assert troubles(desk.frame) == []


def test_by_post_and_at_once(desk: AtReception) -> None:
    desk.fill_in(AT_ONCE)
    assert troubles(desk.frame) == []
    desk.fill_in(SINGLE)
    desk.page.body.terms.channel.segments[1].click()
    desk.settle()
    assert desk.page.body.terms.deliver.isVisible()
    assert troubles(desk.frame) == []
