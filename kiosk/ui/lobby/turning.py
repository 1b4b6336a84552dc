"""Which notice stands in the lower bar: each for 20 s, then the next, all around."""

from dataclasses import dataclass

EACH = 20


@dataclass(frozen=True, slots=True)
class NoticeProps:
    """One notice: its text and the icon before it."""

    text: str
    icon: str = "info"


@dataclass(frozen=True, slots=True)
class Turn:
    """The notice that stands in the bar since the second ``since``."""

    notice: NoticeProps = NoticeProps("", "")
    since: int = 0


def turned(turn: Turn, notices: tuple[NoticeProps, ...], now: int) -> Turn:
    """The notice at the second ``now``: one that was taken away goes at once."""
    if not notices:
        return Turn(since=now)
    if turn.notice not in notices:
        return Turn(notices[0], now)
    if now - turn.since < EACH:
        return turn
    following = notices.index(turn.notice) + 1
    return Turn(notices[following % len(notices)], now)
