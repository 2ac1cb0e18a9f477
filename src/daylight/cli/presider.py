"""``daylight presider``: who runs an opening calls it by his own clock, and signs the record of it."""

from __future__ import annotations

import click

from daylight.cli.parties import Participant, at_the_door
from daylight.client.presider import call_opening, open_bids


@click.group()
def presider() -> None:
    """Call an opening once the deadline has passed, and open. 开标主持人客户端。"""


@presider.command()
@click.option("--case", required=True)
@click.option("--applications", is_flag=True, help="Of applications to prequalify. 资格预审申请。")
@at_the_door
def call(who: Participant, case: str, applications: bool) -> None:
    """Sign that the deadline has passed, so that holders release."""
    call_opening(who.session, case, who.party, "applications" if applications else "bids")
    click.echo("已宣布开启。 The opening is called.")


@presider.command(name="open")
@click.option("--case", required=True)
@at_the_door
def open_(who: Participant, case: str) -> None:
    """Sign the opening record of all bids, once enough holders have released."""
    open_bids(who.session, case, who.party)
    click.echo("已开标。 The bids are opened.")
