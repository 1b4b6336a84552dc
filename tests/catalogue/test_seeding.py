"""What a new office starts with."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.catalogue.reading import offered_in, procedure
from kiosk.catalogue.seeding import seed_procedures
from kiosk.refusal import Refused
from kiosk.storage.store import Store
from kiosk.storage.units import WriteUnit
from tests.fixtures.store import OFFICER


@dataclass(frozen=True)
class Seed:
    """The wish to start with the procedures of a file."""

    path: str


def seed(unit: WriteUnit, wish: Seed) -> int:
    return seed_procedures(unit, [Path(wish.path)])


def test_the_sample_is_read_without_complaint_and_offered(store: Store, project: Path) -> None:
    count = store.do(seed, Seed(str(project / "resources" / "sample" / "procedures")), OFFICER)
    assert count >= 35
    with store.read() as unit:
        birth = procedure(unit, "1.001193")
        assert (birth.field_prefix, birth.offered, birth.sources) == ("HT", True, ("handwritten",))
        assert str(birth.limit_for("direct")[0]) == "0wd"
        offered = offered_in(unit, "HT")
        assert birth in offered
        names = [len(one.name.removeprefix("Thủ tục ")) for one in offered]
        assert names == sorted(names)
        # The small office has no such field.
        assert not procedure(unit, "1.004194").offered


@pytest.mark.parametrize("text", ["[[procedure]\n", '[[procedure]]\nname = "Không mã"\n'])
def test_what_cannot_be_read_is_refused(store: Store, tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=r"catalogue\.seed_unreadable"):
        store.do(seed, Seed(str(file)), OFFICER)
