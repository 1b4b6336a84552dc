"""What a later version does with a dossier: shown, not yet possible, with what to do meanwhile."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaterAct:
    """An act of a later version. ``meanwhile`` says how it is done until then."""

    key: str
    text: str
    icon: str
    meanwhile: str


SCAN_LATER = LaterAct(
    "Ctrl Q",
    "Quét thêm giấy tờ",
    "scan",
    "Quét giấy tờ có ở bản sau. Nay giữ bản giấy cùng hồ sơ.",
)
LATER_ACTS = (SCAN_LATER,)


def meanwhile(key: str) -> str:
    """What to do now instead of pressing ``key``; empty where the key is none of these."""
    return next((act.meanwhile for act in LATER_ACTS if act.key == key), "")
