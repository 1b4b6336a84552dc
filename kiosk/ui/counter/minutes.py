"""Lengths of time as the counter writes them."""

from datetime import datetime, timedelta

from kiosk.clock import local

_SECOND = timedelta(seconds=1)


def running(since: datetime, now: datetime) -> str:
    """``06:12``, past an hour ``1:06:12``."""
    seconds = max(0, (now - since) // _SECOND)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{seconds:02d}"
    return f"{minutes:02d}:{seconds:02d}"


def days_since(since: datetime, now: datetime) -> int:
    """How many days the office's calendar has turned since."""
    return max(0, (local(now).date() - local(since).date()).days)


def waited(since: datetime | None, now: datetime) -> str:
    """``18 phút``, past two hours ``2 giờ 05``; empty when nobody waits."""
    if since is None:
        return ""
    minutes = max(0, (now - since) // timedelta(minutes=1))
    if minutes < 120:
        return f"{minutes} phút"
    return f"{minutes // 60} giờ {minutes % 60:02d}"
