"""What every test has: a known place, a known time, and three guards nobody has to ask for.

Fixtures live in ``tests/fixtures``, one subject a file; a room's own go into a new file there.
"""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.fixtures.surroundings",
    "tests.fixtures.time",
    "tests.fixtures.store",
    "tests.fixtures.command_line",
    "tests.fixtures.dossiers",
    "tests.fixtures.postgres",
    "tests.fixtures.logs",
    "tests.fixtures.leftovers",
]

settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
