"""A section of several pages to keep, behind tabs: what is typed on one stays while another is seen."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.choice import Choices, Option
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.theme.look import Look

FIRST_KEY = 6
"""The first tab is F6, the next F7, and so on."""


class Page(Protocol):
    """A page behind a tab."""

    title: str

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""

    @property
    def unsaved(self) -> bool:
        """Whether something is typed here and not written."""

    def press(self, key: str) -> bool:
        """Take a key by its name in the bar."""

    def begin(self) -> None:
        """The page is shown: the focus stands where work begins."""

    def forget(self) -> None:
        """What was typed and not written is gone."""


class TabbedSection(Section):
    """The pages come by :meth:`lay`; ``tab_words`` tells in the bar what their keys lead to.

    ``look_up`` reads everything in the store's lane, ``see`` hands it to the pages.
    """

    tab_words = ""

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self._pages: dict[str, Any] = {}

    def lay(
        self,
        pages: dict[str, Any],
        look_up: Callable[[Any], Any],
        see: Callable[[Any], None],
    ) -> None:
        """Lay the pages out, each a widget and a :class:`Page`, in the order of their tabs."""
        self._pages, self._look_up, self._see = pages, look_up, see
        column = Column(self.look, 0, (0, 16, 0, 0), self)
        row = column.nest(Row(self.look, 12, (16, 0, 16, 0)))
        options = tuple(Option(key, page.title) for key, page in pages.items())
        self.tabs = row.add(Choices(self.look, "Xem", options))
        row.fill()
        self.pages = column.add(QStackedWidget(), 1)
        for page in pages.values():
            self.pages.addWidget(page)
        self._tab_keys = {f"F{FIRST_KEY + at}": key for at, key in enumerate(pages)}
        self.tabs.chosen.connect(self._show)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown: Page = self._pages[self.tabs.current]
        return shown

    @property
    def keys(self) -> Keys:
        return ((" ".join(self._tab_keys), self.tab_words), *self.page.keys)

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
        tab = self._tab_keys.get(key)
        if tab is None:
            return self.page.press(key)
        self.tabs.choose(tab)
        self._show(tab)
        self.page.begin()
        return True

    def read(self) -> None:
        """Look at everything anew; what is typed stays."""
        self.host.read(self._look_up, self._see)

    def _show(self, tab: str) -> None:
        shown: QWidget = self._pages[tab]
        self.pages.setCurrentWidget(shown)
        self.host.keys_changed()
