"""Every test of the windows (it takes ``qtbot`` or ``qapp``) runs with the program's own fonts."""

import pytest


@pytest.fixture(autouse=True)
def _fonts(request: pytest.FixtureRequest) -> None:
    if "qapp" in request.fixturenames:
        from kiosk.ui.theme.fonts import load_fonts

        request.getfixturevalue("qapp")
        assert load_fonts() == ()
