"""Text on a window: a role of the type scale, a tone of the theme, wrapped and never cut."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import OneLine, Prose

Align = Qt.AlignmentFlag


class Label(QLabel):
    """A text.

    ``marked`` makes ``**words between stars**`` bold, and in full ink where the rest is softer. ``elide`` keeps one line, ends it with …
    where the room is short and shows the whole text as a tool tip; use it only in table cells and
    the like. Otherwise the text wraps at words, or with ``wrap=False`` claims its whole width.
    ``balance`` makes wrapped lines of like length, ``phrases`` breaks after a comma; ``middle`` centres it in a higher room.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        tone: str = "ink",
        *,
        weight: int = 0,
        align: Qt.AlignmentFlag = Align.AlignLeft,
        wrap: bool = True,
        marked: bool = False,
        elide: bool = False,
        middle: bool = False,
        balance: bool = False,
        phrases: bool = False,
    ) -> None:
        super().__init__()
        self.look, self.role, self.tone, self.weight = look, role, tone, weight
        self.marked, self.elide, self.middle = marked, elide, middle
        self._balance, self._phrases = balance, phrases
        self._align = align
        self._prose = Prose("", look.font(role, weight), look.line(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap and not elide)
        super().setText(text)
        self._set()

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._set()

    def set_tone(self, tone: str) -> None:
        """Change the colour to another token."""
        if tone != self.tone:
            self.tone = tone
            if self.marked:
                self._set()
            self.update()

    def set_role(self, role: str, weight: int = 0) -> None:
        """Change the type to another role of the scale."""
        self.role, self.weight = role, weight
        self._set()

    def wear(self, look: Look) -> None:
        self.look = look
        self._set()

    @property
    def prose(self) -> Prose:
        """The text as it is set."""
        return self._prose

    def texts(self) -> list[tuple[Prose, QRectF]]:
        """The text and its room: for tests of clipping."""
        return [(self._prose, QRectF(self.rect()))] if self.text() else []

    def sizeHint(self) -> QSize:
        width = self._prose.natural_width()
        return QSize(_up(width), _up(self._prose.lay(width)))

    def minimumSizeHint(self) -> QSize:
        if self.elide:
            return QSize(self.look.px(24), self.sizeHint().height())
        if self.wordWrap():
            return QSize(_up(self._prose.longest_word()), _up(self._prose.line_height))
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return _up(self._prose.lay(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.elide:
            self.setToolTip(self._whole())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        prose = self._prose
        if self._balance:
            # Left-aligned text only: the box keeps its place and becomes narrower.
            box.setWidth(prose.balanced_width(box.width()))
        prose.paint(painter, box, self.look.colour(self.tone), self._align, middle=self.middle)
        painter.end()

    def _set(self) -> None:
        look = self.look
        kind = OneLine if self.elide else Prose
        self._prose = kind(
            self.text(),
            look.font(self.role, self.weight),
            look.line(self.role),
            marked=self.marked,
            phrases=self._phrases,
            bold_ink=look.colour("ink") if self.marked and self.tone == "ink_2" else None,
        )
        self.setFont(self._prose.font)
        self.setAccessibleName(self._prose.plain.replace("\n", " "))
        if self.elide:
            self.setToolTip(self._whole())
        self.updateGeometry()
        self.update()

    def _whole(self) -> str:
        """The whole text, where it is painted shortened."""
        prose = self._prose
        return prose.plain if isinstance(prose, OneLine) and prose.is_cut(self.width()) else ""


def _up(length: float) -> int:
    return int(-(-length // 1))


def say(label: Label, text: str) -> None:
    """Put ``text`` on ``label`` if it is not there already; an empty text hides the label."""
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))


def plain(text: str) -> str:
    """A marked text without its stars and line breaks, as it is spoken."""
    return " ".join(text.replace("**", "").split())


def sentence(*parts: str) -> str:
    """One spoken sentence of several short texts."""
    said = [plain(part).rstrip(".") for part in parts if part]
    return ". ".join(said) + ("." if len(said) > 1 else "")
