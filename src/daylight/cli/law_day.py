"""A day on the command line: ``2026-07-01``, or ``today``."""

from __future__ import annotations

from datetime import date, datetime

import click


class Day(click.ParamType[date]):
    """A day as ``2026-07-01``, or ``today``."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return date.today() if value == "today" else datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(
                f"“{value}”不是日期，请写 2026-07-01 或 today。"
                f" {value!r} is not a day; write 2026-07-01 or today.",
                param,
                ctx,
            )


DAY = Day()
