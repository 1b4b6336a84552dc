"""Whether this desktop moves things: where it asks for stillness, nothing slides, fades or pulses."""

from PySide6.QtWidgets import QStyle, QWidget


def is_still(widget: QWidget) -> bool:
    """Whether the desktop of ``widget`` asks for no animations (its style gives them no time)."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) == 0
