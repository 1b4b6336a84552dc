"""Time limits and names of procedures in the language of the screen: pure."""

from typing import TYPE_CHECKING

from kiosk.ui.language import Language

if TYPE_CHECKING:
    from kiosk.catalogue.limits import TimeLimit
    from kiosk.catalogue.procedure import Procedure
    from kiosk.catalogue.shelf import CounterLimit, Listed


def limit_said(limit: "TimeLimit", language: Language) -> str:
    """``05 ngày làm việc``, ``5 working days``: as :func:`kiosk.catalogue.limits.limit_in_words`."""
    if limit.in_the_day:
        return language.tr("trong ngày")
    n, amount, trn = limit.amount, f"{limit.amount:02d}", language.trn
    match limit.unit.value:
        case "wd":
            return trn("{amount} ngày làm việc", "{amount} ngày làm việc", n, amount=amount)
        case "d":
            return trn("{amount} ngày", "{amount} ngày", n, amount=amount)
        case "h":
            return trn("{amount} giờ làm việc", "{amount} giờ làm việc", n, amount=amount)
        case _:
            return trn("{amount} tháng", "{amount} tháng", n, amount=amount)


def counter_limit_said(found: "CounterLimit", language: Language) -> str:
    """The time limit at the counter; empty where the record has none."""
    if found.limit is None:
        return language.tr("Tùy trường hợp") if found.by_case else ""
    said = limit_said(found.limit, language)
    return said[:1].upper() + said[1:]


def name_said(found: "Listed | Procedure", language: Language) -> str:
    """The name in the language of the screen; the Vietnamese one where there is no other."""
    return found.name_en if language.code == "en" and found.name_en else found.name
