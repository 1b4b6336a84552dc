"""The kinds of source a procedure is read from, and what reading one brings."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.procedure import Procedure
from kiosk.catalogue.unreadable import Unreadable


class SourceKind(StrEnum):
    """Where something was read: the portal's full record, a line of its catalogue, a hand."""

    RECORD = "record"
    CATALOGUE = "catalogue"
    HANDWRITTEN = "handwritten"


LONGEST_CODE = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says of a procedure; parts on which it is silent are empty.

    ``code`` and ``name`` may be empty too: such a reading cannot be kept.
    """

    procedure: Procedure
    unreadable: tuple[Unreadable, ...] = ()
