"""What the page asks the lanes for while it is being filled in; only the last answer counts."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.refusal import Refused
from kiosk.ui.counter.receive.latest import Latest
from kiosk.ui.counter.receive.outlook import Hit, Outlook
from kiosk.ui.workplace import Workplace

if TYPE_CHECKING:
    from kiosk.catalogue.procedure import Procedure
    from kiosk.dossiers.last_time import LastTime
    from kiosk.dossiers.slips import AppointmentSlip
    from kiosk.ui.counter.life_seen import ActEntry
    from kiosk.ui.counter.receive.turning_props import Kind, TurningSeen

Values = dict[str, Any]
Declined = Callable[[Refused], None]


class Asks:
    """Asks on behalf of ``owner``; answers come on the window's thread.

    A refusal goes to the asker's ``declined``; anything else that fails is raised.
    """

    def __init__(self, workplace: Workplace, owner: QObject) -> None:
        self._workplace, self._owner = workplace, owner
        self._looking, self._searching, self._drawing = Latest(), Latest(), Latest()
        self._remembering, self._turning = Latest(), Latest()

    def outlook(
        self,
        values: Values,
        officer: str | None,
        done: Callable[[Outlook], None],
        declined: Declined,
    ) -> None:
        """What the rules say of a form."""

        def look(unit: Any) -> Outlook:
            from kiosk.ui.counter.receive import work

            return work.look(unit, values, officer)

        self._looking.ask(lambda ended: self._read(look, done, declined, ended))

    def hits(
        self,
        typed: str,
        field: str,
        done: Callable[[tuple[Hit, ...]], None],
        declined: Declined,
    ) -> None:
        """The procedures that fit what was typed."""

        def look(unit: Any) -> tuple[Hit, ...]:
            from kiosk.ui.counter.receive import work

            return work.hits(unit, typed, field)

        self._searching.ask(lambda ended: self._read(look, done, declined, ended))

    def procedure(self, code: str, done: "Callable[[Procedure], None]", declined: Declined) -> None:
        """A procedure by its code."""

        def look(unit: Any) -> "Procedure":
            from kiosk.ui.counter.receive import work

            return work.procedure(unit, code)

        self._read(look, done, declined, _no_end)

    def last_time(
        self, number: str, name: str, done: "Callable[[LastTime | None], None]", declined: Declined
    ) -> None:
        """What the person with that number and name handed in last time; without a name what the
        organisation with that tax code did."""

        def look(unit: Any) -> "LastTime | None":
            from kiosk.dossiers.last_time import last_time, last_time_of

            return last_time(unit, number, name) if name else last_time_of(unit, number)

        self._remembering.ask(lambda ended: self._read(look, done, declined, ended))

    def picture(
        self,
        slip: "AppointmentSlip",
        width: int,
        done: Callable[[QImage, int], None],
        declined: Declined,
    ) -> None:
        """The slip as a picture, ``width`` pixels wide, and how many sheets it takes."""

        def draw() -> tuple[QImage, int]:
            from kiosk.ui.counter.receive.picture import slip_picture

            return slip_picture(slip, width)

        self._draw(draw, done, declined)

    def letter_picture(
        self,
        kind: str,
        letter: Any,
        width: int,
        done: Callable[[QImage, int], None],
        declined: Declined,
    ) -> None:
        """A letter as a picture, and how many sheets it takes."""

        def draw() -> tuple[QImage, int]:
            from kiosk.ui.counter.receive.picture import letter_picture

            return letter_picture(kind, letter, width)

        self._draw(draw, done, declined)

    def turning(
        self,
        kind: "Kind",
        values: Values,
        entry: "ActEntry",
        officer: str | None,
        done: "Callable[[TurningSeen], None]",
        declined: Declined,
    ) -> None:
        """What the rules say of a letter instead of a reception."""

        def look(unit: Any) -> "TurningSeen":
            from kiosk.ui.counter.receive import turning_work

            return turning_work.look(unit, kind, values, entry, officer)

        self._turning.ask(lambda ended: self._read(look, done, declined, ended))

    def _draw(
        self,
        draw: Callable[[], tuple[QImage, int]],
        done: Callable[[QImage, int], None],
        declined: Declined,
    ) -> None:
        def start(ended: Callable[[], None]) -> None:
            def told(drawn: tuple[QImage, int]) -> None:
                ended()
                done(*drawn)

            failed = _failed(declined, ended)
            self._workplace.jobs.run("devices", draw, told, failed, owner=self._owner)

        self._drawing.ask(start)

    def _read(
        self,
        look: Callable[[Any], Any],
        done: Callable[[Any], None],
        declined: Declined,
        ended: Callable[[], None],
    ) -> None:
        failed = _failed(declined, ended)

        def told(answer: Any) -> None:
            ended()
            done(answer)

        try:
            self._workplace.read(look, told, failed, owner=self._owner)
        except Refused as refusal:
            # The store is not open yet.
            failed(refusal)


def _failed(declined: Declined, ended: Callable[[], None]) -> Callable[[BaseException], None]:
    def failed(error: BaseException) -> None:
        ended()
        if not isinstance(error, Refused):
            raise error
        declined(error)

    return failed


def _no_end() -> None:
    return
