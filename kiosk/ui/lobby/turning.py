"""What takes turns of 20 s: the notices in the lower bar, the pictures in the large place."""

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


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands in the large place while nobody is called: the board itself, or a picture."""

    picture: str = ""
    since: int = 0


def slid(slide: Slide, pictures: tuple[str, ...], now: int, *, quiet: bool) -> Slide:
    """The slide at the second ``now``: the board first, then every picture, all around.

    Whenever somebody is called, it is the board, at once.
    """
    if not quiet or not pictures:
        return Slide(since=now)
    if slide.picture and slide.picture not in pictures:
        return Slide(since=now)
    if now - slide.since < EACH:
        return slide
    order = ("", *pictures)
    return Slide(order[(order.index(slide.picture) + 1) % len(order)], now)
