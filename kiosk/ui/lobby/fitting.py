"""One line of text, as large as its role and as its room allow."""

from kiosk.ui.theme.fonts import ui_font
from kiosk.ui.theme.look import Look
from kiosk.ui.theme.prose import Prose
from kiosk.ui.theme.tokens import SCALES


def fitted(
    text: str, look: Look, role: str, width: float, *, height: float = 0, weight: int = 0
) -> Prose:
    """``text`` in ``role``, made smaller where ``width`` (or ``height``, pixels) is too little."""
    prose = _set(text, look, role, 1.0, weight)
    natural = prose.natural_width()
    share = min(1.0, width / natural * 0.99) if natural > width > 0 else 1.0
    if height:
        # The ink of a Vietnamese line may reach out of its line height.
        share = min(share, height / prose.lay(max(natural, width)))
    return prose if share == 1.0 else _set(text, look, role, share, weight)


def _set(text: str, look: Look, role: str, share: float, weight: int) -> Prose:
    kind = SCALES[look.board][role]
    size, line = kind.size * look.scale * share, kind.line * look.scale * share
    return Prose(text, ui_font(int(size), weight or kind.weight), line)
