"""``kiosk scan …``: papers scanned at the counter, filed with their dossiers"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.cli.at_work import Work, at_work
from kiosk.cli.output import day_words, moment, say, words
from kiosk.dossiers.codes import parse_code
from kiosk.office.reading import office_now
from kiosk.refusal import Refused
from kiosk.scans import editing
from kiosk.scans.filing import FileScan, ScanFiled, ScanKind, file_scan
from kiosk.scans.keeping import write_new
from kiosk.scans.reading import (
    ScanView,
    content_of,
    one_scan,
    scans_of,
    share_digitised,
    whole_scan,
)
from kiosk.scans.sorting import Pile
from kiosk.scans.stacks import Told, file_stack
from kiosk.scans.watching import Outcome, Watcher
from kiosk.system_words import why_not
from kiosk.wording import sentence

BETWEEN_LOOKS_S = 1.0
_PAGES = re.compile(r"[0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*")
_KIND_WORDS = {"submitted": "giấy tờ nộp", "result": "kết quả", "other": "khác"}


def file(args: argparse.Namespace) -> int:
    """``scan file``: each file by itself; one that is refused does not keep back the others"""
    told = Told(args.dossiers, args.dossier, tuple(_pile(text) for text in args.pile))
    if args.request_id is not None and len(args.paths) > 1:
        raise Refused("scan.one_file")
    filed: list[dict[str, Any]] = []
    lines: list[str] = []
    with at_work(args) as work:
        for path in args.paths:
            try:
                fact = file_at_work(work, Path(path), told, ScanKind(args.kind), args.title)
            except Refused as refusal:
                if len(args.paths) == 1:
                    raise
                filed.append({"file": path, "refused": sentence(refusal)})
                lines.append(f"{path}: {sentence(refusal)}")
            else:
                filed.append({"file": path, "scans": filed_document(fact)})
                lines += [f"{path}: đã lưu", *filed_lines(fact)]
    say(args, {"files": filed}, *lines)
    return int(any("refused" in each for each in filed))


def watch(args: argparse.Namespace) -> None:
    """``scan watch DIR``: until Ctrl-C; a store that does not answer is asked again"""
    with at_work(args) as work:
        folder = work.station.inbox if args.folder is None else Path(args.folder)
        watcher = Watcher(
            folder, args.dossiers, lambda path, told: file_at_work(work, path, told), sentence
        )
        while True:
            try:
                for outcome in watcher.look():
                    say(args, _outcome(outcome), *_outcome_lines(outcome))
            except Refused as refusal:
                if not refusal.code.startswith("store."):
                    raise
                print(sentence(refusal), file=sys.stderr)
            time.sleep(BETWEEN_LOOKS_S)


def listed(args: argparse.Namespace) -> None:
    """``scan list CODE``"""
    with at_work(args) as work, work.store.read() as unit:
        found = scans_of(unit, args.code, former=args.all)
    say(
        args,
        {"scans": [_told(each) for each in found]},
        *(_line(each) for each in found),
        *([] if found else ["Hồ sơ chưa có bản quét nào."]),
    )


def export(args: argparse.Namespace) -> None:
    """``scan export CODE --out FILE.pdf``"""
    target = Path(args.out)
    with at_work(args) as work, work.store.read() as unit:
        content, pages = whole_scan(unit, args.code, work.folder.scans, work.by.station)
    try:
        write_new(target, content)
    except FileExistsError:
        raise Refused("file.exists", file=str(target)) from None
    except OSError as error:
        raise Refused("file.unwritable", file=str(target), why=why_not(error)) from error
    say(args, {"file": str(target), "pages": pages}, f"Đã xuất {pages} trang ra {target}.")


def share(args: argparse.Namespace) -> None:
    """``scan share``"""
    with at_work(args) as work, work.store.read() as unit:
        since = unit.day.replace(day=1) if args.since is None else _day(args.since)
        told = share_digitised(unit, since)
    percent = None if told.percent is None else round(told.percent, 1)
    document = {
        "since": told.since.isoformat(),
        "until": told.until.isoformat(),
        "dossiers": told.dossiers,
        "scanned_dossiers": told.scanned_dossiers,
        "papers": told.papers,
        "digitised": told.digitised,
        "percent": percent,
    }
    span = f"Hồ sơ tiếp nhận từ {day_words(told.since)} đến hết {day_words(told.until)}"
    said = "chưa có giấy tờ nào" if percent is None else f"{percent}%".replace(".", ",")
    say(
        args,
        document,
        f"{span}: {told.scanned_dossiers}/{told.dossiers} hồ sơ có bản quét.",
        f"Giấy tờ đã số hóa: {told.digitised}/{told.papers} ({said}).",
    )


def split(args: argparse.Namespace) -> None:
    """``scan split``"""
    _remake(args, "split", lambda old: editing.split(old, args.page))


def rotate(args: argparse.Namespace) -> None:
    """``scan rotate``"""
    pages = frozenset(_pages(args.pages))
    _remake(args, "rotate", lambda old: editing.rotated(old, pages, args.turn))


def order(args: argparse.Namespace) -> None:
    """``scan order``"""
    pages = _pages(args.pages)
    _remake(args, "order", lambda old: editing.ordered(old, pages))


def name(args: argparse.Namespace) -> None:
    """``scan name``"""
    _remake(args, "name", lambda old: editing.named(old, args.title))


def move(args: argparse.Namespace) -> None:
    """``scan move``"""
    pages = frozenset(_pages(args.pages))
    _remake(args, "move", lambda old: editing.moved(old, pages, args.code))


def _remake(
    args: argparse.Namespace, act: str, parts: Callable[[ScanView], tuple[editing.Part, ...]]
) -> None:
    with at_work(args) as work:
        folder = work.folder.scans
        with work.store.read() as unit:
            old = one_scan(unit, args.scan)
        fact = editing.remade(
            old,
            content_of(old, folder, work.by.station),
            act,
            parts(old),
            folder=folder,
            do=lambda wish: work.do(editing.remake_scan, wish),
        )
    say(args, {"scans": filed_document(fact)}, "Đã ghi bản mới:", *filed_lines(fact))


def kind(args: argparse.Namespace) -> None:
    """``scan kind``"""
    _remake(args, "kind", lambda old: editing.called(old, old.title, ScanKind(args.kind)))


def file_at_work(
    work: Work,
    path: Path,
    told: Told,
    kind: ScanKind = ScanKind.SUBMITTED,
    title: str = "",
) -> ScanFiled:
    """File one file for a command. Raises :class:`Refused` as :func:`file_stack` does."""

    def do(wish: FileScan) -> ScanFiled:
        return work.do(file_scan, wish)

    with work.store.read() as unit:
        unit_code = office_now(unit).unit_code
    return file_stack(
        path, told, unit_code=unit_code, folder=work.folder.scans, do=do, kind=kind, title=title
    )


def _pile(text: str) -> Pile:
    """``CODE=1-6,9``. Raises :class:`Refused` ``scan.pile_wrong``, ``scan.pages_wrong``."""
    said, _, pages = text.partition("=")
    code = parse_code(said)
    if code is None:
        raise Refused("scan.pile_wrong", text=text[:60])
    return Pile(code, _pages(pages))


def _pages(text: str) -> tuple[int, ...]:
    """``1-3,5``. Raises :class:`Refused` ``scan.pages_wrong``."""
    if not _PAGES.fullmatch(text):
        raise Refused("scan.pages_wrong", text=text[:40])
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("scan.day_wrong", text=text[:40]) from None


def filed_document(fact: ScanFiled) -> list[dict[str, Any]]:
    """What was filed, for ``--json``."""
    return [
        {"scan": each.scan, "dossier": each.dossier, "pages": each.pages} for each in fact.scans
    ]


def filed_lines(fact: ScanFiled) -> Iterator[str]:
    """What was filed, a line each."""
    return (f"  {each.dossier}  {each.pages} trang  {each.scan}" for each in fact.scans)


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.file,
        "now": outcome.now,
        "scans": None if outcome.filed is None else filed_document(outcome.filed),
        "reason": None if outcome.refusal is None else sentence(outcome.refusal),
    }


def _outcome_lines(outcome: Outcome) -> Iterator[str]:
    if outcome.filed is not None:
        yield f"{outcome.file}: đã lưu"
        yield from filed_lines(outcome.filed)
    elif outcome.refusal is not None:
        yield f"{outcome.file}: {sentence(outcome.refusal)} Tệp ở {outcome.now}."


def _told(view: ScanView) -> dict[str, Any]:
    return {
        "scan": view.id,
        "dossier": view.dossier,
        "kind": view.kind.value,
        "title": view.title,
        "pages": view.pages,
        "bytes": view.bytes,
        "sha256": view.sha256,
        "file": view.file,
        "station": view.station,
        "filed_at": moment(view.filed_at),
        "filed_by": view.filed_by,
        "filed_by_name": view.filed_by_name,
        "source": view.source_name,
        "superseded_by": view.superseded_by,
    }


def _line(view: ScanView) -> str:
    replaced = "  (đã có bản mới)" if view.superseded_by else ""
    title = view.title or "cả hồ sơ"
    told = f"{view.id}  {_KIND_WORDS[view.kind.value]}  {title}  {view.pages} trang"
    by = f"  {view.filed_by_name}" if view.filed_by_name else ""
    return f"{told}  {words(view.filed_at)}{by}{replaced}"
