"""Kills workers at random moments, lets them go on, and judges what is left."""

import multiprocessing
import random
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from sqlalchemy import Row, text

from kiosk.catalogue.rows import write_procedures
from kiosk.office.reading import office_now
from kiosk.paths import StationFolder
from kiosk.storage.backup import check
from kiosk.storage.opening import open_store
from kiosk.storage.units import Actor
from tests.fixtures.dossiers import PROCEDURES
from tests.fixtures.store import SteppingClock, found
from tests.flows.workers.dying import ROLES, Line, lines, work

LONGEST_LIFE_S = 0.15
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Killed:
    """How many workers died while they worked, and how many had come to their end before."""

    killed: int
    too_late: int


def prepare(home: Path) -> None:
    """An office with procedures, in the folder of a station."""
    home.mkdir(parents=True, exist_ok=True)
    with (
        closing(found(StationFolder(home).store, SteppingClock())) as store,
        store.write(Actor("IT")) as unit,
    ):
        write_procedures(unit, PROCEDURES, office_now(unit))


def kill_often(home: Path, kills: int, seed: int) -> Killed:
    """Let one worker of each role work at the same time, and kill each at a random moment."""
    chance = random.Random(seed)
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.flows.workers.dying"])
    killed = too_late = 0
    while killed < kills:
        at_work, at_work_there = server.Pipe(duplex=False)
        workers = [_start(server, role, home, 10_000, at_work_there) for role in ROLES]
        for _ in workers:
            if not at_work.poll(PATIENCE_S):
                raise AssertionError("a worker did not come to work")
            at_work.recv()
        at_work.close()
        at_work_there.close()
        for worker in chance.sample(workers, len(workers)):
            worker.join(chance.uniform(0, LONGEST_LIFE_S))
            if worker.is_alive():
                worker.kill()
                worker.join()
                killed += 1
            else:
                too_late += 1
            if worker.exitcode not in (0, -9):
                raise AssertionError(f"{worker.name} broke down: {worker.exitcode}")
    for role in ROLES:
        last = _start(server, role, home, 0)
        last.join()
        if last.exitcode:
            raise AssertionError(f"{role} could not finish: {last.exitcode}")
    return Killed(killed, too_late)


def _start(
    server: ForkServerContext,
    role: str,
    home: Path,
    acts: int,
    at_work: Connection | None = None,
) -> ForkServerProcess:
    process = server.Process(target=work, args=(role, home, acts, at_work), name=role)
    process.start()
    return process


def complaints(home: Path) -> list[str]:
    """What was lost, doubled or left half-done, after every worker has finished."""
    folder = StationFolder(home)
    logs = {role: lines(home / f"{role}.log") for role in ROLES if role != "print"}
    with (
        closing(open_store(folder.store, SteppingClock())) as store,
        store.engine.connect() as conn,
    ):

        def rows(query: str) -> list[Row[Any]]:
            return list(conn.execute(text(query)))

        tickets = rows("SELECT id, number, state, calls FROM ticket ORDER BY arrival")
        calls = rows("SELECT ticket_id, turn FROM ticket_call")
        dossiers = rows("SELECT id, code, register_entry FROM dossier ORDER BY code")
        jobs = rows("SELECT id, subject, state FROM print_job")
        records = rows("SELECT request_id, command FROM command_record")
        series = rows("SELECT scope, last FROM number_series")
    found = check(folder.store)
    found += _lost("take", logs["take"], "ticket_id", {ticket.id for ticket in tickets})
    found += _lost("receive", logs["receive"], "id", {dossier.id for dossier in dossiers})
    called = [line for line in logs["call"] if (line.answer or {}).get("ticket")]
    announced = Counter(call.ticket_id for call in calls)
    found += [
        f"call lost or doubled: {line.answer['ticket']['label']}"
        for line in called
        if announced[line.answer["ticket"]["id"]] != 1
    ]
    found += _twice("called", [line.answer["ticket"]["id"] for line in called])
    found += _twice("announced", [call.ticket_id for call in calls])
    for role, command, made in (
        ("take", "queue.take_number", len(tickets)),
        ("receive", "dossiers.receive_dossier", len(dossiers)),
        ("call", "queue.call_next", None),
    ):
        asked = {line.request for line in logs[role]}
        carried_out = [record.request_id for record in records if record.command == command]
        if asked != set(carried_out):
            found.append(f"{role}: {len(asked)} asked, {len(carried_out)} carried out")
        if made is not None and made != len(asked):
            found.append(f"{role}: {len(asked)} asked, {made} made")
    found += _gaps("numbers", [ticket.number for ticket in tickets])
    found += _gaps("codes", [int(dossier.code[-4:]) for dossier in dossiers])
    found += _gaps("register", [dossier.register_entry for dossier in dossiers])
    found += [
        f"{row.scope} stands at {row.last} after {len(tickets)} numbers"
        for row in series
        if row.scope.startswith("ticket:") and row.last != len(tickets)
    ]
    subjects = [subject.id for subject in (*tickets, *dossiers)]
    if Counter(job.subject for job in jobs) != Counter(subjects):
        found.append("not every number and dossier owes one paper")
    return found + _papers(folder.printed, jobs)


def _papers(printed: Path, jobs: Iterable[Row[Any]]) -> list[str]:
    found = [f"paper {job.id} is {job.state}" for job in jobs if job.state != "printed"]
    files = Counter(file.name[-16:-4] for file in printed.iterdir())
    wanted = Counter(job.id[-12:] for job in jobs)
    if files != wanted:
        found.append(f"{sum(files.values())} files for {sum(wanted.values())} papers")
    return found + [
        f"not a whole paper: {file.name}"
        for file in printed.iterdir()
        if file.suffix != ".pdf" or not PdfReader(file).pages
    ]


def _lost(act: str, log: list[Line], key: str, stored: set[str]) -> list[str]:
    answers = [line.answer for line in log if line.answer is not None]
    found = [f"{act} acknowledged and lost: {a[key]}" for a in answers if a[key] not in stored]
    return found + _twice(act, [answer[key] for answer in answers])


def _twice(act: str, ids: list[str]) -> list[str]:
    return [f"{act} twice: {key}" for key, count in Counter(ids).items() if count > 1]


def _gaps(what: str, numbers: list[int]) -> list[str]:
    whole = sorted(numbers) == list(range(1, len(numbers) + 1))
    return [] if whole else [f"{what} have gaps or doubles"]
