"""One line of text, as large as its role and as its room allow."""

from kiosk.ui.theme.fonts import ui_font
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import SCALES

_TIGHT = 0.75
"""So high in sizes is a line of capitals and figures; what reaches out of it, :class:`Prose` adds."""


def fitted(
    text: str, look: Look, role: str, width: float, *, height: float = 0, weight: int = 0
) -> Prose:
    """``text`` in ``role``, made smaller where ``width`` (or ``height``, pixels) is too little.

    Where the role's own line is too high, the height of the ink counts.
    """
    prose = _set(text, look, role, 1.0, weight)
    natural = prose.natural_width()
    share = min(1.0, width / natural * 0.99) if natural > width > 0 else 1.0
    if not height or prose.lay(max(natural, width)) * share <= height:
        return prose if share == 1.0 else _set(text, look, role, share, weight)
    tight = _set(text, look, role, 1.0, weight, line=_TIGHT)
    share = min(share, height / tight.lay(max(natural, width)) * 0.99)
    return _set(text, look, role, share, weight, line=_TIGHT)


def _set(
    text: str, look: Look, role: str, share: float, weight: int, line: float | None = None
) -> Prose:
    kind = SCALES[look.board][role]
    size = kind.size * look.scale * share
    high = size * (line or kind.line / kind.size)
    return Prose(text, ui_font(int(size), weight or kind.weight), high)
