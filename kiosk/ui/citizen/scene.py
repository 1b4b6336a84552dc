"""The pages behind the first one. Imported at the first touch: the home page paints without them."""

from typing import Protocol

from kiosk.ui.citizen.choose import ChoosePage
from kiosk.ui.citizen.choosing import ChooseInputs, ChooseProps, derive_choose
from kiosk.ui.citizen.groups import GroupsPage, GroupsProps, derive_groups
from kiosk.ui.citizen.home import HomeInputs, HomeProps, derive_home
from kiosk.ui.citizen.session import Known, Screen, Session
from kiosk.ui.citizen.taken import TakenPage, TakenProps, derive_taken
from kiosk.ui.theme.look import Look

Props = HomeProps | ChooseProps | GroupsProps | TakenProps


class Acts(Protocol):
    """What a person can do on these pages."""

    def choose_field(self, prefix: str) -> None:
        """Choose a field."""

    def turn_fields(self, page: int) -> None:
        """Leaf through the fields."""

    def declare(self, on: bool) -> None:
        """Say whether one belongs to a priority group."""

    def choose_group(self, code: str) -> None:
        """Say to which."""

    def turn_groups(self, page: int) -> None:
        """Leaf through the groups."""

    def take(self) -> None:
        """Ask for the number."""

    def find_procedure(self) -> None:
        """Look for a procedure by its name, where the field is not known."""

    def call_staff(self) -> None:
        """Ask for somebody to come."""

    def go_home(self) -> None:
        """Leave."""


def derive(session: Session, known: Known, screen: Screen) -> Props:
    """The page that a session shows; the home page while the office is not known."""
    view, language = known.view, screen.language
    if session.taken is not None and session.step == "taken":
        fields = view.fields if view is not None else ()
        served = next((each for each in fields if each.name == session.taken.field), None)
        return derive_taken(
            session.taken, served, session.paper, session.waited, language, session.help
        )
    if view is not None and session.step == "groups":
        return derive_groups(
            view, session.group_page, language, wide=screen.wide, large=screen.large
        )
    if view is not None and session.step == "choose":
        return derive_choose(
            ChooseInputs(
                view=view,
                choice=session.choice,
                busy=session.busy,
                error=session.error,
                silent=known.silent,
                now=screen.now,
                language=language,
                wide=screen.wide,
                large=screen.large,
            )
        )
    return derive_home(HomeInputs.of(known, screen))


def page_of(
    look: Look, props: ChooseProps | GroupsProps | TakenProps, acts: Acts, *, wide: bool
) -> ChoosePage | GroupsPage | TakenPage:
    """A new page for ``props``, its buttons tied to ``acts``."""
    if isinstance(props, ChooseProps):
        choose = ChoosePage(look, props, wide=wide)
        choose.field_chosen.connect(acts.choose_field)
        choose.turned.connect(acts.turn_fields)
        choose.declared.connect(acts.declare)
        choose.take_asked.connect(acts.take)
        choose.search_asked.connect(acts.find_procedure)
        return choose
    if isinstance(props, GroupsProps):
        groups = GroupsPage(look, props, wide=wide)
        groups.group_chosen.connect(acts.choose_group)
        groups.turned.connect(acts.turn_groups)
        return groups
    taken = TakenPage(look, props, wide=wide)
    taken.done_asked.connect(acts.go_home)
    taken.staff_asked.connect(acts.call_staff)
    return taken
