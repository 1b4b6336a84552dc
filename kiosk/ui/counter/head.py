"""What stands around the counter's pages: head, lights, rail, strip, keys."""

from dataclasses import dataclass

from kiosk.refusal import Refused
from kiosk.ui.counter.asking import is_trouble
from kiosk.ui.counter.places import RAIL, Keys, Place
from kiosk.ui.counter.seen import Seen
from kiosk.ui.counter.sign_acts import Officer
from kiosk.ui.counter.unprinted import PaperRow, papers_strip
from kiosk.ui.frames.desk import DeskProps, Light
from kiosk.wording import sentence

STORE, PRINTER = "Sổ dữ liệu", "Máy in"
SAMPLE = "Dữ liệu minh họa"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the store does not answer, and since when (``09:20``)."""

    refusal: Refused
    since: str


def derive_head(
    number: int,
    seen: Seen | None,
    officer: Officer | None,
    trouble: Trouble | None,
    papers: tuple[PaperRow, ...],
    place: Place,
    keys: Keys,
) -> DeskProps:
    """The frame's props."""
    strip = papers_strip(papers) if place != "papers" else ""
    if trouble is not None:
        strip = f"{sentence(trouble.refusal)} Máy tự thử lại từ {trouble.since}."
    served = ", ".join(seen.fields) if seen is not None else ""
    name = seen.counter if seen is not None else f"Quầy {number}"
    return DeskProps(
        office=_office(seen),
        counter=f"{name} · {served}" if served else name,
        officer=officer.name if officer is not None else "",
        title=officer.title if officer is not None else "",
        lights=_lights(seen, trouble, bool(papers)),
        rail=RAIL if officer is not None else (),
        current="ready" if place == "return" else place,
        keys=keys,
        strip=strip,
    )


def _office(seen: Seen | None) -> str:
    if seen is None:
        return "Bộ phận Một cửa"
    return f"{seen.office} · {SAMPLE}" if seen.sample else seen.office


def _lights(seen: Seen | None, trouble: Trouble | None, papers_left: bool) -> tuple[Light, ...]:
    """Only what is known: while the store is silent nothing is said of the printer."""
    if trouble is not None:
        return (Light(STORE, "err" if is_trouble(trouble.refusal) else "warn"),)
    if seen is None:
        return (Light(STORE, "warn"),)
    return (Light(STORE), Light(PRINTER, "warn" if papers_left else "ok"))
