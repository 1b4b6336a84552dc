"""Following a dossier, from the code to what its secret opens."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.citizen.errand import Errand, Host
from kiosk.ui.citizen.scanning import DossierScan, meaning
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.citizen.status import work
from kiosk.ui.citizen.status.asking import EntryProps, derive_entry
from kiosk.ui.citizen.status.entry_page import EntryPage
from kiosk.ui.citizen.status.following import (
    Following,
    Trouble,
    emptied,
    with_key,
    without_key,
)
from kiosk.ui.citizen.status.secret import SecretPageProps, derive_secret_page
from kiosk.ui.citizen.status.secret_card import SecretPage
from kiosk.ui.citizen.status.status_page import StatusPage
from kiosk.ui.citizen.status.telling import StatusProps, derive_status
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import IDLE

if TYPE_CHECKING:
    from kiosk.dossiers.public import PublicDetails, PublicStatus
_TROUBLES: dict[str, Trouble] = {"dossier.unknown": "unknown", "barcode.unreadable": "unreadable"}


class StatusErrand(Errand):
    """The code alone opens progress and day; the secret opens the rest, as long as one stays."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.now = Following()
        self._digits = self._secret = ""

    @property
    def patience(self) -> int:
        return IDLE["read"]

    def begin(self) -> None:
        self.host.read(work.unit_code, self._on_unit_code, _unheard)

    def props(self, known: Known, screen: Screen) -> EntryProps | StatusProps | SecretPageProps:
        now, language = self.now, screen.language
        if now.status is None:
            return derive_entry(now, language)
        if now.asking:
            return derive_secret_page(now, screen.now, language)
        return derive_status(
            now,
            known,
            screen.now,
            language,
            wide=screen.wide,
            large=screen.large,
            taking=self.host.taking,
        )

    def page(self, look: Look, props: Any, *, wide: bool) -> QWidget:
        if isinstance(props, EntryProps):
            entry = EntryPage(look, props, wide=wide)
            entry.typed.connect(lambda key: self._typed(with_key(self.now, key)))
            entry.erased.connect(lambda: self._typed(without_key(self.now)))
            entry.cleared.connect(lambda: self._typed(emptied(self.now, free=self.now.free)))
            entry.switched.connect(lambda: self._typed(emptied(self.now, free=not self.now.free)))
            entry.submitted.connect(self._submit)
            return entry
        if isinstance(props, SecretPageProps):
            secret = SecretPage(look, props, wide=wide)
            secret.card.boxes.put(self._digits)
            secret.card.typed.connect(self._on_digits)
            secret.card.completed.connect(self._open)
            return secret
        status = StatusPage(look, props, wide=wide)
        if status.secret is not None:
            status.secret.boxes.put(self._digits)
        status.typed.connect(self._on_digits)
        status.completed.connect(self._open)
        status.ask_asked.connect(self._ask)
        status.take_asked.connect(self._take)
        return status

    def back(self) -> bool:
        if self.now.status is None:
            return False
        self._forget_secret()
        if self.now.asking or self.now.details is not None:
            self.now = replace(
                self.now, asking=False, checking=False, details=None, secret_trouble=""
            )
        else:
            self.now = Following(self.now.unit_code, self.now.typed, self.now.free)
        return True

    def scanned(self, text: str) -> bool:
        """Look for the dossier whose slip was scanned, whatever is on the screen."""
        means = meaning(text)
        if not isinstance(means, DossierScan):
            return False
        if not self.host.taking:
            self._forget_secret()
            self.now = Following(self.now.unit_code)
            self._find(means.code)
            self.host.turn()
        return True

    def changed(self) -> None:
        """Something in the store is new: perhaps this dossier went on."""
        status = self.now.status
        if not self.now.unit_code:
            self.begin()
        if status is not None and not self.now.checking:
            self.host.read(work.finding(status.code), partial(self._on_again, status), _unheard)

    def end(self) -> None:
        self._forget_secret()
        self.now = Following()

    # The code

    def _on_unit_code(self, unit_code: str) -> None:
        self.now = replace(self.now, unit_code=unit_code)
        self.host.refresh_page()

    def _typed(self, now: Following) -> None:
        self.now = now
        self.host.refresh_page()

    def _submit(self) -> None:
        if self.now.is_ticket:
            self.host.ask_ticket(self.now.typed)
        elif self.now.enough and not self.now.finding:
            self._find(self.now.code)
            self.host.refresh_page()

    def _find(self, code: str) -> None:
        self.now = asked = replace(self.now, finding=True, trouble="")
        self.host.read(
            work.finding(code),
            partial(self._on_found, asked),
            partial(self._on_not_found, asked),
        )

    def _on_found(self, asked: Following, status: "PublicStatus") -> None:
        if self._still(asked):
            self.now = replace(self.now, finding=False, status=status)
            self.host.turn()

    def _on_not_found(self, asked: Following, error: BaseException) -> None:
        if not self._still(asked) or not isinstance(error, Refused):
            return
        self.now = replace(self.now, finding=False, trouble=_TROUBLES.get(error.code, "silent"))
        if not asked.typed and "dossier" in error.details:
            # It was scanned: the code is shown, to be compared with the slip.
            self.now = replace(self.now, typed=str(error.details["dossier"]), free=True)
        self.host.turn()

    def _still(self, asked: Following) -> bool:
        """Whether that is still what is waited for; its unit code may have come meanwhile."""
        return self.now.finding and replace(self.now, unit_code=asked.unit_code) == asked

    def _on_again(self, before: "PublicStatus", status: "PublicStatus") -> None:
        if self.now.status is not before or status == before:
            return
        self.now = replace(self.now, status=status)
        if self.now.details is not None:
            # The secret is still known: what it opens is asked for anew, through the same door.
            self._send(self._secret)
        self.host.refresh_page()

    # The secret

    def _ask(self) -> None:
        self.now = replace(self.now, asking=True, secret_trouble="")
        self.host.turn()

    def _on_digits(self, digits: str) -> None:
        self._digits = digits
        if digits and self.now.secret_trouble:
            self.now = replace(self.now, secret_trouble="")
            self.host.refresh_page()

    def _open(self, secret: str) -> None:
        if self.now.status is not None and not self.now.checking:
            self.now = replace(self.now, checking=True, secret_trouble="")
            self._send(secret)
            self.host.refresh_page()

    def _send(self, secret: str) -> None:
        status = self.now.status
        assert status is not None
        self._secret = secret
        self.host.do(
            work.opening(status.code, secret),
            partial(self._on_opened, status.code),
            partial(self._on_not_opened, status.code),
        )

    def _on_opened(self, code: str, details: "PublicDetails") -> None:
        status = self.now.status
        if status is None or status.code != code or not self._secret:
            return
        self._digits = ""
        first = self.now.details is None
        self.now = replace(
            self.now,
            checking=False,
            asking=False,
            attempt=self.now.attempt + 1,
            details=details,
        )
        if first:
            self.host.turn()
        else:
            self.host.refresh_page()

    def _on_not_opened(self, code: str, error: BaseException) -> None:
        status = self.now.status
        if status is None or status.code != code or not isinstance(error, Refused):
            return
        self._forget_secret()
        left, until = error.details.get("left"), error.details.get("until")
        if isinstance(until, datetime):
            status = replace(status, locked_until=until)
        self.now = replace(
            self.now,
            checking=False,
            attempt=self.now.attempt + 1,
            secret_trouble="wrong" if isinstance(left, int) else "" if until else "silent",
            left=left if isinstance(left, int) else 0,
            status=status,
            details=None,
        )
        self.host.refresh_page()

    def _forget_secret(self) -> None:
        self._digits = self._secret = ""

    def _take(self) -> None:
        status = self.now.status
        if status is not None and not self.host.taking:
            self.host.take_number(status.field)


def _unheard(_error: BaseException) -> None:
    """The window says by itself that the store does not answer."""
