"""What becomes of the sample office's dossiers: most go straight on, some wait, some end early."""

import random
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kiosk.clock import office_day
from kiosk.refusal import Refused

if TYPE_CHECKING:
    from kiosk.dossiers.moving import DossierMoved
    from kiosk.office.model import Office
    from kiosk.storage.store import Store
    from kiosk.storage.units import Actor

Planned = tuple[tuple[datetime, str], ...]
"""Moments, and what then happens to the dossier."""

_MISSING = (
    "Tờ khai theo mẫu: chưa ký, chưa ghi ngày sinh",
    "Giấy tờ chứng minh nơi cư trú: bản sao chưa chứng thực",
    "Văn bản ủy quyền: đã hết hạn ủy quyền",
)
_NOT_POSSIBLE = (
    "không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận",
    "chưa đủ điều kiện theo quy định, sau khi thẩm định hồ sơ",
)
_WITHDRAWN = "người nộp xin rút hồ sơ"
_NOT_YET = "cơ quan phối hợp chưa có văn bản trả lời xác minh"
_POOR = "hộ nghèo, có giấy xác nhận"
_WAIVED, _PAID = 0.06, 0.95
"""How many need not pay, and how many of all are done with paying at once."""
_ROOM = timedelta(days=3)
"""What is due sooner goes straight on."""
_PASSED = frozenset(
    {"dossier.wrong_state", "tell.nothing", "supplement.late", "extension.too_late"}
)


class Fate(StrEnum):
    """What becomes of a dossier."""

    STRAIGHT = "straight"
    MISSING = "missing"
    EXTENDED = "extended"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_OF_A_HUNDRED = {
    Fate.STRAIGHT: 84,
    Fate.MISSING: 8,
    Fate.EXTENDED: 3,
    Fate.REFUSED: 3,
    Fate.WITHDRAWN: 2,
}


class Lives:
    """Dossiers of an office after their reception, in the hands of one officer.

    The same seed gives the same lives.
    """

    def __init__(self, store: "Store", office: "Office", by: "Actor", seed: int) -> None:
        self._store, self._office, self._by = store, office, by
        # Fates have their own dice: they change nothing of who comes when.
        self._receipts = 0
        self._dice = random.Random(f"fates {seed}")  # noqa: S311 - invented, no secret

    def pay(self, code: str, officer: str) -> None:
        """Most people pay at once what is asked, a few need not, a few pay later."""
        from kiosk.dossiers.fees import TakeFee, WaiveFee, fees_of, take_fee, waive_fee

        with self._store.read() as unit:
            left = fees_of(unit, code)[0].left
        drawn, by = self._dice.random(), replace(self._by, officer=officer)
        if not left or drawn > _PAID:
            return
        if drawn < _WAIVED:
            self._store.do(waive_fee, WaiveFee(code, left, _POOR), by)
        else:
            self._receipts += 1
            self._store.do(take_fee, TakeFee(code, left, f"BL-{self._receipts:05d}"), by)

    def begin(
        self, started: datetime, due_at: datetime, ready: datetime, given: datetime
    ) -> Planned:
        """What will happen to a dossier that would go straight on at these moments."""
        fate = self._fate(started, due_at)
        start, end = ((started, "start"),), ((given, "give"),)
        if fate is Fate.MISSING:
            asked = started + self._hours(2, 20)
            comes = ((asked + self._hours(20, 150), "complete"),)
            return start + self._news(asked, "ask") + (comes if self._dice.random() < 0.7 else ())
        if fate is Fate.EXTENDED:
            late = due_at + timedelta(days=1)
            end = ((max(given, late + timedelta(hours=3)), "give"),)
            sent = due_at - timedelta(days=2)
            return start + self._news(sent, "extend") + self._news(late, "ready") + end
        if fate is Fate.REFUSED:
            return start + self._news(ready, "refuse") + end
        if fate is Fate.WITHDRAWN:
            asked = started + self._hours(4, 30)
            gone = self._news(asked + self._hours(1, 5), "stop")
            return (*start, (asked, "withdraw"), *gone, *end)
        return start + self._news(ready, "ready") + end

    def live(self, code: str, what: str) -> Planned:
        """Let it happen; what follows from it, beyond what was planned.

        A step that cannot be taken any more is left out: one before it was put off to a later day.
        """
        try:
            return getattr(self, f"_{what}")(code) or ()
        except Refused as refusal:
            if refusal.code not in _PASSED:
                raise
            return ()

    def _fate(self, started: datetime, due_at: datetime) -> Fate:
        drawn = self._dice.choices(tuple(_OF_A_HUNDRED), tuple(_OF_A_HUNDRED.values()))[0]
        return drawn if due_at - started > _ROOM else Fate.STRAIGHT

    def _hours(self, least: int, most: int) -> timedelta:
        return timedelta(hours=self._dice.randrange(least, most))

    def _news(self, at: datetime, what: str) -> Planned:
        """Something that its citizen is to learn of: most are called soon afterwards."""
        called = at + timedelta(minutes=self._dice.randrange(20, 200))
        return ((at, what), (called, "tell")) if self._dice.random() < 0.8 else ((at, what),)

    def _do(self, use_case: Any, wish: Any) -> "DossierMoved":
        fact: DossierMoved = self._store.do(use_case, wish, self._by)
        return fact

    # What happens to a dossier

    def _start(self, code: str) -> None:
        from kiosk.dossiers.life import MoveDossier, start_processing

        self._do(start_processing, MoveDossier(code))

    def _ready(self, code: str) -> None:
        from kiosk.dossiers.life import MoveDossier, mark_ready

        self._do(mark_ready, MoveDossier(code))

    def _give(self, code: str) -> None:
        from kiosk.dossiers.life import return_result
        from kiosk.dossiers.returning import ReturnResult

        self._do(return_result, ReturnResult(code))

    def _ask(self, code: str) -> None:
        from kiosk.dossiers.letters import MissingPaper
        from kiosk.dossiers.supplementing import AskSupplement, ask_supplement

        name, _, what = self._dice.choice(_MISSING).partition(": ")
        papers = (MissingPaper(name, originals=1, what=what),)
        self._do(ask_supplement, AskSupplement(code, papers))

    def _complete(self, code: str) -> Planned:
        from kiosk.dossiers.supplementing import RestartDossier, restart

        fact = self._do(restart, RestartDossier(code))
        if fact.due_at is None:
            return ()
        started = fact.at + timedelta(minutes=20)
        ready = started + (fact.due_at - started) * self._dice.uniform(0.4, 0.8)
        given = ready + self._hours(2, 40)
        return ((started, "start"), *self._news(ready, "ready"), (given, "give"))

    def _extend(self, code: str) -> None:
        from kiosk.dossiers.extending import ExtendDossier, extend
        from kiosk.dossiers.reading import find_dossier

        with self._store.read() as unit:
            due_at = find_dossier(unit, code).due_at
        if due_at is not None:
            after = office_day(due_at) + timedelta(days=3)
            again = self._office.calendar.first_working_day(after)
            self._do(extend, ExtendDossier(code, again, _NOT_YET))

    def _refuse(self, code: str) -> None:
        from kiosk.dossiers.ending import EndDossier, refuse

        self._do(refuse, EndDossier(code, self._dice.choice(_NOT_POSSIBLE)))

    def _withdraw(self, code: str) -> None:
        from kiosk.dossiers.ending import EndDossier, withdraw

        self._do(withdraw, EndDossier(code, _WITHDRAWN))

    def _stop(self, code: str) -> None:
        from kiosk.dossiers.ending import EndDossier, stop

        self._do(stop, EndDossier(code, _WITHDRAWN))

    def _tell(self, code: str) -> None:
        from kiosk.dossiers.telling import MarkTold, mark_told

        self._store.do(mark_told, MarkTold(code, reached=self._dice.random() < 0.9), self._by)
