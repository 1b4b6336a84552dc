"""Something kept as a whole: one form, written at once, taken back at once."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from kiosk.refusal import Refused
from kiosk.ui.admin.keeping.drafts import merged
from kiosk.ui.admin.section import Host, Keys
from kiosk.ui.parts.card import Rule
from kiosk.ui.parts.desk_button import DeskButton
from kiosk.ui.parts.layouts import Column, Row
from kiosk.ui.parts.scroll import ScrollBox
from kiosk.ui.parts.sheet import Question
from kiosk.ui.theme.look import Look
from kiosk.wording import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    E = TypeVar("E", bound=DataclassInstance)
else:
    E = TypeVar("E")

Plan = Callable[[], Any]


class WholePage(QWidget, Generic[E]):
    """What is typed stays until it is written, also while others are at work.

    A subclass lays out its cards in its constructor, the last of them by :meth:`lay_form`, and
    then calls :meth:`end`. The last change can be taken back (Ctrl Z) unless somebody has changed
    the same things since.
    """

    title = ""
    what = ""
    save_words = "Ghi thay đổi"

    def __init__(self, look: Look, host: Host, read: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.host = look, host
        self._read = read
        self._base: E | None = None
        self._undo: tuple[E, E] | None = None
        self._to_rebase = False
        self.setAccessibleName(self.title)

    # what a subclass says

    def fill(self, entry: E) -> None:
        """Put everything into the form."""
        raise NotImplementedError

    def typed(self, base: E) -> E:
        """Everything as the form says; what it does not show is as in ``base``."""
        raise NotImplementedError

    def readable(self, entry: E) -> bool:
        """Whether all that is typed can be read; what cannot is said beside its field."""
        return True

    def changing(self, entry: E, seen: E) -> Plan:
        """The use-case that makes ``entry`` of what was ``seen``."""
        raise NotImplementedError

    def now(self, fact: Any) -> E:
        """How it is after the use-case."""
        kept: E = fact.entry
        return kept

    def question(self, entry: E, seen: E) -> Question | None:
        """What is asked before this is written; None where nothing needs to be."""
        return None

    def beside(self, refusal: Refused) -> Any:
        """The field beside which a refusal is said; None where it is said for the page."""
        return None

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops before the ends, in order."""
        raise NotImplementedError

    def edited(self) -> None:
        """Something was changed by hand."""
        self._fit()

    # laying out

    def lay_form(self, inside: Column, form: QWidget) -> None:
        """Lay the form out, and below it what writes it and takes it back."""
        look = self.look
        self.form = form
        inside.add(Rule(look))
        self._scroll = inside.add(ScrollBox(look, form), 1)
        inside.add(Rule(look))
        ends = inside.nest(Row(look, 12, (20, 12, 20, 15)))
        self.save = ends.add(DeskButton(look, self.save_words, "check", "Ctrl S", "primary"))
        ends.fill()
        self.undo = ends.add(DeskButton(look, "Hoàn tác", "back", "Ctrl Z"))
        self.save.clicked.connect(self.submit)
        self.undo.clicked.connect(self.take_back)

    def end(self) -> None:
        """Everything is laid out."""
        self.keep_tab_order()
        self._fit()

    def keep_tab_order(self) -> None:
        """Tab goes as one reads."""
        for one, following in pairwise((*self.stops(), self.save, self.undo)):
            QWidget.setTabOrder(one, following)

    # the page

    @property
    def keys(self) -> Keys:
        """The keys valid here now."""
        keys: list[tuple[str, str]] = []
        if self.save.isEnabled():
            keys.append(("Ctrl S", "Ghi"))
        if self._undo is not None:
            keys.append(("Ctrl Z", "Hoàn tác"))
        return tuple(keys)

    @property
    def unsaved(self) -> bool:
        """Whether something is typed here and not written."""
        return self._base is not None and self.typed(self._base) != self._base

    def press(self, key: str) -> bool:
        """Take a key by its name in the bar."""
        act = {"Ctrl S": self.submit, "Ctrl Z": self.take_back}.get(key)
        if act is None:
            return False
        act()
        return True

    def begin(self) -> None:
        """The page is shown: the focus stands where work begins."""
        self.stops()[0].setFocus()

    def go_to(self, place: QWidget) -> None:
        """The focus goes to a place in the form, which is brought into sight."""
        place.setFocus()
        self._scroll.ensureWidgetVisible(place)

    def forget(self) -> None:
        """What was typed and not written is gone."""
        if self._base is not None:
            self.fill(self._base)
        self._fit()

    def see(self, now: E) -> None:
        """How it stands now; what is typed stays."""
        base = self._base
        typed = now if base is None else self.typed(base)
        if base is None or typed == base:
            self._show(now, now)
        elif self._to_rebase:
            self._show(now, merged(base, typed, now))
        self._to_rebase = False
        self._fit()

    # acts

    def submit(self) -> None:
        """Ctrl S: it shall be as the form says."""
        base = self._base
        if base is None or self.save.busy:
            return
        entry = self.typed(base)
        if entry == base or not self.readable(entry):
            return
        asked = self.question(entry, base)
        if asked is None:
            self._change(entry, base)
        else:
            self.host.ask(asked, lambda agreed: self._change(entry, base) if agreed else None)

    def take_back(self) -> None:
        """Ctrl Z: it is as it was before the last change, unless somebody changed it since."""
        if self._undo is None or self.save.busy:
            return
        before, after = self._undo
        self._do(before, after, None, f"Đã trả lại {self.what}.")

    def _change(self, entry: E, base: E) -> None:
        self._do(entry, base, base, f"Đã ghi {self.what}.")

    def _do(self, entry: E, seen: E, undo_to: E | None, told: str) -> None:
        def written(fact: Any) -> None:
            self.save.set_busy("")
            now, base = self.now(fact), self._base
            self._undo = None if undo_to is None else (undo_to, now)
            typed = now if base is None else self.typed(base)
            if base is None or typed == entry:
                self._show(now, now)
            else:
                # Typed on while it was being written.
                self._show(now, merged(entry if undo_to is not None else base, typed, now))
            self.host.notify(told)
            self._fit()
            self.after_writing()
            self._read()

        def not_written(error: BaseException) -> None:
            self.save.set_busy("")
            if not isinstance(error, Refused):
                raise error
            self._refused(error)

        self.save.set_busy("Đang ghi…")
        self.host.do(self.changing(entry, seen), written, not_written)

    def after_writing(self) -> None:
        """Away from what is typed: there Ctrl Z would take back letters, not the act."""
        place = next((each for each in (self.undo, self.save) if each.isEnabled()), None)
        (place or self.stops()[0]).setFocus()

    def _refused(self, refusal: Refused) -> None:
        field = self.beside(refusal)
        if field is not None:
            field.set_error(sentence(refusal))
            self.go_to(field)
            return
        if refusal.code.endswith("changed_meanwhile"):
            self._to_rebase = True
            self._undo = None
            self._read()
        self.host.refuse(refusal)

    def _show(self, base: E, entry: E) -> None:
        # What stands in the form already is left alone: the cursor stays.
        if self._base is None or self.typed(self._base) != entry:
            self.fill(entry)
        self._base = base

    def _fit(self) -> None:
        self.form.setEnabled(self._base is not None)
        self.save.setEnabled(self.unsaved)
        self.undo.setEnabled(self._undo is not None)
        self.host.keys_changed()
