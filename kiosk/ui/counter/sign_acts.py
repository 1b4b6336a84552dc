"""Sitting down at the counter and leaving it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kiosk.refusal import Refused
from kiosk.ui.counter.asking import Asking
from kiosk.ui.counter.host import Host
from kiosk.ui.counter.leaving import Leaving
from kiosk.ui.counter.sign_in_page import SignInPage
from kiosk.ui.frames.frame import AT_ONCE
from kiosk.ui.parts.sheet import Question
from kiosk.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.office.signing_in import SignedIn, SignedOut, SignIn, SignOut
    from kiosk.storage.commands import UseCase

TAKEN = "Quầy này đang mở ở máy khác"
TAKEN_OVER = (
    "Quầy này vừa được mở ở máy khác nên máy này thoát ra. Số đang phục vụ vẫn ở quầy; "
    "phần đang nhập là nháp của máy này. Đăng nhập lại để lấy lại quầy."
)
NO_LONGER = (
    "{name} không còn đăng nhập ở quầy này. Phần đang nhập là nháp của máy này. "
    "Đăng nhập lại để tiếp tục."
)
RECEIVED_LATE = (
    "Đã tiếp nhận {code}, giấy hẹn in ở máy này. Máy này đã thoát khỏi quầy; "
    "đăng nhập lại để tiếp tục."
)
TURNED_LATE = (
    "Đã lập phiếu số {number}, in ở máy này. Máy này đã thoát khỏi quầy; đăng nhập lại để tiếp tục."
)


@dataclass(frozen=True, slots=True)
class Officer:
    """Who sits at the counter."""

    code: str
    name: str
    title: str
    since: "datetime | None" = None
    manages: bool = False


class SignActs(QObject):
    """``arrived`` carries the :class:`Officer` who sat down; ``left`` a note why nobody sits."""

    arrived = Signal(object)
    left = Signal(str)

    def __init__(self, host: Host, asking: Asking, page: SignInPage, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._asking, self._page = host, asking, page
        self.officer: Officer | None = None
        self._leaving = Leaving(host, asking, self.sign_out, self)
        self._closing: Callable[[], object] | None = None
        page.wanted.connect(self.sign_in)

    def sign_in(self, code: str, pin: str, *, take_over: bool = False) -> None:
        """Sit down; the PIN goes to the store and nowhere else.

        Where another machine is at work at this counter it is asked once whether to take over.
        """
        number = self._asking.number

        def plan() -> "tuple[UseCase[SignIn, SignedIn], SignIn]":
            from kiosk.ui.counter import work

            return work.signing_in(number, code, pin, take_over=take_over)

        def refused(refusal: Refused) -> None:
            self._page.refuse(sentence(refusal))
            if refusal.code == "desk.taken":
                question = Question(TAKEN, sentence(refusal), "Để máy kia làm", "Tiếp quản quầy")
                self._host.ask(question).answered.connect(
                    lambda wanted: self.sign_in(code, pin, take_over=True) if wanted else None
                )

        act = self._asking.act
        if act("sign_in", plan, self._signed_in, refused, again=False, seated=False):
            self._page.set_busy("Đang kiểm tra…")

    def pause(self) -> None:
        """Ctrl N: leave the counter; what becomes of its numbers is asked once."""
        self._closing = None
        self._leaving.leave()

    def stays_open(self, close: Callable[[], object]) -> bool:
        """The window is being closed: whether it stays, to ask what becomes of its numbers.

        ``close`` closes it once the counter is left. Where the question was asked already, or the
        store cannot be written, it is closed at once, and the numbers stay at the counter.
        """
        asked = self._closing is not None and self._host.asking is not None
        here = self.officer is not None and self._asking.workplace.station is not None
        ending = bool(QApplication.instance().property(AT_ONCE))  # type: ignore[union-attr]
        if ending or not here or asked or self._asking.unwritten or not self._leaving.has_numbers:
            return False
        self._closing = close
        self._leaving.leave()
        return True

    def sign_out(self) -> None:
        """Leave the counter."""
        self._asking.act("sign_out", self.leaving(), self._signed_out, self._host.refuse)

    def leaving(self) -> "_Leave":
        """The plan by which the counter is left."""
        return _Leave(self._asking.number, self.officer.since if self.officer else None)

    def check(self, sitting: str | None, since: "datetime | None") -> None:
        """The store says who sits here since when; another sitting, and this window steps back."""
        if self.officer is None or (sitting, since) == (self.officer.code, self.officer.since):
            return
        elsewhere = sitting == self.officer.code
        told = TAKEN_OVER if elsewhere else NO_LONGER.format(name=self.officer.name)
        self._forget()
        self.left.emit(told)

    def _signed_in(self, fact: "SignedIn") -> None:
        self._page.set_busy("")
        from kiosk.office.managers import MANAGING_ROLES

        manages = fact.role in MANAGING_ROLES
        self.officer = Officer(fact.officer, fact.name, fact.title, fact.since, manages)
        self._asking.officer = fact.officer
        self.arrived.emit(self.officer)

    def _signed_out(self, _: "SignedOut") -> None:
        self._forget()
        self.left.emit("")
        if self._closing is not None:
            self._closing()

    def _forget(self) -> None:
        self.officer = None
        self._asking.officer = None


class _Leave:
    """The plan of leaving a counter, without a window behind it."""

    def __init__(self, number: int, since: "datetime | None") -> None:
        self._number, self._since = number, since

    def __call__(self) -> "tuple[UseCase[SignOut, SignedOut], SignOut]":
        from kiosk.ui.counter import work

        return work.signing_out(self._number, self._since)
