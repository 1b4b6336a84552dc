"""The card of another person, scanned into a reception that was begun."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.storage.store import Store
from kiosk.ui.counter.receive.card_filling import another_person
from kiosk.ui.counter.receive.form import PersonEntry
from tests.fixtures.store import SteppingClock
from tests.ui.counter.receive_kit import CARD, SINGLE, AtReception, _type_letter, offer_procedures

OTHER = "001303004568||Lý Thị Sáu|05032003|Nữ|Tổ 5, phường An Bình|01012021"


@pytest.fixture
def desk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtReception]:
    """A page with a procedure, a card and a telephone number in it."""
    offer_procedures(store)
    at = AtReception(store, clock, tmp_path)
    at.page.begin(None)
    at.settle()
    at.choose(SINGLE)
    at.scan(CARD)
    at.go("applicant.phone")
    at.enter("0912345678")
    at.pause()
    yield at
    at.close()


def _applicant(desk: AtReception) -> PersonEntry:
    return desk.page.filling.form().applicant


def test_what_belonged_to_the_other_person_goes_and_is_told(desk: AtReception) -> None:
    desk.page.body.papers.rows[0].tick.setChecked(True)  # type: ignore[union-attr]
    desk.scan(OTHER)
    now = _applicant(desk)
    assert (now.name, now.phone, now.address) == ("Lý Thị Sáu", "", "Tổ 5, phường An Bình")
    assert "bỏ số điện thoại của người trước" in desk.page.body.banner.text
    form = desk.page.filling.form()
    assert (form.procedure, form.papers[0].ticked) == (SINGLE, True)


def test_it_can_be_undone_by_keyboard_and_keeps_what_was_entered_since(desk: AtReception) -> None:
    before = _applicant(desk)
    desk.scan(OTHER)
    desk.page.body.papers.rows[1].tick.setChecked(True)  # type: ignore[union-attr]
    undo = desk.page.body.banner.buttons["undo"]
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    assert _applicant(desk) == before
    assert desk.page.body.banner.text == ""
    assert desk.page.filling.form().papers[1].ticked


def test_the_same_card_again_keeps_the_telephone(desk: AtReception) -> None:
    desk.scan(CARD)
    assert _applicant(desk).phone == "0912 345 678"
    assert desk.page.body.banner.text == ""


@pytest.mark.parametrize(
    ("entered", "other"),
    [
        (PersonEntry(), False),
        (PersonEntry(phone="0912"), False),
        (PersonEntry(name="nguyen van an"), False),
        (PersonEntry(name="Trần Bình"), True),
        (PersonEntry(id_number="001 203 004 567", name="Tên cũ"), False),
        (PersonEntry(id_number="001 203 004 568", name="Nguyễn Văn An"), True),
        (PersonEntry(id_number="001203", name="Nguyễn Văn An"), False),
    ],
)
def test_the_number_tells_who_it_is_and_else_the_name(entered: PersonEntry, other: bool) -> None:
    assert another_person(entered, "001203004567", "Nguyễn Văn An") is other


def test_a_typing_program_is_told_and_nothing_lands_in_another_field(desk: AtReception) -> None:
    """A program like UniKey takes letters back and types others within the scanner's burst."""
    desk.go("applicant.email")
    before = _applicant(desk)
    desk.hand.pace_ms = 4.0
    desk.hand.at_ms += 1_000
    for letter in "001203004567||Nguyễn Van":
        _type_letter(desk.focused, letter)
    QTest.keyClick(desk.focused, Qt.Key.Key_Backspace)
    for letter in "n An|05032003|Nam|To 5|01012021":
        _type_letter(desk.focused, letter)
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)
    desk.settle()
    now = _applicant(desk)
    assert desk.page.body.banner.text.startswith("Bộ gõ tiếng Việt đang bật")
    assert (now.email, now.phone) == (before.email, before.phone)
    assert now.name == "Nguyễn Van An"
    assert set(now.read) == {"id_number", "birth_date", "sex"}, "words get no tick"


def test_composed_letters_are_told_too(desk: AtReception) -> None:
    """An input method hands whole words on, without a key."""
    desk.go("applicant.email")
    desk.hand.pace_ms = 4.0
    desk.hand.at_ms += 1_000
    for part in ("001203004567||", "Nguyễn Văn An", "|05032003|Nam|", "Tổ 5", "|01012021"):
        if part[0] in "NT" and "|" not in part:
            composed = QInputMethodEvent()
            composed.setCommitString(part)
            QCoreApplication.sendEvent(desk.focused, composed)
            continue
        for letter in part:
            _type_letter(desk.focused, letter)
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.body.banner.text.startswith("Bộ gõ tiếng Việt đang bật")
    assert (_applicant(desk).name, _applicant(desk).email) == ("Nguyễn Văn An", "")
