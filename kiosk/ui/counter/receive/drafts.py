"""What is half entered outlives the program: small files of each counter, for its owner only."""

import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from kiosk.ui.counter.receive.form import Form

log = logging.getLogger(__name__)

_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reception that was begun.

    ``asked`` is what was sent to the store under ``request_id``, each time its answer did not
    come: the values of a dossier file, the last ones last.
    """

    request_id: str
    saved_at: datetime
    form: Form
    ticket_id: str | None = None
    ticket_label: str = ""
    asked: tuple[dict[str, Any], ...] = ()
    version: int = _FORMAT


class DraftFile:
    """The draft of one counter, and those that were put aside for later."""

    def __init__(self, folder: Path, counter: int) -> None:
        self.path = folder / f"tiep-nhan-quay-{counter}.json"
        self._later = f"tiep-nhan-quay-{counter}.de-sau-"

    def save(self, draft: Draft) -> bool:
        """Write the draft over the one before; False when it could not be written."""
        new = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            # Readable by its owner from the first byte on: it names a person.
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(draft))
            new.replace(self.path)
        except OSError as error:
            log.warning("the draft was not written: %s", error)
            return False
        return True

    def load(self) -> Draft | None:
        """The draft, if there is one. One that cannot be read is set aside."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            log.warning("the draft was not read: %s", error)
            return None
        try:
            draft = msgspec.json.decode(data, type=Draft)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self._set_aside()
            return None
        if draft.version != _FORMAT:
            self._set_aside()
            return None
        return draft

    def at_hand(self, ticket_id: str | None) -> Draft | None:
        """The draft to offer to whoever has that ticket: it is theirs, or belongs to no ticket.

        Another ticket's draft is put aside for it, without a question: to go on with it now would
        mix two people. It comes back with its own ticket.
        """
        draft = self.load()
        if ticket_id is None or (draft is not None and draft.ticket_id in (None, ticket_id)):
            return draft
        if draft is not None and not self.put_aside():
            return draft
        own = (one for one in self._waiting() if self._ticket_of(one) == ticket_id)
        return self._take(next(own, None))

    def delete(self) -> None:
        """Forget the draft."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the draft was not deleted: %s", error)

    def waiting(self) -> int:
        """How many were put aside for later."""
        return len(self._waiting())

    def put_aside(self) -> bool:
        """Let the draft wait, behind those that wait already; False when it could not be done."""
        behind = self._waiting()
        number = 1 + (self._number(behind[-1]) if behind else 0)
        try:
            self.path.replace(self.path.with_name(f"{self._later}{number}.json"))
        except OSError as error:
            log.warning("the draft was not put aside: %s", error)
            return False
        return True

    def take_back(self) -> Draft | None:
        """The draft that waits longest, as the counter's draft again."""
        return self._take(next(iter(self._waiting()), None))

    def _take(self, waiting: Path | None) -> Draft | None:
        if waiting is None:
            return None
        try:
            waiting.replace(self.path)
        except OSError as error:
            log.warning("the draft was not taken back: %s", error)
            return None
        return self.load()

    def _ticket_of(self, waiting: Path) -> str | None:
        try:
            return msgspec.json.decode(waiting.read_bytes(), type=Draft).ticket_id
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def _waiting(self) -> list[Path]:
        found = self.path.parent.glob(f"{self._later}*.json")
        return sorted((one for one in found if self._number(one)), key=self._number)

    def _number(self, file: Path) -> int:
        said = file.stem.removeprefix(self._later)
        return int(said) if said.isdecimal() else 0

    def _set_aside(self) -> None:
        aside = self.path.with_suffix(".hong.json")
        log.warning("the draft cannot be read and is set aside as %s", aside.name)
        try:
            self.path.replace(aside)
        except OSError as error:
            log.warning("it could not be set aside: %s", error)
