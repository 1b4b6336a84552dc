"""Receiving a dossier as an officer does it: by keys, by card, with mistakes, through failures."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from kiosk.queue.calling import AtCounter as Desk
from kiosk.queue.calling import call_next
from kiosk.queue.taking import TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier, dossier_paper
from kiosk.storage.store import Store
from kiosk.ui.counter.receive.drafts import DraftFile
from kiosk.ui.counter.receive.said import NOT_KNOWN
from tests.fixtures.store import SteppingClock
from tests.ui.counter.receive_kit import (
    BUILDING,
    CARD,
    NO_LIMIT,
    SINGLE,
    AtReception,
    _type_letter,
    offer_procedures,
)

F9, SPACE, ENTER, DOWN = Qt.Key.Key_F9, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(
    qapp: QApplication, store: Store, clock: SteppingClock, tmp_path: Path
) -> Iterator[AtReception]:
    """A page that has just been opened."""
    offer_procedures(store)
    at = AtReception(store, clock, tmp_path)
    at.page.begin(None)
    at.settle()
    yield at
    at.close()


def dossiers(store: Store) -> int:
    with store.read() as unit:
        return int(unit.conn.execute(select(func.count()).select_from(dossier)).scalar_one())


def test_by_keys_alone_from_the_procedure_to_f9(desk: AtReception) -> None:
    body = desk.page.body
    desk.type("tinh trang hon")
    assert [hit.code for hit in body.procedure.list.hits] == [SINGLE]
    desk.press(ENTER)
    assert body.procedure.edit.code == SINGLE
    assert desk.focused is body.place("applicant.name")
    desk.enter("Nguyễn Văn An", "001203004567", "05032003")
    desk.press(DOWN)
    desk.press(ENTER)
    desk.enter("Số 12, đường Hoa Sen", "0912345678", "")
    desk.press(ENTER)
    assert desk.focused is body.papers.rows[0].tick
    desk.press(SPACE)
    desk.press(Qt.Key.Key_Plus)
    desk.press(DOWN)
    desk.press(SPACE)
    desk.press(DOWN)
    desk.press(SPACE)
    desk.press(F9)
    (fact,) = desk.facts
    assert fact.code == "H99.12.08-261123-0001"
    with desk.store.read() as unit:
        row = unit.conn.execute(select(dossier)).one()
        papers = unit.conn.execute(
            select(dossier_paper.c.name, dossier_paper.c.originals, dossier_paper.c.copies)
        ).all()
    assert (row.applicant_name, row.applicant_id_number) == ("Nguyễn Văn An", "001203004567")
    assert (row.applicant_phone, row.time_limit, row.received_by) == ("+84912345678", "3wd", "CV01")
    assert (row.fee_text, row.channel) == ("15.000 đồng", "direct")
    assert '"birth_date":"2003-03-05"' in row.applicant
    assert '"sex":"male"' in row.applicant
    assert [tuple(paper) for paper in papers] == [
        ("Tờ khai cấp Giấy xác nhận", 2, 0),
        ("Trích lục ghi chú ly hôn", 0, 1),
        ("Căn cước của người yêu cầu", 0, 0),
    ]
    assert not desk.page.is_dirty()
    assert body.procedure.edit.code == ""


def test_a_ticket_is_linked_and_its_field_is_listed_first(desk: AtReception) -> None:
    desk.store.do(take_number, TakeNumber("HT"), desk.station.actor())
    desk.store.do(call_next, Desk(1), desk.station.actor("CV01"))
    with desk.store.read() as unit:
        from kiosk.queue.views import find_ticket

        ticket = find_ticket(unit, "HT-001")
    desk.page.begin(ticket)
    desk.settle()
    assert not desk.page.body.ticket.isHidden()
    desk.press(DOWN)
    assert {hit.code for hit in desk.page.body.procedure.list.hits} == {SINGLE, NO_LIMIT}
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.body.procedure.list.isHidden()
    assert desk.left == 0
    desk.fill_in()
    desk.press(F9)
    with desk.store.read() as unit:
        assert unit.conn.execute(select(dossier.c.ticket_id)).scalar_one() == ticket.id


def test_a_search_without_a_match_says_so(desk: AtReception) -> None:
    desk.type("zzzz")
    listed = desk.page.body.procedure.list
    assert not listed.isHidden()
    assert listed.hits == ()
    desk.press(ENTER)
    assert desk.page.body.procedure.edit.code == ""
    desk.go("applicant.name")
    assert listed.isHidden()


def test_a_procedure_that_is_only_known_is_not_found(desk: AtReception) -> None:
    desk.type("ket hon co yeu to")
    assert desk.page.body.procedure.list.hits == ()


@pytest.mark.parametrize(
    ("where", "typed", "sentence"),
    [
        ("applicant.name", "123", "Họ tên không có chữ cái nào."),
        ("applicant.name", "A" * 201, "Họ tên dài 201 ký tự, nhiều nhất 200."),
        (
            "applicant.id_number",
            "00120300456",
            "Số căn cước có 11 chữ số; căn cước có 12, chứng minh nhân dân có 9.",
        ),
        ("applicant.birth_date", "24112026", "Ngày sinh 24/11/2026 ở sau hôm nay."),
        (
            "applicant.birth_date",
            "31022000",
            "Không có ngày “31/02/2000”. Viết ngày, tháng, năm: 05/03/1999.",
        ),
        ("applicant.phone", "0912", "Số điện thoại chưa đúng (ví dụ 0912 345 678)."),
        ("applicant.email", "an@", "Thư điện tử chưa đúng (ví dụ ten@noi.vn)."),
    ],
)
def test_a_wrong_value_says_what_is_wrong_and_stays(
    desk: AtReception, where: str, typed: str, sentence: str
) -> None:
    desk.fill_in()
    field = desk.page.body.person.fields[where]
    desk.go(where)
    field.edit.selectAll()
    desk.type(typed)
    desk.pause()
    assert field.error == "", "not while it is being typed"
    shown = field.text()
    desk.press(Qt.Key.Key_Tab)
    assert field.error == sentence
    desk.press(F9)
    assert desk.facts == []
    assert dossiers(desk.store) == 0
    assert (field.error, field.text()) == (sentence, shown)
    assert desk.focused is field.edit
    assert desk.field("applicant.name")
    assert desk.page.body.papers.rows[0].entry.ticked


def test_f9_tells_everything_that_is_missing_and_goes_to_the_first(desk: AtReception) -> None:
    desk.choose(SINGLE)
    desk.tick_all()
    desk.page.body.terms.channel.segments[2].click()
    desk.settle()
    desk.press(F9)
    fields = desk.page.body.person.fields
    assert fields["applicant.name"].error == "Thiếu họ tên."
    assert fields["submitter.name"].error == "Thiếu họ tên của người nộp thay."
    assert desk.focused is fields["applicant.name"].edit
    desk.type("An")
    assert fields["applicant.name"].error == ""
    desk.press(Qt.Key.Key_Tab)
    desk.go("submitter.name")
    desk.type("Lý Văn Sáu")
    desk.press(F9)
    assert len(desk.facts) == 1


def test_a_doubt_warns_and_hinders_nothing(desk: AtReception) -> None:
    desk.fill_in()
    desk.go("applicant.id_number")
    desk.page.body.person.fields["applicant.id_number"].edit.selectAll()
    desk.enter("001303004567", "05031999")
    desk.press(DOWN)
    desk.pause()
    said = desk.page.body.person.fields["applicant.id_number"].error
    assert said == "Số căn cước không khớp với giới tính. Số căn cước không khớp với năm sinh."
    assert desk.page.body.person.fields["applicant.id_number"].edit.property("state") != "error"
    desk.press(F9)
    assert {doubt.code for doubt in desk.facts[0].warnings} == {
        "id_number.sex",
        "id_number.birth_year",
    }


def test_a_missing_required_paper_shuts_f9(desk: AtReception) -> None:
    desk.fill_in()
    body = desk.page.body
    assert dict(desk.page.keys())["F9"] == "Tiếp nhận và in"
    first = body.papers.rows[0].tick
    assert first is not None
    first.click()
    desk.pause()
    assert body.submit.reason == "Còn thiếu: Tờ khai cấp Giấy xác nhận"
    assert not body.submit.isEnabled()
    assert "F9" not in dict(desk.page.keys())
    desk.press(F9)
    assert (desk.facts, dossiers(desk.store)) == ([], 0)
    first.click()
    desk.press(F9)
    assert len(desk.facts) == 1


def test_papers_are_counted_changed_and_added(desk: AtReception) -> None:
    desk.choose(SINGLE)
    papers = desk.page.body.papers
    assert papers.rows[0].tick is not None
    papers.rows[0].tick.setFocus()
    desk.press(SPACE)
    desk.press(Qt.Key.Key_Right)
    assert (papers.rows[0].entry.originals, papers.rows[0].entry.copies) == (0, 1)
    desk.press(Qt.Key.Key_Minus)
    assert not papers.rows[0].entry.ticked
    desk.press(SPACE)
    assert papers.rows[0].entry.originals == 1
    both = papers.rows[3]
    assert [stepper.value for stepper in both.steppers] == [1, 2]
    assert papers.rows[4].tick is None, "a remark is no paper"
    papers.add.click()
    desk.enter("Giấy ủy quyền", "Hợp đồng", "")
    assert papers.entry.isHidden()
    added = [row.entry for row in papers.rows if row.entry.added]
    assert [(paper.name, paper.ticked) for paper in added] == [
        ("Giấy ủy quyền", True),
        ("Hợp đồng", True),
    ]


def test_a_case_decides_limit_and_papers(desk: AtReception) -> None:
    desk.choose(BUILDING)
    body = desk.page.body
    assert desk.focused is body.procedure.case
    assert body.terms.strip.isHidden()
    assert body.procedure.error == ""
    desk.go("applicant.name")
    desk.type("An")
    desk.press(F9)
    assert body.procedure.error == "Chọn trường hợp của thủ tục này."
    assert desk.focused is body.procedure.case
    desk.press(DOWN)
    assert body.procedure.error == ""
    assert not body.terms.strip.isHidden()
    assert [row.entry.name for row in body.papers.rows] == ["Đơn đề nghị"]
    desk.press(DOWN)
    assert len(body.papers.rows) == 2
    desk.press(F9)
    with desk.store.read() as unit:
        row = unit.conn.execute(select(dossier.c.case_code, dossier.c.time_limit)).one()
    assert tuple(row) == ("2", "20d")


def test_a_limit_nobody_published_is_entered(desk: AtReception) -> None:
    desk.choose(NO_LIMIT)
    terms = desk.page.body.terms
    assert not terms.amount.isHidden()
    desk.type("An")
    desk.press(F9)
    assert terms.error == "Thủ tục không ghi thời hạn: nhập con số và đơn vị."
    assert desk.focused is terms.amount
    desk.enter("x")
    assert terms.error == "Thời hạn phải là một con số, ví dụ 3."
    terms.amount.setFocus()
    terms.amount.selectAll()
    desk.type("5")
    desk.pause()
    assert terms.error == ""
    assert terms.strip.accessibleName().endswith("T2 30/11 ngày 5") or "ngày 5" in (
        terms.strip.accessibleName()
    )
    desk.press(F9)
    with desk.store.read() as unit:
        row = unit.conn.execute(select(dossier.c.time_limit, dossier.c.limit_source)).one()
    assert tuple(row) == ("5wd", "officer")


def test_each_channel_has_its_fee_and_its_due_date(desk: AtReception) -> None:
    desk.choose(SINGLE)
    terms = desk.page.body.terms
    three_days = terms.strip.accessibleName()
    assert terms.fee.text() == "15.000 đ"
    terms.channel.segments[3].click()
    desk.settle()
    assert terms.fee.text() == "7.000 đ"
    assert terms.strip.accessibleName() != three_days
    terms.fee.setFocus()
    terms.fee.selectAll()
    desk.type("0")
    terms.channel.segments[0].click()
    assert terms.fee.text() == "0", "what the officer entered stands"
    desk.go("applicant.name")
    desk.type("An")
    desk.tick_all()
    desk.press(F9)
    with desk.store.read() as unit:
        row = unit.conn.execute(select(dossier.c.fee_amount, dossier.c.fee_text)).one()
    assert tuple(row) == (0, "Không thu")


def test_the_due_date_follows_the_clock(desk: AtReception) -> None:
    desk.choose(SINGLE)
    before = desk.page.body.terms.strip.accessibleName()
    desk.clock.set("2026-11-25T09:00+07:00")
    desk.workplace.tick.emit()
    desk.settle()
    assert desk.page.body.terms.strip.accessibleName() != before


def test_the_slip_is_drawn_when_typing_pauses(desk: AtReception) -> None:
    sheet = desk.page.body.preview.sheet
    assert sheet.said == "Chọn thủ tục để xem trước giấy hẹn."
    desk.choose(SINGLE)
    desk.go("applicant.name")
    first = sheet.image
    assert first is not None
    assert first.width() == sheet.width() - 2
    desk.type("Đặng Thị Ngọc Ưỡng")
    assert sheet.image is first
    assert desk.page.pause.isActive()
    desk.pause()
    assert sheet.image is not None
    assert sheet.image is not first
    desk.press(Qt.Key.Key_I, CONTROL)
    assert not desk.page.body.preview_shown
    assert dict(desk.page.keys())["Ctrl I"] == "Xem trước"


def test_a_card_fills_in_and_an_edit_loses_its_tick(desk: AtReception) -> None:
    desk.scan(CARD)
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    assert desk.field("applicant.id_number") == "001 203 004 567"
    assert desk.field("applicant.birth_date") == "05/03/2003"
    assert desk.field("applicant.address") == "Số 12, đường Hoa Sen, tổ 4, phường An Bình"
    assert desk.page.body.person.sex.box.current == "male"
    assert set(desk.page.body.person.applicant().read) == {
        "name",
        "id_number",
        "birth_date",
        "sex",
        "address",
    }
    desk.go("applicant.name")
    desk.press(Qt.Key.Key_End)
    desk.type("h")
    assert "name" not in desk.page.body.person.applicant().read
    assert "address" in desk.page.body.person.applicant().read


@pytest.mark.parametrize(
    "where", ["applicant.name", "applicant.birth_date", "applicant.sex", "fee", "procedure"]
)
def test_a_scan_leaves_nothing_in_the_field_it_was_typed_into(
    desk: AtReception, where: str
) -> None:
    desk.choose(SINGLE)
    desk.go(where)
    if where == "applicant.name":
        desk.type("Lý ")
    before = desk.page.filling.form()
    desk.scan("H99.12.08-261118-0025")
    assert desk.scans == ["H99.12.08-261118-0025"]
    assert desk.page.filling.form() == before
    assert desk.page.body.procedure.edit.text() == ""
    assert desk.focused is desk.page.body.place(where)
    assert desk.facts == []


def test_a_scan_never_ticks_or_presses_anything(desk: AtReception) -> None:
    desk.choose(SINGLE)
    tick = desk.page.body.papers.rows[0].tick
    assert tick is not None
    tick.setFocus()
    desk.scan(CARD)
    assert not any(row.entry.ticked for row in desk.page.body.papers.rows)
    assert desk.page.body.papers.rows[0].entry.originals == 1
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    desk.tick_all()
    desk.page.body.submit.setFocus()
    desk.scan(CARD)
    assert desk.facts == []


def test_a_card_for_who_hands_it_in_fills_in_their_row(desk: AtReception) -> None:
    desk.scan(CARD)
    desk.page.body.terms.channel.segments[2].click()
    desk.go("submitter.phone")
    desk.scan("001303004568||Lý Thị Sáu|05032003|Nữ|Tổ 5|01012021")
    assert desk.field("submitter.name") == "Lý Thị Sáu"
    assert desk.field("submitter.id_number") == "001 303 004 568"
    assert desk.field("applicant.name") == "Nguyễn Văn An"


def test_a_garbled_card_is_told_and_an_unreadable_one_changes_nothing(desk: AtReception) -> None:
    desk.scan("001203004567||Nguyá»n VÄn An|05032003|Nam|Tổ 5|01012021")
    assert "Tắt bộ gõ" in desk.page.body.banner.text
    desk.page.begin(None)
    desk.page._on_answer("drop")
    desk.scan("001203004567|chỉ có thế")
    assert desk.page.body.banner.text
    assert not desk.page.is_dirty()


def failing_after(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch, error: BaseException, *, stored: bool
) -> None:
    """The next dossier is stored, or not, and then the answer is lost."""
    real = desk.store.do
    times: list[int] = []

    def do(*asked: Any, **more: Any) -> Any:
        if times:
            return real(*asked, **more)
        times.append(1)
        if stored:
            real(*asked, **more)
        raise error

    monkeypatch.setattr(desk.store, "do", do)


LOST = Refused("store.unreachable")


@pytest.mark.parametrize("stored", [True, False])
def test_a_retry_after_a_lost_answer_makes_one_dossier(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch, stored: bool
) -> None:
    desk.fill_in()
    failing_after(desk, monkeypatch, LOST, stored=stored)
    desk.press(F9)
    assert desk.facts == []
    assert desk.page.body.banner.text == NOT_KNOWN
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    assert dossiers(desk.store) == int(stored)
    desk.press(F9)
    assert len(desk.facts) == 1
    assert dossiers(desk.store) == 1
    desk.fill_in()
    desk.press(F9)
    assert dossiers(desk.store) == 2, "the next reception is another request"


def test_what_was_changed_after_a_lost_answer_is_told_not_lost_silently(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill_in()
    failing_after(desk, monkeypatch, LOST, stored=True)
    desk.press(F9)
    desk.go("applicant.name")
    desk.type("h")
    desk.press(F9)
    assert desk.facts == []
    assert "H99.12.08-261123-0001" in desk.page.body.banner.text
    assert "chưa được ghi" in desk.page.body.banner.text
    desk.press(ENTER)
    assert [fact.code for fact in desk.facts] == ["H99.12.08-261123-0001"]
    assert dossiers(desk.store) == 1


def test_a_change_after_a_failure_that_wrote_nothing_is_received(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill_in()
    failing_after(desk, monkeypatch, LOST, stored=False)
    desk.press(F9)
    desk.go("applicant.name")
    desk.press(Qt.Key.Key_End)
    desk.type("h")
    desk.press(F9)
    with desk.store.read() as unit:
        assert unit.conn.execute(select(dossier.c.applicant_name)).scalars().all() == [
            "Nguyễn Văn Anh"
        ]


def test_a_bug_is_raised_and_everything_typed_stays(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill_in()
    failing_after(desk, monkeypatch, ZeroDivisionError("a bug"), stored=True)
    QApplication.processEvents()
    with pytest.raises(ZeroDivisionError):
        desk.press(F9)
    assert "không bị ghi hai lần" in desk.page.body.banner.text
    assert desk.page.body.submit.busy == ""
    desk.press(F9)
    assert (len(desk.facts), dossiers(desk.store)) == (1, 1)


def test_a_refusal_is_said_and_nothing_is_lost(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill_in()
    failing_after(
        desk,
        monkeypatch,
        Refused("calendar.no_working_day", days=400, after="2026-11-23"),
        stored=False,
    )
    desk.press(F9)
    assert desk.page.body.banner.text
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    desk.press(F9)
    assert len(desk.facts) == 1


def test_while_it_is_written_a_second_f9_is_ignored(desk: AtReception) -> None:
    desk.fill_in()
    desk.page.submit()
    assert desk.page.body.submit.busy == "Đang ghi hồ sơ…"
    desk.page.submit()
    desk.page.body.submit.click()
    desk.settle()
    assert (len(desk.facts), dossiers(desk.store)) == (1, 1)


def test_a_store_that_is_not_open_yet_says_so(desk: AtReception) -> None:
    desk.fill_in()
    desk.workplace.station = None
    desk.press(F9)
    assert desk.page.body.banner.text.startswith("Sổ dữ liệu đang mở")
    desk.workplace.station = desk.station
    desk.press(F9)
    assert len(desk.facts) == 1


def draft_of(desk: AtReception) -> Path:
    return desk.folder / "drafts" / "tiep-nhan-quay-1.json"


def test_what_is_typed_survives_the_program(desk: AtReception) -> None:
    desk.fill_in()
    desk.go("applicant.phone")
    desk.type("0912")
    assert desk.page.pause.isActive()
    desk.pause()
    form = desk.page.filling.form()
    saved = draft_of(desk).read_bytes()
    desk.open()
    draft_of(desk).write_bytes(saved)
    desk.page.begin(None)
    desk.settle()
    assert desk.page.body.banner.text == "Có hồ sơ đang nhập dở lúc 09:24: Nguyễn Văn An."
    assert not desk.page.body.cards.isEnabled()
    assert not desk.page.is_dirty()
    desk.press(ENTER)
    assert desk.page.filling.form() == form
    assert desk.page.body.banner.text == ""
    desk.go("applicant.phone")
    desk.page.body.person.fields["applicant.phone"].edit.clear()
    desk.press(F9)
    assert len(desk.facts) == 1
    assert not draft_of(desk).exists()


def test_a_draft_that_was_already_received_is_not_received_twice(desk: AtReception) -> None:
    desk.fill_in()
    desk.page.submit()
    during = draft_of(desk).read_bytes()
    desk.settle()
    assert dossiers(desk.store) == 1
    # The program ended after the store had written, before it could say so.
    draft_of(desk).write_bytes(during)
    desk.page.begin(None)
    desk.settle()
    desk.press(ENTER)
    desk.press(F9)
    assert [fact.code for fact in desk.facts] == ["H99.12.08-261123-0001"] * 2
    assert dossiers(desk.store) == 1


def test_changes_to_a_draft_that_was_already_received_are_told(desk: AtReception) -> None:
    desk.fill_in()
    desk.page.submit()
    during = draft_of(desk).read_bytes()
    desk.settle()
    draft_of(desk).write_bytes(during)
    desk.page.begin(None)
    desk.settle()
    desk.press(ENTER)
    desk.go("applicant.name")
    desk.type("h")
    desk.press(F9)
    assert "H99.12.08-261123-0001" in desk.page.body.banner.text
    desk.press(ENTER)
    assert [fact.code for fact in desk.facts] == ["H99.12.08-261123-0001"] * 2
    assert dossiers(desk.store) == 1


def test_dropping_a_draft_begins_anew_with_the_card(desk: AtReception) -> None:
    from kiosk.dossiers.identity import read_card

    desk.fill_in()
    desk.press(Qt.Key.Key_Escape)
    assert desk.left == 1
    assert draft_of(desk).exists()
    desk.page.begin(None, read_card(CARD.replace("Văn An", "Văn Bình")))
    desk.settle()
    desk.page.body.banner.buttons["drop"].click()
    desk.settle()
    assert desk.field("applicant.name") == "Nguyễn Văn Bình"
    assert desk.page.body.procedure.edit.code == ""
    assert desk.focused is desk.page.body.place("procedure")


def test_a_card_scanned_while_a_draft_is_offered_answers_nothing(desk: AtReception) -> None:
    desk.fill_in()
    desk.press(Qt.Key.Key_Escape)
    desk.page.begin(None)
    desk.settle()
    desk.scan(CARD.replace("Văn An", "Văn Bình"))
    assert desk.page.body.banner.text.startswith("Có hồ sơ đang nhập dở")
    desk.page.body.banner.buttons["drop"].click()
    desk.settle()
    assert desk.field("applicant.name") == "Nguyễn Văn Bình"


def test_ctrl_s_keeps_and_says_so(desk: AtReception) -> None:
    desk.press(Qt.Key.Key_S, CONTROL)
    assert desk.page.body.saved_said == "Chưa có gì để lưu nháp."
    desk.go("applicant.name")
    desk.type("An")
    desk.press(Qt.Key.Key_S, CONTROL)
    assert desk.page.body.saved_said == "Đã lưu nháp lúc 09:24"
    assert draft_of(desk).exists()


def test_a_broken_draft_does_not_hinder(
    desk: AtReception, expected_log: Callable[[str], None]
) -> None:
    draft_of(desk).parent.mkdir(exist_ok=True)
    draft_of(desk).write_text("{")
    expected_log("set aside")
    desk.page.begin(None)
    assert desk.page.body.banner.text == ""
    desk.fill_in()
    desk.press(F9)
    assert len(desk.facts) == 1


def test_leaving_the_page_by_another_way_keeps_what_was_typed(desk: AtReception) -> None:
    desk.go("applicant.name")
    desk.type("An")
    desk.page.hide()
    assert draft_of(desk).exists()


def test_the_page_does_not_bring_the_store() -> None:
    import subprocess

    asked = "import sys, kiosk.ui.counter.receive.page; print('sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked by their rights")
def test_where_no_draft_can_be_written_nothing_is_lost(
    desk: AtReception, expected_log: Callable[[str], None]
) -> None:
    """F7 for another ticket while a reception is half entered, and the disk takes no draft."""
    (desk.folder / "drafts").write_text("in the way")
    expected_log("the draft was not (written|read|deleted)")
    desk.fill_in()
    desk.page.begin(None)
    desk.settle()
    assert desk.page.body.banner.text.startswith("Chưa lưu được nháp nên hồ sơ đang nhập")
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    assert desk.focused is desk.page.body.banner.buttons["keep"]
    desk.press(ENTER)
    assert desk.page.is_dirty()
    desk.press(F9)
    assert len(desk.facts) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked by their rights")
def test_what_cannot_be_kept_may_be_dropped_by_hand(
    desk: AtReception, expected_log: Callable[[str], None]
) -> None:
    (desk.folder / "drafts").write_text("in the way")
    expected_log("the draft was not (written|read|deleted)")
    desk.fill_in()
    desk.page.begin(None)
    desk.page.body.banner.buttons["anew"].click()
    desk.settle()
    assert not desk.page.is_dirty()


def test_enter_faster_than_the_search_takes_the_first_hit(desk: AtReception) -> None:
    for letter in "tinh trang hon":
        _type_letter(desk.focused, letter)
    QTest.keyClick(desk.focused, ENTER)
    assert desk.page.body.procedure.edit.code == ""
    desk.settle()
    assert desk.page.body.procedure.edit.code == SINGLE


def test_another_due_day_is_appointed_by_keys_and_never_without_a_reason(
    desk: AtReception,
) -> None:
    desk.fill_in()
    terms = desk.page.body.terms
    terms.change.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(SPACE)
    assert desk.focused is terms.due_day
    desk.type("28112026")
    desk.press(ENTER)
    assert terms.due_day.text() == "28/11/2026"
    assert terms.error.startswith("Ngày 28/11/2026 là ngày nghỉ")
    desk.go("due.day")
    terms.due_day.selectAll()
    desk.type("30112026")
    desk.press(F9)
    assert terms.error == "Đổi ngày hẹn cần có ngày và lý do.", terms.error
    assert desk.facts == []
    desk.go("due.reason")
    desk.enter("người nộp đề nghị")
    desk.pause()
    assert desk.page.props().due.startswith("**Hẹn trả 17:00 Thứ Hai 30/11.** Cán bộ hẹn lại")
    assert terms.error.startswith("Ngày hẹn muộn hơn thời hạn theo quy định")
    desk.press(F9)
    assert desk.facts[0].due_at.isoformat() == "2026-11-30T10:00:00+00:00"
    assert not terms.due_changed, "the next dossier has the date of the rules"


def test_one_waits_while_another_is_served_and_comes_back(desk: AtReception) -> None:
    """Somebody fetches a paper; the next one is served; then the first one is taken up again."""
    desk.fill_in()
    first = desk.page.filling.form()
    desk.page.begin(None)
    desk.settle()
    later = desk.page.body.banner.buttons["later"]
    later.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(SPACE)
    waiting = desk.page.body.waiting
    assert waiting.text() == "1 hồ sơ để sau"
    assert not desk.page.is_dirty()
    desk.choose(SINGLE)
    desk.go("applicant.name")
    desk.enter("Lý Thị Sáu")
    desk.pause()
    waiting.click()
    desk.settle()
    desk.pause()
    assert desk.page.filling.form() == first
    assert waiting.text() == "1 hồ sơ để sau", "the one that was on the screen waits now"
    desk.press(F9)
    assert len(desk.facts) == 1
    waiting.click()
    desk.settle()
    assert desk.field("applicant.name") == "Lý Thị Sáu"
    assert waiting.isHidden()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked by their rights")
def test_what_cannot_be_put_aside_stays_on_the_screen(
    desk: AtReception, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill_in()
    desk.page.begin(None)
    desk.settle()
    monkeypatch.setattr(DraftFile, "put_aside", lambda _file: False)
    desk.page.body.banner.buttons["later"].click()
    desk.settle()
    assert desk.field("applicant.name") == "Nguyễn Văn An"
    assert desk.page.is_dirty()
