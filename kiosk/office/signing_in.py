"""Signing in at a counter by PIN."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import bindparam, select, update

from kiosk.office.directory import SITTING, Person, find_person, officer_at, seated_since
from kiosk.office.model import Counter
from kiosk.office.presence import presences
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import desk, person
from kiosk.storage.units import WriteUnit

WRONG_PINS_ALLOWED = 5

_HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A PIN typed at a counter. The PIN is not kept: not in the store, not in any log.

    ``take_over``: also where another machine is at work at that counter.
    """

    counter: int
    officer: str
    pin: str
    take_over: bool = False

    def without_secret(self) -> "SignIn":
        """The wish as it may be written down."""
        return SignIn(self.counter, self.officer, "", self.take_over)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An officer now at a counter, and whether somebody else sat there until now.

    ``since`` names this sitting: another one at the counter began at another moment.
    """

    officer: str
    name: str
    title: str
    role: str
    counter: int
    replaced: str | None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignOut:
    """The officer leaves the counter; with ``since`` only if that sitting still lasts."""

    counter: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignedOut:
    """A counter without an officer."""

    counter: int


@dataclass(frozen=True, slots=True)
class SetPin:
    """A new PIN for somebody, 4 to 12 digits."""

    officer: str
    pin: str

    def without_secret(self) -> "SetPin":
        """The wish as it may be written down."""
        return SetPin(self.officer, "")

    def same_secret(self, unit: WriteUnit) -> bool:
        """Whether this PIN is the one in force: asked again, only that was done."""
        row = unit.row(_PIN, who=find_person(unit, self.officer).id)
        return row is not None and row.pin_hash is not None and _fits(row.pin_hash, self.pin)


@dataclass(frozen=True, slots=True)
class PinSet:
    """The PIN of this officer is new, and any lock is off."""

    officer: str


def hashed_pin(pin: str) -> str:
    """The PIN as it may be stored (Argon2id)."""
    return _HASHER.hash(pin)


def sign_in(unit: WriteUnit, wish: SignIn) -> SignedIn:
    """Put an officer at a counter, by PIN.

    After five wrong PINs in a row the officer is locked out for the office's lock time; the count
    is kept even though the attempt is refused.

    Raises :class:`Refused`: ``counter.unknown``, ``person.unknown``, ``pin.none``, ``pin.wrong``
    (``left``: attempts left), ``pin.locked`` (``until``), ``desk.taken`` (another machine is at
    work there; told only once the PIN was right).
    """
    place = office_now(unit).find_counter(wish.counter)
    somebody = require_pin(unit, wish.officer, wish.pin)
    if not wish.take_over:
        _refuse_if_taken(unit, place)
    before = unit.conn.execute(SITTING, {"place": place.id}).scalar()
    unit.run(_LEAVE_EVERYWHERE, who=somebody.id)
    unit.run(_SIT, place=place.id, who=somebody.id, moment=unit.now)
    unit.audit("desk.signed_in", f"counter:{place.number}", officer=somebody.code)
    return SignedIn(
        somebody.code,
        somebody.name,
        somebody.title,
        somebody.role,
        place.number,
        before if before != somebody.code else None,
        seated_since(unit, place.id),
    )


def _refuse_if_taken(unit: WriteUnit, place: Counter) -> None:
    since = seated_since(unit, place.id)
    for one in presences(unit):
        here = one.face == "counter" and one.counter == place.number
        if here and since and one.station != unit.by.station and not one.stale(unit.now):
            sitting = officer_at(unit, place.id)
            raise Refused(
                "desk.taken",
                counter=place.name,
                station=one.station,
                name=sitting.name if sitting else "",
                since=since,
            )


def require_pin(unit: WriteUnit, officer: str, pin: str) -> Person:
    """The person with that code, once the PIN was found right.

    Raises :class:`Refused`: ``person.unknown``, ``pin.none``, ``pin.wrong``, ``pin.locked``.
    """
    somebody = find_person(unit, officer)
    row = unit.row(_PIN, who=somebody.id)
    if row is None or row.pin_hash is None:
        raise Refused("pin.none", name=somebody.name)
    if row.locked_until is not None and unit.now < row.locked_until:
        raise Refused("pin.locked", name=somebody.name, until=row.locked_until)
    if not _fits(row.pin_hash, pin):
        _count_wrong(unit, somebody, row.wrong_pins, office_now(unit).rules.pin_lock_minutes)
    unit.run(_FORGIVE, who=somebody.id)
    return somebody


def sign_out(unit: WriteUnit, wish: SignOut) -> SignedOut:
    """Leave a counter empty. Raises :class:`Refused` ``counter.unknown``."""
    place = office_now(unit).find_counter(wish.counter)
    if wish.since is not None and wish.since != seated_since(unit, place.id):
        return SignedOut(place.number)
    unit.run(_SIT, place=place.id, who=None, moment=unit.now)
    unit.audit("desk.signed_out", f"counter:{place.number}")
    return SignedOut(place.number)


def set_pin(unit: WriteUnit, wish: SetPin) -> PinSet:
    """Give somebody a new PIN and lift a lock.

    Raises :class:`Refused`: ``person.unknown``, ``pin.malformed``.
    """
    if not (wish.pin.isascii() and wish.pin.isdigit() and 4 <= len(wish.pin) <= 12):
        raise Refused("pin.malformed")
    somebody = find_person(unit, wish.officer)
    unit.run(_NEW_PIN, who=somebody.id, new_hash=hashed_pin(wish.pin))
    unit.audit("person.pin_set", f"person:{somebody.code}")
    return PinSet(somebody.code)


def _count_wrong(unit: WriteUnit, somebody: Person, so_far: int, lock_minutes: int) -> None:
    count = so_far + 1
    locked: datetime | None = None
    if count >= WRONG_PINS_ALLOWED:
        locked, count = unit.now + timedelta(minutes=lock_minutes), 0
    unit.run(_COUNT, who=somebody.id, new_count=count, until=locked)
    unit.audit("desk.wrong_pin", f"person:{somebody.code}", locked=locked is not None)
    if locked is not None:
        raise Refused("pin.locked", keep=True, name=somebody.name, until=locked)
    raise Refused("pin.wrong", keep=True, name=somebody.name, left=WRONG_PINS_ALLOWED - count)


def _fits(stored: str, pin: str) -> bool:
    try:
        return _HASHER.verify(stored, pin)
    except (VerificationError, InvalidHashError):
        return False


_PIN = select(person.c.pin_hash, person.c.wrong_pins, person.c.locked_until).where(
    person.c.id == bindparam("who")
)
_WHO = update(person).where(person.c.id == bindparam("who"))
_COUNT = _WHO.values(wrong_pins=bindparam("new_count"), locked_until=bindparam("until"))
_FORGIVE = _WHO.values(wrong_pins=0, locked_until=None)
_NEW_PIN = _WHO.values(pin_hash=bindparam("new_hash"), wrong_pins=0, locked_until=None)
_SIT = (
    update(desk)
    .where(desk.c.counter_id == bindparam("place"))
    .values(person_id=bindparam("who"), since=bindparam("moment"))
)
_LEAVE_EVERYWHERE = (
    update(desk).where(desk.c.person_id == bindparam("who")).values(person_id=None, since=None)
)
