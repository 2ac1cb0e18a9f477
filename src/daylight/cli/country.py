"""The options that set the law a command works under; there is no default country."""

from __future__ import annotations

import click

from daylight.core.rulebook.book import LEVELS

country_option = click.option(
    "--country",
    envvar="DAYLIGHT_COUNTRY",
    default="",
    help="Package or folder of the law; DAYLIGHT_COUNTRY by default. 国家规则包。",
)
level_option = click.option(
    "--level",
    type=click.Choice(list(LEVELS)),
    help="The level of the budget in the territory. 预算级次。",
)
territory_option = click.option(
    "--territory", default="", help="Whose law, such as a province; the whole country by default. 地区。"
)
