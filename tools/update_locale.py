"""Collect the words of the windows, bring every catalogue up to date, compile it.

``python tools/update_locale.py`` writes ``kiosk.po`` and ``kiosk.mo``; ``--check`` writes nothing
and tells (exit 1) what is missing. The msgids are the Vietnamese sentences themselves; a sentence
that lacks a translation is shown in Vietnamese.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {"tr": None, "trn": (1, 2)}
# The counter and the lobby speak Vietnamese only.
SPOKEN = ("citizen", "frames", "parts")
BORN = datetime(2026, 1, 1, tzinfo=UTC)


def collected() -> Catalog:
    """Every sentence of the faces that change their language."""
    catalog = Catalog(domain="kiosk", creation_date=BORN)
    for where, _line, said, _comments, _context in _found():
        catalog.add(said, locations=[(where, 0)])
    return catalog


def _found() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    for folder in SPOKEN:
        root = ROOT / "kiosk" / "ui" / folder
        if root.is_dir():
            found = extract_from_dir(root, method_map=[("**.py", "python")], keywords=KEYWORDS)
            for name, line, said, comments, context in found:
                yield f"kiosk/ui/{folder}/{name}", line, said, list(comments), context


def updated(path: Path) -> Catalog:
    """The catalogue at ``path`` with the sentences of today; those no longer said are dropped."""
    with path.open("rb") as file:
        catalog = read_po(file, domain="kiosk")
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = BORN
    return catalog


def missing(catalog: Catalog) -> list[str]:
    """The sentences of a catalogue that have no translation."""
    bare = []
    for message in catalog:
        said = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        if message.id and not all(said):
            bare.append(message.id if isinstance(message.id, str) else message.id[0])
    return bare


def compiled(catalog: Catalog) -> bytes:
    """The binary form that gettext reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def written(catalog: Catalog) -> bytes:
    """The text form that people edit."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, omit_header=False, include_lineno=False)
    return buffer.getvalue()


def main() -> int:
    """Update or check every catalogue."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    wrong = False
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/kiosk.po")):
        catalog = updated(path)
        for sentence in missing(catalog):
            wrong = True
            print(f"{path.parent.parent.name}: no translation: {sentence}")
        binary = path.with_suffix(".mo")
        if not check:
            path.write_bytes(written(catalog))
            binary.write_bytes(compiled(catalog))
        elif path.read_bytes() != written(catalog) or binary.read_bytes() != compiled(catalog):
            wrong = True
            print(f"{path}: not up to date, run tools/update_locale.py")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
