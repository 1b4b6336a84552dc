"""Papers that are not taken in: F10 and F11 at the reception, through the real page and window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kiosk.dossiers.turning_away import TurnedAway
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, letter
from kiosk.storage.store import Store
from kiosk.ui.counter.life_seen import ActEntry, Missing
from kiosk.ui.counter.receive.form import Form, PaperEntry, PersonEntry
from kiosk.ui.counter.receive.said import LETTER_HALF, LETTER_NOT_KNOWN
from kiosk.ui.counter.receive.turning_props import (
    REFUSAL,
    SUPPLEMENT,
    TurningSeen,
    derive_turning,
    first_entry,
    papers_to_ask,
    turning_shut,
)
from tests.fixtures.store import SteppingClock
from tests.flows.officer_hands import OfficerHands
from tests.ui.counter.counter_kit import Key
from tests.ui.counter.receive_kit import CARD, SINGLE, AtReception, offer_procedures

FORM = Form(
    procedure=SINGLE,
    applicant=PersonEntry(name="Nguyễn Văn An", id_number="001 203 004 567"),
    papers=(
        PaperEntry(name="Tờ khai", required=True, ticked=True),
        PaperEntry(name="Trích lục", required=True, originals=0, copies=2),
        PaperEntry(name="Căn cước", kind="present", required=True),
        PaperEntry(name="Bản vẽ", originals=1),
        PaperEntry(name="Chú thích", kind="note"),
    ),
)


@pytest.fixture
def desk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtReception]:
    offer_procedures(store)
    at = AtReception(store, clock, tmp_path)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def half(desk: AtReception) -> None:
    """An, with one of the two required papers."""
    desk.choose(SINGLE)
    desk.go("applicant.name")
    desk.enter("Nguyễn Văn An", "001203004567")
    tick = desk.page.body.papers.rows[0].tick
    assert tick is not None
    tick.setChecked(True)
    desk.pause()


def shown(desk: AtReception) -> bool:
    """Whether a letter stands in place of the cards."""
    return desk.page.body.letter_shown


def letters(store: Store) -> list[dict[str, Any]]:
    with store.read() as unit:
        return [
            msgspec.json.decode(row.content)
            for row in unit.conn.execute(select(letter).order_by(letter.c.id))
        ]


def dossiers(store: Store) -> int:
    with store.read() as unit:
        return len(unit.conn.execute(select(dossier.c.id)).all())


# rules


def test_the_request_begins_with_exactly_what_is_missing() -> None:
    assert first_entry(FORM).papers == (
        Missing("Trích lục", 0, 0, 2, "thiếu"),
        Missing("Căn cước", 1, 0, 0, "thiếu"),
    )
    assert papers_to_ask(FORM) == ("Tờ khai", "Trích lục", "Căn cước", "Bản vẽ")


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (Form(), "Chọn thủ tục trước"),
        (Form(procedure=SINGLE), "Ghi họ tên trước"),
        (Form(procedure=SINGLE, applicant=PersonEntry(name=" ")), "Ghi họ tên trước"),
        (
            Form(procedure=SINGLE, applicant=PersonEntry(kind="organisation")),
            "Ghi tên tổ chức trước",
        ),
        (FORM, ""),
    ],
)
def test_a_letter_needs_a_person_and_a_procedure(form: Form, why: str) -> None:
    assert turning_shut(form) == why


@pytest.mark.parametrize(
    ("kind", "entry", "seen", "shut"),
    [
        (SUPPLEMENT, ActEntry(), TurningSeen(), "Chọn hoặc ghi giấy tờ còn thiếu"),
        (
            SUPPLEMENT,
            ActEntry(papers=(Missing("Tờ khai", 0),)),
            TurningSeen(),
            "Ghi số bản hoặc chỗ sai của từng giấy tờ",
        ),
        (SUPPLEMENT, ActEntry(papers=(Missing("Tờ khai", 0, what="chưa ký"),)), TurningSeen(), ""),
        (REFUSAL, ActEntry(reason="  "), TurningSeen(), "Ghi lý do từ chối"),
        (REFUSAL, ActEntry(reason="hết hạn"), TurningSeen(), ""),
    ],
)
def test_what_a_letter_still_lacks(
    kind: Any, entry: ActEntry, seen: TurningSeen, shut: str
) -> None:
    assert derive_turning(kind, FORM, entry, seen).act.shut == shut


# the page


def test_the_key_is_filled_once_a_paper_is_missing(desk: AtReception) -> None:
    assert desk.page.body.supplement.reason == "Chọn thủ tục trước"
    half(desk)
    assert desk.page.props().lacking
    assert desk.page.body.supplement.coat().fill == "act"
    assert dict(desk.page.keys())["F10"] == "Yêu cầu bổ sung"
    desk.tick_all()
    assert not desk.page.props().lacking
    assert desk.page.body.supplement.coat().fill == "surface"


def test_f10_without_a_name_goes_to_the_name(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.press(Qt.Key.Key_F10)
    assert not shown(desk)
    assert desk.focused is desk.page.body.place("applicant.name")


def test_f10_prints_what_is_missing_and_keeps_what_was_entered(desk: AtReception) -> None:
    told: list[TurnedAway] = []
    desk.page.turned.connect(told.append)
    half(desk)
    desk.press(Qt.Key.Key_F10)
    assert shown(desk)
    assert desk.page.body.preview.sheet.image is not None
    desk.press(Qt.Key.Key_F9)
    (fact,) = told
    assert (fact.number, fact.again) == ("01/HDHS", False)
    (said,) = letters(desk.store)
    assert [(p["name"], p["copies"], p["originals"], p["what"]) for p in said["papers"]] == [
        ("Trích lục ghi chú ly hôn", 1, 0, "thiếu"),
        ("Căn cước của người yêu cầu", 0, 1, "thiếu"),
    ]
    assert dossiers(desk.store) == 0
    assert not shown(desk)
    assert desk.field("applicant.name") == ""
    assert desk.page.body.waiting.text() == "1 hồ sơ để sau"
    desk.page.take_back()
    desk.settle()
    assert desk.field("applicant.name") == "Nguyễn Văn An"


def test_what_is_wrong_is_a_press_away(desk: AtReception) -> None:
    half(desk)
    desk.press(Qt.Key.Key_F10)
    line = desk.page.body.letter.missing.listed[1]
    certified = line.details.fault.segments[2]
    assert certified.text() == "Bản sao chưa chứng thực"
    certified.click()
    assert line.missing() == Missing(line.name, 0, 1, 0, "bản sao chưa chứng thực")
    line.details.fault.segments[1].click()
    assert desk.focused is line.details.what
    desk.type("sai ten")
    missing = line.missing()
    assert missing is not None
    assert missing.what == "chưa đúng: sai ten"
    assert line.details.fault.current == "chưa đúng: "
    desk.press(Qt.Key.Key_Down)
    assert line.details.what.text() == "bản sao chưa chứng thực"
    desk.press(Qt.Key.Key_Up, times=2)
    assert line.details.what.text() == "thiếu"
    desk.type(" trang 2")
    assert line.details.fault.current == "thiếu"


def test_esc_goes_back_to_the_cards_and_forgets_nothing(desk: AtReception) -> None:
    half(desk)
    desk.press(Qt.Key.Key_F10)
    desk.page.body.letter.reason.edit.setFocus()
    desk.type("nop lai")
    desk.press(Qt.Key.Key_Escape)
    assert not shown(desk)
    assert desk.page.body.submit.text() == "Tiếp nhận và in giấy hẹn"
    assert desk.left == 0
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    desk.press(Qt.Key.Key_F10)
    assert desk.page.turning.entry().reason == "nop lai"
    desk.press(Qt.Key.Key_Escape)
    desk.tick_all()
    desk.press(Qt.Key.Key_F10)
    assert desk.page.turning.entry() == ActEntry(), "another form begins another letter"


def test_f11_asks_once_and_prints_the_refusal(desk: AtReception) -> None:
    told: list[TurnedAway] = []
    asked: list[Any] = []
    desk.page.turned.connect(told.append)
    desk.page.asking.connect(lambda question, wanted: asked.append((question, wanted)))
    half(desk)
    desk.press(Qt.Key.Key_F11)
    desk.press(Qt.Key.Key_F9)
    assert not asked, "no reason, no refusal"
    desk.type("sai noi")
    desk.pause()
    desk.press(Qt.Key.Key_F9)
    ((question, wanted),) = asked
    assert question.title == "Từ chối tiếp nhận hồ sơ?"
    assert letters(desk.store) == []
    wanted()
    desk.settle()
    assert [fact.number for fact in told] == ["01/TC"]
    (said,) = letters(desk.store)
    assert (said["reason"], said["submitter_name"]) == ("sai noi", "Nguyễn Văn An")
    assert desk.page.body.waiting.isHidden(), "a refusal keeps nothing"


def test_one_letter_turns_into_the_other(desk: AtReception) -> None:
    half(desk)
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_F11)
    assert desk.page.turning.kind == REFUSAL
    assert desk.focused is desk.page.body.letter.reason.edit
    desk.press(Qt.Key.Key_F10)
    assert desk.page.turning.kind == SUPPLEMENT
    assert len(desk.page.turning.entry().papers) == 2


def test_an_organisation_is_asked_for_papers_under_its_own_name(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    desk.enter("Công ty Sữa", "0300588569")
    desk.pause()
    desk.press(Qt.Key.Key_F10)
    assert shown(desk)
    desk.press(Qt.Key.Key_F9)
    (said,) = letters(desk.store)
    assert (said["addressed"], said["applicant_name"]) == ("Tổ chức", "Công ty Sữa")


def test_whoever_hands_in_for_another_signs_the_refusal(desk: AtReception) -> None:
    desk.page.asking.connect(lambda _, wanted: wanted())
    half(desk)
    desk.page.body.person.set_by_other(True)
    desk.go("submitter.name")
    desk.enter("Trần Thị Bình")
    desk.pause()
    desk.press(Qt.Key.Key_F11)
    desk.type("sai noi")
    desk.press(Qt.Key.Key_F9)
    assert letters(desk.store)[0]["submitter_name"] == "Trần Thị Bình"


def test_a_second_request_is_told_and_is_the_managers(desk: AtReception) -> None:
    half(desk)
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_F9)
    half(desk)
    desk.press(Qt.Key.Key_F10)
    props = desk.page.turning.props().act
    assert "phiếu **01/HDHS** ngày 23/11/2026 do" in props.warning
    assert "mời người quản lý đăng nhập ở quầy này" in props.warning
    assert not props.exception
    assert desk.page.body.submit.reason == "Chỉ người quản lý gửi được lần này"
    desk.press(Qt.Key.Key_F9)
    assert len(letters(desk.store)) == 1
    desk.page.set_officer("QL01", "Phạm Văn Thử")
    desk.settle()
    assert desk.page.body.submit.reason == "Ghi lý do ngoại lệ"
    desk.page.body.letter.exception.edit.setFocus()
    desk.type("mat phieu")
    desk.press(Qt.Key.Key_F9)
    assert len(letters(desk.store)) == 2


def test_a_lost_answer_writes_no_second_letter(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[TurnedAway] = []
    desk.page.turned.connect(told.append)
    half(desk)
    desk.press(Qt.Key.Key_F10)
    do, answers = desk.store.do, [Refused("store.unreachable")]

    def unlucky(*given: Any) -> Any:
        fact = do(*given)
        if answers:
            raise answers.pop()
        return fact

    monkeypatch.setattr(desk.store, "do", unlucky)
    desk.press(Qt.Key.Key_F9)
    assert desk.page.body.banner.text == LETTER_NOT_KNOWN
    assert shown(desk)
    desk.press(Qt.Key.Key_F9)
    assert [fact.number for fact in told] == ["01/HDHS"]
    assert len(letters(desk.store)) == 1


def test_a_scan_into_a_letter_is_told_and_taken_out_again(desk: AtReception) -> None:
    half(desk)
    desk.press(Qt.Key.Key_F11)
    desk.type("vi ")
    desk.scan(CARD)
    assert desk.page.turning.entry().reason.strip() == "vi"
    assert desk.page.body.banner.text == LETTER_HALF
    assert desk.field("applicant.phone") == ""


# the window


def test_by_keys_alone_from_the_call_to_the_letter(officer: OfficerHands) -> None:
    """The number stays at the counter; what was entered is offered when they come back."""
    officer.hit(Key.Key_F2)
    officer.think()
    officer.hit(Key.Key_F9)
    officer.think()
    officer.scan(CARD)
    officer.write(SINGLE)
    officer.hit(Key.Key_Return)
    officer.think()
    assert officer.bar()["F10"] == "Yêu cầu bổ sung"
    officer.hit(Key.Key_F10)
    officer.hit(Key.Key_F9)
    assert officer.at == "main"
    assert "số 01/HDHS" in officer.answer
    assert officer.number_shown == "HT-001"
    assert officer.printer.sent[-1].startswith("Phiếu yêu cầu bổ sung")
    officer.at_once(Key.Key_F9)
    officer.settle()
    assert officer.number_shown == "HT-001", "an F9 too many finishes nobody"
    officer.think()
    officer.hit(Key.Key_F7)
    page = officer.window.reception.page
    assert page is not None
    assert "Nguyễn Văn An" in page.body.banner.text


def test_a_refusal_is_asked_in_a_sheet(officer: OfficerHands) -> None:
    officer.scan(CARD)
    officer.write(SINGLE)
    officer.hit(Key.Key_Return)
    officer.hit(Key.Key_F11)
    officer.write("sai noi")
    officer.hit(Key.Key_F9)
    assert officer.question is not None
    officer.hit(Key.Key_Escape)
    assert officer.at == "receive"
    officer.hit(Key.Key_F9)
    officer.hit(Key.Key_Tab)
    officer.hit(Key.Key_Return)
    assert officer.at == "main"
    assert "số 01/TC" in officer.answer


def test_a_letter_that_does_not_come_out_is_asked_about(officer: OfficerHands) -> None:
    officer.printer.broken = Refused("printer.no_answer")
    officer.scan(CARD)
    officer.write(SINGLE)
    officer.hit(Key.Key_Return)
    officer.hit(Key.Key_F10)
    officer.hit(Key.Key_F9)
    asked = officer.question
    assert asked is not None
    assert "Phiếu số **01/HDHS** đã ghi" in asked.text
