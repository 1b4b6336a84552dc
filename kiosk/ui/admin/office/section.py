"""The office's profile, its opening sessions and its rules: all changed while the office works."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from kiosk.ui.admin.office.hours_page import HoursPage
from kiosk.ui.admin.office.profile_page import ProfilePage
from kiosk.ui.admin.office.props import OfficeSeen
from kiosk.ui.admin.office.rules_page import RulesPage
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

Page = HoursPage | ProfilePage | RulesPage
_TABS = {"F6": "hours", "F7": "profile", "F8": "rules"}


class OfficeSection(Section):
    """Three pages behind three tabs (F6, F7, F8); what is typed on one stays while another is seen."""

    key = "office"
    title = "Văn phòng"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        column = Column(look, 0, (0, 16, 0, 0), self)
        row = column.nest(Row(look, 12, (16, 0, 16, 0)))
        self.hours = HoursPage(look, host, self.read)
        self.profile = ProfilePage(look, host, self.read)
        self.rules = RulesPage(look, host, self.read)
        self._pages: dict[str, Page] = {
            "hours": self.hours,
            "profile": self.profile,
            "rules": self.rules,
        }
        options = tuple(Option(key, page.title) for key, page in self._pages.items())
        self.tabs = row.add(Choices(look, "Xem", options))
        row.fill()
        self.pages = column.add(QStackedWidget(), 1)
        for page in self._pages.values():
            self.pages.addWidget(page)
        self.tabs.chosen.connect(self._show)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.tabs.current]

    @property
    def keys(self) -> Keys:
        return (("F6 F7 F8", "Giờ, hồ sơ, quy định"), *self.page.keys)

    @property
    def unsaved(self) -> bool:
        return any(page.unsaved for page in self._pages.values())

    def enter(self) -> None:
        self.read()
        self.page.begin()

    def changed(self) -> None:
        self.read()

    def leave(self) -> None:
        for page in self._pages.values():
            page.forget()

    def press(self, key: str) -> bool:
        tab = _TABS.get(key)
        if tab is None:
            return self.page.press(key)
        self.tabs.choose(tab)
        self._show(tab)
        self.page.begin()
        return True

    def read(self) -> None:
        """Look at everything anew; what is typed stays."""

        def look(unit: "ReadUnit") -> OfficeSeen:
            from kiosk.ui.admin.office import work

            return work.look(unit)

        self.host.read(look, self._see)

    def _see(self, seen: OfficeSeen) -> None:
        self.hours.look_at(seen.hours)
        self.profile.look_at(seen.profile)
        self.rules.look_at(seen.rules)

    def _show(self, tab: str) -> None:
        self.pages.setCurrentWidget(self._pages[tab])
        self.host.keys_changed()
