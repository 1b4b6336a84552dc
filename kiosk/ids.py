"""Keys of everything we store."""

import uuid6

from kiosk.refusal import Refused


def new_id() -> str:
    """A new UUIDv7 as text: unique on every station, and rising with time."""
    return str(uuid6.uuid7())


def checked_id(text: str) -> str:
    """``text`` as a canonical UUID.

    Raises :class:`Refused` ``id.malformed`` when it is not one.
    """
    try:
        return str(uuid6.UUID(text))
    except ValueError:
        raise Refused("id.malformed", text=text[:80]) from None
