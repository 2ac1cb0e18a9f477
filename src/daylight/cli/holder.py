"""``daylight holder``: a key holder's own client. It refuses by itself to release before the deadline."""

from __future__ import annotations

import json
from pathlib import Path

import click

from daylight.cli.parties import Participant, at_the_door
from daylight.client.contributor import contribute as contribution
from daylight.client.device import Capacity
from daylight.client.holder import new_case_key, release_bids, take_key
from daylight.client.holder import release_applications as released_applications
from daylight.core.values.plain import plain
from daylight.practice.town import register_person


@click.group()
def holder() -> None:
    """Make a key for a case, release shares after the deadline, contribute to draws. 密钥持有人客户端。"""


@holder.command()
@click.option("--organisation", required=True, help="Docket of your organisation. 所属单位。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the entry. 输出文件。"
)
@click.option("--case", required=True)
@at_the_door
def take(who: Participant, case: str, organisation: str, out: Path) -> None:
    """Register, make a key for a case, and write the entry that proves you hold it."""
    if not who.home.registered:
        register_person(who.session, who.party)
        who.home.keep_capacity(Capacity())
    key = new_case_key(who.session.randomness, who.session.crypto)
    who.home.keep_case_key(case, key)
    entry = take_key(
        key, case=case, device=who.party.device, organisation=organisation, crypto=who.session.crypto
    )
    out.write_text(json.dumps(plain(entry)))


@holder.command()
@click.option("--case", required=True)
@at_the_door
def release(who: Participant, case: str) -> None:
    """Release your shares of all bids of a case, after its deadline."""
    count = release_bids(who.session, case, who.party, who.home.case_key(case))
    click.echo(f"已释放 {count} 份投标的密钥份额。 Released the shares of {count} bids.")


@holder.command()
@click.option("--case", required=True)
@at_the_door
def release_applications(who: Participant, case: str) -> None:
    """Release your shares of all applications of a prequalification, after their deadline."""
    count = released_applications(who.session, case, who.party, who.home.case_key(case))
    click.echo(f"已释放 {count} 份申请的密钥份额。 Released the shares of {count} applications.")


@holder.command()
@click.option("--draw", required=True, help="Name of the draw. 抽取编号。")
@click.option("--root", required=True, help="Root of the pool in hex. 备选池根。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the result. 输出文件。"
)
@at_the_door
def contribute(who: Participant, draw: str, root: str, out: Path) -> None:
    """Commit to a nonce for a draw; the nonce stays here until you reveal it."""
    made = contribution(
        draw,
        bytes.fromhex(root),
        device=who.party.device,
        randomness=who.session.randomness,
        crypto=who.session.crypto,
    )
    who.home.keep_contribution(draw, made.kept)
    out.write_text(json.dumps(plain(made.commitment)))


@holder.command()
@click.option("--draw", required=True, help="Name of the draw. 抽取编号。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the result. 输出文件。"
)
@at_the_door
def reveal(who: Participant, draw: str, out: Path) -> None:
    """Reveal your nonce, once the draw is prepared."""
    out.write_text(json.dumps(who.home.contribution(draw)))
