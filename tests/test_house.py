"""The rules of the house that no linter keeps. docs/architecture.md says why each one is there."""

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PROJECT = Path(__file__).resolve().parent.parent
CODE_FOLDERS = ("kiosk", "tests", "tools")
LONGEST_FILE = 400
# All tables in one picture; and what a migration once did is never edited again.
MAY_BE_LONG = re.compile(r"kiosk/storage/(schema\.py|migrations/versions/.*)")
LICENCES_WE_TAKE = re.compile(
    r"MIT|BSD|Apache|0BSD|Zlib|CC0|PSF|HPND|MPL|LGPL|ISC|Unlicense", re.IGNORECASE
)
NO_METADATA = {"pysqlite3": "Zlib"}


@cache
def tracked() -> tuple[Path, ...]:
    """The project's files as git would carry them away: those it has and those it would take."""
    if not (PROJECT / ".git").exists():
        pytest.skip("not a git clone: nothing says which files are the project's")
    asked = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", *asked],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    names = {name for name in listed.stdout.decode().split("\0") if name}
    return tuple(sorted(PROJECT / name for name in names if (PROJECT / name).is_file()))


def texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def python_files(*folders: str) -> list[Path]:
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and path.relative_to(PROJECT).parts[0] in folders
    ]


def named(path: Path, line: int | None = None) -> str:
    place = path.relative_to(PROJECT).as_posix()
    return f"{place}:{line}" if line else place


def calls(path: Path) -> Iterator[tuple[int, str]]:
    """Every call in a file: its line and the dotted name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_no_file_names_a_machine_or_a_registry() -> None:
    # Joined from halves: this file is one of those it reads.
    signs = re.compile(
        "|".join(
            [
                r"(?<![\w.])/" + r"(work|root)/",
                r"(?<![\w.])/" + r"home/[a-z]",
                "py" + r"pi\.(org|python)",
                "python" + r"hosted\.org",
                "npmjs" + r"\.(org|com)",
                "deb\\.debian" + r"\.org",
                "archive\\.ubuntu" + r"\.com",
                "--(extra-)?" + "index-url",
            ]
        )
    )
    found = [
        named(path, number)
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if signs.search(line)
    ]
    assert found == []


def test_all_text_is_nfc() -> None:
    assert [named(p) for p, text in texts() if not unicodedata.is_normalized("NFC", text)] == []


def test_all_file_names_are_nfc() -> None:
    assert [named(p) for p in tracked() if not unicodedata.is_normalized("NFC", str(p))] == []


def test_only_the_command_line_prints() -> None:
    found = [
        named(path, line)
        for path in python_files("kiosk")
        if path.relative_to(PROJECT).parts[1] not in {"cli", "cli.py"}
        for line, name in calls(path)
        if name == "print"
    ]
    assert found == []


def test_no_test_sleeps() -> None:
    found = [
        named(path, line)
        for path in python_files("tests")
        for line, name in calls(path)
        if name in {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}
    ]
    assert found == []


def test_only_the_clock_asks_for_the_time() -> None:
    asked = re.compile(
        r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|localtime|gmtime))$"
        r"|(^|\.)(QDateTime|QDate|QTime)\.current\w*$"
    )
    found = [
        named(path, line)
        for path in python_files("kiosk")
        if path != PROJECT / "kiosk" / "clock.py"
        for line, name in calls(path)
        if asked.search(name)
    ]
    assert found == []


def test_files_stay_small() -> None:
    files = [p for p in python_files("kiosk", "tools") if not MAY_BE_LONG.fullmatch(named(p))]
    lengths = {named(p): len(p.read_text(encoding="utf-8").splitlines()) for p in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_test_folders_are_no_packages() -> None:
    assert [named(p) for p in python_files("tests") if p.name == "__init__.py"] == []


def test_test_files_have_unique_names() -> None:
    names = [p.name for p in python_files("tests") if p.name.startswith("test_")]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_nothing_is_put_off() -> None:
    # Joined from halves, as above.
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    found = [
        named(path, number)
        for path in python_files(*CODE_FOLDERS)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if marks.search(line)
    ]
    assert found == []


def paints_text(node: ast.ClassDef) -> bool:
    """Whether a class writes upon a painter itself: by Qt, or as one of our set texts."""
    called = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    named = [(each.func.attr, each) for each in called if isinstance(each.func, ast.Attribute)]
    return any(
        name == "drawText" or (name == "paint" and len(call.args) >= 3) for name, call in named
    ) or any(
        isinstance(each.func, ast.Name) and each.func.id in {"write", "draw_pill", "draw_key"}
        for each in called
    )


def tells_text(node: ast.ClassDef) -> bool:
    return any(isinstance(each, ast.FunctionDef) and each.name == "texts" for each in node.body)


def test_what_paints_text_tells_it() -> None:
    # A delegate's texts are its table's; a fading text is its label's; a set text is the text.
    spared = {"FadingText", "OneLine"}
    mute = [
        f"{named(path, node.lineno)} {node.name}"
        for path in python_files("kiosk")
        if path.relative_to(PROJECT).parts[1] == "ui"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name not in spared
        if paints_text(node) and not tells_text(node)
    ]
    assert mute == []


def declared() -> dict[str, set[str]]:
    """The distributions pyproject.toml asks for, by group."""
    facts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {"": facts["project"]["dependencies"], **facts["project"]["optional-dependencies"]}
    return {
        group: {Requirement(line).name for line in lines} - {facts["project"]["name"]}
        for group, lines in groups.items()
    }


def test_every_dependency_is_accounted_for() -> None:
    written = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    wanted = set().union(*declared().values())
    assert sorted(name for name in wanted if f"`{name}`" not in written) == []


def test_constraints_pin_every_dependency_and_name_no_address() -> None:
    lines = (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.]+", line)] == []
    pinned = {normal(line.partition("==")[0]) for line in pins}
    groups = declared()
    wanted = groups[""] | groups["office"] | groups["dev"]
    assert sorted(name for name in wanted if normal(name) not in pinned) == []


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", sorted(declared()[""] | declared()["office"]))
def test_what_we_ship_with_has_a_licence_that_lets_us(name: str) -> None:
    facts = importlib.metadata.metadata(name)
    fields = ("License-Expression", "License", "Classifier")
    lines = [str(line)[:80] for field in fields for line in facts.get_all(field) or []]
    said = [line for line in lines if not re.match(r"(?!License)[A-Z][\w /]+ ::", line)]
    said.append(NO_METADATA.get(name, ""))
    assert any(LICENCES_WE_TAKE.search(line) for line in said), f"{name}: {said}"


def test_the_licence_is_named_everywhere() -> None:
    facts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    licence = facts["project"]["license"]
    assert licence == "Apache-2.0"
    assert licence in (PROJECT / "README.md").read_text(encoding="utf-8")
    assert "Apache License" in (PROJECT / "LICENSE").read_text(encoding="utf-8")


def test_the_version_is_one() -> None:
    from kiosk import __version__

    facts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    assert facts["project"]["version"] == __version__


def test_a_command_starts_without_the_heavy_packages() -> None:
    heavy = {"PySide6", "shiboken6", "alembic", "reportlab", "holidays", "argon2", "PIL", "barcode"}
    asked = "import sys, kiosk.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert heavy & set(loaded.stdout.split()) == set()
