"""Signing in to manage: by PIN, without sitting down at a counter."""

from dataclasses import dataclass

from kiosk.office.managers import MANAGING_ROLES
from kiosk.office.signing_in import require_pin
from kiosk.refusal import Refused
from kiosk.storage.units import WriteUnit


@dataclass(frozen=True, slots=True)
class ManagerSignIn:
    """A PIN typed at the manager's window. The PIN is not kept: not in the store, not in any log."""

    officer: str
    pin: str

    def without_secret(self) -> "ManagerSignIn":
        """The wish as it may be written down."""
        return ManagerSignIn(self.officer, "")


@dataclass(frozen=True, slots=True)
class ManagerSignedIn:
    """Who manages now; ``role`` is ``manager`` or ``it``."""

    officer: str
    name: str
    title: str
    role: str


@dataclass(frozen=True, slots=True)
class ManagerSignOut:
    """The manager leaves the window; ``idle``: because nobody touched it for some minutes."""

    idle: bool = False


@dataclass(frozen=True, slots=True)
class ManagerSignedOut:
    """Nobody manages at this window."""

    idle: bool


def manager_sign_in(unit: WriteUnit, wish: ManagerSignIn) -> ManagerSignedIn:
    """Let a manager or a keeper of the machines in, by PIN.

    Whoever sits at a counter stays there. Wrong PINs count as at the counter.

    Raises :class:`Refused`: ``person.unknown``, ``pin.none``, ``pin.wrong``, ``pin.locked``,
    ``person.not_manager``.
    """
    somebody = require_pin(unit, wish.officer, wish.pin)
    if somebody.role not in MANAGING_ROLES:
        raise Refused("person.not_manager", name=somebody.name)
    unit.audit("admin.signed_in", f"person:{somebody.code}", officer=somebody.code)
    return ManagerSignedIn(somebody.code, somebody.name, somebody.title, somebody.role)


def manager_sign_out(unit: WriteUnit, wish: ManagerSignOut) -> ManagerSignedOut:
    """Write down that the manager left."""
    unit.audit("admin.signed_out", f"person:{unit.by.officer}", idle=wish.idle)
    return ManagerSignedOut(wish.idle)
