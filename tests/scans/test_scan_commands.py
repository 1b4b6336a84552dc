"""``kiosk scan …`` as an officer types it."""

from pathlib import Path

import pypdf
import pytest
from PIL import Image

from kiosk.ids import new_id
from kiosk.paths import StationFolder
from tests.fixtures.command_line import Kiosk
from tests.fixtures.dossiers import a_form, as_file
from tests.scans.stack_kit import as_pdf, paper, scanned, slip_pages


@pytest.fixture
def code(kiosk: Kiosk, tmp_path: Path) -> str:
    """A dossier of the sample office."""
    return receive(kiosk, tmp_path)


def receive(kiosk: Kiosk, folder: Path) -> str:
    file = folder / "form.json"
    file.write_bytes(as_file(a_form()))
    return str(kiosk("dossier", "receive", file, "--json").json["dossier"]["code"])


def a_scan(folder: Path, pages: int, name: str = "scan.pdf") -> Path:
    file = folder / name
    file.write_bytes(as_pdf([Image.new("L", (300 + n, 400), 200) for n in range(pages)], 200))
    return file


def test_file_list_change_export_share(kiosk: Kiosk, code: str, tmp_path: Path) -> None:
    file = a_scan(tmp_path, 3)
    said = kiosk("scan", "file", file, "--dossier", code).out
    assert f"{code}  3 trang" in said
    (one,) = kiosk("scan", "list", code, "--json").json["scans"]
    assert (one["pages"], one["kind"], one["source"]) == (3, "submitted", "scan.pdf")
    kiosk("scan", "split", one["scan"], 3)
    first, second = kiosk("scan", "list", code, "--json").json["scans"]
    kiosk("scan", "name", second["scan"], "Tờ khai theo mẫu")
    kiosk("scan", "rotate", first["scan"], "1-2", 180)
    first, second = kiosk("scan", "list", code, "--json").json["scans"]
    kiosk("scan", "order", first["scan"], "2,1")
    assert (first["pages"], second["title"]) == (2, "Tờ khai theo mẫu")
    assert kiosk("scan", "list", code, "--all").out.count("(đã có bản mới)") == 4
    kiosk("scan", "kind", second["scan"], "result")
    assert [each["kind"] for each in kiosk("scan", "list", code, "--json").json["scans"]] == [
        "submitted",
        "result",
    ]
    (second,) = (each for each in kiosk("scan", "list", code, "--json").json["scans"][1:])
    kiosk("scan", "kind", second["scan"], "submitted")
    out = tmp_path / "out.pdf"
    assert kiosk("scan", "export", code, "--out", out, "--json").json["pages"] == 3
    assert [page.rotation for page in pypdf.PdfReader(out).pages] == [180, 180, 0]
    assert "tệp ấy vẫn nguyên" in kiosk("scan", "export", code, "--out", out, code=1).err
    told = kiosk("scan", "share", "--json").json
    assert (told["scanned_dossiers"], told["digitised"]) == (1, 2)
    assert "Giấy tờ đã số hóa: 2/" in kiosk("scan", "share").out


def test_a_stack_by_the_slips(kiosk: Kiosk, tmp_path: Path) -> None:
    codes = [receive(kiosk, tmp_path) for _ in range(2)]
    pages = [page for each in codes for page in (*slip_pages(each, 150), paper(each[-4:], 150))]
    file = tmp_path / "stack.pdf"
    file.write_bytes(as_pdf([scanned(page) for page in pages], 150))
    refused = kiosk("scan", "file", file, "--dossiers", 3, code=1).err
    assert "được báo có 3 hồ sơ nhưng đọc được 2" in refused
    assert "Thêm --dossiers" in kiosk("scan", "file", file, code=1).err
    request = new_id()
    ask = ("scan", "file", file, "--dossiers", 2, "--request-id", request, "--json")
    (filed,) = kiosk(*ask).json["files"]
    assert [(each["dossier"], each["pages"]) for each in filed["scans"]] == [(c, 2) for c in codes]
    assert kiosk(*ask).json["files"] == [filed]


def test_pages_in_the_wrong_dossier_are_moved(kiosk: Kiosk, tmp_path: Path) -> None:
    one, other = (receive(kiosk, tmp_path) for _ in range(2))
    file = a_scan(tmp_path, 4)
    kiosk("scan", "file", file, "--pile", f"{one}=1-3", "--pile", f"{other}=4")
    (wrong,) = kiosk("scan", "list", one, "--json").json["scans"]
    kiosk("scan", "move", wrong["scan"], "2-3", other)
    pages = {
        code: [each["pages"] for each in kiosk("scan", "list", code, "--json").json["scans"]]
        for code in (one, other)
    }
    assert pages == {one: [1], other: [1, 2]}


def test_what_is_refused(kiosk: Kiosk, code: str, tmp_path: Path) -> None:
    file, empty = a_scan(tmp_path, 2), tmp_path / "empty.pdf"
    empty.touch()
    for words, said in (
        (("file", file, "--pile", "x=1"), "chưa đúng"),
        (("file", file, "--pile", f"{code}=1-x"), "không phải số trang"),
        (("file", file, "--pile", f"{code}=1"), "xem lại trang 2"),
        (("file", file, "--dossiers", 1, "--dossier", code), "Chỉ chọn một"),
        (("file", empty, "--dossier", code), "0 byte"),
        (("share", "--since", "hôm qua"), "không phải là ngày"),
        (("watch", tmp_path / "none"), "Không có thư mục"),
        (("export", code, "--out", tmp_path / "o.pdf"), "chưa có bản quét nào"),
    ):
        assert said in kiosk("scan", *words, code=1).err
    both = kiosk("scan", "file", empty, file, "--dossier", code, code=1)
    assert "empty.pdf: Tệp quét empty.pdf không có gì" in both.out
    assert f"{code}  2 trang" in both.out
    request = ("--request-id", new_id())
    assert "từng tệp" in kiosk("scan", "file", file, empty, *request, code=1).err


def test_a_watched_folder_until_ctrl_c(
    kiosk: Kiosk, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    pages = [*slip_pages(code, 200), paper("tờ khai", 200)]
    (folder / "good.pdf").write_bytes(as_pdf([scanned(page) for page in pages], 200))
    a_scan(folder, 1, "doubtful.pdf")
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.cli.scans.time.sleep", pause)
    said = kiosk("scan", "watch", folder, code=130).out
    assert f"good.pdf: đã lưu\n  {code}  2 trang" in said
    assert "nằm trước trang có mã hồ sơ đầu tiên" in said
    assert sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()) == [
        "done/good.pdf",
        "look/doubtful.pdf",
        "look/doubtful.pdf.txt",
    ]


def test_doctor_and_backup_tell_where_scans_are(
    kiosk: Kiosk, home: Path, code: str, tmp_path: Path
) -> None:
    from kiosk.cli.scan_checks import look_at_scans
    from kiosk.clock import FrozenClock, parse_moment
    from kiosk.settings import read_settings
    from kiosk.storage.opening import open_store

    kiosk("scan", "file", a_scan(tmp_path, 2), "--dossier", code)
    assert "Bản quét không nằm trong bản sao này" in kiosk("backup", tmp_path / "copy.sqlite3").out
    folder = StationFolder(home)
    store = open_store(folder.store, FrozenClock(parse_moment("2026-11-23T09:24+07:00")))
    station = read_settings(folder.settings).name
    (found,) = look_at_scans(store, folder, station)
    assert (found.state, "1 tệp" in found.found) == ("note", True)
    (folder.scans / f"{'0' * 64}.pdf").write_bytes(b"left by a kill")
    (found,) = look_at_scans(store, folder, station)
    assert "1 tệp chưa thuộc hồ sơ nào" in found.found
    for file in folder.scans.iterdir():
        file.unlink()
    (found,) = look_at_scans(store, folder, station)
    assert found.state == "bad"
    store.close()
