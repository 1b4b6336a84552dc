"""Seeing who works here."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from kiosk.ui.citizen.errand import Errand, Host
from kiosk.ui.citizen.session import Known, Screen
from kiosk.ui.citizen.staff import work
from kiosk.ui.citizen.staff.listing import StaffProps, derive_staff
from kiosk.ui.citizen.staff.page import StaffPage
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.office.publicity import PublicStaff


class StaffErrand(Errand):
    """One list, page by page."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._staff: PublicStaff | None = None
        self._page = 0

    def begin(self) -> None:
        self.host.read(work.staff, self._on_staff, _unheard)

    def changed(self) -> None:
        self.begin()

    def props(self, known: Known, screen: Screen) -> StaffProps:
        office = known.view.office if known.view is not None else ""
        return derive_staff(
            self._staff, self._page, office, screen.language, wide=screen.wide, large=screen.large
        )

    def page(self, look: Look, props: Any, *, wide: bool) -> QWidget:
        page = StaffPage(look, props, wide=wide)
        page.turned.connect(self._turn)
        return page

    def _on_staff(self, staff: "PublicStaff") -> None:
        self._staff = staff
        self.host.refresh_page()

    def _turn(self, page: int) -> None:
        self._page = page
        self.host.refresh_page()


def _unheard(_error: BaseException) -> None:
    """The window says by itself that the store does not answer; the list known so far stays."""
