"""Counters, fields of work, priority groups: all changed while the office works."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from kiosk.ui.admin.counters.counters_page import CountersPage
from kiosk.ui.admin.counters.fields_page import FieldsPage
from kiosk.ui.admin.counters.groups_page import GroupsPage
from kiosk.ui.admin.counters.props import CountersSeen
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit

Page = CountersPage | FieldsPage | GroupsPage
_TABS = {"F6": "counters", "F7": "fields", "F8": "groups"}


class CountersSection(Section):
    """Three pages behind three tabs (F6, F7, F8); what is typed on one stays while another is seen."""

    key = "counters"
    title = "Quầy"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        column = Column(look, 0, (0, 16, 0, 0), self)
        row = column.nest(Row(look, 12, (16, 0, 16, 0)))
        self.counters = CountersPage(look, host, self.read)
        self.fields = FieldsPage(look, host, self.read)
        self.groups = GroupsPage(look, host, self.read)
        self._pages: dict[str, Page] = {
            "counters": self.counters,
            "fields": self.fields,
            "groups": self.groups,
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
        return (("F6 F7 F8", "Quầy, lĩnh vực, diện"), *self.page.keys)

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

        def look(unit: "ReadUnit") -> CountersSeen:
            from kiosk.ui.admin.counters import work

            return work.look(unit)

        self.host.read(look, self._see)

    def _see(self, seen: CountersSeen) -> None:
        for page in self._pages.values():
            page.look_at(seen)

    def _show(self, tab: str) -> None:
        self.pages.setCurrentWidget(self._pages[tab])
        self.host.keys_changed()
