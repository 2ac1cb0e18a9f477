"""A day on the command line: ``2026-07-01``, or ``today``."""

from __future__ import annotations

from datetime import date, datetime

import click

from daylight.cli.language import spoken
from daylight.clocks import SystemClock
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import LawGap
from daylight.core.values.text import Text
from daylight.settings import Settings
from daylight.wiring import clock_of

TODAY = date.min
"""Stands for the day it is until it is known where."""
NO_DAY = Text(
    "“{said}”不是日期，请写 2026-07-01 或 today。", "'{said}' is not a day; write 2026-07-01 or today."
)


class Day(click.ParamType[date]):
    """A day as ``2026-07-01``, or ``today``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return TODAY if value == "today" else datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(spoken(NO_DAY.fill(said=str(value)), ctx), param, ctx)


def today(settings: Settings, book: Rulebook, territory: str) -> date:
    """The day it is in the world of the home, by its own clock; without a world, in the territory."""
    try:
        return clock_of(settings, book).now().day
    except (FileNotFoundError, LawGap):  # no world, or one under the law of another country
        return SystemClock(book.territory_by_id[territory].offset_minutes).now().day


DAY = Day()
