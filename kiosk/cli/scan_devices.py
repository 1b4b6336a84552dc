"""``kiosk scan devices`` and ``from-scanner``: a scanner of this machine, where there is one."""

import argparse
import tempfile
from pathlib import Path

from kiosk.cli.at_work import Work, at_work
from kiosk.cli.output import say
from kiosk.cli.scans import file_at_work, filed_document, filed_lines
from kiosk.refusal import Refused
from kiosk.scans.filing import ScanKind
from kiosk.scans.inbox import settle
from kiosk.scans.progress import ended
from kiosk.scans.sane import SaneScanner
from kiosk.scans.scanner import ScanAsked, Scanner, chosen, scanned
from kiosk.scans.stacks import Told


def devices(args: argparse.Namespace) -> None:
    """``scan devices``"""
    found = SaneScanner().devices()
    lines = [f"{device.key}  {device.name}" for device in found]
    told = [{"device": device.key, "name": device.name} for device in found]
    say(args, {"devices": told}, *(lines or ["Không thấy máy quét nào."]))


def from_scanner(args: argparse.Namespace) -> None:
    """``scan from-scanner``: what cannot be filed stays as a file, and it is said where"""
    with at_work(args) as work:
        file = _scan(work, args, SaneScanner())
        told = Told(dossier=args.dossier)
        if args.dossier is None:
            told = Told(dossiers=1 if args.dossiers is None else args.dossiers)
        try:
            fact = file_at_work(work, file, told, ScanKind(args.kind), args.title)
        except Refused:
            say(args, {"file": str(file), "scans": []}, f"Các trang đã quét ở {file}.")
            raise
        settle(file, work.station.inbox)
    say(args, {"scans": filed_document(fact)}, "Đã quét và lưu:", *filed_lines(fact))


def _scan(work: Work, args: argparse.Namespace, scanner: Scanner) -> Path:
    settings = work.station.settings.scans
    device = chosen(scanner.devices(), args.device or settings.scanner)
    asked = ScanAsked(args.dpi or settings.dpi, args.colour, feeder=not args.glass)
    with tempfile.TemporaryDirectory() as pages:
        steps = scanned(
            scanner,
            device.key,
            asked,
            inbox=work.station.inbox,
            now=work.store.clock.now(),
            work=Path(pages),
        )
        return ended(steps)
