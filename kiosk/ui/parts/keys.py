"""Keys shown on the screen: a hint on a button, the bar at the foot of the desk."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.paint import draw_card, smooth
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.written import Written, said, write


def _key_prose(look: Look, key: str) -> Prose:
    role = "hint" if look.board == "desk" else "caption"
    return Prose(key, look.font(role, 700), look.line(role))


def key_text(look: Look, key: str, box: QRectF) -> tuple[Prose, QRectF]:
    """The words of the hint of ``key`` in ``box``, and the room they have."""
    return _key_prose(look, key), box


def key_width(look: Look, key: str) -> int:
    """How wide the hint of ``key`` is, in pixels."""
    return int(_key_prose(look, key).natural_width()) + 1 + 2 * look.px(7)


def draw_key(painter: QPainter, box: QRectF, look: Look, key: str, ink: QColor) -> None:
    """Draw the hint of ``key`` into ``box``."""
    draw_card(painter, box, fill=None, edge=ink, width=look.px(1), radius=look.px(5))
    _key_prose(look, key).paint(painter, box, ink, Qt.AlignmentFlag.AlignHCenter)


class KeyHint(QWidget):
    """A key, 22 high, in the colour of what it belongs to."""

    def __init__(self, look: Look, key: str, tone: str = "ink") -> None:
        super().__init__()
        self.look, self._key, self._tone = look, key, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return QSize(key_width(self.look, self._key), self.look.px(22))

    def wear(self, look: Look) -> None:
        self.look = look
        self.updateGeometry()
        self.update()

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The key and its room: for tests of clipping."""
        return [key_text(self.look, self._key, QRectF(self.rect()))]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        ink = self.look.colour(self._tone)
        draw_key(painter, QRectF(self.rect()), self.look, self._key, ink)
        painter.end()


class KeyBar(QWidget):
    """The keys that are valid now, each with its words. Where they do not all fit, those that stand
    ``on_page`` with their words are left out, from the last one, and then whichever is last."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.on_page: frozenset[str] = frozenset()
        self._keys: tuple[tuple[str, str], ...] = ()
        self.wear(look)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys given, each with its act."""
        return self._keys

    def set_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show other keys: ``(("F1", "Trợ giúp"), …)``."""
        self._keys = keys
        self.setAccessibleName(", ".join(f"{key} {act}" for key, act in keys))
        self.update()

    def wear(self, look: Look) -> None:
        self.look = look
        self.setFixedHeight(look.px(44))
        self.update()

    def shown(self) -> tuple[tuple[str, str], ...]:
        """The keys there is room for, each with its words."""
        shown = list(self._keys)
        room, gap = self.width() - 2 * self.look.px(16), self.look.px(12)
        while shown and self._length(shown, gap) > room:
            spare = [one for one in shown if one[0] in self.on_page]
            shown.remove(spare[-1] if spare else shown[-1])
        return tuple(shown)

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """Every key and its act, each with its room: for tests of clipping."""
        keys, acts = self._laid()
        found = [*(key_text(self.look, key, box) for key, box in keys), *said(acts)]
        return sorted(found, key=lambda each: each[1].left())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), look.colour("bar_dark"))
        if look.contrasting:
            painter.fillRect(0, 0, self.width(), look.px(2), look.colour("line"))
        keys, acts = self._laid()
        for key, box in keys:
            draw_key(painter, box, look, key, look.colour("bar_text"))
        write(painter, look, acts)
        painter.end()

    def _laid(self) -> tuple[list[tuple[str, QRectF]], list[Written]]:
        """The keys that fit at their places, and the words beside them."""
        look, shown = self.look, self.shown()
        room = self.width() - 2 * look.px(16)
        spare = room - self._length(shown, 0)
        gap = min(look.px(22), spare // max(1, len(shown) - 1))
        x = float(look.px(16))
        keys, acts = [], []
        for key, act in shown:
            width, height = key_width(look, key), look.px(22)
            keys.append((key, QRectF(x, (self.height() - height) / 2, width, height)))
            prose = self._act(act)
            place = QRectF(x + width + look.px(8), 0, prose.natural_width() + 1, self.height())
            acts.append(Written(prose, place, "bar_text"))
            x += self._wide(key, act) + gap
        return keys, acts

    def _act(self, act: str) -> Prose:
        return Prose(act, self.look.font("caption", 600), self.look.line("caption"))

    def _wide(self, key: str, act: str) -> int:
        words = self.look.px(8) + int(self._act(act).natural_width()) + 1
        return key_width(self.look, key) + words

    def _length(self, keys: Sequence[tuple[str, str]], gap: int) -> int:
        return sum(self._wide(key, act) + gap for key, act in keys)
