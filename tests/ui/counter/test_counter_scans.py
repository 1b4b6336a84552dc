"""Pages × kinds of scan: each leads where its content says, and lands in no field on its way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.dossiers.life import MoveDossier, mark_ready
from kiosk.queue.views import find_ticket
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from kiosk.ui.counter.sign_in_page import SCANNED
from tests.fixtures.dossiers import receive
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import CTRL, Key, take

NONE = Qt.KeyboardModifier.NoModifier
HERE = Actor("QUAY1", "CV01")
CARD = "001203004999|123456789|Trần Thị Mẫu|05032003|Nữ|Số 7, đường Hoa Lan|10102021"
SCANS = {
    "card of 7": CARD,
    "card of 10+": f"{CARD}||||Trần Văn Ba|Lý Thị Tư|",
    "garbled": "H99.12.08-261123-00ă42",
    "unknown": "]C1H99x12%%",
}
KINDS = ("slip", "ticket", *SCANS)


@pytest.fixture
def officer(
    qapp: QApplication, dossier_store: Store, store_file: Path, clock: SteppingClock, tmp_path: Path
) -> Iterator[OfficerHands]:
    """Before counter 1, nobody signed in, two people waiting, one dossier ready."""
    assert qapp is not None
    for _ in range(2):
        take(dossier_store)
    code = receive(dossier_store, by=HERE, counter=1).code
    dossier_store.do(mark_ready, MoveDossier(code), HERE)
    hands = OfficerHands(store_file, clock, 1, tmp_path / "station1")
    hands.open()
    yield hands
    hands.close()


def scan_of(kind: str, officer: OfficerHands) -> str:
    """What the scanner reads."""
    if kind == "slip":
        return receive(officer.store, by=HERE, counter=1).code
    if kind == "ticket":
        with officer.store.read() as unit:
            return find_ticket(unit, "HT-001").id
    return SCANS[kind]


def _main(officer: OfficerHands) -> None:
    officer.write("246801")
    officer.hit(Key.Key_Return)


def _table(officer: OfficerHands) -> None:
    _main(officer)
    officer.hit(Key.Key_Tab, times=6)
    assert officer.focused is not officer.window.main.scan.edit


def _dossier(officer: OfficerHands) -> None:
    _main(officer)
    officer.hit(Key.Key_4, CTRL)
    officer.hit(Key.Key_Return)
    assert officer.at == "dossier"


def _returning(officer: OfficerHands) -> None:
    _dossier(officer)
    officer.hit(Key.Key_F12)
    assert officer.at == "return"


def _papers(officer: OfficerHands) -> None:
    _main(officer)
    officer.hit(Key.Key_R, CTRL)


def _receiving(officer: OfficerHands, where: str = "procedure") -> None:
    _main(officer)
    officer.hit(Key.Key_F7)
    page = officer.window.reception.page
    assert page is not None
    page.body.place(where).setFocus()


PAGES: dict[str, Callable[[OfficerHands], None]] = {
    "main": _main,
    "main, in the table": _table,
    "dossier": _dossier,
    "return": _returning,
    "papers": _papers,
    **{
        f"receive, in {where}": lambda officer, where=where: _receiving(officer, where)  # type: ignore[misc]
        for where in ("procedure", "applicant.name", "applicant.phone", "fee")
    },
}


def typed_in(officer: OfficerHands) -> dict[int, str]:
    """What stands in every line of the window, but for the scan box."""
    box = officer.window.main.scan.edit
    lines = officer.window.findChildren(QLineEdit)
    return {id(line): line.text() for line in lines if line is not box and line.text()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", PAGES)
def test_a_scan_goes_where_its_content_leads(officer: OfficerHands, page: str, kind: str) -> None:
    PAGES[page](officer)
    window, before, at = officer.window, typed_in(officer), officer.at
    officer.scan(scan_of(kind, officer))
    told = {window.told, officer.answer}
    if kind.startswith("card"):
        reception = window.reception.page
        if at == "return":
            assert officer.at == "return"
            assert window.returning.page is not None
            assert window.returning.page.entry().name == "Trần Thị Mẫu"
        else:
            assert officer.at == "receive"
            assert reception is not None
            person = reception.filling.form().applicant
            assert (person.name, person.phone) == ("Trần Thị Mẫu", "")
            assert reception.filling.form().fee in (None, "")
        assert not any("|" in text for text in typed_in(officer).values())
        return
    assert typed_in(officer) == before, "something of it stands in a field"
    if kind == "slip":
        assert officer.at == "dossier"
    elif kind == "ticket":
        assert (officer.at, officer.number_shown) == ("main", "HT-001")
    else:
        half_entered = at in ("receive", "return")
        assert officer.at == (at if half_entered else "main")
        if at == "receive" and window.reception.page is not None:
            told.add(window.reception.page.body.banner.text)
        if at == "return" and window.returning.page is not None:
            told.add(window.returning.page.reply.text)
        said = "Bộ gõ tiếng Việt đang bật" if kind == "garbled" else "Không đọc được mã"
        assert any(text.startswith(said) for text in told)
    assert officer.lost_focus == []


WAYS: dict[str, tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]] = {
    "main": (),
    "dossier": ((Key.Key_4, CTRL), (Key.Key_Return, NONE)),
    "return": ((Key.Key_4, CTRL), (Key.Key_Return, NONE), (Key.Key_F12, NONE)),
    "papers": ((Key.Key_R, CTRL),),
    "receive": ((Key.Key_F7, NONE),),
}
"""How to come to a page from the main one."""


def focusable(officer: OfficerHands) -> list[QWidget]:
    """Everything that is shown and can hold the focus, from the rail to the last button."""
    return [
        widget
        for widget in officer.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("page", WAYS)
def test_a_scan_at_any_widget_opens_what_was_scanned(officer: OfficerHands, page: str) -> None:
    codes = [receive(officer.store, by=HERE, counter=1).code for _ in range(3)]
    _main(officer)
    told: list[str] = []
    n = 0
    while True:
        for key, modifiers in WAYS[page]:
            officer.think()
            officer.hit(key, modifiers)
        assert officer.at == page, told
        widgets = focusable(officer)
        if n == len(widgets):
            break
        widgets[n].setFocus(Qt.FocusReason.TabFocusReason)
        told.append(f"{type(widgets[n]).__name__} {widgets[n].accessibleName()}")
        officer.scan(codes[n % 3])
        opened = officer.window.opened
        assert officer.at == "dossier", told[-1]
        assert opened is not None
        assert opened.view.code == codes[n % 3], told[-1]
        officer.hit(Key.Key_Escape)
        assert (officer.at, officer.lost_focus) == ("main", []), told[-1]
        n += 1
    assert n > 5, told


@pytest.mark.parametrize(("tab", "rows"), [(Key.Key_4, 1), (Key.Key_5, 0)])
def test_a_card_at_the_table_opens_no_row(officer: OfficerHands, tab: Qt.Key, rows: int) -> None:
    _main(officer)
    officer.hit(tab, CTRL)
    assert len(officer.codes) == rows
    officer.window.main.lines.table.setFocus()
    officer.scan(CARD)
    assert officer.at == "receive"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_scan_closes_a_list_that_stands_open(officer: OfficerHands) -> None:
    _papers(officer)
    box = officer.window.papers.others
    box.addItem("Máy KHAC", "KHAC")
    box.show()
    box.showPopup()
    code = receive(officer.store, by=HERE, counter=1).code
    officer.scan(code)
    assert QApplication.activePopupWidget() is None
    assert officer.at == "dossier"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("where", ["pin", "code"])
@pytest.mark.parametrize("timed", [True, False])
def test_a_scan_is_never_a_wrong_pin(
    officer: OfficerHands, where: str, kind: str, timed: bool
) -> None:
    page = officer.window.sign_in
    officer.hit(Key.Key_Backtab, times=int(where == "code"))
    if where == "code" and not timed:
        return  # a name is searched there, nothing is sent
    before, text = typed_in(officer), scan_of(kind, officer)
    for _ in range(6):
        if timed:
            officer.scan(text)
        else:
            officer.scan_untimed(text)
    assert (page.note.text(), page.pin.error, page.pin.text()) == (SCANNED, "", "")
    assert typed_in(officer) == before
    page.pin.setFocus()
    officer.write("246801")
    officer.hit(Key.Key_Return)
    assert officer.signed == "Lê Minh Mẫu"
