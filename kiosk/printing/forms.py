"""The forms of a decree as an office looks at them: known or not, whose wording, what is wrong."""

import re
from collections.abc import Iterable
from pathlib import Path

from kiosk.office.legal import FormKind, FormOfProfile
from kiosk.paths import RESOURCES
from kiosk.printing.form_text import AppointmentText, form_text, words_in_force, written_words
from kiosk.printing.ledger_text import handover_text, register_text
from kiosk.printing.letter_text import letter_text
from kiosk.printing.own_words import is_compared, own_file, wrong_own
from kiosk.refusal import Refused
from kiosk.system_words import why_not


def is_known(profile: str, form: FormOfProfile) -> bool:
    """Whether the layout is that of the official form: it was at hand, or the office compared it."""
    return form.known or is_compared(profile, form.kind.value)


def words_file(profile: str, kind: FormKind) -> Path:
    """The file the wording comes from: the office's own where there is one."""
    own = own_file(profile, kind.value)
    if own is not None and own.exists():
        return own
    return RESOURCES / "forms" / profile.lower() / f"{kind.value}.toml"


def is_own(profile: str, kind: FormKind) -> bool:
    """Whether the office words this form itself."""
    own = own_file(profile, kind.value)
    return own is not None and own.exists()


def form_fault(profile: str, kind: FormKind) -> Refused | None:
    """Why a form cannot be printed as it is worded, or would print a ``{name}`` that nothing stands
    for; None where all is well."""
    try:
        _require_known_names(profile, kind)
        if kind is FormKind.APPOINTMENT:
            form_text(profile, kind, AppointmentText)
        elif kind is FormKind.REGISTER:
            register_text(profile)
        elif kind is FormKind.HANDOVER:
            handover_text(profile)
        else:
            letter_text(profile, kind)
    except Refused as refusal:
        return refusal
    return None


def _require_known_names(profile: str, kind: FormKind) -> None:
    """Raises :class:`Refused` ``form.own_wrong`` and what reading the words refuses."""
    known = {name for other in _files(profile) for name in _names(written_words(profile, other))}
    for file in ("common", kind.value):
        for name in sorted(_names(words_in_force(profile, file)) - known):
            raise wrong_own(profile, file, f"không có giá trị nào tên {{{name}}}")


def _files(profile: str) -> tuple[str, ...]:
    folder = RESOURCES / "forms" / profile.lower()
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


def _names(words: object) -> set[str]:
    """Every ``{name}`` in the words."""
    if isinstance(words, str):
        return set(_NAME.findall(words))
    parts = words.values() if isinstance(words, dict) else words
    if not isinstance(parts, Iterable):
        return set()
    return {name for part in parts for name in _names(part)}


def begin_own(profile: str, kind: FormKind) -> Path:
    """Lay a copy of the wording into the station's folder, for the office to change.

    Raises :class:`Refused`: ``form.own_there`` (``file``), ``form.no_text``, ``file.unwritable``.
    """
    own = own_file(profile, kind.value)
    if own is None:
        raise Refused("form.no_text", profile=profile, form=kind.value)
    try:
        words = words_file(profile, kind).read_text("utf-8")
        own.parent.mkdir(parents=True, exist_ok=True)
        with own.open("x", encoding="utf-8", newline="\n") as file:
            file.write(f"{_HEAD}\n{words}")
    except FileExistsError:
        raise Refused("form.own_there", file=str(own)) from None
    except OSError as error:
        raise Refused("file.unwritable", file=str(own), why=why_not(error)) from error
    return own


_NAME = re.compile(r"\{([a-z_]+)\}")
_HEAD = """# Lời văn của văn phòng, đứng trên lời văn có sẵn của chương trình. Bỏ được những mục không sửa.
# Đã so với mẫu chính thức và thấy đúng thì đổi dòng dưới thành true.
compared = false
"""
