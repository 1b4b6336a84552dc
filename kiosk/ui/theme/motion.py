"""Whether things move: where the machine or its desktop asks for stillness, nothing does."""

from PySide6.QtWidgets import QApplication, QStyle, QWidget

from kiosk.ui.motion import STILL


def is_still(widget: QWidget) -> bool:
    """Whether nothing may slide, fade or pulse: ``motion = false``, or no animations wanted."""
    program = QApplication.instance()
    if program is not None and program.property(STILL):
        return True
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) == 0
