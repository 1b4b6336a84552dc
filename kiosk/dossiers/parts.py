"""Reading a JSON object key by key, so that everything wrong with it is told at once."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar
from unicodedata import category

from kiosk.text import code_point, has_control, squeeze, unprintable

Problem = dict[str, object]
"""``where`` (the value's path), ``code`` (of its sentence) and what belongs in that sentence."""

Choice = TypeVar("Choice", bound=StrEnum)
Number = TypeVar("Number", int, None)

_SHOWN = 80


class Part:
    """One object of a dossier file. Faults go to ``problems``; a faulty value reads as absent."""

    def __init__(
        self, problems: list[Problem], where: str, value: object, keys: Collection[str]
    ) -> None:
        self._problems = problems
        self._where = where
        self._values: Mapping[str, object] = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            self._add(where, "value.wrong_type", wanted="object")
        for key in self._values:
            if key not in keys:
                meant = get_close_matches(key, keys, n=1)
                self.wrong(key, "value.unknown_key", meant=meant[0] if meant else "")

    def path(self, key: str) -> str:
        """The path of one of this object's values: ``applicant.phone``, ``papers[0].name``."""
        shown = key[:_SHOWN]
        return f"{self._where}.{shown}" if self._where else shown

    def wrong(self, key: str, code: str, **details: object) -> None:
        """Write down a fault of the value under ``key``."""
        self._add(self.path(key), code, **details)

    def has(self, key: str) -> bool:
        """Whether the object holds something other than null under ``key``."""
        return self._values.get(key) is not None

    def raw(self, key: str) -> object:
        """What stands under ``key``, as it was read; None where nothing does."""
        return self._values.get(key)

    def text(self, key: str, longest: int, *, required: bool = False) -> str:
        """A text: NFC, white space squeezed, invisible letters left out; empty where absent."""
        value = self._values.get(key)
        if value is None:
            if required:
                self.wrong(key, "value.missing")
            return ""
        if not isinstance(value, str):
            self.wrong(key, "value.wrong_type", wanted="text")
            return ""
        spaced = re.sub(r"[\t\r\n]", " ", value)
        if has_control(spaced):
            self.wrong(key, "value.control")
            return ""
        text = squeeze("".join(letter for letter in spaced if category(letter) != "Cf"))
        if required and not text:
            self.wrong(key, "value.missing")
        if letter := unprintable(text):
            self.wrong(key, "value.unprintable", letter=letter, point=code_point(letter))
            return ""
        if len(text) > longest:
            self.wrong(key, "value.too_long", length=len(text), longest=longest)
            return ""
        return text

    def choice(self, key: str, known: type[Choice], *, required: bool = False) -> Choice | None:
        """One of the words of ``known``."""
        word = self.text(key, _SHOWN, required=required)
        if not word:
            return None
        try:
            return known(word)
        except ValueError:
            self.wrong(key, "value.no_such_choice", said=word, known=[str(one) for one in known])
            return None

    def number(self, key: str, allowed: range, absent: Number) -> int | Number:
        """A whole number in a range; ``absent`` where there is none."""
        value = self._values.get(key)
        if value is None:
            return absent
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(key, "value.wrong_type", wanted="number")
        elif value not in allowed:
            self.wrong(key, "value.out_of_range", least=allowed[0], most=allowed[-1])
        else:
            return value
        return absent

    def day(self, key: str) -> date | None:
        """A date written ``1999-03-05``."""
        text = self.text(key, _SHOWN)
        if not text:
            return None
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
        self.wrong(key, "value.no_date", said=text)
        return None

    def part(self, key: str, keys: Collection[str]) -> "Part":
        """The object under ``key``."""
        return Part(self._problems, self.path(key), self._values.get(key), keys)

    def parts(self, key: str, at_most: int, keys: Collection[str]) -> Sequence["Part"]:
        """The objects of the list under ``key``, none where there is no list."""
        value = self._values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self.wrong(key, "value.wrong_type", wanted="list")
            return ()
        if len(value) > at_most:
            self.wrong(key, "papers.too_many", count=len(value), most=at_most)
            return ()
        return [
            Part(self._problems, f"{self.path(key)}[{number}]", one, keys)
            for number, one in enumerate(value)
        ]

    def _add(self, where: str, code: str, **details: object) -> None:
        self._problems.append({"where": where, "code": code, **details})
