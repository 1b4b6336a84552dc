"""A list to keep: the table at the left, the chosen entry's form at the right."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.drafts import Drafts
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Card, Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.pill import Pill
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.parts.sheet import Question
from kiosk.ui.parts.table import Table
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    E = TypeVar("E", bound=DataclassInstance)
else:
    E = TypeVar("E")

NEW = ""
"""The key of an entry that is being written down for the first time."""

DRAFT = Pill("Chưa ghi", "edit", "warn")
Plan = Callable[[], Any]


class KeepingPage(QWidget, Generic[E]):
    """What is typed stays per entry until it is written, also while others are looked at.

    A subclass lays out the table and the form in its constructor and then calls :meth:`begin`. The
    last change can be taken back (Ctrl Z) unless somebody has changed the same entry since.
    """

    title = ""
    words = ""
    add_words = "Thêm"
    form_width = 430

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.host = look, host
        self.drafts: Drafts[E] = Drafts()
        self.entries: dict[str, E] = {}
        self.table: Table[Any]
        self._read = read
        self._adding = False
        self._shown = ""
        self._base: E | None = None
        self._undo: tuple[str, E, E] | None = None
        self._to_rebase: set[str] = set()
        self._choose_next: E | None = None
        self._seeing = False
        self.setAccessibleName(self.title)

    # what a subclass says

    def blank(self) -> E | None:
        """An entry to begin with; None where new ones are made without a form."""
        return None

    def key_of(self, row: Any) -> str:
        """The key of the entry of a row."""
        return str(row.key)

    def fill(self, entry: E, *, new: bool) -> None:
        """Put an entry into the form."""
        raise NotImplementedError

    def typed(self, base: E) -> E:
        """The entry as the form says; what the form does not show is as in ``base``."""
        raise NotImplementedError

    def named(self, entry: E) -> str:
        """How the entry is called in a sentence."""
        raise NotImplementedError

    def changing(self, entry: E, seen: E) -> Plan:
        """The use-case that makes ``entry`` of what was ``seen``."""
        raise NotImplementedError

    def adding(self, entry: E) -> Plan:
        """The use-case that writes a new one down."""
        raise NotImplementedError

    def question(self, entry: E, seen: E) -> Question | None:
        """What is asked before this is written; None where nothing needs to be."""
        return None

    def beside(self, refusal: Refused) -> Any:
        """The field beside which a refusal is said; None where it is said for the page."""
        return None

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in the form, in order."""
        raise NotImplementedError

    # the page

    def lay(self, form: QWidget) -> None:
        """Lay table and form out; both are made by now."""
        look = self.look
        self.form = form
        row = Row(look, 16, (16, 16, 16, 16), self)
        left = row.add(Card(look), 1)
        inside = Column(look, 0, (1, 16, 1, 8), left)
        top = inside.nest(Column(look, 10, (20, 0, 20, 12)))
        head = top.nest(Row(look, 16))
        head.add(Label(look, self.title, "h1"), 1, Qt.AlignmentFlag.AlignVCenter)
        self.more = head.add(DeskButton(look, self.add_words, "plus", "Ctrl T"))
        top.add(Label(look, self.words, "body", "ink_2"))
        self.banner = top.add(Notice(look, "warn", "alert", ""))
        self.banner.hide()
        inside.add(self.table, 1)
        self.lay_foot(inside)
        right = row.add(Card(look, width=self.form_width))
        inside = Column(look, 0, (1, 16, 1, 1), right)
        head = inside.nest(Row(look, 12, (20, 0, 20, 12)))
        self.heading = head.add(Label(look, " ", "h2", elide=True), 1)
        inside.add(Rule(look))
        self._scroll = inside.add(ScrollBox(look, form), 1)
        inside.add(Rule(look))
        ends = inside.nest(Row(look, 12, (20, 12, 20, 15)))
        self.save = ends.add(DeskButton(look, "Ghi thay đổi", "check", "Ctrl S", "primary"))
        ends.fill()
        self.undo = ends.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z"))
        self.give_up = ends.add(DeskButton(look, "Thôi, không thêm", "", "Esc"))
        self.more.clicked.connect(self.add)
        self.save.clicked.connect(self.submit)
        self.undo.clicked.connect(self.take_back)
        self.give_up.clicked.connect(self.ask_to_give_up)
        self.table.picked.connect(lambda _: self._picked())
        self.table.opened.connect(lambda _: self.begin_typing())
        self.keep_tab_order()
        self._show()

    def lay_foot(self, inside: Column) -> None:
        """Lay out what stands below the table."""

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        keys: list[tuple[str, str]] = [("Ctrl T", self.add_words)]
        if self.save.isEnabled():
            keys.append(("Ctrl S", "Ghi"))
        if self._adding:
            keys.append(("Esc", "Không thêm"))
        elif self._undo is not None:
            keys.append(("Ctrl Z", "Hoàn tác"))
        return tuple(keys)

    @property
    def unsaved(self) -> bool:
        """Whether something is typed here and not written."""
        self._keep()
        return bool(self.drafts)

    def press(self, key: str) -> bool:
        """Take a key by its name in the bar."""
        acts = {"Ctrl S": self.submit, "Ctrl T": self.add, "Ctrl Z": self.take_back}
        if self._adding:
            acts["Esc"] = self.ask_to_give_up
        act = acts.get(key)
        if act is None:
            return False
        act()
        return True

    def begin(self) -> None:
        """The page is shown: the focus stands where one chooses."""
        self.table.setFocus()

    def begin_typing(self) -> None:
        """The focus goes into the form."""
        first = next((each for each in self.stops() if each.isEnabled()), None)
        if first is not None:
            self.go_to(first)

    def go_to(self, place: QWidget) -> None:
        """The focus goes to a place in the form, which is brought into sight."""
        place.setFocus()
        self._scroll.ensureWidgetVisible(place)

    def forget(self) -> None:
        """What was typed and not written is gone."""
        self.drafts.forget()
        self._adding = False
        self._base = None
        self._show()

    def see(self, entries: dict[str, E], rows: tuple[Any, ...]) -> None:
        """The entries as they stand now, by their keys, and their lines; what is typed stays."""
        self._keep()
        self.entries = entries
        for key in self._to_rebase & set(entries):
            self._lay_over(key)
        self._to_rebase.clear()
        self._seeing = True
        self.table.set_rows(rows)
        new, self._choose_next = self._choose_next, None
        for key, entry in entries.items():
            if new is not None and entry == new:
                self.table.choose(key)
        self._seeing = False
        self._show()

    def edited(self) -> None:
        """Something was changed by hand."""
        self._keep()
        self._fit()

    def state_of(self, row: Any, state: Pill) -> Pill:
        """The pill of a row: that something typed is not written comes first."""
        return DRAFT if self.key_of(row) in self.drafts else state

    # acts

    def add(self) -> None:
        """Ctrl T: write a new entry down."""
        self._keep()
        self._adding = True
        self._show()
        self.begin_typing()

    def ask_to_give_up(self) -> None:
        """Esc: no new entry after all; what is typed of it is asked about once."""
        self._keep()
        if NEW not in self.drafts:
            self._give_up()
            return
        question = Question(
            "Bỏ phần vừa gõ?", "Mục mới chưa được ghi vào sổ.", "Gõ tiếp", "Bỏ phần vừa gõ"
        )
        self.host.ask(question, lambda agreed: self._give_up() if agreed else None)

    def submit(self) -> None:
        """Ctrl S: the entry shall be as the form says."""
        self._keep()
        base = self._base
        if base is None or self.save.busy:
            return
        entry = self.typed(base)
        if self._adding:
            self._add(entry)
            return
        if entry == base:
            return
        key = self._shown
        asked = self.question(entry, base)
        if asked is None:
            self._change(key, entry, base)
        else:
            self.host.ask(asked, lambda agreed: self._change(key, entry, base) if agreed else None)

    def take_back(self) -> None:
        """Ctrl Z: the entry changed last is as it was before, unless somebody changed it since."""
        if self._undo is None or self.save.busy or self._adding:
            return
        key, before, after = self._undo

        def done(entry: E) -> None:
            self._undo = None
            self.entries[key] = entry
            self._lay_over(key)
            self.host.notify(f"Đã trả lại {self.named(entry)}.")

        self._do(key, self.changing(before, after), done)

    def _add(self, entry: E) -> None:
        def done(entry: E) -> None:
            self._undo = None
            self.drafts.drop(NEW)
            if self._adding:
                self._adding, self._base = False, None
            self._choose_next = entry
            self.host.notify(f"Đã thêm {self.named(entry)}.")

        self._do(NEW, self.adding(entry), done)

    def _change(self, key: str, entry: E, base: E) -> None:
        def done(entry: E) -> None:
            self._undo = (key, base, entry)
            self.entries[key] = entry
            self.drafts.drop(key)
            if key == self._shown:
                self._base = None
            self.host.notify(f"Đã ghi {self.named(entry)}.")

        self._do(key, self.changing(entry, base), done)

    def _do(self, key: str, plan: Plan, done: Callable[[E], None]) -> None:
        def written(fact: Any) -> None:
            self.save.set_busy("")
            self._keep()
            done(fact.entry)
            self._show()
            # Away from what is typed: there Ctrl Z would take back letters, not the act.
            self.table.setFocus()
            self._read()

        def not_written(error: BaseException) -> None:
            self.save.set_busy("")
            if not isinstance(error, Refused):
                raise error
            self._refused(key, error)

        self.save.set_busy("Đang ghi…")
        self.host.do(plan, written, not_written)

    def _refused(self, key: str, refusal: Refused) -> None:
        field = self.beside(refusal) if key == self._shown else None
        if field is not None:
            field.set_error(sentence(refusal))
            self.go_to(field)
            return
        if refusal.code.endswith("changed_meanwhile"):
            self._to_rebase.add(key)
            self._undo = None
            self._read()
        self.host.refuse(refusal)

    def _give_up(self) -> None:
        self.drafts.drop(NEW)
        self._adding = False
        self._base = None
        self._show()
        self.table.setFocus()

    # showing

    def _picked(self) -> None:
        if self._seeing:
            return
        self._keep()
        self._adding = False
        self._show()

    def _keep(self) -> None:
        if self._base is not None:
            self.drafts.keep(self._shown, self._base, self.typed(self._base))

    def _lay_over(self, key: str) -> None:
        self.drafts.rebase(key, self.entries[key])
        if key == self._shown:
            self._base = None

    def _show(self) -> None:
        """The chosen entry into the form; the one that stands there already is left alone."""
        row = self.table.current
        key = NEW if self._adding or row is None else self.key_of(row)
        now = self.blank() if self._adding else self.entries.get(key)
        if now is None:
            self._base = None
        else:
            draft = self.drafts.of(key, now)
            if self._base is None or key != self._shown or draft.base != self._base:
                self._base = None
                self.fill(draft.typed, new=self._adding)
                self._shown, self._base = key, draft.base
        self._fit()

    def _fit(self) -> None:
        there = self._base is not None
        words = "Mục mới" if self._adding else "Chưa chọn dòng nào"
        if self._base is not None and not self._adding:
            words = self.named(self._base)
        self.heading.setText(words)
        self.save.setEnabled(there and (self._adding or self._shown in self.drafts))
        self.form.setEnabled(there)
        self.undo.setVisible(not self._adding)
        self.undo.setEnabled(self._undo is not None)
        self.give_up.setVisible(self._adding)
        self.table.viewport().update()
        self.host.keys_changed()

    def keep_tab_order(self) -> None:
        """Tab goes as one reads: the list, the form, its ends."""
        stops = (self.more, self.table, *self.below(), *self.stops(), self.save, self.undo)
        for one, following in pairwise((*stops, self.give_up)):
            QWidget.setTabOrder(one, following)

    def below(self) -> tuple[QWidget, ...]:
        """Where Tab stops below the table."""
        return ()
