"""What a command says: one JSON document, or lines for a person."""

import argparse
import sys
from datetime import date, datetime
from typing import Any, TextIO

import msgspec

from kiosk.clock import local


class AnswerLostError(Exception):
    """The work is done, but what was to be said of it could not be written."""


def say(args: argparse.Namespace, document: dict[str, Any], *lines: str) -> None:
    """Print ``document`` with ``--json``, the lines without.

    Raises :class:`AnswerLostError` when nobody can be told; :class:`BrokenPipeError` when somebody
    has read enough.
    """
    if args.json:
        encoded = msgspec.json.encode(document, enc_hook=_unknown, order=None)
        text = msgspec.json.format(encoded, indent=1).decode() + "\n"
    else:
        text = "".join(f"{line}\n" for line in lines)
    # Started with its output closed (``>&-``), Python has no stdout at all.
    out: TextIO | None = sys.stdout
    if out is None:
        raise AnswerLostError
    try:
        out.write(text)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AnswerLostError from error


def moment(value: datetime | None) -> str | None:
    """A moment on the office's wall clock in ISO 8601 (+07:00), seconds kept."""
    return None if value is None else local(value).isoformat(timespec="seconds")


def words(value: datetime | None) -> str:
    """A moment for a person: ``17:00 ngày 27/11/2026``."""
    return "" if value is None else local(value).strftime("%H:%M ngày %d/%m/%Y")


def day_words(day: date) -> str:
    """A day for a person."""
    return day.strftime("%d/%m/%Y")


def _unknown(value: object) -> object:
    raise TypeError(f"cannot be said in JSON: {type(value).__name__}")
