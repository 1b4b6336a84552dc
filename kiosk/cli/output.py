"""What a command says: one JSON document, or lines for a person."""

import argparse
import sys
from datetime import date, datetime
from typing import Any

import msgspec

from kiosk.clock import local


def say(args: argparse.Namespace, document: dict[str, Any], *lines: str) -> None:
    """Print ``document`` with ``--json``, the lines without."""
    if args.json:
        encoded = msgspec.json.encode(document, enc_hook=_unknown, order=None)
        sys.stdout.write(msgspec.json.format(encoded, indent=1).decode() + "\n")
    else:
        for line in lines:
            print(line)


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
