"""Showing why a name was found: what was typed, marked in the accented text."""

import re

from kiosk.catalogue.words import LONGEST_QUERY, MOST_WORDS, words
from kiosk.text import fold


def highlight(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """The ranges ``(start, end)`` of ``name`` to mark, in order and apart.

    The whole phrase is marked where it stands; else every word by itself, the last one as far as
    it was typed. White space between neighbours is marked with them.
    """
    said = words(typed[:LONGEST_QUERY])[:MOST_WORDS]
    if not said:
        return ()
    spans = _word_spans(name)
    return _phrase(name, spans, said) or _single_words(name, spans, said)


Span = tuple[int, int, str]


def _word_spans(name: str) -> list[Span]:
    """Each word of a name: where it starts and ends in the name, and its folded form."""
    return [(one.start(), one.end(), "".join(words(one[0]))) for one in _WORD.finditer(name)]


# A letter with the marks over and under it that are not composed into it.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


def _phrase(name: str, spans: list[Span], said: list[str]) -> tuple[tuple[int, int], ...]:
    for first in range(len(spans) - len(said) + 1):
        run = spans[first : first + len(said)]
        exact = all(span[2] == word for span, word in zip(run[:-1], said[:-1], strict=True))
        if exact and run[-1][2].startswith(said[-1]):
            return ((run[0][0], _end(name, run[-1], said[-1])),)
    return ()


def _single_words(name: str, spans: list[Span], said: list[str]) -> tuple[tuple[int, int], ...]:
    marked: list[tuple[int, int]] = []
    finished = set(said[:-1])
    for span in spans:
        if span[2] in finished:
            end = span[1]
        elif span[2].startswith(said[-1]):
            end = _end(name, span, said[-1])
        else:
            continue
        if marked and not name[marked[-1][1] : span[0]].strip():
            marked[-1] = (marked[-1][0], end)
        else:
            marked.append((span[0], end))
    return tuple(marked)


def _end(name: str, span: Span, beginning: str) -> int:
    """Where the beginning of a word ends in the accented text, its last marks included."""
    end = span[0]
    while end < span[1] and len(fold(name[span[0] : end])) < len(beginning):
        end += 1
    while end < span[1] and not fold(name[end]):
        end += 1
    return end
