"""The manager's window: signing in, the rail, the sections, the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from kiosk.clock import Clock
from kiosk.refusal import Refused
from kiosk.ui.admin.host import AdminHost, Manager
from kiosk.ui.admin.keys import figure_of, key_name
from kiosk.ui.admin.places import (
    PLACES,
    SIGN_OUT,
    make_section,
    place_of_figure,
    places_for,
    rail_for,
)
from kiosk.ui.admin.section import Keys, Section
from kiosk.ui.admin.sign_in import IDLE_MINUTES, AdminSignIn
from kiosk.ui.frames.desk import DeskFrame, DeskProps, Light
from kiosk.ui.idle import IdleWatch
from kiosk.ui.parts.sheet import Question
from kiosk.ui.theme.look import dress
from kiosk.ui.words import clock_time
from kiosk.ui.workplace import Workplace
from kiosk.wording import sentence

if TYPE_CHECKING:
    from kiosk.office.managing import (
        ManagerSignedIn,
        ManagerSignedOut,
        ManagerSignIn,
        ManagerSignOut,
    )
    from kiosk.office.model import Pause
    from kiosk.storage.commands import UseCase
    from kiosk.storage.units import ReadUnit

FACE = "Điều hành"
_OWN: Keys = (("F1", "Trợ giúp"), (f"Ctrl 1…{len(PLACES)}", "Chuyển mục"))
_LEAVE: Keys = (("Ctrl N", "Đăng xuất"),)
_HELP = (
    f"**Ctrl 1** đến **Ctrl {len(PLACES)}**: chuyển mục theo thứ tự bên trái.\n"
    "**Tab**: đi tới ô tiếp theo. **↑ ↓ Enter**: chọn và mở dòng trong bảng.\n"
    "**Ctrl R**: xem lại. **Ctrl N**: đăng xuất. **Esc**: quay lại.\n"
    f"Sau {IDLE_MINUTES} phút không ai dùng, máy tự đăng xuất; phần chưa lưu không được giữ."
)


class AdminWindow(DeskFrame):
    """The manager's face. Sections are made when first gone to and kept until signing out."""

    def __init__(self, workplace: Workplace, clock: Clock) -> None:
        super().__init__(DeskProps("Bộ phận Một cửa", FACE), clock)
        self.workplace = workplace
        self.host: AdminHost | None = None
        self.sections: dict[str, Section] = {}
        self.current = ""
        self._office = "Bộ phận Một cửa"
        self._trouble = self._paused = ""
        self._since = ""
        self.pages = QStackedWidget()
        self.sign_in = AdminSignIn(self.look)
        self.pages.addWidget(self.sign_in)
        self.show_page(self.pages)
        self.idle = IdleWatch(self)
        self.idle.asked.connect(lambda: self.notify("Máy sắp tự đăng xuất vì không ai dùng."))
        self.idle.ran_out.connect(lambda: self._leave(idle=True))
        self.sign_in.wanted.connect(self._sign_in)
        self.rail_chosen.connect(self._rail_pressed)
        self.ticked.connect(self._on_second)
        workplace.opened.connect(self._opened)
        workplace.refused.connect(self._lost)
        workplace.lost.connect(self._lost)
        workplace.changed.connect(self._changed)
        self._render()

    @property
    def manager(self) -> Manager | None:
        """Who is signed in."""
        return self.host.manager if self.host is not None else None

    @property
    def section(self) -> Section | None:
        """The section that is shown."""
        return self.sections.get(self.current)

    # signing in and out

    def _sign_in(self, code: str, pin: str) -> None:
        def plan() -> "tuple[UseCase[ManagerSignIn, ManagerSignedIn], ManagerSignIn]":
            from kiosk.office.managing import ManagerSignIn, manager_sign_in

            return manager_sign_in, ManagerSignIn(code, pin)

        if self.workplace.station is None:
            self._refuse_sign_in(Refused("store.not_open_yet"))
            return
        self.workplace.do(plan, self._arrived, self._refuse_sign_in, owner=self)

    def _refuse_sign_in(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            self.sign_in.button.set_busy("")
            raise error
        about_code = error.code in ("person.unknown", "person.not_manager")
        self.sign_in.refuse(sentence(error), about_code=about_code)

    def _arrived(self, fact: "ManagerSignedIn") -> None:
        manager = Manager(fact.officer, fact.name, fact.title, fact.role)
        self.host = AdminHost(self, self.workplace, manager, self._refuse, self._render, self.go)
        self.sign_in.begin("")
        self.idle.start(IDLE_MINUTES * 60)
        # The rail first: Tab goes in the order in which things are made.
        self._render()
        self.go(places_for(manager.role)[0].key)

    def ask_to_leave(self) -> None:
        """Ctrl N: sign out; what is not saved is asked about once."""
        section = self.section
        if section is None or not section.unsaved:
            self._leave()
            return
        self._ask_unsaved("Đăng xuất, bỏ phần chưa lưu", self._leave)

    def _leave(self, *, idle: bool = False) -> None:
        if self.host is None:
            return

        def plan() -> "tuple[UseCase[ManagerSignOut, ManagerSignedOut], ManagerSignOut]":
            from kiosk.office.managing import ManagerSignOut, manager_sign_out

            return manager_sign_out, ManagerSignOut(idle)

        if self.workplace.station is not None:
            self.workplace.do(plan, _nothing, _not_written, officer=self.host.officer)
        self.idle.stop()
        self.drop_question()
        note = f"Đã tự đăng xuất sau {IDLE_MINUTES} phút không ai dùng." if idle else ""
        for section in self.sections.values():
            self.pages.removeWidget(section)
            section.deleteLater()
        self.host.end()
        self.sections, self.current, self.host = {}, "", None
        self.pages.setCurrentWidget(self.sign_in)
        self._render()
        self.sign_in.begin(note)

    # going from section to section

    def go(self, key: str) -> None:
        """Go to a section that the role allows; what is not saved is asked about once."""
        if self.host is None or key not in [p.key for p in places_for(self.host.manager.role)]:
            return
        section = self.section
        if section is not None and section.unsaved and key != self.current:
            self._ask_unsaved("Rời mục, bỏ phần chưa lưu", lambda: self._go(key))
            return
        self._go(key)

    def _go(self, key: str) -> None:
        if self.host is None:
            return
        before = self.section
        if before is not None and key != self.current:
            before.leave()
        section = self.sections.get(key)
        if section is None:
            section = self.sections[key] = make_section(key, self.look, self.host)
            dress(section, self.look)
            self.pages.addWidget(section)
        self.current = key
        self.pages.setCurrentWidget(section)
        self._render()
        section.enter()
        self._render()

    def _ask_unsaved(self, wanted: str, do: Callable[[], None]) -> None:
        question = Question(
            "Có phần chưa lưu",
            "Những gì vừa sửa ở mục này chưa được ghi vào sổ.",
            "Ở lại",
            wanted,
        )
        self.ask(question).answered.connect(lambda agreed: do() if agreed else None)

    # what the store says

    def _opened(self, _station: object) -> None:
        self._trouble = ""
        self.sign_in.say("")
        self._read_office()

    def _read_office(self) -> None:
        def look(unit: "ReadUnit") -> "tuple[str, bool, Pause | None]":
            from kiosk.office.reading import office_now

            office = office_now(unit)
            return office.profile.name, office.sample, office.pause

        self.workplace.read(look, self._see_office, _not_written, owner=self)

    def _see_office(self, told: "tuple[str, bool, Pause | None]") -> None:
        name, sample, pause = told
        since = clock_time(pause.since) if pause is not None else ""
        self._paused = (
            f"Văn phòng tạm dừng tiếp nhận từ {since}: {pause.why.rstrip('.')}."
            if pause is not None
            else ""
        )
        self._office = f"{name} · Dữ liệu minh họa" if sample else name
        self._render()

    def _changed(self) -> None:
        if self._trouble:
            self._trouble = ""
            self._render()
        self._read_office()
        if self.section is not None:
            self.section.changed()

    def _lost(self, error: object) -> None:
        refusal = error if isinstance(error, Refused) else Refused("store.unreachable")
        if not self._trouble:
            self._since = clock_time(self.clock.now())
        self._trouble = f"{sentence(refusal)} Máy tự thử lại từ {self._since}."
        if self.host is None:
            self.sign_in.say(sentence(refusal))
        self._render()

    def _refuse(self, refusal: Refused) -> None:
        self.notify(sentence(refusal), "err")
        if refusal.code.startswith("store."):
            self._lost(refusal)

    # painting

    def _render(self) -> None:
        manager, section = self.manager, self.section
        keys: Keys = ()
        if manager is not None:
            keys = (*_OWN, *(section.keys if section is not None else ()), *_LEAVE)
        open_now = self.workplace.station is not None
        light = Light("Sổ dữ liệu", "err" if self._trouble else "ok" if open_now else "warn")
        props = DeskProps(
            office=self._office,
            counter=FACE,
            officer=manager.name if manager is not None else "",
            title=manager.title if manager is not None else "",
            lights=(light,),
            rail=rail_for(manager.role) if manager is not None else (),
            current=self.current,
            keys=keys,
            strip=self._trouble or self._paused,
        )
        if props != self.props:
            self.set_props(props)

    def _on_second(self) -> None:
        if self.section is not None and self.workplace.station is not None:
            self.section.second()

    # keys, rail, window

    def press(self, key: str) -> bool:
        """Do what ``key`` does here; whether it does anything."""
        if self.host is None or self.asking is not None:
            return False
        place = place_of_figure(self.host.manager.role, figure_of(key))
        if place:
            self.go(place)
        elif self.section is not None and self.section.press(key):
            return True
        elif key == "F1":
            self.ask(Question("Các phím của màn hình điều hành", _HELP, "Đóng"))
        elif key == "Ctrl N":
            self.ask_to_leave()
        else:
            return False
        return True

    def _rail_pressed(self, key: str) -> None:
        if self.asking is None:
            self.ask_to_leave() if key == SIGN_OUT else self.go(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_name(event)
        if event.isAutoRepeat() or (key and self.press(key)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit = getattr(self.section, "fit", None)
        if fit is not None:
            fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        self.idle.stop()
        super().closeEvent(event)


def _nothing(_: object) -> None:
    return


def _not_written(error: BaseException) -> None:
    if not isinstance(error, Refused):
        raise error
