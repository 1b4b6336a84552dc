"""The due day is in sight however many papers a procedure asks for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.catalogue.limits import parse_limit
from kiosk.catalogue.procedure import Channel, ChannelKind, Paper, Procedure
from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.parts.label import Label
from tests.fixtures.store import SteppingClock
from tests.ui.clipping import troubles
from tests.ui.counter.receive_kit import CARD, AtReception

SIZES = [QSize(1440, 900), QSize(1366, 768), QSize(1920, 1080)]
NAMES = (
    "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)",
    "Trích lục ghi chú ly hôn, hoặc giấy tờ về việc ly hôn, hoặc giấy tờ chứng minh vợ (chồng) đã"
    " chết, nếu trước đây đã từng kết hôn",
    "Giấy xác nhận tình trạng hôn nhân đã cấp lần trước (khi xin cấp lại)",
    "Căn cước hoặc hộ chiếu của người yêu cầu",
    "Giấy tờ về nơi cư trú, chỉ khi không tra được trong Cơ sở dữ liệu quốc gia về dân cư",
    "Văn bản ủy quyền, nếu người khác nộp thay",
)


def of(many: int) -> Procedure:
    return Procedure(
        code=f"1.90000{many}",
        name=f"Thủ tục có {many} giấy tờ",
        field_prefix="HT",
        offered=True,
        category="Hộ tịch",
        channels=(Channel(ChannelKind.DIRECT, parse_limit("3wd"), "", "15.000 đồng", 15_000),),
        papers=tuple(Paper(name, originals=1) for name in NAMES[:many]),
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
    assert qapp is not None
    with store.write(Actor("IT")) as unit:
        write_procedures(unit, tuple(map(of, (0, 3, 6))), office_now(unit))
    at = AtReception(store, clock, tmp_path, request.param)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def in_sight(desk: AtReception, widget: QWidget) -> bool:
    """Whether all of it is shown, in the page and in the list of papers."""
    body = desk.page.body
    views = [body.scrolled.viewport()]
    if body.papers.scrolled.isAncestorOf(widget):
        views.append(body.papers.scrolled.viewport())
    return all(
        view.rect().contains(QRect(widget.mapTo(view, widget.rect().topLeft()), widget.size()))
        for view in views
    )


def due_in_sight(desk: AtReception) -> bool:
    terms = desk.page.body.terms
    said = next(one for one in terms.findChildren(Label) if "Hẹn trả" in one.text())
    return terms.strip.isVisible() and in_sight(desk, terms.strip) and in_sight(desk, said)


@pytest.mark.parametrize("many", [0, 3, 6])
def test_the_due_day_is_in_sight(desk: AtReception, many: int) -> None:
    desk.choose(of(many).code)
    desk.scan(CARD)
    desk.tick_all()
    desk.pause()
    papers = desk.page.body.papers
    assert due_in_sight(desk)
    assert troubles(desk.frame) == []
    for row in papers.rows:
        assert row.tick is not None
        row.tick.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settle()
        assert in_sight(desk, row.tick), row.entry.name
        assert due_in_sight(desk), row.entry.name
    body = desk.page.body
    if papers.scrolled.verticalScrollBar().maximum():
        free = body.cards.height() - max(papers.geometry().bottom(), body.terms.geometry().bottom())
        assert free <= 2, "the list scrolls while room is left"


def test_the_papers_are_walked_through_by_keys(desk: AtReception) -> None:
    desk.choose(of(6).code)
    desk.pause()
    papers = desk.page.body.papers
    first, last = papers.rows[0].tick, papers.rows[-1].tick
    assert first is not None
    assert last is not None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Down, times=5)
    assert last.hasFocus()
    assert in_sight(desk, last)
    desk.press(Qt.Key.Key_Up, times=5)
    assert first.hasFocus()
    assert in_sight(desk, first)


def test_a_paper_added_by_hand_is_seen(desk: AtReception) -> None:
    desk.choose(of(6).code)
    desk.pause()
    papers = desk.page.body.papers
    papers.add.click()
    desk.enter("Giấy viết tay")
    assert in_sight(desk, papers.rows[-1])
    assert due_in_sight(desk)
