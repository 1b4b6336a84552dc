"""The style sheet of Qt's own controls, made from the tokens.

Our parts paint themselves; what is left to the sheet is the ground of the window, tables, scroll
bars, lists that open, long text boxes and tool tips.
"""

from functools import lru_cache
from string import Template

from kiosk.ui.theme.look import Look
from kiosk.ui.theme.tokens import FONT_UI

_SHEET = Template(
    """
QLineEdit { background: transparent; border: none; color: $ink;
  placeholder-text-color: $ink_3;
  selection-background-color: $act; selection-color: $on_act; }
QLineEdit:disabled { color: $ink_3; }
QPlainTextEdit { background: $surface; border: ${input}px solid $line_strong; color: $ink;
  border-radius: ${radius}px; padding: ${pad}px;
  selection-background-color: $act; selection-color: $on_act; }
QPlainTextEdit:focus { border: ${input_on}px solid $act; }
QPlainTextEdit[state="error"] { border: ${input_on}px solid $err; }
QTableView { background: transparent; border: none; color: $ink; outline: none; }
QHeaderView { background: $surface_2; border: none; }
QHeaderView::section { background: $surface_2; color: $ink_2; border: none;
  border-top: 1px solid $line; border-bottom: 1px solid $line; padding-left: ${cell}px;
  font-family: "$family"; font-size: ${heading}px; font-weight: 600; }
QTableCornerButton::section { background: $surface_2; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: $well; width: ${bar}px; border: none;
  border-radius: ${bar_round}px; }
QScrollBar::handle:vertical { background: $line_strong; min-height: ${touch}px;
  border-radius: ${bar_round}px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QComboBox QAbstractItemView { background: $surface; color: $ink; outline: none;
  border: 1px solid $line_strong; selection-background-color: $act_tint;
  selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 ${pad}px; }
QComboBox QAbstractItemView::item:selected { background: $act_tint; color: $ink; }
QToolTip { background: $bar_dark; color: $bar_text; border: 1px solid $line_strong;
  padding: 4px; font-family: "$family"; font-size: ${tip}px; }
"""
)


@lru_cache(maxsize=8)
def sheet(look: Look) -> str:
    """The style sheet of a look."""
    theme, px, desk = look.theme, look.px, look.board == "desk"
    return _SHEET.substitute(
        surface=theme.surface,
        surface_2=theme.surface_2,
        ink=theme.ink,
        ink_2=theme.ink_2,
        ink_3=theme.ink_3,
        act=theme.act,
        on_act=theme.on_act,
        act_tint=theme.match if look.contrasting else theme.act_tint,
        err=theme.err,
        line=theme.line,
        line_strong=theme.line_strong,
        well=theme.well,
        bar_dark=theme.bar_dark,
        bar_text=theme.bar_text,
        family=FONT_UI,
        input=px(1 if desk else 3),
        input_on=px(2 if desk else 4),
        radius=px(8 if desk else 16),
        pad=px(10 if desk else 20),
        cell=px(16),
        heading=px(13 if desk else 26),
        bar=px(8),
        bar_round=max(1, px(8) // 2),
        touch=px(40 if desk else 80),
        item=px(36 if desk else 80),
        tip=px(13 if desk else 22),
    )
