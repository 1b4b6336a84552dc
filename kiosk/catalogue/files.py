"""Reading the files somebody hands in: streams of records, and what could not be read of them."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.catalogue import unreadable as told
from kiosk.catalogue.cleaning import text_of
from kiosk.catalogue.source import SourceKind
from kiosk.catalogue.unreadable import Unreadable
from kiosk.refusal import Refused
from kiosk.system_words import why_not

LARGEST_FILE = 64 * 1024 * 1024
LONGEST_LINE = 8 * 1024 * 1024
_LINES = {".jsonl", ".ndjson"}
_KNOWN = {".json", ".toml"} | _LINES


@dataclass(frozen=True, slots=True)
class Found:
    """A record in a file: its kind, its content, its JSON text, and where it stood."""

    where: str
    kind: SourceKind
    content: dict[str, object]
    raw: str


def records_in(paths: Iterable[Path]) -> Iterator[Found | Unreadable]:
    """Every record of some files and folders (with what is in them), in a settled order.

    In folders only ``.json``, ``.jsonl``, ``.ndjson`` and ``.toml`` files are looked at. A place
    that cannot be read is told, and the reading goes on behind it.

    Raises :class:`Refused` ``import.missing`` at once when a path is not there.
    """
    settled = list(paths)
    for path in settled:
        if not _is_there(path):
            raise Refused("import.missing", file=str(path))
    return _records(settled)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _records(paths: Iterable[Path]) -> Iterator[Found | Unreadable]:
    for path in paths:
        if path.is_file():
            yield from _records_of(path, path.name)
            continue
        if not path.is_dir():
            yield Unreadable(path.name, told.file_unopened("không phải tệp dữ liệu"))
            continue
        inside = _files_in(path)
        if not inside:
            yield Unreadable(path.name, told.NOTHING_IN_FOLDER)
        for file in inside:
            yield from _records_of(file, file.relative_to(path).as_posix())


def _files_in(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.rglob("*") if file.suffix.lower() in _KNOWN and file.is_file()
    )


def digest_of(paths: Iterable[Path]) -> str:
    """One digest of all that files and folders hold, wherever they lie."""
    whole = hashlib.sha256()
    for path in paths:
        for file in _files_in(path) if path.is_dir() else [path]:
            whole.update(_content_digest(file))
    return whole.hexdigest()


def _content_digest(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b"unreadable"


def _records_of(file: Path, name: str) -> Iterator[Found | Unreadable]:
    try:
        if file.suffix.lower() in _LINES:
            yield from _lines(file, name)
        elif file.suffix.lower() == ".toml":
            yield from _tables(file, name)
        else:
            yield from _whole(file, name)
    except OSError as error:
        yield Unreadable(name, told.file_unopened(why_not(error)))


def _lines(file: Path, name: str) -> Iterator[Found | Unreadable]:
    empty = True
    with file.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b""), start=1):
            line = line.removeprefix(_BOM).strip()
            if line:
                empty = False
                yield from _records_in(f"{name}:{number}", line, told.HALF_LINE)
    if empty:
        yield Unreadable(name, told.EMPTY_FILE)


def _whole(file: Path, name: str) -> Iterator[Found | Unreadable]:
    if file.stat().st_size > LARGEST_FILE:
        yield Unreadable(name, told.FILE_TOO_BIG)
        return
    text = file.read_bytes().removeprefix(_BOM).strip()
    if not text:
        yield Unreadable(name, told.EMPTY_FILE)
    else:
        yield from _records_in(name, text, told.NOT_JSON)


def _tables(file: Path, name: str) -> Iterator[Found | Unreadable]:
    try:
        tables = tomllib.loads(file.read_bytes().removeprefix(_BOM).decode()).get("procedure")
    except UnicodeDecodeError:
        yield Unreadable(name, told.NOT_UTF8)
        return
    except (tomllib.TOMLDecodeError, RecursionError):
        yield Unreadable(name, told.NOT_TOML)
        return
    if not isinstance(tables, list):
        yield Unreadable(name, told.NOT_A_RECORD)
        return
    for number, table in enumerate(tables, start=1):
        where = f"{name}[{number}]"
        if isinstance(table, dict):
            raw = msgspec.json.encode(table).decode()
            yield Found(where, SourceKind.HANDWRITTEN, msgspec.json.decode(raw), raw)
        else:
            yield Unreadable(where, told.NOT_A_RECORD)


def _records_in(where: str, text: bytes, when_no_json: str) -> Iterator[Found | Unreadable]:
    """The record, or the list of records, that a piece of JSON is."""
    try:
        raw = text.decode()
        elements = _listed(text)
        value: object = msgspec.json.decode(raw) if elements is None else None
    except UnicodeDecodeError as error:
        cut_short = error.reason == "unexpected end of data"
        yield Unreadable(where, when_no_json if cut_short else told.NOT_UTF8)
        return
    except (msgspec.DecodeError, RecursionError):
        yield Unreadable(where, when_no_json)
        return
    if elements is None:
        yield _record(where, value, raw)
        return
    for number, element in enumerate(elements, start=1):
        yield _element(f"{where}[{number}]", bytes(element))


def _listed(text: bytes) -> list[msgspec.Raw] | None:
    """The unread elements of a list, or of an object's ``data`` list; None for anything else.

    A file may hold the whole catalogue: its records are decoded one by one, so that no other
    thread waits for them all.
    """
    if text[:1] == b"{":
        data = msgspec.json.decode(text, type=dict[str, msgspec.Raw]).get("data")
        text = b"" if data is None else bytes(data).lstrip()
    return msgspec.json.decode(text, type=list[msgspec.Raw]) if text[:1] == b"[" else None


def _element(where: str, element: bytes) -> Found | Unreadable:
    try:
        part = element.decode()
        return _record(where, msgspec.json.decode(part), part)
    except (msgspec.DecodeError, RecursionError):
        return Unreadable(where, told.NOT_A_RECORD)


def _record(where: str, value: object, raw: str) -> Found | Unreadable:
    if not isinstance(value, dict):
        return Unreadable(where, told.NOT_A_RECORD)
    if "data" in value:
        inside = value["data"]
        if isinstance(inside, dict) and inside:
            return Found(where, SourceKind.RECORD, inside, raw)
        said = text_of(value.get("message")) or text_of(value.get("code"))
        return Unreadable(where, told.portal_refused(said))
    if any(part in value for part in _ONLY_IN_RECORDS):
        return Found(where, SourceKind.RECORD, value, raw)
    return Found(where, SourceKind.CATALOGUE, value, raw)


_BOM = b"\xef\xbb\xbf"
_ONLY_IN_RECORDS = ("executionMethods", "executionCases", "executionSteps")
