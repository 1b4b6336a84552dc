"""What is typed and not yet written: kept per entry, and laid over what others have written."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    E = TypeVar("E", bound=DataclassInstance)
else:
    E = TypeVar("E")


def merged(base: E, typed: E, now: E) -> E:
    """``now`` with whatever ``typed`` changes of ``base``."""
    names = (each.name for each in fields(base))
    changed = {
        name: getattr(typed, name) for name in names if getattr(typed, name) != getattr(base, name)
    }
    return replace(now, **changed)


@dataclass(frozen=True, slots=True)
class Draft(Generic[E]):
    """What is typed, and the entry as it stood when the typing began."""

    base: E
    typed: E


class Drafts(Generic[E]):
    """Drafts by the keys of their entries."""

    def __init__(self) -> None:
        self._all: dict[str, Draft[E]] = {}

    def __bool__(self) -> bool:
        return bool(self._all)

    def __contains__(self, key: str) -> bool:
        return key in self._all

    def of(self, key: str, now: E) -> Draft[E]:
        """What the form of this entry shows: its draft, or the entry as it stands."""
        return self._all.get(key) or Draft(now, now)

    def keep(self, key: str, base: E, typed: E) -> None:
        """Keep what is typed; nothing is kept of what equals its base."""
        if typed == base:
            self._all.pop(key, None)
        else:
            self._all[key] = Draft(base, typed)

    def rebase(self, key: str, now: E) -> None:
        """Lay a draft over the entry as it stands now."""
        draft = self._all.get(key)
        if draft is not None:
            self.keep(key, now, merged(draft.base, draft.typed, now))

    def drop(self, key: str) -> None:
        """The draft of this entry is gone."""
        self._all.pop(key, None)

    def forget(self) -> None:
        """All drafts are gone."""
        self._all.clear()
