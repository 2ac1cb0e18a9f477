"""``daylight mandate``: let somebody act for your organisation, take it back, and act by one you were given.

Shown by ``tests/cli/test_entering.py``.
"""

from __future__ import annotations

import re
from datetime import datetime

import click

from daylight.cli.language import misused, say
from daylight.cli.organisation import docket_named, named_or_own
from daylight.cli.parties import Participant, at_the_door
from daylight.client.device import Capacity
from daylight.core.acts.dockets import ID_LENGTH
from daylight.core.acts.registry import GrantMandate, RevokeMandate
from daylight.core.judgement.row import FUNCTIONS
from daylight.core.values.docket import DocketKind
from daylight.core.values.instant import end_of, start_of
from daylight.core.values.text import Text

DAY = click.DateTime(formats=["%Y-%m-%d"])
PERSON = re.compile(rf"{DocketKind.PERSON}-[0-9a-f]{{{ID_LENGTH}}}")
MANDATE = re.compile(rf"{DocketKind.MANDATE}-[0-9a-f]{{{ID_LENGTH}}}")
NO_PERSON = Text(
    "“{said}”不是个人编号。编号是 person- 加 {length} 位十六进制数字，由本人用 daylight person show 打印。",
    "“{said}” names no person: that is person- and {length} hexadecimal digits; the person prints it by"
    " daylight person show.",
)
NO_MANDATE = Text(
    "“{said}”不是授权编号。编号是 mandate- 加 {length} 位十六进制数字，由授权人告知。",
    "“{said}” is no mandate: that is mandate- and {length} hexadecimal digits; whoever gave it tells it.",
)
REVOKED = Text("已撤回授权：{mandate}。", "Taken back: {mandate}.")
ACTING = Text(
    "今后以 {organisation} 的名义办理，依据授权 {mandate}。",
    "From now on you act for {organisation} by the mandate {mandate}.",
)


@click.group()
def mandate() -> None:
    """Let a person act for your organisation, and take it back. 授权。"""


@mandate.command()
@click.option("--person", "named", required=True, help="Who is to act, person-…. 被授权人。")
@click.option(
    "--function", "functions", type=click.Choice(sorted(FUNCTIONS)), multiple=True, required=True,
    help="What for; may be repeated. 事项，可重复。",
)  # fmt: skip
@click.option("--from", "first", type=DAY, default=None, help="First day; today where not given. 起始日。")
@click.option("--until", "last", type=DAY, required=True, help="Last day. 截止日。")
@click.option("--organisation", "body", default="", help="For which; your own where not given. 单位。")
@at_the_door
def grant(
    who: Participant,
    named: str,
    functions: tuple[str, ...],
    first: datetime | None,
    last: datetime,
    body: str,
) -> None:
    """Let a person act for your organisation in named functions, and print the mandate: mandate-…"""
    if not PERSON.fullmatch(named.strip()):
        raise misused(NO_PERSON.fill(said=named, length=str(ID_LENGTH)))
    now, docket = who.session.clock.now(), who.session.new_docket("mandate")
    begins = start_of(first.date(), now.offset_minutes) if first else now
    ends = end_of(last.date(), now.offset_minutes)
    deed = GrantMandate(named_or_own(who, body), named.strip(), tuple(sorted(set(functions))), begins, ends)
    who.session.acts(who.party.in_person(), deed, docket)
    click.echo(docket)


@mandate.command()
@click.option("--mandate", "named", required=True, help="Which one, mandate-…. 授权编号。")
@click.option("--organisation", "body", default="", help="For which; your own where not given. 单位。")
@click.option("--reason", required=True, help="Why. 理由。")
@at_the_door
def revoke(who: Participant, named: str, body: str, reason: str) -> None:
    """Take a mandate back: from now on nothing can be done by it."""
    deed = RevokeMandate(named_or_own(who, body), reason)
    who.session.acts(who.party.in_person(), deed, mandate_named(named))
    say(REVOKED.fill(mandate=named))


@mandate.command()
@click.option("--mandate", "named", required=True, help="The one you were given, mandate-…. 授权编号。")
@click.option("--organisation", "body", required=True, help="Who gave it, org-… or its number. 单位。")
@at_the_door
def use(who: Participant, named: str, body: str) -> None:
    """Act by a mandate from now on; the platform checks at each act that it holds."""
    docket = docket_named(who, body)
    who.home.keep_capacity(Capacity(docket, mandate_named(named)))
    say(ACTING.fill(organisation=docket, mandate=named))


def mandate_named(said: str) -> str:
    """The docket of a mandate; wrong use where it is none."""
    if not MANDATE.fullmatch(said.strip()):
        raise misused(NO_MANDATE.fill(said=said, length=str(ID_LENGTH)))
    return said.strip()
