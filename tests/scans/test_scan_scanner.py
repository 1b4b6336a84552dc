"""Scanners behind their door: SANE's program in the place of which a small one answers."""

import os
import shutil
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from kiosk.refusal import Refused
from kiosk.scans.progress import Progress, ended
from kiosk.scans.sane import SaneScanner, chosen_options, why_failed
from kiosk.scans.scanner import Device, ScanAsked, chosen, scanned
from kiosk.wording import sentence
from tests.fixtures.command_line import Kiosk

OPTIONS = """All options specific to device `test:0':
  Scan Mode:
    --mode Lineart|Gray|Color [Gray]
    --resolution 75|150|300|600dpi [75]
    --source Flatbed|ADF Front|ADF Duplex [Flatbed]
  Geometry:
    -x 0..215.9mm (in steps of 1) [80]
    -y 0..355.6mm (in steps of 1) [100]
"""
GLASS = """
    --mode Gray|Color [Gray]
    --resolution 100..1200dpi (in steps of 1) [300]
    --source Flatbed [inactive]
"""
NOW = datetime(2026, 11, 23, 2, 24, tzinfo=UTC)

_PROGRAM = """#!{python}
import pathlib, shutil, sys, time
words = sys.argv[1:]
if words[0] == "-f":
    print({devices!r})
elif words[-1] == "--all-options":
    print({options!r})
else:
    pathlib.Path({folder!r}, "asked").write_text(" ".join(words))
    batch = next(word for word in words if word.startswith("--batch=")).removeprefix("--batch=")
    for number in range(1, {pages} + 1):
        shutil.copy(pathlib.Path({folder!r}, "page.jpg"), batch % number)
    if {hangs}:
        time.sleep(60)
    print({said!r}, file=sys.stderr)
    sys.exit({status})
"""


class FakeSane:
    """Writes a program that answers as ``scanimage`` does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        Image.new("RGB", (827, 1169), "white").save(folder / "page.jpg", dpi=(100, 100))

    def __call__(
        self,
        pages: int = 2,
        status: int = 7,
        said: str = "scanimage: sane_start: Document feeder out of documents",
        *,
        devices: str = "test:0\tNoname\tfrontend-tester",
        hangs: bool = False,
    ) -> Path:
        program = self.folder / "scanimage"
        program.write_text(
            _PROGRAM.format(
                python=sys.executable,
                devices=devices,
                options=OPTIONS,
                folder=str(self.folder),
                pages=pages,
                status=status,
                said=said,
                hangs=hangs,
            ),
            "utf-8",
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return program

    @property
    def asked(self) -> str:
        return (self.folder / "asked").read_text("utf-8")


@pytest.fixture
def sane(tmp_path: Path) -> FakeSane:
    if os.name == "nt":
        pytest.skip("SANE is for other systems")
    folder = tmp_path / "sane"
    folder.mkdir()
    return FakeSane(folder)


def test_what_a_device_calls_things() -> None:
    asked = ScanAsked(200, colour=True, feeder=True)
    words = " ".join(chosen_options(OPTIONS, asked))
    assert words == "--source ADF Front --mode Color --resolution 150 -x 210 -y 297"
    words = " ".join(chosen_options(OPTIONS, ScanAsked(225, colour=False, feeder=False)))
    assert words == "--source Flatbed --mode Gray --resolution 300 -x 210 -y 297"
    assert chosen_options(GLASS, ScanAsked(200)) == ["--mode", "Gray", "--resolution", "200"]
    assert chosen_options("", ScanAsked()) == []
    with pytest.raises(Refused) as refused:
        chosen_options(OPTIONS.replace("|ADF Front|ADF Duplex", ""), ScanAsked())
    assert refused.value.code == "scanner.no_feeder"


@pytest.mark.parametrize(
    ("status", "told", "code"),
    [
        (7, "scanimage: sane_start: Document feeder out of documents", "scanner.feeder_empty"),
        (6, "scanimage: sane_read: Document feeder jammed", "scanner.jammed"),
        (8, "scanimage: sane_start: Scanner cover is open", "scanner.cover_open"),
        (3, "", "scanner.busy"),
        (4, "scanimage: open of device x failed: Invalid argument", "scanner.gone"),
        (11, "", "scanner.not_allowed"),
        (1, "scanimage: something else", "scanner.failed"),
        (-9, "", "scanner.failed"),
    ],
)
def test_why_it_failed(status: int, told: str, code: str) -> None:
    refusal = why_failed(status, told, "test:0", 3)
    assert refusal.code == code
    assert "{" not in sentence(refusal)


def test_which_device() -> None:
    devices = (Device("a", "A"), Device("b", "B"))
    assert chosen(devices, "").key == "a"
    assert chosen(devices, "b").name == "B"
    for found, wanted, code in (((), "", "scanner.none"), (devices, "c", "scanner.gone")):
        with pytest.raises(Refused) as refused:
            chosen(found, wanted)
        assert refused.value.code == code


@pytest.mark.processes
def test_a_feeder_becomes_one_file(sane: FakeSane, tmp_path: Path) -> None:
    scanner = SaneScanner(str(sane(3)))
    assert scanner.devices() == (Device("test:0", "Noname frontend-tester"),)
    pages = tmp_path / "pages"
    pages.mkdir()
    steps = scanned(scanner, "test:0", ScanAsked(), inbox=tmp_path / "in", now=NOW, work=pages)
    assert next(steps) == Progress("scan", 0, 0)
    file = ended(steps)
    assert file == tmp_path / "in" / "scanned" / "quet-20261123-092400.pdf"
    found = pypdf.PdfReader(file).pages
    # As large as the paper was: 827 points at 100 dpi are A4.
    assert [round(float(page.mediabox.width)) for page in found] == [595, 595, 595]
    assert "--batch-count=1" not in sane.asked
    again = tmp_path / "again"
    again.mkdir()
    glass = ScanAsked(feeder=False)
    steps = scanned(scanner, "test:0", glass, inbox=tmp_path / "in", now=NOW, work=again)
    assert ended(steps).name == "quet-20261123-092400-2.pdf"
    assert "--batch-count=1" in sane.asked


@pytest.mark.processes
@pytest.mark.parametrize(
    ("pages", "status", "said", "code"),
    [
        (0, 7, "Document feeder out of documents", "scanner.feeder_empty"),
        (2, 6, "Document feeder jammed", "scanner.jammed"),
        (0, 8, "Scanner cover is open", "scanner.cover_open"),
        (0, 0, "", "scanner.feeder_empty"),
    ],
)
def test_half_a_stack_is_no_stack(
    sane: FakeSane, tmp_path: Path, pages: int, status: int, said: str, code: str
) -> None:
    scanner = SaneScanner(str(sane(pages, status, said)))
    work = tmp_path / "pages"
    work.mkdir()
    with pytest.raises(Refused) as refused:
        ended(scanned(scanner, "x", ScanAsked(), inbox=tmp_path / "in", now=NOW, work=work))
    assert refused.value.code == code
    assert not (tmp_path / "in").exists()


@pytest.mark.processes
def test_a_scanner_is_stopped(sane: FakeSane, tmp_path: Path) -> None:
    steps = SaneScanner(str(sane(1, hangs=True))).scan("test:0", ScanAsked(), tmp_path)
    told = [next(steps).done for _ in range(2)]
    assert told[0] == 0
    # The program is gone with its steps; pytest tells of a process that is left behind.
    steps.close()


def test_a_machine_without_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused) as refused:
        SaneScanner().devices()
    assert refused.value.code == "scanner.no_program"


@pytest.mark.processes
def test_from_the_command_line(
    kiosk: Kiosk, sane: FakeSane, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    sane(2)
    monkeypatch.setenv("PATH", f"{sane.folder}{os.pathsep}{os.environ['PATH']}")
    assert kiosk("scan", "devices").out.strip() == "test:0  Noname frontend-tester"
    code = kiosk("dossier", "list", "--json").json["dossiers"]
    assert code == []
    checks = {each["what"]: each for each in kiosk("doctor", "--json").json["checks"]}
    assert checks["Máy quét"]["state"] == "good"
    # Blank sheets carry no code: the pages stay as a file, and it is said where.
    said = kiosk("scan", "from-scanner", "--dossiers", "2", code=1)
    assert "scan-in" in said.out
    assert "Trang 1 nằm trước trang có mã" in said.err
    assert len(list((home / "scan-in" / "scanned").glob("*.pdf"))) == 1
    sane(0)
    assert "Khay giấy" in kiosk("scan", "from-scanner", code=1).err


def test_the_doctor_does_without(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = {each["what"]: each for each in kiosk("doctor", "--json").json["checks"]}
    assert checks["Máy quét"]["state"] == "note"
    assert checks["Thư mục máy quét"]["state"] == "note"
    (home / "scan-in").mkdir()
    checks = {each["what"]: each for each in kiosk("doctor", "--json").json["checks"]}
    assert checks["Thư mục máy quét"]["state"] == "good"


@pytest.mark.processes
@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE is not installed")
def test_with_the_device_that_sane_keeps_for_tests(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "dll.conf").write_text("test\n", "utf-8")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    scanner = SaneScanner()
    devices = scanner.devices()
    if not devices:
        pytest.skip("this SANE has no device for tests")
    work = tmp_path / "pages"
    work.mkdir()
    asked = ScanAsked(150, colour=True, feeder=False)
    steps = scanned(
        scanner, chosen(devices, "").key, asked, inbox=tmp_path / "in", now=NOW, work=work
    )
    assert len(pypdf.PdfReader(ended(steps)).pages) == 1
