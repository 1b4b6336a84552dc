"""Counters, fields of work, priority groups: all changed while the office works."""

from typing import TYPE_CHECKING

from kiosk.ui.admin.counters.counters_page import CountersPage
from kiosk.ui.admin.counters.fields_page import FieldsPage
from kiosk.ui.admin.counters.groups_page import GroupsPage
from kiosk.ui.admin.counters.props import CountersSeen
from kiosk.ui.admin.keeping.tabbed import TabbedSection
from kiosk.ui.admin.section import Host
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit


class CountersSection(TabbedSection):
    """Counters, fields and priority groups."""

    key = "counters"
    title = "Quầy"
    tab_words = "Quầy, lĩnh vực, diện"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.counters = CountersPage(look, host, self.read)
        self.fields = FieldsPage(look, host, self.read)
        self.groups = GroupsPage(look, host, self.read)
        pages = {"counters": self.counters, "fields": self.fields, "groups": self.groups}
        self.lay(pages, _look, self._hand_out)

    def _hand_out(self, seen: CountersSeen) -> None:
        for page in (self.counters, self.fields, self.groups):
            page.look_at(seen)


def _look(unit: "ReadUnit") -> CountersSeen:
    from kiosk.ui.admin.counters import work

    return work.look(unit)
