"""One step of a dossier: may it be made, and how it is written down with its event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, update

from kiosk.dossiers.events import add_event, last_act, signatory
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.model import ACT_WORDS, Act, DossierState, Outcome, moved
from kiosk.dossiers.progress import Timeliness, came_of
from kiosk.office.legal import LegalProfile, legal_profile
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class DossierMoved:
    """A dossier after a step; ``timeliness`` is known as soon as its result is ready.

    ``letter`` is the number of the paper that goes with the step (``12/HDHS``), ``print_jobs``
    what is owed on paper.
    """

    id: str
    code: str
    state: DossierState
    at: datetime
    due_at: datetime | None
    timeliness: Timeliness | None
    letter: str = ""
    print_jobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step that may be made: the locked row, what leads where, and the decree it is under."""

    row: Row[Any]
    act: Act
    after: DossierState
    profile: LegalProfile


def begin(unit: WriteUnit, scanned: str, act: Act) -> Step:
    """Lock the dossier with that code for a step.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``dossier.wrong_state``
    (who did what last, and when),
    ``dossier.not_under_decree`` (the decree of its reception day does not know the act),
    ``legal.*``.
    """
    row = dossier_row(unit, scanned, to_change=True)
    profile = legal_profile(row.legal_profile)
    before = DossierState(row.state)
    after = moved(before, act, profile.rules)
    if after is None:
        if moved(before, act) is not None:
            raise Refused(
                "dossier.not_under_decree",
                dossier=row.code,
                wanted=ACT_WORDS[act],
                profile=profile.title,
            )
        raise Refused(
            "dossier.wrong_state",
            dossier=row.code,
            stands=_stands(before, row.outcome),
            act=act.value,
            wanted=ACT_WORDS[act],
            **last_act(unit, row.id),
        )
    return Step(row, act, after, profile)


def finish(
    unit: WriteUnit,
    step: Step,
    details: Mapping[str, object],
    audited: Mapping[str, object],
    *,
    letter: str = "",
    print_jobs: tuple[str, ...] = (),
    **changes: object,
) -> DossierMoved:
    """Write a step down: the row's ``changes``, its event with ``details``, the audit line.

    ``audited`` is what the audit may say: no names, no numbers of persons, no free text.

    Raises :class:`Refused`: ``dossier.changed_meanwhile``, ``person.unknown``.
    """
    row = step.row
    values = {"state": step.after.value, "revision": row.revision + 1, **changes}
    seen = (dossier.c.id == row.id, dossier.c.revision == row.revision)
    if not unit.conn.execute(update(dossier).where(*seen).values(values)).rowcount:
        raise Refused("dossier.changed_meanwhile", dossier=row.code, **last_act(unit, row.id))
    told = {key: value for key, value in details.items() if value}
    if letter:
        told["letter"] = letter
    by = signatory(unit, unit.by.officer)
    add_event(unit, row.id, row.revision + 1, step.act, step.after, by, **told)
    came = came_of(row, **changes)
    unit.audit(
        f"dossier.{step.act.value}",
        row.id,
        dossier=row.code,
        **{key: value for key, value in audited.items() if value},
        came=came,
    )
    due_at = changes.get("due_at", row.due_at)
    return DossierMoved(
        row.id,
        row.code,
        step.after,
        unit.now,
        due_at,  # type: ignore[arg-type]
        came,
        letter,
        print_jobs,
    )


def _stands(state: DossierState, outcome: str | None) -> str:
    """The state, and of what was returned what it was, where that was no result."""
    other = state is DossierState.RETURNED and outcome in (Outcome.REFUSED, Outcome.STOPPED)
    return f"{state.value}_{outcome}" if other else state.value
