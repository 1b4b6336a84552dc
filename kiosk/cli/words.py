"""``kiosk catalogue word …``: how people call procedures every day"""

import argparse
from typing import Any

from kiosk.catalogue.everyday import (
    EverydayWord,
    RemoveEverydayWord,
    everyday_words,
    remove_everyday_word,
    set_everyday_word,
)
from kiosk.cli.at_work import at_work
from kiosk.cli.output import say


def put(args: argparse.Namespace) -> None:
    """``catalogue word set SAID [--code C…] [--means TEXT…]``: instead of what it stood for"""
    with at_work(args) as work:
        wish = EverydayWord(args.said, tuple(args.code), tuple(args.means))
        done = work.do(set_everyday_word, wish)
    say(args, _document(done), f"Đã ghi cách gọi {_line(done)}.")


def remove(args: argparse.Namespace) -> None:
    """``catalogue word remove SAID``"""
    with at_work(args) as work:
        done = work.do(remove_everyday_word, RemoveEverydayWord(args.said))
    say(args, {"said": done.said}, f"Đã bỏ cách gọi “{done.said}”.")


def listed(args: argparse.Namespace) -> None:
    """``catalogue word list``"""
    with at_work(args) as work, work.store.read() as unit:
        words = everyday_words(unit)
    say(
        args,
        {"words": [_document(word) for word in words]},
        *(map(_line, words) if words else ["Chưa có cách gọi nào."]),
    )


def _document(word: EverydayWord) -> dict[str, Any]:
    return {"said": word.said, "codes": word.codes, "means": word.means}


def _line(word: EverydayWord) -> str:
    meant = [*word.codes, *(f"“{meaning}”" for meaning in word.means)]
    return f"“{word.said}”: {', '.join(meant)}"
