"""The options that set the law a command works under; there is no default country."""

from __future__ import annotations

import click

country_option = click.option(
    "--country",
    envvar="DAYLIGHT_COUNTRY",
    default="",
    help="Package or folder of the law; DAYLIGHT_COUNTRY by default. 国家规则包。",
)
territory_option = click.option(
    "--territory", default="", help="Whose law, such as a province; the whole country by default. 地区。"
)
