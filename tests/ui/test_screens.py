"""Every screen of every face, as the sample office comes to it, looked at one by one.

The windows are driven once, as ``kiosk demo --headless`` drives them; each screen is measured
while it stands. Its text stands in ``screens/NAME.txt``, so that a later change shows what moved;
``UPDATE_SCREENS=1`` writes those files anew.
"""

import difflib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from kiosk.clock import MovedClock, parse_moment
from kiosk.demo import MORNING, found_sample
from kiosk.paths import StationFolder
from kiosk.printing.doors import FolderPrinter
from kiosk.station import Station
from kiosk.storage.opening import open_store
from kiosk.storage.schema import dossier
from kiosk.ui.sample_day.day import SampleDay, settings_of
from kiosk.ui.sample_day.story import whole_story
from tests.ui.clipping import troubles
from tests.ui.seeing import faint, jumps, nameless, told

SCREENS = Path(__file__).parent / "screens"
UPDATE = bool(os.environ.get("UPDATE_SCREENS"))
LOOKS = ("-landscape", "-high-contrast", "-large", "-english", "-1366", "-1920")
PUBLIC = ("citizen-", "lobby-")


@dataclass
class Looked:
    """What was seen: the text of each screen, and what was wrong on which."""

    texts: dict[str, str] = field(default_factory=dict)
    cut: dict[str, list[str]] = field(default_factory=dict)
    nameless: dict[str, list[str]] = field(default_factory=dict)
    jumps: dict[str, list[str]] = field(default_factory=dict)
    faint: dict[str, list[str]] = field(default_factory=dict)
    secrets: frozenset[str] = frozenset()

    def at(self, window: QWidget, name: str) -> None:
        """Look at one screen."""
        assert name not in self.texts, f"{name} is shown twice"
        self.texts[name] = told(window)
        for kept, found in (
            (self.cut, troubles(window)),
            (self.nameless, nameless(window)),
            (self.jumps, jumps(window)),
            (self.faint, faint(window)),
        ):
            if found:
                kept[name] = found


@pytest.fixture(scope="module")
def looked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """All screens, seen once."""
    assert qapp is not None
    home = StationFolder(tmp_path_factory.mktemp("office"))
    clock = MovedClock(parse_moment(MORNING))
    found_sample(home, clock, lambda _: None, days=6)
    seen = Looked()

    def station(name: str) -> Station:
        return Station(home, settings_of(name), open_store(home.store, clock))

    day = SampleDay(
        station, lambda _station, _kind: FolderPrinter(home.printed), clock, seen.at, home.drafts
    )
    try:
        for _line in whole_story(day):
            pass
        with day.station().store.read() as unit:
            rows = unit.conn.execute(
                select(
                    dossier.c.applicant_name,
                    dossier.c.applicant_id_number,
                    dossier.c.applicant_phone,
                    dossier.c.lookup_secret,
                )
            )
            seen.secrets = frozenset(value for row in rows for value in row if value)
    finally:
        day.close()
    return seen


def listed(found: dict[str, list[str]]) -> str:
    """What was wrong, a line each."""
    lines = [f"{name}: {trouble}" for name, troubles in found.items() for trouble in troubles]
    return "\n".join(("", *lines))


def kept_texts() -> list[str]:
    """The screens whose text is kept: each in its plain look."""
    return sorted(file.stem for file in SCREENS.glob("*.txt"))


def test_nothing_is_cut_or_covered(looked: Looked) -> None:
    assert not looked.cut, listed(looked.cut)


def test_every_control_has_a_name_and_a_role(looked: Looked) -> None:
    assert not looked.nameless, listed(looked.nameless)


def test_tab_follows_the_order_of_reading(looked: Looked) -> None:
    assert not looked.jumps, listed(looked.jumps)


def test_every_text_stands_out(looked: Looked) -> None:
    assert not looked.faint, listed(looked.faint)


def test_public_screens_know_no_names(looked: Looked) -> None:
    assert len(looked.secrets) > 50
    public = {name: text for name, text in looked.texts.items() if name.startswith(PUBLIC)}
    assert len(public) > 20
    leaks = {
        name: found
        for name, text in public.items()
        if (found := [secret for secret in looked.secrets if secret in text])
    }
    assert leaks == {}


def test_no_screen_came_or_went_unseen(looked: Looked) -> None:
    plain = {name for name in looked.texts if not name.endswith(LOOKS)}
    if UPDATE:
        SCREENS.mkdir(exist_ok=True)
        for file in SCREENS.glob("*.txt"):
            file.unlink()
        for name in plain:
            (SCREENS / f"{name}.txt").write_text(looked.texts[name], "utf-8")
    assert plain == set(kept_texts())


@pytest.mark.parametrize("name", kept_texts())
def test_the_screen_is_as_it_was(looked: Looked, name: str) -> None:
    before = (SCREENS / f"{name}.txt").read_text("utf-8")
    now = looked.texts.get(name, "")
    moved = difflib.unified_diff(
        before.splitlines(), now.splitlines(), "as it was", "as it is", lineterm="", n=1
    )
    assert before == now, f"{name} (UPDATE_SCREENS=1 accepts it):\n" + "\n".join(moved)


def test_a_moved_screen_would_be_seen(looked: Looked) -> None:
    text = looked.texts["citizen-home"]
    assert re.search(r"^CitizenWindow 0,0 1080×1920", text)
    assert text.count("\n") > 15
