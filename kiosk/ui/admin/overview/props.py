"""The office at a glance, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from kiosk.clock import local, office_day
from kiosk.ui.admin.devices.props import DeviceRow, DevicesSeen, derive_devices
from kiosk.ui.parts.bar_chart import Column
from kiosk.ui.parts.kpi import Kpi
from kiosk.ui.parts.line_chart import Point
from kiosk.ui.parts.wait_bars import WaitBar
from kiosk.ui.words import clock_time, day_short, decimal, long_day, number

if TYPE_CHECKING:
    from kiosk.dossiers.figures import DossierFigures
    from kiosk.dossiers.steps_at_work import StepAtWork
    from kiosk.office.model import Pause
    from kiosk.queue.figures import CounterNow, HalfHour, QueueFigures
    from kiosk.ratings.figures import Opinions
    from kiosk.refusal import Refused
    from kiosk.scans.reading import ShareDigitised

FIGURES = ("taken", "received", "returned", "late", "satisfied")
SCANS = "scans"
"""The figure behind which stand the dossiers that are not digitised."""
UNKNOWN = "–"
PAUSED = "Văn phòng đang tạm dừng"
_STATES = {"serving": "đang phục vụ", "called": "đang gọi", "free": "đang rảnh", "away": "tạm nghỉ"}


@dataclass(frozen=True, slots=True)
class OverviewSeen:
    """What the store knew at ``now``. ``opinions`` is None where nothing can be asked.

    ``pause``: the whole office pauses. ``unserved``: fields that no counter serves, and how many
    wait there. ``hours``: today's, while the office is open; empty while it is not.
    """

    now: datetime
    queue: "QueueFigures"
    dossiers: "DossierFigures"
    devices: DevicesSeen
    opinions: "Opinions | None" = None
    pause: "Pause | None" = None
    unserved: tuple[tuple[str, int], ...] = ()
    hours: str = ""

    @property
    def open_numbers(self) -> tuple[int, int]:
        """How many wait, and how many stand at a counter."""
        return self.queue.waiting, sum(each.label is not None for each in self.queue.counters)


@dataclass(frozen=True, slots=True)
class SlowSeen:
    """What is counted less often: the share of papers digitised, and the ``steps`` of internal
    processes that are late or end today."""

    share: "ShareDigitised"
    steps: "tuple[StepAtWork, ...]"


@dataclass(frozen=True, slots=True)
class CounterLine:
    """A counter now: its name, its number or –, what it does, and for how long (``06:12``)."""

    name: str
    label: str
    doing: str
    lasts: str


@dataclass(frozen=True, slots=True)
class OverviewProps:
    """All that the overview shows. ``overdue``, ``due_today`` and ``steps`` are empty where
    there are none; ``steps_late``: they are late already."""

    title: str
    kpis: tuple[Kpi, ...]
    columns: tuple[Column, ...]
    points: tuple[Point, ...]
    target: float
    target_words: str
    overdue: str
    due_today: str
    steps: str
    steps_late: bool
    waits: tuple[WaitBar, ...]
    counters: tuple[CounterLine, ...]
    devices: tuple[DeviceRow, ...]
    devices_good: str
    paused: bool = False
    warning: str = ""


def derive_overview(
    seen: OverviewSeen,
    now: datetime,
    sentence: "Callable[[Refused], str]",
    pressing: "tuple[StepAtWork, ...]" = (),
) -> OverviewProps:
    """The props at ``now``: only how long a counter has been at it goes by the clock. ``pressing``
    are the steps that are late or end today."""
    queue, dossiers = seen.queue, seen.dossiers
    devices = derive_devices(seen.devices, sentence)
    good = sum(row.state.kind == "ok" for row in devices)
    late = sum(one.step.late for one in pressing)
    soon = len(pressing) - late
    steps = f"{late} bước trễ" if late else f"{soon} bước đến hạn" if soon else ""
    aim = decimal(dossiers.target, 0) if dossiers.target % 1 == 0 else decimal(dossiers.target)
    return OverviewProps(
        title=PAUSED if seen.pause is not None else f"Hôm nay, {long_day(office_day(seen.now))}",
        kpis=(*_kpis(queue, dossiers, office_day(seen.now).month), _satisfied(seen)),
        columns=tuple(_column(each, seen.now) for each in queue.half_hours),
        points=tuple(Point(day_short(day), count.share) for day, count in dossiers.days),
        target=dossiers.target,
        target_words=f"mục tiêu {aim}%",
        overdue=f"{dossiers.overdue} hồ sơ quá hạn" if dossiers.overdue else "",
        due_today=f"{dossiers.due_today} đến hạn hôm nay" if dossiers.due_today else "",
        steps=steps,
        steps_late=bool(late),
        waits=tuple(WaitBar(each.field, each.median, each.ninth) for each in queue.waits),
        counters=tuple(_counter(each, now) for each in queue.counters),
        devices=devices,
        devices_good=f"{good} / {len(devices)} tốt",
        paused=seen.pause is not None,
        warning=_warning(seen),
    )


def paused_words(pause: "Pause") -> str:
    """``Tạm dừng tiếp nhận từ 09:10: Mất điện.``"""
    return f"Tạm dừng tiếp nhận từ {clock_time(pause.since)}: {pause.why.rstrip('.')}."


def _warning(seen: OverviewSeen) -> str:
    """Who waits where no counter serves, and what to do."""
    left = ", ".join(f"{name}: {waiting} người đang chờ" for name, waiting in seen.unserved)
    return f"Chưa quầy nào nhận lĩnh vực {left}. Cho một quầy nhận ở mục Quầy." if left else ""


def told_scans(share: "ShareDigitised") -> str:
    """``Đã số hóa 62,5% giấy tờ của tháng 11``; empty while no papers were handed in."""
    if share.percent is None:
        return ""
    percent = decimal(share.percent, 0 if share.percent % 1 == 0 else 1)
    return f"Đã số hóa {percent}% giấy tờ của tháng {share.since.month}"


def _kpis(queue: "QueueFigures", dossiers: "DossierFigures", month: int) -> tuple[Kpi, ...]:
    share = dossiers.month.share
    counted = f"{dossiers.month.on_time} / {dossiers.month.all} hồ sơ trong tháng {month}"
    return (
        Kpi(
            "Lượt lấy số",
            "ticket",
            number(queue.taken),
            "lượt",
            _numbers_note(queue),
        ),
        Kpi(
            "Hồ sơ tiếp nhận",
            "folder",
            number(dossiers.received),
            "hồ sơ",
            f"{dossiers.online} trực tuyến · {dossiers.postal} bưu chính",
        ),
        Kpi(
            "Kết quả đã trả",
            "hand",
            number(dossiers.returned),
            "hồ sơ",
            f"{dossiers.to_collect} đang chờ người nhận",
        ),
        Kpi(
            "Đúng và trước hạn",
            "check",
            UNKNOWN if share is None else decimal(share),
            "" if share is None else "%",
            "Chưa có kết quả trong tháng" if share is None else counted,
        ),
    )


def _numbers_note(queue: "QueueFigures") -> str:
    if queue.expired:
        return f"{queue.waiting} chờ · {queue.no_show} vắng · {queue.expired} hết ngày"
    return f"{queue.waiting} đang chờ · {queue.no_show} vắng mặt"


def _satisfied(seen: OverviewSeen) -> Kpi:
    told = seen.opinions
    if told is None:
        return Kpi("Hài lòng", "star", UNKNOWN, "", "Phiếu đánh giá chưa dùng được")
    name, answered = told.asked.content_words, told.satisfaction.answered
    if told.share is None:
        return Kpi(name, "star", UNKNOWN, "", "Chưa đủ 5 phiếu")
    note = f"{number(answered)} phiếu trong tháng {told.until.month}"
    figure = decimal(told.share, 0 if told.share % 1 == 0 else 1)
    return Kpi(name, "star", figure, "%", note)


def _column(each: "HalfHour", now: datetime) -> Column:
    label = f"{each.start.hour}g{each.start.minute:02d}"
    here = local(now)
    to_come = each.start > time(here.hour, here.minute) and not each.taken
    return Column(label, None if to_come else each.taken, each.mean)


def _counter(each: "CounterNow", now: datetime) -> CounterLine:
    lasts = ""
    if each.since is not None:
        seconds = max(0, int((now - each.since).total_seconds()))
        hours, rest = divmod(seconds, 3600)
        lasts = f"{hours}g{rest // 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"
    return CounterLine(each.name, each.label or "—", _STATES[each.state], lasts)
