"""The catalogue: find, offer, correct, import, everyday words."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.procedures.acts import Acts
from kiosk.ui.admin.procedures.import_page import ImportPage
from kiosk.ui.admin.procedures.page import ProceduresPage
from kiosk.ui.admin.procedures.papers_page import PapersPage
from kiosk.ui.admin.procedures.process_page import ProcessPage
from kiosk.ui.admin.procedures.props import Detail, Known
from kiosk.ui.admin.procedures.words_page import WordsPage
from kiosk.ui.admin.section import Host, Keys, Section
from kiosk.ui.parts.layouts import Column
from kiosk.ui.parts.sheet import Question
from kiosk.ui.theme.look import Look

if TYPE_CHECKING:
    from kiosk.storage.units import ReadUnit


_Further = ImportPage | WordsPage | PapersPage | ProcessPage


class ProceduresSection(Section):
    """Procedures as the province announced them and as the office keeps them."""

    key = "procedures"
    title = "Thủ tục"

    def __init__(self, look: Look, host: Host) -> None:
        super().__init__(look, host)
        self.setAccessibleName(self.title)
        self._known = Known()
        self._searching = self._search_again = False
        self._read_code = ""
        self.pages = QStackedWidget()
        self.page = ProceduresPage(look)
        self.imports = ImportPage(look, host)
        self.words = WordsPage(look, host)
        self.papers = PapersPage(look)
        self.process = ProcessPage(look, host)
        for page in (self.page, self.imports, self.words, self.papers, self.process):
            self.pages.addWidget(page)
        Column(look, 0, (0, 0, 0, 0), self).add(self.pages, 1)
        self.list, self.detail = self.page.list, self.page.detail
        self.acts = Acts(host, self.detail, self.papers, self._written, self._back)
        self.list.asked.connect(self.search)
        self.list.table.picked.connect(lambda _: self._read_detail())
        self.list.table.opened.connect(lambda _: self.detail.table.setFocus())
        self.detail.show_button.clicked.connect(self.acts.toggle)
        self.detail.save.clicked.connect(self.acts.submit)
        self.detail.drop.clicked.connect(self.acts.ask_to_drop)
        self.detail.undo.clicked.connect(self.acts.take_back)
        self.detail.editor.papers.clicked.connect(self.open_papers)
        self.detail.editor.process.clicked.connect(self.open_process)
        self.list.imports.clicked.connect(self.open_imports)
        self.list.words.clicked.connect(self.open_words)
        self.papers.wanted.connect(self.acts.write_papers)
        for other in (self.imports, self.words, self.papers, self.process):
            other.back.connect(self.ask_back)
            other.changed.connect(self._keys_may_change)
        self.detail.picked.connect(self._keys_may_change)

    @property
    def keys(self) -> Keys:
        here = self.pages.currentWidget()
        if isinstance(here, _Further):
            return here.keys
        keys: list[tuple[str, str]] = [("F6", "Nhập"), ("F7", "Cách gọi"), ("F8", "Tìm")]
        if self.detail.act:
            keys.append(("F9", self.detail.act))
        if self.detail.save.isEnabled():
            keys.append(("Ctrl S", "Ghi"))
        if self.acts.undo is not None:
            keys.append(("Ctrl Z", "Hoàn tác"))
        return tuple(keys)

    @property
    def unsaved(self) -> bool:
        further = (self.words, self.papers, self.process)
        return bool(self.detail.drafts) or any(page.unsaved for page in further)

    def enter(self) -> None:
        if self.pages.currentWidget() is self.imports:
            self.imports.begin()
            return
        self.read()
        self.list.search.setFocus()

    def changed(self) -> None:
        # During an import every batch is a change: the list is read once it is seen again.
        here = self.pages.currentWidget()
        if here is self.page:
            self.read()
        elif here is self.words:
            self.words.read()
        elif here is self.process:
            self.process.read()

    def leave(self) -> None:
        self.detail.forget_drafts()
        self.words.forget()
        self.papers.forget()
        self.process.forget()
        if self.pages.currentWidget() in (self.words, self.papers, self.process):
            self._show(self.page)

    def press(self, key: str) -> bool:
        here = self.pages.currentWidget()
        if isinstance(here, _Further):
            return here.press(key)
        act = {
            "F4": self.open_papers,
            "F5": self.open_process,
            "F6": self.open_imports,
            "F7": self.open_words,
            "F8": self.list.search.setFocus,
            "F9": self.acts.toggle,
            "Ctrl S": self.acts.submit,
            "Ctrl Z": self.acts.take_back,
        }.get(key)
        if act is None:
            return False
        act()
        return True

    # going from page to page

    def open_imports(self) -> None:
        """F6: the page of imports; one that runs is shown as it stands."""
        self._show(self.imports)
        self.imports.begin()

    def open_words(self) -> None:
        """F7: the page of everyday words."""
        self._show(self.words)
        self.words.begin()

    def open_papers(self) -> None:
        """F4: the papers of the chosen procedure."""
        if self.detail.detail is not None:
            self._show(self.papers)
            self.papers.begin(self.detail.detail)

    def open_process(self) -> None:
        """F5: the internal process of the chosen procedure."""
        if self.detail.detail is not None:
            self._show(self.process)
            self.process.begin(self.detail.detail.code)

    def ask_back(self) -> None:
        """Esc: back to the list; what is typed and not written is asked about once."""
        here = self.pages.currentWidget()
        if not isinstance(here, WordsPage | PapersPage | ProcessPage) or not here.unsaved:
            self._back()
            return
        question = Question(
            "Có phần chưa lưu",
            "Những gì vừa sửa ở trang này chưa được ghi vào sổ.",
            "Ở lại",
            "Bỏ phần chưa lưu",
        )
        self.host.ask(question, lambda agreed: self._back() if agreed else None)

    def _back(self) -> None:
        here = self.pages.currentWidget()
        # Not to the button that led here: what is typed to search would press it with its spaces.
        place: QWidget = self.list.search
        if here is self.papers:
            place = self.detail.editor.papers
        elif here is self.process:
            place = self.detail.table
            self._read_code = ""
        for page in (self.words, self.papers, self.process):
            page.forget()
        self._show(self.page)
        place.setFocus()
        self.read()

    def _show(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.host.keys_changed()

    def _keys_may_change(self) -> None:
        # Pages speak while they are made, before the window knows of the section.
        if self.pages.count():
            self.host.keys_changed()

    # reading

    def read(self) -> None:
        """Look whether the list is another one."""
        mark = self._known.mark

        def look(unit: "ReadUnit") -> Known | None:
            from kiosk.ui.admin.procedures import work

            return work.look(unit, mark)

        self.host.read(look, self._see)

    def search(self) -> None:
        """Find what is typed; of several asked while one is under way only the last is looked for."""
        typed = self.list.typed
        if not typed:
            self.list.set_found(None)
            self._show_chosen()
            return
        if self._searching:
            self._search_again = True
            return
        self._searching = True
        state, field = self.list.states.current, self.list.field.current

        def look(unit: "ReadUnit") -> tuple[str, ...]:
            from kiosk.ui.admin.procedures import work

            return work.find(unit, typed, state, field)

        self.host.read(look, self._see_found, self._search_failed)

    def _see(self, known: Known | None) -> None:
        if known is None:
            return
        self._known = known
        self.list.set_known(known)
        self._read_code = ""
        if self.list.typed:
            self.search()
        self._show_chosen()

    def _see_found(self, codes: tuple[str, ...]) -> None:
        self._searching = False
        if self.list.typed:
            self.list.set_found(codes)
        if self._search_again:
            self._search_again = False
            self.search()
        self._show_chosen()

    def _search_failed(self, error: BaseException) -> None:
        self._searching = self._search_again = False
        if not isinstance(error, Refused):
            raise error
        self.host.refuse(error)

    def _show_chosen(self) -> None:
        self.page.keep_tab_order()
        self._read_detail()

    def _read_detail(self) -> None:
        row = self.list.table.current
        if row is None:
            self._read_code = ""
            self.detail.set_detail(None, ())
            return
        if row.code == self._read_code:
            return
        self._read_code = code = row.code

        def look(unit: "ReadUnit") -> Detail:
            from kiosk.ui.admin.procedures import work

            return work.look_at(unit, code)

        def done(detail: Detail) -> None:
            if detail.code == self._read_code:
                self.detail.set_detail(detail, self._known.fields)

        self.host.read(look, done)

    def _written(self) -> None:
        # Away from what is typed: there Ctrl Z would take back letters, not the act.
        in_list = self.list.isAncestorOf(self.window().focusWidget())
        (self.list.table if in_list else self.detail.table).setFocus()
        self._read_code = ""
        self.read()
        self._read_detail()
        self.host.keys_changed()
