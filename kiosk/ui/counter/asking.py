"""The counter's side of the store: looks that never pile up, acts that are not done twice."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ids import new_id
from kiosk.refusal import Refused
from kiosk.ui.counter.seen import Seen
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit

T = TypeVar("T")
Wish = TypeVar("Wish")
Fact = TypeVar("Fact")
OnRefused = Callable[[Refused], None]
Sign = Callable[[Seen], str]

_AGAIN_MS = 5_000


class Asking(QObject):
    """Asks the store on behalf of one counter.

    ``seen`` carries a fresh :class:`Seen`. ``troubled`` carries the refusal by which the store
    itself failed (``store.*``); the look is then repeated until it succeeds, which ``seen`` tells.
    ``rested`` tells that an act has ended, however it did. ``unwritten``: an act found no store,
    and none has succeeded since. ``landed`` carries what an act did whose answer was lost, once a
    look shows that it was done.
    """

    seen = Signal(object)
    troubled = Signal(object)
    rested = Signal()
    landed = Signal(str)

    def __init__(self, workplace: Workplace, number: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.number = number
        self.officer: str | None = None
        self.doing = ""
        self.unwritten = False
        self.closed = False
        self._looking = self._look_again = False
        self._unanswered: dict[str, str] = {}
        self._signs: dict[str, Sign] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AGAIN_MS)
        self._later.timeout.connect(self.look)
        workplace.opened.connect(self.look)
        workplace.changed.connect(self.look)
        workplace.refused.connect(self.troubled)
        workplace.lost.connect(self._lost)

    def close(self) -> None:
        """Ask nothing more, and hear no answer."""
        self.closed = True
        self._later.stop()

    def look(self) -> None:
        """Look at the store anew; while a look is under way the next one waits for it."""
        station = self.workplace.station
        if station is None or self.closed:
            return
        if self._looking:
            self._look_again = True
            return
        self._looking, number, name = True, self.number, station.settings.name

        def work(unit: "ReadUnit") -> Seen:
            from kiosk.ui.counter import work as lane

            return lane.look(unit, number, name)

        self.workplace.read(work, self._see, self._look_failed, owner=self)

    def read(
        self, look: "Callable[[ReadUnit], T]", done: Callable[[T], None], refused: OnRefused
    ) -> None:
        """Look something up for whoever sits here; once nobody does, no answer is handed on."""
        if self.officer is None:
            return
        if self.workplace.station is None:
            self._trouble(Refused("store.not_open_yet"))
            return

        def tell(found: T) -> None:
            if self.officer is not None:
                done(found)

        def fail(error: BaseException) -> None:
            self._refuse(error, refused if self.officer is not None else _unheard)

        self.workplace.read(look, tell, fail, owner=self)

    def act(
        self,
        name: str,
        plan: "Callable[[], tuple[UseCase[Wish, Fact], Wish]]",
        done: Callable[[Fact], None],
        refused: OnRefused,
        *,
        again: bool = True,
        seated: bool = True,
        sign: "Sign | None" = None,
    ) -> bool:
        """Do something, unless another act is under way; whether it was begun.

        Where nobody sits nothing is done, unless ``seated`` is False (sitting down itself).

        ``name`` says what with all that belongs to it: where the store did not answer, the same
        name asked for again goes under the same request id, so that nothing is done twice. Once
        a look has shown how things stand, a new press is a new wish. ``again`` is False for what
        must be asked anew each time (a PIN). ``sign`` tells by a look what the act did, should its
        answer be lost.
        """
        if self.doing or self.closed or (seated and self.officer is None):
            return False
        if self.workplace.station is None:
            self._trouble(Refused("store.not_open_yet"))
            return False
        request = (self._unanswered.get(name) if again else None) or new_id()
        self.doing = name

        def tell(fact: Fact) -> None:
            self.doing, self.unwritten = "", False
            self._unanswered.pop(name, None)
            self._signs.pop(name, None)
            self.look()
            done(fact)
            self.rested.emit()

        def fail(error: BaseException) -> None:
            self.doing = ""
            if again and isinstance(error, Refused) and is_trouble(error):
                self._unanswered[name] = request
                self.unwritten = True
                if sign is not None:
                    self._signs.setdefault(name, sign)
            else:
                self._unanswered.pop(name, None)
            self.look()
            self.rested.emit()
            self._refuse(error, lambda why: refused(_of_act(why) if again else why))

        self.workplace.do(plan, tell, fail, officer=self.officer, request_id=request, owner=self)
        return True

    def _see(self, seen: Seen) -> None:
        self._looking = False
        self._later.stop()
        self._unanswered.clear()
        done = [said for sign in self._signs.values() if (said := sign(seen))]
        self._signs.clear()
        self.unwritten = self.unwritten and not done
        self.seen.emit(seen)
        if done and self.officer is not None:
            self.landed.emit(done[-1])
        if self._look_again:
            self._look_again = False
            self.look()

    def _look_failed(self, error: BaseException) -> None:
        self._looking = self._look_again = False
        if not isinstance(error, Refused):
            raise error
        self._trouble(error)

    def _lost(self, error: BaseException) -> None:
        self._trouble(error if isinstance(error, Refused) else Refused("store.unreachable"))

    def _trouble(self, refusal: Refused) -> None:
        if not self.closed:
            self._later.start()
            self.troubled.emit(refusal)

    def _refuse(self, error: BaseException, refused: OnRefused) -> None:
        if not isinstance(error, Refused):
            raise error
        if is_trouble(error):
            self._trouble(error)
        refused(error)


def _of_act(refusal: Refused) -> Refused:
    """A lost connection says of a look that it failed, of an act only that nobody knows."""
    lost = refusal.code == "store.unreachable"
    return Refused("store.answer_lost") if lost else refusal


def _unheard(_: Refused) -> None:
    return


def is_trouble(refusal: Refused) -> bool:
    """Whether the store itself failed, so that what was asked may not have been done."""
    return refusal.code.startswith("store.")
