"""How the values of a register's or list's line are written on paper."""

from datetime import datetime

from kiosk.clock import local
from kiosk.dossiers.letters import HandoverLine, RegisterLine
from kiosk.printing import figures


def day_short(moment: datetime | None) -> str:
    """``23/11/2026``; empty for no moment."""
    return "" if moment is None else f"{local(moment):%d/%m/%Y}"


def counted(number: int) -> str:
    """``01``, ``1.186``: below 10 with a leading zero, thousands apart."""
    return f"{number:,}".replace(",", ".") if number >= 10 else figures.two_figures(number)


def register_values(line: RegisterLine) -> dict[str, str]:
    """What the placeholders of the register's columns stand for."""
    return {
        "volume": figures.two_figures(line.volume),
        "entry": figures.two_figures(line.entry),
        "agency_name": line.agency_name,
        "returned_day": day_short(line.returned_at),
        "returned_time": _time(line.returned_at),
        "received_how": line.received_how,
        **_common(line),
    }


def handover_values(line: HandoverLine, place_in_list: int) -> dict[str, str]:
    """What the placeholders of the hand-over list's columns stand for."""
    return {"place_in_list": figures.two_figures(place_in_list), **_common(line)}


def _common(line: RegisterLine | HandoverLine) -> dict[str, str]:
    return {
        "code": line.code,
        "procedure_name": line.procedure_name,
        "sets": figures.two_figures(line.sets),
        "applicant_name": line.applicant_name,
        "address": line.address,
        "phone": figures.spaced_phone(line.phone),
        "received_day": day_short(line.received_at),
        "received_time": _time(line.received_at),
        "due_day": day_short(line.due_at),
        "due_time": _time(line.due_at),
        "note": line.note,
    }


def _time(moment: datetime | None) -> str:
    return "" if moment is None else figures.time_short(moment)
