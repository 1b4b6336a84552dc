"""``kill -9`` at random moments of take, call, receive and print."""

import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.paths import StationFolder
from kiosk.storage.opening import open_store
from tests.fixtures.store import SteppingClock
from tests.flows.kills import complaints, kill_often, prepare
from tests.flows.workers.dying import ROLES, lines, work

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


@pytest.mark.processes
def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    prepare(home)
    killed = kill_often(home, kills=20, seed=4)
    assert complaints(home) == []
    assert killed.killed >= 20
    for role in ROLES[:3]:
        assert len(lines(home / f"{role}.log")) > 2, f"{role} worked between its deaths"


def worked(home: Path) -> Path:
    prepare(home)
    for role in ("take", "call", "receive"):
        work(role, home, 3)
    work("print", home, 1)
    return home


def test_the_judge_has_nothing_to_say_of_quiet_work(tmp_path: Path) -> None:
    assert complaints(worked(tmp_path / "home")) == []


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        ("UPDATE ticket SET number = 7, arrival = 7 WHERE number = 3", "numbers have gaps"),
        ("DELETE FROM print_job WHERE kind = 'form01'", "owes one paper"),
        ("UPDATE print_job SET state = 'sending'", "is sending"),
        ("UPDATE number_series SET last = 9 WHERE scope = 'ticket:HT'", "stands at 9"),
        ("DELETE FROM command_record WHERE command = 'queue.call_next'", "0 carried out"),
    ],
)
def test_the_judge_finds(tmp_path: Path, spoil: str, complaint: str) -> None:
    home = worked(tmp_path / "home")
    store = open_store(StationFolder(home).store, SteppingClock())
    with store._writing.begin() as conn:
        conn.execute(text(spoil))
    store.close()
    assert any(complaint in found for found in complaints(home)), complaints(home)


def test_the_judge_finds_an_acknowledged_number_that_is_gone(tmp_path: Path) -> None:
    home = worked(tmp_path / "home")
    log = home / "take.log"
    last = lines(log)[-1]
    with log.open("ab") as file:
        text_of_it = log.read_bytes().splitlines()[-1].decode()
        lost = "0" * 36
        line = text_of_it.replace(last.answer["ticket_id"], lost).replace(last.request, lost)
        file.write(line.encode() + b"\n")
    assert f"take acknowledged and lost: {lost}" in complaints(home)


def test_the_judge_finds_a_second_paper_and_a_torn_one(tmp_path: Path) -> None:
    home = worked(tmp_path / "home")
    printed = StationFolder(home).printed
    first = next(printed.iterdir())
    first.with_name(f"again-{first.name}").write_bytes(first.read_bytes())
    (printed / "torn.part").write_bytes(b"%PDF")
    found = complaints(home)
    assert any("files for" in complaint for complaint in found)
    assert any("torn.part" in complaint for complaint in found)
