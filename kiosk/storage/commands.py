"""The door for every change: a request carried out once, whatever happens to the asking.

A use-case is a plain function ``(unit, wish) -> fact`` whose wish and fact are frozen values. The
fact is stored beside the change under the request's id, in the same transaction: whoever asks
again with that id (after a lost answer, a kill, a double press) gets the same fact back.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from kiosk.refusal import Refused
from kiosk.storage.schema import command_record
from kiosk.storage.units import WriteUnit

Wish = TypeVar("Wish")
Fact = TypeVar("Fact")
UseCase = Callable[[WriteUnit, Wish], Fact]


type_hints = cache(get_type_hints)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was stored when a request was carried out: its content's digest, and the fact."""

    digest: str
    fact: str


def carry_out(
    unit: WriteUnit, use_case: UseCase[Wish, Fact], wish: Wish, answered: Answer | None
) -> Fact:
    """Carry a use-case out in ``unit``, or give back what the request was answered with before.

    Raises :class:`Refused` ``request.other_content`` when the id was used for something else, and
    whatever the use-case refuses.
    """
    name = command_name(use_case)
    # A PIN is short: even a digest of it must not be stored. Such a wish knows by itself whether
    # it asks for what was done.
    hide = getattr(wish, "without_secret", None)
    content = msgspec.json.encode(hide() if hide else wish)
    digest = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()
    if answered is not None:
        same_secret = getattr(wish, "same_secret", None)
        if answered.digest != digest or (same_secret and not same_secret(unit)):
            raise Refused("request.other_content", request_id=unit.request_id)
        told: Fact = msgspec.json.decode(answered.fact, type=type_hints(use_case)["return"])
        return told
    fact = use_case(unit, wish)
    unit.add(
        command_record,
        request_id=unit.request_id,
        command=name,
        digest=digest,
        answer=msgspec.json.encode(fact).decode(),
        at=unit.now,
    )
    return fact


def command_name(use_case: Callable[..., Any]) -> str:
    """The name under which a use-case is written down: its room and its verb."""
    room = use_case.__module__.removeprefix("kiosk.").split(".")[0]
    return f"{room}.{use_case.__name__}"
