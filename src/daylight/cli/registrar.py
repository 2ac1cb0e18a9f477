"""``daylight registrar``: the registrar's own client, for what only he may change of a server.

Shown by ``tests/cli/test_registrar.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

import click

from daylight.cli.clock import FalseTime
from daylight.cli.entering import enter_once, private_option, with_reason
from daylight.cli.language import say
from daylight.cli.parties import Participant, at_the_door, read_file
from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.acts.world import KeyRole
from daylight.core.values.text import Text

RECOVERED = Text(
    "时间已校正，列明的行为数：{count}。",
    "The time is right again; acts named as received at a false time: {count}.",
)


@click.group()
def registrar() -> None:
    """Register yourself, replace a key of the server, set its time right. 登记人客户端。"""


@registrar.command()
@private_option
@at_the_door
def register(who: Participant, private: Path | None) -> None:
    """Enter yourself in the register: before that you can do nothing else."""
    enter_once(who, private)
    click.echo(who.party.device.person)


@registrar.command()
@click.option("--role", type=click.Choice(get_args(KeyRole)), required=True, help="What it signs. 用途。")
@click.option("--key", required=True, help="The new public key, as daylight keys new prints it. 新公钥。")
@with_reason
@at_the_door
def replace_key(who: Participant, role: str, key: str, reason: str, reason_en: str) -> None:
    """Replace a key of the server by another; get it from the operator by a way you trust."""
    deed = ReplaceServerKey(cast(KeyRole, role), key, Text(reason, reason_en))
    who.session.acts(who.party.in_person(), deed, who.session.world.id)
    say(Text(f"已更换：{role} {key}", f"Replaced: {role} {key}"))


@registrar.command()
@click.argument("false_time", type=click.Path(exists=True, path_type=Path))
@with_reason
@at_the_door
def recover_clock(who: Participant, false_time: Path, reason: str, reason_en: str) -> None:
    """Set the time right: name the acts of a list by daylight clock as received at a FALSE_TIME; once."""
    found = read_file(FalseTime, false_time)
    for one in found.acts:
        click.echo(f"  {one.docket}/{one.seq} {one.kind} {one.digest}")
    acts = tuple(sorted(one.digest for one in found.acts))
    deed = RecoverClock(found.false_from, acts, Text(reason, reason_en))
    who.session.acts(who.party.in_person(), deed, who.session.world.id)
    say(RECOVERED.fill(count=str(len(acts))))
