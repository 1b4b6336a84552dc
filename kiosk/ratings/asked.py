"""Which questionnaire the office asks: the newest one put in place, else the usual one."""

from dataclasses import dataclass

import msgspec
from sqlalchemy import bindparam, select

from kiosk.ratings.questionnaire import Questionnaire, usual_questionnaire
from kiosk.refusal import Refused
from kiosk.storage.schema import questionnaire
from kiosk.storage.units import ReadUnit, WriteUnit


@dataclass(frozen=True, slots=True)
class AskThis:
    """From now on this is asked, at every kiosk."""

    questionnaire: Questionnaire


@dataclass(frozen=True, slots=True)
class AskedFrom:
    """The code of what was asked before, and of what is asked now."""

    before: str
    now: str


def asked_now(unit: ReadUnit) -> Questionnaire:
    """What is asked."""
    row = unit.row(_NEWEST)
    if row is None:
        return usual_questionnaire()
    return msgspec.json.decode(row.content, type=Questionnaire)


def ask_this(unit: WriteUnit, wish: AskThis) -> AskedFrom:
    """Put a questionnaire in the place of the one before.

    Answers are counted under the questionnaire's code, so other questions need another code:
    raises :class:`Refused` ``questionnaire.code_used`` where it was used for something else.
    """
    new, before = wish.questionnaire, asked_now(unit)
    known = unit.row(_OF_CODE, code=new.code)
    content = msgspec.json.encode(new).decode()
    usual = usual_questionnaire()
    other = known.content != content if known is not None else new != usual
    if other and (known is not None or new.code == usual.code):
        raise Refused("questionnaire.code_used", questionnaire=new.code)
    if known is not None:
        unit.run(_AGAIN, the_code=new.code, moment=unit.now)
    else:
        unit.add(questionnaire, code=new.code, content=content, set_at=unit.now)
    unit.audit("questionnaire.set", f"questionnaire:{new.code}", before=before.code)
    return AskedFrom(before.code, new.code)


_NEWEST = (
    select(questionnaire.c.content)
    .order_by(questionnaire.c.set_at.desc(), questionnaire.c.code)
    .limit(1)
)
_OF_CODE = select(questionnaire.c.content).where(questionnaire.c.code == bindparam("code"))
_AGAIN = (
    questionnaire.update()
    .where(questionnaire.c.code == bindparam("the_code"))
    .values(set_at=bindparam("moment"))
)
