"""An office's own wording of forms, which stands over the one that comes with the program.

It lies in the station's folder, ``forms/<profile>/<kind>.toml``, and holds whatever differs; what it
does not say is as it came. A newer program leaves it alone. One process works for one station.
"""

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kiosk.refusal import Refused
from kiosk.toml_file import UnreadableTomlError, read_toml

COMPARED = "compared"
"""The office has held this form against the official one: its layout is known."""

_Mark = tuple[int, int]


@dataclass(slots=True)
class _Own:
    folder: Path | None
    read: dict[Path, tuple[_Mark, dict[str, Any]]]


_OWN = _Own(None, {})


def use_own_words(folder: Path | None) -> None:
    """From now on the wording in ``folder`` stands over the program's; None: nobody's does."""
    _OWN.folder = folder
    _OWN.read.clear()


def own_file(profile: str, name: str) -> Path | None:
    """Where an office's own wording of a form lies, or would lie; None without a station."""
    return _OWN.folder / profile.lower() / f"{name}.toml" if _OWN.folder is not None else None


def own_words(profile: str, name: str, known: Collection[str]) -> dict[str, Any]:
    """What the office words otherwise, of the parts that are ``known``; empty without such a file.

    It is read anew when it has changed.

    Raises :class:`Refused` ``form.own_wrong`` (``file``, ``why``).
    """
    found = _read(profile, name)
    for part in found:
        if part not in known and part != COMPARED:
            meant = get_close_matches(part, known, n=1)
            why = f"không có mục {part}" + (f" (ý là {meant[0]}?)" if meant else "")
            raise wrong_own(profile, name, why)
    if not isinstance(found.get(COMPARED, False), bool):
        raise wrong_own(profile, name, f"{COMPARED} phải là true hoặc false")
    return {part: value for part, value in found.items() if part != COMPARED}


def is_compared(profile: str, name: str) -> bool:
    """Whether the office says that it held the form against the official one; a file that cannot be
    read does not say so."""
    try:
        return _read(profile, name).get(COMPARED) is True
    except Refused:
        return False


def wrong_own(profile: str, name: str, why: str) -> Refused:
    """What is wrong with an office's own file."""
    return Refused("form.own_wrong", file=str(own_file(profile, name) or name), why=why)


def _read(profile: str, name: str) -> dict[str, Any]:
    file = own_file(profile, name)
    if file is None:
        return {}
    try:
        there = file.stat()
        mark = (there.st_mtime_ns, there.st_size)
        known = _OWN.read.get(file)
        if known is None or known[0] != mark:
            known = _OWN.read[file] = (mark, read_toml(file))
        return known[1]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise wrong_own(profile, name, str(error)) from None
    except UnreadableTomlError as error:
        raise wrong_own(profile, name, str(error)) from None
