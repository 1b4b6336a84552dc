"""A dossier's life after reception: into processing, result ready, returned."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, update

from kiosk.dossiers.checking import checked_text
from kiosk.dossiers.events import add_event, signatory
from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.model import ACT_WORDS, STATE_WORDS, Act, DossierState, Receiver, moved
from kiosk.dossiers.progress import Timeliness, timeliness_of
from kiosk.dossiers.returning import AUDITED, ReturnResult, receipt
from kiosk.refusal import Refused
from kiosk.storage.schema import dossier
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class MoveDossier:
    """A step of a dossier, by its code as scanned or typed, with a note for its log."""

    code: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierMoved:
    """A dossier after a step; ``timeliness`` is known as soon as its result is ready."""

    id: str
    code: str
    state: DossierState
    at: datetime
    due_at: datetime | None
    timeliness: Timeliness | None


def start_processing(unit: WriteUnit, wish: MoveDossier) -> DossierMoved:
    """The dossier goes to those who decide on it (NĐ 61/2018/NĐ-CP Điều 18).

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``dossier.wrong_state``,
    ``dossier.changed_meanwhile``, ``dossier.unfit`` (the note), ``person.unknown``.
    """
    return _move(unit, wish.code, Act.START, note=checked_text("note", wish.note))


def mark_ready(unit: WriteUnit, wish: MoveDossier) -> DossierMoved:
    """The result has come back to the office; whether in time is decided by this moment.

    Raises :class:`Refused` as :func:`start_processing`.
    """
    return _move(unit, wish.code, Act.READY, note=checked_text("note", wish.note))


def return_result(unit: WriteUnit, wish: ReturnResult) -> DossierMoved:
    """The result is given out (NĐ 61/2018/NĐ-CP Điều 20). It cannot be taken back.

    Raises :class:`Refused` as :func:`start_processing`, and what
    :func:`kiosk.dossiers.returning.receipt` refuses.
    """
    return _move(unit, wish.code, Act.RETURN, **receipt(wish))


def _move(unit: WriteUnit, scanned: str, act: Act, **details: object) -> DossierMoved:
    row = dossier_row(unit, scanned, to_change=True)
    before = DossierState(row.state)
    state = moved(before, act)
    if state is None:
        raise Refused(
            "dossier.wrong_state",
            dossier=row.code,
            state=STATE_WORDS[before],
            wanted=ACT_WORDS[act],
        )
    if details.get("to") is Receiver.SUBMITTER and row.submitter is None:
        raise Refused("return.no_submitter", dossier=row.code)
    ready_at = unit.now if act is Act.READY else row.ready_at
    if not unit.run(
        _MOVE,
        the_dossier=row.id,
        seen=row.revision,
        new_state=state.value,
        got_ready=ready_at,
        given_out=unit.now if act is Act.RETURN else row.returned_at,
    ):
        raise Refused("dossier.changed_meanwhile", dossier=row.code)
    by = signatory(unit, unit.by.officer)
    told = {key: value for key, value in details.items() if value}
    add_event(unit, row.id, row.revision + 1, act, state, by, **told)
    came = timeliness_of(ready_at, row.due_at)
    unit.audit(f"dossier.{act.value}", row.id, dossier=row.code, **_untold(details), came=came)
    return DossierMoved(row.id, row.code, state, unit.now, row.due_at, came)


def _untold(details: dict[str, object]) -> dict[str, object]:
    """What the audit may say of an act: no names, no numbers of persons, no free text."""
    return {key: value for key, value in details.items() if value and key in AUDITED}


_MOVE = (
    update(dossier)
    .where(dossier.c.id == bindparam("the_dossier"), dossier.c.revision == bindparam("seen"))
    .values(
        state=bindparam("new_state"),
        ready_at=bindparam("got_ready"),
        returned_at=bindparam("given_out"),
        revision=dossier.c.revision + 1,
    )
)
