"""``daylight presider``: who runs an opening calls it by his own clock, and signs the record of it."""

from __future__ import annotations

import click

from daylight.cli.language import say
from daylight.cli.parties import Participant, at_the_door, case_shown
from daylight.client.presider import call_opening, open_applications, open_bids
from daylight.core.values.text import Text


@click.group()
def presider() -> None:
    """Call an opening once the deadline has passed, and open. 开标主持人客户端。"""


@presider.command()
@click.option("--case", required=True)
@click.option("--applications", is_flag=True, help="Of applications to prequalify. 资格预审申请。")
@at_the_door
def call(who: Participant, case: str, applications: bool) -> None:
    """Sign that the deadline has passed, so that holders release."""
    case_shown(who, case)
    call_opening(who.session, case, who.party, "applications" if applications else "bids")
    say(Text("已宣布开启。", "The opening is called."))


LOST = click.option(
    "--although-lost",
    is_flag=True,
    help="Put on record that the platform has lost sealed files. 如实记录平台已丢失密封文件。",
)


@presider.command(name="open")
@click.option("--case", required=True)
@LOST
@at_the_door
def open_(who: Participant, case: str, although_lost: bool) -> None:
    """Open all bids again, and sign the record if it says what you found."""
    case_shown(who, case)
    open_bids(who.session, case, who.party, although_lost=although_lost)
    say(Text("已开标。", "The bids are opened."))


@presider.command(name="open-applications")
@click.option("--case", required=True)
@LOST
@at_the_door
def open_applications_(who: Participant, case: str, although_lost: bool) -> None:
    """Open all applications to prequalify again, and sign the record of each if it says what you found."""
    case_shown(who, case)
    count = open_applications(who.session, case, who.party, although_lost=although_lost)
    say(Text(f"已开启申请 {count} 份。", f"Applications opened: {count}."))
