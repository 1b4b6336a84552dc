"""A line one can follow: plain words and an underlined act, 80 high at the kiosk."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.parts.field import is_large
from kiosk.ui.parts.label import sentence
from kiosk.ui.parts.press import Coat, Pressable
from kiosk.ui.theme.icons import draw_icon
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose


class LinkRow(Pressable):
    """``? Chưa biết chọn lĩnh vực nào? Tìm theo tên thủ tục`` – the whole row follows the link."""

    def __init__(self, look: Look, before: str, act: str, icon: str = "help") -> None:
        super().__init__(look, act)
        self._before, self._icon = before, icon
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(sentence(before, act))

    def coat(self) -> Coat:
        return Coat("act_tint" if self.isDown() else None, None, "act", 0)

    def radius(self) -> float:
        return self.look.px(16 if is_large(self.look) else 6)

    def sizeHint(self) -> QSize:
        wide = self._plain().natural_width() + self._link().natural_width()
        width = int(wide) + 1 + self._lead() + self._gap() + self.look.px(16)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        wide = max(self._plain().longest_word(), self._link().longest_word())
        return QSize(int(wide) + 1 + self._lead(), self._least())

    def heightForWidth(self, width: int) -> int:
        room = width - self._lead()
        if self._one_line(room):
            return self._least()
        return max(self._least(), int(self._plain().lay(room) + self._link().lay(room)) + 1)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        return [(self._plain(), self._boxes()[0]), (self._link(), self._boxes()[1])]

    def draw(self, painter: QPainter, coat: Coat) -> None:
        look = self.look
        size = look.px(32 if is_large(look) else 18)
        draw_icon(
            painter, self._icon, QRectF(0, (self.height() - size) / 2, size, size), self.ink(coat)
        )
        before, act = self._boxes()
        self._plain().paint(painter, before, look.colour("ink_2"))
        link = self._link()
        link.paint(painter, act, self.ink(coat))
        if link.line_count(act.width()) == 1:
            under = act.center().y() + link.line_height * 0.42
            painter.setPen(QPen(self.ink(coat), look.px(2)))
            right = act.left() + link.natural_width()
            painter.drawLine(QPointF(act.left(), under), QPointF(right, under))

    def _boxes(self) -> tuple[QRectF, QRectF]:
        lead, height = self._lead(), float(self.height())
        room = float(self.width() - lead)
        plain, link = self._plain(), self._link()
        if self._one_line(room):
            wide = plain.natural_width() + 1
            left = lead + wide + self._gap()
            return QRectF(lead, 0, wide, height), QRectF(left, 0, self.width() - left, height)
        above, below = plain.lay(room), link.lay(room)
        top = (height - above - below) / 2
        return QRectF(lead, top, room, above), QRectF(lead, top + above, room, below)

    def _one_line(self, room: float) -> bool:
        wide = self._plain().natural_width() + self._gap() + self._link().natural_width()
        return wide <= room

    def _plain(self) -> Prose:
        role = "body" if is_large(self.look) else "caption"
        return Prose(self._before, self.look.font(role), self.look.line(role))

    def _link(self) -> Prose:
        role = "body" if is_large(self.look) else "caption"
        return Prose(self.text(), self.look.font(role, 700), self.look.line(role))

    def _lead(self) -> int:
        return self.look.px(50 if is_large(self.look) else 26)

    def _gap(self) -> int:
        return self.look.px(20 if is_large(self.look) else 10)

    def _least(self) -> int:
        return self.look.px(80 if is_large(self.look) else 36)
