"""All that the sample office shows, in an order in which it can be shown."""

from collections.abc import Iterator

from kiosk.ui.sample_day import journey, lives, receptions, screens
from kiosk.ui.sample_day.day import SampleDay
from kiosk.ui.sample_day.told_instead import told_instead


def whole_story(day: SampleDay) -> Iterator[str]:
    """Open the windows, look at every screen, live from a number to its result."""
    day.keep(day.citizen, "citizen-opening")
    day.keep(day.lobby, "lobby-opening")
    day.open()
    yield from screens.all_screens(day)
    yield from journey.citizen_takes_a_number(day)
    yield from journey.officer_calls(day)
    yield from journey.officer_receives(day)
    yield from journey.result_is_returned(day)
    yield from lives.lives_are_led(day)
    yield from journey.slip_stays_out(day)
    yield from receptions.receptions_are_looked_at(day)
    yield from told_instead(day)
    yield from screens.after_hours(day)
