"""``kiosk citizen``, ``kiosk counter N``, ``kiosk lobby``, ``kiosk demo``"""

import argparse
from pathlib import Path

from kiosk import app
from kiosk.paths import station_folder


def citizen(args: argparse.Namespace) -> int:
    """``citizen``"""
    return app.citizen(station_folder(args.home), full_screen=not args.window)


def counter(args: argparse.Namespace) -> int:
    """``counter N``"""
    return app.counter(station_folder(args.home), args.counter, full_screen=not args.window)


def lobby(args: argparse.Namespace) -> int:
    """``lobby``"""
    return app.lobby(station_folder(args.home), full_screen=not args.window)


def demo(args: argparse.Namespace) -> int:
    """``demo``"""
    from kiosk import demo as sample

    out = Path(args.out)
    return sample.headless(out) if args.headless else sample.on_screen(out)
