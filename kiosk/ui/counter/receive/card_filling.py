"""Filling in what a citizen's card says, also when it is another person's than the one entered."""

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.text import fold
from kiosk.ui.counter.receive import said
from kiosk.ui.counter.receive.form import PersonEntry
from kiosk.ui.counter.receive.live_form import LiveForm

if TYPE_CHECKING:
    from kiosk.dossiers.identity import CardRead

_REACH = {"phone": "số điện thoại", "email": "thư điện tử"}
"""What belongs to a person but does not stand on their card."""
_WORDS = frozenset({"name", "address"})
_GARBLED, _MEDDLED = "card.garbled", "card.meddled"


def another_person(entered: PersonEntry, number: str, name: str) -> bool:
    """Whether a card with that number and name is not the person who was entered.

    The number decides; where none that is whole was entered, the name does.
    """
    typed = re.sub(r"[\s.\-]", "", entered.id_number)
    if len(typed) == len(number):
        return typed != number
    return bool(entered.name.strip()) and fold(entered.name) != fold(name)


def dropped_said(entered: PersonEntry) -> str:
    """``, bỏ số điện thoại của người trước``; empty when there was none."""
    what = [word for part, word in _REACH.items() if getattr(entered, part).strip()]
    return said.DROPPED.format(what=", ".join(what)) if what else ""


class CardFilling:
    """Puts cards into a form, and the person before back again."""

    def __init__(self, form: LiveForm) -> None:
        self._form = form
        self._before: PersonEntry | None = None

    def fill(self, card: "CardRead", at: datetime, *, meddled: bool) -> tuple[str, bool]:
        """Fill in a card; what is to be said of it, and whether :meth:`undo` makes sense.

        Another person's telephone and mail go away with that person. Words that a typing program
        may have changed get no tick.
        """
        form, person = self._form, self._form.body.person
        entered = form.filling.form().applicant
        codes = [code for code in card.doubts if code in said.CARD_DOUBTS]
        if meddled:
            codes = [_MEDDLED, *(code for code in codes if code != _GARBLED)]
        told = [said.CARD_DOUBTS[code] for code in codes]
        self.forget()
        if not person.takes_submitter() and another_person(entered, card.id_number, card.name):
            self._before = entered
            form.show_applicant(replace(entered, phone="", email=""))
            told.insert(0, said.OTHER_PERSON.format(dropped=dropped_said(entered)))
        unsure = _WORDS if {_GARBLED, _MEDDLED} & set(codes) else frozenset()
        person.fill(card, at, unsure)
        return " ".join(told), self._before is not None

    def undo(self) -> bool:
        """Put the person before back; whether there was one."""
        before, self._before = self._before, None
        if before is not None:
            self._form.show_applicant(before)
        return before is not None

    def forget(self) -> None:
        """There is nobody to put back."""
        self._before = None
