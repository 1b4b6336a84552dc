"""Real processes at one queue: no duplicate number, no double call, no gap.

The same race is run on a copy of the program that was broken on purpose: its judge must find it.
"""

import re
import shutil
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.flows.races import PROJECT, complaints, found_office, run

BREAKS = (
    # Every statement stands alone, as with a driver that begins too late.
    (
        "kiosk/storage/engine.py",
        "        dbapi_connection.cursor().execute(self.begin)\n",
        "        pass\n",
    ),
    # The next number is the largest and one more.
    (
        "kiosk/storage/units.py",
        "            row.scope: int(row.last) for row in self.rows(_next_numbers(len(scopes)), **values)\n",
        "            scope: 1 + self._largest_and_store(scope, period) for scope in scopes\n",
    ),
    (
        "kiosk/storage/units.py",
        "    def one_at_a_time(self) -> None:\n",
        "    def _largest_and_store(self, scope, period):\n"
        '        key = {"s": scope, "p": period, "o": self.office_id}\n'
        "        largest = self.conn.execute(text(\n"
        '            "SELECT max(last) FROM number_series WHERE scope = :s AND period = :p"\n'
        "        ), key).scalar() or 0\n"
        "        self.conn.execute(text(\n"
        '            "INSERT OR REPLACE INTO number_series VALUES (:o, :s, :p, :n)"\n'
        '        ), key | {"n": largest + 1})\n'
        "        return largest\n\n"
        "    def one_at_a_time(self) -> None:\n",
    ),
)
UNIQUE = re.compile(r"        sa\.UniqueConstraint\((?:[^()]|\([^()]*\))*\),\n")


@pytest.mark.processes
def test_four_take_and_four_call_a_thousand_numbers(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite3"
    found_office(store)
    race = run(store, takers=4, total=1000)
    assert complaints(race, store, 1000) == []
    # SQLite lets whoever comes at the right moment in first: on a busy machine one may get nothing.
    assert len({called.counter for called in race.called}) > 1, "one alone is no race"


@pytest.mark.processes
def test_the_same_race_on_a_broken_copy_is_found_out(tmp_path: Path) -> None:
    program, store = broken_copy(tmp_path), tmp_path / "store.sqlite3"
    found_office(store, program)
    race = run(store, takers=4, total=200, program=program)
    found = complaints(race, store, 200)
    assert any(complaint.startswith("given twice") for complaint in found), found[:10]
    assert any(complaint.startswith("called twice") for complaint in found), found[:10]


def broken_copy(folder: Path) -> Path:
    """The program without transactions, without UNIQUE, and with ``max() + 1``."""
    program = folder / "program"
    shutil.copytree(
        PROJECT / "kiosk", program / "kiosk", ignore=shutil.ignore_patterns("__pycache__", "ui")
    )
    for name, right, wrong in BREAKS:
        file = program / name
        source = file.read_text("utf-8")
        assert source.count(right) == 1, f"{name} has changed: break it anew"
        file.write_text(source.replace(right, wrong), "utf-8")
    for migration in (program / "kiosk/storage/migrations/versions").glob("*.py"):
        source, dropped = UNIQUE.subn("", migration.read_text("utf-8"))
        assert dropped or "UniqueConstraint" not in source
        migration.write_text(source.replace("unique=True", "unique=False"), "utf-8")
    return program


def test_the_broken_copy_is_broken_in_its_store_too(tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite3"
    found_office(store, broken_copy(tmp_path))
    engine = create_engine(f"sqlite:///{store}")
    with engine.connect() as conn:
        guarded = conn.execute(
            text(
                "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%UNIQUE%' AND name LIKE '%ticket%'"
            )
        ).scalar_one()
    engine.dispose()
    assert guarded == 0
