"""What a section may ask of the manager's window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.frames.frame import Frame
from kiosk.ui.jobs import Failed, JobRunner
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.toast import ToastKind
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.station import Station
    from kiosk.storage.store import Store
    from kiosk.storage.units import Actor, ReadUnit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Manager:
    """Who manages at this window."""

    code: str
    name: str
    title: str
    role: str


class AdminHost(QObject):
    """The :class:`~kiosk.ui.admin.section.Host` of one stay: from signing in to signing out.

    Answers that come after the stay has ended reach nobody.
    """

    def __init__(
        self,
        window: Frame,
        workplace: Workplace,
        manager: Manager,
        refused: Callable[[Refused], None],
        keys_changed: Callable[[], None],
        go: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._workplace, self.manager = window, workplace, manager
        self._refused, self._keys_changed, self._go = refused, keys_changed, go
        self._over = False

    def end(self) -> None:
        """The stay is over."""
        self._over = True
        self.deleteLater()

    @property
    def clock(self) -> Clock:
        return self._window.clock

    @property
    def officer(self) -> str:
        return self.manager.code

    @property
    def jobs(self) -> JobRunner:
        return self._workplace.jobs

    @property
    def store(self) -> "Store":
        return self._station().store

    @property
    def actor(self) -> "Actor":
        return self._station().actor(self.manager.code)

    @property
    def compact(self) -> bool:
        return bool(getattr(self._window, "compact", False))

    def read(
        self,
        look: "Callable[[ReadUnit], T]",
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        if self._workplace.station is None:
            self._told(Refused("store.not_open_yet"), failed)
            return
        self._workplace.read(
            look, self._if_here(done), lambda error: self._told(error, failed), owner=self
        )

    def do(
        self,
        plan: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Failed | None = None,
        *,
        request_id: str | None = None,
    ) -> None:
        if self._workplace.station is None:
            self._told(Refused("store.not_open_yet"), failed)
            return
        self._workplace.do(
            plan,
            self._if_here(done),
            lambda error: self._told(error, failed),
            officer=self.manager.code,
            request_id=request_id,
            owner=self,
        )

    def ask(self, question: Question, answered: Callable[[bool], None]) -> None:
        self._window.ask(question).answered.connect(answered)

    def ask_three(
        self, question: Question, answered: Callable[[bool], None], other: Callable[[], None]
    ) -> None:
        sheet = self._window.ask(question)
        sheet.answered.connect(answered)
        # The window hears of the other two answers only.
        sheet.other_answered.connect(self._window.drop_question)
        sheet.other_answered.connect(other)

    def notify(self, sentence: str, kind: ToastKind = "ok") -> None:
        self._window.notify(sentence, kind)

    def refuse(self, refusal: Refused) -> None:
        self._refused(refusal)

    def keys_changed(self) -> None:
        self._keys_changed()

    def go(self, section: str) -> None:
        self._go(section)

    def _if_here(self, done: Callable[[T], None]) -> Callable[[T], None]:
        def tell(told: T) -> None:
            if not self._over:
                done(told)

        return tell

    def _told(self, error: BaseException, failed: Failed | None) -> None:
        if self._over and isinstance(error, Refused):
            return
        if failed is not None:
            failed(error)
        elif isinstance(error, Refused):
            self.refuse(error)
        else:
            raise error

    def _station(self) -> "Station":
        if self._workplace.station is None:
            raise Refused("store.not_open_yet")
        return self._workplace.station
