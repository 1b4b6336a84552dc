"""``kiosk office`` and ``kiosk pin``"""

import argparse
import sys

from kiosk.cli.at_work import at_work
from kiosk.cli.output import say
from kiosk.office.directory import find_person, people
from kiosk.office.reading import office_now, profile_now
from kiosk.refusal import Refused


def show(args: argparse.Namespace) -> None:
    """``office``: who we are, what we serve, where, and who works here."""
    with at_work(args) as work, work.store.read() as unit:
        office = office_now(unit)
        staff = people(unit)
        today = office.calendar.today_hours(unit.day)
    say(
        args,
        {
            "office": {
                "name": office.profile.name,
                "parent": office.profile.parent,
                "unit_code": office.unit_code,
                "sample": office.sample,
                "legal_profile": office.profile.legal_profile,
                "legal_profile_today": profile_now(unit).code,
                "hours_today": today,
            },
            "fields": [{"prefix": f.prefix, "name": f.name} for f in office.fields if f.active],
            "counters": [
                {"number": c.number, "name": c.name, "fields": list(c.fields)}
                for c in office.counters
                if c.active
            ],
            "priority_groups": [
                {"code": g.code, "name": g.name, "rank": g.rank} for g in office.priority_groups
            ],
            "people": [
                {
                    "code": p.code,
                    "name": p.name,
                    "title": p.title,
                    "field": p.field,
                    "phone": p.phone,
                    "counter": p.counter,
                    "role": p.role,
                    "public": p.public,
                }
                for p in staff
            ],
        },
        f"{office.profile.name} ({office.unit_code})"
        + ("  dữ liệu minh họa" if office.sample else ""),
        f"Hôm nay: {today or 'nghỉ'}",
        "Lĩnh vực: " + ", ".join(f"{f.prefix} {f.name}" for f in office.fields if f.active),
        *(f"{c.name}: {', '.join(c.fields)}" for c in office.counters if c.active),
        "Diện ưu tiên: " + ", ".join(f"{g.code} ({g.name})" for g in office.priority_groups),
        *(f"{p.code}  {p.name}, {p.title}" for p in staff),
    )


def set_pin(args: argparse.Namespace) -> None:
    """``pin set``: the PIN is read from the terminal or from standard input, never from words.

    At a terminal it is typed twice. Raises :class:`Refused` ``pin.missing``, and as
    :func:`give_pin` does.
    """
    from kiosk.office.people_keeping import GivePin, give_pin

    with at_work(args) as work:
        with work.store.read() as unit:
            somebody = find_person(unit, args.person)
        pin, again = _typed(somebody.name)
        done = work.do(give_pin, GivePin(args.person, pin, again))
    say(args, {"officer": done.officer}, f"Đã đặt mã PIN mới cho {done.officer}.")


def _typed(name: str) -> tuple[str, str]:
    if sys.stdin.isatty():
        import getpass

        pin = getpass.getpass(f"Mã PIN mới của {name} (4 đến 12 chữ số): ")
        again = getpass.getpass("Gõ lại mã PIN: ") if pin else ""
    else:
        pin = again = sys.stdin.readline().strip()
    if not pin:
        raise Refused("pin.missing", name=name)
    return pin, again
