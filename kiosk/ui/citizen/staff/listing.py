"""What the page of the staff says: pure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.text import nfc
from kiosk.ui.citizen.pager import PagerProps, derive_pager
from kiosk.ui.citizen.view import counter_name
from kiosk.ui.language import Language
from kiosk.ui.words import phone

if TYPE_CHECKING:
    from kiosk.office.publicity import PublicPerson, PublicStaff

_CARDS = {(False, False): 2, (False, True): 2, (True, False): 2, (True, True): 0}
"""Heads with a card of their own, on a standing or lying screen, plain or large; further ones
lead the list. Where there is no room for two, all of them do."""
_ROWS = {(False, False): 8, (False, True): 6, (True, False): 6, (True, True): 5}
_CENTRE = "Trung tâm"


@dataclass(frozen=True, slots=True)
class PersonFace:
    """Somebody on the page; ``initial`` stands where a photograph would."""

    initial: str
    name: str
    work: str
    phone: str
    counter: str
    head: bool


@dataclass(frozen=True, slots=True)
class StaffProps:
    """What the page says. ``empty`` is said where nobody is made public."""

    title: str
    heads_title: str
    heads: tuple[PersonFace, ...]
    rows_title: str
    rows: tuple[PersonFace, ...]
    most: int
    pager: PagerProps
    hotline_title: str
    hotline: str
    empty: str

    @property
    def variant(self) -> tuple[int, int, bool, bool, bool]:
        """What makes the page another one: what there is room to be made for."""
        paged = self.pager.count > 1
        return len(self.heads), self.most, bool(self.hotline), paged, bool(self.empty)


def derive_staff(
    staff: "PublicStaff | None",
    page: int,
    office: str,
    language: Language,
    *,
    wide: bool,
    large: bool,
) -> StaffProps:
    """The page; ``staff`` is None until it was read, ``office`` is what the office is called."""
    tr = language.tr
    heads = staff.heads if staff is not None else ()
    officers = staff.officers if staff is not None else ()
    cards, most = _CARDS[wide, large], _ROWS[wide, large]
    listed = tuple(_face(each, language, head=True) for each in heads[cards:]) + tuple(
        _face(each, language, head=False) for each in officers
    )
    pager = derive_pager(page, -(-len(listed) // most), language)
    return StaffProps(
        title=tr("Cán bộ tiếp nhận"),
        heads_title=(
            tr("Lãnh đạo Trung tâm") if office.startswith(_CENTRE) else tr("Lãnh đạo phụ trách")
        ),
        heads=tuple(_face(each, language, head=True) for each in heads[:cards]),
        rows_title=tr("Cán bộ tại các quầy"),
        rows=listed[pager.at * most : (pager.at + 1) * most],
        most=most,
        pager=pager,
        hotline_title=tr("Đường dây tiếp nhận phản ánh, kiến nghị"),
        hotline=phone(staff.hotline) if staff is not None else "",
        empty=(
            tr("Chưa có danh sách cán bộ. Mời Ông/Bà hỏi bàn hướng dẫn.")
            if staff is not None and not heads and not officers
            else ""
        ),
    )


def initial_of(name: str) -> str:
    """The first letter of the given name, which Vietnamese puts last: ``Lê Minh Châu`` is C."""
    words = nfc(name).split()
    return words[-1][0].upper() if words else ""


def _face(person: "PublicPerson", language: Language, *, head: bool) -> PersonFace:
    # Of the heads the law asks for no field.
    parts = (person.title,) if head else (person.title, person.field)
    return PersonFace(
        initial=initial_of(person.name),
        name=person.name,
        work=" · ".join(part for part in parts if part),
        phone=phone(person.phone),
        counter=counter_name(person.counter, language),
        head=head,
    )
