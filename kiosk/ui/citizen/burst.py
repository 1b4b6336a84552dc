"""Telling a scanner that types like a keyboard from fingers, before anything is typed anywhere."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key")

FASTEST_FINGERS_MS = 30
SHORTEST_SCAN = 6


@dataclass(slots=True)
class Burst(Generic[Key]):
    """Keys that are held back until it is known whose they are. Times are those of the keys, ms.

    A scan is at least six letters, each less than 30 ms after the one before it, and then Enter
    or Tab. A Vietnamese typing program may take letters back on their way and change them.
    """

    held: list[Key] = field(default_factory=list)
    text: str = ""
    _last: float = 0.0

    def follows(self, at: float) -> bool:
        """Whether a key at that time is one of the burst under way."""
        return bool(self.held) and 0 <= at - self._last < FASTEST_FINGERS_MS

    def hold(self, key: Key, letter: str, at: float) -> None:
        """Hold a letter back; it belongs to the burst, or begins one."""
        self.held.append(key)
        self.text += letter
        self._last = at

    def take_back(self, key: Key, at: float) -> None:
        """A letter of the burst is taken back."""
        self.held.append(key)
        self.text = self.text[:-1]
        self._last = at

    @property
    def is_scan(self) -> bool:
        """Whether what is held is more than fingers do."""
        return len(self.held) >= SHORTEST_SCAN

    def drop(self) -> str:
        """Forget the keys; the text they make."""
        text, self.text, self.held = self.text, "", []
        return text

    def release(self) -> list[Key]:
        """Hand the keys on: they were typed by fingers."""
        keys, self.held, self.text = self.held, [], ""
        return keys
