"""``daylight organisation``: enter an organisation, put its entry right, replace one under a wrong number.

Shown by ``tests/cli/test_entering.py``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast, get_args

import click

from daylight.cli.entering import enter_once, entry_of, entry_options, number_named, with_reason
from daylight.cli.language import failed, say
from daylight.cli.names import command, organisation_named
from daylight.cli.parties import Participant, at_the_door
from daylight.client.device import Capacity
from daylight.client.registering import correct_organisation, enter_organisation
from daylight.core.acts.dockets import organisation_docket
from daylight.core.acts.registry import OrganisationRole, ReplaceOrganisation
from daylight.core.values.docket import DocketKind
from daylight.core.values.text import Text

ROLE = click.Choice(get_args(OrganisationRole))
CORRECTED = Text("已更正：{organisation}。", "Corrected: {organisation}.")
REPLACED = Text(
    "{organisation} 的登记已由 {successor} 取代。今后请用新登记办理。",
    "The entry {organisation} is replaced by {successor}. Act for the new one from now on.",
)
NOTHING_OWN = Text(
    "本目录没有登记单位。请先运行 {register} 登记，或写明单位（org-… 或登记号码）。",
    "No organisation is registered from this folder. First run {register}, or name one by its docket org-… or"
    " its number.",
)


@click.group()
def organisation() -> None:
    """Enter an organisation in the register and keep its entry right. 单位登记。"""


@organisation.command()
@entry_options
@click.option("--role", "roles", type=ROLE, multiple=True, default=("supplier",), help="用途，可重复。")
@click.option("--representative", default="", help="Who represents it, person-…; else you. 代表人。")
@at_the_door
def register(who: Participant, roles: tuple[str, ...], representative: str, **said: Any) -> None:
    """Enter an organisation: a supplier you represent yourself, or as the registrar any other."""
    entry = entry_of(who, said, cast(tuple[OrganisationRole, ...], tuple(sorted(set(roles)))))
    actor = enter_once(who, said["private"])
    docket = enter_organisation(who.session, actor, representative or actor.device.person, entry)
    if not representative and not who.party.organisation:
        who.home.keep_capacity(Capacity(docket))
    click.echo(docket)


@organisation.command()
@entry_options
@click.option("--role", "roles", type=ROLE, multiple=True, default=("supplier",), help="用途，可重复。")
@click.option("--representative", default="", help="Who represents it, person-…; else you. 代表人。")
@with_reason
@at_the_door
def correct(
    who: Participant, roles: tuple[str, ...], representative: str, reason: str, reason_en: str, **said: Any
) -> None:
    """Put an entry right, your own or that of a number: all of it reads as here; its number stays."""
    docket = named_or_own(who, said["number"])
    entry = entry_of(who, said, cast(tuple[OrganisationRole, ...], tuple(sorted(set(roles)))), numbered=False)
    person = representative or who.party.device.person
    correct_organisation(who.session, who.party, docket, person, entry, Text(reason, reason_en))
    say(CORRECTED.fill(organisation=docket))


@organisation.command("replace")
@click.option("--organisation", "named", default="", help="The wrong entry; else your own. 原登记。")
@click.option("--successor", required=True, help="The right entry, org-… or its number. 新登记。")
@with_reason
@at_the_door
def replaced(who: Participant, named: str, successor: str, reason: str, reason_en: str) -> None:
    """Replace an entry under a wrong number by another, which you have entered before."""
    old, new = named_or_own(who, named), docket_named(who, successor)
    who.session.acts(who.party.in_person(), ReplaceOrganisation(new, Text(reason, reason_en)), old)
    if who.party.organisation == old:
        who.home.keep_capacity(replace(who.party.capacity, organisation=new, mandate=""))
    say(REPLACED.fill(organisation=old, successor=new))


@organisation.command()
@at_the_door
def show(who: Participant) -> None:
    """Print the docket of the organisation you act for, and of your mandate."""
    if not who.party.organisation:
        raise nothing_own(who)
    click.echo(" ".join(one for one in (who.party.organisation, who.party.capacity.mandate) if one))


def docket_named(who: Participant, said: str) -> str:
    """An organisation by its docket, or by its number, from which the docket follows."""
    if said.strip().startswith(f"{DocketKind.ORGANISATION}-"):
        return organisation_named(said)
    return organisation_docket(number_named(who, said))


def named_or_own(who: Participant, said: str) -> str:
    """An organisation that is named, or the participant's own; in words where there is neither."""
    if said.strip():
        return docket_named(who, said)
    if not who.party.organisation:
        raise nothing_own(who)
    return who.party.organisation


def nothing_own(who: Participant) -> click.ClickException:
    """Nobody is registered from this home: the command that does it."""
    register = command("organisation", "register", home=who.home.folder, base=who.wire.base)
    return failed(NOTHING_OWN.fill(register=register))
