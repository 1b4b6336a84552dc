"""What the page of the fields says: pure, from what is known and what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.refusal import Refused
from kiosk.ui.citizen.pager import PagerProps, derive_pager
from kiosk.ui.citizen.sentences import not_taken, of_choice
from kiosk.ui.citizen.session import Choice
from kiosk.ui.citizen.view import FieldView, KioskView, named
from kiosk.ui.language import Language
from kiosk.ui.parts.tiles import Service
from kiosk.ui.theme.tokens import STALE
from kiosk.ui.words import minutes_range

_GROUPS_SHOWN = 70
_SHORT_NAME, _FEW = 20, 6


@dataclass(frozen=True, slots=True)
class ChooseInputs:
    """What the page is made from. ``error``: why the last wish for a number came to nothing."""

    view: KioskView
    choice: Choice
    busy: bool
    error: BaseException | None
    silent: int | None
    now: datetime
    language: Language
    wide: bool
    large: bool


@dataclass(frozen=True, slots=True)
class PriorityProps:
    """The priority card: its question, the groups (or the one declared), the switch."""

    title: str
    text: str
    on: bool
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class ChooseProps:
    """What the page says. ``priority`` is None where the office has no such groups."""

    title: str
    question: str
    error: str
    services: tuple[Service, ...]
    chosen: str
    pager: PagerProps
    priority: PriorityProps | None
    unsure: str
    search: str
    button: str
    reason: str
    busy: str


def page_size(names: Sequence[str], *, wide: bool, large: bool) -> int:
    """How many fields a page holds: eight; fewer with large text, or lying with long names."""
    short = all(len(name) <= _SHORT_NAME for name in names)
    if wide:
        return 2 * (2 + short + (not large))
    return 6 if large and len(names) > _FEW else 8


def page_with(view: KioskView, prefix: str, language: Language, *, wide: bool, large: bool) -> int:
    """The page on which a field stands; the first one for a field that is not there."""
    size = page_size([named(each, language) for each in view.fields], wide=wide, large=large)
    prefixes = [each.prefix for each in view.fields]
    return prefixes.index(prefix) // size if prefix in prefixes else 0


def derive_choose(given: ChooseInputs) -> ChooseProps:
    """The page at a moment."""
    view, choice, tr = given.view, given.choice, given.language.tr
    names = [named(each, given.language) for each in view.fields]
    size = page_size(names, wide=given.wide, large=given.large)
    pager = derive_pager(choice.page, -(-len(view.fields) // size), given.language)
    field = view.field(choice.field)
    chosen = field if field is not None and field.served else None
    return ChooseProps(
        title=tr("Chọn lĩnh vực"),
        question=tr("Ông/Bà muốn làm việc về lĩnh vực nào?"),
        error=_error(given, chosen),
        services=tuple(
            _service(each, given) for each in view.fields[pager.at * size : (pager.at + 1) * size]
        ),
        chosen=chosen.prefix if chosen else "",
        pager=pager,
        priority=_priority(given) if view.groups else None,
        unsure=tr("Chưa biết chọn lĩnh vực nào?"),
        search=tr("Tìm theo tên thủ tục"),
        button=tr("Lấy số: {field}", field=named(chosen, given.language))
        if chosen
        else tr("Lấy số"),
        reason=_reason(given, chosen),
        busy=tr("Đang lấy số…") if given.busy else "",
    )


def _error(given: ChooseInputs, chosen: FieldView | None) -> str:
    # What is so now says more than why the wish came to nothing.
    so_now = of_choice(given.view, chosen, given.now, given.language)
    if given.error is not None and not (so_now and isinstance(given.error, Refused)):
        return not_taken(given.error, given.now, given.language)
    return so_now


def _reason(given: ChooseInputs, chosen: FieldView | None) -> str:
    tr = given.language.tr
    if not given.view.open:
        return tr("Ngoài giờ tiếp nhận")
    if given.view.pause is not None:
        return tr("Đang tạm dừng cấp số")
    if chosen is None:
        return tr("Chọn một lĩnh vực")
    return tr("Hết số hôm nay") if chosen.full else ""


def _service(field: FieldView, given: ChooseInputs) -> Service:
    language = given.language
    unsure = given.silent is not None and given.silent >= STALE["kiosk_counts"]
    if unsure:
        waiting = language.tr("chưa rõ số người chờ")
    else:
        waiting = language.trn("**{n}** người chờ", "**{n}** người chờ", field.waiting)
    wait = field.priority_wait if given.view.group(given.choice.group) else field.wait
    estimate = ""
    if field.full:
        waiting = language.tr("Hết số hôm nay")
    elif field.resting:
        estimate = language.tr("Quầy đang tạm nghỉ")
        if given.large:
            waiting, estimate = estimate, ""
    elif wait is not None and not unsure:
        minutes = minutes_range(*wait)
        estimate = language.tr("khoảng **{minutes}** phút", minutes=minutes)
    return Service(
        key=field.prefix,
        icon=field.icon,
        name=named(field, language),
        waiting=waiting,
        estimate=estimate,
        closed="" if field.served else language.tr("Chưa có quầy nhận"),
    )


def _priority(given: ChooseInputs) -> PriorityProps:
    tr = given.language.tr
    group = given.view.group(given.choice.group)
    return PriorityProps(
        title=tr("Tôi thuộc diện ưu tiên"),
        text=named(group, given.language) if group else _groups(given.view, given.language),
        on=group is not None,
        yes=tr("Có"),
        no=tr("Không"),
    )


def _within(name: str) -> str:
    """A name as it is written within a sentence; a short form in capitals stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _groups(view: KioskView, language: Language) -> str:
    """The groups' names in one text, the last ones left out where it would be too long."""
    shown: list[str] = []
    for group in view.groups:
        name = named(group, language)
        if shown and sum(map(len, shown)) + len(name) > _GROUPS_SHOWN:
            return language.tr("{groups}; và diện khác", groups="; ".join(shown))
        shown.append(_within(name) if shown else name)
    return "; ".join(shown)
