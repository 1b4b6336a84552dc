"""What must always hold, looked at after everything that happens.

The watch keeps its own picture of the queue, made from the store's lines and not from the rules
that wrote them. It reads what changed since it last looked (the audit lines say which numbers
those are) and a few sums over the day, in which any change that no audit line tells of shows.
"""

from collections import Counter as Count
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

from kiosk.office.model import Office
from kiosk.office.reading import office_now
from kiosk.simulation.fairness import Waiting, wrong_call
from kiosk.storage.store import Store

_ACTIVE = ("called", "serving")
_ACTS = {
    ("waiting", "called"): "ticket.called",
    ("no_show", "called"): "ticket.called",
    ("called", "called"): "ticket.recalled",
    ("called", "serving"): "ticket.serving",
    ("called", "done"): "ticket.finished",
    ("serving", "done"): "ticket.finished",
    ("called", "no_show"): "ticket.no_show",
    ("no_show", "waiting"): "ticket.came_back",
    ("called", "waiting"): "ticket.passed ticket.held ticket.put_back",
    ("serving", "waiting"): "ticket.passed ticket.held ticket.put_back",
    ("waiting", "expired"): "queue.day_closed",
    ("called", "expired"): "queue.day_closed",
    ("serving", "expired"): "queue.day_closed",
    ("expired", "waiting"): "queue.day_reopened",
}
_WHOLE_DAY = ("queue.day_closed", "queue.day_reopened")
_TAKEN = "ticket.taken"


class RuleBrokenError(Exception):
    """Something that must always hold does not: which rule, and of which ticket."""


@dataclass(slots=True)
class Sums:
    """What the watch has seen of a day, to be compared with what the store holds."""

    states: Count[str]
    revisions: int = 0
    calls: int = 0
    visits: int = 0
    last_call: int = 0
    latest: datetime | None = None


class Watch:
    """Looks at a store between one act and the next.

    Raises :class:`RuleBrokenError`.
    """

    def __init__(self, store: Store) -> None:
        self._line = store.engine.raw_connection()
        with store.read() as unit:
            self.office: Office = office_now(unit)
        self._prefixes = {field.id: field.prefix for field in self.office.fields}
        self._numbers = {counter.id: counter.number for counter in self.office.counters}
        self._fields = {one.number: frozenset(one.fields) for one in self.office.counters}
        self._open: dict[str, Waiting] = {}
        self._taken: set[tuple[str, str, int]] = set()
        self._days: dict[str, Sums] = {}
        self._visits: Count[str] = Count()
        self._came: dict[str, datetime] = {}
        self._audit = int(self._rows("SELECT coalesce(max(rowid), 0) FROM audit_line")[0][0])
        self._runs: dict[int, int] = {}
        self._calls = 0
        self.looks = 0

    def close(self) -> None:
        """Let go of the store."""
        self._line.close()

    def look(self, now: datetime, day: date) -> None:
        """See what has happened and compare; ``now`` and ``day`` as the program takes them."""
        self.looks += 1
        lines = self._rows(
            "SELECT rowid, act, subject, details FROM audit_line WHERE rowid > ? ORDER BY rowid",
            self._audit,
        )
        acts: dict[str, set[str]] = {}
        whole = False
        for rowid, act, subject, details in lines:
            self._audit = rowid
            whole = whole or act in _WHOLE_DAY
            if act.startswith("ticket."):
                acts.setdefault(subject, set()).add(act)
                finished = (
                    msgspec.json.decode(details).get("finished") if "fini" in details else None
                )
                if finished:
                    acts.setdefault(finished, set()).add("ticket.finished")
        if whole:
            said = {act for _, act, _, _ in lines if act in _WHOLE_DAY}
            for ticket_id in self._all_open():
                acts.setdefault(ticket_id, set()).update(said)
        # Who leaves a counter goes first: then a called ticket is not seen beside the one before.
        changed = [self._read(ticket_id) for ticket_id in acts]
        for after in sorted(changed, key=lambda one: one.state in _ACTIVE):
            self._follow(after, acts[after.id], now)
        self._compare(day.isoformat())
        if whole:
            for other in {one.day for one in changed} - {day.isoformat()}:
                self._compare(other)

    # What became of one ticket

    def _follow(self, after: Waiting, acts: set[str], now: datetime) -> None:
        before = self._open.get(after.id)
        if before is not None and after.revision == before.revision:
            return
        sums = self._sums(after.day)
        if before is not None and before.state == "expired" and after.state in _ACTIVE:
            before = self._reopened(before, acts, sums)
        if before is None:
            after = self._first_seen(after, acts)
        else:
            told = _ACTS.get((before.state, after.state))
            self._must(told is not None, f"từ {before.state} sang {after.state}", after)
            self._must(bool(acts & set((told or "").split())), "không có dòng nhật ký", after)
            self._must(after.revision == before.revision + 1, "đổi hai lần một lúc", after)
            if before.state in _ACTIVE and after.state not in _ACTIVE:
                self._visit_kept(before, after, sums)
            if after.state == "called":
                self._called(before, after, now)
            sums.states[before.state] -= 1
            sums.calls -= before.calls
            sums.revisions -= before.revision
        sums.states[after.state] += 1
        sums.calls += after.calls
        sums.revisions += after.revision
        self._open[after.id] = after

    def _reopened(self, before: Waiting, acts: set[str], sums: Sums) -> Waiting:
        """A number that a wrong clock had closed waits again, and is called in the same act."""
        self._must("queue.day_reopened" in acts, "gọi số đã đóng", before)
        sums.states["expired"] -= 1
        sums.states["waiting"] += 1
        sums.revisions += 1
        return replace(before, state="waiting", revision=before.revision + 1)

    def _first_seen(self, after: Waiting, acts: set[str]) -> Waiting:
        key = (after.day, after.series, after.number)
        self._must(_TAKEN in acts, "số lạ, không ai lấy", after)
        self._must(after.state == "waiting", "số mới không ở trạng thái chờ", after)
        self._must(key not in self._taken, "số cấp hai lần", after)
        self._must(
            after.number == 1 or (after.day, after.series, after.number - 1) in self._taken,
            "số cách quãng",
            after,
        )
        owed = self._rows("SELECT count(*) FROM print_job WHERE subject = ?", after.id)
        self._must(owed[0][0] == 1, "phiếu không được ghi nợ đúng một lần", after)
        self._taken.add(key)
        # A clock that was put back makes nobody's wait longer than that of those before them.
        sums = self._sums(after.day)
        sums.latest = after.since if sums.latest is None else max(sums.latest, after.since)
        self._came[after.id] = sums.latest
        return replace(after, since=sums.latest)

    def _visit_kept(self, before: Waiting, after: Waiting, sums: Sums) -> None:
        kept = self._rows("SELECT counter_id, how FROM ticket_leg WHERE ticket_id = ?", after.id)
        self._visits[after.id] += 1
        sums.visits += 1
        self._must(len(kept) == self._visits[after.id], "lượt phục vụ không được giữ", after)
        self._must(
            any(self._numbers[counter] == before.counter for counter, _ in kept),
            "lượt phục vụ ghi sai quầy",
            after,
        )

    def _called(self, before: Waiting, after: Waiting, now: datetime) -> None:
        if before.state == "called":
            return
        assert after.counter is not None
        self._must(bool(after.reason), "gọi không có lý do", after)
        others = [
            one
            for one in self._open.values()
            if one.state == "waiting" and one.day == after.day and one.id != after.id
        ]
        wrong = wrong_call(
            before,
            after.reason,
            others,
            counter=after.counter,
            fields=self._fields[after.counter],
            run=self._runs.get(after.counter, 0),
            rules=self.office.rules,
            now=now,
        )
        self._must(not wrong, wrong, after)
        competing = before.rank > 0 and any(
            one.rank == 0 and one.callable_at(after.counter, self._fields[after.counter])
            for one in others
        )
        if before.held_by is None and not after.reason.startswith("ngoài lượt"):
            self._runs[after.counter] = self._runs.get(after.counter, 0) + 1 if competing else 0

    # What the store holds of a day, in sums

    def _compare(self, day: str) -> None:
        sums = self._sums(day)
        found = self._rows(
            "SELECT state, count(*), sum(revision), sum(calls) FROM ticket"
            " WHERE office_id = ? AND day = ? GROUP BY state",
            self.office.id,
            day,
        )
        states = {state: count for state, count, _, _ in found}
        self._must(
            states == +sums.states, f"số đếm theo trạng thái: {states}, phải là {sums.states}"
        )
        self._must(sum(row[2] for row in found) == sums.revisions, "có số bị đổi mà không ai ghi")
        calls = self._rows(
            "SELECT place, ticket_id, turn, counter_id FROM ticket_call"
            " WHERE day = ? AND place > ? ORDER BY place",
            day,
            sums.last_call,
        )
        for place, ticket_id, turn, counter in calls:
            one = self._open[ticket_id]
            self._must(place == sums.last_call + 1, "thứ tự gọi cách quãng", one)
            self._must(turn == one.calls, "lượt gọi đếm sai", one)
            self._must(self._numbers[counter] == one.counter, "gọi về sai quầy", one)
            sums.last_call = place
            self._calls += 1
        self._must(sum(row[3] for row in found) == sums.calls, "số lượt gọi của các số")
        # Over all days: under a wrong clock a number may be recalled on another day than its own.
        told = sum(each.calls for each in self._days.values())
        self._must(self._calls == told, f"{self._calls} lượt gọi, phải là {told}")
        visits = self._rows("SELECT count(*) FROM ticket_leg WHERE day = ?", day)[0][0]
        self._must(visits == sums.visits, "số lượt phục vụ")
        self._one_at_each_counter()

    def _one_at_each_counter(self) -> None:
        active = self._rows(
            "SELECT id, counter_id FROM ticket WHERE state IN ('called', 'serving')"
        )
        self._must(len({counter for _, counter in active}) == len(active), "hai số ở một quầy")
        for ticket_id, counter in active:
            one = self._open.get(ticket_id)
            self._must(
                one is not None and one.counter == self._numbers[counter],
                "số đang ở quầy mà không ai ghi",
                one,
            )

    # Reading

    def _sums(self, day: str) -> Sums:
        return self._days.setdefault(day, Sums(Count()))

    def _all_open(self) -> list[str]:
        return [
            one.id for one in self._open.values() if one.state in (*_ACTIVE, "waiting", "expired")
        ]

    def papers_owed(self) -> int:
        """How many papers did not come out of the printer yet."""
        owed = self._rows("SELECT count(*) FROM print_job WHERE state <> 'printed'")
        return int(owed[0][0])

    def forget(self, before: date) -> None:
        """Let go of the days before ``before``: they are over."""
        gone = before.isoformat()
        self._open = {key: one for key, one in self._open.items() if one.day >= gone}
        self._visits = Count({key: self._visits[key] for key in self._open})
        self._came = {key: self._came[key] for key in self._open}

    def _read(self, ticket_id: str) -> Waiting:
        (row,) = self._rows(f"SELECT {_COLUMNS} FROM ticket WHERE id = ?", ticket_id)
        since = datetime.fromisoformat(row[10] or row[11])
        return Waiting(
            id=row[0],
            day=row[1],
            series=row[2],
            number=row[3],
            arrival=row[4],
            field=self._prefixes[row[5]],
            rank=row[6],
            state=row[7],
            counter=self._numbers.get(row[8]),
            calls=row[9],
            since=max(since, self._came.get(ticket_id, since)),
            reason=row[12] or "",
            revision=row[13],
            held_by=self._numbers.get(row[14]),
            only_at=self._numbers.get(row[15]),
        )

    def _rows(self, statement: str, *values: object) -> list[Any]:
        cursor = self._line.cursor()
        try:
            cursor.execute(statement, values)
            return list(cursor.fetchall())
        finally:
            cursor.close()

    def _must(self, holds: bool, rule: str, one: Waiting | None = None) -> None:
        if not holds:
            raise RuleBrokenError(f"{rule} ({one.label})" if one is not None else rule)


_COLUMNS = (
    "id, day, series, number, arrival, field_id, rank, state, counter_id, calls, held_at,"
    " issued_at, call_reason, revision, held_by, for_counter_id"
)
