"""``kiosk dossier list`` and ``kiosk dossier due``"""

import argparse
from typing import Any

from kiosk.cli.at_work import at_work
from kiosk.cli.output import moment, say
from kiosk.dossiers.model import STATE_WORDS, DossierState, state_words
from kiosk.dossiers.pressing_list import PressingDossier, pressing_dossiers
from kiosk.dossiers.reading import list_dossiers
from kiosk.refusal import Refused


def listed(args: argparse.Namespace) -> None:
    """``dossier list [--state S]``"""
    with at_work(args) as work, work.store.read() as unit:
        found = list_dossiers(unit, _state(args.state))
    say(
        args,
        {
            "dossiers": [
                {
                    "id": row.id,
                    "code": row.code,
                    "procedure": row.procedure_name,
                    "state": row.state.value,
                    "due_at": moment(row.due_at),
                    "due": row.due.full_words,
                }
                for row in found
            ]
        },
        *(
            f"{row.code}  {row.procedure_name}  {state_words(row.state, row.outcome)}  {row.due.full_words}"
            for row in found
        ),
        *([] if found else ["Không có hồ sơ nào."]),
    )


def due(args: argparse.Namespace) -> None:
    """``dossier due [--within N]``"""
    with at_work(args) as work, work.store.read() as unit:
        found = pressing_dossiers(unit, args.within)
    say(
        args,
        {"within": args.within, "dossiers": [_document(one) for one in found]},
        *(line for one in found for line in _lines(one)),
        *([] if found else ["Không có hồ sơ nào gấp."]),
    )


def _document(one: PressingDossier) -> dict[str, Any]:
    return {
        "id": one.id,
        "code": one.code,
        "procedure": one.procedure_name,
        "state": one.state.value,
        "holder": one.holder,
        "due_at": moment(one.due_at),
        "original_due_at": moment(one.original_due_at),
        "demands": [
            {
                "demand": each.demand.value,
                "at": moment(each.at),
                "apology_by": each.apology_by.isoformat() if each.apology_by else None,
                "working_days": each.days,
                "words": each.words,
            }
            for each in one.pressures
        ],
    }


def _lines(one: PressingDossier) -> list[str]:
    at = f"  {one.holder}" if one.holder else ""
    head = f"{one.code}  {one.procedure_name}  {STATE_WORDS[one.state]}{at}"
    return [head, *(f"  {each.words}." for each in one.pressures)]


def _state(said: str | None) -> DossierState | None:
    if said is None:
        return None
    try:
        return DossierState(said)
    except ValueError:
        known = [state.value for state in DossierState]
        raise Refused("dossier.unknown_state", said=said[:40], known=known) from None
