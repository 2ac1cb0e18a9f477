"""``daylight person``: register yourself, and say by which name others find you.

Shown by ``tests/cli/test_entering.py``.
"""

from __future__ import annotations

from pathlib import Path

import click

from daylight.cli.entering import enter_once, private_option
from daylight.cli.parties import Participant, at_the_door


@click.group()
def person() -> None:
    """Register yourself with your own key. 个人登记。"""


@person.command()
@click.option("--name", default="", help="Your name; asked for where it is missing. 姓名，缺则询问。")
@private_option
@at_the_door
def register(who: Participant, name: str, private: Path | None) -> None:
    """Enter yourself in the register, and print the name others call you by: person-…"""
    enter_once(who, private, name)
    click.echo(who.party.device.person)


@person.command()
@at_the_door
def show(who: Participant) -> None:
    """Print the name others call you by: person-…"""
    click.echo(who.party.device.person)
