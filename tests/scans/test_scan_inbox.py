"""The folder of a station as an officer sees it."""

from pathlib import Path

import pytest

from kiosk.refusal import Refused
from kiosk.scans.inbox import Inbox, set_aside, settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scan-in"
    made.mkdir()
    return made


def names(inbox: Inbox, looks: int = 3) -> list[str]:
    found: list[str] = []
    for _ in range(looks):
        found = [waiting.file.name for waiting in inbox.look()]
    return found


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert Inbox(tmp_path / "none").look() == ()


def test_only_what_stopped_growing_is_told(folder: Path) -> None:
    inbox = Inbox(folder)
    (folder / "a.pdf").write_bytes(b"x")
    assert names(inbox, 2) == []
    (folder / "a.pdf").write_bytes(b"xx")
    assert names(inbox, 2) == []
    assert names(inbox, 1) == ["a.pdf"]
    (folder / "note.txt").write_text("x", "utf-8")
    (folder / ".hidden.pdf").write_bytes(b"x")
    assert names(inbox) == ["a.pdf"]


def test_a_folder_named_by_a_number_and_reasons_are_told(folder: Path) -> None:
    inbox = Inbox(folder)
    for name in ("5/stack.pdf", "look/odd.pdf", "scanned/quet.pdf", "done/old.pdf"):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(b"x")
    (folder / "look/odd.pdf.txt").write_text("Trang 3 có\nhai mã.\n", "utf-8")
    names(inbox)
    told = {waiting.file.name: (waiting.dossiers, waiting.why) for waiting in inbox.look()}
    assert told == {
        "stack.pdf": (5, ""),
        "odd.pdf": (None, "Trang 3 có hai mã."),
        "quet.pdf": (None, ""),
    }


def test_what_was_filed_goes_to_done_and_nothing_is_written_over(folder: Path) -> None:
    (folder / "look").mkdir()
    for _ in range(2):
        (folder / "look/a.pdf").write_bytes(b"x")
        (folder / "look/a.pdf.txt").write_text("why", "utf-8")
        settle(folder / "look/a.pdf", folder)
    assert sorted(file.name for file in (folder / "done").iterdir()) == ["a-2.pdf", "a.pdf"]
    assert list((folder / "look").iterdir()) == []


def test_a_file_from_elsewhere_stays_where_it_lies(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    settle(tmp_path / "a.pdf", folder)
    assert (tmp_path / "a.pdf").exists()


def test_what_cannot_be_set_aside_is_refused(folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        set_aside(folder / "gone.pdf", folder / "done")
    assert refused.value.code == "file.unwritable"
