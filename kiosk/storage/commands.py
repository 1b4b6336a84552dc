"""The door for every change: a request carried out once, whatever happens to the asking.

A use-case is a plain function ``(unit, wish) -> fact`` whose wish and fact are frozen values. The
fact is stored beside the change under the request's id, in the same transaction: whoever asks
again with that id (after a lost answer, a kill, a double press) gets the same fact back.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec
from sqlalchemy import bindparam, insert, select

from kiosk.refusal import Refused
from kiosk.storage.schema import command_record
from kiosk.storage.units import WriteUnit

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")
UseCase = Callable[[WriteUnit, Wish], Fact]


type_hints = cache(get_type_hints)


def carry_out(
    unit: WriteUnit, use_case: UseCase[Wish, Fact], wish: Wish, *, asked_before: bool
) -> Fact:
    """Carry a use-case out in ``unit``, or give back the fact stored for its request id.

    ``asked_before`` is False only where the id was made just now, so nothing can be stored yet.

    Raises :class:`Refused` ``request.other_content`` when the id was used for something else, and
    whatever the use-case refuses.
    """
    name = command_name(use_case)
    # A PIN is short: even a digest of it must not be stored.
    hide = getattr(wish, "without_secret", None)
    content = msgspec.json.encode(hide() if hide else wish)
    digest = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()
    if asked_before:
        stored = unit.row(_STORED, request_id=unit.request_id)
        if stored is not None:
            if stored.digest != digest:
                raise Refused("request.other_content", request_id=unit.request_id)
            fact: Fact = msgspec.json.decode(stored.answer, type=type_hints(use_case)["return"])
            return fact
    fact = use_case(unit, wish)
    unit.conn.execute(
        _STORE,
        {
            "request_id": unit.request_id,
            "command": name,
            "digest": digest,
            "answer": msgspec.json.encode(fact).decode(),
            "at": unit.now,
        },
    )
    return fact


def command_name(use_case: Callable[..., Any]) -> str:
    """The name under which a use-case is written down: its room and its verb."""
    room = use_case.__module__.removeprefix("kiosk.").split(".")[0]
    return f"{room}.{use_case.__name__}"


_STORED = select(command_record.c.digest, command_record.c.answer).where(
    command_record.c.request_id == bindparam("request_id")
)
_STORE = insert(command_record)
