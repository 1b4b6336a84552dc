"""Opening the second level of a dossier with its look-up secret, and counting the wrong ones."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from kiosk.dossiers.finding import dossier_row
from kiosk.dossiers.public import PublicDetails, details_of, locked_until
from kiosk.refusal import Refused
from kiosk.storage.schema import lookup_try
from kiosk.storage.units import WriteUnit

WRONG_ALLOWED = 5
LOCK = timedelta(minutes=15)
"""How long a dossier stays locked, and how long a wrong secret is remembered."""


@dataclass(frozen=True, slots=True)
class OpenDetails:
    """A look-up secret typed for a dossier. It is not kept: not in the store, not in any log."""

    code: str
    secret: str

    def without_secret(self) -> "OpenDetails":
        """The wish as it may be written down."""
        return OpenDetails(self.code, "")

    def same_secret(self, unit: WriteUnit) -> bool:
        """Whether this is the dossier's secret: only with that it was opened before."""
        return _fits(dossier_row(unit, self.code), self.secret)


def open_details(unit: WriteUnit, wish: OpenDetails) -> PublicDetails:
    """What the secret opens: what it is about, where it lies, when what happened.

    Five wrong secrets lock the dossier for 15 minutes, whoever types them at whichever kiosk; the
    count is kept even though the attempt is refused. The right secret takes the count back, and
    so do 15 minutes without a wrong one. While locked not even the right one is heard.

    Raises :class:`Refused`: ``barcode.unreadable``, ``dossier.unknown``, ``lookup.wrong_secret``
    (``left``: tries left), ``lookup.locked`` (``until``).
    """
    row = dossier_row(unit, wish.code, to_change=True)
    until = locked_until(unit, row.id)
    if until is not None:
        raise Refused("lookup.locked", dossier=row.code, until=until)
    if not _fits(row, wish.secret):
        _count_wrong(unit, row)
    unit.run(_FORGIVE, of=row.id)
    unit.audit("lookup.opened", row.id, dossier=row.code)
    return details_of(unit, row)


def _fits(row: Row[Any], secret: str) -> bool:
    bare = "".join(secret.split()).encode("utf-8", "surrogatepass")
    return secrets.compare_digest(bare, row.lookup_secret.encode())


def _count_wrong(unit: WriteUnit, row: Row[Any]) -> None:
    before = unit.row(_TRIES, of=row.id)
    count = 1
    if before is not None and unit.now - before.last_at < LOCK:
        count += before.wrong
    until: datetime | None = None
    if count >= WRONG_ALLOWED:
        until, count = unit.now + LOCK, 0
    if not unit.run(_COUNT, of=row.id, count=count, moment=unit.now, until=until):
        unit.add(lookup_try, dossier_id=row.id, wrong=count, last_at=unit.now, locked_until=until)
    unit.audit("lookup.wrong", row.id, dossier=row.code, locked=until is not None)
    if until is not None:
        raise Refused("lookup.locked", keep=True, dossier=row.code, until=until)
    raise Refused("lookup.wrong_secret", keep=True, dossier=row.code, left=WRONG_ALLOWED - count)


_OF = lookup_try.c.dossier_id == bindparam("of")
_TRIES = select(lookup_try).where(_OF)
_COUNT = (
    update(lookup_try)
    .where(_OF)
    .values(wrong=bindparam("count"), last_at=bindparam("moment"), locked_until=bindparam("until"))
)
_FORGIVE = delete(lookup_try).where(_OF)
