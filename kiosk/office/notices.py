"""The office's own notices in the waiting hall: what is told, in which order, on which days.

A notice taken away is kept and can be put back. The hall is public: no number of an identity card
may stand in a notice, and only letters that our fonts draw.
"""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, bindparam, func, or_, select, update

from kiosk.ids import new_id
from kiosk.office.managers import only_manager
from kiosk.refusal import Refused
from kiosk.storage.schema import notice
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import code_point, has_control, squeeze, unprintable

LONGEST = 200
MOST = 12
"""So many can be shown on one day: each stands for 20 s, and nobody waits for the thirteenth."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice; ``number`` is its place in the order. Days are inclusive, None is open-ended.

    ``active`` is False once it was taken away.
    """

    id: str
    number: int
    text: str
    first_day: date | None
    last_day: date | None
    active: bool

    def shown_on(self, day: date) -> bool:
        """Whether the hall tells it on ``day``."""
        begun = self.first_day is None or self.first_day <= day
        return self.active and begun and not self.over_on(day)

    def over_on(self, day: date) -> bool:
        """Whether its last day lies before ``day``."""
        return self.last_day is not None and self.last_day < day


@dataclass(frozen=True, slots=True)
class AddNotice:
    """A new notice, after all others; without days it is shown from now on until taken away."""

    text: str
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """Other words or days for a notice, all of them as they shall be; ``notice``: id or number."""

    notice: str
    text: str
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeChanged:
    """A notice as it was and as it is: :class:`ChangeNotice` with ``before`` takes it back."""

    before: Notice
    after: Notice


@dataclass(frozen=True, slots=True)
class OrderNotices:
    """These notices first, in this order (ids or numbers); the others follow as they stood."""

    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticesOrdered:
    """The ids in their order before and now: :class:`OrderNotices` with ``before`` takes it back."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawNotice:
    """Take a notice away; ``notice``: id or number."""

    notice: str


@dataclass(frozen=True, slots=True)
class PutBackNotice:
    """Show a notice again that was taken away; ``notice``: id or number."""

    notice: str


def notices(unit: ReadUnit) -> tuple[Notice, ...]:
    """All notices in their order, those taken away too."""
    return tuple(_notice(row) for row in unit.rows(_ALL))


def notices_of_day(unit: ReadUnit, day: date | None = None) -> tuple[Notice, ...]:
    """What the hall tells on ``day`` (today), in order."""
    return tuple(_notice(row) for row in unit.rows(_OF_DAY, on_day=day or unit.day))


def find_notice(unit: ReadUnit, said: str) -> Notice:
    """The notice with that id or that number. Raises :class:`Refused` ``notice.unknown``."""
    wanted = said.strip().lower()
    for one in notices(unit):
        if wanted in (one.id, str(one.number)):
            return one
    raise Refused("notice.unknown", said=said[:80])


def add_notice(unit: WriteUnit, wish: AddNotice) -> Notice:
    """Add a notice after all others.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``notice.malformed``, ``notice.unprintable``, ``notice.id_number``,
    ``notice.days_reversed``, ``notice.over``, ``notice.too_many``.
    """
    only_manager(unit)
    text = _checked(unit, wish.text, wish.first_day, wish.last_day)
    unit.one_at_a_time()
    _require_room(unit)
    last = unit.conn.execute(_LAST).scalar() or 0
    added = Notice(new_id(), last + 1, text, wish.first_day, wish.last_day, active=True)
    unit.add(
        notice,
        id=added.id,
        text=added.text,
        position=added.number,
        first_day=added.first_day,
        last_day=added.last_day,
        active=True,
    )
    unit.audit("notice.added", added.id, text=added.text, **_days(added))
    return added


def change_notice(unit: WriteUnit, wish: ChangeNotice) -> NoticeChanged:
    """Give a notice other words or days.

    Raises :class:`Refused`: ``person.may_not_manage``,
    as :func:`add_notice` does, and ``notice.unknown``.
    """
    only_manager(unit)
    before = find_notice(unit, wish.notice)
    text = _checked(unit, wish.text, wish.first_day, wish.last_day)
    after = Notice(before.id, before.number, text, wish.first_day, wish.last_day, before.active)
    if after != before:
        unit.run(
            _CHANGE,
            the_notice=after.id,
            new_text=after.text,
            new_first=after.first_day,
            new_last=after.last_day,
        )
        unit.audit(
            "notice.changed",
            after.id,
            text=after.text,
            **_days(after),
            before={"text": before.text, **_days(before)},
        )
    return NoticeChanged(before, after)


def order_notices(unit: WriteUnit, wish: OrderNotices) -> NoticesOrdered:
    """Put notices into an order.

    Raises :class:`Refused`: ``person.may_not_manage``, ``notice.unknown``, ``notice.named_twice``.
    """
    only_manager(unit)
    unit.one_at_a_time()
    before = tuple(one.id for one in notices(unit))
    first = [find_notice(unit, said).id for said in wish.notices]
    if len(set(first)) < len(first):
        raise Refused("notice.named_twice")
    after = (*first, *(one for one in before if one not in first))
    for place, one in enumerate(after, 1):
        unit.run(_PLACE, the_notice=one, new_place=place)
    unit.audit("notice.ordered", "notice", before=before, after=after)
    return NoticesOrdered(before, after)


def withdraw_notice(unit: WriteUnit, wish: WithdrawNotice) -> Notice:
    """Take a notice away; it is kept.

    Raises :class:`Refused`: ``person.may_not_manage``, ``notice.unknown``.
    """
    only_manager(unit)
    return _set_active(unit, find_notice(unit, wish.notice), active=False)


def put_back_notice(unit: WriteUnit, wish: PutBackNotice) -> Notice:
    """Show a notice again that was taken away.

    Raises :class:`Refused`: ``person.may_not_manage``,
    ``notice.unknown``, ``notice.over``, ``notice.too_many``.
    """
    only_manager(unit)
    unit.one_at_a_time()
    found = find_notice(unit, wish.notice)
    if not found.active:
        _require_days_ahead(unit, found.last_day)
        _require_room(unit)
    return _set_active(unit, found, active=True)


def _set_active(unit: WriteUnit, found: Notice, *, active: bool) -> Notice:
    if found.active != active:
        unit.run(_ACTIVE, the_notice=found.id, now_active=active)
        unit.audit("notice.put_back" if active else "notice.withdrawn", found.id, text=found.text)
    return Notice(
        found.id, found.number, found.text, found.first_day, found.last_day, active=active
    )


def _checked(unit: ReadUnit, said: str, first: date | None, last: date | None) -> str:
    text = squeeze(said)
    if not text or len(text) > LONGEST or has_control(text):
        raise Refused("notice.malformed", length=len(text), most=LONGEST)
    if letter := unprintable(text):
        raise Refused("notice.unprintable", letter=letter, point=code_point(letter))
    if _ID_NUMBER.search(text):
        raise Refused("notice.id_number")
    if first is not None and last is not None and last < first:
        raise Refused("notice.days_reversed", first=first, last=last)
    _require_days_ahead(unit, last)
    return text


def _require_days_ahead(unit: ReadUnit, last: date | None) -> None:
    if last is not None and last < unit.day:
        raise Refused("notice.over", last=last)


def _require_room(unit: ReadUnit) -> None:
    shown = [one for one in notices(unit) if one.active and not one.over_on(unit.day)]
    if len(shown) >= MOST:
        raise Refused("notice.too_many", most=MOST)


def _days(one: Notice) -> dict[str, str | None]:
    return {
        name: day.isoformat() if day else None
        for name, day in (("first_day", one.first_day), ("last_day", one.last_day))
    }


def _notice(row: Row[tuple[object, ...]]) -> Notice:
    return Notice(row.id, row.position, row.text, row.first_day, row.last_day, row.active)


# Twelve digits, however they are spaced: the number of an identity card.
_ID_NUMBER = re.compile(r"(?<!\d)\d(?:[ .-]?\d){11}(?!\d)")
_ALL = select(notice).order_by(notice.c.position, notice.c.id)
_OF_DAY = _ALL.where(
    notice.c.active,
    or_(notice.c.first_day.is_(None), notice.c.first_day <= bindparam("on_day")),
    or_(notice.c.last_day.is_(None), notice.c.last_day >= bindparam("on_day")),
)
_LAST = select(func.max(notice.c.position))
_THIS = update(notice).where(notice.c.id == bindparam("the_notice"))
_CHANGE = _THIS.values(
    text=bindparam("new_text"), first_day=bindparam("new_first"), last_day=bindparam("new_last")
)
_PLACE = _THIS.values(position=bindparam("new_place"))
_ACTIVE = _THIS.values(active=bindparam("now_active"))
