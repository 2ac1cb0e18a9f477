"""What the register asks of a person or an organisation, read from options, a private file or a prompt.

Private numbers never stand on a command line, where others of the machine read them. A practice world takes
invented ones where none are given; a real world asks. Shown by ``tests/cli/test_entering.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from daylight.cli.language import misused, spoken
from daylight.cli.names import territory_named
from daylight.cli.parties import Participant, read_file
from daylight.client.device import Capacity
from daylight.client.registering import Entry, enter_person
from daylight.client.session import Party, Refused
from daylight.core.acts.common import Identifier
from daylight.core.acts.registry import OrganisationRole, Scale
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.identifiers import normal_number
from daylight.core.values.text import Text
from daylight.practice.numbers import invented_identifier, invented_identity
from daylight.practice.town import NO_PHONE

NO_NAME = Text("{option} 是空的。请写名称。", "{option} is empty. Write the name.")
NO_NUMBER = Text(
    "没有写单位的登记号码。请用 --number 写明，如 --number 统一社会信用代码，境外单位写 GB-COH:01234567。",
    "The number of the organisation in its public register is missing. Give it by --number, for one abroad"
    " with its register: GB-COH:01234567.",
)
NUMBER = Text("居民身份证号码或证件号码", "Identity number")
PHONE = Text("电话", "Phone")
PERSON = Text("姓名", "Your name")
PRIVATE_FILE = "JSON file: identity_number, phone; asked for where it is missing. 私密信息文件，缺则询问。"


@dataclass(frozen=True)
class PrivateFields:
    """What only its owner writes down, and the platform keeps as salted digests."""

    identity_number: str = ""
    phone: str = ""


def private_option(does: Callable[..., Any]) -> Callable[..., Any]:
    """``--private`` of a command that enters a person or an organisation."""
    place = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.option("--private", type=place, default=None, help=PRIVATE_FILE)(does)


def entry_options(does: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say who an organisation is."""
    options = (
        click.option("--name", required=True, help="Name in Chinese. 中文名称。"),
        click.option("--name-en", required=True, help="Name in English. 英文名称。"),
        click.option("--number", default="", help="Number in its public register. 统一社会信用代码等。"),
        click.option("--scale", type=click.Choice(get_args(Scale)), default="small", help="企业规模。"),
        click.option("--territory", required=True, help="Where it is; '' abroad. 所在地域。"),
        click.option("--address", default="", help="Address in Chinese. 中文地址。"),
        click.option("--address-en", default="", help="Address in English. 英文地址。"),
    )
    for one in reversed(options):
        does = one(does)
    return private_option(does)


def with_reason(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command that gives its reason in both languages."""
    zh = click.option("--reason", required=True, help="Why, in Chinese. 中文理由。")
    return zh(click.option("--reason-en", required=True, help="Why, in English. 英文理由。")(command))


def enter_once(who: Participant, private: Path | None = None, name: str = "") -> Party:
    """Register the person of a home, unless she is registered already; what was cut short goes on."""
    if who.home.registered:
        return who.party
    practice, given = who.session.world.practice, _given(private)
    invented = invented_identity(who.session.book, who.party.name)
    party = Party(name or _asked("", who.party.name, PERSON, practice=practice), who.party.device)
    number = _asked(given.identity_number, invented, NUMBER, practice=practice, hidden=True)
    phone = _asked(given.phone, NO_PHONE, PHONE, practice=practice)
    try:
        enter_person(who.session, party, number=number, phone=phone)
    except Refused as refused:
        if {one.code for one in refused.note.refusals} != {"acts.docket-taken"}:
            raise
    who.home.keep_capacity(Capacity())
    return who.party


def entry_of(
    who: Participant, said: dict[str, Any], roles: tuple[OrganisationRole, ...], *, numbered: bool = True
) -> Entry:
    """What ``entry_options`` say, with what they leave to a prompt; its number where ``numbered``."""
    for option in ("name", "name_en"):
        if not said[option].strip():
            raise misused(NO_NAME.fill(option=f"--{option.replace('_', '-')}"))
    territory = territory_named(said["territory"], who.session.book) if said["territory"].strip() else ""
    practice = who.session.world.practice
    if numbered and not said["number"].strip() and not practice:
        raise misused(NO_NUMBER)
    phone = _asked(_given(said["private"]).phone, NO_PHONE, PHONE, practice=practice)
    return Entry(
        name=Text(said["name"], said["name_en"]),
        identifier=number_named(who, said["number"]) if numbered else Identifier("", ""),
        roles=roles,
        territory=territory,
        scale=said["scale"],
        address=Text(said["address"], said["address_en"]),
        phone=phone,
    )


def number_named(who: Participant, said: str) -> Identifier:
    """A number with its register before a colon, or alone that of the country's own register.

    Invented in a practice world where nothing is said.
    """
    if not said.strip():
        return invented_identifier(who.session.book, who.session.randomness)
    register, parted, number = said.rpartition(":")
    return Identifier(register if parted else own_register(who.session.book), number).normal


def own_register(book: Rulebook) -> str:
    """The register in which the country's organisations have their numbers; empty where it names none."""
    return next((one.id for one in book.schemes if one.of == "organisation"), "")


def _given(private: Path | None) -> PrivateFields:
    return read_file(PrivateFields, private) if private else PrivateFields()


def _asked(said: str, invented: str, what: Text, *, practice: bool, hidden: bool = False) -> str:
    if said.strip() or practice:
        return said.strip() or invented
    found: str = click.prompt(spoken(what), hide_input=hidden)
    return normal_number(found) if hidden else found.strip()
