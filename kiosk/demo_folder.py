"""The folder a demo leaves its pictures and papers in: it takes away only what a demo wrote.

A marker file in it names every file that the last demo left there.
"""

import re
from pathlib import Path

from kiosk.refusal import Refused

MARKER = ".mot-cua-demo"
_STORE = "store.sqlite3"
_NAME = re.compile(r"(printed/)?[^/\\\0]+")


def prepare(out: Path) -> frozenset[str]:
    """Make the folder, and remove what the last demo left; the names of the files that stay.

    Raises :class:`Refused`: ``demo.station_folder`` (an office lives there), ``demo.not_ours`` (it
    holds somebody else's files), ``demo.folder_unwritable``.
    """
    try:
        if (out / _STORE).exists():
            raise Refused("demo.station_folder", folder=str(out))
        if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
            raise Refused("demo.not_ours", folder=str(out))
        (out / "printed").mkdir(parents=True, exist_ok=True)
        if (out / MARKER).exists():
            for name in (out / MARKER).read_text("utf-8", errors="replace").splitlines():
                if _NAME.fullmatch(name) and (out / name).is_file():
                    (out / name).unlink()
        (out / MARKER).write_text("", "utf-8")
        return names(out)
    except OSError as error:
        raise Refused("demo.folder_unwritable", folder=str(out)) from error


def sign(out: Path, others: frozenset[str]) -> frozenset[str]:
    """Write down what this demo has left beside the ``others``; the names of those files."""
    ours = names(out) - others
    (out / MARKER).write_text("".join(f"{name}\n" for name in sorted(ours)), "utf-8")
    return ours


def names(out: Path) -> frozenset[str]:
    """The files of the folder, the printed ones too, without the marker."""
    files = (*out.iterdir(), *(out / "printed").iterdir())
    found = (file.relative_to(out).as_posix() for file in files if file.is_file())
    return frozenset(name for name in found if name != MARKER)
