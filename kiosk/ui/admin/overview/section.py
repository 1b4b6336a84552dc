"""The overview at work: it looks every five seconds, and says when it last saw the store."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.clock import local
from kiosk.refusal import Refused
from kiosk.ui.admin.overview.day_acts import KEYS, KEYS_PAUSED, DayActs
from kiosk.ui.admin.overview.list_page import ListPage, answers_page, lines_page
from kiosk.ui.admin.overview.listed import AnswerRow, ListedRow
from kiosk.ui.admin.overview.page import OverviewPage
from kiosk.ui.admin.overview.pause_page import PausePage
from kiosk.ui.admin.overview.props import (
    SCANS,
    OverviewSeen,
    SlowSeen,
    derive_overview,
    told_scans,
)
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.layouts import Column
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.dossiers.steps_at_work import StepAtWork
    from kiosk.storage.units import ReadUnit

LOOK_EVERY_S = 5
COUNT_EVERY_S = 60
OLD_AFTER = timedelta(seconds=15)
ANSWERS = "satisfied"
"""The figure behind which stand citizens' answers."""


class OverviewSection(Section):
    """What is seen stays, with its time, when the store does not answer."""

    key = "overview"
    title = "Tổng quan"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self.page = OverviewPage(look)
        self.listing, self.answers = lines_page(look), answers_page(look)
        self.pages = QStackedWidget()
        self.pausing = PausePage(look)
        self.acts = DayActs(host, self.pausing, self)
        for each in (self.page, self.listing, self.answers, self.pausing):
            self.pages.addWidget(each)
        Column(look, 0, (0, 0, 0, 0), self).add(self.pages)
        self._seen: OverviewSeen | None = None
        self._steps: tuple[StepAtWork, ...] = ()
        self._figure = ""
        self._looking = False
        self._seconds = 0
        self.page.figure.connect(self.show_list)
        self.page.all_devices.connect(lambda: self.host.go("devices"))
        self.listing.back.connect(self.show_figures)
        self.answers.back.connect(self.show_figures)
        self.pausing.back.connect(self.show_figures)
        self.page.pause_pressed.connect(lambda: self.acts.pause_or_resume(self._seen))
        self.page.close_pressed.connect(lambda: self.acts.close_day(self._seen))
        self.acts.entering.connect(self._enter_pause)
        self.acts.done.connect(self._after_act)

    @property
    def keys(self) -> Keys:
        again = ("Ctrl R", "Xem lại")
        if self.entering:
            return (("F9", "Tạm dừng văn phòng"), ("Esc", "Quay lại"))
        if self._figure:
            return (again, ("Esc", "Quay lại"))
        paused = self._seen is not None and self._seen.pause is not None
        return (*(KEYS_PAUSED if paused else KEYS), again)

    @property
    def entering(self) -> bool:
        """Whether the page is shown where one writes why the office pauses."""
        return self.pages.currentWidget() is self.pausing

    def enter(self) -> None:
        self.read()
        self._read_slowly()
        if self._figure:
            self._behind(self._figure).table.setFocus()
        elif self.entering:
            self.pausing.why.edit.setFocus()
        else:
            self.page.kpis["taken"].setFocus()

    def second(self) -> None:
        self._seconds += 1
        if self._seconds % LOOK_EVERY_S == 0:
            self.read()
        if self._seconds % COUNT_EVERY_S == 0:
            self._read_slowly()
        self._paint()

    def press(self, key: str) -> bool:
        if key == "Ctrl R":
            self.read()
            self._read_slowly()
        elif key == "Esc" and (self._figure or self.entering):
            self.show_figures()
        elif key == "F9" and self.entering:
            self.pausing.submit()
        elif key == "F9" and not self._figure:
            self.acts.pause_or_resume(self._seen)
        elif key == "F10" and not self._figure and not self.entering:
            self.acts.close_day(self._seen)
        else:
            return False
        return True

    def leave(self) -> None:
        self._figure = ""
        self.pages.setCurrentWidget(self.page)

    def read(self) -> None:
        """Look at the store anew; a look under way is waited for."""
        if self._looking:
            return
        self._looking = True
        file = self.host.store.file

        def look(unit: "ReadUnit") -> OverviewSeen:
            from kiosk.ui.admin.overview import work

            return work.look(unit, file)

        self.host.read(look, self._see, self._failed)
        if self._figure:
            self._read_list(self._figure)

    def show_list(self, figure: str) -> None:
        """Show the lines behind a figure."""
        self._figure = figure
        self._read_list(figure)

    def show_figures(self) -> None:
        """Back to the figures, where one came from."""
        page = self.page
        came_from: QWidget = page.kpis.get(self._figure, page.show_due)
        if self._figure == SCANS:
            came_from = page.scans
        elif self.entering:
            came_from = page.pause
        self._figure = ""
        self.pages.setCurrentWidget(self.page)
        came_from.setFocus()
        self.host.keys_changed()

    def _enter_pause(self) -> None:
        self.pages.setCurrentWidget(self.pausing)
        self.pausing.begin()
        self.host.keys_changed()

    def _after_act(self) -> None:
        if self.entering:
            self.show_figures()
        self.read()

    def _read_slowly(self) -> None:
        """What takes long to count is counted less often."""

        def look(unit: "ReadUnit") -> SlowSeen:
            from kiosk.ui.admin.overview import work

            return work.look_slowly(unit)

        def see(slow: SlowSeen) -> None:
            self._steps = slow.steps
            self.page.set_scans(told_scans(slow.share))
            self._paint()

        def failed(error: BaseException) -> None:
            # What was seen stays; the figures beside it say how old they are.
            if not isinstance(error, Refused):
                raise error

        self.host.read(look, see, failed)

    def _behind(self, figure: str) -> "ListPage[AnswerRow] | ListPage[ListedRow]":
        return self.answers if figure == ANSWERS else self.listing

    def _read_list(self, figure: str) -> None:
        def look(unit: "ReadUnit") -> Any:
            from kiosk.ui.admin.overview import work

            return work.answers(unit) if figure == ANSWERS else work.listed(unit, figure)

        def done(listed: Any) -> None:
            if figure != self._figure:
                return
            fresh = self.pages.currentWidget() is self.page
            page = self._behind(figure)
            page.show_list(listed)
            self.pages.setCurrentWidget(page)
            if fresh:
                page.table.setFocus()
            self.host.keys_changed()

        self.host.read(look, done, self._unlisted)

    def _unlisted(self, error: BaseException) -> None:
        """The figures stay where there is no list; a list that is shown stays as it is."""
        if not isinstance(error, Refused):
            raise error
        if self.pages.currentWidget() is self.page:
            self._figure = ""
            self.host.refuse(error)

    def _see(self, seen: OverviewSeen) -> None:
        self._looking = False
        before, self._seen = self._seen, seen
        self._paint()
        if before is None or before.pause != seen.pause:
            self.host.keys_changed()

    def _failed(self, error: BaseException) -> None:
        self._looking = False
        if not isinstance(error, Refused):
            raise error
        self._paint()

    def _paint(self) -> None:
        if self._seen is None:
            return
        now = self.host.clock.now()
        self.page.set_props(derive_overview(self._seen, now, sentence, self._steps))
        words = f"Cập nhật {_to_the_second(self._seen.now)}"
        self.page.set_updated(words, old=now - self._seen.now > OLD_AFTER)


def _to_the_second(moment: datetime) -> str:
    return local(moment).strftime("%H:%M:%S")
