"""What an import takes in: every record judged, one source for each procedure and kind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.catalogue import unreadable as told
from kiosk.catalogue.cleaning import text_of
from kiosk.catalogue.files import Found
from kiosk.catalogue.keeping import RawSource, digest_of, read_source
from kiosk.catalogue.source import LONGEST_CODE, SourceKind
from kiosk.catalogue.unreadable import Unreadable, in_file


@dataclass(frozen=True, slots=True)
class _Seen:
    digest: str
    portal_id: str
    where: str


@dataclass(slots=True)
class Intake:
    """One import's intake: how many records it has read, and what it could not read.

    ``stored_ids`` tells the portal's keys of the sources that the store has for a code.
    """

    stored_ids: Callable[[str], set[str]]
    read: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)
    _seen: dict[tuple[str, SourceKind], _Seen] = field(default_factory=dict)

    def sources(self, found: Iterable[Found | Unreadable]) -> Iterator[RawSource]:
        """The sources worth keeping, as they come; those with spaces around the code last.

        The portal does have two procedures whose codes differ by a space only. At the end it is
        known whether the bare code is another procedure's; then the space stays in the code.
        """
        spaced: list[Found] = []
        for one in found:
            if isinstance(one, Unreadable):
                self.unreadable.append(one)
            elif _is_spaced(one.content.get("code")):
                spaced.append(one)
            else:
                yield from self._taken(one, text_of(one.content.get("code")))
        for one in spaced:
            yield from self._taken(one, self._code_with_spaces(one))

    def _taken(self, one: Found, code: str) -> Iterator[RawSource]:
        complaint = _refusal(code, text_of(one.content.get("name")))
        if complaint:
            self.unreadable.append(Unreadable(one.where, complaint))
            return
        self.read += 1
        digest = digest_of(one.content)
        before = self._seen.get((code, one.kind))
        if before is None:
            reading = read_source(one.kind, one.content)
            self.unreadable += (in_file(one.where, part) for part in reading.unreadable)
            self._seen[code, one.kind] = _Seen(digest, _portal_id(one), one.where)
            yield RawSource(code, one.kind, one.raw, digest, one.where)
        elif before.digest != digest:
            self.unreadable.append(Unreadable(one.where, told.read_twice(code, before.where)))

    def _code_with_spaces(self, one: Found) -> str:
        said = one.content.get("code")
        bare = text_of(said)
        if not bare:
            return ""
        others = {seen.portal_id for (code, _), seen in self._seen.items() if code == bare}
        others |= self.stored_ids(bare)
        if not others or _portal_id(one) in others:
            return bare
        code = f" {bare}" if isinstance(said, str) and said[:1].isspace() else f"{bare} "
        self.unreadable.append(Unreadable(one.where, told.code_with_spaces(code)))
        return code


def _is_spaced(code: object) -> bool:
    return isinstance(code, str) and code != code.strip()


def _portal_id(one: Found) -> str:
    return text_of(one.content.get("id"))


def _refusal(code: str, name: str) -> str:
    if not code:
        return told.NO_CODE
    if len(code) > LONGEST_CODE:
        return told.CODE_TOO_LONG
    return "" if name else told.NO_NAME
