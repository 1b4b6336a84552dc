"""Invented people who hand in dossiers at the sample office; none of them exists."""

import random
from datetime import date, timedelta

from kiosk.dossiers.application import Applicant
from kiosk.dossiers.identity import Sex

_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Võ",
    "Đặng",
    "Bùi",
    "Dương",
    "Lý",
    "Hồ",
    "Mai",
)
_WOMEN = ("Thị Lụa", "Thị Ngọc Ưỡng", "Thị Mười", "Thị Kiều", "Thị Hường", "Thu Thủy", "Mỹ Duyên")
_MEN = ("Văn Sáu", "Công Định", "Quang Khải", "Đình Phúc", "Xuân Trường", "Bá Thông", "Minh Quân")
_PLACES = ("đường Hoa Sen", "đường Lúa Chín", "ngõ Cây Đa", "tổ dân phố 4", "tổ dân phố 9")
_PROVINCE = "001"
_OLDEST, _YOUNGEST = date(1948, 1, 1), date(2007, 12, 31)


def invented(chance: random.Random) -> Applicant:
    """An applicant whose card number agrees with sex and year of birth."""
    woman = chance.random() < 0.5
    born = _OLDEST + timedelta(chance.randrange((_YOUNGEST - _OLDEST).days))
    century = (0 if born.year < 2000 else 2) + woman
    given = chance.choice(_WOMEN if woman else _MEN)
    return Applicant(
        name=f"{chance.choice(_FAMILIES)} {given}",
        id_number=f"{_PROVINCE}{century}{born.year % 100:02d}{chance.randrange(1_000_000):06d}",
        birth_date=born,
        sex=Sex.FEMALE if woman else Sex.MALE,
        address=f"Số {chance.randrange(1, 180)}, {chance.choice(_PLACES)}, phường An Bình",
        phone=f"090{chance.randrange(10_000_000):07d}",
    )
