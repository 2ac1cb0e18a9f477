"""Entering persons and organisations: true numbers, checked here before anything is salted, signed or sent.

Shown by ``tests/client/test_registering.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.client.device import Capacity
from daylight.client.session import Party, Session
from daylight.core.acts.common import Identifier
from daylight.core.acts.dockets import organisation_docket
from daylight.core.acts.registry import (
    CorrectOrganisation,
    OrganisationRole,
    RegisterOrganisation,
    RegisterPerson,
    Scale,
)
from daylight.core.judgement.words import remedy, wrong
from daylight.core.procedures.registry import identity_is_well_formed
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text, Told


class WrongNumber(Told):
    """An identity number is not well formed; nothing was salted or sent."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        said, better = wrong(refusal), remedy(refusal)
        super().__init__(
            Text(f"{said.zh}。{better.zh}。未发送任何内容。", f"{said.en}; {better.en}. Nothing was sent.")
        )


@dataclass(frozen=True)
class Entry:
    """What an organisation says of itself when it is entered."""

    name: Text
    identifier: Identifier
    roles: tuple[OrganisationRole, ...]
    territory: str
    scale: Scale
    address: Text
    phone: str


def enter_person(session: Session, party: Party, *, number: str, phone: str) -> None:
    """A person enters the register with her own key; ``WrongNumber`` where her number is none."""
    if misspelled := identity_is_well_formed(session.book, number):
        raise WrongNumber(misspelled)
    salted, number_opened = session.private("identity_number", number)
    phone_salted, phone_opened = session.private("phone", phone)
    key = session.crypto.ed25519_public(party.device.seed)
    deed = RegisterPerson(party.name, key, salted, phone_salted)
    session.acts(party.in_person(), deed, party.device.person, openings=(number_opened, phone_opened))


def enter_organisation(session: Session, actor: Party, representative: str, entry: Entry) -> str:
    """An organisation enters the register; returns its docket, which follows from its number."""
    docket = organisation_docket(entry.identifier)
    phone, opened = session.private("phone", entry.phone)
    deed = RegisterOrganisation(
        entry.name,
        entry.identifier,
        entry.roles,
        entry.territory,
        entry.scale,
        entry.address,
        representative,
        phone,
    )
    session.acts(actor.in_person(), deed, docket, openings=(opened,))
    return docket


def correct_organisation(
    session: Session, actor: Party, docket: str, representative: str, entry: Entry, reason: Text
) -> None:
    """The entry of an organisation reads as here from now on; its number stays what it was."""
    phone, opened = session.private("phone", entry.phone)
    deed = CorrectOrganisation(
        entry.name, entry.roles, entry.territory, entry.scale, entry.address, representative, phone, reason
    )
    session.acts(actor.in_person(), deed, docket, openings=(opened,))


def enter_own(session: Session, party: Party, entry: Entry) -> Party:
    """A person enters the organisation she represents, and acts for it from then on."""
    docket = enter_organisation(session, party, party.device.person, entry)
    return replace(party, capacity=Capacity(docket))
