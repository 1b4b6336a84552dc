"""Sums of money on paper: in figures, and in words as an accountant reads them."""

_FIGURES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000


def dong(amount: int) -> str:
    """``15.000``, ``-15.000``."""
    return f"{amount:,}".replace(",", ".")


def dong_in_words(amount: int) -> str:
    """``Mười lăm nghìn đồng``; a sum below nothing is called ``Âm …``."""
    said = number_in_words(abs(amount))
    said = f"âm {said}" if amount < 0 else said
    return f"{said[:1].upper()}{said[1:]} đồng"


def number_in_words(number: int) -> str:
    """A whole number from 0 upwards: ``hai mươi mốt``, ``một trăm linh năm``."""
    return _said(number, whole=True) if number else _FIGURES[0]


def _said(number: int, *, whole: bool) -> str:
    """``whole``: nothing stands before it, so no empty hundreds are read."""
    if number >= _BILLION:
        above, below = divmod(number, _BILLION)
        said = f"{_said(above, whole=whole)} tỷ"
        return f"{said} {_said(below, whole=False)}" if below else said
    parts: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            words = _group(group, whole=whole and not parts)
            parts.append(f"{words} {_GROUPS[place]}".strip())
    return " ".join(parts)


def _group(group: int, *, whole: bool) -> str:
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    said = [] if whole and not hundreds else [_FIGURES[hundreds], "trăm"]
    if not rest:
        return " ".join(said)
    if tens == 0:
        return " ".join([*said, *(["linh"] if said else []), _FIGURES[units]])
    said += ["mười"] if tens == 1 else [_FIGURES[tens], "mươi"]
    if units:
        said.append(_after_ten(tens, units))
    return " ".join(said)


def _after_ten(tens: int, units: int) -> str:
    if units == 5:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(units, _FIGURES[units])
    return _FIGURES[units]
