"""The spool: what is owed comes out once, in order, and what does not come out stays."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import text

from kiosk.ids import new_id
from kiosk.paths import StationFolder
from kiosk.printing.doors import FolderPrinter, Printer
from kiosk.printing.spool import Drained, drain, spool_lock
from kiosk.queue.taking import NumberTaken, TakeNumber, take_number
from kiosk.refusal import Refused
from kiosk.storage import print_jobs
from kiosk.storage.print_jobs import PrintAgain, PrintJob, print_again
from kiosk.storage.store import Store
from kiosk.storage.units import Actor
from tests.fixtures.store import KIOSK, SteppingClock

PROJECT = Path(__file__).resolve().parents[2]
REPRINT = "BẢN IN LẠI"

HOLDS_THE_LOCK = """
import sys
from pathlib import Path
from kiosk.paths import StationFolder
from kiosk.printing.spool import spool_lock
with spool_lock(StationFolder(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@dataclass
class Tray:
    """A printer that keeps what it is sent, and refuses what it is told to."""

    repeatable: bool = False
    refuses: Callable[[PrintJob], bool] = lambda job: False
    sent: list[tuple[PrintJob, bytes]] = field(default_factory=list)

    def send(self, job: PrintJob, pdf: bytes) -> None:
        """Take a paper, or refuse it."""
        if self.refuses(job):
            raise Refused("printer.gone", printer="Máy in 1")
        self.sent.append((job, pdf))

    @property
    def titles(self) -> list[str]:
        """What came out, in order."""
        return [job.title for job, _ in self.sent]


@pytest.fixture
def folder(tmp_path: Path) -> StationFolder:
    return StationFolder(tmp_path)


def take(store: Store, by: Actor = KIOSK) -> NumberTaken:
    return store.do(take_number, TakeNumber("HT"), by)


def run(store: Store, folder: StationFolder, printer: Printer) -> Drained:
    return drain(store, KIOSK, folder, lambda kind: printer)


def jobs(store: Store, *, unsettled: bool = False) -> dict[str, str]:
    """Titles and states, the oldest first; a reprint stands as itself."""
    with store.read() as look:
        found = print_jobs.listed(look, unsettled=unsettled)
    return {job.title + " lại" * job.is_reprint: job.state for job in reversed(found)}


def said(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_what_is_owed_comes_out_in_order_and_once(store: Store, folder: StationFolder) -> None:
    taken = [take(store) for _ in range(4)]
    tray = Tray()
    assert run(store, folder, tray) == Drained(tuple(t.print_job for t in taken), ())
    assert tray.titles == ["Số HT-001", "Số HT-002", "Số HT-003", "Số HT-004"]
    assert set(jobs(store).values()) == {"printed"}
    assert run(store, folder, tray) == Drained((), ())
    assert len(tray.sent) == 4
    for (_, pdf), fact in zip(tray.sent, taken, strict=True):
        assert fact.label in said(pdf)
        assert REPRINT not in said(pdf).upper()


def test_a_station_prints_what_it_owes_itself(store: Store, folder: StationFolder) -> None:
    take(store, Actor("KIOSK2"))
    tray = Tray()
    assert run(store, folder, tray) == Drained((), ())
    assert jobs(store) == {"Số HT-001": "owed"}


def test_one_bad_paper_does_not_hold_the_next(store: Store, folder: StationFolder) -> None:
    taken = [take(store) for _ in range(3)]
    tray = Tray(refuses=lambda job: job.title.endswith("002"))
    assert run(store, folder, tray) == Drained(
        (taken[0].print_job, taken[2].print_job), (taken[1].print_job,)
    )
    assert jobs(store, unsettled=True) == {"Số HT-002": "failed"}
    with store.read() as look:
        refusal = print_jobs.one(look, taken[1].print_job).refusal
    assert refusal is not None
    assert (refusal.code, refusal.details) == ("printer.gone", {"printer": "Máy in 1"})
    assert run(store, folder, Tray()).printed == (), "what failed waits for a person"


def test_values_that_make_no_paper_fail_alone(store: Store, folder: StationFolder) -> None:
    with store.write(KIOSK) as unit:
        for kind, paper in (("ticket80", b'{"half":'), ("poster", b"{}"), ("ticket80", b"{}")):
            print_jobs.owe(unit, kind=kind, title=kind, subject="x", paper=paper)
    good = take(store)
    drained = run(store, folder, Tray())
    assert drained.printed == (good.print_job,)
    assert len(drained.kept) == 3


def test_printing_again_is_marked_and_settles_the_first(
    store: Store, folder: StationFolder
) -> None:
    taken = take(store)
    run(store, folder, Tray(refuses=lambda job: True))
    again = store.do(print_again, PrintAgain(taken.print_job), KIOSK)
    assert again.reprint_of == taken.print_job
    assert jobs(store, unsettled=True) == {"Số HT-001 lại": "owed"}
    tray = Tray()
    assert run(store, folder, tray).printed == (again.job,)
    assert REPRINT in said(tray.sent[0][1]).upper()
    assert jobs(store, unsettled=True) == {}


def test_a_reprint_that_fails_stands_in_the_place_of_the_first(
    store: Store, folder: StationFolder
) -> None:
    taken = take(store)
    run(store, folder, Tray(refuses=lambda job: True))
    first = store.do(print_again, PrintAgain(taken.print_job), KIOSK)
    run(store, folder, Tray(refuses=lambda job: True))
    assert jobs(store, unsettled=True) == {"Số HT-001 lại": "failed"}
    second = store.do(print_again, PrintAgain(first.job), KIOSK)
    assert second.reprint_of == taken.print_job, "a reprint is of the paper, not of a reprint"
    run(store, folder, Tray())
    assert jobs(store, unsettled=True) == {}


def test_a_printed_paper_may_be_printed_again(store: Store, folder: StationFolder) -> None:
    taken = take(store)
    run(store, folder, Tray())
    store.do(print_again, PrintAgain(taken.print_job), KIOSK)
    tray = Tray()
    run(store, folder, tray)
    assert REPRINT in said(tray.sent[0][1]).upper()


def test_what_is_yet_to_come_out_is_not_owed_twice(store: Store) -> None:
    taken = take(store)
    for job, code in ((taken.print_job, "print.still_owed"), (new_id(), "print.unknown_job")):
        with pytest.raises(Refused) as refusal:
            store.do(print_again, PrintAgain(job), KIOSK)
        assert refusal.value.code == code


def left_in_hand_by_a_dead_spool(store: Store) -> str:
    taken = take(store)
    with store.write(KIOSK) as unit:
        job = print_jobs.claim_next(unit, KIOSK.station, new_id())
    assert job is not None
    return taken.print_job


def test_after_a_death_a_real_printer_is_not_sent_it_again(
    store: Store, folder: StationFolder
) -> None:
    left = left_in_hand_by_a_dead_spool(store)
    other = take(store)
    tray = Tray(repeatable=False)
    assert run(store, folder, tray) == Drained((other.print_job,), (left,))
    assert jobs(store, unsettled=True) == {"Số HT-001": "unknown"}
    with store.read() as look:
        refusal = print_jobs.one(look, left).refusal
    assert refusal is not None
    assert refusal.code == "printer.interrupted"
    store.do(print_again, PrintAgain(left), KIOSK)
    run(store, folder, tray)
    assert tray.titles == ["Số HT-002", "Số HT-001"]
    assert REPRINT in said(tray.sent[1][1]).upper(), "there may be two of them: it says so"


def test_after_a_death_a_folder_gets_it_once(store: Store, folder: StationFolder) -> None:
    left = left_in_hand_by_a_dead_spool(store)
    printer = FolderPrinter(folder.printed)
    with store.read() as look:
        job = print_jobs.one(look, left)
    printer.send(job, b"%PDF torn")
    assert run(store, folder, printer) == Drained((left,), ())
    (file,) = folder.printed.iterdir()
    assert "HT-001" in said(file.read_bytes())


def test_a_bug_in_a_printer_leaves_the_paper_marked(store: Store, folder: StationFolder) -> None:
    def breaks(job: PrintJob) -> bool:
        raise ZeroDivisionError

    take(store)
    with pytest.raises(ZeroDivisionError):
        run(store, folder, Tray(refuses=breaks))
    assert jobs(store, unsettled=True) == {"Số HT-001": "failed"}
    with spool_lock(folder):
        pass


def test_one_spool_works_for_a_machine(store: Store, folder: StationFolder) -> None:
    take(store)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK, str(folder.root)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Refused) as refusal:
            run(store, folder, Tray())
        assert refusal.value.code == "print.busy"
        assert jobs(store) == {"Số HT-001": "owed"}
    finally:
        other.kill()
        other.communicate()
    assert len(run(store, folder, Tray()).printed) == 1, "a killed spool holds nothing"


def test_a_lock_that_cannot_be_taken_is_told(store: Store, folder: StationFolder) -> None:
    take(store)
    (folder.root / "spool.lock").mkdir()
    with pytest.raises(Refused) as refusal:
        run(store, folder, Tray())
    assert refusal.value.code == "print.lock_unwritable"
    assert refusal.value.details["file"] == str(folder.root / "spool.lock")
    assert jobs(store) == {"Số HT-001": "owed"}


def test_a_job_taken_over_cannot_be_settled_by_the_first(store: Store) -> None:
    left = left_in_hand_by_a_dead_spool(store)
    with store.write(KIOSK) as unit:
        print_jobs.take_over(unit, left, mine := new_id())
    with pytest.raises(Refused) as refusal, store.write(KIOSK) as unit:
        print_jobs.settle(unit, left, new_id(), "printed", None)
    assert refusal.value.code == "print.not_in_hand"
    with store.write(KIOSK) as unit:
        print_jobs.settle(unit, left, mine, "printed", None)
    assert jobs(store) == {"Số HT-001": "printed"}


def test_a_folder_that_cannot_be_written(store: Store, folder: StationFolder) -> None:
    take(store)
    folder.printed.write_text("a file where the folder should be")
    drained = run(store, folder, FolderPrinter(folder.printed))
    assert drained.printed == ()
    with store.read() as look:
        refusal = print_jobs.one(look, drained.kept[0]).refusal
    assert refusal is not None
    assert refusal.code == "printer.folder_unwritable"
    assert refusal.details["folder"] == str(folder.printed)


def test_papers_of_one_folder_are_private_and_have_names_of_their_own(
    store: Store, folder: StationFolder, clock: SteppingClock
) -> None:
    taken = [take(store) for _ in range(3)]
    run(store, folder, FolderPrinter(folder.printed))
    names = sorted(file.name for file in folder.printed.iterdir())
    assert names == [
        f"20261123-092400_Số-HT-00{turn}_{fact.print_job[-12:]}.pdf"
        for turn, fact in enumerate(taken, start=1)
    ]
    assert folder.printed.stat().st_mode & 0o777 == 0o700


def test_a_title_cannot_leave_the_folder(folder: StationFolder, clock: SteppingClock) -> None:
    job = PrintJob(
        id=new_id(), station="K", kind="form01", title="../../etc/passwd\0 H99/12", subject="x",
        paper="{}", copies=1, state="owed", attempts=0, reason=None, reprint_of=None,
        owed_at=clock.now(), settled_at=None,
    )  # fmt: skip
    printer = FolderPrinter(folder.printed)
    printer.send(job, b"%PDF")
    (file,) = folder.printed.iterdir()
    assert file == printer.file_of(job)
    assert file.parent == folder.printed
    assert os.sep not in file.name


def test_drained_papers_are_written_down(store: Store, folder: StationFolder) -> None:
    taken = take(store)
    run(store, folder, Tray())
    with store.read() as look:
        acts = look.conn.execute(
            text("SELECT act FROM audit_line WHERE subject = :job"), {"job": taken.print_job}
        ).scalars()
        assert list(acts) == ["print.printed"]
