"""The language a window speaks. Vietnamese is the source; other languages are gettext catalogues.

Every face takes a :class:`Language` and asks it for its words: ``language.tr("Lấy số")``. The
counter and the lobby always speak Vietnamese and may use :func:`tr` and :func:`trn` directly.
``tools/update_locale.py`` collects the words and compiles the catalogues.
"""

import gettext
from dataclasses import dataclass, field
from functools import cache

from kiosk.paths import RESOURCES

DOMAIN = "kiosk"
LOCALE = RESOURCES / "locale"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: ``code`` is ``"vi"`` or ``"en"``, ``name`` what it calls itself."""

    code: str
    name: str
    _words: gettext.NullTranslations = field(repr=False, compare=False)

    def tr(self, text: str, **values: object) -> str:
        """``text`` in this language, ``{name}`` places filled from ``values``."""
        said = self._words.gettext(text)
        return said.format(**values) if values else said

    def trn(self, one: str, many: str, n: int, **values: object) -> str:
        """The form for ``n``; ``{n}`` stands for it."""
        return self._words.ngettext(one, many, n).format(n=n, **values)


VIETNAMESE = Language("vi", "Tiếng Việt", gettext.NullTranslations())

tr = VIETNAMESE.tr
trn = VIETNAMESE.trn


@cache
def english() -> Language:
    """English, read from its catalogue at the first use."""
    words = gettext.translation(DOMAIN, LOCALE, languages=["en"])
    return Language("en", "English", words)


def other(language: Language) -> Language:
    """The language a kiosk changes to from ``language``."""
    return english() if language.code == "vi" else VIETNAMESE
