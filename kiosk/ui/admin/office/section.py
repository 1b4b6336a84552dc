"""The office's profile, sessions, rules and departments: all changed while the office works."""

from typing import TYPE_CHECKING

from kiosk.ui.admin.keeping.tabbed import TabbedSection
from kiosk.ui.admin.office.departments_page import DepartmentsPage
from kiosk.ui.admin.office.forms_page import FormsPage
from kiosk.ui.admin.office.hours_page import HoursPage
from kiosk.ui.admin.office.profile_page import ProfilePage
from kiosk.ui.admin.office.props import OfficeSeen
from kiosk.ui.admin.office.rules_page import RulesPage
from kiosk.ui.admin.section import Host
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit


class OfficeSection(TabbedSection):
    """Hours, profile, rules, the departments that decide on dossiers, and the forms."""

    key = "office"
    title = "Văn phòng"
    tab_words = "Các trang của mục"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.hours = HoursPage(look, host, self.read)
        self.profile = ProfilePage(look, host, self.read)
        self.rules = RulesPage(look, host, self.read)
        self.departments = DepartmentsPage(look, host, self.read)
        self.forms = FormsPage(look, host, self.read)
        pages = {
            "hours": self.hours,
            "profile": self.profile,
            "rules": self.rules,
            "departments": self.departments,
            "forms": self.forms,
        }
        self.lay(pages, _look, self._hand_out)

    def _hand_out(self, seen: OfficeSeen) -> None:
        self.hours.look_at(seen.hours)
        self.profile.look_at(seen.profile)
        self.rules.look_at(seen.rules)
        self.departments.look_at(seen.departments)
        self.forms.look_at(seen.forms)


def _look(unit: "ReadUnit") -> OfficeSeen:
    from kiosk.ui.admin.office import work

    return work.look(unit)
