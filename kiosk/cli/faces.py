"""``kiosk citizen``, ``kiosk counter N``, ``kiosk lobby``, ``kiosk admin``, ``kiosk gallery``, ``kiosk demo``"""

import argparse
from pathlib import Path

from kiosk import app
from kiosk.paths import station_folder


def citizen(args: argparse.Namespace) -> int:
    """``citizen``"""
    return app.citizen(station_folder(args.home), _where(args))


def counter(args: argparse.Namespace) -> int:
    """``counter N``"""
    return app.counter(station_folder(args.home), args.counter, _where(args))


def lobby(args: argparse.Namespace) -> int:
    """``lobby``"""
    return app.lobby(station_folder(args.home), _where(args), args.counters)


def admin(args: argparse.Namespace) -> int:
    """``admin``"""
    return app.admin(station_folder(args.home), _where(args))


def _where(args: argparse.Namespace) -> app.Where:
    return args.at or ("window" if args.window else "full")


def gallery(args: argparse.Namespace) -> int:
    """``gallery``"""
    return app.gallery(Path(args.out) if args.out else None)


def demo(args: argparse.Namespace) -> int:
    """``demo``"""
    from kiosk import demo as sample

    out = Path(args.out)
    return (sample.headless if args.headless else sample.on_screen)(out, print)
