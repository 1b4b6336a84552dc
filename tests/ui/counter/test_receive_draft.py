"""The draft on disk: for its owner only, whole or not at all, never in the way."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.clock import parse_moment
from kiosk.ui.counter.receive.drafts import Draft, DraftFile
from kiosk.ui.counter.receive.entry import Entry, offer_said, resumed, worth_offering
from kiosk.ui.counter.receive.form import Form, PaperEntry, PersonEntry
from tests.fixtures.logs import ExpectedLog

SAVED = parse_moment("2026-11-23T09:21+07:00")
NOW = parse_moment("2026-11-23T09:24+07:00")
TOMORROW = parse_moment("2026-11-24T08:00+07:00")
DRAFT = Draft(
    request_id="01900000-0000-7000-8000-000000000001",
    saved_at=SAVED,
    form=Form(
        procedure="1.004873",
        applicant=PersonEntry(name="Nguyễn Văn An", read=("name",)),
        papers=(PaperEntry(name="Tờ khai", ticked=True),),
        fee="0",
    ),
    ticket_id="t1",
    ticket_label="HT-015",
    asked=({"procedure": "1.004873", "sets": 1},),
)


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    file = DraftFile(tmp_path / "drafts", 1)
    assert file.load() is None
    assert file.save(DRAFT)
    assert file.load() == DRAFT
    assert DraftFile(tmp_path / "drafts", 2).load() is None
    file.delete()
    assert file.load() is None
    file.delete()


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = DraftFile(tmp_path / "drafts", 1)
    file.save(DRAFT)
    file.save(replace(DRAFT, asked=()))
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert [each.name for each in file.path.parent.iterdir()] == [file.path.name]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"[]", b'{"form": 3}', b'{"request_id": "x"}']
)
def test_a_broken_draft_is_set_aside(
    data: bytes, tmp_path: Path, expected_log: ExpectedLog
) -> None:
    file = DraftFile(tmp_path, 1)
    file.path.write_bytes(data)
    expected_log("set aside")
    assert file.load() is None
    assert not file.path.exists()
    assert next(tmp_path.iterdir()).read_bytes() == data
    assert file.save(DRAFT)


def test_a_draft_of_another_version_is_set_aside(tmp_path: Path, expected_log: ExpectedLog) -> None:
    file = DraftFile(tmp_path, 1)
    file.save(replace(DRAFT, version=99))
    expected_log("set aside")
    assert file.load() is None


def test_a_folder_that_cannot_be_written_is_no_crash(
    tmp_path: Path, expected_log: ExpectedLog
) -> None:
    (tmp_path / "drafts").write_text("a file in the way")
    file = DraftFile(tmp_path / "drafts", 1)
    expected_log("draft was not written")
    expected_log("draft was not read")
    expected_log("draft was not deleted")
    assert not file.save(DRAFT)
    assert file.load() is None
    file.delete()


def test_the_offer_says_whose_and_since_when() -> None:
    assert worth_offering(DRAFT)
    assert not worth_offering(None)
    assert not worth_offering(replace(DRAFT, form=Form()))
    assert offer_said(DRAFT, NOW) == ("Có hồ sơ đang nhập dở lúc 09:21, số HT-015: Nguyễn Văn An.")
    bare = replace(DRAFT, form=Form(procedure="1"), ticket_label="")
    assert offer_said(bare, TOMORROW) == "Có hồ sơ đang nhập dở lúc 09:21 ngày 23/11."


def test_a_draft_keeps_its_request_and_for_its_day_its_ticket() -> None:
    beside = Entry("another", "t2", "HT-016")
    same_day = resumed(DRAFT, beside, NOW)
    assert same_day == Entry(DRAFT.request_id, "t1", "HT-015", DRAFT.asked)
    assert resumed(DRAFT, beside, TOMORROW) == Entry(DRAFT.request_id, "t2", "HT-016", DRAFT.asked)


def test_an_attempt_is_remembered_once() -> None:
    entry = Entry("r").unanswered({"a": 1}).unanswered({"b": 2}).unanswered({"a": 1})
    assert entry.asked == ({"a": 1}, {"b": 2})


def test_drafts_wait_in_the_order_they_were_put_aside(tmp_path: Path) -> None:
    file, other = DraftFile(tmp_path, 1), DraftFile(tmp_path, 11)
    assert (file.waiting(), file.take_back()) == (0, None)
    for number in range(12):
        assert file.save(replace(DRAFT, request_id=str(number)))
        file.put_aside()
    assert (file.waiting(), other.waiting(), file.load()) == (12, 0, None)
    taken = []
    while (draft := file.take_back()) is not None:
        taken.append(draft.request_id)
    assert taken == [str(number) for number in range(12)]


def test_a_draft_is_offered_to_its_own_ticket_only(tmp_path: Path) -> None:
    file = DraftFile(tmp_path, 1)
    without = replace(DRAFT, ticket_id=None)
    for kept in (DRAFT, without):
        file.save(kept)
        assert file.at_hand(None) == kept
        assert file.at_hand("t1") == kept
    assert file.at_hand("t2") == without
    file.save(DRAFT)
    assert file.at_hand("t2") is None
    assert file.waiting() == 1
    file.save(replace(DRAFT, ticket_id="t2", request_id="of t2"))
    assert file.at_hand("t1") == DRAFT, "the two change places"
    assert (file.waiting(), file.load()) == (1, DRAFT)


def test_a_draft_that_cannot_be_put_aside_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DraftFile(tmp_path, 1)
    file.save(DRAFT)
    monkeypatch.setattr(DraftFile, "put_aside", lambda _file: False)
    assert file.at_hand("t2") == DRAFT


def test_nothing_to_put_aside_is_no_crash(tmp_path: Path, expected_log: ExpectedLog) -> None:
    expected_log("the draft was not put aside")
    assert not DraftFile(tmp_path, 1).put_aside()
