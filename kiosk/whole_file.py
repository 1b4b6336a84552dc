"""A file that is there whole or not at all, whatever breaks off its writing."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.refusal import Refused
from kiosk.system_words import why_not


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Where to write what becomes ``target`` when all went well: a file in a folder beside it.

    The folder goes in any case, also with Ctrl-C.

    Raises :class:`Refused` ``file.exists`` (never overwrites), ``file.unwritable``.
    """
    if target.exists():
        raise Refused("file.exists", file=str(target))
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".kiosk-") as folder:
            part = Path(folder) / target.name
            yield part
            if target.exists():
                raise Refused("file.exists", file=str(target))
            part.rename(target)
    except OSError as error:
        raise Refused("file.unwritable", file=str(target), why=why_not(error)) from error
