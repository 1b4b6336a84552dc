"""Reading about procedures: what somebody looks for, what was found, the one they read."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.citizen.errand import Errand, Host
from kiosk.ui.citizen.procedures import work
from kiosk.ui.citizen.procedures.detail_page import DetailPage
from kiosk.ui.citizen.procedures.list_page import ListPage
from kiosk.ui.citizen.procedures.listing import Asked, ListProps, derive_list, leafed, rows_of
from kiosk.ui.citizen.procedures.telling import DetailProps, Printing, derive_detail
from kiosk.ui.citizen.session import NO_ANSWER_S, Known, Screen
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import IDLE

if TYPE_CHECKING:
    from kiosk.catalogue.browsing import Browsed, Published
    from kiosk.catalogue.papers_list import PapersOwed

PAUSE_MS = 150
LONGEST_TYPED = 80


class ProceduresErrand(Errand):
    """A list that follows what is typed, and one procedure at a time."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.asked = Asked()
        self._shelves = work.Shelves()
        self._browsed: Browsed | None = None
        self._read: Published | None = None
        self._most = 0
        self._step = 1
        self._printing: Printing = ""
        self._job = ""
        self._waited = 0
        self._pause = QTimer()
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    @property
    def patience(self) -> int:
        return IDLE["list"] if self._read is None else IDLE["read"]

    def changed(self) -> None:
        """Something in the store is new: perhaps the catalogue, perhaps the list came out."""
        self._shelves.forget()
        self._look()
        if self._job and self._printing in ("printing", "failed"):
            self.host.read(work.paper(self._job), self._on_paper, _unheard)

    def props(self, known: Known, screen: Screen) -> ListProps | DetailProps:
        if self._read is not None:
            return derive_detail(
                self._read,
                known,
                screen.now,
                screen.language,
                printing=self._printing,
                taking=self.host.taking,
            )
        self._step = leafed(wide=screen.wide, large=screen.large, keys=self.asked.keys)
        most = rows_of(wide=screen.wide, large=screen.large, keys=self.asked.keys, text=screen.text)
        if most != self._most:
            # Another look has room for other lines: the page begins anew.
            first = self._most == 0
            self._most = most
            self.asked = replace(self.asked, page=0)
            self._look(now=first)
        return derive_list(
            self.asked,
            self._browsed,
            known,
            screen.language,
            wide=screen.wide,
            large=screen.large,
            text=screen.text,
        )

    def page(self, look: Look, props: Any, *, wide: bool) -> QWidget:
        if isinstance(props, ListProps):
            listed = ListPage(look, props, self.host.language, wide=wide)
            listed.typed.connect(self._on_typed)
            listed.kept_to.connect(lambda prefix: self._ask(prefix=prefix, page=0))
            listed.more_fields.connect(self._other_fields)
            listed.turned.connect(lambda page: self._ask(page=page))
            listed.opened.connect(self._open)
            listed.keys_wanted.connect(lambda out: self._ask(keys=out))
            return listed
        detail = DetailPage(look, props, wide=wide)
        detail.take_asked.connect(self._take)
        detail.print_asked.connect(self._print)
        return detail

    def second(self) -> None:
        if self._printing == "printing":
            self._waited += 1
            if self._waited >= NO_ANSWER_S:
                self._printing = "failed"

    def back(self) -> bool:
        if self._read is None:
            return False
        self._read, self._printing, self._job = None, "", ""
        return True

    def settle(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._look()

    def end(self) -> None:
        self._pause.stop()
        self.asked, self._browsed, self._read = Asked(), None, None

    # The list

    def _on_typed(self, text: str) -> None:
        self.asked = replace(self.asked, typed=text[:LONGEST_TYPED], page=0)
        self._pause.start()

    def _ask(self, **changed: Any) -> None:
        self.asked = replace(self.asked, **changed)
        self._look()
        self.host.refresh_page()

    def _other_fields(self) -> None:
        self._ask(fields_from=self.asked.fields_from + self._step)

    def _look(self, *, now: bool = True) -> None:
        asked, most = self.asked, self._most
        if most and now:
            self.host.read(
                work.browsing(self._shelves, asked.typed, asked.prefix, asked.page * most, most),
                partial(self._on_browsed, asked, most),
                _unheard,
            )
        elif most:
            self._pause.start()

    def _on_browsed(self, asked: Asked, most: int, browsed: "Browsed") -> None:
        same = (asked.typed, asked.prefix, asked.page) == (
            self.asked.typed,
            self.asked.prefix,
            self.asked.page,
        )
        if same and most == self._most:
            self._browsed = browsed
            self.host.refresh_page()

    # One procedure

    def _open(self, code: str) -> None:
        self.host.read(work.reading(code), self._on_read, _unheard)

    def _on_read(self, found: "Published") -> None:
        if self._read is None:
            self._read = found
            self.host.turn()

    def _take(self) -> None:
        if self._read is not None and not self.host.taking:
            self.host.take_number(self._read.prefix)

    def _print(self) -> None:
        if self._read is None or self._printing == "printing":
            return
        self._printing, self._job, self._waited = "printing", "", 0
        self.host.do(work.printing(self._read.procedure.code), self._on_owed, self._on_not_owed)
        self.host.refresh_page()

    def _on_owed(self, owed: "PapersOwed") -> None:
        self._job = owed.print_job
        self.host.touched()

    def _on_not_owed(self, _error: BaseException) -> None:
        self._printing = "failed"
        self.host.refresh_page()

    def _on_paper(self, state: str) -> None:
        if state in ("printed", "filed") and self._printing in ("printing", "failed"):
            self._printing = "printed"
            self.host.notify(self.host.language.tr("Đã in danh mục giấy tờ."))
        elif state in ("failed", "unknown"):
            self._printing = "failed"
        self.host.refresh_page()


def _unheard(error: BaseException) -> None:
    """The window says by itself that the store does not answer; what was read so far stays."""
    if not isinstance(error, Refused):
        raise error
