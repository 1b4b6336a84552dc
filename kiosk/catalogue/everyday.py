"""The words people use every day for procedures; the office edits the list."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import bindparam, delete, insert, select

from kiosk.catalogue.reading import procedures_of
from kiosk.catalogue.rows import write_procedures
from kiosk.catalogue.words import words
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.storage.schema import everyday_word
from kiosk.storage.units import ReadUnit, WriteUnit
from kiosk.text import has_control, squeeze

LONGEST_SAYING = 100
MOST_CODES = 20


@dataclass(frozen=True, slots=True)
class EverydayWord:
    """A saying, the codes it stands for (the best first), and words of names it means."""

    said: str
    codes: tuple[str, ...] = ()
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveEverydayWord:
    """The wish to take a saying off the list."""

    said: str


@dataclass(frozen=True, slots=True)
class EverydayWordRemoved:
    """A saying taken off the list."""

    said: str


def everyday_words(unit: ReadUnit) -> tuple[EverydayWord, ...]:
    """The whole list, by how it is written without accents."""
    return tuple(
        EverydayWord(
            row.said,
            msgspec.json.decode(row.codes, type=tuple[str, ...]),
            msgspec.json.decode(row.means, type=tuple[str, ...]),
        )
        for row in unit.rows(select(everyday_word).order_by(everyday_word.c.folded))
    )


def set_everyday_word(unit: WriteUnit, wish: EverydayWord) -> EverydayWord:
    """Put a saying on the list, or change what it stands for. Codes may be unknown as yet.

    Raises :class:`Refused`: ``everyday.malformed`` (no letters, too long, control characters),
    ``everyday.no_target`` (neither codes nor words).
    """
    word = _checked(wish)
    before = _put(unit, word)
    _index_anew(unit, {*before, *word.codes})
    unit.audit("everyday_word.set", word.said[:80], codes=word.codes, means=word.means)
    return word


def remove_everyday_word(unit: WriteUnit, wish: RemoveEverydayWord) -> EverydayWordRemoved:
    """Take a saying off the list. Raises :class:`Refused` ``everyday.unknown``."""
    folded = " ".join(words(wish.said))
    row = unit.row(_ONE, of=folded)
    if row is None:
        raise Refused("everyday.unknown", said=wish.said[:80])
    unit.run(_FORGET, of=folded)
    _index_anew(unit, set(msgspec.json.decode(row.codes, type=tuple[str, ...])))
    unit.audit("everyday_word.removed", row.said[:80])
    return EverydayWordRemoved(row.said)


def seed_everyday_words(unit: WriteUnit, file: Path) -> int:
    """Fill the list from TOML (``[[word]]`` with ``say``, ``codes``, ``means``); how many sayings.

    Raises :class:`Refused` ``everyday.file`` for a file that is not such a list.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        listed = msgspec.convert(content, type=_File).word
    except (OSError, ValueError) as error:
        raise Refused("everyday.file", file=str(file)) from error
    count = 0
    touched: set[str] = set()
    for entry in listed:
        for said in entry.say:
            word = _checked(EverydayWord(said, tuple(entry.codes), tuple(entry.means)))
            touched.update(_put(unit, word), word.codes)
            count += 1
    _index_anew(unit, touched)
    unit.audit("everyday_words.seeded", "catalogue", count=count)
    return count


class _Entry(msgspec.Struct):
    say: list[str]
    codes: list[str] = []
    means: list[str] = []


class _File(msgspec.Struct):
    word: list[_Entry]


def _checked(wish: EverydayWord) -> EverydayWord:
    said = squeeze(wish.said)
    folded = " ".join(words(said))
    if not folded or has_control(said) or len(said) > LONGEST_SAYING:
        raise Refused("everyday.malformed", said=said[:80], most=LONGEST_SAYING)
    codes = tuple(dict.fromkeys(filter(None, map(squeeze, wish.codes))))[:MOST_CODES]
    means = tuple(dict.fromkeys(one for one in map(squeeze, wish.means) if words(one)))
    if not codes and not means:
        raise Refused("everyday.no_target", said=said)
    return EverydayWord(said, codes, means)


def _put(unit: WriteUnit, word: EverydayWord) -> tuple[str, ...]:
    """Write a checked word; the codes it stood for before."""
    folded = " ".join(words(word.said))
    before = unit.row(_ONE, of=folded)
    if before is not None:
        unit.run(_FORGET, of=folded)
    unit.run(
        insert(everyday_word),
        folded=folded,
        said=word.said,
        codes=msgspec.json.encode(word.codes).decode(),
        means=msgspec.json.encode(word.means).decode(),
    )
    return msgspec.json.decode(before.codes, type=tuple[str, ...]) if before else ()


def _index_anew(unit: WriteUnit, codes: set[str]) -> None:
    write_procedures(unit, procedures_of(unit, sorted(codes)), office_now(unit))


_ONE = select(everyday_word.c.said, everyday_word.c.codes).where(
    everyday_word.c.folded == bindparam("of")
)
_FORGET = delete(everyday_word).where(everyday_word.c.folded == bindparam("of"))
