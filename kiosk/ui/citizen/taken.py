"""The page of a number taken: the number first, the paper beside it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.citizen.session import Paper, paper_shown
from kiosk.ui.citizen.slips import PhotoCard, WidePhotoCard, WideTicketCard
from kiosk.ui.citizen.view import (
    NOT_CALLED,
    FieldView,
    Help,
    PaperView,
    TakenView,
    counter_name,
    named,
)
from kiosk.ui.language import Language
from kiosk.ui.motion import Nudge, moves
from kiosk.ui.parts.big_button import BigButton, Size
from kiosk.ui.parts.card import Card
from kiosk.ui.parts.icon_box import Disc, Icon
from kiosk.ui.parts.label import Label
from kiosk.ui.parts.layouts import Box, Column, Row
from kiosk.ui.parts.notice import Notice
from kiosk.ui.parts.qr_code import Matrix
from kiosk.ui.parts.ticket_card import TicketCard, TicketFace, TicketFact
from kiosk.ui.theme.look import Look
from kiosk.ui.words import clock_time, minutes_range

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class TakenProps:
    """What the page says; ``advice`` is said on the card where there is no paper.

    ``staff_told``: a counter shows that somebody is needed here; ``called`` stands on the button
    that calls once it was pressed, empty before.
    """

    paper: Paper
    headline: str
    follow: str
    face: TicketFace
    notice: str
    notice_text: str
    qr: Matrix
    advice: str
    staff: str
    staff_told: bool
    call: str
    called: str
    button: str


def derive_taken(
    taken: TakenView,
    field: FieldView | None,
    paper: PaperView,
    waited: int,
    language: Language,
    called: Help = NOT_CALLED,
) -> TakenProps:
    """The page at a moment. ``field`` gives the field's name in another language."""
    tr, shown = language.tr, paper_shown(paper, waited)
    titles = {
        "printing": (tr("Đang in phiếu…"), tr("Mời Ông/Bà chờ một chút.")),
        "printed": (
            tr("Hãy lấy phiếu bên dưới"),
            tr("Phiếu ra ở khe in, ngay phía dưới màn hình."),
        ),
        "none": (
            _cause(paper, language),
            tr("Số của Ông/Bà **vẫn có hiệu lực** và vẫn được gọi bình thường."),
        ),
    }
    notice, text = titles[shown]
    return TakenProps(
        paper=shown,
        headline=tr("Đã lấy số thành công"),
        follow=tr("Mời Ông/Bà ngồi chờ và theo dõi màn hình gọi số."),
        face=_face(taken, field, language),
        notice=notice,
        notice_text=text,
        qr=paper.qr,
        advice=tr("Hãy chụp ảnh màn hình này hoặc ghi nhớ số"),
        staff=_staff(called, language),
        staff_told=called.told_at is not None,
        call=tr("Gọi cán bộ hỗ trợ"),
        called=tr("Đã gọi cán bộ hỗ trợ") if called.asked else "",
        button=tr("Tôi đã ghi lại số, xong") if shown == "none" else tr("Xong"),
    )


def _staff(called: Help, language: Language) -> str:
    tr = language.tr
    if called.told_at is not None:
        time = clock_time(called.told_at)
        return tr("Đã báo cán bộ lúc {time}. Cán bộ sẽ đến trong ít phút.", time=time)
    if called.asked:
        return tr("Đang gọi cán bộ. Nếu chưa thấy ai, mời Ông/Bà báo bàn hướng dẫn.")
    return tr("Mời Ông/Bà báo bàn hướng dẫn.")


def _cause(paper: PaperView, language: Language) -> str:
    if paper.cause == "paper":
        return language.tr("Máy in đang hết giấy")
    if paper.cause == "jam":
        return language.tr("Máy in đang kẹt giấy")
    if paper.state == "failed":
        return language.tr("Máy in không in được phiếu")
    if paper.state == "unknown":
        return language.tr("Chưa rõ phiếu đã ra chưa")
    if paper.state == "filed":
        return language.tr("Chưa nối máy in phiếu")
    return language.tr("Máy in chưa trả lời")


def _face(taken: TakenView, field: FieldView | None, language: Language) -> TicketFace:
    tr = language.tr
    of_field = tr("Lĩnh vực {field}", field=named(field, language) if field else taken.field)
    return TicketFace(
        caption=tr("Số thứ tự của Ông/Bà"),
        number=taken.label,
        field=of_field + ("  ·  " + tr("Ưu tiên") if taken.priority else ""),
        counters_caption=tr("Chờ gọi đến"),
        counters=tuple(counter_name(name, language) for name in taken.counters),
        either=tr("hoặc"),
        facts=(
            TicketFact(
                tr("Người chờ trước"),
                str(taken.people_ahead),
                language.trn("người", "người", taken.people_ahead),
            ),
            *_wait(taken, language),
            TicketFact(tr("Lấy số lúc"), clock_time(taken.at)),
        ),
    )


def _wait(taken: TakenView, language: Language) -> tuple[TicketFact, ...]:
    """The range of the wait, where one can be told."""
    if taken.wait is None:
        return ()
    tr = language.tr
    return (TicketFact(tr("Dự kiến chờ"), minutes_range(*taken.wait), tr("phút")),)


class TakenPage(QWidget):
    """``done_asked``: the person has what they came for; ``staff_asked``: somebody shall come."""

    done_asked = Signal()
    staff_asked = Signal()

    def __init__(self, look: Look, props: TakenProps, *, wide: bool) -> None:
        super().__init__()
        self.look, self._wide = look, wide
        self._column = Column(look, parent=self)
        self._body: QWidget | None = None
        self._props: TakenProps | None = None
        self._caller: BigButton | None = None
        self.button: BigButton
        self.set_props(props)

    @property
    def props(self) -> TakenProps | None:
        """What it says."""
        return self._props

    def wear(self, look: Look) -> None:
        self.look = look

    def set_props(self, props: TakenProps) -> None:
        """Show what is so now; the number stays where it is."""
        if props == self._props:
            return
        before, self._props = self._body, props
        held = before is not None and before.isAncestorOf(QApplication.focusWidget() or self)
        look = self.look
        last_button = self.button if before is not None else None
        self.button = BigButton(look, props.button, "check")
        self.button.clicked.connect(self.done_asked)
        self.notice = self._notice(look, props)
        if props.paper == "printed" and self.notice.disc is not None and moves():
            Nudge(self.notice.disc, look.px(8))
        self._caller = self._calling_button(look, props) if props.paper == "none" else None
        self._body = body = Box(look)
        lay = self._lay_wide if self._wide else self._lay
        lay(look, props, body)
        self._column.add(body)
        body.show()
        if before is not None and last_button is not None:
            # The new button comes where Tab found the one before.
            QWidget.setTabOrder(last_button, self.button)
            if self._caller is not None:
                QWidget.setTabOrder(self.button, self._caller)
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        if held:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _notice(self, look: Look, props: TakenProps) -> Notice:
        if props.paper == "none":
            return Notice(look, "warn", "printer", props.notice, props.notice_text)
        icon = "down" if props.paper == "printed" else "printer"
        return Notice(look, "hint", icon, props.notice, props.notice_text)

    def _says_staff(self, look: Look, props: TakenProps) -> bool:
        """Before anybody is called, the button says enough where words are large."""
        return not look.large or bool(props.called or props.staff_told)

    def _tight(self, look: Look, props: TakenProps) -> bool:
        """Large words, and both the button and what came of it."""
        return props.paper == "none" and look.large and self._says_staff(look, props)

    def _staff(self, look: Look, props: TakenProps) -> Card:
        told = props.staff_told
        card = Card(look, "ok" if told else "hint")
        high = 12 if self._tight(look, props) else 24
        row = Row(look, 24, (32, high, 32, high), card)
        icon, tone = ("check", "ok") if told else ("help", "gold_ink")
        row.add(Icon(look, icon, 40, tone), align=_MIDDLE)
        row.add(Label(look, props.staff, "label", middle=True), 1)
        return card

    def _calling_button(self, look: Look, props: TakenProps) -> BigButton:
        size: Size = "small" if self._tight(look, props) else "medium"
        button = BigButton(look, props.call, "bell", "outline", size)
        button.set_reason(props.called)
        button.clicked.connect(self.staff_asked)
        return button

    def _heading(self, look: Look, props: TakenProps) -> Row:
        row = Row(look, 24)
        row.add(Disc(look, "check", 80, "ok"), align=_MIDDLE)
        words = row.nest(Column(look), 1)
        words.add(Label(look, props.headline, "button" if self._wide else "h1"))
        words.add(Label(look, props.follow, "body", "ink_2"))
        return row

    def _lay(self, look: Look, props: TakenProps, body: QWidget) -> None:
        none = props.paper == "none"
        tight = self._tight(look, props)
        top = (8 if tight else 24 if look.large else 40) if none else 56
        column = Column(look, 0, (48, top, 48, 0), body)
        if none:
            column.add(self.notice)
            column.gap(8 if tight else 24 if look.large else 46)
            column.add(PhotoCard(look, props.face, props.qr, props.advice))
            if self._says_staff(look, props):
                column.gap(8 if tight else 24)
                column.add(self._staff(look, props))
        else:
            column.nest(self._heading(look, props))
            column.gap(32)
            column.add(TicketCard(look, props.face))
            column.gap(32)
            column.add(self.notice)
        column.gap(8 if tight else 24 if none and look.large else 40)
        column.add(self.button)
        if self._caller is not None:
            column.gap(8 if tight else 24)
            column.add(self._caller)
        column.fill()

    def _lay_wide(self, look: Look, props: TakenProps, body: QWidget) -> None:
        row = Row(look, 40, (64, 20, 64, 0), body)
        left = row.nest(Column(look), 1)
        none = props.paper == "none"
        if none:
            left.add(WidePhotoCard(look, props.face, props.qr, props.advice))
        else:
            left.add(WideTicketCard(look, props.face))
        left.fill()
        right = row.add(Box(look, width=680))
        tight = self._tight(look, props)
        column = Column(look, 8 if tight else 24, (0, 0 if tight else 12, 0, 8), right)
        if none:
            column.add(self.notice)
            if self._says_staff(look, props):
                column.add(self._staff(look, props))
        else:
            column.nest(self._heading(look, props))
            column.gap(8)
            column.add(self.notice)
        column.fill()
        column.add(self.button)
        if self._caller is not None:
            column.add(self._caller)
