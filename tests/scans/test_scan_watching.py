"""A watched folder: nothing is taken before it is whole, nothing is deleted."""

from pathlib import Path

import pytest

from kiosk.refusal import Refused
from kiosk.scans.filing import FiledPages, ScanFiled
from kiosk.scans.stacks import Told
from kiosk.scans.watching import Watcher


class Filing:
    """Takes down what is asked of it; refuses what it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []
        self.refusals: dict[str, Refused] = {}

    def __call__(self, file: Path, told: Told) -> ScanFiled:
        self.asked.append((file.name, told.dossiers))
        if file.name in self.refusals:
            raise self.refusals[file.name]
        return ScanFiled((FiledPages("id", "code", 1, "file"),))


@pytest.fixture
def filing() -> Filing:
    return Filing()


@pytest.fixture
def watcher(tmp_path: Path, filing: Filing) -> Watcher:
    folder = tmp_path / "in"
    folder.mkdir()
    return Watcher(folder, 1, filing, lambda refusal: f"vì {refusal.code}")


def looks(watcher: Watcher, times: int) -> list[str]:
    return [Path(each.now).parent.name for _ in range(times) for each in watcher.look()]


def test_a_file_that_still_grows_is_left_alone(watcher: Watcher, filing: Filing) -> None:
    file = watcher.folder / "a.pdf"
    for size in range(1, 6):
        file.write_bytes(b"x" * size)
        assert looks(watcher, 1) == []
    assert looks(watcher, 2) == ["done"]
    assert filing.asked == [("a.pdf", 1)]
    assert (watcher.folder / "done" / "a.pdf").read_bytes() == b"xxxxx"
    assert looks(watcher, 3) == []


def test_doubtful_files_come_with_a_sentence(watcher: Watcher, filing: Filing) -> None:
    filing.refusals["a.pdf"] = Refused("scan.count", found=1, said=2, codes=[])
    (watcher.folder / "a.pdf").write_bytes(b"x")
    (watcher.folder / "b.PDF").write_bytes(b"x")
    assert looks(watcher, 3) == ["look", "done"]
    assert (watcher.folder / "look" / "a.pdf.txt").read_text("utf-8") == "vì scan.count\n"
    (watcher.folder / "a.pdf").write_bytes(b"y")
    assert looks(watcher, 3) == ["look"]
    assert (watcher.folder / "look" / "a.pdf").read_bytes() == b"x"
    assert (watcher.folder / "look" / "a-2.pdf").read_bytes() == b"y"


def test_what_was_filed_before_a_cut_is_done(watcher: Watcher, filing: Filing) -> None:
    filing.refusals["a.pdf"] = Refused("scan.already_filed", dossier="code", at="")
    (watcher.folder / "a.pdf").write_bytes(b"x")
    assert looks(watcher, 3) == ["done"]
    assert (watcher.folder / "done" / "a.pdf.txt").exists()


def test_a_file_that_cannot_be_set_aside(watcher: Watcher, filing: Filing) -> None:
    (watcher.folder / "a.pdf").write_bytes(b"x")
    (watcher.folder / "done").write_bytes(b"a file where the folder should be")
    with pytest.raises(Refused, match="unwritable"):
        looks(watcher, 3)
    assert (watcher.folder / "a.pdf").exists()


def test_folders_named_by_a_number_and_other_files(watcher: Watcher, filing: Filing) -> None:
    for name in ("5/a.pdf", "x/b.pdf", ".c.pdf", "d.tmp", "~e.pdf", "f.jpg"):
        file = watcher.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
    assert looks(watcher, 4) == ["done", "done"]
    assert filing.asked == [("a.pdf", 5), ("f.jpg", 1)]


def test_an_empty_file_gets_more_time(watcher: Watcher, filing: Filing) -> None:
    (watcher.folder / "a.pdf").touch()
    assert looks(watcher, 8) == []
    assert looks(watcher, 1) == ["done"]


@pytest.mark.parametrize("code", ["store.disk_full", "scan.unwritable"])
def test_a_store_that_fails_moves_nothing(watcher: Watcher, filing: Filing, code: str) -> None:
    filing.refusals["a.pdf"] = Refused(code)
    (watcher.folder / "a.pdf").write_bytes(b"x")
    with pytest.raises(Refused):
        looks(watcher, 3)
    assert (watcher.folder / "a.pdf").exists()


def test_a_folder_that_is_gone(watcher: Watcher) -> None:
    watcher.folder.rmdir()
    with pytest.raises(Refused, match="no_folder"):
        watcher.look()
