"""Keys of everything we store."""

from kiosk.refusal import Refused


def new_id() -> str:
    """A new UUIDv7 as text: unique on every station, and rising with time."""
    # Imported late here and below: a window must paint before that.
    from uuid_utils import uuid7

    return str(uuid7())


def checked_id(text: str) -> str:
    """``text`` as a canonical UUID.

    Raises :class:`Refused` ``id.malformed`` when it is not one.
    """
    from uuid_utils import UUID

    try:
        return str(UUID(text))
    except ValueError:
        raise Refused("id.malformed", text=text[:80]) from None
